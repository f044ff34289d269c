"""What an agenda tells: sessions, meetings and breaks, visits, rounds and speeches, by time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby, pairwise
from uuid import UUID

from sqlalchemy.orm import Session

from app.event.facts import EventFacts
from app.event.slots import StandingSlot, standing_slots
from app.icebreaking.rounds import NoRounds, kept_rounds
from app.meetings.attendees import Attendees
from app.programme.session import SessionKind, Standing, standing_sessions
from app.speeches.known import known
from app.visits.reading import visit_book


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """Something that happens from one instant to another; ``where`` and ``detail`` may be blank.

    What is ``quiet``, such as a break, stands back.
    """

    starts_at: datetime
    ends_at: datetime
    what: str
    where: str = ""
    detail: str = ""
    quiet: bool = False

    def meets(self, other: AgendaLine) -> bool:
        """Tell whether both are under way at some time."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


def agenda_lines(session: Session, facts: EventFacts, days: Sequence[date]) -> list[AgendaLine]:
    """Give what happens on these days: by time, then as the tracks and rooms are called."""
    sessions = [each for each in standing_sessions(session) if not each.cancelled]
    told = list(_sessions(session, sessions))
    # What the programme has in a break, or says of the meetings, says more of it.
    matched = {
        line
        for line, each in zip(told, sessions, strict=True)
        if each.kind == SessionKind.MATCHMAKING
    }
    meetings = list(_meetings(standing_slots(session), facts))
    lines = [
        *(_told_with(line, meetings) if line in matched else line for line in told),
        *(line for line in meetings if not any(map(line.meets, told if line.quiet else matched))),
        *_visits(session),
        *_rounds(session, days),
        *_speeches(session, days),
    ]
    wanted = [line for line in lines if facts.day_of(line.starts_at) in days]
    return sorted(wanted, key=lambda line: (line.starts_at, line.where, line.ends_at, line.what))


def _told_with(line: AgendaLine, meetings: Sequence[AgendaLine]) -> AgendaLine:
    """Say of a session in which people meet when meetings begin."""
    starts = [each.detail for each in meetings if each.detail and each.meets(line)]
    return replace(line, detail=" · ".join(filter(None, (line.detail, *starts))))


def _sessions(session: Session, sessions: Sequence[Standing]) -> Iterator[AgendaLine]:
    names = _voices(session, sessions)
    for each in sessions:
        speakers = [*(names[one] for one in each.speakers), *each.speaker_names]
        moderators = [*(names[one] for one in each.moderators), *each.moderator_names]
        moderated = ", ".join(filter(None, moderators))
        detail = (
            ", ".join(filter(None, speakers)),
            f"Moderation: {moderated}" if moderated else "",
        )
        yield AgendaLine(
            each.starts_at,
            each.ends_at,
            each.title,
            " · ".join(filter(None, (each.track, each.room))),
            " · ".join(filter(None, detail)),
            quiet=each.kind == SessionKind.BREAK,
        )


def _voices(session: Session, sessions: Sequence[Standing]) -> Mapping[str, str]:
    """Name the delegates who speak or moderate, by their entries."""
    entries = {entry for each in sessions for entry in (*each.speakers, *each.moderators)}
    attendees = Attendees(session, [UUID(each) for each in entries])
    return {
        entry: who.name
        for entry in entries
        for who in attendees.named([attendees.standing(UUID(entry))])
    }


def _meetings(slots: Sequence[StandingSlot], facts: EventFacts) -> Iterator[AgendaLine]:
    """Say when people meet, and the breaks between blocks of one day."""
    by_block: dict[object, list[StandingSlot]] = {}
    for slot in slots:
        by_block.setdefault(slot.block_id, []).append(slot)
    blocks = list(by_block.values())
    for block in blocks:
        first, last = block[0], block[-1]
        minutes = int((first.ends_at - first.starts_at).total_seconds() / 60)
        starts = ", ".join(f"{each.starts_at.astimezone(facts.zone):%H:%M}" for each in block)
        detail = f"{minutes} minutes each, at {starts}"
        yield AgendaLine(first.starts_at, last.ends_at, "Meetings", detail=detail)
    for _, of_day in groupby(blocks, key=lambda block: facts.day_of(block[0].starts_at)):
        for before, after in pairwise(of_day):
            if before[-1].ends_at < after[0].starts_at:
                yield AgendaLine(before[-1].ends_at, after[0].starts_at, "Break", quiet=True)


def _visits(session: Session) -> Iterator[AgendaLine]:
    for each in visit_book(session).visits.values():
        where = f"Meeting point: {each.meeting_point}" if each.meeting_point else ""
        places = "1 place" if each.places == 1 else f"{each.places} places"
        detail = " · ".join(filter(None, (where, places)))
        title, track = f"Visit: {each.title}", each.sector
        yield AgendaLine(each.starts_at, each.ends_at, title, track, detail)


def _rounds(session: Session, days: Sequence[date]) -> Iterator[AgendaLine]:
    for day in days:
        try:
            kept = kept_rounds(session, day)
        except NoRounds:
            continue
        if kept.rounds:
            first, last = kept.rounds[0], kept.rounds[-1]
            detail = f"{len(kept.rounds)} rounds of {kept.timetable.minutes} minutes"
            times = (first.starts_at, last.ends_at)
            yield AgendaLine(*times, "Ice-breaking at mixed tables", detail=detail)


def _speeches(session: Session, days: Sequence[date]) -> Iterator[AgendaLine]:
    for day in days:
        kept = known(session, day)
        count = len([each for each in kept.speeches.slots if not each.skipped]) if kept else 0
        if kept is not None and count:
            speeches = kept.speeches
            questions = f" and {speeches.questions} for questions" if speeches.questions else ""
            people = "1 speaker" if count == 1 else f"{count} speakers"
            detail = f"{people}, {speeches.minutes} minutes each{questions}"
            ends = speeches.starts_at + count * speeches.turn
            yield AgendaLine(speeches.starts_at, ends, "Speed presentations", detail=detail)
