"""Who comes next from the waiting list, when a place is free or somebody has not come."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.applications.deeds import MovedUp
from app.applications.places import Group, ReasonNeeded, Room, Taken, room
from app.applications.reading import Application, applications
from app.applications.terms import terms_of
from app.applications.waiting import turn_between
from app.delegates.deeds import StatusSet
from app.delegates.person import Person, people, person
from app.delegates.registration import Status
from app.errors import DeskError
from app.event.facts import event_facts
from app.journal.journal import Journal, Unit
from app.journal.turns import chunks
from db.models import CheckIn, Delegate, LogRow

NOT_COME_REASON: Final = "not here by {at:%d %B %Y, %H:%M}"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Somebody who waits and would get a place: a free one, or that of somebody who has not come.

    ``waits_as`` is the place on the list, from 1.
    """

    person: Person
    received: datetime | None
    late: bool
    waits_as: int
    instead_of: Person | None


@dataclass(frozen=True, slots=True)
class NextIn:
    """Who is proposed, by turn. ``missing`` are the accepted who have not come by ``come_by``.

    ``come_by`` is nothing before that time, and where none was set.
    """

    places: tuple[Taken, ...]
    waiting: int
    come_by: datetime | None
    missing: tuple[Person, ...]
    proposals: tuple[Proposal, ...]


@dataclass(eq=False)
class NotWaiting(DeskError):
    """Somebody is not on the waiting list, so there is nothing to move or to confirm."""

    delegate: Person
    status: str


@dataclass(eq=False)
class NotProposed(DeskError):
    """Somebody waits, but others come before, or there is no place for them.

    ``first`` is who is proposed instead, if anybody.
    """

    delegate: Person
    first: Person | None = None


@dataclass(frozen=True, slots=True)
class WaitingList:
    """Proposes who is next, lets somebody in, and moves people up. Each call is one undo."""

    journal: Journal

    def next_in(self) -> NextIn:
        """Tell who is proposed now. It changes nothing."""
        with self.journal.reading() as session:
            return _next_in(session, self.journal.now)

    def let_in(self, delegate: UUID) -> Person:
        """Accept somebody who is proposed. Whose place they get has it no longer.

        Raises:
            NotWaiting, NotProposed: They are not the ones to let in.
            UnknownDelegate: There is no such delegate.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            found = person(pen.session, delegate)
            if found.status != Status.WAITING:
                raise NotWaiting(found, found.status)
            now = _next_in(pen.session, self.journal.now)
            proposal = next((each for each in now.proposals if each.person.id == delegate), None)
            if proposal is None:
                first = now.proposals[0].person if now.proposals else None
                raise NotProposed(found, first)
            deeds = [_set(found, Status.ACCEPTED, "")]
            if (absent := proposal.instead_of) is not None and now.come_by is not None:
                at = now.come_by.astimezone(event_facts(pen.session).zone)
                deeds.insert(0, _set(absent, Status.WITHDRAWN, NOT_COME_REASON.format(at=at)))
            pen.write_all(deeds)
            return person(pen.session, delegate)

    def move_up(self, delegate: UUID, reason: str, before: UUID | None = None) -> int:
        """Put somebody before another on the waiting list, or before everybody.

        Who stands before the other already stays there. A late application that somebody moved
        is judged as if it had come in time.

        Returns:
            The place on the list, from 1.

        Raises:
            ReasonNeeded: Nobody said why.
            NotWaiting: One of the two is not on the list.
            UnknownDelegate: There is no such delegate.
        """
        if not reason.strip():
            raise ReasonNeeded
        with self.journal.writing(Unit(uuid4())) as pen:
            for each in (delegate, before or delegate):
                found = person(pen.session, each)
                if found.status != Status.WAITING:
                    raise NotWaiting(found, found.status)
            queue = waiting(pen.session)
            stands = [each.id for each in queue]
            now, place = stands.index(delegate), stands.index(before) if before else 0
            moved = queue[now]
            # Who is late and first already is to be judged as if in time from now on.
            if place > now or (place == now and (moved.was_moved or not moved.late)):
                return now + 1
            was = moved.turn if moved.was_moved else ""
            after = queue[place].turn
            # Desks that were cut off from each other may have given two people one turn.
            before_it = max((each.turn for each in queue if each.turn < after), default="")
            turn = turn_between(before_it, after)
            pen.write(MovedUp(delegate, turn, was, reason.strip()))
            return stands.index(next(each.id for each in queue if each.turn == after)) + 1


def waiting(session: Session) -> Sequence[Application]:
    """Give the waiting list, in its order."""
    return _waiting(applications(session))


def _waiting(found: Sequence[Application]) -> Sequence[Application]:
    return [each for each in found if each.status is Status.WAITING]


def _next_in(session: Session, now: datetime) -> NextIn:
    come_by = terms_of(session).come_by
    if come_by is not None and now < come_by:
        come_by = None
    left, found = room(session), applications(session)
    queue = _waiting(found)
    told = left.told()
    absent = _not_come(session, found, come_by) if come_by is not None else []
    pairs = list(_pairs(left, _Queue(queue), absent))
    known = people(session, {each.id for each, _ in pairs} | {each.id for each in absent})
    places = {each.id: place for place, each in enumerate(queue, start=1)}
    proposals = tuple(
        Proposal(
            *(known[each.id], each.received, each.late, places[each.id]),
            known[instead_of] if instead_of is not None else None,
        )
        for each, instead_of in sorted(pairs, key=lambda pair: places[pair[0].id])
    )
    missing = tuple(known[each.id] for each in absent)
    return NextIn(told, len(queue), come_by, missing, proposals)


class _Queue:
    """Those who wait, by whose places they would take: of one group all find a place, or none."""

    def __init__(self, queue: Sequence[Application]) -> None:
        self._of: dict[Group, deque[tuple[int, Application]]] = defaultdict(deque)
        for place, each in enumerate(queue):
            self._of[each.group].append((place, each))

    def take_first(self, left: Room) -> Application | None:
        """Take the first who fits off the queue, and their place."""
        fitting = [those for group, those in self._of.items() if left.lacks(group) is None]
        if not fitting:
            return None
        those = min(fitting, key=lambda each: each[0][0])
        _place, first = those.popleft()
        if not those:
            del self._of[first.group]
        left.take(first.group)
        return first


def _pairs(
    left: Room, queue: _Queue, absent: Sequence[Application]
) -> Iterator[tuple[Application, UUID | None]]:
    """Yield who may come next: for free places, then for those of people who have not come."""
    while (fits := queue.take_first(left)) is not None:
        yield fits, None
    for missing in absent:
        left.release(missing.group)
        if (fits := queue.take_first(left)) is None:
            left.take(missing.group)
        else:
            yield fits, missing.id


def _not_come(
    session: Session, found: Sequence[Application], come_by: datetime
) -> Sequence[Application]:
    """Give the accepted who were never here, by badge number; not those accepted only later."""
    came = set(session.scalars(select(CheckIn.delegate_id).where(CheckIn.alive)))
    accepted = [each for each in found if each.status is Status.ACCEPTED]
    away = [each for each in accepted if each.id not in came]
    later = _accepted_since(session, [each.id for each in away], come_by)
    by_number = sorted(away, key=lambda each: each.badge_number)
    return [each for each in by_number if each.id not in later]


def _accepted_since(session: Session, delegates: Sequence[UUID], come_by: datetime) -> set[UUID]:
    """Give those whose status was written after an instant, and not only restored by an undo."""
    since: set[UUID] = set()
    for part in chunks(delegates):
        columns = select(Delegate.id, Delegate.stamp, Delegate.stamps)
        rows = session.execute(columns.where(Delegate.id.in_(part))).all()
        deeds = {UUID(hex=row.stamps.get("status", row.stamp)[16:]): row.id for row in rows}
        late = select(LogRow.id).where(
            LogRow.id.in_(deeds), LogRow.at >= come_by, LogRow.undoes.is_(None)
        )
        since |= {deeds[deed] for deed in session.scalars(late)}
    return since


def _set(who: Person, status: Status, reason: str) -> StatusSet:
    return StatusSet(who.id, status, reason, who.status, who.status_reason)
