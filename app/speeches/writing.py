"""Turns what is wished of speeches into deeds, row by row: only what is otherwise is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.journal.deeds import Deed
from app.journal.writes import without_instants
from app.speeches import deeds as d
from app.speeches.known import Kept, SpeechOrder, round_row, taken_off, turn_row, turns_of
from app.speeches.ordering import GAP, placed
from app.speeches.running import Slot
from db.models import SpeechRound, SpeechTurn

_FRESH = {"began_at": None, "ended_at": None, "skipped": False}


def deeds_of_order(
    session: Session, day: date, order: SpeechOrder, people: Sequence[UUID]
) -> Iterator[Deed]:
    """Yield what lets these people speak, and nobody else."""
    speeches = round_row(day)
    facts = {
        "starts_at": order.starts_at,
        "minutes": order.minutes,
        "questions": order.questions,
    }
    row = session.get(SpeechRound, speeches)
    if row is None or not row.alive:
        yield d.SpeechesSet(speeches, day, order.starts_at, order.minutes, order.questions)
    else:
        yield from _otherwise(d.SpeechesChanged, row, facts)
    standing = turns_of(session, speeches)
    rows = {each.id: each for turns in standing.values() for each in turns}
    gone = taken_off(session, speeches)
    wanted = {turn_row(speeches, each): each for each in people}
    for at, (turn, delegate) in enumerate(wanted.items()):
        if turn in rows:
            yield from _otherwise(d.SpeakerChanged, rows[turn], {"place": at * GAP, **_FRESH})
        else:
            new = d.SpeakerSet(turn, speeches, delegate, at * GAP)
            yield from _joins(new, gone.get(turn))
    yield from (d.SpeakerTakenOut(each) for each in rows if each not in wanted)


def deeds_of_slots(session: Session, before: Kept, slots: Sequence[Slot]) -> Iterator[Deed]:
    """Yield what makes a list to one of these turns, in this order."""
    known = {delegate: rows[0].place for delegate, rows in before.turns.items()}
    gone = taken_off(session, before.speeches.id)
    places = placed([each.delegate for each in slots], known)
    for slot in slots:
        place = places[slot.delegate]
        if slot.delegate not in before.turns:
            speeches = before.speeches.id
            turn = turn_row(speeches, slot.delegate)
            new_turn = d.SpeakerSet(turn, speeches, slot.delegate, place)
            yield from _joins(new_turn, gone.get(turn))
            continue
        new = {
            "place": place,
            "began_at": slot.began,
            "ended_at": slot.ended,
            "skipped": slot.skipped,
        }
        yield from _otherwise(d.SpeakerChanged, before.turns[slot.delegate][0], new)
    for delegate in before.turns.keys() - places.keys():
        yield from (d.SpeakerTakenOut(each.id) for each in before.turns[delegate])


def _joins(new: d.SpeakerSet, gone: SpeechTurn | None) -> Iterator[Deed]:
    """Put somebody on the list; who was on it before is so again, with a turn that is new."""
    if gone is None:
        yield new
    else:
        yield d.SpeakerPutBack(new.id)
        yield from _otherwise(d.SpeakerChanged, gone, {"place": new.place, **_FRESH})


def _otherwise(deed: type[Any], row: Any, values: dict[str, Any]) -> Iterator[Deed]:
    new = {name: value for name, value in values.items() if getattr(row, name) != value}
    if new:
        before = {name: getattr(row, name) for name in new}
        yield deed(row.id, without_instants(new), without_instants(before))
