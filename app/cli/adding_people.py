"""The arguments of the commands on people: at the desk, in the list, as organisations."""

from __future__ import annotations

import argparse
from uuid import UUID

from app.cli import commands_desk
from app.cli.adding import AllCommands, day
from app.delegates.registration import Kind, Status


def add_desk(commands: AllCommands) -> None:
    """Add the commands of the registration desk."""
    scan = commands.add("scan", commands_desk.scan)
    scan.add_argument("code", help="what the scanner typed")
    scan.add_argument("--deed-id", type=UUID, help="the same id asks for the same answer again")
    _add_badge(scan)
    _add_badge(commands.add_for_delegate("check-in", commands_desk.check_in))
    commands.add_for_delegate("check-out", commands_desk.check_out)
    arrivals = commands.add("arrivals", commands_desk.show_arrivals)
    arrivals.add_argument("--day", type=day)
    find = commands.add("find", commands_desk.find)
    find.add_argument("text", help="any part of name, organisation, e-mail or badge number")


def add_roster(commands: AllCommands) -> None:
    """Add the commands that change one entry."""
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
    status.add_argument(
        "--and",
        dest="others",
        action="append",
        default=[],
        metavar="DELEGATE",
        help="another one as well; repeat. Who finds no place is passed over",
    )
    merge = commands.add_for_delegate("merge", commands_desk.merge)
    merge.add_argument("other", help="the entry that is merged into the first")
    reprint = commands.add_for_delegate("reprint", commands_desk.reprint)
    reprint.add_argument("--reason", required=True)


def _add_despite_full(command: argparse.ArgumentParser) -> None:
    command.add_argument("--despite-full", action="store_true", help="also if no place is left")
    command.add_argument("--reason", default="", help="why it was decided so")


def _add_person(command: argparse.ArgumentParser) -> None:
    for name in commands_desk.PERSON_TEXTS:
        command.add_argument(f"--{name.replace('_', '-')}")
    command.add_argument("--kind", choices=[kind.value for kind in Kind])
    command.add_argument("--sector", action="append", help="repeat for several")
    for side, what in (("seeks", "look for"), ("offers", "offer")):
        command.add_argument(
            f"--{side}-in",
            action="append",
            type=_in_sector,
            metavar="SECTOR=TEXT",
            help=f"what they {what} in one sector; repeat",
        )
    command.add_argument("--on-day", action="append", type=day, help="admitted on; repeat")


def _in_sector(text: str) -> tuple[str, str]:
    sector, equals, said = (part.strip() for part in text.partition("="))
    if not equals or not sector:
        raise argparse.ArgumentTypeError("write it as SECTOR=TEXT")
    return sector, said


def _add_badge(command: argparse.ArgumentParser) -> None:
    """Let a command that checks in say whether a badge comes out."""
    wanted = command.add_mutually_exclusive_group()
    wanted.add_argument(
        "--print",
        nargs="?",
        const="",
        metavar="PRINTER",
        help="hand a badge over for whoever has none; on the printer that was chosen for badges "
        "if none is named; usual after badge-at-check-in on",
    )
    wanted.add_argument("--no-print", action="store_true", help="print none this time")
