"""Meetings that would lose their place: nothing takes it from them unasked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time
from typing import Any

import pytest

from app.desks import OpenEvent
from app.event.capacity import capacity_of
from app.event.closures import ClosureOrder, Closures, Places
from app.event.editing import Editing
from app.event.making import BlockOrder, Cut
from app.event.planned import MeetingsLosePlace
from app.event.tables import Tables
from app.journal.deeds import BuiltOn
from app.journal.undo import take_back
from app.journal.units import units_of
from app.meetings.attendees import Attendees
from app.meetings.standing import StandingMeetings
from app.meetings.wishes import Wishes
from tests.app.event.conftest import MeetingBuilder
from tests.building import FIRST_DAY, EventBuilder

HALF_PAST_TEN = datetime(2027, 3, 16, 8, 30, tzinfo=UTC)
ELEVEN = datetime(2027, 3, 16, 9, 0, tzinfo=UTC)


class Office:
    def __init__(self, event: OpenEvent) -> None:
        self.setup = Editing(event.journal, StandingMeetings())
        self.tables = Tables(event.journal, StandingMeetings())
        self.closures = Closures(event.journal, StandingMeetings())

    def shorten(self, to: time, losing: int = 0) -> None:
        """Shorten the first day's block, of slots at 10:15, 10:40, 11:05, 11:30, 11:55, 12:20."""
        block = self.setup.overview().days[0].blocks[0].id
        self.setup.change_block(block, BlockOrder(time(10, 15), to), Cut(), losing)

    def take_block_out(self, losing: int = 0) -> None:
        self.setup.remove_block(self.setup.overview().days[0].blocks[0].id, losing)

    def close(self, table: str, starts: datetime | None, losing: int = 0) -> None:
        self.closures.close(ClosureOrder(Places((table,)), starts), losing)


@pytest.fixture
def office(open_event: OpenEvent) -> Office:
    return Office(open_event)


@pytest.mark.parametrize(
    ("deed", "lost"),
    [
        (lambda o, n: o.shorten(time(11, 30), n), 2),
        (lambda o, n: o.take_block_out(n), 4),
        (lambda o, n: o.setup.remove_day(FIRST_DAY, n), 4),
        (lambda o, n: o.tables.remove(["2"], n), 2),
        (lambda o, n: o.close("2", None, n), 2),
        (lambda o, n: o.close("2", ELEVEN, n), 1),
    ],
    ids=["shorten", "take a block out", "take a day out", "take a table out", "close", "from then"],
)
def test_places_of_meetings_go_only_if_their_number_is_known(
    office: Office, meetings: MeetingBuilder, deed: Callable[[Office, int], Any], lost: int
) -> None:
    for table, slot in (("1", 0), ("1", 4), ("2", 0), ("2", 5)):
        meetings.meeting(table, slot)
    before = office.setup.overview()

    with pytest.raises(MeetingsLosePlace) as refused:
        deed(office, lost - 1)
    unchanged = office.setup.overview()
    deed(office, lost)

    assert refused.value.meetings == lost
    assert unchanged == before
    assert office.setup.overview() != before


def test_a_meeting_of_two_slots_loses_its_place_with_either(
    office: Office, meetings: MeetingBuilder
) -> None:
    meetings.meeting("1", 2, length=2)

    with pytest.raises(MeetingsLosePlace):
        office.shorten(time(11, 30))
    office.shorten(time(11, 50))


def test_what_no_meeting_needs_goes_without_a_word(
    office: Office, meetings: MeetingBuilder
) -> None:
    meetings.meeting("1", 0)

    office.shorten(time(11, 30))
    office.tables.remove(["2"])
    office.close("1", ELEVEN)
    before = office.closures.losing(ClosureOrder(Places(("1",)), None, HALF_PAST_TEN))

    assert before == 1


def test_slots_that_came_back_are_the_same_for_their_meetings(
    office: Office, meetings: MeetingBuilder
) -> None:
    meetings.meeting("1", 5)
    office.shorten(time(11, 30), losing=1)
    office.shorten(time(12, 40))

    with pytest.raises(MeetingsLosePlace):
        office.shorten(time(11, 30))


def test_a_table_on_which_a_meeting_stands_is_not_undone_from_under_it(
    office: Office, meetings: MeetingBuilder, open_event: OpenEvent
) -> None:
    journal = open_event.journal
    office.tables.add(1)
    with journal.reading() as session:
        (added, _), *_ = units_of(session, journal.kinds, journal.author.desk)
    meetings.meeting("11", 0)

    with pytest.raises(BuiltOn):
        take_back(journal, added)


def test_what_is_wanted_is_counted_beside_the_places(
    office: Office, meetings: MeetingBuilder, event: EventBuilder
) -> None:
    ada = event.delegate("Ada", organisation="Analytic Engines")
    ben = event.delegate("Ben")
    late = event.delegate("Cleo", status="received")
    meetings.request(ada, ben)
    meetings.request(ben, ada)
    meetings.request(ada, event.delegate("Dov"), length=2)
    meetings.request(ada, late)

    told = capacity_of(office.setup.overview())

    assert (told.tables, told.slots, told.places, told.wanted) == (10, 12, 120, 3)


def test_what_is_wanted_is_what_the_wishes_say(
    meetings: MeetingBuilder, event: EventBuilder, open_event: OpenEvent
) -> None:
    ada, ben, cleo = (event.delegate(name, organisation=name) for name in ("Ada", "Ben", "Cleo"))
    declined = event.delegate("Dov", status="declined")
    for guest, host, length, wanted in (
        (ada, ben, 1, True),
        (ben, ada, 2, True),
        (ben, ada, 3, False),
        (ada, cleo, 1, False),
        (cleo, cleo, 1, True),
        (ada, declined, 1, True),
    ):
        meetings.request(guest, host, length=length, wanted=wanted)

    with open_event.journal.reading() as session:
        attendees = Attendees(session)
        wishes = Wishes(session, attendees).all.values()
        needs = StandingMeetings().needs(session)

    said = {
        (frozenset(wish.people), wish.length)
        for wish in wishes
        if not wish.withdrawn and attendees.are_coming(wish.people)
    }
    people = frozenset(attendees.entries)
    assert {(need.whose & people, need.slots) for need in needs} == said
    assert len(needs) == len(said) == 2
