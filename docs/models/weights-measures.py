"""A duck weight of dark polished stone, 12 cm long, its head laid on its back, and three barrel weights of haematite."""

import numpy as np

import marks
import shapes
import studio
from shapes import ball, limb, union


def duck(x, y, z):
    p = (x, y, z)
    body = union(ball(p, (0.2, 0, 2.4), (5.2, 3.3, 2.75)), limb(p, (2.5, 0, 2.8), (5.8, 0, 3.4), 1.9, 0.5), 1.2)
    neck = limb(p, (-3.9, 0, 3.0), (-3.9, 0, 5.6), 1.45, 1.1)
    neck = union(neck, limb(p, (-3.9, 0, 5.6), (-2.2, 0, 6.5), 1.1, 0.95), 0.3)
    neck = union(neck, limb(p, (-2.2, 0, 6.5), (-0.8, 0, 6.0), 0.95, 0.9), 0.3)
    crown = union(ball(p, (-0.3, 0, 5.95), (1.5, 1.15, 1.05)), limb(p, (0.6, 0, 5.75), (3.1, 0, 4.85), 0.6, 0.38), 0.25)
    body = union(body, union(neck, crown, 0.2), 0.2)
    for side in (-1, 1):
        eye = ball(p, (-0.2, side * 1.08, 6.2), (0.28, 0.2, 0.28))
        body = shapes.without(body, eye, 0.05)
    strokes = np.full(np.shape(x), 9.0)
    for k in range(3):
        cut = limb((x, y, z), (0.6 + k * 0.65, -3.6, 2.2), (0.6 + k * 0.65, -3.2, 3.7), 0.14, 0.1)
        strokes = np.minimum(strokes, cut)
    body = shapes.without(body, strokes, 0.03)
    return np.maximum(body, 0.35 - z)


def barrel(length, width):
    """A spindle with blunt ends and one flattened side."""

    def distance(x, y, z):
        radius = width / 2 * np.sqrt(np.clip(1 - (x / (length * 0.62)) ** 2, 0.02, 1))
        d = np.maximum((np.hypot(y, z) - radius) * 0.9, np.abs(x) - length / 2)
        return np.maximum(d, -0.38 * width - z)

    return distance


def main():
    studio.begin()
    stone = studio.material(
        "basalt",
        ["#4a4743", "#5c5853", "#716b62"],
        grain=1.0,
        roughness=0.38,
        bump=0.06,
        fine=18,
        hollows="#857b6c",
        hollow_strength=0.5,
    )
    points, faces = shapes.carved(duck, (-6.2, -4.2, 0), (6.6, 4.2, 7.6), 0.07)
    points += 0.012 * marks.noise(points[:, 0], points[:, 1], points[:, 2], seed=4)[:, None]
    studio.drop(studio.place(studio.mesh("duck", points, faces, stone), at=(-2.4, 0, 0), turn=(0, 0, 12)))
    ore = studio.material("haematite", ["#2c2624", "#3d3431", "#51443e"], grain=0.8, roughness=0.24, metallic=0.4, bump=0.04)
    for length, width, at, turn in ((5.4, 2.1, (8.3, -0.6), 62), (3.8, 1.5, (5.6, -4.6), 18), (2.3, 0.95, (1.4, -5.8), -14)):
        points, faces = shapes.carved(
            barrel(length, width), (-length / 2 - 0.3, -width, -width), (length / 2 + 0.3, width, width), 0.035
        )
        thing = studio.place(studio.mesh("barrel", points, faces, ore), turn=(0, 0, turn))
        studio.drop(thing)
        thing.location.x, thing.location.y = at
    studio.scale_bar(5, 5, at=(4.8, -8.4))
    studio.shoot(elevation=34, key_height=40)


main()
