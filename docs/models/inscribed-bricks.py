"""A baked brick, 32 cm square and 7 cm thick, with a stamped panel of wedges and smears of bitumen."""

import numpy as np

import marks
import shapes
import studio

HALF = (16.0, 16.0, 3.5)
PANEL = (17.0, 12.0)  # width and height


def main():
    studio.begin()
    field = marks.Field(*PANEL, 36)
    marks.lines(field, np.random.default_rng(21), 0.4, 0.4, PANEL[0] - 0.4, PANEL[1] - 0.4, 6, 0.5, ragged=0.02, rule=0.04)

    def in_panel(p):
        turn = np.radians(3)
        x = (p[:, 0] - 0.6) * np.cos(turn) + (p[:, 1] + 0.5) * np.sin(turn)
        y = -(p[:, 0] - 0.6) * np.sin(turn) + (p[:, 1] + 0.5) * np.cos(turn)
        edge = np.minimum(PANEL[0] / 2 - np.abs(x), PANEL[1] / 2 - np.abs(y))
        return x + PANEL[0] / 2, PANEL[1] / 2 - y, np.where(p[:, 2] > 0, edge, -1)

    def relief(p, n):
        x, y, edge = in_panel(p)
        panel = np.where(edge > 0, field.at(x, y), 0) - 0.28 * np.clip(edge / 0.3, 0, 1)
        body = 0.16 * marks.noise(p[:, 0] * 0.22, p[:, 1] * 0.22, p[:, 2] * 0.22, seed=1, octaves=3)
        grit = 0.02 * marks.noise(p[:, 0] * 2.2, p[:, 1] * 2.2, p[:, 2] * 2.2, seed=2)
        straw = np.clip(marks.noise(p[:, 0] * 0.9, p[:, 1] * 3.2, p[:, 2] * 3, seed=5, octaves=4) - 1.25, 0, 1) * (edge < -0.3)
        rim = 1 - n.max(axis=1) ** 2
        chips = np.clip(marks.noise(p[:, 0] * 0.35, p[:, 1] * 0.35, p[:, 2] * 0.35, seed=8, octaves=5) - 0.2, 0, 2) * rim
        return panel + body + grit - 0.25 * straw - 1.1 * chips

    def paint(p, n):
        tar = marks.noise(p[:, 0] * 0.16, p[:, 1] * 0.16, p[:, 2] * 0.3, seed=33, octaves=6)
        far = np.maximum(np.abs(p[:, 0]), np.abs(p[:, 1])) / 16
        amount = np.clip((tar - 1.25 + 1.0 * np.clip(far - 0.72, 0, 1) * 4) * 3, 0, 0.93)
        amount *= np.clip(-in_panel(p)[2] / 1.0, 0, 1)
        colour = np.tile(studio.rgb("#1d1814"), (len(p), 1))
        colour[:, 3] = amount
        return colour

    clay = studio.material(
        "clay",
        ["#9a7450", "#b48c63", "#c4a078"],
        grain=7,
        bump=0.25,
        fine=40,
        painted=True,
        hollows="#684a31",
        hollow_strength=0.65,
    )
    points, faces, colours = shapes.block(HALF, (16, 16, 9), per_cm=30, relief=relief, paint=paint)
    brick = studio.mesh("brick", points, faces, clay, colours)
    studio.drop(studio.place(brick, turn=(0, 0, -16)))
    studio.scale_bar(10, 5)
    studio.shoot(elevation=52, key_height=28)


main()
