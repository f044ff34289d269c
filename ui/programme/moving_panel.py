"""What is said beside the timeline while a session is carried."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.programme.carrying import Carry, Effect
from app.programme.session import Standing
from ui.common.buttons import Button, Rank
from ui.common.lettering import BODY, BODY_STRONG, KEY, LABEL, SECTION
from ui.common.look import Look
from ui.common.painting import Ink, paint_text
from ui.common.parts import Panel, Picture, Text, clear, column, row
from ui.programme.words import effect_words, span


class MovingPanel(QWidget):
    """Shows from where to where a session goes, and what that brings."""

    swap_wanted = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._title = Text("", SECTION, wraps=True)
        self._from = PlaceBox(look, "From")
        self._to = PlaceBox(look, "To")
        self._effects = column(gap=8)
        self._asked = Panel("warning")
        self._question = Text("", BODY, wraps=True)
        self.swap = Button(look, "Change places", "arrow-left-right", rank=Rank.MAIN)
        self.back = Button(look, "Put back", "undo-2")
        self._lay_out()
        self.swap.clicked.connect(self.swap_wanted)
        self.back.clicked.connect(self.left)

    def show_carry(self, carry: Carry) -> None:
        """Say what is carried."""
        now = carry.session
        self._title.setText(now.title)
        self._from.show_place(now.room or "No room", span(now.starts_at, now.ends_at, carry.zone))
        self._asked.hide()

    def show_effect(self, carry: Carry, effect: Effect) -> None:
        """Say what dropping it here would bring."""
        self._asked.hide()
        self._to.show_place(
            effect.room or "No room", span(effect.starts_at, effect.ends_at, carry.zone)
        )
        clear(self._effects)
        for icon, colour, words in effect_words(effect, carry.zone):
            picture = Picture(self._look, icon, colour, 16)
            said = row(picture, Text(words, BODY, wraps=True), gap=10)
            said.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
            said.setStretch(1, 1)
            self._effects.addLayout(said)

    def ask(self, other: Standing) -> None:
        """Ask whether it is to change places with another one."""
        self._question.setText(
            f"“{other.title}” is here then. Both can change places: each starts when and where "
            "the other did."
        )
        self._asked.show()
        self.swap.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        esc = Text("Esc", KEY, "2")
        esc.setProperty("part", "key")
        head = row(
            Text("Moving a session", SECTION), None, esc, Text("puts it back", LABEL, "3"),
            gap=8, margins=(4, 0, 0, 0),
        )  # fmt: skip
        self._asked.setLayout(
            column(self._question, row(self.swap, self.back, None), gap=10, margins=12)
        )
        arrow = Picture(self._look, "chevron-right", "text-3", 16)
        places = row(self._from, arrow, self._to, gap=6)
        places.setStretch(0, 1)
        places.setStretch(2, 1)
        card = Panel("card")
        card.setLayout(column(self._title, places, self._effects, self._asked, gap=12, margins=14))
        keys = Text(
            "Arrows move it by 5 minutes or a room, Page Up and Page Down by an hour. Enter drops "
            "it.",
            LABEL,
            "3",
            wraps=True,
        )
        self.setLayout(column(head, card, keys, None, gap=16, margins=16))


class PlaceBox(QWidget):
    """A room and a time, from where or to where."""

    def __init__(self, look: Look, word: str) -> None:
        super().__init__()
        self._look, self._word = look, word
        self._room = self._times = ""
        self.setFixedHeight(74)
        look.changed.connect(self.update)

    def show_place(self, room: str, times: str) -> None:
        """Show a place."""
        self._room, self._times = room, times
        self.setAccessibleName(f"{self._word}: {room}, {times}")
        self.setToolTip(room)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_target = self._word == "To"
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(
            QPen(self._look.colour("accent" if is_target else "line-strong"), 1 + is_target)
        )
        painter.setBrush(self._look.colour("accent-soft" if is_target else "surface"))
        painter.drawRoundedRect(area, 8, 8)
        inks = (
            (self._word, Ink(LABEL, "accent-text" if is_target else "text-3"), 8, 16),
            (self._room, Ink(BODY_STRONG), 26, 20),
            (self._times, Ink(LABEL, "text-2"), 48, 16),
        )
        for text, ink, top, tall in inks:
            paint_text(painter, QRectF(12, top, self.width() - 20, tall), text, ink, self._look)
        painter.end()
