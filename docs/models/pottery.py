"""A painted bowl of 26 cm with long-horned goats circling inside, and a coarse bevelled-rim bowl of 18 cm."""

import numpy as np

import figures
import marks
import shapes
import studio


def goat_mask(per_cm=40):
    field = marks.Field(7, 7, per_cm)
    figures.goat(field, 3.3, 6.2, 2.7, 1, 0.3)
    return field


def painted_bowl():
    corners = [
        (0, 1.0),
        (4, 1.05),
        (7.4, 2.0),
        (10.4, 4.6),
        (12.2, 7.3),
        (12.55, 7.9),
        (13.0, 8.0),
        (13.05, 7.7),
        (12.4, 6.3),
        (10.8, 3.6),
        (7.8, 1.0),
        (5.2, 0.25),
        (4.6, 0),
        (0, 0.15),
    ]
    profile = shapes.smooth_path(corners, 900, 3)
    inner = profile[:, 1].argmax()
    goat = goat_mask()

    def relief(theta, way, radius, height):
        x, y = radius * np.cos(theta), radius * np.sin(theta)
        chip = np.clip(marks.noise(x * 0.6, y * 0.6, height * 0.6, seed=8, octaves=5) - 0.8, 0, 1) * np.clip(height - 7.2, 0, 1)
        return (
            0.1 * marks.noise(x * 0.2, y * 0.2, height * 0.2, seed=1, octaves=3)
            + 0.015 * marks.noise(x * 3, y * 3, height * 3, seed=2)
            - 0.6 * chip
        )

    def paint(theta, way, radius, height):
        x, y = radius * np.cos(theta), radius * np.sin(theta)
        from_rim = np.abs(way - way[inner, 0])
        inside = np.arange(len(profile))[:, None] <= inner
        turn = theta / (2 * np.pi)
        lines = np.zeros_like(theta)
        for low, high in ((0.0, 0.45), (0.7, 0.85), (2.2, 2.35)):
            lines = np.maximum(lines, np.clip(np.minimum(from_rim - low, high - from_rim) / 0.05, 0, 1))
        zigzag = 1.52 + 0.52 * (np.abs((turn * 36 % 1) * 2 - 1) * 2 - 1)
        lines = np.maximum(lines, np.clip((0.17 - np.abs(from_rim - zigzag)) / 0.05, 0, 1) * (from_rim < 2.3))
        outside_band = np.clip(np.minimum(from_rim - 3.0, 3.6 - from_rim) / 0.05, 0, 1) * ~inside
        lines = np.maximum(lines, outside_band)
        animals = np.zeros_like(theta)
        for k in range(4):
            # Each goat stands with its feet towards the middle of the bowl.
            a = theta - (k + 0.5) * np.pi / 2
            u, v = radius * np.sin(-a), radius * np.cos(a)
            animals = np.maximum(animals, np.clip(goat.at(3.5 - u * 0.74, 6.2 - (v - 2.9) * 0.74) * 40, 0, 1) * (v > 0))
        for k in range(4):
            a = theta - k * np.pi / 2
            u, v = radius * np.sin(-a), radius * np.cos(a)
            lozenge = np.abs(u) / 0.6 + np.abs(v - 8.0) / 1.5
            animals = np.maximum(animals, np.clip((1 - lozenge) / 0.1, 0, 1) * (v > 0))
        square = (np.floor(x / 0.62) + np.floor(y / 0.62)) % 2
        middle = np.clip((1.9 - np.maximum(np.abs(x), np.abs(y))) / 0.05, 0, 1) * square
        drawn = np.maximum(lines, np.maximum(animals, middle) * inside)
        worn = np.clip(1.05 - 0.45 * marks.noise(x * 0.45, y * 0.45, height * 0.45, seed=5, octaves=6), 0.2, 1)
        made = marks.bare(theta.shape)
        salt = marks.noise(x * 0.2, y * 0.2, height * 0.2, seed=12, octaves=7)
        made = marks.over(made, studio.rgb("#e6dcc7"), np.clip((salt - 0.8) * 2, 0, 0.6))
        return marks.over(made, studio.rgb("#3a2318"), drawn * worn)

    clay = studio.material("buff", ["#c2a579", "#cfb48a", "#dac39c"], grain=4, bump=0.15, fine=26, painted=True)
    points, faces, colours = shapes.turned(profile, 1200, relief, paint)
    return studio.mesh("bowl", points, faces, clay, colours)


def bevelled_bowl():
    corners = [
        (0, 1.3),
        (3.2, 1.4),
        (4.6, 2.6),
        (7.2, 7.0),
        (7.5, 7.6),
        (8.3, 8.6),
        (8.75, 8.9),
        (8.9, 8.5),
        (8.2, 6.8),
        (5.8, 2.0),
        (4.9, 0.3),
        (4.5, 0),
        (0, 0.1),
    ]
    profile = shapes.smooth_path(corners, 600, 2)

    def relief(theta, way, radius, height):
        x, y = radius * np.cos(theta), radius * np.sin(theta)
        lumps = 0.22 * marks.noise(x * 0.35, y * 0.35, height * 0.35, seed=3, octaves=4)
        straw = np.clip(marks.noise(x * 2.2, y * 2.2, height * 1.1, seed=4, octaves=5) - 1.0, 0, 1)
        return lumps - 0.3 * straw + 0.03 * marks.noise(x * 2.5, y * 2.5, height * 2.5, seed=6)

    clay = studio.material(
        "coarse", ["#a5764f", "#b88a62", "#c79d75"], grain=4, bump=0.35, fine=16, hollows="#6f4d33", hollow_strength=0.6
    )
    points, faces, _ = shapes.turned(profile, 900, relief)
    return studio.mesh("bevelled", points, faces, clay)


def main():
    studio.begin()
    studio.drop(studio.place(painted_bowl(), at=(-9.5, 0, 0), turn=(9, 0, 12)))
    studio.drop(studio.place(bevelled_bowl(), at=(14.2, 2.0, 0)))
    studio.scale_bar(10, 5, at=(10, -12.5))
    studio.shoot(elevation=50, key_height=42)


main()
