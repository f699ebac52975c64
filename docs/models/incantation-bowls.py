"""A clay bowl of 17 cm whose inside bears ink writing in a spiral round a bound figure. The letters are invented."""

import numpy as np

import marks
import shapes
import studio

PITCH, CENTRE = 0.78, 2.15


def ink(profile, inner):
    """The ink as a function of angle and way along the profile (cm), 0 to 1."""
    way = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(profile, axis=0), axis=1))])
    start = way[inner] - 0.5
    total = np.linspace(0, 2 * np.pi * (start - CENTRE - 0.75) / PITCH, 6000)
    radius = np.interp(start - total * PITCH / (2 * np.pi), way[: inner + 1], profile[: inner + 1, 0])
    run = np.concatenate([[0], np.cumsum(radius[:-1] * np.diff(total))])
    strip = marks.Field(run[-1], PITCH, 70)
    marks.writing(strip, np.random.default_rng(9), 0.5, run[-1] - 0.3, 0.19, 0.4, 0.08)

    centre = marks.Field(6, 6, 90)
    figure(centre)

    def amount(theta, along, radius):
        turns = (start - along) / PITCH - theta / (2 * np.pi)
        line = np.floor(turns)
        where = np.interp((line + theta / (2 * np.pi)) * 2 * np.pi, total, run, left=-9, right=-9)
        text = strip.at(run[-1] - where, (turns - line) * PITCH)
        text = np.where((line >= 0) & (where > 0), text, 0)
        drawn = centre.at(3 + radius * np.cos(theta), 3 - radius * np.sin(theta))
        return np.clip(np.maximum(text, np.where(along < CENTRE + 0.4, drawn, 0)), 0, 1)

    return amount


def figure(field):
    """A small figure in a ring, arms crossed and feet in a chain."""
    pen = dict(height=0.01, base=1.0)
    field.path([(3 + 1.95 * np.cos(a), 3 + 1.95 * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 60)], 0.05, **pen)
    field.path([(3 + 0.42 * np.cos(a), 1.85 + 0.48 * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 30)], 0.045, **pen)
    for side in (-1, 1):
        field.path(
            [(3 + side * 0.17 + 0.1 * np.cos(a), 1.78 + 0.09 * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 14)], 0.03, **pen
        )
        field.path([(3 + side * 0.2, 1.4), (3 + side * 0.5, 1.15), (3 + side * 0.75, 1.3)], 0.04, **pen)
        field.path([(3 + side * 0.28, 2.4), (3 + side * 0.42, 3.6), (3 + side * 0.3, 4.3), (3 + side * 0.55, 4.4)], 0.045, **pen)
        field.path([(3 + side * 0.3, 2.5), (3 + side * 0.95, 2.95), (3 - side * 0.3, 3.25)], 0.045, **pen)
    field.path([(2.72, 2.4), (3.28, 2.4)], 0.045, **pen)
    field.path([(2.6, 3.6), (3.4, 3.6)], 0.045, **pen)
    for x in (2.62, 2.88, 3.14, 3.38):
        field.path([(x + 0.13 * np.cos(a), 4.15 + 0.08 * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 12)], 0.028, **pen)
    field.path([(2.8, 2.02), (3.2, 2.02)], 0.035, **pen)
    for x in (2.8, 3.0, 3.2):
        field.path([(x, 2.7), (x, 3.0)], 0.03, **pen)


def main():
    studio.begin()
    corners = [
        (0, 0.75),
        (2.2, 0.85),
        (4.6, 1.8),
        (6.8, 3.8),
        (8.0, 6.0),
        (8.2, 6.5),
        (8.5, 6.6),
        (8.6, 6.3),
        (8.4, 5.6),
        (7.2, 3.2),
        (5.0, 1.0),
        (3.2, 0.25),
        (2.4, 0),
        (0, 0.1),
    ]
    profile = shapes.smooth_path(corners, 1000, 4)
    inner = profile[:, 1].argmax()
    writing = ink(profile, inner)

    def relief(theta, way, radius, height):
        x, y = radius * np.cos(theta), radius * np.sin(theta)
        wheel = 0.02 * np.sin(way * 9 + theta)
        body = 0.09 * marks.noise(x * 0.25, y * 0.25, height * 0.25, seed=1, octaves=3)
        chip = np.clip(marks.noise(x * 0.8, y * 0.8, height * 0.8, seed=8, octaves=5) - 0.75, 0, 1) * np.clip(height - 5.9, 0, 1)
        return wheel + body + 0.01 * marks.noise(x * 4, y * 4, height * 4, seed=2) - 0.5 * chip

    def paint(theta, way, radius, height):
        x, y = radius * np.cos(theta), radius * np.sin(theta)
        inside = np.arange(len(profile))[:, None] <= inner
        worn = np.clip(0.95 - 0.5 * marks.noise(x * 0.5, y * 0.5, seed=3, octaves=5), 0.15, 0.95)
        colour = marks.bare(theta.shape)
        salt = marks.noise(x * 0.3, y * 0.3, height * 0.3, seed=12, octaves=7)
        colour = marks.over(colour, studio.rgb("#e2d6c0"), np.clip((salt - 0.8) * 2, 0, 0.75))
        return marks.over(colour, studio.rgb("#2a211b"), writing(theta, way, radius) * worn * inside)

    clay = studio.material("clay", ["#b78e63", "#c7a077", "#d2ae86"], grain=3, bump=0.2, fine=24, painted=True)
    points, faces, colours = shapes.turned(profile, 1700, relief, paint)
    studio.place(studio.mesh("bowl", points, faces, clay, colours), turn=(0, 0, -6))
    studio.scale_bar(5, 5, at=(8.4, -8.4))
    studio.shoot(elevation=62, key_height=46)


main()
