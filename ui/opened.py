"""An open event, with all that its pages need."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from app.aside import Aside
from app.checkin.reception import Reception
from app.clock import Clock
from app.desks import Desks, OpenEvent
from app.event.facts import EventFacts, event_facts
from app.event.slots import SlotTimes, slots_of
from app.journal.journal import Changes
from app.printers.port import Printers
from app.printing.office import PrintOffice
from app.settings import Settings, load_settings
from app.starting import Starting
from ui.printing.system_printers import system_printers


@dataclass(frozen=True, slots=True)
class Opened:
    """An event that is open in this window, and what was read of it while it was opened."""

    event: OpenEvent
    facts: EventFacts
    slots: tuple[SlotTimes, ...]
    settings: Settings
    file: Path
    aside: Aside
    afterwards: Callable[[], None] = lambda: None
    """What is done once it is closed."""
    printers: Callable[[], Printers] = system_printers
    """Gives the print service; called on the window's thread."""

    def close(self) -> None:
        """Close the event. Not for the GUI thread, unless the window closes."""
        self.event.close()
        self.afterwards()

    @property
    def warning(self) -> str:
        """What whoever opened it should not miss; blank if there is nothing."""
        said = []
        if self.event.left:
            said.append(
                "Work that broke off last time is taken back, but for what somebody has built "
                f"on since: {len(self.event.left)} entries stayed. Look at them under Delegates."
            )
        if self.event.scarce_room is not None:
            said.append(
                f"Only {self.event.scarce_room / 1e6:,.0f} MB are free on this disk. Make room "
                "before the day begins: nothing can be saved on a full disk."
            )
        return " ".join(said)

    @property
    def reception(self) -> Reception:
        """What the Desk asks and does."""
        return Reception(self.event.journal, self.event.letters)

    @property
    def print_office(self) -> PrintOffice:
        """What printing badges asks and does."""
        return PrintOffice(self.event.journal)


Heard = Callable[[Changes], None]
Opener = Callable[[Path, Clock, Heard], Opened]
"""Opens a file by a clock, and lets be heard what is written. Not for the GUI thread."""


def open_event(file: Path, clock: Clock, on_change: Heard, *, is_remembered: bool = True) -> Opened:
    """Open an event as this desk, and remember that it was open. Not for the GUI thread.

    Raises:
        StorageRefused: It can't be opened.
        NoEvent: Making it was broken off.
        SettingsUnreadable: This desk does not know who it is.
    """
    settings = load_settings()
    desks = Desks(settings, clock, on_change)
    event = desks.open(file)
    with ExitStack() as unless_it_opens:
        unless_it_opens.callback(event.close)
        event.hold_room()
        with event.journal.reading() as session:
            facts = event_facts(session)
        slots = slots_of(event.journal)
        if is_remembered:
            Starting(desks).remember(file)
        unless_it_opens.pop_all()
    return Opened(event, facts, slots, settings, file, Aside(event.journal, settings, on_change))
