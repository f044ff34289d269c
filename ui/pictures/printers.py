"""The printers of the pictures: a roll at Desk 2 that does as it is told, and a laser.

Whether the machine that takes the pictures has printers is not seen in them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from app.printers.port import Job, JobState, Order, Printer, PrinterState, Trouble
from app.printers.refusals import PrintServiceSilent

ROLL, LASER = "zebra", "laser"


@dataclass
class StagePrinters:
    """Takes whatever it is given, and says of it what a picture is to show.

    As long as it is not ``on``, nobody answers.
    """

    on: bool = False
    state: JobState = JobState.PRINTING
    troubles: tuple[Trouble, ...] = ()
    _jobs: dict[str, Job] = field(default_factory=dict)

    def printers(self) -> tuple[Printer, ...]:
        """Give both."""
        self._answer()
        state = PrinterState.STOPPED if self.troubles else PrinterState.READY
        return (
            Printer(LASER, "Office laser", "Registration", is_usual=True),
            Printer(ROLL, "Zebra Desk 2", "Desk 2", state, troubles=self.troubles),
        )

    def hand_over(self, order: Order) -> str:
        """Take an order."""
        self._answer()
        job = f"{order.printer}-{len(self._jobs) + 1}"
        self._jobs[job] = Job(job, order.title, JobState.PRINTING)
        return job

    def jobs(self, ids: Collection[str]) -> Mapping[str, Job]:
        """Tell of jobs as the picture has them."""
        self._answer()
        known = [self._jobs[job] for job in ids if job in self._jobs]
        return {job.id: replace(job, state=self.state, troubles=self.troubles) for job in known}

    def titled(self, printer: str, title: str) -> str:
        """Find a job by its title."""
        self._answer()
        of_printer = (job for job in self._jobs.values() if job.id.startswith(printer))
        return next((job.id for job in of_printer if job.title == title), "")

    def cancel(self, job: str) -> None:
        """Forget a job."""
        del self._jobs[job]

    def resume(self, printer: str) -> None:
        """Go on."""
        del printer
        self.troubles = ()

    def _answer(self) -> None:
        if not self.on:
            raise PrintServiceSilent("", "it is off")
