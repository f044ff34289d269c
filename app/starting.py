"""Beginning with an event: which were open before, a new one, the sample."""

from __future__ import annotations

import zoneinfo
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from app.delegates.importing.imports import ImportOrder, Imports
from app.desks import Desks, OpenEvent
from app.event.deeds import SlotPlanned
from app.event.making import BlockOrder, EventOrder, event_deeds
from app.event.sample import SAMPLES, Sample, read_sample
from app.files import make_folder
from app.meetings.importing.imports import MeetingImports, What
from app.places import events_folder, free_place
from app.progress import Report, unheard
from app.recents import RecentEvent, recent_events, with_opened, without
from app.settings import change_settings, load_settings

SAMPLE = "cluster-matchmaking-days"


@dataclass(frozen=True, slots=True)
class Starting:
    """What a desk can do while it has no event open."""

    desks: Desks

    def recents(self) -> tuple[RecentEvent, ...]:
        """Look at the events that were open before, the latest first."""
        return recent_events(load_settings())

    def remember(self, file: Path) -> None:
        """Put an event first in that list."""
        change_settings(partial(with_opened, file=file, at=self.desks.clock()))

    def forget(self, file: Path) -> None:
        """Take an event off that list. Its file stays."""
        change_settings(partial(without, file=file))

    def time_zones(self) -> tuple[str, ...]:
        """Give the IANA names that people know, those of places."""
        names = zoneinfo.available_timezones()
        return tuple(sorted(name for name in names if "/" in name and name[:3] != "Etc"))

    def place_for(self, name: str) -> Path:
        """Give a file for a new event of this name, which does not exist yet."""
        return free_place(events_folder(), name)

    def slots(self, order: EventOrder) -> int:
        """See whether an event can be made so, and count its slots.

        Raises:
            EventNotPossible: The order makes no sense.
        """
        return sum(isinstance(deed, SlotPlanned) for deed in event_deeds(order))

    def make(self, file: Path, order: EventOrder) -> Path:
        """Make an event, and leave it closed.

        Raises:
            EventNotPossible: The order makes no sense.
            FileNotWritten: Its folder can't be made.
            StorageRefused: The file can't be made.
        """
        make_folder(file.parent)
        self.desks.make(file, order).close()
        return file

    def make_sample(self, report: Report = unheard) -> Path:
        """Make the sample event under a free name, as if it began today.

        Raises:
            Cancelled: ``report`` stopped it. No file is left.
            DeskError: As ``make``, or as an import.
        """
        sample = read_sample(SAMPLES / SAMPLE)
        today = self.desks.clock().astimezone(ZoneInfo(sample.order.timezone)).date()
        order = _moved(sample.order, today)
        file = free_place(events_folder(), order.name)
        make_folder(file.parent)
        with ExitStack() as unless_it_is_whole:
            unless_it_is_whole.callback(_remove, file)
            with closing(self.desks.make(file, order)) as event:
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
