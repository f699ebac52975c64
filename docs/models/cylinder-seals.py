"""A haematite cylinder seal of 3 cm, standing behind the band that it leaves on clay.

A worshipper is led by a goddess to a seated god, with three columns of chance wedges. The seal
bears the scene sunk and reversed, the clay raised.
"""

import numpy as np

import marks
import shapes
import studio

RADIUS, HEIGHT = 0.8, 2.9
AROUND = 2 * np.pi * RADIUS


def scene(per_cm=120):
    """The scene as it stands on clay, raised."""
    field = marks.Field(AROUND, HEIGHT, per_cm)
    for y in (0.1, HEIGHT - 0.1):
        field.limb(-1, y, 9, y, 0.028, height=0.03)
    worshipper(field, 0.62)
    goddess(field, 1.5)
    seated_god(field, 2.75)
    crescent = [(2.08 + 0.2 * np.cos(a), 0.42 + 0.14 * np.sin(a)) for a in np.linspace(0.1, 3.04, 9)]
    field.path(crescent, 0.03, height=0.06)
    for a in np.arange(0, np.pi, np.pi / 4):
        field.limb(
            2.08 - 0.13 * np.cos(a),
            0.32 - 0.13 * np.sin(a),
            2.08 + 0.13 * np.cos(a),
            0.32 + 0.13 * np.sin(a),
            0.016,
            height=0.045,
        )
    inscription(field, 3.72)
    return field


def head(field, x, y, toward, beard=False, horns=False):
    field.oval(x, y, 0.14, 0.15, 0.13)
    field.oval(x + 0.05 * toward, y - 0.02, 0.03, 0.022, 0.03, base=0.11)
    field.limb(x + 0.1 * toward, y, x + 0.19 * toward, y + 0.05, 0.045, 0.02, 0.08)
    field.limb(x + 0.06 * toward, y + 0.12, x + 0.02 * toward, y + 0.22, 0.07, height=0.09)
    if beard:
        field.limb(x + 0.09 * toward, y + 0.1, x + 0.1 * toward, y + 0.46, 0.1, 0.06, 0.15)
    if horns:
        field.limb(x - 0.02, y - 0.13, x - 0.02, y - 0.25, 0.085, 0.03, 0.1)
        for side in (-1, 1):
            field.path([(x, y - 0.12), (x + 0.14 * side, y - 0.15), (x + 0.19 * side, y - 0.24)], 0.03, 0.018, 0.07)
        field.oval(x - 0.15 * toward, y + 0.06, 0.075, 0.11, 0.1)


def worshipper(field, x):
    head(field, x, 0.56, 1)
    robe = [(x - 0.2, 0.86), (x + 0.17, 0.84), (x + 0.2, 1.5), (x + 0.27, 2.62), (x - 0.25, 2.62), (x - 0.2, 1.6)]
    field.shape(marks.rounded(robe), 0.12, 0.16)
    field.oval(x, 0.98, 0.2, 0.2, 0.13)
    field.limb(x + 0.02, 0.95, x + 0.22, 2.58, 0.022, height=0.03, base=0.12)
    field.path([(x + 0.1, 0.95), (x + 0.36, 1.22), (x + 0.41, 1.0), (x + 0.42, 0.72)], 0.075, 0.04, 0.15)
    field.limb(x - 0.12, 2.7, x + 0.08, 2.7, 0.05, height=0.08)
    field.limb(x + 0.1, 2.7, x + 0.3, 2.7, 0.05, height=0.08)


def flounces(field, points, rows, base):
    """Rows of short strokes over a skirt between its left and right edges."""
    for (x0, y0), (x1, y1) in points:
        field.limb(x0, y0, x1, y1, 0.016, height=0.03, base=base)
        for t in np.linspace(0.06, 0.94, rows):
            x, y = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t
            field.limb(x, y - 0.03, x, y - 0.19, 0.018, height=0.025, base=base)


def goddess(field, x):
    head(field, x, 0.56, 1, horns=True)
    skirt = [(x - 0.2, 0.86), (x + 0.18, 0.84), (x + 0.16, 1.4), (x + 0.32, 2.62), (x - 0.32, 2.62), (x - 0.17, 1.4)]
    field.shape(marks.rounded(skirt), 0.11, 0.15)
    field.oval(x, 0.98, 0.2, 0.2, 0.13)
    flounces(
        field, [((x - 0.18 - 0.022 * i, 1.62 + 0.25 * i), (x + 0.18 + 0.022 * i, 1.62 + 0.25 * i)) for i in range(5)], 6, 0.1
    )
    field.path([(x + 0.1, 0.95), (x + 0.38, 1.22), (x + 0.44, 1.0), (x + 0.46, 0.74)], 0.075, 0.04, 0.15)
    field.path([(x - 0.13, 0.96), (x - 0.3, 1.36), (x - 0.48, 1.28)], 0.07, 0.045, 0.14)
    field.limb(x - 0.16, 2.7, x + 0.02, 2.7, 0.05, height=0.08)
    field.limb(x + 0.1, 2.7, x + 0.28, 2.7, 0.05, height=0.08)


def seated_god(field, x):
    head(field, x, 0.56, -1, beard=True, horns=True)
    field.shape(marks.rounded([(x - 0.17, 0.84), (x + 0.26, 0.82), (x + 0.36, 1.7), (x - 0.14, 1.7)]), 0.13, 0.16)
    field.oval(x + 0.04, 0.98, 0.22, 0.2, 0.14)
    lap = [(x + 0.34, 1.5), (x + 0.3, 1.85), (x - 0.22, 1.9), (x - 0.3, 2.52), (x - 0.56, 2.52), (x - 0.5, 1.55), (x - 0.1, 1.4)]
    field.shape(marks.rounded(lap), 0.13, 0.17)
    flounces(field, [((x - 0.52, 1.95 + 0.24 * i), (x - 0.25, 1.95 + 0.24 * i)) for i in range(3)], 4, 0.11)
    flounces(
        field,
        [((x - 0.4, 1.78), (x + 0.28, 1.74)), ((x - 0.12, 1.4), (x + 0.28, 1.36)), ((x - 0.1, 1.16), (x + 0.24, 1.14))],
        6,
        0.12,
    )
    field.path([(x - 0.04, 0.98), (x - 0.3, 1.32), (x - 0.6, 1.13)], 0.075, 0.045, 0.17)
    field.shape([(x - 0.72, 0.98), (x - 0.52, 0.98), (x - 0.56, 1.1), (x - 0.68, 1.1)], 0.1, 0.05)
    field.limb(x - 0.62, 2.6, x - 0.36, 2.6, 0.05, height=0.09)
    field.shape([(x - 0.14, 1.96), (x + 0.42, 1.96), (x + 0.42, 2.02), (x - 0.14, 2.02)], 0.09, 0.04)
    for i in range(4):
        field.limb(x - 0.08 + 0.15 * i, 2.02, x - 0.08 + 0.15 * i, 2.6, 0.04, height=0.07)
    field.shape([(x - 0.72, 2.66), (x + 0.5, 2.66), (x + 0.5, 2.76), (x - 0.72, 2.76)], 0.07, 0.04)


def inscription(field, x):
    """Three framed columns of wedges, written downwards, raised like the rest."""
    text = marks.Field(1.24, HEIGHT - 0.4, field.per_cm)
    rng = np.random.default_rng(5)
    for column in range(3):
        for row in range(8):
            marks.sign(text, rng, column * 0.41 + 0.06, 0.05 + row * 0.31, 0.29, 0.26, 0.07)
    for column in range(4):
        text.groove(column * 0.41 + 0.005, 0, column * 0.41 + 0.005, HEIGHT, 0.045, 0.06)
    rows, columns = text.map.shape
    top, left = int(0.2 * field.per_cm), int(x * field.per_cm)
    columns = min(columns, field.map.shape[1] - left)
    area = field.map[top : top + rows, left : left + columns]
    np.maximum(area, -text.map[:, :columns], out=area)


def seal(field):
    stone = studio.material(
        "haematite",
        ["#2a2829", "#383534", "#4b4644"],
        grain=0.5,
        roughness=0.26,
        metallic=0.35,
        bump=0.04,
        fine=20,
        hollows="#9b8f80",
        hollow_strength=0.75,
    )
    outside = shapes.even_path([(RADIUS, HEIGHT / 2 - 0.06), (RADIUS, -HEIGHT / 2 + 0.06)], 380)
    top = shapes.smooth_path(
        [
            (0.2, HEIGHT / 2 - 1.2),
            (0.2, HEIGHT / 2 - 0.03),
            (0.24, HEIGHT / 2),
            (RADIUS - 0.06, HEIGHT / 2),
            (RADIUS, HEIGHT / 2 - 0.05),
        ],
        130,
        3,
    )
    foot = shapes.smooth_path([(RADIUS, -HEIGHT / 2 + 0.05), (RADIUS - 0.05, -HEIGHT / 2), (0.2, -HEIGHT / 2)], 40, 3)
    profile = np.concatenate([top, outside[1:], foot[1:]])

    def relief(theta, way, radius, height):
        on_side = radius > RADIUS - 0.02
        cut = -field.at((1 - theta / (2 * np.pi)) * AROUND, HEIGHT / 2 - height)
        wear = 0.012 * marks.noise(np.cos(theta) * 2, np.sin(theta) * 2, height * 2, seed=2)
        return np.where(on_side, cut, 0) + wear

    points, faces, _ = shapes.turned(profile, 900, relief)
    return studio.mesh("seal", points, faces, stone)


def rolling(field):
    clay = studio.material(
        "clay", ["#8d7a66", "#a08c76", "#ad9a84"], grain=1.2, bump=0.2, fine=16, hollows="#6b5a49", hollow_strength=0.5
    )
    half = (4.1, HEIGHT / 2 + 0.42, 0.38)

    def relief(p, n):
        along, down = p[:, 0] + half[0] - 0.7, HEIGHT / 2 - p[:, 1]
        inside = (np.abs(p[:, 1]) < HEIGHT / 2) & (along > 0) & (along < 2 * half[0] - 1.4) & (p[:, 2] > 0)
        edge = np.minimum(HEIGHT / 2 - np.abs(p[:, 1]), np.minimum(along, 2 * half[0] - 1.4 - along))
        pressed = -0.09 * np.clip(edge / 0.06, 0, 1)
        picture = field.at((along + 3.36) % AROUND, down)
        body = 0.05 * marks.noise(p[:, 0], p[:, 1], p[:, 2], seed=6, octaves=2)
        rim = 0.05 * marks.noise(p[:, 0] * 2, p[:, 1] * 2, p[:, 2], seed=9) * (1 - np.abs(n[:, 2]))
        return np.where(inside, pressed + picture * np.clip(edge / 0.12, 0, 1), 0) + body + rim

    points, faces, _ = shapes.block(half, (7, 7, 3), per_cm=85, relief=relief)
    return studio.mesh("rolling", points, faces, clay)


def main():
    studio.begin()
    field = scene()
    band = rolling(field)
    studio.drop(studio.place(band, turn=(7, 0, 0)))
    studio.drop(studio.place(seal(field), at=(-1.6, 4.2, 0), turn=(0, 0, 80)))
    studio.scale_bar(3, 3, at=(1.2, 4.4))
    studio.shoot(elevation=44, key_height=24)


main()
