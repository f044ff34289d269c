from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.delegates.person import UnknownDelegate
from app.errors import DeskError
from app.progress import Progress, Report
from ui.common.jobs import Jobs


class Watching(QObject):
    """A view that writes down what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.cancel: Callable[[], None] = lambda: None

    def job_started(self, cancel: Callable[[], None]) -> None:
        self.cancel = cancel
        self.heard.append("started")

    def job_progressed(self, progress: Progress) -> None:
        self.heard.append(progress.done)

    def job_refused(self, refusal: DeskError) -> None:
        self.heard.append(refusal)

    def job_ended(self) -> None:
        self.heard.append("ended")


def _echo(number: int, _report: Report) -> int:
    return number


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    queue = Jobs("test")
    yield queue
    queue.close()


def test_a_result_comes_back_after_the_end_is_said(jobs: Jobs, qtbot: QtBot) -> None:
    view = Watching()

    jobs.run(lambda _report: 6 * 7, view=view, then=view.heard.append)

    qtbot.waitUntil(lambda: view.heard == ["started", "ended", 42])


def test_jobs_run_one_after_the_other(jobs: Jobs, qtbot: QtBot) -> None:
    view = Watching()
    done: list[int] = []
    for number in range(20):
        jobs.run(partial(_echo, number), view=view, then=done.append)

    qtbot.waitUntil(lambda: len(done) == 20)
    assert done == list(range(20))


def test_progress_is_told(jobs: Jobs, qtbot: QtBot) -> None:
    view = Watching()

    def work(report: Report) -> None:
        report(Progress(1, 2))
        report(Progress(2, 2))

    jobs.run(work, view=view, then=lambda _none: None)

    qtbot.waitUntil(lambda: view.heard == ["started", 1, 2, "ended"])


def test_a_refusal_goes_to_the_view_and_not_to_then(jobs: Jobs, qtbot: QtBot) -> None:
    view = Watching()

    def work(_report: Report) -> None:
        raise UnknownDelegate("B-7")

    jobs.run(work, view=view, then=view.heard.append)

    qtbot.waitUntil(lambda: len(view.heard) == 3)
    refusal = view.heard[2]
    assert isinstance(refusal, UnknownDelegate)
    assert refusal.delegate == "B-7"


def test_work_is_stopped_at_its_next_report(jobs: Jobs, qtbot: QtBot) -> None:
    view, goes_on = Watching(), Event()

    def work(report: Report) -> None:
        while True:
            report(Progress(1, 2))
            goes_on.wait(0.01)

    jobs.run(work, view=view, then=view.heard.append)
    qtbot.waitUntil(lambda: 1 in view.heard)
    view.cancel()

    qtbot.waitUntil(lambda: view.heard[-1] == "ended")


def test_a_bug_is_raised_where_the_crash_dialog_waits(jobs: Jobs, qtbot: QtBot) -> None:
    view = Watching()

    def work(_report: Report) -> None:
        raise ZeroDivisionError

    with capture_exceptions() as caught:
        jobs.run(work, view=view, then=view.heard.append)
        qtbot.waitUntil(lambda: bool(caught))

    assert caught[0][0] is ZeroDivisionError
    assert view.heard == ["started", "ended"]


def test_a_view_that_is_gone_is_not_called(jobs: Jobs, qtbot: QtBot) -> None:
    view, may_end = Watching(), Event()
    called: list[bool] = []
    jobs.run(lambda _report: may_end.wait(5), view=view, then=called.append)
    delete(view)
    may_end.set()

    other = Watching()
    jobs.run(lambda _report: None, view=other, then=other.heard.append)

    qtbot.waitUntil(lambda: len(other.heard) == 3)
    assert called == []


def test_a_closed_queue_begins_nothing(jobs: Jobs) -> None:
    view = Watching()
    jobs.close()

    jobs.run(lambda _report: 1, view=view, then=view.heard.append)

    assert view.heard == []
