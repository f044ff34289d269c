"""What else there is while rounds or speeches would be is said before they are kept."""

from __future__ import annotations

from app.cli.meanwhile_words import meanwhile_lines
from app.icebreaking.rounds import Timetable
from app.meetings.attendees import Attendees
from app.programme.meanwhile import Meanwhile, meanwhile_rounds, meanwhile_speeches
from app.speeches.known import SpeechOrder
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import VILNIUS, at
from tests.app.programme.holding import Holding
from tests.app.programme.test_taken_up import sit, speak
from tests.building import FIRST_DAY


def if_seated(holding: Holding, starts: str, *rounds: str) -> Meanwhile:
    """Say what is at the time of rounds of ten minutes, in which these would sit."""
    seats = tuple((tuple(holding.floor.who(name) for name in names.split()),) for names in rounds)
    return meanwhile_rounds(holding.journal, FIRST_DAY, seats, Timetable(at(starts), 10, 2))


def if_speaking(holding: Holding, starts: str, *names: str) -> Meanwhile:
    """Say what is at the time of speeches of twenty minutes."""
    ids = [holding.floor.who(name) for name in names]
    with holding.journal.reading() as session:
        people = Attendees(session, ids).named(ids)
    return meanwhile_speeches(holding.journal, FIRST_DAY, SpeechOrder(at(starts), 15, 5), people)


def said(found: Meanwhile) -> list[str]:
    return list(meanwhile_lines(found, VILNIUS))


MORNING_BLOCK = "Matchmaking is at the same time, 10:15–12:40."


def test_nothing_is_said_where_nothing_else_is(holding: Holding) -> None:
    assert said(if_seated(holding, "13:00", "Ada Bo", "Ada Bo")) == []
    assert said(if_speaking(holding, "13:00", "Ada", "Bo")) == []


def test_those_with_a_meeting_during_their_rounds_are_counted_and_it_is_named(
    holding: Holding, day: RunningDay
) -> None:
    day.meets("Ada", "Bo", "11:05", "4")
    day.meets("Cy", "Di", "11:05", "5")

    found = if_seated(holding, "11:00", "Ada Bo", "Cy")

    assert [each.name for each in found.meeting] == ["Ada Of", "Bo Of", "Cy Of"]
    assert said(found) == ["3 of them have a meeting then: M-A1 and M-A2.", MORNING_BLOCK]
    assert said(if_seated(holding, "11:25", "Ada")) == [MORNING_BLOCK]


def test_a_speaker_with_a_meeting_shortly_before_their_speech_is_named(
    holding: Holding, day: RunningDay
) -> None:
    day.meets("Ada", "Bo", "11:05", "4")

    assert said(if_speaking(holding, "11:25", "Bo", "Ada")) == [
        "Bo Of has a meeting then: M-A1.",
        MORNING_BLOCK,
    ]
    assert said(if_speaking(holding, "11:30", "Bo", "Ada")) == [MORNING_BLOCK]


def test_those_who_have_to_be_elsewhere_are_named_but_not_by_what_takes_its_place(
    holding: Holding,
) -> None:
    holding.holds("Talk", "14:00", "15:00", speakers="Ada")
    holding.holds("Ice-breaking", "14:00", "15:00", everybody=True)
    sit(holding, "14:00", "Ada Bo Cy")
    speak(holding, "14:00", "Bo", "Di")

    assert said(if_seated(holding, "14:00", "Ada Bo Cy")) == [
        "2 of them have to be elsewhere then: Ada Of and Bo Of."
    ]
    assert said(if_speaking(holding, "14:05", "Bo")) == ["Bo Of has to be elsewhere then."]


def test_that_the_first_begins_in_the_past_is_said(holding: Holding, day: RunningDay) -> None:
    holding.floor.who("Ada")
    day.is_now("13:00")
    assert said(if_seated(holding, "13:00", "Ada")) == []
    assert said(if_seated(holding, "12:50", "Ada")) == [
        "The first begins at 12:50, which has passed."
    ]
