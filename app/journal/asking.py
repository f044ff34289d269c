"""What undo asks of the store, for all entries of a part at once.

Of each entry of a batch undo asks the same: what does its row say now, who names its thing? One by
one that is a query for each of ten thousand people, again and again. So the entries that are taken
back together are made known first, and whatever is asked of one of them is asked of all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.journal.deeds import Entry, Kinds
from app.journal.turns import chunks
from db.base import Merged
from db.models import LogRow

T = TypeVar("T")
M = TypeVar("M", bound=Merged)
R = TypeVar("R", bound=Merged | LogRow)

Question = Callable[[Session, Collection[UUID]], Mapping[UUID, T]]
"""Gives answers by thing. It is known by its value, so that it is asked once: a function of a
module, or a frozen dataclass that is called."""


def ask_together(session: Session, kinds: Kinds, entries: Sequence[Entry[Any]]) -> None:
    """Ask these entries together from here on; say so again once the session has written.

    Args:
        session: That undo will read from.
        kinds: Of the journal.
        entries: The deeds of one unit; undo is asked of no others.
    """
    session.info[_Asked] = _Asked(session, kinds, entries)


def answer(session: Session, entry: Entry[Any], question: Question[T]) -> T | None:
    """Give the answer for the thing whose ``id`` the deed has; nothing if there is none."""
    asked: _Asked = session.info[_Asked]
    return asked.answers(type(entry.deed), question).get(entry.deed.id)


def stored(session: Session, model: type[M], thing: UUID) -> M | None:
    """Give the row of a thing that one of the entries writes."""
    asked: _Asked = session.info[_Asked]
    asked.hold(model)
    return session.get(model, thing)


class _Asked:
    """Entries that are asked together, and what was answered of them."""

    def __init__(self, session: Session, kinds: Kinds, entries: Sequence[Entry[Any]]) -> None:
        self._session = session
        self._kinds = kinds
        self._entries = entries
        self._answers: dict[tuple[type[Any], Question[Any]], Mapping[UUID, Any]] = {}
        # A session finds again by id only what somebody else holds.
        self._held: dict[type[Merged], list[Merged | LogRow]] = {}

    def answers(self, kind: type[Any], question: Question[T]) -> Mapping[UUID, T]:
        """Give the answers for the things of all entries of a kind."""
        known = self._answers.get((kind, question))
        if known is None:
            things = {entry.deed.id for entry in self._entries if type(entry.deed) is kind}
            known = self._answers[kind, question] = question(self._session, things)
        return known

    def hold(self, model: type[Merged]) -> None:
        """Read all rows of a model that the entries write, and the later deeds on them."""
        if model not in self._held:
            rows = list(self._read(model, self._written[model]))
            later = {deed for row in rows for deed in self._later(row)}
            self._held[model] = [*rows, *self._read(LogRow, later)]

    @cached_property
    def _written(self) -> Mapping[type[Merged], set[UUID]]:
        ids: dict[type[Merged], set[UUID]] = defaultdict(set)
        for entry in self._entries:
            for write in self._kinds[type(entry.deed).__name__].apply(entry):
                ids[write.model].add(write.id)
        return ids

    @cached_property
    def _first(self) -> str:
        return min(entry.stamp for entry in self._entries)

    def _later(self, row: Merged) -> Iterator[UUID]:
        for stamp in (row.stamp, *row.stamps.values()):
            if stamp > self._first:
                yield UUID(hex=stamp[16:])

    def _read(self, model: type[R], ids: Collection[UUID]) -> Iterator[R]:
        for part in chunks(list(ids)):
            yield from self._session.scalars(select(model).where(model.id.in_(part)))
