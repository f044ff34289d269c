"""The states of the page of the programme. Its sessions stay, so they come late."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import islice
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.journal.journal import Journal
from app.programme.bookings import Bookings
from app.programme.orders import Place, SessionOrder
from app.programme.session import SessionKind
from app.programme.sessions import Sessions
from app.programme.views import session_list
from app.visits.visit import VisitOrder
from app.visits.visits import Visits
from ui.entries import PROGRAMME
from ui.pictures.hand import Hand, Scene
from ui.pictures.programme import IN_SINCE_TEN, without
from ui.pictures.stage import NOW, OF_THE_LONGEST_NAME
from ui.programme.sessions_part import SessionsPart

_HALL, _GREEN, _BLUE = "Great Hall", "Green Room", "Blue Room on the second floor, east wing"
_KINDS = SessionKind
_HELD: Sequence[tuple[str, SessionKind, str, str, str, int | None]] = (
    ("Opening and welcome", _KINDS.PLENARY, "09:00", "09:30", _HALL, None),
    ("Three regions, one value chain: what clusters bring to each other", _KINDS.PANEL,
     "09:30", "10:15", _HALL, None),
    ("Funding clinic", _KINDS.WORKSHOP, "10:30", "11:30", _GREEN, 12),
    ("Membranes and materials", _KINDS.PARALLEL, "10:40", "11:25", _BLUE, 30),
    ("Coffee", _KINDS.BREAK, "11:30", "11:45", _HALL, None),
    ("Testing abroad", _KINDS.TALK, "11:45", "12:15", _GREEN, 20),
    ("Joint proposals that were granted", _KINDS.TALK, "12:00", "12:45", _GREEN, 20),
    ("Standards for hydrogen", _KINDS.WORKSHOP, "14:00", "15:30", _BLUE, 25),
    ("Investors ask", _KINDS.PANEL, "14:30", "15:30", _HALL, None),
    ("Dinner on the river", _KINDS.EVENING, "19:00", "22:30", "", 120),
)  # fmt: skip
_CANCELLED = "Standards for hydrogen"


def _programme(hand: Hand) -> None:
    """The whole day, with two talks in one room and people who have a meeting then."""
    _part(hand)


def _session(hand: Hand) -> None:
    part = _part(hand)
    part.opened.open(_of(part, "Funding clinic"))
    hand.settle()
    part.side.session.people.setFocus()
    hand.afterwards(part.opened.close)
    hand.settle()


def _door(hand: Hand) -> None:
    """Scans check in; one was let in."""
    part = _part(hand)
    part.opened.open(_of(part, "Funding clinic"))
    hand.settle()
    hand.press("Check in by scans", part)
    name = part.side.session.people.listed[1].who.name
    hand.window.computer.catcher.scanned.emit(hand.stage.codes[name])
    hand.settle()
    hand.afterwards(hand.settle)
    hand.afterwards(hand.workplace.undo)
    hand.afterwards(part.opened.close)
    hand.afterwards(part.opened.close)
    hand.settle()


def _in_line(hand: Hand) -> None:
    """Three wait for a place in a session that is full, and one place is free."""
    part = _part(hand)
    clinic = _of(part, "Funding clinic")
    event = hand.stage.desks.open(hand.stage.file)
    try:
        bookings, sessions = Bookings(event.journal), Sessions(event.journal, event.letters)
        listed = session_list(event.journal, clinic)
        booked = [each.who.id for each in listed if each.booked]
        sessions.change(clinic, SessionOrder(places=len(booked)))
        known = {each.who.id for each in listed}
        others = [each.id for each in hand.stage.people.values() if each.status == "accepted"]
        free = [each for each in others if each not in known][:2]
        bookings.book(clinic, hand.stage.people[IN_SINCE_TEN].id, *free)
        bookings.unbook(clinic, booked[-1])
    finally:
        event.close()
    hand.afterwards(lambda: without(hand, 3))
    hand.wait(lambda: part.timeline.sheet is not None, "the day")
    part.opened.open(clinic)
    hand.wait(part.side.session.fill.isVisible, "who waits")
    people = part.side.session.people
    people.choose(next(each.who.id for each in people.listed if each.in_line == 1))
    people.setFocus()
    hand.afterwards(part.opened.close)
    hand.settle()


def _cancelled(hand: Hand) -> None:
    part = _part(hand)
    part.opened.open(_of(part, _CANCELLED))
    hand.afterwards(part.opened.close)
    hand.settle()


def _moving(hand: Hand) -> None:
    """A talk is carried to a room that is free, where people have meetings."""
    part = _part(hand)
    part.timeline.setFocus()
    part.timeline.choose(_of(part, "Funding clinic"))
    _strike(part, Qt.Key.Key_M)
    hand.wait(lambda: part.carrying.carry is not None, "a session in hand")
    _strike(part, Qt.Key.Key_Left, *[Qt.Key.Key_Down] * 2, Qt.Key.Key_Right)
    hand.afterwards(part.carrying.put_back)
    hand.settle()


def _taken(hand: Hand) -> None:
    """A talk is dropped where another one is: both may change places."""
    part = _part(hand)
    part.timeline.setFocus()
    part.timeline.choose(_of(part, "Investors ask"))
    _strike(part, Qt.Key.Key_M)
    hand.wait(lambda: part.carrying.carry is not None, "a session in hand")
    _strike(part, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    _strike(part, *[Qt.Key.Key_Down] * 6, Qt.Key.Key_Left, Qt.Key.Key_Return)
    hand.afterwards(part.carrying.put_back)
    hand.settle()


def _adding(hand: Hand) -> None:
    part = _part(hand)
    part.ask_new()
    hand.wait_for_dialog()


def _changing(hand: Hand) -> None:
    part = _part(hand)
    block = (
        part.timeline.sheet.of_session[_of(part, "Testing abroad")] if part.timeline.sheet else None
    )
    if block is not None and block.session is not None:
        part.ask_changes(block.session)
    hand.wait_for_dialog()


def _none(hand: Hand) -> None:
    hand.window.close_event()
    hand.open(hand.stage.other)
    hand.afterwards(hand.window.close_event)
    hand.workplace.show_page(PROGRAMME)
    hand.workplace.programme.show_part("sessions")
    hand.settle()
    hand.settle()


def _part(hand: Hand) -> SessionsPart:
    """Come to the part, as it is while nothing is open in it; first let there be a programme."""
    place = hand.workplace
    place.show_page(PROGRAMME)
    part = place.programme.show_part("sessions")
    if not isinstance(part, SessionsPart):
        raise TypeError(part)
    hand.wait(lambda: part.timeline.sheet is not None, "the day")
    if part.timeline.sheet is not None and not part.timeline.sheet.of_session:
        _hold(hand)
        hand.wait(lambda: bool(part.timeline.sheet and part.timeline.sheet.of_session), "sessions")
    part.opened.close()
    part.timeline.choose(None)
    part.timeline.go_to_now()
    hand.settle()
    return part


def _hold(hand: Hand) -> None:
    event = hand.stage.desks.open(hand.stage.file)
    journal = event.journal
    sessions, bookings = Sessions(journal, event.letters), Bookings(journal)
    people = [each for each in hand.stage.people.values() if each.status == "accepted"]
    coming = iter([hand.stage.people[OF_THE_LONGEST_NAME], *people[3:]])
    for title, kind, starts, ends, room, places in _HELD:
        speaker = next(coming)
        order = SessionOrder(
            title,
            kind,
            places=places,
            speakers=[] if kind in {_KINDS.BREAK, _KINDS.EVENING} else [speaker.id],
            moderators=["Sigrún Þorláksdóttir"] if kind is _KINDS.PANEL else [],
        )
        added = sessions.add(order, Place(_at(starts), _at(ends), room), anyway=True)
        _book(bookings, added, [each.id for each in islice(coming, min(places or 0, 9))])
        if title == _CANCELLED:
            sessions.cancel(added)
    _visit(journal)
    event.close()


def _book(bookings: Bookings, session: UUID, people: Sequence[UUID]) -> None:
    for each in people:
        bookings.book(session, each)
    for each in people[::3]:
        bookings.check_in(session, each)


def _visit(journal: Journal) -> None:
    order = VisitOrder("Laser works", _at("16:00"), _at("18:00"), 20, meeting_point="Main door")
    Visits(journal).add(order)


def _at(clock: str) -> datetime:
    hour, minute = map(int, clock.split(":"))
    midnight = NOW.replace(hour=0, minute=0, second=0)
    return midnight + timedelta(hours=hour - 2, minutes=minute)


def _of(part: SessionsPart, title: str) -> UUID:
    sheet = part.timeline.sheet
    found = sheet.day.sessions if sheet is not None else ()
    return next(each.id for each in found if each.title == title)


def _strike(part: SessionsPart, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(part.timeline, key)


AT_PROGRAMME: Mapping[str, Scene] = {
    "programme": _programme,
    "programme-session": _session,
    "programme-door": _door,
    "programme-in-line": _in_line,
    "programme-cancelled": _cancelled,
    "programme-moving": _moving,
    "programme-taken": _taken,
    "programme-adding": _adding,
    "programme-changing": _changing,
    "programme-none": _none,
}
"""By the name of the picture."""
