"""Which organisation stands for an entry, where entries of one were merged."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import CTE, func, select
from sqlalchemy.orm import Session

from db.models import Membership, Organisation


def _merged() -> CTE:
    """Ask who stands for each entry that was merged, however often that was merged on."""
    first = select(Organisation.id, Organisation.merged_into.label("stands"))
    leads = first.where(Organisation.merged_into.is_not(None)).cte("leads", recursive=True)
    further = select(leads.c.id, Organisation.merged_into)
    further = further.join(Organisation, Organisation.id == leads.c.stands)
    leads = leads.union(further.where(Organisation.merged_into.is_not(None)))
    ends = select(leads.c.id, leads.c.stands)
    ends = ends.join(Organisation, Organisation.id == leads.c.stands)
    return ends.where(Organisation.merged_into.is_(None)).cte("merged")


_MERGED = _merged()
_MEMBER, _NETWORK = _MERGED.alias("member"), _MERGED.alias("network")
STANDING_NETWORK = func.coalesce(_NETWORK.c.stands, Membership.network_id)
NETWORKS = (
    select(STANDING_NETWORK)
    .select_from(Membership)
    .outerjoin(_NETWORK, _NETWORK.c.id == Membership.network_id)
    .outerjoin(_MEMBER, _MEMBER.c.id == Membership.member_id)
    .where(Membership.alive)
    .where(func.coalesce(_MEMBER.c.stands, Membership.member_id) != STANDING_NETWORK)
)
"""The organisations that others belong to, as a query for use within others.

Whoever was merged with the own network belongs to nobody by that.
"""


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
