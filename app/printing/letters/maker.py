"""Letters on A4, one page each.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from app.applications.deeds import LetterWritten
from app.applications.letters.told import PAPER
from app.applications.letters.wishes import LetterWish
from app.applications.letters.writing import Letter, letters
from app.delegates.countries import country_name
from app.event.facts import EventFacts, event_facts
from app.journal.journal import Journal
from app.printing.a4 import LABEL, LEFT, PAGE, RIGHT
from app.printing.document import Document, Folio, Part
from app.printing.fonts import as_printed
from app.printing.layout import Align, Block, Box, Style, Tone, Typeface
from app.printing.paper import Paper
from app.printing.schedules.faces import FaceMaker

_WIDE: Final = RIGHT - LEFT
_TO = Style((4.2, 3.8, 3.4), lines=2)
_EVENT = Style((4.2, 3.8, 3.4), Typeface.STRONG, lines=2)
_SOFT = Style((4.2, 3.8, 3.4), tone=Tone.SOFT, lines=2)
_SUBJECT = Style((5.4, 4.8, 4.2), Typeface.STRONG, lines=2)
_TEXT_TOP, _TEXT_HIGH = 118.0, 150.0
_LARGE, _LINES = (4.2, 3.9, 3.6, 3.3, 3.0, 2.7, 2.4), 40
_PARAGRAPH_GAP = 3.2


def letter_document(journal: Journal, wish: LetterWish) -> Document:
    """Lay out letters by turn. Refuses as ``letters`` does."""
    with journal.reading() as session:
        facts = event_facts(session)
    maker, written = FaceMaker(facts.zone), letters(journal, wish)
    parts = [_part(facts, maker, each) for each in written]
    return Document(
        title=as_printed(facts.name),
        page=PAGE,
        items=len(parts),
        parts=parts,
        unprintable=maker.unprintable,
    )


def _part(facts: EventFacts, maker: FaceMaker, letter: Letter) -> Part:
    told = LetterWritten(letter.person.id, str(letter.status), letter.language, PAPER)
    return Part([partial(_draw, facts, letter, _texts(maker, letter))], (told,))


def _texts(maker: FaceMaker, letter: Letter) -> dict[str, str]:
    """Give what stands on a letter; a badge number instead of what no font can print."""
    who = letter.person
    number, name = who.badge_number, who.name

    def shown(text: str, field: str) -> str:
        return maker.shown(text, number, name, field, number)

    country = country_name(who.country) if who.country else ""
    return {
        "name": shown(name, "name"),
        "organisation": shown(who.organisation, "organisation"),
        "country": country,
        "subject": shown(letter.text.subject, "subject"),
        **{f"line {at}": shown(line, "text") for at, line in enumerate(_lines(letter))},
    }


def _lines(letter: Letter) -> Iterator[str]:
    for paragraph in letter.text.paragraphs:
        yield from paragraph.splitlines()


def _gaps(letter: Letter) -> Iterator[float]:
    """Yield what stands above each line of the text: paragraphs keep apart, their lines do not."""
    for paragraph in letter.text.paragraphs:
        yield _PARAGRAPH_GAP
        yield from (0.6 for _line in paragraph.splitlines()[1:])


def _draw(
    facts: EventFacts, letter: Letter, texts: dict[str, str], paper: Paper, folio: Folio
) -> None:
    paper.put_logo(Box(LEFT, 14, 80, 18))
    place = ", ".join(filter(None, (facts.venue, facts.city)))
    head = Block(Box(LEFT, 36, _WIDE, 14), {"event": _EVENT, "place": _SOFT})
    paper.set(head, {"event": as_printed(facts.name), "place": as_printed(place)})
    to = Block(Box(LEFT, 58, 85, 30), dict.fromkeys(("name", "organisation", "country"), _TO))
    paper.set(to, {each: texts[each] for each in to.styles})
    dated = ", ".join(filter(None, (as_printed(facts.city), letter.dated)))
    beside = Block(Box(LEFT, 90, _WIDE, 6), {"dated": _SOFT}, align=Align.RIGHT)
    paper.set(beside, {"dated": dated})
    subject = Block(Box(LEFT, 102, _WIDE, 14), {"subject": _SUBJECT})
    paper.set(subject, {"subject": texts["subject"]})
    _write_text(letter, texts, paper)
    paper.put(Box(LEFT, PAGE.height - 16, _WIDE, 5), LABEL, folio.words_if_several)


def _write_text(letter: Letter, texts: dict[str, str], paper: Paper) -> None:
    """Write the text in the largest type in which it fits on the page."""
    gaps = list(_gaps(letter))
    lines = {name: text for name, text in texts.items() if name.startswith("line ")}
    box = Box(LEFT, _TEXT_TOP, _WIDE, _TEXT_HIGH)
    styles = {
        name: Style(_LARGE[:1], lines=_LINES, leading=1.35, gap=gap)
        for name, gap in zip(lines, gaps, strict=True)
    }
    paper.set(Block(box, styles), lines)
