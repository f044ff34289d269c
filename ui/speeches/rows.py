"""What the list of speakers shows at an instant, as values with their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from app.speeches.running import Speech, Speeches, as_of

_MINUTE = timedelta(minutes=1)


class Stands(StrEnum):
    """Where somebody's turn stands."""

    SPOKEN = "spoken"
    SPEAKS = "speaks"
    NEXT = "next"
    WAITS = "waits"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Row:
    """A turn as the list shows it. ``late``: it is a minute or more later than planned."""

    id: UUID
    place: int
    planned: str
    expected: str
    late: bool
    name: str
    organisation: str
    delegation: str
    colour: str
    is_here: bool
    stands: Stands

    @property
    def can_move(self) -> bool:
        """Tell whether they are still to speak."""
        return self.stands in {Stands.NEXT, Stands.WAITS}

    @property
    def can_go(self) -> bool:
        """Tell whether they can be taken off the list."""
        return self.can_move or self.stands is Stands.SKIPPED

    @property
    def state(self) -> str:
        """Say where it stands, and that they are missing, in words."""
        words = _WORDS[self.stands]
        missing = "" if self.is_here or not self.can_move else "not here yet"
        return " · ".join(filter(None, (words, missing))).capitalize()


_WORDS = {
    Stands.SPOKEN: "has spoken",
    Stands.SPEAKS: "speaks now",
    Stands.NEXT: "next",
    Stands.WAITS: "",
    Stands.SKIPPED: "skipped",
}


def seen_at(speeches: Speeches, now: datetime, zone: ZoneInfo) -> datetime:
    """Give the instant that a list is as of: now, or when another day's had ended or begins."""
    today, day = now.astimezone(zone).date(), speeches.day
    if today == day:
        return now
    passed = [at for each in speeches.slots for at in (each.began, each.ended) if at]
    return max(passed, default=speeches.starts_at)


def rows_of(
    speeches: Speeches, told: Sequence[Speech], now: datetime, zone: ZoneInfo
) -> tuple[Row, ...]:
    """Give the list as of an instant."""
    following = next((each.who.id for each in told if each.slot.is_open), None)
    return tuple(
        Row(
            each.who.id,
            place,
            clock(each.planned_at, zone),
            "" if each.slot.skipped else clock(each.starts_at, zone),
            each.starts_at - each.planned_at >= _MINUTE and not each.slot.skipped,
            each.who.name,
            each.who.organisation,
            each.delegation,
            each.colour,
            each.is_here,
            _stands(each, following),
        )
        for place, each in enumerate(as_of(speeches, told, now), start=1)
    )


def clock(at: datetime, zone: ZoneInfo) -> str:
    """Give a time of the day that is shown."""
    return f"{at.astimezone(zone):%H:%M}"


def end_words(speeches: Speeches, now: datetime, zone: ZoneInfo) -> tuple[str, str]:
    """Say when all will be done, and the tone to say it in."""
    ends, planned = speeches.ends_at(now), speeches.planned_end
    over = not any(each.is_open or each.runs for each in speeches.slots)
    said, was = clock(ends, zone), clock(planned, zone)
    verb = "Ended" if over else "Ends"
    if said == was:
        return f"{verb} {said}, as planned", "2"
    return f"{verb} {said} instead of {was}", "warn" if ends > planned else "2"


def count_words(rows: Sequence[Row]) -> str:
    """Say how many have spoken, were skipped, and are still missing."""
    spoken = sum(each.stands is Stands.SPOKEN for each in rows)
    skipped = sum(each.stands is Stands.SKIPPED for each in rows)
    missing = sum(each.can_move and not each.is_here for each in rows)
    said = [
        f"{spoken} of {len(rows) - skipped} have spoken",
        f"{skipped} skipped" if skipped else "",
        f"{missing} not here yet" if missing else "",
    ]
    return " · ".join(filter(None, said))


def next_words(rows: Sequence[Row]) -> str:
    """Say what going on comes to: that somebody begins, or that the last one ends."""
    stands = {each.stands for each in rows}
    if not stands & {Stands.SPEAKS, Stands.SPOKEN}:
        return "First speaker"
    return "Next speaker" if Stands.NEXT in stands else "End speech"


def _stands(each: Speech, following: UUID | None) -> Stands:
    if each.slot.skipped:
        return Stands.SKIPPED
    if each.slot.runs:
        return Stands.SPEAKS
    if not each.slot.is_open:
        return Stands.SPOKEN
    return Stands.NEXT if each.who.id == following else Stands.WAITS
