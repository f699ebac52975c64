"""Small figures in relief that several objects share: people and animals, built of limbs and ovals.

Every figure stands with its feet at (x, y) on its field, is `tall` cm high and looks to the
right when `toward` is 1, to the left when it is -1.
"""

import marks


class Pen:
    """Draws on `field` in units of the figure's height, from its feet, turned to one side."""

    def __init__(self, field, x, y, tall, toward, height):
        self.field, self.x, self.y, self.tall, self.toward, self.height = field, x, y, tall, toward, height

    def spot(self, u, v):
        return self.x + u * self.tall * self.toward, self.y - v * self.tall

    def limb(self, points, r0, r1=None, height=1.0, base=0.0):
        r1 = r0 if r1 is None else r1
        self.field.path([self.spot(*p) for p in points], r0 * self.tall, r1 * self.tall, height * self.height, base * self.height)

    def oval(self, u, v, ru, rv, height=1.0, base=0.0, angle=0):
        self.field.oval(
            *self.spot(u, v), ru * self.tall, rv * self.tall, height * self.height, base * self.height, angle * -self.toward
        )

    def shape(self, points, height=1.0, edge=0.05, base=0.0, reach=0.05):
        spots = marks.rounded([self.spot(*p) for p in points], reach * self.tall)
        self.field.shape(spots, height * self.height, edge * self.tall, base * self.height)


def head(pen, u, v, hair=False, size=1.0):
    """A head in profile with a large eye and nose."""
    pen.oval(u, v, 0.085 * size, 0.095 * size, 1.15)
    pen.limb([(u + 0.06 * size, v + 0.015), (u + 0.115 * size, v - 0.015)], 0.03 * size, 0.024 * size, 1.0)
    pen.limb([(u + 0.04 * size, v - 0.055), (u + 0.065 * size, v - 0.062)], 0.03 * size, height=0.95)
    pen.oval(u + 0.035 * size, v + 0.012, 0.026 * size, 0.017 * size, 0.18, base=1.08)
    pen.limb([(u, v - 0.06), (u - 0.02, v - 0.14)], 0.05 * size, height=0.9)
    if hair:
        pen.limb([(u - 0.06, v - 0.02), (u - 0.1, v - 0.09), (u - 0.09, v - 0.15)], 0.04, 0.045, 1.2)


def tufts(pen, left, right, top, bottom, rows, columns, base):
    """A skirt's rows of pointed tufts between two sides, each (u at top, u at bottom)."""
    for row in range(rows):
        v = top + (bottom - top) * row / rows
        step = (bottom - top) / rows
        share = row / max(1, rows - 1)
        a, b = left[0] + (left[1] - left[0]) * share, right[0] + (right[1] - right[0]) * share
        for i in range(columns):
            u = a + (b - a) * (i + 0.5) / columns
            width = abs(b - a) / columns * 0.46
            pen.limb([(u, v + step * 0.25), (u, v + step * 0.98)], width, width * 0.35, 0.22, base=base)


def standing(field, x, y, tall, toward=1, height=0.2, gift=None, hair=False):
    """A person with a tufted skirt; `gift` may be `jar` (on the head) or `cup` (in the hand)."""
    pen = Pen(field, x, y, tall, toward, height)
    for u in (-0.05, 0.06):
        pen.limb([(u, 0.2), (u, 0.03)], 0.038, 0.032, 0.75)
        pen.limb([(u, 0.022), (u + 0.075, 0.02)], 0.025, height=0.75)
    pen.shape([(-0.11, 0.5), (0.1, 0.5), (0.17, 0.17), (-0.17, 0.17)], 0.95, 0.06)
    tufts(pen, (-0.12, -0.16), (0.12, 0.16), 0.47, 0.17, 3, 6, 0.85)
    pen.shape([(-0.13, 0.77), (0.12, 0.77), (0.095, 0.46), (-0.1, 0.46)], 0.95, 0.07)
    head(pen, 0.02, 0.885, hair)
    if gift == "jar":
        pen.limb([(0.08, 0.73), (0.2, 0.83), (0.1, 0.99)], 0.038, 0.028, 1.2)
        pen.shape([(-0.09, 1.1), (0.13, 1.1), (0.08, 0.97), (-0.04, 0.97)], 1.0, 0.04)
    elif gift == "cup":
        pen.limb([(0.08, 0.73), (0.13, 0.58), (0.26, 0.68)], 0.04, 0.028, 1.25)
        pen.shape([(0.22, 0.79), (0.33, 0.79), (0.3, 0.69), (0.25, 0.69)], 1.0, 0.025, reach=0.01)
    else:
        pen.limb([(0.09, 0.73), (0.15, 0.58), (0.02, 0.6)], 0.04, 0.03, 1.25)
        pen.limb([(-0.09, 0.73), (-0.13, 0.57), (0.02, 0.6)], 0.04, 0.03, 1.25)


def seated(field, x, y, tall, toward=1, height=0.2, hair=False):
    """A person on a stool who holds up a cup."""
    pen = Pen(field, x, y, tall, toward, height)
    for u in (-0.2, -0.08, 0.05):
        pen.limb([(u, 0.24), (u, 0.02)], 0.024, height=0.6)
    pen.limb([(-0.22, 0.13), (0.07, 0.13)], 0.02, height=0.6)
    pen.limb([(-0.23, 0.27), (0.08, 0.27)], 0.03, height=0.7)
    pen.shape([(-0.2, 0.5), (0.16, 0.47), (0.25, 0.38), (0.27, 0.12), (0.11, 0.12), (0.08, 0.29), (-0.21, 0.29)], 1.0, 0.07)
    tufts(pen, (-0.19, -0.19), (0.22, 0.22), 0.46, 0.3, 2, 7, 0.9)
    tufts(pen, (0.1, 0.12), (0.27, 0.27), 0.3, 0.12, 2, 3, 0.9)
    for u in (0.15, 0.23):
        pen.limb([(u, 0.12), (u, 0.03)], 0.033, 0.028, 0.75)
        pen.limb([(u, 0.022), (u + 0.07, 0.02)], 0.024, height=0.75)
    pen.shape([(-0.16, 0.79), (0.1, 0.79), (0.08, 0.44), (-0.15, 0.44)], 1.0, 0.08)
    head(pen, -0.01, 0.905, hair)
    pen.limb([(0.05, 0.74), (0.12, 0.57), (0.29, 0.72)], 0.042, 0.03, 1.3)
    pen.shape([(0.25, 0.85), (0.38, 0.85), (0.34, 0.73), (0.29, 0.73)], 1.05, 0.025, reach=0.01)


def goat(field, x, y, tall, toward=1, height=0.2, horns="long"):
    """A walking goat or, with horns `bull`, a bull; `tall` is the height of its back."""
    pen = Pen(field, x, y, tall, toward, height)
    for u, lean in ((-0.52, -0.06), (-0.36, 0.08), (0.34, -0.08), (0.5, 0.08)):
        pen.limb([(u, 0.6), (u + lean * 0.3, 0.32), (u + lean, 0.06)], 0.085, 0.042, 0.7)
        pen.limb([(u + lean, 0.04), (u + lean + 0.05, 0.035)], 0.045, height=0.7)
    pen.limb([(-0.48, 0.76), (0.0, 0.74), (0.45, 0.78)], 0.19, 0.2, 1.0)
    pen.oval(-0.42, 0.76, 0.25, 0.22, 1.1)
    pen.oval(0.4, 0.78, 0.25, 0.24, 1.1)
    pen.limb([(0.5, 0.86), (0.78, 1.2)], 0.17, 0.1, 1.0)
    pen.limb([(0.78, 1.24), (1.02, 1.12)], 0.11, 0.055, 1.1)
    pen.oval(0.82, 1.26, 0.03, 0.03, 0.25, base=1.05)
    pen.limb([(0.7, 1.26), (0.58, 1.22)], 0.05, 0.025, 0.9)
    pen.limb([(-0.65, 0.85), (-0.78, 0.72)], 0.05, 0.03, 0.7)
    if horns == "long":
        pen.limb(
            [(0.76, 1.32), (0.74, 1.5), (0.66, 1.67), (0.53, 1.79), (0.37, 1.85), (0.21, 1.84), (0.08, 1.77), (-0.01, 1.65)],
            0.055,
            0.03,
            0.9,
        )
        pen.limb([(0.92, 1.08), (0.9, 0.95)], 0.03, 0.02, 0.8)
    else:
        pen.limb([(0.78, 1.33), (0.9, 1.48), (1.05, 1.52)], 0.045, 0.025, 0.9)
        pen.limb([(0.74, 1.33), (0.66, 1.5), (0.72, 1.62)], 0.045, 0.025, 0.9)
