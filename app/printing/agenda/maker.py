"""The agenda on one page of A4: sessions, meetings and breaks, line by line.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from itertools import groupby, pairwise
from uuid import UUID

from sqlalchemy.orm import Session

from app.event.facts import EventFacts, event_facts
from app.event.slots import StandingSlot, standing_slots
from app.journal.journal import Journal
from app.meetings.attendees import Attendees
from app.printing.a4 import LEFT, PAGE, RIGHT
from app.printing.badge_maker import occasion_of
from app.printing.document import Document, Folio, Part
from app.printing.fonts import as_printed
from app.printing.layout import Block, Box, Style, Tone, Typeface
from app.printing.pages import put_head
from app.printing.paper import Paper
from app.printing.schedules.faces import day_title
from app.printing.sheets import A4, NothingPlanned, SheetWish, known_paper, wished_days
from app.printing.stock import Spot
from app.programme.session import Standing, standing_sessions

_TOP, _BOTTOM = 42.0, 276.0
_WORDS = 58.0
_TITLE, _LINE = 14.0, 17.0
_DAY = Style((6.2, 5.4), Typeface.STRONG)
_TIME = Style((5, 4.4, 3.8), Typeface.STRONG)
_WHAT = Style((4.6, 4.2, 3.8), Typeface.STRONG, lines=2, leading=1.15)
_DETAIL = Style((3.7, 3.3), tone=Tone.SOFT, lines=3, leading=1.25)


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """Something that happens from one instant to another; ``detail`` may be blank."""

    starts_at: datetime
    ends_at: datetime
    what: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class DayFace:
    """A day: times and words of its lines in their order."""

    title: str
    lines: tuple[tuple[str, str, str], ...]

    @property
    def height(self) -> float:
        """How high it is if there is room."""
        return _TITLE + _LINE * len(self.lines)


def agenda_document(journal: Journal, wish: SheetWish) -> Document:
    """Lay out the days that are wished on one page.

    Raises:
        UnknownPaper, UnknownDay: There is no such paper or day.
        NothingPlanned: There is nothing on these days.
    """
    known_paper(wish, A4)
    with journal.reading() as session:
        facts = event_facts(session)
        slots = standing_slots(session)
        sessions = [each for each in standing_sessions(session) if not each.cancelled]
        names = _voices(session, sessions)
    meetings = [
        line
        for line in meeting_lines(slots, facts)
        # What the programme has in a break says more of it.
        if line.detail or not any(each.meets(line.starts_at, line.ends_at) for each in sessions)
    ]
    found = [*meetings, *(_session_line(each, names) for each in sessions)]
    lines = sorted(found, key=lambda each: (each.starts_at, each.ends_at))
    faces = [
        face for day in wished_days(wish, facts.days) if (face := _face(day, lines, facts)).lines
    ]
    if not faces:
        raise NothingPlanned
    occasion = occasion_of(facts)
    said = " · ".join(
        filter(None, map(as_printed, (facts.name, facts.venue, occasion.place_and_days)))
    )
    return Document(
        title=as_printed(facts.name),
        page=PAGE,
        items=1,
        parts=(Part([partial(_draw, said, faces)]),),
        drawn_at=journal.clock().astimezone(facts.zone),
    )


def meeting_lines(slots: Sequence[StandingSlot], facts: EventFacts) -> Iterator[AgendaLine]:
    """Say when people meet, and the breaks between blocks of one day."""
    by_block: dict[object, list[StandingSlot]] = {}
    for slot in slots:
        by_block.setdefault(slot.block_id, []).append(slot)
    blocks = list(by_block.values())
    for block in blocks:
        first, last = block[0], block[-1]
        yield AgendaLine(first.starts_at, last.ends_at, "Meetings", _starts(block, facts))
    for _, of_day in groupby(blocks, key=lambda block: facts.day_of(block[0].starts_at)):
        for before, after in pairwise(of_day):
            if before[-1].ends_at < after[0].starts_at:
                yield AgendaLine(before[-1].ends_at, after[0].starts_at, "Break")


def _voices(session: Session, sessions: Sequence[Standing]) -> Mapping[str, str]:
    """Name the delegates who speak or moderate, by their entries."""
    entries = {entry for each in sessions for entry in (*each.speakers, *each.moderators)}
    attendees = Attendees(session, [UUID(each) for each in entries])
    return {
        entry: who.name
        for entry in entries
        for who in attendees.named([attendees.standing(UUID(entry))])
    }


def _session_line(each: Standing, names: Mapping[str, str]) -> AgendaLine:
    speakers = (*(names[one] for one in each.speakers), *each.speaker_names)
    moderators = (*(names[one] for one in each.moderators), *each.moderator_names)
    moderated = ", ".join(filter(None, moderators))
    detail = (
        each.room,
        each.track,
        ", ".join(filter(None, speakers)),
        f"Moderation: {moderated}" if moderated else "",
    )
    return AgendaLine(each.starts_at, each.ends_at, each.title, " · ".join(filter(None, detail)))


def _starts(block: Sequence[StandingSlot], facts: EventFacts) -> str:
    minutes = int((block[0].ends_at - block[0].starts_at).total_seconds() / 60)
    starts = ", ".join(_clock(each.starts_at, facts) for each in block)
    return f"{minutes} minutes each, at {starts}"


def _clock(at: datetime, facts: EventFacts) -> str:
    return f"{at.astimezone(facts.zone):%H:%M}"


def _face(day: date, lines: Sequence[AgendaLine], facts: EventFacts) -> DayFace:
    return DayFace(
        day_title(day),
        tuple(
            (
                f"{_clock(each.starts_at, facts)} – {_clock(each.ends_at, facts)}",
                as_printed(each.what),
                as_printed(each.detail),
            )
            for each in lines
            if facts.day_of(each.starts_at) == day
        ),
    )


def _draw(said: str, faces: Sequence[DayFace], paper: Paper, _folio: Folio) -> None:
    put_head(paper, said, "Agenda", RIGHT)
    # All of it stands on one page: the more there is, the smaller.
    scale = min(1.0, (_BOTTOM - _TOP) / sum(face.height for face in faces))
    y = _TOP
    for face in faces:
        title = Box(LEFT, y, RIGHT - LEFT, _TITLE * scale)
        paper.set(Block(title, {"title": _DAY}, sink=0.6), {"title": face.title})
        y += title.height
        for line in face.lines:
            paper.rule(Spot(LEFT, y), RIGHT - LEFT)
            _put_line(paper, line, Box(LEFT, y, RIGHT - LEFT, _LINE * scale))
            y += _LINE * scale


def _put_line(paper: Paper, line: tuple[str, str, str], area: Box) -> None:
    time, what, detail = line
    inset = area.height * 0.08
    room = Box(area.x, area.y + inset, _WORDS - LEFT - 3, area.height - 2 * inset)
    paper.set(Block(room, {"time": _TIME}, sink=0.4), {"time": time})
    room = Box(_WORDS, room.y, RIGHT - _WORDS, room.height)
    styles = {"what": _WHAT, "detail": _DETAIL}
    paper.set(Block(room, styles, sink=0.4), {"what": what, "detail": detail})
