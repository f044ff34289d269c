"""Which delegate a registration speaks of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.folding import fold
from app.delegates.importing.keys import Keys, is_counted, key_of_words, keys_of, with_words
from app.delegates.registration import Registration, Status
from app.delegates.telling_apart import Named, name_key
from db.models import Delegate, Organisation, SourceKey


@dataclass(frozen=True, slots=True)
class Matched:
    """A registration and whom it speaks of. ``new`` delegates are not stored yet.

    ``keys`` name the registration, the first one always in the same way. ``status`` stands
    where the registration itself says none. ``rivals`` have one of the keys and neither the
    name nor the e-mail.
    """

    registration: Registration
    delegate: UUID
    new: bool
    status: Status
    keys: tuple[str, ...]
    rivals: tuple[UUID, ...] = ()


class Known:
    """Everybody who is registered, by all that a registration may call them.

    The same person is who shares a key of the source; or name and order; or name and e-mail;
    or name and organisation while their e-mails do not differ. Nothing less; and never who has
    another ticket or number in the same system. A key that many lists give to different people
    needs the name or the e-mail besides.

    ``merged`` gives the entries that were merged into a delegate.
    """

    def __init__(self, session: Session) -> None:
        self.people: dict[UUID, Named] = {}
        self._by_order: dict[tuple[str, str], list[UUID]] = defaultdict(list)
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
        self._keys = Keys((key, of) for key, of in session.execute(keys) if of in self.people)

    @property
    def keys(self) -> Collection[str]:
        """Every key that names somebody."""
        return self._keys.holders.keys()

    def match(self, registration: Registration, status: Status) -> Matched:
        """Tell whom a registration speaks of, and remember it for the next one."""
        name = name_key(full_name(registration))
        own = keys_of(registration) or (self._key_of_words(registration, name),)
        words = tuple(with_words(registration, name))
        found, rivals = self._by_keys(registration, name, (*words, *own))
        if found is None:
            found = self._by_order_or_details(registration, name, own)
        delegate = found or uuid4()
        self._remember(_named(registration, delegate), registration.order_code)
        keys = (*own, *words)
        for key in keys:
            self._keys.give(key, delegate)
        status = registration.status or status
        return Matched(registration, delegate, found is None, status, keys, rivals)

    def _by_keys(
        self, registration: Registration, name: str, keys: Sequence[str]
    ) -> tuple[UUID | None, tuple[UUID, ...]]:
        """Find whom a key names, and else those who have a key and are somebody else."""
        email = registration.email.lower()
        rivals: dict[UUID, None] = {}
        for key in keys:
            holder = self._keys.holders.get(key)
            if holder is None:
                continue
            person = self._whose_name_it_is(holder, name)
            known = self.people[person]
            agrees = name_key(known.name) == name or (email and known.email == email)
            if agrees or not is_counted(key):
                return person, ()
            rivals[person] = None
        return None, tuple(rivals)

    def _by_order_or_details(
        self, registration: Registration, name: str, keys: Sequence[str]
    ) -> UUID | None:
        email = registration.email.lower()
        of_order = self._by_order.get((registration.order_code, name), ())
        candidates = [one for one in of_order if not self._keys.speak_of_another(keys, one)]
        # Of two of one name in one order, the e-mail tells; without one, their turn does.
        same_email = (one for one in candidates if email and self.people[one].email == email)
        found = next(same_email, None) or next(iter(candidates), None)
        return found or self._by_details(registration, name, keys)

    def _whose_name_it_is(self, holder: UUID, name: str) -> UUID:
        """Tell whether a ticket that was passed on speaks of who has it now, or had it before.

        The source hears of a substitute late or never: it goes on speaking of the absent one,
        whose details are none of the substitute's.
        """
        person = holder
        while name_key(self.people[person].name) != name and person in self._place_of:
            person = self._place_of[person]
        return person

    def _key_of_words(self, registration: Registration, name: str) -> str:
        """Name a row that its source has no name for, so that the same row is known again.

        Of rows that hold a bare name, each is somebody of their own.
        """
        details = (
            registration.order_code,
            registration.email.lower(),
            fold(registration.organisation),
        )
        number = 0
        if not any(details):
            self._bare_names[name] += 1
            number = self._bare_names[name]
        return key_of_words(name, *details, str(number))

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
            of_order = self._by_order[order, name_key(named.name)]
            if named.id not in of_order:
                of_order.append(named.id)

    def _by_details(
        self, registration: Registration, name: str, keys: Sequence[str]
    ) -> UUID | None:
        email = registration.email.lower()
        namesakes = [
            self.people[delegate]
            for delegate in self._by_name.get(name, ())
            if not self._keys.speak_of_another(keys, delegate)
        ]
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
