"""What a desk says of an organisation: its networks, its countries, its strengths and services."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.belonging_deeds import COUNTRY, SERVICE, STRENGTH, TraitSet
from app.delegates.countries import country_of
from app.delegates.group_deeds import MembershipSet, OrganisationChanged
from app.delegates.groups import Groups, same_name
from app.delegates.organisations import (
    SameOrganisation,
    known_organisation,
    organisation_facts,
    standing_memberships,
)
from app.delegates.profiles import OrganisationFacts
from app.delegates.reading.cells import answers_of
from app.delegates.standing import Standing
from app.errors import DeskError
from app.journal.deeds import Deed
from app.journal.journal import Journal, Pen, Unit
from db.models import Organisation, Trait

Values = tuple[str, ...]


class Way(Enum):
    """What becomes of what was said before."""

    ONLY = "only"
    MORE = "more"
    NO_LONGER = "no longer"


@dataclass(frozen=True, slots=True)
class OrganisationWords:
    """What is said of an organisation. Nothing means: not said.

    ``networks`` are names, which may be new; ``countries`` names or codes. If only these are
    meant, the first is that of the seat.
    """

    networks: Values | None = None
    countries: Values | None = None
    strengths: Values | None = None
    services: Values | None = None


@dataclass(eq=False)
class UnknownCountry(DeskError):
    """No country has this name or code."""

    country: str


@dataclass(eq=False)
class AllSaid(DeskError):
    """The organisation's entry says all this already."""

    organisation: str


@dataclass(frozen=True, slots=True)
class Describing:
    """Describes organisations, which are named as they are spelt here."""

    journal: Journal

    def facts(self, organisation: str) -> OrganisationFacts:
        """Give what is known of an organisation.

        Raises:
            UnknownOrganisation: The name is not known.
        """
        with self.journal.reading() as session:
            return organisation_facts(session, known_organisation(session, organisation))

    def describe(
        self, organisation: str, words: OrganisationWords, way: Way = Way.ONLY
    ) -> OrganisationFacts:
        """Let this be said of an organisation; of what is not spoken of, all stays.

        Raises:
            UnknownOrganisation: The name is not known.
            UnknownCountry: A country is not known.
            SameOrganisation: It would be its own network.
            AllSaid: It is said already.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            ours = known_organisation(pen.session, organisation)
            networks = _networks(pen, ours, words.networks, way)
            facts = organisation_facts(pen.session, ours)
            deeds = [
                *_memberships(pen.session, ours, facts, networks, way),
                *_countries(pen.session, facts, words.countries, way),
                *_traits(pen.session, facts, STRENGTH, (facts.strengths, words.strengths), way),
                *_traits(pen.session, facts, SERVICE, (facts.services, words.services), way),
            ]
            if not deeds:
                raise AllSaid(facts.name)
            pen.write_all(deeds)
            return organisation_facts(pen.session, ours)


def answers(texts: Iterable[str]) -> Values:
    """Part what is said of strengths or services, as an import does: by ``;``, ``|`` or commas."""
    return tuple(dict.fromkeys(each for text in texts for each in answers_of(text)))


def _wanted(has: Iterable[str], said: Iterable[str], way: Way) -> Mapping[str, str]:
    """Give what is to be so, by how it is compared."""
    stands = {same_name(each): each for each in has}
    spoken = {same_name(each): each for each in said}
    if way is Way.ONLY:
        return {key: stands.get(key, each) for key, each in spoken.items()}
    if way is Way.MORE:
        return {**spoken, **stands}
    return {key: each for key, each in stands.items() if key not in spoken}


def _traits(
    session: Session,
    facts: OrganisationFacts,
    sort: str,
    values: tuple[Values, Values | None],
    way: Way,
) -> Iterator[Deed]:
    has, said = values
    if said is None:
        return
    wanted = _wanted(has, answers(said), way)
    stands = {same_name(each) for each in has}
    yield from (
        TraitSet(facts.id, sort, value, holds=True)
        for key, value in wanted.items()
        if key not in stands
    )
    yield from _ended(session, facts.id, sort, wanted)


def _ended(
    session: Session, organisation: UUID, sort: str, wanted: Mapping[str, str]
) -> Iterator[Deed]:
    """Yield what ends all that is not wanted, also what was said of an entry that was merged."""
    entries = Standing(session).entries({organisation})
    query = select(Trait.organisation_id, Trait.value).where(
        Trait.organisation_id.in_(entries), Trait.sort == sort, Trait.alive
    )
    for entry, value in session.execute(query):
        if entry is not None and same_name(value) not in wanted:
            yield TraitSet(entry, sort, value, holds=False)


def _countries(
    session: Session, facts: OrganisationFacts, said: Values | None, way: Way
) -> Iterator[Deed]:
    """Yield what sets the countries: that of the seat stands in the organisation itself."""
    if said is None:
        return
    wanted = _wanted(facts.countries, [_code(each) for each in said], way)
    seat = next(iter(wanted.values()), "") if way is Way.ONLY else facts.country
    if seat not in wanted.values():
        seat = next(iter(wanted.values()), "") if facts.country else ""
    if seat != facts.country:
        yield OrganisationChanged(facts.id, {"country": seat}, {"country": facts.country})
    others = {key: each for key, each in wanted.items() if each != seat}
    stands = {same_name(each) for each in facts.countries if each != facts.country}
    yield from (
        TraitSet(facts.id, COUNTRY, each, holds=True)
        for key, each in others.items()
        if key not in stands
    )
    yield from _ended(session, facts.id, COUNTRY, others)
    merged = select(Organisation.id, Organisation.country).where(
        Organisation.id.in_(Standing(session).entries({facts.id}) - {facts.id}),
        Organisation.country != "",
    )
    for entry, country in session.execute(merged):
        if same_name(country) not in wanted:
            yield OrganisationChanged(entry, {"country": ""}, {"country": country})


def _code(country: str) -> str:
    code = country_of(country)
    if code is None:
        raise UnknownCountry(country)
    return code


def _networks(pen: Pen, ours: UUID, said: Values | None, way: Way) -> Mapping[UUID, str] | None:
    """Find the networks that are spoken of; new ones are written at once."""
    if said is None:
        return None
    groups = Groups(pen.session)
    found: dict[UUID, str] = {}
    for name in filter(None, (" ".join(each.split()) for each in said)):
        network = groups.organisation(name)
        if network == ours:
            raise SameOrganisation(name)
        if network is not None:
            found[network] = name
    new = list(groups.take_new())
    if way is not Way.NO_LONGER:
        pen.write_all(new)
    return found


def _memberships(
    session: Session,
    ours: UUID,
    facts: OrganisationFacts,
    said: Mapping[UUID, str] | None,
    way: Way,
) -> Iterator[Deed]:
    if said is None:
        return
    has = {known_organisation(session, each) for each in facts.networks}
    ends = {Way.ONLY: has - said.keys(), Way.MORE: set(), Way.NO_LONGER: has & said.keys()}[way]
    if way is not Way.NO_LONGER:
        new = (each for each in said if each not in has)
        yield from (MembershipSet(ours, each, belongs=True) for each in new)
    for network in sorted(ends):
        rows = standing_memberships(session, ours, network)
        yield from (MembershipSet(*ends_of, belongs=False) for ends_of in rows)
