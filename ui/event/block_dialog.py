"""Asks for the times of a block of meetings, and how it is cut."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QDialog, QSpinBox, QTimeEdit, QWidget

from app.event.capacity import Capacity
from app.event.making import BlockOrder, Cut
from app.event.overview import BlockFacts
from ui.common.buttons import Button, Rank
from ui.common.fields import DONE, inset, labelled, plain
from ui.common.lettering import BODY, SECTION
from ui.common.look import Look
from ui.common.parts import Text, column, row
from ui.common.times import day_words
from ui.event.capacity_words import live_words


class BlockDialog(QDialog):
    """Times and minutes of one block; says how many slots they give."""

    decided = Signal(object, object)
    """The order and the cut."""

    def __init__(
        self,
        look: Look,
        day: date,
        what_if: Callable[[BlockOrder, Cut], Capacity],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._day, self._what_if = day, what_if
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
        self._counted, self._live = Text("", BODY), Text("", BODY, "2", wraps=True)
        self.keep = Button(look, "Keep block", "check", DONE, rank=Rank.MAIN)
        self.cancel = Button(look, "Cancel")
        self.setWindowTitle(f"Block on {day_words(day)}")
        times = row(labelled("Starts", self.starts), labelled("Ends", self.ends), gap=12)
        cut = row(labelled("A meeting", self.slot), labelled("Changeover", self.gap), gap=12)
        title = Text(self.windowTitle(), SECTION)
        counted = column(self._counted, self._live, gap=4)
        # Room for three lines, so that nothing moves while somebody types.
        self._live.setFixedHeight(3 * 18)
        self._live.setAlignment(Qt.AlignmentFlag.AlignTop)
        buttons = row(None, self.cancel, self.keep)
        self.setLayout(column(title, times, cut, counted, buttons, gap=16, margins=24))
        self.setMinimumWidth(420)
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
        order, cut = self._said()
        whole, length = self._minutes(), cut.slot_minutes
        slots = (whole + cut.gap_minutes) // (length + cut.gap_minutes) if whole >= length else 0
        fits = f"{slots} {'slot' if slots == 1 else 'slots'} for each table."
        self._counted.setText(fits if slots else "Too short for a meeting. Make it longer.")
        self._live.setText(live_words(self._what_if(order, cut)) if slots else "")
        self.keep.setEnabled(slots > 0)

    def _said(self) -> tuple[BlockOrder, Cut]:
        order = BlockOrder(_time(self.starts), _time(self.ends), self._day)
        return order, Cut(self.slot.value(), self.gap.value())

    def _decide(self) -> None:
        self.decided.emit(*self._said())
        self.accept()


def _time(field: QTimeEdit) -> time:
    return time(field.time().hour(), field.time().minute())
