"""The papers of the Print page, in its order. A new one is one more entry here."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.journal.journal import Journal
from app.printing.office import PrintOffice
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.wishes import ScheduleWish
from app.printing.slips.office import slip_office
from app.printing.slips.wishes import ROLL, SLIP_PAPERS, SlipWish
from app.printing.stock import Stock, stocks
from app.printing.wishes import Wish
from ui.common.files import BADGES, SCHEDULES, SLIPS
from ui.common.times import Times
from ui.papers.kinds import Asked, Days, PaperKind, PaperStock, Who
from ui.papers.words import schedules
from ui.printing.schedule_dialog import A4
from ui.printing.words import STOCK_WORDS, badges, counted_slips, left_out, stock_words

if TYPE_CHECKING:
    from app.printing.recipients import Recipient

_WHO = {
    Who.NEW: "Not yet printed",
    Who.CHANGED: "Changed since print",
    Who.NOT_HERE: "Not yet here",
    Who.ALL: "All delegates",
    Who.CHOSEN: "Chosen on Delegates",
}


def paper_kinds(journal: Journal, times: Times) -> tuple[PaperKind, ...]:
    """Give every paper that can be printed."""
    return (_badges(journal, times), _schedules(journal, times), _slips(journal, times))


def _badges(journal: Journal, times: Times) -> PaperKind:
    def recipients(_day: date | None) -> tuple[Recipient, ...]:
        from app.printing.recipients import badge_recipients  # noqa: PLC0415

        return badge_recipients(journal, times.today())

    usual = list(STOCK_WORDS)
    known = stocks()
    names = sorted(known, key=lambda name: (usual.index(name) if name in usual else 99, name))
    return PaperKind(
        key="badges",
        title="Badges",
        icon="id-card",
        counted=badges,
        files=BADGES,
        office=PrintOffice(journal),
        stocks=tuple(_stock(known[name]) for name in names),
        wish=lambda asked: Wish(asked.stock, asked.only, asked.delegates),
        missing="Every badge is printed.",
        who=_WHO,
        recipients=recipients,
        counts_sheets=True,
        lacking=left_out,
    )


def _stock(stock: Stock) -> PaperStock:
    wide, high = stock.page
    size = "A4" if (round(wide), round(high)) == (210, 297) else f"{wide:g} × {high:g} mm"
    note = f"{size}, {stock.labels} on a sheet" if stock.labels > 1 else size
    icon = "scroll-text" if stock.mono else "grid-2x2" if stock.labels > 1 else "rectangle-vertical"
    return PaperStock(
        stock.name, stock_words(stock.name), note, icon, stock, is_cut=stock.cut_marks
    )


def _schedules(journal: Journal, times: Times) -> PaperKind:
    def recipients(day: date | None) -> tuple[Recipient, ...]:
        from app.printing.recipients import schedule_recipients  # noqa: PLC0415

        return schedule_recipients(journal, times.today(), day)

    return PaperKind(
        key="schedules",
        title="Delegate schedules",
        icon="calendar-days",
        counted=schedules,
        files=SCHEDULES,
        office=ScheduleOffice(journal),
        stocks=(PaperStock("a4", "A4", "One delegate a page", "rectangle-vertical", A4()),),
        wish=lambda asked: ScheduleWish(asked.only, asked.day, asked.delegates),
        missing="Every schedule is printed.",
        who=_WHO,
        recipients=recipients,
        days=Days.ANY,
    )


def _slips(journal: Journal, times: Times) -> PaperKind:
    office = slip_office(journal)

    def recipients(day: date | None) -> tuple[Recipient, ...]:
        from app.printing.recipients import named_recipients  # noqa: PLC0415

        told = office.to_tell(day or times.today())
        return named_recipients(journal, times.today(), [each.person.who.id for each in told])

    def wish(asked: Asked) -> SlipWish:
        return SlipWish(asked.day or times.today(), asked.delegates, asked.stock)

    titles = {ROLL: ("Roll 62 mm", "Slips of 100 mm", "scroll-text")}
    return PaperKind(
        key="slips",
        title="Change slips",
        icon="sticky-note",
        counted=counted_slips,
        files=SLIPS,
        office=office,
        stocks=tuple(
            PaperStock(
                name, *titles.get(name, (name.upper(), "105 × 148 mm", "rectangle-vertical")), feed
            )
            for name, feed in SLIP_PAPERS.items()
        ),
        wish=wish,
        missing="Nobody must be told: what everybody carries leads to the right tables.",
        who={Who.ALL: "Who must be told", Who.CHOSEN: "Chosen on Delegates"},
        recipients=recipients,
        days=Days.ONE,
    )
