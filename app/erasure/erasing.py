"""Erases people for good: their values, what is written about them, and the traces of both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, Integer, delete, func, literal_column, select
from sqlalchemy.orm import Session

from app.delegates.person import UnknownDelegate, WasErased
from app.erasure.blanks import BLANKS, NOTHING_SAID
from app.erasure.deeds import EverybodyErased
from app.erasure.finding import Found, all_about, all_of, rest, spoken_of, whole_person
from app.erasure.refusals import OnlyRehearsed
from app.erasure.tombstones import remember
from app.event.facts import event_facts
from app.event.making import new_key
from app.journal.journal import Journal, Pen, Unit
from app.journal.log import subjects_since
from app.journal.turns import CHUNK, chunks
from app.journal.turns import rest as let_others
from app.places import REHEARSAL
from app.progress import Progress, Report, unheard
from db.models import Delegate, LogDetail, LogRow, OnDuty
from db.rows import last_row

_TRIES = 4

Removed = Mapping[str, int]
"""How many values were removed, by table and column, such as ``delegate.email``."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure removed.

    ``badge_numbers`` are those of the ``people``, ``spoken_of`` what one person was called by:
    nothing of it should be found any more.
    """

    people: frozenset[UUID]
    badge_numbers: tuple[str, ...]
    removed: Removed
    spoken_of: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Erasing:
    """Erases. Nothing of it can be taken back."""

    journal: Journal

    def person(self, delegate: UUID) -> Erased:
        """Erase one person, under all entries that were merged.

        Also what others wrote of their meetings and requests goes, and texts that name them.

        Raises:
            UnknownDelegate: There is no such delegate.
            WasErased: This person was erased before, and nothing came back since.
            OnlyRehearsed: The event is the copy of a rehearsal.
        """
        with self.journal.reading() as session:
            if session.get(Delegate, delegate) is None:
                raise UnknownDelegate(str(delegate))
            people = whole_person(session, delegate)
            numbers, called = _badge_numbers(session, people), spoken_of(session, people)
            if not _is_left(session, people):
                raise WasErased(numbers[0])
        work = _Work(self.journal)
        work.remember(people)
        kinds = self.journal.kinds
        work.erase(lambda session: all_about(session, kinds, people))
        return Erased(frozenset(people), numbers, work.removed, called)

    def everybody(self, report: Report = unheard) -> Erased:
        """Erase all delegates, all that was written of anybody, and who was on duty.

        What figures are counted from stays. Should it be broken off, doing it again goes on.

        Raises:
            Cancelled: ``report`` stopped it. Who was erased by then stays erased.
            OnlyRehearsed: The event is the copy of a rehearsal.
        """
        work = _Work(self.journal)
        with self.journal.reading() as session:
            people = _left(session)
            total = len(people) + (session.scalar(select(func.count(LogDetail.deed_id))) or 0)
            numbers = _badge_numbers(session, people)
        work.remember(people)
        done = 0
        for part in chunks(people):
            work.erase_all_of(part)
            done += len(part)
            report(Progress(done, max(total, done)))
            let_others()
        while work.erase(lambda session: rest(session, self.journal.kinds, CHUNK)):
            done += CHUNK
            report(Progress(min(done, total), total))
            let_others()
        work.erase_staff(len(people))
        return Erased(frozenset(people), numbers, work.removed)

    def again(self, people: Collection[UUID]) -> Removed:
        """Erase people of whom something came back: from an older copy, or from another desk."""
        work = _Work(self.journal)
        with self.journal.reading() as session:
            known = sorted(session.scalars(select(Delegate.id).where(Delegate.id.in_(people))))
        kinds = self.journal.kinds
        for part in chunks(known):
            work.erase(partial(all_about, kinds=kinds, people=part))
        return work.removed


@dataclass(slots=True)
class _Work:
    """One erasure, transaction by transaction."""

    journal: Journal
    unit: Unit = field(default_factory=lambda: Unit(uuid4()))
    removed: Counter[str] = field(default_factory=Counter)

    def remember(self, people: Collection[UUID]) -> None:
        """Keep who is erased, so that older copies are erased as well: so not what is rehearsed."""
        if self.journal.database.file.parent.name.startswith(REHEARSAL):
            raise OnlyRehearsed
        with self.journal.reading() as session:
            event = event_facts(session).id
        remember(event, people)

    def erase_all_of(self, people: Collection[UUID]) -> None:
        self.erase(lambda session: all_of(session, self.journal.kinds, people))

    def erase(self, find: Callable[[Session], Found]) -> bool:
        """Erase what is found; tell whether there was anything. Looks before it takes the lock."""
        for tries in range(_TRIES):
            with self.journal.reading() as session:
                end, found = last_row(session, LogRow), find(session)
            if not found.people and not found.deeds:
                return False
            with self.journal.writing(self.unit) as pen:
                if not _still_holds(pen.session, end, found):
                    if tries < _TRIES - 1:
                        continue
                    found = find(pen.session)
                self._write(pen, found)
            break
        return True

    def erase_staff(self, people: int) -> None:
        with self.journal.writing(self.unit) as pen:
            # The key that all badges were signed with is gone; who comes now gets one of another.
            pen.write_all([EverybodyErased(people), new_key()])
            self.removed["on_duty.name"] += _count(pen.session, OnDuty.name != "")
            pen.session.execute(delete(OnDuty))

    def _write(self, pen: Pen, found: Found) -> None:
        self._count(pen.session, found)
        pen.write_all(found.erasure(pen.session))
        for part in chunks(sorted(found.deeds)):
            pen.session.execute(delete(LogDetail).where(LogDetail.deed_id.in_(part)))

    def _count(self, session: Session, found: Found) -> None:
        """Count what stands there and will not."""
        connection = session.connection()
        self._count_rows(connection, Delegate, NOTHING_SAID, found.people)
        for word, ids in found.rows.items():
            blank = BLANKS[word]
            self._count_rows(connection, blank.model, blank.values, ids)
        self.removed["log_detail.body"] += len(found.deeds)

    def _count_rows(
        self, connection: Connection, model: type[Any], blank: Mapping[str, Any], ids: set[UUID]
    ) -> None:
        columns = [getattr(model, name) for name in blank]
        for part in chunks(sorted(ids)):
            for row in connection.execute(select(*columns).where(model.id.in_(part))):
                for name, value, empty in zip(blank, row, blank.values(), strict=True):
                    if value != empty:
                        self.removed[f"{model.__tablename__}.{name}"] += 1


def _still_holds(session: Session, end: int, found: Found) -> bool:
    """Tell whether nothing was said of people since the log ended there; scans go on meanwhile."""
    if any(subject in found.people for _kind, subject in subjects_since(session, end)):
        return False
    place = literal_column("log.rowid", Integer())
    said = select(LogDetail.deed_id).join(LogRow, LogRow.id == LogDetail.deed_id).where(place > end)
    return session.scalar(said.limit(1)) is None


def _left(session: Session) -> list[UUID]:
    """Give all of whom something is known, those who were taken off the list included."""
    known = set(session.scalars(select(Delegate.id).where(~Delegate.erased)))
    return sorted(known | told_of(session))


def _is_left(session: Session, people: Collection[UUID]) -> bool:
    known = select(Delegate.id).where(Delegate.id.in_(people), ~Delegate.erased)
    return session.scalar(known.limit(1)) is not None or not told_of(session).isdisjoint(people)


def told_of(session: Session) -> set[UUID]:
    """Give those who were erased, and of whom the log has personal values again."""
    rows = (
        select(Delegate.id)
        .join(LogRow, LogRow.subject == Delegate.id)
        .join(LogDetail, LogDetail.deed_id == LogRow.id)
        .where(Delegate.erased)
    )
    return set(session.scalars(rows))


def _badge_numbers(session: Session, people: Collection[UUID]) -> tuple[str, ...]:
    found: set[str] = set()
    for part in chunks(sorted(people)):
        found |= set(session.scalars(select(Delegate.badge_number).where(Delegate.id.in_(part))))
    return tuple(sorted(found - {""}))


def _count(session: Session, where: Any) -> int:
    return session.scalar(select(func.count()).where(where)) or 0
