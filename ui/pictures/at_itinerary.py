"""The states that show what a delegate has to be at, and sessions away from their own page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QScrollArea, QWidget

from app.desks import OpenEvent
from app.programme.orders import Place
from app.programme.sessions import Sessions
from ui.delegates.day_section import DaySection
from ui.desk.now_next import NowAndNext
from ui.pictures.hand import Hand, Scene
from ui.pictures.programme import IN_SINCE_TEN, with_programme
from ui.pictures.stage import IN_SINCE_NINE
from ui.wall.window import WallWindow
from ui.wall_work import WallWork


def _now_and_next(name: str, hand: Hand) -> None:
    with_programme(hand)
    hand.scan(hand.stage.codes[name])
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
    "delegates-day": _day,
    "delegates-book": _book,
    "wall-sessions": _wall,
}
"""By the name of the picture."""
