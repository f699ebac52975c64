"""Two vessels of banded alabaster: a tall flaring beaker of 16 cm and a small squat jar with a flat rim."""

import numpy as np

import marks
import shapes
import studio


def vessel(name, corners, look, seed):
    profile = shapes.smooth_path(corners, 620, 4)

    def relief(theta, way, radius, height):
        x, y = radius * np.cos(theta), radius * np.sin(theta)
        uneven = 0.05 * marks.noise(x * 0.3, y * 0.3, height * 0.3, seed=seed, octaves=2)
        drilling = 0.01 * np.sin(height * 14 + 0.4 * np.sin(theta * 2))
        pits = np.clip(marks.noise(x * 1.4, y * 1.4, height * 1.4, seed=seed + 1, octaves=6) - 1.3, 0, 1)
        chip = np.clip(marks.noise(x * 0.9, y * 0.9, height * 0.9, seed=seed + 2, octaves=4) - 0.9, 0, 1)
        lip = np.clip((height - (corners_top - 0.35)) / 0.35, 0, 1)
        return uneven + drilling * 0.4 - 0.08 * pits - 0.5 * chip * lip

    corners_top = max(z for _, z in corners)
    points, faces, _ = shapes.turned(profile, 700, relief)
    return studio.mesh(name, points, faces, look)


def alabaster(name, stretch):
    return studio.material(
        name,
        ["#a5865d", "#cdb58f", "#e6d7bb", "#efe6d3"],
        grain=2.2,
        stretch=stretch,
        roughness=0.38,
        bump=0.04,
        fine=20,
        hollows="#8a7355",
        hollow_strength=0.5,
        Subsurface_Weight=0.25,
        Subsurface_Radius=(1.0, 0.7, 0.45),
        Subsurface_Scale=0.35,
    )


def main():
    studio.begin()
    beaker = [
        (0, 1.5),
        (2.2, 1.6),
        (2.6, 2.4),
        (2.75, 6),
        (3.3, 11),
        (4.6, 15.4),
        (4.9, 15.95),
        (5.2, 16.0),
        (5.15, 15.6),
        (3.75, 11),
        (3.2, 6),
        (3.05, 2),
        (3.4, 0.5),
        (3.3, 0),
        (0, 0.15),
    ]
    jar = [
        (0, 0.9),
        (2.4, 1.1),
        (3.3, 2.6),
        (2.9, 4.3),
        (1.9, 5.0),
        (1.75, 5.5),
        (2.0, 5.85),
        (2.9, 5.95),
        (3.05, 5.75),
        (2.9, 5.5),
        (2.25, 5.2),
        (2.4, 4.9),
        (3.5, 4.4),
        (4.0, 2.7),
        (3.1, 0.7),
        (2.0, 0),
        (0, 0.1),
    ]
    tilted = studio.place(vessel("beaker", beaker, alabaster("veined", (0.35, 0.5, 1.5)), 1), at=(0, 0, 0), turn=(0, 0, 30))
    small = studio.place(vessel("jar", jar, alabaster("clouded", (0.7, 0.5, 1.1)), 7), at=(10.2, -1.5, 0), turn=(0, 0, 120))
    studio.drop(tilted)
    studio.drop(small)
    studio.scale_bar(10, 5, at=(3.6, -9.4))
    studio.shoot(elevation=24, key_height=34)


main()
