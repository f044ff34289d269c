"""Requests are told with the place they have, or with what keeps them from one."""

from __future__ import annotations

from app.meetings.planning import Planning, PlanOrder
from app.meetings.request_rows import request_rows, why_not_placed
from app.planning.plan import Why
from tests.app.meetings.asking import Floor, at


def test_a_request_has_its_meeting_beside_it(floor: Floor) -> None:
    floor.asks("Ada", "Ben", slot=at("10:40"), table="3")
    floor.asks("Ada", "Cleo")
    planning = Planning(floor.journal, floor.letters)
    planning.accept(planning.make(PlanOrder()))

    first, second = request_rows(floor.journal)

    assert first.meeting is not None
    assert (first.meeting.starts_at, first.meeting.table) == (at("10:40"), "3")
    assert second.meeting is not None
    assert second.meeting.number == second.request.meeting


def test_what_has_no_place_says_why(floor: Floor) -> None:
    floor.who("Ute", days=["2027-03-16"])
    floor.who("Nuno", days=["2027-03-17"])
    asked = floor.asks("Ute", "Nuno")
    floor.asks("Ada", "Ben")
    before = why_not_placed(floor.journal)
    planning = Planning(floor.journal, floor.letters)
    planning.accept(planning.make(PlanOrder()))

    told = why_not_placed(floor.journal)

    assert before == {}
    assert {request: each.why for request, each in told.items()} == {asked.id: Why.NO_COMMON_SLOT}
    assert request_rows(floor.journal)[0].meeting is None


def test_meetings_that_break_a_rule_stand_in_nobodys_way(floor: Floor) -> None:
    floor.meets("Ada", "Ben", "10:40", "1")
    floor.meets("Ada", "Cleo", "10:40", "2")
    floor.asks("Eva", "Finn")

    assert why_not_placed(floor.journal) == {}
