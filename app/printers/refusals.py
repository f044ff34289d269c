"""Why something can't be brought to a printer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.delegates.person import Person
from app.errors import DeskError
from app.printers.port import JobState


@dataclass(eq=False)
class PrintServiceMissing(DeskError):
    """This system has no print service that the desk knows."""

    program: str


@dataclass(eq=False)
class PrintServiceSilent(DeskError):
    """The print service does not answer. ``may_have_it``: what it was given may yet come out."""

    server: str
    detail: str
    may_have_it: bool = False


@dataclass(eq=False)
class UnknownPrinter(DeskError):
    """There is no such printer."""

    printer: str
    known: tuple[str, ...]


@dataclass(eq=False)
class NoPrinterChosen(DeskError):
    """Nobody said which printer papers of this kind go to."""

    kind: str
    known: tuple[str, ...]


@dataclass(eq=False)
class NotHandedOver(DeskError):
    """The print service did not take the papers. Nothing will come out."""

    printer: str
    said: str


@dataclass(eq=False)
class NotCancelled(DeskError):
    """The print service did not let us stop a job."""

    job: str
    said: str


@dataclass(eq=False)
class NotResumed(DeskError):
    """The print service did not let us start a printer again."""

    printer: str
    said: str


SERVICE_FAILED = (
    PrintServiceMissing | PrintServiceSilent | NotHandedOver | NotCancelled | NotResumed
)
"""What is the print service's fault, and none of what was asked."""


@dataclass(eq=False)
class UnknownRun(DeskError):
    """This desk knows of no such print run, or of several."""

    run: str


@dataclass(eq=False)
class RunEnded(DeskError):
    """What is asked can't be done with a run in this state."""

    run: str
    state: JobState


@dataclass(eq=False)
class PaperGone(DeskError):
    """The papers of a run are no longer kept, so they must be made anew."""

    run: str


@dataclass(eq=False)
class QueueBusy(DeskError):
    """Another window or command of this desk works on the queue."""


@dataclass(frozen=True, slots=True)
class CameOut:
    """Whose paper came out before, when, at which desk, and there on which printer, if known.

    ``is_under_way``: it was handed over and may still come out.
    """

    delegate: Person
    at: datetime
    desk: str
    printer: str = ""
    is_under_way: bool = False


@dataclass(eq=False)
class CameOutBefore(DeskError):
    """The same papers came out before, or are under way."""

    items: tuple[CameOut, ...]
