"""Whom sources spoke of before, by the hashes that are kept of what they said.

What a source said finds a person again also after a desk corrected it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
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
    """All that sources said of those who stand now, read while the session is open.

    ``standing`` gives who that is for each entry, which may have been merged. ``rows`` are
    whom each row spoke of, also those of the list that is read just now.
    """

    def __init__(self, session: Session, standing: Mapping[UUID, UUID]) -> None:
        self._session = session
        self._standing = standing
        query = select(Imported.delegate_id, Imported.source).where(Imported.alive)
        self.rows: dict[str, UUID] = {
            source.rpartition(" ")[2]: standing[entry]
            for entry, source in session.execute(query.order_by(Imported.stamp))
            if entry is not None and entry in standing
        }
        self._is_first_list = not self.rows

    def called(self, name: str) -> Sequence[UUID]:
        """Give whom sources called by this name."""
        return () if self._is_first_list else self._said.called.get(hashed(name), ())

    def of_pair(self, name: str, field: str, said: Registration) -> Sequence[UUID]:
        """Give of whom a source said this name and this detail, both at once."""
        value = _DETAILS[field](said)
        if not value or self._is_first_list:
            return ()
        return self._said.of_pair.get((hashed(name), field, hashed(value)), ())

    @cached_property
    def _said(self) -> _Said:
        """Read what was said; not before it is asked for, since most lists change little."""
        said = _Said({}, {})
        query = select(Imported.delegate_id, Imported.said).where(Imported.alive)
        for entry, fields in self._session.execute(query.order_by(Imported.stamp)):
            delegate = None if entry is None else self._standing.get(entry)
            if delegate is not None and NAME in fields:
                said.take(delegate, fields)
        return said


@dataclass(frozen=True, slots=True)
class _Said:
    """People by the hash of a name, and by that of a name and a detail."""

    called: dict[str, list[UUID]]
    of_pair: dict[tuple[str, str, str], list[UUID]]

    def take(self, delegate: UUID, fields: Mapping[str, str]) -> None:
        name = fields[NAME]
        self.called.setdefault(name, []).append(delegate)
        for field in _DETAILS:
            if field in fields:
                self.of_pair.setdefault((name, field, fields[field]), []).append(delegate)


_DETAILS: dict[str, Callable[[Registration], str]] = {
    EMAIL: lambda said: said.email.lower(),
    ORGANISATION: lambda said: same_name(said.organisation),
    ORDER: lambda said: said.order_code,
}
