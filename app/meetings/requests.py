"""What a desk does to requests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from app.errors import DeskError
from app.journal.deeds import Deed
from app.journal.journal import Journal, Pen, Unit
from app.meetings.deeds import (
    RequestAdded,
    RequestChanged,
    RequestNoted,
    RequestReinstated,
    RequestWithdrawn,
    Values,
)
from app.meetings.numbers import free_request_numbers
from app.meetings.orders import (
    RequestNotPossible,
    RequestOrder,
    UnknownRequest,
    as_said,
    check_sides,
    request_named,
    values_of,
)
from app.meetings.setting import Setting, setting
from app.meetings.views import RequestFacts, request_told, told
from app.meetings.wishes import Wish, Wishes
from db.ids import new_id
from db.models import Request


@dataclass(eq=False)
class RequestStands(DeskError):
    """These guests ask these hosts already."""

    request: RequestFacts


@dataclass(frozen=True, slots=True)
class _Asked:
    guests: Sequence[UUID]
    hosts: Sequence[UUID]


@dataclass(frozen=True, slots=True)
class Requests:
    """Takes in, corrects and withdraws requests. ``letters`` begin their numbers."""

    journal: Journal
    letters: str

    def all(self) -> tuple[RequestFacts, ...]:
        """Give all requests in the order they came; those of both sides are one."""
        with self.journal.reading() as session:
            return told(session).requests

    def of(self, delegate: UUID) -> tuple[RequestFacts, ...]:
        """Give the requests in which a delegate is on either side."""
        with self.journal.reading() as session:
            return told(session, delegate).requests

    def named(self, request: str) -> UUID:
        """Find the request that somebody named by number or id.

        Raises:
            UnknownRequest: There is none.
        """
        with self.journal.reading() as session:
            return request_named(session, request)

    def add(
        self, guests: Sequence[UUID], hosts: Sequence[UUID], order: RequestOrder
    ) -> RequestFacts:
        """Note that guests ask hosts for a meeting; refuses as ``add_all`` does."""
        return self.add_all([(guests, hosts)], order)[0]

    def add_all(
        self, sides: Sequence[tuple[Sequence[UUID], Sequence[UUID]]], order: RequestOrder
    ) -> tuple[RequestFacts, ...]:
        """Note that guests ask hosts for meetings. Where those ask back, both are one request.

        Args:
            sides: Guests and hosts of each meeting.
            order: What is said of all of them.

        Raises:
            RequestStands: They ask them already.
            WithThemselves, RequestNotPossible: They can't meet.
            UnknownSlot, UnknownTable, UnknownResource, UnknownRequest: As for ``change``.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            around = setting(pen.session)
            added = [self._add(pen, around, _Asked(*each), order) for each in sides]
            return tuple(_facts(pen.session, around, request) for request in added)

    def _add(self, pen: Pen, around: Setting, asked: _Asked, order: RequestOrder) -> UUID:
        attendees = around.attendees
        guests, hosts = map(attendees.standing_all, (asked.guests, asked.hosts))
        check_sides(attendees, hosts, guests)
        known = Wishes(pen.session, attendees, (*hosts, *guests)).asked(hosts, guests)
        if known is not None:
            raise RequestStands(_facts(pen.session, around, known))
        request = new_id()
        number = next(free_request_numbers(pen.session, self.letters))
        people = {"hosts": [*map(str, hosts)], "guests": [*map(str, guests)]}
        values = values_of(order, around, pen.session)
        pen.write(RequestAdded(request, number, people | values))
        if order.note:
            pen.write(RequestNoted(request, order.note.strip()))
        return request

    def change(self, request: UUID, order: RequestOrder) -> RequestFacts:
        """Correct a request, whichever side asked for it.

        Raises:
            UnknownRequest: There is no such request.
            RequestNotPossible, UnknownSlot, UnknownTable, UnknownResource: What is said is of no
                use.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            around = setting(pen.session)
            wish = _wish(pen.session, around, request)
            values = values_of(order, around, pen.session)
            if not set(map(str, wish.rows)).isdisjoint(values.get("after", ())):
                raise RequestNotPossible("after_itself", wish.number)
            pen.write_all(_changes(pen.session, wish, values, order.note))
            return _facts(pen.session, around, wish.id)

    def withdraw(self, request: UUID) -> RequestFacts:
        """Note that nobody wants this meeting any more; one that is planned stays till replanned.

        Raises:
            UnknownRequest: There is no such request.
        """
        return self._set_withdrawn(request, withdrawn=True)

    def reinstate(self, request: UUID) -> RequestFacts:
        """Let a request that was withdrawn count again.

        Raises:
            UnknownRequest: There is no such request.
        """
        return self._set_withdrawn(request, withdrawn=False)

    def _set_withdrawn(self, request: UUID, *, withdrawn: bool) -> RequestFacts:
        deed = RequestWithdrawn if withdrawn else RequestReinstated
        with self.journal.writing(Unit(uuid4())) as pen:
            around = setting(pen.session)
            wish = _wish(pen.session, around, request)
            rows = [pen.session.get_one(Request, row) for row in wish.rows]
            pen.write_all([deed(row.id) for row in rows if row.withdrawn != withdrawn])
            return _facts(pen.session, around, wish.id)


def _wish(session: Session, around: Setting, request: UUID) -> Wish:
    """Give the wish that a request speaks of, read by those whom it names."""
    row = session.get(Request, request)
    if row is None or not row.alive:
        raise UnknownRequest(str(request))
    people = around.attendees.standing_named([*row.hosts, *row.guests])
    wish = Wishes(session, around.attendees, people).of_row(request)
    assert wish is not None  # noqa: S101 - its own people were asked for
    return wish


def _changes(session: Session, wish: Wish, values: Values, note: str | None) -> list[Deed]:
    """Give the deeds that let every row of a wish say the same."""
    deeds: list[Deed] = []
    for row in (session.get_one(Request, each) for each in wish.rows):
        before = {name: as_said(getattr(row, name)) for name in values}
        new = {name: value for name, value in values.items() if value != before[name]}
        if new:
            deeds.append(RequestChanged(row.id, new, {name: before[name] for name in new}))
        if note is not None and note.strip() != row.note:
            said = (row.note_said, row.note, row.note_said)
            deeds.append(RequestNoted(row.id, note.strip(), *said))
    return deeds


def _facts(session: Session, around: Setting, request: UUID) -> RequestFacts:
    session.expire_all()
    return request_told(session, around, _wish(session, around, request))
