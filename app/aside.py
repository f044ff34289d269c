"""Long work in a process of its own, so that it takes no time from the one with the window.

The child opens the event as the same desk would and calls one function on it. What it writes
it writes itself: if it dies, the work was broken off and is taken back. Orders, answers and
refusals go as pickles, between two processes of this program and nobody else.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, TypeVar, cast

from app.desks import Desks, OpenEvent
from app.errors import DeskError
from app.helpers import WORK_ASIDE
from app.journal.batches import take_back_broken_off
from app.journal.journal import Changes, Journal
from app.progress import Cancelled, Progress, Report, unheard
from app.settings import Settings

T = TypeVar("T")
Work = Callable[[OpenEvent, Report], T]
"""A function of a module, or a partial of one: it must be found again in another process."""

_ROOT = Path(__file__).parents[1]
_START = "import sys; sys.path.insert(0, sys.argv[1]); from app.aside import main; main()"


@dataclass(eq=False)
class BrokeOff(DeskError):
    """The process that did the work died. What it had written is taken back."""

    file: Path


class AsideBug(Exception):
    """A mistake of ours in the other process; the text is its traceback."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Does long work on an event beside the process that has it open.

    ``on_change`` hears of what the work writes.
    """

    journal: Journal
    settings: Settings
    on_change: Callable[[Changes], None] | None = None

    def run(self, work: Work[T], report: Report = unheard) -> T:
        """Run ``work`` in another process and give its answer.

        Raises:
            DeskError: As the work refuses; ``BrokeOff`` if its process dies.
            Cancelled: ``report`` stopped it, and it has left nothing half done.
        """
        child = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # Windows gives a program without a console none, and its child one that breaks.
            stderr=None if sys.__stderr__ else subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        try:
            kind, answer = self._talk(child, work, report)
        finally:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                cast("IO[bytes]", pipe).close()
        if kind == "stopped":
            raise Cancelled
        if kind == "refused":
            raise cast("DeskError", answer)
        if kind == "bug":
            raise AsideBug(answer)
        return cast("T", answer)

    def _talk(
        self, child: subprocess.Popen[bytes], work: Work[T], report: Report
    ) -> tuple[str, Any]:
        told, heard = cast("IO[bytes]", child.stdin), cast("IO[bytes]", child.stdout)
        stopping = False
        try:
            _say(told, (self.journal.database.file, self.settings, work))
            while True:
                kind, said = pickle.load(heard)  # noqa: S301 - our own child
                if kind == "changes" and self.on_change is not None:
                    self.on_change(said)
                elif kind == "progress":
                    stopping = stopping or _stops(report, said)
                    _say(told, stopping)
                elif kind != "changes":
                    return kind, said
        except (EOFError, OSError, pickle.UnpicklingError) as broken:
            child.kill()
            child.wait()
            take_back_broken_off(self.journal)
            raise BrokeOff(self.journal.database.file) from broken


def main() -> None:
    """Be the child: do the one thing asked for on standard input."""
    heard, told = sys.stdin.buffer, sys.stdout.buffer
    # What a library prints must not get among the pickles.
    sys.stdout = sys.stderr
    file, settings, work = pickle.load(heard)  # noqa: S301 - our own parent

    def report(progress: Progress) -> None:
        _say(told, ("progress", progress))
        if pickle.load(heard):  # noqa: S301
            raise Cancelled

    try:
        desks = Desks(settings, on_change=lambda changes: _say(told, ("changes", changes)))
        event = desks.open(file)
        try:
            answer = ("done", work(event, report))
        finally:
            event.close()
    except Cancelled:
        answer = ("stopped", None)
    except DeskError as refusal:
        answer = ("refused", refusal)
    except Exception:  # noqa: BLE001 - handed over, not swallowed
        answer = ("bug", traceback.format_exc())
    _say(told, answer)


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, WORK_ASIDE]
    # -I: nothing of the user's environment or folder gets into the child.
    return [sys.executable, "-I", "-c", _START, str(_ROOT)]


def _stops(report: Report, progress: Progress) -> bool:
    try:
        report(progress)
    except Cancelled:
        return True
    return False


def _say(pipe: IO[bytes], message: Any) -> None:
    pickle.dump(message, pipe)
    pipe.flush()
