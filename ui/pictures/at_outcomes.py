"""The states of the page of outcomes. What is recorded for them stays, so they come last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from app.checkin.codes import MEETING
from app.checkin.identify import signing_keys
from app.checkin.meeting_codes import code_id_of
from app.desks import OpenEvent
from app.floor.acts import FloorActs
from app.floor.states import Missing
from app.outcomes.outcome import Answer, Outcome, OutcomeKind, Side
from app.outcomes.recording import Recording
from app.programme.bookings import Bookings
from app.programme.sessions import Sessions
from ui.entries import OUTCOMES
from ui.outcomes.page import OutcomesPage
from ui.outcomes.rows import Count, Row
from ui.pictures.hand import Hand, NotShown, Scene
from ui.pictures.programme import LONG_TITLE, with_programme
from ui.pictures.stage import NOW

_LATER = timedelta(minutes=24)
_TABLES = 20
_PART = 4, 5
"""So many of so many of what has begun are recorded."""
_LEAD, _PROPOSAL = OutcomeKind.LEAD, OutcomeKind.JOINT_PROPOSAL
_SAID = (
    (frozenset({_LEAD}), 3, 17, "Prices by e-mail"),
    (frozenset({_PROPOSAL, _LEAD}), 5, 8, "Draft call text"),
    (frozenset({OutcomeKind.NONE}), 1, 0, ""),
    (frozenset({OutcomeKind.JOINT_EVENT}), 4, 14, "Workshop in May"),
    (frozenset({_PROPOSAL}), 4, 6, "Two pilot sites"),
    (frozenset({OutcomeKind.AGREEMENT}), 5, 3, "Signed at the table"),
    (frozenset({_LEAD}), 4, 22, "Visit in April"),
    (frozenset({_LEAD, OutcomeKind.JOINT_EVENT}), 3, 0, ""),
)


def _outcomes(hand: Hand) -> None:
    """In the middle of it: an outcome, its interest, a day and half a note."""
    page = _page(hand)
    _type(page, Qt.Key.Key_E, Qt.Key.Key_4, Qt.Key.Key_F)
    QTest.keyClicks(page.card.fields.day, "30.3")
    page.card.fields.note.setFocus()
    QTest.keyClicks(page.card.fields.note, "Shared stand at the spring fair")
    hand.settle()


def _proposal(hand: Hand) -> None:
    """A proposal asks for its programme; what was typed of another meeting waits unsaved."""
    page = _page(hand)
    _type(page, Qt.Key.Key_A, Qt.Key.Key_Down, Qt.Key.Key_J, Qt.Key.Key_P)
    QTest.keyClicks(page.card.fields.programme, "Hor")
    hand.settle()


def _sessions(hand: Hand) -> None:
    """Who came to sessions that have begun, beside who had booked."""

    def come(event: OpenEvent) -> int:
        sessions, bookings = Sessions(event.journal, event.letters), Bookings(event.journal)
        people = [each.id for each in hand.stage.people.values() if each.status == "accepted"]
        opening, panel = sessions.named("Opening and welcome"), sessions.named(LONG_TITLE)
        bookings.book(opening, *people[20:44])
        came = [*people[20:39], *people[60:63]]
        for each in came:
            bookings.check_in(opening, each)
        for each in people[70:77]:
            bookings.check_in(panel, each)
        return 1 + len(came) + 7

    with_programme(hand, come)
    page = _page(hand)
    hand.wait(page.side.sessions.isVisible, "the sessions")
    hand.settle()
    area = page.side.sessions.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        bar = area.verticalScrollBar()
        bar.setValue(page.side.sessions.y() - 12)
        hand.afterwards(lambda: bar.setValue(0))
    hand.settle()


def _differing(hand: Hand) -> None:
    """Both sides have answered, and not alike; who said so and when stands below."""
    page = _page(hand)
    row = _of(page, lambda each: bool(each.differs))
    page.show_meeting(row.id)
    page.card.history.setChecked(True)
    hand.afterwards(lambda: page.card.history.setChecked(False))
    hand.settle()
    hand.settle()


def _missed(hand: Hand) -> None:
    page = _page(hand)
    page.show_meeting(_of(page, lambda each: each.missed is not None).id)
    hand.settle()


def _ahead(hand: Hand) -> None:
    page = _page(hand)
    page.show_meeting(_of(page, lambda each: not each.can_be_told).id)
    hand.settle()


def _old_slip(hand: Hand) -> None:
    """A slip of a meeting that was cancelled after it was printed."""
    page = _page(hand)
    meeting = _of(page, lambda each: each.is_due).result.meeting
    slots = {slot.place: slot.id for slot in page.day.day.slots} if page.day is not None else {}
    event = hand.stage.desks.open(hand.stage.file)
    with event.journal.reading() as session:
        (key, *_) = signing_keys(session).values()
    code = key.code(MEETING, code_id_of(meeting.id, slots[meeting.place], meeting.table))
    FloorActs(event.journal).cancel(meeting.id)
    event.close()
    hand.afterwards(hand.settle)
    hand.afterwards(hand.workplace.undo)
    hand.workplace.scan(code)
    hand.settle()
    hand.settle()


def _all(hand: Hand) -> None:
    """Nothing is left of what has begun at all tables."""
    page = _page(hand)
    page.arranging.show_own(own=False)
    hand.afterwards(lambda: page.arranging.show_own(own=True))
    _record(hand, page, (1, 1))
    hand.wait(lambda: _is_counted(page), "the figures")
    page.go_on()
    hand.settle()


def _nothing(hand: Hand) -> None:
    hand.window.close_event()
    hand.open(hand.stage.other)
    hand.afterwards(hand.window.close_event)
    hand.workplace.show_page(OUTCOMES)
    hand.settle()
    hand.settle()


def _page(hand: Hand) -> OutcomesPage:
    """Come to the page some slots into the day, with most of it recorded."""
    hand.stage.watch.now = NOW + _LATER
    hand.afterwards(lambda: setattr(hand.stage.watch, "now", NOW))
    page = hand.workplace.outcomes
    hand.workplace.show_page(OUTCOMES)
    page.arranging.take_span(f"1-{_TABLES}")
    page.reader.read()
    hand.wait(lambda: page.day is not None, "the day")
    hand.settle()
    if page.day is not None and not any(each.result.told for each in page.day.rows):
        _record(hand, page, _PART)
    hand.afterwards(lambda: page.drafts.drop(*page.drafts.typed))
    hand.wait(lambda: _is_counted(page), "the figures")
    page.table.close_card()
    page.go_on()
    hand.settle()
    return page


def _is_counted(page: OutcomesPage) -> bool:
    """Tell whether the figures are those of what is recorded by now."""
    day, figures = page.day, page.side.figures
    if day is None or figures is None:
        return False
    return figures.meetings.recorded == Count.of(day.rows).recorded


def _record(hand: Hand, page: OutcomesPage, part: tuple[int, int]) -> None:
    """Tell of what has begun and nobody has told of; of one meeting each side by itself."""
    event = hand.stage.desks.open(hand.stage.file)
    recording, (of, every) = Recording(event.journal), part
    left = [each for each in page.day.rows if each.is_due] if page.day is not None else []
    for at, row in enumerate(left[: len(left) * of // every]):
        kinds, interest, days, note = _SAID[at % len(_SAID)]
        day = NOW.date() + timedelta(days=days) if days else None
        outcome = Outcome(kinds, interest=interest, follow_up_on=day, note=note)
        if at % 11 == 5:
            recording.missed(row.id, Missing.GUEST)
        elif at % 13 == 9:
            recording.record(row.id, Outcome(answer=Answer.POSSIBLE, interest=3))
        elif at % 17 == 10:
            recording.record(row.id, outcome, Side.HOST)
            recording.record(row.id, Outcome(_SAID[2][0], interest=2), Side.GUEST)
        else:
            recording.record(row.id, outcome)
    event.close()
    page.reader.read()
    hand.settle()
    hand.settle()


def _of(page: OutcomesPage, fits: Callable[[Row], bool]) -> Row:
    rows = page.table.records.records
    found = next((each for each in rows if fits(each)), None)
    if found is None:
        raise NotShown(fits)
    return found


def _type(page: OutcomesPage, *keys: Qt.Key) -> None:
    page.table.setFocus()
    for key in keys:
        focused = QApplication.focusWidget() or page.table
        QTest.keyClick(focused, key)


AT_OUTCOMES: Mapping[str, Scene] = {
    "outcomes": _outcomes,
    "outcomes-proposal": _proposal,
    "outcomes-differing": _differing,
    "outcomes-missed": _missed,
    "outcomes-ahead": _ahead,
    "outcomes-old-slip": _old_slip,
    "outcomes-sessions": _sessions,
    "outcomes-all": _all,
    "outcomes-nothing": _nothing,
}
"""By the name of the picture."""
