"""Parts of the card: who meets whom, rows of answers, fields with their labels and keys."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.common.kind_chip import WIDTH, paint_kind
from ui.common.lettering import BODY, BODY_STRONG, CELL, KEY, LABEL, SECTION, Lettering, font
from ui.common.look import Look
from ui.common.painting import Ink, paint_text
from ui.common.parts import Elided, Text, clear, column, row
from ui.common.segments import wide
from ui.outcomes.rows import Row
from ui.outcomes.toggles import Toggle

A = TypeVar("A", bound=Hashable)
_APART, _GAP = 12, 8
_ICON = 24
"""An icon and the room beside it."""
CAP = 20
"""How high a key is, and how wide at least."""


class WhoLine(QWidget):
    """When and where, of what kind, who meets whom: a line that is cut at its end."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._row: Row | None = None
        self.setFixedHeight(28)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_row(self, row: Row) -> None:
        """Show another meeting."""
        self._row = row
        place = f"table {row.table}" if row.table else "no table"
        people = ", ".join(row.people)
        self.setAccessibleName(
            f"{row.time}, {place}, {row.kind.upper()}, {row.whole.replace('↔', 'and')}, {people}"
        )
        self.setToolTip(f"{row.whole}\n{people}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        row = self._row
        if row is None:
            return
        painter = QPainter(self)
        x = 0.0
        place = f"Table {row.table}" if row.table else "No table"
        for text, lettering, tone in ((row.time, BODY_STRONG, "text"), (place, BODY, "text-2")):
            x += self._write(painter, x, text, Ink(lettering, tone)) + (_APART if text else 0)
        paint_kind(painter, QRectF(x, 0, WIDTH, self.height()), row.kind, self._look)
        x += WIDTH + _APART
        x += self._write(painter, x, row.pair, Ink(SECTION)) + _APART
        self._write(painter, x, ", ".join(row.people), Ink(CELL, "text-3"))
        painter.end()

    def _write(self, painter: QPainter, x: float, text: str, ink: Ink) -> float:
        room = QRectF(x, 0, max(self.width() - x, 0), self.height())
        if room.width() > 24:
            paint_text(painter, room, text, ink, self._look)
        return QFontMetricsF(font(ink.lettering)).horizontalAdvance(text)


class Answers(QWidget, Generic[A]):
    """A row of answers that are on or off. ``pressed`` is told which somebody presses."""

    def __init__(
        self, look: Look, make: type[Toggle], label: QWidget | None, pressed: Callable[[A], object]
    ) -> None:
        super().__init__()
        self._look, self._make, self._pressed = look, make, pressed
        self._icons: Mapping[A, str] = {}
        self.toggles: dict[A, Toggle] = {}
        self._row = row(gap=_GAP)
        parts: list[QWidget | int] = [label, 4] if label is not None else []
        self.setLayout(row(*parts, self._row, None, gap=8))

    def offer(
        self, words: Mapping[A, str], keys: Mapping[A, str], icons: Mapping[A, str] | None = None
    ) -> None:
        """Offer other answers."""
        clear(self._row)
        self._icons = icons or {}
        self.toggles = {}
        for answer, said in words.items():
            icon, key = self._icons.get(answer, ""), keys.get(answer, "")
            toggle = self.toggles[answer] = self._make(self._look, said, icon, key)
            toggle.clicked.connect(lambda _on=False, answer=answer: self._pressed(answer))
            self._row.addWidget(toggle)

    def show_chosen(self, chosen: Collection[A]) -> None:
        """Show which of them hold."""
        for answer, toggle in self.toggles.items():
            toggle.setChecked(answer in chosen)

    def fit(self, room: int) -> None:
        """Leave the icons away where there is no room for them."""
        whole = 0
        for answer, toggle in self.toggles.items():
            is_without = self._icons.get(answer, "") and not toggle.icon_name
            whole += toggle.sizeHint().width() + (_ICON if is_without else 0)
        brief = whole + _GAP * (len(self.toggles) - 1) > room
        for answer, toggle in self.toggles.items():
            icon = "" if brief else self._icons.get(answer, "")
            if toggle.icon_name != icon:
                toggle.set_words(toggle.text(), icon)


def key_cap(key: str) -> Text:
    """Show a key beside what it does."""
    cap = Text(key, KEY)
    cap.setProperty("part", "key")
    cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
    cap.setFixedSize(max(round(wide(key, KEY)) + 12, CAP), CAP)
    return cap


def labelled(words: str, key: str, field: QWidget) -> QVBoxLayout:
    """Put a field below its label, and its key beside that."""
    label = Text(words, LABEL, "2")
    label.setBuddy(field)
    head = row(label, *([key_cap(key)] if key else []), None, gap=6)
    return column(head, field, gap=6)


class Lines(QWidget):
    """Some lines below each other, each cut where there is no room; not there if there are none."""

    def __init__(self, lettering: Lettering = LABEL) -> None:
        super().__init__()
        self._lettering = lettering
        self._column = column(gap=3)
        self._said: tuple[tuple[str, str], ...] = ()
        self.setLayout(self._column)
        self.hide()

    def say(self, *said: tuple[str, str]) -> None:
        """Say other lines, each in a tone."""
        if said == self._said:
            return
        self._said = said
        clear(self._column)
        for text, tone in said:
            self._column.addWidget(Elided(text, self._lettering, tone))
        self.setVisible(bool(said))
