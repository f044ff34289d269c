"""Deeds of erasure: what they leave names nobody, so that they may stay in the log."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from app.delegates.deeds import Values


@dataclass(frozen=True, slots=True)
class PersonErased:
    """A person was erased.

    ``values`` are the columns of their entry that stay, by name as JSON says them: what the
    figures are counted from.
    """

    id: UUID
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TextsErased:
    """What was written about people was erased: ids of rows, by words of ``app.erasure.blanks``."""

    rows: dict[str, tuple[UUID, ...]]


@dataclass(frozen=True, slots=True)
class EverybodyErased:
    """Nobody is known any more, of delegates and of staff; ``persons`` were erased by this."""

    persons: int
