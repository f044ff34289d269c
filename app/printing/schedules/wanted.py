"""Which schedules are wanted, what stands on each, and which version that is."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from app.checkin.codes import SCHEDULE
from app.checkin.identify import signing_keys
from app.delegates.person import Person
from app.event.facts import EventFacts
from app.event.logo import event_logo
from app.journal.journal import Journal, Unit
from app.journal.parts import write_in_parts
from app.printing.deeds import ScheduleIssued
from app.printing.drawn import Counts
from app.printing.order import in_order
from app.printing.refusals import Only
from app.printing.schedules.changes import LineChange, changes
from app.printing.schedules.faces import Edition
from app.printing.schedules.lines import ScheduleDay, ScheduleReader
from app.printing.schedules.versions import Sheet, Versions, content_of, stored
from app.printing.schedules.wishes import ScheduleWish
from app.printing.wanted import SPECIMEN, people_for


@dataclass(frozen=True, slots=True)
class Wanted:
    """A schedule as it would come out. It has no ``sheet`` while no version says just this."""

    person: Person
    days: tuple[ScheduleDay, ...]
    content: str
    sheet: Sheet | None


class Wishing:
    """Knows in one state of the event what schedules say, and which of them a wish asks for."""

    def __init__(self, session: Session, wish: ScheduleWish) -> None:
        self._session = session
        self._wish = wish
        one = wish.delegates[0] if len(wish.delegates) == 1 else None
        self._people = in_order(session, people_for(session, wish.delegates), wish.sort)
        self._reader = ScheduleReader(session, one)
        self._versions = Versions(session, wish.delegates or None)
        self._keys = signing_keys(session)

    @property
    def facts(self) -> EventFacts:
        """The event."""
        return self._reader.facts

    @property
    def logo(self) -> bytes:
        """Its logo."""
        return event_logo(self._session)

    def wanted(self) -> list[Wanted]:
        """Give the schedules that are asked for, in the order that is wished."""
        every = map(self._one, self._people)
        if self._wish.delegates:
            return list(every)
        return [each for each in every if self._fits(each, self._wish.only)]

    def counts(self) -> Counts:
        """Count the schedules that may be wanted."""
        fits = [onlys for _person, onlys in self.fitting()]
        new, changed, whole = (
            sum(only in onlys for onlys in fits) for only in (Only.NEW, Only.CHANGED, Only.ALL)
        )
        return Counts(new, changed, whole)

    def fitting(self) -> list[tuple[Person, frozenset[Only]]]:
        """Give everybody by family name, each with the choices that their schedule belongs to."""
        every = map(self._one, self._people)
        return [
            (each.person, frozenset(only for only in Only if self._fits(each, only)))
            for each in every
        ]

    def printed(self) -> int:
        """Count those whose schedule came out before."""
        return sum(self._out(each.id) is not None for each in self._people)

    def issues(self, wanted: Sequence[Wanted]) -> Iterator[ScheduleIssued]:
        """Yield what makes a version of each schedule that no version says."""
        for each in wanted:
            if each.sheet is None:
                out = self._out(each.person.id)
                yield ScheduleIssued(
                    id=uuid4(),
                    code_id=secrets.token_hex(6),
                    key_id=min(self._keys),
                    delegate=each.person.id,
                    version=self._versions.next_version(each.person.id),
                    day=self._wish.day,
                    content=each.content,
                    lines=tuple(stored(line) for day in each.days for line in day.lines),
                    after=out.id if out else None,
                )

    def edition(self, wanted: Wanted, drawn_at: datetime) -> Edition:
        """Say what tells a schedule from the others of its delegate."""
        sheet = wanted.sheet
        return Edition(
            version=sheet.version if sheet else self._versions.next_version(wanted.person.id),
            code=self._code(sheet) if sheet else SPECIMEN,
            drawn_at=drawn_at,
            changes={each.line.meeting: each for each in self.changes(wanted)},
        )

    def changes(self, wanted: Wanted) -> tuple[LineChange, ...]:
        """Give what has changed since the paper that was out before, in the order of time."""
        sheet = wanted.sheet
        before = self._out(wanted.person.id)
        if sheet is not None:
            before = self._versions.by_id.get(sheet.after) if sheet.after else None
        return self._changes(before, wanted) if before else ()

    def _one(self, person: Person) -> Wanted:
        days = self._reader.days(person.id, self._wish.day)
        content = content_of(person, days)
        newest = self._versions.newest(person.id, self._wish.day)
        is_said = newest is not None and newest.content == content
        return Wanted(person, days, content, newest if is_said else None)

    def _fits(self, wanted: Wanted, only: Only) -> bool:
        out = self._out(wanted.person.id)
        has_some = any(not line.for_all for day in wanted.days for line in day.lines)
        if only is Only.ALL:
            return out is not None or has_some
        if only is Only.NEW:
            return out is None and has_some
        return out is not None and self._has_changed(out, wanted)

    def _has_changed(self, out: Sheet, wanted: Wanted) -> bool:
        if out.day == self._wish.day:
            return out.content != wanted.content
        # It tells of other days as well; what matters is where it leads on this one.
        return bool(self._changes(out, wanted))

    def _out(self, delegate: UUID) -> Sheet | None:
        out = self._versions.last_out(delegate, self._wish.day)
        return out.sheet if out else None

    def _changes(self, before: Sheet, wanted: Wanted) -> tuple[LineChange, ...]:
        day = self._wish.day
        lines = self._versions.lines(before)
        was = [each for each in lines if day in (None, self.facts.day_of(each.starts_at))]
        now = [line for each in wanted.days for line in each.lines]
        return changes(was, now)

    def _code(self, sheet: Sheet) -> str:
        return self._keys[sheet.key_id].code(SCHEDULE, bytes.fromhex(sheet.code_id))


def make_versions(journal: Journal, delegates: Sequence[UUID], day: date | None) -> None:
    """Make a version of each schedule that says something new, just when it is written.

    Two desks may print at once: whatever another has made meanwhile is not made again.
    """

    def versions(
        session: Session, part: Sequence[UUID], _others_wrote: bool
    ) -> list[ScheduleIssued]:
        wishing = Wishing(session, ScheduleWish(day=day, delegates=tuple(part)))
        return list(wishing.issues(wishing.wanted()))

    for _done in write_in_parts(journal, Unit(uuid4()), delegates, versions):
        pass
