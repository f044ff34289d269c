"""The states of the speeches, on the page of the programme and on the screen that all see."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import partial

from app.journal.journal import Changes
from app.speeches.known import SpeechOrder
from app.speeches.ordering import Order
from app.speeches.speaking import Speaking
from ui.entries import PRINT, PROGRAMME
from ui.pictures.hand import Hand, Scene
from ui.pictures.stage import NOW, OF_THE_LONGEST_NAME
from ui.speeches.dialog import SpeechesDialog
from ui.speeches.part import SpeechesPart
from ui.stage.stages import SpeechStage
from ui.stage.window import StageWindow

_WRITTEN = Changes(frozenset({"SpeechRound"}))
_HALF_HOUR = timedelta(minutes=32)


def _part(hand: Hand) -> SpeechesPart:
    hand.workplace.show_page(PROGRAMME)
    part = hand.workplace.programme.show_part("speeches")
    assert isinstance(part, SpeechesPart)  # noqa: S101 - it is what goes by this name
    hand.settle()
    return part


def _none(hand: Hand) -> None:
    _part(hand)


def _asked(hand: Hand) -> None:
    part = _part(hand)
    part.ask()
    hand.wait_for_dialog()
    (dialog,) = part.findChildren(SpeechesDialog)
    dialog.delegation.setCurrentIndex(dialog.delegation.findData("Baltic"))
    dialog.order.setCurrentIndex(dialog.order.findData(Order.DRAWN))
    hand.wait_for_dialog()


def _shown(passed: int, spoken: int, hand: Hand) -> None:
    _running(passed, hand, spoken)


def _running(passed: int, hand: Hand, spoken: int = 3) -> SpeechesPart:
    """Let the Nordic people speak, the last of them for so many seconds by now."""
    part = _part(hand)
    event = hand.stage.desks.open(hand.stage.file)
    hand.afterwards(partial(_drop, hand, part))
    try:
        speaking, day = Speaking(event.journal), NOW.date()
        start = NOW - _HALF_HOUR
        speaking.set(day, SpeechOrder(start, 5, 5, Order.MIXED, delegation="Nordic"))
        long = hand.stage.people[OF_THE_LONGEST_NAME]
        speaking.add(day, long.id)
        speaking.move(day, long.id, 3)
        hand.stage.watch.now = start
        _speeches, told = speaking.of_day(day)
        speaking.skip(day, told[1].who.id)
        for _ in range(spoken):
            speaking.go_on(day)
            hand.stage.watch.now += timedelta(minutes=11)
    finally:
        event.close()
    began = hand.stage.watch.now - timedelta(minutes=11)
    hand.stage.watch.now = began + timedelta(seconds=passed)
    part.learn(_WRITTEN)
    hand.settle()
    part.tick()
    hand.settle()
    return part


def _drop(hand: Hand, part: SpeechesPart) -> None:
    event = hand.stage.desks.open(hand.stage.file)
    try:
        Speaking(event.journal).drop(NOW.date())
    finally:
        event.close()
    hand.stage.watch.now = NOW
    part.learn(_WRITTEN)
    hand.settle()


def _dragged(hand: Hand) -> None:
    part = _running(100, hand)
    part.table.choose(part.table.records.records[6].id)
    part.table.gap = 4
    hand.afterwards(lambda: setattr(part.table, "gap", -1))
    hand.settle()


def _clock(hand: Hand) -> None:
    part = _running(260, hand)
    tools = hand.workplace.tools
    event = hand.stage.desks.open(hand.stage.file)
    hand.afterwards(event.close)
    window = StageWindow(SpeechStage(event.journal, tools.times), tools)
    hand.settle()
    window.tick()
    hand.instead = window.clock
    hand.afterwards(lambda: _put_away(hand, window))
    part.tick()


def _put_away(hand: Hand, window: StageWindow) -> None:
    hand.instead = None
    window.close()


def _paper(key: str, hand: Hand) -> None:
    _running(100, hand)
    page = hand.workplace.print_page
    hand.workplace.show_page(PRINT)
    page.choosing.what.choose(key)
    page.choosing.what.take_focus()
    hand.settle()
    hand.wait(page.way.saving.isEnabled, f"a page of {key}")
    hand.settle()


AT_SPEECHES: Mapping[str, Scene] = {
    "speeches-none": _none,
    "speeches-set": _asked,
    "speeches-speaking": partial(_shown, 100, 3),
    "speeches-last-minute": partial(_shown, 260, 3),
    "speeches-over": partial(_shown, 700, 3),
    "speeches-dragged": _dragged,
    "speeches-last": partial(_shown, 620, 33),
    "speech-clock": _clock,
    "print-speaker-cards": partial(_paper, "speaker-cards"),
    "print-running-order": partial(_paper, "running-order"),
}
"""By the name of the picture."""
