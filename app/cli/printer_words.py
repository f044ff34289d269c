"""Words on printers and print runs: what is so, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any

from app.cli.counted import many
from app.printers.port import JobState, Printer, PrinterState, Trouble
from app.printers.refusals import CameOut, CameOutBefore
from app.printers.runs import PrintRun

Clock = Callable[[Any], str]

_SHOWN = 3

TROUBLES: Mapping[Trouble, tuple[str, str]] = MappingProxyType(
    {
        Trouble.JAM: ("Paper is stuck in {printer}", "Take it out"),
        Trouble.PAPER_OUT: ("{printer} is out of paper", "Put in paper or a new roll"),
        Trouble.INK_OUT: ("{printer} is out of ink", "Put in a new cartridge or ribbon"),
        Trouble.COVER_OPEN: ("{printer} is open", "Close it"),
        Trouble.TRAY_MISSING: ("A tray of {printer} is missing", "Put it in"),
        Trouble.TRAY_FULL: ("{printer} is full of printed paper", "Take it out"),
        Trouble.OFFLINE: ("{printer} does not answer", "Look whether it is on and its cable is in"),
        Trouble.DRIVER_MISSING: (
            "{printer} lacks its driver",
            "Install it, or take another printer",
        ),
        Trouble.PAUSED: ("{printer} was stopped", "Let it go on (resume-printer {printer})"),
        Trouble.BROKEN_OFF: (
            "Matchdesk ended before {printer} had it, so nothing came out",
            "Look at the printer",
        ),
        Trouble.FORGOTTEN: (
            "The print service no longer knows of it",
            "If it came out, say so (print-jobs --came-out {run})",
        ),
        Trouble.CUT_SHORT: (
            "Matchdesk ended while {printer} printed it, so a part may have come out",
            "If all of it came out, say so (print-jobs --came-out {run})",
        ),
        Trouble.OTHER: ("{printer} has a trouble", "Look at its display"),
    }
)
"""What is so, and what to do; neither ends its sentence. ``{run}`` is a run's id."""

_STATES: Mapping[JobState, str] = {
    JobState.WAITING: "waiting",
    JobState.PRINTING: "printing",
    JobState.DONE: "done",
    JobState.FAILED: "failed",
    JobState.CANCELLED: "cancelled",
}
_PRINTER_STATES: Mapping[PrinterState, str] = {
    PrinterState.READY: "ready",
    PrinterState.PRINTING: "printing",
    PrinterState.STOPPED: "stopped",
}


def printer_line(printer: Printer, kinds: Sequence[str]) -> str:
    """Describe a printer, with the kinds of papers that go to it."""
    called = ", ".join(dict.fromkeys(filter(None, (printer.title, printer.place))))
    said = [_PRINTER_STATES[printer.state] if printer.accepts else "takes nothing just now"]
    if printer.is_usual:
        said.append("the system's usual one")
    if kinds:
        said.append(f"for {', '.join(kinds)}")
    name = f"{printer.name} ({called})" if called else printer.name
    line = f"{name}: {'; '.join(said)}"
    if not printer.troubles:
        return line
    names = {"printer": printer.name, "run": ""}
    what, do = (words.format(**names) for words in TROUBLES[printer.troubles[0]])
    return f"{line}\n  {what}. {do}."


def run_line(run: PrintRun, clock: Clock) -> str:
    """Describe a print run in a line, and below it what to do, if there is anything."""
    pages = many(run.pages, "page", "pages")
    came = f", {run.came} of {run.pages} out" if run.came and run.state.is_open else ""
    state = _STATES[run.state]
    line = (
        f"{run.short_id}  {clock(run.handed_over_at)}  {run.kind}, {pages}, {run.printer}: {state}"
    )
    trouble = run_trouble(run)
    return f"{line}{came}" + (f"\n          {trouble}" if trouble else "")


def run_trouble(run: PrintRun) -> str:
    """Say why a run does not come out and what to do; blank if nothing is wrong."""
    if not run.troubles and run.state is not JobState.FAILED:
        return ""
    trouble = run.troubles[0] if run.troubles else Trouble.OTHER
    names = {"printer": run.printer, "run": run.short_id}
    what, do = (words.format(**names) for words in TROUBLES[trouble])
    said = f" It says: “{run.message}”" if run.message else ""
    then = ""
    if run.state is JobState.FAILED:
        then = f", then print again (retry-print {run.short_id})"
    elif trouble is not Trouble.PAUSED and Trouble.PAUSED in run.troubles:
        then = f", then let it go on (resume-printer {run.printer})"
    return f"{what}.{said} {do}{then}."


def came_out_words(refusal: CameOutBefore, clock: Clock = str) -> str:
    """Say when and where papers came out before, and how to have them again."""
    shown = "; ".join(_came_out(each, clock) for each in refusal.items[:_SHOWN])
    more = len(refusal.items) - _SHOWN
    others = f"; and {more:,} more" if more > 0 else ""
    return (
        f"{shown}{others}. Nothing was printed. To have them once more, say so (--again); to have "
        "the others alone, print what is new (--only new)."
    )


def _came_out(out: CameOut, clock: Clock) -> str:
    who = f"{out.delegate.badge_number}  {out.delegate.name}"
    at: datetime = out.at
    if out.is_under_way:
        return f"{who} is at {out.printer} since {clock(at)}"
    places = ", ".join(filter(None, (out.desk, out.printer)))
    return f"{who} came out at {clock(at)}" + (f" ({places})" if places else "")


def run_facts(run: PrintRun | None) -> dict[str, Any] | None:
    """Give what other programs are told of a print run."""
    if run is None:
        return None
    return {
        "id": run.short_id,
        "kind": run.kind,
        "printer": run.printer,
        "state": run.state,
        "items": run.items,
        "pages": run.pages,
        "came": run.came,
        "troubles": run.troubles,
        "message": run.message,
        "handed_over_at": run.handed_over_at,
        "ended_at": run.ended_at,
        "job": run.job,
    }
