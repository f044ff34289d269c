"""Whom sources spoke of before, by the hashes that are kept of what they said.

What a source said finds a person again also after a desk corrected it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.groups import same_name
from app.delegates.importing.stored import hashed
from app.delegates.registration import Registration
from db.models import Imported

NAME = "name"
"""Stands in what was said for the whole name, however it was cut, ordered and accented."""

EMAIL, ORGANISATION, ORDER = "email", "organisation_id", "order_code"


class Heard:
    """All that sources said of those who stand now.

    ``standing`` gives who that is for each entry, which may have been merged.
    """

    def __init__(self, session: Session, standing: Mapping[UUID, UUID]) -> None:
        self.rows: dict[str, UUID] = {}
        self._pairs: dict[tuple[str, str, str], list[UUID]] = defaultdict(list)
        self._called: dict[str, dict[UUID, None]] = defaultdict(dict)
        query = select(Imported.delegate_id, Imported.source, Imported.said)
        rows = session.execute(query.where(Imported.alive).order_by(Imported.stamp))
        for entry, source, said in rows:
            delegate = standing.get(entry) if entry is not None else None
            if delegate is not None:
                self.rows[source.rpartition(" ")[2]] = delegate
                self._take(delegate, said)

    def _take(self, delegate: UUID, said: dict[str, str]) -> None:
        name = said.get(NAME)
        if name is None:
            return
        self._called[name][delegate] = None
        for field in (EMAIL, ORGANISATION, ORDER):
            if field in said:
                self._pairs[name, field, said[field]].append(delegate)

    def called(self, name: str) -> Sequence[UUID]:
        """Give whom sources called by this name."""
        return tuple(self._called.get(hashed(name), ())) if self._called else ()

    def of_pair(self, name: str, field: str, said: Registration) -> Sequence[UUID]:
        """Give of whom a source said this name and this detail, both at once."""
        value = _DETAILS[field](said)
        if not value or not self._pairs:
            return ()
        return self._pairs.get((hashed(name), field, hashed(value)), ())


_DETAILS: dict[str, Callable[[Registration], str]] = {
    EMAIL: lambda said: said.email.lower(),
    ORGANISATION: lambda said: same_name(said.organisation),
    ORDER: lambda said: said.order_code,
}
