"""Commands on who must be told of what has changed: their slips, and the announcer's list."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.cli.adding import AllCommands
from app.cli.answer import Answer
from app.cli.counted import many
from app.cli.floor_answers import instant_of, today
from app.cli.printing_out import add_ways, bring_out, paper_facts, target_of, way_lines
from app.cli.station import Station, station
from app.floor.telling import ToTell
from app.printing.schedules.changes import Change, LineChange
from app.printing.schedules.lines import ScheduleLine
from app.printing.slips.office import slip_office
from app.printing.slips.wishes import ROLL, SLIP_PAPERS, SlipWish


def add_telling(commands: AllCommands) -> None:
    """Add the commands of this module."""
    slips = commands.add("slips", print_slips)
    add_ways(slips)
    slips.add_argument("--paper", choices=sorted(SLIP_PAPERS), default=ROLL)
    slips.add_argument("--delegate", action="append", help="badge number, e-mail or id; repeat")
    announced = commands.add("announce", announce)
    announced.add_argument("-o", "--output", help="write the list as a PDF as well")
    announced.add_argument("--since", metavar="TIME", help="also who was told since then")
    told = commands.add("told", tell)
    told.add_argument("delegate", nargs="+", help="badge number, e-mail or id")


def print_slips(args: argparse.Namespace) -> Answer:
    """Print change slips of everybody who must be told or of those named, or write a PDF."""
    with station(args) as here:
        named = tuple(here.delegate(each) for each in args.delegate or ())
        wish = SlipWish(today(here), named, args.paper)
        target = target_of(args, "slips", args.paper)
        printed, run = bring_out(here, args, slip_office(here.event.journal), wish, target)
        way = way_lines(here, args, run)
    slips = many(printed.items, "slip", "slips")
    lines = [f"{slips} on {many(printed.pages, 'page', 'pages')}: {way}"]
    lines += [
        f"  {lack.badge_number}: no font has {lack.characters}" for lack in printed.unprintable
    ]
    delegates = [each.delegate for each in printed.deeds]
    facts = paper_facts(args, printed, run) | {"delegates": delegates}
    return Answer(facts, tuple(lines))


def announce(args: argparse.Namespace) -> Answer:
    """List who must be told of what has changed, most urgent first, to be read aloud."""
    with station(args) as here:
        office, day = slip_office(here.event.journal), today(here)
        since = instant_of(here, args.since) if args.since else None
        found = office.to_tell(day) if since is None else office.since(day, since)
        if args.output:
            office.write_list(day, [each for each in found if each.told is None], Path(args.output))
        lines = [line for each in found for line in _lines(here, each)]
        facts = {"to_tell": [_facts(each) for each in found], "file": args.output}
    return Answer(facts, tuple(lines) or ("Nobody must be told of anything.",))


def tell(args: argparse.Namespace) -> Answer:
    """Note that delegates were told where their meetings are now."""
    with station(args) as here:
        named = [here.delegate(each) for each in args.delegate]
        told = slip_office(here.event.journal).tell(today(here), named).told
    lines = [f"{each.person.who.badge_number}  {each.person.who.name} was told." for each in told]
    facts = {"told": [each.person.who for each in told]}
    return Answer(facts, tuple(lines) or ("Nothing has changed for them that they do not know.",))


def _facts(one: ToTell) -> dict[str, Any]:
    return {
        "delegate": one.person.who,
        "changes": [
            {"change": each.change, "was": _place(each.was), "now": _place(each.now)}
            for each in one.changes
        ],
        "paper": one.known.holds_paper,
        "told": one.told.by if one.told else None,
        "told_at": one.told.at if one.told else None,
    }


def _place(line: ScheduleLine | None) -> dict[str, Any] | None:
    if line is None:
        return None
    titled = {"title": line.title} if line.title else {}
    return {"slot": line.starts_at, "table": line.table, "partners": line.partners, **titled}


def _lines(here: Station, one: ToTell) -> Sequence[str]:
    who = one.person.who
    named = ", ".join(filter(None, (who.name, who.organisation)))
    told = f" Told at {here.clock(one.told.at)}." if one.told else ""
    said = "; ".join(_said(here, each) for each in one.changes)
    return (f"{named}: {said}.{told}",)


def _said(here: Station, change: LineChange) -> str:
    was, now = change.was, change.now
    if change.line.title:
        return _said_around(here, change)
    whom = ", ".join(dict.fromkeys(each.organisation or each.name for each in change.line.partners))
    if now is None:
        return f"the meeting at {here.clock(change.line.starts_at)} with {whom} is cancelled"
    place = f"now {here.clock(now.starts_at)}, table {now.table or '–'}"
    if change.change is not Change.MOVED:
        place += f", with {whom}"
    if was is None:
        return place
    return f"{place}, was {here.clock(was.starts_at)}, table {was.table or '–'}"


def _said_around(here: Station, change: LineChange) -> str:
    """Say a change of a session, a visit or a round."""
    was, now, title = change.was, change.now, change.line.title
    if now is None:
        return f"“{title}” at {here.clock(change.line.starts_at)} is no more for them"
    place = ", ".join(filter(None, (f"“{title}” now {here.clock(now.starts_at)}", now.table)))
    if was is None:
        return place
    return f"{place}, was {', '.join(filter(None, (here.clock(was.starts_at), was.table)))}"
