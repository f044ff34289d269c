"""The states of the Print page."""

from __future__ import annotations

from collections.abc import Mapping

from ui.entries import PRINT
from ui.papers.kinds import Who
from ui.papers.page import PrintPage
from ui.pictures.hand import Hand, Scene


def _page(hand: Hand) -> PrintPage:
    page = hand.workplace.print_page
    hand.workplace.show_page(PRINT)
    page.choosing.what.choose("badges")
    page.choosing.who.choose(Who.NEW)
    hand.settle()
    return page


def _badges(hand: Hand) -> None:
    page = _page(hand)
    page.choosing.who.choose(Who.ALL)
    hand.wait(page.way.saving.isEnabled, "a sheet of badges")
    hand.settle()


def _schedules(hand: Hand) -> None:
    page = _page(hand)
    page.choosing.what.choose("schedules")
    hand.wait(page.way.saving.isEnabled, "a schedule")
    hand.settle()


def _nobody(hand: Hand) -> None:
    page = _page(hand)
    page.choosing.what.choose("slips")
    hand.settle()
    hand.settle()


AT_PRINT: Mapping[str, Scene] = {
    "print-badges": _badges,
    "print-schedules": _schedules,
    "print-nobody": _nobody,
}
