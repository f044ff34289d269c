"""Makes backs: the schedules of whoever gets a badge, as versions like any other.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from app.journal.journal import Journal
from app.printing.backs.laying import Backs, BackSide
from app.printing.deeds import SchedulePrinted
from app.printing.schedules.faces import FaceMaker
from app.printing.schedules.wanted import Wishing, make_versions
from app.printing.schedules.wishes import ScheduleWish


def backs_of(journal: Journal, delegates: Sequence[UUID]) -> Backs:
    """Give the backs of badges, in the order of their delegates, for a look: specimens may be."""
    with journal.reading() as session:
        wishing = Wishing(session, ScheduleWish(delegates=tuple(delegates)))
        maker, now = FaceMaker(wishing.facts.zone), journal.clock()
        found: dict[UUID, BackSide] = {}
        for each in wishing.wanted():
            # Who meets nobody has an empty back: nothing on it can become wrong.
            if each.days:
                who, sheet = each.person, each.sheet
                face = maker.face(who, each.days, None, wishing.edition(each, now))
                deed = SchedulePrinted(sheet.id, who.id) if sheet else None
                found[who.id] = BackSide(face, deed)
    return [found.get(delegate) for delegate in delegates]


def printed_backs_of(journal: Journal, delegates: Sequence[UUID]) -> Backs:
    """Give backs that can be printed: those that say something new become a version first."""
    backs = backs_of(journal, delegates)
    lacking = [who for who, back in zip(delegates, backs, strict=True) if back and not back.deed]
    if not lacking:
        return backs
    make_versions(journal, lacking, None)
    return backs_of(journal, delegates)
