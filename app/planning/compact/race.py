"""Two proofs side by side, each in a process of its own; the first to finish ends the race.

What is proved, and its value, is the same however the race goes; which of several best schedules
is given depends on who was first. The clock is looked at here and nowhere else.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from pathlib import Path
from time import monotonic
from typing import Any, cast

from app.planning.compact import cpsat, maxsat
from app.planning.compact.event import Answer, Event, Status, Watch
from app.planning.compact.ground import Ground, News, Tell, ground_of

Proof = Callable[[Ground, Tell], None]

_PROOFS: tuple[Proof, ...] = (maxsat.prove, cpsat.prove)
_LOOK_EVERY = 0.2
_GRACE = 10


def schedule(event: Event, seconds: float, watch: Watch = lambda _: True) -> Answer:
    """Place all meetings with as few breaks as possible; say the best so far when time is over.

    Raises:
        Contradiction: A name stands twice in the event, or is not there.
    """
    end = monotonic() + seconds
    ground = ground_of(event)
    best = _Best(ground)
    if not all(ground.may):
        best.hear(News(closed=True))
        return best.answer()
    with _started(ground, seconds) as runners:
        while runners and not best.closed and monotonic() < end and watch(best.answer()):
            for runner in wait(runners, min(_LOOK_EVERY, max(0.0, end - monotonic()))):
                _listen(cast("Connection", runner), runners, best)
    return best.answer()


class _Best:
    """What is known, from whomever it was heard."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._bound = 0
        self._breaks: int | None = None
        self._slots: tuple[int, ...] = ()
        self.closed = False

    def hear(self, news: News) -> None:
        if news.slots is not None:
            breaks = sum(self._ground.breaks(news.slots))
            if self._breaks is None or breaks < self._breaks:
                self._breaks, self._slots = breaks, news.slots
        self._bound = max(self._bound, news.bound)
        self.closed = self.closed or news.closed or self._bound == self._breaks

    def answer(self) -> Answer:
        if self._breaks is None:
            return Answer(Status.INFEASIBLE if self.closed else Status.UNKNOWN, self._bound)
        return Answer(
            Status.OPTIMAL if self.closed else Status.FEASIBLE,
            self._breaks if self.closed else self._bound,
            self._breaks,
            dict(zip(self._ground.names, self._slots, strict=True)),
        )


@contextmanager
def _started(ground: Ground, seconds: float) -> Iterator[list[Connection]]:
    context = multiprocessing.get_context("spawn")
    processes = []
    ears: list[Connection] = []
    try:
        for proof in _PROOFS:
            # Windows calls a pipe's ends by another name; they can do the same.
            ear, mouth = cast("tuple[Any, Any]", context.Pipe(duplex=False))
            ears.append(ear)
            process = context.Process(
                target=_run, args=(proof, ground, mouth, seconds), daemon=True
            )
            process.start()
            processes.append(process)
            mouth.close()
        yield list(ears)
    finally:
        for process in processes:
            process.kill()
        for process in processes:
            process.join()
            process.close()
        for ear in ears:
            ear.close()


def _listen(runner: Connection, runners: list[Connection], best: _Best) -> None:
    try:
        best.hear(runner.recv())
    except EOFError:  # it came to an end, and not by a proof
        runners.remove(runner)


def _run(proof: Proof, ground: Ground, mouth: Connection, seconds: float) -> None:
    # A solver hears no signal and outlives a parent that was killed: it is ended from within.
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        faulthandler.dump_traceback_later(seconds + _GRACE, exit=True, file=nowhere)
        proof(ground, mouth.send)
