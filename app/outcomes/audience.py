"""Who applied, who was accepted and who came: whom figures are counted by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import false, func, select
from sqlalchemy.orm import Session

from app.delegates.registration import Kind, Status
from app.delegates.standing import NETWORKS
from app.meetings.attendees import Attendees
from db.models import CheckIn, Delegate, Delegation, Organisation

HAD_PLACE: Final = frozenset({Status.ACCEPTED, Status.WITHDRAWN})
"""Where applications stand of those who could have come: nobody kept them from it."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A delegate on the list.

    ``organisation`` is the id as text, or the delegate's own where there is none, so that whoever
    stands for themselves counts as one. ``country`` is the delegate's, else the organisation's;
    so is ``type``, the sort of organisation: a network of which nobody said it is a cluster.
    """

    id: UUID
    organisation: str
    organisation_name: str
    country: str
    type: str
    delegation: str
    sectors: tuple[str, ...]
    status: Status

    @property
    def is_accepted(self) -> bool:
        """Tell whether they may come."""
        return self.status is Status.ACCEPTED


_LISTED = (
    select(
        Delegate.id,
        Delegate.organisation_id,
        Delegate.sectors,
        Delegate.status,
        func.coalesce(Organisation.name, "").label("organisation"),
        func.coalesce(Delegation.name, "").label("delegation"),
        Delegate.country,
        Delegate.kind,
        func.coalesce(Organisation.kind, "").label("kind_of_organisation"),
        func.coalesce(Organisation.id.in_(NETWORKS), false()).label("is_network"),
        func.coalesce(Organisation.country, "").label("country_of_organisation"),
    )
    .outerjoin(Organisation, Organisation.id == Delegate.organisation_id)
    .outerjoin(Delegation, Delegation.id == Delegate.delegation_id)
    .where(Delegate.alive, Delegate.place_taken_by.is_(None))
    .order_by(Delegate.badge_number, Delegate.id)
)


def audience(session: Session) -> Mapping[UUID, Listed]:
    """Give everybody on the list by their id. Whose place somebody took is not on it any more."""
    return {
        row.id: Listed(
            row.id,
            str(row.organisation_id or row.id),
            row.organisation,
            row.country or row.country_of_organisation,
            row.kind or row.kind_of_organisation or (Kind.CLUSTER if row.is_network else ""),
            row.delegation,
            tuple(row.sectors),
            Status(row.status),
        )
        for row in session.connection().execute(_LISTED)
    }


def who_came(session: Session, attendees: Attendees) -> Mapping[UUID, frozenset[date]]:
    """Give the days on which people were checked in, by who stands there now."""
    came: dict[UUID, set[date]] = defaultdict(set)
    passed = select(CheckIn.delegate_id, CheckIn.day).where(CheckIn.alive, CheckIn.way != "out")
    for delegate, day in session.connection().execute(passed.distinct()):
        if delegate is not None and day is not None:
            came[attendees.standing(delegate)].add(day)
    return {delegate: frozenset(days) for delegate, days in came.items()}
