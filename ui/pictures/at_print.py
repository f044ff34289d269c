"""The states of the Print page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from ui.entries import PRINT
from ui.papers.kinds import Who
from ui.papers.page import PrintPage
from ui.pictures.hand import Hand, Scene

_DRAWN = ("badges", "schedules", "certificates", "table-cards", "meeting-slips", "matrix")
_OF_EVERYBODY = ("desk-list", "agenda", "organisation-schedules", "booklet")


def _page(hand: Hand) -> PrintPage:
    page = hand.workplace.print_page
    hand.workplace.show_page(PRINT)
    page.choosing.what.choose("badges")
    page.choosing.who.choose(Who.NEW)
    hand.settle()
    return page


def _paper(key: str, hand: Hand) -> None:
    page = _page(hand)
    page.choosing.what.choose(key)
    page.choosing.what.take_focus()
    page.choosing.who.choose(Who.ALL)
    hand.wait(page.way.saving.isEnabled, f"a page of {key}")
    hand.settle()


def _later_sheet(hand: Hand) -> None:
    """Labels of a part-used sheet, and another sheet of them, as wide as there is room."""
    page = _page(hand)
    page.choosing.who.choose(Who.ALL)
    page.way.paper.choose("90x55-10up")
    hand.wait(page.way.saving.isEnabled, "a sheet of labels")
    page.way.start.number.setValue(4)
    hand.wait(page.way.saving.isEnabled, "a part-used sheet")
    hand.settle()


def _nobody(hand: Hand) -> None:
    page = _page(hand)
    page.choosing.what.choose("slips")
    page.choosing.what.take_focus()
    hand.settle()
    hand.settle()


def _no_boxes(hand: Hand) -> None:
    page = _page(hand)
    page.choosing.what.choose("box-labels")
    page.choosing.what.take_focus()
    hand.settle()
    hand.settle()


AT_PRINT: Mapping[str, Scene] = {
    **{f"print-{key}": partial(_paper, key) for key in (*_DRAWN, *_OF_EVERYBODY)},
    "print-labels": _later_sheet,
    "print-nobody": _nobody,
    "print-boxes": _no_boxes,
}
