"""A badge for whoever a command checks in, as the window prints one: by the desk's setting."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.checkin.scanning import Admitted
from app.cli.answer import refusal_facts
from app.cli.printer_words import run_facts, run_line
from app.cli.printing_out import queue_of
from app.cli.sentences import sentence
from app.cli.station import EnvironmentFailed, Station
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


def badge_for(
    here: Station, args: argparse.Namespace, admitted: Admitted, settings: Settings
) -> BadgeTold:
    """Hand over a badge for somebody who was checked in just now.

    Their check-in stands, whatever becomes of it.
    """
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
