"""A worshipper of pale gypsum, 30 cm tall: inlaid eyes, long wavy hair and beard, clasped hands, tufted skirt."""

import numpy as np

import marks
import shapes
import studio
from shapes import ball, limb, union, without


def figure(x, y, z):
    """The distance to the figure; it faces -y, and its left and right are alike."""
    p = (np.abs(x), y, z)
    ways = np.arctan2(y, x)
    body = union(base(x, y, z), skirt(x, y, z, ways), 0.15)
    q = (x / 1.3, y / 0.88, z)
    torso = limb(q, (0, 0, 15.2), (0, 0, 20.4), 2.75, 3.1) * 0.88
    torso = union(torso, limb(p, (0, 0.1, 21.3), (4.1, 0.1, 21.2), 1.9, 1.65), 1.4)
    arm = union(
        limb(p, (4.7, 0.1, 21.2), (5.4, -0.5, 16.9), 1.4, 1.15), limb(p, (5.4, -0.5, 16.9), (0.9, -3.6, 18.3), 1.15, 0.85), 0.25
    )
    hands = union(ball(p, (0.3, -3.75, 18.5), (1.35, 0.95, 0.95)), limb(p, (0, -4.3, 18.1), (1.3, -4.25, 18.6), 0.36, 0.3), 0.2)
    body = union(body, torso, 0.3)
    body = union(body, union(arm, hands, 0.3), 0.25)
    return union(body, head(p, x), 0.2)


def base(x, y, z):
    disc = np.maximum(np.hypot(x, y) - 5.6, np.abs(z - 0.7) - 0.7)
    p = (np.abs(x), y, z)
    feet = union(
        limb(p, (1.5, -1.0, 1.8), (1.75, -4.0, 1.6), 1.0, 0.75), limb(p, (1.5, -0.6, 1.0), (1.5, -0.6, 4.0), 1.15, 1.3), 0.4
    )
    feet = union(feet, limb(p, (0, 2.2, 1.0), (0, 2.2, 4.0), 2.2, 2.2), 0.2)
    return union(disc, feet, 0.2)


def skirt(x, y, z, ways):
    """A smooth skirt with a roll at the waist and a fringe of long tongue-shaped tufts."""
    radius = np.interp(z, [2.5, 9.0, 15.0], [5.0, 4.5, 3.75])
    turn = (ways * 22 / (2 * np.pi)) % 1 - 0.5
    tongue = np.sqrt(np.clip(1 - (turn / 0.46) ** 2, 0, 1))
    low = 3.0 + 1.1 * (1 - tongue)
    fringe = np.clip((8.2 - z) / 0.25, 0, 1)
    radius = radius + fringe * (0.34 * tongue - 0.04 + 0.05 * np.cos(turn * 40))
    d = np.hypot(x, y * 1.06) - radius
    d = np.maximum(d * 0.9, np.maximum((low - z) * 0.7, z - 15.3))
    waist = np.hypot(np.hypot(x, y * 1.06) - 3.8, z - 14.9) - 0.5
    return union(d, waist, 0.15)


def head(p, x):
    ax, y, z = p
    skull = union(ball(p, (0, -0.2, 26.5), (2.3, 2.45, 2.95)), limb(p, (0, 0, 21.5), (0, -0.2, 25), 1.9, 1.8), 0.5)
    skull = union(skull, limb((x, y, z), (0, -2.5, 27.2), (0, -3.15, 25.9), 0.3, 0.52), 0.25)
    skull = without(skull, ball(p, (1.0, -2.45, 27.05), (0.92, 0.75, 0.66)), 0.08)
    brow = (
        np.hypot(z - (27.85 + 0.12 * np.sin(ax * 1.6) - 0.25 * np.clip(ax - 1.2, 0, 9)), (y + 2.35 - 0.12 * ax**2) * 0.9) - 0.17
    )
    skull = without(skull, np.maximum(brow, ax - 2.05), 0.05)
    skull = union(skull, ball(p, (0, -2.6, 24.85), (0.8, 0.34, 0.22)), 0.08)
    wave = 0.13 * np.sin(z * 4.4 + 0.5 * np.sin(x * 4))
    cap = np.maximum(ball(p, (0, 0.25, 27.0), (2.62, 2.6, 2.85)), -(y + 1.55 + 0.22 * (z - 28.6)))
    strand = 0.1 * np.cos(np.arctan2(y - 0.2, x) * 20)
    cap = cap - strand * np.clip((z - 26) / 2, 0, 1)
    lock = limb(p, (2.35, -0.35, 26.8), (2.75, -1.9, 20.4), 0.85, 1.05) + wave
    back = np.maximum(np.maximum(np.abs(x) - 2.9, np.abs(y - 1.9) - 0.8), np.abs(z - 23.5) - 3.6) * 0.9 + wave * 0.8
    beard = np.maximum(
        np.maximum(np.abs(x) - np.interp(z, [19.5, 24], [1.75, 2.05]), np.abs(y + 2.35) - 0.95), np.abs(z - 22.1) - 2.6
    )
    beard = beard * 0.9 + wave + 0.06 * np.cos(x * 9)
    hair = union(union(cap, union(lock, back, 0.3), 0.25), beard - 0.25, 0.25)
    mouth = ball(p, (0, -3.0, 24.85), (0.95, 0.9, 0.42))
    return union(skull, without(hair, mouth, 0.2), 0.12)


def main():
    studio.begin()
    points, faces = shapes.carved(figure, (-7.2, -6.4, -0.4), (7.2, 6.4, 30.4), 0.085)
    wear = 0.05 * marks.noise(points[:, 0] * 0.5, points[:, 1] * 0.5, points[:, 2] * 0.5, seed=2, octaves=5)
    points = points * (1 + 0.004 * wear[:, None]) + 0.02 * np.stack([wear, wear, np.zeros_like(wear)], axis=1)
    stone = studio.material(
        "gypsum",
        ["#c2b08f", "#d8c9ab", "#e6dabf"],
        grain=4,
        bump=0.12,
        fine=30,
        roughness=0.75,
        hollows="#846c4c",
        hollow_strength=0.55,
        Subsurface_Weight=0.08,
        Subsurface_Scale=0.3,
    )
    parts = [studio.mesh("figure", points, faces, stone)]
    shell = studio.plain("shell", "#d8cdb4", 0.5)
    dark = studio.plain("inlay", "#15161b", 0.25)
    sphere = shapes.smooth_path([(np.cos(a), np.sin(a)) for a in np.linspace(np.pi / 2, -np.pi / 2, 30)], 40, 1)
    for side in (-1, 1):
        for name, centre, radii, look in (
            ("eye", (1.0, -2.08, 27.05), (0.84, 0.6, 0.58), shell),
            ("pupil", (1.0, -2.4, 27.02), (0.5, 0.4, 0.46), dark),
        ):
            unit, quads, _ = shapes.turned(sphere, 60)
            parts.append(studio.mesh(name, unit * radii + np.array([side * centre[0], centre[1], centre[2]]), quads, look))
    for part in parts:
        studio.place(part, turn=(0, 0, -16))
    studio.scale_bar(10, 5, at=(-5, -9.0))
    studio.shoot(elevation=20, key_side=-52, key_height=36, portrait=True)


main()
