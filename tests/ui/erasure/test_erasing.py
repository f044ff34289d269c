"""Erasing in the window: a word has to be typed, and the proof is shown and saved."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.delegates.person import person
from app.desks import OpenEvent
from app.erasure.copies import copied
from app.erasure.erasure import Erasure
from app.settings import HOME
from tests.building import EventBuilder
from ui.common.page import Tools
from ui.erasure.dialog import EraseDialog, Whom, everybody_of, whom_of


class Eraser:
    """Somebody before the dialog."""

    def __init__(self, event: OpenEvent, tools: Tools, qtbot: QtBot, home: QWidget) -> None:
        self.journal = event.journal
        self.erasure = Erasure(event.journal)
        self._tools, self._qtbot, self._home = tools, qtbot, home
        self.dialog: EraseDialog

    def asks(self, whom: Whom) -> None:
        self.dialog = EraseDialog(self._tools, self.erasure, whom, self._home)
        self.dialog.open()

    def asks_for(self, delegate: UUID) -> None:
        self.asks(whom_of(delegate, self.erasure.known(delegate)))

    def types(self, word: str) -> None:
        self.dialog.typed.clear()
        QTest.keyClicks(self.dialog.typed, word)

    def erases(self, word: str) -> None:
        self.types(word)
        self.dialog.erase.click()
        self._qtbot.waitUntil(lambda: "erased at" in self.dialog.proof_text())

    def is_called(self, delegate: UUID) -> str:
        with self.journal.reading() as session:
            return person(session, delegate).name


@pytest.fixture
def eraser(
    open_event: OpenEvent,
    tools: Tools,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Eraser:
    monkeypatch.setenv(HOME, str(tmp_path / "home"))
    home = QWidget()
    home.resize(1280, 800)
    qtbot.addWidget(home)
    home.show()
    return Eraser(open_event, tools, qtbot, home)


def test_nothing_is_erased_before_the_number_is_typed_and_enter_erases_nothing(
    eraser: Eraser, event: EventBuilder
) -> None:
    ada = event.delegate("Ada", "Byron")
    eraser.asks_for(ada)
    assert not eraser.dialog.erase.isEnabled()

    eraser.types("A-")
    assert not eraser.dialog.erase.isEnabled()
    eraser.types("a-1")
    assert eraser.dialog.erase.isEnabled()
    QTest.keyClick(eraser.dialog.typed, Qt.Key.Key_Return)

    assert eraser.dialog.isVisible()
    assert eraser.is_called(ada) == "Ada Byron"


def test_one_person_is_erased_and_the_proof_is_shown_and_saved(
    eraser: Eraser, event: EventBuilder, qtbot: QtBot, tmp_path: Path
) -> None:
    ada, bo = event.delegate("Ada", "Byron", email="ada@example.org"), event.delegate("Bo", "Dahl")
    eraser.asks_for(ada)

    eraser.erases("A-1")

    assert (eraser.is_called(ada), eraser.is_called(bo)) == ("A-1", "Bo Dahl")
    assert "e-mail addresses: 1" in eraser.dialog.proof_text()
    file = tmp_path / "proof.pdf"
    eraser.dialog.save_to(file)
    qtbot.waitUntil(file.exists)
    assert file.read_bytes().startswith(b"%PDF")


def test_everybody_is_erased_and_older_copies_are_removed_if_wanted(
    eraser: Eraser, event: EventBuilder, qtbot: QtBot, tmp_path: Path
) -> None:
    delegates = event.delegates(("Ada", "Byron"), ("Bo", "Dahl"))
    copy = copied(eraser.journal, tmp_path / "older.matchdesk").file
    eraser.asks(everybody_of(eraser.erasure.left(), "Cluster days"))

    eraser.erases("Cluster days")

    assert [eraser.is_called(each) for each in delegates] == ["A-1", "A-2"]
    assert "older.matchdesk" in eraser.dialog.proof_text()
    eraser.dialog.backups.click()
    qtbot.waitUntil(lambda: not copy.exists())
    qtbot.waitUntil(lambda: "older.matchdesk" not in eraser.dialog.proof_text())
