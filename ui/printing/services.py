"""What bringing papers to printers needs of ``app.printers``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.journal.journal import Journal
from app.printers.port import Printer, Printers
from app.printers.queue import Papers, PrintQueue, Target
from app.printers.runs import PrintRun
from app.settings import Settings, load_settings


class Queue(Protocol):
    """What the window needs of ``PrintQueue``."""

    def runs(self) -> tuple[PrintRun, ...]: ...
    def look(self) -> tuple[PrintRun, ...]: ...
    def hand_over(self, papers: Papers, target: Target, *, again: bool = False) -> PrintRun: ...
    def cancel(self, said: str) -> PrintRun: ...
    def retry(self, said: str, printer: str = "") -> PrintRun: ...
    def came_out(self, said: str) -> PrintRun: ...


class PrinterCalls(Protocol):
    """What the window needs of a print service."""

    def printers(self) -> tuple[Printer, ...]: ...
    def resume(self, printer: str) -> None: ...


@dataclass(frozen=True, slots=True)
class PrintCalls:
    """The printers, the desk's ``queue``, and its ``settings``.

    All of them ask the disk or the print service: never called on the window's thread.
    """

    printers: PrinterCalls
    queue: Callable[[], Queue]
    settings: Callable[[], Settings]


class OneQueue:
    """Opens the queue of this desk, and opens it anew once the desk's settings are others."""

    def __init__(self, journal: Journal, printers: Printers) -> None:
        self._journal, self._printers = journal, printers
        self._kept: tuple[Settings, PrintQueue] | None = None

    def __call__(self) -> PrintQueue:
        """Give the queue."""
        settings = load_settings()
        if self._kept is None or self._kept[0] != settings:
            from app.printers.office import print_queue  # noqa: PLC0415

            self._kept = settings, print_queue(self._journal, settings, self._printers)
        return self._kept[1]


def print_calls(journal: Journal, printers: Printers) -> PrintCalls:
    """Give what prints at this desk."""
    return PrintCalls(printers, OneQueue(journal, printers), load_settings)
