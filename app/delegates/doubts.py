"""What an import left for a person to decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.by_sector import InSector, in_sectors
from app.delegates.deeds import DoubtSettled
from app.delegates.person import Person, people
from app.errors import DeskError
from app.journal.journal import Journal, Unit
from db.models import Doubt, Organisation


@dataclass(frozen=True, slots=True)
class OpenDoubt:
    """A doubt that nobody has settled.

    ``kind``: ``same_person`` (``delegates`` are two), ``same_organisation`` (``organisations``
    are two names), ``desk_value`` (a source says ``facts["value"]`` for ``facts["field"]`` of
    the one delegate, the desk said otherwise), ``other_name`` (a source calls the one delegate
    ``facts["value"]``, who was here, has a badge or has taken somebody's place).
    """

    id: UUID
    kind: str
    delegates: tuple[Person, ...]
    organisations: tuple[str, ...]
    facts: dict[str, Any]


def field_text(field: str) -> str:
    """Name a field of a delegate that a list and a desk contradict each other about."""
    name = field.removesuffix("_id").replace("_", " ")
    return {"by sector": "what is sought and offered by sector"}.get(name, name)


def value_text(value: object) -> str:
    """Write what such a field holds as people read it."""
    if isinstance(value, Mapping):
        return "; ".join(map(_sector_text, in_sectors(value)))
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _sector_text(said: InSector) -> str:
    told = (("seeks", said.seeks), ("offers", said.offers))
    return f"{said.sector} ({', '.join(f'{side} {text}' for side, text in told if text)})"


@dataclass(eq=False)
class UnknownDoubt(DeskError):
    """No open doubt has this id."""

    doubt: str


@dataclass(frozen=True, slots=True)
class Doubts:
    """Shows doubts and notes that they are settled. Merging and editing are the roster's."""

    journal: Journal

    def open(self) -> tuple[OpenDoubt, ...]:
        """Give the doubts that nobody has settled and that still are some, oldest first."""
        with self.journal.reading() as session:
            rows = session.scalars(
                select(Doubt).where(Doubt.alive, ~Doubt.settled).order_by(Doubt.stamp)
            ).all()
            subjects = {thing for row in rows for thing in (row.subject_id, row.other_id) if thing}
            persons = people(session, subjects)
            names = _organisations(session, subjects)
            told = [_told(row, persons, names) for row in rows]
            # Whoever was merged or removed since is no doubt any more.
            return tuple(doubt for doubt in told if doubt is not None)

    def settle(self, doubt: UUID) -> None:
        """Note that a person has decided.

        Raises:
            UnknownDoubt: It was settled before, went away, or never was.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            row = pen.session.get(Doubt, doubt)
            if row is None or row.settled or not row.alive:
                raise UnknownDoubt(str(doubt))
            pen.write(DoubtSettled(doubt))


def _organisations(session: Session, ids: set[UUID]) -> dict[UUID, str]:
    rows = session.execute(select(Organisation.id, Organisation.name).where(Organisation.alive))
    return {thing: name for thing, name in rows if thing in ids}


def _told(row: Doubt, persons: Mapping[UUID, Person], names: dict[UUID, str]) -> OpenDoubt | None:
    things = [thing for thing in (row.subject_id, row.other_id) if thing is not None]
    delegates = tuple(persons[thing] for thing in things if thing in persons)
    organisations = tuple(names[thing] for thing in things if thing in names)
    if len(delegates) + len(organisations) < len(things):
        return None
    return OpenDoubt(row.id, row.kind, delegates, organisations, dict(row.facts))
