"""Makes the booklet of participants. It says nothing by which somebody could be reached.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.countries import country_name
from app.delegates.folding import fold
from app.delegates.person import Person
from app.event.facts import event_facts
from app.journal.journal import Journal
from app.printing.badge_maker import occasion_of
from app.printing.booklet.drawing import BookletDrawing
from app.printing.booklet.faces import GroupFace, ProfileFace, SectionFace
from app.printing.document import Document, Part
from app.printing.fonts import as_printed
from app.printing.pages import UPRIGHT
from app.printing.schedules.faces import FaceMaker
from app.printing.sheets import A4, A5, NobodyAccepted, SheetWish, known_paper
from app.printing.wanted import people_for
from db.models import Delegate

_NO_DELEGATION, _NO_SECTOR = "Others", "No sector named"


def booklet_document(journal: Journal, wish: SheetWish) -> Document:
    """Lay out who is accepted: contents, profiles by delegation and sector, an index.

    Raises:
        UnknownPaper: There is no such paper.
        NobodyAccepted: Nobody is.
    """
    page = UPRIGHT[known_paper(wish, A4, A5)]
    with journal.reading() as session:
        facts = event_facts(session)
        maker = FaceMaker(facts.zone)
        profiles = list(_profiles(session, maker))
    if not profiles:
        raise NobodyAccepted
    event = as_printed(facts.name)
    where = as_printed(occasion_of(facts).place_and_days)
    drawing = BookletDrawing(page, event, where)
    return Document(
        title=event,
        page=page,
        items=len(profiles),
        parts=(Part(drawing.pages(tuple(_sections(profiles))), items=len(profiles)),),
        unprintable=maker.unprintable,
        drawn_at=journal.clock().astimezone(facts.zone),
    )


def _profiles(session: Session, maker: FaceMaker) -> Iterator[ProfileFace]:
    query = select(Delegate.id, Delegate.sectors, Delegate.seeks, Delegate.offers)
    said = {row.id: row for row in session.connection().execute(query.where(Delegate.alive))}
    for who in people_for(session, ()):
        row = said[who.id]
        sectors = [_shown(maker, who, each, "sectors") for each in row.sectors]
        yield ProfileFace(
            delegation=_shown(maker, who, who.delegation, "delegation") or _NO_DELEGATION,
            sectors=tuple(filter(None, sectors)),
            name=_shown(maker, who, who.name, "name") or who.badge_number,
            by_family=_shown(maker, who, _by_family(who), "name") or who.badge_number,
            function=_shown(maker, who, who.function, "function"),
            organisation=_shown(maker, who, who.organisation, "organisation"),
            country=country_name(who.country) if who.country else "",
            seeks=_shown(maker, who, row.seeks, "seeks"),
            offers=_shown(maker, who, row.offers, "offers"),
        )


def _shown(maker: FaceMaker, who: Person, text: str, field: str) -> str:
    return maker.shown(text, who.badge_number, who.name, field, "")


def _by_family(who: Person) -> str:
    return ", ".join(filter(None, (who.family_name, who.given_name)))


def _sections(profiles: Iterable[ProfileFace]) -> Iterator[SectionFace]:
    """Put profiles under delegation and first sector; those without one come last."""

    def under(each: ProfileFace) -> tuple[bool, str, bool, str]:
        return (
            each.delegation == _NO_DELEGATION,
            fold(each.delegation),
            not each.sectors,
            fold(each.sectors[0]) if each.sectors else "",
        )

    def of(each: ProfileFace) -> tuple[str, str, str]:
        return fold(each.organisation), each.organisation, each.country

    ordered = sorted(profiles, key=lambda each: (*under(each), *of(each)))
    for _, section in groupby(ordered, key=under):
        groups = tuple(
            group
            for key, together in groupby(section, key=of)
            for group in _groups(tuple(together), is_one=bool(key[0]))
        )
        first = groups[0].profiles[0]
        sector = first.sectors[0] if first.sectors else _NO_SECTOR
        yield SectionFace(first.delegation, sector, groups)


def _groups(profiles: tuple[ProfileFace, ...], *, is_one: bool) -> Iterator[GroupFace]:
    if is_one:
        yield GroupFace(profiles)
    else:
        yield from (GroupFace((each,)) for each in profiles)
