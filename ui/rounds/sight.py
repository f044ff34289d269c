"""The seats of one round after the other, with what is to be said of them above and below."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.icebreaking.mixing import RoundsMade
from app.icebreaking.rounds import KeptRound, KeptRounds
from app.icebreaking.swapping import Swap
from ui.common.buttons import SmallButton
from ui.common.lettering import BODY, BODY_STRONG, FACT, LABEL
from ui.common.look import Look
from ui.common.parts import Elided, Panel, Text, clear, column, row, scrolled
from ui.common.segments import ViewSwitch
from ui.common.strip import StatusStrip
from ui.common.times import Times
from ui.rounds.preview import Preview
from ui.rounds.seating import Seating, Tables
from ui.rounds.words import counted, effect, times_of

_EMPTY, _SEATS = 0, 1
_KEYS = "Arrows move the mark. M picks somebody up, Enter swaps seats, Delete lets go."


class Sight(QWidget):
    """``considered`` and ``swap_wanted`` carry the round's number and two who may change seats."""

    considered = Signal(int, object, object)
    swap_wanted = Signal(int, object, object)

    def __init__(self, look: Look, times: Times) -> None:
        super().__init__()
        self._look, self._times = look, times
        self._kept: KeptRounds | None = None
        self._rounds: tuple[Tables, ...] = ()
        self._missing: Collection[UUID] = ()
        self._at, self._follows = 0, True
        self._sought: tuple[UUID, datetime] | None = None
        self.strip = StatusStrip(look, clock=times.of_day)
        self.preview = Preview(look)
        self.seating = Seating(look)
        self.switch: ViewSwitch | None = None
        self._switches = row()
        self._when = Elided("", LABEL, "2")
        self._nothing, self._advice = Text("", FACT, "2"), Text("", BODY, "2")
        self._keys = Text(_KEYS, LABEL, "3")
        self._foot, self._effect = Panel("foot"), Text("", BODY, wraps=True)
        self._put_back = SmallButton(look, "Put back", "undo-2")
        self._put_back.show_key("Esc")
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def number(self) -> int:
        """Which round is shown, from 1."""
        return self._at + 1

    @property
    def said(self) -> str:
        """What a swap would bring, if one is considered."""
        return self._effect.text()

    def show_nothing(self, text: str) -> None:
        """Say that there are no rounds, and what to do."""
        self._kept, self._rounds = None, ()
        self._nothing.setText(text)
        self._pages.setCurrentIndex(_EMPTY)
        self._end_effect()

    def show_made(self, made: RoundsMade, tables_in_hall: int) -> None:
        """Show seats that were found."""
        self._kept, self._missing = None, ()
        self.preview.show_made(made, tables_in_hall)
        self.preview.show()
        self._show_rounds(made.rounds, 0)

    def show_kept(self, kept: KeptRounds, missing: Collection[UUID]) -> None:
        """Show seats that are kept; the round that runs, until somebody chooses another."""
        is_new = self._kept is None or self._kept.day != kept.day
        self._kept, self._missing = kept, missing
        self._follows = self._follows or is_new
        self.preview.hide()
        self._show_rounds(tuple(each.tables for each in kept.rounds), self._wanted(kept))
        self._go_to_sought()

    def seek(self, person: UUID, at: datetime) -> None:
        """Put the mark on somebody in the round of that time, once it is known who sits where."""
        self._sought = person, at
        self._go_to_sought()

    def _go_to_sought(self) -> None:
        kept = self._kept
        if kept is None or self._sought is None:
            return
        (person, at), self._sought = self._sought, None
        current = kept.at(at)
        self.switch_to(current.number if current is not None else len(kept.rounds))
        self.seating.await_mark(person)
        self.seating.setFocus()

    def switch_to(self, number: int) -> None:
        """Show a round, counted from 1, until somebody chooses another."""
        self._chosen(number - 1)

    def mark_next(self, delegate: UUID) -> None:
        """Put the mark on somebody as soon as they have a seat."""
        self.seating.await_mark(delegate)

    def show_effect(self, swap: Swap) -> None:
        """Say what a swap would bring, if two are still considered."""
        if self.seating.carried is not None:
            self._effect.setText(effect(swap))
            self._effect.set_tone("warn" if swap.again else "")

    def tick(self) -> None:
        """Go on to the round that runs now, and mark it."""
        if self._kept is not None:
            self._name_rounds()
            wanted = self._wanted(self._kept)
            if wanted != self._at:
                self._choose(wanted)

    def _wanted(self, kept: KeptRounds) -> int:
        if not self._follows:
            return min(self._at, len(kept.rounds) - 1)
        current = kept.at(self._times.clock())
        return (current.number if current is not None else len(kept.rounds)) - 1

    def _show_rounds(self, rounds: tuple[Tables, ...], at: int) -> None:
        if self.switch is None or len(self.switch.segments) != len(rounds):
            clear(self._switches)
            self.switch = ViewSwitch(self._look, *(str(n + 1) for n in range(len(rounds))))
            self.switch.setAccessibleName("Round")
            self.switch.chosen.connect(self._chosen)
            self._switches.addWidget(self.switch)
        self._rounds = rounds
        self._pages.setCurrentIndex(_SEATS)
        self._name_rounds()
        self._choose(min(at, len(rounds) - 1))

    def _name_rounds(self) -> None:
        if self.switch is None:
            return
        current = self._kept.at(self._times.clock()) if self._kept is not None else None
        for place in range(len(self.switch.segments)):
            is_now = current is not None and current.number == place + 1
            word = _now_word(current, self._times) if is_now and current is not None else ""
            said = f"{place + 1}{word}"
            if self.switch.segments[place].text() != said:
                self.switch.name(place, said)

    def _chosen(self, place: int) -> None:
        self._follows = False
        self._choose(place)

    def _choose(self, place: int) -> None:
        self._at = place
        if self.switch is not None:
            self.switch.choose(place)
        tables = self._rounds[place]
        may = self._kept is not None and place >= self._kept.begun(self._times.clock())
        self.seating.show_tables(tables, self._missing, may_change=may)
        self._keys.setVisible(may)
        people = counted(sum(map(len, tables)), "person", "people")
        when = f"{times_of(self._kept.rounds[place], self._times)} · " if self._kept else ""
        self._when.setText(f"{when}{counted(sum(map(bool, tables)), 'table', 'tables')} · {people}")
        self._end_effect()

    def _consider(self, both: tuple[UUID, UUID] | None) -> None:
        carried = self.seating.carried
        self._foot.setVisible(carried is not None)
        if both is not None:
            self.considered.emit(self.number, *both)
        elif carried is not None:
            self._effect.set_tone("")
            self._effect.setText(f"{carried.name} is picked up. Choose whom to swap with.")

    def _end_effect(self) -> None:
        self._foot.hide()
        self._effect.setText("")

    def _reveal(self, area: QRectF) -> None:
        middle = area.center().toPoint()
        self._scroll.ensureVisible(middle.x(), middle.y(), 0, 60)

    def _connect(self) -> None:
        seating = self.seating
        seating.considered.connect(self._consider)
        seating.swap_wanted.connect(
            lambda one, other: self.swap_wanted.emit(self.number, one, other)
        )
        seating.revealed.connect(self._reveal)
        self._put_back.clicked.connect(seating.put_back)

    def _lay_out(self) -> None:
        for each in (self._nothing, self._advice):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._advice.setText(
            "Say who takes part, then find seats. Nothing counts until you keep it."
        )
        empty = QWidget()
        empty.setLayout(column(None, self._nothing, self._advice, None, None, gap=8))
        inside = QWidget()
        inside.setLayout(column(self.seating, None, gap=0, margins=(20, 0, 20, 20)))
        self._scroll = scrolled(inside)
        head = row(Text("Round", BODY_STRONG), self._switches, self._when, gap=12)
        head.setStretch(2, 1)
        effect_row = row(self._effect, self._put_back, gap=12, margins=(20, 10, 20, 10))
        effect_row.setStretch(0, 1)
        self._foot.setLayout(effect_row)
        above = column(self.preview, head, self._keys, gap=12, margins=(20, 4, 20, 12))
        seats = QWidget()
        whole = column(above, self._scroll, self._foot, gap=0)
        whole.setStretch(1, 1)
        seats.setLayout(whole)
        self._pages.addWidget(empty)
        self._pages.addWidget(seats)
        strip = column(self.strip, margins=(20, 12, 20, 0))
        outer = column(strip, self._pages, gap=0)
        outer.setStretch(1, 1)
        self.setLayout(outer)
        self._foot.hide()


def _now_word(current: KeptRound, times: Times) -> str:
    return " now" if current.starts_at <= times.clock() else " next"
