"""Commands that change the running day as a whole, each with all that it brings with it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from app.cli.adding import AllCommands, add_which_tables
from app.cli.answer import Answer
from app.cli.floor_answers import floor_of, instant_of, today, told_line
from app.cli.floor_words import meeting_words, pair
from app.cli.station import Station, station
from app.event.editing import UnknownBlock
from app.event.tables import named_tables
from app.floor.answers import Answer as Answered
from app.floor.answers import Instead
from app.floor.changes import Change, ClosePlaces, Delay, Leave, Repair, Shorten
from app.floor.consequences import Preview
from app.floor.day import FloorDay
from app.floor.manager import FloorManager
from app.floor.moving import Spot
from app.floor.overrun import overrun

_NOWHERE = {
    None: "has no place left today",
    Instead.CANCEL: "is cancelled",
    Instead.LEAVE: "is left open",
}


def add_changes(commands: AllCommands) -> None:
    """Add the commands of this module."""
    later = commands.add("delay", delay)
    later.add_argument("minutes", type=int, help="fewer than 0 is earlier")
    later.add_argument("--from", dest="starts", required=True, help="what starts then or later")
    shorter = commands.add("shorten", shorten)
    shorter.add_argument("block", help="when it starts: 10:15")
    shorter.add_argument("--to", dest="ends", required=True, help="when it ends: 12:15")
    clear = commands.add("clear-table", clear_table)
    add_which_tables(clear)
    clear.add_argument("--from", dest="starts", help="11:05; now, if nothing is said")
    clear.add_argument("--to", dest="ends", help="for good, if nothing is said")
    clear.add_argument("--why", default="")
    commands.add("leaves", leaves).add_argument("delegate", help="badge number, e-mail or id")
    mended = commands.add("repair", repair)
    for each in (later, shorter, clear, mended):
        each.add_argument("--dry-run", action="store_true", help="only tell what it would bring")
        _add_answers(each)


def _add_answers(parser: argparse.ArgumentParser) -> None:
    """Let it be said what becomes of meetings that lose their place, instead of what is told."""
    put = parser.add_argument("--put", nargs=3, action="append", default=[], help="it goes there")
    put.metavar = ("MEETING", "SLOT", "TABLE")
    for words, what in (("--cancel", "it is cancelled"), ("--leave", "it goes on being lost")):
        parser.add_argument(words, action="append", default=[], metavar="MEETING", help=what)


def delay(args: argparse.Namespace) -> Answer:
    """Let what starts from a time on start later; meetings that can't stay get another place."""
    with station(args) as here:
        return _change(here, args, Delay(args.minutes, instant_of(here, args.starts)))


def shorten(args: argparse.Namespace) -> Answer:
    """Let a block end earlier; its meetings move to other slots where there is room."""
    with station(args) as here:
        starts = instant_of(here, args.block)
        day = floor_of(here).reader.read(today(here))
        block = next((each.block for each in day.slots if each.starts_at == starts), None)
        if block is None:
            raise UnknownBlock(args.block)
        return _change(here, args, Shorten(block, instant_of(here, args.ends)))


def clear_table(args: argparse.Namespace) -> Answer:
    """Close tables, and give the meetings there another place."""
    with station(args) as here:
        with here.event.journal.reading() as session:
            tables = tuple(each.id for each in named_tables(session, tuple(args.table)))
        starts = instant_of(here, args.starts) if args.starts else here.now
        ends = instant_of(here, args.ends) if args.ends else None
        return _change(here, args, ClosePlaces(tables, args.zone, starts, ends, args.why))


def leaves(args: argparse.Namespace) -> Answer:
    """Note that somebody goes for today; who would have met them meets others where possible."""
    with station(args) as here:
        return _change(here, args, Leave(here.delegate(args.delegate)))


def repair(args: argparse.Namespace) -> Answer:
    """Find another place for all that is lost by now, and use what is idle."""
    with station(args) as here:
        return _change(here, args, Repair())


def _change(here: Station, args: argparse.Namespace, change: Change) -> Answer:
    floor, day = floor_of(here), today(here)
    prospect = floor.consequences.look(day, change, tuple(_answers(here, args, floor)))
    before, preview, over = prospect.before, prospect.preview, overrun(prospect)
    is_rehearsal = getattr(args, "dry_run", False)
    unit = None if is_rehearsal else floor.consequences.carry_out(day, preview).unit
    nothing = "Nothing is lost." if isinstance(change, Repair) else "Nothing else changes."
    lines = tuple(_lines(before, preview)) or (nothing,)
    if over is not None:
        what, was = "the block" if over.of_block else "the day", here.clock(over.was)
        ends = here.clock(over.ends_at)
        lines += (f"The last meeting ends at {ends}. Before, {what} was to end at {was}.",)
    if preview.told:
        lines += (told_line(here, preview.told),)
    head = ("Nothing was changed. It would bring:",) if is_rehearsal else ("Done:",)
    facts = _facts(before, preview) | {"ends_late": over and over.ends_at, "unit": unit}
    return Answer(facts, (*head, *lines))


def _answers(here: Station, args: argparse.Namespace, floor: FloorManager) -> Iterator[Answered]:
    day = today(here)
    for named, slot, table in getattr(args, "put", ()):
        spot = floor.spot(day, instant_of(here, slot), table)
        yield Answered(floor.meeting(day, named).id, spot)
    for instead, words in ((Instead.CANCEL, "cancel"), (Instead.LEAVE, "leave")):
        for named in getattr(args, words, ()):
            yield Answered(floor.meeting(day, named).id, instead)


def _lines(day: FloorDay, preview: Preview) -> Iterator[str]:
    for each in preview.lost:
        where = f"to {_place(day, each.to)}" if each.to else _NOWHERE[each.instead]
        yield f"  {meeting_words(day, day.meeting[each.meeting])}: {where}"
    for meeting in preview.ended:
        yield f"  {meeting_words(day, day.meeting[meeting])}: does not take place"
    for booking in preview.new:
        sides = pair(day, booking.pairing.hosts, booking.pairing.guests)
        yield f"  new: {sides}, {_place(day, booking.to)}"
    for move in preview.moves:
        words = meeting_words(day, day.meeting[move.meeting])
        yield f"  {words}: makes room, to {_place(day, move.to)}"
    if preview.later:
        yield f"  {len(preview.later)} meetings start at another time"


def _facts(day: FloorDay, preview: Preview) -> dict[str, Any]:
    def number(meeting: Any) -> str:
        return day.meeting[meeting].number

    def spot(to: Spot | None) -> dict[str, Any] | None:
        if to is None:
            return None
        slot = next(each for each in day.slots if each.id == to.slot)
        return {"slot": slot.starts_at, "table": day.table[to.table].label}

    return {
        "lost": [
            {"meeting": number(each.meeting), "to": spot(each.to), "instead": each.instead}
            for each in preview.lost
        ],
        "ended": [number(each) for each in preview.ended],
        "later": [number(each) for each in preview.later],
        "new": [
            {
                "hosts": [day.people[each].who for each in booking.pairing.hosts],
                "guests": [day.people[each].who for each in booking.pairing.guests],
                "to": spot(booking.to),
            }
            for booking in preview.new
        ],
        "moves": [{"meeting": number(each.meeting), "to": spot(each.to)} for each in preview.moves],
        "told": list(preview.told),
    }


def _place(day: FloorDay, to: Spot) -> str:
    slot = next(each for each in day.slots if each.id == to.slot)
    return f"{_clock(day, slot.starts_at)}, table {day.table[to.table].label}"


def _clock(day: FloorDay, instant: datetime) -> str:
    return f"{instant.astimezone(day.zone):%H:%M}"
