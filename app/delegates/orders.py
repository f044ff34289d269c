"""What a desk says of a person, and what it means for the delegate's row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.delegates.by_sector import overlaid
from app.delegates.deeds import DelegateChanged, Values
from app.delegates.groups import Groups
from app.delegates.person import WasErased
from app.delegates.registration import Kind
from db.models import Delegate

# What belongs to the place and not to the person who fills it.
OF_THE_PLACE = (
    *("organisation_id", "delegation_id", "kind", "badge_type", "status", "days"),
    *("country", "city", "sectors", "seeks", "offers", "by_sector"),
)
_MERGEABLE = (
    *("email", "phone", "organisation_id", "function", "country", "city", "delegation_id"),
    *("kind", "badge_type", "sectors", "seeks", "offers", "note", "attention", "order_code"),
    *("language", "by_sector"),
)


@dataclass(frozen=True, slots=True)
class PersonOrder:
    """What a desk says of a person. Nothing means: not said; a blank clears the field.

    ``country`` is ISO 3166-1 alpha-2. ``by_sector`` is what they seek and offer in some sectors, as
    ``Delegate.by_sector`` has it; what is said of others stays. ``further`` are all organisations,
    with a function, that they stand for besides their own. ``days`` are the days the person is
    admitted on.
    """

    given_name: str | None = None
    family_name: str | None = None
    email: str | None = None
    phone: str | None = None
    organisation: str | None = None
    function: str | None = None
    country: str | None = None
    city: str | None = None
    delegation: str | None = None
    kind: Kind | None = None
    badge_type: str | None = None
    sectors: tuple[str, ...] | None = None
    seeks: str | None = None
    offers: str | None = None
    by_sector: Mapping[str, Mapping[str, str]] | None = None
    further: tuple[tuple[str, str], ...] | None = None
    note: str | None = None
    attention: str | None = None
    language: str | None = None
    days: tuple[date, ...] | None = None

    @property
    def name(self) -> str:
        """Given name and family name."""
        return f"{self.given_name or ''} {self.family_name or ''}".strip()


def values_of(order: PersonOrder, groups: Groups) -> Values:
    """Turn what a desk said into columns of the delegate, as JSON says them."""
    values: Values = {
        field.name: as_json(_tidy(value))
        for field in fields(order)
        if field.name != "further"
        if (value := getattr(order, field.name)) is not None
    }
    for name, group in (("organisation", groups.organisation), ("delegation", groups.delegation)):
        if name in values:
            values[f"{name}_id"] = as_json(group(values.pop(name)))
    if "email" in values:
        values["email"] = values["email"].lower()
    if "country" in values:
        values["country"] = values["country"].upper()
    return values


def change(session: Session, delegate: UUID, values: Values) -> DelegateChanged | None:
    """Give the deed that makes these the delegate's values; nothing if they are.

    Raises:
        WasErased: Nothing that is said of them would stand.
    """
    row = session.get_one(Delegate, delegate)
    if row.erased:
        raise WasErased(row.badge_number)
    before = {name: as_json(getattr(row, name)) for name in values}
    if "by_sector" in values:
        values = {**values, "by_sector": overlaid(row.by_sector, values["by_sector"])}
    new = {name: value for name, value in values.items() if value != before[name]}
    if not new:
        return None
    return DelegateChanged(delegate, new, {name: before[name] for name in new})


def place_of(session: Session, delegate: UUID) -> Values:
    """Give what somebody who takes over this delegate's place inherits."""
    row = session.get_one(Delegate, delegate)
    return {name: as_json(getattr(row, name)) for name in OF_THE_PLACE}


def gaps(session: Session, kept: UUID, merged: UUID) -> Values:
    """Give what ``merged`` says and ``kept`` does not."""
    ours, theirs = session.get_one(Delegate, kept), session.get_one(Delegate, merged)
    return {
        name: as_json(getattr(theirs, name))
        for name in _MERGEABLE
        if not getattr(ours, name) and getattr(theirs, name)
    } | {**_by_sector(ours, theirs), **_earlier(ours, theirs)}


def _by_sector(ours: Delegate, theirs: Delegate) -> Values:
    """Who says something of other sectors says it as well."""
    both = overlaid(theirs.by_sector, ours.by_sector)
    return {"by_sector": both} if ours.by_sector and both != ours.by_sector else {}


def _earlier(ours: Delegate, theirs: Delegate) -> Values:
    """Who applied twice, applied first when the earlier application came."""
    is_earlier = theirs.received and (not ours.received or theirs.received < ours.received)
    return {"received": theirs.received} if is_earlier else {}


def as_json(value: Any) -> Any:
    """Give a column's value as JSON says it."""
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, tuple | list):
        return [item.isoformat() if isinstance(item, date) else item for item in value]
    return value


def _tidy(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value
