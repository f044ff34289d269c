"""Accepting many at once: who gets in, and who does not and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Integer, literal_column, select
from sqlalchemy.orm import Session

from app.applications.judging import NotAccepted, Rule, Verdict, judged
from app.applications.places import Taken, room
from app.applications.reading import Application, applications
from app.applications.terms import terms_of
from app.delegates.deeds import StatusSet
from app.delegates.groups import same_name
from app.delegates.person import Person, people
from app.delegates.registration import Kind, Status
from app.errors import DeskError
from app.journal.batches import batch
from app.journal.deeds import Deed
from app.journal.journal import Journal
from app.progress import Progress, Report, unheard
from db.models import Delegation, LogRow
from db.rows import last_row

LATE_REASON: Final = "received after the deadline"
NO_PLACE_REASON: Final = "no place left"
_OF_NO_CONCERN: Final = frozenset(
    {
        *("BadgePrinted", "CameBack", "CheckInRestored", "CheckInTakenBack", "CheckedIn"),
        *("CheckedOut", "LetterWritten", "MeetingCalled", "MeetingSaid", "PersonTold"),
        *("ScanRefused", "ScheduleIssued", "SchedulePrinted", "SideSeated"),
    }
)
"""What desks write by the minute, and what never changes who gets in."""
_OPEN = frozenset({Status.RECEIVED, Status.WAITING})


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom to look at, of those whose application is open; everybody if nothing is said.

    No more than the ``first`` get in. ``late`` ones are only looked at where this is asked for.
    ``rest``: what those become who were looked at and find no place; nothing leaves them as they
    are.
    """

    first: int | None = None
    delegates: frozenset[UUID] = frozenset()
    delegations: frozenset[str] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    late: bool = False
    rest: Status | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of an application, from what it ``was``. ``why`` it is not accepted, if so.

    ``turn`` is its place among those who were looked at, from 1.
    """

    person: Person
    turn: int
    kind: str
    received: datetime | None
    late_by: timedelta | None
    was: Status
    becomes: Status
    why: NotAccepted | None = None

    @property
    def late(self) -> bool:
        """Tell whether it came after the deadline."""
        return self.late_by is not None


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Who gets in, and who of those who were looked at does not; by their turns.

    ``unit`` takes it back; nothing where it was only a look. ``places`` are as they stand after
    it, or would.
    """

    accepted: tuple[Decision, ...]
    left: tuple[Decision, ...]
    places: tuple[Taken, ...]
    unit: UUID | None = None

    @property
    def by_turn(self) -> tuple[Decision, ...]:
        """Give everybody who was looked at, by their turns."""
        return tuple(sorted((*self.accepted, *self.left), key=lambda each: each.turn))

    @property
    def reasons(self) -> Mapping[NotAccepted, int]:
        """Count those who do not get in, by why."""
        return Counter(each.why for each in self.left if each.why is not None)


@dataclass(eq=False)
class AcceptanceNotPossible(DeskError):
    """A choice makes no sense.

    ``reason``: ``first`` (fewer than one), ``rest`` (they would be accepted), ``delegation`` (there
    is none of this name, but of those ``known``), ``whom`` (nobody said), or ``nobody`` (no open
    application is chosen).
    """

    reason: str
    value: str = ""
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Accepting:
    """Accepts applications. Each acceptance is a deed of its own, and all are one undo."""

    journal: Journal

    def look(self, choice: Choice) -> Acceptance:
        """Tell what ``carry_out`` would do, and change nothing.

        Raises:
            AcceptanceNotPossible: The choice makes no sense, or nobody is among it.
        """
        with self.journal.reading() as session:
            verdicts = _looked_at(session, choice)
            known = people(session, [each.application.id for each in verdicts])
            left = room(session)
        for each in verdicts:
            if each.becomes is Status.ACCEPTED:
                left.take(each.application.group)
        return _told(verdicts, known, left.told(), None)

    def carry_out(self, choice: Choice, report: Report = unheard) -> Acceptance:
        """Accept whoever fits, by their turns; scans get theirs while it runs.

        Others may be accepted elsewhere meanwhile. Then it is judged anew before it is written.

        Raises:
            AcceptanceNotPossible: As for ``look``. Nothing was changed.
            WorkUnderWay: An import or another such work is being written.
            Cancelled: ``report`` stopped it. Nothing stays of it.
        """
        with self.journal.reading() as session:
            carrying = _Carrying(choice, _looked_at(session, choice), last_row(session, LogRow))
        with batch(self.journal) as work:
            carrying.unit = work.unit.id
            for done in work.write_in_parts(carrying.order, carrying):
                report(Progress(done, len(carrying.order)))
        with self.journal.reading() as session:
            known, places = people(session, carrying.order), room(session).told()
        return _told(list(carrying.verdicts.values()), known, places, work.unit.id)


class _Carrying:
    """Gives the deeds for those who are decided on, part by part.

    ``rows`` of the log were there when they were judged. Only what others wrote since counts that
    may change who gets in: to judge thousands anew after each check-in would never end.
    """

    unit: UUID | None = None

    def __init__(self, choice: Choice, verdicts: Sequence[Verdict], rows: int) -> None:
        self._rows = rows
        self.verdicts = {each.application.id: each for each in verdicts}
        self.order = list(self.verdicts)
        self._choice = choice

    def __call__(
        self, session: Session, part: Sequence[UUID], others_wrote: bool
    ) -> Sequence[Deed]:
        if others_wrote and self._is_other(session):
            self._judge_anew(session, self.order.index(part[0]))
        known = people(session, part)
        return [
            _deed(known[each], self.verdicts[each])
            for each in part
            if each in known and self.verdicts[each].is_news
        ]

    def _is_other(self, session: Session) -> bool:
        """Tell whether others wrote what may change who gets in, since this was asked last."""
        place = literal_column("rowid", Integer())
        since = select(LogRow.kind).where(place > self._rows, LogRow.unit != self.unit).distinct()
        kinds = set(session.scalars(since))
        self._rows = last_row(session, LogRow)
        return not kinds <= _OF_NO_CONCERN

    def _judge_anew(self, session: Session, start: int) -> None:
        done, left = self.order[:start], self.order[start:]
        accepted = sum(self.verdicts[each].becomes is Status.ACCEPTED for each in done)
        anew = {
            each.application.id: each
            for each in _verdicts(session, self._choice, frozenset(left), accepted)
        }
        for each in left:
            # Who was decided on elsewhere meanwhile stays so.
            stands = self.verdicts[each].application
            self.verdicts[each] = anew.get(each) or Verdict(stands, stands.status)


def _looked_at(session: Session, choice: Choice) -> Sequence[Verdict]:
    _check(session, choice)
    verdicts = list(_verdicts(session, choice))
    if not verdicts:
        raise AcceptanceNotPossible("nobody")
    return verdicts


def _verdicts(
    session: Session, choice: Choice, among: frozenset[UUID] | None = None, accepted: int = 0
) -> Iterator[Verdict]:
    """Judge all who are chosen, or those of them who are ``among`` some; others count as waiting.

    ``accepted`` got in before, and count among the first.
    """
    late = None if choice.late else terms_of(session).late
    first = None if choice.first is None else choice.first - accepted
    named = _delegations_named(session, choice)
    queue = (
        (each, _is_chosen(each, choice, named) and (among is None or each.id in among))
        for each in applications(session)
        if each.status in _OPEN
    )
    return judged(room(session), Rule(late, choice.rest, first), queue)


def _is_chosen(each: Application, choice: Choice, delegations: frozenset[UUID]) -> bool:
    if choice.delegates and each.id not in choice.delegates:
        return False
    if choice.kinds and each.group.kind not in choice.kinds:
        return False
    return not choice.delegations or each.group.delegation in delegations


def _check(session: Session, choice: Choice) -> None:
    if choice.first is not None and choice.first < 1:
        raise AcceptanceNotPossible("first", str(choice.first))
    if choice.rest not in {None, Status.WAITING, Status.DECLINED}:
        raise AcceptanceNotPossible("rest", str(choice.rest))
    if choice.delegations:
        _refuse_unknown(session, choice.delegations)


def _refuse_unknown(session: Session, delegations: Iterable[str]) -> None:
    known = sorted(session.scalars(select(Delegation.name).where(Delegation.alive)))
    spelt = {*map(same_name, known)}
    for name in delegations:
        if same_name(name) not in spelt:
            raise AcceptanceNotPossible("delegation", name, tuple(known))


def _delegations_named(session: Session, choice: Choice) -> frozenset[UUID]:
    if not choice.delegations:
        return frozenset()
    wanted = {*map(same_name, choice.delegations)}
    rows = session.execute(select(Delegation.name, Delegation.id).where(Delegation.alive))
    return frozenset(each for name, each in rows if same_name(name) in wanted)


def _deed(who: Person, verdict: Verdict) -> StatusSet:
    why = {None: "", NotAccepted.LATE: LATE_REASON}.get(verdict.why, NO_PLACE_REASON)
    return StatusSet(who.id, verdict.becomes, why, who.status, who.status_reason)


def _told(
    verdicts: Sequence[Verdict],
    known: Mapping[UUID, Person],
    places: tuple[Taken, ...],
    unit: UUID | None,
) -> Acceptance:
    told = [
        Decision(
            known[each.application.id],
            turn,
            each.application.group.kind,
            each.application.received,
            each.application.late_by,
            each.application.status,
            each.becomes,
            each.why,
        )
        for turn, each in enumerate(verdicts, start=1)
        if each.application.id in known
    ]
    accepted = tuple(each for each in told if each.becomes is Status.ACCEPTED)
    return Acceptance(
        accepted, tuple(each for each in told if each.becomes is not Status.ACCEPTED), places, unit
    )
