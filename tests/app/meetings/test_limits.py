from __future__ import annotations

from uuid import uuid4

import pytest

from app.delegates.person import UnknownDelegate
from app.delegates.roster import Roster
from app.journal.undo import undo
from app.meetings.limits import Limits, StretchNotPossible
from app.meetings.plans import Plans
from app.meetings.problem_of import Scope
from tests.app.meetings.asking import Floor, at

MORNING = (at("10:00"), at("11:00"))


@pytest.fixture
def limits(floor: Floor) -> Limits:
    return Limits(floor.journal)


def test_the_same_stretch_twice_is_one(limits: Limits, floor: Floor) -> None:
    limits.is_elsewhere(floor.who("Ada"), MORNING, "Visit")

    (only,) = limits.is_elsewhere(floor.who("Ada"), MORNING)

    assert (only.starts_at, only.ends_at, only.why) == (*MORNING, "Visit")


def test_whoever_was_merged_is_elsewhere_under_either_entry(limits: Limits, floor: Floor) -> None:
    limits.is_elsewhere(floor.who("Ada"), MORNING)
    floor.asks("Adda", "Ben")
    Roster(floor.journal, "A").merge(floor.who("Adda"), floor.who("Ada"))

    basis = Plans(floor.journal, "A").basis(Scope())

    assert len(limits.away(floor.who("Adda"))) == 1
    free = {each.name: each.free for each in basis.problem.people}
    # 10:15 and 10:40 begin before eleven.
    assert free[str(floor.who("Adda"))] == 0b111111_111100


def test_a_stretch_that_was_taken_out_is_put_back_by_undo(limits: Limits, floor: Floor) -> None:
    (away,) = limits.is_elsewhere(floor.who("Ada"), MORNING)

    limits.is_there(away.id)
    undo(floor.journal)

    assert limits.away(floor.who("Ada")) == (away,)
    undo(floor.journal)
    assert limits.away(floor.who("Ada")) == ()


def test_nobody_unknown_is_elsewhere(limits: Limits) -> None:
    with pytest.raises(UnknownDelegate):
        limits.is_elsewhere(uuid4(), MORNING)


def test_a_resource_is_one_by_its_name_however_often_it_is_noted(limits: Limits) -> None:
    limits.set_resource("Interpreter  FR", 2)
    limits.set_resource("Interpreter FR", 2)
    limits.remove_resource("Interpreter FR")

    (again,) = limits.set_resource("interpreter fr", 1, [MORNING])

    assert (again.name, again.at_once, again.times) == ("interpreter fr", 1, (MORNING,))


def test_times_of_a_resource_end_after_they_start(limits: Limits) -> None:
    with pytest.raises(StretchNotPossible):
        limits.set_resource("Interpreter", 1, [(MORNING[1], MORNING[0])])


def test_what_needs_something_that_was_taken_out_can_not_be_planned(
    limits: Limits, floor: Floor
) -> None:
    limits.set_resource("Interpreter", 1)
    asked = floor.asks("Ada", "Ben", needs=("Interpreter",))
    limits.remove_resource("Interpreter")

    basis = Plans(floor.journal, "A").basis(Scope())

    assert [(each.id, each.why) for each in basis.left_out] == [(asked.id, "no_such_resource")]
