"""Which organisation stands for an entry, where entries of one were merged."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from db.models import Membership, Organisation

_JOINED = aliased(Organisation)
STANDING_NETWORK = func.coalesce(_JOINED.merged_into, Membership.network_id)
NETWORKS = (
    select(STANDING_NETWORK)
    .select_from(Membership)
    .outerjoin(_JOINED, _JOINED.id == Membership.network_id)
    .where(Membership.alive)
)
"""The organisations that others belong to, as a query for use within others."""


class Standing:
    """Which organisation stands for an entry, where entries were merged."""

    def __init__(self, session: Session) -> None:
        query = select(Organisation.id, Organisation.merged_into)
        merged = query.where(Organisation.merged_into.is_not(None))
        rows = session.connection().execute(merged)
        self._leads_to = {entry: into for entry, into in rows if into is not None}

    def of(self, entry: UUID) -> UUID:
        """Give who stands for an entry; itself, if it was not merged."""
        seen = {entry}
        while (further := self._leads_to.get(entry)) is not None and further not in seen:
            seen.add(further)
            entry = further
        return entry

    def entries(self, organisations: Collection[UUID]) -> set[UUID]:
        """Give all entries that these stand for, themselves included."""
        wanted = {self.of(each) for each in organisations}
        return wanted | {each for each in self._leads_to if self.of(each) in wanted}
