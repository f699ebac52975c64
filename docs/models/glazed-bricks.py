"""A brick of 30 cm whose one long edge is glazed: white and yellow rosettes on blue between bands; bitumen on top."""

import numpy as np

import marks
import shapes
import studio

HALF = (15.0, 8.6, 4.6)  # the glazed side is the one to the front, y = -HALF[1]
GLAZES = {"blue": "#1b4780", "white": "#ddd6c2", "yellow": "#c99a35", "line": "#1b2430", "green": "#4d8a7d"}


def rosettes(x, z):
    """Paint of the glazed side: three rosettes between two bands."""
    made = marks.over(marks.bare(x.shape), studio.rgb(GLAZES["blue"]), np.ones_like(x))
    for side in (-1, 1):
        edge = z * side
        for low, high, key in ((3.5, 4.9, "white"), (3.62, 4.9, "yellow"), (4.1, 4.22, "line"), (3.42, 3.52, "line")):
            made = marks.over(made, studio.rgb(GLAZES[key]), np.clip(np.minimum(edge - low, high - edge) / 0.06, 0, 1))
    for centre in (-9.9, 0.0, 9.9):
        r, a = np.hypot(x - centre, z), np.arctan2(z, x - centre)
        petal = np.abs(((a * 12 / (2 * np.pi)) % 1) - 0.5) * 2
        tip = 2.55 + 0.5 * np.sqrt(np.clip(1 - petal**2, 0, 1))
        made = marks.over(made, studio.rgb(GLAZES["line"]), np.clip((tip + 0.1 - r) / 0.06, 0, 1))
        made = marks.over(
            made, studio.rgb(GLAZES["white"]), np.clip((tip - r) / 0.06, 0, 1) * np.clip((0.9 - petal) / 0.08, 0, 1)
        )
        made = marks.over(made, studio.rgb(GLAZES["line"]), np.clip((1.18 - r) / 0.06, 0, 1))
        made = marks.over(made, studio.rgb(GLAZES["yellow"]), np.clip((1.06 - r) / 0.06, 0, 1))
    return made


def worn(x, z):
    """Where the glaze has gone: 1 in chips and pits."""
    patches = marks.noise(x * 0.34, z * 0.34, seed=31, octaves=7)
    rim = np.clip(np.maximum(np.abs(x) - 14.0, (np.abs(z) - 4.0) * 1.2), 0, 1.2)
    pits = marks.noise(x * 2.1, z * 2.1, seed=14, octaves=4)
    return np.clip((patches + rim * 1.2 - 0.72) * 10, 0, 1), np.clip((pits - 1.2) * 4, 0, 1)


def main():
    studio.begin()

    def relief(p, n):
        front = np.clip((-n[:, 1] - 0.55) / 0.25, 0, 1)
        chips, pits = worn(p[:, 0], p[:, 2])
        outline = 0.05 * front * (1 - chips)
        body = 0.12 * marks.noise(p[:, 0] * 0.22, p[:, 1] * 0.22, p[:, 2] * 0.3, seed=1, octaves=3)
        coarse = 0.05 * marks.noise(p[:, 0] * 1.8, p[:, 1] * 1.8, p[:, 2] * 1.8, seed=2, octaves=5)
        straw = np.clip(marks.noise(p[:, 0] * 0.9, p[:, 1] * 3.0, p[:, 2] * 3, seed=5, octaves=4) - 1.1, 0, 1)
        bare = np.clip(1 - front + chips * 0.6, 0, 1)
        return outline - 0.22 * chips * front - 0.1 * pits * front + body + (coarse - 0.25 * straw) * bare

    def paint(p, n):
        front = np.clip((-n[:, 1] - 0.6) / 0.12, 0, 1)
        chips, pits = worn(p[:, 0], p[:, 2])
        faded = np.clip(0.16 + 0.3 * marks.noise(p[:, 0] * 0.25, p[:, 2] * 0.25, seed=7, octaves=6), 0, 0.6)
        made = marks.over(rosettes(p[:, 0], p[:, 2]), studio.rgb("#b9ad92"), faded)
        crack = marks.cells(p[:, 0] / 1.0, p[:, 2] / 1.0, seed=2)
        made = marks.over(made, studio.rgb("#5a5040"), np.clip((0.045 - crack) / 0.04, 0, 1) * 0.35)
        made[:, 3] = front * (1 - chips) * (1 - pits * 0.9)
        tar = marks.noise(p[:, 0] * 0.2, p[:, 1] * 0.2, p[:, 2] * 0.3, seed=9, octaves=6)
        return marks.over(made, studio.rgb("#1f1915"), np.clip((tar - 0.75) * 4, 0, 0.95) * (1 - front))

    clay = studio.material(
        "clay",
        ["#a98157", "#bc946a", "#caa67c"],
        grain=5,
        roughness=0.9,
        bump=0.1,
        fine=24,
        painted=True,
        paint_roughness=0.36,
        hollows="#7b5c3e",
        hollow_strength=0.4,
    )
    points, faces, colours = shapes.block(HALF, (20, 14, 12), per_cm=28, relief=relief, paint=paint)
    brick = studio.mesh("brick", points, faces, clay, colours)
    studio.drop(studio.place(brick, turn=(0, 0, -9)))
    studio.scale_bar(10, 5)
    studio.shoot(elevation=29, key_height=38, key_side=-50)


main()
