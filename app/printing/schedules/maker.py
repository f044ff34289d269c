"""Makes schedules out of wishes. The same version has the same code, however often it is printed.

Importing this loads ReportLab: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.journal.journal import Journal
from app.printing.a4 import PAGE
from app.printing.badge_maker import occasion_of
from app.printing.deeds import SchedulePrinted
from app.printing.document import Document, Draw, Part
from app.printing.drawn import Counts, Drawn, Preview
from app.printing.fonts import as_printed
from app.printing.press import press
from app.printing.refusals import NoScheduleToPrint
from app.printing.schedules.drawing import ScheduleDrawing
from app.printing.schedules.faces import FaceMaker
from app.printing.schedules.wanted import Wanted, Wishing, make_versions
from app.printing.schedules.wishes import ScheduleWish
from app.progress import Report, unheard


@dataclass(frozen=True, slots=True)
class ScheduleMaker:
    """What no font can print stands there as a badge number."""

    journal: Journal

    def draw(self, wish: ScheduleWish, report: Report = unheard) -> Drawn:
        """Draw the schedules, in the order of family names.

        What says something else than every version before gets a new one. Who has no meetings
        gets a paper only if they are named, or have one from before.

        Raises:
            NoScheduleToPrint: No schedule fits the wish.
            NotYetAccepted: A named delegate may not have one.
            Cancelled: ``report`` stopped it.
        """
        with self.journal.reading() as session:
            lacking = [
                each.person.id for each in _some(Wishing(session, wish), wish) if not each.sheet
            ]
        make_versions(self.journal, lacking, wish.day)
        with self.journal.reading() as session:
            wishing = Wishing(session, wish)
            wanted = [each for each in _some(wishing, wish) if each.sheet]
            return press(self._document(wishing, wish, wanted), report)

    def preview(self, wish: ScheduleWish, at: int = 0) -> Preview:
        """Draw one of those that ``draw`` would; makes no version. Refuses as ``draw``.

        The ``pages`` are those of this one.
        """
        with self.journal.reading() as session:
            wishing = Wishing(session, wish)
            wanted = _some(wishing, wish)
            at = min(at, len(wanted) - 1)
            one = press(self._document(wishing, wish, wanted[at : at + 1]))
        return Preview(one.pdf, one.pages, len(wanted), one.unprintable, len(wanted), at)

    def counts(self, day: date | None = None) -> Counts:
        """Count the schedules that may be wanted, of one day or of all."""
        with self.journal.reading() as session:
            return Wishing(session, ScheduleWish(day=day)).counts()

    def _document(self, wishing: Wishing, wish: ScheduleWish, wanted: Sequence[Wanted]) -> Document:
        maker, now = FaceMaker(wishing.facts.zone), self.journal.clock()
        faces = [
            maker.face(each.person, each.days, wish.day, wishing.edition(each, now))
            for each in wanted
        ]
        occasion = occasion_of(wishing.facts)
        drawing = ScheduleDrawing(occasion)
        return Document(
            title=as_printed(occasion.event),
            page=PAGE,
            items=len(faces),
            parts=(
                version_part(each, drawing.pages(face))
                for each, face in zip(wanted, faces, strict=True)
            ),
            unprintable=maker.unprintable,
            logo=wishing.logo,
        )


def version_part(wanted: Wanted, pages: Sequence[Draw]) -> Part:
    """Put the pages of one version together; of a specimen, there is nothing to note."""
    sheet = wanted.sheet
    if sheet is None:
        return Part(pages)
    return Part(pages, (SchedulePrinted(sheet.id, wanted.person.id),), sheet.version)


def _some(wishing: Wishing, wish: ScheduleWish) -> list[Wanted]:
    wanted = wishing.wanted()
    if not wanted:
        raise NoScheduleToPrint(wish.only, wishing.printed())
    return wanted
