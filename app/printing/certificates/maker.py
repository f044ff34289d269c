"""Certificates of attendance on A4 across: one for each delegate who was checked in.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from itertools import groupby
from uuid import UUID

from babel.dates import format_date
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.countries import country_name
from app.delegates.person import Person, people
from app.event.facts import EventFacts, event_facts
from app.journal.journal import Journal
from app.printing.document import Document, Folio, Part, edition_words
from app.printing.fonts import as_printed
from app.printing.layout import Block, Box, Style, Tone, Typeface
from app.printing.order import by_family_name
from app.printing.pages import ACROSS
from app.printing.paper import Paper
from app.printing.schedules.faces import FaceMaker
from app.printing.sheets import A4, NobodyCame, SheetWish, known_paper, wished_days
from app.printing.stock import Spot
from db.models import CheckIn

_PAGE = ACROSS[A4]
_LEFT, _RIGHT = 32.0, _PAGE.width - 32
_WIDE = _RIGHT - _LEFT
_LINE_AT = 170.0
_SMALL = Style((3.6, 3.2, 2.8), tone=Tone.FAINT, lines=2)
_WORDS = {
    "event": Style((5.6, 5, 4.4), Typeface.STRONG, lines=2),
    "place": Style((4.4, 4), tone=Tone.FAINT, lines=2),
    "title": Style((10.5, 9), Typeface.DISPLAY, gap=11),
    "says": Style((5,), tone=Tone.SOFT, gap=9),
    "name": Style((18, 15, 12), Typeface.DISPLAY_STRONG, lines=2, leading=1.1, gap=2),
    "organisation": Style((6.4, 5.6, 5), lines=2, gap=2),
    "attended": Style((5.4, 4.8, 4.2), tone=Tone.SOFT, lines=2, leading=1.3, gap=6),
}


@dataclass(frozen=True, slots=True)
class CertificateFace:
    """Who was there and when. ``number`` is of no other certificate."""

    name: str
    organisation: str
    days: str
    number: str


def certificate_document(journal: Journal, wish: SheetWish) -> Document:
    """Lay out certificates by family name, of those who came on the day that is wished, or at all.

    Raises:
        UnknownPaper, UnknownDay: There is no such paper or day.
        NobodyCame: Nobody was checked in, or somebody who is named was not.
    """
    known_paper(wish, A4)
    with journal.reading() as session:
        facts = event_facts(session)
        came = _came(session, wished_days(wish, facts.days))
        chosen = _chosen(people(session, wish.delegates or None).values(), came, wish)
    maker, now = FaceMaker(facts.zone), journal.clock().astimezone(facts.zone)
    faces = [_face(maker, facts, each, sorted(came[each.id])) for each in chosen]
    return Document(
        title=as_printed(facts.name),
        page=_PAGE,
        items=len(faces),
        parts=[Part([partial(_draw, facts, now, face)]) for face in faces],
        unprintable=maker.unprintable,
    )


def days_words(days: Sequence[date]) -> str:
    """Name days, in order, those that follow each other in one month by the first and last."""
    runs: list[list[date]] = []
    for day in days:
        last = runs[-1][-1] if runs else None
        if last and (day - last).days == 1 and day.month == last.month:
            runs[-1].append(day)
        else:
            runs.append([day])
    months = groupby(runs, key=lambda run: (run[0].year, run[0].month))
    said = []
    for _, of_month in months:
        stretches = list(of_month)
        numbers = [
            f"{run[0].day}" if len(run) == 1 else f"{run[0].day}–{run[-1].day}" for run in stretches
        ]
        said.append(f"{_listed(numbers)} {format_date(stretches[0][0], 'MMMM y', locale='en')}")
    return _listed(said)


def _listed(words: Sequence[str]) -> str:
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last


def _came(session: Session, days: Sequence[date]) -> dict[UUID, set[date]]:
    """Give on which of these days somebody was let in."""
    came: dict[UUID, set[date]] = defaultdict(set)
    query = select(CheckIn.delegate_id, CheckIn.day).where(CheckIn.alive, CheckIn.day.in_(days))
    for delegate, day in session.connection().execute(query):
        if delegate is not None and day is not None:
            came[delegate].add(day)
    return came


def _chosen(
    found: Iterable[Person], came: Mapping[UUID, set[date]], wish: SheetWish
) -> list[Person]:
    known = sorted(found, key=by_family_name)
    away = tuple(each for each in known if each.id not in came)
    here = [each for each in known if each.id in came]
    if not here or (wish.delegates and away):
        raise NobodyCame(away if wish.delegates else ())
    return here


def _face(
    maker: FaceMaker, facts: EventFacts, who: Person, days: Sequence[date]
) -> CertificateFace:
    number = who.badge_number
    country = country_name(who.country) if who.country else ""
    organisation = maker.shown(who.organisation, number, who.name, "organisation", "")
    return CertificateFace(
        name=maker.shown(who.name, number, who.name, "name", number),
        organisation=", ".join(filter(None, (organisation, country))),
        days=days_words(days),
        number=f"{facts.id.hex[:6].upper()}-{number}",
    )


def _draw(
    facts: EventFacts, now: datetime, face: CertificateFace, paper: Paper, _folio: Folio
) -> None:
    ink = paper.tones[Tone.INK]
    paper.fill(Box(0, 0, _PAGE.width, 5), ink)
    place = ", ".join(filter(None, map(as_printed, (facts.venue, facts.city))))
    texts = {
        "event": as_printed(facts.name),
        "place": place,
        "title": "Certificate of attendance",
        "says": "This is to certify that",
        "name": face.name,
        "organisation": face.organisation,
        "attended": f"took part on {face.days}.",
    }
    start = 36 if paper.put_logo(Box(_LEFT, 14, 100, 17)) else 24
    paper.set(Block(Box(_LEFT, start, _WIDE, 146 - start), _WORDS), texts)
    issued = as_printed(
        ", ".join(filter(None, (facts.city, format_date(now, "d MMMM y", locale="en"))))
    )
    half = _WIDE / 2 - 8
    for x, below in ((_LEFT, "Place and date"), (_RIGHT - half, "Name and signature")):
        paper.rule(Spot(x, _LINE_AT), half, 0.3)
        paper.put(Box(x, _LINE_AT + 1.5, half, 5), _SMALL, below)
    room = Box(_LEFT, _LINE_AT - 9, half, 8)
    paper.set(Block(room, {"issued": Style((5, 4.4), lines=2)}, sink=0.9), {"issued": issued})
    paper.put(
        Box(_LEFT, 188, _WIDE, 6), _SMALL, f"Certificate {face.number} · {edition_words(0, now)}"
    )
