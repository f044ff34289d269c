"""A card that says what needs somebody, and what could be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.floor.attention import Item, Need
from app.floor.manager import Look as Seen
from app.floor.proposing import Proposal
from ui.common.buttons import Rank
from ui.common.lettering import CELL, CELL_STRONG
from ui.common.look import Look
from ui.common.parts import Elided, Picture, Text, clear, column, row
from ui.floor.attention_sentences import sentence
from ui.floor.attention_words import ACT_WORDS, Act, acts, phones, place_words, sign, waiting_words
from ui.floor.card_problem import Problem
from ui.floor.comes_at import ComesAt
from ui.floor.phones import Phones
from ui.floor.proposal_list import NUMBER_KEYS, ProposalList
from ui.floor.proposal_row import CardButton, ProposalRow
from ui.floor.strong_text import StrongText, plain

_PADDING = 14
_ROUND = 12
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class AttentionCard(QWidget):
    """Shows an item as it changes. It asks; what is asked for, others do."""

    taken = Signal(object)
    """A proposal is to be made so."""
    acted = Signal(object)
    """An ``Act`` is to be done."""
    announced = Signal(object)
    """Those who are missing come at this instant."""
    opened = Signal()
    left_by = Signal(int)
    """The arrows went on: -1 up, 1 down."""
    grown = Signal()
    """It has more or fewer parts than before."""

    def __init__(self, look: Look, seen: Seen, item: Item) -> None:
        super().__init__()
        self._look = look
        self.seen, self.item = seen, item
        self.is_current = False
        self._icon = Picture(look, "clock", size=16)
        self._word = Text("", CELL_STRONG)
        self._place = Elided("", CELL, "2")
        self._waiting = Text("", CELL, "3")
        self._sentence = StrongText(look)
        self._phones = Phones(look)
        self._acts: dict[Act, CardButton] = {}
        self._act_row = row(gap=6)
        self._comes_at: ComesAt | None = None
        self._problem: Problem | None = None
        self._proposed = ProposalList(look)
        self._proposed.taken.connect(self.taken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        look.changed.connect(self.update)
        self.show_item(seen, item)

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """What could be done, best first."""
        return self._proposed.proposals

    @property
    def shown_rows(self) -> list[ProposalRow]:
        """The same as it is seen."""
        return self._proposed.rows

    @property
    def stops(self) -> list[QWidget]:
        """What Tab reaches, in the order of what is seen."""
        proposed = [each.button for each in self.shown_rows]
        asked = self._comes_at.stops if self._comes_at is not None else []
        return [self, *self._phones.buttons, *self._acts.values(), *asked, *proposed]

    def show_item(self, seen: Seen, item: Item) -> None:
        """Show how it stands now. Proposals stay until others are known."""
        self.seen, self.item = seen, item
        heading = sign(seen, item)
        self._icon.show_icon(heading.icon, f"{heading.tone}-text")
        self._word.setText(heading.word)
        self._word.set_tone(heading.tone)
        self._place.setText(place_words(seen, item))
        said = sentence(seen, item)
        self._sentence.show_said(said)
        self._phones.show_phones(phones(seen, item))
        self._show_acts(acts(seen, item))
        self.tick(seen.now)
        self.show_proposals(self.proposals)
        named = f"{heading.word}, {self._place.text()}, {self._waiting.text()}. {plain(said)}"
        self.setAccessibleName(named)
        self.update()

    def show_proposals(self, proposals: Sequence[Proposal]) -> None:
        """Show what could be done, best first."""
        self._proposed.show_proposals(self.seen, proposals)
        self.grown.emit()

    def tick(self, now: datetime) -> None:
        """Count on."""
        self._waiting.setText(waiting_words(self.seen, self.item, now))

    def say(self, problem: str) -> None:
        """Say why something was not done; nothing takes the sentence away."""
        if self._problem is None and problem:
            self._problem = Problem(self._look)
            self._insert_above_proposals(self._problem)
        if self._problem is not None:
            self._problem.say(problem)

    def problem(self) -> str:
        """Give the sentence that says why something was not done."""
        return self._problem.said if self._problem is not None else ""

    def stand_out(self, is_current: bool) -> None:
        """Show that keys act on this card, or that they do not."""
        if is_current != self.is_current:
            self.is_current = is_current
            self.update()

    def take(self, number: int) -> bool:
        """Ask for the proposal of this number, if there is one that can have been read."""
        return self._proposed.take(number)

    def act(self, act: Act) -> None:
        """Do what a button of the card says, if it has that button."""
        if act not in self._acts:
            return
        if act is Act.COMES_AT:
            self._ask_time()
        else:
            self.acted.emit(act)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        is_plain = not modifiers & ~Qt.KeyboardModifier.KeypadModifier
        if not is_plain or (event.isAutoRepeat() and key not in _STEPS):
            super().keyPressEvent(event)
        elif key in NUMBER_KEYS:
            self.take(NUMBER_KEYS[key])
        elif key in _STEPS:
            self.left_by.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_bad = self.item.need in (Need.NO_SHOW, Need.CLASH)
        thick = 2 if self.hasFocus() else 1
        line = "accent" if self.is_current else "bad-line" if is_bad else "line"
        painter.setPen(QPen(self._look.colour(line), thick))
        painter.setBrush(self._look.colour("surface"))
        inset = thick / 2
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(area, _ROUND - inset, _ROUND - inset)
        painter.end()

    def _lay_out(self) -> None:
        head = row(self._icon, self._word, self._place, self._waiting)
        head.setStretch(2, 1)
        self._under = QWidget()
        self._under.setLayout(self._act_row)
        self._under.hide()
        parts = (head, self._sentence, self._phones, self._under, self._proposed)
        self._parts = column(*parts, margins=_PADDING)
        self.setLayout(self._parts)

    def _insert_above_proposals(self, part: QWidget) -> None:
        self._parts.insertWidget(self._parts.indexOf(self._proposed), part)

    def _show_acts(self, wanted: Sequence[Act]) -> None:
        if tuple(wanted) == tuple(self._acts):
            return
        had_focus = any(each.hasFocus() for each in self._acts.values())
        clear(self._act_row)
        is_alone = tuple(wanted) in {(Act.CALL_ALL,), (Act.PRINT_SLIPS,)}
        rank = Rank.MAIN if is_alone else Rank.PLAIN
        self._acts = {act: CardButton(self._look, ACT_WORDS[act], rank=rank) for act in wanted}
        for act, button in self._acts.items():
            button.clicked.connect(partial(self.act, act))
            self._act_row.addWidget(button)
        self._act_row.addStretch(1)
        self._under.setVisible(bool(wanted))
        if self._comes_at is not None and Act.COMES_AT not in self._acts:
            self._comes_at.hide()
        if had_focus:
            self.setFocus()

    def _ask_time(self) -> None:
        if self._comes_at is None:
            # Made when it is asked for: a field takes longer to make than all else on a card.
            self._comes_at = ComesAt(self._look)
            self._comes_at.said.connect(self._announce)
            self._comes_at.left.connect(self._leave_time)
            self._insert_above_proposals(self._comes_at)
        self._comes_at.ask(self.seen.now.astimezone(self.seen.day.zone))
        self.grown.emit()

    def _announce(self, at: datetime) -> None:
        self.announced.emit(at)
        if self.problem() and self._comes_at is not None:
            self._comes_at.ask_again()
        else:
            self._leave_time()

    def _leave_time(self) -> None:
        if self._comes_at is not None:
            self._comes_at.hide()
        self.setFocus()
