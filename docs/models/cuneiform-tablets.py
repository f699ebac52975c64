"""A clay tablet of about 7 by 5 cm: a cushion with rows of wedges that run over its right edge."""

import numpy as np

import marks
import shapes
import studio

A, B, C = 2.5, 3.5, 1.15  # half width, height, thickness


def writing():
    rng = np.random.default_rng(11)
    field = marks.Field(2 * A + 1.6, 2 * B + 1.4, 110)
    marks.lines(field, rng, 0.25, 0.3, 2 * A + 0.7, 2 * B + 0.55, 13, 0.13, ragged=0.1)
    return field


def main():
    studio.begin()
    field = writing()

    def relief(p, n):
        down = np.clip(C - p[:, 2], 0, None)
        edge_x = np.where(p[:, 0] > 0, np.clip(np.abs(n[:, 0]), 0, 1), 0)
        edge_y = np.where(p[:, 1] < 0, np.clip(np.abs(n[:, 1]), 0, 1), 0)
        text = field.at(p[:, 0] + A + down * edge_x * 0.6, B - p[:, 1] + down * edge_y * 0.6)
        text = np.where((p[:, 2] > -0.25), text, 0)
        body = 0.05 * marks.noise(p[:, 0], p[:, 1], p[:, 2], seed=3, octaves=2)
        grit = 0.006 * marks.noise(p[:, 0] * 7, p[:, 1] * 7, p[:, 2] * 7, seed=4)
        chip = marks.noise(p[:, 0] * 1.1, p[:, 1] * 1.1, p[:, 2] * 1.1, seed=8, octaves=5)
        corner = np.clip(np.hypot(p[:, 0] + A, p[:, 1] + B) - 1.0 - 0.35 * chip, -1, 0)
        return text * (corner > -0.1) + body + grit + corner * 0.35

    clay = studio.material(
        "clay", ["#8f6f4e", "#a98560", "#b9966f"], grain=1.6, bump=0.25, fine=14, hollows="#5d452f", hollow_strength=0.75
    )
    points, faces, _ = shapes.block((A, B, C), (5, 5, 2.6), per_cm=95, relief=relief)
    tablet = studio.mesh("tablet", points, faces, clay)
    studio.drop(studio.place(tablet, turn=(16, 0, -7)))
    studio.scale_bar(5, 5)
    studio.shoot(elevation=58, key_side=-68, key_height=30)


main()
