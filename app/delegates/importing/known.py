"""Which delegate a registration speaks of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.checkin.identify import TICKET
from app.delegates.folding import fold
from app.delegates.registration import Registration, Status
from app.delegates.telling_apart import Named, name_key
from db.models import Delegate, Organisation, SourceKey


@dataclass(frozen=True, slots=True)
class Matched:
    """A registration and whom it speaks of. ``new`` delegates are not stored yet.

    ``keys`` name the registration, the first one always in the same way. ``status`` stands
    where the registration itself says none.
    """

    registration: Registration
    delegate: UUID
    new: bool
    status: Status
    keys: tuple[str, ...]


class Known:
    """Everybody who is registered, by all that a registration may call them.

    The same person is who shares a key of the source; or name and order; or name and e-mail;
    or name and organisation while their e-mails do not differ. Nothing less.

    ``merged`` gives the entries that were merged into a delegate.
    """

    def __init__(self, session: Session) -> None:
        self.people: dict[UUID, Named] = {}
        self._by_order: dict[tuple[str, str], UUID] = {}
        self._by_name: dict[str, list[UUID]] = defaultdict(list)
        self._bare_names: Counter[str] = Counter()
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
        self.merged = _merged(session)
        taken = select(Delegate.place_taken_by, Delegate.id)
        self._place_of: dict[UUID, UUID] = {
            substitute: absent
            for substitute, absent in session.execute(taken.where(Delegate.alive))
            if substitute is not None
        }
        keys = select(SourceKey.key, SourceKey.delegate_id).where(SourceKey.alive)
        self.keys: dict[str, UUID] = {
            key: of for key, of in session.execute(keys) if of in self.people
        }

    def match(self, registration: Registration, status: Status) -> Matched:
        """Tell whom a registration speaks of, and remember it for the next one."""
        keys = keys_of(registration) or (self._key_of_words(registration),)
        found = self._find(registration, keys)
        delegate = found or uuid4()
        self._remember(_named(registration, delegate), registration.order_code)
        for key in keys:
            self.keys.setdefault(key, delegate)
        return Matched(registration, delegate, found is None, registration.status or status, keys)

    def _find(self, registration: Registration, keys: Sequence[str]) -> UUID | None:
        name = name_key(full_name(registration))
        for key in keys:
            if key in self.keys:
                return self._whose_name_it_is(self.keys[key], name)
        by_order = self._by_order.get((registration.order_code, name))
        if by_order is not None and registration.order_code:
            return by_order
        return self._by_details(registration, name)

    def _whose_name_it_is(self, holder: UUID, name: str) -> UUID:
        """Tell whether a ticket that was passed on speaks of who has it now, or had it before.

        The source hears of a substitute late or never: it goes on speaking of the absent one,
        whose details are none of the substitute's.
        """
        person = holder
        while name_key(self.people[person].name) != name and person in self._place_of:
            person = self._place_of[person]
        return person

    def _key_of_words(self, registration: Registration) -> str:
        """Name a row that its source has no name for, so that the same row is known again.

        Of rows that hold a bare name, each is somebody of their own.
        """
        name = name_key(full_name(registration))
        details = (
            registration.order_code,
            registration.email.lower(),
            fold(registration.organisation),
        )
        number = 0
        if not any(details):
            self._bare_names[name] += 1
            number = self._bare_names[name]
        words = "\x1f".join((name, *details, str(number)))
        return f"row:{blake2b(words.encode(), digest_size=12).hexdigest()}"

    def _remember(self, named: Named, order: str) -> None:
        """Take in who was read; what was known of them before stays."""
        before = self.people.get(named.id)
        if before is None:
            self.people[named.id] = named
            self._by_name[name_key(named.name)].append(named.id)
        elif not (before.email and before.organisation):
            self.people[named.id] = replace(
                before,
                email=before.email or named.email,
                organisation=before.organisation or named.organisation,
            )
        if order:
            self._by_order.setdefault((order, name_key(named.name)), named.id)

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


def _named(registration: Registration, delegate: UUID) -> Named:
    name = full_name(registration)
    return Named(delegate, name, registration.organisation, registration.email.lower())


def _merged(session: Session) -> Mapping[UUID, list[UUID]]:
    """Give the entries that were merged into each delegate, over however many merges."""
    query = select(Delegate.id, Delegate.merged_into)
    rows = session.execute(query.where(Delegate.merged_into.is_not(None)))
    into: dict[UUID, UUID] = {entry: other for entry, other in rows if other is not None}
    merged: dict[UUID, list[UUID]] = defaultdict(list)
    for entry in into:
        passed = [entry]
        # Two desks that were cut off may each have merged one of a pair into the other.
        while passed[-1] in into and into[passed[-1]] not in passed:
            passed.append(into[passed[-1]])
        merged[passed[-1]].append(entry)
    return merged
