"""What a desk does to organisations: one entry for each, a short name, and their networks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.delegates.group_deeds import MembershipSet, OrganisationChanged, OrganisationsMerged
from app.delegates.groups import Groups
from app.delegates.registration import LONGEST_SHORT_NAME
from app.errors import DeskError
from app.journal.journal import Journal, Unit
from db.models import Delegate, Membership, Organisation


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    """An organisation: how many delegates stand for it, which networks it belongs to."""

    id: UUID
    name: str
    short_name: str
    country: str
    kind: str
    delegates: int
    networks: tuple[str, ...]


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
            return _facts(pen.session, {ours})[0]

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
            ours = _known(pen.session, organisation)
            before = pen.session.get_one(Organisation, ours).short_name
            if short != before:
                values = {"short_name": short}
                pen.write(OrganisationChanged(ours, values, before={"short_name": before}))
            return _facts(pen.session, {ours})[0]

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
            if (theirs in _networks(pen.session).get(ours, ())) == belongs:
                raise MembershipStands(member, network)
            pen.write(MembershipSet(ours, theirs, belongs))
            return _facts(pen.session, {ours})[0]


def organisations(session: Session) -> tuple[OrganisationFacts, ...]:
    """Give every organisation, in the order of their names."""
    return _facts(session, None)


def _two(session: Session, one: str, other: str) -> tuple[UUID, UUID]:
    first, second = _known(session, one), _known(session, other)
    if first == second:
        raise SameOrganisation(one)
    return first, second


def _known(session: Session, name: str) -> UUID:
    groups = Groups(session)
    found = groups.organisation(name)
    if found is None or any(groups.take_new()):
        raise UnknownOrganisation(name)
    return found


def _networks(session: Session) -> dict[UUID, list[UUID]]:
    networks: dict[UUID, list[UUID]] = defaultdict(list)
    rows = session.execute(
        select(Membership.member_id, Membership.network_id).where(Membership.alive)
    )
    for member, network in rows:
        if member is not None and network is not None:
            networks[member].append(network)
    return networks


def _facts(session: Session, wanted: Collection[UUID] | None) -> tuple[OrganisationFacts, ...]:
    in_order = (Organisation.folded, Organisation.id)
    rows = session.scalars(select(Organisation).where(Organisation.alive).order_by(*in_order)).all()
    names = {row.id: row.name for row in rows}
    networks = _networks(session)
    counts = select(Delegate.organisation_id, func.count()).where(Delegate.alive)
    counted = session.execute(counts.group_by(Delegate.organisation_id)).all()
    delegates = {row[0]: int(row[1]) for row in counted}
    return tuple(
        OrganisationFacts(
            id=row.id,
            name=row.name,
            short_name=row.short_name,
            country=row.country,
            kind=row.kind,
            delegates=delegates.get(row.id, 0),
            networks=tuple(sorted(names[each] for each in networks[row.id] if each in names)),
        )
        for row in rows
        if wanted is None or row.id in wanted
    )
