"""Commands on the event as set up: its facts, days, blocks and tables, and how files are read."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from app.cli.adding import LOSING, AllCommands
from app.cli.answer import Answer
from app.cli.station import Station, station
from app.delegates.reading.preview import Preview, read_preview
from app.delegates.reading.registrations import ReadingOrder
from app.event.clashes import clashes
from app.event.editing import Editing, FactsOrder, UnknownBlock
from app.event.logo import Logos
from app.event.making import Cut
from app.event.mappings import Mappings
from app.event.overview import BlockFacts, DayFacts, EventOverview, TableFacts
from app.event.owners import Owners, OwnersOrder
from app.event.sample import read_block
from app.event.tables import Tables
from app.meetings.standing import StandingMeetings


def add_setup(commands: AllCommands) -> None:
    """Add the commands of this module."""
    _add_event(commands)
    days = commands.add("days", show_days)
    days.add_argument("--add", type=date.fromisoformat, metavar="DAY", help="2027-03-18")
    days.add_argument("--like", type=date.fromisoformat, metavar="DAY", help="with its blocks")
    days.add_argument("--remove", type=date.fromisoformat, metavar="DAY")
    days.add_argument("--losing", type=int, default=0, metavar="N", help=LOSING)
    blocks = commands.add("blocks", show_blocks)
    blocks.add_argument("--add", metavar="DAY/HH:MM-HH:MM")
    blocks.add_argument("--change", metavar="DAY/HH:MM", help="the block that starts then")
    blocks.add_argument("--to", metavar="HH:MM-HH:MM", help="the new times")
    blocks.add_argument("--remove", metavar="DAY/HH:MM")
    blocks.add_argument("--slot", type=int, help="minutes of a meeting")
    blocks.add_argument("--gap", type=int, help="minutes between two")
    blocks.add_argument("--losing", type=int, default=0, metavar="N", help=LOSING)
    tables = commands.add("tables", show_tables)
    tables.add_argument("--add", type=int, metavar="N")
    tables.add_argument("--rename", metavar="OLD=NEW")
    tables.add_argument("--zone", metavar="ZONE", help="of the tables added, or named by --table")
    tables.add_argument("--table", action="append", metavar="LABEL", help="repeat for several")
    tables.add_argument("--remove", action="append", metavar="LABEL", help="repeat for several")
    tables.add_argument("--losing", type=int, default=0, metavar="N", help=LOSING)
    tables.add_argument("--owner", action="append", metavar="ORGANISATION", help="of --table")
    tables.add_argument("--owner-delegate", action="append", metavar="DELEGATE", help="of --table")
    tables.add_argument("--no-owner", action="store_true", help="the tables are everybody's")
    commands.add("mappings", show_mappings)
    columns = commands.add("columns", show_columns)
    columns.add_argument("file", help="CSV, XLSX, XLS or ODS")
    columns.add_argument("--sheet", help="the sheet of a workbook")


def _add_event(commands: AllCommands) -> None:
    event = commands.add("event", show_event)
    for name in ("name", "venue", "city", "timezone"):
        event.add_argument(f"--{name}")
    logo = event.add_mutually_exclusive_group()
    logo.add_argument("--logo", metavar="FILE", help="a PNG or JPEG for papers")
    logo.add_argument("--no-logo", action="store_true", help="have none any more")


def show_event(args: argparse.Namespace) -> Answer:
    """Show the event, or change its facts."""
    with station(args) as here:
        editing = Editing(here.event.journal, StandingMeetings())
        editing.change_facts(FactsOrder(args.name, args.venue, args.city, args.timezone))
        logos = Logos(here.event.journal)
        if args.logo:
            logos.set(Path(args.logo))
        if args.no_logo:
            logos.remove()
        overview = editing.overview()
    return Answer(_event_facts(overview), tuple(_event_lines(overview)))


def _event_facts(overview: EventOverview) -> dict[str, Any]:
    facts = overview.facts
    return {
        "name": facts.name,
        "venue": facts.venue,
        "city": facts.city,
        "timezone": facts.zone.key,
        "logo_bytes": len(overview.logo),
        "days": facts.days,
        "tables": len(overview.tables),
        "delegates": overview.delegates,
        "accepted": overview.accepted,
        "here_today": overview.here_today,
        "doubts": len(overview.doubts),
        "clashes": clashes(overview),
        "desks": overview.desks,
        "file": overview.file.path,
        "size": overview.file.size,
        "deeds": overview.file.deeds,
    }


def _event_lines(overview: EventOverview) -> Iterator[str]:
    facts = overview.facts
    where = ", ".join(filter(None, (facts.venue, facts.city, facts.zone.key)))
    logo = ", a logo" if overview.logo else ""
    yield f"{facts.name} ({where})"
    yield f"  {len(facts.days)} days, {len(overview.tables)} tables{logo}"
    yield (
        f"  {overview.delegates} delegates, {overview.accepted} accepted, "
        f"{overview.here_today} here today; {len(overview.doubts)} doubts to decide"
    )
    for desk in overview.desks:
        yield f"  {desk.name} ({desk.letters}): {desk.deeds} deeds"
    yield f"  {overview.file.path}: {overview.file.size / 1e6:.1f} MB"


def show_days(args: argparse.Namespace) -> Answer:
    """List days with their blocks; add a day, or take one out."""
    with station(args) as here:
        editing = Editing(here.event.journal, StandingMeetings())
        if args.add:
            editing.add_day(args.add, args.like)
        if args.remove:
            editing.remove_day(args.remove, args.losing)
        return _days(here, editing)


def show_blocks(args: argparse.Namespace) -> Answer:
    """List blocks with their slots; add, change, or take one out."""
    with station(args) as here:
        editing = Editing(here.event.journal, StandingMeetings())
        usual = Cut()
        if args.add:
            editing.add_block(read_block(args.add), _cut(args, usual))
        if args.change:
            found = _found(here, editing, args.change)
            start, end = (found.starts_at, found.ends_at)
            now = f"{start.astimezone(here.facts.zone):%H:%M}"
            times = args.to or f"{now}-{end.astimezone(here.facts.zone):%H:%M}"
            cut = _cut(args, Cut(found.slot_minutes, found.gap_minutes))
            editing.change_block(found.id, read_block(times), cut, args.losing)
        if args.remove:
            editing.remove_block(_found(here, editing, args.remove).id, args.losing)
        return _days(here, editing)


def show_tables(args: argparse.Namespace) -> Answer:
    """List tables; add some, rename one, set zone or owners, or take some out."""
    with station(args) as here:
        tables = Tables(here.event.journal, StandingMeetings())
        if args.rename:
            old, _, new = args.rename.partition("=")
            tables.rename(old, new)
        if args.add:
            tables.add(args.add, args.zone or "")
        elif args.zone is not None:
            tables.set_zone(args.table or [], args.zone)
        if args.remove:
            tables.remove(args.remove, args.losing)
        if args.owner or args.owner_delegate or args.no_owner:
            order = OwnersOrder(tuple(args.owner or ()), tuple(args.owner_delegate or ()))
            Owners(here.event.journal).set(args.table or [], order)
        left = tables.all()
    return Answer({"tables": left}, tuple(map(_table, left)) or ("No tables yet.",))


def show_mappings(args: argparse.Namespace) -> Answer:
    """List the mappings that were kept, the last one first."""
    with station(args) as here:
        kept = Mappings(here.event.journal).all()
    lines = [
        f"{each.name}: " + ", ".join(f"{column} = {field}" for column, field in pairs)
        for each in kept
        for pairs in [each.columns.items()]
    ]
    return Answer({"mappings": kept}, tuple(lines) or ("No mapping is kept yet.",))


def show_columns(args: argparse.Namespace) -> Answer:
    """Show a file's columns, what they are taken for, and what they may be."""
    with station(args):
        preview = read_preview(Path(args.file), ReadingOrder(sheet=args.sheet))
    facts = {
        "file": preview.file,
        "preset": preview.preset,
        "sheet": preview.sheet,
        "sheets": preview.sheets,
        "rows": len(preview.rows),
        "columns": preview.columns,
    }
    return Answer(facts, tuple(_columns(preview)))


def _columns(preview: Preview) -> Sequence[str]:
    sheet = f", sheet “{preview.sheet}”" if preview.sheet else ""
    lines = [f"{preview.file}{sheet}: {len(preview.rows)} rows, read as {preview.preset}"]
    for column in preview.columns:
        taken = column.field or f"not matched; perhaps {' or '.join(column.suggestions) or '-'}"
        lines.append(f"  {column.label}: {taken} ({column.filled} of {len(preview.rows)} filled)")
    return lines


def _found(here: Station, editing: Editing, text: str) -> BlockFacts:
    """Find the block that starts at ``DAY/HH:MM``."""
    for day in editing.overview().days:
        for block in day.blocks:
            if f"{block.starts_at.astimezone(here.facts.zone):%Y-%m-%d/%H:%M}" == text:
                return block
    raise UnknownBlock(text)


def _cut(args: argparse.Namespace, usual: Cut) -> Cut:
    if args.slot is not None:
        usual = replace(usual, slot_minutes=args.slot)
    return usual if args.gap is None else replace(usual, gap_minutes=args.gap)


def _days(here: Station, editing: Editing) -> Answer:
    days = editing.overview().days
    lines = [line for day in days for line in _day(here, day)]
    return Answer({"days": days}, tuple(lines))


def _day(here: Station, day: DayFacts) -> Sequence[str]:
    zone = here.facts.zone
    blocks = [
        f"  {block.starts_at.astimezone(zone):%H:%M}-{block.ends_at.astimezone(zone):%H:%M}: "
        f"{len(block.slots)} slots of {block.slot_minutes} min, {block.gap_minutes} min between"
        for block in day.blocks
    ]
    return [f"{day.date}: {day.checked_in} checked in", *blocks]


def _table(table: TableFacts) -> str:
    own = ", ".join(owner.name for owner in table.owners)
    return f"{table.label}  {table.zone}{f'  own table of {own}' if own else ''}".rstrip()
