"""The dialogs of the end of an event, brought by the pages that offer them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.building import EventBuilder, MovableClock
from tests.ui.at_work import shown_on
from ui.closing.dialog import CloseDialog
from ui.common.page import Tools
from ui.entries import EVENT, OUTCOMES
from ui.erasure.dialog import EraseDialog
from ui.opened import Opened
from ui.workplace import Workplace

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def place(window: Opened, tools: Tools, clock: MovableClock, qtbot: QtBot) -> Iterator[Workplace]:
    with shown_on(window, tools, clock, qtbot) as workplace:
        yield workplace


def presses(within: QWidget, words: str, qtbot: QtBot) -> None:
    def found() -> list[QAbstractButton]:
        buttons = within.findChildren(QAbstractButton)
        return [each for each in buttons if words in each.text()]

    qtbot.waitUntil(lambda: bool(found()), timeout=15_000)
    found()[0].click()


def brought(place: Workplace, kind: type[D], qtbot: QtBot) -> D:
    qtbot.waitUntil(lambda: bool(place.findChildren(kind)))
    return place.findChildren(kind)[-1]


def test_the_page_of_outcomes_closes_the_day(place: Workplace, qtbot: QtBot) -> None:
    place.show_page(OUTCOMES)
    presses(place.outcomes, "Close the day…", qtbot)

    dialog = brought(place, CloseDialog, qtbot)

    qtbot.waitUntil(lambda: "open" in dialog.said())
    dialog.reject()


def test_the_entry_of_a_delegate_and_the_page_of_the_event_erase(
    place: Workplace, window: Opened, qtbot: QtBot
) -> None:
    ada = EventBuilder(window.event).delegate("Ada", "Byron")
    place.show_delegate(ada)
    presses(place.delegates, "Erase…", qtbot)
    dialog = brought(place, EraseDialog, qtbot)
    assert dialog.windowTitle() == "Erase Ada Byron?"
    dialog.reject()
    dialog.deleteLater()
    qtbot.waitUntil(lambda: not place.findChildren(EraseDialog))

    place.show_page(EVENT)
    presses(place.event_page, "Erase personal data…", qtbot)

    dialog = brought(place, EraseDialog, qtbot)
    assert dialog.windowTitle() == "Erase all personal data of this event?"
    dialog.reject()
    assert place.frame.page == EVENT
