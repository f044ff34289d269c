"""Everything that a window asks and does about who must be told, and their slips.

Light to import: what draws is loaded at the first call, off the window's thread.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from app.event.facts import event_facts
from app.floor.telling import ToTell
from app.floor.tellings import Noted, Tellings
from app.floor.watching import DayReader
from app.journal.journal import Journal
from app.printing.schedules.wishes import DrawnSchedules
from app.printing.slips.wishes import SlipWish
from app.printing.wishes import Preview
from app.progress import Report, unheard

if TYPE_CHECKING:
    from app.printing.slips.prints import SlipPrints


@dataclass(frozen=True, slots=True)
class SlipOffice:
    """Finds who must be told on a day, notes who was, and draws slips and the announcer's list."""

    journal: Journal
    reader: DayReader
    tellings: Tellings

    def to_tell(self, day: date) -> tuple[ToTell, ...]:
        """Give everybody who must be told, as ``Tellings.to_tell`` does."""
        return self.tellings.to_tell(self.reader.read(day))

    def since(self, day: date, instant: datetime) -> tuple[ToTell, ...]:
        """Give everybody who is concerned since then, as ``Tellings.since`` does."""
        return self.tellings.since(self.reader.read(day), instant)

    def tell(self, day: date, delegates: Collection[UUID]) -> Noted:
        """Note that people were told by word, as ``Tellings.tell`` does."""
        return self.tellings.tell(self.reader.read(day), delegates)

    def preview(self, wish: SlipWish) -> Preview:
        """Draw the first slip, as ``SlipPrints.preview`` does."""
        return self.prints().preview(wish)

    def draw(self, wish: SlipWish, report: Report = unheard) -> DrawnSchedules:
        """Draw slips, as ``SlipPrints.draw`` does."""
        return self.prints().draw(wish, report)

    def save(self, drawn: DrawnSchedules, file: Path) -> None:
        """Write drawn slips to a file, as ``SchedulePrints.save`` does."""
        self.prints().schedules.save(drawn, file)

    def note(self, drawn: DrawnSchedules) -> None:
        """Note drawn slips as printed."""
        self.prints().schedules.note(drawn)

    def write_list(self, day: date, found: Collection[ToTell], file: Path) -> None:
        """Write the announcer's list as a PDF.

        Raises:
            FileNotWritten: The file can't be written, or is the event itself.
        """
        from app.printing.slips.announcing import write_list  # noqa: PLC0415

        with self.journal.reading() as session:
            facts = event_facts(session)
        write_list(self.journal, facts, (day, tuple(found)), file)

    def prints(self) -> SlipPrints:
        """Give what prints slips."""
        from app.printing.slips.prints import SlipPrints  # noqa: PLC0415

        return SlipPrints(self.journal, self.reader, self.tellings)


def slip_office(journal: Journal) -> SlipOffice:
    """Give the office of an event; it reads the day for itself."""
    return SlipOffice(journal, DayReader(journal), Tellings(journal))
