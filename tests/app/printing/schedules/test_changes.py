"""What two states of a schedule are told to differ in."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.meetings.attendees import Someone
from app.printing.schedules.changes import Change, changes
from app.printing.schedules.lines import ScheduleLine
from tests.app.meetings.asking import at

TEN = at("10:15")


def somebody(number: int) -> Someone:
    return Someone(UUID(int=number), f"A-{number}", f"Name {number}", "", "")


def line(
    meeting: int, *, starts: datetime = TEN, table: str = "1", partner: int = 1
) -> ScheduleLine:
    ends = starts + timedelta(minutes=20)
    return ScheduleLine(UUID(int=meeting), starts, ends, table, "c2c", (somebody(partner),))


def test_another_table_is_a_move() -> None:
    was, now = line(1, table="18"), line(1, table="13")

    (found,) = changes([was], [now])

    assert (found.change, found.was, found.now) == (Change.MOVED, was, now)


def test_another_time_is_a_move() -> None:
    (found,) = changes([line(1)], [line(1, starts=at("11:05"))])

    assert found.change is Change.MOVED


def test_somebody_else_in_the_same_meeting_is_a_new_partner() -> None:
    (found,) = changes([line(1, partner=1)], [line(1, partner=2)])

    assert found.change is Change.NEW_PARTNER


def test_another_meeting_at_the_same_time_is_a_new_partner() -> None:
    was, now = line(1, partner=1, table="5"), line(2, partner=2, table="6")

    (found,) = changes([was], [now])

    assert (found.change, found.was, found.now) == (Change.NEW_PARTNER, was, now)


def test_the_same_people_in_a_meeting_arranged_anew_have_only_moved() -> None:
    (found,) = changes([line(1)], [line(2, starts=at("11:05"))])

    assert found.change is Change.MOVED


def test_the_same_people_at_the_same_place_in_a_meeting_arranged_anew_are_no_change() -> None:
    assert changes([line(1)], [line(2)]) == ()


def test_what_was_added_is_new_and_what_is_gone_is_cancelled() -> None:
    was, now = line(1, partner=1), line(2, starts=at("11:05"), partner=2)

    assert [each.change for each in changes([was], [now])] == [Change.CANCELLED, Change.NEW]


def test_two_who_traded_their_times_both_have_moved() -> None:
    was = [line(1, partner=1), line(2, starts=at("11:05"), partner=2)]
    now = [line(1, starts=at("11:05"), partner=1), line(2, partner=2)]

    assert [each.change for each in changes(was, now)] == [Change.MOVED, Change.MOVED]


def test_what_is_over_matters_no_more() -> None:
    (found,) = changes([line(1)], [])

    assert found.is_ahead(at("10:34"))
    assert not found.is_ahead(at("10:35"))


lines = st.lists(
    st.builds(
        line,
        st.integers(1, 6),
        starts=st.integers(0, 4).map(lambda slot: TEN + timedelta(minutes=25 * slot)),
        table=st.sampled_from(["1", "2"]),
        partner=st.integers(1, 3),
    ),
    max_size=6,
    unique_by=(lambda each: each.meeting, lambda each: each.starts_at),
)


def leads_to(of: list[ScheduleLine]) -> set[tuple[datetime, str, UUID]]:
    return {(each.starts_at, each.table, each.partners[0].id) for each in of}


@given(was=lines, now=lines)
def test_the_changes_lead_from_one_sheet_to_the_other(
    was: list[ScheduleLine], now: list[ScheduleLine]
) -> None:
    found = changes(was, now)

    gone = [each.was for each in found if each.was]
    come = [each.now for each in found if each.now]
    assert (leads_to(was) - leads_to(gone)) | leads_to(come) == leads_to(now)
    assert changes(now, now) == ()
