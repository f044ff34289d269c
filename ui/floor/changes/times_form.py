"""Asks how much later slots start, or with which one a block ends."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from uuid import UUID

from PySide6.QtWidgets import QSpinBox

from app.floor.changes import Change, Delay, Shorten
from app.floor.day import DaySlot, FloorDay
from ui.common.buttons import Choice
from ui.common.fields import plain
from ui.common.lettering import BODY
from ui.common.look import Look
from ui.common.parts import Text, column, row
from ui.floor.changes.form import NOTHING_LEFT, ChangeFields, from_words, labelled
from ui.floor.words import clock, slot_times

_MOST_MINUTES = 999


class DelayForm:
    """So many minutes later or earlier, all that follows or one block."""

    title = "Start later or earlier"

    def __init__(self, look: Look, day: FloorDay, now: datetime) -> None:
        self.fields = ChangeFields(day, now)
        self.minutes = plain(QSpinBox())
        self.minutes.setRange(-_MOST_MINUTES, _MOST_MINUTES)
        self.minutes.setSuffix(" min")
        self.minutes.setValue(10)
        # Typed minutes take its place: before it, a 2 would make it 210.
        self.minutes.selectAll()
        self.starts, self.what = Choice(look), Choice(look)
        begun = {slot.block for slot in day.slots if slot not in self.fields.ahead}
        for slot in self.fields.ahead:
            begins = "" if slot.block in begun else ", a block begins"
            begun.add(slot.block)
            self.starts.addItem(from_words(day, slot) + begins, slot)
        self.what.addItem("Everything from then on", False)
        self.what.addItem("Only the rest of that block", True)
        note = Text("Fewer than 0 is earlier.", BODY, "3")
        self.fields.setLayout(
            row(
                labelled("Minutes later", self.minutes),
                labelled("From", self.starts),
                labelled("What", self.what),
                column(None, note, gap=0, margins=(0, 0, 0, 8)),
                None,
                gap=12,
            )
        )
        self.fields.follow(self.minutes, self.starts, self.what)

    @property
    def verb(self) -> tuple[str, str]:
        return "Change the times", "calendar-clock"

    def asked(self, now: datetime) -> Change | str:
        slot = self.starts.currentData()
        if slot is None:
            return NOTHING_LEFT
        if slot.starts_at <= now:
            return f"Slot {slot.number} has begun. Choose a later one."
        if not self.minutes.value():
            return "0 minutes change nothing. Say how many minutes later it starts."
        block = slot.block if self.what.currentData() else None
        return Delay(self.minutes.value(), slot.starts_at, block)


class ShortenForm:
    """A block ends with an earlier slot."""

    title = "End a block early"

    def __init__(self, look: Look, day: FloorDay, now: datetime) -> None:
        self.fields = ChangeFields(day, now)
        self.block, self.ends = Choice(look), Choice(look)
        for block in dict.fromkeys(slot.block for slot in self.fields.ahead):
            slots = self._slots(block)
            if self._ends(block):
                words = f"{clock(day, slots[0].starts_at)}–{clock(day, slots[-1].ends_at)}"
                self.block.addItem(f"Block {words}", block)
        self._offer_ends()
        fields = row(labelled("Block", self.block), labelled("Ends with", self.ends), None, gap=12)
        self.fields.setLayout(fields)
        self.block.currentIndexChanged.connect(lambda _at: self._offer_ends())
        self.fields.follow(self.ends)

    @property
    def verb(self) -> tuple[str, str]:
        return "Shorten the block", "scissors"

    def asked(self, now: datetime) -> Change | str:
        block, ends = self.block.currentData(), self.ends.currentData()
        if block is None or ends is None:
            return "No block can end earlier any more: its last slot has begun."
        gone = next(slot for slot in self._slots(block) if slot.ends_at > ends)
        if gone.starts_at <= now:
            return f"Slot {gone.number} has begun. Let the block end later."
        return Shorten(block, ends)

    def _slots(self, block: UUID) -> list[DaySlot]:
        return [slot for slot in self.fields.day.slots if slot.block == block]

    def _ends(self, block: UUID) -> list[DaySlot]:
        """Give the slots after which it may end: the next has not begun."""
        slots, ahead = self._slots(block), self.fields.ahead
        return [slot for slot, after in pairwise(slots) if after in ahead]

    def _offer_ends(self) -> None:
        self.ends.clear()
        block = self.block.currentData()
        for slot in reversed(self._ends(block) if block is not None else []):
            words = f"Slot {slot.number}, {slot_times(self.fields.day, slot)}"
            self.ends.addItem(words, slot.ends_at)
