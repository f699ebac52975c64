"""Weapons as they are found: a cast axe head with a hole for the shaft, a dagger with a flanged hilt whose grip is lost,
a socketed spearhead and three arrowheads under a crust of green and brown corrosion, and a flint blade."""

import numpy as np

import marks
import shapes
import studio
from shapes import union, without


def axe(x, y, z):
    """The blade runs along x, its edge to the left; the shaft's hole runs along y."""
    share = np.clip((4.0 - x) / 11.5, 0, 1)
    middle = -0.5 * share**2
    half_width = 1.55 + 0.15 * share + 2.3 * share**2.4
    thick = np.interp(x, [-7.6, -6.2, 0.0, 4.0], [0.04, 0.3, 0.75, 1.2])
    edge = np.hypot(x - 1.6, y - middle) - 9.2
    blade = np.maximum(np.maximum(np.abs(y - middle) - half_width, x - 4.5), np.maximum(np.abs(z) - thick, edge))
    rib = np.maximum(np.hypot(z, y) - np.interp(x, [-4.5, 3.6], [0.2, 1.3]), np.maximum(-4.5 - x, x - 4))
    ring = np.hypot(x - 4.9, z)
    # The socket's ends are cut in an arc, as the drawing of the type shows.
    socket = np.maximum(ring - 1.8, np.abs(y) - 2.4 - 0.12 * (x - 4.9) ** 2)
    for collar in (-1, 1):
        socket = union(socket, np.hypot(ring - 1.75, np.abs(y - collar * 0.12 * (x - 4.9) ** 2 - collar * 2.15)) - 0.3, 0.1)
    return without(union(union(blade, rib, 0.5), socket, 0.5), ring - 1.3, 0.08)


def flat(x, y, z, outline, thick, smooth=True):
    """A flat body along x: `outline` gives (x, half width) from end to end, `thick` its half thickness at each place.

    Its edges are nicked.
    """
    path = shapes.smooth_path(outline, 400, 3) if smooth else np.asarray(outline, dtype=float)
    half = np.interp(x, path[:, 0], path[:, 1])
    along = x[:, :1, :1]
    for side in (-1, 1):
        nicks = np.clip(marks.noise(along * 1.2, along * 0, seed=int(path[-1, 0] * 3) + side, octaves=5) - 0.7, 0, 0.5)
        half = half - 0.3 * np.minimum(nicks, half) * (y * side > 0)
    return np.maximum(np.abs(y) - half, np.maximum(np.abs(z) - thick(half), np.maximum(path[0, 0] - x, x - path[-1, 0])))


def dagger(x, y, z):
    blade = [(9.9, 2.5), (10.6, 2.25), (13, 2.0), (22, 1.6), (28, 1.05), (31, 0.45), (32, 0.02)]
    rib = np.interp(x, [9, 13, 29, 32], [0.42, 0.42, 0.25, 0.05])

    def lens(half):
        return np.maximum(0.05 + 0.24 * np.clip(1 - np.abs(y) / (half + 0.01), 0, 1), rib - 0.75 * np.abs(y))

    grip = [(0, 2.2), (0.3, 3.0), (1.4, 3.1), (2.2, 1.6), (3.2, 1.2), (6.2, 1.0)]
    grip += [(8.6, 1.35), (9.6, 2.2), (10.1, 2.7), (11.1, 2.5), (11.6, 1.6)]

    def flanges(half):
        """High rims that held plates of wood or bone, with a thin floor between them."""
        rim = np.clip(1 - (half - np.abs(y)) / 0.42, 0, 1)
        end = np.clip(1 - x / 0.45, 0, 1)
        return 0.16 + 0.44 * np.clip(2.5 * np.maximum(rim, end), 0, 1)

    hilt = flat(x, y, z, grip, flanges)
    for at in (4.2, 7.4):
        hilt = without(hilt, np.hypot(x - at, y) - 0.24)
    return union(flat(x, y, z, blade, lens), hilt, 0.15)


def spearhead(x, y, z):
    leaf = [(6.6, 0.75), (7.6, 1.0), (9.2, 2.1), (11, 2.3), (15, 1.8), (20, 0.75), (22.5, 0.02)]
    round_part = np.hypot(y, z)
    tube = np.maximum(round_part - np.interp(x, [0, 7, 20, 22.4], [1.25, 0.9, 0.35, 0.05]), np.maximum(-x, x - 22.3))
    body = union(flat(x, y, z, leaf, lambda half: 0.05 + 0.25 * np.clip(1 - np.abs(y) / (half + 0.01), 0, 1)), tube, 0.3)
    body = without(body, np.maximum(round_part - np.interp(x, [0, 9], [1.0, 0.3]), x - 9), 0.05)
    return without(body, np.hypot(x - 1.5, y) - 0.22)


def arrowhead(outline, tang, barbs=False):
    def distance(x, y, z):
        def lens(half):
            return np.maximum(0.05 + 0.12 * np.clip(1 - np.abs(y) / (half + 0.01), 0, 1), 0.26 - np.abs(y))

        stem = np.maximum(np.hypot(y, z) - np.interp(x, [0, tang], [0.13, 0.24]), np.maximum(-x, x - tang - 0.6))
        head = flat(x, y, z, outline, lens, smooth=False)
        if barbs:
            head = without(head, np.abs(y) - 1.0 + 0.58 * (x - outline[0][0]))
        return union(head, stem, 0.1)

    return distance


def flint(x, y, z):
    """A blade struck from a core: flat below, two long ridges above, small scars along its edges."""
    bent = y - 0.15 * np.sin(x * 0.5)
    path = shapes.smooth_path([(0, 0.15), (0.5, 0.9), (2.5, 1.25), (6, 1.15), (8.2, 0.75), (9.2, 0.08)], 300, 3)
    scars = 0.05 * np.abs(np.sin(x * 6.3 + 2 * np.sin(x * 1.7))) * (1 + 0.6 * np.sign(bent))
    half = np.interp(x, path[:, 0], path[:, 1]) - scars
    top = np.minimum(np.minimum((half - bent) * 0.75, (half + bent) * 1.1), 0.52 - 0.12 * bent + 0.03 * np.sin(x * 0.9))
    return np.maximum(np.maximum(z - top, -z), np.maximum(-x, x - 9.2)) * 0.75


def crusted(points, seed, thick):
    """The points under a crust `thick` cm high, and its colours."""
    x, y, z = points.T
    crust = marks.noise(x * 1.1, y * 1.1, z * 1.1, seed=seed, octaves=6)
    pits = np.clip(marks.noise(x * 2, y * 2, z * 2, seed=seed + 3, octaves=4) - 1.0, 0, 1)
    lift = thick * (crust - 2 * pits) * np.clip(np.abs(z) * 4, 0, 1) * np.sign(z)
    points = points + np.stack([x * 0, y * 0, lift], axis=1)
    paint = marks.bare(x.shape)
    coarse, fine = (marks.noise(x * k, y * k, z * k, seed=seed + 8 + int(k), octaves=6) for k in (0.35, 2.2))
    paint = marks.over(paint, studio.rgb("#55412c"), np.clip(0.12 + 0.7 * coarse + 0.4 * fine, 0, 0.85))
    pale = marks.noise(x * 0.6, y * 0.6, z * 0.6, seed=seed + 12, octaves=6)
    pale += 0.7 * marks.noise(x * 4, y * 4, z * 4, seed=seed + 13)
    return points, marks.over(paint, studio.rgb("#9db095"), np.clip((pale - 0.5) * 0.8, 0, 0.75))


def main():
    studio.begin()
    patina = studio.material(
        "bronze",
        ["#39493c", "#51694f", "#6f876a"],
        grain=1.6,
        roughness=0.68,
        metallic=0.15,
        bump=0.35,
        fine=16,
        painted=True,
        hollows="#2b3029",
        hollow_strength=0.5,
    )
    leaf = [(2.0, 0.2), (2.5, 0.75), (3.2, 0.95), (4.4, 0.75), (6.4, 0.02)]
    barbed = [(1.4, 1.1), (1.6, 1.15), (3.0, 0.85), (4.6, 0.5), (6.6, 0.02)]
    lozenge = [(2.1, 0.2), (3.4, 0.8), (5.6, 0.02)]
    # Form, box, step, crust, place, turn: the axe lies on its socket and its edge.
    for name, form, low, high, step, crust, at, turn in (
        ("axe", axe, (-8.2, -5.2, -2.4), (7.4, 4.6, 2.4), 0.07, 0.07, (-9.5, 8.0), (0, -8.3, -6)),
        ("dagger", dagger, (-0.5, -3.5, -1.1), (32.5, 3.5, 1.1), 0.065, 0.05, (-16.5, -6.4), (0, 0.9, 3)),
        ("spearhead", spearhead, (-0.4, -2.8, -1.6), (23, 2.8, 1.6), 0.065, 0.05, (-0.5, 5.4), (0, 2.6, 17)),
        ("leaf", arrowhead(leaf, 2.4), (-0.3, -1.5, -0.6), (7, 1.5, 0.6), 0.04, 0.02, (7.2, -1.6), (0, 0, 68)),
        ("barbed", arrowhead(barbed, 2.6, barbs=True), (-0.3, -1.5, -0.6), (7, 1.5, 0.6), 0.04, 0.02, (11.6, -1.4), (0, 0, 74)),
        ("lozenge", arrowhead(lozenge, 2.4), (-0.3, -1.5, -0.6), (7, 1.5, 0.6), 0.04, 0.02, (15.2, -0.8), (0, 0, 66)),
    ):
        points, faces = shapes.carved(form, low, high, step)
        points, paint = crusted(points, len(name) * 5, crust)
        studio.drop(studio.place(studio.mesh(name, points, faces, patina, paint), at=(*at, 0), turn=turn))
    stone = studio.material(
        "flint", ["#443d36", "#5d544a", "#7a6f61"], grain=1.8, roughness=0.42, bump=0.06, fine=20, Subsurface_Weight=0.1
    )
    points, faces = shapes.carved(flint, (-0.3, -1.6, -0.1), (9.5, 1.6, 0.8), 0.04)
    studio.drop(studio.place(studio.mesh("flint", points, faces, stone), at=(-10.3, -2.3, 0), turn=(0, 0, 36)))
    studio.scale_bar(10, 5, at=(5.5, -12))
    studio.shoot(elevation=56, key_height=32, exposure=0.3)


main()
