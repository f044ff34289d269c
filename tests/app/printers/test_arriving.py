"""What arrives at a printer, as printers put it on paper: in black and white, at their dots."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
import zxingcpp

from app.printers.choices import Fit
from app.printers.cups import CupsPrinters
from app.printers.port import JobState
from app.printers.queue import PrintQueue, Target
from app.printing.office import PrintOffice
from app.printing.stock import stocks
from app.printing.wishes import Wish
from tests.building import EventBuilder
from tests.print_service import PrintService, until

LABELS, LASER = 203, 300
"""Dots an inch of the usual printers of labels, and of the coarsest others."""
PUT_RIGHT = Fit(right=0.7, down=-0.4, turned=90, scale=0.97)
_DARK = 128


@dataclass
class Fitting:
    """Puts papers right as a test says."""

    fit: Fit = field(default_factory=Fit)

    def __call__(self, _printer: str, _stock: str) -> Fit:
        return self.fit


def read_back(pdf: bytes, dots: int) -> set[str]:
    """Read the codes on paper that has nothing but black and white dots."""
    said = set()
    for page in pypdfium2.PdfDocument(pdf):
        grey = page.render(scale=dots / 72, grayscale=True).to_numpy().squeeze()
        paper = np.where(grey < _DARK, 0, 255).astype(np.uint8)
        said |= {each.text for each in zxingcpp.read_barcodes(paper)}
    return said


@pytest.mark.parametrize("stock", sorted(stocks()))
def test_every_code_of_a_whole_sheet_reads_back(
    stock: str, event: EventBuilder, service: PrintService, tmp_path: Path
) -> None:
    people = event.crowd(stocks()[stock].labels)
    fitting = Fitting()
    journal = event.event.journal
    queue = PrintQueue(journal, CupsPrinters(), tmp_path / "prints", fitting)
    drawn = PrintOffice(journal).draw(Wish(stock, delegates=tuple(people)))
    expected = set(event.badges_of(people))

    for fit, dots in ((Fit(), (LABELS, LASER)), (PUT_RIGHT, (LABELS,))):
        fitting.fit = fit
        run = queue.hand_over(drawn, Target("badges", "laser", stock), again=True)
        until(lambda: all(each.state is JobState.DONE for each in queue.look()))

        for each in dots:
            assert read_back(service.arrived(run.job), each) == expected, f"{fit} at {each}"
