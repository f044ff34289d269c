"""Asks for the times of a block of meetings, and how it is cut."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QDialog, QSpinBox, QTimeEdit, QWidget

from app.event.making import BlockOrder, Cut
from app.event.overview import BlockFacts
from ui.common.buttons import Button, Rank
from ui.common.fields import plain
from ui.common.lettering import BODY, SECTION
from ui.common.look import Look
from ui.common.parts import Text, column, row
from ui.common.times import day_words
from ui.event.card import inset, labelled


class BlockDialog(QDialog):
    """Times and minutes of one block; says how many slots they give."""

    decided = Signal(object, object)
    """The order and the cut."""

    def __init__(self, look: Look, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = day
        self.starts, self.ends = plain(QTimeEdit(QTime(10, 0))), plain(QTimeEdit(QTime(12, 0)))
        self.slot, self.gap = plain(QSpinBox()), plain(QSpinBox())
        for each in (self.starts, self.ends):
            each.setDisplayFormat("HH:mm")
        for minutes, least, usual in ((self.slot, 1, 20), (self.gap, 0, 5)):
            minutes.setRange(least, 480)
            minutes.setSuffix(" min")
            minutes.setValue(usual)
        for field in (self.starts, self.ends, self.slot, self.gap):
            inset(field)
        self._counted = Text("", BODY, "2")
        self.keep = Button(look, "Keep block", "check", rank=Rank.MAIN)
        self.cancel = Button(look, "Cancel")
        self.setWindowTitle(f"Block on {day_words(day)}")
        times = row(labelled("Starts", self.starts), labelled("Ends", self.ends), gap=12)
        cut = row(labelled("A meeting", self.slot), labelled("Changeover", self.gap), gap=12)
        title = Text(self.windowTitle(), SECTION)
        buttons = row(None, self.cancel, self.keep)
        self.setLayout(column(title, times, cut, self._counted, buttons, gap=16, margins=24))
        self.setMinimumWidth(380)
        for changed in (self.starts.timeChanged, self.ends.timeChanged):
            changed.connect(self._count)
        for changed in (self.slot.valueChanged, self.gap.valueChanged):
            changed.connect(self._count)
        self.keep.clicked.connect(self._decide)
        self.cancel.clicked.connect(self.reject)
        self._count()

    def show_block(self, block: BlockFacts, zone: ZoneInfo) -> None:
        """Start from a block that stands."""
        for field, instant in ((self.starts, block.starts_at), (self.ends, block.ends_at)):
            local = instant.astimezone(zone)
            field.setTime(QTime(local.hour, local.minute))
        self.slot.setValue(block.slot_minutes)
        self.gap.setValue(block.gap_minutes)

    def _minutes(self) -> int:
        return self.starts.time().secsTo(self.ends.time()) // 60

    def _count(self) -> None:
        whole, length, gap = self._minutes(), self.slot.value(), self.gap.value()
        slots = (whole + gap) // (length + gap) if whole >= length else 0
        fits = f"{slots} {'slot' if slots == 1 else 'slots'} for each table."
        self._counted.setText(fits if slots else "Too short for a meeting. Make it longer.")
        self.keep.setEnabled(slots > 0)

    def _decide(self) -> None:
        starts, ends = _time(self.starts), _time(self.ends)
        order = replace(BlockOrder(starts, ends), day=self._day)
        self.decided.emit(order, Cut(self.slot.value(), self.gap.value()))
        self.accept()


def _time(field: QTimeEdit) -> time:
    return time(field.time().hour(), field.time().minute())
