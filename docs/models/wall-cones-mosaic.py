"""Loose clay wall cones of 9 to 12 cm with black, red or white ends, and a piece of wall set with such cones."""

import numpy as np

import marks
import shapes
import studio

COLOURS = {"b": "#25201d", "r": "#7c4431", "w": "#cdbf9f"}


def clay(name):
    return studio.material(
        name, ["#a98a64", "#bd9d75", "#ccae87"], grain=2, bump=0.25, fine=18, painted=True, hollows="#7a6146", hollow_strength=0.5
    )


def cone(length, colour, seed, at, turn):
    corners = [
        (0, length - 0.12),
        (0.7, length - 0.1),
        (1.02, length),
        (1.12, length - 0.16),
        (1.08, length - 1.2),
        (0.85, length * 0.55),
        (0.42, length * 0.13),
        (0.2, 0.1),
        (0, 0),
    ]
    profile = shapes.smooth_path(corners, 300, 3)

    def relief(theta, way, radius, height):
        x, y = radius * np.cos(theta), radius * np.sin(theta)
        chip = np.clip(marks.noise(x * 1.3, y * 1.3, height * 1.3, seed=seed + 1, octaves=5) - 1.2, 0, 1)
        return 0.07 * marks.noise(x * 0.7, y * 0.7, height * 0.5, seed=seed, octaves=3) - 0.25 * chip

    def paint(theta, way, radius, height):
        x, y = radius * np.cos(theta), radius * np.sin(theta)
        rough = marks.noise(x * 2, y * 2, height * 2, seed=seed + 2, octaves=4)
        colour_end = np.clip((height - (length - 0.75) + 0.12 * rough) / 0.1, 0, 1)
        plaster = np.clip((marks.noise(x * 0.7, y * 0.7, height * 0.7, seed=seed + 3, octaves=5) - 0.7) * 3, 0, 0.9)
        worn = np.clip(1.3 - rough * 0.45, 0.3, 1)
        made = marks.over(marks.bare(theta.shape), studio.rgb("#d8cfbd"), plaster * (height < length - 1))
        return marks.over(made, studio.rgb(COLOURS[colour]), colour_end * worn)

    points, faces, colours = shapes.turned(profile, 260, relief, paint)
    thing = studio.mesh("cone", points, faces, clay("cone"), colours)
    studio.place(thing, turn=(0, 90 + np.degrees(np.arctan2(0.9, length)), turn))
    studio.drop(thing)
    thing.location.x, thing.location.y = at
    return thing


def wall():
    """Cone ends in a bed of mud, in lozenges of three colours."""
    step, rise, half = 1.75, 1.52, (10.2, 6.6, 2.2)
    spots = []
    for j in range(-4, 5):
        for i in range(-6, 7):
            x, y = (i + 0.5 * (j % 2)) * step, j * rise
            ring = (round(abs(x) / step * 2) + abs(j) * 1) % 8
            spots.append((x, y, "b" if ring in (0, 1) else "r" if ring in (4, 5) else "w"))

    def nearest(p):
        best, kind = np.full(len(p), 9.0), np.zeros(len(p), dtype=int)
        for k, (x, y, _) in enumerate(spots):
            d = np.hypot(p[:, 0] - x, p[:, 1] - y)
            kind, best = np.where(d < best, k, kind), np.minimum(best, d)
        return best, kind

    lift = np.random.default_rng(4).normal(0, 0.07, len(spots))
    missing = np.random.default_rng(6).random(len(spots)) < 0.05

    def relief(p, n):
        d, kind = nearest(p)
        top = (p[:, 2] > 0) * np.clip((n[:, 2] - 0.75) / 0.2, 0, 1)
        ends = np.where(missing[kind], -0.7, 0.3 + lift[kind] - 0.06 * np.clip(1 - d / 0.6, 0, 1)) * np.clip(
            (0.78 - d) / 0.09, 0, 1
        )
        mud = 0.12 * marks.noise(p[:, 0] * 0.8, p[:, 1] * 0.8, p[:, 2] * 0.8, seed=2, octaves=5)
        broken = (
            0.55 * marks.noise(p[:, 0] * 0.35, p[:, 1] * 0.35, p[:, 2] * 0.35, seed=5, octaves=5) * (1 - np.abs(n[:, 2]) ** 3)
        )
        return ends * top + mud * np.clip((d - 0.74) / 0.1, 0.12, 1) + broken

    def paint(p, n):
        d, kind = nearest(p)
        rough = marks.noise(p[:, 0] * 1.6, p[:, 1] * 1.6, seed=9, octaves=4)
        made = marks.bare((len(p),))
        on = np.clip((0.8 - d) / 0.06, 0, 1) * np.clip((n[:, 2] - 0.8) / 0.1, 0, 1) * ~missing[kind]
        for key, code in COLOURS.items():
            same = np.array([c == key for _, _, c in spots])[kind]
            made = marks.over(made, studio.rgb(code), on * same * np.clip(1.25 - rough * 0.35, 0.4, 1))
        return made

    points, faces, colours = shapes.block(half, (9, 9, 5), per_cm=27, relief=relief, paint=paint)
    return studio.mesh("wall", points, faces, clay("wall"), colours)


def main():
    studio.begin()
    studio.drop(studio.place(wall(), at=(0, 6.2, 0), turn=(24, 0, 0)))
    for i, (length, colour, x, y, turn) in enumerate(
        [(11.5, "b", -11.0, -5.6, 8), (9.6, "r", -8.5, -9.4, -6), (10.4, "w", 0.6, -4.6, -6), (9.2, "b", 2.6, -8.6, 5)]
    ):
        cone(length, colour, 20 + i * 5, (x, y), turn)
    studio.scale_bar(10, 5, at=(1.6, -14.2))
    studio.shoot(elevation=44, key_height=34)


main()
