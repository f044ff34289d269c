"""Whom a delegate stands for besides the organisation on the badge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.belonging_deeds import RoleSet, role_row
from app.delegates.groups import Groups
from app.delegates.orders import PersonOrder
from app.delegates.organisations import UnknownOrganisation, known_organisation
from app.delegates.person import WasErased, person
from app.delegates.profiles import RoleFacts, roles_of
from app.delegates.standing import Standing
from app.errors import DeskError
from app.journal.deeds import Deed
from app.journal.journal import Journal, Unit
from db.models import Delegate, Role


@dataclass(eq=False)
class RoleStands(DeskError):
    """They stand for the organisation already, just so; it may be the one on the badge."""

    organisation: str


@dataclass(eq=False)
class NoSuchRole(DeskError):
    """They do not stand for the organisation besides their own."""

    organisation: str


@dataclass(frozen=True, slots=True)
class Roles:
    """Notes for whom delegates stand besides their own organisation."""

    journal: Journal

    def of(self, delegate: UUID) -> tuple[RoleFacts, ...]:
        """Give whom a delegate stands for, the organisation on the badge first."""
        with self.journal.reading() as session:
            return roles_of(session, {delegate})[delegate]

    def take(self, delegate: UUID, organisation: str, function: str = "") -> tuple[RoleFacts, ...]:
        """Note that somebody stands for one more organisation, which may be new, and as what.

        Raises:
            UnknownOrganisation: The name is blank.
            RoleStands: They do already.
            UnknownDelegate, WasErased: There is nobody to note it of.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            _check(pen.session, delegate)
            groups = Groups(pen.session)
            theirs = groups.organisation(" ".join(organisation.split()))
            if theirs is None:
                raise UnknownOrganisation(organisation)
            new = [*groups.take_new(), *taken(pen.session, delegate, theirs, function.strip())]
            if not new:
                raise RoleStands(organisation)
            pen.write_all(new)
            return roles_of(pen.session, {delegate})[delegate]

    def drop(self, delegate: UUID, organisation: str) -> tuple[RoleFacts, ...]:
        """Note that somebody does not stand for an organisation besides their own any more.

        Raises:
            UnknownOrganisation: The name is not known.
            NoSuchRole: They do not.
            UnknownDelegate, WasErased: There is nobody to note it of.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            _check(pen.session, delegate)
            theirs = known_organisation(pen.session, organisation)
            ends = list(dropped(pen.session, delegate, theirs))
            if not ends:
                raise NoSuchRole(organisation)
            pen.write_all(ends)
            return roles_of(pen.session, {delegate})[delegate]


def taken(session: Session, delegate: UUID, organisation: UUID, function: str) -> Iterator[Deed]:
    """Yield the deed by which somebody stands for one more organisation; none if they do."""
    main = session.get_one(Delegate, delegate).organisation_id
    if main is None or Standing(session).of(main) != organisation:
        yield from _taken(session, delegate, organisation, function)


def _taken(
    session: Session, delegate: UUID, organisation: UUID, function: str, *, just_so: bool = False
) -> Iterator[Deed]:
    """``just_so``: with this function, also if it is blank; else a blank takes none away."""
    standing = Standing(session)
    held = {
        standing.of(row.organisation_id): row
        for row in _held(session, delegate)
        if row.organisation_id
    }
    row = held.get(organisation)
    if row is not None and (row.function == function or not (function or just_so)):
        return
    entry = organisation if row is None or row.organisation_id is None else row.organisation_id
    before = row.function if row is not None else _earlier(session, delegate, entry)
    yield RoleSet(delegate, entry, True, row is not None, function, before)


def dropped(session: Session, delegate: UUID, organisation: UUID) -> Iterator[Deed]:
    """Yield the deeds by which somebody does not stand for one more organisation any more."""
    standing = Standing(session)
    for row in _held(session, delegate):
        if row.organisation_id and standing.of(row.organisation_id) == organisation:
            yield RoleSet(delegate, row.organisation_id, False, True, row.function, row.function)


def only(session: Session, groups: Groups, delegate: UUID, order: PersonOrder) -> list[Deed]:
    """Give what lets somebody stand for just those that are said; nothing if nobody said.

    The organisation on the badge is none of them, be it as it was or as it is said to be.
    """
    if order.further is None:
        return []
    standing, wanted = Standing(session), {}
    main = session.get_one(Delegate, delegate).organisation_id
    if order.organisation is not None:
        main = groups.organisation(order.organisation.strip())
    own = standing.of(main) if main is not None else None
    for name, function in order.further:
        organisation = groups.organisation(" ".join(name.split()))
        if organisation is not None and organisation != own:
            wanted[organisation] = function
    held = {row.organisation_id for row in _held(session, delegate)} - {None}
    ended = sorted({standing.of(each) for each in held if each} - wanted.keys())
    ends = [deed for each in ended for deed in dropped(session, delegate, each)]
    begun = [
        deed
        for each, function in wanted.items()
        for deed in _taken(session, delegate, each, function, just_so=True)
    ]
    return [*ends, *begun]


def passed_on(session: Session, kept: UUID, merged: UUID) -> Iterator[Deed]:
    """Yield what lets one entry of a person stand for all that the other stands for.

    If the one has no organisation, that of the other one becomes its own.
    """
    is_free = session.get_one(Delegate, kept).organisation_id is None
    for role in roles_of(session, {merged})[merged]:
        if role.is_main and is_free:
            continue
        yield from taken(session, kept, role.organisation.id, role.function)


def _earlier(session: Session, delegate: UUID, organisation: UUID) -> str:
    row = session.get(Role, role_row(delegate, organisation))
    return "" if row is None else row.function


def _held(session: Session, delegate: UUID) -> list[Role]:
    query = select(Role).where(Role.delegate_id == delegate, Role.alive).order_by(Role.id)
    return [row for row in session.scalars(query) if row.organisation_id is not None]


def _check(session: Session, delegate: UUID) -> None:
    found = person(session, delegate)
    if session.get_one(Delegate, delegate).erased:
        raise WasErased(found.badge_number)
