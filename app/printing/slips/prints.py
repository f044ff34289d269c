"""Prints change slips: versions of the schedule of a day, so their codes tell whether they hold.

Importing this loads ReportLab: callers import it where they print.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from app.floor.telling import ahead, first_of
from app.floor.tellings import Tellings
from app.floor.watching import DayReader
from app.journal.journal import Journal, Unit
from app.journal.parts import write_in_parts
from app.printing.deeds import ScheduleIssued
from app.printing.jobs import keep_from_event
from app.printing.refusals import Unprintable
from app.printing.schedules.changes import LineChange
from app.printing.schedules.faces import FaceMaker
from app.printing.schedules.prints import SchedulePrints
from app.printing.schedules.wanted import Wanted, Wishing
from app.printing.schedules.wishes import DrawnSchedules, DrawnSheet, ScheduleWish
from app.printing.slips.drawing import write_slips
from app.printing.slips.faces import slip_face
from app.printing.slips.wishes import SLIP_PAPERS, NoSlipToPrint, SlipWish
from app.printing.wishes import Preview
from app.progress import Report, unheard

Changes = Mapping[UUID, Sequence[LineChange]]


@dataclass(frozen=True, slots=True)
class SlipsPrinted:
    """What came out: ``items`` slips on ``pages``, of these delegates in their order."""

    file: Path
    pages: int
    items: int
    delegates: tuple[UUID, ...]
    unprintable: tuple[Unprintable, ...]


class SlipPrints:
    """Prints slips of a running day. Whoever holds no paper reads what changed since they came."""

    def __init__(self, journal: Journal, reader: DayReader, tellings: Tellings) -> None:
        self._journal, self._reader, self._tellings = journal, reader, tellings
        self.schedules = SchedulePrints(journal)

    def run(self, wish: SlipWish, file: Path, report: Report = unheard) -> SlipsPrinted:
        """Write the slips as a PDF, then note each as printed.

        Raises:
            FileNotWritten: The file can't be written, or is the event itself. Nothing was
                noted as printed.
            NoSlipToPrint, NotYetAccepted, Cancelled: As for ``draw``. No file was written.
        """
        keep_from_event(self._journal, file)
        drawn = self.draw(wish, report)
        self.schedules.save(drawn, file)
        self.schedules.note(drawn)
        delegates = tuple(each.delegate for each in drawn.sheets)
        return SlipsPrinted(file, drawn.pages, drawn.items, delegates, drawn.unprintable)

    def draw(self, wish: SlipWish, report: Report = unheard) -> DrawnSchedules:
        """Draw the slips, most urgent first, and note nothing: they are not on paper yet.

        Named delegates for whom nothing has changed get none.

        Raises:
            NoSlipToPrint: Nothing has changed for anybody who was meant.
            NotYetAccepted: A named delegate may not have one.
            Cancelled: ``report`` stopped it.
        """
        slips = self._slips(wish)
        self._make_versions(wish, list(slips))
        with self._journal.reading() as session:
            wishing = _wishing(session, wish, tuple(slips))
            wanted = _in_order(wishing, slips)
            pdf, pages, unprintable = self._pages(wishing, wish, wanted, slips, report)
        sheets = tuple(
            DrawnSheet(each.sheet.id, each.person.id, each.sheet.version)
            for each in wanted
            if each.sheet
        )
        return DrawnSchedules(pdf, pages, sheets, unprintable)

    def preview(self, wish: SlipWish) -> Preview:
        """Draw the first one that ``draw`` would; makes no version. Refuses as ``draw``."""
        slips = self._slips(wish)
        with self._journal.reading() as session:
            wishing = _wishing(session, wish, tuple(slips))
            wanted = _in_order(wishing, slips)
            pdf, pages, unprintable = self._pages(wishing, wish, wanted[:1], slips, unheard)
        return Preview(pdf, pages, len(wanted), unprintable)

    def _slips(self, wish: SlipWish) -> Changes:
        """Give what has changed for each who gets a slip, most urgent first."""
        # What corrects a paper starts from what that says, and needs nobody else to be read.
        slips = dict(self._on_paper(wish)) if wish.delegates else {}
        if len(slips) < len(wish.delegates) or not wish.delegates:
            day = self._reader.read(wish.day)
            for each in self._tellings.to_tell(day):
                if not wish.delegates or each.person.who.id in wish.delegates:
                    slips.setdefault(each.person.who.id, each.changes)
        if not slips:
            raise NoSlipToPrint(len(wish.delegates))
        return dict(sorted(slips.items(), key=lambda slip: first_of(slip[1])))

    def _on_paper(self, wish: SlipWish) -> Iterator[tuple[UUID, Sequence[LineChange]]]:
        now = self._journal.said_at or self._journal.clock()
        with self._journal.reading() as session:
            wishing = _wishing(session, wish, wish.delegates)
            for each in wishing.wanted():
                if found := ahead(wishing.changes(each), now):
                    yield each.person.id, found

    def _make_versions(self, wish: SlipWish, delegates: Sequence[UUID]) -> None:
        """Make a version of each slip that says something new, just when it is written."""

        def versions(
            session: Session, part: Sequence[UUID], _others_wrote: bool
        ) -> list[ScheduleIssued]:
            wishing = _wishing(session, wish, tuple(part))
            return list(wishing.issues(wishing.wanted()))

        for _done in write_in_parts(self._journal, Unit(uuid4()), delegates, versions):
            pass

    def _pages(
        self,
        wishing: Wishing,
        wish: SlipWish,
        wanted: Sequence[Wanted],
        slips: Changes,
        report: Report,
    ) -> tuple[bytes, int, tuple[Unprintable, ...]]:
        maker, now = FaceMaker(wishing.facts.zone), self._journal.clock()
        faces = [
            slip_face(maker, each.person, slips[each.person.id], wishing.edition(each, now))
            for each in wanted
        ]
        file = io.BytesIO()
        pages = write_slips(file, faces, wishing.facts.name, SLIP_PAPERS[wish.paper], report)
        return file.getvalue(), pages, maker.unprintable


def _wishing(session: Session, wish: SlipWish, delegates: tuple[UUID, ...]) -> Wishing:
    return Wishing(session, ScheduleWish(day=wish.day, delegates=delegates))


def _in_order(wishing: Wishing, slips: Changes) -> list[Wanted]:
    place = {each: at for at, each in enumerate(slips)}
    return sorted(wishing.wanted(), key=lambda each: place[each.person.id])
