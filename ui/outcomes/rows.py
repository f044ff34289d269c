"""The meetings of a day as the table shows them, worked out off the window's thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from functools import cached_property
from uuid import UUID

from app.delegates.short_names import short_name
from app.floor.day import FloorDay
from app.floor.states import MeetingState, Missing
from app.outcomes.answers import AnswerSet
from app.outcomes.outcome import OutcomeKind, differing, kinds_of
from app.outcomes.results import DayResults, Result
from ui.outcomes.forms import Draft, Form
from ui.outcomes.spans import Span, number_of, whole_span

_MOST_LETTERS = 18


class Stands(Enum):
    """How it stands with a meeting's outcome."""

    DUE = auto()
    """It has begun, and nothing is known of what came of it."""
    AHEAD = auto()
    ASIDE = auto()
    """Its slot was taken out of the event; it can be told of all the same."""
    TOLD = auto()
    MISSED = auto()
    CANCELLED = auto()


class Order(Enum):
    """By what the table is sorted."""

    TIME = "By time"
    TABLE = "By table"
    LEFT = "What is left"


@dataclass(frozen=True, slots=True)
class Row:
    """A meeting. ``rank`` sorts its table, and ``number`` is that of its label, if it is one.

    ``hosts`` and ``guests`` are short names of organisations, ``whole`` names both in full, and
    ``people`` are their people.
    """

    id: UUID
    result: Result
    stands: Stands
    time: str
    table: str
    rank: int
    number: int | None
    hosts: str
    guests: str
    whole: str
    people: tuple[str, ...]

    @property
    def kind(self) -> str:
        """Of what kind the meeting is."""
        return str(self.result.meeting.kind)

    @property
    def pair(self) -> str:
        """Who meets whom, in short."""
        return f"{self.hosts} ↔ {self.guests}"

    @property
    def starts_at(self) -> datetime:
        """When it begins."""
        return self.result.meeting.starts_at

    @property
    def is_due(self) -> bool:
        """Tell whether its people can be asked, and nobody has told yet."""
        return self.stands is Stands.DUE

    @property
    def can_be_told(self) -> bool:
        """Tell whether something can have come of it by now."""
        return self.stands not in {Stands.AHEAD, Stands.CANCELLED}

    @property
    def missed(self) -> Missing | None:
        """Who did not come, if somebody said so."""
        stands = self.result.stands
        said = stands.state is MeetingState.NO_SHOW and stands.is_said
        return (stands.missing or Missing.BOTH) if said else None

    @property
    def absent(self) -> Missing | None:
        """Who was not in the house, as far as the desk knows, if nobody said anything."""
        stands = self.result.stands
        is_so = stands.state is MeetingState.NO_SHOW and not stands.is_said
        return stands.missing if is_so else None

    @property
    def differs(self) -> tuple[str, ...]:
        """Name the fields in which the sides contradict each other."""
        told = self.result.told
        return differing(told) if len(told) > 1 else ()

    def form(self, draft: Draft) -> Form:
        """Give what the card shows, with what was typed."""
        return Form.of(self.result.told, self.missed, draft)


@dataclass(frozen=True)
class OutcomeDay:
    """All meetings of a day, by time and table."""

    day: FloorDay
    now: datetime
    asked: AnswerSet
    rows: tuple[Row, ...]

    @property
    def date(self) -> date:
        """Which day it is."""
        return self.day.date

    @cached_property
    def row(self) -> Mapping[UUID, Row]:
        """Give each by its meeting."""
        return {each.id: each for each in self.rows}

    @cached_property
    def whole_span(self) -> Span | None:
        """All tables that have numbers, if there are several."""
        return whole_span(table.label for table in self.day.tables)

    @cached_property
    def programmes(self) -> tuple[str, ...]:
        """The funding programmes that were named."""
        told = (each.outcome.programme for row in self.rows for each in row.result.told)
        return tuple(sorted({each for each in told if each}))

    @cached_property
    def with_several(self) -> int:
        """Count the meetings that led to several things."""
        kinds = (kinds_of(row.result.told) for row in self.rows)
        return sum(len(each - {OutcomeKind.NONE}) > 1 for each in kinds)

    def readied(self) -> OutcomeDay:
        """Work out now what would hold the window up."""
        _ = self.row, self.whole_span, self.programmes, self.with_several
        return self


@dataclass(frozen=True, slots=True)
class Count:
    """So many meetings are wanted; ``left`` have begun and are not recorded."""

    wanted: int
    recorded: int
    left: int

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Count:
        """Count some rows."""
        stands = [each.stands for each in rows]
        gone = stands.count(Stands.CANCELLED)
        recorded = stands.count(Stands.TOLD) + stands.count(Stands.MISSED)
        return cls(len(stands) - gone, recorded, stands.count(Stands.DUE))

    @property
    def ahead(self) -> int:
        """How many are still to come."""
        return self.wanted - self.recorded - self.left


def outcome_day(
    results: DayResults, asked: AnswerSet, before: OutcomeDay | None = None
) -> OutcomeDay:
    """Make the rows of a day. What has not changed is taken over, and so need not be painted."""
    day, now = results.day, results.now
    known = before.row if before is not None and before.date == day.date else {}
    is_named_alike = before is not None and _are_named_alike(before.day, day)
    names = _Names(day)
    rows = []
    for result in results.results:
        stands = _stands(result, now)
        was = known.get(result.meeting.id)
        if was is None or not (is_named_alike and _is_alike(was, result, stands)):
            made = names.row(result, stands)
            was = was if was == made else made
        rows.append(was)
    rows.sort(key=lambda each: (each.time or "~", each.rank, each.result.meeting.number))
    return OutcomeDay(day, now, asked, tuple(rows)).readied()


def arranged(rows: Sequence[Row], order: Order, span: Span | None) -> list[Row]:
    """Give the rows of some tables in an order. ``rows`` come by time and table."""
    shown = [each for each in rows if span is None or span.covers(each.number)]
    match order:
        case Order.TIME:
            return shown
        case Order.TABLE:
            return sorted(shown, key=lambda each: each.rank)
        case Order.LEFT:
            return sorted(shown, key=lambda each: not each.is_due)


def _stands(result: Result, now: datetime) -> Stands:
    if result.stands.state is MeetingState.CANCELLED:
        return Stands.CANCELLED
    if result.told:
        return Stands.TOLD
    if result.is_recorded:
        return Stands.MISSED
    if not result.meeting.has_slot:
        return Stands.ASIDE
    return Stands.DUE if result.is_due(now) else Stands.AHEAD


def _are_named_alike(was: FloorDay, day: FloorDay) -> bool:
    return was.people is day.people and was.tables is day.tables


def _is_alike(was: Row, result: Result, stands: Stands) -> bool:
    return (
        was.result.meeting is result.meeting
        and was.stands is stands
        and was.result.told is result.told
        and was.result.stands == result.stands
    )


class _Names:
    """Names meetings as people in the hall do."""

    def __init__(self, day: FloorDay) -> None:
        self._day = day
        self._rank = {table.id: at for at, table in enumerate(day.tables)}

    def row(self, result: Result, stands: Stands) -> Row:
        day, meeting = self._day, result.meeting
        table = day.table.get(meeting.table)
        label = table.label if table is not None else ""
        starts = meeting.starts_at.astimezone(day.zone) if meeting.has_slot else None
        return Row(
            meeting.id,
            result,
            stands,
            time=f"{starts:%H:%M}" if starts is not None else "",
            table=label,
            rank=self._rank.get(meeting.table, len(self._rank)),
            number=number_of(label),
            hosts=self._side(meeting.hosts, is_short=True),
            guests=self._side(meeting.guests, is_short=True),
            whole=" ↔ ".join(
                self._side(each, is_short=False) for each in (meeting.hosts, meeting.guests)
            ),
            people=tuple(filter(None, (day.people[each].who.name for each in meeting.people))),
        )

    def _side(self, people: Iterable[UUID], *, is_short: bool) -> str:
        named = []
        for each in people:
            who = self._day.people[each].who
            whole = who.organisation or who.name or who.badge_number
            short = who.short_name or short_name(whole, _MOST_LETTERS)
            named.append(short if is_short else whole)
        return ", ".join(dict.fromkeys(named))
