from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.desks import OpenEvent
from app.printers.choices import with_printer
from app.printers.cups import CupsPrinters
from app.settings import HOME, change_settings
from tests.building import MovableClock, copy_event_file
from tests.ui.at_work import Heard, shown_on
from tests.ui.dressed_bot import DressedBot
from ui.common.jobs import Jobs
from ui.common.look import Look, ThemeName, load_fonts
from ui.common.page import Tools
from ui.common.times import Times
from ui.opened import Opened, open_event
from ui.printing.desk_printing import DeskPrinting
from ui.printing.services import print_calls
from ui.workplace import Workplace

# Tests open windows that nobody is to see, also when they are run one by one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Look:
    """The application with its letters and the light theme."""
    load_fonts()
    look = Look(ThemeName.LIGHT)
    look.dress()
    return look


@pytest.fixture
def changed_look(dressed: Look) -> Iterator[Look]:
    """The same for a test that may put another theme on."""
    yield dressed
    if dressed.wanted is not ThemeName.LIGHT:
        dressed.wear(ThemeName.LIGHT)


@pytest.fixture(scope="session")
def dummy(dressed: Look) -> QWidget:
    """A widget that wears what windows do."""
    dummy = QWidget()
    dressed.style(dummy)
    return dummy


@pytest.fixture
def qtbot(request: pytest.FixtureRequest, dummy: QWidget) -> DressedBot:
    """A bot that dresses what it is given, as the window does in which it would be."""
    return DressedBot(request, dummy.styleSheet())


@pytest.fixture
def heard(qapp: QApplication) -> Heard:
    """Hears what is written, for whoever opens an event and for what shows it."""
    return Heard()


@pytest.fixture
def tools(dressed: Look, clock: MovableClock) -> Iterator[Tools]:
    """What pages are made with, on a clock that the test moves."""
    quick, reads, slow = Jobs("quick"), Jobs("reads"), Jobs("slow")
    tools = Tools(dressed, quick, reads, slow, Times(ZoneInfo("Europe/Vilnius"), clock))
    yield tools
    tools.close()


@pytest.fixture
def printing(
    open_event: OpenEvent, tools: Tools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> DeskPrinting:
    """What this desk prints by; what is chosen is kept in settings of its own."""
    monkeypatch.setenv(HOME, str(tmp_path / "home"))
    printing = DeskPrinting(print_calls(open_event.journal, CupsPrinters()), tools)
    printing.printer_chosen.connect(
        lambda kind, name: change_settings(lambda old: with_printer(old, kind, name))
    )
    return printing


@pytest.fixture
def window(
    tmp_path: Path, clock: MovableClock, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Opened]:
    """An event as the window has it open; what is written to it is heard."""
    monkeypatch.setenv(HOME, str(tmp_path))
    opened = open_event(copy_event_file(tmp_path / "open.matchdesk"), clock, heard.changed.emit)
    yield opened
    opened.event.close()


@pytest.fixture
def workplace(
    window: Opened, heard: Heard, tools: Tools, clock: MovableClock, qtbot: QtBot
) -> Iterator[Workplace]:
    """All pages, of which the Desk is shown."""
    with shown_on(window, tools, clock, qtbot) as workplace:
        heard.changed.connect(workplace.learn)
        yield workplace
