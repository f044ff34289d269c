"""Sessions among the other pages: scans, the import, the command box and undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desks import Desks
from app.programme.bookings import Bookings
from app.programme.orders import Place, SessionOrder
from app.programme.sessions import Sessions
from app.programme.views import session_facts
from app.settings import HOME
from tests.app.meetings.asking import at
from tests.building import DESK_1, EventBuilder, MovableClock, copy_event_file
from tests.ui.at_work import shown_workplace
from tests.ui.programme.robot import ProgrammeRobot
from ui.common.page import Tools
from ui.entries import DESK, EVENT, PROGRAMME
from ui.programme.sessions_part import SessionsPart
from ui.programme_commands import of_programme
from ui.visits.part import VisitsPart
from ui.workplace import Workplace


class Held:
    """An event with a talk that one person is booked for, and their badge."""

    def __init__(self, file: Path, clock: MovableClock) -> None:
        clock.now = at("13:55")
        self.event = Desks(DESK_1, clock).open(copy_event_file(file))
        builder = EventBuilder(self.event)
        ada = builder.delegate("Ada", "Byron")
        self.code = builder.badge_of(ada)
        place = Place(at("14:00"), at("15:00"), "Blue")
        self.talk = Sessions(self.event.journal, "A").add(SessionOrder("Talk"), place)
        Bookings(self.event.journal).book(self.talk, ada)

    @property
    def came(self) -> int:
        return session_facts(self.event.journal, self.talk).figures.here


@pytest.fixture
def held(tmp_path: Path, clock: MovableClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    monkeypatch.setenv(HOME, str(tmp_path))
    held = Held(tmp_path / "open.matchdesk", clock)
    yield held
    held.event.close()


@pytest.fixture
def workplace(held: Held, tools: Tools, clock: MovableClock, qtbot: QtBot) -> Iterator[Workplace]:
    with shown_workplace(held.event.journal.database.file, tools, clock, qtbot) as workplace:
        yield workplace


@pytest.fixture
def office(workplace: Workplace, qtbot: QtBot) -> ProgrammeRobot:
    QTest.keyClick(workplace, Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    page = workplace.programme
    part = page.show_part("sessions")
    assert isinstance(part, SessionsPart)
    office = ProgrammeRobot(page, part, qtbot)
    office.waits(lambda: part.timeline.sheet is not None, "the day")
    return office


def test_a_scan_is_for_the_session_only_while_its_check_in_is_on(
    office: ProgrammeRobot, workplace: Workplace, held: Held
) -> None:
    office.opens("Talk")
    office.presses("Check in by scans")
    workplace.scan(held.code)

    office.waits(lambda: held.came == 1, "Ada in the talk")
    assert workplace.frame.page == PROGRAMME
    workplace.undo()
    office.waits(lambda: held.came == 0, "nobody in the talk")

    QTest.keyClick(office.part.side.session.look_up, Qt.Key.Key_Escape)
    office.waits(lambda: not office.part.opened.takes_scans, "the end of the mode")
    workplace.scan(held.code)
    office.waits(lambda: workplace.frame.page == DESK)
    assert held.came == 0


def test_the_import_of_a_programme_begins_on_the_page_of_the_event(
    office: ProgrammeRobot, workplace: Workplace
) -> None:
    office.presses("Import a programme")

    assert workplace.frame.page == EVENT


def test_what_was_imported_is_shown_in_its_part(
    office: ProgrammeRobot, workplace: Workplace
) -> None:
    workplace.show_page(EVENT)
    workplace.event_page.importing_visits.show_wanted.emit()

    assert workplace.frame.page == PROGRAMME
    shown: object = workplace.programme.part
    assert isinstance(shown, VisitsPart)
    workplace.show_page(EVENT)
    workplace.event_page.importing_programme.show_wanted.emit()
    shown = workplace.programme.part
    assert shown is office.part


def test_parts_and_what_they_do_are_found_in_the_command_box(
    office: ProgrammeRobot, workplace: Workplace
) -> None:
    workplace.show_page(DESK)
    commands = {each.words: each for each in of_programme(workplace)}
    assert {"Sessions", "Add a session…", "Conflicts"} <= commands.keys()

    commands["Add a session…"].run()

    assert workplace.frame.page == PROGRAMME
    assert office.dialog().isVisible()
