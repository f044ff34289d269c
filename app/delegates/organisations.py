"""What a desk does to organisations: one entry for each, a short name, and their networks."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.group_deeds import MembershipSet, OrganisationChanged, OrganisationsMerged
from app.delegates.groups import Groups
from app.delegates.person import Person, people
from app.delegates.profiles import (
    OrganisationFacts,
    organisation_profiles,
    people_of,
)
from app.delegates.registration import LONGEST_SHORT_NAME
from app.delegates.standing import Standing
from app.errors import DeskError
from app.journal.journal import Journal, Unit
from db.models import Delegate, Membership, Organisation


@dataclass(eq=False)
class UnknownOrganisation(DeskError):
    """No organisation has this name."""

    organisation: str


@dataclass(eq=False)
class SameOrganisation(DeskError):
    """An organisation is neither merged with itself nor a member of itself."""

    organisation: str


@dataclass(eq=False)
class MembershipStands(DeskError):
    """It belongs to the network already, or does not belong to it anyway."""

    organisation: str
    network: str


@dataclass(eq=False)
class ShortNameTooLong(DeskError):
    """A short name has ``most`` characters at most, or it is none where there is little room."""

    short_name: str
    most: int = LONGEST_SHORT_NAME


@dataclass(frozen=True, slots=True)
class Organisations:
    """Shows, merges and connects organisations, which are named as they are spelt here."""

    journal: Journal

    def all(self) -> tuple[OrganisationFacts, ...]:
        """Give every organisation, in the order of their names."""
        with self.journal.reading() as session:
            return organisations(session)

    def people(self, organisation: UUID) -> tuple[Person, ...]:
        """Give who stands for an organisation, or also does, by badge number."""
        with self.journal.reading() as session:
            return tuple(people(session, people_of(session, organisation)).values())

    def merge(self, kept: str, merged: str) -> OrganisationFacts:
        """Join two entries of one organisation; the other spelling leads to the kept one.

        Raises:
            UnknownOrganisation: A name is not known.
            SameOrganisation: It is one entry.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            ours, theirs = _two(pen.session, kept, merged)
            who = (
                select(Delegate.id).where(Delegate.organisation_id == theirs).order_by(Delegate.id)
            )
            pen.write(OrganisationsMerged(ours, theirs, tuple(pen.session.scalars(who))))
            return organisation_facts(pen.session, ours)

    def shorten(self, organisation: str, short_name: str) -> OrganisationFacts:
        """Say what an organisation is called where there is no room for its name.

        A blank takes that back: its name is then cut where it has to be.

        Raises:
            UnknownOrganisation: The name is not known.
            ShortNameTooLong: It would not fit either.
        """
        short = " ".join(short_name.split())
        if len(short) > LONGEST_SHORT_NAME:
            raise ShortNameTooLong(short)
        with self.journal.writing(Unit(uuid4())) as pen:
            ours = known_organisation(pen.session, organisation)
            before = pen.session.get_one(Organisation, ours).short_name
            if short != before:
                values = {"short_name": short}
                pen.write(OrganisationChanged(ours, values, before={"short_name": before}))
            return organisation_facts(pen.session, ours)

    def join(self, member: str, network: str) -> OrganisationFacts:
        """Note that an organisation belongs to a network, which may be new.

        Raises:
            UnknownOrganisation: The member is not known.
            SameOrganisation: It is one organisation.
            MembershipStands: It belongs to it already.
        """
        return self._set_membership(member, network, belongs=True)

    def leave(self, member: str, network: str) -> OrganisationFacts:
        """Note that an organisation no longer belongs to a network.

        Raises:
            UnknownOrganisation: A name is not known.
            MembershipStands: It does not belong to it.
        """
        return self._set_membership(member, network, belongs=False)

    def _set_membership(self, member: str, network: str, *, belongs: bool) -> OrganisationFacts:
        with self.journal.writing(Unit(uuid4())) as pen:
            groups = Groups(pen.session)
            if belongs:
                groups.organisation(network)
                pen.write_all(list(groups.take_new()))
            ours, theirs = _two(pen.session, member, network)
            rows = standing_memberships(pen.session, ours, theirs)
            if bool(rows) == belongs:
                raise MembershipStands(member, network)
            ends = [(ours, theirs)] if belongs else rows
            pen.write_all([MembershipSet(*each, belongs) for each in ends])
            return organisation_facts(pen.session, ours)


def organisations(session: Session) -> tuple[OrganisationFacts, ...]:
    """Give every organisation, in the order of their names."""
    return tuple(organisation_profiles(session).values())


def organisation_facts(session: Session, organisation: UUID) -> OrganisationFacts:
    """Give one organisation that stands."""
    return organisation_profiles(session, {organisation})[organisation]


def standing_memberships(session: Session, member: UUID, network: UUID) -> list[tuple[UUID, UUID]]:
    """Give the rows by which one belongs to the other, as their entries before merges have it."""
    standing = Standing(session)
    query = select(Membership.member_id, Membership.network_id).where(
        Membership.member_id.in_(standing.entries({member})),
        Membership.network_id.in_(standing.entries({network})),
        Membership.alive,
    )
    return [(one, other) for one, other in session.execute(query) if one and other]


def _two(session: Session, one: str, other: str) -> tuple[UUID, UUID]:
    first, second = known_organisation(session, one), known_organisation(session, other)
    if first == second:
        raise SameOrganisation(one)
    return first, second


def known_organisation(session: Session, name: str) -> UUID:
    """Find the organisation of this name.

    Raises:
        UnknownOrganisation: There is none.
    """
    groups = Groups(session)
    found = groups.organisation(name)
    if found is None or any(groups.take_new()):
        raise UnknownOrganisation(name)
    return found
