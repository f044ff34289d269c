"""Organisations and delegates as they are: in several networks, countries, and for several.

``organisation_profiles`` gives each organisation once, with its clusters and networks, the
countries it has places in, its strengths and services; ``roles_of`` gives whom a delegate stands
for, the organisation on the badge first. Both are for every reader: pages, papers, exports.

An organisation that was merged into another is seen as that one: what is said of either holds for
the one that stands, so a merge keeps all, and parting them gives each its own back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.belonging_deeds import COUNTRY, SERVICE, STRENGTH
from app.delegates.groups import same_name
from app.delegates.standing import Standing
from app.journal.turns import chunks
from db.models import Delegate, Membership, Organisation, Role, Trait


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    """An organisation: how many delegates stand for it, and what is known of it.

    ``networks`` are the clusters and networks that it belongs to, ``members`` who belongs to it.
    ``countries`` are ISO codes; the first is that of its seat, ``country``, if it is known.
    """

    id: UUID
    name: str
    short_name: str
    country: str
    kind: str
    delegates: int
    networks: tuple[str, ...]
    city: str = ""
    members: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """Whom a delegate stands for, and as what. ``is_main``: it is the one on the badge."""

    organisation: OrganisationFacts
    function: str
    is_main: bool


def organisation_profiles(
    session: Session, wanted: Collection[UUID] | None = None
) -> Mapping[UUID, OrganisationFacts]:
    """Give organisations by id, all or those that stand for some entries, in order of names."""
    standing = Standing(session)
    entries = None if wanted is None else standing.entries(wanted)
    rows = _rows(session, select(Organisation).where(Organisation.alive), Organisation.id, entries)
    stands = sorted((row[0] for row in rows), key=lambda row: (row.folded, row.id))
    belonging = _Belonging(session, standing, entries)
    return {row.id: belonging.facts(row) for row in stands}


def roles_of(
    session: Session,
    delegates: Collection[UUID],
    known: Mapping[UUID, OrganisationFacts] | None = None,
) -> Mapping[UUID, tuple[RoleFacts, ...]]:
    """Give whom each delegate stands for, the organisation on the badge first; each once.

    ``known`` are the profiles of all organisations, where they were read before.
    """
    standing = Standing(session)
    held = _held(session, standing, delegates)
    ids = {each for of in held.values() for each in of}
    if known is None:
        known = organisation_profiles(session, ids)
    return {
        delegate: tuple(
            sorted(
                (
                    RoleFacts(known[each], function, is_main)
                    for each, (function, is_main) in of.items()
                    if each in known
                ),
                key=lambda role: (not role.is_main, role.organisation.name.casefold()),
            )
        )
        for delegate, of in held.items()
    }


def organisations_of(
    session: Session, delegates: Collection[UUID]
) -> Mapping[UUID, frozenset[UUID]]:
    """Give the organisations that each delegate stands for, as those stand now."""
    held = _held(session, Standing(session), delegates)
    return {delegate: frozenset(of) for delegate, of in held.items()}


def people_of(session: Session, organisation: UUID) -> set[UUID]:
    """Give the delegates who stand for an organisation, or also do."""
    entries = Standing(session).entries({organisation})
    found: set[UUID] = set()
    for query, column in _STAND_FOR:
        found |= {delegate for _of, delegate in _rows(session, query, column, entries)}
    return found


def _held(
    session: Session, standing: Standing, delegates: Collection[UUID]
) -> dict[UUID, dict[UUID, tuple[str, bool]]]:
    held: dict[UUID, dict[UUID, tuple[str, bool]]] = {each: {} for each in delegates}
    main = select(Delegate.id, Delegate.organisation_id, Delegate.function)
    for delegate, organisation, function in _rows(session, main, Delegate.id, delegates):
        if organisation is not None:
            held[delegate][standing.of(organisation)] = (function, True)
    further = select(Role.delegate_id, Role.organisation_id, Role.function).where(Role.alive)
    ordered = further.order_by(Role.id)
    for delegate, organisation, function in _rows(session, ordered, Role.delegate_id, delegates):
        if organisation is not None:
            held[delegate].setdefault(standing.of(organisation), (function, False))
    return held


class _Belonging:
    """What belongs to organisations, by the one that stands."""

    def __init__(
        self, session: Session, standing: Standing, entries: Collection[UUID] | None
    ) -> None:
        self._traits: dict[tuple[UUID, str], dict[str, str]] = defaultdict(dict)
        self._networks: dict[UUID, set[UUID]] = defaultdict(set)
        self._members: dict[UUID, set[UUID]] = defaultdict(set)
        self._people: dict[UUID, set[UUID]] = defaultdict(set)
        traits = select(Trait.organisation_id, Trait.sort, Trait.value).where(Trait.alive)
        ordered = traits.order_by(Trait.id)
        for of, sort, value in _rows(session, ordered, Trait.organisation_id, entries):
            # Of two spellings, which entries had that were merged, one says it.
            self._traits[standing.of(of), sort].setdefault(same_name(value), value)
        seats = select(Organisation.id, Organisation.country).where(
            Organisation.merged_into.is_not(None), Organisation.country != ""
        )
        for of, country in _rows(session, seats, Organisation.id, entries):
            self._traits[standing.of(of), COUNTRY].setdefault(same_name(country), country)
        self._take_memberships(session, standing, entries)
        self._take_people(session, standing, entries)
        called = select(Organisation.id, Organisation.name).where(Organisation.alive)
        self._names = {row.id: row.name for row in session.execute(called)}

    def _take_memberships(
        self, session: Session, standing: Standing, entries: Collection[UUID] | None
    ) -> None:
        query = select(Membership.member_id, Membership.network_id).where(Membership.alive)
        for end in (Membership.member_id, Membership.network_id):
            for member, network in _rows(session, query, end, entries):
                ours, theirs = standing.of(member), standing.of(network)
                if ours != theirs:
                    self._networks[ours].add(theirs)
                    self._members[theirs].add(ours)

    def _take_people(
        self, session: Session, standing: Standing, entries: Collection[UUID] | None
    ) -> None:
        for query, column in _STAND_FOR:
            for of, delegate in _rows(session, query, column, entries):
                if of is not None:
                    self._people[standing.of(of)].add(delegate)

    def facts(self, row: Organisation) -> OrganisationFacts:
        traits = {
            sort: sorted(self._traits[row.id, sort].values(), key=str.casefold) for sort in _SORTS
        }
        seat = (row.country,) if row.country else ()
        return OrganisationFacts(
            id=row.id,
            name=row.name,
            short_name=row.short_name,
            country=row.country,
            kind=row.kind,
            delegates=len(self._people[row.id]),
            networks=self._called(self._networks[row.id]),
            city=row.city,
            members=self._called(self._members[row.id]),
            countries=tuple(dict.fromkeys((*seat, *traits[COUNTRY]))),
            strengths=tuple(traits[STRENGTH]),
            services=tuple(traits[SERVICE]),
        )

    def _called(self, organisations: Collection[UUID]) -> tuple[str, ...]:
        names = (self._names[each] for each in organisations if each in self._names)
        return tuple(sorted(names, key=str.casefold))


_STAND_FOR = (
    (
        select(Delegate.organisation_id, Delegate.id).where(Delegate.alive),
        Delegate.organisation_id,
    ),
    (
        select(Role.organisation_id, Delegate.id)
        .join(Delegate, (Delegate.id == Role.delegate_id) & Delegate.alive)
        .where(Role.alive),
        Role.organisation_id,
    ),
)
_SORTS = (COUNTRY, STRENGTH, SERVICE)


def _rows(
    session: Session, query: Any, column: Any, among: Collection[UUID] | None
) -> Iterator[Any]:
    """Yield all rows, or those with one of some ids in a column."""
    if among is None:
        yield from session.execute(query.where(column.is_not(None)))
        return
    for part in chunks(sorted(among)):
        yield from session.execute(query.where(column.in_(part)))
