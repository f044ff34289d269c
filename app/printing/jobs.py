"""Badge prints: drawing them, and noting what came out."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.checkin.badges import ActiveBadge, active_badges, new_badges
from app.checkin.deeds import BadgeIssued
from app.delegates.person import Person, people
from app.event.facts import EventFacts, event_facts
from app.files import FileNotWritten, written_whole
from app.journal.journal import Journal, Unit
from app.journal.parts import write_in_parts
from app.printing.badges import Occasion, unprintable, write_badges
from app.printing.deeds import BadgePrinted
from app.printing.refusals import (
    CharactersUnprintable,
    NothingToPrint,
    Only,
    UnknownStock,
    Unprintable,
)
from app.printing.stock import Stock, stocks
from app.printing.wanted import (
    Wanted,
    by_family_name,
    face_of,
    hashed,
    narrowed,
    people_for,
    printed_before,
    wanted_of,
)
from app.printing.wishes import BadgeCounts, Drawn, DrawnBadge, OnPaper, Preview, Wish
from app.progress import Report, unheard
from db.models import Print

SMALLEST_BOXED_RUN = 12
"""Fewer badges than this are handed over as they come out; more are put into boxes."""


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """An order for badges. Named ``delegates`` are printed whether they were before or not."""

    file: Path
    stock: str = "a4-4up"
    only: Only = Only.ALL
    delegates: tuple[UUID, ...] = field(default=())

    @property
    def wish(self) -> Wish:
        """What is to come out, wherever it goes."""
        return Wish(self.stock, self.only, self.delegates)


@dataclass(frozen=True, slots=True)
class Printed:
    """What came out: ``items`` badges on ``pages``. Those in ``unprintable`` were left out."""

    file: Path
    pages: int
    items: int
    unprintable: tuple[Unprintable, ...]


@dataclass(frozen=True, slots=True)
class BadgePrints:
    """Prints badges. A badge shows the delegate's active code, however often it is printed."""

    journal: Journal

    def run(self, order: PrintOrder, report: Report = unheard) -> Printed:
        """Write the badges as a PDF, then note each as printed.

        Raises:
            FileNotWritten: The file can't be written, or is the event itself. Nothing was
                noted as printed.
            UnknownStock, NothingToPrint, NotYetAccepted, CharactersUnprintable, Cancelled: As
                for ``draw``. No file was written.
        """
        keep_from_event(self.journal, order.file)
        drawn = self.draw(order.wish, report)
        self.save(drawn, order.file)
        self.note(drawn)
        return Printed(order.file, drawn.pages, len(drawn.badges), drawn.unprintable)

    def draw(self, wish: Wish, report: Report = unheard) -> Drawn:
        """Draw the badges, and note nothing: they are not on paper yet.

        Badges come in the order of family names, as people look for them. Delegates without
        a code get their first one.

        Raises:
            UnknownStock: There is no such stock.
            NothingToPrint: No badge fits the wish.
            NotYetAccepted: A named delegate may not have a badge.
            CharactersUnprintable: Not a single badge can be printed without gaps.
            Cancelled: ``report`` stopped it.
        """
        stock = _stock(wish.stock)
        with self.journal.reading() as session:
            chosen = people_for(session, wish.delegates)
        self._give_codes([person.id for person in chosen])
        with self.journal.reading() as session:
            occasion = occasion_of(event_facts(session))
            wanted = _fitting(session, chosen, wish)
        whole, lacking = _without_gaps([each for each in wanted if each.badge])
        file = io.BytesIO()
        pages = write_badges(file, [each.face for each in whole], occasion, stock, report)
        badges = tuple(
            DrawnBadge(each.badge, each.person.id, each.content) for each in whole if each.badge
        )
        return Drawn(file.getvalue(), pages.pages, stock.name, badges, lacking)

    def preview(self, wish: Wish) -> Preview:
        """Draw the first page of what ``draw`` would; gives out no code. Refuses as ``draw``."""
        stock = _stock(wish.stock)
        with self.journal.reading() as session:
            occasion = occasion_of(event_facts(session))
            wanted = _fitting(session, people_for(session, wish.delegates), wish)
        whole, lacking = _without_gaps(wanted)
        file = io.BytesIO()
        write_badges(file, [each.face for each in whole[: stock.labels]], occasion, stock)
        return Preview(file.getvalue(), ceil(len(whole) / stock.labels), len(whole), lacking)

    def save(self, drawn: Drawn, file: Path) -> None:
        """Write drawn badges to a file.

        Raises:
            FileNotWritten: The file can't be written, or is the event itself.
        """
        keep_from_event(self.journal, file)
        with written_whole(file) as stream:
            stream.write(drawn.pdf)

    def note(self, drawn: Drawn) -> None:
        """Note drawn badges as printed."""
        unit = Unit(uuid4())
        goes_to_a_box = len(drawn.badges) >= SMALLEST_BOXED_RUN

        def printed(
            _session: Session, part: Sequence[tuple[int, DrawnBadge]], _others_wrote: bool
        ) -> list[BadgePrinted]:
            return [
                BadgePrinted(
                    each.badge,
                    each.delegate,
                    drawn.stock,
                    each.content,
                    place if goes_to_a_box else 0,
                )
                for place, each in part
            ]

        for _done in write_in_parts(
            self.journal, unit, list(enumerate(drawn.badges, start=1)), printed
        ):
            pass

    def counts(self) -> BadgeCounts:
        """Count the badges that may be wanted."""
        with self.journal.reading() as session:
            chosen = people_for(session, ())
            wanted = wanted_of(session, chosen)
            before = printed_before(session, [person.id for person in chosen])
        new, changed = (
            len(narrowed(wanted, before, Wish(only=only))) for only in (Only.NEW, Only.CHANGED)
        )
        return BadgeCounts(new, changed, len(wanted))

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


def keep_from_event(journal: Journal, file: Path) -> None:
    """Refuse to write over the event.

    Raises:
        FileNotWritten: The file is the event.
    """
    if file.exists() and file.samefile(journal.database.file):
        raise FileNotWritten(file, "the event itself stands there")


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


def _stock(name: str) -> Stock:
    known = stocks()
    if name not in known:
        raise UnknownStock(name, tuple(known))
    return known[name]


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
