"""Sets the speeches of a day, and leads through them as they run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from app.event.facts import event_facts
from app.journal.journal import Journal, Unit
from app.meetings.attendees import Attendees, Someone
from app.speeches.deeds import SpeechesTakenOut
from app.speeches.known import SpeechOrder, kept, known, speakers, told
from app.speeches.running import (
    Now,
    Phase,
    Slot,
    Speech,
    Speeches,
    SpeechesNotPossible,
    ended,
    late_by,
)
from app.speeches.writing import deeds_of_order, deeds_of_slots

_LONGEST_MINUTES = 120
MOST_SPEAKERS = 500


@dataclass(frozen=True, slots=True)
class Speaking:
    """The speeches of a day. Each change is one that undo takes back."""

    journal: Journal

    def set(self, day: date, order: SpeechOrder) -> Speeches:
        """Let people speak, in place of what was set for this day.

        Raises:
            SpeechesNotPossible: It can't be so, or the speeches of this day have begun.
        """
        _check_minutes(order)
        with self.journal.writing(Unit(uuid4())) as pen:
            people = speakers(pen.session, day, order)
            _check_number(people)
            _check_end(pen.session, day, order, len(people))
            before = known(pen.session, day)
            if before and any(not slot.is_open for slot in before.speeches.slots):
                raise SpeechesNotPossible("begun")
            ids = [each.id for each in people]
            pen.write_all(list(deeds_of_order(pen.session, day, order, ids)))
            pen.session.expire_all()
            return kept(pen.session, day).speeches

    def would_speak(self, day: date, order: SpeechOrder) -> tuple[Someone, ...]:
        """Give those whom ``set`` would let speak, in their order.

        Raises:
            SpeechesNotPossible: It can't be so.
        """
        _check_minutes(order)
        with self.journal.reading() as session:
            people = speakers(session, day, order)
            _check_number(people)
            _check_end(session, day, order, len(people))
        return tuple(people)

    def of_day(self, day: date) -> tuple[Speeches, tuple[Speech, ...]]:
        """Give the speeches of a day, and each with when it will be as things stand.

        Raises:
            NoSpeeches: None are set.
        """
        with self.journal.reading() as session:
            speeches = kept(session, day).speeches
            return speeches, told(session, speeches, self.journal.now)

    def now(self, day: date) -> Now:
        """Say who speaks now and who is next, and how late it is getting.

        Raises:
            NoSpeeches: None are set.
        """
        speeches, each_of = self.of_day(day)
        now = self.journal.now
        speech = next((each for each in each_of if each.slot.runs), None)
        phase: Phase | None = None
        left = timedelta()
        if speech is not None:
            phase, left = speeches.phase(speech.starts_at, now)
        following = next((each for each in each_of if each.slot.is_open), None)
        ends = speeches.ends_at(now), speeches.planned_end
        return Now(speech, phase, left, following, late_by(speeches, now), *ends)

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

        def skipped(speeches: Speeches) -> Sequence[Slot]:
            slot = self._waiting(speeches, delegate)
            return [replace(each, skipped=each is slot or each.skipped) for each in speeches.slots]

        return self._change(day, skipped)

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

    def move(self, day: date, delegate: UUID, place: int) -> Speeches:
        """Let somebody who is to speak be of this place, from 1; behind all who have begun.

        Raises:
            NoSpeeches: None are set.
            SpeechesNotPossible: They are not to speak, or there is no such place.
        """

        def moved(speeches: Speeches) -> Sequence[Slot]:
            slot = self._waiting(speeches, delegate)
            if not 1 <= place <= len(speeches.slots):
                raise SpeechesNotPossible("place", place)
            begun = [at for at, each in enumerate(speeches.slots) if each.began]
            others = [each for each in speeches.slots if each is not slot]
            at = max(place - 1, max(begun, default=-1) + 1)
            return [*others[:at], slot, *others[at:]]

        return self._change(day, moved)

    def add(self, day: date, delegate: UUID) -> Speeches:
        """Let somebody speak last, or after all.

        Raises:
            NoSpeeches: None are set.
            SpeechesNotPossible: They are on the list, or do not come.
        """

        def added(speeches: Speeches) -> Sequence[Slot]:
            before = [each for each in speeches.slots if each.delegate == delegate]
            if any(not each.skipped for each in before):
                raise SpeechesNotPossible("speaks_already", who=self._someone(delegate))
            return [*(each for each in speeches.slots if each not in before), Slot(delegate)]

        with self.journal.reading() as session:
            attendees = Attendees(session, [delegate])
            delegate = attendees.standing(delegate)
            if not attendees.are_coming([delegate]):
                raise SpeechesNotPossible("not_accepted", who=self._someone(delegate))
        return self._change(day, added)

    def remove(self, day: date, delegate: UUID) -> Speeches:
        """Take somebody off the list who has not spoken.

        Raises:
            NoSpeeches: None are set.
            SpeechesNotPossible: They are not on it, or have begun.
        """

        def without(speeches: Speeches) -> Sequence[Slot]:
            found = [each for each in speeches.slots if each.delegate == delegate]
            if not found or found[0].began:
                reason = "not_waiting" if found else "not_on_list"
                raise SpeechesNotPossible(reason, who=self._someone(delegate))
            return [each for each in speeches.slots if each not in found]

        return self._change(day, without)

    def drop(self, day: date) -> None:
        """Let there be no speeches on a day.

        Raises:
            NoSpeeches: None are set.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            pen.write(SpeechesTakenOut(kept(pen.session, day).speeches.id))

    def _change(self, day: date, slots: Callable[[Speeches], Sequence[Slot]]) -> Speeches:
        with self.journal.writing(Unit(uuid4())) as pen:
            before = kept(pen.session, day)
            new = slots(before.speeches)
            pen.write_all(list(deeds_of_slots(pen.session, before, new)))
            pen.session.expire_all()
            return kept(pen.session, day).speeches

    def _waiting(self, speeches: Speeches, delegate: UUID) -> Slot:
        for each in speeches.slots:
            if each.delegate == delegate and each.is_open:
                return each
        raise SpeechesNotPossible("not_waiting", who=self._someone(delegate))

    def _someone(self, delegate: UUID) -> Someone:
        with self.journal.reading() as session:
            return Attendees(session, [delegate]).named((delegate,))[0]


def _check_minutes(order: SpeechOrder) -> None:
    if not 1 <= order.minutes <= _LONGEST_MINUTES:
        raise SpeechesNotPossible("minutes", order.minutes)
    if not 0 <= order.questions <= _LONGEST_MINUTES:
        raise SpeechesNotPossible("questions", order.questions)


def _check_number(people: Sequence[Someone]) -> None:
    if not people:
        raise SpeechesNotPossible("nobody")
    if len(people) > MOST_SPEAKERS:
        raise SpeechesNotPossible("too_many", len(people))


def _check_end(session: Session, day: date, order: SpeechOrder, count: int) -> None:
    ends = order.starts_at + count * timedelta(minutes=order.minutes + order.questions)
    if event_facts(session).day_of(ends) != day:
        raise SpeechesNotPossible("too_long", count)
