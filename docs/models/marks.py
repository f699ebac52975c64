"""Marks on surfaces: height maps with wedges, figures in relief and letter-like strokes.

No text is written here: the wedges and letters are drawn by chance and can't be read.
"""

import math

import numpy as np


class Field:
    """A height map of `width` by `height` cm; x to the right, y down from the top left corner."""

    def __init__(self, width, height, per_cm):
        self.width, self.height, self.per_cm = width, height, per_cm
        self.map = np.zeros((max(2, int(height * per_cm)), max(2, int(width * per_cm))), dtype=np.float32)

    def window(self, x0, y0, x1, y1):
        """The slice between the corners and the places (cm) of its pixels, or None when it is outside."""
        k = self.per_cm
        left, right = max(0, int(min(x0, x1) * k) - 1), min(self.map.shape[1], int(max(x0, x1) * k) + 2)
        top, bottom = max(0, int(min(y0, y1) * k) - 1), min(self.map.shape[0], int(max(y0, y1) * k) + 2)
        if left >= right or top >= bottom:
            return None
        x, y = np.meshgrid((np.arange(left, right) + 0.5) / k, (np.arange(top, bottom) + 0.5) / k)
        return (slice(top, bottom), slice(left, right)), x, y

    def raise_to(self, where, height):
        """Raises the surface to `height` where it is lower."""
        np.maximum(self.map[where], height, out=self.map[where])

    def sink_to(self, where, depth):
        """Sinks the surface to `-depth` where it is higher."""
        np.minimum(self.map[where], -depth, out=self.map[where])

    def wedge(self, x, y, angle, length, head, depth):
        """A stylus mark: a triangular pit at (x, y) whose tail runs `length` along `angle` (degrees, 90 is down)."""
        reach = length + head
        found = self.window(x - reach, y - reach, x + reach, y + reach)
        if found is None:
            return
        where, px, py = found
        c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        t = (px - x) * c + (py - y) * s
        n = np.abs(-(px - x) * s + (py - y) * c)
        core = np.clip(1 - t / (head * 0.95), 0, 1)
        tail = np.clip(1 - t / length, 0, 1)
        half = head * 0.5 * np.maximum(core, 0.36 * np.sqrt(tail))
        front = (t + n * 0.35) * 1.5
        pit = np.minimum(front / head, (half - n) / (head * 0.42))
        pit = np.minimum(pit, 0.25 + 0.75 * np.maximum(core, 0.4 * tail))
        self.sink_to(where, np.clip(pit, 0, 1) * depth)

    def groove(self, x0, y0, x1, y1, width, depth):
        """A ruled line, round in section."""
        found = self.window(min(x0, x1) - width, min(y0, y1) - width, max(x0, x1) + width, max(y0, y1) + width)
        if found is None:
            return
        where, px, py = found
        d = to_segment(px, py, x0, y0, x1, y1)[0]
        self.sink_to(where, depth * np.clip(1 - (d / (width / 2)) ** 2, 0, 1))

    def limb(self, x0, y0, x1, y1, r0, r1=None, height=0.1, base=0.0):
        """A rounded limb in relief that narrows from radius `r0` to `r1`, `height` above `base` on its ridge."""
        r1 = r0 if r1 is None else r1
        r = max(r0, r1)
        found = self.window(min(x0, x1) - r, min(y0, y1) - r, max(x0, x1) + r, max(y0, y1) + r)
        if found is None:
            return
        where, px, py = found
        d, t = to_segment(px, py, x0, y0, x1, y1)
        inside = 1 - (d / (r0 + (r1 - r0) * t)) ** 2
        self.raise_to(where, np.where(inside > 0, base + height * np.sqrt(np.clip(inside, 0, 1)), -9))

    def path(self, points, r0, r1=None, height=0.1, base=0.0):
        """A chain of limbs through `points`."""
        r1 = r0 if r1 is None else r1
        count = len(points) - 1
        for i, (a, b) in enumerate(zip(points, points[1:])):
            self.limb(*a, *b, r0 + (r1 - r0) * i / count, r0 + (r1 - r0) * (i + 1) / count, height, base)

    def oval(self, x, y, rx, ry, height=0.1, base=0.0, angle=0.0):
        """A domed oval in relief."""
        r = max(rx, ry)
        found = self.window(x - r, y - r, x + r, y + r)
        if found is None:
            return
        where, px, py = found
        c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        u, v = (px - x) * c + (py - y) * s, -(px - x) * s + (py - y) * c
        inside = 1 - (u / rx) ** 2 - (v / ry) ** 2
        self.raise_to(where, np.where(inside > 0, base + height * np.sqrt(np.clip(inside, 0, 1)), -9))

    def shape(self, points, height=0.1, round_off=0.1, base=0.0):
        """A polygon in relief whose edge is rounded off over `round_off` cm; a negative height sinks it."""
        points = np.asarray(points, dtype=float)
        found = self.window(*points.min(axis=0), *points.max(axis=0))
        if found is None:
            return
        where, px, py = found
        inside, distance = _inside(px, py, points)
        rise = np.sqrt(np.clip(1 - (1 - np.clip(distance / round_off, 0, 1)) ** 2, 0, 1))
        if height > 0:
            self.raise_to(where, np.where(inside, base + height * rise, -9))
        else:
            self.sink_to(where, np.where(inside, -height * rise, -9))

    def soften(self, reach):
        """Rounds all edges off over about `reach` cm, as wear does."""
        steps = max(1, round(reach * self.per_cm))
        for _ in range(2):
            for axis in (0, 1):
                self.map = sum(np.roll(self.map, k, axis) for k in range(-steps, steps + 1)) / (2 * steps + 1)

    def at(self, x, y):
        """Heights at places in cm, 0 outside."""
        return sample(self.map, np.asarray(x) * self.per_cm - 0.5, np.asarray(y) * self.per_cm - 0.5)


def rounded(points, reach=0.12):
    """The closed polygon with its corners cut round, from at most `reach` before to `reach` after each."""
    points = np.asarray(points, dtype=float)
    for _ in range(3):
        way = np.roll(points, -1, axis=0) - points
        share = np.minimum(0.25, reach / (np.linalg.norm(way, axis=1, keepdims=True) + 1e-9))
        points = np.stack([points + way * share, points + way * (1 - share)], axis=1).reshape(-1, 2)
        reach /= 2.5
    return points


def to_segment(px, py, x0, y0, x1, y1):
    """How far places are from the stretch between two points, and how far along it (0 to 1) they are nearest."""
    dx, dy = x1 - x0, y1 - y0
    t = np.clip(((px - x0) * dx + (py - y0) * dy) / (dx * dx + dy * dy + 1e-12), 0, 1)
    return np.hypot(px - x0 - t * dx, py - y0 - t * dy), t


def _inside(px, py, points):
    inside = np.zeros(px.shape, dtype=bool)
    distance = np.full(px.shape, np.inf)
    for (x0, y0), (x1, y1) in zip(points, np.roll(points, -1, axis=0)):
        distance = np.minimum(distance, to_segment(px, py, x0, y0, x1, y1)[0])
        crosses = (y0 > py) != (y1 > py)
        with np.errstate(divide="ignore", invalid="ignore"):
            inside ^= crosses & (px < (x1 - x0) * (py - y0) / (y1 - y0) + x0)
    return inside, distance


def sample(picture, x, y):
    """Values of `picture` between its pixels, 0 outside."""
    x0, y0 = np.floor(x).astype(int), np.floor(y).astype(int)
    fx, fy = x - x0, y - y0
    value = 0.0
    for dx in (0, 1):
        for dy in (0, 1):
            column, row = x0 + dx, y0 + dy
            known = (column >= 0) & (column < picture.shape[1]) & (row >= 0) & (row < picture.shape[0])
            part = picture[np.clip(row, 0, picture.shape[0] - 1), np.clip(column, 0, picture.shape[1] - 1)]
            value = value + np.where(known, part, 0) * np.where(dx, fx, 1 - fx) * np.where(dy, fy, 1 - fy)
    return value


def noise(x, y, z=0.0, seed=0, octaves=4):
    """Smooth noise around 0 with features about 1 unit wide, made of waves in chance directions."""
    rng = np.random.default_rng(seed)
    total = np.zeros(np.broadcast(x, y, z).shape)
    for octave in range(octaves):
        for _ in range(5):
            d = rng.normal(size=3)
            d *= 2.6 * 1.9**octave / np.linalg.norm(d)
            total += np.sin(d[0] * x + d[1] * y + d[2] * z + rng.uniform(0, 6.28)) * 0.6**octave
    return total / 5


def cells(x, y, seed=0):
    """How far a place is from the border between cells of about 1 unit: 0 on the border."""
    column, row = np.floor(x).astype(int), np.floor(y).astype(int)
    nearest = np.full(np.shape(x), 9.0)
    second = nearest.copy()
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            u, v = _chance(column + dx, row + dy, seed), _chance(column + dx, row + dy, seed + 57)
            d = np.hypot(column + dx + u - x, row + dy + v - y)
            second = np.minimum(second, np.maximum(nearest, d))
            nearest = np.minimum(nearest, d)
    return second - nearest


def _chance(i, j, seed):
    value = np.sin(i * 127.1 + j * 311.7 + seed * 74.7) * 43758.5453
    return value - np.floor(value)


def over(under, colour, amount):
    """Paint (…, 4) with `colour` (four numbers) laid over `under` as far as `amount` (0 to 1) says."""
    amount = np.clip(amount, 0, 1)[..., None] * colour[3]
    alpha = amount + under[..., 3:] * (1 - amount)
    mixed = (np.asarray(colour)[:3] * amount + under[..., :3] * under[..., 3:] * (1 - amount)) / np.maximum(alpha, 1e-9)
    return np.concatenate([mixed, alpha], axis=-1)


def bare(shape):
    """Paint for points of `shape` that covers nothing."""
    return np.zeros(tuple(shape) + (4,))


def letter(field, rng, x, y, width, height, pen, base=1.0):
    """Pen strokes in a box that look like a letter and are none: a leg, a bar and a hook, each chosen by chance."""

    def stroke(*points):
        spots = [(x + u * width + rng.normal(0, 0.05) * width, y + v * height + rng.normal(0, 0.05) * height) for u, v in points]
        field.path(swung(spots), pen / 2, pen / 2.8, height=0.01, base=base)

    lean = rng.uniform(-0.15, 0.15)
    legs = [
        ((0.2, 0.05), (0.2 + lean, 0.6), (0.05, 1.0)),
        ((0.25, 0.0), (0.15, 0.5), (0.45, 0.95), (0.75, 0.9)),
        ((0.15, 0.1), (0.3 + lean, 1.3)),
        ((0.1, 0.3), (0.5, 0.1), (0.45, 0.9)),
        ((0.5, -0.25), (0.35, 0.4), (0.3, 0.95)),
    ]
    hooks = [
        ((0.2, 0.15), (0.6, 0.35), (0.9, 0.05)),
        ((0.3, 0.5), (0.7, 0.45), (0.85, 0.85)),
        ((0.25, 0.85), (0.6, 0.7), (0.9, 0.95)),
        ((0.9, 0.1), (0.6, 0.3), (0.8, 0.6), (0.5, 0.75)),
        ((0.75, 0.05), (0.8, 0.45)),
        ((0.4, 0.25), (0.75, 0.1), (0.9, 0.4), (0.6, 0.5), (0.4, 0.3)),
    ]
    stroke(*legs[rng.integers(len(legs))])
    if rng.random() < 0.85:
        stroke(*hooks[rng.integers(len(hooks))])


def swung(spots):
    """The corners with one point more on each side of a bend, so that pen strokes swing."""
    if len(spots) < 3:
        return spots
    made = [spots[0]]
    for before, here, after in zip(spots, spots[1:], spots[2:]):
        for other in (before, after):
            made.append(tuple(h * 0.7 + o * 0.3 for h, o in zip(here, other)))
    return made + [spots[-1]]


def writing(field, rng, x0, x1, y, height, pen, base=1.0):
    """A line of letter-like strokes, in words, from `x1` to the left."""
    x = x1
    while x > x0 + height:
        for _ in range(rng.integers(2, 6)):
            width = height * rng.uniform(0.55, 0.85)
            letter(field, rng, x - width, y, width, height, pen, base)
            x -= width + height * 0.22
        x -= height * 0.45


def sign(field, rng, x, y, width, height, depth):
    """One group of wedges like a cuneiform sign, in a box; returns nothing and means nothing."""
    head = height * rng.uniform(0.26, 0.33)

    def down(px, py, length):
        field.wedge(px, py, 90 + rng.normal(0, 3), length, head, depth)

    def across(px, py, length):
        field.wedge(px, py, rng.normal(0, 4), length, head, depth)

    def hook(px, py):
        field.wedge(px, py, 32 + rng.normal(0, 5), head * 1.25, head * 1.25, depth)

    kind = rng.integers(0, 8)
    if kind == 0:
        for i in range(n := rng.integers(2, 4)):
            down(x + width * (i + 0.5) / n, y + height * 0.08, height * 0.85)
    elif kind == 1:
        for i in range(n := rng.integers(2, 4)):
            across(x, y + height * (i + 0.6) / (n + 0.2), width * 0.8)
        down(x + width * 0.85, y + height * 0.05, height * 0.9)
    elif kind == 2:
        hook(x, y + height * 0.4)
        across(x + width * 0.35, y + height * 0.3, width * 0.65)
        across(x + width * 0.35, y + height * 0.72, width * 0.65)
    elif kind == 3:
        across(x, y + height * 0.5, width * 0.95)
        down(x + width * 0.55, y + height * 0.05, height * 0.9)
    elif kind == 4:
        hook(x, y + height * 0.12)
        hook(x + width * 0.36, y + height * 0.12)
        hook(x + width * 0.12, y + height * 0.52)
    elif kind == 5:
        across(x, y + height * 0.18, width)
        across(x, y + height * 0.85, width)
        down(x + width * 0.22, y + height * 0.1, height * 0.8)
        down(x + width * 0.78, y + height * 0.1, height * 0.8)
    elif kind == 6:
        field.wedge(x, y + height * 0.2, 45, height * 0.7, head, depth)
        field.wedge(x, y + height * 0.85, -40, height * 0.7, head, depth)
        down(x + width * 0.82, y + height * 0.05, height * 0.9)
    else:
        across(x, y + height * 0.3, width * 0.5)
        across(x, y + height * 0.68, width * 0.5)
        down(x + width * 0.55, y + height * 0.05, height * 0.55)
        down(x + width * 0.85, y + height * 0.05, height * 0.9)


def lines(field, rng, x0, y0, x1, y1, count, depth, ruled=True, ragged=0.12, rule=0.03):
    """Fills a box with `count` rows of chance wedges, between ruled lines."""
    row = (y1 - y0) / count
    for i in range(count):
        top = y0 + i * row
        if ruled:
            field.groove(x0, top, x1, top + rng.normal(0, row * 0.02), row * rule * 2.2, depth * 0.45)
        end = x1 - abs(rng.normal(0, ragged)) * (x1 - x0)
        x = x0 + row * 0.12
        while x < end - row * 0.4:
            width = row * rng.uniform(0.5, 1.05)
            if x + width > x1:
                break
            sign(field, rng, x, top + row * 0.16, width * 0.92, row * 0.72, depth)
            x += width + row * rng.uniform(0.04, 0.14)
    if ruled:
        field.groove(x0, y1, x1, y1, row * rule * 2.2, depth * 0.45)
