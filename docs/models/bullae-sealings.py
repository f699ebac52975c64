"""A hollow clay ball of 6.5 cm covered with rolled seal pictures, a flat stamped sealing, and small clay counters."""

import numpy as np

import figures
import marks
import shapes
import studio

BALL = 3.2


def band(per_cm=80):
    """Two rows of animals, as a seal leaves them, all round the ball."""
    around = 2 * np.pi * BALL
    field = marks.Field(around, 4.6, per_cm)
    step = around / 8
    for i in range(8):
        figures.goat(field, (i + 0.42) * step, 2.12, 0.92, 1, 0.14)
        figures.goat(field, (i + 0.55) * step, 4.35, 0.98, -1, 0.14, "bull")
    for y in (0.12, 2.3, 4.48):
        field.limb(-1, y, around + 1, y, 0.035, height=0.05)
    return field


def clay(name, seed_tone=0):
    tones = [["#8c7156", "#a3876a", "#b1967a"], ["#7f6b58", "#93806b", "#a3907a"]][seed_tone]
    return studio.material(name, tones, grain=1.4, bump=0.18, fine=18, hollows="#5f4a37", hollow_strength=0.6)


def ball():
    field = band()
    angle = np.linspace(np.pi / 2, -np.pi / 2, 800)
    profile = np.stack([BALL * np.cos(angle), BALL * np.sin(angle) * 0.96], axis=1)

    def relief(theta, way, radius, height):
        arc = np.arcsin(np.clip(height / (BALL * 0.96), -1, 1)) * BALL
        inside = np.clip((2.3 - np.abs(arc)) / 0.15, 0, 1)
        picture = field.at(theta / (2 * np.pi) * field.width, 2.3 - arc)
        x, y = radius * np.cos(theta), radius * np.sin(theta)
        smear = np.clip(0.95 - 0.55 * marks.noise(x * 0.7, y * 0.7, height * 0.7, seed=5, octaves=3), 0.15, 1)
        dents = 0.12 * marks.noise(x * 0.5, y * 0.5, height * 0.5, seed=1, octaves=3)
        return inside * (picture * smear - 0.05) + dents + 0.012 * marks.noise(x * 5, y * 5, height * 5, seed=2)

    points, faces, _ = shapes.turned(profile, 1000, relief)
    thing = studio.mesh("ball", points, faces, clay("ball"))
    return studio.place(thing, turn=(14, -6, 0))


def sealing():
    """A lump with an oval stamp: a long-horned goat in a field."""
    field = marks.Field(3.0, 2.4, 90)
    figures.goat(field, 1.35, 1.95, 0.95, 1, 0.16)
    for x, y in ((0.55, 0.75), (2.45, 1.75)):
        field.oval(x, y, 0.12, 0.12, 0.09)

    def relief(p, n):
        x, y = p[:, 0] + 1.5, 1.2 - p[:, 1]
        edge = 1 - np.sqrt(((x - 1.5) / 1.45) ** 2 + ((y - 1.2) / 1.15) ** 2)
        pressed = np.clip(edge / 0.06, 0, 1) * (p[:, 2] > 0)
        lump = 0.16 * marks.noise(p[:, 0] * 0.8, p[:, 1] * 0.8, p[:, 2] * 0.8, seed=8, octaves=3)
        return (
            pressed * (field.at(x, y) - 0.2)
            + lump * (1 - 0.7 * pressed)
            + 0.01 * marks.noise(p[:, 0] * 6, p[:, 1] * 6, p[:, 2] * 6, seed=3)
        )

    points, faces, _ = shapes.block((2.1, 1.75, 0.75), (2.6, 2.6, 2.2), per_cm=75, relief=relief)
    return studio.mesh("sealing", points, faces, clay("sealing", 1))


def counter(corners, at, turn=(0, 0, 0), seed=0):
    profile = shapes.smooth_path(corners, 120, 2)

    def relief(theta, way, radius, height):
        x, y = radius * np.cos(theta), radius * np.sin(theta)
        return 0.05 * marks.noise(x * 1.4, y * 1.4, height * 1.4, seed=seed, octaves=4)

    points, faces, _ = shapes.turned(profile, 120, relief)
    studio.drop(studio.place(studio.mesh("counter", points, faces, clay("counter", 1)), at=at, turn=turn))


def main():
    studio.begin()
    studio.drop(ball())
    flat = studio.place(sealing(), at=(6.3, -1.2, 0), turn=(14, 0, 6))
    studio.drop(flat)
    counter([(0, 1.5), (0.15, 1.45), (0.75, 0.1), (0.65, 0), (0, 0)], (-3.2, -4.6, 0), seed=1)
    counter([(0, 1.2), (0.42, 1.02), (0.6, 0.6), (0.42, 0.18), (0, 0)], (-1.0, -4.9, 0), seed=2)
    counter([(0, 0.5), (0.8, 0.48), (0.85, 0.25), (0.8, 0.02), (0, 0)], (1.1, -4.5, 0), seed=3)
    counter([(0, 1.6), (0.38, 1.55), (0.4, 0.8), (0.38, 0.05), (0, 0)], (3.2, -4.7, 0), (90, 0, 70), seed=4)
    studio.scale_bar(5, 5, at=(3.4, -7.2))
    studio.shoot(elevation=38, key_height=30)


main()
