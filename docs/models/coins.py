"""Both sides of two silver coins: a small Parthian-like one (bust, archer) and a broad Sasanian-like one (bust, fire altar)."""

import numpy as np

import marks
import shapes
import studio
from figures import Pen


def letters(field, rng, line, size, height):
    """Letter-like strokes along a line of points; they can't be read."""
    line = shapes.even_path(line, max(2, int(_length(line) / size)))
    for (x, y), (x2, y2) in zip(line, line[1:]):
        ux, uy = (x2 - x) / size, (y2 - y) / size
        for _ in range(rng.integers(1, 3)):
            a, b = rng.uniform(0, 0.7, 2), rng.uniform(-0.4, 0.4, 2)
            spots = [(x + ux * u * size - uy * v * size, y + uy * u * size + ux * v * size) for u, v in zip(a, b)]
            field.path(spots, size * 0.1, height=height)
        field.path(
            [(x + ux * 0.35 * size - uy * v * size, y + uy * 0.35 * size + ux * v * size) for v in (-0.4, 0.4)],
            size * 0.09,
            height=height,
        )


def _length(line):
    return np.linalg.norm(np.diff(np.asarray(line), axis=0), axis=1).sum()


def dots(field, centre, radius, count, size, height):
    for a in np.linspace(0, 2 * np.pi, count, endpoint=False):
        field.oval(centre + radius * np.cos(a), centre + radius * np.sin(a), size, size, height)


def bust(field, x, y, tall, toward, height, crown):
    """A bearded king in profile, from the chest up; `tall` from chest to the top of the head."""
    pen = Pen(field, x, y, tall, toward, height)
    pen.shape([(-0.42, 0.0), (0.3, 0.0), (0.26, 0.16), (0.1, 0.26), (-0.18, 0.27), (-0.38, 0.15)], 0.8, 0.1, reach=0.1)
    for i in range(4):
        pen.limb([(-0.36 + 0.06 * i, 0.02 + 0.02 * i), (-0.12 + 0.03 * i, 0.24)], 0.018, 0.014, 0.2, base=0.75)
    pen.limb([(-0.06, 0.2), (-0.05, 0.42)], 0.17, 0.14, 0.85)
    skull = [
        (-0.2, 0.48),
        (-0.23, 0.66),
        (-0.17, 0.83),
        (-0.02, 0.9),
        (0.12, 0.86),
        (0.17, 0.75),
        (0.185, 0.7),
        (0.17, 0.68),
        (0.235, 0.585),
        (0.225, 0.56),
        (0.175, 0.545),
        (0.19, 0.515),
        (0.175, 0.495),
        (0.18, 0.47),
        (0.15, 0.42),
        (0.0, 0.4),
        (-0.14, 0.42),
    ]
    pen.shape(skull, 1.0, 0.13, reach=0.018)
    pen.limb([(0.075, 0.7), (0.16, 0.705)], 0.02, 0.014, 0.22, base=0.93)
    pen.oval(0.115, 0.665, 0.035, 0.02, 0.24, base=0.92)
    pen.limb([(0.15, 0.67), (0.222, 0.58)], 0.026, 0.032, 0.3, base=0.75)
    pen.limb([(0.1, 0.53), (0.18, 0.535)], 0.016, 0.012, 0.25, base=0.85)
    beard = [
        (0.18, 0.5),
        (0.2, 0.44),
        (0.17, 0.3),
        (0.1, 0.2),
        (0.02, 0.24),
        (-0.07, 0.38),
        (-0.09, 0.55),
        (-0.03, 0.57),
        (0.03, 0.5),
        (0.1, 0.49),
    ]
    pen.shape(beard, 1.06, 0.09, reach=0.03)
    for i in range(6):
        u = -0.06 + 0.045 * i
        pen.limb([(u, 0.5 - 0.035 * abs(i - 2)), (u + 0.035, 0.38), (0.03 + u * 0.4, 0.27)], 0.014, 0.01, 0.16, base=1.0)
    pen.oval(-0.045, 0.62, 0.035, 0.05, 0.25, base=0.98)
    if crown == "diadem":
        for row, u in enumerate((-0.2, -0.13, -0.06, 0.01)):
            pen.limb([(u, 0.72), (u - 0.02, 0.6 - 0.02 * row), (u - 0.04, 0.44)], 0.03, 0.025, 0.2, base=0.9)
        for i in range(7):
            a = np.radians(20 + 24 * i)
            pen.limb(
                [(-0.02 + 0.1 * np.cos(a), 0.74 + 0.07 * np.sin(a)), (-0.02 + 0.2 * np.cos(a), 0.74 + 0.17 * np.sin(a))],
                0.025,
                0.02,
                0.22,
                base=0.88,
            )
        pen.limb([(0.165, 0.755), (-0.04, 0.77), (-0.22, 0.7)], 0.03, 0.03, 0.3, base=0.92)
        pen.limb([(-0.23, 0.7), (-0.38, 0.6), (-0.4, 0.38)], 0.03, 0.022, 0.6)
        pen.limb([(-0.23, 0.68), (-0.31, 0.58), (-0.32, 0.42)], 0.026, 0.02, 0.6)
        return
    pen.oval(-0.27, 0.53, 0.14, 0.15, 1.0)
    for i in range(5):
        a = np.radians(60 + 60 * i)
        pen.oval(-0.27 + 0.07 * np.cos(a), 0.53 + 0.075 * np.sin(a), 0.04, 0.04, 0.2, base=0.95)
    pen.shape([(-0.24, 0.74), (0.18, 0.74), (0.18, 0.9), (-0.24, 0.9)], 1.02, 0.05, reach=0.02)
    pen.limb([(-0.24, 0.76), (0.18, 0.76)], 0.02, height=0.2, base=1.0)
    for u in (-0.2, -0.03, 0.14):
        pen.shape(
            [
                (u - 0.06, 0.9),
                (u + 0.06, 0.9),
                (u + 0.06, 0.95),
                (u + 0.02, 0.95),
                (u + 0.02, 1.0),
                (u - 0.02, 1.0),
                (u - 0.02, 0.95),
                (u - 0.06, 0.95),
            ],
            0.95,
            0.03,
            reach=0.005,
        )
    pen.oval(-0.03, 1.12, 0.11, 0.12, 0.9)
    pen.limb([(-0.24, 0.82), (-0.42, 0.88), (-0.48, 0.76)], 0.035, 0.03, 0.6)


def archer(field, height):
    """A seated archer who looks right and holds out a bow."""
    pen = Pen(field, 0.96, 1.6, 1.26, 1, height)
    pen.limb([(-0.2, 0.38), (-0.2, 0.02)], 0.03, height=0.7)
    pen.limb([(0.05, 0.36), (0.05, 0.02)], 0.03, height=0.7)
    pen.limb([(-0.24, 0.38), (0.1, 0.38)], 0.035, height=0.8)
    pen.limb([(-0.22, 0.38), (-0.24, 0.74)], 0.025, height=0.6)
    pen.shape([(-0.17, 0.81), (0.1, 0.81), (0.12, 0.44), (-0.18, 0.42)], 1.0, 0.08)
    pen.limb([(-0.04, 0.46), (0.22, 0.44), (0.2, 0.04)], 0.095, 0.065, 1.0)
    pen.limb([(0.2, 0.03), (0.31, 0.02)], 0.035, 0.025, 0.9)
    pen.limb([(-0.04, 0.46), (0.12, 0.34), (0.08, 0.05)], 0.085, 0.06, 0.8)
    pen.oval(-0.02, 0.9, 0.1, 0.11, 1.1)
    pen.limb([(0.06, 0.9), (0.11, 0.875)], 0.03, height=1.0)
    pen.limb([(0.02, 0.83), (0.07, 0.73)], 0.06, 0.035, 1.0)
    pen.shape([(-0.12, 0.95), (0.07, 0.95), (0.0, 1.1), (-0.08, 1.06)], 1.0, 0.05)
    pen.limb([(0.02, 0.75), (0.18, 0.62), (0.38, 0.64)], 0.062, 0.045, 1.1)
    pen.limb([(0.36, 0.92), (0.46, 0.8), (0.4, 0.65), (0.46, 0.5), (0.36, 0.36)], 0.028, height=0.9)
    pen.limb([(0.36, 0.92), (0.37, 0.36)], 0.012, height=0.6)


def altar(field, height):
    """A fire altar between two attendants with long staffs."""
    pen = Pen(field, 1.5, 2.42, 1.9, 1, height)
    for v, w in ((0.02, 0.2), (0.08, 0.16)):
        pen.shape([(-w, v - 0.03), (w, v - 0.03), (w, v + 0.03), (-w, v + 0.03)], 0.9, 0.025, reach=0.01)
    pen.limb([(0, 0.1), (0, 0.5)], 0.065, 0.065, 0.95)
    pen.limb([(-0.09, 0.34), (0.09, 0.3)], 0.02, height=0.3, base=0.9)
    for v, w in ((0.53, 0.15), (0.59, 0.2)):
        pen.shape([(-w, v - 0.03), (w, v - 0.03), (w, v + 0.03), (-w, v + 0.03)], 0.95, 0.025, reach=0.01)
    for u, top in ((-0.13, 0.76), (-0.065, 0.86), (0, 0.94), (0.065, 0.86), (0.13, 0.76)):
        pen.limb([(u, 0.64), (u * 1.15, (top + 0.66) / 2), (u * 0.7, top)], 0.038, 0.012, 0.9)
    for side in (-1, 1):
        one = Pen(field, 1.5 + side * 0.72, 2.36, 1.55, -side, height)
        one.shape([(-0.13, 0.74), (0.12, 0.74), (0.09, 0.5), (0.18, 0.16), (-0.18, 0.16), (-0.1, 0.5)], 0.95, 0.08)
        for u in (-0.07, 0.08):
            one.limb([(u, 0.18), (u, 0.02)], 0.045, 0.035, 0.8)
        for u in (-0.08, -0.02, 0.04, 0.1):
            one.limb([(u * 0.7, 0.48), (u * 1.4, 0.19)], 0.014, height=0.2, base=0.9)
        one.limb([(-0.11, 0.5), (0.1, 0.5)], 0.022, height=0.25, base=0.9)
        one.oval(0, 0.84, 0.085, 0.095, 1.1)
        one.oval(-0.1, 0.82, 0.05, 0.06, 0.9)
        one.shape([(-0.09, 0.91), (0.09, 0.91), (0.08, 1.0), (-0.08, 1.0)], 1.0, 0.03, reach=0.01)
        one.limb([(0.06, 0.7), (0.16, 0.55), (0.2, 0.64)], 0.045, 0.035, 1.1)
        one.limb([(0.21, 0.95), (0.21, 0.05)], 0.018, height=0.9)


def sides():
    rng = np.random.default_rng(8)
    small = [marks.Field(2.0, 2.0, 200) for _ in range(2)]
    bust(small[0], 1.02, 1.8, 1.72, -1, 0.085, "diadem")
    dots(small[0], 1.0, 0.9, 44, 0.028, 0.03)
    archer(small[1], 0.07)
    for line in (
        [(0.27, 1.6), (0.27, 0.4)],
        [(0.45, 0.17), (1.55, 0.17)],
        [(1.76, 0.4), (1.76, 1.6)],
        [(1.55, 1.8), (0.45, 1.8)],
    ):
        letters(small[1], rng, line, 0.13, 0.035)
    broad = [marks.Field(3.0, 3.0, 160) for _ in range(2)]
    bust(broad[0], 1.58, 2.55, 1.88, 1, 0.08, "crown")
    altar(broad[1], 0.06)
    for field in broad:
        dots(field, 1.5, 1.24, 72, 0.027, 0.03)
    for start in (25, 205):
        arc = [(1.5 + 1.07 * np.cos(a), 1.5 + 1.07 * np.sin(a)) for a in np.radians(np.linspace(start + 90, start + 190, 40))]
        letters(broad[0], rng, arc, 0.11, 0.03)
    for field in small + broad:
        field.soften(0.011)
    return small, broad


def coin(field, width, thick, seed, look, at, turn):
    """A struck disc: not quite round, the picture a little off its middle and worn."""
    around, rings = 900, 330
    angle = np.linspace(0, 2 * np.pi, around, endpoint=False)
    rim = width / 2 * (1 + 0.04 * marks.noise(np.cos(angle) * 1.1, np.sin(angle) * 1.1, seed=seed, octaves=4))
    share = np.concatenate([np.linspace(0.002, 1, rings), np.ones(24), np.linspace(1, 0.002, 30)])
    level = np.concatenate([np.full(rings, thick), np.linspace(thick, 0, 26)[1:-1], np.zeros(30)])
    near_edge = np.clip((share - 0.955) / 0.045, 0, 1)
    level = np.where(level > thick * 0.99, level - 0.35 * thick * near_edge**2, level)
    r = share[:, None] * rim[None, :]
    x, y = r * np.cos(angle), r * np.sin(angle)
    shift = 0.03 * width
    picture = field.at(x + field.width / 2 + shift * np.cos(seed), field.height / 2 - y + shift * np.sin(seed))
    worn = np.clip(0.95 - 0.3 * marks.noise(x * 1.2, y * 1.2, seed=seed + 1, octaves=3), 0.45, 1.05)
    top = (np.arange(len(share)) < rings)[:, None]
    z = level[:, None] + np.where(top, picture * worn + 0.006 * marks.noise(x * 4, y * 4, seed=seed + 2), 0)
    points = np.stack([x, y, z], axis=-1).reshape(-1, 3)
    faces = shapes.grid_faces(len(share), around, wrap=True)
    thing = studio.place(studio.mesh("coin", points, faces, look), at=at, turn=turn)
    return studio.drop(thing)


def main():
    studio.begin()
    small, broad = sides()
    silver = studio.material(
        "silver",
        ["#8f8a82", "#aaa59b", "#bdb8ad"],
        grain=0.8,
        roughness=0.42,
        metallic=0.85,
        bump=0.06,
        fine=18,
        hollows="#3a342d",
        hollow_strength=0.85,
    )
    tilt = 20
    coin(broad[0], 2.9, 0.1, 3, silver, (-1.75, 1.55, 0), (tilt, 0, 3))
    coin(broad[1], 2.9, 0.1, 5, silver, (1.75, 1.55, 0), (tilt, 0, -4))
    coin(small[0], 1.95, 0.16, 8, silver, (-1.75, -1.35, 0), (tilt, 0, -3))
    coin(small[1], 1.95, 0.16, 11, silver, (1.0, -1.35, 0), (tilt, 0, 4))
    studio.scale_bar(2, 2, at=(2.0, -2.75))
    studio.shoot(elevation=60, key_height=26)


main()
