"""What the desk needs of a print service, whichever the system has."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol


class PrinterState(StrEnum):
    """What a printer does."""

    READY = "ready"
    PRINTING = "printing"
    STOPPED = "stopped"


class JobState(StrEnum):
    """How far a print job is. ``DONE``: the printer took all of it."""

    WAITING = "waiting"
    PRINTING = "printing"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_open(self) -> bool:
        """Tell whether something may still come out."""
        return self in {JobState.WAITING, JobState.PRINTING}


class Trouble(StrEnum):
    """Why nothing comes out, the most pressing first.

    ``BROKEN_OFF``: the desk ended before the print service had the job, so nothing came out.
    ``FORGOTTEN``: the print service no longer knows the job; whether it came out, nobody can say.
    ``CUT_SHORT``: the desk ended while it printed the job itself; a part may have come out.
    """

    JAM = "jam"
    PAPER_OUT = "paper_out"
    INK_OUT = "ink_out"
    COVER_OPEN = "cover_open"
    TRAY_MISSING = "tray_missing"
    TRAY_FULL = "tray_full"
    OFFLINE = "offline"
    DRIVER_MISSING = "driver_missing"
    PAUSED = "paused"
    BROKEN_OFF = "broken_off"
    FORGOTTEN = "forgotten"
    CUT_SHORT = "cut_short"
    OTHER = "other"

    @property
    def leaves_doubt(self) -> bool:
        """Tell whether only somebody who looks can say what came out."""
        return self in {Trouble.FORGOTTEN, Trouble.CUT_SHORT}


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer as its service describes it now.

    ``name`` is the service's own, ``title`` and ``place`` are what people call it and where it
    stands, both perhaps blank. ``message`` is what it says itself, in its own words.
    """

    name: str
    title: str = ""
    place: str = ""
    state: PrinterState = PrinterState.READY
    accepts: bool = True
    troubles: tuple[Trouble, ...] = ()
    message: str = ""
    is_usual: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """A finished PDF for a printer. ``options`` are the service's own, such as ``media``."""

    file: Path
    printer: str
    title: str
    copies: int = 1
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Job:
    """An order as its print service sees it now. ``pages`` came out so far, if that is known.

    ``ended_at`` is when it was done, failed or cancelled.
    """

    id: str
    title: str
    state: JobState
    troubles: tuple[Trouble, ...] = ()
    message: str = ""
    pages: int = 0
    ended_at: datetime | None = None


class Printers(Protocol):
    """A print service. It may be slow: never called on the window's thread.

    Each method raises ``PrintServiceMissing`` or ``PrintServiceSilent`` if nobody answers.
    """

    def printers(self) -> tuple[Printer, ...]:
        """Give all printers by name."""

    def hand_over(self, order: Order) -> str:
        """Give an order to its printer, and give the job's id.

        Raises:
            UnknownPrinter: There is no such printer.
            NotHandedOver: The service did not take it. Nothing will come out.
        """

    def jobs(self, ids: Collection[str]) -> Mapping[str, Job]:
        """Tell of those jobs that the service still knows."""

    def titled(self, printer: str, title: str) -> str:
        """Find a printer's job by its title, and give its id; blank if there is none."""

    def cancel(self, job: str) -> None:
        """Stop a job. One that has ended already stays as it is.

        Raises:
            NotCancelled: The service did not let us.
        """

    def resume(self, printer: str) -> None:
        """Let a printer go on that stopped.

        Raises:
            NotResumed: The service did not let us.
        """
