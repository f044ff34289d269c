from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.common.parts import Text, column
from ui.shell.room import Room

LEAST = QSize(200, 120)


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    inside = QWidget()
    words = "Scan a badge, or type a name. " * 12
    inside.setLayout(column(Text(words, wraps=True), Text(words, wraps=True)))
    room = Room(inside, LEAST)
    qtbot.addWidget(room)
    room.show()
    return room


def size_inside(room: Room) -> QSize:
    inside = room.widget()
    assert inside is not None
    return inside.size()


def test_words_that_like_more_room_than_they_need_do_not_make_a_window_scroll(room: Room) -> None:
    room.resize(LEAST)

    assert room.verticalScrollBar().maximum() == 0
    assert size_inside(room) == LEAST


def test_a_window_that_is_too_small_scrolls_over_what_it_needs(room: Room) -> None:
    room.resize(150, 80)

    assert size_inside(room) == LEAST
    assert room.verticalScrollBar().maximum() > 0
