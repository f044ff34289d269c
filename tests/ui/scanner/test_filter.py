from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
)

from tests.ui.scanner.desk import BADGE, PLACES, TICKET, Desk, field_of_one_line
from ui.scanner.layouts import Layout

# The offscreen platform has neither, and popups ask for both.
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.mark.parametrize("code", [BADGE, TICKET])
@pytest.mark.parametrize("every", [2, 8, 16])
@pytest.mark.parametrize("place", PLACES)
def test_a_scan_works_wherever_the_focus_is_and_does_nothing_there(
    desk: Desk, place: Callable[[Desk], Callable[[], object]], every: int, code: str
) -> None:
    state = place(desk)
    before = state()

    desk.keyboard.scans(code, every)

    desk.has_scanned(code)
    assert state() == before
    assert desk.deeds == []


@pytest.mark.parametrize("every", [2, 8, 16])
@pytest.mark.parametrize("end", ["", "\t", "\r\r"])
@pytest.mark.parametrize("code", [BADGE, TICKET])
def test_a_scan_may_end_with_nothing_tab_or_two_enters(
    desk: Desk, code: str, end: str, every: int
) -> None:
    state = field_of_one_line(desk)

    desk.keyboard.scans(code, every, end)

    desk.has_scanned(code)
    assert state() == "Lind"
    assert desk.deeds == []


def test_two_scans_without_enter_are_two(desk: Desk) -> None:
    field_of_one_line(desk)

    desk.keyboard.scans(BADGE, end="")
    desk.keyboard.scans(TICKET, end="")

    desk.has_scanned(BADGE, TICKET)


def test_what_a_scanner_adds_around_a_code_is_left_out(desk: Desk) -> None:
    field_of_one_line(desk)

    desk.keyboard.scans(f"  {BADGE} ", end="\r")

    desk.has_scanned(BADGE)


def test_a_slow_scanners_badge_reads_through_a_stutter(desk: Desk) -> None:
    state = field_of_one_line(desk)
    desk.keyboard.scans(BADGE[:20], every=30, end="")
    desk.keyboard.now -= 1_000 - 90

    desk.keyboard.scans(BADGE[20:], every=30)

    desk.has_scanned(BADGE)
    assert state() == "Lind"


def test_a_code_that_types_commands_acts_on_nothing(desk: Desk) -> None:
    state = field_of_one_line(desk)
    save = QShortcut(QKeySequence("Ctrl+S"), desk.page)
    save.activated.connect(lambda: desk.deeds.append("saved"))
    keyboard = desk.keyboard
    keyboard.scans("HTTPS://EX", end="")

    for _ in range(3):
        keyboard.strikes(Qt.Key.Key_S, "\x13", Qt.KeyboardModifier.ControlModifier)
        keyboard.strikes(Qt.Key.Key_F4, "", Qt.KeyboardModifier.AltModifier)
        keyboard.strikes(Qt.Key.Key_Escape)
    keyboard.strikes(Qt.Key.Key_Return, "\r")

    desk.has_scanned("HTTPS://EX")
    assert (state(), desk.deeds) == ("Lind", [])


def test_a_code_of_any_length_types_nothing(desk: Desk) -> None:
    state = field_of_one_line(desk)

    desk.keyboard.scans("x" * 4_000, every=2)

    assert [len(code) for code in desk.scans] == [129]
    assert (state(), desk.deeds) == ("Lind", [])


def test_what_an_input_method_makes_of_a_scans_keys_stays_out_of_the_field(desk: Desk) -> None:
    field = QLineEdit()
    desk.focuses(field)
    desk.keyboard.scans(TICKET[:16], end="")
    composed = QInputMethodEvent()
    composed.setCommitString("ê")
    QCoreApplication.sendEvent(field, composed)

    desk.keyboard.strikes(Qt.Key.Key_Return, "\r")

    desk.has_scanned(TICKET[:16] + "ê")
    assert field.text() == ""


def test_scans_come_the_way_that_the_system_sends_keys(desk: Desk) -> None:
    state = field_of_one_line(desk)
    window = desk.page.windowHandle()

    for letter in BADGE:
        QTest.keyEvent(QTest.KeyAction.Click, window, ord(letter))
    QTest.keyEvent(QTest.KeyAction.Click, window, Qt.Key.Key_Return)

    desk.has_scanned(BADGE)
    assert (state(), desk.deeds) == ("Lind", [])


def test_a_filter_that_is_off_lets_everything_pass_at_once(desk: Desk) -> None:
    field = QLineEdit()
    desk.focuses(field)
    desk.filter.enable(False)

    desk.keyboard.scans(BADGE)

    assert field.text() == BADGE
    assert desk.scans == []


def test_a_learnt_layout_is_read_by(desk: Desk) -> None:
    state = field_of_one_line(desk)
    desk.filter.learn(Layout((("Β", "B"), ("Δ", "D"), ("Γ", "G"))))

    desk.keyboard.scans("ΒΔΓΒΔΓΒΔΓΒΔΓ", every=30)

    desk.has_scanned("BDGBDGBDGBDG")
    assert state() == "Lind"


def test_keys_sent_to_a_widget_itself_pass_by(desk: Desk) -> None:
    field = QLineEdit()
    desk.focuses(field)

    QTest.keyClicks(field, BADGE)

    assert field.text() == BADGE
