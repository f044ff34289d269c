from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from shiboken6 import isValid

from app.desks import OpenEvent
from app.printers.choices import with_printer
from app.settings import HOME, change_settings
from tests.ui.dressed_bot import DressedBot
from tests.ui.printing.robot import PaperRobot, PaperTray
from ui.common.page import Tools
from ui.printing.desk_printing import DeskPrinting
from ui.printing.paper_dialog import PaperDialog
from ui.printing.services import print_calls

Shows = Callable[[PaperDialog[Any], str], PaperRobot]
Opens = Callable[..., PaperRobot]


@pytest.fixture
def printing(
    open_event: OpenEvent, tools: Tools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> DeskPrinting:
    """What this desk prints by; what is chosen is kept in settings of its own."""
    monkeypatch.setenv(HOME, str(tmp_path / "home"))
    printing = DeskPrinting(print_calls(open_event.journal), tools)
    printing.printer_chosen.connect(
        lambda kind, name: change_settings(lambda old: with_printer(old, kind, name))
    )
    return printing


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
