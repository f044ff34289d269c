"""Beside the grid: who must be told of what has changed, most urgent first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.floor.telling import ToTell
from ui.common.buttons import SmallButton
from ui.common.lettering import BODY, BODY_STRONG, CELL_STRONG, KEY, LABEL, SECTION
from ui.common.look import Look
from ui.common.parts import Elided, Panel, Picture, Text, clear, column, row, scrolled
from ui.floor.count_mark import CountMark
from ui.floor.tell_words import change_words, known_words

MOST = 40
"""More cards than this take longer to make than anybody needs to read them."""


class TellPanel(QWidget):
    """Its signals carry the ids of delegates."""

    told_by_word = Signal(object)
    slip_wanted = Signal(object)
    list_wanted = Signal()
    left = Signal()

    def __init__(self, look: Look, zone: ZoneInfo) -> None:
        super().__init__()
        self._look, self._zone = look, zone
        self._found: tuple[ToTell, ...] | None = None
        self._made: list[SmallButton] = []
        self._count = CountMark(look)
        self._nothing = Text("Everybody knows where to go.", BODY, "2", wraps=True)
        self._more = Text("", LABEL, "3", wraps=True)
        self.saving = SmallButton(look, "Save list…", "save")
        self._cards = column(gap=12, margins=(16, 0, 16, 16))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out()
        self.saving.clicked.connect(self.list_wanted)

    def show_found(self, found: Sequence[ToTell]) -> None:
        """Show who must be told; whoever has the focus keeps it, or the next one gets it."""
        if tuple(found) == self._found:
            return
        self._found = tuple(found)
        at = self._focused()
        self._count.show_count(len(found))
        self._nothing.setVisible(not found)
        self.saving.setEnabled(bool(found))
        clear(self._cards)
        self._made.clear()
        for each in found[:MOST]:
            self._cards.addWidget(self._card(each))
        left = len(found) - MOST
        self._more.setText(f"{left:,} more follow as these are told." if left > 0 else "")
        self._more.setVisible(left > 0)
        self._cards.addStretch(1)
        if at is not None:
            self._focus(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def take_focus(self) -> None:
        """Put the focus on the first card."""
        self._focus(0)

    def _lay_out(self) -> None:
        esc = Text("Esc", KEY, "2")
        esc.setProperty("part", "key")
        head = row(Text("To tell", SECTION), self._count, None, esc, Text("closes it", LABEL, "3"))
        head.setContentsMargins(20, 16, 16, 8)
        tools = row(self.saving, None, margins=(20, 0, 16, 8))
        said = column(self._nothing, self._more, gap=4, margins=(20, 0, 16, 8))
        inner = QWidget()
        inner.setProperty("part", "scrolled")
        inner.setLayout(self._cards)
        whole = column(head, tools, said, scrolled(inner), gap=0)
        whole.setStretch(3, 1)
        self.setLayout(whole)
        self._more.hide()

    def _card(self, one: ToTell) -> QWidget:
        who, look = one.person.who, self._look
        card = Panel("card")
        parts: list[QWidget] = [
            Text(who.name or who.badge_number, BODY_STRONG, wraps=True),
            Text(
                ", ".join(filter(None, (who.organisation, one.person.phone))),
                LABEL,
                "2",
                wraps=True,
            ),
        ]
        said = []
        layout = column(*parts, gap=2, margins=14)
        for each in one.changes:
            words = change_words(each, self._zone)
            icon = Picture(look, words.icon, "move-text", 16)
            word = Text(words.word, CELL_STRONG, "move")
            place = Elided(words.place, CELL_STRONG)
            head = row(icon, word, place, gap=6, margins=(0, 6, 0, 0))
            head.setStretch(2, 1)
            layout.addLayout(head)
            layout.addWidget(Text(words.rest, LABEL, "2", wraps=True))
            said.append(f"{words.word}: {words.place}. {words.rest}")
        layout.addLayout(self._foot(one))
        card.setLayout(layout)
        card.setAccessibleName(f"{who.name}. {' '.join(said)}")
        return card

    def _foot(self, one: ToTell) -> QHBoxLayout:
        who = one.person.who
        told = SmallButton(self._look, "Told", "check")
        told.setAccessibleName(f"{who.name} was told")
        self._made.append(told)
        slip = SmallButton(self._look, "Slip", "scroll-text")
        slip.setAccessibleName(f"Print the slip of {who.name}")
        told.clicked.connect(partial(self._tell, who.id))
        slip.clicked.connect(partial(self.slip_wanted.emit, (who.id,)))
        known = Text(known_words(one, self._zone), LABEL, "3", wraps=True)
        foot = row(told, slip, known, gap=8, margins=(0, 8, 0, 0))
        foot.setStretch(2, 1)
        return foot

    def _tell(self, delegate: UUID) -> None:
        self.told_by_word.emit((delegate,))

    def _focused(self) -> int | None:
        """Give on the how manieth card the focus is."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return None
        cards = (each.parentWidget() for each in self._made)
        held = (at for at, card in enumerate(cards) if card and card.isAncestorOf(focused))
        return next(held, 0)

    def _focus(self, at: int) -> None:
        buttons = self._made
        if buttons:
            buttons[min(at, len(buttons) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
