"""Closures, delays, shorter blocks and people who leave: told before, made as one, taken back."""

from __future__ import annotations

import pytest

from app.floor.attention import Need
from app.floor.changes import ChangeNotPossible, ClosePlaces, Delay, Leave, Repair, Shorten
from app.floor.consequences import PreviewOutdated
from app.floor.overrun import overrun
from app.floor.states import MeetingState, Missing, Word
from app.journal.undo import undo
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at
from tests.building import FIRST_DAY


def test_a_table_that_closes_gives_each_meeting_another_place(day: RunningDay) -> None:
    meetings = [day.meets("Ada", "Bo", "11:05", "9"), day.meets("Cy", "Di", "12:20", "9")]
    day.meets("Ed", "Flo", "11:05", "8")
    day.is_now("10:20")
    close = ClosePlaces((day.table("9"),), starts_at=at("10:20"), reason="It broke down")
    before = day.read()

    preview = day.preview(close)
    assert [each.meeting for each in preview.lost] == meetings
    assert preview.homeless == ()
    assert day.read() == before
    assert {day.floor.who(name) for name in ("Ada", "Bo", "Cy", "Di")} == set(preview.told)

    day.consequences.carry_out(before.date, preview)
    assert [day.place(each)[0] for each in meetings] == [at("11:05"), at("12:20")]
    assert day.place(meetings[0])[1] not in {"8", "9"}
    assert Need.TABLE_CLOSED not in day.needs()
    undo(day.journal)
    assert day.read() == before


def test_a_meeting_without_a_place_goes_on_needing_somebody(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "12:20", "9")
    day.comes("Ada", "Bo")
    day.is_now("12:00")
    everywhere = ClosePlaces(tuple(table.id for table in day.read().tables), starts_at=at("12:00"))

    preview = day.carries_out(everywhere)

    assert preview.homeless == (meeting,)
    assert day.needs() == [Need.TABLE_CLOSED]


def test_a_delay_is_late_only_for_whoever_meets_after_the_end(day: RunningDay) -> None:
    day.meets("Ada", "Bo", "11:05", "1")
    day.is_now("10:20")

    def ends(minutes: int) -> str:
        look = day.consequences.look(FIRST_DAY, Delay(minutes, at("10:40")))
        over = overrun(look)
        return f"{over.ends_at.astimezone(look.before.zone):%H:%M}" if over else ""

    assert [ends(minutes) for minutes in (60, 75, 76)] == ["", "", "12:41"]
    last = day.meets("Cy", "Di", "12:20", "1")
    assert ends(5) == "12:45"
    day.acts.cancel(last)
    assert ends(5) == ""


def test_the_afternoon_starts_later(day: RunningDay) -> None:
    early, late = day.meets("Ada", "Bo", "10:15", "1"), day.meets("Ada", "Cy", "11:30", "1")
    day.is_now("10:20")
    before = day.read()

    preview = day.carries_out(Delay(20, at("10:40")))

    assert (preview.later, preview.lost) == ((late,), ())
    assert day.place(late) == (at("11:50"), "1")
    assert day.place(early) == (at("10:15"), "1")
    starts = [f"{slot.starts_at.astimezone(before.zone):%H:%M}" for slot in day.read().slots]
    assert starts == ["10:15", "11:00", "11:25", "11:50", "12:15", "12:40"]
    undo(day.journal)
    assert day.read() == before


def test_the_whole_day_starts_later_before_it_began(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:15", "1")
    day.is_now("09:00")
    before = day.read()

    day.carries_out(Delay(30, at("08:00")))

    assert day.place(meeting) == (at("10:45"), "1")
    assert len({slot.block for slot in day.read().slots}) == 1
    undo(day.journal)
    assert day.read() == before


def test_a_delay_finds_another_place_for_whoever_is_elsewhere_then(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "1")
    day.comes("Ada", "Bo")
    day.floor.is_elsewhere("Ada", "11:25", "12:20")
    day.is_now("10:20")

    preview = day.carries_out(Delay(20, at("11:05")))

    (lost,) = preview.lost
    assert lost.meeting == meeting
    assert lost.to is not None
    assert day.place(meeting)[0] in {at("10:40"), at("12:40")}


def test_what_makes_no_sense_is_refused(day: RunningDay) -> None:
    block = day.read().slots[0].block
    day.is_now("10:50")
    changes = {
        "nothing_left": Delay(20, at("13:00")),
        "past": Delay(20, at("10:40")),
        "overlap": Delay(-10, at("11:05")),
        "too_late": Delay(900, at("11:05")),
    }
    for reason, change in changes.items():
        with pytest.raises(ChangeNotPossible) as refused:
            day.preview(change)
        assert refused.value.reason == reason
    with pytest.raises(ChangeNotPossible):
        day.preview(Shorten(block, at("10:30")))
    with pytest.raises(ChangeNotPossible):
        day.preview(ClosePlaces((), starts_at=at("12:00"), ends_at=at("11:00")))


def test_a_shorter_block_leaves_nobody_behind_silently(day: RunningDay) -> None:
    last = day.meets("Ada", "Bo", "12:20", "1")
    for place, clock in enumerate(("10:15", "10:40", "11:05", "11:30", "11:55")):
        day.meets("Ada", f"X{place}", clock, "2")
    other = day.meets("Cy", "Di", "12:20", "2")
    day.is_now("10:00")
    before = day.read()

    preview = day.carries_out(Shorten(before.slots[0].block, at("12:15")))

    assert preview.homeless == (last,)
    assert day.place(other)[0] < at("12:15")
    assert len(day.read().slots) == 5
    undo(day.journal)
    assert day.read() == before


def test_partners_of_somebody_who_leaves_meet_others(day: RunningDay) -> None:
    left = [day.meets("Ada", "Bo", "11:05", "1"), day.meets("Ada", "Cy", "11:30", "1")]
    shared = day.meets("Ada Ed", "Di", "11:55", "1")
    wish = day.asks("Bo", "Cy")
    day.comes("Ada", "Bo", "Cy", "Di", "Ed")
    day.is_now("10:50")
    before = day.read()

    preview = day.carries_out(Leave(day.floor.who("Ada")))

    assert preview.ended == tuple(left)
    assert [booking.pairing.request for booking in preview.new] == [wish]
    assert day.floor.who("Ada") not in preview.told
    assert [day.state(each) for each in left] == [MeetingState.CANCELLED] * 2
    assert day.state(shared) is MeetingState.PLANNED
    assert not day.read().people[day.floor.who("Ada")].is_here(day.clock.now)
    undo(day.journal)
    assert day.read() == before


def test_all_that_is_lost_is_repaired_together(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "1")
    day.meets("Cy", "Di", "11:30", "2")
    wish = day.asks("Ada", "Ed")
    day.comes("Ada", "Cy", "Di", "Ed")
    day.is_now("10:50")
    day.acts.say(lost, Word.NO_SHOW, Missing.HOST)

    preview = day.preview(Repair())

    assert [each.meeting for each in preview.lost] == [lost]
    assert [booking.pairing.request for booking in preview.new] == [wish]
    day.consequences.carry_out(day.read().date, preview)
    assert day.state(lost) is MeetingState.PLANNED


def test_a_preview_that_others_overtook_is_refused(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "9")
    day.is_now("10:20")
    preview = day.preview(ClosePlaces((day.table("9"),), starts_at=at("10:20")))
    day.moves(meeting, "11:55", "9")
    before = day.read()

    with pytest.raises(PreviewOutdated):
        day.consequences.carry_out(before.date, preview)

    assert day.read() == before
