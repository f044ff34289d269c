"""The sheets of what came of meetings, of follow-ups and of no-shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.floor.states import MeetingState, Missing
from app.meetings.attendees import Someone
from app.outcomes.export.arranged import OfMeeting, Recorded
from app.outcomes.export.material import Material
from app.outcomes.export.sheets.meetings import head
from app.outcomes.export.sheets.plan import BETWEEN, SheetPlan, names, organisations
from app.outcomes.outcome import Answer, OutcomeKind, Side, Told, differing
from app.spreadsheets.columns import Column, Holds

TOGETHER: Final = "both"
"""How a side is called that is both of them together."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A meeting with an answer on what came of it, or with none."""

    of: OfMeeting
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """An answer after which somebody is to do something."""

    of: OfMeeting
    told: Told


@dataclass(frozen=True, slots=True)
class NoShow:
    """A meeting that was not held: who did not come, and who waited for them."""

    of: OfMeeting
    absent: tuple[Someone, ...]
    waited: tuple[Someone, ...]

    @property
    def minutes(self) -> int:
        """Give how long all who waited had for it, together."""
        meeting = self.of.meeting
        long = meeting.ends_at - meeting.starts_at
        return len(self.waited) * int(long.total_seconds() // 60)


def follow_ups(material: Material) -> list[Followed]:
    """Give every answer after which somebody is to do something, by day."""
    found = [
        Followed(each, told)
        for each in material.meetings.values()
        for told in each.result.told
        if told.outcome.is_to_follow
    ]
    return sorted(found, key=lambda each: each.told.outcome.follow_up_on or date.max)


def _answers(material: Material) -> Iterator[Answered]:
    for each in material.meetings.values():
        if each.result.told or each.recorded is not Recorded.CANCELLED:
            yield from (Answered(each, told) for told in each.result.told or (None,))


def _no_shows(material: Material) -> Iterator[NoShow]:
    for each in material.meetings.values():
        if each.result.stands.state is MeetingState.NO_SHOW:
            match each.result.stands.missing:
                case Missing.HOST:
                    yield NoShow(each, each.hosts, each.guests)
                case Missing.GUEST:
                    yield NoShow(each, each.guests, each.hosts)
                case _:
                    yield NoShow(each, tuple(dict.fromkeys((*each.hosts, *each.guests))), ())


_KINDS: Final = {
    OutcomeKind.JOINT_PROPOSAL: ("Joint proposal", "Whether a joint proposal is foreseen."),
    OutcomeKind.JOINT_EVENT: ("Joint event", "Whether a joint event is foreseen."),
    OutcomeKind.AGREEMENT: ("Cooperation agreement", "Whether an agreement is foreseen."),
    OutcomeKind.LEAD: ("Business lead", "Whether it is a business lead."),
    OutcomeKind.NONE: ("None", "Whether they said that nothing came of it."),
}


def _kind(kind: OutcomeKind) -> Column[Answered]:
    name, says = _KINDS[kind]
    return Column(
        name,
        lambda row: None if row.told is None else kind in row.told.outcome.kinds,
        says,
        Holds.YES_NO,
    )


def side_word(told: Told | None) -> str:
    """Say whose answer it is; blank if it is nobody's."""
    return "" if told is None else str(told.side) or TOGETHER


_SIDES: Final = (*filter(None, Side), TOGETHER)

OUTCOMES: Final[SheetPlan[Answered]] = SheetPlan(
    "outcomes",
    "Every answer on what came of a meeting, and one row for each meeting without an answer. "
    "Where both sides answered, each has a row. Cancelled ones have none, unless somebody told.",
    (
        *head(lambda row: row.of),
        Column(
            "Outcome",
            lambda row: str(row.of.recorded),
            "Whether it is known what came of it. “not held”: it is known why not.",
            words=tuple(Recorded),
        ),
        Column("Side", lambda row: side_word(row.told), "Whose answer it is.", words=_SIDES),
        *map(_kind, OutcomeKind),
        Column(
            "Programme",
            lambda row: row.told.outcome.programme if row.told else "",
            "The funding programme of a joint proposal.",
        ),
        Column(
            "Answer in short",
            lambda row: str(row.told.outcome.answer) if row.told else "",
            "What came of it in short, as platforms ask for it.",
            words=tuple(filter(None, Answer)),
        ),
        Column(
            "Interest",
            lambda row: row.told.outcome.interest if row.told else None,
            "1 to 5, 5 being very great.",
            Holds.COUNT,
        ),
        Column(
            "Follow up on",
            lambda row: row.told.outcome.follow_up_on if row.told else None,
            "Until when somebody sees to it.",
            Holds.DAY,
        ),
        Column(
            "Follow up by",
            lambda row: row.told.outcome.follow_up_by if row.told else "",
            "Who sees to it.",
        ),
        Column("Note", lambda row: row.told.outcome.note if row.told else "", "What was noted."),
        Column(
            "Differing",
            lambda row: BETWEEN.join(differing(row.of.result.told)),
            "In what the answers on this meeting contradict each other.",
        ),
        Column("Id", lambda row: str(row.told.id) if row.told else "", "Names the answer."),
    ),
    _answers,
)

FOLLOW_UPS: Final[SheetPlan[Followed]] = SheetPlan(
    "follow-ups",
    "Every answer after which somebody is to do something, by day; those without one come last.",
    (
        Column(
            "Due",
            lambda row: row.told.outcome.follow_up_on,
            "Until when. Blank: no day was said.",
            Holds.DAY,
        ),
        Column("Who", lambda row: row.told.outcome.follow_up_by, "Who sees to it."),
        *head(lambda row: row.of),
        Column("Side", lambda row: side_word(row.told), "Whose answer it is.", words=_SIDES),
        Column(
            "What came of it",
            lambda row: BETWEEN.join(
                _KINDS[each][0] for each in OutcomeKind if each in row.told.outcome.kinds
            ),
            "The kinds of outcome, with “; ” between.",
        ),
        Column(
            "Programme",
            lambda row: row.told.outcome.programme,
            "The funding programme of a joint proposal.",
        ),
        Column("Note", lambda row: row.told.outcome.note, "What was noted."),
        Column("Id", lambda row: str(row.told.id), "Names the answer, also in calendars."),
    ),
    follow_ups,
)

NO_SHOWS: Final[SheetPlan[NoShow]] = SheetPlan(
    "no-shows",
    "Every meeting that was not held because a side did not come, by time and number.",
    (
        *head(lambda row: row.of),
        Column(
            "Missing",
            lambda row: str(row.of.result.stands.missing or Missing.BOTH),
            "Which side did not come.",
            words=tuple(Missing),
        ),
        Column(
            "Said",
            lambda row: row.of.result.stands.is_said,
            "Whether a person said so. If not, it follows from the check-ins.",
            Holds.YES_NO,
        ),
        Column("Absent", lambda row: names(row.absent), "Who did not come."),
        Column(
            "Absent organisations", lambda row: organisations(row.absent), "Whom they stand for."
        ),
        Column("Waited", lambda row: names(row.waited), "Who sat there alone."),
        Column(
            "Waited organisations", lambda row: organisations(row.waited), "Whom they stand for."
        ),
        Column("Times", lambda row: len(row.waited), "How many people waited.", Holds.COUNT),
        Column(
            "Minutes", lambda row: row.minutes, "How many minutes they lost, together.", Holds.COUNT
        ),
    ),
    _no_shows,
)
