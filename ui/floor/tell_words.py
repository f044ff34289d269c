"""What has changed for somebody, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from app.floor.telling import By, ToTell
from app.printing.schedules.changes import Change, LineChange
from app.printing.schedules.lines import ScheduleLine

_WORDS = {
    Change.MOVED: "Moved",
    Change.NEW_PARTNER: "New partner",
    Change.NEW: "New",
    Change.CANCELLED: "Cancelled",
}
_ICONS = {
    Change.MOVED: "move",
    Change.NEW_PARTNER: "arrow-left-right",
    Change.NEW: "plus",
    Change.CANCELLED: "ban",
}
_NAMED = 2


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """A change: its icon and word, where it leads now, and the rest."""

    icon: str
    word: str
    place: str
    rest: str


def change_words(change: LineChange, zone: ZoneInfo) -> ChangeWords:
    """Say one change."""
    was, now = change.was, change.now
    whom = change.line.title or f"With {_whom(change.line)}"
    place = _place(change.line, zone)
    if now is None:
        rest = f"{whom}. It does not take place."
    elif was is None:
        rest = f"{whom}."
    elif change.change is Change.NEW_PARTNER:
        before = _place(was, zone)
        rest = f"{whom}. Was {_whom(was)}{'' if before == place else f', {before}'}."
    else:
        rest = f"{whom}. Was {_place(was, zone)}."
    return ChangeWords(_ICONS[change.change], _WORDS[change.change], place, rest)


def known_words(one: ToTell, zone: ZoneInfo) -> str:
    """Say what somebody goes by."""
    at = f"{one.known.at.astimezone(zone):%H:%M}"
    if one.known.by is By.PAPER:
        return f"Paper of {at}"
    if one.known.by is By.WORD:
        return f"Told at {at}"
    return f"No paper, here since {at}"


def whom_words(found: Sequence[ToTell]) -> str:
    """Name those who must be told: two at most, and how many more there are."""
    names = [each.person.who.name or each.person.who.badge_number for each in found[:_NAMED]]
    if len(found) > _NAMED:
        names = [names[0], f"{len(found) - 1:,} others"]
    return " and ".join(names)


def _place(line: ScheduleLine, zone: ZoneInfo) -> str:
    label = line.table if line.title else f"table {line.table}"
    table = f", {label}" if line.table else ""
    return f"{line.starts_at.astimezone(zone):%H:%M}{table}"


def _whom(line: ScheduleLine) -> str:
    named = dict.fromkeys(each.organisation or each.name for each in line.partners)
    return ", ".join(filter(None, named)) or "nobody on the list"
