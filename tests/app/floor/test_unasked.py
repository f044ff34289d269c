"""A partner for somebody left waiting whom nobody asked to meet."""

from __future__ import annotations

from uuid import UUID

import pytest

from app.floor.profiles import Common, Profiles, profile
from app.floor.proposing import Kind, Proposal
from app.floor.states import MeetingState, Missing, Word
from app.journal.undo import undo
from app.meetings.requests import Requests
from app.meetings.worth import change_rules
from db.ids import new_id
from tests.app.floor.running import RunningDay

PHOTONICS = {"sectors": ["Photonics", "Food"]}


def left_alone(day: RunningDay) -> UUID:
    """Let Ada wait at table 4 from 10:40 on; give her meeting."""
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada")
    day.is_now("10:45")
    day.acts.say(lost, Word.NO_SHOW, Missing.HOST)
    return lost


def unasked(day: RunningDay, lost: UUID) -> list[Proposal]:
    return [each for each in day.proposed(lost) if each.kind is Kind.UNASKED]


def partners(day: RunningDay, lost: UUID) -> list[str]:
    return [day.in_words(each)[1] for each in unasked(day, lost)]


def test_one_of_the_same_sector_who_is_here_and_free_is_proposed(day: RunningDay) -> None:
    day.floor.who("Ada", sectors=["photonics"])
    for name in ("Cy", "Di", "Ed"):
        day.floor.who(name, **PHOTONICS)
    day.floor.who("Flo", sectors=["Food"])
    day.meets("Di", "Gus", "10:40", "5")
    day.comes("Cy", "Di", "Flo", "Gus")
    lost = left_alone(day)

    (found,) = unasked(day, lost)

    assert day.in_words(found) == ("unasked", "Ada Cy", "10:40", "4")
    assert found.common == Common(sectors=("photonics",))
    assert set(found.told) == {day.floor.who("Ada"), day.floor.who("Cy")}


def test_who_is_looked_for_comes_before_who_is_in_the_same_sector(day: RunningDay) -> None:
    day.floor.who("Ada", sectors=["Photonics"], seeks="Partners for laser tests")
    day.floor.who("Cy", **PHOTONICS)
    day.floor.who("Di", offers="We offer tests of lasers, with partners")
    day.comes("Cy", "Di")
    lost = left_alone(day)

    first, second = unasked(day, lost)

    assert [day.in_words(each)[1] for each in (first, second)] == ["Ada Di", "Ada Cy"]
    assert first.common == Common(wanted=("lasers", "tests"), seeker=day.floor.who("Ada"))


def test_any_request_comes_first(day: RunningDay) -> None:
    day.floor.who("Ada", **PHOTONICS)
    day.floor.who("Cy", **PHOTONICS)
    day.asks("Di", "Ada", priority=3)
    day.meets("Di", "Ed", "10:40", "5")
    day.comes("Cy", "Di", "Ed")
    lost = left_alone(day)

    kinds = [each.kind for each in day.proposed(lost)]
    later = kinds.index(Kind.NEW_PARTNER_LATER)
    assert later < kinds.index(Kind.SAME_PAIR_LATER) < kinds.index(Kind.UNASKED)

    day.acts.cancel(day.read().of_person[day.floor.who("Ed")][0].id)
    assert day.proposed(lost)[0].kind is Kind.NEW_PARTNER_NOW
    assert unasked(day, lost) == []


def test_nobody_is_proposed_whom_one_meets_anyway_or_has_met_or_works_with(
    day: RunningDay,
) -> None:
    day.floor.who("Ada", organisation="Lumen", **PHOTONICS)
    day.floor.who("Cy", organisation="Lumen", **PHOTONICS)
    for name in ("Di", "Ed", "Flo"):
        day.floor.who(name, **PHOTONICS)
    day.meets("Ada", "Di", "12:20", "5")
    day.meets("Ed", "Ada", "10:15", "5", day=17)
    Requests(day.journal, day.floor.letters).withdraw(day.asks("Ada", "Flo"))
    day.comes("Cy", "Di", "Ed", "Flo")
    lost = left_alone(day)

    assert unasked(day, lost) == []


def test_limits_of_the_event_hold_also_for_who_never_asked(day: RunningDay) -> None:
    day.floor.who("Ada", **PHOTONICS)
    day.floor.who("Cy", **PHOTONICS)
    day.meets("Cy", "Di", "11:05", "5")
    day.meets("Cy", "Ed", "11:30", "5")
    day.comes("Cy", "Di", "Ed")
    lost = left_alone(day)
    assert partners(day, lost) == ["Ada Cy"]

    change_rules(day.journal, {"most_in_row": 2})
    assert partners(day, lost) == []
    change_rules(day.journal, {"most_in_row": 3})
    assert partners(day, lost) == ["Ada Cy"]
    change_rules(day.journal, {"most_meetings": 2})
    assert partners(day, lost) == []


@pytest.mark.parametrize("closed", [["4"], ["4", "5"]])
def test_they_sit_at_the_nearest_table_that_is_free(day: RunningDay, closed: list[str]) -> None:
    day.floor.who("Ada", **PHOTONICS)
    day.floor.who("Cy", **PHOTONICS)
    day.meets("Di", "Ed", "10:40", "3")
    day.comes("Cy", "Di", "Ed")
    lost = left_alone(day)
    for table in closed:
        day.closes(table, "08:00")

    (found,) = unasked(day, lost)

    assert day.in_words(found)[3] == {1: "5", 2: "2"}[len(closed)]


def test_taking_it_makes_a_meeting_without_a_request_and_one_undo(day: RunningDay) -> None:
    day.floor.who("Ada", **PHOTONICS)
    day.floor.who("Cy", **PHOTONICS)
    day.comes("Cy")
    lost = left_alone(day)
    before = day.read()

    day.accepts(unasked(day, lost)[0])

    new = next(each for each in day.read().meetings if each.id != lost)
    assert (new.request, day.state(new.id)) == (None, MeetingState.RUNNING)
    assert day.needs() == []
    undo(day.journal)
    assert day.read() == before


def test_a_word_that_everybody_writes_tells_nothing_of_anybody() -> None:
    one, other = new_id(), new_id()
    crowd = {new_id(): profile((), "pilots", "pilots") for _ in range(5)}

    few = Profiles({one: profile((), "pilots", ""), other: profile((), "", "Pilots")})
    many = Profiles({**few.of, **crowd})

    found = few.in_common(one, other)
    assert found is not None
    assert found[1] == Common(wanted=("Pilots",), seeker=one)
    assert many.in_common(one, other) is None
    assert few.in_common(one, new_id()) is None


def test_a_sector_that_somebody_looks_for_is_wanted() -> None:
    one, other = new_id(), new_id()
    both = Profiles({one: profile((), "AI in food", ""), other: profile(("AI", "Steel"), "", "")})

    found = both.in_common(other, one)

    assert found is not None
    assert found[1] == Common(wanted=("AI",), seeker=one)


def test_a_single_letter_is_nothing_that_anybody_looks_for() -> None:
    one, other = new_id(), new_id()
    both = Profiles({one: profile((), "Series A", ""), other: profile((), "", "A hall")})

    assert both.in_common(one, other) is None
