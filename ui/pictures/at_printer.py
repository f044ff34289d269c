"""The states of printing at a desk: badges at check-in, troubles, dialogs and setup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.printers.choices import Fit, with_fit, with_printer
from app.printers.port import JobState, Trouble
from app.settings import Settings, change_settings, load_settings
from ui.pictures.hand import Hand, NotShown, Scene, dialogs
from ui.pictures.printers import LASER, ROLL
from ui.printing.paper_dialog import PaperDialog
from ui.printing.printer_card import Remedy
from ui.printing.printer_setup import PrinterSetup
from ui.shell.desk_pill import DeskWish

_NEW = "Etxarri-Luna"
"""Who came in somebody's stead, and has no badge on paper."""
_PRINTED = "Katrin Dörffling"
_STOCK = "62mm-roll"


def _chosen(settings: Settings, printer: str) -> Settings:
    kinds = ("badges", "schedules", "slips")
    for kind in kinds:
        settings = with_printer(settings, kind, printer)
    return replace(settings, stock=_STOCK)


def _prints(hand: Hand, printer: str = ROLL) -> None:
    """Let this desk print on a printer for the length of a picture."""
    before = load_settings()
    place = hand.workplace
    hand.printers.on = True
    change_settings(partial(_chosen, printer=printer))
    place.keep(partial(_chosen, printer=printer))

    def tidy() -> None:
        hand.printers.state, hand.printers.troubles = JobState.CANCELLED, ()
        place.printer.switch(on=False)
        place.printer.card.wanted.emit(Remedy.PUT_AWAY, "")
        place.printing.look()
        hand.settle()
        _forget_runs(hand.stage.folder)
        place.printing.look()
        place.keep(lambda _now: before)
        hand.settle()
        hand.printers.state, hand.printers.on = JobState.PRINTING, False

    hand.afterwards(tidy)
    hand.settle()


def _at_check_in(hand: Hand) -> None:
    place = hand.workplace
    place.printer.switch(on=True)
    hand.type_at_desk(_NEW)
    QTest.keyClick(place.desk.field.entry, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    hand.wait(lambda: not place.printer.card.isHidden(), "the card of the printer")
    hand.settle()
    hand.afterwards(place.desk.take_back)


def _on_its_way(hand: Hand) -> None:
    _prints(hand)
    _at_check_in(hand)


def _roll_empty(hand: Hand) -> None:
    _prints(hand)
    hand.printers.troubles = (Trouble.PAPER_OUT, Trouble.PAUSED)
    _at_check_in(hand)


def _no_printer(hand: Hand) -> None:
    _prints(hand, "")
    _at_check_in(hand)


def _dialog(hand: Hand, name: str, printer: str = ROLL) -> None:
    _prints(hand, printer)
    hand.at_desk().print_badges((hand.stage.people[name].id,))
    hand.wait_for_dialog()


def _again(hand: Hand) -> None:
    _dialog(hand, _PRINTED)
    (dialog,) = dialogs()
    if not isinstance(dialog, PaperDialog):
        raise NotShown(_PRINTED)
    dialog.printing.click()
    hand.wait(lambda: not dialog.again.isHidden(), "the question")
    hand.settle()


def _setup(hand: Hand) -> None:
    _prints(hand)
    change_settings(lambda old: with_fit(old, ROLL, _STOCK, Fit(1.5, -0.5)))
    hand.at_desk().bar.desk.action(DeskWish.PRINTER_SETUP).trigger()
    hand.wait_for_dialog()
    (dialog,) = dialogs()
    if not isinstance(dialog, PrinterSetup):
        raise NotShown("Printer setup")
    hand.press("Save", dialog)


def _forget_runs(folder: Path) -> None:
    for file in folder.rglob("prints/**/*.json"):
        file.unlink()


AT_PRINTER: Mapping[str, Scene] = {
    "desk-badge-on-its-way": _on_its_way,
    "desk-roll-empty": _roll_empty,
    "desk-no-printer": _no_printer,
    "print-on-printer": lambda hand: _dialog(hand, _PRINTED, LASER),
    "print-which-printer": lambda hand: _dialog(hand, _PRINTED, ""),
    "print-once-more": _again,
    "printer-setup": _setup,
}
