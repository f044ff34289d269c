"""Sets the speeches of a day, and leads through them as they run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4, uuid5

from sqlalchemy.orm import Session

from app.checkin.presence import checked_in
from app.journal.journal import Journal, Unit
from app.meetings.attendees import Attendees, Someone
from app.outcomes.audience import audience
from app.speeches.deeds import SpeechesChanged, SpeechesSet, SpeechesTakenOut
from app.speeches.running import (
    NoSpeeches,
    Now,
    Order,
    Phase,
    Slot,
    Speech,
    Speeches,
    SpeechesNotPossible,
    as_json,
    ended,
    in_order,
    late_by,
    slots_of,
)
from db.models import SpeechRound

_DAYS = UUID("3c0f6f0e-52ab-4d0a-9d51-7a0c2b9e4f16")
_LONGEST_MINUTES = 120


@dataclass(frozen=True, slots=True)
class SpeechOrder:
    """From when on people speak, how many minutes each, and for questions after it.

    ``delegation``: only its people do. ``seed`` decides what is drawn.
    """

    starts_at: datetime
    minutes: int
    questions: int = 0
    order: Order = Order.MIXED
    delegation: str = ""
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Speaking:
    """The speeches of a day. Each change is one that undo takes back."""

    journal: Journal

    def set(self, day: date, order: SpeechOrder) -> Speeches:
        """Let all who are accepted speak, in place of what was set for this day.

        Raises:
            SpeechesNotPossible: It can't be so, or the speeches of this day have begun.
        """
        if not 1 <= order.minutes <= _LONGEST_MINUTES:
            raise SpeechesNotPossible("minutes", order.minutes)
        if not 0 <= order.questions <= _LONGEST_MINUTES:
            raise SpeechesNotPossible("questions", order.questions)
        with self.journal.writing(Unit(uuid4())) as pen:
            people = _speakers(pen.session, order)
            if not people:
                raise SpeechesNotPossible("nobody")
            slots = tuple(Slot(each) for each in people)
            known = _known(pen.session, day)
            if known is None:
                running = as_json(slots)
                facts = (order.starts_at, order.minutes, order.questions, running)
                pen.write(SpeechesSet(_row(day), day, *facts))
            else:
                if any(not slot.is_open for slot in known.slots):
                    raise SpeechesNotPossible("begun")
                pen.write(_changed(known, slots, order))
            pen.session.expire_all()
            return _speeches(pen.session, day)

    def of_day(self, day: date) -> tuple[Speeches, tuple[Speech, ...]]:
        """Give the speeches of a day, and each with when it will be as things stand.

        Raises:
            NoSpeeches: None are set.
        """
        with self.journal.reading() as session:
            speeches = _speeches(session, day)
            return speeches, _told(session, speeches, self.journal.now)

    def now(self, day: date) -> Now:
        """Say who speaks now and who is next, and how late it is getting.

        Raises:
            NoSpeeches: None are set.
        """
        speeches, told = self.of_day(day)
        now = self.journal.now
        speech = next((each for each in told if each.slot.runs), None)
        phase: Phase | None = None
        left = timedelta()
        if speech is not None:
            phase, left = speeches.phase(speech.starts_at, now)
        following = next((each for each in told if each.slot.is_open), None)
        return Now(speech, phase, left, following, late_by(speeches, now))

    def go_on(self, day: date) -> Speeches:
        """Let whoever speaks have ended, and the next begin.

        Raises:
            NoSpeeches: None are set.
            SpeechesNotPossible: Nobody is left to speak, and nobody speaks.
        """

        def next_begins(speeches: Speeches) -> Sequence[Slot]:
            now = self.journal.now
            following = next((each for each in speeches.slots if each.is_open), None)
            if following is None and not any(each.runs for each in speeches.slots):
                raise SpeechesNotPossible("nobody_left")
            return [
                replace(each, began=now) if each is following else each
                for each in ended(speeches.slots, now)
            ]

        return self._change(day, next_begins)

    def skip(self, day: date, delegate: UUID) -> Speeches:
        """Let somebody not speak who was to.

        Raises:
            NoSpeeches: None are set.
            SpeechesNotPossible: They are not to speak.
        """
        return self._change(
            day,
            lambda speeches: [
                replace(each, skipped=True) if each == self._waiting(speeches, delegate) else each
                for each in speeches.slots
            ],
        )

    def swap(self, day: date, one: UUID, other: UUID) -> Speeches:
        """Let two people who are to speak change places.

        Raises:
            NoSpeeches: None are set.
            SpeechesNotPossible: One of them is not to speak.
        """

        def swapped(speeches: Speeches) -> Sequence[Slot]:
            first, second = self._waiting(speeches, one), self._waiting(speeches, other)
            places = {first: second, second: first}
            return [places.get(each, each) for each in speeches.slots]

        return self._change(day, swapped)

    def add(self, day: date, delegate: UUID) -> Speeches:
        """Let somebody speak last, or after all.

        Raises:
            NoSpeeches: None are set.
            SpeechesNotPossible: They are on the list.
        """

        def added(speeches: Speeches) -> Sequence[Slot]:
            before = [each for each in speeches.slots if each.delegate == delegate]
            if any(not each.skipped for each in before):
                raise SpeechesNotPossible("speaks_already", who=self._someone(delegate))
            return [*(each for each in speeches.slots if each not in before), Slot(delegate)]

        return self._change(day, added)

    def drop(self, day: date) -> None:
        """Let there be no speeches on a day.

        Raises:
            NoSpeeches: None are set.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            pen.write(SpeechesTakenOut(_speeches(pen.session, day).id))

    def _change(self, day: date, slots: Callable[[Speeches], Sequence[Slot]]) -> Speeches:
        with self.journal.writing(Unit(uuid4())) as pen:
            known = _speeches(pen.session, day)
            new = slots(known)
            pen.write(
                SpeechesChanged(
                    known.id, {"running": as_json(new)}, {"running": as_json(known.slots)}
                )
            )
            pen.session.expire_all()
            return _speeches(pen.session, day)

    def _waiting(self, speeches: Speeches, delegate: UUID) -> Slot:
        for each in speeches.slots:
            if each.delegate == delegate and each.is_open:
                return each
        raise SpeechesNotPossible("not_waiting", who=self._someone(delegate))

    def _someone(self, delegate: UUID) -> Someone:
        with self.journal.reading() as session:
            return Attendees(session).named((delegate,))[0]


def _row(day: date) -> UUID:
    """Give the id of a day's speeches: the same on every desk."""
    return uuid5(_DAYS, day.isoformat())


def _known(session: Session, day: date) -> Speeches | None:
    row = session.get(SpeechRound, _row(day))
    if row is None or not row.alive or row.starts_at is None:
        return None
    attendees = Attendees(session)
    slots = tuple(
        replace(each, delegate=attendees.standing(each.delegate)) for each in slots_of(row.running)
    )
    return Speeches(row.id, day, row.starts_at, row.minutes, row.questions, slots)


def _speeches(session: Session, day: date) -> Speeches:
    known = _known(session, day)
    if known is None:
        raise NoSpeeches(day)
    return known


def _speakers(session: Session, order: SpeechOrder) -> Sequence[UUID]:
    attendees = Attendees(session)
    people = [
        (attendees.named((each.id,))[0], each.delegation)
        for each in audience(session).values()
        if each.is_accepted and order.delegation in {"", each.delegation}
    ]
    return [each.id for each in in_order(people, order.order, order.seed)]


def _changed(known: Speeches, slots: Sequence[Slot], order: SpeechOrder) -> SpeechesChanged:
    new = {
        "starts_at": order.starts_at.isoformat(),
        "minutes": order.minutes,
        "questions": order.questions,
        "running": as_json(slots),
    }
    before = {
        "starts_at": known.starts_at.isoformat(),
        "minutes": known.minutes,
        "questions": known.questions,
        "running": as_json(known.slots),
    }
    return SpeechesChanged(known.id, new, before)


def _told(session: Session, speeches: Speeches, now: datetime) -> tuple[Speech, ...]:
    attendees = Attendees(session)
    here = checked_in(session, speeches.day, [each.delegate for each in speeches.slots])
    people = attendees.named(each.delegate for each in speeches.slots)
    each_of = zip(people, speeches.slots, speeches.times(now), strict=True)
    return tuple(Speech(who, slot, at, slot.delegate in here) for who, slot, at in each_of)
