"""All that one delegate has to be at in one list by time, and the way to book more."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.itinerary.booking import can_be_unbooked
from app.itinerary.items import Item, Itinerary, Part
from app.meetings.upcoming import DelegateMeetings
from ui.common.buttons import SmallButton
from ui.common.item_words import ICONS, PART_WORDS, span_words, what_words, where_words
from ui.common.lettering import CELL, CELL_STRONG, SECTION
from ui.common.look import Look
from ui.common.meeting_words import people_words, presence_words
from ui.common.parts import Picture, Text, column, row
from ui.common.times import Times, day_words
from ui.delegates.meeting_lines import meetings_without_slot
from ui.delegates.words import breakable


class DaySection(QWidget):
    """Sessions, visits, rounds, turns to speak and meetings, each with the icon of its kind."""

    book_wanted = Signal()
    unbook_wanted = Signal(object)
    """An ``Item`` that somebody is booked for is to be taken back."""

    def __init__(self, look: Look, times: Times, itinerary: Itinerary) -> None:
        super().__init__()
        self._look, self._times = look, times
        self._clashing = itinerary.clashing()
        self._body = column(Text("Programme and meetings", SECTION), gap=8)
        self.setLayout(self._body)
        self.book = SmallButton(look, "Book session or visit…", "calendar-plus")
        self.book.clicked.connect(self.book_wanted)

    def show_items(self, itinerary: Itinerary, meetings: DelegateMeetings, name: str) -> None:
        """Show somebody's items, those of the meetings on the day looked at with who is here."""
        day = None
        for item in itinerary.items:
            starts = item.starts_at.astimezone(self._times.zone).date()
            if starts != day:
                day = starts
                self._body.addWidget(Text(day_words(day), CELL_STRONG, "2"))
            self._body.addWidget(self._line(item, name, with_presence=starts == meetings.day))
        if not itinerary.items:
            self._body.addWidget(Text("Nothing is booked.", CELL, "2"))
        for first, second in meetings_without_slot(meetings):
            self._body.addWidget(Text(first, CELL_STRONG))
            self._body.addWidget(Text(second, CELL, "2", wraps=True))
        self.book.setAccessibleName(f"{self.book.text()}, {name}")
        self._body.addLayout(row(self.book, None))

    def _line(self, item: Item, name: str, *, with_presence: bool) -> QWidget:
        first = Text(f"{span_words(item, self._times)} · {breakable(what_words(item))}", CELL)
        first.setWordWrap(True)
        told = [" · ".join(self._below(item, with_presence=with_presence))]
        words = column(first, *(Text(each, CELL, "2", wraps=True) for each in told if each), gap=1)
        if item in self._clashing:
            words.addWidget(Text("At the same time as something else.", CELL, "warn", wraps=True))
        line = QWidget()
        icon = Picture(self._look, ICONS[item.part], "text-2", 16)
        layout = row(gap=8)
        layout.addLayout(column(2, icon, None, gap=0))
        layout.addLayout(words, 1)
        if can_be_unbooked(item):
            layout.addLayout(column(self._unbook(item, name), None, gap=0))
        line.setLayout(layout)
        line.setAccessibleName(f"{PART_WORDS[item.part]}: {first.text()}. {told[0]}")
        return line

    def _below(self, item: Item, *, with_presence: bool) -> Iterator[str]:
        yield PART_WORDS[item.part]
        if where := where_words(item):
            yield where
        if item.meeting is not None:
            yield from filter(None, (people_words(item.meeting), item.meeting.kind.upper()))
            if with_presence:
                yield presence_words(item.meeting.partners, self._times)
        if item.since is not None:
            yield f"{'on board' if item.part is Part.VISIT else 'came'} {self._clock(item)}"

    def _clock(self, item: Item) -> str:
        return self._times.of_day(item.since) if item.since else ""

    def _unbook(self, item: Item, name: str) -> SmallButton:
        button = SmallButton(self._look, "Unbook")
        button.setAccessibleName(f"Unbook {item.title}, {name}")
        button.clicked.connect(lambda: self.unbook_wanted.emit(item))
        return button
