"""Planning the open requests of an event: a plan to look at, then to accept or to drop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from time import monotonic

from app.errors import DeskError
from app.journal.journal import Journal
from app.meetings.plan_names import Named, Names
from app.meetings.plan_told import (
    Compared,
    NotPlaced,
    NotPlannable,
    Placed,
    Telling,
    WouldHelp,
)
from app.meetings.plans import Accepted, PlanOutdated, Plans
from app.meetings.problem_of import Basis, Scope, problem_of
from app.planning.plan import Contradiction, Figures, Plan, Standing
from app.progress import Cancelled, Progress, Report, unheard

_REPORT_EVERY = 0.05
_STEPS = 1000
_SEARCHED = 940
"""How many of the steps are done once there is a plan; what would help takes the rest."""


@dataclass(frozen=True, slots=True)
class PlanOrder:
    """What is to be planned. ``keeps_planned``: meetings that are planned stay where they are."""

    keeps_planned: bool = False


@dataclass(frozen=True, slots=True)
class PlanProgress(Progress):
    """How good the best plan is so far. ``bound`` is the worth that is possible, once it is known.

    ``phase`` is the planner's word for what it does, ``wanted`` how many meetings are asked for.
    ``done`` only rises, and ends at ``total``.
    """

    phase: str
    placed: int
    worth: int
    bound: int | None
    wanted: int


@dataclass(eq=False)
class PlanContradicts(DeskError):
    """What stays, or what requests say, can't all be, whatever is planned.

    ``why`` is a code of ``app.planning.plan.Contradiction``; ``named`` are the rows it is about.
    """

    why: str
    named: Named


@dataclass(frozen=True, slots=True)
class PlanMade:
    """A plan, and all that is told of it. Nothing of it is kept until it is accepted.

    ``stopped``: it is the best that was found until somebody stopped it. ``most_placed``: no plan
    has more meetings; that of ``figures`` is a bound for their worth.
    """

    basis: Basis
    plan: Plan
    most_placed: int
    meetings: tuple[Placed, ...]
    unplaced: tuple[NotPlaced, ...]
    left_out: tuple[NotPlannable, ...]
    help: tuple[WouldHelp, ...]
    compared: Compared
    seconds: float
    stopped: bool

    @property
    def figures(self) -> Figures:
        """How good it is."""
        return self.plan.figures


@dataclass(frozen=True, slots=True)
class Planning:
    """Plans requests. ``letters`` begin numbers of meetings."""

    journal: Journal
    letters: str

    def make(self, order: PlanOrder, report: Report = unheard) -> PlanMade:
        """Look for the best plan of all requests that are open; nothing is written.

        What has begun stays, for as long as the event is not over. If ``report`` stops it, the
        answer is the best so far.

        Raises:
            PlanContradicts: What is locked, or asked for, can't be.
        """
        # NumPy and SciPy take half a second to import, and only planning needs them.
        from app.meetings.searching import search  # noqa: PLC0415

        since = monotonic()
        with self.journal.reading() as session:
            names = Names.read(session)
            basis = problem_of(session, self._scope(names, order))
        course = _Course(report, len(basis.problem.requests))
        try:
            found = search(basis.problem, course)
        except Contradiction as wrong:
            raise PlanContradicts(wrong.why, names.sorted(wrong.names)) from wrong
        telling = Telling(names, basis)
        made = PlanMade(
            basis=basis,
            plan=found.plan,
            most_placed=found.most_placed,
            meetings=telling.placed(found.plan),
            unplaced=telling.not_placed(found.plan.unplaced),
            left_out=telling.not_plannable(basis.left_out),
            help=telling.would_help(found.help),
            compared=telling.compared(found.plan),
            seconds=round(monotonic() - since, 3),
            stopped=course.stopped,
        )
        course.end()
        return made

    def accept(self, made: PlanMade, report: Report = unheard) -> Accepted:
        """Make a plan so, as one batch that one undo takes back.

        Raises:
            PlanOutdated: What it was made of has changed, or what it moves has begun.
            WorkUnderWay: Another batch is being written.
            Cancelled: ``report`` stopped it. What was written is taken back.
        """
        scope = made.basis.scope
        if scope.now is not None and _has_begun(made.compared, self.journal.now):
            raise PlanOutdated
        return Plans(self.journal, self.letters).accept(made.basis, made.plan, report)

    def _scope(self, names: Names, order: PlanOrder) -> Scope:
        # Whoever plans an event that is over rehearses it, and wants to see a whole plan.
        last, now = names.last_slot, self.journal.now
        is_over = last is None or last <= now
        return Scope(now=None if is_over else now, keeps_planned=order.keeps_planned)


def _has_begun(compared: Compared, now: datetime) -> bool:
    changes = (*compared.added, *compared.moved, *compared.taken_out)
    places = [place for each in changes for place in (each.before, each.after) if place]
    return any(place.starts_at is not None and place.starts_at <= now for place in places)


class _Course:
    """Tells of a search now and then. What stops it stops nothing else."""

    def __init__(self, report: Report, wanted: int) -> None:
        self._report, self._wanted = report, wanted
        self._told = float("-inf")
        self._last: Standing | None = None
        self._done = 0
        self.stopped = False

    def __call__(self, standing: Standing) -> bool:
        is_new = self._last is None or standing.phase != self._last.phase
        self._last = standing
        if is_new or monotonic() - self._told >= _REPORT_EVERY:
            self._tell(standing, round(standing.done * _SEARCHED))
        return not self.stopped

    def end(self) -> None:
        """Tell that all is done."""
        if self._last is not None:
            self._tell(self._last, _STEPS)

    def _tell(self, standing: Standing, done: int) -> None:
        if self.stopped:
            return
        self._told = monotonic()
        self._done = max(self._done, done)
        told = (standing.phase, standing.placed, standing.worth, standing.bound)
        try:
            self._report(PlanProgress(self._done, _STEPS, *told, self._wanted))
        except Cancelled:
            self.stopped = True
