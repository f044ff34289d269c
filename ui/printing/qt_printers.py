"""The printers of a system without CUPS, such as Windows, by Qt's own printing.

Pages go to the system's spooler as pictures at the printer's resolution. What the spooler took
counts as printed: it tells a program nothing of paper that ran out later.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from threading import Event, Lock
from typing import NamedTuple
from uuid import uuid4

from PySide6 import QtPrintSupport
from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.clock import wall_clock
from app.files import FileNotWritten
from app.printers.job_book import JobBook
from app.printers.port import Job, JobState, Order, Printer, PrinterState, Trouble
from app.printers.refusals import NotCancelled, NotResumed, UnknownPrinter
from app.printing.drawn import Drawn, DrawnPart
from app.printing.pdfium import opened
from app.printing.refusals import PrinterRefused, PrintingStopped
from app.printing.stock import Size
from app.progress import Cancelled, Progress
from ui.printing.printers import Printers as SystemPrinters
from ui.printing.sheets import print_sheets

LOADED = QtPrintSupport
"""Loaded by the window's thread, with this module: two that load Qt at once end a program."""
_STATES = {
    QPrinter.PrinterState.Idle: PrinterState.READY,
    QPrinter.PrinterState.Active: PrinterState.PRINTING,
    QPrinter.PrinterState.Aborted: PrinterState.STOPPED,
    QPrinter.PrinterState.Error: PrinterState.STOPPED,
}
_NO_PROGRAM_MAY = "the system lets no program do that."


class _Whole(NamedTuple):
    """Pages that are fed as large as they are drawn."""

    page: Size
    labels: int = 1


class _Pages(NamedTuple):
    """How many pages a document has, and how large they are."""

    pdf: bytes
    many: int
    size: Size


class QtPrinters:
    """Prints one job after the other on a thread of its own; whoever calls waits for none.

    Imported and made on the window's thread. ``book`` knows jobs beyond the end of this one: what
    an event that is opened again, or the program at its next start, is told of them.
    """

    def __init__(self, book: JobBook, system: SystemPrinters | None = None) -> None:
        self._book, self._system = book, system or SystemPrinters()
        self._jobs: dict[str, Job] = {}
        self._printer_of: dict[str, str] = {}
        self._ending = Event()
        self._lock = Lock()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="printing")
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    def printers(self) -> tuple[Printer, ...]:
        """Give all printers by name."""
        with self._lock:
            return tuple(_told(name) for name in sorted(self._system.names()))

    def hand_over(self, order: Order) -> str:
        """Put an order into the row of jobs, and give the job's id.

        Raises:
            UnknownPrinter: There is no such printer.
            FileNotWritten: The job can't be remembered, so it was not handed over.
        """
        pages = _measured(order.file.read_bytes())
        with self._lock:
            known = self._system.names()
            if order.printer not in known:
                raise UnknownPrinter(order.printer, known)
            self._book.open(wall_clock())
            job = Job(uuid4().hex, order.title, JobState.WAITING)
            self._book.keep(job, order.printer)
            self._jobs[job.id], self._printer_of[job.id] = job, order.printer
        self._worker.submit(self._print, job.id, order, pages).add_done_callback(_raise_bug)
        return job.id

    def jobs(self, ids: Collection[str]) -> Mapping[str, Job]:
        """Tell of those jobs that are known."""
        with self._lock:
            return {job: found for job in ids if (found := self._known(job)) is not None}

    def titled(self, printer: str, title: str) -> str:
        """Find a printer's job by its title, and give its id; blank if there is none."""
        return self._book.titled(printer, title)

    def cancel(self, job: str) -> None:
        """Stop a job before its next page. One that has ended already stays as it is.

        Raises:
            NotCancelled: The system does not let us say so to whoever prints it.
        """
        with self._lock:
            known = self._known(job)
            if known is None or not known.state.is_open:
                return
            try:
                self._book.ask_to_stop(job)
            except OSError as error:
                raise NotCancelled(job, error.strerror or "") from error
            if job in self._jobs and known.state is JobState.WAITING:
                self._end(job, JobState.CANCELLED)

    def resume(self, printer: str) -> None:
        """Refuse it.

        Raises:
            NotResumed: Always.
        """
        raise NotResumed(printer, _NO_PROGRAM_MAY)

    def close(self) -> None:
        """Stop what is printed before its next page, and wait for that.

        What did not begin has failed for whoever comes next, and can be printed again.
        """
        self._ending.set()
        self._worker.shutdown(wait=True, cancel_futures=True)
        self._book.close()

    def _known(self, job: str) -> Job | None:
        if job in self._jobs:
            return self._jobs[job]
        kept = self._book.named(job)
        return kept.job if kept else None

    def _print(self, job: str, order: Order, pages: _Pages) -> None:
        with self._lock:
            if not self._jobs[job].state.is_open:
                return
            if self._book.is_to_stop(job):
                self._end(job, JobState.CANCELLED)
                return
            try:
                # Else somebody might print again what came out.
                self._begin(job)
            except FileNotWritten:
                self._end(job, JobState.FAILED, Trouble.OTHER)
                return
        ended: tuple[JobState, *tuple[Trouble, ...]] = (JobState.FAILED, Trouble.OTHER)
        try:
            self._bring_out(job, order, pages)
            ended = (JobState.DONE,)
        except Cancelled:
            ended = self._stopped(job, Trouble.BROKEN_OFF)
        except PrintingStopped:
            ended = self._stopped(job, Trouble.CUT_SHORT)
        except PrinterRefused:
            pass
        finally:
            with self._lock:
                self._end(job, *ended)

    def _stopped(self, job: str, trouble: Trouble) -> tuple[JobState, *tuple[Trouble, ...]]:
        """Say how a job ends that somebody stopped, or else the end of the program."""
        is_wanted = self._book.is_to_stop(job)
        return (JobState.CANCELLED,) if is_wanted else (JobState.FAILED, trouble)

    def _bring_out(self, job: str, order: Order, pages: _Pages) -> None:
        def report(progress: Progress) -> None:
            if self._ending.is_set() or self._book.is_to_stop(job):
                raise Cancelled
            with self._lock:
                self._jobs[job] = replace(self._jobs[job], pages=progress.done)

        printer = self._system.named(order.printer)
        printer.setDocName(order.title)
        printer.setCopyCount(order.copies)
        drawn = Drawn(pages.pdf, pages.many, tuple(DrawnPart(1) for _page in range(pages.many)))
        print_sheets(printer, drawn, _Whole(pages.size), report)
        with self._lock:
            self._jobs[job] = replace(self._jobs[job], pages=pages.many * order.copies)

    def _begin(self, job: str) -> None:
        begun = replace(self._jobs[job], state=JobState.PRINTING)
        self._book.keep(begun, self._printer_of[job])
        self._jobs[job] = begun

    def _end(self, job: str, state: JobState, *troubles: Trouble) -> None:
        ended = replace(self._jobs[job], state=state, troubles=troubles, ended_at=wall_clock())
        self._jobs[job] = ended
        # Whoever comes later then reads that nobody can say whether it came out.
        with suppress(FileNotWritten):
            self._book.keep(ended, self._printer_of[job])


def _told(name: str) -> Printer:
    info = QPrinterInfo.printerInfo(name)
    state = _STATES.get(info.state(), PrinterState.READY)
    troubles = (Trouble.OTHER,) if state is PrinterState.STOPPED else ()
    title, place = info.description(), info.location()
    return Printer(name, title, place, state, troubles=troubles, is_usual=info.isDefault())


def _measured(pdf: bytes) -> _Pages:
    """Count the pages, and give how large the first is as it is seen."""
    with opened(pdf) as document, document.page(0) as page:
        return _Pages(pdf, document.pages, page.size)


def _raise_bug(done: Future[None]) -> None:
    if not done.cancelled():
        done.result()
