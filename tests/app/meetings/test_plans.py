from __future__ import annotations

import pytest
from sqlalchemy import select

from app.journal.deeds import BuiltOn
from app.journal.undo import redo, take_back, undo
from app.journal.verify import verify
from app.meetings import deeds as d
from app.meetings.plans import PlanOutdated, Plans
from app.meetings.problem_of import Basis, Scope
from app.meetings.requests import Requests
from app.planning.plan import Figures
from app.planning.plan import Plan as Planned
from app.planning.planner import plan
from app.planning.problem import Meeting
from app.progress import Cancelled, Progress
from db.models import Plan
from tests.app.meetings.asking import Floor, table_of

NO_FIGURES = Figures(0, 0, 0, 0, 0, 0.0, 0, 0, 0)


def placing(basis: Basis, floor: Floor, *places: tuple[int, str]) -> Planned:
    """A plan that puts the requests, in the order they came, into these slots and tables."""
    where = floor.hall()
    meetings = [
        Meeting(slot, str(table_of(where, label)), request.name)
        for request, (slot, label) in zip(basis.problem.requests, places, strict=False)
    ]
    return Planned(tuple(sorted(meetings)), (), NO_FIGURES)


def test_a_plan_brings_its_meetings_as_one_thing_to_take_back(plans: Plans, floor: Floor) -> None:
    for host in ("Ben", "Cleo", "Dov"):
        floor.asks("Ada", host)
    basis = plans.basis(Scope())

    accepted = plans.accept(basis, plan(basis.problem))

    meetings = floor.meetings()
    assert (accepted.added, accepted.moved, accepted.taken_out) == (3, 0, 0)
    assert [each.number for each in meetings] == ["M-A1", "M-A2", "M-A3"]
    assert {each.request for each in meetings} == {"R-A1", "R-A2", "R-A3"}
    assert [each.state for each in floor.requests()] == ["planned"] * 3
    taken = undo(floor.journal)
    assert taken.kind == "PlanAccepted"
    assert floor.meetings() == ()
    redo(floor.journal)
    assert floor.meetings() == meetings
    assert verify(floor.journal).ok


def test_a_plan_keeps_its_figures(plans: Plans, floor: Floor) -> None:
    floor.asks("Ada", "Ben")
    basis = plans.basis(Scope())

    accepted = plans.accept(basis, plan(basis.problem))

    with floor.journal.reading() as session:
        kept = session.scalars(select(Plan).where(Plan.alive)).one()
        assert (kept.id, kept.figures["placed"]) == (accepted.plan, 1)


def test_a_newer_plan_moves_and_takes_out_what_it_has_otherwise(plans: Plans, floor: Floor) -> None:
    for host in ("Ben", "Cleo", "Dov"):
        floor.asks("Ada", host)
    first = plans.basis(Scope())
    plans.accept(first, placing(first, floor, (0, "1"), (1, "1"), (2, "1")))
    before = {each.request: each for each in floor.meetings()}
    Requests(floor.journal, "A").withdraw(floor.requests()[1].id)

    again = plans.basis(Scope())
    accepted = plans.accept(again, placing(again, floor, (0, "1"), (3, "2")))

    after = {each.request: each for each in floor.meetings()}
    assert (accepted.added, accepted.moved, accepted.unchanged, accepted.taken_out) == (0, 1, 1, 1)
    assert after["R-A1"] == before["R-A1"]
    assert (after["R-A3"].number, after["R-A3"].table) == (before["R-A3"].number, "2")
    assert "R-A2" not in after
    undo(floor.journal)
    assert {each.request: each for each in floor.meetings()} == before


def test_a_meeting_whose_people_changed_is_another_one(plans: Plans, floor: Floor) -> None:
    asked = floor.asks("Ada", "Ben")
    floor.meets("Ada", "Cleo", "10:15", "1", request_id=str(asked.id))
    basis = plans.basis(Scope())

    accepted = plans.accept(basis, placing(basis, floor, (0, "1")))

    (meeting,) = floor.meetings()
    assert (accepted.added, accepted.taken_out) == (1, 1)
    assert [each.name for each in meeting.hosts] == ["Ben Of"]


def test_locked_meetings_are_left_alone(plans: Plans, floor: Floor) -> None:
    asked = floor.asks("Ada", "Ben", length=2)
    floor.meets("Ada", "Ben", "10:40", "3", request_id=str(asked.id), locked=True, length=2)
    floor.asks("Ada", "Cleo", length=2)
    before = floor.meetings()
    basis = plans.basis(Scope())

    accepted = plans.accept(basis, plan(basis.problem))

    assert (accepted.added, accepted.unchanged) == (1, 0)
    assert floor.meetings()[0] == before[0]
    assert floor.meetings()[1].length == 2


def test_a_plan_of_what_has_changed_is_refused(plans: Plans, floor: Floor) -> None:
    asked = floor.asks("Ada", "Ben")
    basis = plans.basis(Scope())
    Requests(floor.journal, "A").withdraw(asked.id)

    with pytest.raises(PlanOutdated):
        plans.accept(basis, plan(basis.problem))

    assert floor.meetings() == ()


def test_who_is_checked_in_meanwhile_does_not_outdate_a_plan(plans: Plans, floor: Floor) -> None:
    floor.asks("Ada", "Ben")
    basis = plans.basis(Scope())
    floor.who("Walk-in")

    assert plans.accept(basis, plan(basis.problem)).added == 1


def test_a_plan_that_is_outdated_while_it_is_written_is_taken_back(
    plans: Plans, floor: Floor
) -> None:
    for number in range(70):
        floor.asks(f"Guest{number}", f"Host{number}")
    basis = plans.basis(Scope())
    late = floor.requests()[69].id

    def somebody_withdraws(progress: Progress) -> None:
        if progress.done < progress.total:
            Requests(floor.journal, "A").withdraw(late)

    with pytest.raises(PlanOutdated):
        plans.accept(basis, plan(basis.problem), somebody_withdraws)

    assert floor.meetings() == ()
    assert floor.requests()[69].state == "withdrawn"


@pytest.mark.parametrize("scope", [Scope(), Scope(keeps_planned=True)], ids=["anew", "kept"])
def test_other_work_goes_on_while_a_plan_is_written(
    plans: Plans, floor: Floor, scope: Scope
) -> None:
    for number in range(70):
        floor.asks(f"Guest{number}", f"Host{number}")
    basis = plans.basis(scope)

    def somebody_comes(_progress: Progress) -> None:
        floor.who("Late")

    accepted = plans.accept(basis, plan(basis.problem), somebody_comes)

    assert (accepted.added, len(floor.meetings())) == (70, 70)
    assert len({each.number for each in floor.meetings()}) == 70


def test_stopping_leaves_nothing_of_a_plan(plans: Plans, floor: Floor) -> None:
    floor.asks("Ada", "Ben")
    basis = plans.basis(Scope())

    def stop(_progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        plans.accept(basis, plan(basis.problem), stop)

    assert floor.meetings() == ()


def test_a_plan_that_somebody_built_on_is_not_taken_back(plans: Plans, floor: Floor) -> None:
    floor.asks("Ada", "Ben")
    basis = plans.basis(Scope())
    accepted = plans.accept(basis, plan(basis.problem))
    floor.does(d.MeetingLocked(floor.meetings()[0].id))

    with pytest.raises(BuiltOn):
        take_back(floor.journal, accepted.unit)

    assert len(floor.meetings()) == 1


def test_a_request_that_has_its_meeting_is_not_taken_back(plans: Plans, floor: Floor) -> None:
    floor.asks("Ada", "Ben")
    basis = plans.basis(Scope())
    plans.accept(basis, plan(basis.problem))
    undo(floor.journal)

    undo(floor.journal)

    assert floor.requests() == ()
