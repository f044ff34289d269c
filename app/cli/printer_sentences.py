"""One sentence for each refusal of printers and print runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.cli.printer_words import came_out_words
from app.errors import DeskError
from app.printers.port import JobState
from app.printers.refusals import (
    CameOutBefore,
    NoPrinterChosen,
    NotCancelled,
    NotHandedOver,
    NotResumed,
    PaperGone,
    PrintServiceMissing,
    PrintServiceSilent,
    QueueBusy,
    RunEnded,
    UnknownPrinter,
    UnknownRun,
)

_ENDED: Mapping[JobState, str] = {
    JobState.WAITING: "{run} waits for its printer. Cancel it first, or name another printer.",
    JobState.PRINTING: "{run} is being printed. Cancel it first, or name another printer.",
    JobState.DONE: "{run} came out. To have it once more, print it anew.",
    JobState.FAILED: "{run} failed already. Print it again, or leave it.",
    JobState.CANCELLED: "{run} was cancelled. Print it again, or leave it.",
}


def _known(names: tuple[str, ...]) -> str:
    return f"There are {', '.join(names)}." if names else "This computer has none."


PRINTER_SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    CameOutBefore: came_out_words,
    NoPrinterChosen: lambda e: (
        f"No printer was chosen for {e.kind}. Name one (--printer NAME), or choose it for good "
        f"(set-printer {e.kind} NAME). {_known(e.known)}"
    ),
    NotCancelled: lambda e: (
        f"The print service did not stop {e.job}: {e.said} Stop it at the printer."
    ),
    NotHandedOver: lambda e: (
        f"{e.printer} did not take it: {e.said} Nothing was printed. Look at the printer, or take "
        "another one."
    ),
    NotResumed: lambda e: (
        f"This account may not let {e.printer} go on: {e.said} Ask who looks after the printers, "
        "or take another one."
    ),
    PaperGone: lambda e: f"The papers of {e.run} are no longer kept. Print them anew.",
    PrintServiceMissing: lambda e: (
        f"There is no print service here: {e.program} is missing. Install CUPS, or write a PDF "
        "(-o FILE) and print that."
    ),
    PrintServiceSilent: lambda e: (
        f"The print service does not answer ({e.detail}). Start it, then try again."
    ),
    QueueBusy: lambda _: (
        "Another window or command of this desk hands papers over just now. Wait a moment, then "
        "try again."
    ),
    RunEnded: lambda e: _ENDED[e.state].format(run=e.run),
    UnknownPrinter: lambda e: f"There is no printer {e.printer}. {_known(e.known)}",
    UnknownRun: lambda e: f"No print run is known as {e.run}. Look at the list (print-jobs).",
}
