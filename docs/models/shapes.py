"""Bodies as dense grids of points: turned, block-shaped, tube-shaped or carved from distances.

Each maker takes a `relief` function that raises or sinks the surface along its normal (in cm),
and an optional `paint` function that colours it (red, green, blue, alpha per point).
"""

import glob
import sys

import bpy
import numpy as np


def grid_faces(rows, columns, wrap=False):
    """The quads of a grid of points numbered row by row; `wrap` joins the last column to the first."""
    across = columns if wrap else columns - 1
    row, column = np.meshgrid(np.arange(rows - 1), np.arange(across), indexing="ij")
    after = (column + 1) % columns
    here, right = row * columns + column, row * columns + after
    below, diagonal = (row + 1) * columns + column, (row + 1) * columns + after
    return np.stack([here, right, diagonal, below], axis=-1).reshape(-1, 4)


def smooth_path(corners, count, rounds=3):
    """`count` points spread evenly along `corners` (n, k), whose bends are rounded off."""
    path = np.asarray(corners, dtype=float)
    for _ in range(rounds):
        cut = np.empty((2 * len(path), path.shape[1]))
        cut[0], cut[-1] = path[0], path[-1]
        cut[1:-1:2] = path[:-1] * 0.75 + path[1:] * 0.25
        cut[2:-1:2] = path[:-1] * 0.25 + path[1:] * 0.75
        path = cut
    return even_path(path, count)


def even_path(path, count):
    """`count` points spread evenly along the polyline `path`."""
    path = np.asarray(path, dtype=float)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    keep = np.concatenate([[True], np.diff(along) > 1e-9])
    where = np.linspace(0, along[-1], count)
    return np.stack([np.interp(where, along[keep], path[keep, k]) for k in range(path.shape[1])], axis=1)


def turned(profile, around=600, relief=None, paint=None):
    """A body of revolution about z, from `profile` (n, 2) of radius and height.

    With the profile drawn from the top outside downwards, its surface faces outwards. `relief` and
    `paint` are called with the angle (0 to 2 pi), the way along the profile (cm), radius and height.
    """
    profile = np.asarray(profile, dtype=float)
    tangent = np.gradient(profile, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True) + 1e-12
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(profile, axis=0), axis=1))])
    angle = np.linspace(0, 2 * np.pi, around, endpoint=False)
    way, theta = np.meshgrid(along, angle, indexing="ij")
    radius = np.broadcast_to(profile[:, :1], theta.shape)
    height = np.broadcast_to(profile[:, 1:], theta.shape)
    lift = relief(theta, way, radius, height) if relief else np.zeros_like(radius)
    colours = paint(theta, way, radius, height).reshape(-1, 4) if paint else None
    r = radius - tangent[:, 1][:, None] * lift
    z = height + tangent[:, 0][:, None] * lift
    points = np.stack([r * np.cos(theta), r * np.sin(theta), z], axis=-1).reshape(-1, 3)
    return points, grid_faces(len(profile), around, wrap=True)[:, ::-1], colours


def block(half, power=6.0, per_cm=20, relief=None, paint=None):
    """A block or cushion with half sizes `half`, rounded as |x/a|^p + |y/b|^p + |z/c|^p = 1.

    `power` may be one number or three. `relief` and `paint` get points and normals, (n, 3).
    """
    half = np.asarray(half, dtype=float)
    power = np.broadcast_to(np.asarray(power, dtype=float), 3)
    points, faces, count = [], [], 0
    steps = np.maximum(8, (2 * half * per_cm).astype(int))
    for axis in range(3):
        for side in (-1, 1):
            u, v = [k for k in range(3) if k != axis]
            rows, columns = steps[u] + 1, steps[v] + 1
            a, b = np.meshgrid(np.linspace(-1, 1, rows), np.linspace(-1, 1, columns), indexing="ij")
            unit = np.empty((rows, columns, 3))
            unit[..., u], unit[..., v], unit[..., axis] = a, b, side
            points.append(unit.reshape(-1, 3))
            quads = grid_faces(rows, columns)
            outward = (side > 0) == (axis != 1)
            faces.append((quads[:, ::-1] if outward else quads) + count)
            count += rows * columns
    unit, index = weld(np.concatenate(points), np.concatenate(faces))
    # Along the ray from the centre, the scale at which the rounded surface is met.
    low, high = np.zeros(len(unit)), np.ones(len(unit))
    for _ in range(40):
        middle = (low + high) / 2
        inside = (np.abs(unit * middle[:, None]) ** power).sum(axis=1) < 1
        low, high = np.where(inside, middle, low), np.where(inside, high, middle)
    unit = unit * low[:, None]
    normals = np.sign(unit) * power * np.abs(unit) ** (power - 1) / half
    normals /= np.linalg.norm(normals, axis=1, keepdims=True) + 1e-12
    points = unit * half
    colours = paint(points, normals) if paint else None
    if relief:
        points = points + normals * relief(points, normals)[:, None]
    return points, index, colours


def weld(points, faces):
    """Joins points that stand in the same place."""
    _, first, index = np.unique(np.round(points, 6), axis=0, return_index=True, return_inverse=True)
    return points[first], index.reshape(-1)[faces]


def tube(path, radius, around=16, closed=False):
    """A tube along `path` (n, 3) with one radius or one for each point.

    Unless it is closed its ends are open: they are meant to be hidden in another body.
    """
    path = np.asarray(path, dtype=float)
    radius = np.broadcast_to(np.asarray(radius, dtype=float), len(path))
    tangent = np.gradient(path, axis=0)
    if closed:
        tangent = np.roll(path, -1, axis=0) - np.roll(path, 1, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    across = np.cross(tangent[0], [0.3, 0.2, 1.0])
    rings, angle = [], np.linspace(0, 2 * np.pi, around, endpoint=False)
    for i, point in enumerate(path):
        across = across - tangent[i] * (across @ tangent[i])
        across /= np.linalg.norm(across)
        other = np.cross(tangent[i], across)
        rings.append(point + radius[i] * (np.cos(angle)[:, None] * across + np.sin(angle)[:, None] * other))
    faces = grid_faces(len(path), around, wrap=True)
    points = np.concatenate(rings)
    if closed:
        last = (len(path) - 1) * around
        ring = np.arange(around)
        joint = np.stack([last + ring, last + (ring + 1) % around, (ring + 1) % around, ring], axis=1)
        return points, np.concatenate([faces, joint])
    return points, faces


def carved(distance, low, high, step):
    """The surface where `distance(x, y, z)` is 0, inside negative, within a box from `low` to `high`."""
    # The module comes with Blender, in a folder of its own.
    sys.path.extend(glob.glob(bpy.utils.resource_path("LOCAL") + "/python/lib/*/site-packages"))
    import openvdb

    axes = [np.arange(a, b, step) for a, b in zip(low, high)]
    x, y, z = np.meshgrid(*axes, indexing="ij")
    field = np.clip(distance(x, y, z), -4 * step, 4 * step).astype(np.float32)
    volume = openvdb.FloatGrid(4 * step)
    volume.copyFromArray(field)
    points, quads = volume.convertToQuads()
    return points * step + np.array(low), quads[:, ::-1].astype(np.int32)


# Distances for `carved`


def ball(p, centre, radii):
    """About the distance to an ellipsoid."""
    q = [(a - c) / r for a, c, r in zip(p, centre, np.broadcast_to(radii, 3))]
    size = np.sqrt(q[0] ** 2 + q[1] ** 2 + q[2] ** 2)
    return (size - 1) * np.min(radii)


def limb(p, start, end, r0, r1):
    """The distance to a rounded limb from `start` to `end` that narrows from `r0` to `r1`."""
    start, end = np.asarray(start, float), np.asarray(end, float)
    d = end - start
    t = sum((a - s) * k for a, s, k in zip(p, start, d)) / (d @ d)
    t = np.clip(t, 0, 1)
    return np.sqrt(sum((a - s - k * t) ** 2 for a, s, k in zip(p, start, d))) - (r0 + (r1 - r0) * t)


def union(a, b, soft=0.0):
    """The two bodies as one, with a fillet of about `soft`."""
    if not soft:
        return np.minimum(a, b)
    h = np.clip(0.5 + 0.5 * (b - a) / soft, 0, 1)
    return b * (1 - h) + a * h - soft * h * (1 - h)


def without(a, b, soft=0.0):
    """The first body with the second cut out."""
    return -union(-a, b, soft)
