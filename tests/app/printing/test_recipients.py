from __future__ import annotations

import pytest

from app.checkin.scanning import Scanning
from app.delegates.orders import PersonOrder
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.journal import Journal
from app.printing.office import PrintOffice
from app.printing.recipients import (
    Recipient,
    accepted_recipients,
    attending_recipients,
    badge_recipients,
    meeting_recipients,
    named_recipients,
    schedule_recipients,
)
from app.printing.refusals import Only
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.wishes import ScheduleWish
from app.printing.wishes import Wish
from tests.app.meetings.asking import Floor
from tests.building import FIRST_DAY, SECOND_DAY, EventBuilder

NEW, CHANGED, ALL = Only.NEW, Only.CHANGED, Only.ALL


@pytest.fixture
def journal(open_event: OpenEvent) -> Journal:
    return open_event.journal


def fits(found: tuple[Recipient, ...]) -> list[set[Only]]:
    return [set(each.fits) for each in found]


def test_badges_are_new_until_they_come_out_and_changed_when_they_say_something_else(
    event: EventBuilder, journal: Journal
) -> None:
    ada = event.delegate("Ada", "Adler")
    bea = event.delegate("Bea", "Berg")
    event.delegate("Cleo", "Celan")
    office = PrintOffice(journal)
    office.note(office.draw(Wish(delegates=(ada, bea))))
    Roster(journal, "A").edit(bea, PersonOrder(family_name="Bergson"))

    found = badge_recipients(journal, FIRST_DAY)

    assert fits(found) == [{ALL}, {ALL, CHANGED}, {ALL, NEW}]


def test_it_is_told_who_came_today_and_who_belongs_where(
    event: EventBuilder, journal: Journal
) -> None:
    ada = event.delegate("Ada", "Adler", delegation="Nordic", badge_type="Speaker")
    event.delegate("Bea", "Berg")
    Scanning(journal).check_in(ada)

    (here, away) = badge_recipients(journal, FIRST_DAY)

    assert (here.id, here.delegation, here.badge_type) == (ada, "Nordic", "Speaker")
    assert (here.has_come, away.has_come) == (True, False)
    assert not any(each.has_come for each in badge_recipients(journal, SECOND_DAY))


def test_who_withdrew_gets_nothing(event: EventBuilder, journal: Journal) -> None:
    Roster(journal, "A").set_status(event.delegate("Ada"), Status.WITHDRAWN, "ill")

    assert badge_recipients(journal, FIRST_DAY) == ()


def test_schedules_are_counted_as_the_office_counts_them(
    open_event: OpenEvent, event: EventBuilder, journal: Journal
) -> None:
    floor = Floor(open_event, event)
    floor.meets("Ada", "Ben", "11:05", "7")
    floor.who("Zed")
    office = ScheduleOffice(journal)
    office.note(office.draw(ScheduleWish(delegates=(floor.who("Ada"),))))

    found = schedule_recipients(journal, FIRST_DAY, None)

    counts = office.counts()
    assert (counts.new, counts.every) == (1, 2)
    assert sum(NEW in each.fits for each in found) == counts.new
    assert [ALL in each.fits for each in found] == [True, True]
    assert schedule_recipients(journal, FIRST_DAY, SECOND_DAY) != found


def test_whoever_is_named_gets_one(event: EventBuilder, journal: Journal) -> None:
    bea, ada = event.delegate("Bea", "Berg"), event.delegate("Ada", "Adler")

    found = named_recipients(journal, FIRST_DAY, [bea, ada])

    assert [each.id for each in found] == [ada, bea]
    assert fits(found) == [{ALL}, {ALL}]


def test_whoever_came_on_a_day_attended_and_whoever_is_accepted_can_be_listed(
    event: EventBuilder, journal: Journal
) -> None:
    ada, bea = event.delegate("Ada", "Adler"), event.delegate("Bea", "Berg")
    event.delegate("Cleo", "Celan", status="received")
    Scanning(journal).check_in(bea)

    listed = accepted_recipients(journal, FIRST_DAY)
    came = [attending_recipients(journal, FIRST_DAY, day) for day in (None, FIRST_DAY, SECOND_DAY)]

    assert [(each.id, each.has_come) for each in listed] == [(ada, False), (bea, True)]
    assert [[each.id for each in some] for some in came] == [[bea], [bea], []]


def test_meetings_have_the_people_of_both_sides(
    open_event: OpenEvent, event: EventBuilder, journal: Journal
) -> None:
    floor = Floor(open_event, event)
    floor.who("Cleo")
    floor.meets("Ada", "Ben", "11:05", "7")

    found = [meeting_recipients(journal, FIRST_DAY, day) for day in (None, SECOND_DAY)]

    assert [each.id for each in found[0]] == [floor.who("Ada"), floor.who("Ben")]
    assert found[1] == ()
