"""Notes what came of meetings, as people tell it or tick it on a slip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from app.errors import DeskError
from app.floor.acts import meeting_that_stands, refuse_before_start
from app.floor.deeds import MeetingSaid
from app.floor.states import Missing, Word
from app.journal.deeds import Deed
from app.journal.journal import Journal, Unit
from app.meetings.deeds import Values
from app.outcomes.deeds import OutcomeChanged, OutcomeNoted, OutcomeRecorded, OutcomeTakenOut
from app.outcomes.outcome import LEAST_INTEREST, MOST_INTEREST, Outcome, OutcomeKind, Side, Told
from app.outcomes.reading import told_of
from db.ids import new_id

LONGEST: Final = 2_000
"""So many characters a note has at most."""


@dataclass(eq=False)
class OutcomeNotPossible(DeskError):
    """An outcome makes no sense.

    ``reason``: ``interest`` (not 1 to 5), ``none_and_more`` (nothing came of it, and something
    did), ``nothing`` (it says nothing), ``too_long`` (a text).
    """

    reason: str
    value: str = ""


@dataclass(eq=False)
class NothingRecorded(DeskError):
    """Nobody said what came of this meeting, so there is nothing to take out."""

    number: str


@dataclass(frozen=True, slots=True)
class Recording:
    """Notes outcomes. What stands already is not noted again."""

    journal: Journal

    def record(self, meeting: UUID, outcome: Outcome, side: Side = Side.TOGETHER) -> None:
        """Note what came of a meeting, in place of what this side said before.

        Whoever tells what came of it tells that it was held, whatever was known of it.

        Raises:
            OutcomeNotPossible: It makes no sense.
            UnknownMeeting, MeetingIsCancelled, NotBegun: Nothing can have come of it.
        """
        _check(outcome)
        with self.journal.writing(Unit(uuid4())) as pen:
            row = meeting_that_stands(pen.session, meeting)
            refuse_before_start(pen.session, row, self.journal.now)
            deeds: list[Deed] = []
            if row.said != Word.HELD:
                deeds.append(MeetingSaid(meeting, Word.HELD, "", row.said, row.missing))
            deeds += noting(meeting, side, outcome, _last_of(pen.session, meeting, side))
            pen.write_all(deeds)

    def missed(self, meeting: UUID, missing: Missing) -> None:
        """Note that a meeting was not held, for a side did not come; no outcome stands any more.

        Raises:
            UnknownMeeting, MeetingIsCancelled, NotBegun: Nobody can have missed it.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            row = meeting_that_stands(pen.session, meeting)
            refuse_before_start(pen.session, row, self.journal.now)
            deeds: list[Deed] = [
                OutcomeTakenOut(each.id, meeting) for each in told_of(pen.session, meeting)
            ]
            if (row.said, row.missing) != (Word.NO_SHOW, missing):
                deeds.append(MeetingSaid(meeting, Word.NO_SHOW, missing, row.said, row.missing))
            pen.write_all(deeds)

    def take_out(self, meeting: UUID, side: Side | None = None) -> None:
        """Let nobody have said what came of a meeting, or one side not.

        What was said of whether it was held stays.

        Raises:
            UnknownMeeting, MeetingIsCancelled: It does not take place.
            NothingRecorded: Nothing was said.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            row = meeting_that_stands(pen.session, meeting)
            told = [each for each in told_of(pen.session, meeting) if side in {None, each.side}]
            if not told:
                raise NothingRecorded(row.number)
            pen.write_all([OutcomeTakenOut(each.id, meeting) for each in told])


def noting(meeting: UUID, side: Side, outcome: Outcome, before: Told | None) -> Iterator[Deed]:
    """Yield the deeds that note an outcome in place of what a side said before, if it did."""
    return _recorded(meeting, side, outcome) if before is None else _to(before, outcome)


def _check(outcome: Outcome) -> None:
    if outcome.says_nothing:
        raise OutcomeNotPossible("nothing")
    if outcome.interest is not None and not LEAST_INTEREST <= outcome.interest <= MOST_INTEREST:
        raise OutcomeNotPossible("interest", str(outcome.interest))
    if OutcomeKind.NONE in outcome.kinds and len(outcome.kinds) > 1:
        raise OutcomeNotPossible("none_and_more")
    for text in (outcome.programme, outcome.follow_up_by, outcome.note):
        if len(text) > LONGEST:
            raise OutcomeNotPossible("too_long", text[:20])


def _last_of(session: Session, meeting: UUID, side: Side) -> Told | None:
    """Give what a side said last. Two desks apart from each other may both have noted something."""
    told = [each for each in told_of(session, meeting) if each.side is side]
    return told[-1] if told else None


def _recorded(meeting: UUID, side: Side, outcome: Outcome) -> Iterator[Deed]:
    yield OutcomeRecorded(
        new_id(), meeting, str(side), _values(outcome), outcome.follow_up_by, outcome.note
    )


def _to(before: Told, outcome: Outcome) -> Iterator[Deed]:
    """Yield what makes an outcome of another one."""
    then, now = _values(before.outcome), _values(outcome)
    changed = [name for name in now if now[name] != then[name]]
    if changed:
        values, earlier = ({name: of[name] for name in changed} for of in (now, then))
        yield OutcomeChanged(before.id, before.meeting, values, earlier)
    texts = [(of.follow_up_by, of.note) for of in (outcome, before.outcome)]
    if texts[0] != texts[1]:
        yield OutcomeNoted(before.id, before.meeting, *texts[0], *texts[1])


def _values(outcome: Outcome) -> Values:
    day = outcome.follow_up_on
    values: dict[str, Any] = {
        "kinds": sorted(outcome.kinds),
        "answer": str(outcome.answer),
        "programme": outcome.programme,
        "interest": outcome.interest,
        "follow_up_on": day.isoformat() if day is not None else None,
    }
    return values
