"""A cast bronze axe head of 15 cm with a hole for the shaft, under a crust of green and brown corrosion."""

import numpy as np

import marks
import shapes
import studio
from shapes import union, without


def axe(x, y, z):
    """The blade runs along x, its edge to the left; the shaft's hole runs along y."""
    share = np.clip((3.6 - x) / 11.5, 0, 1)
    half_width = 1.75 + 0.35 * share + 2.1 * share**3
    middle = 0.9 * share**1.6
    thick = np.interp(x, [-8.2, -6.0, 0.0, 4.0], [0.03, 0.38, 0.85, 1.05])
    edge = -7.6 + 0.09 * (y + middle) ** 2 * 0.8
    blade = np.maximum(np.abs(y + middle) - half_width, np.maximum((np.abs(z) - thick) * 0.98, np.maximum(edge - x, x - 4.2)))
    rib = np.maximum(
        np.hypot(z * 1.0, (y + middle * 0.8) * 1.0) - np.interp(x, [-5, 3.4], [0.2, 1.15]), np.maximum(-5.2 - x, x - 4)
    )
    ring = np.hypot(x - 4.7, z)
    socket = np.maximum(ring - 1.95, np.abs(y) - 2.5)
    for collar in (-2.2, 2.2):
        socket = union(socket, np.hypot(ring - 1.95, y - collar) - 0.32, 0.1)
    crest = np.maximum(np.abs(z) - 0.28, np.maximum(np.abs(y) - 1.9, np.abs(x - 6.9) - 0.75))
    head = union(union(blade, rib, 0.35), union(socket, crest, 0.25), 0.3)
    return without(head, ring - 1.4, 0.05)


def main():
    studio.begin()
    points, faces = shapes.carved(axe, (-8.6, -5.6, -2.6), (8.2, 4.2, 2.6), 0.07)
    x, y, z = points.T
    crust = marks.noise(x * 1.3, y * 1.3, z * 1.3, seed=3, octaves=6)
    points = points + np.stack([x * 0, y * 0, np.sign(z)], axis=1) * (0.05 * crust * np.clip(np.abs(z) * 3, 0, 1))[:, None]
    notch = np.clip(marks.noise(y * 1.4, y * 0, seed=6, octaves=4) - 0.3, 0, 1) * np.clip((-7.0 - x) / 0.6, 0, 1)
    points[:, 0] += 0.35 * notch
    paint = marks.bare(x.shape)
    paint = marks.over(
        paint,
        studio.rgb("#6b4a2c"),
        np.clip((marks.noise(x * 0.45, y * 0.45, z * 0.45, seed=11, octaves=6) - 0.05) * 1.5, 0, 0.85),
    )
    paint = marks.over(
        paint, studio.rgb("#9fbfa6"), np.clip((marks.noise(x * 1.1, y * 1.1, z * 1.1, seed=15, octaves=6) - 1.0) * 3, 0, 0.8)
    )
    patina = studio.material(
        "bronze",
        ["#2f4a3a", "#48705a", "#5f8a70"],
        grain=1.6,
        roughness=0.62,
        metallic=0.2,
        bump=0.3,
        fine=14,
        painted=True,
        hollows="#2b3029",
        hollow_strength=0.5,
    )
    head = studio.mesh("axe", points, faces, patina, paint)
    studio.drop(studio.place(head, turn=(-8, 0, -6)))
    studio.scale_bar(10, 5)
    studio.shoot(elevation=44, key_height=36)


main()
