"""The states of the pages of delegates and of the event."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ui.delegates.page import DelegatesPage
from ui.entries import DELEGATES, EVENT
from ui.event.importing.import_view import ImportView
from ui.pictures.hand import Hand, Scene
from ui.pictures.lists import write_long_list, write_march_list
from ui.pictures.stage import JURATE


def _table(hand: Hand) -> None:
    _delegates(hand)


def _filtered(hand: Hand) -> None:
    page = _delegates(hand)
    chip = page.head.chips.chips["delegation"]
    offer = chip.offer()
    for at, value in enumerate(offer.values):
        if value in ("Baltic", "Nordic"):
            offer.boxes.item(at).setCheckState(Qt.CheckState.Checked)
    offer.close()
    hand.settle()


def _nobody_fits(hand: Hand) -> None:
    page = _delegates(hand)
    page.head.field.insert("Lindqvist")
    hand.settle()
    hand.settle()


def _detail(hand: Hand) -> None:
    page = _delegates(hand)
    page.show_delegate(hand.stage.people["Katrin Dörffling"].id)
    hand.settle()


def _edit(hand: Hand) -> None:
    page = _delegates(hand)
    page.show_delegate(hand.stage.people[JURATE].id)
    hand.settle()
    hand.press(f"Edit, {JURATE}", page.pane)


def _selected(hand: Hand) -> None:
    page = _delegates(hand)
    table = page.table
    for at, held in ((2, Qt.KeyboardModifier.NoModifier), (8, Qt.KeyboardModifier.ShiftModifier)):
        place = QPoint(120, table.rowViewportPosition(at) + 10)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, held, place)
    # Shift is let go: rows that are chosen later would be taken for the end of a range.
    QTest.keyRelease(table, Qt.Key.Key_Shift)
    hand.settle()


def _to_decide(hand: Hand) -> None:
    page = _delegates(hand)
    page.head.decide.click()
    hand.settle()


def _delegates(hand: Hand) -> DelegatesPage:
    """Go to the page of delegates, where nobody is left out and nobody chosen."""
    page = hand.workplace.delegates
    hand.workplace.show_page(DELEGATES)
    hand.wait(lambda: bool(page.table.records.everybody), "the delegates")
    if page.pane.asking.form is not None:
        hand.press("Cancel", page.pane)
    page.head.chips.clear_all()
    page.head.field.clear()
    page.table.clearSelection()
    hand.settle()
    return page


def _overview(hand: Hand) -> None:
    workplace = hand.workplace
    workplace.show_page(EVENT)
    workplace.event_page.show_overview()
    hand.settle()


def _hall(hand: Hand) -> None:
    _overview(hand)
    tables = hand.workplace.event_page.overview.tables
    tables.list.selectRow(3)
    tables.text.setText("Gallery")
    hand.press("Set zone", tables)
    hand.wait(lambda: tables.model.records[3].table.zone == "Gallery", "a zone")
    for card in (tables, hand.workplace.event_page.overview.closures):
        hand.workplace.event_page.overview.area.ensureWidgetVisible(card)
    hand.settle()


def _close_tables(hand: Hand) -> None:
    _ask_of_table(hand, "Close…")


def _owners(hand: Hand) -> None:
    _ask_of_table(hand, "Owners…")


def _ask_of_table(hand: Hand, words: str) -> None:
    _overview(hand)
    tables = hand.workplace.event_page.overview.tables
    tables.list.selectRow(2)
    hand.press(words, tables)
    hand.wait_for_dialog()


def _choose(hand: Hand) -> None:
    hand.workplace.import_delegates()
    hand.workplace.event_page.importing.start_over()
    hand.settle()


def _match(hand: Hand) -> None:
    _march_list(hand)
    open_column(hand)


def open_column(hand: Hand) -> None:
    """Ask what the last column is."""
    hand.workplace.event_page.importing.rows.table.head.buttons[-1].click()
    hand.settle()


def _check(hand: Hand) -> None:
    _march_list(hand).frame.next.click()
    hand.settle()


def _running(hand: Hand) -> None:
    importing = _opened(hand, write_long_list(hand.stage.folder / "all-regions.csv"))
    importing.frame.next.click()
    importing.frame.next.click()
    strip = importing.result.strip
    hand.wait(lambda: strip.busy, "an import under way")
    QTest.qWait(900)


def _result(hand: Hand) -> None:
    importing = _march_list(hand)
    importing.frame.next.click()
    hand.settle()
    importing.rows.whole.setChecked(False)
    importing.frame.next.click()
    hand.wait(importing.result.undo.isVisible, "the result of an import")
    hand.settle()


def _march_list(hand: Hand) -> ImportView:
    """Import the list of 15 March, up to its columns."""
    file = hand.stage.folder / "registrations-15-march.xlsx"
    if not file.exists():
        write_march_list(file, hand.stage.people.values())
    return _opened(hand, file)


def _opened(hand: Hand, file: Path) -> ImportView:
    """Open a list, and wait until it says what will happen."""
    importing = hand.workplace.event_page.importing
    hand.workplace.import_delegates()
    importing.start_over()
    hand.workplace.event_page.import_file(file)
    imported = importing.frame.outlook.counts[0]
    hand.wait(lambda: importing.draft is not None, "the file")
    hand.wait(lambda: "–" not in (imported.accessibleName() or "–"), "what will happen")
    hand.settle()
    return importing


IN_OFFICE: Mapping[str, Scene] = {
    "delegates-table": _table,
    "delegates-filtered": _filtered,
    "delegates-nobody-fits": _nobody_fits,
    "delegates-detail": _detail,
    "delegates-edit": _edit,
    "delegates-selected": _selected,
    "delegates-to-decide": _to_decide,
    "event-overview": _overview,
    "event-hall": _hall,
    "event-close-tables": _close_tables,
    "event-owners": _owners,
    "event-import-choose": _choose,
    "event-import-match": _match,
    "event-import-check": _check,
    "event-import-result": _result,
}
"""By the name of the picture."""
LONG: Mapping[str, Scene] = {"event-import-running": _running}
"""What uses up badge numbers, and so comes last."""
