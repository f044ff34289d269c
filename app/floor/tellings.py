"""Who must be told: read again and again, each time only what is new; and noting who was told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from threading import Lock
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from app.floor.around import WRITTEN_BY, Lines, changes_around, lines_around
from app.floor.before import Moment
from app.floor.day import FloorDay
from app.floor.deeds import PersonTold
from app.floor.papers import Papers
from app.floor.telling import (
    By,
    Known,
    ToTell,
    ahead,
    changed_lines,
    in_order,
    lines_of,
    to_tell,
)
from app.garbage import without_collector
from app.journal.journal import Journal, Unit
from app.journal.log import subjects_since
from app.printing.schedules.changes import LineChange
from app.printing.schedules.lines import ScheduleLine
from app.printing.schedules.versions import stored
from db.ids import new_id
from db.models import LogRow
from db.rows import last_row

_OF_ONE = frozenset({"PersonTold", "SchedulePrinted"})
_OF_ALL = frozenset({"DelegatesMerged", "DelegatesParted", "TellingPutBack", "TellingTakenBack"})


@dataclass(frozen=True, slots=True)
class Noted:
    """Who was told, and the unit that undo takes back; nothing was written if it was nobody."""

    unit: UUID
    told: tuple[ToTell, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was found, when the log had so many ``rows``. ``found`` leaves in what is over."""

    day: FloorDay
    rows: int
    known: Mapping[UUID, Known]
    found: Mapping[UUID, tuple[LineChange, ...]]
    now_around: Lines
    around: Mapping[UUID, tuple[LineChange, ...]]

    def changes(self, delegate: UUID, now: datetime) -> tuple[LineChange, ...]:
        """Give what somebody must be told, in the order of time; nothing that is over."""
        both = (*self.found.get(delegate, ()), *self.around.get(delegate, ()))
        return tuple(sorted(ahead(both, now), key=lambda each: each.line.starts_at))


class Tellings:
    """Compares what people know with the day as it stands. Each thread may ask."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._seen: dict[date, _Seen] = {}
        self._lock = Lock()

    def outdated(self, day: FloorDay) -> Mapping[UUID, datetime]:
        """Give those whose paper is not so any more, nor what they were told since.

        With each is when it matters first. For ``FloorManager``.

        Raises:
            StorageRefused: The file can't be read.
        """
        found = self.to_tell(day)
        return {each.person.who.id: each.matters_at for each in found if each.known.holds_paper}

    def to_tell(self, day: FloorDay) -> tuple[ToTell, ...]:
        """Give everybody who is led elsewhere than they know, most urgent first.

        Whoever has no paper knows what they were told at the desk when they came in.

        Raises:
            StorageRefused: The file can't be read.
        """
        seen, now = self._look(day), self._journal.now
        return in_order(
            ToTell(person, changes, seen.known[each])
            for each in {**seen.found, **seen.around}
            if (person := day.people.get(each)) is not None
            and person.is_coming
            and (changes := seen.changes(each, now))
        )

    def since(self, day: FloorDay, instant: datetime) -> tuple[ToTell, ...]:
        """Give everybody whom the day leads elsewhere than at an instant, also who was told since.

        Raises:
            StorageRefused: The file can't be read.
        """
        with self._journal.reading() as session:
            papers = Papers(session, day, self._journal.kinds)
            return to_tell(day, self._journal.now, papers.known_at(instant), papers.known())

    def tell(self, day: FloorDay, delegates: Collection[UUID]) -> Noted:
        """Note that people were told where their meetings of a day are now; give whom it concerned.

        Raises:
            StorageRefused: Nothing was noted.
        """
        told = tuple(each for each in self.to_tell(day) if each.person.who.id in delegates)
        around = self._look(day).now_around
        deeds = [
            PersonTold(
                new_id(),
                each.person.who.id,
                day.date,
                tuple(stored(line) for line in _now(day, each.person.who.id, around)),
            )
            for each in told
        ]
        unit = Unit(uuid4())
        if deeds:
            with self._journal.writing(unit) as pen:
                pen.write_all(deeds)
        return Noted(unit.id, told)

    def _look(self, day: FloorDay) -> _Seen:
        with self._lock, self._journal.reading() as session:
            rows, seen = last_row(session, LogRow), self._seen.get(day.date)
            if seen is None:
                seen = self._all(session, day, rows)
            elif seen.rows != rows or seen.day is not day:
                seen = self._again(session, day, rows, seen)
            self._seen[day.date] = seen
            return seen

    def _all(self, session: Session, day: FloorDay, rows: int) -> _Seen:
        papers = Papers(session, day, self._journal.kinds)
        with without_collector():
            told = papers.known()
        known = {**papers.seen(_came_in(day, told)), **told}
        found = _found(day, known, known.keys() - papers.alike)
        around = lines_around(session, day.date)
        return _Seen(day, rows, known, found, around, changes_around(known, around, known))

    def _again(self, session: Session, day: FloorDay, rows: int, before: _Seen) -> _Seen:
        since = list(subjects_since(session, before.rows))
        if not _OF_ALL.isdisjoint(kind for kind, _ in since):
            return self._all(session, day, rows)
        papers = Papers(session, day, self._journal.kinds)
        told = {subject for kind, subject in since if kind in _OF_ONE and subject is not None}
        known = {**before.known, **(papers.known(told) if told else {})}
        known = _without_those_gone(day, known)
        known |= papers.seen(_came_in(day, known))
        anew = {each for each, knows in known.items() if before.known.get(each) is not knows}
        concerned = anew | set(_concerned(before.day, day, known))
        found = {
            each: changes
            for each, changes in before.found.items()
            if each in known and each not in concerned
        }
        found |= _found(day, known, concerned)
        if not WRITTEN_BY.isdisjoint(kind for kind, _ in since):
            around = lines_around(session, day.date)
            return _Seen(day, rows, known, found, around, changes_around(known, around, known))
        kept = {
            each: changes
            for each, changes in before.around.items()
            if each in known and each not in anew
        }
        anew_around = changes_around(known, before.now_around, anew)
        return _Seen(day, rows, known, found, before.now_around, {**kept, **anew_around})


def _now(day: FloorDay, delegate: UUID, around: Lines) -> Iterator[ScheduleLine]:
    yield from lines_of(day, delegate)
    yield from around.get(delegate, ())


def _came_in(day: FloorDay, known: Collection[UUID]) -> dict[UUID, Moment]:
    """Give since when those are in the house, or were first, of whom nothing is known."""
    return {
        each: Moment(person.stays[0].since, person.stays[0].hlc)
        for each, person in day.people.items()
        if person.stays and each not in known
    }


def _without_those_gone(day: FloorDay, known: Mapping[UUID, Known]) -> dict[UUID, Known]:
    """Leave out who knew something from the desk, but did not come to it then, as it turned out."""

    def holds(delegate: UUID, knows: Known) -> bool:
        person = day.people.get(delegate)
        if knows.by is not By.DESK:
            return True
        return person is not None and bool(person.stays) and person.stays[0].since == knows.at

    return {each: knows for each, knows in known.items() if holds(each, knows)}


def _found(
    day: FloorDay, known: Mapping[UUID, Known], whom: Collection[UUID]
) -> dict[UUID, tuple[LineChange, ...]]:
    compared = ((each, changed_lines(known[each].lines, lines_of(day, each))) for each in whom)
    return {each: changes for each, changes in compared if changes}


def _concerned(was: FloorDay, now: FloorDay, known: Mapping[UUID, Known]) -> Sequence[UUID]:
    """Give those for whom deeds since may have changed something."""
    if was is now:
        return ()
    if was.tables != now.tables or was.slots != now.slots:
        return tuple(known)
    return tuple(each for each in known if was.of_person.get(each) != now.of_person.get(each))
