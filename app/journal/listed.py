"""Whether others lean on a thing by naming it in a list, which no index of a column knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.journal.deeds import BuiltOn, Entry
from app.journal.turns import chunks
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
    deeds = _listed(session, model, name).get(str(entry.deed.id), ())
    for part in chunks(deeds):
        others = select(LogRow.at).where(
            LogRow.id.in_(part),
            LogRow.unit != entry.unit,
            or_(LogRow.undoes.is_(None), LogRow.undoes != entry.unit),
        )
        since = session.scalar(others.limit(1))
        if since is not None:
            raise BuiltOn(type(entry.deed).__name__, entry.id, name, since)


def _listed(session: Session, model: type[Merged], name: str) -> Listed:
    """Read all lists of a column at once: taking back an import asks for thousands of people."""
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
