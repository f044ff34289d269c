"""Who is booked for a session, who is excused from it, and who came."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.checkin.scanning import NotAdmitted
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.journal.deeds import BuiltOn
from app.journal.undo import redo, undo
from app.programme.orders import InSessionThen, NotBooked, NotComing, SessionFull, SessionOff
from app.programme.session import standing_sessions
from app.programme.views import lists_in, session_list
from app.programme.waiting import NothingToFill
from tests.app.floor.running import RunningDay
from tests.app.programme.holding import Holding
from tests.building import MovableClock


def waiting(holding: Holding) -> list[str]:
    """Name who waits for a place in the talk, in line."""
    listed = session_list(holding.journal, holding.sessions.named("Talk"))
    in_line = sorted((each for each in listed if each.in_line), key=lambda each: each.in_line)
    return [each.who.name.split()[0] for each in in_line]


def booked(holding: Holding) -> list[str]:
    """Name who is booked for the talk."""
    listed = session_list(holding.journal, holding.sessions.named("Talk"))
    return [each.who.name.split()[0] for each in listed if each.booked]


def test_places_are_booked_until_none_is_left_and_the_others_wait_in_line(
    holding: Holding,
) -> None:
    talk = holding.holds("Talk", "14:00", "15:00", places=2)
    people = [holding.floor.who(name) for name in ("Ada", "Bo", "Cy", "Di", "Cy")]

    assert holding.bookings.book(talk, *people) == (0, 0, 1, 2, 1)
    assert waiting(holding) == ["Cy", "Di"]
    assert holding.engaged("Cy") == []
    holding.unbooks("Talk", "Ada")
    assert holding.bookings.book(talk, holding.floor.who("Eve")) == (3,)
    assert holding.bookings.book(talk, holding.floor.who("Cy")) == (0,)

    figures = holding.session("Talk").figures
    assert (figures.booked, figures.waiting, waiting(holding)) == (2, 2, ["Di", "Eve"])
    with pytest.raises(NotBooked):
        holding.unbooks("Talk", "Ada")
    undo(holding.journal)
    assert waiting(holding) == ["Cy", "Di", "Eve"], "who loses a place again is first as before"


def test_whoever_is_first_in_line_gets_the_place_that_somebody_gives_up(holding: Holding) -> None:
    talk = holding.holds("Talk", "14:00", "15:00", places=1)
    holding.books("Talk", "Ada", "Bo", "Cy")
    with pytest.raises(NothingToFill) as full:
        holding.bookings.fill(talk)
    holding.unbooks("Talk", "Ada")

    filled = holding.bookings.fill(talk)

    assert [each.name for each in filled.got] == ["Bo Of"]
    assert (full.value.reason, waiting(holding), filled.lost) == ("none_free", ["Cy"], ())
    undo(holding.journal)
    assert waiting(holding) == ["Bo", "Cy"]
    redo(holding.journal)
    assert waiting(holding) == ["Cy"]
    holding.unbooks("Talk", "Cy")
    with pytest.raises(NothingToFill) as nobody:
        holding.bookings.fill(talk)
    assert nobody.value.reason == "nobody_waits"


def test_places_of_who_has_not_come_go_to_who_waits_the_last_booked_lose_theirs_first(
    holding: Holding, clock: MovableClock
) -> None:
    holding.comes("Ada", "Bo", "Cy", "Di", "Eve")
    talk = holding.holds("Talk", "14:00", "15:00", places=3)
    for name in ("Ada", "Bo", "Cy", "Di", "Eve"):
        holding.books("Talk", name)
        clock.now += timedelta(minutes=1)
    holding.comes_to("Talk", "Ada")
    holding.unbooks("Talk", "Eve")

    filled = holding.bookings.fill(talk, of_missing=True)

    assert [each.name for each in filled.lost] == ["Cy Of"]
    assert [each.name for each in filled.got] == ["Di Of"]
    assert booked(holding) == ["Ada", "Bo", "Di"]
    undo(holding.journal)
    assert (booked(holding), waiting(holding)) == (["Ada", "Bo", "Cy"], ["Di"])


def test_whoever_waits_and_has_to_be_elsewhere_by_now_is_passed_over(holding: Holding) -> None:
    talk = holding.holds("Talk", "14:00", "15:00", places=1)
    holding.holds("Panel", "14:30", "15:30")
    holding.books("Talk", "Ada", "Bo", "Cy")
    holding.books("Panel", "Bo")
    holding.unbooks("Talk", "Ada")

    assert [each.name for each in holding.bookings.fill(talk).got] == ["Cy Of"]
    holding.unbooks("Talk", "Cy")
    with pytest.raises(NothingToFill) as elsewhere:
        holding.bookings.fill(talk)
    assert (elsewhere.value.reason, waiting(holding)) == ("elsewhere", ["Bo"])


def test_who_waits_and_came_all_the_same_or_does_not_come_at_all_waits_no_longer(
    holding: Holding, day: RunningDay
) -> None:
    holding.comes("Ada", "Bo", "Cy", "Di")
    holding.holds("Talk", "14:00", "15:00", places=1)
    holding.books("Talk", "Ada", "Bo", "Cy", "Di")
    holding.comes_to("Talk", "Bo", anyway=True)
    day.withdraws("Cy")

    assert waiting(holding) == ["Di"]
    assert holding.session("Talk").figures.waiting == 1


def test_bookings_of_several_are_all_made_or_none(holding: Holding) -> None:
    talk = holding.holds("Talk", "14:00", "15:00")
    holding.holds("Panel", "14:30", "15:30")
    holding.books("Panel", "Bo")
    people = [holding.floor.who(name) for name in ("Ada", "Bo")]

    with pytest.raises(InSessionThen):
        holding.bookings.book(talk, *people)
    assert holding.session("Talk").figures.booked == 0


def test_bookings_that_were_taken_back_together_come_back_only_if_there_is_room_for_all(
    holding: Holding,
) -> None:
    talk = holding.holds("Talk", "14:00", "15:00", places=2)
    people = [holding.floor.who(name) for name in ("Ada", "Bo")]
    holding.bookings.book(talk, *people)
    holding.bookings.unbook(talk, *people)
    holding.books("Talk", "Cy")

    with pytest.raises(BuiltOn):
        holding.takes_back("BookingSet", 1)
    assert booked(holding) == ["Cy"]


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
