"""Papers that a delegate gets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from app.applications.letters.wishes import LetterWish
from app.journal.journal import Journal
from app.printing.letters.office import letter_prints
from app.printing.office import PrintOffice
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.wishes import ScheduleWish
from app.printing.sheet_prints import certificate_prints
from app.printing.sheets import SheetWish
from app.printing.slips.office import slip_office
from app.printing.slips.wishes import ROLL, SLIP_PAPERS, SlipWish
from app.printing.wishes import Back, Wish
from ui.common.files import BADGES, SCHEDULES, SLIPS
from ui.common.times import Times
from ui.papers.kinds import Asked, Days, Help, PaperKind, PaperStock, Who
from ui.papers.offers import A4, PDF, across, badge_stocks, only, sheet
from ui.papers.words import CHOSEN, NOBODY_ACCEPTED, NOBODY_MEETS, counting, pages
from ui.printing.words import badges as badges_words
from ui.printing.words import counted_slips, left_out, sheets

if TYPE_CHECKING:
    from app.printing.recipients import Recipient

_GROUP = "For delegates"
_WHO = {
    Who.NEW: "Not yet printed",
    Who.CHANGED: "Changed since print",
    Who.NOT_HERE: "Not yet here",
    Who.ALL: "All delegates",
    Who.CHOSEN: CHOSEN,
}


def badges(journal: Journal, times: Times) -> PaperKind:
    """Offer badges."""

    def recipients(_day: date | None) -> tuple[Recipient, ...]:
        from app.printing.recipients import badge_recipients  # noqa: PLC0415

        return badge_recipients(journal, times.today())

    return PaperKind(
        key="badges",
        title="Badges",
        group=_GROUP,
        icon="id-card",
        counted=badges_words,
        files=BADGES,
        office=PrintOffice(journal),
        offer=badge_stocks,
        wish=_badge_wish,
        options=_sides,
        has_backs=True,
        is_sorted=True,
        missing="Every badge is printed.",
        nobody=NOBODY_ACCEPTED,
        helps=Help.IMPORT,
        who=_WHO,
        recipients=recipients,
        leaves=sheets,
        part="sheet",
        lacking=left_out,
        has_own_stocks=True,
    )


def _badge_wish(asked: Asked) -> Wish:
    return Wish(
        asked.stock,
        asked.only,
        asked.delegates,
        asked.from_label,
        asked.back,
        asked.sort,
        None if asked.cut_marks else False,
    )


def _sides(wish: Wish) -> Mapping[str, str]:
    """Keep badges off each other's backs, whatever the printer usually does."""
    return {"sides": "two-sided-long-edge" if wish.back is Back.DUPLEX else "one-sided"}


def schedules(journal: Journal, times: Times) -> PaperKind:
    """Offer the schedules of delegates."""

    def recipients(day: date | None) -> tuple[Recipient, ...]:
        from app.printing.recipients import schedule_recipients  # noqa: PLC0415

        return schedule_recipients(journal, times.today(), day)

    return PaperKind(
        key="schedules",
        title="Delegate schedules",
        group=_GROUP,
        icon="calendar-days",
        counted=counting("schedule"),
        files=SCHEDULES,
        office=ScheduleOffice(journal),
        offer=only(sheet("a4", "A4", "One delegate a page", A4)),
        wish=lambda asked: ScheduleWish(asked.only, asked.day, asked.delegates, asked.sort),
        is_sorted=True,
        missing="Every schedule is printed.",
        nobody=NOBODY_MEETS,
        who=_WHO,
        recipients=recipients,
        days=Days.ANY,
    )


def slips(journal: Journal, times: Times) -> PaperKind:
    """Offer slips that say what has changed."""
    office = slip_office(journal)

    def recipients(day: date | None) -> tuple[Recipient, ...]:
        from app.printing.recipients import named_recipients  # noqa: PLC0415

        meant = office.get_slips(day or times.today())
        return named_recipients(journal, times.today(), meant)

    def wish(asked: Asked) -> SlipWish:
        return SlipWish(asked.day or times.today(), asked.delegates, asked.stock)

    titles = {ROLL: ("Roll 62 mm", "Slips of 100 mm", "scroll-text")}
    other = "105 × 148 mm", "rectangle-vertical"
    nobody = "Nobody must be told: what everybody carries leads to the right tables."
    return PaperKind(
        key="slips",
        title="Change slips",
        group=_GROUP,
        icon="sticky-note",
        counted=counted_slips,
        files=SLIPS,
        office=office,
        offer=only(
            *(
                PaperStock(name, *titles.get(name, (name.upper(), *other)), feed)
                for name, feed in SLIP_PAPERS.items()
            )
        ),
        wish=wish,
        missing=nobody,
        nobody=nobody,
        who={Who.ALL: "Who must be told", Who.CHOSEN: CHOSEN},
        recipients=recipients,
        days=Days.ONE,
    )


def certificates(journal: Journal, times: Times) -> PaperKind:
    """Offer certificates of attendance."""

    def recipients(day: date | None) -> tuple[Recipient, ...]:
        from app.printing.recipients import attending_recipients  # noqa: PLC0415

        return attending_recipients(journal, times.today(), day)

    return PaperKind(
        key="certificates",
        title="Certificates",
        group=_GROUP,
        icon="award",
        counted=counting("certificate"),
        files=PDF,
        office=certificate_prints(journal),
        offer=only(sheet("a4", "A4 across", "One delegate a page", across(A4))),
        wish=lambda asked: SheetWish(asked.stock, asked.day, asked.delegates),
        nobody="Nobody was checked in then. Check delegates in first.",
        who={Who.ALL: "All who came", Who.CHOSEN: CHOSEN},
        recipients=recipients,
        days=Days.ANY,
        leaves=pages,
    )


def letters(journal: Journal, times: Times) -> PaperKind:
    """Offer letters that tell what became of applications, each in its reader's language."""

    def recipients(_day: date | None) -> tuple[Recipient, ...]:
        from app.printing.recipients import letter_recipients  # noqa: PLC0415

        return letter_recipients(journal, times.today())

    return PaperKind(
        key="letters",
        title="Letters",
        group=_GROUP,
        icon="mail",
        counted=counting("letter"),
        files=PDF,
        office=letter_prints(journal),
        offer=only(sheet("a4", "A4", "One letter a page", A4)),
        wish=lambda asked: LetterWish(
            delegates=asked.delegates, only_new=asked.who is Who.NEW and not asked.delegates
        ),
        missing="Everybody knows what was decided, by letter or by mail.",
        nobody="No application is decided on yet. Accept or decline on Delegates first.",
        who={
            Who.NEW: "Not told yet",
            Who.ACCEPTED: "Acceptances",
            Who.DECLINED: "Refusals",
            Who.WAITING: "Waiting list",
            Who.ALL: "All letters",
            Who.CHOSEN: CHOSEN,
        },
        recipients=recipients,
        leaves=pages,
    )
