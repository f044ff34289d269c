"""What a floor manager works with: the day as it stands, what needs them, and what they can do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from app.floor.accepting import Accepting
from app.floor.acts import FloorActs, UnknownMeeting
from app.floor.attention import Beside, Item, attention
from app.floor.consequences import Consequences
from app.floor.day import DayMeeting, FloorDay
from app.floor.moving import Moving, Spot, UnknownPlace
from app.floor.proposer import Proposals
from app.floor.rules import FloorRules, floor_rules
from app.floor.seating import Seating
from app.floor.watching import MADE_OF, DayReader
from app.journal.journal import Journal
from db.models import Meeting

Outdated = Callable[[FloorDay], Mapping[UUID, datetime]]
"""Gives the people of a day whose paper is not so any more, and when it matters first."""

_HOLDS = timedelta(seconds=2)
"""So long a look serves whoever asks for another, if nothing was written."""


@dataclass(frozen=True, slots=True)
class Look:
    """The day at an instant, and what needs somebody then, most urgent first."""

    day: FloorDay
    now: datetime
    rules: FloorRules
    items: tuple[Item, ...]

    def holds_at(self, day: date, now: datetime) -> bool:
        """Tell whether it may serve for a day at an instant, if nothing was written since."""
        return self.day.date == day and self.now <= now < self.now + _HOLDS


class FloorManager:
    """Everything that is done on the floor. ``letters`` begin numbers of new meetings."""

    def __init__(
        self, journal: Journal, letters: str, outdated: Outdated = lambda _day: {}
    ) -> None:
        self._journal = journal
        self._outdated = outdated
        self._last: tuple[int, Look] | None = None
        self.reader = DayReader(journal)
        self.proposals = Proposals(journal, self.reader)
        self.acts = FloorActs(journal)
        self.moving = Moving(journal, letters)
        self.seating = Seating(journal)
        self.accepting = Accepting(journal, self.proposals, letters)
        self.consequences = Consequences(journal, self.reader, self.proposals, letters)

    @property
    def now(self) -> datetime:
        """Give the instant at which things are done: as somebody said, or by the clock."""
        return self._journal.now

    def is_made_of(self, models: Collection[str]) -> bool:
        """Tell whether what needs somebody may be otherwise once these were written to."""
        return not MADE_OF.isdisjoint(models)

    def count(self, day: date) -> int:
        """Count what needs somebody. Before an event has meetings that takes next to nothing.

        Where something does, what proposes is loaded by the way, while nobody waits for it.

        Raises:
            StorageRefused: The file can't be read.
        """
        with self._journal.reading() as session:
            if session.scalar(select(Meeting.id).where(Meeting.alive).limit(1)) is None:
                return 0
        items = self.look(day).items
        if items:
            self.proposals.load()
        return len(items)

    def look(self, day: date) -> Look:
        """Read the day, and find what needs somebody.

        Proposals are made ready by the way, so that the first is there at once.

        Raises:
            StorageRefused: The file can't be read.
        """
        now = self.now
        watched = self.reader.watched(day)
        rows, last = self._last or (-1, None)
        if rows == watched.rows and last is not None and last.holds_at(day, now):
            return last
        with self._journal.reading() as session:
            rules = floor_rules(session)
        beside = Beside(self.proposals.open_wishes(day), self._outdated(watched.day))
        look = Look(watched.day, now, rules, attention(watched.day, now, rules, beside))
        self._last = watched.rows, look
        return look

    def meeting(self, day: date, named: str) -> DayMeeting:
        """Find a meeting of a day by its number or id.

        Raises:
            UnknownMeeting: The day has none that is called so.
        """
        wanted = named.strip().casefold()
        for meeting in self.reader.read(day).meeting.values():
            if wanted in {meeting.number.casefold(), str(meeting.id)}:
                return meeting
        raise UnknownMeeting(named)

    def spot(self, day: date, starts_at: datetime, table: str) -> Spot:
        """Find a place by when the slot starts and by the label of the table.

        Raises:
            UnknownPlace: The day has no such slot, or the hall no such table.
        """
        read = self.reader.read(day)
        slot = next((each.id for each in read.slots if each.starts_at == starts_at), None)
        found = next((each.id for each in read.tables if each.label == table), None)
        if slot is None or found is None:
            clock = starts_at.astimezone(read.zone).strftime("%H:%M")
            raise UnknownPlace(clock, table)
        return Spot(slot, found)
