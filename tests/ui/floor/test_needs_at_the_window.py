"""A floor manager at the window: the grid, what needs somebody beside it, and the keys of both."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.desks import OpenEvent
from app.floor.proposing import Proposal
from app.floor.states import MeetingState
from app.settings import HOME, load_settings
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor, at
from tests.building import EventBuilder, MovableClock
from tests.ui.floor.attention_robot import AttentionRobot
from tests.ui.scanner.hands import Keyboard
from ui.common.buttons import Button, Rank
from ui.common.look import Look
from ui.common.parts import Text
from ui.entries import DESK, FLOOR
from ui.floor.attention_panel import AttentionPanel
from ui.floor.page import FloorPage
from ui.floor.tell_bar import TellBar
from ui.window import Window

_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def day(open_event: OpenEvent, event: EventBuilder, clock: MovableClock) -> RunningDay:
    """A day with slots at 10:15, 10:40, 11:05, … as another desk sees it."""
    return RunningDay(Floor(open_event, event), clock)


class AtTheFloor:
    """Somebody before the page of the floor in a window."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot
        self.keyboard = Keyboard()

    @property
    def page(self) -> FloorPage:
        assert self.window.workplace is not None
        return self.window.workplace.floor

    def opens(self, file: Path) -> AttentionRobot:
        """Open an event and go to its floor."""
        self.window.open(file)
        self.sees(lambda: self.window.workplace is not None)
        assert self.window.workplace is not None
        self.sees(lambda: bool(self.window.workplace and self.window.workplace.frame.page))
        self.window.workplace.show_page(FLOOR)
        self.sees(lambda: self.page.grid.hasFocus() and self.page.grid.sheet is not None)
        panel = self.page.findChild(AttentionPanel)
        assert panel is not None
        return AttentionRobot(panel, self._qtbot)

    def reads_toast(self, words: str) -> None:
        workplace = self.window.workplace
        assert workplace is not None
        toasts = workplace.frame.toasts
        self.sees(lambda: any(words in each.news.text for each in toasts.shown))

    def offers_slips(self, words: str) -> None:
        bar = self.window.findChild(TellBar)
        assert bar is not None
        self.sees(lambda: not bar.isHidden() and words in bar.accessibleName())

    def is_offered_for_the_open_meeting(self, *proposals: Proposal) -> None:
        """See beside the grid what could be done about the meeting that is open."""
        shown = self.page.opened.panel.proposed
        self.sees(lambda: shown.isVisible() and shown.proposals == proposals)

    def filled_at_the_open_meeting(self) -> list[Button]:
        shown = self.page.opened.panel.findChildren(Button)
        return [each for each in shown if each.rank is Rank.MAIN and each.isVisible()]

    def has_whole_in_sight(self, words: str) -> bool:
        shown = self.page.opened.panel.findChildren(Button)
        (button,) = (each for each in shown if each.text() == words and each.isVisible())
        return button.visibleRegion().boundingRect() == button.rect()

    def reads_whole_in_sight(self, words: str) -> bool:
        """Tell whether a text of the panel is seen whole, with nothing cut off."""
        texts = self.page.opened.panel.findChildren(Text)
        text = next(each for each in texts if each.text() == words)
        return (
            text.visibleRegion().boundingRect() == text.rect()
            and text.fontMetrics().horizontalAdvance(words) <= text.width()
        )

    def order_at_the_open_meeting(self) -> list[str]:
        """Name the buttons beside the grid as Tab reaches them."""
        panel = self.page.opened.panel
        named, at = [], panel.nextInFocusChain()
        while at is not None and at is not panel:
            if isinstance(at, Button) and panel.isAncestorOf(at) and at.isVisible():
                named.append(at.text() or at.accessibleName())
            at = at.nextInFocusChain()
        return named

    def sees(self, what: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(what, timeout=20_000)


@pytest.fixture
def floor(
    dressed: Look,
    clock: MovableClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> AtTheFloor:
    monkeypatch.setenv(HOME, str(tmp_path / "home"))
    window = Window(dressed, load_settings(), clock)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return AtTheFloor(window, qtbot)


def test_three_keys_repair_a_no_show_and_ctrl_z_takes_them_back(
    day: RunningDay, floor: AtTheFloor, open_event: OpenEvent
) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "9")
    day.asks("Cy", "Ada", mutual=True)
    other = day.meets("Dee", "Eve", "12:20", "2")
    day.is_now("10:35")
    day.comes("Ada", "Cy", "Dee", "Eve")
    day.is_now("10:36")
    day.moves(other, "12:20", "3")
    day.is_now("10:42")
    manager = floor.opens(open_event.database.file)
    manager.card("Bo Of has not checked in. Ada Of is here.")
    floor.offers_slips("2 must be told: Dee Of and Eve Of")
    before = day.read()

    floor.keyboard.strikes(Qt.Key.Key_Tab, "\t")
    floor.keyboard.strikes(Qt.Key.Key_N, modifiers=_ALT)
    floor.reads_toast("Bo Of did not come.")
    manager.card("Bo Of did not come. Ada Of is waiting at the table.")
    manager.is_offered("Ada Of ↔ Cy Of")
    floor.keyboard.types("1")
    floor.reads_toast("Ada Of ↔ Cy Of booked, table ")
    manager.sees_signs()
    floor.offers_slips("2 must be told: Ada Of and Cy Of")
    assert day.state(lost) is MeetingState.NO_SHOW

    floor.keyboard.strikes(Qt.Key.Key_Z, modifiers=_CTRL)
    floor.reads_toast("The new meeting of Ada Of and Cy Of is taken back.")
    manager.card("Bo Of did not come. Ada Of is waiting at the table.")
    floor.keyboard.strikes(Qt.Key.Key_Z, modifiers=_CTRL)
    manager.card("Bo Of has not checked in. Ada Of is here.")
    assert day.read() == before


def test_numbers_in_the_grid_take_what_is_proposed_beside_it(
    day: RunningDay, floor: AtTheFloor, open_event: OpenEvent
) -> None:
    day.meets("Ada", "Bo", "10:40", "3")
    lost = day.meets("Cy", "Di", "10:40", "9")
    day.comes("Ada", "Cy")
    day.is_now("10:42")
    manager = floor.opens(open_event.database.file)
    manager.card("Di Of has not checked in. Cy Of is here.")
    sheet = floor.page.grid.sheet
    assert sheet is not None
    place = sheet.place_of(lost)
    assert place is not None

    floor.page.grid.choose(*place)
    manager.is_offered("Same partners at 11:05")
    floor.keyboard.types("1")

    floor.reads_toast("Di Of ↔ Cy Of booked, table ")
    manager.sees_signs("One missing")


def test_a_number_takes_nothing_of_a_card_that_is_out_of_sight(
    day: RunningDay, floor: AtTheFloor, open_event: OpenEvent
) -> None:
    for host, guest, table in zip(("Bo", "Di", "Flo"), ("Ada", "Cy", "Ed"), "345", strict=True):
        last = day.meets(guest, host, "10:40", table)
        day.comes(guest)
    day.is_now("10:42")
    manager = floor.opens(open_event.database.file)
    manager.card("Flo Of has not checked in. Ed Of is here.")
    sheet = floor.page.grid.sheet
    assert sheet is not None
    place = sheet.place_of(last)
    assert place is not None
    floor.page.grid.choose(*place)
    manager.is_offered("Same partners at 11:05")
    bar = manager.panel.list.area.verticalScrollBar()
    floor.sees(lambda: bar.maximum() > 0)
    bar.setValue(0)

    floor.keyboard.types("1")
    floor.sees(lambda: bar.value() > 0)
    assert day.place(last)[0] == at("10:40")

    floor.keyboard.types("1")
    floor.reads_toast("Flo Of ↔ Ed Of booked, table ")


def test_an_open_meeting_says_what_could_be_done_and_a_number_takes_it(
    day: RunningDay, floor: AtTheFloor, open_event: OpenEvent
) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "9")
    day.asks("Cy", "Ada", mutual=True)
    day.comes("Ada", "Cy")
    day.is_now("10:42")
    card = floor.opens(open_event.database.file).card("Bo Of has not checked in. Ada Of is here.")
    floor.window.resize(1280, 800)
    floor.sees(lambda: bool(card.proposals))
    on_the_card = card.proposals

    floor.page.show_meeting(lost)
    floor.is_offered_for_the_open_meeting(*on_the_card)
    floor.keyboard.types("1")

    floor.reads_toast("Ada Of ↔ Cy Of booked, table ")
    assert day.state(lost) is MeetingState.NO_SHOW
    floor.offers_slips("Ada Of")
    floor.keyboard.strikes(Qt.Key.Key_Z, modifiers=_CTRL)
    floor.reads_toast("The new meeting of Ada Of and Cy Of is taken back.")
    floor.is_offered_for_the_open_meeting(*on_the_card)


def test_an_open_meeting_has_one_filled_button_and_all_it_does_in_sight(
    day: RunningDay, floor: AtTheFloor, open_event: OpenEvent, event: EventBuilder
) -> None:
    for name, phone in (("Ada", "+370 600 11111"), ("Bo", "+370 600 22222")):
        day.floor.knows(name, event.delegate(name, "Of", phone=phone))
    lost = day.meets("Ada", "Bo", "10:40", "9")
    for name in ("Cy", "Dee", "Eve"):
        day.asks(name, "Ada", mutual=True)
    day.comes("Ada", "Cy", "Dee", "Eve")
    day.is_now("10:42")
    floor.opens(open_event.database.file)
    floor.window.resize(1280, 800)

    floor.page.show_meeting(lost)
    floor.sees(lambda: len(floor.page.opened.panel.proposed.rows) == 3)

    assert [each.text() for each in floor.filled_at_the_open_meeting()] == ["Book"]
    for words in ("Call", "Move", "Runs", "Was held", "Host", "Both", "Lock", "History"):
        assert floor.has_whole_in_sight(words), words
    for words in ("Late", "+370 600 11111", "Here since 10:30", "+370 600 22222"):
        assert floor.reads_whole_in_sight(words), words
    rows = floor.page.opened.panel.proposed.rows
    floor.sees(lambda: all(each.visibleRegion().boundingRect() == each.rect() for each in rows[:2]))
    order = floor.order_at_the_open_meeting()
    assert (order[0], order[4:8]) == ("Show the entry of Bo Of", ["Book", "Book", "Book", "Call"])
    assert order[-1] == "History"
    floor.page.opened.panel.show_proposals(None, ())
    assert [each.text() for each in floor.filled_at_the_open_meeting()] == ["Call"]


def test_an_open_meeting_that_needs_nobody_may_go_elsewhere_and_one_that_runs_may_not(
    day: RunningDay, floor: AtTheFloor, open_event: OpenEvent
) -> None:
    later, runs = day.meets("Ada", "Bo", "12:20", "9"), day.meets("Cy", "Di", "10:40", "3")
    day.comes("Ada", "Bo", "Cy", "Di")
    day.is_now("10:42")
    floor.opens(open_event.database.file)

    floor.page.show_meeting(later)
    found = day.proposed(later)
    floor.is_offered_for_the_open_meeting(*found[:3])
    floor.page.opened.panel.setFocus()
    floor.keyboard.types("2")

    floor.reads_toast("Bo Of ↔ Ada Of moved to table ")
    place = day.meeting(later).place, day.meeting(later).table
    assert (day.read().slot[place[0]].id, place[1]) == (found[1].to.slot, found[1].to.table)
    floor.page.show_meeting(runs)
    assert floor.page.opened.panel.proposed.proposals == ()
    assert not floor.page.opened.panel.proposed.isVisible()


def test_what_is_not_so_any_more_is_refused_at_the_open_meeting_and_asked_anew(
    day: RunningDay, floor: AtTheFloor, open_event: OpenEvent
) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "9")
    day.asks("Cy", "Ada", mutual=True)
    day.comes("Ada", "Cy", "Eve")
    day.is_now("10:42")
    floor.opens(open_event.database.file)
    floor.page.show_meeting(lost)
    panel = floor.page.opened.panel
    floor.sees(lambda: bool(panel.proposed.proposals))
    gone = panel.proposed.proposals[0]

    day.meets("Cy", "Eve", "10:40", "2")
    panel.proposed.taken.emit(gone)

    floor.sees(lambda: "Nothing was changed" in panel.problem.said)
    floor.is_offered_for_the_open_meeting(*day.proposed(lost)[:3])
    assert day.place(lost) == (at("10:40"), "9")


def test_a_badge_of_the_open_meeting_says_who_sits_there_and_another_goes_to_the_desk(
    day: RunningDay, floor: AtTheFloor, open_event: OpenEvent, event: EventBuilder
) -> None:
    for name in ("Ada", "Bo"):
        day.floor.knows(name, event.delegate(name, "Of"))
    meeting = day.meets("Ada", "Bo", "10:40", "9")
    day.comes("Ada")
    day.is_now("10:42")
    floor.opens(open_event.database.file)
    floor.page.show_meeting(meeting)
    workplace = floor.window.workplace
    assert workplace is not None

    floor.keyboard.scans(event.badge_of(day.floor.who("Ada")))
    floor.reads_toast("Ada Of sits at table 9.")
    assert workplace.frame.page == FLOOR
    assert day.meeting(meeting).guests_seated_at is not None
    floor.keyboard.strikes(Qt.Key.Key_Z, modifiers=_CTRL)
    floor.reads_toast("The word on who sits at the table of Bo Of and Ada Of is taken back.")
    assert day.meeting(meeting).guests_seated_at is None

    floor.keyboard.scans(event.badge_of(day.floor.who("Bo")))
    floor.sees(lambda: workplace.frame.page == DESK and workplace.desk.card.verdict is not None)
    assert day.read().people[day.floor.who("Bo")].is_here(day.clock.now)


def test_without_an_open_meeting_every_badge_goes_to_the_desk(
    day: RunningDay, floor: AtTheFloor, open_event: OpenEvent, event: EventBuilder
) -> None:
    day.floor.knows("Ada", event.delegate("Ada", "Of"))
    meeting = day.meets("Ada", "Bo", "10:40", "9")
    day.comes("Ada")
    day.is_now("10:42")
    floor.opens(open_event.database.file)
    workplace = floor.window.workplace
    assert workplace is not None
    floor.page.show_meeting(meeting)
    floor.page.opened.close()

    floor.keyboard.scans(event.badge_of(day.floor.who("Ada")))

    floor.sees(lambda: workplace.frame.page == DESK and workplace.desk.card.verdict is not None)
    assert day.meeting(meeting).guests_seated_at is None


def test_enter_on_a_card_opens_its_meeting_and_esc_comes_back(
    day: RunningDay, floor: AtTheFloor, open_event: OpenEvent
) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "9")
    day.comes("Ada")
    day.is_now("10:42")
    manager = floor.opens(open_event.database.file)
    manager.stands_on("Bo Of has not checked in. Ada Of is here.")

    floor.keyboard.strikes(Qt.Key.Key_Return, "\r")
    floor.sees(lambda: floor.page.opened.meeting == lost)
    assert not manager.panel.isVisible()
    floor.keyboard.types("1")
    floor.keyboard.strikes(Qt.Key.Key_Escape)

    floor.sees(manager.panel.isVisible)
    assert manager.told == []
