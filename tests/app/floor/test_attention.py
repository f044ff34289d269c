"""What needs somebody, most urgent first."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from app.floor.attention import Beside, Need, OpenWish
from app.floor.rules import change_floor_rules
from app.floor.states import Missing, Word
from app.meetings.deeds import MeetingMoved
from db.ids import new_id
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at


def test_nothing_needs_anybody_while_all_are_here(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada", "Bo")
    day.is_now("10:20")
    assert day.needs() == []

    day.acts.call([meeting])
    day.is_now("10:45")
    assert day.needs() == []


def test_the_order_is_by_urgency(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.meets("Cy", "Di", "10:40", "5")
    day.meets("Ed", "Flo", "11:05", "6")
    day.meets("Gus", "Hal", "11:05", "7")
    day.meets("Ina", "Jo", "12:20", "8")
    day.comes("Ada", "Cy", "Ed", "Gus", "Hal", "Ina", "Jo")
    day.is_now("10:52")
    day.acts.say(lost, Word.NO_SHOW, Missing.HOST)
    day.closes("8", "12:00")

    assert day.needs() == [
        Need.NO_SHOW,
        Need.ONE_MISSING,
        Need.SOON_MISSING,
        Need.TO_CALL,
        Need.TABLE_CLOSED,
    ]


def test_an_item_says_who_is_missing_and_who_waits(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada")
    day.is_now("10:45")

    (item,) = day.attention()

    assert (item.need, item.meetings, item.starts_at) == (
        Need.ONE_MISSING,
        (meeting,),
        at("10:40"),
    )
    assert item.missing == (day.floor.who("Bo"),)
    assert item.waiting == (day.floor.who("Ada"),)
    assert item.tables == (day.table("4"),)


def test_soon_is_a_setting(day: RunningDay) -> None:
    day.meets("Ada", "Bo", "11:05", "4")
    day.is_now("10:40")
    assert day.needs() == []

    change_floor_rules(day.journal, {"soon_minutes": 30})
    assert day.needs() == [Need.SOON_MISSING]


def test_whoever_said_when_they_come_is_no_riddle(day: RunningDay) -> None:
    day.meets("Ada", "Bo", "11:05", "4")
    day.comes("Ada")
    day.is_now("10:55")
    assert day.needs() == [Need.SOON_MISSING]

    day.acts.comes_at(day.floor.who("Bo"), at("11:00"))
    assert day.needs() == []

    day.acts.comes_at(day.floor.who("Bo"), at("11:15"))
    (item,) = day.attention()
    assert (item.need, item.comes_at) == (Need.COMES_LATE, at("11:15"))

    day.is_now("11:16")
    assert day.needs() == [Need.ONE_MISSING]


def test_a_meeting_at_which_nobody_waits_comes_later(day: RunningDay) -> None:
    day.meets("Ada", "Bo", "10:40", "4")
    day.meets("Cy", "Di", "10:40", "5")
    day.comes("Di")
    day.is_now("10:42")

    assert day.needs() == [Need.ONE_MISSING, Need.BOTH_MISSING]


def test_whoever_does_not_come_any_more_is_told_of_before_the_time(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "12:20", "4")
    day.withdraws("Bo")
    day.is_now("10:20")

    (item,) = day.attention()

    assert (item.need, item.meetings) == (Need.NOT_COMING, (meeting,))
    assert item.missing == (day.floor.who("Bo"),)


def test_desks_that_were_cut_off_may_have_doubled_a_table_or_a_person(day: RunningDay) -> None:
    one = day.meets("Ada", "Bo", "11:05", "4")
    other = day.meets("Cy", "Bo", "11:05", "5")
    third = day.meets("Di", "Ed", "11:30", "5")
    read = day.read()
    slot, table = read.slot[read.meeting[one].place].id, day.table("5")
    before = (day.spot("11:30", "5").slot, table)
    day.floor.does(MeetingMoved(third, slot, table, *before))

    clashes = [item for item in day.attention() if item.need is Need.CLASH]

    assert [set(item.meetings) for item in clashes] == [{one, other}, {other, third}]


def test_what_ended_needs_nobody(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.is_now("10:45")
    day.acts.say(lost, Word.NO_SHOW, Missing.HOST)
    day.is_now("11:00")

    assert day.needs() == []


def test_idle_tables_are_told_of_with_the_wishes_they_could_serve(day: RunningDay) -> None:
    day.meets("Ada", "Bo", "12:20", "4")
    day.meets("Cy", "Di", "12:20", "5")
    day.comes("Ada", "Di")
    day.is_now("10:30")
    ada, di, bo = (day.floor.who(name) for name in ("Ada", "Di", "Bo"))
    possible, absent = OpenWish(new_id(), (ada, di), 3), OpenWish(new_id(), (ada, bo), 6)

    running, following = day.attention(Beside(wishes=(possible, absent)))

    assert (running.need, running.starts_at) == (Need.IDLE, at("10:15"))
    assert following.starts_at == at("10:40")
    assert following.wishes == (possible.id,)
    assert len(following.tables) == 10


def test_a_table_that_nobody_came_to_is_idle_once_nobody_waits_at_it(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.asks("Cy", "Di")
    day.is_now("10:30")
    day.comes("Cy", "Di")
    for number in (1, 2, 3, *range(5, 11)):
        day.closes(str(number), "08:00")
    day.is_now("10:45")

    def idle() -> list[tuple[UUID, ...]]:
        cy, di = day.floor.who("Cy"), day.floor.who("Di")
        beside = Beside(wishes=(OpenWish(new_id(), (cy, di), 3),))
        return [item.tables for item in day.attention(beside) if item.need is Need.IDLE]

    assert idle() == []
    day.acts.say(lost, Word.NO_SHOW, Missing.BOTH)
    assert idle() == [(day.table("4"),)]
    first = day.proposed(lost)[0]
    assert day.in_words(first) == ("idle_table", "Cy Di", "10:40", "4")
    day.comes("Ada")
    day.acts.say(lost, Word.NO_SHOW, Missing.HOST)
    assert idle() == []


def test_paper_that_is_not_so_any_more_is_one_item(day: RunningDay) -> None:
    day.meets("Ada", "Bo", "12:20", "4")
    day.is_now("10:20")
    outdated = {day.floor.who("Ada"): at("12:20"), day.floor.who("Bo"): at("12:20")}

    (item,) = day.attention(Beside(outdated=outdated))

    assert (item.need, set(item.waiting)) == (Need.PAPER, set(outdated))
    assert item.starts_at - day.clock.now == timedelta(hours=2)
