"""Which units a desk has done, and which of them takes back which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.journal.deeds import Entry, Kinds
from app.journal.turns import chunks
from db.models import Batch, LogRow


@dataclass(frozen=True, slots=True)
class Tip:
    """The last of a unit, what took it back, what took that back, and so on."""

    unit: UUID
    depth: int

    @property
    def in_force(self) -> bool:
        """Tell whether what the unit did stands, be it that it was done again."""
        return self.depth % 2 == 0


@dataclass(frozen=True, slots=True)
class Did:
    """A kind of deed in a unit, what the first of this kind was about, and how many there are."""

    kind: str
    subject: UUID | None
    deeds: int


@dataclass(frozen=True, slots=True)
class ToAndFro:
    """Undo and redo of the whole log: ``takes_back`` by unit, and the other way round."""

    takes_back: Mapping[UUID, UUID]
    taken_back_by: Mapping[UUID, UUID]

    def tip(self, unit: UUID) -> Tip:
        """Follow a unit through all that was undone and redone of it."""
        depth = 0
        while unit in self.taken_back_by:
            unit = self.taken_back_by[unit]
            depth += 1
        return Tip(unit, depth)

    def origin(self, unit: UUID) -> UUID:
        """Give what was done at first, if a unit takes it back or does it again."""
        while unit in self.takes_back:
            unit = self.takes_back[unit]
        return unit

    def is_undo(self, unit: UUID) -> bool:
        """Tell whether a unit takes back what was done, or done again."""
        depth = 0
        while unit in self.takes_back:
            unit = self.takes_back[unit]
            depth += 1
        return depth % 2 == 1


def to_and_fro(session: Session) -> ToAndFro:
    """Read which unit takes back which; what was broken off has taken nothing back."""
    broken_off = set(session.scalars(select(Batch.id).filter_by(state="broken_off")))
    query = (
        select(LogRow.unit, LogRow.undoes)
        .where(LogRow.undoes.is_not(None))
        .group_by(LogRow.unit, LogRow.undoes)
        .order_by(func.max(LogRow.hlc))
    )
    pairs = [(unit, undoes) for unit, undoes in session.execute(query) if undoes is not None]
    return ToAndFro(
        takes_back=dict(pairs),
        taken_back_by={undoes: unit for unit, undoes in pairs if unit not in broken_off},
    )


def line_of(session: Session, unit: UUID, undoes: UUID | None) -> Sequence[UUID]:
    """Give a unit, what it takes back, what that took back, and so on."""
    line = [unit]
    while undoes is not None:
        line.append(undoes)
        undoes = session.scalar(select(LogRow.undoes).where(LogRow.unit == undoes).limit(1))
    return line


@dataclass(frozen=True, slots=True)
class Others:
    """All who are neither a unit nor what it does again, nor are taking it back just now."""

    unit: UUID
    undoes: UUID | None

    @classmethod
    def than(cls, entry: Entry[Any]) -> Others:
        """Give who may have built on an entry."""
        return cls(entry.unit, entry.undoes)

    def first(
        self, session: Session, deeds: Iterable[tuple[UUID, UUID]]
    ) -> Mapping[UUID, datetime]:
        """Give when the first deed of others on each thing was, from deeds with their things."""
        on: dict[UUID, list[UUID]] = defaultdict(list)
        for deed, thing in deeds:
            on[deed].append(thing)
        # What was done again stands with all that was done at first.
        own = line_of(session, self.unit, self.undoes)
        at_first = aliased(LogRow)
        is_own = exists().where(
            at_first.unit.in_(own),
            at_first.kind == LogRow.kind,
            at_first.subject == LogRow.subject,
        )
        found: dict[UUID, tuple[int, datetime]] = {}
        for part in chunks(list(on)):
            theirs = select(LogRow.id, LogRow.hlc, LogRow.at).where(
                LogRow.id.in_(part),
                LogRow.unit.not_in(own),
                or_(LogRow.undoes.is_(None), LogRow.undoes != self.unit),
                # Whoever put back what the unit itself had said has built nothing on it.
                or_(LogRow.undoes.is_(None), ~is_own),
            )
            for deed, hlc, at in session.execute(theirs):
                for thing in on[deed]:
                    found[thing] = min(found.get(thing, (hlc, at)), (hlc, at))
        return {thing: at for thing, (_hlc, at) in found.items()}


def done_in(session: Session, kinds: Kinds, unit: UUID) -> tuple[Did, ...]:
    """Tell what a unit did, the first of it first; what undo passes over is left out."""
    # Beside min(), SQLite reads other columns from the row that has it.
    # Source: https://sqlite.org/lang_select.html#bareagg
    first = func.min(LogRow.hlc)
    query = (
        select(LogRow.kind, LogRow.subject, func.count(), first)
        .where(LogRow.unit == unit, LogRow.kind.in_(_undoable(kinds)))
        .group_by(LogRow.kind)
        .order_by(first)
    )
    return tuple(Did(kind, subject, deeds) for kind, subject, deeds, _hlc in session.execute(query))


def units_of(session: Session, kinds: Kinds, desk: UUID) -> Sequence[tuple[UUID, UUID | None]]:
    """Give a desk's units that undo does not pass over, with what they undo.

    The one that was begun last is the first: a check-in between two chunks of an import was
    done after it. An import that is still being written is nobody's last deed yet.
    """
    query = (
        select(LogRow.unit, LogRow.undoes)
        .where(
            LogRow.desk_id == desk,
            LogRow.kind.in_(_undoable(kinds)),
            LogRow.unit.not_in(select(Batch.id).filter_by(state="writing")),
        )
        .group_by(LogRow.unit, LogRow.undoes)
        .order_by(func.min(LogRow.desk_seq).desc())
    )
    return [(unit, undoes) for unit, undoes in session.execute(query)]


def _undoable(kinds: Kinds) -> Sequence[str]:
    return [name for name, kind in kinds.items() if kind.undo is not None]
