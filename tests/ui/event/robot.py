"""Somebody in the office, on the Event page."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.common.page import News
from ui.common.parts import Text
from ui.common.person_field import PersonField, person_words
from ui.event.importing.import_view import ImportView
from ui.event.importing.list_kind import Of
from ui.event.importing.steps import Step
from ui.event.page import EventPage

Dialog = TypeVar("Dialog", bound=QDialog)


class EventRobot:
    """Does and sees what a person does and sees."""

    def __init__(self, page: EventPage, qtbot: QtBot) -> None:
        self.page = page
        self._qtbot = qtbot
        self.of = Of.DELEGATES
        self.news: list[News] = []
        self.heard: list[str] = []
        page.told.connect(self.news.append)
        page.copy_wanted.connect(lambda: self.heard.append("copy"))
        page.delegates_wanted.connect(lambda: self.heard.append("delegates"))
        page.delegate_wanted.connect(lambda _who: self.heard.append("delegate"))
        page.imported.connect(lambda _what: self.heard.append("imported"))

    @property
    def steps(self) -> ImportView:
        """The steps of the import that is looked at."""
        return self.page.steps_of(self.of)

    def waits(self, until: Any) -> None:
        self._qtbot.waitUntil(until, timeout=15_000)

    def arrives(self) -> None:
        """Come to the page, and wait until the event stands there."""
        self.page.arrive()
        self.waits(lambda: self.page.overview.facts.fields["name"].text() != "")

    def presses(self, words: str, at: int = 0) -> None:
        """Press a button by its words, or by what it is called for those who can't see it."""
        self.waits(lambda: len(self._buttons(words)) > at)
        button = self._buttons(words)[at]
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call] # pytest-qt has no types

    def may_press(self, words: str) -> bool:
        return bool(self._buttons(words))

    def is_told(self, words: str) -> None:
        """Wait for news with these words in it."""
        self.waits(lambda: any(words in news.text for news in self.news))

    def types_fact(self, name: str, text: str) -> None:
        self.page.overview.facts.fields[name].setText(text)

    def chooses_tables(self, *labels: str) -> None:
        card = self.page.overview.tables
        card.list.clearSelection()
        for at, table in enumerate(card.model.records):
            if table.table.label in labels:
                index = card.model.index(at, 0)
                flags = card.list.selectionModel().SelectionFlag
                card.list.selectionModel().select(index, flags.Select | flags.Rows)

    def types_for_tables(self, text: str) -> None:
        self.page.overview.tables.text.setText(text)

    def tables(self) -> list[tuple[str, str]]:
        return [
            (row.table.label, row.table.zone) for row in self.page.overview.tables.model.records
        ]

    def reads_cell(self, table: str, column: int) -> str:
        """Read what stands in a column of a table's row."""
        model = self.page.overview.tables.model
        (at,) = (n for n, each in enumerate(model.records) if each.table.label == table)
        return str(model.index(at, column).data())

    def asked(self, kind: type[Dialog]) -> Dialog:
        """Wait for a dialog."""
        self.waits(lambda: any(each.isVisible() for each in self.page.findChildren(kind)))
        (dialog,) = (each for each in self.page.findChildren(kind) if each.isVisible())
        return dialog

    def has_in_zone(self, zone: str, *tables: str) -> None:
        """Put tables in a zone."""
        self.chooses_tables(*tables)
        self.types_for_tables(zone)
        self.presses("Set zone")
        self.reads(self.page.overview.zones, zone)

    def opens(self, file: Path) -> None:
        """Import a file, up to the rehearsal."""
        self.page.import_file(file, self.of)
        self.sees_step(Step.MATCH)
        self.sees_outlook()

    def drops(self, file: Path) -> None:
        """Drop a file anywhere on the page."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file))])
        told = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton)
        none = Qt.KeyboardModifier.NoModifier
        self.page.dropEvent(QDropEvent(QPointF(5, 5), *told, none))

    def sees_step(self, step: Step) -> None:
        self.waits(lambda: self.steps.step is step)

    def sees_outlook(self) -> None:
        """Wait until the rows were rehearsed as they are matched now."""
        view = self.steps
        self.waits(lambda: self.counts()[0] != "–" and not view.frame.outlook.strip.busy)

    def counts(self) -> list[str]:
        """Give imported, updated, unchanged, rejected."""
        return [each.accessibleName().split(": ")[1] for each in self.outlook.counts]

    @property
    def outlook(self) -> Any:
        return self.steps.frame.outlook

    def problems(self) -> list[str]:
        return [card.accessibleName() for card in self.outlook.cards]

    def columns(self) -> list[str]:
        """Give what stands over each column."""
        return [button.text() for button in self.steps.rows.table.head.buttons]

    def opens_column(self, at: int) -> None:
        button = self.steps.rows.table.head.buttons[at]
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call] # pytest-qt has no types

    def chooses_sheet(self, name: str) -> None:
        """Choose another sheet of the workbook, as a click on it does."""
        bar = self.steps.rows.bar
        bar.sheets.setCurrentText(name)
        bar.sheets.textActivated.emit(name)

    def offers(self) -> list[str]:
        return [option.text() for option in self.steps.popover.options]

    def takes(self, words: str) -> None:
        options = self.steps.popover.options
        (option,) = (each for each in options if each.text() == words)
        self._qtbot.mouseClick(option, Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call] # pytest-qt has no types

    def strikes(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        """Strike a key where the focus is."""
        held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        target = QApplication.focusWidget() or self.page
        self._qtbot.keyClick(target, key, held)  # type: ignore[no-untyped-call] # pytest-qt has no types

    def types(self, text: str) -> None:
        """Type where the focus is."""
        target = QApplication.focusWidget()
        assert target is not None
        self._qtbot.keyClicks(target, text)  # type: ignore[no-untyped-call] # pytest-qt has no types

    def names(self, typed: str, words: str) -> None:
        """Type a name where the focus is, and take the one who is offered so."""
        field = QApplication.focusWidget()
        assert isinstance(field, PersonField)
        self.types(typed)
        self.waits(lambda: words in [person_words(each) for each in field.offered])
        offered = [person_words(each) for each in field.offered]
        field.take(offered.index(words))

    def reads(self, widget: QWidget, words: str) -> None:
        self.waits(lambda: words in _texts(widget))

    def _buttons(self, words: str) -> list[QPushButton]:
        return [
            button
            for button in self.page.findChildren(QPushButton)
            if button.isVisible() and button.isEnabled()
            if words in (button.text(), button.accessibleName())
        ]


def _texts(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(Text) if each.isVisible())
