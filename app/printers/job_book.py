"""What a program that prints by itself remembers of its jobs, beyond its own end.

A print service such as CUPS remembers for us. Where pages are put on paper by this program, one
that is started later has to know what had come out. Each that writes holds a lock as long as it
lives, so that others can tell a job that goes on from one that was broken off.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import msgspec
from filelock import FileLock, Timeout

from app.files import make_folder, written_whole
from app.printers.port import Job, JobState, Trouble
from app.printers.runs import KEPT

_RECORD, _STOP, _LOCK = ".json", ".stop", ".lock"
_BROKEN = {JobState.WAITING: Trouble.BROKEN_OFF, JobState.PRINTING: Trouble.CUT_SHORT}
"""What is known of a job whose program ended, by how far it was."""


@dataclass(frozen=True, slots=True)
class KeptJob:
    """A job, whose ``printer`` it is for, and ``by`` which program it comes out."""

    job: Job
    printer: str
    by: str


@dataclass(slots=True)
class JobBook:
    """The jobs of this program and of those before it and beside it, in a folder of their own."""

    folder: Path
    program: str = field(default_factory=lambda: uuid4().hex)
    _alive: FileLock | None = None

    def open(self, now: datetime) -> None:
        """Begin to write, and remove what is old.

        Raises:
            FileNotWritten: The system did not let us make the folder.
        """
        if self._alive is None:
            make_folder(self.folder)
            self._sweep(now)
            self._alive = FileLock(self._lock(self.program), thread_local=False)
            self._alive.acquire()

    def close(self) -> None:
        """End. What is open now was broken off."""
        if self._alive is not None:
            self._alive.release()

    def keep(self, job: Job, printer: str) -> None:
        """Write how a job of this program stands.

        Raises:
            FileNotWritten: The system did not let us.
        """
        with written_whole(self._file(job.id, _RECORD)) as stream:
            stream.write(msgspec.json.encode(KeptJob(job, printer, self.program)))

    def named(self, job: str) -> KeptJob | None:
        """Find a job, and give it as it stands; one that was broken off has failed."""
        kept = self._read(self._file(job, _RECORD))
        if kept is None or not kept.job.state.is_open or self._lives(kept.by):
            return kept
        # It may have ended between the two looks.
        kept = self._read(self._file(job, _RECORD)) or kept
        trouble = _BROKEN.get(kept.job.state)
        if trouble is None:
            return kept
        return replace(
            kept, job=replace(kept.job, state=JobState.FAILED, troubles=(trouble,), ended_at=None)
        )

    def titled(self, printer: str, title: str) -> str:
        """Find a printer's job by its title; blank if there is none."""
        found = (
            kept.job.id
            for kept in self._every()
            if kept.printer == printer and kept.job.title == title
        )
        return next(found, "")

    def ask_to_stop(self, job: str) -> None:
        """Let whoever prints a job hear that it is to stop.

        Raises:
            OSError: The system did not let us.
        """
        self._file(job, _STOP).touch()

    def is_to_stop(self, job: str) -> bool:
        """Tell whether somebody asked for that."""
        return self._file(job, _STOP).exists()

    def _every(self) -> Iterator[KeptJob]:
        for file in self.folder.glob("*" + _RECORD):
            if kept := self._read(file):
                yield kept

    def _read(self, file: Path) -> KeptJob | None:
        with suppress(FileNotFoundError, msgspec.DecodeError):
            return msgspec.json.decode(file.read_bytes(), type=KeptJob)
        return None

    def _lives(self, program: str) -> bool:
        if program == self.program:
            return True
        file = self._lock(program)
        if not file.exists():
            return False
        lock = FileLock(file, timeout=0)
        try:
            lock.acquire()
        except Timeout:
            return True
        lock.release()
        return False

    def _sweep(self, now: datetime) -> None:
        oldest = (now - KEPT).timestamp()
        for file in self.folder.iterdir():
            is_ours = file.suffix in {_RECORD, _STOP, _LOCK}
            if is_ours and file.stat().st_mtime < oldest and not self._lives(file.stem):
                file.unlink(missing_ok=True)

    def _lock(self, program: str) -> Path:
        return self._file(program, _LOCK)

    def _file(self, name: str, ending: str) -> Path:
        return self.folder / f"{name}{ending}"
