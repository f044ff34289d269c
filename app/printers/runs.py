"""Print runs of this desk, kept on its disk so that a restart finds them again.

A run's papers and deeds stand beside its record until they came out, or nobody wants them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import msgspec

from app.files import make_folder, written_whole
from app.journal.deeds import Deed, Kinds
from app.journal.wire import as_text, from_text
from app.printers.port import JobState, Trouble
from app.printers.refusals import UnknownRun

KEPT = timedelta(days=7)
"""So long a run is kept, with its papers if they did not come out."""

MOST_DONE = 200
"""Of those that came out, so many are listed."""

_PAPERS, _DEEDS, _RECORD = ".pdf", ".deeds", ".json"


@dataclass(frozen=True, slots=True)
class PrintRun:
    """Papers that were handed over together, and how they stand.

    ``kind`` is the word of the ``print`` command for them, ``stock`` what they are printed on.
    ``title`` is unique to each try, ``job`` what the print service calls it: blank until it
    is known that it was taken. ``came`` counts the pages that came out, if the printer tells.
    ``troubles`` and the printer's own ``message`` say why nothing comes out.
    """

    id: UUID
    kind: str
    printer: str
    items: int
    pages: int
    handed_over_at: datetime
    title: str = ""
    stock: str = ""
    copies: int = 1
    options: Mapping[str, str] = field(default_factory=dict)
    state: JobState = JobState.WAITING
    job: str = ""
    came: int = 0
    troubles: tuple[Trouble, ...] = ()
    message: str = ""
    ended_at: datetime | None = None
    tries: int = 0

    @property
    def short_id(self) -> str:
        """Give the id as people type it."""
        return self.id.hex[:8]

    def begun(self, at: datetime, printer: str = "") -> PrintRun:
        """Give the run as it is handed over the first time, or once more."""
        tries = self.tries + 1
        mark = self.short_id if tries == 1 else f"{self.short_id}-{tries}"
        return replace(
            self,
            printer=printer or self.printer,
            handed_over_at=at,
            # It tells nobody who stands on the papers.
            title=f"Matchdesk {self.kind} {mark}",
            tries=tries,
            state=JobState.WAITING,
            job="",
            came=0,
            troubles=(),
            message="",
            ended_at=None,
        )


@dataclass(frozen=True, slots=True)
class RunStore:
    """The runs of one desk on one event, in a folder that nobody else uses."""

    folder: Path

    def prepare(self) -> None:
        """Make the folder. Names stand on papers, so nobody else may look into it."""
        if not self.folder.exists():
            make_folder(self.folder)
            self.folder.chmod(0o700)

    def runs(self) -> tuple[PrintRun, ...]:
        """Give the runs, those handed over last first."""
        found = sorted(self._records(), key=lambda run: run.handed_over_at, reverse=True)
        return tuple(found)

    def named(self, said: str) -> PrintRun:
        """Find a run by its id, or the beginning of it.

        Raises:
            UnknownRun: There is none, or there are several.
        """
        wanted = said.replace("-", "").lower()
        found = [run for run in self._records() if run.id.hex.startswith(wanted)]
        if len(found) != 1 or not wanted:
            raise UnknownRun(said)
        return found[0]

    def keep(self, run: PrintRun) -> PrintRun:
        """Write a run's record, whole or not at all, and give the run.

        Raises:
            FileNotWritten: The system did not let us.
        """
        self._write(run, _RECORD, msgspec.json.encode(run))
        return run

    def keep_papers(self, run: PrintRun, pdf: bytes, deeds: Sequence[Deed]) -> None:
        """Write what a run consists of, before its record.

        Raises:
            FileNotWritten: The system did not let us.
        """
        texts = [(type(deed).__name__, as_text(deed)) for deed in deeds]
        lines = [(kind, text.facts, text.personal) for kind, text in texts]
        self._write(run, _PAPERS, pdf)
        self._write(run, _DEEDS, msgspec.json.encode(lines))

    def papers(self, run: PrintRun) -> Path:
        """Give the place of a run's PDF; it may be gone."""
        return self._file(run, _PAPERS)

    def deeds(self, run: PrintRun, kinds: Kinds) -> tuple[Deed, ...]:
        """Read what is to be noted once a run came out; nothing if its papers were dropped."""
        try:
            written = self._file(run, _DEEDS).read_bytes()
        except FileNotFoundError:
            return ()
        lines = msgspec.json.decode(written, type=list[tuple[str, str, str]])
        return tuple(from_text(kinds[kind], facts, personal) for kind, facts, personal in lines)

    def drop_papers(self, run: PrintRun) -> None:
        """Remove a run's papers. Its record stays."""
        for ending in (_DEEDS, _PAPERS):
            self._file(run, ending).unlink(missing_ok=True)

    def forget(self, run: PrintRun) -> None:
        """Remove all that is kept of a run."""
        self._file(run, _RECORD).unlink(missing_ok=True)
        self.drop_papers(run)

    def sweep(self, now: datetime) -> None:
        """Remove what is old, and papers whose record was never written.

        What was open for so long belongs to an event that nobody has opened since.
        """
        done = 0
        runs = self.runs()
        for run in runs:
            done += run.state is JobState.DONE
            is_old = now - (run.ended_at or run.handed_over_at) > KEPT
            if is_old or (run.state is JobState.DONE and done > MOST_DONE):
                self.forget(run)
        known = {run.id.hex for run in runs}
        for file in self.folder.glob("*" + _PAPERS):
            if file.stem.partition(".")[0] not in known:
                file.unlink(missing_ok=True)
                file.with_suffix(_DEEDS).unlink(missing_ok=True)

    def _records(self) -> Iterator[PrintRun]:
        for file in self.folder.glob("*" + _RECORD):
            # Another window may have removed it, and no hand but ours writes here.
            with suppress(FileNotFoundError, msgspec.DecodeError):
                yield msgspec.json.decode(file.read_bytes(), type=PrintRun)

    def _write(self, run: PrintRun, ending: str, content: bytes) -> None:
        with written_whole(self._file(run, ending)) as stream:
            stream.write(content)

    def _file(self, run: PrintRun, ending: str) -> Path:
        return self.folder / f"{run.id.hex}{ending}"
