"""Makes cards for those who speak, in the order of their turns.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from app.event.facts import event_facts
from app.journal.journal import Journal
from app.printing.document import Document, Part, edition_words
from app.printing.fonts import as_printed
from app.printing.pages import ACROSS, UPRIGHT
from app.printing.schedules.faces import FaceMaker, day_title
from app.printing.sheets import A4, A5, SheetWish, known_paper, wished_days
from app.printing.speaker_cards.drawing import SpeakerCardDrawing
from app.printing.speaker_cards.faces import SpeakerFace
from app.printing.spoken import DayOfSpeeches, speeches_wished
from app.speeches.running import NoSpeeches, Speech


def speaker_card_document(journal: Journal, wish: SheetWish) -> Document:
    """Lay out a card for each speaker of the days that are wished, or for those who are named.

    Raises:
        UnknownPaper, UnknownDay: There is no such paper or day.
        NoSpeeches: None are set on these days, or nobody of those named speaks.
    """
    folded = known_paper(wish, A4, A5) == A4
    page = UPRIGHT[A4] if folded else ACROSS[A5]
    with journal.reading() as session:
        facts = event_facts(session)
        wished = wished_days(wish, facts.days)
        days = speeches_wished(session, wished, journal.now)
    event, maker = as_printed(facts.name), FaceMaker(facts.zone)
    edition = edition_words(0, journal.clock().astimezone(facts.zone))
    faces = [
        _face(maker, day, number, edition)
        for day in days
        for number, each in enumerate(day.speaking, start=1)
        if not wish.delegates or each.who.id in wish.delegates
    ]
    if not faces:
        raise NoSpeeches(wished[0])
    drawing = SpeakerCardDrawing(page, event, folded=folded)
    return Document(
        title=event,
        page=page,
        items=len(faces),
        parts=[Part(drawing.pages(face)) for face in faces],
        unprintable=maker.unprintable,
    )


def _face(maker: FaceMaker, day: DayOfSpeeches, number: int, edition: str) -> SpeakerFace:
    speeches, each = day.speeches, day.speaking[number - 1]
    badge, name = each.who.badge_number, each.who.name
    before = _named(maker, day.speaking[number - 2]) if number > 1 else ""
    after = _named(maker, day.speaking[number]) if number < len(day.speaking) else ""
    return SpeakerFace(
        name=maker.shown(name, badge, name, "name", badge),
        organisation=maker.shown(each.who.organisation, badge, name, "organisation", ""),
        delegation=maker.shown(each.delegation, badge, name, "delegation", ""),
        turn=f"You are no. {number} of {len(day.speaking)}",
        time=maker.clock(day.at(number)),
        day=day_title(speeches.day),
        minutes=_minutes(speeches.minutes, speeches.questions),
        before=f"After {before}" if before else "Nobody speaks before you.",
        after=f"Then {after}" if after else "You are the last one.",
        edition=edition,
    )


def _minutes(minutes: int, questions: int) -> str:
    speaks = "1 minute" if minutes == 1 else f"{minutes} minutes"
    return (
        f"{speaks} to speak, then {questions} for questions" if questions else f"{speaks} to speak"
    )


def _named(maker: FaceMaker, each: Speech) -> str:
    badge, name = each.who.badge_number, each.who.name
    said = (
        maker.shown(name, badge, name, "name", badge),
        maker.shown(each.who.organisation, badge, name, "organisation", ""),
    )
    return ", ".join(filter(None, said))
