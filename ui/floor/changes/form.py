"""What is asked of a day: which table, from when, how many minutes, who."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QSpinBox, QWidget

from app.floor.changes import Change
from app.floor.day import DaySlot, FloorDay
from ui.common.lettering import LABEL_STRONG
from ui.common.parts import Text, column
from ui.floor.words import clock

NOTHING_LEFT = "No slot of this day is left. Nothing can be changed any more."


class ChangeFields(QWidget):
    """The fields of a form. ``changed``: it asks for something else."""

    changed = Signal()

    def __init__(self, day: FloorDay, now: datetime) -> None:
        super().__init__()
        self.day, self.now = day, now

    @property
    def ahead(self) -> list[DaySlot]:
        """The slots that have not begun."""
        return [slot for slot in self.day.slots if slot.starts_at > self.now]

    def follow(self, *fields: QWidget) -> None:
        """Tell of what is chosen or typed in these."""
        for field in fields:
            if isinstance(field, QComboBox):
                field.currentIndexChanged.connect(self.changed)
            elif isinstance(field, QSpinBox):
                field.valueChanged.connect(self.changed)
            elif isinstance(field, QLineEdit):
                field.textChanged.connect(self.changed)


class ChangeForm(Protocol):
    """Asks for one kind of change, called ``title``."""

    title: str

    @property
    def fields(self) -> ChangeFields: ...
    @property
    def verb(self) -> tuple[str, str]:
        """The word of the button that makes it, and its icon."""

    def asked(self, now: datetime) -> Change | str:
        """Give the change, or in a sentence what is to be said first."""


def labelled(words: str, field: QWidget) -> QBoxLayout:
    """Put a field under what it is called."""
    field.setAccessibleName(words)
    return column(Text(words, LABEL_STRONG, "2"), field, gap=4)


def from_words(day: FloorDay, slot: DaySlot) -> str:
    """Say from which slot on."""
    return f"{clock(day, slot.starts_at)}, slot {slot.number}"
