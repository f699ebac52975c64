"""A clay envelope of 7 by 6 cm with writing and a rolled seal band; a corner has broken off and shows the tablet inside."""

import numpy as np

import figures
import marks
import shapes
import studio

A, B, C = 3.0, 3.6, 1.7
SKIN = 0.45


def outside():
    field = marks.Field(2 * A, 2 * B, 100)
    marks.lines(field, np.random.default_rng(4), 0.3, 0.45, 2 * A - 0.2, 3.0, 5, 0.13, ruled=False, ragged=0.05)
    marks.lines(field, np.random.default_rng(5), 0.3, 5.5, 2 * A - 0.2, 6.75, 2, 0.13, ruled=False, ragged=0.05)
    seal = marks.Field(2 * A, 2 * B, 100)
    for i, x in enumerate((0.75, 1.75, 2.65, 3.65, 4.55, 5.45)):
        if i % 3 == 0:
            figures.seated(seal, x, 5.0, 1.6, 1, 0.13)
        else:
            figures.standing(seal, x, 5.0, 1.65, -1, 0.13, "cup" if i % 3 == 1 else None)
    for y in (3.2, 5.1):
        seal.limb(-1, y, 9, y, 0.03, height=0.05)
    return field, seal


def main():
    studio.begin()
    field, seal = outside()
    inner = marks.Field(2 * A, 2 * B, 100)
    marks.lines(inner, np.random.default_rng(8), 0.2, 0.2, 2 * A - 0.2, 2 * B - 0.2, 16, 0.11, ragged=0.0)

    def relief(p, n):
        x, y = p[:, 0] + A, B - p[:, 1]
        front = p[:, 2] > -0.3
        ragged = 0.22 * marks.noise(p[:, 0] * 1.2, p[:, 1] * 1.2, p[:, 2] * 1.2, seed=21, octaves=5)
        beyond = (p[:, 0] * 0.8 + p[:, 1] * 0.62) - 1.75 + ragged
        broken = np.clip(beyond / 0.05, 0, 1) * np.clip((p[:, 2] + 0.5) / 0.3, 0, 1)
        band = np.clip(np.minimum(y - 3.1, 5.2 - y) / 0.08, 0, 1) * front
        skin = (field.at(x, y) + band * (seal.at(x, y) - 0.05)) * front
        under = -SKIN + inner.at(x, y) * front
        body = 0.07 * marks.noise(p[:, 0] * 0.8, p[:, 1] * 0.8, p[:, 2] * 0.8, seed=3, octaves=3)
        grit = 0.008 * marks.noise(p[:, 0] * 7, p[:, 1] * 7, p[:, 2] * 7, seed=4)
        return skin * (1 - broken) + under * broken + body + grit

    def paint(p, n):
        ragged = 0.22 * marks.noise(p[:, 0] * 1.2, p[:, 1] * 1.2, p[:, 2] * 1.2, seed=21, octaves=5)
        beyond = (p[:, 0] * 0.8 + p[:, 1] * 0.62) - 1.75 + ragged
        made = marks.over(marks.bare((len(p),)), studio.rgb("#b58d66"), np.clip(beyond / 0.06, 0, 1) * 0.55 * (p[:, 2] > -0.5))
        return marks.over(made, studio.rgb("#6a4e36"), np.clip(1 - np.abs(beyond - 0.02) / 0.05, 0, 1) * 0.5 * (p[:, 2] > -0.4))

    clay = studio.material(
        "clay",
        ["#8a6f55", "#9f8468", "#ae9377"],
        grain=1.8,
        bump=0.2,
        fine=16,
        painted=True,
        hollows="#5b4633",
        hollow_strength=0.7,
    )
    points, faces, colours = shapes.block((A, B, C), (4.5, 4.5, 2.6), per_cm=80, relief=relief, paint=paint)
    envelope = studio.mesh("envelope", points, faces, clay, colours)
    studio.drop(studio.place(envelope, turn=(14, 0, 5)))
    studio.scale_bar(5, 5)
    studio.shoot(elevation=58, key_side=-66, key_height=28)


main()
