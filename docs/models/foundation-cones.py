"""A baked-clay foundation nail of 14 cm, lying on its side: wide head, shaft with rows of wedges."""

import numpy as np

import marks
import shapes
import studio

LENGTH, SHAFT = 14.0, 1.85


def main():
    studio.begin()
    corners = [
        (0, 0),
        (2.6, 0.05),
        (3.05, 0.25),
        (3.1, 0.55),
        (2.7, 0.85),
        (SHAFT + 0.05, 1.15),
        (SHAFT - 0.05, 1.8),
        (SHAFT - 0.2, 5),
        (1.3, 9),
        (0.72, 12.6),
        (0.36, 13.7),
        (0.0, LENGTH),
    ]
    profile = shapes.smooth_path(corners, 1150, 3)
    around = 2 * np.pi * SHAFT
    field = marks.Field(around, LENGTH, 75)
    rng = np.random.default_rng(7)
    for column in range(2):
        left = column * around / 2
        marks.lines(field, rng, left + 0.15, 1.7, left + around / 2 - 0.15, 10.6, 15, 0.17, ragged=0.05)

    def relief(theta, way, radius, height):
        text = field.at(((theta / (2 * np.pi) - 0.36) % 1) * around, height)
        x, y = radius * np.cos(theta), radius * np.sin(theta)
        body = 0.06 * marks.noise(x * 0.8, y * 0.8, height * 0.8, seed=1, octaves=3)
        grit = 0.012 * marks.noise(x * 5, y * 5, height * 5, seed=2)
        chip = np.clip(marks.noise(x * 0.9, y * 0.9, height * 0.9, seed=14, octaves=5) - 1.15, 0, 1)
        return text + body + grit - 0.35 * chip

    clay = studio.material(
        "clay", ["#b08b63", "#c4a27a", "#cfb08b"], grain=2.4, bump=0.15, fine=18, hollows="#7d5c3e", hollow_strength=0.7
    )
    points, faces, _ = shapes.turned(profile[::-1], 1000, relief)
    nail = studio.mesh("nail", points, faces, clay)
    # Lies on the rim of its head and on its point, head to the left and turned a little to the reader.
    tilt = 90 + np.degrees(np.arctan2(2.7, LENGTH))
    studio.drop(studio.place(nail, turn=(0, tilt, -8)))
    studio.scale_bar(5, 5)
    studio.shoot(elevation=36, key_height=32)


main()
