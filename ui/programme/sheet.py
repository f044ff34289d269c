"""Where everything of a day stands on its timeline, as values that only have to be painted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from app.delegates.folding import fold
from app.programme.conflicts import Conflict, ConflictKind
from app.programme.timeline import Beside, DayProgramme, Stretch
from app.programme.views import SessionFacts
from ui.programme.words import beside_words, counted_words

_FIRST, _LAST = 9 * 60, 17 * 60
"""A day without anything still has hours."""
HOUR = 60


class Tone(StrEnum):
    """How a block looks."""

    PLANNED = "planned"
    RUNNING = "running"
    OVER = "over"
    CANCELLED = "cancelled"
    CONFLICT = "conflict"
    BESIDE = "beside"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Column:
    """A room, or what stands beside the rooms. ``lanes`` is how many stand side by side in it."""

    title: str
    icon: str
    is_room: bool
    room: str = ""
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """Something on the timeline, in minutes of the day; ``session`` is none for what is beside.

    It is in one of so many ``lanes`` of its column, for others are there at the same time.
    """

    column: int
    lane: int
    starts: int
    ends: int
    tone: Tone
    title: str
    said: str
    session: SessionFacts | None = None
    stretch: Stretch | None = None
    lanes: int = 1


@dataclass(frozen=True)
class Sheet:
    """A day as it is shown at an instant. Of ``conflicts``, those alike are one."""

    day: DayProgramme
    now: datetime
    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    conflicts: tuple[Conflict, ...]
    first: int
    last: int

    @cached_property
    def of_session(self) -> Mapping[UUID, Block]:
        """The blocks of sessions, by their ids."""
        return {each.session.id: each for each in self.blocks if each.session is not None}

    @property
    def room_columns(self) -> Sequence[int]:
        """The places of the columns that are rooms."""
        return [at for at, each in enumerate(self.columns) if each.is_room]

    def minute(self, instant: datetime) -> int:
        """Give the minute of the day on the clocks of the venue; the next day goes on counting."""
        return minute_of(self.day, instant)

    def instant(self, minute: int) -> datetime:
        """Give the instant of a minute of the day."""
        days, left = divmod(minute, 24 * HOUR)
        local = datetime.combine(
            self.day.date + timedelta(days=days), time(left // HOUR, left % HOUR), self.day.zone
        )
        return local.astimezone(self.now.tzinfo)


def minute_of(day: DayProgramme, instant: datetime) -> int:
    """Give the minute of a day on the clocks of the venue."""
    local = instant.astimezone(day.zone)
    return (local.date() - day.date).days * 24 * HOUR + local.hour * HOUR + local.minute


def make_sheet(day: DayProgramme, now: datetime) -> Sheet:
    """Lay a day out."""
    columns = tuple(_columns(day))
    placed = [*_sessions(day, now, columns), *_beside(day, columns)]
    blocks = tuple(_in_lanes(placed))
    lanes = [
        max((each.lanes for each in blocks if each.column == at), default=1)
        for at in range(len(columns))
    ]
    columns = tuple(
        Column(each.title, each.icon, each.is_room, each.room, count)
        for each, count in zip(columns, lanes, strict=True)
    )
    first = min((each.starts for each in blocks), default=_FIRST)
    last = max((each.ends for each in blocks), default=_LAST)
    return Sheet(
        day,
        now,
        columns,
        blocks,
        grouped(day.conflicts),
        max(0, min(first, _FIRST) // HOUR * HOUR - HOUR),
        -(-max(last, _LAST) // HOUR) * HOUR + HOUR,
    )


def _columns(day: DayProgramme) -> Iterator[Column]:
    kinds = {each.kind for each in day.beside}
    if kinds & {Beside.BLOCK, Beside.CLOSURE}:
        yield Column("Meetings", "handshake", is_room=False)
    if kinds & {Beside.VISIT, Beside.ROUNDS, Beside.SPEECHES}:
        yield Column("Also on this day", "flag", is_room=False)
    known = {fold(room): room for room in reversed(day.rooms)}
    for room in sorted(known.values(), key=str.casefold):
        yield Column(room, "map-pin", is_room=True, room=room)
    if not known or any(not each.room for each in day.sessions):
        yield Column("No room", "map-pin", is_room=True)


def _sessions(day: DayProgramme, now: datetime, columns: Sequence[Column]) -> Iterator[Block]:
    at = {fold(each.room): place for place, each in enumerate(columns) if each.is_room}
    numbers = {number for each in day.conflicts for number in each.sessions}
    for each in day.sessions:
        starts, ends = minute_of(day, each.starts_at), minute_of(day, each.ends_at)
        tone = _tone(each, now, in_conflict=each.number in numbers)
        yield Block(
            at[fold(each.room)], 0, starts, ends, tone, each.title, counted_words(each), each
        )


def _tone(session: SessionFacts, now: datetime, *, in_conflict: bool) -> Tone:
    if session.cancelled:
        return Tone.CANCELLED
    if session.ends_at <= now:
        return Tone.OVER
    if in_conflict:
        return Tone.CONFLICT
    return Tone.RUNNING if session.starts_at <= now else Tone.PLANNED


def _beside(day: DayProgramme, columns: Sequence[Column]) -> Iterator[Block]:
    titles = [each.title for each in columns]
    for each in day.beside:
        is_meetings = each.kind in {Beside.BLOCK, Beside.CLOSURE}
        column = titles.index("Meetings" if is_meetings else "Also on this day")
        starts, ends = minute_of(day, each.starts_at), minute_of(day, each.ends_at)
        tone = Tone.CLOSED if each.kind is Beside.CLOSURE else Tone.BESIDE
        title, said = beside_words(each)
        yield Block(column, 0, starts, ends, tone, title, said, stretch=each)


def _in_lanes(blocks: Iterable[Block]) -> Iterator[Block]:
    """Put blocks that are at one time in one column side by side."""
    together: list[Block] = []
    for each in sorted(blocks, key=lambda block: (block.column, block.starts, -block.ends)):
        if together and (
            each.column != together[0].column
            or each.starts >= max(other.ends for other in together)
        ):
            yield from _side_by_side(together)
            together = []
        together.append(each)
    yield from _side_by_side(together)


def _side_by_side(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give each the first lane that is free by then, of as many as these blocks need."""
    until: list[int] = []
    at: list[int] = []
    for each in blocks:
        lane = next((lane for lane, ends in enumerate(until) if ends <= each.starts), len(until))
        until[lane : lane + 1] = [each.ends]
        at.append(lane)
    for each, lane in zip(blocks, at, strict=True):
        yield replace(each, lane=lane, lanes=len(until))


def grouped(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Take all meetings during one session for one conflict, with all whom they concern."""
    found: dict[object, Conflict] = {}
    for each in conflicts:
        is_meeting = each.kind is ConflictKind.MEETING
        key = (each.kind, each.sessions) if is_meeting else len(found)
        known = found.get(key)
        if known is not None:
            people = dict.fromkeys((*known.people, *each.people))
            each = replace(known, people=tuple(people), meeting="")  # noqa: PLW2901 - the two in one
        found[key] = each
    return tuple(found.values())
