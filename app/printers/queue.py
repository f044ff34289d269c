"""The queue of this desk: what was handed to printers, and what became of it."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID, uuid4

from filelock import FileLock, Timeout

from app.errors import DeskError
from app.journal.deeds import Deed
from app.journal.journal import Journal
from app.printers.before import UnderWay, refuse_again
from app.printers.handing import Fits, Handing, as_they_are
from app.printers.port import JobState, Printers
from app.printers.refusals import PaperGone, QueueBusy, RunEnded
from app.printers.runs import PrintRun, RunStore
from app.printers.settling import Settling

LOOK_EVERY_S = 0.5
"""So often a window looks while a run is open."""

_PATIENCE_S = 40.0


class Papers(Protocol):
    """What was drawn and is to come out."""

    @property
    def pdf(self) -> bytes:
        """Give the document."""

    @property
    def items(self) -> int:
        """Give how many badges or slips they are."""

    @property
    def pages(self) -> int:
        """Give how many pages they are."""

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """Give what is to be noted once all is on paper."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where papers of a ``kind`` go. ``options`` are the print service's own."""

    kind: str
    printer: str
    stock: str = ""
    copies: int = 1
    options: Mapping[str, str] = field(default_factory=dict)


class PrintQueue:
    """Hands papers over and knows what becomes of them. Never called on the window's thread."""

    def __init__(
        self, journal: Journal, printers: Printers, folder: Path, fits: Fits = as_they_are
    ) -> None:
        self.journal = journal
        self._store = RunStore(folder)
        self._handing = Handing(printers, self._store, fits)
        self._settling = Settling(journal, printers, self._store)

    def runs(self) -> tuple[PrintRun, ...]:
        """Give the runs as they were when somebody looked last, the newest first."""
        return self._store.runs()

    def look(self) -> tuple[PrintRun, ...]:
        """Ask what became of open runs, note what came out, and give all, the newest first.

        Raises:
            PrintServiceMissing, PrintServiceSilent: Nobody answers. All is as it was.
        """
        if not self._store.folder.exists():
            return ()
        # Whoever works on the queue just now looks as well.
        with suppress(QueueBusy), self._alone(patience_s=0):
            self._settling.settle([run for run in self.runs() if run.state.is_open])
        return self.runs()

    def hand_over(self, papers: Papers, target: Target, *, again: bool = False) -> PrintRun:
        """Give papers to a printer. They count as printed once ``look`` sees that it took them.

        Args:
            papers: What was drawn.
            target: Where it goes.
            again: Whether somebody knows what of this came out before.

        Raises:
            CameOutBefore: Some of it did, and nobody knew. Nothing was handed over.
            UnknownPrinter, NotHandedOver, PrintServiceMissing, PrintServiceSilent: Nothing was
                handed over.
            FileNotWritten: The run can't be kept on disk. Nothing was handed over.
            QueueBusy: Nothing was handed over.
        """
        with self._alone():
            if not again:
                refuse_again(self.journal, papers.deeds, self._under_way(), self._printer_of)
            now = self._settling.now
            wanted = PrintRun(uuid4(), target.kind, target.printer, papers.items, papers.pages, now)
            run = replace(
                wanted, stock=target.stock, copies=target.copies, options=dict(target.options)
            ).begun(now)
            try:
                self._store.keep_papers(run, papers.pdf, papers.deeds)
                return self._handing.submit(run)
            except DeskError:
                self._store.forget(run)
                raise

    def cancel(self, said: str) -> PrintRun:
        """Stop a run, or give up one that failed; its papers are dropped then.

        Returns:
            The run: ``DONE`` if all of it had come out already.

        Raises:
            UnknownRun: There is no such run.
            RunEnded: It came out, or was cancelled before.
            NotCancelled, PrintServiceMissing, PrintServiceSilent, QueueBusy: It goes on.
        """
        with self._alone():
            run = self._store.named(said)
            if run.state is JobState.FAILED:
                self._store.drop_papers(run)
                return self._store.keep(replace(run, state=JobState.CANCELLED))
            return self._settling.stop(run)

    def retry(self, said: str, printer: str = "") -> PrintRun:
        """Hand a run over again, to its own printer or another; one that waits changes over.

        Raises:
            UnknownRun: There is no such run.
            RunEnded: It came out, or it is under way at this printer.
            PaperGone: Its papers are no longer kept.
            UnknownPrinter, NotHandedOver, NotCancelled, PrintServiceMissing,
            PrintServiceSilent, QueueBusy: It was not handed over again.
        """
        with self._alone():
            run = self._store.named(said)
            if run.state.is_open and printer not in {"", run.printer}:
                run = self._settling.stop(run)
            self._refuse_without_papers(run)
            try:
                return self._handing.submit(run.begun(self._settling.now, printer))
            except DeskError:
                self._store.keep(run)
                raise

    def came_out(self, said: str) -> PrintRun:
        """Note a run as printed because somebody holds its papers in their hands.

        Raises:
            UnknownRun: There is no such run.
            RunEnded: It is noted already, or may still come out.
            PaperGone: What was on it is no longer kept.
            QueueBusy: Nothing was noted.
        """
        with self._alone():
            run = self._store.named(said)
            self._refuse_without_papers(run)
            return self._settling.note(run)

    def _refuse_without_papers(self, run: PrintRun) -> None:
        if run.state.is_open or run.state is JobState.DONE:
            raise RunEnded(run.short_id, run.state)
        if not self._store.papers(run).exists():
            raise PaperGone(run.short_id)

    def _under_way(self) -> list[UnderWay]:
        kinds = self.journal.kinds
        return [
            UnderWay(run.handed_over_at, run.printer, self._store.deeds(run, kinds))
            for run in self.runs()
            if run.state.is_open
        ]

    def _printer_of(self, unit: UUID) -> str:
        return next((run.printer for run in self.runs() if run.id == unit), "")

    @contextmanager
    def _alone(self, patience_s: float = _PATIENCE_S) -> Generator[None]:
        self._store.prepare()
        with _alone_in(self._store.folder, patience_s):
            yield


def sweep(folder: Path, now: datetime) -> None:
    """Remove from a queue's folder what nobody needs any more, unless somebody works on it."""
    with suppress(QueueBusy), _alone_in(folder, patience_s=0):
        RunStore(folder).sweep(now)


@contextmanager
def _alone_in(folder: Path, patience_s: float) -> Generator[None]:
    lock = FileLock(folder / "queue.lock", timeout=patience_s)
    try:
        lock.acquire()
    except Timeout as taken:
        raise QueueBusy from taken
    try:
        yield
    finally:
        lock.release()
