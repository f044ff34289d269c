"""The states of a rehearsal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from ui.entries import FLOOR
from ui.pictures.hand import Hand, Scene
from ui.rehearsal.band import Band
from ui.rehearsal.dialog import RehearsalDialog
from ui.rehearsal.end_dialog import EndDialog

_SLOTS = 5
W = TypeVar("W", bound=QWidget)


def _asked(hand: Hand) -> None:
    hand.workplace.show_page(FLOOR)
    hand.window.rehearsals.ask()
    _seen(hand, RehearsalDialog)
    hand.wait_for_dialog()


def _runs(hand: Hand) -> None:
    """Let the clock stand in the middle of the morning."""
    _asked(hand)
    dialog = _seen(hand, RehearsalDialog)
    dialog.seed = 1
    dialog.begin.click()
    hand.wait(lambda: bool(hand.window.findChildren(Band)), "the rehearsal")
    hand.wait(lambda: bool(hand.workplace.frame.page), "its first page")
    hand.afterwards(lambda: _back(hand))
    hand.press("Pause")
    for _ in range(_SLOTS):
        hand.press("Next slot")
    hand.workplace.show_page(FLOOR)
    hand.wait(lambda: hand.workplace.floor.grid.sheet is not None, "the day")
    for _ in range(_SLOTS):
        hand.settle()


def _sums_up(hand: Hand) -> None:
    _runs(hand)
    hand.press("End the rehearsal…")
    dialog = _seen(hand, EndDialog)
    hand.wait(dialog.is_told_all, "what the proposals recover")


def _back(hand: Hand) -> None:
    """End the rehearsal, and be at the event again."""
    dialogs = [each for each in hand.window.findChildren(EndDialog) if each.isVisible()]
    if not dialogs:
        hand.press("End the rehearsal…")
    _seen(hand, EndDialog).removed.emit()
    hand.wait(lambda: _shown(hand) == hand.stage.file.resolve(), "the event")


def _shown(hand: Hand) -> object:
    workplace = hand.window.workplace
    return None if workplace is None else workplace.saving.journal.database.file.resolve()


def _seen(hand: Hand, kind: type[W]) -> W:
    def shown() -> list[W]:
        return [each for each in hand.window.findChildren(kind) if each.isVisible()]

    hand.wait(lambda: bool(shown()), kind.__name__)
    return shown()[0]


AT_REHEARSAL: Mapping[str, Scene] = {
    "rehearsal-asked": _asked,
    "rehearsal": _runs,
    "rehearsal-end": _sums_up,
}
"""By the name of the picture."""
