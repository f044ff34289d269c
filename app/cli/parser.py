"""The commands and their arguments."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

from app.cli import (
    commands_desk,
    commands_event,
    commands_groups,
    commands_office,
    commands_printing,
    demo,
)
from app.cli.answer import Answer
from app.cli.badge_at_check_in import add_badge
from app.cli.commands_applications import add_applications
from app.cli.commands_changes import add_changes
from app.cli.commands_closing import add_closing
from app.cli.commands_erasure import add_erasure
from app.cli.commands_export import add_export
from app.cli.commands_floor import add_floor
from app.cli.commands_icebreaking import add_icebreaking
from app.cli.commands_letters import add_letters
from app.cli.commands_meetings import add_meetings
from app.cli.commands_moves import add_moves
from app.cli.commands_outcomes import add_outcomes
from app.cli.commands_places import add_places
from app.cli.commands_plan import add_plan
from app.cli.commands_printers import add_printers
from app.cli.commands_programme import add_programme
from app.cli.commands_rehearsal import add_rehearsal
from app.cli.commands_report import add_report
from app.cli.commands_rules import add_rules
from app.cli.commands_setup import add_setup
from app.cli.commands_speeches import add_speeches
from app.cli.commands_stocks import add_stocks
from app.cli.commands_telling import add_telling
from app.cli.commands_templates import add_templates
from app.cli.commands_upcoming import add_upcoming
from app.cli.commands_visits import add_visits
from app.cli.printing_out import add_ways
from app.delegates.reading.registrations import FIELDS, PRESETS
from app.delegates.registration import Kind, Status
from app.event.sample import sample_names
from app.meetings.reading.columns import FIELDS as MEETING_FIELDS
from app.outcomes.importing.columns import FIELDS as OUTCOME_FIELDS
from app.printing.refusals import Only
from app.printing.wishes import Back, Sort

Command = Callable[[argparse.Namespace], Answer]


def make_parser() -> argparse.ArgumentParser:
    """Make the parser. Every command leaves its function in ``run``."""
    parser = argparse.ArgumentParser(
        prog="matchdesk", description="The registration desk of a matchmaking day."
    )
    parser.add_argument("--version", action="version", version="Matchdesk 0.1.0")
    commands = _Commands(parser)
    for add in _ADDERS:
        add(commands)
    add_printers(commands, commands_printing.USUAL_STOCKS)
    play = commands.add("demo", demo.demo, event=False)
    play.add_argument("--out", type=Path, help="a folder for the event and its papers")
    play.add_argument(
        "--sample", choices=sample_names(), default=demo.SAMPLE, help="the event that is played"
    )
    return parser


class _Commands:
    """Adds commands that share what every command takes."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._shared = argparse.ArgumentParser(add_help=False)
        self._shared.add_argument("--json", action="store_true", help="answer as one JSON object")
        self._shared.add_argument("--desk", help="act as this desk of this computer")
        self._shared.add_argument("--on-duty", help="who is on duty")
        self._shared.add_argument("--at", help="when it happened, as 2027-03-16T08:55")
        self._parsers = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(self, name: str, run: Command, *, event: bool = True) -> argparse.ArgumentParser:
        """Add a command; ``event`` if it works on an event file."""
        said = (run.__doc__ or "").splitlines()[0]
        command = self._parsers.add_parser(
            name, parents=[self._shared], help=said, description=said
        )
        command.set_defaults(run=run)
        if event:
            command.add_argument("event", help="the event file")
        return command

    def add_for_delegate(self, name: str, run: Command) -> argparse.ArgumentParser:
        """Add a command on one delegate."""
        command = self.add(name, run)
        command.add_argument("delegate", help="badge number, e-mail or id")
        return command


def _add_event(commands: _Commands) -> None:
    new = commands.add("new", commands_event.new)
    new.add_argument("--name", required=True)
    new.add_argument("--timezone", required=True, help="such as Europe/Vilnius")
    new.add_argument("--day", required=True, action="append", type=_day, help="2027-03-16; repeat")
    new.add_argument("--block", action="append", default=[], help="[DAY/]HH:MM-HH:MM; repeat")
    new.add_argument("--slot", type=int, default=20, help="minutes of a meeting")
    new.add_argument("--gap", type=int, default=5, help="minutes between two")
    new.add_argument("--tables", type=int, default=0)
    new.add_argument("--venue", default="")
    new.add_argument("--city", default="")
    history = commands.add("history", commands_event.show_history)
    history.add_argument("--delegate", help="only what concerns this delegate")
    history.add_argument("--last", type=int, default=50)
    commands.add("verify", commands_event.check)
    undo = commands.add("undo", commands_event.take_last_back)
    undo.add_argument("--deed", type=UUID, help="take back this deed or batch instead of the last")
    commands.add("redo", commands_event.do_again)
    backup = commands.add("backup", commands_event.copy)
    backup.add_argument("file", help="where the copy shall stand")


def _add_office(commands: _Commands) -> None:
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
    importing.add_argument("--mapping", help="use the mapping kept under this name")
    importing.add_argument("--save-mapping", help="keep this mapping under a name")
    importing.add_argument("--dry-run", action="store_true", help="tell, and change nothing")
    importing.add_argument(
        "--whole-or-nothing", action="store_true", help="refuse if a row can't be read"
    )
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
    printing.add_argument("--day", type=_day, help="only this day")
    printing.add_argument("--only", choices=[only.value for only in Only], default=Only.ALL.value)
    printing.add_argument("--delegate", action="append", help="badge number, e-mail or id; repeat")
    printing.add_argument("--delegation", default="", help="on a desk list, only this one")
    printing.add_argument("--not-here", action="store_true", help="on it, only who is to come")
    doubts = commands.add("doubts", commands_office.show_doubts)
    doubts.add_argument("--settle", type=UUID, help="note that this one is decided")


def _add_desk(commands: _Commands) -> None:
    scan = commands.add("scan", commands_desk.scan)
    scan.add_argument("code", help="what the scanner typed")
    scan.add_argument("--deed-id", type=UUID, help="the same id asks for the same answer again")
    add_badge(scan)
    add_badge(commands.add_for_delegate("check-in", commands_desk.check_in))
    commands.add_for_delegate("check-out", commands_desk.check_out)
    arrivals = commands.add("arrivals", commands_desk.show_arrivals)
    arrivals.add_argument("--day", type=_day)
    find = commands.add("find", commands_desk.find)
    find.add_argument("text", help="any part of name, organisation, e-mail or badge number")


def _add_roster(commands: _Commands) -> None:
    register = commands.add("register", commands_desk.register)
    register.add_argument("--known-apart", action="store_true", help="it is none of the namesakes")
    _add_despite_full(register)
    _add_person(register)
    _add_person(commands.add_for_delegate("edit", commands_desk.edit))
    substitute = commands.add_for_delegate("substitute", commands_desk.substitute)
    _add_despite_full(substitute)
    _add_person(substitute)
    status = commands.add_for_delegate("status", commands_desk.set_status)
    status.add_argument("status", choices=[status.value for status in Status])
    _add_despite_full(status)
    merge = commands.add_for_delegate("merge", commands_desk.merge)
    merge.add_argument("other", help="the entry that is merged into the first")
    reprint = commands.add_for_delegate("reprint", commands_desk.reprint)
    reprint.add_argument("--reason", required=True)


def _add_groups(commands: _Commands) -> None:
    commands.add("organisations", commands_groups.show_organisations)
    merge = commands.add("merge-organisations", commands_groups.merge_organisations)
    merge.add_argument("organisation", help="the spelling that stays")
    merge.add_argument("other", help="the other spelling")
    short = commands.add("short-name", commands_groups.shorten_organisation)
    short.add_argument("organisation", help="as it is spelt here")
    short.add_argument("short_name", help="at most 14 characters; blank takes it back")
    membership = commands.add("membership", commands_groups.set_membership)
    membership.add_argument("organisation", help="as it is spelt here")
    membership.add_argument("network", help="a cluster or network; it may be new")
    membership.add_argument("--no-longer", action="store_true", help="it belongs to it no more")


def _add_despite_full(command: argparse.ArgumentParser) -> None:
    command.add_argument("--despite-full", action="store_true", help="also if no place is left")
    command.add_argument("--reason", default="", help="why it was decided so")


def _add_person(command: argparse.ArgumentParser) -> None:
    for name in commands_desk.PERSON_TEXTS:
        command.add_argument(f"--{name.replace('_', '-')}")
    command.add_argument("--kind", choices=[kind.value for kind in Kind])
    command.add_argument("--sector", action="append", help="repeat for several")
    command.add_argument("--on-day", action="append", type=_day, help="admitted on; repeat")


def _day(text: str) -> date:
    return date.fromisoformat(text)


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


# In the order in which they are listed.
_ADDERS: tuple[Callable[[_Commands], None], ...] = (
    _add_event,
    add_setup,
    add_places,
    add_plan,
    _add_office,
    _add_desk,
    _add_roster,
    _add_groups,
    add_applications,
    add_letters,
    add_meetings,
    add_upcoming,
    add_rules,
    add_floor,
    add_outcomes,
    add_erasure,
    add_closing,
    add_export,
    add_report,
    add_moves,
    add_changes,
    add_telling,
    add_stocks,
    add_templates,
    add_rehearsal,
    add_icebreaking,
    add_programme,
    add_visits,
    add_speeches,
)
