"""What needs somebody on the floor, beside the grid."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from PySide6.QtCore import QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTimeEdit

from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.event.closures import ClosureOrder, Closures, Places
from app.floor.manager import FloorManager
from app.floor.states import MeetingState, Missing, Word, standing
from app.journal.undo import undo
from app.meetings.standing import StandingMeetings
from ui.entries import FLOOR
from ui.floor.attention_panel import AttentionPanel
from ui.pictures.hand import Hand, Scene
from ui.pictures.stage import NOW

_AFTER_ALL = timedelta(hours=10)
_LONG = "Freiherrlich von Hohenstein-Rautenbergsche Maschinenbaugesellschaft mbH & Co. KG"
_DEEDS = 4


def _needs(hand: Hand) -> None:
    """Let one not come, one sit elsewhere in the house, and a table break down."""
    _does(hand, _goes_wrong)
    hand.afterwards(lambda: _does(hand, _is_taken_back))
    _look(hand)


def _asked(hand: Hand) -> None:
    _look(hand)
    hand.press("They come at…", _panel(hand).list.cards[0])
    hand.settle()


def _refused(hand: Hand) -> None:
    _asked(hand)
    card = _panel(hand).list.cards[0]
    field = card.findChild(QTimeEdit)
    assert field is not None  # noqa: S101 - it was just asked for
    field.setTime(QTime(10, 30))
    hand.press("Note it", card)
    hand.settle()


def _nothing(hand: Hand) -> None:
    """In the evening, when nobody is missed any more."""
    watch = hand.stage.watch
    hand.workplace.show_page(FLOOR)
    panel, reader = _panel(hand), hand.workplace.floor.reader
    hand.afterwards(reader.read)
    hand.afterwards(lambda: setattr(watch, "now", NOW))
    watch.now = NOW + _AFTER_ALL
    panel.read()
    reader.read()
    hand.settle()
    hand.wait(lambda: not panel.list.cards, "a floor where nothing needs anybody")
    hand.settle()


def _look(hand: Hand) -> None:
    """Go to the floor, and wait for what could be done about the first card."""
    hand.workplace.show_page(FLOOR)
    panel = _panel(hand)
    panel.list.area.verticalScrollBar().setValue(0)
    panel.read()
    hand.settle()
    hand.wait(lambda: bool(panel.list.cards and panel.list.cards[0].proposals), "a proposal")
    # Parts that have just come find their places one after another.
    QTest.qWait(400)
    hand.settle()


def _panel(hand: Hand) -> AttentionPanel:
    panel = hand.workplace.floor.findChild(AttentionPanel)
    assert panel is not None  # noqa: S101 - the page has it from the beginning
    return panel


def _does(hand: Hand, what: Callable[[OpenEvent], None]) -> None:
    event = hand.stage.desks.open(hand.stage.file)
    try:
        what(event)
    finally:
        event.close()
    _panel(hand).read()
    hand.settle()


def _goes_wrong(event: OpenEvent) -> None:
    floor = FloorManager(event.journal, event.letters)
    look = floor.look(NOW.date())
    running = [each for each in look.day.meetings if each.starts_at <= NOW < each.ends_at]
    states = {each.id: standing(look.day, each, NOW) for each in running}
    sit = [each for each in running if states[each.id].state is MeetingState.RUNNING]
    lost = next(each for each in running if states[each.id].missing is Missing.HOST)
    floor.acts.say(lost.id, Word.NO_SHOW, Missing.HOST)
    floor.acts.say(sit[0].id, Word.LATE, Missing.GUEST)
    Roster(event.journal, event.letters).edit(lost.guests[0], PersonOrder(organisation=_LONG))
    label = look.day.table[sit[1].table].label
    order = ClosureOrder(Places((label,)), NOW, NOW + timedelta(hours=1))
    Closures(event.journal, StandingMeetings()).close(order, losing=99)


def _is_taken_back(event: OpenEvent) -> None:
    for _ in range(_DEEDS):
        undo(event.journal)


AT_NEEDS: Mapping[str, Scene] = {
    "floor-needs": _needs,
    "floor-needs-time": _asked,
    "floor-needs-refused": _refused,
    "floor-needs-nothing": _nothing,
}
"""By the name of the picture."""
