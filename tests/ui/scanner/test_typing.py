from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
)

from tests.ui.scanner.desk import BADGE, TICKET, Desk


@pytest.mark.parametrize("every", [50, 80, 120, 200])
def test_a_persons_typing_arrives_whole(desk: Desk, every: int) -> None:
    field = QLineEdit()
    field.returnPressed.connect(lambda: desk.deeds.append("Enter"))
    desk.focuses(field)

    desk.keyboard.types("Bdg Żukowska, tabLe 12\r", every=every)

    desk.reads("Bdg Żukowska, tabLe 12", field)
    assert desk.deeds == ["Enter"]
    assert desk.scans == []


def test_a_last_letter_arrives_with_no_key_after_it(desk: Desk) -> None:
    field = QLineEdit()
    desk.focuses(field)

    desk.keyboard.strikes(Qt.Key.Key_A, "a")

    assert field.text() == ""
    desk.reads("a", field)


@pytest.mark.parametrize("burst", ["bdg", "BDGBC", "asdf", "lkjhgfdsa", "the\r"])
def test_keys_in_quick_succession_that_are_no_code_are_given_back(desk: Desk, burst: str) -> None:
    field = QLineEdit("x")
    desk.focuses(field)

    desk.keyboard.types(burst, every=12)

    desk.reads("x" + burst.strip(), field)
    assert desk.scans == []


def test_keys_go_to_the_field_that_had_the_focus(desk: Desk) -> None:
    first, second = QLineEdit(), QLineEdit()
    desk.focuses(second)
    desk.focuses(first)
    desk.keyboard.strikes(Qt.Key.Key_A, "a")

    second.setFocus()

    desk.reads("a", first)
    assert second.text() == ""


def test_a_click_does_not_overtake_a_key(desk: Desk) -> None:
    field = QLineEdit()
    desk.focuses(field)
    desk.keyboard.strikes(Qt.Key.Key_A, "a")

    QTest.mouseClick(desk.page.windowHandle(), Qt.MouseButton.LeftButton)

    assert field.text() == "a"


def test_a_command_does_not_overtake_a_key(desk: Desk) -> None:
    field = QLineEdit()
    desk.focuses(field)
    help_ = QShortcut(QKeySequence("F1"), desk.page)
    help_.activated.connect(lambda: desk.deeds.append(field.text()))
    desk.keyboard.types("ab")

    # The way of the system, which looks for shortcuts before it sends the key.
    window = desk.page.windowHandle()
    QTest.keyEvent(QTest.KeyAction.Click, window, Qt.Key.Key_F1)

    assert desk.deeds == ["ab"]


def test_space_presses_a_button_and_a_bare_key_its_shortcut(desk: Desk) -> None:
    pressed = QPushButton("Book")
    pressed.clicked.connect(lambda: desk.deeds.append("clicked"))
    desk.focuses(pressed)
    shortcut = QShortcut(QKeySequence("J"), desk.page)
    shortcut.activated.connect(lambda: desk.deeds.append("J"))

    for key, text in ((Qt.Key.Key_Space, " "), (Qt.Key.Key_J, "j"), (Qt.Key.Key_Space, " ")):
        desk.keyboard.now += 100
        desk.keyboard.strikes(key, text)

    desk.qtbot.waitUntil(lambda: len(desk.deeds) == 3)
    assert desk.deeds == ["clicked", "J", "clicked"]


def test_a_key_that_is_held_repeats(desk: Desk) -> None:
    field = QLineEdit()
    desk.focuses(field)
    desk.keyboard.presses(Qt.Key.Key_A, "a")
    desk.reads("a", field)

    for _ in range(20):
        desk.keyboard.now += 30
        desk.keyboard.presses(Qt.Key.Key_A, "a", repeats=True)

    assert field.text() == "a" * 21


def test_an_input_method_writes_after_the_keys_before_it(desk: Desk) -> None:
    field = QLineEdit()
    desk.focuses(field)
    desk.keyboard.strikes(Qt.Key.Key_T, "t")
    composed = QInputMethodEvent()
    composed.setCommitString("ê")

    QCoreApplication.sendEvent(field, composed)

    assert field.text() == "tê"


def test_every_key_that_goes_down_comes_up(desk: Desk) -> None:
    class Watching(QLineEdit):
        def __init__(self) -> None:
            super().__init__()
            self.seen: list[tuple[QEvent.Type, int]] = []

        def event(self, event: QEvent) -> bool:
            if isinstance(event, QKeyEvent) and event.type() != QEvent.Type.ShortcutOverride:
                self.seen.append((event.type(), event.key()))
            return super().event(event)

    field = Watching()
    desk.focuses(field)
    keyboard = desk.keyboard
    keyboard.presses(Qt.Key.Key_A, "a")
    desk.reads("a", field)

    keyboard.scans(BADGE)
    keyboard.lifts(Qt.Key.Key_A, "a")
    keyboard.types("xyz")

    desk.reads("axyz", field)
    downs = [key for kind, key in field.seen if kind == QEvent.Type.KeyPress]
    ups = [key for kind, key in field.seen if kind == QEvent.Type.KeyRelease]
    assert sorted(downs) == sorted(ups)


def test_a_field_that_is_gone_gets_nothing_and_nobody_is_hurt(desk: Desk) -> None:
    kept, gone = QLineEdit(), QLineEdit()
    desk.focuses(kept)
    desk.focuses(gone)
    desk.keyboard.strikes(Qt.Key.Key_A, "a")

    gone.deleteLater()
    QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete)

    desk.keyboard.types("b")
    desk.qtbot.waitUntil(lambda: desk.filter._bursts.wait is None)
    assert desk.scans == []


people = st.lists(
    st.tuples(st.text("bdgc -0", min_size=1, max_size=12), st.integers(50, 200)), max_size=3
)
faster = st.lists(st.tuples(st.text("bdgsfj", min_size=1, max_size=9), st.integers(0, 35)))


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    typed=st.lists(people | faster | st.sampled_from([BADGE, TICKET]), max_size=4),
    every=st.integers(2, 20),
    end=st.sampled_from(["", "\r", "\t"]),
)
def test_scans_and_typing_are_told_apart_in_any_mix(
    desk: Desk, typed: list[str | list[tuple[str, int]]], every: int, end: str
) -> None:
    field = QLineEdit()
    desk.focuses(field)
    desk.scans.clear()
    written = ""

    for piece in typed:
        if isinstance(piece, str):
            desk.keyboard.scans(piece, every, end)
        else:
            for text, gap in piece:
                desk.keyboard.types(text, every=gap)
                written += text

    desk.reads(written, field)
    desk.has_scanned(*[piece for piece in typed if isinstance(piece, str)])
    field.hide()
