"""Whether others lean on a thing by naming it in a list, which no index of a column knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.journal.asking import answer
from app.journal.deeds import BuiltOn, Entry
from app.journal.units import Others
from db.base import Merged
from db.models import LogRow
from db.rows import last_row

Listed = Mapping[str, Sequence[UUID]]
"""The deeds that wrote the lists which name a thing, by its id as text."""


def refuse_if_listed_since(
    session: Session, entry: Entry[Any], model: type[Merged], name: str
) -> None:
    """Refuse if another unit has let a row of ``model`` list the entry's thing in this field.

    Raises:
        BuiltOn: Naming the field.
    """
    since = answer(session, entry, _ListedBy(model, name, Others.than(entry)))
    if since is not None:
        raise BuiltOn(type(entry.deed).__name__, entry.id, name, since)


@dataclass(frozen=True, slots=True)
class _ListedBy:
    """Asks since when others have let rows of ``model`` list things in a field."""

    model: type[Merged]
    name: str
    others: Others

    def __call__(self, session: Session, things: Collection[UUID]) -> Mapping[UUID, datetime]:
        listed = _listed(session, self.model, self.name)
        deeds = [(deed, thing) for thing in things for deed in listed.get(str(thing), ())]
        return self.others.first(session, deeds)


def _listed(session: Session, model: type[Merged], name: str) -> Listed:
    """Read all lists of a column at once, and keep them for the parts that are asked about next."""
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
        deed = UUID(hex=of_field.get(name, stamp)[16:])
        for thing in things:
            found[thing].append(deed)
    session.info[key] = (end, found)
    return found
