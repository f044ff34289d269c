"""Brings a run to the print service: its papers, put right for the printer, and what they are."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from app.files import FileNotWritten
from app.printers.choices import Fit
from app.printers.port import Order, Printers
from app.printers.refusals import PrintServiceSilent
from app.printers.runs import PrintRun, RunStore

Fits = Callable[[str, str], Fit]
"""Gives how papers are put right for a printer and a stock."""


def as_they_are(_printer: str, _stock: str) -> Fit:
    """Put nothing right."""
    return Fit()


@dataclass(frozen=True, slots=True)
class Handing:
    """Hands runs over, whose papers are in the store."""

    printers: Printers
    store: RunStore
    fits: Fits

    def submit(self, run: PrintRun) -> PrintRun:
        """Hand a run over. Its record is written before, so that a restart looks for its job.

        Raises:
            UnknownPrinter, NotHandedOver, PrintServiceMissing, PrintServiceSilent: It was not
                taken.
            FileNotWritten: Its record can't be written, so it was not handed over.
        """
        self.store.keep(run)
        with self._sheets(run) as file:
            order = Order(file, run.printer, run.title, run.copies, self._options(run))
            try:
                job = self.printers.hand_over(order)
            except PrintServiceSilent as silent:
                if not silent.may_have_it:
                    raise
                return run  # The next look finds out.
        taken = replace(run, job=job)
        # It will come out. Should the disk be full, its title finds it.
        with suppress(FileNotWritten):
            self.store.keep(taken)
        return taken

    @contextmanager
    def _sheets(self, run: PrintRun) -> Generator[Path]:
        """Yield the file for a run's printer: the papers as they are, or put right for it."""
        papers, fit = self.store.papers(run), self.fits(run.printer, run.stock)
        if fit == Fit():
            yield papers
            return
        from app.printers.sheet import fitted  # noqa: PLC0415

        put_right = papers.with_suffix(".fitted.pdf")
        try:
            put_right.write_bytes(fitted(papers.read_bytes(), fit))
            yield put_right
        finally:
            put_right.unlink(missing_ok=True)

    def _options(self, run: PrintRun) -> Mapping[str, str]:
        """Say what paper it is, and that nothing is to be made larger or smaller."""
        from app.printers.sheet import media_of  # noqa: PLC0415

        usual = {"print-scaling": "none"}
        if "media" not in run.options:
            usual["media"] = media_of(self.store.papers(run).read_bytes())
        return {**usual, **run.options}
