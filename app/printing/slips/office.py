"""Everything that a window asks and does about who must be told, and their slips.

Light to import: what draws is loaded at the first call, off the window's thread.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from app.event.facts import event_facts
from app.event.logo import event_logo
from app.floor.telling import ToTell
from app.floor.tellings import Noted, Tellings
from app.floor.watching import DayReader
from app.journal.journal import Journal
from app.printing.prints import Prints
from app.printing.slips.wishes import SlipWish

if TYPE_CHECKING:
    from app.printing.slips.maker import SlipMaker


class SlipOffice(Prints[SlipWish]):
    """Prints slips, as ``SlipMaker`` draws them, and the announcer's list.

    It finds who must be told on a day, and notes who was.
    """

    def __init__(self, journal: Journal, reader: DayReader, tellings: Tellings) -> None:
        super().__init__(journal, self._slips)
        self.reader, self.tellings = reader, tellings

    def to_tell(self, day: date) -> tuple[ToTell, ...]:
        """Give everybody who must be told, as ``Tellings.to_tell`` does."""
        return self.tellings.to_tell(self.reader.read(day))

    def get_slips(self, day: date) -> tuple[UUID, ...]:
        """Give who gets a slip: who must be told, and whose paper is wrong beside meetings."""
        from app.printing.slips.besides import besides_meetings  # noqa: PLC0415

        told = [each.person.who.id for each in self.to_tell(day)]
        with self.journal.reading() as session:
            besides = besides_meetings(session, day, self.journal.now)
        return tuple(dict.fromkeys((*told, *besides)))

    def since(self, day: date, instant: datetime) -> tuple[ToTell, ...]:
        """Give everybody who is concerned since then, as ``Tellings.since`` does."""
        return self.tellings.since(self.reader.read(day), instant)

    def tell(self, day: date, delegates: Collection[UUID]) -> Noted:
        """Note that people were told by word, as ``Tellings.tell`` does."""
        return self.tellings.tell(self.reader.read(day), delegates)

    def write_list(self, day: date, found: Collection[ToTell], file: Path) -> None:
        """Write the announcer's list as a PDF.

        Raises:
            FileNotWritten: The file can't be written, or is the event itself.
        """
        from app.printing.press import press  # noqa: PLC0415
        from app.printing.slips.announcing import list_document  # noqa: PLC0415

        with self.journal.reading() as session:
            facts, logo = event_facts(session), event_logo(session)
        now = self.journal.now
        document = list_document(facts, day, tuple(found), now.astimezone(facts.zone))
        self.save(press(replace(document, logo=logo)), file)

    def _slips(self) -> SlipMaker:
        from app.printing.slips.maker import SlipMaker  # noqa: PLC0415

        return SlipMaker(self.journal, self.reader, self.tellings)


def slip_office(journal: Journal) -> SlipOffice:
    """Give the office of an event; it reads the day for itself."""
    return SlipOffice(journal, DayReader(journal), Tellings(journal))
