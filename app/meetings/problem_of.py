"""From the state of an event to what is to be planned, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from app.garbage import without_collector
from app.meetings.arranged import CANCELLED, Arranged, arranged
from app.meetings.setting import Setting, setting
from app.meetings.wishes import Wish, Wishes
from app.planning import problem as p
from app.planning.check import broken_rules


@dataclass(frozen=True, slots=True)
class Scope:
    """What is planned: open requests, beside whatever stays.

    What is locked stays, and what nobody had asked for; and all that begins before ``now``, where
    that is given. ``keeps_planned``: all other meetings that are planned stay as well.
    """

    now: datetime | None = None
    keeps_planned: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A request that can't be planned at all, or a meeting that stays and can't take place.

    ``why``: ``not_coming`` (``who`` are those), ``with_themselves`` (somebody is on both sides),
    ``no_such_slot``, ``no_such_table``, ``no_such_resource``: what it is fixed to, or needs, was
    taken out.
    """

    id: UUID
    why: str
    who: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """What a plan is made of, and what it takes to make the plan so.

    ``wishes`` and ``meetings`` are by the name that the problem has for the request: the id of
    the wish, or of the meeting where nobody had asked. ``meetings`` are those that the plan may
    move or leave out; ``current`` is where they are now. ``lost`` are meetings whose slot or table
    was taken out.
    """

    scope: Scope
    problem: p.Problem
    wishes: Mapping[str, Wish]
    meetings: Mapping[str, Arranged]
    current: tuple[p.Meeting, ...]
    lost: tuple[UUID, ...]
    left_out: tuple[LeftOut, ...]


def problem_of(session: Session, scope: Scope, *, without: UUID | None = None) -> Basis:
    """Read what is to be planned, as if meetings of the plan ``without`` had not been added."""
    # Ten thousand wishes are kept to the end: looking for garbage among them took half the time.
    with without_collector():
        around = setting(session)
        wishes = Wishes(session, around.attendees)
        meetings = arranged(session, around.attendees)
        if without is not None:
            meetings = tuple(each for each in meetings if each.plan_id != without)
        return _Reading(around, wishes, meetings, scope).basis()


def _names(ids: Iterable[UUID]) -> frozenset[str]:
    return frozenset(map(str, ids))


@dataclass(slots=True)
class _Stands:
    """A meeting that takes place, and where."""

    name: str
    meeting: Arranged
    place: p.Meeting | None
    is_over: bool
    stays: bool


class _Reading:
    """Puts a basis together."""

    def __init__(
        self, around: Setting, wishes: Wishes, meetings: Sequence[Arranged], scope: Scope
    ) -> None:
        self._around = around
        self._wishes = wishes
        self._scope = scope
        hall = around.hall
        self._past = sum(
            1 << place
            for place, slot in enumerate(hall.slots)
            if scope.now is not None and slot.starts_at <= scope.now
        )
        # Whoever has cancelled a meeting does not want it planned again.
        self._done: set[UUID] = set()
        self._standing = list(self._stands(meetings))
        self._done -= {UUID(each.name) for each in self._standing}

    def basis(self) -> Basis:
        stays = [each for each in self._standing if each.stays and each.place]
        kept = {each.name for each in stays}
        left_out: list[LeftOut] = []
        open_wishes: dict[str, Wish] = {}
        for wish in self._wishes.all.values():
            if wish.withdrawn or wish.id in self._done or str(wish.id) in kept:
                continue
            reason = self._reason(wish)
            if reason is None:
                open_wishes[str(wish.id)] = wish
            else:
                left_out.append(reason)
        requests = [*map(self._kept, stays), *map(self._open, open_wishes.values())]
        left_out += self._without_people(stays)
        movable = [
            each
            for each in self._standing
            if not each.stays or (each.place is None and each.name != str(each.meeting.id))
        ]
        known = tuple(each.place for each in movable if each.place and each.name in open_wishes)
        return Basis(
            scope=self._scope,
            problem=replace(self._problem(requests, stays), standing=known),
            wishes=open_wishes,
            meetings={each.name: each.meeting for each in movable},
            current=tuple(each.place for each in movable if each.place),
            lost=tuple(each.meeting.id for each in self._standing if not each.place),
            left_out=tuple(left_out),
        )

    def _stands(self, meetings: Sequence[Arranged]) -> Iterator[_Stands]:
        """Yield the meetings that take place. Of two of one wish, the second stays as it is."""
        named: set[str] = set()
        for meeting in meetings:
            wish = None if meeting.request_id is None else self._wishes.of_row(meeting.request_id)
            if meeting.state == CANCELLED:
                if wish is not None:
                    self._done.add(wish.id)
                continue
            name = str(meeting.id if wish is None or str(wish.id) in named else wish.id)
            named.add(name)
            place = self._place(name, meeting)
            is_over = place is not None and bool(self._past >> place.slot & 1)
            stays = is_over or meeting.locked or self._scope.keeps_planned
            yield _Stands(name, meeting, place, is_over, stays or name == str(meeting.id))

    def _place(self, name: str, meeting: Arranged) -> p.Meeting | None:
        hall = self._around.hall
        slots = hall.taken(meeting.slot_id, meeting.length)
        if slots is None or meeting.table_id not in hall.table:
            return None
        return p.Meeting(hall.place_of[slots[0]], str(meeting.table_id), name)

    def _problem(self, requests: Sequence[p.Request], stays: Sequence[_Stands]) -> p.Problem:
        """Put all together. What is over and broke a rule binds nobody: it is left out."""
        over = {each.name for each in stays if each.is_over}
        locked = [each.place for each in stays if each.place]
        while True:
            problem = self._around.problem(requests, locked, past=self._past)
            held = [meeting for meeting in locked if meeting.request in over]
            alone = replace(problem, locked=tuple(held))
            broke = {name for broken in broken_rules(alone, held) for name in broken.names} & over
            if not broke:
                return problem
            requests = [request for request in requests if request.name not in broke]
            locked = [meeting for meeting in locked if meeting.request not in broke]

    def _without_people(self, stays: Sequence[_Stands]) -> Iterator[LeftOut]:
        for each in stays:
            absent = self._absent(each.meeting.people)
            if absent and not each.is_over:
                yield LeftOut(each.meeting.id, "not_coming", absent)

    def _absent(self, people: Sequence[UUID]) -> tuple[UUID, ...]:
        return tuple(each for each in people if not self._around.attendees.are_coming([each]))

    def _reason(self, wish: Wish) -> LeftOut | None:
        """Say why a wish can't be planned; nothing if it can."""
        hall = self._around.hall
        absent = self._absent(wish.people)
        if absent:
            return LeftOut(wish.id, "not_coming", absent)
        if not wish.people or set(wish.hosts) & set(wish.guests):
            return LeftOut(wish.id, "with_themselves", wish.people)
        if wish.slot_id is not None and wish.slot_id not in hall.place_of:
            return LeftOut(wish.id, "no_such_slot")
        if wish.table_id is not None and wish.table_id not in hall.table:
            return LeftOut(wish.id, "no_such_table")
        if not wish.needs <= {resource.name for resource in self._around.resources}:
            return LeftOut(wish.id, "no_such_resource")
        return None

    def _open(self, wish: Wish) -> p.Request:
        hall = self._around.hall
        slots = hall.every_slot if wish.slot_id is None else hall.mask([wish.slot_id])
        fixed = None if wish.table_id is None else frozenset({str(wish.table_id)})
        return p.Request(
            name=str(wish.id),
            people=tuple(map(str, wish.people)),
            worth=self._worth(wish),
            slots=slots & ~hall.mask(wish.forbidden) & ~self._past,
            tables=self._around.tables_of(wish.people) if fixed is None else fixed,
            length=wish.length,
            needs=wish.needs,
            after=_names(wish.after),
        )

    def _kept(self, stands: _Stands) -> p.Request:
        wish = self._wishes.all.get(UUID(stands.name))
        return p.Request(
            name=stands.name,
            people=tuple(map(str, stands.meeting.people)),
            worth=1 if wish is None else self._worth(wish),
            length=stands.meeting.length,
            needs=frozenset() if wish is None else wish.needs,
            after=frozenset() if wish is None else _names(wish.after),
        )

    def _worth(self, wish: Wish) -> int:
        return self._around.rules.worth(mutual=wish.mutual, priority=wish.priority)
