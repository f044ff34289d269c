"""Who is here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, exists, func, select
from sqlalchemy.orm import Session

from app.event.facts import desk_name
from db.models import CheckIn, Delegate, Delegation


@dataclass(frozen=True, slots=True)
class Presence:
    """Where a delegate stands on a day: ``way`` is how they passed the desk last."""

    way: str
    since: datetime
    desk: str
    checked_in_at: datetime

    @property
    def here(self) -> bool:
        """Tell whether they are in the house."""
        return self.way != "out"


@dataclass(frozen=True, slots=True)
class Arrivals:
    """How many of a delegation came, of how many that are accepted. Blank: in no delegation.

    ``colour`` is ``#RRGGBB`` or blank.
    """

    delegation: str
    checked_in: int
    expected: int
    colour: str = ""


_PASSED = (
    select(CheckIn.way, CheckIn.at, CheckIn.desk_id)
    .where(
        CheckIn.delegate_id == bindparam("delegate"), CheckIn.day == bindparam("day"), CheckIn.alive
    )
    .order_by(CheckIn.hlc)
)
_PASSED_OF_MANY = (
    select(CheckIn.delegate_id, CheckIn.way, CheckIn.at)
    .where(
        CheckIn.delegate_id.in_(bindparam("delegates", expanding=True)),
        CheckIn.day == bindparam("day"),
        CheckIn.alive,
    )
    .order_by(CheckIn.hlc)
)


def presence(session: Session, delegate: UUID, day: date) -> Presence | None:
    """Tell where a delegate stands on a day; nothing if they never came."""
    rows = session.connection().execute(_PASSED, {"delegate": delegate, "day": day}).all()
    if not rows:
        return None
    first, last, shown = rows[0], rows[-1], _shown(rows)
    assert shown.at is not None  # noqa: S101 - written whole, so it has its instant
    assert first.at is not None  # noqa: S101
    return Presence(last.way, shown.at, desk_name(session, shown.desk_id), first.at)


def last_passed(
    session: Session, delegates: Collection[UUID], day: date
) -> Mapping[UUID, tuple[str, datetime]]:
    """Tell of those delegates who came on a day how they passed the desk last, and when."""
    wanted = {"delegates": sorted(delegates), "day": day}
    passed: dict[UUID, list[Any]] = defaultdict(list)
    for row in session.connection().execute(_PASSED_OF_MANY, wanted):
        passed[row.delegate_id].append(row)
    return {delegate: (rows[-1].way, _shown(rows).at) for delegate, rows in passed.items()}


def _shown(rows: Sequence[Any]) -> Any:
    # Desks that were cut off from each other may both have let somebody in. The first counts.
    return rows[0] if rows[-1].way == "in" else rows[-1]


def checked_in(session: Session, day: date, among: Collection[UUID] | None = None) -> set[UUID]:
    """Give the delegates who came on a day."""
    query = select(CheckIn.delegate_id).where(CheckIn.day == day, CheckIn.alive).distinct()
    if among is not None:
        query = query.where(CheckIn.delegate_id.in_(among))
    return {delegate for delegate in session.scalars(query) if delegate is not None}


def arrivals(session: Session, day: date) -> tuple[Arrivals, ...]:
    """Count by delegation who came of those accepted, delegations in the order of their names."""
    # One look into the index for each delegate: joined as a subquery, the whole list of those who
    # came would be gone through for each of them.
    came = exists().where(CheckIn.delegate_id == Delegate.id, CheckIn.day == day, CheckIn.alive)
    name = func.coalesce(Delegation.name, "")
    query = (
        select(
            name,
            func.count().filter(came),
            func.count(),
            func.coalesce(func.max(Delegation.colour), ""),
        )
        .select_from(Delegate)
        .outerjoin(Delegation, Delegation.id == Delegate.delegation_id)
        .where(Delegate.alive, Delegate.status == "accepted", Delegate.place_taken_by.is_(None))
        .group_by(name)
        .order_by(name)
    )
    return tuple(Arrivals(*row) for row in session.execute(query))
