"""What a plan means for people: who meets where, who does not and why, what it changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.meetings.attendees import Someone
from app.meetings.deeds import MeetingMoved, MeetingTakenOut
from app.meetings.plan_names import Named, Names, Pair, Place
from app.meetings.plans import changes_of
from app.meetings.problem_of import Basis, LeftOut
from app.planning.plan import Help, HelpBy, Plan, Unplaced, Why


@dataclass(frozen=True, slots=True)
class Placed:
    """A meeting of a plan."""

    pair: Pair
    starts_at: datetime
    table: str


@dataclass(frozen=True, slots=True)
class NotPlaced:
    """A request that has no place, and the rule that stops it: ``facts`` are those of ``Why``.

    ``most`` is the limit that somebody has reached.
    """

    pair: Pair
    why: Why
    facts: Named
    most: int | None


@dataclass(frozen=True, slots=True)
class NotPlannable:
    """A request that no plan looked at, or a meeting that stays and can't take place.

    ``why`` is as in ``LeftOut``.
    """

    pair: Pair
    why: str
    who: tuple[Someone, ...]


@dataclass(frozen=True, slots=True)
class WouldHelp:
    """What there might be more of, and what that would place, if ``moving`` get other slots.

    ``slots`` is blank if it is every slot of the event. ``person`` or ``name`` say whose it is,
    or of what.
    """

    by: HelpBy
    count: int
    slots: tuple[datetime, ...]
    person: Someone | None
    name: str
    places: tuple[Pair, ...]
    worth: int
    moving: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A meeting that is new (nothing ``before``), moved, or taken out (nothing ``after``)."""

    pair: Pair
    before: Place | None
    after: Place | None

    @property
    def people(self) -> tuple[Someone, ...]:
        """Everybody who has to be told."""
        return (*self.pair.hosts, *self.pair.guests)


@dataclass(frozen=True, slots=True)
class Compared:
    """A plan beside what is planned now. ``people`` would have another schedule."""

    people: tuple[Someone, ...]
    added: tuple[Change, ...]
    moved: tuple[Change, ...]
    taken_out: tuple[Change, ...]
    unchanged: int

    @property
    def is_first(self) -> bool:
        """Whether nothing is planned now."""
        return not (self.moved or self.taken_out or self.unchanged)


@dataclass(frozen=True, slots=True)
class Telling:
    """Tells of a plan in the names of the state it was made of."""

    names: Names
    basis: Basis

    def placed(self, plan: Plan) -> tuple[Placed, ...]:
        """Give the meetings of a plan in the order of slots."""
        slots = self.basis.problem.slots
        told = []
        for meeting in plan.meetings:
            place = self.names.place(UUID(slots[meeting.slot].name), UUID(meeting.table))
            assert place.starts_at is not None  # noqa: S101 - the slot is of the problem
            told.append(Placed(self.names.pair(meeting.request), place.starts_at, place.table))
        return tuple(told)

    def not_placed(self, unplaced: Iterable[Unplaced]) -> tuple[NotPlaced, ...]:
        """Say of each request why it has no place."""
        return tuple(map(self._not_placed, unplaced))

    def not_plannable(self, left_out: Iterable[LeftOut]) -> tuple[NotPlannable, ...]:
        """Say what was not looked at."""
        return tuple(
            NotPlannable(self.names.pair(str(each.id)), each.why, self.names.people(each.who))
            for each in left_out
        )

    def would_help(self, remedies: Iterable[Help]) -> tuple[WouldHelp, ...]:
        """Say what would place more."""
        return tuple(map(self._would_help, remedies))

    def compared(self, plan: Plan) -> Compared:
        """Put a plan beside what is planned now."""
        standing = {meeting.id: meeting for meeting in self.basis.meetings.values()}
        added, moved, taken_out = [], [], []
        for change in changes_of(self.basis, plan):
            match change:
                case MeetingMoved(id=id_, slot_id=slot, table_id=table):
                    before = standing[id_]
                    was = self.names.place(before.slot_id, before.table_id)
                    now = self.names.place(slot, table)
                    moved.append(Change(self.names.pair_of(before), was, now))
                case MeetingTakenOut(id=id_):
                    before = standing[id_]
                    was = self.names.place(before.slot_id, before.table_id)
                    taken_out.append(Change(self.names.pair_of(before), was, None))
                case new:
                    now = self.names.place(new.slot, new.table)
                    added.append(Change(self.names.pair_of_wish(new.wish), None, now))
        told = {each.id: each for change in (*added, *moved, *taken_out) for each in change.people}
        return Compared(
            people=tuple(sorted(told.values(), key=lambda each: (each.name, str(each.id)))),
            added=tuple(added),
            moved=tuple(moved),
            taken_out=tuple(taken_out),
            unchanged=len(plan.meetings) - len(added) - len(moved),
        )

    def _not_placed(self, unplaced: Unplaced) -> NotPlaced:
        facts = {key: self.names.sorted(names) for key, names in unplaced.facts.items()}
        nothing = Named()
        most = unplaced.facts.get("most", ())
        pair = self.names.pair(unplaced.request)
        who = facts.get("people", nothing).people
        return NotPlaced(
            pair,
            unplaced.why,
            Named(
                pairs=facts.get("requests", nothing).pairs,
                people=tuple(each for each in (*pair.guests, *pair.hosts) if each in who),
                tables=facts.get("tables", nothing).tables,
                resources=facts.get("resources", nothing).resources,
                slots=facts.get("slots", nothing).slots,
            ),
            int(most[0]) if most else None,
        )

    def _would_help(self, remedy: Help) -> WouldHelp:
        slots = self.basis.problem.slots
        named = self.names.sorted([remedy.name])
        every = len(remedy.slots) == len(slots)
        starts = self.names.sorted(slots[at].name for at in remedy.slots).slots
        return WouldHelp(
            by=remedy.by,
            count=remedy.count,
            slots=() if every else starts,
            person=named.people[0] if named.people else None,
            name=next(iter((*named.tables, *named.resources)), ""),
            places=tuple(map(self.names.pair, remedy.requests)),
            worth=remedy.worth,
            moving=tuple(map(self.names.pair, remedy.moved)),
        )
