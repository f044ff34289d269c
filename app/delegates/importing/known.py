"""Which delegate a registration speaks of."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.checkin.identify import TICKET
from app.delegates.folding import fold
from app.delegates.registration import Registration
from app.delegates.telling_apart import Named, name_key
from db.models import Delegate, Organisation, SourceKey


class Known:
    """Everybody who is registered, by all that a registration may call them.

    The same person is who shares a key of the source; or name and order; or name and e-mail;
    or name and organisation while their e-mails do not differ. Nothing less.
    """

    def __init__(self, session: Session) -> None:
        keys = select(SourceKey.key, SourceKey.delegate_id).where(SourceKey.alive)
        self.keys: dict[str, UUID] = {key: of for key, of in session.execute(keys) if of}
        self.people: dict[UUID, Named] = {}
        self._by_order: dict[tuple[str, str], UUID] = {}
        self._by_name: dict[str, list[UUID]] = defaultdict(list)
        query = select(
            Delegate.id,
            Delegate.given_name,
            Delegate.family_name,
            Organisation.name,
            Delegate.email,
            Delegate.order_code,
        ).outerjoin(Organisation, Organisation.id == Delegate.organisation_id)
        for delegate, given, family, organisation, email, order in session.execute(
            query.where(Delegate.alive).order_by(Delegate.badge_number)
        ):
            name = f"{given} {family}".strip()
            self._remember(Named(delegate, name, organisation or "", email), order)

    def find(self, registration: Registration) -> UUID | None:
        """Give the delegate whom the registration speaks of, if that is certain."""
        for key in keys_of(registration):
            if key in self.keys:
                return self.keys[key]
        name = name_key(full_name(registration))
        by_order = self._by_order.get((registration.order_code, name))
        if by_order is not None and registration.order_code:
            return by_order
        return self._by_details(registration, name)

    def add(self, registration: Registration, delegate: UUID) -> None:
        """Remember whom a registration speaks of, so that the next row finds them."""
        if delegate not in self.people:
            name = full_name(registration)
            named = Named(delegate, name, registration.organisation, registration.email.lower())
            self._remember(named, registration.order_code)
        for key in keys_of(registration):
            self.keys.setdefault(key, delegate)

    def _remember(self, named: Named, order: str) -> None:
        self.people[named.id] = named
        name = name_key(named.name)
        self._by_name[name].append(named.id)
        if order:
            self._by_order.setdefault((order, name), named.id)

    def _by_details(self, registration: Registration, name: str) -> UUID | None:
        email = registration.email.lower()
        namesakes = [self.people[delegate] for delegate in self._by_name.get(name, ())]
        same_email = [one.id for one in namesakes if email and one.email == email]
        if same_email:
            return same_email[0]
        organisation = fold(registration.organisation)
        colleagues = [
            one.id
            for one in namesakes
            if organisation and fold(one.organisation) == organisation
            if not (email and one.email)
        ]
        return colleagues[0] if len(colleagues) == 1 else None


def keys_of(registration: Registration) -> tuple[str, ...]:
    """Give the source's names for the registration, its ticket's code last."""
    secret = registration.ticket_secret
    return (*registration.keys, TICKET + secret) if secret else registration.keys


def full_name(registration: Registration) -> str:
    """Give the name as it will stand on the badge."""
    parts = f"{registration.given_name} {registration.family_name}".strip()
    return parts or registration.full_name
