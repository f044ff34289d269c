"""Making a plan so, as one batch and one undo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from uuid import UUID

from sqlalchemy.orm import Session

from app.errors import DeskError
from app.journal.batches import batch
from app.journal.deeds import Deed
from app.journal.journal import Journal
from app.meetings.arranged import Arranged
from app.meetings.deeds import (
    MeetingAdded,
    MeetingMoved,
    MeetingTakenOut,
    PlanAccepted,
    Values,
)
from app.meetings.numbers import free_meeting_numbers
from app.meetings.problem_of import Basis, Scope, problem_of
from app.meetings.wishes import Wish
from app.planning.plan import Plan
from app.progress import Progress, Report, unheard
from db.ids import new_id


@dataclass(eq=False)
class PlanOutdated(DeskError):
    """Requests, people or tables are other than when the plan was made. Plan again."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a plan changed: how many meetings are new, moved, as they were, or taken out."""

    plan: UUID
    unit: UUID
    added: int
    moved: int
    unchanged: int
    taken_out: int


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """A meeting that the plan brings."""

    wish: Wish
    slot: UUID
    table: UUID


_Change = NewMeeting | MeetingMoved | MeetingTakenOut


@dataclass(frozen=True, slots=True)
class Plans:
    """Reads what is to be planned, and makes plans so. ``letters`` begin numbers of meetings."""

    journal: Journal
    letters: str

    def basis(self, scope: Scope) -> Basis:
        """Read what is to be planned now."""
        with self.journal.reading() as session:
            return problem_of(session, scope)

    def accept(self, basis: Basis, plan: Plan, report: Report = unheard) -> Accepted:
        """Make a plan of this basis so. Scans get their turn meanwhile; one undo takes it back.

        Raises:
            PlanOutdated: What it was made of has changed. Nothing was changed.
            WorkUnderWay: Another batch is being written.
            Cancelled: ``report`` stopped it. What was written is taken back.
        """
        changes = tuple(changes_of(basis, plan))
        if self.basis(basis.scope) != basis:
            raise PlanOutdated
        accepted = PlanAccepted(new_id(), asdict(plan.figures))
        with batch(self.journal) as work:
            work.write([accepted])
            deeds_of = _Deeds(basis, accepted.id, self.letters)
            for done in work.write_in_parts(changes, deeds_of):
                report(Progress(done, len(changes)))
        new = sum(isinstance(change, NewMeeting) for change in changes)
        moved = sum(isinstance(change, MeetingMoved) for change in changes)
        staying = len(plan.meetings) - len(basis.problem.locked) - new - moved
        taken_out = len(changes) - new - moved
        return Accepted(accepted.id, work.unit.id, new, moved, staying, taken_out)


def changes_of(basis: Basis, plan: Plan) -> Iterator[_Change]:
    """Yield what differs between the meetings that stand and those of the plan."""
    locked = set(basis.problem.locked)
    slots = [UUID(slot.name) for slot in basis.problem.slots]
    stays = {meeting.request for meeting in locked}
    for placed in plan.meetings:
        if placed in locked:
            continue
        stays.add(placed.request)
        wish = basis.wishes[placed.request]
        place = slots[placed.slot], UUID(placed.table)
        standing = basis.meetings.get(placed.request)
        if standing is None:
            yield NewMeeting(wish, *place)
        elif not _is_for(standing, wish):
            yield MeetingTakenOut(standing.id)
            yield NewMeeting(wish, *place)
        elif place != (standing.slot_id, standing.table_id):
            yield MeetingMoved(standing.id, *place, standing.slot_id, standing.table_id)
    for name, standing in basis.meetings.items():
        if name not in stays:
            yield MeetingTakenOut(standing.id)


def _is_for(meeting: Arranged, wish: Wish) -> bool:
    sides = {frozenset(meeting.hosts), frozenset(meeting.guests)}
    return sides == {frozenset(wish.hosts), frozenset(wish.guests)} and (
        meeting.length == wish.length
    )


class _Deeds:
    """Gives the deeds for changes. Looks again at the basis if others wrote meanwhile."""

    def __init__(self, basis: Basis, plan: UUID, letters: str) -> None:
        self._basis = basis
        self._plan = plan
        self._letters = letters

    def __call__(
        self, session: Session, changes: Sequence[_Change], others_wrote: bool
    ) -> Sequence[Deed]:
        if others_wrote:
            now = problem_of(session, self._basis.scope, without=self._plan).problem
            # What has moved is where the plan has it by now, as far as it is written.
            if replace(now, standing=self._basis.problem.standing) != self._basis.problem:
                raise PlanOutdated
            self._numbers = free_meeting_numbers(session, self._letters)
        return [self._added(each) if isinstance(each, NewMeeting) else each for each in changes]

    def _added(self, new: NewMeeting) -> MeetingAdded:
        wish = new.wish
        values: Values = {
            "request_id": str(wish.id),
            "hosts": list(map(str, wish.hosts)),
            "guests": list(map(str, wish.guests)),
            "slot_id": str(new.slot),
            "table_id": str(new.table),
            "plan_id": str(self._plan),
        }
        if wish.length > 1:
            values["length"] = wish.length
        return MeetingAdded(new_id(), next(self._numbers), values)
