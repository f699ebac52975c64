"""A duck weight of dark polished stone, 13 cm long, its head laid on its back, a small one of haematite, and four
barrel weights of haematite, the largest with three cut strokes."""

import numpy as np

import marks
import shapes
import studio
from shapes import ball, limb, union, without


def incised(body, line, width, depth):
    """The body with a groove where `line` is 0, cut no deeper than `depth`."""
    return without(body, np.maximum(np.abs(line) - width / 2, -(body + depth)), 0.04)


def duck(x, y, z):
    """The breast is to the left. Neck and head lie half sunk in the back, as one mass with it: nothing could break off."""
    p = (x, y, z)
    body = union(ball(p, (-0.7, 0, 2.5), (5.6, 3.5, 3.0)), limb(p, (1.6, 0, 2.7), (6.1, 0, 3.7), 2.4, 0.45), 1.0)
    wing = np.hypot((x - 1.0) / 4.1, (z - 3.3 - 0.1 * (x - 1.0)) / (1.15 - 0.18 * (x - 1.0))) - 1
    body = incised(body, np.where((x < 5.2) & (np.abs(y) > 1), wing * 1.2, 9), 0.13, 0.09)
    for k in range(3):
        feather = z - 3.7 + 0.45 * k - (0.14 - 0.05 * k) * (x - 1.0)
        inside = (x > 0.2 + 0.3 * k) & (x < 4.2 - 0.5 * k) & (np.abs(y) > 1)
        body = incised(body, np.where(inside, feather, 9), 0.1, 0.06)
    tail = np.where((x > 4.6) & (z > 3), np.abs(y) - 0.22 - 0.12 * (6.2 - x), 9)
    body = incised(body, tail, 0.1, 0.07)
    neck = limb(p, (-5.15, 0, 2.5), (-5.0, 0, 3.6), 1.25, 1.2)
    bend = shapes.smooth_path([(-5.0, 0, 3.4), (-4.9, 0, 5.1), (-4.0, 0, 5.75), (-2.8, 0, 5.7), (-1.0, 0, 5.75)], 9, 2)
    for i in range(8):
        neck = union(neck, limb(p, bend[i], bend[i + 1], 1.2 - 0.04 * i, 1.16 - 0.04 * i), 0.1)
    head = union(neck, ball(p, (-0.55, 0, 5.8), (1.6, 1.22, 1.12)), 0.25)
    bill = ball((x, y, z + 0.2 * (x - 1.6)), (1.7, 0, 5.4), (1.75, 0.72, 0.52))
    head = union(head, bill, 0.15)
    head = incised(head, np.where((x > 0.7) & (np.abs(y) > 0.2), z - 5.4 + 0.2 * (x - 1.6), 9), 0.09, 0.06)
    head = incised(head, np.where(z > 5.2, x - 0.78 - 0.2 * np.abs(y), 9), 0.09, 0.06)
    eye = np.hypot(x + 0.45, z - 6.05)
    head = incised(head, np.where(np.abs(y) > 0.6, eye - 0.27, 9), 0.1, 0.07)
    head = incised(head, np.where(np.abs(y) > 0.6, eye, 9), 0.14, 0.07)
    return np.maximum(union(body, head, 0.12), 0.75 - z)


def barrel(length, width, strokes):
    """A spindle with blunt ends and one flattened side."""

    def distance(x, y, z):
        radius = width / 2 * (1 - 0.5 * np.clip(2 * x / length, -1.1, 1.1) ** 2)
        d = -union(-(np.hypot(y, z) - radius) * 0.9, -(np.abs(x) - length / 2), 0.06)
        up = np.arctan2(z, -y)
        for k in range(strokes):
            # Cut from the top of the side downwards, each wider at its head.
            cut = np.abs(x - 0.42 * (k - 1)) - (0.045 + 0.13 * np.clip((up - 0.95) / 0.25, 0, 1))
            cut = np.maximum(cut, np.abs(up - 0.7) - 0.5)
            d = without(d, np.maximum(cut, -(d + 0.09)), 0.02)
        return np.maximum(d, -0.36 * width - z)

    return distance


def main():
    studio.begin()
    stone = studio.material(
        "diorite",
        ["#33322f", "#45433e", "#5d5a52"],
        grain=0.35,
        roughness=0.3,
        bump=0.05,
        fine=10,
        hollows="#94897a",
        hollow_strength=0.7,
    )
    points, faces = shapes.carved(duck, (-7, -4.2, 0.5), (7.2, 4.2, 7.4), 0.04)
    x, y, z = points.T
    points += 0.02 * marks.noise(x * 0.7, y * 0.7, z * 0.7, seed=4)[:, None]
    chips = np.clip(marks.noise(x * 0.9, y * 0.9, z * 0.9, seed=9, octaves=5) - 1.0, 0, 1)
    points -= (0.3 * chips)[:, None] * (points - (0, 0, 3)) / np.linalg.norm(points - (0, 0, 3), axis=1, keepdims=True)
    large = studio.mesh("duck", points, faces, stone)
    polish = large.modifiers.new("polish", "SMOOTH")
    polish.iterations = 3
    studio.drop(studio.place(large, at=(-1.2, 2.4, 0), turn=(0, 0, -10)))

    ore = studio.material(
        "haematite",
        ["#353032", "#463f40", "#594f4c"],
        grain=0.8,
        roughness=0.22,
        metallic=0.55,
        bump=0.03,
        hollows="#a08a74",
        hollow_strength=0.6,
    )
    small = studio.mesh("small duck", points * 0.27, faces, ore)
    studio.drop(studio.place(small, at=(6.9, -1.6, 0), turn=(0, 0, -16)))
    for length, width, strokes, at, turn in (
        (5.2, 1.9, 3, (-4.6, -3.9), 8),
        (3.6, 1.4, 0, (0.5, -4.4), -32),
        (2.4, 0.95, 0, (3.9, -4.1), 24),
        (1.5, 0.62, 0, (6.5, -4.3), -12),
    ):
        points, faces = shapes.carved(
            barrel(length, width, strokes), (-length / 2 - 0.3, -width, -width), (length / 2 + 0.3, width, width), 0.025
        )
        points += 0.01 * marks.noise(points[:, 0], points[:, 1], points[:, 2], seed=int(length * 10))[:, None]
        studio.drop(studio.place(studio.mesh("barrel", points, faces, ore), at=(*at, 0), turn=(0, 0, turn)))
    studio.scale_bar(5, 5, at=(2.8, -6.6))
    studio.shoot(elevation=36, key_height=38)


main()
