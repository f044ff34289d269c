"""What a session would meet with at another time or room, and what the day is made of."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.delegates.roster import Roster
from app.event.closures import ClosureOrder, Closures, Places
from app.journal.undo import redo, undo
from app.meetings.standing import StandingMeetings
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.wishes import ScheduleWish
from app.programme.carrying import Carry, carry_of
from app.programme.conflicts import ConflictKind
from app.programme.orders import Place, RoomTaken, SessionFull, SessionOrder
from app.programme.timeline import Beside, day_programme
from app.visits.signing_up import SigningUp
from app.visits.visit import VisitOrder
from app.visits.visits import Visits
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at
from tests.app.programme.holding import Holding
from tests.building import FIRST_DAY, SECOND_DAY


def carry(holding: Holding, title: str) -> Carry:
    return carry_of(holding.journal, holding.sessions.named(title))


def test_a_place_says_which_session_has_the_room_who_meets_and_who_is_elsewhere(
    holding: Holding, day: RunningDay
) -> None:
    holding.holds("Talk", "14:00", "14:45", room="Hall A", speakers="Ada")
    holding.holds("Panel", "10:00", "10:45", room="Hall A")
    day.meets("Ada", "Bo", "10:40", "4")
    holding.books("Talk", "Cy")
    holding.books("Panel", "Cy")
    carried = carry(holding, "Talk")

    there = carried.effect(at("10:30"), "hall a")
    free = carried.effect(at("15:00"), "Hall B")

    assert [each.title for each in there.rooms] == ["Panel"]
    assert [each.name.split()[0] for each in there.meeting] == ["Ada"]
    assert [each.name.split()[0] for each in there.elsewhere] == ["Cy"]
    assert not there.can_be
    assert free.can_be
    assert free.ends_at == at("15:45")
    assert (free.rooms, free.meeting, free.elsewhere, free.outdated) == ((), (), (), 0)
    assert carried.effect(at("14:00"), "Hall A").is_same
    assert not carried.effect(at("14:00", day=25), "Hall A").can_be


def test_who_is_on_a_visit_then_and_who_has_it_on_paper_are_counted(
    holding: Holding, tmp_path: Path
) -> None:
    holding.comes("Ada", "Bo")
    holding.holds("Talk", "14:00", "15:00", room="Blue")
    holding.books("Talk", "Ada", "Bo")
    Visits(holding.journal).add(VisitOrder("Port", at("16:00"), at("17:00"), 5))
    SigningUp(holding.journal).give(holding.floor.who("Bo"), "Port")
    ScheduleOffice(holding.journal).run(
        ScheduleWish(delegates=(holding.floor.who("Ada"),)), tmp_path / "schedule.pdf"
    )
    carried = carry(holding, "Talk")

    there = carried.effect(at("16:30"), "Blue")

    assert [each.id for each in there.elsewhere] == [holding.floor.who("Bo")]
    assert there.outdated == 1
    assert carried.effect(at("14:00"), "Green").outdated == 1
    assert carried.effect(at("14:00"), "Blue").outdated == 0


def test_who_was_merged_is_met_with_by_all_that_either_entry_has(
    holding: Holding, day: RunningDay
) -> None:
    holding.comes("Cy", "Cyrus")
    holding.holds("Talk", "14:00", "14:30", room="Blue")
    holding.books("Talk", "Cy")
    day.meets("Cyrus", "Bo", "10:40", "4")
    Roster(holding.journal, "A").merge(holding.floor.who("Cyrus"), holding.floor.who("Cy"))

    there = carry(holding, "Talk").effect(at("10:30"), "Blue")

    assert [each.id for each in there.meeting] == [holding.floor.who("Cyrus")]


def test_speakers_who_are_no_delegates_are_known_by_their_names(holding: Holding) -> None:
    holding.holds("Talk", "14:00", "15:00")
    holding.holds("Panel", "16:00", "17:00")
    for title, name in (("Talk", "Šarūnas Guest"), ("Panel", "sarunas guest")):
        holding.sessions.change(holding.sessions.named(title), SessionOrder(speakers=[name]))

    assert carry(holding, "Talk").effect(at("16:30"), "").voices == ("Šarūnas Guest",)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    start=st.integers(0, 9).map(lambda tens: f"{10 + tens // 6}:{tens % 6 * 10:02}"),
    room=st.sampled_from(["Red", "Blue", ""]),
)
def test_what_was_said_of_a_place_is_so_once_the_session_is_there(
    holding: Holding, day: RunningDay, start: str, room: str
) -> None:
    if not holding.floor.has_met("Ada"):
        day.meets("Ada", "Bo", "10:40", "4")
        holding.holds("Talk", "14:00", "14:30", room="Red")
        holding.holds("Panel", "10:00", "10:30", room="Blue")
        holding.books("Talk", "Ada", "Cy")
        holding.books("Panel", "Cy")
    talk = holding.sessions.named("Talk")
    holding.sessions.move(talk, Place(at("14:00"), None, "Red"))

    said = carry_of(holding.journal, talk).effect(at(start), room)
    holding.sessions.move(talk, Place(at(start), None, room), anyway=True)

    kinds = [each.kind for each in holding.conflicts()]
    assert (ConflictKind.ROOM in kinds) == bool(said.rooms)
    assert (ConflictKind.MEETING in kinds) == bool(said.meeting)
    assert (ConflictKind.BOOKED in kinds) == bool(said.elsewhere)


def test_two_sessions_change_places_in_one_step(holding: Holding) -> None:
    holding.holds("Talk", "14:00", "14:45", room="Red")
    holding.holds("Panel", "16:00", "17:00", room="Blue")
    pair = holding.sessions.named("Talk"), holding.sessions.named("Panel")

    holding.sessions.swap(*pair)

    talk, panel = holding.session("Talk"), holding.session("Panel")
    assert (talk.starts_at, talk.ends_at, talk.room) == (at("16:00"), at("16:45"), "Blue")
    assert (panel.starts_at, panel.ends_at, panel.room) == (at("14:00"), at("15:00"), "Red")
    undo(holding.journal)
    assert (holding.session("Talk").room, holding.session("Panel").room) == ("Red", "Blue")
    redo(holding.journal)
    assert (holding.session("Talk").room, holding.session("Panel").room) == ("Blue", "Red")


def test_nothing_changes_places_where_the_longer_one_would_run_into_the_next(
    holding: Holding,
) -> None:
    holding.holds("Talk", "14:00", "14:30", room="Red")
    holding.holds("Next", "14:30", "15:00", room="Red")
    holding.holds("Panel", "16:00", "17:00", room="Blue")
    pair = holding.sessions.named("Talk"), holding.sessions.named("Panel")

    with pytest.raises(RoomTaken):
        holding.sessions.swap(*pair)

    assert (holding.session("Talk").room, holding.session("Panel").room) == ("Red", "Blue")


def test_somebody_is_checked_in_from_the_list_as_by_their_badge(holding: Holding) -> None:
    talk = holding.holds("Talk", "14:00", "15:00", places=1)
    holding.books("Talk", "Ada")

    came = holding.bookings.check_in(talk, holding.floor.who("Ada"))
    with pytest.raises(SessionFull):
        holding.bookings.check_in(talk, holding.floor.who("Bo"))
    walked = holding.bookings.check_in(talk, holding.floor.who("Bo"), anyway=True)

    assert (came.booked, came.again, walked.booked) == (True, False, False)
    assert holding.bookings.check_in(talk, holding.floor.who("Ada")).again
    assert holding.session("Talk").figures.here == 2


def test_a_day_shows_sessions_beside_all_else_that_it_is_made_of(
    holding: Holding, day: RunningDay
) -> None:
    holding.holds("Talk", "14:00", "15:00", room="Red")
    holding.sessions.add(
        SessionOrder(title="Tomorrow"), Place(at("14:00", day=17), at("15:00", day=17), "Blue")
    )
    Visits(holding.journal).add(VisitOrder("Port", at("16:00"), at("17:00"), 5))
    closing = ClosureOrder(Places(("3", "4")), at("11:05"), None, "Wet floor")
    Closures(holding.journal, StandingMeetings()).close(closing)

    shown = day_programme(holding.journal, FIRST_DAY)

    assert [each.title for each in shown.sessions] == ["Talk"]
    assert (shown.rooms, shown.others) == (("Blue", "Red"), 1)
    of = {each.kind: each for each in shown.beside}
    assert set(of) == {Beside.BLOCK, Beside.CLOSURE, Beside.VISIT}
    assert (of[Beside.CLOSURE].title, of[Beside.CLOSURE].where) == (
        "Wet floor",
        "Table 3, Table 4",
    )
    assert of[Beside.CLOSURE].ends_at == of[Beside.BLOCK].ends_at
    assert of[Beside.BLOCK].count == len(day.read().slots)
    assert [each.title for each in day_programme(holding.journal, SECOND_DAY).sessions] == [
        "Tomorrow"
    ]
