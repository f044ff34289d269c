"""The licences under Help: read, searched, and left by keys alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.licences.book import Book, Chapter
from tests.ui.shell.test_help import help_on, opened
from ui.common.jobs import Jobs
from ui.common.look import Look
from ui.shell.licences import Licences

BOOK = Book(
    "How the licences are met.",
    (
        Chapter("Matchdesk", "0.1.0", "MIT", "with every version", "Permission is granted."),
        Chapter("Qt", "6.12.0", "LGPL-3.0-only", "https://code.qt.io/", "Lesser. And lesser."),
        Chapter("zlib", "", "Zlib", "https://zlib.net/", "By Ada.", ("Zlib",), "Qt"),
    ),
    {"Zlib": "As is, without warranty."},
)


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    jobs = Jobs("reads")
    yield jobs
    jobs.close()


@pytest.fixture
def dialog(dressed: Look, jobs: Jobs, qtbot: QtBot) -> Licences:
    return shown(BOOK, dressed, jobs, qtbot)


def shown(book: Book, look: Look, jobs: Jobs, qtbot: QtBot) -> Licences:
    dialog = Licences(look, lambda: book, jobs)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    QAbstractItemModelTester(dialog.records, dialog)
    opened(dialog, qtbot)
    qtbot.waitUntil(lambda: bool(dialog.records.records))
    return dialog


def listed(dialog: Licences) -> list[str]:
    return [each.chapter.name for each in dialog.records.records]


def test_all_are_listed_and_ours_is_shown_first(dialog: Licences) -> None:
    assert listed(dialog) == ["Matchdesk", "How they are met", "Qt", "zlib"]
    assert dialog.text.toPlainText() == "Permission is granted."
    assert dialog.count.text() == "4 of 4"


def test_one_is_found_by_name_licence_or_words_and_read_without_a_mouse(dialog: Licences) -> None:
    for typed, found in (("zlib.NET", "zlib"), ("lgpl", "Qt"), ("are met", "How they are met")):
        dialog.field.clear()
        QTest.keyClicks(dialog.field, typed)

        assert listed(dialog) == [found]

    assert dialog.text.toPlainText() == "How the licences are met."


def test_one_is_found_by_words_of_a_text_that_holds_for_it_and_shows_both(dialog: Licences) -> None:
    QTest.keyClicks(dialog.field, "Warranty")

    assert listed(dialog) == ["zlib"]
    assert dialog.text.toPlainText() == "By Ada.\n\nZlib\n----\n\nAs is, without warranty."
    assert dialog.text.textCursor().selectedText() == "warranty"


def test_what_is_inside_something_stands_in_only_where_that_is_shown(dialog: Licences) -> None:
    assert [each.under for each in dialog.records.records] == [False, False, False, True]

    QTest.keyClicks(dialog.field, "ada")

    assert [each.under for each in dialog.records.records] == [False]


def test_down_goes_into_the_list_and_along_it(dialog: Licences) -> None:
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)

    assert dialog.table.hasFocus()
    assert dialog.text.toPlainText() == "Lesser. And lesser."


def test_enter_goes_from_place_to_place_and_begins_anew(dialog: Licences) -> None:
    QTest.keyClicks(dialog.field, "lesser")
    places = [dialog.text.textCursor().selectionStart()]
    for _ in range(2):
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        places.append(dialog.text.textCursor().selectionStart())

    assert places == [0, 12, 0]
    assert dialog.isVisible()


def test_where_nothing_fits_it_says_what_to_do(dialog: Licences) -> None:
    QTest.keyClicks(dialog.field, "emacs")

    assert dialog.count.text() == "None of them says so. Type fewer letters."
    assert dialog.text.toPlainText() == ""


def test_esc_closes_it(dialog: Licences, qtbot: QtBot) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_help_leads_to_the_licences(dressed: Look, qtbot: QtBot) -> None:
    dialog = help_on(dressed, qtbot)
    (button,) = (each for each in dialog.findChildren(QPushButton) if each.text() == "Licences")

    with qtbot.waitSignal(dialog.licences_wanted):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert not dialog.isVisible()
