"""What goes into the installed program, and what does not."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from PIL import Image

from app.installer.contents import is_wanted, wanted
from app.installer.linux import RESOURCES
from app.installer.marks import PROJECT, made_icon, made_picture, write_icon
from app.version import VERSION

WITHOUT_UNUSED = """
import importlib, pkgutil, sys
sys.path.insert(0, sys.argv[1])
from app.installer.contents import UNUSED_MODULES

class LeftOut:
    def find_spec(self, name, path=None, target=None):
        if any(name == each or name.startswith(f"{each}.") for each in UNUSED_MODULES):
            raise ModuleNotFoundError(f"{name} is left out")

sys.meta_path.insert(0, LeftOut())
import app, db, ui
ashore = ("app.start", "app.installer", "ui.pictures", "db.migrations.env")
count = 0
for part in (app, db, ui):
    for module in pkgutil.walk_packages(part.__path__, f"{part.__name__}."):
        if not module.name.startswith(ashore) and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
            count += 1
print(count)
"""


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/multimedia/libffmpegmediaplugin.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "babel/locale-data/de_AT.dat",
        "babel/locale-data/root.dat",
        "scipy/sparse/_sparsetools.cpython-311-x86_64-linux-gnu.so",
        "resources/fonts/Inter-Regular.ttf",
        "resources/templates/README.md",
        "numpy.libs/libscipy_openblas64_-32a4b2a6.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/multimedia/ffmpegmediaplugin.dll",
        "numpy.libs/msvcp140-a4c2229bdc2a2a630acdc095b4d86008.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/lib/QtWidgets.framework/Versions/A/QtWidgets",
    ],
)
def test_what_a_desk_needs_is_aboard(path: str) -> None:
    assert is_wanted(path)


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/lib/libQt6Qml.so.6",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "babel/locale-data/zu.dat",
        "scipy.libs/libscipy_openblas-6cdc3b4a.so",
        "scipy/linalg/_flapack.cpython-311-x86_64-linux-gnu.so",
        "libcups.so.2",
        "resources/pictures/floor.png",
        "PySide6/plugins/platforms/qminimal.dll",
        "PySide6/plugins/platforminputcontexts/qtvirtualkeyboardplugin.dll",
        "scipy.libs/libscipy_openblas-197ee2fc9b4d071f7e048078cac74115.dll",
        "PySide6/Qt/lib/QtQml.framework/Versions/A/QtQml",
    ],
)
def test_what_nobody_would_ever_reach_stays_ashore(path: str) -> None:
    assert not is_wanted(path)


def test_on_windows_paths_are_told_apart_the_same() -> None:
    entries = [("PySide6\\Qt6Qml.dll", "", ""), ("babel\\locale-data\\fr.dat", "", "")]

    assert wanted(entries) == entries[1:]


def test_every_module_of_ours_loads_without_what_is_left_out() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", WITHOUT_UNUSED, str(PROJECT)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert loaded.returncode == 0, loaded.stderr[-2_000:]
    assert int(loaded.stdout) > 500


def test_the_version_is_said_once_and_the_same() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))

    assert project["project"]["version"] == VERSION


def test_the_icon_of_windows_holds_all_usual_sizes(tmp_path: Path) -> None:
    with Image.open(made_icon(tmp_path / "matchdesk.ico")) as icon:
        assert {side for side, _ in icon.info["sizes"]} == {16, 24, 32, 48, 64, 128, 256}


def test_the_icon_of_macos_has_room_around_it(tmp_path: Path) -> None:
    with Image.open(made_icon(tmp_path / "matchdesk.icns")) as icon:
        assert {(width * scale) for width, _, scale in icon.info["sizes"]} >= {32, 256, 512, 1024}
        assert icon.getchannel("A").getbbox() == (100, 100, 924, 924)


def test_the_picture_of_the_setup_has_no_dark_edge(tmp_path: Path) -> None:
    with Image.open(made_picture(tmp_path / "matchdesk.bmp")) as picture:
        edge = {picture.getpixel((x, y)) for x in (0, 69, 137) for y in (0, 137)}
        middle = picture.getpixel((69, 35))

    assert edge == {(255, 255, 255)}
    assert isinstance(middle, tuple)
    assert max(middle) < 64


def test_an_icon_is_as_large_as_its_folder_says(tmp_path: Path) -> None:
    write_icon(tmp_path / "icon.png", 48)

    header = (tmp_path / "icon.png").read_bytes()[16:24]
    assert [int.from_bytes(header[at : at + 4], "big") for at in (0, 4)] == [48, 48]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no executable bit")
def test_the_scripts_of_the_archive_can_be_run() -> None:
    for name in ("install.sh", "uninstall.sh"):
        assert (RESOURCES / name).stat().st_mode & 0o111
