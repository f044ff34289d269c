"""Reads the speeches of a day, and who may speak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.checkin.presence import checked_in
from app.delegates.folding import fold
from app.delegates.person import people
from app.delegates.registration import Status
from app.journal.journal import Journal
from app.meetings.attendees import Attendees, Someone
from app.outcomes.audience import audience
from app.speeches.ordering import Order, in_order
from app.speeches.running import NoSpeeches, Slot, Speech, Speeches
from db.models import SpeechRound, SpeechTurn

_DAYS = UUID("3c0f6f0e-52ab-4d0a-9d51-7a0c2b9e4f16")


@dataclass(frozen=True, slots=True)
class SpeechOrder:
    """From when on people speak, how many minutes each, and for questions after it.

    ``delegation``, ``kind``: only its people, or those of such organisations, speak; ``here``: only
    who was let in that day. ``seed`` decides what is drawn.
    """

    starts_at: datetime
    minutes: int
    questions: int = 0
    order: Order = Order.MIXED
    delegation: str = ""
    seed: int = 1
    kind: str = ""
    status: Status = Status.ACCEPTED
    here: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """The speeches of a day, with the rows that keep them.

    ``turns`` are by delegate; of entries that were merged since, each may have one.
    """

    speeches: Speeches
    turns: Mapping[UUID, tuple[SpeechTurn, ...]]


def round_row(day: date) -> UUID:
    """Give the id of a day's speeches: the same on every desk."""
    return uuid5(_DAYS, day.isoformat())


def turn_row(speeches: UUID, delegate: UUID) -> UUID:
    """Give the id of somebody's turn: the same on every desk."""
    return uuid5(speeches, str(delegate))


def known(session: Session, day: date) -> Kept | None:
    """Give the speeches of a day, if any are set."""
    row = session.get(SpeechRound, round_row(day))
    if row is None or not row.alive or row.starts_at is None:
        return None
    turns = turns_of(session, row.id)
    slots = tuple(slot_of(rows[0], delegate) for delegate, rows in turns.items())
    speeches = Speeches(row.id, day, row.starts_at, row.minutes, row.questions, slots)
    return Kept(speeches, turns)


def turns_of(session: Session, speeches: UUID) -> Mapping[UUID, tuple[SpeechTurn, ...]]:
    """Give the turns of those who are on the list, in their order."""
    rows = turn_rows(session, speeches)
    attendees = Attendees(session, [entry for entry, _row in rows])
    found: dict[UUID, tuple[SpeechTurn, ...]] = {}
    for entry, row in rows:
        who = attendees.standing(entry)
        found[who] = (*found.get(who, ()), row)
    return found


def turn_rows(session: Session, speeches: UUID) -> Sequence[tuple[UUID, SpeechTurn]]:
    """Give the turns on the list in their order, with the entries that they name."""
    query = select(SpeechTurn).where(SpeechTurn.round_id == speeches, SpeechTurn.alive)
    rows = [(each.delegate_id, each) for each in session.scalars(query) if each.delegate_id]
    return sorted(rows, key=lambda each: (each[1].place, str(each[0])))


def slot_of(turn: SpeechTurn, delegate: UUID) -> Slot:
    """Give the turn of somebody as a value."""
    return Slot(delegate, turn.began_at, turn.ended_at, turn.skipped)


def taken_off(session: Session, speeches: UUID) -> Mapping[UUID, SpeechTurn]:
    """Give the rows of those who were taken off the list, by their ids."""
    query = select(SpeechTurn).where(SpeechTurn.round_id == speeches, SpeechTurn.gone)
    return {each.id: each for each in session.scalars(query) if each.stamp}


def kept(session: Session, day: date) -> Kept:
    """Give the speeches of a day.

    Raises:
        NoSpeeches: None are set.
    """
    found = known(session, day)
    if found is None:
        raise NoSpeeches(day)
    return found


def told(session: Session, speeches: Speeches, now: datetime) -> tuple[Speech, ...]:
    """Give each turn with who speaks, and when."""
    ids = [each.delegate for each in speeches.slots]
    here, known_people = checked_in(session, speeches.day, ids), people(session, ids)
    names = Attendees(session, ids).named(ids)
    each_of = zip(names, speeches.slots, speeches.planned, speeches.times(now), strict=True)
    return tuple(
        Speech(
            who,
            slot,
            planned,
            at,
            slot.delegate in here,
            person.delegation if (person := known_people.get(slot.delegate)) else "",
            person.delegation_colour if person else "",
        )
        for who, slot, planned, at in each_of
    )


def speakers(session: Session, day: date, order: SpeechOrder) -> Sequence[Someone]:
    """Give those who would speak, in their order."""
    here = checked_in(session, day) if order.here else None
    wanted = {
        each.id: each.delegation
        for each in audience(session).values()
        if each.status is order.status
        if fold(order.delegation) in {"", fold(each.delegation)}
        if order.kind in {"", each.type}
        if here is None or each.id in here
    }
    names = Attendees(session, list(wanted)).named(wanted)
    return in_order(list(zip(names, wanted.values(), strict=True)), order.order, order.seed)


def delegations(journal: Journal) -> tuple[str, ...]:
    """Name the delegations that people on the list belong to."""
    with journal.reading() as session:
        found = {each.delegation for each in audience(session).values()}
    return tuple(sorted(found - {""}, key=fold))
