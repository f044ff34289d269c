"""Badge prints: which badges, with which codes, and what came out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.checkin.badges import ActiveBadge, active_badges, new_badges
from app.delegates.countries import country_name
from app.delegates.folding import fold
from app.delegates.person import Person, people
from app.event.facts import EventFacts, event_facts
from app.files import FileNotWritten, written_whole
from app.journal.journal import Journal, Unit
from app.journal.turns import in_turns
from app.printing.badges import BadgeFace, Occasion, unprintable, write_badges
from app.printing.deeds import BadgePrinted
from app.printing.refusals import (
    CharactersUnprintable,
    NothingToPrint,
    NotYetAccepted,
    Only,
    UnknownStock,
    Unprintable,
)
from app.printing.stock import Stock, stocks
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


@dataclass(frozen=True, slots=True)
class Printed:
    """What came out: ``items`` badges on ``pages``. Those in ``unprintable`` were left out."""

    file: Path
    pages: int
    items: int
    unprintable: tuple[Unprintable, ...]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A badge that is to be printed."""

    person: Person
    badge: UUID
    face: BadgeFace

    @property
    def content(self) -> str:
        """Hash what stands on the badge, its code included."""
        return _hashed(self.face)


@dataclass(frozen=True, slots=True)
class BadgePrints:
    """Prints badges. A badge shows the delegate's active code, however often it is printed."""

    journal: Journal

    def run(self, order: PrintOrder, report: Report = unheard) -> Printed:
        """Write the badges as a PDF, then note each as printed.

        Badges come in the order of family names, as people look for them. Delegates without
        a code get their first one.

        Raises:
            UnknownStock: There is no such stock.
            NothingToPrint: No badge fits the order.
            NotYetAccepted: A named delegate may not have a badge.
            CharactersUnprintable: Not a single badge can be printed without gaps.
            FileNotWritten: The file can't be written, or is the event itself. Nothing was
                noted as printed.
            Cancelled: ``report`` stopped it. No file was written.
        """
        stock = _stock(order.stock)
        if order.file.exists() and order.file.samefile(self.journal.database.file):
            raise FileNotWritten(order.file, "the event itself stands there")
        with self.journal.reading() as session:
            chosen = _chosen(session, order)
        self._give_codes([person.id for person in chosen])
        with self.journal.reading() as session:
            occasion = occasion_of(event_facts(session))
            wanted, printed = _fitting(session, chosen, order)
        if not wanted:
            raise NothingToPrint(order.only, printed)
        lacking = unprintable(each.face for each in wanted)
        numbers = {lack.badge_number for lack in lacking}
        whole = [each for each in wanted if each.face.badge_number not in numbers]
        if not whole:
            raise CharactersUnprintable(lacking)
        with written_whole(order.file) as stream:
            faces = [each.face for each in whole]
            pages = write_badges(stream, faces, occasion, stock, report)
        self._note(whole, order.stock)
        return Printed(order.file, pages.pages, pages.items, lacking)

    def _give_codes(self, delegates: Sequence[UUID]) -> None:
        """Give a code to whoever has none, looked up again under the write lock.

        Two desks may print at once, and two codes would be two ways in.
        """
        with self.journal.reading() as session:
            have = active_badges(session, delegates)
        unit = Unit(uuid4())
        for chunk in in_turns([delegate for delegate in delegates if delegate not in have]):
            with self.journal.writing(unit) as pen:
                given = active_badges(pen.session, chunk)
                pen.write_all(new_badges(pen.session, [one for one in chunk if one not in given]))

    def _note(self, printed: Sequence[_Wanted], stock: str) -> None:
        unit = Unit(uuid4())
        goes_to_a_box = len(printed) >= SMALLEST_BOXED_RUN
        for chunk in in_turns(list(enumerate(printed, start=1))):
            deeds = [
                BadgePrinted(
                    each.badge,
                    each.person.id,
                    stock,
                    each.content,
                    place if goes_to_a_box else 0,
                )
                for place, each in chunk
            ]
            with self.journal.writing(unit) as pen:
                pen.write_all(deeds)


def content_of(person: Person, badge: ActiveBadge) -> str:
    """Hash what would stand on a delegate's badge, as ``Print.content`` holds it."""
    return _hashed(_face(person, badge))


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


def _chosen(session: Session, order: PrintOrder) -> list[Person]:
    found = people(session, order.delegates or None).values()
    without = [each for each in found if not _may_have_badge(each)]
    if order.delegates and without:
        raise NotYetAccepted(tuple(without))
    return sorted(filter(_may_have_badge, found), key=_by_family_name)


def _may_have_badge(person: Person) -> bool:
    return person.status == "accepted" and person.place_taken_by is None


def _by_family_name(person: Person) -> tuple[str, str, str]:
    return fold(person.family_name), fold(person.given_name), person.badge_number


def _fitting(
    session: Session, chosen: Sequence[Person], order: PrintOrder
) -> tuple[list[_Wanted], int]:
    badges = active_badges(session, [person.id for person in chosen])
    before = _printed(session, [person.id for person in chosen])
    wanted = [
        _Wanted(each, badges[each.id].id, _face(each, badges[each.id]))
        for each in chosen
        if each.id in badges
    ]
    if order.delegates or order.only is Only.ALL:
        return wanted, len(before)
    if order.only is Only.NEW:
        return [each for each in wanted if each.person.id not in before], len(before)
    changed = [each for each in wanted if before.get(each.person.id, each.content) != each.content]
    return changed, len(before)


def _printed(session: Session, delegates: Collection[UUID]) -> Mapping[UUID, str]:
    """Give what stood on the last badge that came out for each delegate."""
    query = select(Print.delegate_id, Print.content).where(Print.alive).order_by(Print.stamp)
    wanted = set(delegates)
    return {delegate: content for delegate, content in session.execute(query) if delegate in wanted}


def _hashed(face: BadgeFace) -> str:
    return blake2b(repr(face).encode(), digest_size=8).hexdigest()


def _face(person: Person, badge: ActiveBadge) -> BadgeFace:
    return BadgeFace(
        badge_number=f"{person.badge_number}/{badge.issue}"
        if badge.issue > 1
        else person.badge_number,
        given_name=person.given_name,
        family_name=person.family_name,
        organisation=person.organisation,
        country=country_name(person.country) if person.country else "",
        badge_type=person.badge_type or "Delegate",
        delegation=person.delegation,
        delegation_colour=person.delegation_colour,
        code=badge.code,
    )
