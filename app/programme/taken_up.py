"""Who meets nobody then, and why: sessions, rounds at mixed tables, a speech of their own.

Rounds and speeches are read as engagements beside those of sessions, from where they are kept: so
nothing has to be kept in step when seats or turns change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta
from functools import cache
from itertools import groupby
from typing import Final
from uuid import UUID

from sqlalchemy import func, literal, select
from sqlalchemy.orm import Session

from app.icebreaking.rounds import Timetable
from app.programme.engaged import Engagement, Engagements, How, People, engagements
from app.speeches.running import Slot, Speeches
from db.models import Icebreaker, RoundSeat, SpeechRound, SpeechTurn

ROUNDS: Final = "Ice-breaking"
SPEECHES: Final = "Speed presentations"
"""What these are called where a session has its number and its title."""
BEFORE_SPEECH: Final = timedelta(minutes=5)
"""So long before their turn speakers are in the room.

The whole running order would cost each of forty speakers two hours of meetings. Whoever is to
listen as well can be booked for a session.
"""
_SEATS = (
    select(
        RoundSeat.delegate_id,
        RoundSeat.rounds_id,
        # One row for each person, and not for each seat: there may be ten thousand of those.
        func.sum(literal(1).bitwise_lshift(RoundSeat.number)),
    )
    .join(Icebreaker, Icebreaker.id == RoundSeat.rounds_id)
    .where(Icebreaker.alive, RoundSeat.alive, RoundSeat.number < Icebreaker.rounds)
    .group_by(RoundSeat.delegate_id, RoundSeat.rounds_id)
)
_TURNS = select(
    SpeechTurn.place,
    SpeechTurn.delegate_id,
    SpeechTurn.began_at,
    SpeechTurn.ended_at,
    SpeechTurn.skipped,
).where(SpeechTurn.alive)


def taken_up(session: Session, people: People, only: Collection[UUID] | None = None) -> Engagements:
    """Read who has to be where; ``only``: in sessions and rounds nobody but these entries."""
    held = engagements(session, people, only)
    besides = [seated(session, people, only), speaking(session, people)]
    if not any(besides):
        return held
    found = dict(held)
    for part in besides:
        for person, theirs in part.items():
            both = (*found.get(person, ()), *theirs)
            found[person] = tuple(sorted(both, key=lambda each: each.starts_at))
    return found


def is_run(each: Engagement) -> bool:
    """Tell whether it is rounds at mixed tables, or somebody's speech, and no session."""
    return each.number in {ROUNDS, SPEECHES}


def seated(session: Session, people: People, only: Collection[UUID] | None = None) -> Engagements:
    """Read who sits in rounds; those that follow each other are one, with the pauses between."""
    rows = {each.id: each for each in session.scalars(select(Icebreaker).where(Icebreaker.alive))}
    if not rows:
        return {}
    query = _SEATS if only is None else _SEATS.where(RoundSeat.delegate_id.in_(only))
    masks: dict[tuple[UUID, UUID], int] = defaultdict(int)
    for entry, of, mask in session.connection().execute(query):
        if entry is not None and of in rows:
            masks[people.standing(entry), of] |= mask

    @cache
    def taken(rounds: UUID, mask: int) -> tuple[Engagement, ...]:
        row = rows[rounds]
        if row.starts_at is None:
            return ()
        times = Timetable(row.starts_at, row.minutes, row.pause)
        sat = [number for number in range(row.rounds) if mask >> number & 1]
        return tuple(round_engagements(rounds, times, sat))

    found: dict[UUID, tuple[Engagement, ...]] = {}
    for (person, rounds), mask in masks.items():
        found[person] = found.get(person, ()) + taken(rounds, mask)
    return found


def round_engagements(
    rounds: UUID, times: Timetable, numbers: Iterable[int]
) -> Iterator[Engagement]:
    """Yield what rounds take of whoever sits in these, counted from 0 and rising."""
    for _gap, group in groupby(enumerate(numbers), lambda each: each[1] - each[0]):
        those = [number for _at, number in group]
        starts, ends = times.times(those[0])[0], times.times(those[-1])[1]
        yield Engagement(rounds, ROUNDS, ROUNDS, "", starts, ends, How.BOOKED)


def speaking(session: Session, people: People) -> Engagements:
    """Read who speaks when, by what is noted of those before them and not by the clock."""
    found: dict[UUID, tuple[Engagement, ...]] = defaultdict(tuple)
    for row in session.scalars(select(SpeechRound).where(SpeechRound.alive)):
        if row.day is not None and row.starts_at is not None:
            times = (row.starts_at, row.minutes, row.questions)
            slots = tuple(_slots(session, people, row.id))
            for person, each in speech_engagements(Speeches(row.id, row.day, *times, slots)):
                found[person] += (each,)
    return found


def speech_engagements(speeches: Speeches) -> Iterator[tuple[UUID, Engagement]]:
    """Yield who speaks, and what it takes of them."""
    noted = (each for slot in speeches.slots for each in (slot.began, slot.ended) if each)
    known = max([speeches.starts_at, *noted])
    for slot, starts in zip(speeches.slots, speeches.times(known), strict=True):
        if not slot.skipped:
            ends = slot.ended or starts + speeches.turn
            yield slot.delegate, _speech(speeches.id, starts, ends)


def _speech(of: UUID, starts: datetime, ends: datetime) -> Engagement:
    return Engagement(of, SPEECHES, SPEECHES, "", starts - BEFORE_SPEECH, ends, How.SPEAKS)


def _slots(session: Session, people: People, speeches: UUID) -> Iterable[Slot]:
    """Give the turns in their order; whoever has two entries speaks once."""
    query = _TURNS.where(SpeechTurn.round_id == speeches)
    rows = [(each.place, each.delegate_id, each) for each in session.connection().execute(query)]
    found: dict[UUID, Slot] = {}
    for _place, entry, row in sorted(rows, key=lambda each: (each[0], str(each[1]))):
        if entry is not None:
            who = people.standing(entry)
            found.setdefault(who, Slot(who, row.began_at, row.ended_at, row.skipped))
    return found.values()
