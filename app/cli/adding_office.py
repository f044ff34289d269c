"""The arguments of the office's commands: lists that come in, papers that go out."""

from __future__ import annotations

import argparse
from uuid import UUID

from app.cli import commands_office, commands_printing
from app.cli.adding import AllCommands, day
from app.cli.printing_out import add_ways
from app.delegates.reading.registrations import FIELDS, PRESETS
from app.meetings.reading.columns import FIELDS as MEETING_FIELDS
from app.outcomes.importing.columns import FIELDS as OUTCOME_FIELDS
from app.printing.refusals import Only
from app.printing.wishes import Back, Sort


def add_office(commands: AllCommands) -> None:
    """Add the commands on lists that come in and papers that go out."""
    _add_import(commands)
    _add_print(commands)
    doubts = commands.add("doubts", commands_office.show_doubts)
    doubts.add_argument("--settle", type=UUID, help="note that this one is decided")


def _add_import(commands: AllCommands) -> None:
    importing = commands.add("import", commands_office.import_file)
    importing.add_argument("file", help="CSV, XLSX, XLS or ODS; a programme as XML, too")
    importing.add_argument(
        "--what", choices=commands_office.WHATS, default="delegates", help="what it is a list of"
    )
    importing.add_argument("--preset", help=f"one of {', '.join(PRESETS)}; found out if not given")
    importing.add_argument("--sheet", help="the sheet of a workbook")
    importing.add_argument(
        "--map",
        action="append",
        type=_pair,
        metavar="COLUMN=FIELD",
        help=f"{', '.join(FIELDS)}; of requests and meetings {', '.join(MEETING_FIELDS)}; "
        f"of outcomes {', '.join(OUTCOME_FIELDS)}",
    )
    importing.add_argument(
        "--correct",
        action="append",
        type=_correction,
        metavar="LINE:COLUMN=TEXT",
        help="what a cell shall say instead; repeat",
    )
    _add_import_anew(importing)
    importing.add_argument("--mapping", help="use the mapping kept under this name")
    importing.add_argument("--save-mapping", help="keep this mapping under a name")
    importing.add_argument("--dry-run", action="store_true", help="tell, and change nothing")
    importing.add_argument(
        "--whole-or-nothing", action="store_true", help="refuse if a row can't be read"
    )


def _add_print(commands: AllCommands) -> None:
    printing = commands.add("print", commands_printing.print_papers)
    printing.add_argument("what", choices=list(commands_printing.PAPERS))
    add_ways(printing)
    printing.add_argument("--stock", default="a4-4up", help="what badges are printed on")
    printing.add_argument(
        "--from-label", type=int, default=1, metavar="N", help="the first left on a part-used sheet"
    )
    printing.add_argument(
        "--back",
        nargs="?",
        choices=[back.value for back in Back],
        const=Back.DUPLEX.value,
        default=Back.NONE.value,
        help="badges with the schedule behind: on both sides, turned over along the long edge; "
        "or folded, on sheets with two columns",
    )
    printing.add_argument(
        "--sort",
        choices=[sort.value for sort in Sort],
        help="the order of badges and schedules; usual is that of the window",
    )
    printing.add_argument(
        "--cut-marks",
        action=argparse.BooleanOptionalAction,
        help="lines along which sheets are cut; usual where a stock is to be cut",
    )
    printing.add_argument("--paper", help="a3, a4, a5 or 102mm-roll, where there is a choice")
    printing.add_argument("--day", type=day, help="only this day")
    printing.add_argument("--only", choices=[only.value for only in Only], default=Only.ALL.value)
    printing.add_argument("--delegate", action="append", help="badge number, e-mail or id; repeat")
    printing.add_argument("--delegation", default="", help="on a desk list, only this one")
    printing.add_argument(
        "--session", default="", help="of session lists, only this one: number, id or title"
    )
    printing.add_argument("--not-here", action="store_true", help="on it, only who is to come")


def _add_import_anew(importing: argparse.ArgumentParser) -> None:
    """Add what a list may do that comes once more."""
    importing.add_argument(
        "--cancel-missing",
        action="store_true",
        help="of a programme or visits: cancel what came with a file and is not in this one",
    )
    importing.add_argument(
        "--take-file",
        action="store_true",
        help="of visits: take the words of the file where they were corrected here",
    )


def _pair(text: str) -> tuple[str, str]:
    column, equals, field = text.rpartition("=")
    if not equals or not column:
        raise argparse.ArgumentTypeError("write it as COLUMN=FIELD")
    return column, field


def _correction(text: str) -> tuple[tuple[int, str], str]:
    where, equals, corrected = text.partition("=")
    line, _, column = where.partition(":")
    if not equals or not column or not line.isdecimal():
        raise argparse.ArgumentTypeError("write it as LINE:COLUMN=TEXT")
    return (int(line), column), corrected
