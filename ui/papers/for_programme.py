"""Papers of the programme: cards and lists for speeches and sessions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.journal.journal import Journal
from app.printing.programme_sheets import (
    running_order_prints,
    session_list_prints,
    speaker_card_prints,
)
from app.printing.sheets import SheetWish
from ui.common.times import Times
from ui.papers.kinds import Asked, Days, PaperKind, Who
from ui.papers.offers import A4, A5, PDF, across, only, sheet
from ui.papers.words import CHOSEN, counting, pages

if TYPE_CHECKING:
    from app.printing.recipients import Recipient

_GROUP = "For the programme"
_NOBODY = "Nobody speaks on these days. Set speeches on the Programme page."


def speaker_cards(journal: Journal, times: Times) -> PaperKind:
    """Offer cards with a name for the table, and behind it when it is their turn."""

    def recipients(day: date | None) -> tuple[Recipient, ...]:
        from app.printing.recipients import speaking_recipients  # noqa: PLC0415

        return speaking_recipients(journal, times.today(), day)

    return PaperKind(
        key="speaker-cards",
        title="Speaker cards",
        group=_GROUP,
        icon="megaphone",
        counted=counting("card"),
        files=PDF,
        office=speaker_card_prints(journal),
        offer=only(
            sheet("a4", "A4, folded to stand", "Name in front, turn behind", A4),
            sheet("a5", "A5 across", "For holders, both sides", across(A5)),
        ),
        wish=lambda asked: SheetWish(asked.stock, asked.day, asked.delegates),
        nobody=_NOBODY,
        who={Who.ALL: "All speakers", Who.CHOSEN: CHOSEN},
        recipients=recipients,
        days=Days.ANY,
        leaves=pages,
    )


def running_order(journal: Journal) -> PaperKind:
    """Offer who speaks in which order, to tick."""
    return PaperKind(
        key="running-order",
        title="Running order",
        group=_GROUP,
        icon="timer",
        counted=counting("speaker"),
        files=PDF,
        office=running_order_prints(journal),
        offer=only(sheet("a4", "A4", "With boxes to tick", A4)),
        wish=_of_day,
        days=Days.ANY,
        leaves=pages,
        part="day",
        is_whole=True,
    )


def session_lists(journal: Journal) -> PaperKind:
    """Offer who is booked for each session, to tick at its door."""
    return PaperKind(
        key="session-lists",
        title="Session lists",
        group=_GROUP,
        icon="clipboard-check",
        counted=counting("session"),
        files=PDF,
        office=session_list_prints(journal),
        offer=only(sheet("a4", "A4", "One session a page, boxes to tick", A4)),
        wish=_of_day,
        days=Days.ANY,
        leaves=pages,
        part="session",
    )


def _of_day(asked: Asked) -> SheetWish:
    return SheetWish(asked.stock, asked.day)
