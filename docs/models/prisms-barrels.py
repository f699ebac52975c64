"""A clay prism of 30 cm with six written sides, standing; the hole of its axis shows at the top."""

import numpy as np

import marks
import shapes
import studio

HEIGHT, INNER = 30.0, 5.8  # INNER: from the axis to the middle of a side
SIDE = 2 * INNER * np.tan(np.pi / 6)


def main():
    studio.begin()
    rng = np.random.default_rng(3)
    sides = []
    for _ in range(6):
        field = marks.Field(SIDE, HEIGHT, 55)
        marks.lines(field, rng, 0.45, 0.7, SIDE - 0.45, HEIGHT - 0.7, 40, 0.19, ragged=0.03, rule=0.025)
        sides.append(field)
    top = shapes.smooth_path(
        [(0.9, HEIGHT / 2 - 3), (0.9, HEIGHT / 2 - 0.3), (1.1, HEIGHT / 2), (INNER - 0.5, HEIGHT / 2), (INNER, HEIGHT / 2 - 0.4)],
        160,
    )
    side = shapes.even_path([(INNER, HEIGHT / 2 - 0.42), (INNER, -HEIGHT / 2 + 0.4)], 1150)
    foot = shapes.smooth_path([(INNER, -HEIGHT / 2 + 0.38), (INNER - 0.5, -HEIGHT / 2), (1, -HEIGHT / 2)], 40)
    profile = np.concatenate([top, side, foot])
    around = 1500

    def relief(theta, way, radius, height):
        sector = np.floor(theta / (np.pi / 3)).astype(int) % 6
        inside = theta - (sector + 0.5) * np.pi / 3
        text = np.zeros_like(theta)
        for k in range(6):
            here = (sector == k) & (radius > INNER - 0.05)
            text[here] = sides[k].at(SIDE / 2 + INNER * np.tan(inside[here]), HEIGHT / 2 - height[here])
        x, y = radius * np.cos(theta), radius * np.sin(theta)
        body = 0.09 * marks.noise(x * 0.35, y * 0.35, height * 0.35, seed=4, octaves=3)
        grit = 0.016 * marks.noise(x * 3, y * 3, height * 3, seed=5)
        corner = np.clip(np.abs(inside) / (np.pi / 6) - 0.86, 0, 1) / 0.14
        chips = np.clip(marks.noise(x * 0.5, y * 0.5, height * 0.5, seed=13, octaves=5) - 0.3, 0, 2) * corner
        ends = np.clip(np.abs(height) - HEIGHT / 2 + 1.0, 0, 1)
        lost = np.clip(marks.noise(x * 0.6, y * 0.6, height * 0.6, seed=17, octaves=5) - 0.5, 0, 2) * ends
        return text + body + grit - 0.45 * chips - 0.5 * lost

    clay = studio.material(
        "clay", ["#a67c55", "#bb936b", "#c8a37c"], grain=5, bump=0.2, fine=24, hollows="#704f35", hollow_strength=0.75
    )
    points, faces, _ = shapes.turned(profile, around, relief)
    # From round to six-sided: every point is pushed out along its ray to the flat side.
    angle = np.arctan2(points[:, 1], points[:, 0]) % (2 * np.pi)
    flat = (angle % (np.pi / 3)) - np.pi / 6
    softened = 1 / np.cos(flat * (1 - 0.05 * (np.abs(flat) / (np.pi / 6)) ** 6))
    distance = np.hypot(points[:, 0], points[:, 1])
    share = np.clip((distance - 1.2) / (INNER - 1.6), 0, 1)
    points[:, :2] *= (1 + (softened - 1) * share)[:, None]
    prism = studio.mesh("prism", points, faces, clay)
    studio.drop(studio.place(prism, turn=(0, 0, 22)))
    studio.scale_bar(10, 5, at=(-5, -9.5))
    studio.shoot(elevation=26, key_height=32, portrait=True)


main()
