"""Who is booked for a session, who is excused from it, and who came."""

from __future__ import annotations

import pytest

from app.checkin.scanning import NotAdmitted
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.journal.undo import redo, undo
from app.programme.orders import InSessionThen, NotBooked, NotComing, SessionFull, SessionOff
from app.programme.session import standing_sessions
from app.programme.views import lists_in, session_list
from tests.app.floor.running import RunningDay
from tests.app.programme.holding import Holding


def test_places_are_booked_until_none_is_left(holding: Holding) -> None:
    holding.holds("Talk", "14:00", "15:00", places=2)
    holding.books("Talk", "Ada", "Bo", "Ada")

    with pytest.raises(SessionFull) as full:
        holding.books("Talk", "Cy")
    holding.unbooks("Talk", "Ada")
    holding.books("Talk", "Cy")

    assert (full.value.places, full.value.booked) == (2, 2)
    assert holding.session("Talk").figures.booked == 2
    with pytest.raises(NotBooked):
        holding.unbooks("Talk", "Ada")


def test_who_does_not_come_any_more_leaves_their_place_to_others(
    holding: Holding, day: RunningDay
) -> None:
    holding.holds("Talk", "14:00", "15:00", places=1)
    holding.books("Talk", "Ada")
    day.withdraws("Ada")

    holding.books("Talk", "Bo")
    with pytest.raises(NotComing):
        holding.books("Talk", "Ada")
    Roster(holding.journal, "A").set_status(holding.floor.who("Ada"), Status.ACCEPTED)

    assert [each.kind for each in holding.conflicts()] == ["places"]


def test_nobody_is_booked_for_two_sessions_at_one_time(holding: Holding) -> None:
    holding.holds("Talk", "14:00", "15:00", speakers="Ada")
    holding.holds("Panel", "14:30", "15:30")
    holding.holds("Later", "15:00", "16:00")
    holding.books("Talk", "Bo")

    for name in ("Ada", "Bo"):
        with pytest.raises(InSessionThen) as then:
            holding.books("Panel", name)
        assert then.value.title == "Talk"
    holding.books("Later", "Ada", "Bo")

    assert holding.engaged("Ada") == holding.engaged("Bo") == ["Talk", "Later"]


def test_a_session_is_for_everybody_only_if_it_is_marked_so(holding: Holding) -> None:
    for name in ("Ada", "Bo", "Cy"):
        holding.floor.who(name)
    plenary = holding.holds("Opening", "09:00", "10:00", everybody=True)
    holding.holds("Talk", "10:00", "11:00")
    holding.bookings.excuse(plenary, holding.floor.who("Bo"))

    assert (holding.engaged("Ada"), holding.engaged("Bo")) == (["Opening"], [])
    holding.bookings.excuse_no_longer(plenary, holding.floor.who("Bo"))
    assert holding.engaged("Bo") == ["Opening"]
    undo(holding.journal)
    assert holding.engaged("Bo") == []


def test_the_list_tells_who_is_here_who_is_missing_and_who_walked_in(holding: Holding) -> None:
    holding.comes("Ada", "Bo", "Cy", "Eve")
    talk = holding.holds("Talk", "14:00", "15:00", speakers="Eve", booking=True)
    holding.books("Talk", "Ada", "Bo")

    first = holding.comes_to("Talk", "Ada")
    again = holding.comes_to("Talk", "Ada")
    walked = holding.comes_to("Talk", "Cy")
    speaks = holding.comes_to("Talk", "Eve")

    assert (first.booked, first.again, again.again, again.since) == (True, False, True, first.since)
    assert (walked.booked, speaks.booked) == (False, True)
    figures = holding.session("Talk").figures
    counts = (figures.booked, figures.booked_here, figures.booked_missing, figures.walked_in)
    assert counts == (2, 1, 1, 1)
    here = [
        (each.who.name, each.booked, each.since is not None)
        for each in session_list(holding.journal, talk)
    ]
    assert here == [
        ("Ada Of", True, True),
        ("Bo Of", True, False),
        ("Cy Of", False, True),
        ("Eve Of", False, True),
    ]


def test_a_place_that_is_booked_is_kept_from_who_walks_in(holding: Holding) -> None:
    holding.comes("Ada", "Cy", "Di")
    holding.holds("Talk", "14:00", "15:00", places=2)
    holding.books("Talk", "Ada")

    holding.comes_to("Talk", "Cy")
    with pytest.raises(SessionFull):
        holding.comes_to("Talk", "Di")
    holding.comes_to("Talk", "Di", anyway=True)

    assert holding.session("Talk").figures.here == 2


def test_a_check_in_to_a_session_is_taken_back_and_done_again(holding: Holding) -> None:
    holding.comes("Ada")
    holding.holds("Talk", "14:00", "15:00")
    holding.comes_to("Talk", "Ada")

    undo(holding.journal)
    assert holding.session("Talk").figures.here == 0
    redo(holding.journal)
    assert holding.session("Talk").figures.here == 1


def test_codes_of_nobody_and_sessions_that_are_off_let_nobody_in(holding: Holding) -> None:
    holding.comes("Ada")
    talk = holding.holds("Talk", "14:00", "15:00")

    with pytest.raises(NotAdmitted) as unknown:
        holding.bookings.scan(talk, "HELLO")
    holding.sessions.cancel(talk)
    with pytest.raises(SessionOff):
        holding.comes_to("Talk", "Ada")

    assert unknown.value.reason == "not_ours"


def test_two_entries_of_one_person_are_one_booking(holding: Holding) -> None:
    holding.holds("Talk", "14:00", "15:00", places=2)
    holding.books("Talk", "Ada", "Adda")
    Roster(holding.journal, "A").merge(holding.floor.who("Ada"), holding.floor.who("Adda"))

    holding.books("Talk", "Bo")
    assert holding.session("Talk").figures.booked == 2
    holding.unbooks("Talk", "Ada")

    assert holding.session("Talk").figures.booked == 1


def test_what_is_read_at_the_door_is_what_the_whole_event_says(holding: Holding) -> None:
    holding.comes("Ada", "Adda", "Bo", "Cy", "Di")
    talk = holding.holds("Talk", "14:00", "15:00", places=3, speakers="Di")
    holding.books("Talk", "Ada")
    holding.holds("Panel", "14:30", "15:30", everybody=True)
    holding.bookings.check_in(talk, holding.floor.who("Adda"), anyway=True)
    holding.bookings.check_in(talk, holding.floor.who("Bo"), anyway=True)
    Roster(holding.journal, "A").merge(holding.floor.who("Cy"), holding.floor.who("Adda"))
    Roster(holding.journal, "A").merge(holding.floor.who("Ada"), holding.floor.who("Cy"))

    assert holding.bookings.check_in(talk, holding.floor.who("Adda")).again
    with pytest.raises(InSessionThen):
        holding.books("Talk", "Cy", "Bo")
    with holding.journal.reading() as session:
        (whole, _panel) = lists_in(session, standing_sessions(session))
    assert session_list(holding.journal, talk) == whole
    assert [(each.who.name.split()[0], each.booked, each.speaks) for each in whole] == [
        ("Ada", True, False),
        ("Bo", False, False),
        ("Di", False, True),
    ]
