"""Commands that write what came of an event for people who have no Matchdesk."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from app.cli.answer import Answer
from app.cli.plan_words import many
from app.cli.station import progress, station
from app.outcomes.export.formats import ExportOrder, Format, Separator


class Commands(Protocol):
    """Where commands are added."""

    def add(
        self, name: str, run: Callable[[argparse.Namespace], Answer]
    ) -> argparse.ArgumentParser:
        """Add a command on an event."""


def add_export(commands: Commands) -> None:
    """Add the commands of this module."""
    export = commands.add("export", export_all)
    export.add_argument("-o", "--output", required=True, help="the folder to write to")
    export.add_argument(
        "--format",
        action="append",
        choices=[each.value for each in Format],
        help="a workbook, CSV files, JSON, a calendar of follow-ups; repeat; all if none is said",
    )
    export.add_argument(
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
        have = many(done.undated, "follow-up has", "follow-ups have")
        lines.append(f"{have} no day and stand in no calendar.")
    return Answer(facts, tuple(lines))
