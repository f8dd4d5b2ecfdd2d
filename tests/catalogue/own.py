"""Files as a user writes them."""

import base64
import re

from unkink.paths import package

EXERCISE = """\
[exercise.{id}]
name = "Doorway lean"
technique = "stretch"
kit = ["wall"]
position = "standing"
place = "room"
sided = true
seconds = 20
sets = 1
pace = ""
steps = ["Lean a little forwards."]
feel = "A mild stretch."
stop = "A pinch."
intensity = 1
areas = ["chest"]
evidence = []
hide_if = ["fracture"]
care_if = []
"""
ROUTINE = """\
[routine.{id}]
name = "Doorway"
when = ""
scene = ""
steps = [{{ exercise = "{exercise}", seconds = 20, sets = 1 }}]
"""
PICTURES = {
    "png": base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"
    ),
    "svg": b'<?xml version="1.0"?>\n<!-- mine -->\n<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
    "jpg": b"\xff\xd8\xff\xe0",
    "gif": b"GIF89a",
    "webp": b"RIFF\x1a\x00\x00\x00WEBPVP8 ",
}
"""The first bytes of each kind of picture; the first two are whole."""


def exercise(id_="my-stretch", **more):
    """The table of an exercise, with other values for some of its keys."""
    return _with(EXERCISE.format(id=id_), more)


def routine(id_="my-routine", exercise="my-stretch", **more):
    """The table of a routine with one step."""
    return _with(ROUTINE.format(id=id_, exercise=exercise), more)


def template():
    """What `unkink routines new` writes, with its comments taken away."""
    with open(package("catalogue", "template.toml"), encoding="utf-8") as stream:
        return re.sub(r"^# ?", "", stream.read(), flags=re.MULTILINE)


def write(folder, name, *tables):
    """Write a file; returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text("\n".join(tables), encoding="utf-8")
    return path


def _with(text, more):
    for key, value in more.items():
        line = f"{key} = {value}"
        text, count = re.subn(rf"^{key} = .*$", line.replace("\\", r"\\"), text, flags=re.MULTILINE)
        text += "" if count else f"{line}\n"
    return text
