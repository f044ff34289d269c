"""Commands that write what came of an event for people who have no Matchdesk."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.adding import AllCommands
from app.cli.answer import Answer
from app.cli.counted import many
from app.cli.station import progress, station
from app.outcomes.export.formats import ExportOrder, For, Format, HandBackOrder, Separator

if TYPE_CHECKING:
    from app.outcomes.export.handing_back import HandedBack


def add_export(commands: AllCommands) -> None:
    """Add the commands of this module."""
    export = commands.add("export", export_all)
    export.add_argument("-o", "--output", required=True, help="the folder to write to")
    export.add_argument(
        "--format",
        action="append",
        choices=[each.value for each in Format],
        help="a workbook, CSV files, JSON, a calendar of follow-ups; repeat; all if none is said",
    )
    _add_separator(export)
    back = commands.add("hand-back", hand_back)
    back.add_argument("-o", "--output", required=True, help="the file to write to")
    back.add_argument(
        "--for",
        dest="purpose",
        choices=[each.value for each in For],
        default=For.ATTENDANCE.value,
        help="pretix: a CSV table, or .jsonl with the requests of its API; attendance: who came "
        "on which day, as .csv or .xlsx",
    )
    back.add_argument(
        "--list",
        action="append",
        type=int,
        default=[],
        metavar="ID",
        help="the check-in list in pretix; repeat",
    )
    _add_separator(back)


def _add_separator(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--separator",
        choices=[each.value for each in Separator],
        default=Separator.COMMA.value,
        help="what stands between the cells of CSV files",
    )


def export_all(args: argparse.Namespace) -> Answer:
    """Write delegates, meetings, outcomes and figures as a workbook, CSV, JSON and calendar."""
    # What writes and reads back is heavy, and few commands need it.
    from app.outcomes.export.exporting import Exporting  # noqa: PLC0415

    wanted = tuple(map(Format, dict.fromkeys(args.format or Format)))
    order = ExportOrder(wanted, Separator(args.separator))
    with station(args) as here:
        exporting = Exporting(here.event.journal)
        done = exporting.write(order, Path(args.output), progress(args))
    facts = {
        "files": done.files,
        "figures": done.rows,
        "not_recorded": done.not_recorded,
        "undated": done.undated,
    }
    lines = [f"Wrote {file}" for file in done.files]
    if done.not_recorded:
        went = many(done.not_recorded, "meeting goes", "meetings go")
        lines.append(f"{went} out as “not recorded”.")
    if done.undated and Format.CALENDAR in wanted:
        stand = "stands" if done.undated == 1 else "stand"
        have = many(done.undated, "follow-up has", "follow-ups have")
        lines.append(f"{have} no day and {stand} in no calendar.")
    return Answer(facts, tuple(lines))


def hand_back(args: argparse.Namespace) -> Answer:
    """Write who was checked in, and when, for pretix or for anybody."""
    from app.outcomes.export.handing_back import HandingBack  # noqa: PLC0415 - as above

    order = HandBackOrder(For(args.purpose), Separator(args.separator), tuple(args.list))
    with station(args) as here:
        done = HandingBack(here.event.journal).write(order, Path(args.output), progress(args))
    facts = {"files": done.files, "rows": done.rows, "apart": done.apart}
    lines = [f"Wrote {many(done.rows, 'row', 'rows')} to {done.files[0]}"]
    if order.purpose is For.PRETIX:
        lines += _of_pretix(order, done)
    return Answer(facts, tuple(lines))


def _of_pretix(order: HandBackOrder, done: HandedBack) -> Iterator[str]:
    if done.apart:
        stand = many(done.apart, "check-in stands", "check-ins stand")
        yield f"{stand} apart in {done.files[1]}, for pretix does not know them."
    if done.files[0].suffix == ".jsonl":
        yield "Send each line to POST /api/v1/organizers/ORGANIZER/checkinrpc/redeem/ of pretix."
        if not order.lists:
            yield "No check-in list is named in them. Say which one with --list ID."
