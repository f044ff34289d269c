"""What is said of printers, and of what was handed to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from app.cli.printer_words import TROUBLES
from app.printers.port import JobState, Printer, PrinterState, Trouble
from app.printers.refusals import CameOut
from app.printers.runs import PrintRun

_SHOWN = 3
_ROLL = re.compile(r"(\d+)mm-roll")
NO_SERVICE = (
    "No print service answers here. Print opens the system's own dialog instead, or save a PDF."
)
NO_PRINTERS = "There is no printer yet. Add one in the system's settings, or save a PDF."

STATES: Mapping[JobState, str] = MappingProxyType(
    {
        JobState.WAITING: "waiting",
        JobState.PRINTING: "printing",
        JobState.DONE: "printed",
        JobState.FAILED: "failed",
        JobState.CANCELLED: "cancelled",
    }
)
_PRINTER_STATES: Mapping[PrinterState, str] = MappingProxyType(
    {
        PrinterState.READY: "Ready",
        PrinterState.PRINTING: "Printing",
        PrinterState.STOPPED: "Stopped",
    }
)
_DO: Mapping[Trouble, str] = MappingProxyType(
    {
        Trouble.PAUSED: "Look at it, then press Continue",
        Trouble.FORGOTTEN: "If it came out, press It came out",
        Trouble.CUT_SHORT: "If all of it came out, press It came out",
    }
)
"""What to do where there is a screen, and something else than the command line says."""


def printer_title(printer: Printer) -> str:
    """Give what people call a printer."""
    return printer.title or printer.name


def printer_words(printer: Printer) -> str:
    """Name a printer, and say how it is."""
    state = _PRINTER_STATES[printer.state] if printer.accepts else "Takes nothing now"
    if printer.troubles:
        state = TROUBLES[printer.troubles[0]][0].format(printer="it", run="")
        state = state[:1].upper() + state[1:]
    return f"{printer_title(printer)} · {state}"


def run_trouble(run: PrintRun, called: str) -> str:
    """Say why a run does not come out, and what to do; blank if nothing is wrong.

    ``called`` is what people call its printer.
    """
    if not needs_somebody(run):
        return ""
    trouble = run.troubles[0] if run.troubles else Trouble.OTHER
    what, do = TROUBLES[trouble]
    roll = _ROLL.fullmatch(run.stock)
    if trouble is Trouble.PAPER_OUT and roll:
        what, do = "The roll in {printer} is empty", f"Load a {roll.group(1)} mm roll"
    said = f" It says: “{run.message}”" if run.message else ""
    todo = _DO.get(trouble, do)
    then = ""
    if run.state is JobState.FAILED and not trouble.leaves_doubt:
        then = ", then print again"
    elif trouble is not Trouble.PAUSED and Trouble.PAUSED in run.troubles:
        then = ", then press Continue"
    return f"{what.format(printer=called, run='')}.{said} {todo.format(printer=called)}{then}."


def needs_somebody(run: PrintRun) -> bool:
    """Tell whether a run does not come out by itself."""
    return bool(run.troubles) or run.state is JobState.FAILED


def out_of(run: PrintRun) -> str:
    """Count what came out of a run: ``21 of 34``."""
    pages = run.pages * run.copies
    came = pages if run.state is JobState.DONE else run.came
    return f"{came:,} of {pages:,}"


def came_out(items: Sequence[CameOut], clock: Callable[[datetime], str]) -> str:
    """Say when and where papers came out before, and what printing again would do."""
    shown = "; ".join(_came_out(each, clock) for each in items[:_SHOWN])
    more = len(items) - _SHOWN
    others = f"; and {more:,} more" if more > 0 else ""
    return f"{shown}{others}. Nothing was printed yet. Print them once more?"


def _came_out(out: CameOut, clock: Callable[[datetime], str]) -> str:
    places = ", ".join(filter(None, (out.desk, out.printer)))
    if out.is_under_way:
        return f"{out.delegate.name} is under way since {clock(out.at)} ({places})"
    return f"{out.delegate.name} came out {clock(out.at)}" + (f" ({places})" if places else "")
