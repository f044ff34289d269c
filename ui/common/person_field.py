"""A field for a delegate, whose name it completes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QWidget

from app.delegates.lookup import Lookup
from app.delegates.person import Person
from ui.common.jobs import Jobs, Quiet
from ui.common.lettering import CELL, font
from ui.common.parts import column

FindPeople = Callable[[str], Sequence[Person]]
"""Gives whom somebody may mean who has typed this, the likeliest first."""

_PAUSE_MS = 120
_MOST_SHOWN, _ROW, _WIDE = 8, 30, 320


class Offers(QFrame):
    """Names below a field, which keeps the focus."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setProperty("part", "popover")
        self._lines = QStandardItemModel(self)
        self.view = QListView()
        self.view.setModel(self._lines)
        self.view.setFont(font(CELL))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAccessibleName("Who may be meant")
        self.setLayout(column(self.view, margins=5))
        self.hide()

    def show_lines(self, lines: Sequence[str], field: QWidget) -> None:
        """Offer these below a field, or above it where there is no room."""
        self._lines.clear()
        for words in lines:
            line = QStandardItem(words)
            line.setEditable(False)
            line.setSizeHint(QSize(0, _ROW))
            self._lines.appendRow(line)
        self.view.setCurrentIndex(self._lines.index(0, 0))
        over = self._over
        tall, wide = len(lines) * _ROW + 14, max(field.width(), _WIDE)
        at = field.mapTo(over, QPoint(0, field.height() + 4))
        if at.y() + tall > over.height():
            at.setY(max(0, at.y() - field.height() - 8 - tall))
        at.setX(max(8, min(at.x(), over.width() - wide - 8)))
        self.setGeometry(at.x(), at.y(), wide, tall)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Go to the next line, or the one before."""
        at = self.view.currentIndex().row() + by
        self.view.setCurrentIndex(self._lines.index(at % max(1, self._lines.rowCount()), 0))


class PersonField(QLineEdit):
    """Offers whom the typed text may mean; Up, Down and Enter, or a click, take one.

    ``chosen`` carries a ``Person``; the field is blank again then.
    """

    chosen = Signal(object)

    def __init__(self, find: FindPeople, jobs: Jobs, label: str) -> None:
        super().__init__()
        self._find, self._jobs = find, jobs
        self._quiet = Quiet(self)
        self._offers: Offers | None = None
        self.offered: Sequence[Person] = ()
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.setAccessibleName(label)
        self.setPlaceholderText("Name, organisation or badge")
        self.textEdited.connect(self._soon.start)
        self._soon.timeout.connect(self._look)

    def take(self, at: int) -> None:
        """Take one of those who are offered."""
        person = self.offered[at]
        self.clear()
        self._offer("", ())
        self.chosen.emit(person)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        offers = self._offers
        if offers is None or not offers.isVisible():
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Down:
                offers.step(1)
            case Qt.Key.Key_Up:
                offers.step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.take(offers.view.currentIndex().row())
            case Qt.Key.Key_Escape:
                offers.hide()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._put_away()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._put_away()

    def _put_away(self) -> None:
        if self._offers is not None:
            self._offers.hide()

    def _look(self) -> None:
        typed = self.text().strip()
        if not typed:
            self._offer(typed, ())
            return
        self._jobs.run(
            lambda _report: tuple(self._find(typed)[:_MOST_SHOWN]),
            view=self._quiet,
            then=lambda found: self._offer(typed, found),
        )

    def _offer(self, typed: str, found: Sequence[Person]) -> None:
        if typed != self.text().strip():
            return
        self.offered = found
        if not found or self.window().focusWidget() is not self:
            self._put_away()
            return
        if self._offers is None:
            self._offers = Offers(self.window())
            self.destroyed.connect(self._offers.deleteLater)
            self._offers.view.clicked.connect(lambda index: self.take(index.row()))
        self._offers.show_lines([person_words(each) for each in found], self)


def person_words(person: Person) -> str:
    """Name somebody so that no two are mistaken."""
    words = f"{person.name} · {person.organisation}" if person.organisation else person.name
    return f"{words} · {person.badge_number}"


def people_like(lookup: Lookup, text: str) -> tuple[Person, ...]:
    """Give whom somebody may mean who has typed this, the likeliest first."""
    return tuple(found.person for found in lookup.find(text).delegates)
