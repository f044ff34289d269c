"""Makes change slips: versions of the schedule of a day, so their codes tell whether they hold.

Importing this loads ReportLab: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from app.floor.telling import ahead, first_of
from app.floor.tellings import Tellings
from app.floor.watching import DayReader
from app.journal.journal import Journal
from app.printing.document import Document
from app.printing.drawn import Drawn, Preview
from app.printing.fonts import as_printed
from app.printing.press import press
from app.printing.schedules.changes import LineChange
from app.printing.schedules.faces import FaceMaker
from app.printing.schedules.maker import version_part
from app.printing.schedules.wanted import Wanted, Wishing, make_versions
from app.printing.schedules.wishes import ScheduleWish
from app.printing.slips.besides import besides_meetings
from app.printing.slips.drawing import SlipDrawing
from app.printing.slips.faces import slip_face
from app.printing.slips.wishes import SLIP_PAPERS, NoSlipToPrint, SlipWish
from app.progress import Report, unheard

Changes = Mapping[UUID, Sequence[LineChange]]


class SlipMaker:
    """Draws slips of a running day. Whoever holds no paper reads what changed since they came.

    What no font can print stands there as a badge number.
    """

    def __init__(self, journal: Journal, reader: DayReader, tellings: Tellings) -> None:
        self._journal, self._reader, self._tellings = journal, reader, tellings

    def draw(self, wish: SlipWish, report: Report = unheard) -> Drawn:
        """Draw the slips, most urgent first.

        Named delegates for whom nothing has changed get none.

        Raises:
            NoSlipToPrint: Nothing has changed for anybody who was meant.
            NotYetAccepted: A named delegate may not have one.
            Cancelled: ``report`` stopped it.
        """
        slips = self._slips(wish)
        make_versions(self._journal, list(slips), wish.day)
        with self._journal.reading() as session:
            wishing = _wishing(session, wish, tuple(slips))
            wanted = [each for each in _in_order(wishing, slips) if each.sheet]
            return press(self._document(wishing, wish, wanted, slips), report)

    def preview(self, wish: SlipWish, at: int = 0) -> Preview:
        """Draw one of those that ``draw`` would; makes no version. Refuses as ``draw``."""
        slips = self._slips(wish)
        with self._journal.reading() as session:
            wishing = _wishing(session, wish, tuple(slips))
            wanted = _in_order(wishing, slips)
            at = min(at, len(wanted) - 1)
            one = press(self._document(wishing, wish, wanted[at : at + 1], slips))
        return Preview(one.pdf, one.pages, len(wanted), one.unprintable, len(wanted), at)

    def _slips(self, wish: SlipWish) -> Changes:
        """Give what has changed for each who gets a slip, most urgent first."""
        # What corrects a paper starts from what that says, and needs nobody else to be read.
        slips = dict(self._on_paper(wish)) if wish.delegates else {}
        if len(slips) < len(wish.delegates) or not wish.delegates:
            day = self._reader.read(wish.day)
            for each in self._tellings.to_tell(day):
                if not wish.delegates or each.person.who.id in wish.delegates:
                    slips.setdefault(each.person.who.id, each.changes)
        if not wish.delegates:
            with self._journal.reading() as session:
                besides = besides_meetings(session, wish.day, self._journal.now)
            for delegate, found in besides.items():
                both = (*slips.get(delegate, ()), *found)
                slips[delegate] = sorted(both, key=lambda each: each.line.starts_at)
        if not slips:
            raise NoSlipToPrint(len(wish.delegates))
        return dict(sorted(slips.items(), key=lambda slip: first_of(slip[1])))

    def _on_paper(self, wish: SlipWish) -> Iterator[tuple[UUID, Sequence[LineChange]]]:
        now = self._journal.now
        with self._journal.reading() as session:
            wishing = _wishing(session, wish, wish.delegates)
            for each in wishing.wanted():
                if found := ahead(wishing.changes(each), now):
                    yield each.person.id, found

    def _document(
        self, wishing: Wishing, wish: SlipWish, wanted: Sequence[Wanted], slips: Changes
    ) -> Document:
        maker, now = FaceMaker(wishing.facts.zone), self._journal.clock()
        faces = [
            slip_face(maker, each.person, slips[each.person.id], wishing.edition(each, now))
            for each in wanted
        ]
        paper = SLIP_PAPERS[wish.paper]
        drawing = SlipDrawing(wishing.facts.name, paper)
        return Document(
            title=as_printed(wishing.facts.name),
            page=paper.page,
            items=len(faces),
            parts=(
                version_part(each, drawing.pages(face))
                for each, face in zip(wanted, faces, strict=True)
            ),
            unprintable=maker.unprintable,
            mono=paper.mono,
            logo=wishing.logo,
        )


def _wishing(session: Session, wish: SlipWish, delegates: tuple[UUID, ...]) -> Wishing:
    return Wishing(session, ScheduleWish(day=wish.day, delegates=delegates))


def _in_order(wishing: Wishing, slips: Changes) -> list[Wanted]:
    place = {each: at for at, each in enumerate(slips)}
    return sorted(wishing.wanted(), key=lambda each: place[each.person.id])
