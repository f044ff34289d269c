"""A sample event, as if it began today."""

from __future__ import annotations

from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from app.desks import Desks
from app.event.sample import SAMPLES, read_sample
from app.files import make_folder
from app.meetings.importing.imports import What
from app.places import events_folder, free_place
from app.progress import Report
from app.samples.filling import Filling
from app.samples.moved import moved

_EARLY = 5
"""The hour at which everything is ready."""


def make_sample(desks: Desks, name: str, report: Report) -> Path:
    """Make a sample event under a free name; see ``Starting``."""
    sample = read_sample(SAMPLES / name)
    now = desks.clock().astimezone(ZoneInfo(sample.order.timezone))
    # It is made as of the early morning: what had begun by now could not be planned any more.
    made_at = min(now, now.replace(hour=_EARLY, minute=0, second=0, microsecond=0))
    desks = replace(desks, clock=lambda: made_at)
    with ExitStack() as unless_it_is_whole, TemporaryDirectory(prefix="matchdesk-") as folder:
        sample = moved(sample, now.date(), Path(folder))
        file = free_place(events_folder(), sample.order.name)
        make_folder(file.parent)
        unless_it_is_whole.callback(_remove, file)
        with closing(desks.make(file, sample.order)) as event:
            _fill(Filling(event, sample, report))
        unless_it_is_whole.pop_all()
    return file


def _fill(filling: Filling) -> None:
    """Take all steps up to the morning of the first day."""
    filling.limit()
    filling.register()
    filling.decide()
    for _gone in filling.withdraw():
        pass
    filling.programme()
    filling.lists(What.REQUESTS)
    filling.lists(What.MEETINGS)
    filling.visits()
    filling.sign_up()
    filling.allot()
    filling.plan()
    for _rounds in filling.rounds():
        pass
    for _speeches in filling.speeches():
        pass


def _remove(file: Path) -> None:
    """Remove an event that nobody has seen yet."""
    for end in ("", "-wal", "-shm", "-work"):
        file.with_name(file.name + end).unlink(missing_ok=True)
