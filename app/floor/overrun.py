"""Whether a delay lets the day, or the block that it is about, end later than it was to. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.floor.changes import Delay
from app.floor.consequences import Prospect
from app.floor.day import DaySlot
from app.floor.moving import Spot


@dataclass(frozen=True, slots=True)
class Overrun:
    """When the last meeting would end, and when the day or the block was to be over."""

    ends_at: datetime
    was: datetime
    of_block: bool


def overrun(prospect: Prospect) -> Overrun | None:
    """Tell when the last meeting would end, if that is later than everything was to be over."""
    change = prospect.preview.change
    if not isinstance(change, Delay):
        return None
    concerned = {slot.id for slot in prospect.before.slots if change.block in {None, slot.block}}
    was = max(slot.ends_at for slot in prospect.before.slots if slot.id in concerned)
    ends = [slot.ends_at for slot in _met_in(prospect) if slot.id in concerned]
    last = max(ends, default=was)
    return Overrun(last, was, change.block is not None) if last > was else None


def _met_in(prospect: Prospect) -> Iterator[DaySlot]:
    """Yield the slots in which somebody would meet, as they would lie."""
    after, preview = prospect.after, prospect.preview
    placed = {each.meeting: each.to for each in preview.lost}
    placed.update({each.meeting: each.to for each in preview.moves})
    gone = {*placed, *preview.ended}
    stay = [each for each in after.meetings if not each.cancelled and each.id not in gone]
    for meeting in stay:
        yield from (after.slot[place] for place in meeting.places)
    first = {slot.id: slot.place for slot in after.slots}

    def taken(to: Spot, length: int) -> Iterator[DaySlot]:
        return (after.slot[place] for place in range(first[to.slot], first[to.slot] + length))

    for each, to in placed.items():
        if to is not None:
            yield from taken(to, prospect.before.meeting[each].length)
    for booking in preview.new:
        yield from taken(booking.to, booking.pairing.length)
