"""What everybody knows of a running day: from papers that came out, by word, or at the desk."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.floor.before import Before, Moment, deeds_since
from app.floor.day import FloorDay
from app.floor.said import Said, Stored
from app.floor.telling import By, Known, lines_of
from app.journal.deeds import Kinds
from app.journal.turns import chunks
from app.meetings.attendees import Attendees, Someone
from app.printing.schedules.lines import ScheduleLine
from app.printing.schedules.versions import merged_into, standing_for
from db.models import Schedule, SchedulePrint, Telling

_SHEETS = (
    select(
        SchedulePrint.delegate_id,
        SchedulePrint.schedule_id,
        SchedulePrint.at,
        SchedulePrint.stamp,
        Schedule.day,
    )
    .join(Schedule, Schedule.id == SchedulePrint.schedule_id)
    .where(SchedulePrint.alive, Schedule.alive, SchedulePrint.at.is_not(None))
)
_WORDS = select(Telling.delegate_id, Telling.id, Telling.at, Telling.stamp).where(
    Telling.alive, Telling.at.is_not(None)
)


_Place = tuple[UUID, datetime, datetime]


@dataclass(frozen=True, slots=True)
class _Source:
    """What told somebody last: the id of the row that has its lines."""

    row: UUID
    by: By
    at: datetime
    stamp: str


class Papers:
    """Reads what people were told, in one state of the event, of one day."""

    def __init__(self, session: Session, day: FloorDay, kinds: Kinds) -> None:
        self._session, self._day, self._kinds = session, day, kinds
        self._merged = merged_into(session)
        self._named: dict[str, Someone] = {}
        self._read: dict[tuple[str, str, str], _Place | None] = {}
        self.alike: set[UUID] = set()
        """Those whose paper was seen to say what is so, while all were read."""

    def known(
        self, only: Collection[UUID] | None = None, until: datetime | None = None
    ) -> Mapping[UUID, Known]:
        """Give what people were told by paper or word: all, or some; last of all, or by then."""
        last: dict[UUID, _Source] = {}
        holders: set[UUID] = set()
        asked = None if only is None else self._leading_to(only)
        for delegate, source in (*self._sheets(asked), *self._words(asked)):
            if until is not None and source.at > until:
                continue
            if source.by is By.PAPER:
                holders.add(delegate)
            if delegate not in last or last[delegate].stamp < source.stamp:
                last[delegate] = source
        stored = dict(self._stored(last.values()))
        said = Said(self._day) if only is None else None
        found = {}
        for delegate, each in last.items():
            if said is not None and said.is_so(delegate, stored[each.row]):
                self.alike.add(delegate)
                read = partial(lines_of, self._day, delegate)
            else:
                read = partial(tuple, tuple(self._as_told(stored[each.row])))
            around = partial(self._titled, stored[each.row])
            found[delegate] = Known(each.by, each.at, read, delegate in holders, around)
        return found

    def seen(self, since: Mapping[UUID, Moment]) -> Mapping[UUID, Known]:
        """Give where the meetings were of people who came to the desk then."""
        if not since:
            return {}
        deeds = list(deeds_since(self._session, self._kinds, since.values()))
        before = Before(self._session, self._day, deeds)
        return {
            each: Known(By.DESK, moment.at, partial(tuple, before.lines(each, moment)))
            for each, moment in since.items()
        }

    def known_at(self, instant: datetime) -> Mapping[UUID, Known]:
        """Give what everybody with meetings knew at an instant."""
        told = self.known(until=instant)
        moment = Moment(instant)
        others = dict.fromkeys((each for each in self._day.people if each not in told), moment)
        return {**self.seen(others), **told}

    def _leading_to(self, people: Collection[UUID]) -> set[UUID]:
        wanted = set(people)
        return wanted | {each for each in self._merged if self._standing(each) in wanted}

    def _standing(self, entry: UUID) -> UUID:
        return standing_for(self._merged, entry)

    def _sheets(self, asked: Collection[UUID] | None) -> Iterator[tuple[UUID, _Source]]:
        for row in self._rows(_SHEETS, SchedulePrint.delegate_id, asked):
            if row.delegate_id is not None and row.day in (None, self._day.date):
                source = _Source(row.schedule_id, By.PAPER, row.at, row.stamp)
                yield self._standing(row.delegate_id), source

    def _words(self, asked: Collection[UUID] | None) -> Iterator[tuple[UUID, _Source]]:
        query = _WORDS.where(Telling.day == self._day.date)
        for row in self._rows(query, Telling.delegate_id, asked):
            if row.delegate_id is not None:
                source = _Source(row.id, By.WORD, row.at, row.stamp)
                yield self._standing(row.delegate_id), source

    def _rows(self, query: Any, whose: Any, asked: Collection[UUID] | None) -> Any:
        if asked is None:
            yield from self._session.connection().execute(query)
            return
        for part in chunks(sorted(asked)):
            yield from self._session.connection().execute(query.where(whose.in_(part)))

    def _stored(self, sources: Collection[_Source]) -> Iterator[tuple[UUID, Stored]]:
        for by, model in ((By.PAPER, Schedule), (By.WORD, Telling)):
            wanted = {each.row for each in sources if each.by is by}
            yield from self._rows(select(model.id, model.lines), model.id, wanted)

    def _as_told(self, stored: Stored) -> Iterator[ScheduleLine]:
        for line in stored:
            if "title" in line:
                continue
            # Both sides of a meeting have it on paper, and reading ids and times takes long.
            written = (line["meeting"], line["starts_at"], line["ends_at"])
            if written not in self._read:
                self._read[written] = self._as_read(*written)
            if (read := self._read[written]) is not None:
                partners = tuple(map(self._someone, line["partners"]))
                yield ScheduleLine(*read, line["table"], line["kind"], partners)

    def _titled(self, stored: Stored) -> tuple[ScheduleLine, ...]:
        """Read what is no meeting of this day."""
        found = []
        for line in stored:
            if "title" in line:
                read = self._as_read(line["meeting"], line["starts_at"], line["ends_at"])
                if read is not None:
                    place = (line["table"], line["kind"], ())
                    found.append(ScheduleLine(*read, *place, line["title"], line["for_all"]))
        return tuple(found)

    def _as_read(self, meeting: str, starts: str, ends: str) -> _Place | None:
        """Read a meeting and its times; nothing, if it is on another day."""
        starts_at = datetime.fromisoformat(starts)
        if starts_at.astimezone(self._day.zone).date() != self._day.date:
            return None
        return UUID(meeting), starts_at, datetime.fromisoformat(ends)

    def _someone(self, text: str) -> Someone:
        if text not in self._named:
            entry = self._standing(UUID(text))
            person = self._day.people.get(entry)
            (self._named[text],) = (
                (person.who,) if person else Attendees(self._session, [entry]).named([entry])
            )
        return self._named[text]
