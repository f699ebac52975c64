"""A two-handled jar of 30 cm with turquoise glaze: silvery patches, fine cracks, drips above the bare foot."""

import numpy as np

import marks
import shapes
import studio


def main():
    studio.begin()
    corners = [
        (2.0, 20),
        (2.2, 25),
        (2.7, 28.2),
        (3.6, 29.6),
        (4.2, 30.0),
        (4.7, 29.7),
        (4.6, 28.9),
        (3.6, 28.0),
        (3.1, 26),
        (3.1, 24),
        (3.6, 22.8),
        (6.2, 21.2),
        (8.6, 18),
        (9.6, 14),
        (9.0, 9),
        (6.6, 4.6),
        (4.4, 2.4),
        (4.0, 1.4),
        (4.7, 0.4),
        (4.8, 0),
        (0, 0.3),
    ]
    profile = shapes.smooth_path(corners, 1000, 3)
    outer = profile[:, 1].argmax()

    def glaze_end(theta):
        drips = marks.noise(np.cos(theta) * 2.2, np.sin(theta) * 2.2, seed=4, octaves=3)
        return 4.6 - 2.3 * np.clip(drips, -0.3, 1)

    def relief(theta, way, radius, height):
        x, y = radius * np.cos(theta), radius * np.sin(theta)
        ridges = sum(0.16 * np.exp(-(((height - z) / 0.16) ** 2)) for z in (19.6, 20.3, 23.4))
        rope = 0.2 * np.exp(-(((height - 17.0) / 0.35) ** 2)) * (0.55 + 0.45 * np.sin(theta * 46 + height * 5))
        wheel = 0.035 * np.sin(height * 3.4)
        body = 0.12 * marks.noise(x * 0.2, y * 0.2, height * 0.2, seed=1, octaves=3)
        edge = 0.1 * np.clip((height - glaze_end(theta)) / 0.3, 0, 1)
        return ridges + rope + wheel + body + edge + 0.012 * marks.noise(x * 2.5, y * 2.5, height * 2.5, seed=2)

    def paint(theta, way, radius, height):
        x, y = radius * np.cos(theta), radius * np.sin(theta)
        colour = marks.bare(theta.shape)
        pale = marks.noise(x * 0.16, y * 0.16, height * 0.16, seed=9, octaves=6)
        colour = marks.over(colour, studio.rgb("#b9c4b4"), np.clip((pale - 0.1) * 1.3, 0, 0.8))
        crack = marks.cells(theta * 9 / 1.1 + 0.2 * pale, way / 1.1 + 0.2 * pale, seed=3)
        colour = marks.over(colour, studio.rgb("#3b5a50"), np.clip((0.05 - crack) / 0.05, 0, 1) * 0.5)
        flakes = marks.noise(x * 0.33, y * 0.33, height * 0.33, seed=15, octaves=7)
        colour = marks.over(colour, studio.rgb("#cbb083"), np.clip((flakes - 0.9) * 9, 0, 1))
        bare = np.clip((glaze_end(theta) - height) / 0.15, 0, 1)
        clay = marks.noise(x * 0.8, y * 0.8, height * 0.8, seed=6)
        colour = marks.over(colour, studio.rgb("#c2a377"), bare)
        return marks.over(colour, studio.rgb("#a58761"), bare * np.clip(clay * 0.5, 0, 0.6))

    glaze = studio.material(
        "glaze",
        ["#37786f", "#4b958a", "#6cab9c"],
        grain=3.5,
        roughness=0.2,
        bump=0.06,
        fine=18,
        painted=True,
        paint_roughness=0.62,
        hollows="#27584f",
        hollow_strength=0.35,
    )
    points, faces, colours = shapes.turned(profile, 1000, relief, paint)
    studio.place(studio.mesh("jar", points, faces, glaze, colours), turn=(0, 0, -12))
    for side in (-1, 1):
        path = [(side * 3.0, 0, 27.4), (side * 4.6, 0, 28.2), (side * 6.6, 0, 27.0), (side * 7.2, 0, 24.0), (side * 6.6, 0, 20.2)]
        handle, quads = shapes.tube(shapes.smooth_path(path, 160), np.linspace(0.72, 0.95, 160), 40)
        handle[:, 1] *= 1.5
        look = studio.material("handle", ["#37786f", "#559a8f", "#93b5a6"], grain=2.5, roughness=0.22, bump=0.08)
        studio.place(studio.mesh("handle", handle, quads, look), turn=(0, 0, -12))
    studio.scale_bar(10, 5, at=(-5, -11.8))
    studio.shoot(elevation=20, portrait=True)


main()
