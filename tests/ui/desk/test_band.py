from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF

from ui.desk.band import name_in

pytestmark = pytest.mark.usefixtures("dressed")
LONG = "Maximilian Freiherr von Hohenstein-Rautenberg"


@pytest.mark.parametrize("name", ["Anna Berg", LONG, "Wolfeschlegelsteinhausenbergerdorff"])
@pytest.mark.parametrize("height", [114.0, 170.0])
def test_a_name_never_takes_more_height_than_there_is(name: str, height: float) -> None:
    letters, lines = name_in(name, 594, height)

    assert len(lines) * QFontMetricsF(letters).height() <= height
    assert " ".join(lines) == name


def test_a_long_name_takes_two_lines_before_it_becomes_small() -> None:
    letters, lines = name_in(LONG, 594, 170)

    assert lines == ("Maximilian Freiherr von", "Hohenstein-Rautenberg")
    assert letters.pixelSize() > 44
