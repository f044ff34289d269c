"""The states of the Print page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time, timedelta
from functools import partial
from uuid import uuid4

from PySide6.QtWidgets import QComboBox

from app.event.making import BlockOrder, EventOrder
from app.places import stocks_folder
from app.printers.office import queue_folder
from app.printers.port import JobState, Printer, PrinterState, Trouble
from app.printers.refusals import PrintServiceMissing
from app.printers.runs import PrintRun, RunStore
from app.printing.own_stocks import export_stock
from app.starting import Starting
from ui.entries import PRINT
from ui.papers.kinds import Who
from ui.papers.page import PrintPage
from ui.pictures.hand import Hand, Scene
from ui.pictures.stage import NOW

_DRAWN = ("badges", "schedules", "certificates", "table-cards", "meeting-slips", "matrix")
_OF_EVERYBODY = ("desk-list", "box-labels", "agenda", "organisation-schedules", "booklet")
_LASER, _ROLL = "Office laser", "Label roll at Desk 2"
_RUNS = (
    ("badges", _LASER, JobState.PRINTING, 34, 21, ()),
    ("slips", _ROLL, JobState.FAILED, 2, 0, (Trouble.PAPER_OUT,)),
    ("organisation-schedules", _LASER, JobState.WAITING, 118, 0, ()),
    ("matrix", _LASER, JobState.DONE, 9, 9, ()),
    ("test-page", _ROLL, JobState.CANCELLED, 1, 0, ()),
)


def _page(hand: Hand, kind: str = "badges") -> PrintPage:
    page = hand.workplace.print_page
    hand.workplace.show_page(PRINT)
    page.choosing.what.choose(kind)
    page.choosing.what.take_focus()
    hand.settle()
    return page


def _paper(key: str, hand: Hand) -> None:
    page = _page(hand, key)
    page.choosing.who.choose(Who.ALL)
    hand.wait(page.way.saving.isEnabled, f"a page of {key}")
    hand.settle()


def _labels(hand: Hand) -> None:
    """A part-used sheet of labels, and the next one."""
    page = _page(hand)
    page.choosing.who.choose(Who.ALL)
    page.way.paper.choose("90x55-10up")
    hand.wait(page.way.saving.isEnabled, "a sheet of labels")
    page.way.start.number.setValue(4)
    page.way.start.number.setFocus()
    hand.wait(page.way.saving.isEnabled, "a part-used sheet")
    hand.settle()


def _wide(hand: Hand) -> None:
    page = _page(hand, "desk-list")
    hand.wait(page.way.saving.isEnabled, "the list")
    hand.press("Next page")
    hand.press("Fit width", page)
    hand.afterwards(lambda: hand.press("Fit page", page))


def _bad_stock(hand: Hand) -> None:
    bad = stocks_folder() / "name-tags.toml"
    bad.parent.mkdir(exist_ok=True)
    export_stock("a4-4up", bad)
    bad.write_text(bad.read_text().replace("[0, 0.25]", "[40, 0.25]"))
    hand.afterwards(bad.unlink)
    page = _page(hand)
    page.arrive()
    hand.settle()
    hand.settle()


def _nobody(hand: Hand) -> None:
    """Every badge of a delegation is printed."""
    page = _page(hand)
    choice = page.choosing.delegation
    page.choosing.who.choose(Who.NEW)
    _take(choice, choice.findText("Germany"))
    hand.afterwards(lambda: _take(choice, 0))
    hand.settle()


def _take(choice: QComboBox, at: int) -> None:
    """Take an entry as a hand does."""
    choice.setCurrentIndex(at)
    choice.activated.emit(at)


def _queue(hand: Hand) -> None:
    """Runs in all states, and printers as a print service would tell of them."""
    page = _page(hand)
    event = hand.stage.desks.open(hand.stage.file)
    store = RunStore(queue_folder(event.journal))
    event.close()
    store.folder.mkdir(parents=True, exist_ok=True)
    for at, (kind, printer, state, pages, came, troubles) in enumerate(_RUNS):
        since = NOW - timedelta(minutes=1 + 4 * at)
        ended = None if state.is_open else since + timedelta(minutes=1)
        run = PrintRun(
            uuid4(),
            kind,
            printer,
            pages,
            pages,
            since,
            state=state,
            came=came,
            troubles=troubles,
            ended_at=ended,
        )
        hand.afterwards(partial(store.forget, store.keep(run)))
    hand.workplace.printing.look()
    hand.wait(lambda: len(page.runs.runs) == len(_RUNS), "the queue")
    roll = Printer(_ROLL, state=PrinterState.STOPPED, troubles=(Trouble.PAPER_OUT,))
    page.choosing.who.choose(Who.ALL)
    hand.settle()
    page.bringing.know((Printer(_LASER, is_usual=True), roll), {})
    hand.wait(page.way.printing.isEnabled, "a printer")
    hand.settle()


def _empty(kind: str, hand: Hand) -> None:
    """An event that nobody has filled yet."""
    block = BlockOrder(time(9), time(12, 30))
    order = EventOrder("Clusters meet Regions", "Europe/Stockholm", (NOW.date(),), (block,))
    starting = Starting(hand.stage.desks)
    hand.open(starting.make(starting.place_for(order.name), order))
    hand.afterwards(hand.window.close_event)
    _page(hand, kind)
    hand.settle()


def _refused(hand: Hand) -> None:
    page = _page(hand)
    page.way.strip.job_refused(PrintServiceMissing("lp"))
    hand.afterwards(lambda: page.way.strip.say(""))
    hand.settle()


AT_PRINT: Mapping[str, Scene] = {
    **{f"print-{key}": partial(_paper, key) for key in (*_DRAWN, *_OF_EVERYBODY)},
    "print-labels": _labels,
    "print-wide": _wide,
    "print-bad-stock": _bad_stock,
    "print-nobody": _nobody,
    "print-queue": _queue,
    "print-refused": _refused,
    "print-no-delegates": partial(_empty, "badges"),
    "print-no-tables": partial(_empty, "table-cards"),
}
