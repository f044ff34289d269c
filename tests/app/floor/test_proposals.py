"""What is proposed for those left waiting, and what comes of it."""

from __future__ import annotations

import pytest

from app.floor.accepting import ProposalGone
from app.floor.acts import UnknownMeeting
from app.floor.attention import Need
from app.floor.proposer import NothingToPropose
from app.floor.proposing import Kind
from app.floor.rules import change_floor_rules
from app.floor.states import MeetingState, Missing, Word
from app.journal.undo import undo
from db.ids import new_id
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at


def test_a_mutual_request_comes_first_then_one_sided_ones(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.asks("Ada", "Cy")
    day.asks("Di", "Ada", mutual=True)
    day.comes("Ada", "Cy", "Di")
    day.is_now("10:42")
    day.acts.say(lost, Word.NO_SHOW, Missing.HOST)

    first, second = day.proposed(lost)[:2]

    assert day.in_words(first)[:3] == ("new_partner_now", "Ada Di", "10:40")
    assert first.is_mutual
    assert day.in_words(second)[:3] == ("new_partner_now", "Ada Cy", "10:40")
    assert not second.is_mutual
    assert set(first.told) == {day.floor.who("Ada"), day.floor.who("Di")}
    assert len({each.pairing.hosts + each.pairing.guests for each in day.proposed(lost)[:3]}) == 3


def test_only_people_who_are_here_and_free_are_proposed(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.meets("Cy", "Ed", "10:40", "5")
    for name in ("Cy", "Di", "Flo"):
        day.asks("Ada", name)
    day.comes("Ada", "Cy", "Ed", "Flo")
    day.is_now("10:42")
    day.acts.say(lost, Word.NO_SHOW, Missing.HOST)

    now = [each for each in day.proposed(lost) if each.kind is Kind.NEW_PARTNER_NOW]

    assert [day.in_words(each)[1] for each in now] == ["Ada Flo"]


def test_the_same_two_later_once_the_missing_one_may_be_there(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada")
    day.is_now("10:42")

    later = [each for each in day.proposed(lost) if each.kind is Kind.SAME_PAIR_LATER]
    assert day.in_words(later[0])[:3] == ("same_pair_later", "Ada Bo", "11:05")

    day.acts.comes_at(day.floor.who("Bo"), at("11:40"))
    later = [each for each in day.proposed(lost) if each.kind is Kind.SAME_PAIR_LATER]
    assert day.in_words(later[0])[2] == "11:55"


def test_whoever_is_in_the_house_is_called(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada", "Bo")
    day.is_now("10:45")
    day.acts.say(lost, Word.LATE, Missing.HOST)
    first = day.proposed(lost)[0]
    assert (first.kind, first.told) == (Kind.CALL, (day.floor.who("Bo"),))

    day.accepts(first)

    assert day.meeting(lost).called_at == day.clock.now


def test_a_closed_table_is_left_for_another(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "11:05", "4")
    day.comes("Ada", "Bo")
    day.is_now("10:30")
    day.closes("4", "10:30")
    assert day.needs() == [Need.TABLE_CLOSED]

    first = day.proposed(lost)[0]
    assert day.in_words(first)[:3] == ("other_table", "Ada Bo", "11:05")
    day.accepts(first)

    assert day.needs() == []
    assert day.place(lost)[1] != "4"


def test_who_sits_at_a_table_that_breaks_down_goes_on_at_another(day: RunningDay) -> None:
    running = day.meets("Ada", "Bo", "10:40", "9")
    day.comes("Ada", "Bo")
    day.is_now("10:45")
    with pytest.raises(NothingToPropose):
        day.proposed(running)
    day.closes("9", "10:45")
    assert day.needs() == [Need.TABLE_CLOSED]

    first, *others = day.proposed(running)
    assert first.kind is Kind.OTHER_TABLE
    assert all(each.kind is Kind.OTHER_TABLE for each in others)
    day.accepts(first)

    assert day.state(running) is MeetingState.RUNNING
    assert day.needs() == []


def test_two_who_meet_already_are_no_new_partners(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.asks("Ada", "Bo")
    day.comes("Ada")
    day.is_now("10:42")

    assert {each.kind for each in day.proposed(lost)} == {Kind.SAME_PAIR_LATER}


def test_accepting_a_new_partner_is_one_deed_and_one_undo(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "4")
    wish = day.asks("Ada", "Cy")
    day.comes("Ada", "Cy")
    day.is_now("10:45")
    before = day.read()
    first = day.proposed(lost)[0]

    told = day.accepts(first)

    assert set(told.people) == {day.floor.who("Ada"), day.floor.who("Cy")}
    new = next(each for each in day.read().meetings if each.request == wish)
    assert day.state(new.id) is MeetingState.RUNNING
    assert day.standing(lost).state is MeetingState.NO_SHOW
    assert day.standing(lost).is_said
    assert day.needs() == []
    undo(day.journal)
    assert day.read() == before


def test_one_who_met_somebody_else_instead_waits_no_more(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.asks("Ada", "Cy")
    day.comes("Ada", "Cy")
    day.is_now("10:45")

    day.accepts(day.proposed(lost)[0])

    assert day.needs() == []


def test_others_make_room_only_where_that_helps_and_outside_the_freeze(day: RunningDay) -> None:
    for number in range(5, 11):
        day.closes(str(number), "08:00")
    lost = day.meets("Ada", "Bo", "10:40", "1")
    for table in ("1", "2", "3", "4"):
        day.meets(f"G{table}", f"H{table}", "11:05", table)
        day.comes(f"G{table}", f"H{table}")
    day.asks("Ada", "Cy")
    day.comes("Ada", "Cy")
    day.is_now("10:41")
    day.acts.say(lost, Word.NO_SHOW, Missing.HOST)

    moved = [move.meeting for each in day.proposed(lost) for move in each.moves]
    assert all(day.place(each)[0] >= at("10:51") for each in moved)
    first = day.proposed(lost)[0]
    assert (first.kind, first.moves) == (Kind.NEW_PARTNER_NOW, ())


def test_nobody_is_paired_away_again_and_again(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "11:05", "4")
    often = day.meets("Cy", "Ed", "12:20", "5")
    day.asks("Ada", "Cy")
    day.asks("Ada", "Di")
    day.comes("Ada", "Cy", "Di", "Ed")
    day.is_now("10:20")
    day.moves(often, "11:55", "5")
    day.is_now("11:06")

    partners = [day.in_words(each)[1] for each in day.proposed(lost)[:2]]

    assert partners == ["Ada Di", "Ada Cy"]


def test_a_proposal_that_others_overtook_is_refused(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.asks("Ada", "Cy")
    day.comes("Ada", "Cy")
    day.is_now("10:45")
    first = day.proposed(lost)[0]
    day.leaves("Cy")
    before = day.read()

    with pytest.raises(ProposalGone):
        day.accepts(first)

    assert day.read() == before


def test_nothing_is_proposed_for_what_was_held_or_cancelled(day: RunningDay) -> None:
    held = day.meets("Ada", "Bo", "10:40", "4")
    gone = day.meets("Cy", "Di", "12:20", "4")
    day.comes("Ada", "Bo")
    day.acts.cancel(gone)
    day.is_now("11:10")

    for meeting in (held, gone):
        with pytest.raises(NothingToPropose):
            day.proposed(meeting)
    with pytest.raises(UnknownMeeting):
        day.proposed(new_id())


def test_who_meets_somebody_else_before_the_start_is_not_expected_at_both(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.asks("Ada", "Cy")
    day.comes("Ada", "Cy")
    day.is_now("10:30")
    before = day.read()
    first = day.proposed(lost)[0]
    assert day.in_words(first)[:3] == ("new_partner_now", "Ada Cy", "10:40")

    day.accepts(first)

    assert day.state(lost) is MeetingState.CANCELLED
    assert day.needs() == [Need.TO_CALL]
    undo(day.journal)
    assert day.read() == before


def test_a_table_where_somebody_else_did_not_come_can_be_used(day: RunningDay) -> None:
    for number in range(2, 11):
        day.closes(str(number), "08:00")
    other = day.meets("Ed", "Flo", "10:40", "1")
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.asks("Ada", "Cy")
    day.comes("Ada", "Cy", "Ed")
    day.is_now("10:42")
    for each in (lost, other):
        day.acts.say(each, Word.NO_SHOW, Missing.HOST)
    first = day.proposed(lost)[0]

    day.accepts(first)

    assert day.in_words(first) == ("new_partner_now", "Ada Cy", "10:40", "1")
    assert day.needs()[0] is Need.NO_SHOW


def test_a_table_that_others_use_instead_is_nobody_elses_any_more(day: RunningDay) -> None:
    for number in range(2, 11):
        day.closes(str(number), "08:00")
    lost = day.meets("Ada", "Bo", "10:40", "1")
    day.asks("Cy", "Di")
    day.comes("Ada", "Cy", "Di")
    day.is_now("10:45")
    idle = next(each for each in day.proposed(lost) if each.kind is Kind.IDLE_TABLE)

    day.accepts(idle)

    assert day.in_words(idle)[1:] == ("Cy Di", "10:40", "1")
    assert day.state(lost) is MeetingState.NO_SHOW
    assert day.needs() == [Need.NO_SHOW]


def test_who_may_never_come_is_hoped_for_last_until_they_say_when(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "4", request_id=str(day.asks("Ada", "Bo", mutual=True)))
    day.asks("Ada", "Cy")
    day.comes("Ada", "Cy")
    day.is_now("10:45")
    kinds = [each.kind for each in day.proposed(lost)]
    assert kinds[0] is Kind.NEW_PARTNER_NOW
    hopes = [kind is Kind.SAME_PAIR_LATER for kind in kinds]
    assert any(hopes)

    day.acts.comes_at(day.floor.who("Bo"), at("11:00"))

    assert day.in_words(day.proposed(lost)[0])[:3] == ("same_pair_later", "Ada Bo", "11:05")


def test_what_helps_the_one_who_waits_comes_before_what_is_worth_more(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.asks("Ada", "Cy")
    day.asks("Di", "Ed", mutual=True)
    day.comes("Ada", "Cy", "Di", "Ed")
    day.is_now("10:45")

    found = day.proposed(lost)

    kinds = [each.kind for each in found]
    assert kinds[0] is Kind.NEW_PARTNER_NOW
    assert kinds.index(Kind.SAME_PAIR_LATER) < kinds.index(Kind.IDLE_TABLE)
    idle = found[kinds.index(Kind.IDLE_TABLE)]
    assert idle.worth > found[0].worth


def test_where_nobody_waits_others_use_the_table_before_anybody_is_hoped_for(
    day: RunningDay,
) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.asks("Di", "Ed")
    day.comes("Di", "Ed")
    day.is_now("10:45")
    day.acts.say(lost, Word.NO_SHOW, Missing.BOTH)

    kinds = [each.kind for each in day.proposed(lost)]

    assert kinds.index(Kind.IDLE_TABLE) < kinds.index(Kind.SAME_PAIR_LATER)


def test_nobody_is_sent_to_another_table_without_need(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.meets("Ada", "Flo", "11:55", "7")
    day.meets("Cy", "Gus", "12:20", "7")
    day.asks("Ada", "Cy")
    day.comes("Ada", "Cy", "Flo", "Gus")
    day.is_now("10:45")

    now = next(each for each in day.proposed(lost) if each.kind is Kind.NEW_PARTNER_NOW)
    later = next(each for each in day.proposed(lost) if each.kind is Kind.SAME_PAIR_LATER)

    assert day.in_words(now)[1:] == ("Ada Cy", "10:40", "4")
    assert day.in_words(later)[3] == "4"
    day.closes("4", "11:00")
    others = [each for each in day.proposed(lost) if each.kind is Kind.SAME_PAIR_LATER]
    assert "4" not in {day.in_words(each)[3] for each in others}


def test_nobody_new_is_sent_to_a_slot_that_is_nearly_over(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.asks("Ada", "Cy")
    day.asks("Di", "Ed")
    day.comes("Ada", "Cy", "Di", "Ed")
    new_now = {Kind.NEW_PARTNER_NOW, Kind.IDLE_TABLE}

    def proposed(clock: str) -> set[Kind]:
        day.is_now(clock)
        return {each.kind for each in day.proposed(lost)}

    # Of 20 minutes a third is 6:40.
    assert {Kind.NEW_PARTNER_NOW, Kind.IDLE_TABLE} <= proposed("10:53")
    assert new_now.isdisjoint(proposed("10:54"))
    assert Kind.NEW_PARTNER_LATER in proposed("10:54")
    change_floor_rules(day.journal, {"left_minutes": 3})
    assert Kind.NEW_PARTNER_NOW in proposed("10:57")
    assert new_now.isdisjoint(proposed("10:58"))


def test_nobody_who_did_not_ask_is_sent_to_a_slot_that_is_nearly_over(day: RunningDay) -> None:
    for name in ("Ada", "Flo"):
        day.floor.who(name, sectors=["Photonics"])
        day.comes(name)
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.is_now("10:53")
    assert Kind.UNASKED in {each.kind for each in day.proposed(lost)}

    day.is_now("10:54")

    assert Kind.UNASKED not in {each.kind for each in day.proposed(lost)}


def test_the_same_two_may_go_to_another_table_however_little_is_left(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada", "Bo")
    day.is_now("10:58")
    day.closes("4", "10:58")

    assert Kind.OTHER_TABLE in {each.kind for each in day.proposed(meeting)}
