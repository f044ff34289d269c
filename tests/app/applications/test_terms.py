from __future__ import annotations

from datetime import timedelta

import pytest

from app.applications.reading import Applications
from app.applications.terms import Deadlines, LateNotPossible, Terms
from app.delegates.orders import PersonOrder
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.undo import undo
from tests.app.applications.applying import NOON, Applicants


def test_deadlines_are_set_one_by_one_and_taken_back(
    open_event: OpenEvent, deadlines: Deadlines
) -> None:
    later = NOON + timedelta(days=9)
    deadlines.set(apply_until=NOON)
    deadlines.set(late=Status.DECLINED, come_by=later)
    deadlines.set(come_by=later)
    assert deadlines.terms() == Terms(NOON, Status.DECLINED, later)

    undo(open_event.journal)
    assert deadlines.terms() == Terms(NOON)
    undo(open_event.journal)
    assert deadlines.terms() == Terms()


def test_late_applications_are_never_accepted_by_rule(deadlines: Deadlines) -> None:
    with pytest.raises(LateNotPossible):
        deadlines.set(late=Status.ACCEPTED)


def test_an_application_is_late_after_the_deadline_and_not_at_it(
    open_event: OpenEvent, people: Applicants, deadlines: Deadlines, roster: Roster
) -> None:
    deadlines.set(apply_until=NOON)
    people.apply("in time", at=NOON)
    people.apply("late", at=NOON + timedelta(seconds=1))
    roster.register(PersonOrder(given_name="walk-in"))

    listed = Applications(open_event.journal).listed()

    assert [each.person.given_name for each in listed if each.late] == ["late"]
