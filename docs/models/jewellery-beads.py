"""A strung necklace, about 17 cm across: carnelian, lapis lazuli and gold beads, etched carnelian, gold leaves."""

import numpy as np

import marks
import shapes
import studio


def looks():
    return {
        "carnelian": studio.material(
            "carnelian",
            ["#6e1f10", "#9c3517", "#b9481f"],
            grain=0.9,
            roughness=0.2,
            bump=0.03,
            painted=True,
            paint_roughness=0.4,
            Subsurface_Weight=0.35,
            Subsurface_Radius=(0.5, 0.12, 0.05),
            Subsurface_Scale=0.25,
        ),
        "lapis": studio.material("lapis", ["#16245e", "#203a86", "#2d4a96", "#7d8bb0"], grain=0.35, roughness=0.32, bump=0.04),
        "gold": studio.material("gold", ["#c08a30", "#d9a94c"], grain=0.8, roughness=0.3, metallic=1.0, bump=0.06),
    }


def bead(kind, length, width, look, seed, etched=False):
    """A bead along z: `ball`, `barrel`, `bicone`, `disc` or a long `spindle`."""
    half, r, hole = length / 2, width / 2, 0.1
    sides = {
        "ball": [(r * 0.55, half * 0.96), (r * 0.95, half * 0.5), (r, 0), (r * 0.95, -half * 0.5), (r * 0.55, -half * 0.96)],
        "barrel": [(r * 0.62, half), (r * 0.9, half * 0.55), (r, 0), (r * 0.9, -half * 0.55), (r * 0.62, -half)],
        "bicone": [(r * 0.35, half), (r * 0.97, half * 0.06), (r * 0.97, -half * 0.06), (r * 0.35, -half)],
        "disc": [(r * 0.9, half), (r, half * 0.6), (r, -half * 0.6), (r * 0.9, -half)],
        "spindle": [(r * 0.5, half), (r * 0.85, half * 0.5), (r, 0), (r * 0.85, -half * 0.5), (r * 0.5, -half)],
    }[kind]
    profile = shapes.smooth_path(
        [(hole, half * 0.8), (hole, half * 0.97)] + sides + [(hole, -half * 0.97), (hole, -half * 0.8)], 150, 3
    )

    def relief(theta, way, radius, height):
        x, y = radius * np.cos(theta), radius * np.sin(theta)
        return 0.035 * marks.noise(x * 1.6, y * 1.6, height * 1.2, seed=seed, octaves=3)

    def paint(theta, way, radius, height):
        made = marks.bare(theta.shape)
        if not etched:
            return made
        lines = np.minimum(np.abs(height - half * 0.62), np.abs(height + half * 0.62))
        turn = ((theta + seed) * 3 / (2 * np.pi)) % 1
        ring = np.hypot((turn - 0.5) * 2 * np.pi * r / 3, height)
        ring = np.minimum(np.abs(ring - 0.3), np.abs(ring - 0.13))
        amount = np.clip((0.05 - np.minimum(lines, ring)) / 0.015, 0, 1) * (radius > hole * 2)
        return marks.over(made, studio.rgb("#e6d9c4"), amount * 0.95)

    points, faces, colours = shapes.turned(profile, 90, relief, paint)
    return studio.mesh(kind, points, faces, look, colours)


def leaf(look, seed):
    """A leaf of thin gold sheet with a midrib and veins, hanging along -y from a rolled loop."""
    u, v = np.meshgrid(np.linspace(-1, 1, 70), np.linspace(0, 1, 120), indexing="ij")
    width = 0.75 * np.sin(np.pi * np.clip(v, 0, 1) ** 0.8) ** 0.8 + 0.05
    x, y = u * width, -2.6 * v
    vein = np.abs(((v * 7 - np.abs(u) * 1.6) % 1) - 0.5)
    z = 0.06 + 0.1 * u**2 * np.sin(v * 3) + 0.05 * np.exp(-((u * width / 0.05) ** 2)) - 0.02 * np.clip(0.12 - vein, 0, 1) / 0.12
    z = z + 0.03 * marks.noise(x * 1.2, y * 1.2, seed=seed, octaves=3)
    points = np.stack([x, y, z], axis=-1).reshape(-1, 3)
    return studio.mesh("leaf", points, shapes.grid_faces(70, 120), look)


def thread():
    """The line along which the beads lie: a loop open towards the reader's top."""
    a = np.radians(np.linspace(112, 428, 2000))
    return np.stack([8.2 * np.cos(a), 5.6 * np.sin(a) - 0.5 * np.cos(2 * a), np.full(len(a), 0.32)], axis=1)


def main():
    studio.begin()
    look = looks()
    path = thread()
    way = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    rng = np.random.default_rng(12)
    middle = way[-1] / 2
    at, count = 0.4, 0
    leaves = []
    while at < way[-1] - 0.6:
        near = 1 - abs(at - middle) / middle
        grow = 0.62 + 0.5 * near
        pattern = count % 8
        if abs(at - middle) < 6.5 and pattern in (1, 5):
            kind, stuff, length, width, etched = "barrel", "carnelian", 1.55 * grow, 0.78 * grow, True
        elif pattern in (1, 5):
            kind, stuff, length, width, etched = "spindle", "carnelian", 1.3, 0.5, False
        elif pattern in (3, 7):
            kind, stuff, length, width, etched = ("bicone" if pattern == 3 else "ball"), "lapis", 0.72 * grow, 0.72 * grow, False
        else:
            kind, stuff, length, width, etched = "disc", "gold", 0.2, 0.5 * grow, False
            if abs(at - middle) < 7.2 and pattern in (0, 4):
                leaves.append(at)
        length *= rng.uniform(0.9, 1.1)
        width *= rng.uniform(0.92, 1.08)
        place_bead(path, way, at + length / 2, bead(kind, length, width, look[stuff], count, etched), width, rng)
        at += length + 0.03
        count += 1
    for i, where in enumerate(leaves):
        point, direction = spot(path, way, where + 0.1)
        thing = studio.place(
            leaf(look["gold"], i), turn=(0, 0, np.degrees(np.arctan2(direction[1], direction[0])) + rng.normal(0, 4))
        )
        thing.location = (point[0] + 0.08 * direction[1], point[1] - 0.08 * direction[0], 0.02)
    studio.mesh("thread", *shapes.tube(path[::8], 0.05, 8), studio.plain("flax", "#b9a27c", 0.9))
    studio.scale_bar(5, 5)
    studio.shoot(elevation=60, key_height=42)


def spot(path, way, where):
    point = np.array([np.interp(where, way, path[:, k]) for k in range(3)])
    ahead = np.array([np.interp(where + 0.1, way, path[:, k]) for k in range(3)])
    direction = (ahead - point) / np.linalg.norm(ahead - point)
    return point, direction


def place_bead(path, way, where, thing, width, rng):
    point, direction = spot(path, way, where)
    heading = np.degrees(np.arctan2(direction[1], direction[0]))
    studio.place(thing, at=(point[0], point[1], width / 2), turn=(0, 90, heading + rng.normal(0, 2)))


main()
