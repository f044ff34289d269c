"""A field that several slots are ticked in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView

from app.event.slots import SlotTimes
from ui.common.lettering import CELL, font
from ui.event.request_words import slot_words

_ROW, _TALL = 26, 112


class SlotsField(QListView):
    """Slots with a box each; Space ticks the one that has the focus."""

    def __init__(self, slots: Sequence[SlotTimes], zone: ZoneInfo, label: str) -> None:
        super().__init__()
        self._slots = slots
        self._boxes = QStandardItemModel(self)
        for slot in slots:
            box = QStandardItem(slot_words(slot.starts_at, zone))
            box.setEditable(False)
            box.setCheckable(True)
            box.setSizeHint(QSize(0, _ROW))
            self._boxes.appendRow(box)
        self.setModel(self._boxes)
        self.setFont(font(CELL))
        self.setFixedHeight(_TALL)
        self.setAccessibleName(label)
        if slots:
            self.setCurrentIndex(self._boxes.index(0, 0))

    @property
    def ticked(self) -> tuple[datetime, ...]:
        """When the ticked slots start."""
        checked = Qt.CheckState.Checked
        return tuple(
            slot.starts_at
            for at, slot in enumerate(self._slots)
            if self._boxes.item(at).checkState() == checked
        )

    def tick(self, starts: Sequence[datetime]) -> None:
        """Tick these slots, and no others."""
        for at, slot in enumerate(self._slots):
            on = slot.starts_at in starts
            state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            self._boxes.item(at).setCheckState(state)
