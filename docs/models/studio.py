"""The studio in which every model is pictured: ground, light, camera, scale bar, materials.

All lengths are centimetres: one Blender unit is one centimetre. x runs to the right,
y away from the camera, z up. An object's script builds its meshes on the ground (z = 0)
and calls `shoot`, which places lights and camera by the size of what it finds, so that
every picture has the same manner and shows its object whole.
"""

import math
import pathlib
import sys

import bpy
import numpy as np
from mathutils import Matrix, Vector

WIDTH, HEIGHT = 1000, 750
DRAFT = "--draft" in sys.argv
ROOT = pathlib.Path(__file__).resolve().parents[2]


def begin():
    """Empties the scene. Call it before anything is made."""
    bpy.ops.wm.read_factory_settings(use_empty=True)


# Meshes


def mesh(name, points, faces, material, paint=None, smooth=True):
    """Makes an object of `points` (n, 3) and `faces` (m, 3 or 4).

    `paint` (n, 4) is a colour per point, laid over the material as far as its alpha says.
    """
    points = np.asarray(points, dtype=np.float32)
    faces = np.asarray(faces, dtype=np.int32)
    corners = faces.shape[1]
    data = bpy.data.meshes.new(name)
    data.vertices.add(len(points))
    data.vertices.foreach_set("co", points.ravel())
    data.loops.add(faces.size)
    data.loops.foreach_set("vertex_index", faces.ravel())
    data.polygons.add(len(faces))
    data.polygons.foreach_set("loop_start", np.arange(0, faces.size, corners, dtype=np.int32))
    data.polygons.foreach_set("use_smooth", np.full(len(faces), smooth))
    if paint is not None:
        layer = data.color_attributes.new("paint", "FLOAT_COLOR", "POINT")
        layer.data.foreach_set("color", np.asarray(paint, dtype=np.float32).ravel())
    data.update(calc_edges=True)
    data.validate()
    data.materials.append(material)
    thing = bpy.data.objects.new(name, data)
    bpy.context.scene.collection.objects.link(thing)
    return thing


def place(thing, at=(0, 0, 0), turn=(0, 0, 0)):
    """Turns `thing` by Euler angles in degrees and moves it."""
    thing.rotation_euler = [math.radians(angle) for angle in turn]
    thing.location = at
    return thing


def drop(thing, height=0.0):
    """Lets `thing` down (or lifts it) until its lowest point stands at `height`."""
    bpy.context.view_layer.update()
    thing.location.z += height - world_points(thing)[:, 2].min()
    return thing


def world_points(thing):
    """All points of `thing` where they stand in the scene, (n, 3)."""
    bpy.context.view_layer.update()
    data = thing.evaluated_get(bpy.context.evaluated_depsgraph_get()).to_mesh()
    points = np.empty(len(data.vertices) * 3, dtype=np.float32)
    data.vertices.foreach_get("co", points)
    matrix = np.array(thing.matrix_world)
    return points.reshape(-1, 3) @ matrix[:3, :3].T + matrix[:3, 3]


# Materials


def rgb(code):
    """The linear colour of an sRGB code such as `#c9a678`, with alpha 1."""
    parts = [int(code[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts) + (1.0,)


def material(
    name,
    colours,
    grain=1.0,
    roughness=0.85,
    metallic=0.0,
    bump=0.15,
    fine=8.0,
    stretch=(1, 1, 1),
    hollows=None,
    hollow_strength=0.8,
    painted=False,
    paint_roughness=None,
    **shader,
):
    """A material mottled between `colours` (sRGB codes).

    `grain` is the size of the mottling in cm; the fine roughness of the surface is `fine`
    times smaller and as strong as `bump`. `hollows` is the colour of dirt in hollows. `painted` lays the mesh's own paint over the colours,
    with a roughness of its own where `paint_roughness` is given. Further keywords set inputs of the Principled shader by name,
    with underscores for spaces.
    """
    made = bpy.data.materials.new(name)
    made.use_nodes = True
    tree = made.node_tree
    body = tree.nodes["Principled BSDF"]
    body.inputs["Roughness"].default_value = roughness
    body.inputs["Metallic"].default_value = metallic
    for key, value in shader.items():
        body.inputs[key.replace("_", " ")].default_value = value

    where = tree.nodes.new("ShaderNodeTexCoord")
    scaling = tree.nodes.new("ShaderNodeMapping")
    scaling.inputs["Scale"].default_value = stretch
    tree.links.new(where.outputs["Object"], scaling.inputs["Vector"])
    mottling = _noise(tree, scaling, 1 / grain, detail=6)
    ramp = tree.nodes.new("ShaderNodeValToRGB")
    stops = ramp.color_ramp.elements
    while len(stops) < len(colours):
        stops.new(0.5)
    for i, code in enumerate(colours):
        stops[i].position = 0.32 + 0.36 * i / max(1, len(colours) - 1)
        stops[i].color = rgb(code)
    tree.links.new(mottling.outputs["Fac"], ramp.inputs["Fac"])
    colour = ramp.outputs["Color"]

    if painted:
        paint = tree.nodes.new("ShaderNodeAttribute")
        paint.attribute_name = "paint"
        colour = _mix(tree, paint.outputs["Alpha"], colour, paint.outputs["Color"])
        if paint_roughness is not None:
            matt = _range(tree, paint.outputs["Alpha"], 0, 1, paint_roughness)
            matt.node.inputs["To Min"].default_value = roughness
            tree.links.new(matt, body.inputs["Roughness"])
    if hollows:
        geometry = tree.nodes.new("ShaderNodeNewGeometry")
        amount = _range(tree, geometry.outputs["Pointiness"], 0.495, 0.44, hollow_strength)
        colour = _mix(tree, amount, colour, rgb(hollows))
    tree.links.new(colour, body.inputs["Base Color"])

    if bump:
        relief = tree.nodes.new("ShaderNodeBump")
        relief.inputs["Strength"].default_value = bump
        relief.inputs["Distance"].default_value = grain / fine
        roughening = _noise(tree, where, fine / grain, detail=8, output="Object")
        tree.links.new(roughening.outputs["Fac"], relief.inputs["Height"])
        tree.links.new(relief.outputs["Normal"], body.inputs["Normal"])
    return made


def _noise(tree, source, scale, detail, output="Vector"):
    noise = tree.nodes.new("ShaderNodeTexNoise")
    noise.inputs["Scale"].default_value = scale
    noise.inputs["Detail"].default_value = detail
    noise.inputs["Roughness"].default_value = 0.62
    tree.links.new(source.outputs[output], noise.inputs["Vector"])
    return noise


def _mix(tree, amount, under, over):
    mix = tree.nodes.new("ShaderNodeMix")
    mix.data_type = "RGBA"
    for value, name in ((amount, "Factor_Float"), (under, "A_Color"), (over, "B_Color")):
        socket = next(s for s in mix.inputs if s.identifier == name)
        if isinstance(value, tuple):
            socket.default_value = value
        else:
            tree.links.new(value, socket)
    return next(s for s in mix.outputs if s.identifier == "Result_Color")


def _range(tree, value, start, end, top):
    node = tree.nodes.new("ShaderNodeMapRange")
    for name, number in (("From Min", start), ("From Max", end), ("To Min", 0.0), ("To Max", top)):
        node.inputs[name].default_value = number
    tree.links.new(value, node.inputs["Value"])
    return node.outputs["Result"]


def plain(name, code, roughness=0.7):
    """A material of one colour, without mottling."""
    made = bpy.data.materials.new(name)
    made.use_nodes = True
    body = made.node_tree.nodes["Principled BSDF"]
    body.inputs["Base Color"].default_value = rgb(code)
    body.inputs["Roughness"].default_value = roughness
    return made


# The scale bar


def scale_bar(length, blocks, at=None):
    """Lays a bar of `length` cm in black and white `blocks` before the objects, 0 at its left.

    `at` is its left front corner (x, y); without it the bar ends at the right of the objects.
    """
    points = _subject_points()
    low, high = points.min(axis=0), points.max(axis=0)
    size = max(length * 0.06, (high - low).max() * 0.021)
    if at is None:
        at = (high[0] - length, low[1] - 0.07 * (high - low).max() - size)
    dark, light, ink = plain("black", "#161412"), plain("white", "#f4f1ea"), plain("ink", "#1c1917")
    step = length / blocks
    for i in range(blocks):
        _box((at[0] + i * step, at[1], 0), (step, size, size * 0.25), light if i % 2 else dark)
    _label("0", at[0], at[1], size, ink)
    _label(f"{length:g} cm", at[0] + length, at[1], size, ink)


def _box(corner, size, look):
    unit = np.array([[x, y, z] for z in (0, 1) for y in (0, 1) for x in (0, 1)], dtype=float)
    faces = [[0, 2, 3, 1], [4, 5, 7, 6], [0, 1, 5, 4], [2, 6, 7, 3], [0, 4, 6, 2], [1, 3, 7, 5]]
    return mesh("scale", unit * size + np.array(corner), faces, look, smooth=False)


def _label(text, x, y, size, look):
    curve = bpy.data.curves.new("label", "FONT")
    curve.body = text
    curve.align_x = "CENTER"
    curve.align_y = "TOP"
    curve.size = size * 1.5
    curve.materials.append(look)
    thing = bpy.data.objects.new("label", curve)
    thing.location = (x, y - size * 0.5, size * 0.02)
    bpy.context.scene.collection.objects.link(thing)


# Picture


def _subject_points():
    return np.concatenate([world_points(t) for t in bpy.context.scene.objects if t.type in {"MESH", "FONT"}])


def shoot(elevation=42, turn=0, margin=0.07, lens=85, key_side=-62, key_height=36, exposure=0.15, samples=18, portrait=False):
    """Lights, frames and renders all that stands in the scene, and writes `model.jpg`.

    `elevation` and `turn` are the camera's angles in degrees over the ground and around the
    objects; `key_side` and `key_height` those of the main light, from the camera's axis:
    it comes from the upper left, as in the drawings. `portrait` turns the picture upright.
    """
    render = bpy.context.scene.render
    render.resolution_x, render.resolution_y = (HEIGHT, WIDTH) if portrait else (WIDTH, HEIGHT)
    points = _subject_points()
    centre = (points.min(axis=0) + points.max(axis=0)) / 2
    radius = np.linalg.norm(points - centre, axis=1).max()
    _camera(points, elevation, turn, margin, lens)
    ground = mesh(
        "ground",
        np.array([[-1, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0]]) * radius * 40,
        [[0, 1, 2, 3]],
        plain("ground", "#c2baac", 0.95),
    )
    ground.location.z = -radius * 0.0005
    _light("key", centre, radius, turn + key_side, key_height, 5, 1.3, 8.6, (1.0, 0.965, 0.91))
    _light("fill", centre, radius, turn + 75, 40, 6, 6, 0.8, (0.93, 0.96, 1.0))
    _light("back", centre, radius, turn + 170, 50, 6, 4, 1.2, (1.0, 0.98, 0.95))
    world = bpy.data.worlds.new("studio")
    bpy.context.scene.world = world
    world.use_nodes = True
    world.node_tree.nodes["Background"].inputs["Color"].default_value = (0.95, 0.97, 1.0, 1)
    world.node_tree.nodes["Background"].inputs["Strength"].default_value = 0.28
    _render(exposure, samples)


def _direction(side, height):
    side, height = math.radians(side), math.radians(height)
    return np.array([math.sin(side) * math.cos(height), -math.cos(side) * math.cos(height), math.sin(height)])


def _light(name, centre, radius, side, height, far, size, strength, colour):
    away = _direction(side, height)
    data = bpy.data.lights.new(name, "AREA")
    data.shape = "DISK"
    data.size = size * radius
    data.energy = strength * (far * radius) ** 2
    data.color = colour
    lamp = bpy.data.objects.new(name, data)
    lamp.location = centre + away * far * radius
    lamp.rotation_euler = _look(-away)
    bpy.context.scene.collection.objects.link(lamp)


def _look(direction):
    return Vector(direction).to_track_quat("-Z", "Y").to_euler()


def _camera(points, elevation, turn, margin, lens):
    """Stands the camera as near as it can be with every point inside the margin."""
    away = _direction(turn, elevation)
    right = np.array([math.cos(math.radians(turn)), math.sin(math.radians(turn)), 0.0])
    up = np.cross(away, right)
    seen = points @ np.stack([right, up, away], axis=1)
    render = bpy.context.scene.render
    longer = max(render.resolution_x, render.resolution_y)
    half_x = 18 / lens * (render.resolution_x / longer - 1.3 * margin)
    half_y = 18 / lens * (render.resolution_y / longer - 1.3 * margin)
    distance = 0.0
    for axis, half in ((0, half_x), (1, half_y)):
        high = (seen[:, axis] + half * seen[:, 2]).max()
        low = (-seen[:, axis] + half * seen[:, 2]).max()
        distance = max(distance, (high + low) / (2 * half))
    reach = distance - seen[:, 2]
    position = [_middle(seen[:, 0], reach), _middle(seen[:, 1], reach), distance]
    data = bpy.data.cameras.new("camera")
    data.lens = lens
    data.clip_end = distance * 10
    data.clip_start = 0.01
    camera = bpy.data.objects.new("camera", data)
    camera.location = position[0] * right + position[1] * up + position[2] * away
    camera.rotation_euler = Matrix(np.stack([right, up, away], axis=1).tolist()).to_euler()
    bpy.context.scene.collection.objects.link(camera)
    bpy.context.scene.camera = camera


def _middle(values, reach):
    """The place from which the outermost points to both sides are seen at equal angles."""
    low, high = values.min(), values.max()
    for _ in range(40):
        middle = (low + high) / 2
        if ((values - middle) / reach).max() > ((middle - values) / reach).max():
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _render(exposure, samples):
    scene = bpy.context.scene
    render = scene.render
    render.engine = "CYCLES"
    render.resolution_percentage = 34 if DRAFT else 100
    render.threads_mode = "FIXED"
    render.threads = 2
    scene.cycles.device = "CPU"
    scene.cycles.samples = 8 if DRAFT else samples
    scene.cycles.use_adaptive_sampling = True
    scene.cycles.adaptive_threshold = 0.06
    scene.cycles.use_denoising = True
    scene.cycles.denoiser = "OPENIMAGEDENOISE"
    scene.cycles.max_bounces = 5
    scene.cycles.seed = 1
    scene.view_settings.view_transform = "AgX"
    scene.view_settings.look = "AgX - Medium High Contrast"
    scene.view_settings.exposure = exposure
    for name in dir(render):
        if name.startswith("use_stamp_"):
            setattr(render, name, False)
    render.image_settings.file_format = "JPEG"
    render.image_settings.quality = 88
    path = _output()
    render.filepath = str(path)
    bpy.ops.render.render(write_still=True)
    path.write_bytes(without_metadata(path.read_bytes()))
    print(f"{path}: {path.stat().st_size // 1024} KB")


def _output():
    """The file named on the command line, otherwise the entry that the script is named after."""
    named = [word for word in sys.argv[1:] if not word.startswith("--")]
    if named:
        return pathlib.Path(named[0]).resolve()
    return ROOT / "content/lists/iraq" / pathlib.Path(sys.argv[0]).stem / "model.jpg"


def without_metadata(jpeg):
    """The JPEG file without comments and without application segments other than JFIF."""
    kept, at = bytearray(jpeg[:2]), 2
    while jpeg[at + 1] != 0xDA:
        kind, length = jpeg[at + 1], int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if kind != 0xFE and not 0xE1 <= kind <= 0xEF:
            kept += jpeg[at : at + 2 + length]
        at += 2 + length
    return bytes(kept + jpeg[at:])
