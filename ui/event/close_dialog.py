"""Asks when tables or a zone shall be closed, and says what that leaves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QTimeEdit, QWidget

from app.event.closures import ClosureOrder, Places
from app.event.overview import DayFacts, EventOverview
from ui.common.buttons import Button, Choice, Rank
from ui.common.check import CheckBox
from ui.common.fields import DONE, inset, labelled, plain
from ui.common.lettering import BODY, SECTION
from ui.common.look import Look
from ui.common.parts import Text, column, row
from ui.common.times import day_words
from ui.event.capacity_words import live_words
from ui.event.place_words import are, places_words, when_words
from ui.event.what_if import if_closed

_NINE, _FIVE = time(9), time(17)
_WIDE = 472


class End:
    """One end of the stretch: unless it is ticked there is none."""

    def __init__(self, look: Look, word: str, days: Sequence[date]) -> None:
        self.given = CheckBox(look, word)
        self.given.setFixedWidth(80)
        self.day = Choice(look)
        for day in days:
            self.day.addItem(day_words(day), day)
        self.day.setAccessibleName(f"{word}: day")
        self.time = plain(QTimeEdit())
        self.time.setDisplayFormat("HH:mm")
        self.time.setAccessibleName(f"{word}: time of day")
        self.time.setFixedWidth(96)
        inset(self.time)
        self.given.toggled.connect(self._follow)
        self._follow()

    def parts(self) -> QHBoxLayout:
        """Give its fields side by side."""
        shown = row(self.given, self.day, self.time, gap=12)
        shown.setStretch(1, 1)
        return shown

    def put(self, day: int, clock: time) -> None:
        """Show a day and a time to start from."""
        self.day.setCurrentIndex(day)
        self.time.setTime(QTime(clock.hour, clock.minute))

    def _follow(self) -> None:
        for field in (self.day, self.time):
            field.setEnabled(self.given.isChecked())


class CloseDialog(QDialog):
    """When and why; without a tick it is for the whole event."""

    decided = Signal(object)
    """The order."""

    def __init__(
        self, look: Look, places: Places, overview: EventOverview, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._places, self._overview = places, overview
        self.setWindowTitle(f"Close {_lower(places_words(places))}")
        days = [day.date for day in overview.days]
        self.starts, self.ends = End(look, "From", days), End(look, "Until", days)
        starts, ends = _hours(overview, overview.days[0]) if days else (_NINE, _FIVE)
        self.starts.put(0, starts)
        self.ends.put(0, ends)
        self.reason = QLineEdit()
        self.reason.setMaxLength(120)
        self.reason.setPlaceholderText("Such as: no light")
        self._said, self._live = Text("", BODY, wraps=True), Text("", BODY, "2", wraps=True)
        self.close_them = Button(look, "Close", "ban", DONE, rank=Rank.MAIN)
        self.cancel = Button(look, "Cancel")
        self._build()
        self._connect()
        self._follow()

    def _build(self) -> None:
        for text, lines in ((self._said, 2), (self._live, 3)):
            # Room for all lines, so that nothing moves while somebody types.
            text.setFixedSize(_WIDE, lines * 18)
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
        said = column(self._said, self._live, gap=4)
        title = Text(self.windowTitle(), SECTION, wraps=True)
        buttons = row(None, self.cancel, self.close_them)
        ends = column(self.starts.parts(), self.ends.parts())
        reason = labelled("Why", self.reason)
        self.setLayout(column(title, ends, reason, said, buttons, gap=16, margins=24))

    def _connect(self) -> None:
        for end in (self.starts, self.ends):
            end.given.toggled.connect(self._follow)
            end.day.currentIndexChanged.connect(self._follow)
            end.time.timeChanged.connect(self._follow)
        self.starts.day.currentIndexChanged.connect(self.ends.day.setCurrentIndex)
        self.close_them.clicked.connect(self._decide)
        self.cancel.clicked.connect(self.reject)

    def _order(self) -> ClosureOrder:
        starts, ends = self._instant(self.starts), self._instant(self.ends)
        return ClosureOrder(self._places, starts, ends, self.reason.text())

    def _instant(self, end: End) -> datetime | None:
        if not end.given.isChecked():
            return None
        clock = time(end.time.time().hour(), end.time.time().minute())
        return datetime.combine(end.day.currentData(), clock, self._overview.facts.zone)

    def _follow(self) -> None:
        order = self._order()
        starts, ends = order.starts_at, order.ends_at
        possible = starts is None or ends is None or starts < ends
        when = when_words(starts, ends, self._overview.facts.zone)
        what = f"{places_words(self._places)} {are(self._places)} closed: {when}."
        self._said.setText(what if possible else "It would end before it starts. Change a time.")
        self._live.setText(live_words(if_closed(self._overview, order)) if possible else "")
        self.close_them.setEnabled(possible)

    def _decide(self) -> None:
        self.decided.emit(self._order())
        self.accept()


def _hours(overview: EventOverview, day: DayFacts) -> tuple[time, time]:
    """Give when the blocks of a day begin and end."""
    if not day.blocks:
        return _NINE, _FIVE
    zone = overview.facts.zone
    starts = min(block.starts_at for block in day.blocks).astimezone(zone).time()
    return starts, max(block.ends_at for block in day.blocks).astimezone(zone).time()


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]
