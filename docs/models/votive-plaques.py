"""A limestone wall plaque, 20 cm square, with a hole in its middle and three rows of figures in relief."""

import numpy as np

import figures
import marks
import shapes
import studio

HALF = (10.0, 10.0, 1.5)


def scene(per_cm=50):
    field = marks.Field(20, 20, per_cm)
    figures.seated(field, 2.6, 6.5, 5.0, 1, 0.42, hair=True)
    figures.standing(field, 6.1, 6.5, 5.2, -1, 0.42, "cup")
    figures.standing(field, 9.6, 6.5, 4.6, 1, 0.42, "jar")
    figures.standing(field, 13.3, 6.5, 5.2, 1, 0.42, "cup")
    figures.seated(field, 17.3, 6.5, 5.0, -1, 0.42)
    figures.standing(field, 2.2, 12.7, 4.7, 1, 0.42, "jar")
    figures.goat(field, 5.5, 12.7, 2.3, 1, 0.4)
    figures.standing(field, 13.1, 12.7, 4.9, -1, 0.42)
    figures.goat(field, 16.7, 12.7, 2.3, -1, 0.4)
    figures.goat(field, 2.7, 18.9, 2.5, 1, 0.4, "bull")
    figures.standing(field, 6.5, 18.9, 5.0, 1, 0.42)
    figures.standing(field, 9.0, 18.9, 4.9, 1, 0.42, "jar")
    figures.goat(field, 12.7, 18.9, 2.4, 1, 0.4)
    figures.standing(field, 17.2, 18.9, 5.0, -1, 0.42, "cup")
    return field


def main():
    studio.begin()
    field = scene()

    def relief(p, n):
        x, y = p[:, 0] + 10, 10 - p[:, 1]
        face = (p[:, 2] > 0) * np.clip((n[:, 2] - 0.6) / 0.3, 0, 1)
        sunk = np.zeros(len(p))
        for top, foot in ((0.7, 6.5), (7.3, 12.7), (13.5, 19.3)):
            edge = np.minimum(np.minimum(y - top, foot - y), np.minimum(x - 0.6, 19.4 - x))
            sunk = np.maximum(sunk, np.clip(edge / 0.12, 0, 1))
        hole = np.clip(1 - (np.hypot(p[:, 0], p[:, 1] - 0.0) - 1.15) / 0.3, 0, 1)
        figures_here = field.at(x, y) * np.clip((np.hypot(p[:, 0], p[:, 1]) - 1.5) / 0.3, 0, 1)
        tooling = 0.02 * marks.noise(p[:, 0] * 2.5, p[:, 1] * 2.5, p[:, 2] * 2.5, seed=2)
        body = 0.09 * marks.noise(p[:, 0] * 0.3, p[:, 1] * 0.3, p[:, 2] * 0.3, seed=3, octaves=3)
        worn = np.clip(marks.noise(p[:, 0] * 0.45, p[:, 1] * 0.45, p[:, 2] * 0.45, seed=26, octaves=5) - 0.75, 0, 1)
        rim = np.clip(1 - n.max(axis=1) ** 4, 0, 1)
        return face * (-0.4 * sunk + figures_here * (1 - 0.7 * worn)) + tooling + body - 0.9 * worn * rim - hole * face * 2.6

    def paint(p, n):
        made = marks.bare((len(p),))
        inside = np.clip((1.32 - np.hypot(p[:, 0], p[:, 1])) / 0.08, 0, 1) * (p[:, 2] > 0)
        return marks.over(made, studio.rgb("#2b241d"), inside * 0.85)

    stone = studio.material(
        "limestone",
        ["#b3a287", "#c9baa0", "#d8cbb3"],
        grain=4,
        bump=0.15,
        fine=26,
        painted=True,
        hollows="#7d6b52",
        hollow_strength=0.6,
    )
    points, faces, colours = shapes.block(HALF, (22, 22, 7), per_cm=38, relief=relief, paint=paint)
    plaque = studio.mesh("plaque", points, faces, stone, colours)
    studio.drop(studio.place(plaque, turn=(20, 0, -5)))
    studio.scale_bar(10, 5)
    studio.shoot(elevation=54, key_height=30)


main()
