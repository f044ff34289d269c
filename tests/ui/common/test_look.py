from __future__ import annotations

import re

import pytest

from ui.common.look import RESOURCES, Look, Theme, ThemeName, read_theme

LIGHT, DARK = read_theme("light"), read_theme("dark")
STATES = ("accent", "ok", "warn", "bad", "move")


def luminance(colour: str) -> float:
    """Source: WCAG 2.2, relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("state", STATES)
def test_every_text_of_a_state_can_be_read(theme: Theme, state: str) -> None:
    colours = theme.colours
    assert contrast(colours[state], colours[f"{state}-on"]) >= 4.5
    assert contrast(colours[f"{state}-text"], colours["surface"]) >= 4.5
    assert contrast(colours[f"{state}-text"], colours[f"{state}-soft"]) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("text", ["text", "text-2", "text-3"])
@pytest.mark.parametrize("ground", ["bg", "surface", "sunken", "hover", "rail"])
def test_every_text_can_be_read_on_every_ground(theme: Theme, text: str, ground: str) -> None:
    colours = theme.colours
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("line", ["ctl-line", "accent"])
@pytest.mark.parametrize("ground", ["bg", "surface", "sunken", "hover", "rail", "accent-soft"])
def test_the_outline_of_a_control_can_be_seen(theme: Theme, line: str, ground: str) -> None:
    colours = theme.colours
    assert contrast(colours[line], colours[ground]) >= 3


def test_both_themes_name_the_same_colours() -> None:
    assert LIGHT.colours.keys() == DARK.colours.keys()


def test_the_style_sheet_names_no_colour_of_its_own() -> None:
    sheet = (RESOURCES / "styles" / "base.qss").read_text(encoding="utf-8")

    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b", sheet) == []


def test_a_theme_is_put_on_and_told(dressed: Look) -> None:
    told: list[bool] = []
    dressed.changed.connect(lambda: told.append(dressed.is_dark))

    dressed.wear(ThemeName.DARK)
    dressed.wear(ThemeName.LIGHT)

    assert told == [True, False]


def test_an_icon_is_drawn_in_the_colour_asked_for(dressed: Look) -> None:
    image = dressed.pixmap("check", "bad", 18).toImage()

    opaque = [
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert set(opaque) == {dressed.colour("bad").name()}
