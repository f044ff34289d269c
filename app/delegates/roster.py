"""What a desk does to one delegate."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.applications.places import Group, group_of, kind_of_organisation, room
from app.applications.reading import applications, by_turn
from app.applications.terms import as_received
from app.checkin.badges import new_badges
from app.delegates.by_sector import overlaid
from app.delegates.deeds import (
    DelegateAdded,
    DelegatesMerged,
    PlaceGivenBack,
    PlaceTaken,
    StatusSet,
    Values,
)
from app.delegates.groups import Groups
from app.delegates.numbers import free_numbers
from app.delegates.orders import PersonOrder, change, gaps, place_of, values_of
from app.delegates.person import Person, people, person
from app.delegates.registration import Status
from app.delegates.roles import only, passed_on
from app.delegates.telling_apart import namesakes
from app.errors import DeskError
from app.journal.deeds import Deed
from app.journal.journal import Journal, Pen, Unit
from app.journal.turns import in_turns
from db.ids import new_id
from db.models import Badge, CheckIn, SourceKey


@dataclass(eq=False)
class NameMissing(DeskError):
    """A delegate needs a name."""


@dataclass(eq=False)
class PerhapsKnown(DeskError):
    """People of this name or e-mail are registered; look whether it is one of them."""

    delegates: tuple[Person, ...]


@dataclass(eq=False)
class NothingChanged(DeskError):
    """The delegate's entry says all this already."""

    delegate: Person


@dataclass(eq=False)
class SamePerson(DeskError):
    """An entry can't be merged with itself, nor take its own place."""

    delegate: Person


@dataclass(eq=False)
class BothCheckedIn(DeskError):
    """Both entries were checked in on the same day, so they look like two people."""

    delegates: tuple[Person, ...]
    day: date


@dataclass(frozen=True, slots=True)
class Roster:
    """Registers, corrects, merges and replaces delegates. ``letters`` begin new numbers."""

    journal: Journal
    letters: str

    def register(
        self, order: PersonOrder, *, known_apart: bool = False, despite_full: str | None = None
    ) -> Person:
        """Take in somebody at the desk: accepted, with a number and a badge code at once.

        Args:
            order: Who it is; a name is needed.
            known_apart: Somebody has looked, and it is none of those who might be the same.
            despite_full: Why they are taken in although no place is left, if somebody decided so.

        Raises:
            NameMissing: There is no name.
            PerhapsKnown: People of this name or e-mail are registered already.
            PlacesFull, ReasonNeeded: No place is left, and nobody decided otherwise, or said why.
        """
        if not order.name:
            raise NameMissing
        with self.journal.writing(Unit(uuid4())) as pen:
            alike = () if known_apart else namesakes(pen.session, order.name, order.email or "")
            if alike:
                raise PerhapsKnown(alike)
            return self._add(pen, order, despite_full=despite_full)

    def edit(self, delegate: UUID, order: PersonOrder) -> Person:
        """Correct what is known of a delegate. Their badge code stays good.

        Raises:
            NothingChanged: All this was known.
            UnknownDelegate: There is no such delegate.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            found = person(pen.session, delegate)
            groups = Groups(pen.session)
            deed = change(pen.session, delegate, values_of(order, groups))
            roles = only(pen.session, groups, delegate, order)
            if deed is None and not roles:
                raise NothingChanged(found)
            pen.write_all([*groups.take_new(), *([deed] if deed else []), *roles])
            return person(pen.session, delegate)

    def set_status(
        self, delegate: UUID, status: Status, reason: str = "", *, despite_full: bool = False
    ) -> Person:
        """Decide on an application.

        Who is accepted is to come, also if somebody else has their place: that one keeps a
        place as well, and the tickets. ``despite_full``: also if no place is left.

        Raises:
            NothingChanged: It stands there already.
            PlacesFull, ReasonNeeded: No place is left, and nobody decided otherwise, or said why.
            UnknownDelegate: There is no such delegate.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            found = person(pen.session, delegate)
            is_one_more = found.status != status or found.place_taken_by is not None
            if status == Status.ACCEPTED and is_one_more:
                decided = reason if despite_full else None
                room(pen.session).check(group_of(pen.session, delegate), decided)
            deeds: list[Deed] = []
            if status == Status.ACCEPTED and found.place_taken_by is not None:
                deeds.append(PlaceGivenBack(delegate, found.place_taken_by, ()))
            if found.status != status:
                before = (found.status, found.status_reason)
                deeds.append(StatusSet(delegate, status, reason, *before))
            if not deeds:
                raise NothingChanged(found)
            pen.write_all(deeds)
            return person(pen.session, delegate)

    def set_status_of_many(
        self, delegates: Collection[UUID], status: Status, reason: str = ""
    ) -> tuple[UUID, ...]:
        """Decide on many applications, as one thing to take back.

        Returns:
            Whose status changed. Those who stand there already, or are gone, are passed over; and
            whom there is no place for, if they would be accepted: earlier turns come first.
        """
        unit = Unit(uuid4())
        changed: list[UUID] = []
        with self.journal.reading() as session:
            ordered = by_turn(session, delegates)
        for part in in_turns(ordered):
            with self.journal.writing(unit) as pen:
                found = people(pen.session, part)
                others = [each for each in found.values() if each.status != status]
                if status == Status.ACCEPTED:
                    others = _with_place(pen.session, others)
                pen.write_all(
                    [
                        StatusSet(each.id, status, reason, each.status, each.status_reason)
                        for each in others
                    ]
                )
            changed += [each.id for each in others]
        return tuple(changed)

    def merge(self, kept: UUID, merged: UUID) -> Person:
        """Join two entries of one person. What only ``merged`` says fills ``kept``'s gaps.

        Badges, tickets and check-ins of both are good for the one that is kept.

        Raises:
            SamePerson: It is one entry.
            BothCheckedIn: Both were let in on one day.
            UnknownDelegate: There is no such delegate.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            pair = (person(pen.session, kept), person(pen.session, merged))
            if kept == merged:
                raise SamePerson(pair[0])
            _refuse_both_here(pen.session, pair)
            filled = change(pen.session, kept, gaps(pen.session, kept, merged))
            joined = DelegatesMerged(
                kept,
                merged,
                keys=_ids(pen.session, SourceKey, merged),
                badges=_ids(pen.session, Badge, merged),
                check_ins=_ids(pen.session, CheckIn, merged),
            )
            roles = passed_on(pen.session, kept, merged)
            pen.write_all([joined, *([filled] if filled else []), *roles])
            return person(pen.session, kept)

    def substitute(
        self, absent: UUID, order: PersonOrder, *, despite_full: str | None = None
    ) -> Person:
        """Let somebody take over a delegate's place: status, days, organisation, tickets.

        A place that was given up is theirs, unless others have taken all that there are.

        Raises:
            NameMissing: There is no name.
            PlacesFull, ReasonNeeded: As for ``register``.
            SamePerson: The place was taken over already.
            UnknownDelegate: There is no such delegate.
        """
        if not order.name:
            raise NameMissing
        with self.journal.writing(Unit(uuid4())) as pen:
            found = person(pen.session, absent)
            if found.place_taken_by is not None:
                raise SamePerson(person(pen.session, found.place_taken_by))
            place = place_of(pen.session, absent)
            if place["status"] == Status.WITHDRAWN:
                place["status"] = Status.ACCEPTED.value
                room(pen.session).check(group_of(pen.session, absent), despite_full)
            newcomer = self._add(pen, order, place)
            keys = _ids(pen.session, SourceKey, absent)
            pen.write(PlaceTaken(absent, newcomer.id, keys))
            return newcomer

    def _add(
        self,
        pen: Pen,
        order: PersonOrder,
        inherited: Values | None = None,
        despite_full: str | None = None,
    ) -> Person:
        delegate = new_id()
        groups = Groups(pen.session)
        number = next(free_numbers(pen.session, self.letters))
        values: Values = {"status": Status.ACCEPTED.value, **(inherited or {})}
        values |= {name: value for name, value in values_of(order, groups).items() if value}
        if inherited is None:
            why = room(pen.session).check(_group(pen.session, values), despite_full)
            values["status_reason"] = why
        if "by_sector" in values:
            values["by_sector"] = overlaid({}, values["by_sector"])
        values |= {"badge_number": number, "walk_in": True}
        values["received"] = as_received(self.journal.now)
        badges = new_badges(pen.session, [delegate])
        pen.write_all([*groups.take_new(), DelegateAdded(delegate, values), *badges])
        return person(pen.session, delegate)


def _with_place(session: Session, chosen: Sequence[Person]) -> list[Person]:
    """Leave out whom there is no place for; who applied earlier comes first."""
    left, by_id = room(session), {each.id: each for each in chosen}
    with_place = []
    for each in applications(session, by_id):
        if left.lacks(each.group) is None:
            left.take(each.group)
            with_place.append(by_id[each.id])
    return with_place


def _group(session: Session, values: Values) -> Group:
    """Tell whose places somebody takes who is registered with these values."""
    of, kind = values.get("delegation_id"), values.get("kind", "")
    stands_for = values.get("organisation_id")
    if not kind and stands_for:
        kind = kind_of_organisation(session, UUID(stands_for))
    return Group(kind, UUID(of) if of else None)


def _refuse_both_here(session: Session, pair: Sequence[Person]) -> None:
    days = [
        set(session.scalars(select(CheckIn.day).filter_by(delegate_id=each.id, alive=True)))
        for each in pair
    ]
    for day in days[0] & days[1]:
        if day is not None:
            raise BothCheckedIn(tuple(pair), day)


def _ids(
    session: Session, model: type[SourceKey] | type[Badge] | type[CheckIn], delegate: UUID
) -> tuple[UUID, ...]:
    query = select(model.id).where(model.delegate_id == delegate, model.alive).order_by(model.id)
    return tuple(session.scalars(query))


def everybody(journal: Journal, ids: Collection[UUID] | None = None) -> tuple[Person, ...]:
    """Give all delegates, or the named ones, by badge number."""
    with journal.reading() as session:
        return tuple(people(session, ids).values())
