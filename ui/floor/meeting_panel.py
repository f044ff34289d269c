"""One meeting beside the grid: how it stands, who is in it, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.floor.day import DayMeeting, FloorDay
from app.floor.manager import Look as Seen
from app.floor.proposing import Proposal
from app.floor.states import Missing, Word, attendance
from ui.common.buttons import Button, Rank, SmallButton
from ui.common.lettering import BODY, BODY_STRONG, KEY, LABEL, SECTION
from ui.common.look import Look
from ui.common.parts import Elided, Panel, Picture, Text, clear, column, line, row, scrolled
from ui.floor.card_problem import Problem
from ui.floor.kind_chip import KindChip
from ui.floor.meeting_facts import fact_words, presence_words
from ui.floor.meeting_person import MeetingPerson
from ui.floor.paint import STYLES
from ui.floor.proposal_list import NUMBER_KEYS, ProposalList
from ui.floor.sheet import Cell, Sheet, Tone
from ui.floor.words import pair_words, state_words

_TONES = {
    Tone.RUNNING: "accent",
    Tone.MISSING: "warn",
    Tone.NO_SHOW: "bad",
    Tone.MISSED: "bad",
    Tone.MOVED: "move",
    Tone.BOTH_HERE: "ok",
    Tone.CALLED: "ok",
}
_OPEN = frozenset({Tone.PLANNED, Tone.BOTH_HERE, Tone.CALLED, Tone.MISSING, Tone.MOVED})


class MeetingPanel(QWidget):
    """``said`` carries a ``Word`` and, for a no-show, which side is missing."""

    said = Signal(object, object)
    call_wanted = Signal()
    move_wanted = Signal()
    lock_wanted = Signal(bool)
    cancel_wanted = Signal()
    restore_wanted = Signal()
    person_wanted = Signal(object)
    leave_wanted = Signal(object)
    """Somebody, by id, goes and does not come back today."""
    history_wanted = Signal()
    other_wanted = Signal(object)
    """Another meeting at the same place, by id."""
    numbered = Signal(int)
    """A number was pressed, from 1."""
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._meeting: UUID | None = None
        self._seen: tuple[object, ...] = ()
        self._made: list[Button] = []
        self._main: Button | None = None
        self._place = Elided("", SECTION)
        self._esc = Text("Esc", KEY, "2")
        self._esc.setProperty("part", "key")
        self._kind = KindChip(look)
        self._pair = Text("", SECTION, wraps=True)
        self._icon = Picture(look, "clock", "text-3", 16)
        self._state = Text("", BODY_STRONG, wraps=True)
        self._facts = Text("", BODY, "2", wraps=True)
        self.proposed = ProposalList(look)
        self.problem = Problem(look)
        self._could, self._card = QWidget(), QWidget()
        self.area = scrolled(self._card)
        self._people = column(gap=0)
        self._others = column(gap=8)
        self._acts = column(gap=8)
        self._lay_out()

    @property
    def meeting(self) -> UUID | None:
        """The meeting that is shown."""
        return self._meeting

    def show_meeting(self, sheet: Sheet, meeting: DayMeeting, cell: Cell) -> None:
        """Show a meeting; ``cell`` is that of its own look."""
        day, tone = sheet.day, cell.face.tone
        self._meeting = meeting.id
        minute = sheet.now.replace(second=0, microsecond=0)
        seen = (meeting, cell, minute, *(day.people[each] for each in meeting.people))
        if seen == self._seen:
            return
        self._seen = seen
        focused = self._named_focus()
        self._made.clear()
        slot, table = day.slot[meeting.place], day.table.get(meeting.table)
        where = f"Table {table.label}" if table is not None else "No table"
        self._place.setText(f"{where}, slot {slot.number}")
        self._kind.show_kind(meeting.kind.upper())
        self._pair.setText(pair_words(day, meeting))
        self._icon.show_icon(STYLES[tone].icon or "clock", STYLES[tone].icon_colour)
        self._state.setText(state_words(cell))
        self._state.set_tone(_TONES.get(tone, "2"))
        self._facts.setText("\n".join(fact_words(day, meeting)))
        self._show_others(day, meeting, cell)
        clear(self._people)
        for side, word in ((meeting.hosts, "Host"), (meeting.guests, "Guest")):
            for each in side:
                self._people.addWidget(line())
                self._people.addWidget(self._person(day, meeting, each, (word, sheet.now)))
        self._show_acts(meeting, tone)
        self._rank_and_order()
        if focused:
            self._focus_again(focused)

    def show_proposals(self, seen: Seen | None, proposals: Sequence[Proposal]) -> None:
        """Show what could be done about the meeting, best first; of no look nothing."""
        self.proposed.show_proposals(seen, proposals)
        self._could.setVisible(bool(self.proposed.proposals))
        self._rank_and_order()

    def _rank_and_order(self) -> None:
        """Fill one button only, and let Tab go from above to below, whatever was made last."""
        if self._main is not None:
            self._main.set_rank(Rank.PLAIN if self.proposed.proposals else Rank.MAIN)
        proposed = [each.button for each in self.proposed.rows]
        people = [each for each in self._made if self.area.isAncestorOf(each)]
        acts = [each for each in self._made if each not in people]
        for one, other in pairwise([self._esc, *people, *proposed, *acts]):
            QWidget.setTabOrder(one, other)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        number = NUMBER_KEYS.get(Qt.Key(event.key())) if is_plain else None
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif number is not None and not event.isAutoRepeat():
            self.numbered.emit(number)
        else:
            super().keyPressEvent(event)

    def _named_focus(self) -> str:
        """Say what has the focus here, for all buttons are made anew; blank: nothing."""
        focused = QApplication.focusWidget()
        is_here = isinstance(focused, Button) and self.isAncestorOf(focused)
        return _name(focused) if is_here and isinstance(focused, Button) else ""

    def _focus_again(self, named: str) -> None:
        same = [each for each in self._made if _name(each) == named]
        others = [self._main] if self._main is not None else []
        for each in [*same, *others][:1]:
            each.show()
            each.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_others(self, day: FloorDay, meeting: DayMeeting, cell: Cell) -> None:
        clear(self._others)
        for each in cell.meetings:
            if each != meeting.id:
                other = self._button("Show it", "layers")
                other.setAccessibleName(f"Show {pair_words(day, day.meeting[each])}")
                other.clicked.connect(lambda _on=False, each=each: self.other_wanted.emit(each))
                words = f"Also here: {pair_words(day, day.meeting[each])}"
                said = row(Text(words, BODY, wraps=True), other, gap=8)
                said.setStretch(0, 1)
                self._others.addLayout(said)

    def _show_acts(self, meeting: DayMeeting, tone: Tone) -> None:
        clear(self._acts)
        self._main = None
        if tone is Tone.CANCELLED:
            restore = self._main = self._button("Restore", "rotate-ccw")
            restore.clicked.connect(self.restore_wanted)
            self._add(restore, self._move(), self._history())
            return
        if tone in _OPEN | {Tone.NO_SHOW}:
            call, move = self._button("Call", "megaphone"), self._move()
            call.clicked.connect(self.call_wanted)
            self._main = call if tone in {Tone.BOTH_HERE, Tone.PLANNED, Tone.MISSING} else move
            self._add(call, move)
        self._add(*self._words(meeting))
        missing = (self._missing(side, word) for side, word in _SIDES)
        self._acts.addLayout(row(Text("Did not come", LABEL, "3"), *missing, None, gap=8))
        lock = self._button(
            "Unlock" if meeting.locked else "Lock", "lock-open" if meeting.locked else "lock"
        )
        wanted = not meeting.locked
        lock.clicked.connect(lambda: self.lock_wanted.emit(wanted))
        cancel = self._button("Cancel meeting", "ban")
        cancel.clicked.connect(self.cancel_wanted)
        self._acts.addSpacing(4)
        self._add(lock, cancel, self._history())

    def _history(self) -> Button:
        history = self._button("History", "history")
        history.clicked.connect(self.history_wanted)
        return history

    def _move(self) -> Button:
        move = self._button("Move", "move")
        move.show_key("M")
        move.clicked.connect(self.move_wanted)
        return move

    def _words(self, meeting: DayMeeting) -> list[Button]:
        buttons = [
            self._word("Runs", "play", Word.RUNNING),
            self._word("Was held", "check", Word.HELD),
        ]
        if meeting.said:
            buttons.append(self._word("Back to the clock", "clock", Word.NOTHING))
        return buttons

    def _word(self, words: str, icon: str, word: Word) -> Button:
        button = self._button(words, icon)
        button.clicked.connect(lambda: self.said.emit(word, None))
        return button

    def _missing(self, side: Missing, word: str) -> Button:
        button = self._button(word, "user-x")
        button.setAccessibleName(f"{word} did not come")
        button.clicked.connect(lambda: self.said.emit(Word.NO_SHOW, side))
        return button

    def _button(self, words: str, icon: str) -> Button:
        button = SmallButton(self._look, words, icon)
        self._made.append(button)
        return button

    def _add(self, *buttons: Button) -> None:
        if buttons:
            self._acts.addLayout(row(*buttons, None, gap=8))

    def _person(
        self, day: FloorDay, meeting: DayMeeting, person: UUID, beside: tuple[str, datetime]
    ) -> MeetingPerson:
        side, now = beside
        someone = day.people[person]
        stands = attendance(day, meeting, person, now)
        shown = MeetingPerson(self._look, someone, side, stands)
        shown.say(presence_words(day, someone, stands, now))
        shown.entry.clicked.connect(lambda: self.person_wanted.emit(person))
        shown.leaves.clicked.connect(lambda: self.leave_wanted.emit(person))
        self._made += (shown.entry, shown.leaves)
        return shown

    def _lay_out(self) -> None:
        closes = Text("closes it", LABEL, "3")
        head = row(self._place, self._esc, closes, gap=8, margins=(20, 16, 16, 16))
        head.setStretch(0, 1)
        title = row(self._kind, self._pair, gap=8)
        title.setAlignment(self._kind, Qt.AlignmentFlag.AlignTop)
        title.setStretch(1, 1)
        state = row(self._icon, self._state, gap=8)
        state.setStretch(1, 1)
        card = Panel("card")
        could = row(Text("What could be done", BODY_STRONG), None)
        could.addWidget(Text("or press the number", LABEL, "3"))
        self._could.setLayout(column(could, self.proposed, gap=6, margins=(0, 4, 0, 4)))
        self._could.hide()
        top = column(title, state, self._facts, self._others, gap=8)
        below = column(line(), self.problem, self._could, gap=8)
        card.setLayout(column(top, self._people, below, gap=8, margins=(14, 14, 14, 6)))
        self._card.setLayout(column(card, None, gap=0, margins=(16, 0, 16, 16)))
        foot = column(self._acts, gap=0, margins=(16, 12, 16, 12))
        self.setLayout(column(head, self.area, line(), foot, gap=0))


_SIDES = ((Missing.HOST, "Host"), (Missing.GUEST, "Guest"), (Missing.BOTH, "Both"))


def _name(button: Button) -> str:
    return button.accessibleName() or button.text()
