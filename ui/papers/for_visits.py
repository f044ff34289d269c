"""Papers of visits: who comes along, and where people gather."""

from __future__ import annotations

from app.journal.journal import Journal
from app.printing.sheet_prints import bus_list_prints, sign_prints
from app.printing.sheets import SheetWish
from app.printing.stock import Size
from ui.papers.kinds import Days, PaperKind
from ui.papers.offers import A4, PDF, only, sheet
from ui.papers.words import counting, left_blank, pages

_VISITS = "For visits"
_ACROSS = Size(A4.height, A4.width)


def bus_lists(journal: Journal) -> PaperKind:
    """Offer the list of each visit, to tick who is at the bus."""
    return PaperKind(
        key="bus-lists",
        title="Bus lists",
        group=_VISITS,
        icon="clipboard-list",
        counted=counting("list"),
        files=PDF,
        office=bus_list_prints(journal),
        offer=only(sheet("a4", "A4", "One visit a page", A4)),
        wish=lambda asked: SheetWish(asked.stock, asked.day),
        days=Days.ANY,
        leaves=pages,
    )


def meeting_points(journal: Journal) -> PaperKind:
    """Offer a sign for the meeting point of each visit."""
    return PaperKind(
        key="meeting-points",
        title="Meeting points",
        group=_VISITS,
        icon="map-pin",
        counted=counting("sign"),
        files=PDF,
        office=sign_prints(journal),
        offer=only(sheet("a4", "A4", "A sign for each visit", _ACROSS)),
        wish=lambda asked: SheetWish(asked.stock, asked.day),
        days=Days.ANY,
        leaves=pages,
        lacking=left_blank,
    )
