"""The states of rounds at mixed tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest

from app.icebreaking.crowd import Among
from app.icebreaking.keeping import Icebreaking
from app.icebreaking.mixing import RoundsOrder
from app.icebreaking.rounds import NoRounds, Timetable
from app.journal.journal import Journal
from ui.entries import PRINT, PROGRAMME
from ui.pictures.at_wall import shown_wall
from ui.pictures.hand import Hand, Scene
from ui.pictures.stage import NOW
from ui.rounds.part import RoundsPart

_HERE = 1


def _nothing(hand: Hand) -> None:
    _part(hand)


def _found(hand: Hand) -> None:
    part = _part(hand)
    part.form.who.setCurrentIndex(_HERE)
    part.form.start.setTime(QTime(11, 10))
    hand.press("Find seats")
    hand.wait(lambda: part.made is not None, "seats")
    hand.settle()
    hand.afterwards(lambda: hand.press("Discard"))


def _too_few(hand: Hand) -> None:
    """Three people do not fill a table of six."""
    part = _part(hand)
    part.form.many.setValue(200)
    part.form.who.setCurrentIndex(_HERE)
    hand.press("Find seats")
    hand.wait(lambda: bool(part.sight.strip.problem()), "the refusal")
    hand.afterwards(lambda: part.form.many.setValue(6))
    hand.afterwards(lambda: part.sight.strip.say(""))


def _run(hand: Hand) -> None:
    """The second of four rounds runs; some came since, and some did not come."""
    _kept(hand)
    part = _part(hand)
    hand.wait(lambda: part.kept is not None, "the rounds")
    hand.settle()


def _picked_up(hand: Hand) -> None:
    _kept(hand)
    part = _part(hand)
    hand.wait(lambda: part.kept is not None, "the rounds")
    seating = part.sight.seating
    part.sight.switch_to(3)
    seating.setFocus()
    for key in (Qt.Key.Key_M, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(seating, key)
    hand.settle()
    hand.afterwards(seating.put_back)


def _paper(key: str, hand: Hand) -> None:
    _kept(hand)
    hand.workplace.show_page(PRINT)
    page = hand.workplace.print_page
    page.show_kind(key)
    hand.wait(page.way.saving.isEnabled, f"a page of {key}")
    hand.settle()


def _wall(later: timedelta, hand: Hand) -> None:
    _kept(hand)
    shown_wall(
        hand, NOW + later, lambda wall: wall.board.wall is not None and wall.board.wall.are_rounds
    )


def _part(hand: Hand) -> RoundsPart:
    hand.workplace.show_page(PROGRAMME)
    part = hand.workplace.programme.show_part("rounds")
    assert isinstance(part, RoundsPart)  # noqa: S101 - it is the part of this key
    hand.settle()
    return part


def _kept(hand: Hand) -> None:
    def keep(journal: Journal) -> None:
        order = RoundsOrder(4, 6, Among(kinds=("company", "cluster")))
        timetable = Timetable(NOW - timedelta(minutes=17, seconds=48), 10, 2)
        Icebreaking(journal).keep(NOW.date(), order, timetable)

    _at_event(hand, _dropped)
    hand.stage.watch.now = NOW - timedelta(hours=1)
    _at_event(hand, keep)
    hand.stage.watch.now = NOW
    hand.settle()
    hand.afterwards(lambda: _at_event(hand, _dropped))


def _dropped(journal: Journal) -> None:
    try:
        Icebreaking(journal).drop(NOW.date())
    except NoRounds:
        return


def _at_event(hand: Hand, work: Callable[[Journal], None]) -> None:
    event = hand.stage.desks.open(hand.stage.file)
    try:
        work(event.journal)
    finally:
        event.close()
    hand.settle()


AT_ROUNDS: Mapping[str, Scene] = {
    "rounds-none": _nothing,
    "rounds-too-few": _too_few,
    "rounds-found": _found,
    "rounds-run": _run,
    "rounds-swap": _picked_up,
    "rounds-on-wall": partial(_wall, timedelta()),
    "rounds-on-wall-before": partial(_wall, -timedelta(minutes=21)),
    "rounds-cards": partial(_paper, "round-cards"),
    "rounds-list": partial(_paper, "round-list"),
}
"""By the name of the picture."""
