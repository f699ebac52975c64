"""A core-formed flask of 12 cm: dark blue glass with wavy threads, two small handles, a flaking skin."""

import numpy as np

import marks
import shapes
import studio

THREADS = ["#e3b93f", "#e8e4d4", "#6fb6c4"]


def threads(theta, height):
    """Which thread runs at a place, and how much of it: combed up and down into zigzags in the middle."""
    comb = np.clip(np.minimum((height - 2.2) / 1.2, (8.4 - height) / 1.0), 0, 1)
    wave = np.abs(((theta * 9 / (2 * np.pi)) % 1) * 2 - 1)
    wave = (
        (wave - 0.5) * (0.95 + 0.25 * np.sin(theta * 2 + height))
        + 0.1 * np.sin(theta * 3)
        + 0.08 * np.sin(theta * 5 + height * 2)
    )
    x, y = np.cos(theta) * 2.4, np.sin(theta) * 2.4
    level = (height + wave * comb * 0.9 + 0.05 * marks.noise(x, y, height, seed=31, octaves=4)) / 0.44
    share = np.abs((level % 1) - 0.5) + 0.035 * marks.noise(x * 2, y * 2, height * 2, seed=33, octaves=3)
    there = (height > 1.5) & (height < 8.9)
    return np.floor(level).astype(int) % 3, np.clip((0.2 - share) / 0.08, 0, 1) * there


def main():
    studio.begin()
    corners = [
        (0.45, 6.5),
        (0.55, 9.0),
        (0.6, 10.9),
        (1.1, 11.75),
        (1.55, 11.95),
        (1.72, 11.85),
        (1.65, 11.6),
        (1.15, 11.3),
        (0.95, 10.6),
        (0.98, 9.6),
        (1.35, 8.9),
        (2.35, 8.1),
        (2.6, 7.0),
        (2.55, 4.6),
        (2.3, 2.4),
        (1.5, 0.9),
        (1.0, 0.62),
        (1.2, 0.3),
        (1.45, 0.0),
        (0, 0.06),
    ]
    profile = shapes.smooth_path(corners, 900, 3)
    outer = profile[:, 1].argmax()

    def relief(theta, way, radius, height):
        row = np.arange(len(profile))[:, None] * np.ones_like(theta)
        kind, amount = threads(theta, height)
        x, y = radius * np.cos(theta), radius * np.sin(theta)
        flutes = 0.045 * np.cos(theta * 18) * np.clip(np.minimum((height - 2) / 1.5, (8 - height) / 1.5), 0, 1)
        body = 0.05 * marks.noise(x * 0.5, y * 0.5, height * 0.4, seed=2, octaves=2)
        pits = np.clip(marks.noise(x * 3.2, y * 3.2, height * 3.2, seed=3, octaves=5) - 1.2, 0, 1)
        return np.where(row > outer, flutes + 0.012 * amount - 0.09 * pits, 0) + body

    def paint(theta, way, radius, height):
        row = np.arange(len(profile))[:, None] * np.ones_like(theta)
        colour = marks.bare(theta.shape)
        kind, amount = threads(theta, height)
        for k, code in enumerate(THREADS):
            colour = marks.over(colour, studio.rgb(code), amount * (kind == k) * (row > outer))
        colour = marks.over(colour, studio.rgb(THREADS[0]), (height > 11.7) * 1.0)
        x, y = radius * np.cos(theta), radius * np.sin(theta)
        skin = marks.noise(x * 0.55, y * 0.55, height * 0.55, seed=21, octaves=6)
        colour = marks.over(colour, studio.rgb("#a59c8b"), np.clip((skin - 0.3) * 1.5, 0, 0.8))
        pits = marks.noise(x * 3.2, y * 3.2, height * 3.2, seed=3, octaves=5)
        colour = marks.over(colour, studio.rgb("#b9b19f"), np.clip((pits - 1.25) * 4, 0, 0.85))
        return colour

    blue = studio.material(
        "glass",
        ["#0d1530", "#131f47", "#1b2a5c"],
        grain=1.5,
        roughness=0.34,
        bump=0.1,
        fine=14,
        painted=True,
        paint_roughness=0.5,
        Coat_Weight=0.2,
        Coat_Roughness=0.12,
    )
    points, faces, colours = shapes.turned(profile, 1100, relief, paint)
    studio.place(studio.mesh("flask", points, faces, blue, colours), turn=(2, 0, -14))
    for side in (-1, 1):
        handle = shapes.smooth_path(
            [(side * 2.0, 0, 8.25), (side * 2.75, 0, 8.6), (side * 2.7, 0, 9.7), (side * 2.0, 0, 10.3), (side * 0.98, 0, 10.2)],
            80,
        )
        made = studio.mesh("handle", *shapes.tube(handle, np.linspace(0.34, 0.24, 80), 24), blue_plain())
        studio.place(made, turn=(2, 0, -14))
    studio.scale_bar(5, 5, at=(-2.5, -4.6))
    studio.shoot(elevation=20, portrait=True)


def blue_plain():
    return studio.material(
        "handle", ["#0d1530", "#131f47", "#39415c"], grain=0.8, roughness=0.34, bump=0.08, Coat_Weight=0.2, Coat_Roughness=0.12
    )


main()
