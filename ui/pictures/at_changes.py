"""Big changes of the running day, as they are told before they are made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QSpinBox

from app.desks import OpenEvent
from app.floor.day import DayTable
from app.floor.manager import FloorManager
from app.journal.undo import undo
from ui.entries import FLOOR
from ui.floor.changes.changing import Changing
from ui.floor.changes.dialog import ChangeDialog
from ui.floor.page import FloorPage
from ui.floor.ruling import Ruling
from ui.floor.sheet import Sheet, Tone
from ui.pictures.hand import Hand, NotShown, Scene
from ui.pictures.stage import NOW, OF_THE_LONGEST_NAME


def _closing(hand: Hand) -> ChangeDialog:
    _changing(hand).ask_close(*(table.label for table in _busy(hand)))
    return _told(hand)


def _told_of_closing(hand: Hand) -> None:
    _closing(hand)


def _answered(hand: Hand) -> None:
    dialog = _closing(hand)
    for at, words in enumerate(("Cancel the meeting", "Leave open: stays on the list of losses")):
        dialog.table.selectRow(at)
        hand.settle()
        choice = dialog.answer.choice
        choice.setCurrentText(words)
        choice.activated.emit(choice.currentIndex())
        _wait(hand, dialog)
    dialog.table.selectRow(2)
    hand.settle()


def _unknown(hand: Hand) -> None:
    dialog = _closing(hand)
    _type(dialog, "Tables", "9, 400")
    hand.settle()


def _empty(hand: Hand) -> None:
    dialog = _closing(hand)
    sheet = _sheet(hand)
    last = len(sheet.day.slots) - 1
    free = [row for row, cells in enumerate(sheet.rows) if cells[last].face.tone is Tone.FREE]
    _type(dialog, "Tables", sheet.day.tables[free[0]].label)
    starts = dialog.form.fields.findChildren(type(dialog.answer.choice))[1]
    starts.setCurrentIndex(starts.count() - 1)
    _wait(hand, dialog)


def _delay(hand: Hand, minutes: int = 20) -> None:
    _changing(hand).ask_delay()
    dialog = _told(hand)
    field = dialog.findChild(QSpinBox)
    assert field is not None  # noqa: S101 - the form has it
    field.setValue(minutes)
    hand.settle()
    hand.settle()


def _too_late(hand: Hand) -> None:
    _delay(hand, 900)


def _leaving(hand: Hand) -> None:
    _changing(hand).ask_leave(hand.stage.people[OF_THE_LONGEST_NAME].id)
    _told(hand)


def _repair(hand: Hand) -> None:
    _changing(hand).ask_repair()
    _told(hand)


def _moved(hand: Hand) -> None:
    dialog = _closing(hand)
    first = dialog.table.records.records[0]
    _does(hand, lambda floor: floor.acts.cancel(floor.meeting(NOW.date(), first.number).id))
    hand.afterwards(lambda: _undoes(hand))
    hand.wait(dialog.again.isVisible, "a day that has changed")
    hand.settle()


def _done(hand: Hand) -> None:
    _closing(hand).confirm.click()
    hand.wait(lambda: bool(hand.workplace.frame.toasts.shown), "the closed table")
    hand.afterwards(hand.settle)
    hand.afterwards(hand.workplace.undo)
    hand.settle()


def open_day_menu(hand: Hand) -> None:
    """Open the menu of the day."""
    _day(hand).head.change.open_menu()


def _rules(hand: Hand) -> None:
    ruling = _day(hand).findChild(Ruling)
    assert ruling is not None  # noqa: S101 - the page has it from the beginning
    ruling.ask()
    hand.wait_for_dialog()


def _history(hand: Hand) -> None:
    _changing(hand).show_table_history(_busy(hand)[0])
    hand.wait_for_dialog()


def _day(hand: Hand) -> FloorPage:
    hand.workplace.show_page(FLOOR)
    page = hand.workplace.floor
    hand.wait(lambda: page.grid.sheet is not None, "the day")
    page.opened.close()
    hand.settle()
    return page


def _busy(hand: Hand) -> list[DayTable]:
    """Give the two tables with the most meetings that are left."""
    day = _sheet(hand).day
    left = Counter(each.table for each in day.meetings if each.ends_at > NOW)
    return [day.table[table] for table, _count in left.most_common(2)]


def _sheet(hand: Hand) -> Sheet:
    sheet = hand.workplace.floor.grid.sheet
    assert sheet is not None  # noqa: S101 - it was waited for
    return sheet


def _changing(hand: Hand) -> Changing:
    changing = _day(hand).findChild(Changing)
    assert changing is not None  # noqa: S101 - the page has it from the beginning
    return changing


def _told(hand: Hand) -> ChangeDialog:
    for dialog in hand.window.findChildren(ChangeDialog):
        if dialog.isVisible():
            _wait(hand, dialog)
            return dialog
    raise NotShown("a preview")


def _wait(hand: Hand, dialog: ChangeDialog) -> None:
    # What is typed settles first.
    QTest.qWait(300)
    hand.settle()
    hand.wait(dialog.confirm.isEnabled, "the consequences")
    hand.settle()


def _type(dialog: ChangeDialog, label: str, text: str) -> None:
    for field in dialog.findChildren(QLineEdit):
        if field.accessibleName() == label:
            field.setText(text)


def _does(hand: Hand, what: Callable[[FloorManager], None]) -> None:
    _with(hand, lambda event: what(FloorManager(event.journal, event.letters)))


def _undoes(hand: Hand) -> None:
    _with(hand, lambda event: undo(event.journal))


def _with(hand: Hand, what: Callable[[OpenEvent], object]) -> None:
    event = hand.stage.desks.open(hand.stage.file)
    try:
        what(event)
    finally:
        event.close()
    hand.settle()


AT_CHANGES: Mapping[str, Scene] = {
    "floor-closing": _told_of_closing,
    "floor-closing-answered": _answered,
    "floor-closing-unknown": _unknown,
    "floor-closing-nothing": _empty,
    "floor-closing-moved": _moved,
    "floor-closed": _done,
    "floor-delay": _delay,
    "floor-delay-refused": _too_late,
    "floor-leaving": _leaving,
    "floor-repair": _repair,
    "floor-change-menu": open_day_menu,
    "floor-history": _history,
    "floor-rules": _rules,
}
"""By the name of the picture."""
