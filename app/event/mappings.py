"""Own ways of reading an export's columns, kept by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4, uuid5

from sqlalchemy import select

from app.errors import DeskError
from app.event.deeds import MappingSaved
from app.journal.journal import Journal, Unit
from db.models import ColumnMapping

_NAMESPACE = UUID("0b9a5a0e-7d5c-4c53-8a1d-3c7f8a2e9d64")


@dataclass(eq=False)
class UnknownMapping(DeskError):
    """No mapping was kept under this name."""

    mapping: str
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SavedMapping:
    """A mapping as it was kept: header to field, and when."""

    name: str
    columns: Mapping[str, str]
    at: datetime


@dataclass(frozen=True, slots=True)
class Mappings:
    """Keeps and gives column mappings: header to field."""

    journal: Journal

    def save(self, name: str, columns: Mapping[str, str]) -> None:
        """Keep a mapping, in place of one that has the name already."""
        with self.journal.writing(Unit(uuid4())) as pen:
            pen.write(MappingSaved(uuid5(_NAMESPACE, name), name, dict(columns)))

    def all(self) -> tuple[SavedMapping, ...]:
        """Give every mapping, the one kept last first."""
        with self.journal.reading() as session:
            rows = session.scalars(select(ColumnMapping).where(ColumnMapping.alive))
            kept = [SavedMapping(row.name, dict(row.columns), _kept_at(row.stamp)) for row in rows]
        return tuple(sorted(kept, key=lambda each: each.at, reverse=True))

    def load(self, name: str) -> dict[str, str]:
        """Give the mapping that was kept under a name.

        Raises:
            UnknownMapping: There is none.
        """
        with self.journal.reading() as session:
            row = session.get(ColumnMapping, uuid5(_NAMESPACE, name))
            if row is None:
                names = select(ColumnMapping.name).order_by(ColumnMapping.name)
                raise UnknownMapping(name, tuple(session.scalars(names)))
            return dict(row.columns)


def _kept_at(stamp: str) -> datetime:
    """Give the instant in a stamp, whose first sixteen digits are a hybrid logical time."""
    return datetime.fromtimestamp((int(stamp[:16], 16) >> 16) / 1000, UTC)
