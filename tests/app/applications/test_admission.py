from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.applications.admission import Admission
from app.applications.instants import InstantUnclear
from app.applications.places import PlacesNotPossible
from app.applications.terms import Deadlines
from app.desks import OpenEvent
from app.event.editing import Editing, FactsOrder
from app.meetings.standing import StandingMeetings


@pytest.fixture
def admission(open_event: OpenEvent) -> Admission:
    return Admission(open_event.journal)


@pytest.mark.parametrize("zone", ["Europe/Vilnius", "Asia/Dubai"])
@pytest.mark.parametrize("hour", [0, 1])
def test_what_a_form_shows_is_kept_as_it_was_also_when_clocks_show_it_twice(
    open_event: OpenEvent, admission: Admission, zone: str, hour: int
) -> None:
    Editing(open_event.journal, StandingMeetings()).change_facts(FactsOrder(timezone=zone))
    # At both hours of this morning clocks in Vilnius show 03:30.
    at = datetime(2027, 10, 31, hour, 30, tzinfo=UTC)
    Deadlines(open_event.journal).set(apply_until=at)
    shown = admission.told().form

    Deadlines(open_event.journal).set(apply_until=None)
    admission.keep(shown)

    assert Deadlines(open_event.journal).terms().apply_until == at


def test_of_a_form_that_can_not_be_understood_nothing_is_kept(admission: Admission) -> None:
    before = admission.told().form

    with pytest.raises(PlacesNotPossible):
        admission.keep(replace(before, places="many", come_by="2027-03-16 10:00"))
    with pytest.raises(InstantUnclear):
        admission.keep(replace(before, places="70", come_by="soon"))

    assert admission.told().form == before
