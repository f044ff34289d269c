"""The form that a new event is described in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, QTimeZone, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.event.making import MOST_TABLES, EventOrder
from app.event.sample import read_block
from ui.common.fields import DateField, plain
from ui.common.lettering import LABEL_STRONG
from ui.common.parts import Text, column, restyle
from ui.common.zone_field import offer_zones

_MOST_DAYS = 30
_BLOCKS = "09:00-12:30, 13:30-17:00"
_DASH = re.compile(r"\s*[-–—]\s*")
_BARE_HOUR = re.compile(r"\b(\d:)")
_BETWEEN = re.compile(r"[,;\s]+")
_FIELD_OF = {
    "no_name": "name",
    "timezone": "zone",
    "no_day": "first_day",
    "block_text": "blocks",
    "block_order": "blocks",
    "block_day": "blocks",
    "block_overlap": "blocks",
    "no_slot": "blocks",
    "slot_minutes": "slot_minutes",
    "gap_minutes": "gap_minutes",
    "tables": "tables",
}


class OrderForm(QWidget):
    """Holds what an event shall be. ``edited``: it says something else now."""

    edited = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, QWidget] = {}
        self.name = self._line("name", "Name")
        self.city = self._line("city", "City")
        self.venue = self._line("venue", "Venue")
        self.zone = self._line("zone", "Time zone")
        self.first_day = plain(DateField(QDate(today.year, today.month, today.day)))
        self.day_count = self._number("day_count", "Days", (1, _MOST_DAYS, 1))
        self.blocks = self._line("blocks", "Meetings each day")
        self.slot_minutes = self._number("slot_minutes", "Minutes of a meeting", (1, 480, 20))
        self.gap_minutes = self._number("gap_minutes", "Minutes between", (0, 480, 5))
        self.tables = self._number("tables", "Tables", (0, MOST_TABLES, 20))
        self._fields["first_day"] = self.first_day
        self._build()

    def show_zones(self, zones: Sequence[str]) -> None:
        """Offer time zones by any part of their names; this computer's comes first."""
        offer_zones(self.zone, zones)

    def order(self) -> EventOrder:
        """Give what it says.

        Raises:
            EventNotPossible: ``block_text``: the times of meetings are written otherwise.
        """
        first = date(*self.first_day.date().getDate())
        blocks = _BETWEEN.split(_BARE_HOUR.sub(r"0\1", _DASH.sub("-", self.blocks.text())))
        return EventOrder(
            name=self.name.text(),
            timezone=self.zone.text().strip(),
            days=tuple(first + timedelta(days=by) for by in range(self.day_count.value())),
            blocks=tuple(read_block(block) for block in blocks if block),
            slot_minutes=self.slot_minutes.value(),
            gap_minutes=self.gap_minutes.value(),
            tables=self.tables.value(),
            venue=self.venue.text().strip(),
            city=self.city.text().strip(),
        )

    def field_of(self, reason: str) -> QWidget | None:
        """Give the field that is the reason of a refusal, if it is about one."""
        return self._fields.get(_FIELD_OF.get(reason, ""))

    def mark(self, reason: str) -> QWidget | None:
        """Mark the field that is the reason of a refusal, and give it; a blank marks none."""
        wrong = self.field_of(reason)
        for field in self._fields.values():
            if field.property("wrong") != (field is wrong):
                field.setProperty("wrong", field is wrong)
                restyle(field)
        return wrong

    def _line(self, key: str, label: str) -> QLineEdit:
        field = QLineEdit()
        field.setMaxLength(200)
        field.setAccessibleName(label)
        self._fields[key] = field
        field.textChanged.connect(self.edited)
        return field

    def _number(self, key: str, label: str, numbers: tuple[int, int, int]) -> QSpinBox:
        field = plain(QSpinBox())
        field.setRange(*numbers[:2])
        field.setValue(numbers[2])
        field.setAccessibleName(label)
        self._fields[key] = field
        field.valueChanged.connect(self.edited)
        return field

    def _build(self) -> None:
        self.first_day.setDisplayFormat("ddd d MMMM yyyy")
        self.first_day.setAccessibleName("First day")
        self.blocks.setText(_BLOCKS)
        self.zone.setText(bytes(QTimeZone.systemTimeZoneId().data()).decode())
        self.name.setPlaceholderText("Cluster Matchmaking Days")
        self.zone.setPlaceholderText("Europe/Vilnius")
        self.first_day.dateChanged.connect(self.edited)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(16)
        for field, place in (
            (self.name, (0, 0, 1, 6)),
            (self.city, (1, 0, 1, 2)),
            (self.venue, (1, 2, 1, 2)),
            (self.zone, (1, 4, 1, 2)),
            (self.first_day, (2, 0, 1, 2)),
            (self.day_count, (2, 2, 1, 1)),
            (self.blocks, (2, 3, 1, 3)),
            (self.slot_minutes, (3, 0, 1, 2)),
            (self.gap_minutes, (3, 2, 1, 2)),
            (self.tables, (3, 4, 1, 2)),
        ):
            grid.addLayout(_labelled(field), *place)
        for each in range(6):
            grid.setColumnStretch(each, 1)
            grid.setColumnMinimumWidth(each, 60)


def _labelled(field: QWidget) -> QVBoxLayout:
    label = Text(field.accessibleName(), LABEL_STRONG, "2")
    label.setBuddy(field)
    return column(label, field, gap=4)
