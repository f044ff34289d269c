"""The licences of all that comes with the program, to read and to search."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.licences import all_licences
from app.licences.book import Book, Chapter, whole
from ui.common.buttons import Button, Rank
from ui.common.jobs import Jobs, Quiet
from ui.common.lettering import LABEL, SECTION, TITLE
from ui.common.look import Look
from ui.common.page import Tools
from ui.common.parts import Elided, Panel, Text, column, row
from ui.common.records import Column, RecordModel
from ui.common.rows import dress_rows

_WIDTH, _HEIGHT = 1060, 680
_LIST, _ROW, _LICENCE = 372, 32, 148
_HOW = "How they are met"
_ITS_OWN = re.compile(r"LicenseRef-[\w.-]+")
_INDENT = "\u2003"


@dataclass(frozen=True, slots=True)
class Found:
    """A chapter that is listed, and whether that stands above it which it is inside."""

    chapter: Chapter
    under: bool


_COLUMNS: tuple[Column[Found], ...] = (
    Column("What", lambda found: f"{_INDENT if found.under else ''}{_called(found.chapter)}"),
    Column("Licence", lambda found: _ITS_OWN.sub("its own", found.chapter.licence)),
)


class Searched:
    """A book whose words were made ready to be searched, each text once."""

    def __init__(self, book: Book) -> None:
        ours, *others = book.chapters
        how = Chapter(_HOW, "", "", "", book.preface)
        self.book = book
        self.chapters = (ours, how, *others)
        self._texts = {name: text.casefold() for name, text in book.texts.items()}
        self._own = tuple(_words(each) for each in self.chapters)

    def with_words(self, wanted: str) -> tuple[Found, ...]:
        """Give the chapters that say something, themselves or by one of their texts."""
        words = wanted.casefold()
        texts = {name for name, text in self._texts.items() if words in text}
        fit = [
            chapter
            for chapter, own in zip(self.chapters, self._own, strict=True)
            if words in own or not texts.isdisjoint(chapter.texts)
        ]
        shown = {each.name for each in fit}
        return tuple(Found(each, each.inside in shown) for each in fit)


def show_licences(tools: Tools, parent: QWidget) -> None:
    """Show the licences over the window."""
    Licences(tools.look, all_licences, tools.reads, parent).open()


class Licences(QDialog):
    """Lists what comes with the program; beside it stands what the chosen one asks.

    All texts together have nearly a megabyte, so ``read`` is called where nobody waits for it.
    """

    def __init__(
        self, look: Look, read: Callable[[], Book], jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._all: Searched | None = None
        self.records: RecordModel[Found] = RecordModel(_COLUMNS, lambda each: each.chapter, self)
        self.field = _Field()
        self.table = QTableView()
        self.text = QPlainTextEdit()
        self.count = Text("Reading…", tone="2")
        self._title, self._about = Elided("", SECTION), Elided("", tone="2")
        self._close = Button(look, "Close", "x", rank=Rank.MAIN)
        self._reading = Quiet(self)
        self.setWindowTitle("Licences")
        self.resize(_WIDTH, _HEIGHT)
        self._dress()
        self._lay_out()
        self.field.textChanged.connect(lambda _text: self._find())
        self.field.left.connect(self.table.setFocus)
        self.field.next_wanted.connect(self._go_on)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show())
        self._close.clicked.connect(self.accept)
        jobs.run(lambda _report: Searched(read()), view=self._reading, then=self._fill)

    def _dress(self) -> None:
        self.table.setModel(self.records)
        dress_rows(self.table, "What comes with Matchdesk", _ROW, (0, _LICENCE))
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        letters = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        # Licences are set in 78 columns, which fit in these.
        letters.setPixelSize(LABEL.pixels)
        self.text.setFont(letters)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Its licence")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        left.setFixedWidth(_LIST)
        card = Panel()
        card.setLayout(column(self.table, margins=1))
        left.setLayout(column(self.field, card, gap=12))
        right.setLayout(self._right())
        body = row(left, right, gap=24)
        self.setLayout(
            column(
                Text("Licences", TITLE),
                body,
                row(self.count, None, self._close),
                gap=16,
                margins=24,
            )
        )
        self.field.setFocus()

    def _right(self) -> QVBoxLayout:
        laid = column(self._title, self._about, 4, self.text, gap=4)
        laid.setStretch(3, 1)
        return laid

    def _fill(self, all_: Searched) -> None:
        self._all = all_
        self._find()

    def _find(self) -> None:
        if self._all is None:
            return
        fit, many = self._all.with_words(self.field.text().strip()), len(self._all.chapters)
        self.records.show(fit)
        self.count.setText(
            f"{len(fit)} of {many}" if fit else "None of them says so. Type fewer letters."
        )
        if fit and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._show()

    def _show(self) -> None:
        at = self.table.currentIndex().row()
        if at < 0 or self._all is None:
            self._say("", "", "")
            return
        chosen = self.records.records[at].chapter
        inside = f"Inside {chosen.inside}" if chosen.inside else ""
        about = (chosen.licence, inside, chosen.source)
        self._say(
            _called(chosen),
            " · ".join(each for each in about if each),
            whole(chosen, self._all.book),
        )
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._go_on()

    def _say(self, title: str, about: str, text: str) -> None:
        self._title.setText(title)
        self._about.setText(about)
        if self.text.toPlainText() != text:
            self.text.setPlainText(text)

    def _go_on(self) -> None:
        """Mark the next place that has the words; after the last comes the first."""
        wanted = self.field.text().strip()
        if wanted and not self.text.find(wanted):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(wanted)


class _Field(QLineEdit):
    """What is looked for. Down goes into the list, Enter to the next place in the text."""

    left = Signal()
    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Name, licence, or any words")
        self.setAccessibleName("Find")
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.next_wanted.emit()
            case _:
                super().keyPressEvent(event)


def _called(chapter: Chapter) -> str:
    return f"{chapter.name} {chapter.version}".strip()


def _words(chapter: Chapter) -> str:
    said = (chapter.name, chapter.licence, chapter.source, chapter.notice)
    return "\n".join(said).casefold()
