from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.building import EventBuilder
from tests.ui.shell.robot import Desk, texts_of

UNDO, DELEGATES, DARK = "Undo the last thing", "Go to Delegates", "Dark theme"


@pytest.fixture
def box(desk: Desk) -> Desk:
    """The desk, with the box open."""
    model = desk.bar.search.list.rows.model()
    QAbstractItemModelTester(model, desk.bar.search)
    desk.presses("Ctrl+K")
    return desk


def test_everything_that_can_be_done_is_offered(box: Desk) -> None:
    box.sees_offers(UNDO, DELEGATES, DARK)
    assert box.bar.search.list.isVisible()


@pytest.mark.parametrize("typed", ["dark", "DAR", "the da", "theme"])
def test_words_that_are_typed_leave_what_they_begin(box: Desk, typed: str) -> None:
    box.types(typed)

    box.sees_offers(DARK)


def test_what_fits_best_is_marked_whatever_was_marked_before(box: Desk) -> None:
    box.types("de")
    box.sees_offers(DELEGATES)

    box.presses("Backspace")
    box.sees_offers(DARK, DELEGATES)
    box.presses("Return")

    assert box.done == ["dark"]


def test_enter_does_what_is_marked_and_gives_the_focus_back(box: Desk) -> None:
    box.types("dark")
    box.presses("Return")

    assert box.done == ["dark"]
    assert not box.bar.search.list.isVisible()
    assert box.bar.search.text() == ""
    assert QApplication.focusWidget() is box.pages["desk"].field


def test_the_arrows_go_round(box: Desk) -> None:
    box.presses("Down")
    box.presses("Down")
    box.presses("Down")
    box.presses("Down")
    box.presses("Up")
    box.presses("Return")

    assert box.done == ["dark"]


def test_esc_does_nothing_and_gives_the_focus_back(box: Desk) -> None:
    box.types("dark")
    box.presses("Escape")

    assert box.done == []
    assert not box.bar.search.list.isVisible()
    assert QApplication.focusWidget() is box.pages["desk"].field


def test_the_focus_goes_nowhere_if_what_had_it_is_gone(desk: Desk) -> None:
    passing = QLineEdit(desk.pages["desk"])
    passing.show()
    passing.setFocus()
    desk.presses("Ctrl+K")
    delete(passing)

    desk.presses("Escape")

    assert not desk.bar.search.hasFocus()


def test_a_click_takes_a_row(box: Desk) -> None:
    rows = box.bar.search.list.rows
    at = rows.visualRect(rows.model().index(1, 0)).center()

    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert box.done == ["delegates"]


def test_delegates_are_found_below_the_commands(event: EventBuilder, box: Desk) -> None:
    event.delegate("Jūratė", "Balsevičė", organisation="Baltic Photonics")
    event.delegate("Darko", "Kovač")

    box.types("dark")

    box.sees_offers(DARK, "Darko Kovač")
    assert box.bar.search.list.offers[1].detail == "Not here yet"


def test_whom_only_misspelling_brings_is_offered_where_nothing_else_fits(
    event: EventBuilder, box: Desk
) -> None:
    event.delegate("Ona", "Thomas")

    box.types("thomes")
    box.sees_offers("Ona Thomas")
    box.bar.search.clear()
    event.delegate("Eva", "Thome")
    box.types("theme")
    # Eva Thome, by one letter.
    box.waits(lambda: bool(box.bar.search._people))

    assert box.offers() == [DARK]


def test_a_delegate_is_shown_by_enter(event: EventBuilder, box: Desk, qtbot: QtBot) -> None:
    who = event.delegate("Jūratė", "Balsevičė", organisation="Baltic Photonics")
    box.types("balsev")
    box.sees_offers("Jūratė Balsevičė")

    with qtbot.waitSignal(box.bar.search.delegate_wanted) as said:
        box.presses("Return")

    assert said.args == [who]


def test_enter_may_come_before_the_answer(event: EventBuilder, box: Desk, qtbot: QtBot) -> None:
    who = event.delegate("Jūratė", "Balsevičė")

    with qtbot.waitSignal(box.bar.search.delegate_wanted) as said:
        box.types("balsev")
        box.presses("Return")

    assert said.args == [who]


def test_an_answer_to_what_was_typed_over_is_not_shown(event: EventBuilder, box: Desk) -> None:
    event.delegate("Jūratė", "Balsevičė")
    event.delegate("Ona", "Petraitė")

    box.types("balsev")
    box.bar.search.clear()
    box.types("petr")

    box.sees_offers("Ona Petraitė")


def test_nobody_and_nothing_is_said(box: Desk) -> None:
    box.types("lindqvist")

    box.waits(
        lambda: "No one and nothing is called “lindqvist” here." in texts_of(box.bar.search.list)
    )
    box.presses("Return")
    assert box.done == []


def test_leaving_the_field_closes_the_list(box: Desk) -> None:
    box.pages["desk"].field.setFocus(Qt.FocusReason.MouseFocusReason)

    assert not box.bar.search.list.isVisible()


def test_enter_takes_nothing_that_no_longer_fits(box: Desk) -> None:
    box.types("lindqvist")
    box.presses("Return")

    box.waits(lambda: "No one" in " ".join(texts_of(box.bar.search.list)))
    assert box.done == []
