"""What a deed was about is called, when nothing else is known of it: be it gone by now or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.person import last_name_of
from app.event.deeds import SlotMoved
from app.event.facts import event_facts
from app.journal.deeds import Deed
from app.journal.journal import Journal
from app.journal.log import entries_of
from app.journal.units import Did
from app.meetings.attendees import Attendees
from db.models import Block, Closure, Meeting, Table

_CLOSURES = frozenset({"TableClosed", "TableReopened"})
_OF_CLOSURE = _CLOSURES | {"TableClosedAgain"}


@dataclass(frozen=True, slots=True)
class Named:
    """A person, the two sides of a meeting, the host's first, a table or a zone; or none of them.

    A side names each organisation once, and whoever stands for none.
    """

    person: str = ""
    sides: tuple[tuple[str, ...], ...] = ()
    table: str = ""
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """Slots that were moved together: when the first starts at the venue, and would without it."""

    starts: str
    started: str


def shift(journal: Journal, unit: UUID) -> Shift | None:
    """Say from when to when a unit moved slots; nothing if it moved none, or not all alike.

    Raises:
        StorageRefused: The file can't be read.
    """
    with journal.reading() as session:
        deeds = (each.deed for each in entries_of(session, journal.kinds, unit))
        moved = [each for each in deeds if isinstance(each, SlotMoved)]
        if len({each.starts_at - each.starts_before for each in moved}) != 1:
            return None
        first = min(moved, key=attrgetter("starts_at"))
        zone = event_facts(session).zone
    now, before = (each.astimezone(zone) for each in (first.starts_at, first.starts_before))
    return Shift(f"{now:%H:%M}", f"{before:%H:%M}") if now.date() == before.date() else None


def times(journal: Journal, block: UUID) -> str:
    """Give from when until when a block lasts by now, such as ``09:00–12:30``; blank if it is gone.

    Raises:
        StorageRefused: The file can't be read.
    """
    with journal.reading() as session:
        found = session.get(Block, block)
        if found is None or found.starts_at is None or found.ends_at is None:
            return ""
        zone = event_facts(session).zone
        return "–".join(
            f"{each.astimezone(zone):%H:%M}" for each in (found.starts_at, found.ends_at)
        )


def named(journal: Journal, unit: UUID, did: Did) -> Named:
    """Name what was done first of a kind, or taken back, in a unit.

    Raises:
        StorageRefused: The file can't be read.
    """
    with journal.reading() as session:
        if did.kind in _CLOSURES:
            deeds = (each.deed for each in entries_of(session, journal.kinds, unit))
            return _closed(session, [each for each in deeds if type(each).__name__ in _OF_CLOSURE])
        if did.subject is None:
            return Named()
        if name := last_name_of(session, did.subject):
            return Named(person=name)
        return _meeting(session, did.subject) or Named(table=_label(session, did.subject))


def _closed(session: Session, deeds: Sequence[Deed]) -> Named:
    query = select(Closure.table_id, Closure.zone).where(Closure.id == deeds[0].id)
    table, zone = session.execute(query).one()
    return Named(table=_label(session, table), zone=zone)


def _meeting(session: Session, meeting: UUID) -> Named | None:
    query = select(Meeting.hosts, Meeting.guests).where(Meeting.id == meeting)
    for sides in session.execute(query):
        attendees = Attendees(session, [UUID(each) for side in sides for each in side])
        return Named(sides=tuple(_names(attendees, side) for side in sides))
    return None


def _label(session: Session, table: UUID | None) -> str:
    return session.scalar(select(Table.label).where(Table.id == table)) or ""


def _names(attendees: Attendees, side: Sequence[str]) -> tuple[str, ...]:
    people = attendees.named(attendees.standing_named(side))
    called = (each.organisation or each.name or each.badge_number for each in people)
    return tuple(dict.fromkeys(filter(None, called)))
