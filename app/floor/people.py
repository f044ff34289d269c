"""Reads the people of the running day: who is in the house, who comes, and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.floor.day import Participant, Stay, Stretch
from app.meetings.attendees import Attendees
from app.meetings.setting import Setting
from db.models import CheckIn, Delegate, Lateness, Unavailable

_SOME = 500

Q = TypeVar("Q", bound=Select[*tuple[Any, ...]])


def people_of(
    session: Session,
    around: Setting,
    named: Collection[UUID],
    day: date,
    only: Collection[UUID] | None = None,
) -> Mapping[UUID, Participant]:
    """Give people as they stand on a day: those who are named, and all who came; all, or some."""
    attendees = around.attendees
    asked = None if only is None else attendees.leading_to(only)
    away = _away(session, attendees, asked)
    stays = _stays(session, attendees, day, asked)
    coming_at = _latenesses(session, attendees, asked)
    reached = select(Delegate.id, Delegate.phone).where(Delegate.alive)
    phones = dict(session.connection().execute(_of(reached, Delegate.id, asked)).all())
    found: dict[UUID, Participant] = {}
    for someone in attendees.named({*named, *stays}):
        attendee = attendees.get(someone.id)
        days = attendee.days if attendee is not None else ()
        engaged = around.engaged.get(someone.id, ())
        found[someone.id] = Participant(
            who=someone,
            phone=phones.get(someone.id, ""),
            stays=stays.get(someone.id, ()),
            comes_at=coming_at.get(someone.id),
            free=around.hall.on_days(days) & ~around.away.get(someone.id, 0),
            away=(
                *away.get(someone.id, ()),
                *(Stretch(each.starts_at, each.ends_at) for each in engaged),
            ),
            engaged=engaged,
            is_coming=attendee is not None
            and attendee.is_coming
            and (not days or day.isoformat() in days),
        )
    return found


def _of(query: Q, whose: Any, asked: Collection[UUID] | None) -> Q:
    """Ask only about some delegates, unless there are so many that reading all is as fast."""
    return query if asked is None or len(asked) > _SOME else query.where(whose.in_(asked))


def _away(
    session: Session, attendees: Attendees, asked: Collection[UUID] | None
) -> Mapping[UUID, Sequence[Stretch]]:
    away: dict[UUID, list[Stretch]] = defaultdict(list)
    stretches = select(Unavailable.delegate_id, Unavailable.starts_at, Unavailable.ends_at)
    for delegate, starts_at, ends_at in session.connection().execute(
        _of(stretches.where(Unavailable.alive), Unavailable.delegate_id, asked)
    ):
        if delegate is not None:
            away[attendees.standing(delegate)].append(Stretch(starts_at, ends_at))
    return away


def _stays(
    session: Session, attendees: Attendees, day: date, asked: Collection[UUID] | None
) -> Mapping[UUID, tuple[Stay, ...]]:
    """Give when each was in the house on a day, from how they passed the desk."""
    passed = (
        select(CheckIn.delegate_id, CheckIn.way, CheckIn.at, CheckIn.hlc)
        .where(CheckIn.day == day, CheckIn.alive)
        .order_by(CheckIn.at, CheckIn.hlc)
    )
    stays: dict[UUID, list[Stay]] = defaultdict(list)
    read = session.connection().execute(_of(passed, CheckIn.delegate_id, asked))
    for delegate, way, at, hlc in read:
        if delegate is None or at is None:
            continue
        theirs = stays[attendees.standing(delegate)]
        is_here = bool(theirs) and theirs[-1].until is None
        if way == "out" and is_here:
            theirs[-1] = replace(theirs[-1], until=at)
        elif way != "out" and not is_here:
            theirs.append(Stay(at, hlc=hlc))
    return {delegate: tuple(each) for delegate, each in stays.items()}


def _latenesses(
    session: Session, attendees: Attendees, asked: Collection[UUID] | None
) -> Mapping[UUID, datetime]:
    """Give what each said last of when they come."""
    said = (
        select(Lateness.delegate_id, Lateness.comes_at)
        .where(Lateness.alive)
        .order_by(Lateness.stamp)
    )
    return {
        attendees.standing(delegate): comes_at
        for delegate, comes_at in session.connection().execute(
            _of(said, Lateness.delegate_id, asked)
        )
        if delegate is not None and comes_at is not None
    }
