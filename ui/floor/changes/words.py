"""A change of the day in words: what it brings altogether, and that it was made."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from app.floor.answers import Instead
from app.floor.changes import Change, ClosePlaces, Delay, Leave, Repair, Shorten
from app.floor.consequences import Prospect
from app.floor.day import FloorDay
from app.floor.moving import Spot
from app.floor.overrun import overrun
from ui.floor.words import clock, long_words

_MOST_NAMED = 5


def tables_words(labels: Sequence[str]) -> str:
    """Name tables: ``Table 9``, ``Tables 8 and 9``, ``Tables 1, 2, 3, 4 and 6 more``."""
    if len(labels) == 1:
        return f"Table {labels[0]}"
    if len(labels) <= _MOST_NAMED:
        return f"Tables {', '.join(labels[:-1])} and {labels[-1]}"
    named = labels[: _MOST_NAMED - 1]
    return f"Tables {', '.join(named)} and {len(labels) - len(named)} more"


def what_words(day: FloorDay, change: ClosePlaces) -> str:
    """Name what is closed."""
    if change.zone:
        return f"Zone {change.zone}"
    return tables_words([table.label for table in day.tables if table.id in change.tables])


def spot_words(day: FloorDay, spot: Spot) -> str:
    """Say a place as ``11:05, table 4``."""
    slot = next(each for each in day.slots if each.id == spot.slot)
    return f"{clock(day, slot.starts_at)}, table {day.table[spot.table].label}"


def name_words(day: FloorDay, person: UUID) -> str:
    """Name one person."""
    who = day.people[person].who
    return who.name or who.badge_number


def later_words(minutes: int) -> str:
    """Say by how much something moves: ``20 min later``."""
    return f"{abs(minutes)} min {'later' if minutes > 0 else 'earlier'}"


def totals_words(prospect: Prospect, *, done: bool = False) -> str:
    """Say in a sentence how many move, lose their place, and must be told; blank: nobody does.

    Of what is done, whom to tell is said beside the grid until they are told.
    """
    preview = prospect.preview
    moved = sum(each.to is not None for each in preview.lost) + len(preview.moves)
    ended = len(preview.ended)
    ended += sum(each.instead is Instead.CANCEL for each in preview.lost)
    left = len(preview.homeless)
    if isinstance(preview.change, Shorten):
        ended, left = ended + left, 0
    said = [
        _count(moved, ("moved",) if done else ("moves", "move")),
        _count(left, ("lost its place", "lost their place") if done else _LOSE),
        _count(ended, ("is cancelled", "are cancelled")),
        _count(len(preview.new), ("is new", "are new")),
    ]
    if isinstance(preview.change, Delay):
        starts = f" {later_words(preview.change.minutes)}"
        said.insert(0, _count(len(preview.later), ("starts" + starts, "start" + starts)))
    if not any(said):
        return ""
    counts = [each for each in said if each]
    # Only the first count says of what.
    number, verb = counts[0].split(" ", 1)
    counts[0] = f"{number} {'meeting' if number == '1' else 'meetings'} {verb}"
    told = len(preview.told)
    if told and not done:
        counts.append(f"{told:,} {'person' if told == 1 else 'people'} must be told")
    return ", ".join(counts) + "."


def overrun_words(prospect: Prospect) -> str:
    """Warn that the last meeting would end after all was to be over; blank: it would not."""
    over = overrun(prospect)
    if over is None:
        return ""
    day, late = prospect.before, long_words(over.ends_at - over.was)
    ends, what = clock(day, over.ends_at), "this block" if over.of_block else "the day"
    was = clock(day, over.was)
    return f"The last meeting ends at {ends} then, {late} after {what} was to end at {was}."


_LOSE = ("loses its place", "lose their place")


def _count(number: int, verbs: tuple[str, ...]) -> str:
    return f"{number:,} {verbs[0] if number == 1 else verbs[-1]}" if number else ""


def quiet_words(prospect: Prospect) -> str:
    """Say that a change concerns no meeting, and what it does nevertheless."""
    change, day = prospect.preview.change, prospect.before
    match change:
        case ClosePlaces():
            return _nothing_there_words(day, change)
        case Delay():
            said = "No meeting is held then. Only the slots start at another time."
        case Shorten():
            said = "Nobody meets in the slots that are taken out. Only the block is shorter."
        case Leave():
            said = f"{name_words(day, change.delegate)} has no meeting left today"
            is_here = has_effect(prospect)
            said += ". They are checked out at once." if is_here else ", and is not in the house."
        case Repair():
            said = "Every meeting has its place, and nobody waits for one. Nothing to repair."
    return said


def _nothing_there_words(day: FloorDay, change: ClosePlaces) -> str:
    ends = change.ends_at
    is_for_good = ends is None or all(slot.ends_at <= ends for slot in day.slots)
    when = "any more today" if is_for_good else "then"
    if change.zone:
        return f"Nothing is in this zone {when}. It is closed at once."
    if len(change.tables) > 1:
        return f"Nothing is at these tables {when}. They are closed at once."
    return f"Nothing is at this table {when}. It is closed at once."


def has_effect(prospect: Prospect) -> bool:
    """Tell whether making it would write anything."""
    preview = prospect.preview
    if isinstance(preview.change, Leave):
        someone = prospect.before.people.get(preview.change.delegate)
        is_here = someone is not None and any(each.until is None for each in someone.stays)
        return is_here or bool(preview.ended or preview.new)
    if isinstance(preview.change, Repair):
        is_placed = any(each.to or each.instead is Instead.CANCEL for each in preview.lost)
        return is_placed or bool(preview.new)
    return True


def done_words(prospect: Prospect) -> str:
    """Say that it was made, and what became of the meetings; minutes are said once."""
    preview, totals = prospect.preview, totals_words(prospect, done=True)
    if isinstance(preview.change, Delay) and preview.later:
        return totals
    return " ".join(filter(None, (_made_words(prospect.before, preview.change), totals)))


def _made_words(day: FloorDay, change: Change) -> str:
    match change:
        case ClosePlaces():
            is_one = bool(change.zone) or len(change.tables) == 1
            return f"{what_words(day, change)} {'is' if is_one else 'are'} closed."
        case Delay():
            what = "What follows" if change.block is None else "The block"
            return f"{what} starts {later_words(change.minutes)}."
        case Shorten():
            return f"The block ends at {clock(day, change.ends_at)}."
        case Leave():
            return f"{name_words(day, change.delegate)} left for today."
        case Repair():
            return "The day is repaired."
