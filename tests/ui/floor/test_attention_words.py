"""What is said of each need, and of each proposal."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest

from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.floor.attention import Item, Need
from app.floor.manager import FloorManager, Look
from app.floor.proposing import Kind
from app.floor.states import Missing, Word
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor, at
from tests.building import FIRST_DAY, EventBuilder, MovableClock
from ui.floor.attention_sentences import sentence
from ui.floor.attention_words import (
    Act,
    acts,
    nothing_words,
    phones,
    place_words,
    sign,
    waiting_words,
)
from ui.floor.proposal_words import done_words, told
from ui.floor.strong_text import plain


class Words:
    """A running day, and what is said of it."""

    def __init__(self, opened: OpenEvent, event: EventBuilder, clock: MovableClock) -> None:
        self.day = RunningDay(Floor(opened, event), clock)
        self.manager = FloorManager(opened.journal, opened.letters)

    def look(self) -> Look:
        return self.manager.look(FIRST_DAY)

    def item(self, need: Need) -> tuple[Look, Item]:
        look = self.look()
        return look, next(item for item in look.items if item.need is need)

    def said(self, need: Need) -> str:
        return plain(sentence(*self.item(need)))

    def strong(self, need: Need) -> list[str]:
        return [part.words for part in sentence(*self.item(need)) if part.strong]


@pytest.fixture
def words(open_event: OpenEvent, event: EventBuilder, clock: MovableClock) -> Words:
    return Words(open_event, event, clock)


def test_who_is_in_the_building_is_said_with_the_time(words: Words) -> None:
    day = words.day
    late = day.meets("Ada", "Bo", "10:40", "4")
    day.is_now("08:51")
    day.comes("Ada", "Bo")
    day.is_now("10:52")
    day.acts.say(late, Word.LATE, Missing.HOST)

    look, item = words.item(Need.ONE_MISSING)

    assert words.said(Need.ONE_MISSING) == "Bo Of is in the building, checked in at 08:51."
    assert words.strong(Need.ONE_MISSING) == ["Bo Of"]
    assert place_words(look, item) == "Table 4, slot 2"
    assert waiting_words(look, item, at("10:53")) == "waits 13 min"
    assert acts(look, item) == (Act.NO_SHOW, Act.RUNS)
    first = words.manager.proposals.about(FIRST_DAY, late)[0]
    assert told(look, first).head == "Call Bo Of to table 4"
    assert told(look, first).verb == "Call"
    assert done_words(look, first, 1) == "Bo Of called to table 4."


def test_who_left_is_said_with_the_time(words: Words) -> None:
    day = words.day
    day.meets("Ada", "Bo", "11:05", "4")
    day.comes("Ada", "Bo")
    day.is_now("10:31")
    day.leaves("Bo")
    day.is_now("10:55")

    assert words.said(Need.SOON_MISSING) == "Bo Of left the building at 10:31. Ada Of is here."


def test_a_meeting_that_nobody_came_to_says_so(words: Words) -> None:
    day = words.day
    day.meets("Ada", "Bo Cy", "11:05", "4")
    day.is_now("10:55")

    look, item = words.item(Need.SOON_MISSING)

    assert words.said(Need.SOON_MISSING) == "Nobody of Bo Of, Cy Of and Ada Of has checked in."
    assert sign(look, item).word == "Both missing"
    assert acts(look, item) == (Act.COMES_AT,)
    day.is_now("11:06")
    look, item = words.item(Need.BOTH_MISSING)
    assert waiting_words(look, item, look.now) == "since 11:05"
    assert acts(look, item) == (Act.NO_SHOW, Act.COMES_AT, Act.RUNS)


def test_somebody_in_two_meetings_is_named(words: Words) -> None:
    day = words.day
    day.meets("Ada", "Bo", "11:05", "4")
    day.meets("Ada", "Cy", "11:05", "5")
    day.meets("Di", "Ed", "11:30", "6")
    day.meets("Flo", "Gil", "11:30", "6")
    day.is_now("10:30")

    look = words.look()

    both = [plain(sentence(look, item)) for item in look.items if item.need is Need.CLASH]
    assert both == [
        "Ada Of is in two meetings at 11:05.",
        "Ed Of ↔ Di Of and Gil Of ↔ Flo Of have the same table at the same time.",
    ]
    assert place_words(look, look.items[0]) == "Tables 4 and 5, slot 3"


def test_who_does_not_come_any_more_is_said_with_who_is_here(
    words: Words, open_event: OpenEvent
) -> None:
    day = words.day
    day.meets("Ada", "Bo", "11:55", "4")
    day.comes("Ada")
    roster = Roster(open_event.journal, open_event.letters)
    roster.set_status(day.floor.who("Bo"), Status.WITHDRAWN, "by phone")

    assert words.said(Need.NOT_COMING) == "Bo Of does not come any more. Ada Of is here."


def test_free_tables_are_told_with_the_requests_they_could_serve(words: Words) -> None:
    day = words.day
    day.asks("Ada", "Bo")
    day.comes("Ada", "Bo")
    day.is_now("10:55")

    look, item = words.item(Need.IDLE)

    said = "Tables 1, 2, 3 and 7 more are free. 1 request of people who are here could be met."
    assert plain(sentence(look, item)) == said
    assert place_words(look, item) == "Slot 2"
    assert acts(look, item) == ()


def test_old_paper_is_told_by_whose_it_is(words: Words) -> None:
    day = words.day
    day.meets("Ada", "Bo", "11:05", "4")
    day.is_now("10:30")
    people = (day.floor.who("Ada"), day.floor.who("Bo"))
    look, item = words.look(), Item(Need.PAPER, at("11:05"), waiting=people)

    said = "The printed schedules of Ada Of and Bo Of no longer say what is so."
    assert plain(sentence(look, item)) == said
    assert place_words(look, item) == "2 delegates"
    assert waiting_words(look, item, look.now) == "next 11:05"


def test_a_move_says_who_gets_a_slip_and_on_whom_it_hangs(words: Words) -> None:
    day = words.day
    soon = day.meets("Ada", "Bo", "11:05", "4")
    day.comes("Ada")
    day.is_now("10:55")

    look = words.look()
    later = told(look, words.manager.proposals.about(FIRST_DAY, soon)[0])

    assert later.head.startswith("Move to slot 4, ")
    assert later.text == "Both free at 11:30, if Bo Of comes. 2 change slips."
    assert later.verb == "Move"
    day.acts.comes_at(day.floor.who("Bo"), at("11:20"))
    look = words.look()
    later = told(look, words.manager.proposals.about(FIRST_DAY, soon)[0])
    assert later.text == "Both free at 11:30. 2 change slips."


def test_one_sided_wishes_say_who_asked(words: Words) -> None:
    day = words.day
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.asks("Cy", "Ada")
    day.comes("Ada", "Cy")
    day.is_now("10:45")

    look = words.look()
    first = told(look, words.manager.proposals.about(FIRST_DAY, lost)[0])

    assert first.head == "Ada Of ↔ Cy Of"
    assert first.text.endswith(", now. Both free. Only Cy Of asked. Nothing else moves.")
    assert first.verb == "Book"


def test_several_numbers_are_given_each_with_its_name(words: Words) -> None:
    day = words.day
    day.floor.who("Bo", phone="+49 40 1")
    day.floor.who("Cy", phone="+49 40 2")
    day.meets("Ada", "Bo Cy", "11:05", "4")
    day.comes("Ada")
    day.is_now("10:55")

    found = [(each.name, each.number) for each in phones(*words.item(Need.SOON_MISSING))]

    assert found == [("Bo Of", "+49 40 1"), ("Cy Of", "+49 40 2")]


def test_nothing_to_do_says_when_that_may_change(words: Words) -> None:
    words.day.is_now("10:53")
    look = words.look()

    assert nothing_words(look, look.now) == "Nothing needs you. Slot 3 starts in 12 min."
    assert nothing_words(look, at("12:30")) == "Nothing needs you."


def test_what_was_taken_out_under_a_meeting_is_said_and_can_be_settled(words: Words) -> None:
    day = words.day
    day.meets("Ada", "Bo", "11:05", "4")
    day.is_now("10:20")
    day.takes_out_slot("11:05")

    look, item = words.item(Need.NO_PLACE)

    said = plain(sentence(look, item))
    assert said == "The slot at 11:05 was taken out. Bo Of and Ada Of need another place."
    assert place_words(look, item) == "No place, was at 11:05"
    assert (sign(look, item).word, acts(look, item)) == ("No place", (Act.CANCEL,))
    day.is_now("08:00")
    day.meets("Cy", "Di", "11:30", "5")
    day.takes_out_table("5")
    look = words.look()
    other = next(each for each in look.items if each.starts_at == at("11:30"))
    assert plain(sentence(look, other)).startswith("The table was taken out. Di Of and Cy Of")


def test_one_of_several_of_an_organisation_is_named(words: Words) -> None:
    day = words.day
    day.floor.who("Cy", organisation="Neris Lasers")
    day.floor.who("Di", organisation="Neris Lasers")
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.asks("Cy", "Ada", mutual=True)
    day.comes("Ada", "Cy", "Di")
    day.is_now("10:45")

    look = words.look()
    first = told(look, words.manager.proposals.about(FIRST_DAY, lost)[0])

    assert first.head == "Ada Of ↔ Neris Lasers"
    name = next(each.who.name for each in look.day.people.values() if "Cy" in each.who.name)
    assert f", now, with {name}. Both free, both asked" in first.text


def test_how_it_helps_that_others_meet_there_is_said_with_what_becomes_of_the_meeting(
    words: Words,
) -> None:
    day = words.day
    missed = day.meets("Ada", "Bo", "11:05", "4")
    day.asks("Cy", "Di", mutual=True)
    day.asks("Ed", "Flo Gil")
    for table in ("1", "2", "3", *map(str, range(5, 11))):
        day.closes(table, "08:00")
    day.comes("Cy", "Di", "Ed", "Flo", "Gil")

    def text(clock: str, who: str) -> str:
        day.is_now(clock)
        found = [told(words.look(), each) for each in day.proposed(missed)]
        return next(each.text for each in found if who in each.head)

    helps = "Otherwise it stands empty: both are here and free, and asked for each other."
    assert text("10:53", "Di Of") == (
        f"Table 4, slot 3 at 11:05. {helps} Bo Of ↔ Ada Of is cancelled. Nothing else moves."
    )
    assert text("11:06", "Di Of") == (
        f"Table 4, now. {helps} Bo Of ↔ Ada Of counts as a no-show. Nothing else moves."
    )
    assert "all are here and free, and Ed Of asked." in text("11:06", "Ed Of")


def test_why_two_should_meet_who_never_asked_is_said(words: Words) -> None:
    day = words.day
    day.floor.who("Ada", sectors=["Photonics"], seeks="Lasers")
    day.floor.who("Cy", sectors=["Photonics"])
    day.floor.who("Di", offers="Lasers")
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada", "Cy", "Di")
    day.is_now("10:45")

    found = [each for each in day.proposed(lost) if each.kind is Kind.UNASKED]
    wanted, same = (told(words.look(), each) for each in found)

    assert (wanted.head, wanted.verb) == ("Di Of ↔ Ada Of", "Book")
    assert wanted.text == (
        "Table 4, now. Both free. Nobody asked, but Ada Of looks for Lasers, which Di Of has. "
        "Nothing else moves."
    )
    assert "Nobody asked, but both are in Photonics." in same.text


def test_a_meeting_whose_place_another_takes_to_make_room_is_said_to_be_cancelled(
    words: Words,
) -> None:
    day = words.day
    for slot in ("10:15", "10:40", "11:55", "12:20"):
        day.meets("Ada", "Bo", slot, "1")
    both_here = day.meets("Ada", "Bo", "11:05", "3")
    day.meets("Cy", "Di", "11:30", "3")
    day.asks("Cy", "Ada")
    day.comes("Ada", "Bo", "Cy", "Di")
    day.is_now("10:30")
    look = words.look()
    begins = look.day.meeting[both_here].starts_at

    into_its_place = [
        each
        for each in day.proposed(both_here)
        if each.kind is Kind.NEW_PARTNER_LATER
        and any(_starts(look, move.to.slot) == begins for move in each.moves)
    ]

    (proposal,) = into_its_place
    assert told(look, proposal).text.endswith(
        "Di Of ↔ Cy Of moves to table 3, 11:05. Bo Of ↔ Ada Of is cancelled."
    )


def _starts(look: Look, slot: UUID) -> datetime:
    return next(each.starts_at for each in look.day.slots if each.id == slot)
