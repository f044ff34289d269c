"""What is said while a meeting is carried: what fits, what it changes, and why not elsewhere."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from app.floor.day import FloorDay
from app.floor.targets import Bar
from ui.floor.carry import Carry, Drop
from ui.floor.sheet import side_name
from ui.floor.words import clock, long_words, pair_words, side_words


def place_words(day: FloorDay, place: int, table: UUID) -> str:
    """Say a place as ``Table 7, slot 8 · 11:55``."""
    slot = day.slot[place]
    return f"Table {day.table[table].label}, slot {slot.number} · {clock(day, slot.starts_at)}"


def check_words(carry: Carry) -> tuple[str, ...]:
    """Say what makes a place fit, a side each."""
    day, meeting = carry.day, carry.meeting
    said = []
    for side in (meeting.hosts, meeting.guests):
        people = [day.people[each] for each in side]
        coming = [each.comes_at for each in people if each.comes_at is not None]
        if any(each.is_here(carry.now) for each in people):
            where = "free and here"
        elif coming and max(coming) > carry.now:
            where = f"free, comes at {clock(day, max(coming))}"
        else:
            where = "free, not here yet"
        said.append(f"{side_words(day, side)} is {where}.")
    return tuple(said)


def effect_words(carry: Carry, drop: Drop) -> tuple[str, str]:
    """Say what else moves, and who has to be told."""
    day, people = carry.day, set(carry.meeting.people)
    moves = "Nothing else moves."
    if drop.other is not None:
        other = day.meeting[drop.other]
        people |= set(other.people)
        to = place_words(day, carry.meeting.place, carry.meeting.table)
        moves = f"{pair_words(day, other)} goes to {to[0].lower()}{to[1:]}."
    count = len(people)
    return moves, f"{count} delegate{'s get' if count > 1 else ' gets'} a change slip."


def best_words(carry: Carry, at: int) -> str:
    """Say why the place of a rank is good."""
    day, drop = carry.day, carry.best[at]
    before = next((n for n, each in enumerate(carry.best[:at], 1) if each.place == drop.place), 0)
    if before:
        own = day.table[carry.meeting.table].label if carry.meeting.table in day.table else ""
        return f"Same time as {before}" + (f", farther from table {own}." if own else ".")
    who = side_name([day.people[each] for each in carry.missing]) if carry.missing else ""
    if drop.place == carry.meeting.place:
        return f"Same time. {who} may still be missing." if who else "Same time."
    later = day.slot[drop.place].starts_at - carry.meeting.starts_at
    if who and later > timedelta(0):
        return f"{long_words(later)} more for {who} to arrive."
    return f"{long_words(abs(later))} {'later' if later > timedelta(0) else 'earlier'}."


def closed_words(carry: Carry) -> tuple[str, ...]:
    """Say which slots are closed to it because somebody meets others then; the next ones."""
    day, said = carry.day, []
    for column, slot in enumerate(day.slots):
        if slot.starts_at < carry.now or slot.place == carry.meeting.place or not day.tables:
            continue
        target = carry.at(column)
        other = day.meeting.get(target.other) if target.other is not None else None
        if target.bar is Bar.BUSY and other is not None:
            who = side_words(day, target.who[:1])
            table = day.table.get(other.table)
            others = side_words(day, [each for each in other.people if each not in target.who])
            where = f" at table {table.label}" if table is not None else ""
            said.append(f"Slot {slot.number} is closed to it: {who} meets {others}{where}.")
    return tuple(said[:2])
