"""The consequences of a change, one a row. Pure, without Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.floor.answers import Instead
from app.floor.changes import ClosePlaces, Delay, Leave, Shorten
from app.floor.consequences import Booking, Lost, Prospect
from app.floor.day import DayMeeting, FloorDay
from app.floor.moving import Spot
from ui.floor.changes.words import later_words, name_words, spot_words, what_words
from ui.floor.words import clock, pair_words, side_words


class Fate(StrEnum):
    """What becomes of a meeting."""

    HOMELESS = "homeless"
    MOVES = "moves"
    OPEN = "open"
    CANCELLED = "cancelled"
    MAKES_ROOM = "makes_room"
    NEW = "new"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Consequence:
    """One meeting: who with whom, from where, to where, how many must be told, and why.

    ``about`` is what an answer can be given of, a lost meeting or the wish of a new one.
    """

    key: tuple[str, str]
    fate: Fate
    number: str
    who: str
    was: str
    becomes: str
    told: int
    why: str
    about: UUID | None = None

    @property
    def told_words(self) -> str:
        """Say how many must be told."""
        return "Announce it" if self.fate is Fate.LATER else f"{self.told:,}"


def consequences(prospect: Prospect) -> tuple[Consequence, ...]:
    """Give every consequence, those without a place first, in the order of time."""
    lost = [_lost(prospect, each) for each in prospect.preview.lost]
    first = [each for each in lost if each.fate is Fate.HOMELESS]
    return (*first, *(each for each in lost if each not in first), *_others(prospect))


def _others(prospect: Prospect) -> Iterator[Consequence]:
    day, preview = prospect.before, prospect.preview
    told = set(preview.told)
    for move in preview.moves:
        meeting = day.meeting[move.meeting]
        to = spot_words(prospect.after, move.to)
        yield _row(day, meeting, Fate.MAKES_ROOM, (to, "Makes room for another"), told)
    for each in preview.ended:
        why = "Who was to come leaves"
        if isinstance(preview.change, Leave):
            why = f"{name_words(day, preview.change.delegate)} leaves"
        yield _row(day, day.meeting[each], Fate.CANCELLED, ("Does not take place", why), told)
    yield from (_new(prospect, each) for each in preview.new)
    if isinstance(preview.change, Delay):
        why = f"Starts {later_words(preview.change.minutes)}"
        for each in preview.later:
            then = _stays_words(prospect, day.meeting[each])
            yield _row(day, day.meeting[each], Fate.LATER, (then, why), set())


def _lost(prospect: Prospect, lost: Lost) -> Consequence:
    day, change = prospect.before, prospect.preview.change
    meeting, told = day.meeting[lost.meeting], set(prospect.preview.told)
    cause = _cause(prospect, meeting)
    if lost.to is not None:
        to = spot_words(prospect.after, lost.to)
        why = f"{cause}. {_effect(prospect, meeting, lost.to)}"
        return _row(day, meeting, Fate.MOVES, (to, why), told, lost.meeting)
    said = {
        Instead.CANCEL: (Fate.CANCELLED, "Is cancelled", f"{cause}. You chose so"),
        Instead.LEAVE: (Fate.OPEN, "Left open", "Stays on the list of losses"),
        None: (Fate.HOMELESS, "No place", f"{cause}. No table is free when all of them are"),
    }
    fate, becomes, why = said[lost.instead]
    if fate is Fate.HOMELESS and isinstance(change, Shorten):
        becomes, why = "Is cancelled", f"{cause}, and no other one is free for all of them"
    return _row(day, meeting, fate, (becomes, why), told, lost.meeting)


def _cause(prospect: Prospect, meeting: DayMeeting) -> str:
    day, change = prospect.before, prospect.preview.change
    match change:
        case ClosePlaces():
            label = day.table[meeting.table].label if meeting.table in day.table else ""
            return f"{what_words(day, change) if change.zone else f'Table {label}'} is closed"
        case Shorten():
            return "Its slot is taken out"
        case Delay():
            return _elsewhere_words(prospect.after, meeting)
        case _:
            return "It has no table" if not day.has_table(meeting) else "A side did not come"


def _elsewhere_words(after: FloorDay, meeting: DayMeeting) -> str:
    """Say why a meeting can't stay where it is at its new time."""
    if not after.has_table(meeting):
        return "Its table is closed then"
    taken = sum(1 << place for place in meeting.places)
    away = [each for each in meeting.people if after.people[each].free & taken != taken]
    return f"{side_words(after, away)} is elsewhere then"


def _effect(prospect: Prospect, meeting: DayMeeting, to: Spot) -> str:
    slot = next(each for each in prospect.after.slots if each.id == to.slot)
    if slot.place == meeting.place:
        return "Same time"
    return "All of them are free then"


def _new(prospect: Prospect, new: Booking) -> Consequence:
    day, pairing = prospect.before, new.pairing
    sides = f"{side_words(day, pairing.hosts)} ↔ {side_words(day, pairing.guests)}"
    why = "Both asked for it" if new.is_mutual else "One of them asked for it"
    told = len({*pairing.hosts, *pairing.guests})
    key = ("new", str(pairing.request))
    to = spot_words(prospect.after, new.to)
    return Consequence(key, Fate.NEW, "New", sides, "", to, told, why, pairing.request)


def _stays_words(prospect: Prospect, meeting: DayMeeting) -> str:
    after = prospect.after
    return f"{clock(after, after.slot[meeting.place].starts_at)}, {_table(after, meeting)}"


def _row(
    day: FloorDay,
    meeting: DayMeeting,
    fate: Fate,
    said: tuple[str, str],
    told: set[UUID],
    *about: UUID,
) -> Consequence:
    return Consequence(
        key=("meeting", str(meeting.id)),
        fate=fate,
        number=meeting.number,
        who=pair_words(day, meeting),
        was=f"{clock(day, meeting.starts_at)}, {_table(day, meeting)}",
        becomes=said[0],
        told=len(told & {*meeting.people}),
        why=said[1],
        about=about[0] if about else None,
    )


def _table(day: FloorDay, meeting: DayMeeting) -> str:
    table = day.table.get(meeting.table)
    return f"table {table.label}" if table is not None else "no table"
