"""What a delegate has to be at in words: what it is, where, and by when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.itinerary.items import Item, Part
from ui.common.meeting_words import organisation_words, table_words
from ui.common.times import Times, day_words

ICONS: Mapping[Part, str] = {
    Part.SESSION: "calendar-clock",
    Part.VISIT: "map-pin",
    Part.ROUND: "users",
    Part.SPEECH: "megaphone",
    Part.MEETING: "handshake",
}
"""The icon of each part of a programme; a word always stands beside it."""

PART_WORDS: Mapping[Part, str] = {
    Part.SESSION: "Session",
    Part.VISIT: "Visit",
    Part.ROUND: "Ice-breaking",
    Part.SPEECH: "Speed presentation",
    Part.MEETING: "Meeting",
}


def what_words(item: Item) -> str:
    """Name what it is: a title, or whom they meet, or which turn or round it is."""
    match item.part:
        case Part.MEETING if item.meeting is not None:
            return organisation_words(item.meeting)
        case Part.ROUND:
            return f"Ice-breaking round {item.number}"
        case Part.SPEECH:
            return f"Speaks as number {item.number}"
        case _:
            return item.title


def where_words(item: Item) -> str:
    """Say where they have to go; blank if nobody said."""
    match item.part:
        case Part.MEETING if item.meeting is not None:
            return table_words(item.meeting)
        case Part.ROUND:
            return f"table {item.place}"
        case Part.VISIT if item.place:
            return f"meet at {item.place}"
        case _:
            return item.place


def span_words(item: Item, times: Times) -> str:
    """Give from when to when it is, at the venue."""
    starts, ends = (each.astimezone(times.zone) for each in (item.starts_at, item.ends_at))
    return f"{starts:%H:%M}–{ends:%H:%M}"


def now_words(items: Sequence[Item], times: Times) -> str:
    """Say what somebody is at now: where first, for that is what somebody asks a desk."""
    if len(items) > 1:
        places = " and ".join(sorted((where_words(e) or what_words(e) for e in items), key=len))
        return f"{len(items)} at once: {places}"
    return "".join(_begun(each, times) for each in items)


def next_words(items: Sequence[Item], times: Times) -> str:
    """Say what somebody has to be at next: when, and how long it is till then, where and what."""
    starts = items[0].starts_at
    is_today = starts.astimezone(times.zone).date() == times.today()
    when = times.of_day(starts) + (f", {times.until(starts)}" if is_today else "")
    return f"{when}, {' and '.join(_told(where_words(each), what_words(each)) for each in items)}"


def stage_words(items: Sequence[Item], times: Times) -> str:
    """Say when and where somebody speaks or moderates now or next; blank if nowhere any more."""
    return ". ".join(_on_stage(each, times) for each in items)


def _on_stage(item: Item, times: Times) -> str:
    what = f"“{item.title}”" if item.title else "speed presentations"
    number = f"as number {item.number}" if item.part is Part.SPEECH else ""
    told = ", ".join(filter(None, (where_words(item), what, number)))
    if item.starts_at <= times.clock():
        return f"On stage now, until {times.of_day(item.ends_at)}: {told}"
    day = item.starts_at.astimezone(times.zone).date()
    when = "" if day == times.today() else f"{day_words(day)}, "
    return f"On stage next, {when}{span_words(item, times)}: {told}"


def _begun(item: Item, times: Times) -> str:
    """Say where somebody is; from a visit they come back, wherever it was that they met."""
    ends = times.of_day(item.ends_at)
    if item.part is Part.VISIT:
        return f"Back {ends}: {what_words(item)}"
    where = _capitalised(where_words(item))
    return _told(f"{where}, until {ends}" if where else f"Until {ends}", what_words(item))


def _told(where: str, what: str) -> str:
    return f"{where}: {what}" if where else what


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
