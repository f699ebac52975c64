"""Two dome-shaped stone stamp seals, each behind the clay it was pressed into: one shows its cut face, one its string hole."""

import numpy as np

import figures
import marks
import shapes
import studio

RADIUS = 1.15


def goat(per_cm=140):
    field = marks.Field(2 * RADIUS, 2 * RADIUS, per_cm)
    figures.goat(field, 1.1, 1.82, 0.72, 1, 0.13)
    field.path([(0.45 + 0.2 * np.cos(a), 0.62 + 0.14 * np.sin(a)) for a in np.linspace(0.2, 2.9, 8)], 0.035, height=0.06)
    for x, y in ((0.32, 1.35), (1.95, 1.5)):
        field.oval(x, y, 0.07, 0.07, 0.07)
    return field


def bull(per_cm=140):
    field = marks.Field(2 * RADIUS, 2 * RADIUS, per_cm)
    figures.goat(field, 1.05, 1.8, 0.8, -1, 0.13, "bull")
    field.path([(1.5 + 0.13 * np.cos(a), 0.5 + 0.13 * np.sin(a)) for a in np.linspace(0.8, 5.4, 10)], 0.03, height=0.06)
    return field


def pressed(field, at, name):
    """A pad of clay with the picture raised in a round hollow."""

    def relief(p, n):
        edge = RADIUS * 0.97 - np.hypot(p[:, 0], p[:, 1])
        inside = np.clip(edge / 0.07, 0, 1) * (p[:, 2] > 0)
        body = 0.07 * marks.noise(p[:, 0], p[:, 1], p[:, 2], seed=len(name), octaves=3)
        return inside * (field.at(p[:, 0] + RADIUS, RADIUS - p[:, 1]) - 0.14) + body

    clay = studio.material(
        "clay", ["#8d7a66", "#a08c76", "#ad9a84"], grain=1.0, bump=0.15, fine=16, hollows="#6b5a49", hollow_strength=0.5
    )
    points, faces, _ = shapes.block((1.75, 1.65, 0.45), (2.6, 2.6, 2.4), per_cm=110, relief=relief)
    studio.drop(studio.place(studio.mesh(name, points, faces, clay), at=at, turn=(10, 0, 0)))


def seal(field, corners, look, at, turn):
    """A turned stone whose foot (z = 0) bears the picture sunk and reversed, with a hole across it."""
    profile = shapes.smooth_path(corners, 300, 3)
    face = shapes.even_path([(corners[-1][0], 0), (0.002, 0)], 190)
    profile = np.concatenate([profile, face[1:]])

    def relief(theta, way, radius, height):
        on_face = (np.arange(len(profile)) >= 300)[:, None]
        x, y = radius * np.cos(theta), radius * np.sin(theta)
        cut = -field.at(RADIUS - x, RADIUS + y) * np.clip((RADIUS - radius) / 0.05, 0, 1)
        return np.where(on_face, cut, 0) + 0.02 * marks.noise(x * 1.3, y * 1.3, height * 1.3, seed=4)

    points, faces, _ = shapes.turned(profile, 640, relief)
    return studio.place(studio.mesh("seal", points, faces, look), at=at, turn=turn)


def bored(x, y, z):
    """A dome with a string hole through its upper half."""
    dome = np.maximum(shapes.ball((x, y, z), (0, 0, 0.02), (1.17, 1.17, 1.4)), -z)
    hole = shapes.limb((x, y, z), (-0.9, -2, 0.72), (0.9, 2, 0.72), 0.2, 0.2)
    mouths = np.minimum(shapes.ball((x, y, z), (-0.47, -1.06, 0.72), 0.3), shapes.ball((x, y, z), (0.47, 1.06, 0.72), 0.3))
    return shapes.without(dome, shapes.union(hole, mouths, 0.05), 0.03)


def main():
    studio.begin()
    dome = [(0, 1.35), (0.5, 1.3), (0.95, 0.95), (1.16, 0.4), (RADIUS, 0)]
    red = studio.material(
        "jasper",
        ["#54291d", "#6f3626", "#8a4d38"],
        grain=0.8,
        roughness=0.28,
        bump=0.04,
        hollows="#e0cdb4",
        hollow_strength=0.5,
        Subsurface_Weight=0.2,
        Subsurface_Radius=(0.4, 0.15, 0.08),
        Subsurface_Scale=0.2,
    )
    pale = studio.material(
        "steatite",
        ["#2f3432", "#414844", "#565c56"],
        grain=0.9,
        roughness=0.3,
        bump=0.04,
        hollows="#cfc4b0",
        hollow_strength=0.55,
    )
    pressed(goat(), (-2.3, -2.0, 0), "first")
    pressed(bull(), (2.3, -2.0, 0), "second")
    studio.drop(seal(goat(), dome, pale, (-2.3, 2.1, 0), (228, 0, 0)))
    points, faces = shapes.carved(bored, (-1.4, -1.4, -0.2), (1.4, 1.4, 1.7), 0.02)
    points += 0.012 * marks.noise(points[:, 0] * 1.5, points[:, 1] * 1.5, points[:, 2] * 1.5, seed=3)[:, None]
    studio.drop(studio.place(studio.mesh("bored", points, faces, red), at=(2.3, 2.2, 0), turn=(0, 0, 8)))
    studio.scale_bar(3, 3, at=(-1.5, -4.7))
    studio.shoot(elevation=40, key_height=26)


main()
