"""Papers that lie and stand at the tables."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.journal.journal import Journal
from app.printing.sheet_prints import (
    card_prints,
    matrix_prints,
    outcome_slip_prints,
    round_card_prints,
    round_list_prints,
)
from app.printing.sheets import SheetWish
from ui.common.times import Times
from ui.papers.kinds import Asked, Days, PaperKind, Who
from ui.papers.offers import A3, A4, A5, PDF, across, only, sheet, to_cut
from ui.papers.words import CHOSEN, NOBODY_MEETS, counting, pages

if TYPE_CHECKING:
    from app.printing.recipients import Recipient

_GROUP = "For the tables"


def cards(journal: Journal) -> PaperKind:
    """Offer cards that stand on the tables."""
    return PaperKind(
        key="table-cards",
        title="Table cards",
        group=_GROUP,
        icon="table-2",
        counted=counting("card"),
        files=PDF,
        office=card_prints(journal),
        offer=only(
            sheet("a4", "A4, folded to stand", "Number in front, meetings behind", A4),
            sheet("a5", "A5 across", "For holders, both sides", across(A5)),
        ),
        wish=_of_day,
        days=Days.ANY,
        leaves=pages,
    )


def round_cards(journal: Journal) -> PaperKind:
    """Offer cards for the tables of rounds."""
    return PaperKind(
        key="round-cards",
        title="Cards for rounds",
        group=_GROUP,
        icon="users",
        counted=counting("card"),
        files=PDF,
        office=round_card_prints(journal),
        offer=only(
            sheet("a4", "A4, folded to stand", "Number in front, people behind", A4),
            sheet("a5", "A5 across", "For holders, both sides", across(A5)),
        ),
        wish=_of_day,
        days=Days.ANY,
        leaves=pages,
    )


def round_list(journal: Journal) -> PaperKind:
    """Offer a list by name of the tables in rounds."""
    return PaperKind(
        key="round-list",
        title="List for rounds",
        group=_GROUP,
        icon="list",
        counted=counting("delegate"),
        files=PDF,
        office=round_list_prints(journal),
        offer=only(sheet("a4", "A4", "Everybody's tables in rounds, by name", A4)),
        wish=_of_day,
        days=Days.ANY,
        leaves=pages,
        is_whole=True,
    )


def meeting_slips(journal: Journal, times: Times) -> PaperKind:
    """Offer slips on which what came of a meeting is ticked."""

    def recipients(day: date | None) -> tuple[Recipient, ...]:
        from app.printing.recipients import meeting_recipients  # noqa: PLC0415

        return meeting_recipients(journal, times.today(), day)

    return PaperKind(
        key="meeting-slips",
        title="Meeting slips",
        group=_GROUP,
        icon="list-checks",
        counted=counting("slip"),
        files=PDF,
        office=outcome_slip_prints(journal),
        offer=only(
            to_cut(sheet("a4", "A4, to cut", "Three on a sheet, by table and time", A4, "scissors"))
        ),
        wish=lambda asked: SheetWish(
            asked.stock, asked.day, asked.delegates, cut_marks=asked.cut_marks
        ),
        nobody=NOBODY_MEETS,
        who={Who.ALL: "All meetings", Who.CHOSEN: CHOSEN},
        recipients=recipients,
        days=Days.ANY,
        leaves=pages,
        part="sheet",
        tallies=False,
    )


def matrix(journal: Journal) -> PaperKind:
    """Offer who meets at which table when, on one sheet for each day."""
    return PaperKind(
        key="matrix",
        title="Day matrix",
        group=_GROUP,
        icon="grid-3x3",
        counted=counting("day"),
        files=PDF,
        office=matrix_prints(journal),
        offer=only(
            sheet("a4", "A4 across", "297 × 210 mm", across(A4)),
            sheet("a3", "A3 across", "420 × 297 mm, to hang up", across(A3)),
        ),
        wish=_of_day,
        days=Days.ANY,
        leaves=pages,
        part="day",
        is_whole=True,
    )


def _of_day(asked: Asked) -> SheetWish:
    return SheetWish(asked.stock, asked.day)
