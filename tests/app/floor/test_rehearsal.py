"""Simulated days: what holds in each of them, and what they judge."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from random import Random

import pytest

from app.floor.applying import NewMeeting, applied
from app.floor.crowd import Crowd, Turnout, turnout
from app.floor.day import DayMeeting, FloorDay, Stay
from app.floor.hands import FirstFit, FirstProposal
from app.floor.judging import is_held, judged
from app.floor.playing import Course, Floor, Hand, Sight, Step, play
from app.floor.proposing import Kind
from app.floor.rehearsal import (
    NothingToRehearse,
    Rehearsal,
    RehearsalNotPossible,
    RehearsalOrder,
    rehearsed,
)
from app.floor.rules import FloorRules
from app.floor.states import Missing, Word
from app.meetings.attendees import MeetingKind
from app.progress import Cancelled, Progress
from db.ids import new_id
from db.models import LogRow
from db.rows import last_row
from tests.app.floor.drawn import drawn_day
from tests.app.floor.running import RunningDay
from tests.planning.events import BigEvent

SMALL = BigEvent(60, 8, 12, 220, spread=0.5)
ROOMY = BigEvent(60, 8, 30, 220, spread=0.5)
SEEDS = range(6)
ROUGH = Crowd(no_shows=0.15, morning=0.1, late=0.1, leaving=0.1, overruns=0.3)


@cache
def _drawn(event: BigEvent = SMALL) -> tuple[FloorDay, Floor]:
    return drawn_day(event)


def _turnout(seed: int, crowd: Crowd = ROUGH) -> Turnout:
    return turnout(_drawn()[0], crowd, Random(seed))


def _hands() -> tuple[Hand, ...]:
    return FirstFit(), FirstProposal()


def test_the_same_seed_gives_the_same_answer_and_another_another() -> None:
    day, floor = _drawn()

    one, same, other = (
        rehearsed([day], floor, RehearsalOrder(runs=1, seed=seed)) for seed in (1, 1, 2)
    )

    assert one == same
    assert one != other


@pytest.mark.parametrize("seed", SEEDS)
def test_no_person_and_no_table_is_twice_in_a_slot(seed: int) -> None:
    drawn, floor = _turnout(seed), _drawn()[1]

    for hand in _hands():
        course = play(drawn, floor, hand)
        assert _doubled(course.day) == []


def _doubled(day: FloorDay) -> list[object]:
    taken: Counter[object] = Counter()
    for meeting in day.meetings:
        if not meeting.cancelled and meeting.said != Word.NO_SHOW:
            for place in meeting.places:
                taken.update((place, each) for each in (*meeting.people, meeting.table))
    return [each for each, times in taken.items() if times > 1]


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_is_paired_who_is_not_there(seed: int) -> None:
    drawn, floor = _turnout(seed), _drawn()[1]

    for hand in _hands():
        paired = _Watched(hand)
        play(drawn, floor, paired)
        assert paired.new
        assert all(
            drawn.day.people[person].is_here(now)
            for meeting, now in paired.new
            for person in meeting.people
        )


class _Watched:
    """Remembers which meetings a hand arranged, and when."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self.new: list[tuple[DayMeeting, datetime]] = []

    def __call__(self, sight: Sight, about: DayMeeting) -> Step | None:
        step = self._hand(sight, about)
        if step is not None:
            known = sight.day.meeting
            self.new += [(each, sight.now) for each in step.day.meetings if each.id not in known]
        return step


@pytest.mark.parametrize("event", [SMALL, ROOMY], ids=["tables bind", "people bind"])
def test_proposals_recover_as_much_as_whatever_fits_first_and_never_less_than_nothing(
    event: BigEvent,
) -> None:
    recovered: Counter[str] = Counter()
    day, floor = _drawn(event)

    answer = rehearsed([day], floor, RehearsalOrder(ROUGH, runs=len(SEEDS)))

    for (played,) in answer.runs:
        assert 0 <= played.recovered(played.proposals) <= played.at_most
        assert 0 <= played.recovered(played.first_fit) <= played.at_most
        assert played.proposals.refused == 0
        recovered["proposals"] += played.recovered(played.proposals)
        recovered["first fit"] += played.recovered(played.first_fit)
    # Where tables bind, what fits first fills as many places, now one more and now one less.
    assert recovered["proposals"] >= 0.97 * recovered["first fit"] > 0


def test_where_everybody_comes_nothing_is_lost() -> None:
    day, floor = _drawn()
    calm = Crowd(no_shows=0, morning=0, late=0, leaving=0, overruns=0)

    ((played,),) = rehearsed([day], floor, RehearsalOrder(calm, runs=1)).runs

    for each in (played.alone, played.first_fit, played.proposals):
        assert each.held == each.planned == len(day.meetings)
        assert (each.told, each.waits, each.lost) == (0, (), {})
    assert played.at_most >= 0


def test_a_kind_of_meeting_has_no_shows_of_its_own() -> None:
    day, _ = _drawn()
    only = Crowd(no_shows=0, by_kind={MeetingKind.B2B: 1}, morning=0, late=0, leaving=0)

    people = turnout(day, only, Random(1)).day.people

    for person, meetings in day.of_person.items():
        share = sum(each.kind is MeetingKind.B2B for each in meetings) / len(meetings)
        if share in {0, 1}:
            assert bool(people[person].stays) is not bool(share)


def test_half_of_the_time_is_enough_for_a_meeting() -> None:
    day, _ = _drawn()
    meeting = day.meetings[0]
    half = (meeting.ends_at - meeting.starts_at) / 2
    early = meeting.starts_at - timedelta(hours=1)

    def held(comes: datetime) -> bool:
        host, guest = meeting.hosts[0], meeting.guests[0]
        people = {
            **day.people,
            host: replace(day.people[host], stays=(Stay(early),)),
            guest: replace(day.people[guest], stays=(Stay(comes),)),
        }
        return is_held(replace(day, people=people), meeting)

    assert held(meeting.starts_at + half)
    assert not held(meeting.starts_at + half + timedelta(minutes=1))


def test_whoever_waits_in_vain_waits_to_the_end() -> None:
    day, _ = _drawn()
    meeting = day.meetings[0]
    early = (Stay(meeting.starts_at - timedelta(hours=1)),)
    host = meeting.hosts[0]
    people = {**day.people, host: replace(day.people[host], stays=early)}
    alone = replace(day, meetings=(meeting,), people=people)

    played = judged(Turnout(alone, {}), Course(alone, {}, (), 0, 0, 0))

    assert (played.held, played.lost) == (0, {Missing.GUEST: 1})
    assert played.waits == (20.0,)
    assert played.tables[0] == 1


def test_what_was_stopped_counts_as_far_as_it_was_played() -> None:
    day, floor = _drawn()

    def stops(progress: Progress) -> None:
        if progress.done > progress.total // 2:
            raise Cancelled

    answer = rehearsed([day], floor, RehearsalOrder(runs=4), stops)

    assert answer.stopped
    assert len(answer.runs) == 2


@pytest.mark.parametrize("kind", [Kind.NEW_PARTNER_NOW, Kind.SAME_PAIR_LATER, Kind.IDLE_TABLE])
@pytest.mark.parametrize("time", ["10:30", "10:45"])
def test_applying_a_proposal_gives_the_day_that_accepting_gives(
    day: RunningDay, kind: Kind, time: str
) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.meets("Ed", "Flo", "11:05", "4")
    day.asks("Ada", "Cy")
    day.asks("Di", "Gil")
    day.comes("Ada", "Cy", "Di", "Ed", "Flo", "Gil")
    day.is_now(time)
    before = day.read()
    proposal = next(each for each in day.proposed(lost) if each.kind is kind)

    day.accepts(proposal)

    after = day.read()
    new = next((each for each in after.meetings if each.id not in before.meeting), None)
    named = NewMeeting(new_id(), "", MeetingKind.B2B)
    if new is not None:
        named = NewMeeting(new.id, new.number, new.kind)
    assert applied(before, proposal, day.clock.now, FloorRules(), named) == after


def test_an_event_is_rehearsed_and_nothing_is_written_to_it(day: RunningDay) -> None:
    for number in range(1, 6):
        day.meets(f"G{number}", f"H{number}", "10:40", str(number))
        day.asks(f"G{number}", f"H{number % 5 + 1}")
    before, rows = day.read(), _rows(day)

    answer = Rehearsal(day.journal).run(RehearsalOrder(Crowd(no_shows=0.3), runs=5))

    assert [played.alone.planned for (played,) in answer.runs] == [5] * 5
    assert answer.figure(lambda played: sum(played.alone.lost.values())).mean > 0
    assert (day.read(), _rows(day)) == (before, rows)


def _rows(day: RunningDay) -> int:
    with day.journal.reading() as session:
        return last_row(session, LogRow)


def test_what_makes_no_sense_is_refused(day: RunningDay) -> None:
    rehearsal = Rehearsal(day.journal)

    with pytest.raises(NothingToRehearse):
        rehearsal.run(RehearsalOrder())
    for order, rule in (
        (RehearsalOrder(runs=0), "runs"),
        (RehearsalOrder(Crowd(no_shows=1.1)), "no_shows"),
        (RehearsalOrder(Crowd(by_kind={MeetingKind.C2C: -0.1})), "no_shows"),
    ):
        with pytest.raises(RehearsalNotPossible) as refusal:
            rehearsal.run(order)
        assert refusal.value.rule == rule
