"""Labels for the boxes that printed badges lie in, by the numbers that the Desk says.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import groupby

from sqlalchemy.orm import Session

from app.checkin.boxes import PRINTS, BoxPlace, box_place
from app.delegates.person import Person, people
from app.event.facts import event_facts
from app.journal.journal import Journal
from app.printing.badge_maker import SMALLEST_BOXED_RUN
from app.printing.colour import Colour
from app.printing.document import Document, Draw, Folio, Part, edition_words
from app.printing.fonts import as_printed
from app.printing.layout import Align, Block, Box, Style, Tone, Typeface
from app.printing.order import ORDERS
from app.printing.pages import UPRIGHT
from app.printing.paper import Paper
from app.printing.schedules.faces import FaceMaker
from app.printing.sheets import A4, ROLL_102, NoBoxes, SheetWish, known_paper
from app.printing.stock import Size, Spot
from app.printing.wishes import Sort
from db.models import Print

_COLUMNS, _ROWS = 2, 4
_INSET = 6.0
_CUT = Colour.parse("#5C6573")
_NUMBER = Style((34, 28, 22), Typeface.DISPLAY_STRONG, leading=1)
_SMALL = Style((3.3, 2.9, 2.5), tone=Tone.FAINT, lines=2)
_RANGE = {
    "first": Style((6.4, 5.6, 4.8), Typeface.STRONG, lines=3, leading=1.1),
    "to": Style((3.6,), tone=Tone.SOFT),
    "last": Style((6.4, 5.6, 4.8), Typeface.STRONG, lines=3, leading=1.1),
    "places": Style((3.6, 3.2), tone=Tone.SOFT, lines=2, gap=2),
}


@dataclass(frozen=True, slots=True)
class _Lying:
    """A badge in its box: whose, where, and since when."""

    who: Person
    place: BoxPlace
    at: datetime


@dataclass(frozen=True, slots=True)
class BoxFace:
    """A box: its name as the Desk says it, from whom to whom, and which places are in it."""

    number: str
    first: str
    last: str
    places: str
    printed: str


def box_document(journal: Journal, wish: SheetWish) -> Document:
    """Lay out a label for each box; those of a later run of a desk have higher numbers.

    Raises:
        UnknownPaper: There is no such paper.
        NoBoxes: No badge lies in a box.
    """
    paper = known_paper(wish, A4, ROLL_102)
    page = UPRIGHT[paper]
    with journal.reading() as session:
        facts = event_facts(session)
        maker = FaceMaker(facts.zone)
        faces = [_face(maker, box, lying) for box, lying in _boxes(session)]
    if not faces:
        raise NoBoxes(SMALLEST_BOXED_RUN)
    event = as_printed(facts.name)
    on_sheet = 1 if paper == ROLL_102 else _COLUMNS * _ROWS
    pages: list[Draw] = [
        partial(_draw, event, page, faces[start : start + on_sheet])
        for start in range(0, len(faces), on_sheet)
    ]
    if wish.cut_marks and on_sheet > 1:
        pages = [partial(_draw_to_cut, draw) for draw in pages]
    return Document(
        title=event,
        page=page,
        items=len(faces),
        parts=(Part(pages, items=len(faces)),),
        unprintable=maker.unprintable,
        mono=paper == ROLL_102,
    )


def _boxes(session: Session) -> Iterator[tuple[str, list[_Lying]]]:
    """Yield each box by its name, with whose badges still lie in it, by their places.

    A badge that was printed again, alone or in another run, no longer counts where it was.
    """
    last = {row.delegate_id: row for row in session.execute(PRINTS.order_by(Print.stamp))}
    known = people(session)
    lying = [
        _Lying(known[delegate], lies, row.at)
        for delegate, row in last.items()
        if delegate in known and row.at and (lies := box_place(row.letters, row.place))
    ]
    lying.sort(key=lambda each: each.place)
    for box, inside in groupby(lying, key=lambda each: each.place.box):
        yield box, list(inside)


def _face(maker: FaceMaker, box: str, lying: Sequence[_Lying]) -> BoxFace:
    first, last = _range(maker, [each.who for each in lying])
    places = [each.place.place for each in (lying[0], lying[-1])]
    inside = f"{len(lying)} badges, places {places[0]} to {places[1]}"
    if len(lying) == 1:
        inside = f"1 badge, place {places[0]}"
    return BoxFace(
        box,
        first,
        "" if first == last else last,
        inside,
        edition_words(0, lying[0].at.astimezone(maker.zone)),
    )


def _range(maker: FaceMaker, whom: Sequence[Person]) -> tuple[str, str]:
    """Give from what to what a box goes, in the order that its badges came out in, if in any."""
    said = {
        Sort.FAMILY_NAME: _name,
        Sort.ORGANISATION: _organisation,
        Sort.DELEGATION: _delegation,
    }
    for sort, words in said.items():
        keys = [ORDERS[sort](who) for who in whom]
        if keys == sorted(keys):
            return words(maker, whom[0]), words(maker, whom[-1])
    return "", ""


def _organisation(maker: FaceMaker, who: Person) -> str:
    return maker.shown(who.organisation, who.badge_number, who.name, "organisation", "")


def _delegation(maker: FaceMaker, who: Person) -> str:
    return maker.shown(who.delegation, who.badge_number, who.name, "delegation", "")


def _name(maker: FaceMaker, who: Person) -> str:
    family_first = ", ".join(filter(None, (who.family_name, who.given_name)))
    return maker.shown(family_first, who.badge_number, who.name, "name", who.badge_number)


def _draw(event: str, page: Size, faces: Sequence[BoxFace], paper: Paper, _folio: Folio) -> None:
    alone = page == UPRIGHT[ROLL_102]
    columns, rows = (1, 1) if alone else (_COLUMNS, _ROWS)
    wide, high = page.width / columns, page.height / rows
    for at, face in enumerate(faces):
        row, column = divmod(at, columns)
        _put_label(paper, event, face, Box(column * wide, row * high, wide, high))


def _draw_to_cut(draw: Draw, paper: Paper, folio: Folio) -> None:
    draw(paper, folio)
    page = paper.page
    for column in range(1, _COLUMNS):
        x = column * page.width / _COLUMNS
        paper.cut(Spot(x, 0), Spot(x, page.height), _CUT)
    for row in range(1, _ROWS):
        y = row * page.height / _ROWS
        paper.cut(Spot(0, y), Spot(page.width, y), _CUT)


def _put_label(paper: Paper, event: str, face: BoxFace, area: Box) -> None:
    left, top = area.x + _INSET, area.y + _INSET
    wide, bottom = area.width - 2 * _INSET, area.bottom - _INSET
    beside = left + wide * 0.42
    room = Box(left, top, beside - left - 3, bottom - top - 6)
    styles = {"box": Style((5,), tone=Tone.SOFT), "number": _NUMBER}
    paper.set(Block(room, styles, sink=0.3), {"box": "Box", "number": face.number})
    room = Box(beside, top, left + wide - beside, room.height)
    texts = {
        "first": face.first,
        "to": "to" if face.last else "",
        "last": face.last,
        "places": face.places,
    }
    paper.set(Block(room, _RANGE, sink=0.5), texts)
    logo = paper.put_logo(Box(left + wide - 24, bottom - 6, 24, 6), Align.RIGHT)
    end = logo.x - 2 if logo else left + wide
    paper.put(Box(left, bottom - 4.5, end - left, 4.5), _SMALL, f"{event} · {face.printed}")
