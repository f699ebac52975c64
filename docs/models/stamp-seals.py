"""Three stone stamp seals: a dome with its face up and a Sasanian one that lies on the rim of its large hole, each before
the clay it was pressed into, and a seal in the shape of a lying ram."""

import numpy as np

import figures
import marks
import shapes
import studio
from shapes import ball, limb, union, without


def goat(radius, per_cm=140):
    field = marks.Field(2 * radius, 2 * radius, per_cm)
    figures.goat(field, 1.05, 1.83, 0.82, 1, 0.13)
    for angle in (20, 80, 140):
        x, y = 0.17 * np.cos(np.radians(angle)), 0.17 * np.sin(np.radians(angle))
        field.limb(0.62 - x, 0.72 - y, 0.62 + x, 0.72 + y, 0.028, 0.02, height=0.06)
    for x, y in ((2.0, 1.5), (1.98, 0.72), (0.27, 1.4)):
        field.oval(x, y, 0.07, 0.07, 0.07)
    field.limb(0.5, 1.92, 1.8, 1.92, 0.025, height=0.05)
    return field


def zebu(radius, per_cm=180):
    """A humped bull, as many Sasanian seals bear."""
    field = marks.Field(2 * radius, 2 * radius, per_cm)
    figures.goat(field, 1.0, 1.52, 0.66, -1, 0.11, "bull")
    field.oval(0.7, 0.83, 0.14, 0.2, 0.12, angle=25)
    field.limb(0.52, 1.0, 0.62, 1.2, 0.1, 0.06, height=0.08)
    field.path([(1.44, 1.02), (1.55, 1.14), (1.53, 1.38)], 0.03, 0.035, height=0.06)
    field.path([(1.15 + 0.15 * np.cos(a), 0.42 + 0.15 * np.sin(a)) for a in np.linspace(0.3, 2.8, 8)], 0.026, height=0.05)
    field.oval(1.15, 0.36, 0.05, 0.05, 0.05)
    return field


def pressed(field, size, scale, seed, at, turn):
    """A pad of clay with the picture, `scale` times its field, raised in an oval hollow with half sizes `size`.

    The seal was held askew, so the hollow is deeper on one side.
    """
    middle = field.width / 2

    def relief(p, n):
        out = (np.hypot(p[:, 0] / size[0], p[:, 1] / size[1]) - 0.98) * size[1]
        top = p[:, 2] > 0
        inside = np.clip(-out / 0.08, 0, 1) * top
        sunk = 0.13 + 0.03 * (p[:, 0] - 0.6 * p[:, 1]) / size[0]
        lip = 0.04 * np.exp(-(((out - 0.05) / 0.16) ** 2)) * (out > 0) * top
        body = 0.07 * marks.noise(p[:, 0], p[:, 1], p[:, 2], seed=seed, octaves=3)
        fine = 0.006 * marks.noise(p[:, 0] * 6, p[:, 1] * 6, p[:, 2] * 6, seed=seed + 1)
        picture = scale * field.at(middle + p[:, 0] / scale, middle - p[:, 1] / scale)
        return inside * (picture - sunk) + lip + body + fine

    clay = studio.material(
        "clay", ["#8d7a66", "#a08c76", "#ad9a84"], grain=1.0, bump=0.15, fine=16, hollows="#6b5a49", hollow_strength=0.5
    )
    points, faces, _ = shapes.block((size[0] + 0.6, size[1] + 0.5, 0.45), (2.6, 2.6, 2.4), per_cm=120, relief=relief)
    studio.drop(studio.place(studio.mesh("pad", points, faces, clay), at=at, turn=turn))


def dome(field, radius, look):
    """A turned stone whose foot (z = 0) bears the picture sunk and reversed. Its hole is hidden below, so there is none."""
    corners = [(0, 1.35), (0.5, 1.3), (0.95, 0.95), (radius, 0.4), (radius, 0.06), (radius - 0.05, 0)]
    profile = shapes.smooth_path(corners, 300, 3)
    face = shapes.even_path([(corners[-1][0], 0), (0.002, 0)], 190)
    profile = np.concatenate([profile, face[1:]])

    def relief(theta, way, r, height):
        on_face = (np.arange(len(profile)) >= 300)[:, None]
        x, y = r * np.cos(theta), r * np.sin(theta)
        cut = -field.at(radius - x, radius + y) * np.clip((radius - 0.06 - r) / 0.05, 0, 1)
        chips = np.clip(marks.noise(x * 1.7, y * 1.7, height, seed=7, octaves=5) - 0.55, 0, 1)
        chips *= np.clip((r - radius + 0.22) / 0.2, 0, 1) * np.clip(1 - height / 0.35, 0, 1)
        return np.where(on_face, cut, 0) - 0.22 * chips + 0.015 * marks.noise(x * 1.3, y * 1.3, height * 1.3, seed=4)

    points, faces, _ = shapes.turned(profile, 900, relief)
    return studio.mesh("dome", points, faces, look)


def ellipsoid(x, y, z):
    """The Sasanian form: a thick ring-like stone with a large hole, made flat below, where its picture is."""
    body = np.maximum(ball((x, y, z), (0, 0, 0.82), (1.22, 1.05, 1.1)), -z)
    hole = np.hypot(x, z - 1.05) - (0.38 + 0.12 * np.clip((np.abs(y) - 0.6) / 0.3, 0, 1) ** 2)
    return without(body, hole, 0.08)


def ram(x, y, z):
    """A ram that lies with folded legs, its head to the right, and a string hole across its back."""
    p = (x, y, z)
    body = union(ball(p, (-0.35, 0, 0.62), (1.12, 0.62, 0.66)), ball(p, (0.5, 0, 0.68), (0.6, 0.55, 0.66)), 0.2)
    body = union(body, ball(p, (-0.95, 0, 0.55), (0.6, 0.62, 0.6)), 0.15)
    body = union(body, limb(p, (0.72, 0, 0.85), (1.02, 0, 1.38), 0.42, 0.33), 0.2)
    body = union(body, limb(p, (1.05, 0, 1.45), (1.55, 0, 1.2), 0.31, 0.19), 0.12)
    for side in (-1, 1):
        hind = limb(p, (-1.1, side * 0.52, 0.55), (-0.55, side * 0.64, 0.2), 0.26, 0.17)
        hind = union(hind, limb(p, (-0.55, side * 0.64, 0.16), (-1.05, side * 0.66, 0.12), 0.15, 0.12), 0.05)
        fore = limb(p, (0.55, side * 0.46, 0.55), (1.0, side * 0.44, 0.2), 0.22, 0.16)
        fore = union(fore, limb(p, (1.0, side * 0.44, 0.16), (0.4, side * 0.56, 0.12), 0.15, 0.12), 0.05)
        body = union(union(body, hind, 0.05), fore, 0.05)
        body = union(body, limb(p, (1.02, side * 0.25, 1.36), (0.86, side * 0.5, 1.3), 0.13, 0.07), 0.03)
        for a in range(24):
            # The horn winds from the crown round the ear and forward again.
            turn, far = np.radians(70 + a * 13), 0.36 - 0.002 * a
            spot = (0.98 + far * np.cos(turn), side * (0.22 + 0.011 * a), 1.36 + far * np.sin(turn))
            body = union(body, ball(p, spot, 0.115 - 0.002 * a), 0.008)
        body = without(body, ball(p, (1.37, side * 0.26, 1.4), 0.06), 0.02)
    body = without(body, limb(p, (1.76, -0.3, 1.1), (1.6, 0.3, 1.12), 0.025, 0.025), 0.02)
    hole = limb(p, (-0.2, -2, 0.83), (-0.2, 2, 0.83), 0.13, 0.13)
    for side in (-1, 1):
        hole = union(hole, ball(p, (-0.2, side * 0.62, 0.83), 0.2), 0.04)
    return np.maximum(without(body, hole, 0.03), -z)


def main():
    studio.begin()
    dull = studio.material(
        "steatite",
        ["#2f3432", "#414844", "#565c56"],
        grain=0.9,
        roughness=0.42,
        bump=0.05,
        hollows="#cfc4b0",
        hollow_strength=0.6,
    )
    glossy = studio.material(
        "carnelian",
        ["#6d2f17", "#8f4420", "#b06a3a"],
        grain=0.9,
        roughness=0.2,
        bump=0.03,
        hollows="#e0cdb4",
        hollow_strength=0.5,
        Subsurface_Weight=0.35,
        Subsurface_Radius=(0.5, 0.18, 0.08),
        Subsurface_Scale=0.3,
    )
    pale = studio.material(
        "marble",
        ["#b3a58c", "#c4b89f", "#d2c8b3"],
        grain=1.2,
        roughness=0.45,
        bump=0.06,
        hollows="#8d7557",
        hollow_strength=0.7,
        Subsurface_Weight=0.15,
        Subsurface_Scale=0.2,
    )
    pressed(goat(1.15), (1.15, 1.15), 1, 5, (-2.4, 2.3, 0), (8, 0, -6))
    studio.drop(studio.place(dome(goat(1.15), 1.17, dull), at=(-2.9, -0.95, 0), turn=(207, 0, 4)))
    pressed(zebu(0.95), (0.84, 0.72), 0.8, 9, (1.1, 2.2, 0), (8, 0, 8))
    points, faces = shapes.carved(ellipsoid, (-1.4, -1.1, -0.1), (1.4, 1.1, 2.1), 0.012)
    x, y, z = points.T
    face = np.clip(1 - z / 0.01, 0, 1) * np.clip((1 - np.hypot(x / 0.78, y / 0.66)) / 0.06, 0, 1)
    z += face * 0.8 * zebu(0.95).at(0.95 - x / 0.8, 0.95 + y / 0.8)
    points += 0.01 * marks.noise(x * 1.5, y * 1.5, z * 1.5, seed=3)[:, None]
    studio.drop(studio.place(studio.mesh("sasanian", points, faces, glossy), at=(0.75, -1.3, 0), turn=(-90, 0, -8)))
    points, faces = shapes.carved(ram, (-1.9, -1, -0.1), (2, 1, 2), 0.018)
    points += 0.014 * marks.noise(points[:, 0] * 1.5, points[:, 1] * 1.5, points[:, 2] * 1.5, seed=3)[:, None]
    studio.drop(studio.place(studio.mesh("ram", points, faces, pale), at=(3.75, 0.7, 0), turn=(0, 0, -14)))
    studio.scale_bar(3, 3, at=(2.2, -2.5))
    studio.shoot(elevation=44, key_height=28)


main()
