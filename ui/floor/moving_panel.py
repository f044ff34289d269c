"""What is said beside the grid while a meeting is carried to another place."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.buttons import Button, Rank
from ui.common.lettering import BODY, BODY_STRONG, KEY, LABEL, LABEL_STRONG, SECTION, TITLE
from ui.common.look import Look
from ui.common.painting import Ink, paint_text
from ui.common.parts import Panel, Picture, Text, clear, column, line, row
from ui.common.pressable import Pressable
from ui.floor.carry import Carry, Drop
from ui.floor.carry_words import best_words, check_words, closed_words, effect_words, place_words
from ui.floor.kind_chip import KindChip
from ui.floor.words import clock, pair_words


class MovingPanel(QWidget):
    """Shows from where to where, what that changes, and the best places.

    ``anyway_wanted``: it starts soon, and is to be moved nevertheless.
    """

    taken = Signal(int)
    """The best place of this rank, from 0."""
    anyway_wanted = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._places: tuple[tuple[str, str], ...] | None = None
        self._esc = Text("Esc", KEY, "2")
        self._esc.setProperty("part", "key")
        self._kind = KindChip(look)
        self._pair = Text("", SECTION, wraps=True)
        self._from = PlaceBox(look, "From")
        self._to = PlaceBox(look, "To")
        self._checks = column(gap=8)
        self._best = column(gap=0)
        self._asked = Panel("warning")
        self._question = Text("", BODY, wraps=True)
        self.anyway = Button(look, "Move anyway", "move", rank=Rank.MAIN)
        self.back = Button(look, "Put back", "undo-2")
        self._closed = Text("", BODY, "2", wraps=True)
        self._closed_card = Panel("card")
        self._best_card = Panel("card")
        self._lay_out()
        self.anyway.clicked.connect(self.anyway_wanted)
        self.back.clicked.connect(self.left)

    def show_carry(self, carry: Carry) -> None:
        """Say what is carried, and where it could go best."""
        day, meeting = carry.day, carry.meeting
        self._kind.show_kind(meeting.kind.upper())
        self._pair.setText(pair_words(day, meeting))
        slot = day.slot[meeting.place]
        table = day.table.get(meeting.table)
        self._from.show_place(
            f"Table {table.label}" if table is not None else "No table",
            f"Slot {slot.number}, {clock(day, slot.starts_at)}",
        )
        self._show_best(
            tuple(
                (place_words(day, drop.place, drop.table), best_words(carry, rank))
                for rank, drop in enumerate(carry.best)
            )
        )
        closed = closed_words(carry)
        self._closed.setText("\n".join(closed))
        self._closed_card.setVisible(bool(closed))
        self.show_drop(carry, None)

    def show_drop(self, carry: Carry, drop: Drop | None) -> None:
        """Say what dropping it here would do, or that it can't be dropped here."""
        self._asked.hide()
        clear(self._checks)
        if drop is None:
            self._to.show_place("", "")
            nowhere = "Choose a place with the arrows, or press a number."
            if not carry.best:
                nowhere = "There is no place for it today. Put it back, or cancel the meeting."
            self._checks.addWidget(Text(nowhere, BODY, "2", wraps=True))
            return
        day, slot = carry.day, carry.day.slot[drop.place]
        table = day.table[drop.table].label
        self._to.show_place(f"Table {table}", f"Slot {slot.number}, {clock(day, slot.starts_at)}")
        moves, slips = effect_words(carry, drop)
        icon = ("check", "ok-text") if drop.other is None else ("arrow-left-right", "accent-text")
        for words in check_words(carry):
            self._say(("check", "ok-text"), words)
        self._say(icon, moves)
        self._say(("scroll-text", "move-text"), slips)

    def _show_best(self, places: tuple[tuple[str, str], ...]) -> None:
        if places == self._places:
            # One of them may have the focus.
            return
        self._places = places
        clear(self._best)
        for rank, words in enumerate(places):
            self._best.addWidget(line())
            best = BestPlace(self._look, rank, *words)
            best.clicked.connect(lambda _on=False, rank=rank: self.taken.emit(rank))
            self._best.addWidget(best)
        self._best_card.setVisible(bool(places))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def ask(self, question: str) -> None:
        """Ask once whether to move what starts soon."""
        self._question.setText(question)
        self._asked.show()
        self.anyway.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _say(self, icon: tuple[str, str], words: str) -> None:
        picture = Picture(self._look, *icon, 16)
        said = row(picture, Text(words, BODY, wraps=True), gap=10)
        said.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        said.setStretch(1, 1)
        self._checks.addLayout(said)

    def _lay_out(self) -> None:
        head = row(
            Text("Moving a meeting", SECTION), None, self._esc, Text("puts it back", LABEL, "3"),
            gap=8, margins=(4, 0, 0, 0),
        )  # fmt: skip
        self._asked.setLayout(
            column(self._question, row(self.anyway, self.back, None), gap=10, margins=12)
        )
        title = row(self._kind, self._pair, gap=8)
        title.setAlignment(self._kind, Qt.AlignmentFlag.AlignTop)
        title.setStretch(1, 1)
        arrow = Picture(self._look, "chevron-right", "text-3", 16)
        places = row(self._from, arrow, self._to, gap=6)
        places.setStretch(0, 1)
        places.setStretch(2, 1)
        card = Panel("card")
        card.setLayout(column(title, places, self._checks, self._asked, gap=12, margins=14))
        best = row(Text("Best places", SECTION), None, Text("or press the number", LABEL, "3"))
        self._best_card.setLayout(column(best, 8, self._best, gap=0, margins=(14, 12, 14, 4)))
        ban = Picture(self._look, "ban", "text-3", 16)
        closed = row(ban, self._closed, gap=10, margins=14)
        closed.setAlignment(ban, Qt.AlignmentFlag.AlignTop)
        closed.setStretch(1, 1)
        self._closed_card.setLayout(closed)
        cards = column(card, self._best_card, self._closed_card, None, gap=12)
        self.setLayout(column(head, cards, gap=16, margins=16))


class PlaceBox(QWidget):
    """A table and a slot, from where or to where."""

    def __init__(self, look: Look, word: str) -> None:
        super().__init__()
        self._look, self._word = look, word
        self._table = self._slot = ""
        self.setFixedHeight(80)
        look.changed.connect(self.update)

    def show_place(self, table: str, slot: str) -> None:
        """Show a place; blanks are none."""
        self._table, self._slot = table, slot
        self.setAccessibleName(f"{self._word}: {table or 'nowhere yet'}, {slot}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_target = self._word == "To" and bool(self._table)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = QPen(self._look.colour("accent" if is_target else "line-strong"), 1 + is_target)
        painter.setPen(edge)
        painter.setBrush(self._look.colour("accent-soft" if is_target else "surface"))
        painter.drawRoundedRect(area, 8, 8)
        inks = (
            (self._word, Ink(LABEL, "accent-text" if is_target else "text-3"), 10, 16),
            (self._table, Ink(TITLE), 26, 28),
            (self._slot, Ink(LABEL, "text-2"), 55, 16),
        )
        for text, ink, top, tall in inks:
            room = QRectF(13, top, self.width() - 20, tall)
            paint_text(painter, room, text, ink, self._look)
        painter.end()


class BestPlace(Pressable):
    """One of the best places; pressed by its number, a click or Space."""

    def __init__(self, look: Look, rank: int, place: str, why: str) -> None:
        super().__init__(look)
        self._rank, self._place, self._why = rank, place, why
        self.setFixedHeight(46)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{rank + 1}: {place}. {why}")
        self.setToolTip(why)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, is_first = self.look, self._rank == 0
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(look.colour("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        key = QRectF(4, 13, 20, 20)
        painter.setPen(Qt.PenStyle.NoPen if is_first else QPen(look.colour("line-strong"), 1))
        painter.setBrush(look.colour("accent" if is_first else "hover"))
        painter.drawRoundedRect(key.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        middle = Qt.AlignmentFlag.AlignHCenter
        ink = Ink(LABEL_STRONG, "accent-on" if is_first else "text-2", middle)
        paint_text(painter, key, str(self._rank + 1), ink, look)
        room = QRectF(QPointF(34, 5), QPointF(self.width() - 4, 24))
        paint_text(painter, room, self._place, Ink(BODY_STRONG), look)
        paint_text(painter, room.translated(0, 18), self._why, Ink(LABEL, "text-2"), look)
        painter.end()
