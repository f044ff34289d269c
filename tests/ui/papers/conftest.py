from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest

from app.desks import OpenEvent
from app.printers.cups import CupsPrinters
from app.settings import HOME, load_settings
from tests.building import FIRST_DAY, SECOND_DAY
from tests.ui.dressed_bot import DressedBot
from tests.ui.papers.robot import PrintRobot
from ui.common.page import Tools
from ui.papers.making import print_services
from ui.papers.page import PrintPage
from ui.printing.desk_printing import DeskPrinting
from ui.printing.services import print_calls

Arrives = Callable[..., PrintRobot]


@pytest.fixture
def arrives(
    open_event: OpenEvent,
    tools: Tools,
    qtbot: DressedBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Arrives]:
    """Goes to the page, perhaps with delegates who are chosen elsewhere."""
    monkeypatch.setenv(HOME, str(tmp_path))
    # A window has its settings before any page.
    load_settings()
    pages: list[PrintPage] = []

    def arrive(*chosen: UUID) -> PrintRobot:
        calls = print_calls(open_event.journal, CupsPrinters())
        services = print_services(open_event.journal, tools.times, calls)
        printing = DeskPrinting(calls, tools)
        page = PrintPage(services, printing, tools, (FIRST_DAY, SECOND_DAY), lambda: chosen)
        # It ends with the page, before what it is made with.
        printing.setParent(page)
        qtbot.dress(page)
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(1364, 844)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.arrive()
        return PrintRobot(page, qtbot)

    yield arrive

    for page in pages:
        page.hide()
