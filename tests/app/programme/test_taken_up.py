"""Whoever sits in a round or is to speak meets nobody then: plans and the floor know it."""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.floor.attention import Need
from app.floor.moving import CannotMove, Pairing
from app.floor.targets import Bar
from app.icebreaking.deeds import RoundSeated, RoundsSet, RoundsTakenOut
from app.icebreaking.rounds import Timetable, row_of_day
from app.journal.undo import undo
from app.meetings.attendees import Attendees
from app.meetings.planning import Planning, PlanOrder
from app.programme.carrying import carry_of
from app.programme.orders import Place
from app.programme.taken_up import BEFORE_SPEECH, ROUNDS, SPEECHES, round_engagements, taken_up
from app.speeches.deeds import SpeakerSet, SpeechesSet
from app.speeches.known import round_row, turn_row
from app.speeches.speaking import Speaking
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import VILNIUS, at
from tests.app.programme.holding import Holding
from tests.app.programme.test_engaged import FIRST, free
from tests.building import FIRST_DAY, MORNING


def sit(holding: Holding, starts: str, *rounds: str, minutes: int = 10, pause: int = 2) -> None:
    """Keep rounds in which these sit, said by their names, at one table."""
    row = row_of_day(FIRST_DAY)
    holding.floor.does(RoundsSet(row, FIRST_DAY, at(starts), minutes, pause, 6, len(rounds)))
    for number, names in enumerate(rounds):
        seats: dict[UUID, int | None] = {holding.floor.who(name): 0 for name in names.split()}
        holding.floor.does(RoundSeated(row, number, seats, dict.fromkeys(seats)))


def speak(holding: Holding, starts: str, *names: str, minutes: int = 15) -> Speaking:
    """Let these speak, one after the other."""
    row = round_row(FIRST_DAY)
    holding.floor.does(SpeechesSet(row, FIRST_DAY, at(starts), minutes, 5))
    for place, name in enumerate(names):
        who = holding.floor.who(name)
        holding.floor.does(SpeakerSet(turn_row(row, who), row, who, place))
    return Speaking(holding.journal)


def taken(holding: Holding, name: str) -> list[str]:
    """Say when somebody is taken up, and by what."""
    with holding.journal.reading() as session:
        found = taken_up(session, Attendees(session)).get(holding.floor.who(name), ())
    return [
        f"{each.title} {each.starts_at.astimezone(VILNIUS):%H:%M}-"
        f"{each.ends_at.astimezone(VILNIUS):%H:%M}"
        for each in found
    ]


def test_who_sits_in_rounds_is_not_free_from_the_first_to_the_last_of_them(
    holding: Holding,
) -> None:
    holding.floor.asks("Ada", "Bo")
    sit(holding, "10:30", "Ada Cy", "Ada", "Cy", "Ada Cy")

    assert taken(holding, "Ada") == [f"{ROUNDS} 10:30-10:52", f"{ROUNDS} 11:06-11:16"]
    assert taken(holding, "Cy") == [f"{ROUNDS} 10:30-10:40", f"{ROUNDS} 10:54-11:16"]
    assert free(holding, "Ada") == ["11:30", "11:55", "12:20"]
    assert free(holding, "Bo") == [*FIRST]
    holding.floor.does(RoundsTakenOut(row_of_day(FIRST_DAY)))
    assert free(holding, "Ada") == [*FIRST]


def test_a_speaker_is_not_free_from_shortly_before_their_speech_to_its_end(
    holding: Holding, day: RunningDay
) -> None:
    holding.floor.asks("Ada", "Bo")
    speaking = speak(holding, "10:40", "Cy", "Ada", "Bo")

    assert taken(holding, "Ada") == [f"{SPEECHES} 10:55-11:20"]
    assert free(holding, "Ada") == ["10:15", "11:30", "11:55", "12:20"]
    day.is_now("10:55")
    speaking.go_on(FIRST_DAY)
    assert taken(holding, "Ada") == [f"{SPEECHES} 11:10-11:35"]
    speaking.skip(FIRST_DAY, holding.floor.who("Ada"))
    assert taken(holding, "Ada") == []
    assert taken(holding, "Bo") == [f"{SPEECHES} 11:10-11:35"]
    day.is_now("11:00")
    speaking.go_on(FIRST_DAY)
    assert taken(holding, "Cy") == [f"{SPEECHES} 10:50-11:00"]


def test_of_sessions_rounds_and_speeches_each_counts_in_the_order_of_time(
    holding: Holding,
) -> None:
    holding.holds("Talk", "11:30", "12:00", speakers="Ada")
    sit(holding, "10:00", "Ada")
    speak(holding, "11:00", "Ada")

    assert taken(holding, "Ada") == [
        f"{ROUNDS} 10:00-10:10",
        f"{SPEECHES} 10:55-11:20",
        "Talk 11:30-12:00",
    ]


def test_a_meeting_during_rounds_or_a_speech_needs_somebody_and_is_in_conflict(
    holding: Holding, day: RunningDay
) -> None:
    first, second = day.meets("Ada", "Bo", "11:05", "4"), day.meets("Cy", "Di", "11:30", "5")
    day.comes("Ada", "Bo", "Cy", "Di")
    day.is_now("10:20")
    day.read()

    sit(holding, "11:00", "Ada Di")
    speak(holding, "11:30", "Cy")

    found = {item.meetings: (item.need, item.sessions) for item in day.attention()}
    assert found == {
        (first,): (Need.IN_SESSION, (ROUNDS,)),
        (second,): (Need.IN_SESSION, (SPEECHES,)),
    }
    told = [
        (each.kind, each.sessions, each.meeting, each.people[0].name)
        for each in holding.conflicts()
    ]
    assert told == [
        ("meeting", (ROUNDS,), "M-A1", "Ada Of"),
        ("meeting", (SPEECHES,), "M-A2", "Cy Of"),
    ]
    for _deed in ("speaker", "speeches", "seats", "rounds"):
        undo(holding.journal)
    assert day.needs() == []
    assert holding.conflicts() == ()


def test_nobody_is_moved_or_proposed_into_rounds_or_their_speech(
    holding: Holding, day: RunningDay
) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada", "Bo")
    day.is_now("10:20")
    sit(holding, "11:00", "Ada", "Ada")
    speak(holding, "11:55", "Bo")

    targets, slots = day.targets(meeting), day.read().slots
    bars = [targets.at(slot.place, day.table("5")).bar for slot in slots[2:6]]
    assert bars == [Bar.ELSEWHERE, None, Bar.ELSEWHERE, None]
    taken_slots = {day.spot(clock, "4").slot for clock in ("11:05", "11:55")}
    assert taken_slots.isdisjoint(each.to.slot for each in day.proposed(meeting))


def test_a_plan_leaves_people_in_their_rounds_and_to_their_speech(holding: Holding) -> None:
    for guest in ("Bo", "Cy", "Di"):
        holding.floor.asks(guest, "Ada")
    sit(holding, "10:10", "Ada Bo", "Ada Bo", "Ada Cy")
    speak(holding, "11:00", "Ada")
    planning = Planning(holding.journal, "A")

    planning.accept(planning.make(PlanOrder()))

    assert len(holding.floor.meetings()) == 3
    assert holding.conflicts() == ()


def test_what_is_new_of_rounds_and_speeches_is_read_as_if_all_was_read(
    holding: Holding, day: RunningDay
) -> None:
    day.meets("Ada", "Bo", "11:05", "4")
    day.comes("Ada", "Bo")
    day.read()

    sit(holding, "11:00", "Ada", "Bo")
    assert day.read().people[holding.floor.who("Ada")].engaged[0].starts_at == at("11:00")
    undo(holding.journal)
    assert day.read().people[holding.floor.who("Bo")].engaged == ()
    speaking = speak(holding, "12:00", "Bo", "Ada")
    assert day.read().people[holding.floor.who("Ada")].engaged[-1].title == SPEECHES
    speaking.swap(FIRST_DAY, holding.floor.who("Ada"), holding.floor.who("Bo"))
    read = day.read().people[holding.floor.who("Ada")].engaged
    assert read[-1].starts_at == at("12:00") - BEFORE_SPEECH
    speaking.drop(FIRST_DAY)
    assert day.read().people[holding.floor.who("Bo")].engaged == ()


@given(
    numbers=st.sets(st.integers(0, 19)),
    minutes=st.integers(1, 60),
    pause=st.integers(0, 30),
)
def test_rounds_take_up_exactly_themselves_and_the_pauses_between_two_that_follow(
    numbers: set[int], minutes: int, pause: int
) -> None:
    times = Timetable(MORNING, minutes, pause)
    found = list(round_engagements(uuid4(), times, sorted(numbers)))

    def covered(number: int, *, after: bool = False) -> bool:
        starts, ends = times.times(number)
        if after:
            starts, ends = ends, times.times(number + 1)[0]
        return any(each.starts_at <= starts and ends <= each.ends_at for each in found)

    for number in range(20):
        assert covered(number) == (number in numbers)
        if pause:
            assert covered(number, after=True) == ({number, number + 1} <= numbers)
    assert all(one.ends_at <= other.starts_at for one, other in pairwise(found))


def test_a_session_that_somebody_is_booked_for_is_in_conflict_with_rounds_one_for_all_is_not(
    holding: Holding,
) -> None:
    for_all = holding.holds("Rounds for all", "14:00", "15:00", everybody=True)
    sit(holding, "14:00", "Ada Bo Cy")
    speak(holding, "14:00", "Cy")
    found = [(each.kind, each.sessions, each.people[0].name) for each in holding.conflicts()]
    assert found == [("booked", (SPEECHES, ROUNDS), "Cy Of")]

    holding.bookings.excuse(for_all, holding.floor.who("Ada"))
    talk = holding.holds("Talk", "15:00", "15:30")
    holding.books("Talk", "Ada")
    carried = carry_of(holding.journal, talk)
    assert carried.effect(at("14:30"), "").elsewhere == ()
    assert [each.name for each in carried.effect(at("13:45"), "").elsewhere] == ["Ada Of"]
    holding.sessions.move(talk, Place(starts_at=at("13:45")))

    booked = [each.sessions for each in holding.conflicts() if "S-A2" in each.sessions]
    assert booked == [("S-A2", ROUNDS)]


def test_nobody_is_met_or_swapped_by_hand_into_rounds_or_their_speech(
    holding: Holding, day: RunningDay
) -> None:
    one, other = day.meets("Ada", "Bo", "10:40", "4"), day.meets("Cy", "Di", "11:05", "5")
    ed, flo = holding.floor.who("Ed"), holding.floor.who("Flo")
    day.comes("Ada", "Bo", "Cy", "Di", "Ed", "Flo")
    day.is_now("10:20")
    sit(holding, "11:00", "Ada", "Ada")
    speak(holding, "11:55", "Ed")

    with pytest.raises(CannotMove) as refused:
        day.moving.swap(FIRST_DAY, one, other)
    assert (refused.value.bar, refused.value.who) == (Bar.ELSEWHERE, ("Ada Of",))
    with pytest.raises(CannotMove) as refused:
        day.moving.meet(FIRST_DAY, Pairing((ed,), (flo,)), day.spot("11:55", "6"))
    assert (refused.value.bar, refused.value.who) == (Bar.ELSEWHERE, ("Ed Of",))
    day.moving.meet(FIRST_DAY, Pairing((ed,), (flo,)), day.spot("11:30", "6"))
