"""The states that show what a delegate has to be at, and sessions away from their own page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QScrollArea, QWidget

from app.delegates.importing.imports import ImportOrder
from app.desks import OpenEvent
from app.programme.bookings import Bookings
from app.programme.importing.imports import ProgrammeImports
from app.programme.orders import Place, SessionOrder
from app.programme.session import SessionKind
from app.programme.sessions import Sessions
from app.visits.importing.imports import VisitImports, VisitList
from app.visits.signing_up import SigningUp
from app.visits.visits import Visits
from ui.delegates.day_section import DaySection
from ui.desk.now_next import NowAndNext
from ui.entries import EVENT
from ui.event.importing.list_kind import Of
from ui.pictures.hand import Hand, Scene
from ui.pictures.programme import IN_SINCE_TEN, LONG_TITLE, with_programme, without
from ui.pictures.stage import IN_SINCE_NINE, JURATE, NOW
from ui.wall.window import WallWindow
from ui.wall_work import WallWork

_HEAD = "ID,Title,Type,Day,Start,End,Room,Speakers"
_ROWS = (
    "1,Opening and welcome,plenary,2027-03-16,09:00,09:30,Hall A,Jonas Kalnietis",
    "2,Ports as test beds,workshop,2027-03-16,13:20,14:05,Room 2,",
    f"3,{LONG_TITLE},panel,2027-03-16,15:00,16:00,Conference room Vilija,",
)
_VISIT_HEAD = "Visit,Meeting point,Day,Leaves,Back,Places"
_VISITS = (
    "Battery works,Main entrance,2027-03-16,15:00,17:00,30",
    "Dairy of Rokiškis,Bus stop,2027-03-16,15:00,17:00,20",
    "Old town by night,,2027-03-16,20:00,21:30,30",
)


def _now_and_next(name: str, hand: Hand) -> None:
    with_programme(hand)
    hand.scan(hand.stage.codes[name])
    hand.settle()
    now_next = hand.workplace.desk.card.findChild(NowAndNext)
    hand.wait(lambda: now_next is not None and now_next.isVisible(), "what is now and next")
    hand.settle()


def _speaker(hand: Hand) -> None:
    """Let somebody speak in the afternoon who is at something else now."""

    def speaks(event: OpenEvent) -> int:
        sessions = Sessions(event.journal, event.letters)
        panel = SessionOrder("Ports as test beds: who pays for the second pilot", SessionKind.PANEL)
        voices = replace(panel, speakers=[hand.stage.people[IN_SINCE_TEN].id])
        starts = NOW + timedelta(hours=3)
        place = Place(starts, starts + timedelta(minutes=45), "Conference room Vilija")
        sessions.add(voices, place)
        return 1

    with_programme(hand, speaks)
    hand.scan(hand.stage.codes[IN_SINCE_TEN])
    hand.settle()
    now_next = hand.workplace.desk.card.findChild(NowAndNext)
    hand.wait(lambda: now_next is not None and now_next.isVisible(), "what is now and next")
    hand.settle()


def _day(hand: Hand) -> None:
    with_programme(hand)
    hand.workplace.show_delegate(hand.stage.people[IN_SINCE_NINE].id)
    shown = hand.workplace.delegates.pane.overview
    hand.wait(lambda: shown.findChild(DaySection) is not None, "the day of a delegate")
    hand.settle()
    section = shown.findChild(DaySection)
    assert section is not None  # noqa: S101 - it was waited for
    _bring_in_sight(section)
    hand.settle()


def _bring_in_sight(widget: QWidget) -> None:
    """Scroll to a part, whatever it stands in."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        area.ensureWidgetVisible(widget)
        area.verticalScrollBar().setValue(widget.y() - 8)


def _book(hand: Hand) -> None:
    _day(hand)
    asking = hand.workplace.delegates.pane.asking
    section = hand.workplace.delegates.pane.overview.findChild(DaySection)
    assert section is not None  # noqa: S101 - it is shown
    section.book.click()
    hand.wait(lambda: asking.form is not None, "what can be booked")
    form = asking.form
    assert form is not None  # noqa: S101 - it was waited for
    form.save()
    hand.afterwards(asking.close_form)
    hand.settle()


def _programme_anew(hand: Hand) -> None:
    """Bring a programme in, and then one of which some is other and some is gone."""
    folder, page = hand.stage.folder, hand.workplace.event_page
    old, new = folder / "programme-march.csv", folder / "programme-april.csv"
    old.write_text("\n".join((_HEAD, *_ROWS)), encoding="utf-8")
    changed = _ROWS[1].replace("13:20,14:05,Room 2", "14:10,14:55,Hall A")
    new.write_text("\n".join((_HEAD, _ROWS[0], changed)), encoding="utf-8")
    event = hand.stage.desks.open(hand.stage.file)
    try:
        ProgrammeImports(event.journal, event.letters).run(old, ImportOrder())
        sessions, bookings = Sessions(event.journal, event.letters), Bookings(event.journal)
        for name in (IN_SINCE_NINE, IN_SINCE_TEN, JURATE):
            bookings.book(sessions.named("Ports as test beds"), hand.stage.people[name].id)
        bookings.book(sessions.named(LONG_TITLE), hand.stage.people[IN_SINCE_TEN].id)
    finally:
        event.close()
    hand.afterwards(lambda: without(hand, 5))
    hand.workplace.show_page(EVENT)
    steps = page.importing_programme
    hand.afterwards(steps.start_over)
    page.import_file(new, Of.PROGRAMME)
    hand.wait(steps.compared.isVisible, "what the programme changes")
    steps.frame.next.click()
    hand.settle()


def _visits_anew(hand: Hand) -> None:
    """Bring visits in, correct some, and bring in a list that says otherwise and has one less."""
    folder, page = hand.stage.folder, hand.workplace.event_page
    old, new = folder / "visits-march.csv", folder / "visits-april.csv"
    old.write_text("\n".join((_VISIT_HEAD, *_VISITS)), encoding="utf-8")
    changed = _VISITS[0].replace("15:00,17:00", "15:30,17:30")
    new.write_text("\n".join((_VISIT_HEAD, changed, _VISITS[1])), encoding="utf-8")
    event = hand.stage.desks.open(hand.stage.file)
    try:
        VisitImports(event.journal, VisitList.VISITS).run(old, ImportOrder())
        SigningUp(event.journal).give(hand.stage.people[IN_SINCE_NINE].id, "Battery works")
        visits = Visits(event.journal)
        visits.change("Battery works", {"meeting_point": "North gate, bus 1", "places": 25})
        visits.change("Dairy of Rokiškis", {"title": "Dairy of Rokiškis and its museum"})
    finally:
        event.close()
    hand.afterwards(lambda: without(hand, 4))
    hand.workplace.show_page(EVENT)
    steps = page.importing_visits
    hand.afterwards(steps.start_over)
    page.import_file(new, Of.VISITS)
    hand.wait(steps.compared.isVisible, "what the visits change")
    steps.frame.next.click()
    hand.settle()


def _wall(hand: Hand) -> None:
    """Let a session be in another room, and another one not take place."""
    with_programme(hand, _changed)
    (work,) = hand.workplace.findChildren(WallWork)
    work.show()
    hand.wait(lambda: work.window is not None, "the wall")
    wall = work.window
    assert wall is not None  # noqa: S101 - it was opened
    hand.wait(lambda: wall.board.wall is not None and wall.sessions.pages > 0, "the sessions")
    hand.wait(lambda: _turned_to(wall), "the page of sessions")
    hand.settle()
    hand.instead = wall.sessions
    hand.afterwards(lambda: _put_away(hand, wall))


def _turned_to(wall: WallWindow) -> bool:
    if not wall.sessions.isVisible():
        wall.turn()
    return wall.sessions.isVisible()


def _put_away(hand: Hand, wall: WallWindow) -> None:
    hand.instead = None
    wall.close()


def _changed(event: OpenEvent) -> int:
    sessions = Sessions(event.journal, event.letters)
    sessions.move(sessions.named("Ports as test beds"), Place(room="Hall B"))
    sessions.cancel(sessions.named("Cleantech pitches"))
    return 2


AT_ITINERARY: Mapping[str, Scene] = {
    "desk-now-and-next": partial(_now_and_next, IN_SINCE_TEN),
    "desk-two-at-once": partial(_now_and_next, IN_SINCE_NINE),
    "desk-speaker": _speaker,
    "delegates-day": _day,
    "delegates-book": _book,
    "programme-import-anew": _programme_anew,
    "visits-import-anew": _visits_anew,
    "wall-sessions": _wall,
}
"""By the name of the picture."""
