"""Where commands that print put papers: into a file, or to a printer."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Any, TypeVar

from app.cli.printer_words import run_facts, run_line
from app.cli.station import Station, desks, progress
from app.printers.choices import printer_for
from app.printers.cups import CupsPrinters
from app.printers.office import print_queue
from app.printers.queue import LOOK_EVERY_S, PrintQueue, Target
from app.printers.refusals import NoPrinterChosen
from app.printers.runs import PrintRun
from app.printing.drawn import Drawn
from app.printing.prints import Prints

W = TypeVar("W")

_USUAL_WAIT_S = 10.0


def add_ways(command: argparse.ArgumentParser) -> None:
    """Let a command that prints say where papers go."""
    way = command.add_mutually_exclusive_group(required=True)
    way.add_argument("-o", "--output", help="write a PDF to this file")
    way.add_argument(
        "--printer",
        nargs="?",
        const="",
        metavar="NAME",
        help="print; on the printer that was chosen for such papers if none is named",
    )
    command.add_argument("--copies", type=int, default=1)
    command.add_argument("--again", action="store_true", help="also what came out before")
    command.add_argument(
        "--wait",
        type=float,
        default=_USUAL_WAIT_S,
        metavar="SECONDS",
        help="so long for the printer; what it takes later is noted by print-jobs",
    )


def bring_out(
    here: Station, args: argparse.Namespace, prints: Prints[W], wish: W, target: Target
) -> tuple[Drawn, PrintRun | None]:
    """Draw papers and bring them where the command says; give the run if it is a printer."""
    if args.output is not None:
        return prints.run(wish, Path(args.output), progress(args)), None
    queue = queue_of(here, args)
    # What came out meanwhile is no longer new.
    queue.look()
    drawn = prints.draw(wish, progress(args))
    run = queue.hand_over(drawn, target, again=args.again)
    return drawn, _waited_for(queue, run, args.wait)


def target_of(args: argparse.Namespace, kind: str, stock: str) -> Target:
    """Say which printer is meant.

    Raises:
        NoPrinterChosen: None was named, and none was chosen for such papers.
    """
    if args.output is not None:
        return Target(kind, "", stock)
    printer = args.printer or printer_for(desks(args).settings, kind)
    if not printer:
        known = tuple(each.name for each in CupsPrinters().printers())
        raise NoPrinterChosen(kind, known)
    return Target(kind, printer, stock, args.copies)


def queue_of(here: Station, args: argparse.Namespace) -> PrintQueue:
    """Give the queue of the desk on its event."""
    return print_queue(here.event.journal, desks(args).settings, CupsPrinters())


def way_lines(here: Station, args: argparse.Namespace, run: PrintRun | None) -> str:
    """Say where papers went."""
    return str(Path(args.output)) if run is None else run_line(run, here.clock)


def paper_facts(args: argparse.Namespace, drawn: Drawn, run: PrintRun | None) -> dict[str, Any]:
    """Say what came out, and where it went, for programs."""
    return {
        "file": args.output,
        "run": run_facts(run),
        "pages": drawn.pages,
        "items": drawn.items,
        "unprintable": drawn.unprintable,
    }


def _waited_for(queue: PrintQueue, run: PrintRun, seconds: float) -> PrintRun:
    """Look until a run is no longer open, or has a trouble that somebody must see to."""
    ends = time.monotonic() + seconds
    pause = LOOK_EVERY_S / 10
    while run.state.is_open and not run.troubles and time.monotonic() < ends:
        time.sleep(pause)
        pause = min(pause * 2, LOOK_EVERY_S)
        run = next((each for each in queue.look() if each.id == run.id), run)
    return run
