"""Asks which tables or which zone are closed, from when until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from uuid import UUID

from PySide6.QtWidgets import QLineEdit

from app.floor.changes import Change, ClosePlaces
from app.floor.day import FloorDay
from ui.common.buttons import Choice
from ui.common.look import Look
from ui.common.parts import row
from ui.floor.changes.form import NOTHING_LEFT, ChangeFields, from_words, labelled
from ui.floor.words import clock

_REASON = 120


class CloseForm:
    """Tables or a zone, from a slot on until another or the end of the day."""

    title = "Close tables or a zone"

    def __init__(
        self, look: Look, day: FloorDay, now: datetime, tables: Sequence[str] = (), zone: str = ""
    ) -> None:
        self.fields = ChangeFields(day, now)
        self.what, self.starts, self.ends = Choice(look), Choice(look), Choice(look)
        self.tables, self.reason = QLineEdit(", ".join(tables)), QLineEdit()
        self.what.addItem("Tables", "")
        for each in dict.fromkeys(table.zone for table in day.tables if table.zone):
            self.what.addItem(f"Zone {each}", each)
        self.what.setCurrentIndex(max(self.what.findData(zone), 0))
        self.tables.setPlaceholderText("Such as: 9, 10")
        self.reason.setPlaceholderText("Such as: it broke down")
        self.reason.setMaxLength(_REASON)
        self._offer_times()
        fields = row(
            labelled("What", self.what),
            labelled("Tables", self.tables),
            labelled("From", self.starts),
            labelled("Until", self.ends),
            labelled("Why", self.reason),
            gap=12,
        )
        for at in range(5):
            fields.setStretch(at, 1)
        self.fields.setLayout(fields)
        self._follow_what()
        self.what.currentIndexChanged.connect(lambda _at: self._follow_what())
        self.fields.follow(self.what, self.tables, self.starts, self.ends, self.reason)

    @property
    def verb(self) -> tuple[str, str]:
        if self.what.currentData():
            return "Close the zone", "ban"
        return f"Close the {'tables' if ',' in self.tables.text() else 'table'}", "ban"

    def asked(self, now: datetime) -> Change | str:
        starts, ends = self.starts.currentData(), self.ends.currentData()
        if starts is None:
            return NOTHING_LEFT
        if ends <= now:
            return "That slot is over. Choose a later one."
        if ends <= starts:
            return "It would end before it starts. Choose a later end."
        zone: str = self.what.currentData()
        tables = () if zone else self._tables()
        if isinstance(tables, str):
            return tables
        return ClosePlaces(tables, zone, starts, ends, self.reason.text().strip())

    def _tables(self) -> tuple[UUID, ...] | str:
        typed = [each.strip() for each in self.tables.text().split(",") if each.strip()]
        if not typed:
            return "Say which tables, by their labels in the grid."
        known = {table.label.casefold(): table.id for table in self.fields.day.tables}
        unknown = [each for each in typed if each.casefold() not in known]
        if unknown:
            return f"There is no table {unknown[0]} here. Look at the labels in the grid."
        return tuple(dict.fromkeys(known[each.casefold()] for each in typed))

    def _offer_times(self) -> None:
        day, now = self.fields.day, self.fields.now
        left = [slot for slot in day.slots if slot.ends_at > now]
        if left and day.slots[0].starts_at <= now:
            self.starts.addItem(f"Now, {clock(day, now)}", now)
        for slot in self.fields.ahead:
            self.starts.addItem(from_words(day, slot), slot.starts_at)
        night = datetime.combine(day.date + timedelta(days=1), time(), day.zone)
        self.ends.addItem("The end of the day", night)
        for slot in left:
            self.ends.addItem(
                f"{clock(day, slot.ends_at)}, end of slot {slot.number}", slot.ends_at
            )

    def _follow_what(self) -> None:
        self.tables.setEnabled(not self.what.currentData())
