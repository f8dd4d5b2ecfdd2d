"""Small parts of adapters that need no desktop: pictures, clipping, displays, cookies, opening files, folders."""

import os
import socket
import struct
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unkink import paths
from unkink.adapters.notify.plyer_ import clip
from unkink.adapters.opener import open_file
from unkink.adapters.tray.picture import SIZES, Picture, load, name, over
from unkink.adapters.x11 import Display, _cookies, parse_display
from unkink.errors import Unavailable, UnkinkError
from unkink.ports import Face, Glyph


@pytest.mark.parametrize("theme", ["any", "light", "dark"])
@pytest.mark.parametrize("size", [16, 22, 24, 32, 48, 64])
def test_every_face_has_a_picture_at_every_size(theme, size):
    faces = [Face(Glyph.RING, step, "") for step in range(13)]
    faces += [Face(glyph, 0, "") for glyph in Glyph if glyph is not Glyph.RING]
    pixels = set()
    for face in faces:
        picture = load(name(face), size, theme)
        assert len(picture.rgba) == size * size * 4
        pixels.add(picture.rgba)
    assert len(pixels) == len(faces), "each looks different"


def test_the_pictures_are_what_pillow_reads_too():
    from PIL import Image

    for theme in ("light", "dark"):
        for file in sorted(Path(paths.icons("tray", theme)).glob("*-22.png")):
            with Image.open(file) as image:
                assert image.tobytes() == load(file.stem.removesuffix("-22"), 22, theme).rgba


def test_argb_is_what_panels_read():
    assert Picture(1, bytes([1, 2, 3, 4])).argb() == bytes([4, 1, 2, 3])
    assert SIZES == (22, 32, 48)


def test_a_picture_over_another_is_mixed_by_its_alpha():
    below = bytes([10, 20, 30, 0])
    assert over(Picture(1, bytes([200, 100, 50, 255])), below) == bytes([50, 100, 200, 0])
    assert over(Picture(1, bytes([200, 100, 50, 0])), below) == below


@given(st.text(max_size=300))
def test_a_clipped_text_fits_and_is_a_beginning(text):
    clipped = clip(text, 63)
    assert len(clipped.encode("utf-16-le")) <= 2 * 63
    assert clipped == text or text.startswith(clipped.removesuffix("…"))


@pytest.mark.parametrize(
    ("text", "display"),
    [
        (":0", ("", 0)),
        (":12.1", ("", 12)),
        ("unix:3", ("", 3)),
        ("localhost:10.0", ("localhost", 10)),
        ("tcp/far:1", ("far", 1)),
    ],
)
def test_displays(text, display):
    assert parse_display(text) == Display(*display)


@pytest.mark.parametrize(
    ("text", "why"), [("", "DISPLAY is not set"), ("0", "names no display"), (":x", "names no display")]
)
def test_what_names_no_display(text, why):
    with pytest.raises(Unavailable, match=why):
        parse_display(text)


def entry(family, address, number, cookie, kind=b"MIT-MAGIC-COOKIE-1"):
    parts = [address, number, kind, cookie]
    return struct.pack(">H", family) + b"".join(struct.pack(">H", len(part)) + part for part in parts)


def test_the_cookie_for_this_machine_comes_before_those_for_others(tmp_path, monkeypatch):
    here = socket.gethostname().encode()
    path = tmp_path / "auth"
    path.write_bytes(
        entry(256, b"elsewhere", b"7", b"other host")
        + entry(65535, b"", b"7", b"wild")
        + entry(256, here, b"8", b"other display")
        + entry(256, here, b"7", b"secret", b"XDM-AUTHORIZATION-1")
        + entry(256, here, b"7", b"ours")
        + entry(256, here, b"", b"any display")
    )
    monkeypatch.setenv("XAUTHORITY", str(path))
    assert list(_cookies(Display("", 7))) == [b"ours", b"any display", b"wild", b"other host"]
    path.write_bytes(path.read_bytes() + struct.pack(">HH", 256, 40))
    assert next(_cookies(Display("", 7))) == b"ours", "one that is cut short costs nothing that stands before it"
    monkeypatch.setenv("XAUTHORITY", str(tmp_path / "nothing"))
    assert list(_cookies(Display("", 7))) == []


@pytest.mark.skipif(sys.platform != "linux", reason="xdg-open is Linux's")
def test_a_file_is_opened_with_what_the_desktop_has(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnkinkError, match="xdg-open is not installed"):
        open_file("/x")
    script = tmp_path / "xdg-open"
    script.write_text(f"#!/bin/sh\necho $1 > {tmp_path}/opened\n")
    script.chmod(0o755)
    open_file("/the/config.toml")
    from tests.waiting import wait_for

    opened = tmp_path / "opened"
    wait_for(lambda: opened.exists() and opened.read_text() == "/the/config.toml\n")


@pytest.mark.skipif(sys.platform != "linux", reason="the XDG folders are Linux's")
@pytest.mark.parametrize("value", [None, "", "/elsewhere", "relative/path", " "])
def test_the_folders_are_those_of_platformdirs(monkeypatch, value):
    import platformdirs

    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        if value is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, value)
    assert os.path.dirname(paths.config_file()) == platformdirs.user_config_dir("unkink")
    assert paths.data_folder() == platformdirs.user_data_dir("unkink")
    assert paths.log_folder() == platformdirs.user_log_dir("unkink")


def test_without_a_runtime_folder_there_is_one_of_our_own(monkeypatch):
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert paths.runtime_folder().endswith("/.local/state/unkink/run")
    folder = paths.make_private(paths.runtime_folder())
    assert os.stat(folder).st_mode & 0o777 == 0o700
