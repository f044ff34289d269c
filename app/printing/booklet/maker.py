"""Makes the booklet of participants. It says nothing by which somebody could be reached.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.countries import country_name
from app.delegates.folding import fold
from app.delegates.person import Person
from app.delegates.profiles import OrganisationFacts, RoleFacts, roles_of
from app.event.facts import event_facts
from app.journal.journal import Journal
from app.meetings.hall import hall
from app.printing.badge_maker import occasion_of
from app.printing.booklet.drawing import BookletDrawing
from app.printing.booklet.faces import GroupFace, ProfileFace, SectionFace
from app.printing.booklet.hall import own_tables, zones
from app.printing.document import Document, Part
from app.printing.fonts import as_printed
from app.printing.pages import UPRIGHT
from app.printing.schedules.faces import FaceMaker
from app.printing.sheets import A4, A5, NobodyAccepted, SheetWish, known_paper
from app.printing.wanted import people_for
from db.models import Delegate

_NO_DELEGATION, _NO_SECTOR = "Others", "No sector named"
_EVERYBODY = "Participants"
"""What stands above all where nobody belongs to a delegation."""


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
        tables = hall(session).tables
        profiles = _named(_profiles(session, maker, own_tables(tables)))
    if not profiles:
        raise NobodyAccepted
    event = as_printed(facts.name)
    where = as_printed(occasion_of(facts).place_and_days)
    drawing = BookletDrawing(page, event, where)
    pages = drawing.pages(tuple(_sections(profiles)), tuple(zones(maker, tables)))
    return Document(
        title=event,
        page=page,
        items=len(profiles),
        parts=(Part(pages, items=len(profiles)),),
        unprintable=maker.unprintable,
        drawn_at=journal.clock().astimezone(facts.zone),
    )


def _named(profiles: Iterable[ProfileFace]) -> Sequence[ProfileFace]:
    """Call those in no delegation others only where there are delegations."""
    found = list(profiles)
    if any(each.delegation != _NO_DELEGATION for each in found):
        return found
    return [replace(each, delegation=_EVERYBODY) for each in found]


def _profiles(
    session: Session, maker: FaceMaker, own: Mapping[UUID, Sequence[str]]
) -> Iterator[ProfileFace]:
    columns = (Delegate.id, Delegate.sectors, Delegate.seeks, Delegate.offers, Delegate.by_sector)
    query = select(*columns)
    said = {row.id: row for row in session.connection().execute(query.where(Delegate.alive))}
    people = people_for(session, ())
    roles = roles_of(session, [each.id for each in people])
    organisations = _organisations(people, roles)
    for who in people:
        row = said[who.id]

        def shown(texts: Iterable[str], field: str, who: Person = who) -> tuple[str, ...]:
            return tuple(filter(None, (_shown(maker, who, each, field) for each in texts)))

        of = organisations.get(who.id)
        also = [each.organisation.name for each in roles[who.id] if not each.is_main]
        tables = (*own.get(who.id, ()), *(own.get(of.id, ()) if of is not None else ()))
        countries = of.countries if of is not None else (who.country,)
        yield ProfileFace(
            delegation=_shown(maker, who, who.delegation, "delegation") or _NO_DELEGATION,
            sectors=shown(row.sectors, "sectors"),
            name=_shown(maker, who, who.name, "name") or who.badge_number,
            by_family=_shown(maker, who, _by_family(who), "name") or who.badge_number,
            function=_function(_shown(maker, who, who.function, "function"), who, countries),
            organisation=_shown(maker, who, who.organisation, "organisation"),
            country=", ".join(country_name(each) for each in countries if each),
            seeks=_shown(maker, who, _wishes(row.seeks, row.by_sector, "seeks"), "seeks"),
            offers=_shown(maker, who, _wishes(row.offers, row.by_sector, "offers"), "offers"),
            networks=shown(of.networks, "organisation") if of is not None else (),
            strengths=shown(of.strengths, "organisation") if of is not None else (),
            services=shown(of.services, "organisation") if of is not None else (),
            tables=shown(tables, "table"),
            also=shown(also, "organisation"),
        )


def _wishes(said: str, by_sector: Mapping[str, Any], side: str) -> str:
    """Say what somebody seeks or offers, in general and then by sector."""
    told = (f"{sector}: {each[side]}" for sector, each in by_sector.items() if each.get(side))
    return " · ".join(filter(None, (said, *told)))


def _organisations(
    people: Iterable[Person], roles: Mapping[UUID, Sequence[RoleFacts]]
) -> Mapping[UUID, OrganisationFacts]:
    """Give the organisation on each person's badge, with the countries its people come from too."""
    where = {each.id: each.country for each in people}
    main = {who: held[0].organisation for who, held in roles.items() if held and held[0].is_main}
    countries = {of.id: dict.fromkeys(of.countries) for of in main.values()}
    for who, of in main.items():
        countries[of.id] |= dict.fromkeys(filter(None, (where[who],)))
    return {
        who: replace(of, countries=tuple(sorted(countries[of.id], key=country_name)))
        for who, of in main.items()
    }


def _function(said: str, who: Person, countries: Sequence[str]) -> str:
    """Say where somebody is, too, where their organisation has places in several countries."""
    where = country_name(who.country) if who.country and len(countries) > 1 else ""
    return ", ".join(filter(None, (said, where)))


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

    def of(each: ProfileFace) -> tuple[str, str]:
        return fold(each.organisation), each.organisation

    ordered = sorted(profiles, key=lambda each: (*under(each), *of(each), each.country))
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
