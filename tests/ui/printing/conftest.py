from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from shiboken6 import isValid

from tests.ui.dressed_bot import DressedBot
from tests.ui.printing.robot import PaperRobot, PaperTray
from ui.printing.paper_dialog import PaperDialog

Shows = Callable[[PaperDialog[Any], str], PaperRobot]
Opens = Callable[..., PaperRobot]


@pytest.fixture
def shows(tmp_path: Path, qtbot: DressedBot) -> Iterator[Shows]:
    """Opens a dialog with the way of the last time, and somebody before it."""
    opened: list[PaperDialog[Any]] = []

    def show(dialog: PaperDialog[Any], way: str) -> PaperRobot:
        qtbot.dress(dialog)
        dialog.take_way(way)
        opened.append(dialog)
        robot = PaperRobot(dialog, PaperTray(tmp_path / "paper.pdf"), qtbot)
        dialog.open()
        return robot

    yield show

    # A dialog that was closed has deleted itself, which is more than qtbot expects of a widget.
    for dialog in filter(isValid, opened):
        # One that is still shown would hear the keys of the next test.
        dialog.hide()
        dialog.deleteLater()
