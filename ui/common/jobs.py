"""Work off the GUI thread, and back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from app.errors import DeskError
from app.progress import Cancelled, Progress, Report

T = TypeVar("T")


class JobView(Protocol):
    """What shows a job: a strip, a page, a dialog. Called on the GUI thread only."""

    def job_started(self, cancel: Callable[[], None]) -> None:
        """Show that something is under way. ``cancel`` stops it at its next report."""

    def job_progressed(self, progress: Progress) -> None:
        """Show how far it is."""

    def job_refused(self, refusal: DeskError) -> None:
        """Say why it was not done."""

    def job_ended(self) -> None:
        """Show that nothing is under way any more, however it ended."""


class Quiet(QObject):
    """Shows no progress. ``refused`` carries a refusal to whoever wants to say it."""

    refused = Signal(object)

    def job_started(self, cancel: Callable[[], None]) -> None:
        """Show nothing."""

    def job_progressed(self, progress: Progress) -> None:
        """Show nothing."""

    def job_refused(self, refusal: DeskError) -> None:
        """Pass it on."""
        self.refused.emit(refusal)

    def job_ended(self) -> None:
        """Show nothing."""


class Jobs(QObject):
    """A queue of service calls, run one at a time on one worker thread.

    One thread keeps a desk's writes in the order of its clicks. The program has two queues,
    so that a badge scan never waits for an import. A ``DeskError`` goes to the job's view; any
    other exception is a bug and is raised again on the GUI thread, where the crash dialog
    waits for it. A view that is gone by then is not called.
    """

    _posted = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._closing = Event()
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[Report], T], *, view: JobView, then: Callable[[T], None]) -> None:
        """Run ``work`` soon; call ``then`` with its result unless it is refused or stopped.

        Once the queue is closed nothing is begun any more.
        """
        if self._closing.is_set():
            return
        stopped = Event()
        post = partial(self._post, view)

        def report(progress: Progress) -> None:
            if stopped.is_set() or self._closing.is_set():
                raise Cancelled
            post(partial(view.job_progressed, progress))

        def body() -> None:
            post(view.job_ended, *_outcome(work, report, view, then))

        view.job_started(cancel=stopped.set)
        self._worker.submit(body)

    def close(self) -> None:
        """Stop what is under way at its next report, and wait for it."""
        self._closing.set()
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _post(self, view: JobView, *calls: Callable[[], None]) -> None:
        self._posted.emit((view, calls))

    def _deliver(self, posted: tuple[JobView, tuple[Callable[[], None], ...]]) -> None:
        view, calls = posted
        for call in calls:
            if isinstance(view, QObject) and not isValid(view):
                return
            call()


def _outcome(
    work: Callable[[Report], T], report: Report, view: JobView, then: Callable[[T], None]
) -> tuple[Callable[[], None], ...]:
    """Do the work, and give what the GUI thread is to call with what came of it."""
    try:
        return (partial(then, work(report)),)
    except Cancelled:
        return ()
    except DeskError as refusal:
        return (partial(view.job_refused, refusal),)
    except Exception as bug:  # noqa: BLE001 - handed over, not swallowed
        return (partial(_raise, bug),)


def _raise(bug: Exception) -> None:
    raise bug
