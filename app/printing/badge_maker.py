"""Makes badges out of wishes, and knows which came out before.

Importing this loads ReportLab: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.checkin.badges import ActiveBadge, active_badges, new_badges
from app.checkin.deeds import BadgeIssued
from app.delegates.person import Person, people
from app.event.facts import EventFacts, event_facts
from app.event.logo import event_logo
from app.journal.journal import Journal, Unit
from app.journal.parts import write_in_parts
from app.printing.backs.laying import stock_of_fronts, with_backs
from app.printing.backs.maker import backs_of, printed_backs_of
from app.printing.badges import Occasion, badge_document, unprintable
from app.printing.deeds import BadgePrinted
from app.printing.designs import design_of
from app.printing.drawn import Counts, Drawn, Preview
from app.printing.order import by_family_name, in_order
from app.printing.own_stocks import offered_stocks
from app.printing.press import press
from app.printing.refusals import (
    CharactersUnprintable,
    NoSuchLabel,
    NothingToPrint,
    Only,
    Unprintable,
)
from app.printing.stock import Stock
from app.printing.templates.template import Template
from app.printing.wanted import (
    Wanted,
    face_of,
    hashed,
    narrowed,
    people_for,
    printed_before,
    wanted_of,
)
from app.printing.wishes import Back, OnPaper, Wish
from app.progress import Report, unheard
from db.models import Print

SMALLEST_BOXED_RUN = 12
"""Fewer badges than this are handed over as they come out; more are put into boxes."""


@dataclass(frozen=True, slots=True)
class BadgeMaker:
    """Draws badges. A badge shows the delegate's active code, however often it is printed.

    Those that could only be printed with gaps are left out.
    """

    journal: Journal

    def draw(self, wish: Wish, report: Report = unheard) -> Drawn:
        """Draw the badges in the order that is wished.

        Delegates without a code get their first one.

        Raises:
            UnknownStock, StockUnusable: There is no such stock, or its file is wrong.
            UnknownTemplate, TemplateUnusable, TemplateTooLarge: As for ``design_of``.
            NoSuchLabel: A sheet has not so many labels.
            CannotFold: No back would stand behind a front.
            NothingToPrint: No badge fits the wish.
            NotYetAccepted: A named delegate may not have a badge.
            CharactersUnprintable: Not a single badge can be printed without gaps.
            Cancelled: ``report`` stopped it.
        """
        stock = _stock(wish)
        design = design_of(stock)
        with self.journal.reading() as session:
            chosen = _chosen(session, wish)
        self._give_codes([person.id for person in chosen])
        with self.journal.reading() as session:
            occasion = _occasion(session, design)
            wanted = _fitting(session, chosen, wish)
        whole, lacking = _without_gaps([each for each in wanted if each.badge])
        faces = [each.face for each in whole]
        deeds = tuple(_deeds(whole, stock.name))
        fronts = stock_of_fronts(stock, wish.back)
        document = badge_document(faces, occasion, fronts, deeds, wish.from_label)
        if wish.back is not Back.NONE:
            backs = printed_backs_of(self.journal, [each.person.id for each in whole])
            document = with_backs(document, backs, stock, wish)
        return press(replace(document, unprintable=lacking), report)

    def preview(self, wish: Wish, at: int = 0) -> Preview:
        """Draw one sheet of what ``draw`` would; gives out no code. Refuses as ``draw``."""
        stock = _stock(wish)
        design = design_of(stock)
        with self.journal.reading() as session:
            occasion = _occasion(session, design)
            wanted = _fitting(session, _chosen(session, wish), wish)
        whole, lacking = _without_gaps(wanted)
        used, fronts = wish.from_label - 1, stock_of_fronts(stock, wish.back)
        sheets = ceil((used + len(whole)) / fronts.labels)
        at = min(at, sheets - 1)
        end = (at + 1) * fronts.labels - used
        shown = whole[max(end - fronts.labels, 0) : end]
        first = replace(wish, from_label=1 if at else wish.from_label)
        document = badge_document(
            [each.face for each in shown], occasion, fronts, (), first.from_label
        )
        if wish.back is not Back.NONE:
            backs = backs_of(self.journal, [each.person.id for each in shown])
            document = with_backs(document, backs, stock, first)
        drawn = press(document)
        return Preview(drawn.pdf, sheets * drawn.pages, len(whole), lacking, sheets, at)

    def counts(self) -> Counts:
        """Count the badges that may be wanted."""
        with self.journal.reading() as session:
            chosen = people_for(session, ())
            wanted = wanted_of(session, chosen)
            before = printed_before(session, [person.id for person in chosen])
        new, changed = (
            len(narrowed(wanted, before, Wish(only=only))) for only in (Only.NEW, Only.CHANGED)
        )
        return Counts(new, changed, len(wanted))

    def on_paper(self, delegates: Sequence[UUID]) -> tuple[OnPaper, ...]:
        """Tell of delegates, by family name, when their badges were last printed."""
        with self.journal.reading() as session:
            found = people(session, delegates)
            query = (
                select(Print.delegate_id, Print.badge_id, Print.at)
                .where(Print.alive, Print.delegate_id.in_(found))
                .order_by(Print.stamp)
            )
            last = {row.delegate_id: row for row in session.execute(query)}
            active = active_badges(session, found)
        told = []
        for each in sorted(found.values(), key=by_family_name):
            row, badge = last.get(each.id), active.get(each.id)
            is_old = row is not None and (badge is None or badge.id != row.badge_id)
            told.append(OnPaper(each, row.at if row else None, is_old))
        return tuple(told)

    def _give_codes(self, delegates: Sequence[UUID]) -> None:
        """Give a code to whoever has none just when it is written.

        Two desks may print at once, and two codes would be two ways in.
        """
        with self.journal.reading() as session:
            have = active_badges(session, delegates)

        def codes(session: Session, part: Sequence[UUID], _others_wrote: bool) -> list[BadgeIssued]:
            given = active_badges(session, part)
            return new_badges(session, [one for one in part if one not in given])

        lacking = [delegate for delegate in delegates if delegate not in have]
        for _done in write_in_parts(self.journal, Unit(uuid4()), lacking, codes):
            pass


def content_of(person: Person, badge: ActiveBadge) -> str:
    """Hash what would stand on a delegate's badge, as ``Print.content`` holds it."""
    return hashed(face_of(person, badge))


def occasion_of(facts: EventFacts) -> Occasion:
    """Say what all badges of an event have in common."""
    # Babel takes a tenth of a second to import.
    from babel.dates import format_date  # noqa: PLC0415

    first, last = facts.days[0], facts.days[-1]
    days = format_date(last, "d MMMM", locale="en")
    if (first.year, first.month) != (last.year, last.month):
        days = f"{format_date(first, 'd MMMM', locale='en')} – {days}"
    elif first != last:
        days = f"{first.day}–{days}"
    return Occasion(facts.name, ", ".join(filter(None, (facts.city, days))))


def _occasion(session: Session, design: Template) -> Occasion:
    common = occasion_of(event_facts(session))
    return replace(common, design=design, logo=event_logo(session))


def _chosen(session: Session, wish: Wish) -> list[Person]:
    return in_order(session, people_for(session, wish.delegates), wish.sort)


def _stock(wish: Wish) -> Stock:
    stock = offered_stocks().named(wish.stock)
    if wish.cut_marks is not None:
        stock = replace(stock, cut_marks=wish.cut_marks)
    fronts = stock_of_fronts(stock, wish.back)
    if not 1 <= wish.from_label <= fronts.labels:
        raise NoSuchLabel(stock.name, wish.from_label, fronts.labels)
    return stock


def _deeds(wanted: Sequence[Wanted], stock: str) -> Iterator[BadgePrinted]:
    """Yield what notes the badges, those of a large run with their places in its boxes."""
    goes_to_a_box = len(wanted) >= SMALLEST_BOXED_RUN
    for place, each in enumerate(wanted, start=1):
        if each.badge:
            at = place if goes_to_a_box else 0
            yield BadgePrinted(each.badge, each.person.id, stock, each.content, at)


def _fitting(session: Session, chosen: Sequence[Person], wish: Wish) -> list[Wanted]:
    before = printed_before(session, [person.id for person in chosen])
    wanted = narrowed(wanted_of(session, chosen), before, wish)
    if not wanted:
        raise NothingToPrint(wish.only, len(before))
    return wanted


def _without_gaps(wanted: Sequence[Wanted]) -> tuple[list[Wanted], tuple[Unprintable, ...]]:
    lacking = unprintable(each.face for each in wanted)
    numbers = {lack.badge_number for lack in lacking}
    whole = [each for each in wanted if each.face.badge_number not in numbers]
    if not whole:
        raise CharactersUnprintable(lacking)
    return whole, lacking
