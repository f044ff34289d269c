"""What needs somebody, in words: why, where, for how long, and who can be reached how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from app.floor.attention import Item, Need
from app.floor.day import FloorDay, Participant
from app.floor.manager import Look
from ui.floor.words import clock, long_words

_NAMED = 3
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Sign:
    """How a need is headed. ``tone`` names the colour."""

    word: str
    icon: str
    tone: str


SIGNS: Mapping[Need, Sign] = {
    Need.NO_SHOW: Sign("No-show", "user-x", "bad"),
    Need.CLASH: Sign("Two at one time", "layers", "bad"),
    Need.ONE_MISSING: Sign("One missing", "circle-alert", "warn"),
    Need.COMES_LATE: Sign("Comes late", "timer", "warn"),
    Need.BOTH_MISSING: Sign("Both missing", "circle-alert", "warn"),
    Need.SOON_MISSING: Sign("One missing", "circle-alert", "warn"),
    Need.NOT_COMING: Sign("Not coming", "user-round-x", "bad"),
    Need.IN_SESSION: Sign("In a session", "layers", "bad"),
    Need.TO_CALL: Sign("To call", "megaphone", "accent"),
    Need.TABLE_CLOSED: Sign("Table closed", "ban", "warn"),
    Need.NO_PLACE: Sign("No place", "ban", "warn"),
    Need.PAPER: Sign("Paper out of date", "file-clock", "move"),
    Need.IDLE: Sign("Free tables", "layout-grid", "accent"),
}


class Act(Enum):
    """What somebody on the floor can say of a card, besides what is proposed."""

    NO_SHOW = auto()
    COMES_AT = auto()
    RUNS = auto()
    CALL_ALL = auto()
    PRINT_SLIPS = auto()
    CANCEL = auto()


ACT_WORDS: Mapping[Act, str] = {
    Act.NO_SHOW: "No-show",
    Act.COMES_AT: "They come at…",
    Act.RUNS: "Runs",
    Act.CALL_ALL: "Call all",
    Act.PRINT_SLIPS: "Print slips",
    Act.CANCEL: "Cancel meeting",
}


@dataclass(frozen=True, slots=True)
class Phone:
    """Somebody who is missing, and how they can be reached."""

    name: str
    number: str


def sign(look: Look, item: Item) -> Sign:
    """Give how an item is headed."""
    if item.need is Need.SOON_MISSING and not item.waiting and all_missing(look.day, item):
        return SIGNS[Need.BOTH_MISSING]
    return SIGNS[item.need]


def acts(look: Look, item: Item) -> tuple[Act, ...]:
    """Give what can be said of an item."""
    if item.need is Need.TO_CALL:
        return (Act.CALL_ALL,)
    if item.need is Need.PAPER:
        return (Act.PRINT_SLIPS,)
    if item.need is Need.NO_PLACE:
        return (Act.CANCEL,)
    if item.need not in _ABSENCES:
        return ()
    found = [Act.NO_SHOW, Act.COMES_AT, Act.RUNS]
    if item.starts_at > look.now:
        found = [Act.COMES_AT]
    if item.need is Need.NO_SHOW:
        found.remove(Act.NO_SHOW)
    if not still_away(look, item):
        found.remove(Act.COMES_AT)
    return tuple(found)


def place_words(look: Look, item: Item) -> str:
    """Say where it is."""
    day = look.day
    if item.need is Need.PAPER:
        return counted(len(item.waiting), "delegate")
    slot = next((each for each in day.slots if each.starts_at == item.starts_at), None)
    when = f"slot {slot.number}" if slot is not None else clock(day, item.starts_at)
    if item.need in {Need.TO_CALL, Need.IDLE}:
        return when[0].upper() + when[1:]
    if item.need is Need.NO_PLACE:
        return f"No place, {when}" if slot is not None else f"No place, was at {when}"
    labels = [day.table[each].label for each in item.tables if each in day.table]
    if not labels:
        return f"No table, {when}"
    tables = "Table" if len(labels) == 1 else "Tables"
    return f"{tables} {' and '.join(labels)}, {when}"


def waiting_words(look: Look, item: Item, now: datetime) -> str:
    """Say since when somebody waits, or how long it is till then."""
    if item.need is Need.PAPER:
        return f"next {clock(look.day, item.starts_at)}"
    if item.starts_at > now:
        return _in(item.starts_at - now)
    if item.waiting and item.need in _ABSENCES:
        return f"waits {long_words(now - item.starts_at)}"
    return f"since {clock(look.day, item.starts_at)}"


def phones(look: Look, item: Item) -> tuple[Phone, ...]:
    """Give the numbers of those who are missing."""
    people = [look.day.people[each] for each in item.missing]
    return tuple(Phone(each.who.name, each.phone) for each in people if each.phone)


def nothing_words(look: Look, now: datetime) -> str:
    """Say that nothing needs anybody, and when that may change."""
    following = next((slot for slot in look.day.slots if slot.starts_at > now), None)
    if following is None:
        return "Nothing needs you."
    return f"Nothing needs you. Slot {following.number} starts {_in(following.starts_at - now)}."


_ABSENCES = frozenset(
    {Need.NO_SHOW, Need.ONE_MISSING, Need.COMES_LATE, Need.BOTH_MISSING, Need.SOON_MISSING}
)


def all_missing(day: FloorDay, item: Item) -> bool:
    """Tell whether everybody who was to meet is missing."""
    return all(set(day.meeting[each].people) <= set(item.missing) for each in item.meetings)


def still_away(look: Look, item: Item) -> Sequence[Participant]:
    """Give those who are missing and not in the house either."""
    people = (look.day.people[each] for each in item.missing)
    return [each for each in people if not each.is_here(look.now)]


def _in(left: timedelta) -> str:
    whole_minutes = -(-left // _MINUTE) * _MINUTE
    return f"in {long_words(whole_minutes)}"


def counted(count: int, thing: str) -> str:
    """Count things in words."""
    return f"{count} {thing}" if count == 1 else f"{count:,} {thing}s"


def listed(names: Sequence[str]) -> str:
    """List names as in a sentence; three at most, and how many more there are."""
    shown = list(names[:_NAMED])
    if len(names) > _NAMED:
        shown.append(f"{len(names) - _NAMED} more")
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"
