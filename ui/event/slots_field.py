"""A field that several slots are ticked in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from app.event.slots import SlotTimes
from ui.common.check import CheckBox
from ui.common.look import Look
from ui.common.parts import Panel, column, scrolled
from ui.event.request_words import slot_words

_TALL = 120


class SlotsField(Panel):
    """A box for each slot; Tab goes through them, Space ticks one."""

    def __init__(self, look: Look, slots: Sequence[SlotTimes], zone: ZoneInfo, label: str) -> None:
        super().__init__("sheet")
        self._boxes = {
            slot.starts_at: CheckBox(look, slot_words(slot.starts_at, zone)) for slot in slots
        }
        for box in self._boxes.values():
            box.setAccessibleName(f"{label}: {box.text()}")
        inner = QWidget()
        inner.setLayout(column(*self._boxes.values(), gap=0, margins=(8, 4, 4, 4)))
        self.setLayout(column(scrolled(inner), margins=1))
        self.setFixedHeight(_TALL)

    @property
    def ticked(self) -> tuple[datetime, ...]:
        """When the ticked slots start."""
        return tuple(starts for starts, box in self._boxes.items() if box.isChecked())

    def tick(self, starts: Sequence[datetime]) -> None:
        """Tick these slots, and no others."""
        for at, box in self._boxes.items():
            box.setChecked(at in starts)
