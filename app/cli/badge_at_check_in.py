"""A badge for whoever a command checks in, as the window prints one: by the desk's setting."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.checkin.scanning import Admitted
from app.cli.answer import refusal_facts
from app.cli.commands_printers import run_facts
from app.cli.printer_words import run_line
from app.cli.printing_out import queue_of
from app.cli.sentences import sentence
from app.cli.station import EnvironmentFailed, Station, desks
from app.errors import DeskError
from app.printers.at_check_in import BadgesAtCheckIn
from app.printers.choices import with_printer
from app.printing.office import PrintOffice
from app.settings import Settings


@dataclass(frozen=True, slots=True)
class BadgeTold:
    """What became of a badge: ``facts`` for programs, a line for people, blank if all is usual."""

    facts: Mapping[str, Any]
    line: str


def add_badge(command: argparse.ArgumentParser) -> None:
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


def badge_for(here: Station, args: argparse.Namespace, admitted: Admitted) -> BadgeTold | None:
    """Hand over a badge for somebody who was checked in just now, if one is wanted.

    Their check-in stands, whatever becomes of it.
    """
    settings = desks(args).settings
    is_wanted = args.print is not None or (settings.badge_at_check_in and not args.no_print)
    if not is_wanted or admitted.decision != "checked_in":
        return None
    if args.print:
        settings = with_printer(settings, "badges", args.print)
    try:
        return _handed_over(here, args, admitted, settings)
    except DeskError as refusal:
        return _not_handed_over(here, refusal)
    except OSError as error:
        failed = EnvironmentFailed(error.strerror or str(error), str(error.filename or ""))
        return _not_handed_over(here, failed)


def _handed_over(
    here: Station, args: argparse.Namespace, admitted: Admitted, settings: Settings
) -> BadgeTold:
    queue = queue_of(here, args)
    # What came out meanwhile is no longer to be printed.
    queue.look()
    labels = BadgesAtCheckIn(PrintOffice(here.event.journal), lambda: queue, lambda: settings)
    run = labels.hand_over(admitted.delegate.id)
    if run is None:
        return BadgeTold({"handed_over": False, "reason": "has_one"}, "")
    return BadgeTold({"handed_over": True, "run": run_facts(run)}, f"  {run_line(run, here.clock)}")


def _not_handed_over(here: Station, refusal: DeskError) -> BadgeTold:
    facts = {"handed_over": False, **refusal_facts(refusal)}
    said = f"  No badge was handed over, the check-in stands. {sentence(refusal, here.clock)}"
    return BadgeTold(facts, said)
