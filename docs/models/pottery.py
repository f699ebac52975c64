"""A painted bowl of 26 cm with long-horned goats circling inside, mended from sherds, a coarse bevelled-rim bowl of 18 cm
and a goblet of 24 cm with white patterns on dark bands."""

import numpy as np

import figures
import marks
import shapes
import studio


def goat_mask(per_cm=40):
    field = marks.Field(7, 7, per_cm)
    figures.goat(field, 3.3, 6.2, 2.7, 1, 0.3)
    return field


def worn(x, y, z, seed):
    """How much is left of the paint: rubbed off in patches, grain by grain."""
    wear = 0.7 * marks.noise(x * 0.3, y * 0.3, z * 0.3, seed=seed, octaves=7)
    wear += 0.3 * marks.noise(x * 1.9, y * 1.9, z * 1.9, seed=seed + 1, octaves=7)
    return np.clip(1.15 - 1.4 * np.clip(wear - 0.15, 0, 1), 0.15, 1)


def joins(x, y):
    """How near a place is to the joins between the sherds of the mended bowl, 1 on them."""
    near = np.full(np.shape(x), 9.0)
    shift = 0.25 * marks.noise(x * 0.5, y * 0.5, seed=41, octaves=4)
    for path in (
        ((-14, -4), (-7, -3.2), (-1, 1.5), (4, 4.6), (8.5, 11)),
        ((-1, 1.5), (1.5, -4.5), (6, -8), (8, -11)),
        ((-7, -3.2), (-8.5, 3.5), (-11, 8)),
    ):
        for (x0, y0), (x1, y1) in zip(path, path[1:]):
            near = np.minimum(near, marks.to_segment(x + shift, y + shift, x0, y0, x1, y1)[0])
    return np.clip(1 - near / 0.12, 0, 1)


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
            - 0.09 * joins(x, y)
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
            animals = np.maximum(animals, np.clip(goat.at(3.5 - u * 0.68, 6.2 - (v - 2.8) * 0.68) * 40, 0, 1) * (v > 0))
        for k in range(4):
            a = theta - k * np.pi / 2
            u, v = radius * np.sin(-a), radius * np.cos(a)
            lozenge = np.abs(u) / 0.6 + np.abs(v - 8.4) / 1.5
            animals = np.maximum(animals, np.clip((1 - lozenge) / 0.1, 0, 1) * (v > 0))
        square = (np.floor(x / 0.62) + np.floor(y / 0.62)) % 2
        middle = np.clip((1.86 - np.maximum(np.abs(x), np.abs(y))) / 0.05, 0, 1) * square
        drawn = np.maximum(lines, np.maximum(animals, middle) * inside)
        made = marks.bare(theta.shape)
        salt = marks.noise(x * 0.2, y * 0.2, height * 0.2, seed=12, octaves=7)
        made = marks.over(made, studio.rgb("#e6dcc7"), np.clip((salt - 0.8) * 2, 0, 0.6))
        made = marks.over(made, studio.rgb("#3a2318"), drawn * worn(x, y, height, 5))
        return marks.over(made, studio.rgb("#5c4833"), 0.9 * joins(x, y))

    clay = studio.material("buff", ["#c2a579", "#cfb48a", "#dac39c"], grain=4, bump=0.15, fine=26, painted=True)
    points, faces, colours = shapes.turned(profile, 1200, relief, paint)
    return studio.mesh("bowl", points, faces, clay, colours)


def bevelled_bowl():
    # Corners named twice stay sharp: the rim is cut off slanting outwards.
    corners = [
        (0, 1.3),
        (3.4, 1.4),
        (4.6, 2.6),
        (7.2, 8.9),
        (7.3, 9.2),
        (7.4, 9.2),
        (8.9, 8.1),
        (9.0, 8.0),
        (8.95, 7.8),
        (5.5, 0.6),
        (5.2, 0.1),
        (4.9, 0),
        (0, 0.1),
    ]
    profile = shapes.smooth_path(corners, 700, 2)

    def relief(theta, way, radius, height):
        x, y = radius * np.cos(theta), radius * np.sin(theta)
        lumps = 0.2 * marks.noise(x * 0.35, y * 0.35, height * 0.35, seed=3, octaves=4)
        # Burnt straw has left long, narrow holes in all directions.
        straw = 0.0
        for k in range(4):
            a = k * np.pi / 4
            u, v = x * np.cos(a) + height * np.sin(a), y * np.cos(a) - x * np.sin(a)
            straw = straw + np.clip(marks.noise(u * 0.9, v * 5, height * 4, seed=20 + k, octaves=3) - 0.75, 0, 0.5)
        return lumps - 0.5 * straw + 0.03 * marks.noise(x * 2.5, y * 2.5, height * 2.5, seed=6)

    clay = studio.material(
        "coarse", ["#a5805c", "#b8936c", "#c7a57f"], grain=4, bump=0.35, fine=16, hollows="#5f4630", hollow_strength=0.8
    )
    points, faces, _ = shapes.turned(profile, 1200, relief)
    return studio.mesh("bevelled", points, faces, clay)


def goblet():
    corners = [
        (0, 3.6),
        (1.0, 3.8),
        (2.7, 6.5),
        (3.5, 11),
        (4.1, 18),
        (4.55, 24),
        (4.7, 24.3),
        (4.85, 24.1),
        (4.4, 18),
        (3.85, 11),
        (3.1, 6.4),
        (1.7, 3.4),
        (1.35, 2.4),
        (1.5, 1.6),
        (2.5, 0.5),
        (2.55, 0.1),
        (2.3, 0),
        (0, 0.3),
    ]
    profile = shapes.smooth_path(corners, 1100, 3)
    outer = profile[:, 1].argmax()

    def relief(theta, way, radius, height):
        x, y = radius * np.cos(theta), radius * np.sin(theta)
        wheel = 0.008 * np.sin(height * 8 + 3 * np.sin(height * 0.7) + 0.6 * np.sin(theta))
        chip = np.clip(marks.noise(x * 0.9, y * 0.9, height * 0.9, seed=18, octaves=5) - 0.7, 0, 1)
        return 0.05 * marks.noise(x * 0.3, y * 0.3, height * 0.2, seed=2, octaves=3) + wheel - 0.5 * chip * (height > 23.4)

    def paint(theta, way, radius, height):
        x, y = radius * np.cos(theta), radius * np.sin(theta)
        outside = np.arange(len(profile))[:, None] > outer

        def band(low, high):
            return np.clip(np.minimum(height - low, high - height) / 0.05, 0, 1)

        def blob(u, v, size):
            return np.clip((size - np.hypot(u, v)) / 0.05, 0, 1)

        dark, white = np.zeros_like(theta), np.zeros_like(theta)
        bands = [(20.3, 23.0), (13.2, 19.3), (9.6, 12.2)]
        for low, high in [*bands, (23.4, 23.6), (19.7, 19.9), (12.6, 12.8), (8.9, 9.2), (8.3, 8.45)]:
            dark = np.maximum(dark, band(low, high))
        # Rosettes above, rows of leaves in the middle, chevrons below.
        cell = 4.45 * ((theta * 10 / (2 * np.pi)) % 1 - 0.5) * 2 * np.pi / 10
        white = np.maximum(white, blob(cell, height - 21.65, 0.2))
        for k in range(6):
            u, v = 0.68 * np.cos(k * np.pi / 3), 21.65 + 0.68 * np.sin(k * np.pi / 3)
            white = np.maximum(white, blob(cell - u, height - v, 0.27))
        for row in range(5):
            lean = (-1) ** row * 0.6
            u = 4.1 * ((theta * 18 / (2 * np.pi) + 0.5 * row) % 1 - 0.5) * 2 * np.pi / 18
            v = height - 13.8 - 1.22 * row
            u, v = u * np.cos(lean) + v * np.sin(lean), v * np.cos(lean) - u * np.sin(lean)
            white = np.maximum(white, blob(u / 0.5, v, 0.62))
        zigzag = 0.55 * np.abs((theta * 22 / (2 * np.pi) % 1) * 2 - 1)
        for level in (9.95, 10.55, 11.15):
            white = np.maximum(white, np.clip((0.13 - np.abs(height - level - zigzag)) / 0.05, 0, 1))
        left = worn(x, y, height, 25)
        made = marks.over(marks.bare(theta.shape), studio.rgb("#33251d"), dark * left * outside)
        return marks.over(made, studio.rgb("#e6dfcd"), white * (dark > 0.5) * left * worn(x, y, height, 29) * outside)

    clay = studio.material("fine", ["#c0a27c", "#cdb18b", "#d6bf9d"], grain=4, bump=0.1, fine=26, painted=True)
    points, faces, colours = shapes.turned(profile, 1300, relief, paint)
    return studio.mesh("goblet", points, faces, clay, colours)


def main():
    studio.begin()
    studio.drop(studio.place(painted_bowl(), at=(-10.6, 0, 0), turn=(0, 0, 12)))
    studio.drop(studio.place(bevelled_bowl(), at=(14.6, -3.6, 0)))
    studio.drop(studio.place(goblet(), at=(6.6, 11.6, 0), turn=(0, 0, 30)))
    studio.scale_bar(10, 5, at=(12.5, -15))
    studio.shoot(elevation=49, key_height=42)


main()
