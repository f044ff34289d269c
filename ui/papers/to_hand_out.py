"""Papers of the desk, and those that are handed to everybody."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.journal.journal import Journal
from app.printing.sheet_prints import (
    agenda_prints,
    booklet_prints,
    box_prints,
    desk_list_prints,
    organisation_prints,
)
from app.printing.sheets import ROLL_102, SheetWish
from app.printing.stock import Size
from ui.common.times import Times
from ui.papers.kinds import Asked, Days, Help, PaperKind, Who
from ui.papers.offers import A4, A5, PDF, only, sheet, to_cut
from ui.papers.words import CHOSEN, NOBODY_ACCEPTED, counting, left_blank, pages

if TYPE_CHECKING:
    from app.printing.recipients import Recipient

_DESK, _EVERYBODY = "For the desk", "To hand out"
_ROLL = Size(102, 60)


def desk_list(journal: Journal, times: Times) -> PaperKind:
    """Offer the list on which the desk ticks who came."""

    def recipients(day: date | None) -> tuple[Recipient, ...]:
        from app.printing.recipients import accepted_recipients  # noqa: PLC0415

        return accepted_recipients(journal, day or times.today())

    def wish(asked: Asked) -> SheetWish:
        is_picked = asked.who is Who.CHOSEN or asked.badge_type
        delegates = asked.delegates if is_picked else ()
        not_here = asked.who is Who.NOT_HERE
        return SheetWish(asked.stock, asked.day, delegates, asked.delegation, not_here)

    return PaperKind(
        key="desk-list",
        title="Desk list",
        group=_DESK,
        icon="clipboard-list",
        counted=counting("delegate"),
        files=PDF,
        office=desk_list_prints(journal),
        offer=only(sheet("a4", "A4", "In the order of names", A4)),
        wish=wish,
        missing="Everybody is here: there is nobody to list.",
        nobody=NOBODY_ACCEPTED,
        helps=Help.IMPORT,
        who={Who.ALL: "All delegates", Who.NOT_HERE: "Not yet here", Who.CHOSEN: CHOSEN},
        recipients=recipients,
        days=Days.ONE,
        leaves=pages,
        is_whole=True,
    )


def box_labels(journal: Journal) -> PaperKind:
    """Offer labels for the boxes that badges lie in."""
    return PaperKind(
        key="box-labels",
        title="Box labels",
        group=_DESK,
        icon="box",
        counted=counting("label"),
        files=PDF,
        office=box_prints(journal),
        offer=only(
            to_cut(sheet("a4", "A4, to cut", "Eight on a sheet", A4, "grid-2x2")),
            sheet(ROLL_102, "Roll 102 mm", "Labels of 60 mm", _ROLL, "scroll-text"),
        ),
        wish=lambda asked: SheetWish(asked.stock, cut_marks=asked.cut_marks),
        leaves=pages,
    )


def agenda(journal: Journal) -> PaperKind:
    """Offer what happens when."""
    return PaperKind(
        key="agenda",
        title="Agenda",
        group=_EVERYBODY,
        icon="calendar-range",
        counted=counting("agenda"),
        files=PDF,
        office=agenda_prints(journal),
        offer=only(sheet("a4", "A4", "All days, tracks side by side", A4)),
        wish=lambda asked: SheetWish(asked.stock, asked.day),
        days=Days.ANY,
        leaves=pages,
        lacking=left_blank,
        is_whole=True,
    )


def organisation_schedules(journal: Journal, times: Times) -> PaperKind:
    """Offer who of an organisation sits where, and who is free."""

    def recipients(_day: date | None) -> tuple[Recipient, ...]:
        from app.printing.recipients import accepted_recipients  # noqa: PLC0415

        return accepted_recipients(journal, times.today())

    return PaperKind(
        key="organisation-schedules",
        title="Organisation schedules",
        group=_EVERYBODY,
        icon="building-2",
        counted=counting("schedule"),
        files=PDF,
        office=organisation_prints(journal),
        offer=only(sheet("a4", "A4", "One organisation a page", A4)),
        wish=lambda asked: SheetWish(asked.stock, asked.day, asked.delegates),
        nobody=NOBODY_ACCEPTED,
        helps=Help.IMPORT,
        who={Who.ALL: "All organisations", Who.CHOSEN: CHOSEN},
        recipients=recipients,
        days=Days.ANY,
        leaves=pages,
        tallies=False,
    )


def booklet(journal: Journal) -> PaperKind:
    """Offer the booklet of everybody who comes."""
    return PaperKind(
        key="booklet",
        title="Booklet",
        group=_EVERYBODY,
        icon="book-open",
        counted=counting("profile"),
        files=PDF,
        office=booklet_prints(journal),
        offer=only(
            sheet("a4", "A4", "To staple", A4),
            sheet("a5", "A5", "To fold or to staple", A5),
        ),
        wish=lambda asked: SheetWish(asked.stock),
        leaves=pages,
        lacking=left_blank,
        is_whole=True,
    )
