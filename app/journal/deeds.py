"""What a deed is, and what a kind of deed can do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.errors import DeskError
from db.merge import Write

T = TypeVar("T")
D = TypeVar("D")

PERSONAL = "personal"
Personal = Annotated[T, PERSONAL]
"""Marks a deed's field that erasure must be able to delete from the log."""

Deed = Any
"""A frozen dataclass of facts, of one of the kinds in ``app.deeds``."""


@dataclass(frozen=True, slots=True)
class Entry(Generic[D]):
    """A deed as it stands in the log.

    ``hlc`` is a hybrid logical time: milliseconds since 1970 in the upper 48 bits, a counter
    in the lower 16. It orders deeds; ``at`` is when it happened as people say it.
    """

    id: UUID
    unit: UUID
    undoes: UUID | None
    desk: UUID
    hlc: int
    at: datetime
    on_duty: str
    deed: D

    @property
    def stamp(self) -> str:
        """A text that sorts as deeds do: by time, then by id."""
        return f"{self.hlc:016x}{self.id.hex}"


Undo = Callable[[Session, Entry[Any]], Sequence[Deed]]
"""Gives the deeds that take an entry back, or raises ``BuiltOn`` or ``CannotUndo``."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[D]):
    """What the journal must know of one kind of deed.

    ``apply`` says what an entry writes; it reads nothing, so that the state is the same in
    whatever order entries come. ``undo`` gives the deeds that take the entry back, or raises
    ``BuiltOn`` or ``CannotUndo``; a kind without it is a mere record that undo passes over.
    ``subject`` names the thing whose history this belongs to.
    """

    deed: type[D]
    apply: Callable[[Entry[D]], Iterable[Write]]
    undo: Undo | None = None
    subject: Callable[[D], UUID | None] = lambda _deed: None

    @property
    def name(self) -> str:
        """The kind's word in the log. Never renamed once released."""
        return self.deed.__name__


Kinds = dict[str, Kind[Any]]
"""Every kind, by its name."""


def kinds(*of: Kind[Any]) -> Kinds:
    """Make the table of kinds."""
    return {kind.name: kind for kind in of}


@dataclass(eq=False)
class BuiltOn(DeskError):
    """Somebody has built on the deed since, so it can't simply be taken back."""

    kind: str
    deed: UUID
    what: str
    since: datetime | None = None


@dataclass(eq=False)
class CannotUndo(DeskError):
    """Deeds of this kind stand: a replaced code stays replaced, an event stays made."""

    kind: str
    deed: UUID


@dataclass(eq=False)
class NothingToUndo(DeskError):
    """This desk has done nothing that is left to take back."""


@dataclass(eq=False)
class NothingToRedo(DeskError):
    """The last thing this desk did was not an undo."""


@dataclass(eq=False)
class UnknownDeed(DeskError):
    """No deed or batch has this id."""

    deed: str


@dataclass(eq=False)
class DeedIdTaken(DeskError):
    """A deed was sent under the id of another one, which was of this kind."""

    deed: UUID
    kind: str


def refuse_undo(_session: Session, entry: Entry[Any]) -> Sequence[Deed]:
    """Stand in for ``undo`` where a deed is for good."""
    raise CannotUndo(type(entry.deed).__name__, entry.id)
