"""Beginning with an event: which were open before, a new one, a sample."""

from __future__ import annotations

import zoneinfo
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.desks import Desks
from app.event.deeds import SlotPlanned
from app.event.making import EventOrder, event_deeds
from app.event.sample import SAMPLE, SampleTold, samples_told
from app.files import make_folder
from app.places import events_folder, free_place
from app.progress import Report, unheard
from app.recents import RecentEvent, recent_events, with_opened, without
from app.settings import change_settings, load_settings
from app.storage import storage_refusals
from db.backup import bring_event


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

    def bring_here(self, file: Path) -> Path:
        """Copy an event to this computer, checked and under a free name; the first one stays.

        Raises:
            FileNotWritten: The folder for events can't be made.
            StorageRefused: It is open somewhere, can't be read, or can't be written here.
        """
        target = free_place(events_folder(), file.stem)
        make_folder(target.parent)
        with storage_refusals():
            return bring_event(file, target).file

    def samples(self) -> tuple[SampleTold, ...]:
        """Tell of the samples that can be made.

        Raises:
            DescriptionUnreadable: What describes one is not there, or damaged.
        """
        return samples_told()

    def make_sample(self, report: Report = unheard, name: str = SAMPLE) -> Path:
        """Make a sample event under a free name, as if it began today.

        Raises:
            Cancelled: ``report`` stopped it. No file is left.
            DeskError: As ``make``, or as an import.
        """
        # The lists of the sample are imported, and what imports takes long to load.
        from app.samples.making import make_sample  # noqa: PLC0415

        return make_sample(self.desks, name, report)
