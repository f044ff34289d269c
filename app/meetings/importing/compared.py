"""What a list that comes anew says otherwise than the event, and what it does not say any more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any, Final, Self
from uuid import UUID

from app.meetings.attendees import Someone
from app.meetings.importing.running import ListImported, ListRun

_LEADING: Final = frozenset({"starts_at", "ends_at", "room", "meeting_point", "cancelled"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field before and after; people are names, in the order they stand there."""

    name: str
    was: Any
    now: Any


@dataclass(frozen=True, slots=True)
class Changed:
    """A session or visit of which the file says other things. ``line`` is that of its row.

    ``number`` is a session's. ``concerned`` have to be there, by name; ``for_all``: so has
    everybody. ``meet_then`` have a meeting at the time it moves to.
    """

    line: int
    id: UUID
    number: str
    title: str
    fields: tuple[FieldChange, ...]
    concerned: tuple[Someone, ...]
    for_all: bool = False
    meet_then: tuple[Someone, ...] = ()

    @property
    def leads_elsewhere(self) -> bool:
        """Tell whether whoever is concerned has to know."""
        return any(each.name in _LEADING for each in self.fields)


@dataclass(frozen=True, slots=True)
class Missing:
    """A session or visit that came from a file, and that no row speaks of any more."""

    id: UUID
    number: str
    title: str
    starts_at: datetime
    where: str
    concerned: tuple[Someone, ...]
    for_all: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """How a file and the event differ, besides what is new.

    ``kept``: what the desk corrected since the file said it, and what it says still; it stays.
    """

    changed: tuple[Changed, ...] = ()
    missing: tuple[Missing, ...] = ()
    kept: tuple[Changed, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedImported(ListImported):
    """What the import of a list did, or would do, that was compared with the event before.

    ``cancelled`` of what is missing in the file was cancelled for that.
    """

    compared: Compared = field(default_factory=Compared)
    cancelled: int = 0

    @classmethod
    def of(cls, of_list: ListRun, compared: Compared, unit: UUID | None, cancelled: int) -> Self:
        """Sum up."""
        told = of_list.summed_up(unit)
        said = {each.name: getattr(told, each.name) for each in fields(told)}
        return cls(**said, compared=compared, cancelled=cancelled)


def by_name(people: Sequence[Someone]) -> tuple[Someone, ...]:
    """Put people into the order of their names."""
    return tuple(sorted(people, key=lambda each: (each.name.casefold(), each.badge_number)))
