"""The colours of delegations, as they are seen in either theme."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.delegates.groups import BAND_COLOURS, PLAIN_COLOURS, STRIPED_COLOURS
from app.printing.colour import Colour, contrast
from ui.common.look import Look, ThemeName
from ui.common.marks import paint_swatch


def painted(colour: str, look: Look) -> QImage:
    image = QImage(12, 12, QImage.Format.Format_RGB32)
    image.fill(look.colour("surface"))
    painter = QPainter(image)
    # Whatever was painted before must not show.
    painter.setBrush(QColor("white"))
    paint_swatch(painter, QRectF(image.rect()), colour, look.colour("text-3"))
    painter.end()
    return image


def on_the_diagonal(image: QImage) -> list[bool]:
    """Which pixels from corner to corner are light."""
    pixels = [image.pixelColor(at, at) for at in range(2, 10)]
    return [each.lightness() > 215 for each in pixels]


@pytest.mark.parametrize("colour", STRIPED_COLOURS)
def test_from_the_eighth_delegation_on_there_are_stripes(colour: str, dressed: Look) -> None:
    steps = sum(one != other for one, other in pairwise(on_the_diagonal(painted(colour, dressed))))

    assert steps >= 2


@pytest.mark.parametrize("colour", PLAIN_COLOURS)
def test_the_first_seven_are_plain(colour: str, dressed: Look) -> None:
    assert not any(on_the_diagonal(painted(colour, dressed)))


def test_no_two_are_the_same() -> None:
    assert len(set(BAND_COLOURS)) == len(BAND_COLOURS) >= 14


@pytest.mark.parametrize("theme", [ThemeName.LIGHT, ThemeName.DARK])
def test_each_has_an_outline_that_can_be_seen(theme: ThemeName, dressed: Look) -> None:
    before = ThemeName.DARK if dressed.is_dark else ThemeName.LIGHT
    dressed.wear(theme)
    try:
        ground = dressed.colour("surface")
        edges = [painted(colour, dressed).pixelColor(6, 0) for colour in BAND_COLOURS]
    finally:
        dressed.wear(before)

    assert min(contrast(as_paper(edge), as_paper(ground)) for edge in edges) >= 3


def as_paper(colour: QColor) -> Colour:
    return Colour.parse(colour.name())
