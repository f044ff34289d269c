"""Sessions are added, corrected, moved and cancelled, and each of it can be taken back."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.event.editing import Editing, FactsOrder
from app.journal.deeds import BuiltOn
from app.journal.undo import redo, undo
from app.meetings.standing import StandingMeetings
from app.programme.orders import (
    Place,
    RoomTaken,
    SessionNotPossible,
    SessionOff,
    SessionOrder,
    SessionStands,
    check_times,
)
from app.programme.session import SessionKind, SeveralSessions, UnknownSession
from tests.app.meetings.asking import VILNIUS, at
from tests.app.programme.holding import Holding
from tests.building import SECOND_DAY


def test_a_session_says_who_speaks_where_and_when(holding: Holding) -> None:
    ada = holding.floor.who("Ada")
    order = SessionOrder(
        title=" Opening  talk ",
        kind=SessionKind.PLENARY,
        track="Green",
        abstract="Why we are here.",
        speakers=[ada, "Dr. Nobody Known"],
        moderators=["The Chair"],
        everybody=True,
    )

    holding.sessions.add(order, Place(at("09:00"), at("09:30"), "Main hall"))

    told = holding.session("Opening talk")
    assert (told.number, told.kind, told.room, told.track) == (
        "S-A1",
        "plenary",
        "Main hall",
        "Green",
    )
    assert (told.starts_at, told.ends_at, told.everybody) == (at("09:00"), at("09:30"), True)
    assert [(each.name, each.id) for each in told.speakers] == [
        ("Ada Of", ada),
        ("Dr. Nobody Known", None),
    ]
    assert [each.name for each in told.moderators] == ["The Chair"]


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        (Place(at("10:00"), at("09:00")), "ends_before_it_starts"),
        (Place(at("10:00"), at("10:00")), "ends_before_it_starts"),
        (Place(at("10:00"), None), "no_times"),
        (Place(at("10:00"), at("10:01", day=17)), "too_long"),
        (Place(at("10:00", day=20), at("11:00", day=20)), "other_day"),
    ],
)
def test_times_that_make_no_sense_are_refused(holding: Holding, place: Place, reason: str) -> None:
    with pytest.raises(SessionNotPossible) as refused:
        holding.sessions.add(SessionOrder(title="Talk"), place)

    assert refused.value.reason == reason


def test_an_evening_may_last_past_midnight(holding: Holding) -> None:
    holding.sessions.add(
        SessionOrder(title="Dinner", kind=SessionKind.EVENING),
        Place(at("20:00"), at("01:30", day=17)),
    )

    told = holding.session("Dinner")
    assert told.ends_at - told.starts_at == timedelta(hours=5, minutes=30)


def test_two_sessions_in_one_room_need_a_word(holding: Holding) -> None:
    holding.holds("Talk", "14:00", "15:00", room="Blue room")

    with pytest.raises(RoomTaken) as taken:
        holding.holds("Panel", "14:30", "15:30", room=" blue Room")
    holding.holds("After it", "15:00", "15:30", room="Blue room")
    place = Place(at("14:30"), at("15:30"), "Blue room")
    holding.sessions.add(SessionOrder(title="Panel"), place, anyway=True)

    assert (taken.value.number, taken.value.title) == ("S-A1", "Talk")
    kinds = [(each.kind, each.sessions, each.room) for each in holding.conflicts()]
    assert kinds == [
        ("room", ("S-A1", "S-A3"), "Blue room"),
        ("room", ("S-A3", "S-A2"), "Blue room"),
    ]


def test_a_session_moves_with_its_length_and_its_bookings(holding: Holding) -> None:
    talk = holding.holds("Talk", "14:00", "14:45", room="Blue")
    holding.books("Talk", "Ada")

    holding.sessions.move(talk, Place(starts_at=at("16:00"), room="Red"))

    told = holding.session("Talk")
    assert (told.starts_at, told.ends_at, told.room) == (at("16:00"), at("16:45"), "Red")
    assert told.figures.booked == 1
    undo(holding.journal)
    assert (holding.session("Talk").starts_at, holding.session("Talk").room) == (
        at("14:00"),
        "Blue",
    )
    redo(holding.journal)
    assert holding.session("Talk").room == "Red"


def test_a_correction_writes_only_what_is_new_and_can_be_taken_back(holding: Holding) -> None:
    talk = holding.holds("Talk", "14:00", "14:45", speakers="Ada", places=10)

    holding.sessions.change(
        talk, SessionOrder(title="Talk", speakers=["A Guest"], open_to_all=True)
    )

    told = holding.session("Talk")
    assert ([each.name for each in told.speakers], told.places) == (["A Guest"], None)
    undo(holding.journal)
    told = holding.session("Talk")
    assert ([each.name for each in told.speakers], told.places) == (["Ada Of"], 10)


def test_fewer_places_than_are_booked_are_refused(holding: Holding) -> None:
    talk = holding.holds("Talk", "14:00", "14:45")
    holding.books("Talk", "Ada", "Bo")

    with pytest.raises(SessionNotPossible) as refused:
        holding.sessions.change(talk, SessionOrder(places=1))
    with pytest.raises(SessionNotPossible) as none:
        holding.sessions.change(talk, SessionOrder(places=0))

    assert (refused.value.reason, refused.value.value) == ("fewer_places", "2")
    assert none.value.reason == "no_places"
    assert holding.session("Talk").places is None


def test_a_cancelled_session_takes_up_neither_people_nor_its_room(holding: Holding) -> None:
    talk = holding.holds("Talk", "14:00", "14:45", room="Blue")
    holding.books("Talk", "Ada")

    holding.sessions.cancel(talk)

    assert holding.engaged("Ada") == []
    with pytest.raises(SessionOff):
        holding.sessions.cancel(talk)
    holding.holds("Panel", "14:00", "14:45", room="Blue")
    with pytest.raises(RoomTaken):
        holding.sessions.restore(talk)
    holding.sessions.restore(talk, anyway=True)
    assert holding.engaged("Ada") == ["Talk"]
    with pytest.raises(SessionStands):
        holding.sessions.restore(talk)


def test_a_session_that_somebody_is_booked_for_stays(holding: Holding) -> None:
    holding.holds("Talk", "14:00", "14:45")
    holding.books("Talk", "Ada")

    with pytest.raises(BuiltOn) as built_on:
        holding.takes_back("SessionAdded")
    holding.takes_back("BookingSet")
    holding.takes_back("SessionAdded")

    assert built_on.value.what == "session_id"
    with pytest.raises(UnknownSession):
        holding.sessions.named("Talk")


def test_no_place_is_taken_back_that_somebody_has_booked(holding: Holding) -> None:
    talk = holding.holds("Talk", "14:00", "14:45", places=1)
    holding.books("Talk", "Ada")
    holding.sessions.change(talk, SessionOrder(places=2))
    holding.books("Talk", "Bo")

    with pytest.raises(BuiltOn) as fewer:
        holding.takes_back("SessionChanged")
    holding.unbooks("Talk", "Ada")
    holding.books("Talk", "Cy")
    with pytest.raises(BuiltOn) as full:
        holding.takes_back("BookingSet", 2)

    assert (fewer.value.what, full.value.what) == ("places", "places")
    assert holding.session("Talk").figures.booked == 2


def test_sessions_are_found_by_number_id_and_title(holding: Holding) -> None:
    first = holding.holds("Coffee", "10:00", "10:15")
    second = holding.holds("Coffee", "15:00", "15:15")

    assert holding.sessions.named("s-a2") == second
    assert holding.sessions.named(str(first)) == first
    with pytest.raises(SeveralSessions) as several:
        holding.sessions.named("coffee")
    assert several.value.numbers == ("S-A1", "S-A2")


def test_sessions_stay_at_their_time_of_day_in_another_zone(holding: Holding) -> None:
    holding.holds("Talk", "14:00", "15:00")
    berlin = ZoneInfo("Europe/Berlin")

    Editing(holding.journal, StandingMeetings()).change_facts(FactsOrder(timezone="Europe/Berlin"))

    told = holding.session("Talk")
    assert told.starts_at == at("14:00").replace(tzinfo=berlin)
    undo(holding.journal)
    assert holding.session("Talk").starts_at == at("14:00")


def test_a_session_on_a_day_that_was_taken_out_is_named(holding: Holding) -> None:
    holding.sessions.add(
        SessionOrder(title="Talk"), Place(at("14:00", day=17), at("15:00", day=17))
    )

    Editing(holding.journal, StandingMeetings()).remove_day(SECOND_DAY)

    assert [(each.kind, each.sessions) for each in holding.conflicts()] == [("day", ("S-A1",))]


def test_in_the_night_when_clocks_change_a_session_lasts_as_long_as_it_does() -> None:
    spring, autumn = date(2027, 3, 28), date(2027, 10, 30)
    before, after = (
        datetime(2027, 3, 28, hour, minute, tzinfo=VILNIUS) for hour, minute in ((3, 45), (4, 15))
    )
    with pytest.raises(SessionNotPossible) as ends_first:
        check_times(before, after, spring, [spring])
    starts = datetime(2027, 10, 30, 12, tzinfo=VILNIUS)
    with pytest.raises(SessionNotPossible) as too_long:
        check_times(starts, starts + timedelta(days=1), autumn, [autumn])

    assert (ends_first.value.reason, too_long.value.reason) == ("ends_before_it_starts", "too_long")
