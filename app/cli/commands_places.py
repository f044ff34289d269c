"""Commands on where people may meet: closures, zones, and how many meetings the hall holds."""

from __future__ import annotations

import argparse
from datetime import datetime

from app.cli.adding import LOSING, AllCommands, add_which_tables
from app.cli.answer import Answer
from app.cli.station import Station, instant, station
from app.event.capacity import Capacity, DayCapacity, capacity_of
from app.event.closures import ClosureOrder, Closures, Places
from app.event.editing import Editing
from app.event.overview import ClosureFacts, ZoneFacts
from app.event.zones import Zones
from app.meetings.standing import StandingMeetings


def add_places(commands: AllCommands) -> None:
    """Add the commands of this module."""
    close = commands.add("close-table", close_table)
    add_which_tables(close)
    close.add_argument("--from", dest="starts", metavar="T", help="2027-03-16T14:00")
    close.add_argument("--to", dest="ends", metavar="T", help="2027-03-16T15:00")
    close.add_argument("--reason", default="")
    close.add_argument("--losing", type=int, default=0, metavar="N", help=LOSING)
    add_which_tables(commands.add("reopen-table", reopen_table))
    commands.add("closures", show_closures)
    zones = commands.add("zones", show_zones)
    pair = ("ZONE", "OTHER")
    zones.add_argument("--far", nargs=2, metavar=pair, help="too far for one changeover")
    zones.add_argument("--near", nargs=2, metavar=pair, help="one changeover is enough")
    zones.add_argument("--rename", nargs=2, metavar=("ZONE", "NAME"))
    commands.add("capacity", show_capacity)


def close_table(args: argparse.Namespace) -> Answer:
    """Close tables or a zone; without a time from the beginning, or to the end of the event."""
    with station(args) as here:
        starts, ends = (
            instant(text, here.facts.zone) if text else None for text in (args.starts, args.ends)
        )
        order = ClosureOrder(_places(args), starts, ends, args.reason)
        closures = Closures(here.event.journal, StandingMeetings())
        return _closures(here, closures.close(order, args.losing))


def reopen_table(args: argparse.Namespace) -> Answer:
    """Open tables or a zone again, whenever they are closed."""
    with station(args) as here:
        closures = Closures(here.event.journal, StandingMeetings())
        return _closures(here, closures.reopen(_places(args)))


def show_closures(args: argparse.Namespace) -> Answer:
    """List what is closed, and when."""
    with station(args) as here:
        return _closures(here, Closures(here.event.journal, StandingMeetings()).all())


def show_zones(args: argparse.Namespace) -> Answer:
    """List zones; say which are too far from each other, or give one another name."""
    with station(args) as here:
        zones = Zones(here.event.journal)
        if args.rename:
            zones.rename(*args.rename)
        if args.far:
            zones.set_far(*args.far)
        if args.near:
            zones.set_near(*args.near)
        found = zones.all()
    return Answer({"zones": found}, tuple(map(_zone, found)) or ("No table stands in a zone.",))


def show_capacity(args: argparse.Namespace) -> Answer:
    """Count the places to meet beside the meetings that are wanted."""
    with station(args) as here:
        told = capacity_of(Editing(here.event.journal, StandingMeetings()).overview())
    facts = {
        "days": told.days,
        "tables": told.tables,
        "own_tables": told.own_tables,
        "slots": told.slots,
        "closed": told.closed,
        "places": told.places,
        "own_places": told.own_places,
        "at_own": told.at_own,
        "usable": told.usable,
        "requests": told.requests,
        "wanted": told.wanted,
        "spare": told.spare,
        "scarce": told.is_scarce,
        "tables_short": told.tables_short,
    }
    return Answer(facts, (*map(_day, told.days), _in_all(told)))


def _places(args: argparse.Namespace) -> Places:
    return Places(tuple(args.table), args.zone)


def _closures(here: Station, closures: tuple[ClosureFacts, ...]) -> Answer:
    lines = tuple(_closure(here, each) for each in closures) or ("Nothing is closed.",)
    return Answer({"closures": closures}, lines)


def _closure(here: Station, closure: ClosureFacts) -> str:
    what = f"Table {closure.table}" if closure.table_id else f"Zone {closure.zone}"
    reason = f" ({closure.reason})" if closure.reason else ""
    return f"{what}: closed{_when(here, closure.starts_at, closure.ends_at)}{reason}"


def _when(here: Station, starts: datetime | None, ends: datetime | None) -> str:
    since = f" from {here.clock(starts)}" if starts else ""
    until = f" to {here.clock(ends)}" if ends else ""
    return since + until or " for the event"


def _zone(zone: ZoneFacts) -> str:
    far = f", too far from {', '.join(zone.far)} for one changeover" if zone.far else ""
    return f"{zone.name}: {zone.tables} tables{far}"


def _day(day: DayCapacity) -> str:
    closed = f" - {day.closed} closed" if day.closed else ""
    own = f"; {day.own_places} at {day.own_tables} own tables" if day.own_tables else ""
    return f"{day.date}: {day.tables} tables x {day.slots} slots{closed} = {day.places}{own}"


def _in_all(told: Capacity) -> str:
    own = f", {told.at_own} more at own tables" if told.own_tables else ""
    spare = "" if told.spare is None else f"; {told.spare} % spare"
    scarce = " (10 to 20 % are advised)" if told.is_scarce else ""
    return f"{told.places} places{own}; {told.wanted} are wanted{spare}{scarce}"
