"""The sample event, as if it began today."""

from __future__ import annotations

from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from app.delegates.importing.imports import ImportOrder, Imports
from app.desks import Desks, OpenEvent
from app.event.making import BlockOrder, EventOrder
from app.event.sample import SAMPLES, Sample, read_sample
from app.files import make_folder
from app.meetings.importing.imports import MeetingImports, What
from app.places import events_folder, free_place
from app.progress import Report

SAMPLE = "cluster-matchmaking-days"


def make_sample(desks: Desks, report: Report) -> Path:
    """Make the sample event under a free name; see ``Starting``."""
    sample = read_sample(SAMPLES / SAMPLE)
    today = desks.clock().astimezone(ZoneInfo(sample.order.timezone)).date()
    order = _moved(sample.order, today)
    file = free_place(events_folder(), order.name)
    make_folder(file.parent)
    with ExitStack() as unless_it_is_whole:
        unless_it_is_whole.callback(_remove, file)
        with closing(desks.make(file, order)) as event:
            _fill(event, sample, today, report)
        unless_it_is_whole.pop_all()
    return file


def _fill(event: OpenEvent, sample: Sample, first: date, report: Report) -> None:
    """Import the lists of a sample that begins on a day."""
    people = Imports(event.journal, event.letters)
    for each in sample.registrations:
        people.run(each, ImportOrder(), report)
    meetings = MeetingImports(event.journal, event.letters)
    for each in sample.requests:
        meetings.run(What.REQUESTS, each, ImportOrder(), report)
    with TemporaryDirectory(prefix="matchdesk-") as folder:
        for each in sample.meetings:
            moved = Path(folder, each.name)
            moved.write_text(_with_dates_moved(each, sample.order, first), encoding="utf-8")
            meetings.run(What.MEETINGS, moved, ImportOrder(), report)


def _with_dates_moved(file: Path, order: EventOrder, first: date) -> str:
    text = file.read_text(encoding="utf-8")
    by = first - min(order.days)
    # The last day first, or a day that was moved would be moved again.
    for day in sorted(order.days, reverse=by > timedelta(0)):
        text = text.replace(day.isoformat(), (day + by).isoformat())
    return text


def _moved(order: EventOrder, first: date) -> EventOrder:
    by = first - min(order.days)
    blocks = (
        BlockOrder(block.starts, block.ends, block.day and block.day + by) for block in order.blocks
    )
    return replace(order, days=tuple(day + by for day in order.days), blocks=tuple(blocks))


def _remove(file: Path) -> None:
    """Remove an event that nobody has seen yet."""
    for end in ("", "-wal", "-shm"):
        file.with_name(file.name + end).unlink(missing_ok=True)
