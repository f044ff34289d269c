"""Finds out what became of runs, and notes what came out.

Papers count as printed only once a printer took all of a run. Then their deeds are written,
under ids that belong to the run: however often that is tried, they are noted once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid5

from app.journal.journal import Journal, Unit
from app.journal.turns import in_turns
from app.printers.port import Job, JobState, Printers, Trouble
from app.printers.refusals import RunEnded
from app.printers.runs import PrintRun, RunStore
from app.printing.boxing import in_boxes


@dataclass(frozen=True, slots=True)
class Settling:
    """Takes over what a print service says of runs."""

    journal: Journal
    printers: Printers
    store: RunStore

    @property
    def now(self) -> datetime:
        """When it happens."""
        return self.journal.now

    def settle(self, open_runs: Sequence[PrintRun]) -> None:
        """Ask after open runs.

        Raises:
            PrintServiceMissing, PrintServiceSilent: Nobody answers. All is as it was.
        """
        found = [self._with_job(run) for run in open_runs]
        jobs = self.printers.jobs([run.job for run in found if run.job])
        for run, before in zip(found, open_runs, strict=True):
            told = _told(run, jobs.get(run.job))
            if told != before:
                self._take_over(told)

    def stop(self, run: PrintRun) -> PrintRun:
        """Stop a run, and give it as it is then: ``DONE`` if all of it had come out already.

        Raises:
            RunEnded: There is nothing to stop.
            NotCancelled, PrintServiceMissing, PrintServiceSilent: It goes on.
        """
        if not run.state.is_open:
            raise RunEnded(run.short_id, run.state)
        run = self._with_job(run)
        if run.job:
            self.printers.cancel(run.job)
        job = self.printers.jobs([run.job] if run.job else []).get(run.job)
        told = _told(run, job)
        if told.state is not JobState.DONE:
            # The service was told to stop it, or never had it.
            told = replace(told, state=JobState.CANCELLED, troubles=(), message="")
        return self._take_over(told)

    def note(self, run: PrintRun) -> PrintRun:
        """Write what a run's papers were made for. Only then its record says that it is done."""
        deeds = self.store.deeds(run, self.journal.kinds)
        ids = [uuid5(run.id, str(place)) for place in range(len(deeds))]
        with self.journal.reading() as session:
            placed = in_boxes(session, deeds, self.journal.author.desk, ids)
        unit = Unit(run.id, at=self.journal.said_at or run.ended_at)
        for part in in_turns(list(zip(ids, placed, strict=True))):
            with self.journal.writing(unit) as pen:
                pen.write_all([deed for _, deed in part], [deed_id for deed_id, _ in part])
        done = self.store.keep(replace(run, state=JobState.DONE, troubles=(), message=""))
        self.store.drop_papers(run)
        return done

    def _with_job(self, run: PrintRun) -> PrintRun:
        """Find the job of a run that was being handed over when the desk ended."""
        if run.job:
            return run
        return replace(run, job=self.printers.titled(run.printer, run.title))

    def _take_over(self, told: PrintRun) -> PrintRun:
        if told.state.is_open:
            return self.store.keep(told)
        ended = min(told.ended_at or self.now, self.now)
        told = replace(told, ended_at=max(told.handed_over_at, ended))
        return self.note(told) if told.state is JobState.DONE else self.store.keep(told)


def _told(run: PrintRun, job: Job | None) -> PrintRun:
    """Give a run as its job says that it stands."""
    if job is None or (job.title and job.title != run.title):
        # Numbers of jobs begin anew with a service's own files: another title, another job.
        lost = Trouble.FORGOTTEN if run.job else Trouble.BROKEN_OFF
        return replace(run, state=JobState.FAILED, troubles=(lost,), message="", job="")
    return replace(
        run,
        state=job.state,
        troubles=job.troubles,
        message=job.message,
        came=job.pages,
        ended_at=job.ended_at,
    )
