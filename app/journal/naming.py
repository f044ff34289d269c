"""Whether others lean on a thing by naming it in a field, or in a list that a field holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.journal.asking import answer
from app.journal.deeds import BuiltOn, Entry
from app.journal.units import Others
from db.base import Merged
from db.models import LogRow
from db.rows import last_row

Wrote = Sequence[tuple[UUID, UUID]]
"""Deeds, each with a thing that the field names since."""
Listed = Mapping[str, Sequence[UUID]]
"""The deeds that wrote the lists which name a thing, by its id as text."""


def refuse_if_named_since(
    session: Session, entry: Entry[Any], model: type[Merged], name: str
) -> None:
    """Refuse if another unit has let a row of ``model`` name the entry's thing in this field.

    Raises:
        BuiltOn: Naming the field.
    """
    _refuse(session, entry, _Leaning(_naming, model, name, Others.than(entry)))


def refuse_if_listed_since(
    session: Session, entry: Entry[Any], model: type[Merged], name: str
) -> None:
    """Refuse if another unit has let a row of ``model`` list the entry's thing in this field.

    Raises:
        BuiltOn: Naming the field.
    """
    _refuse(session, entry, _Leaning(_listing, model, name, Others.than(entry)))


@dataclass(frozen=True, slots=True)
class _Leaning:
    """Asks since when others have let rows of ``model`` name things in a field."""

    wrote: Callable[[Session, type[Merged], str, Collection[UUID]], Wrote]
    model: type[Merged]
    name: str
    others: Others

    def __call__(self, session: Session, things: Collection[UUID]) -> Mapping[UUID, datetime]:
        return self.others.first(session, self.wrote(session, self.model, self.name, things))


def _refuse(session: Session, entry: Entry[Any], leaning: _Leaning) -> None:
    since = answer(session, entry, leaning)
    if since is not None:
        raise BuiltOn(type(entry.deed).__name__, entry.id, leaning.name, since)


def _naming(session: Session, model: type[Merged], name: str, things: Collection[UUID]) -> Wrote:
    named = getattr(model, name)
    # What was merged is gone itself; it still leads to the one that stands for it, and the
    # two may be parted again.
    merged = getattr(model, "merged_into", None)
    stands = model.alive if merged is None else or_(model.alive, merged.is_not(None))
    rows = select(named, model.stamp, model.stamps).where(named.in_(things), stands)
    return [
        (_wrote(name, stamp, of_field), thing) for thing, stamp, of_field in session.execute(rows)
    ]


def _listing(session: Session, model: type[Merged], name: str, things: Collection[UUID]) -> Wrote:
    listed = _listed(session, model, name)
    return [(deed, thing) for thing in things for deed in listed.get(str(thing), ())]


def _listed(session: Session, model: type[Merged], name: str) -> Listed:
    """Read all lists of a column at once, and keep them for the parts that are asked about next.

    No index of a column knows what stands in a list.
    """
    key = (_listed, model, name)
    end = last_row(session, LogRow)
    known = session.info.get(key)
    if known is not None and known[0] == end:
        kept: Listed = known[1]
        return kept
    found: dict[str, list[UUID]] = defaultdict(list)
    columns = (getattr(model, name), model.stamp, model.stamps)
    for things, stamp, of_field in session.connection().execute(
        select(*columns).where(model.alive)
    ):
        deed = _wrote(name, stamp, of_field)
        for thing in things:
            found[thing].append(deed)
    session.info[key] = (end, found)
    return found


def _wrote(name: str, stamp: str, of_field: Mapping[str, str]) -> UUID:
    """Give the deed that wrote a field last, from the stamps of its row."""
    return UUID(hex=of_field.get(name, stamp)[16:])
