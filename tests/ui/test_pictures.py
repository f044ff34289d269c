from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from ui.common.look import Look
from ui.pictures import make_pictures
from ui.pictures.making import SCENES

pytestmark = pytest.mark.usefixtures("dressed")
SIZES = {1440: (1440, 900), 1280: (1280, 800)}
STATES = (
    "start-recents",
    "desk-no-delegates",
    "desk-checked-in",
    "desk-ticket-replaced",
    "delegates-detail",
    "floor-moving",
    "crash",
)


@pytest.fixture(scope="module")
def pictures(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> dict[str, QImage]:
    """Pictures of some states, by their names."""
    del qapp
    folder = tmp_path_factory.mktemp("pictures")
    return {file.stem: QImage(str(file)) for file in make_pictures(folder, STATES)}


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_a_state_is_pictured_in_both_themes_and_sizes(
    pictures: dict[str, QImage], state: str, theme: str, width: int
) -> None:
    picture = pictures[f"{state}-{theme}-{width}"]

    assert (picture.width(), picture.height()) == SIZES[width]
    assert len(_colours(picture)) > 20


@pytest.mark.parametrize("state", STATES)
def test_themes_differ_in_the_picture_and_so_do_states(
    pictures: dict[str, QImage], state: str
) -> None:
    light, dark = pictures[f"{state}-light-1440"], pictures[f"{state}-dark-1440"]
    others = [pictures[f"{other}-light-1440"] for other in STATES if other != state]

    assert _brightness(light) > 2 * _brightness(dark)
    assert light not in others


def test_who_is_checked_in_stands_on_green(pictures: dict[str, QImage], dressed: Look) -> None:
    checked_in = pictures["desk-checked-in-light-1440"]

    assert checked_in.pixelColor(700, 180) == dressed.colour("ok")


def test_the_settings_of_the_user_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATCHDESK_HOME", str(tmp_path / "home"))

    made = list(make_pictures(tmp_path / "pictures", ["start-empty"]))

    assert len(made) == 4
    assert os.environ["MATCHDESK_HOME"] == str(tmp_path / "home")
    assert not (tmp_path / "home").exists()


def test_every_state_has_a_name_of_its_own() -> None:
    assert len(SCENES) > 60
    assert SCENES.keys() >= set(STATES)


def _colours(picture: QImage) -> set[int]:
    return {
        picture.pixel(x, y)
        for x in range(0, picture.width(), 4)
        for y in range(0, picture.height(), 4)
    }


def _brightness(picture: QImage) -> float:
    small = picture.scaled(16, 10)
    shades = [QColor(small.pixel(x, y)).lightnessF() for x in range(16) for y in range(10)]
    return sum(shades) / len(shades)
