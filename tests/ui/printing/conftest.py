from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from shiboken6 import isValid

from app.desks import OpenEvent
from app.printing.office import PrintOffice
from tests.ui.dressed_bot import DressedBot
from tests.ui.printing.robot import PaperTray, PrintRobot
from ui.common.page import Tools
from ui.printing.dialog import BadgeDialog

Opens = Callable[..., PrintRobot]


@pytest.fixture
def office(open_event: OpenEvent) -> PrintOffice:
    """What prints, on an event in a real file."""
    return PrintOffice(open_event.journal)


@pytest.fixture
def opens(office: PrintOffice, tools: Tools, tmp_path: Path, qtbot: DressedBot) -> Iterator[Opens]:
    """Opens the dialog for delegates, on a stock, with the way of the last time."""
    opened: list[BadgeDialog] = []

    def open_dialog(*delegates: UUID, stock: str = "a4-4up", way: str = "") -> PrintRobot:
        dialog = BadgeDialog(office, tools, delegates, stock)
        qtbot.dress(dialog)
        dialog.take_way(way)
        opened.append(dialog)
        robot = PrintRobot(dialog, PaperTray(tmp_path / "paper.pdf"), qtbot)
        dialog.open()
        return robot

    yield open_dialog

    # A dialog that was closed has deleted itself, which is more than qtbot expects of a widget.
    for dialog in filter(isValid, opened):
        dialog.deleteLater()
