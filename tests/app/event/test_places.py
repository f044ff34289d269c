"""Own tables, closures and zones, as the office sets them; each change is one undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from app.delegates.orders import PersonOrder
from app.delegates.organisations import Organisations, UnknownOrganisation
from app.delegates.person import UnknownDelegate
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.errors import DeskError
from app.event.closures import ClosedAlready, ClosureOrder, Closures, NotClosed, Places
from app.event.editing import Editing, FactsOrder
from app.event.making import EventNotPossible
from app.event.owners import Owners, OwnersOrder
from app.event.tables import Tables, UnknownTable
from app.event.zones import UnknownZone, Zones
from app.journal.deeds import BuiltOn
from app.journal.undo import redo, take_back, undo
from app.journal.units import units_of
from app.meetings.standing import StandingMeetings
from tests.building import EventBuilder

NINE = datetime(2027, 3, 16, 9, tzinfo=UTC)
TEN = datetime(2027, 3, 16, 10, tzinfo=UTC)


class Hall:
    """What the office does in the hall, and what it reads there."""

    def __init__(self, event: OpenEvent) -> None:
        self.event = event
        self.tables = Tables(event.journal, StandingMeetings())
        self.owners = Owners(event.journal)
        self.closures = Closures(event.journal, StandingMeetings())
        self.zones = Zones(event.journal)
        self.tables.set_zone(["1", "2"], "North")
        self.tables.set_zone(["3"], "South")

    def close(
        self,
        *tables: str,
        zone: str = "",
        hours: tuple[datetime | None, datetime | None] = (None, None),
        reason: str = "",
    ) -> None:
        self.closures.close(ClosureOrder(Places(tables, zone), *hours, reason))

    def closed(self) -> list[str]:
        return [each.table or each.zone for each in self.closures.all()]

    def own(self, table: str) -> list[str]:
        (found,) = (each for each in self.tables.all() if each.label == table)
        return [owner.name for owner in found.owners]

    def far(self) -> dict[str, tuple[str, ...]]:
        return {zone.name: zone.far for zone in self.zones.all()}


@pytest.fixture
def hall(open_event: OpenEvent) -> Hall:
    return Hall(open_event)


def test_a_table_is_closed_and_undone_by_reopening(hall: Hall, open_event: OpenEvent) -> None:
    hall.close("4", hours=(NINE, TEN), reason=" Broken  lamp ")
    (closure,) = hall.closures.all()
    undo(open_event.journal)
    open_again = hall.closed()
    redo(open_event.journal)

    assert (closure.table, closure.starts_at, closure.ends_at) == ("4", NINE, TEN)
    assert closure.reason == "Broken lamp"
    assert open_again == []
    assert hall.closed() == ["4"]


def test_several_tables_are_closed_by_one_deed_of_the_desk(
    hall: Hall, open_event: OpenEvent
) -> None:
    hall.close("4", "5")
    both = hall.closed()
    undo(open_event.journal)

    assert both == ["4", "5"]
    assert hall.closed() == []


def test_a_zone_is_closed_and_reopened(hall: Hall, open_event: OpenEvent) -> None:
    hall.close(zone="North", hours=(TEN, None))
    closed = hall.closed()
    hall.closures.reopen(Places(zone="North"))
    opened = hall.closed()
    undo(open_event.journal)

    assert (closed, opened, hall.closed()) == (["North"], [], ["North"])


def test_a_table_is_reopened_whenever_it_is_closed(hall: Hall) -> None:
    hall.close("4", hours=(NINE, TEN))
    hall.close("4", hours=(TEN, None))
    hall.close("5")

    left = hall.closures.reopen(Places(("4",)))

    assert [each.table for each in left] == ["5"]


def test_one_of_two_closures_is_ended(hall: Hall) -> None:
    hall.close("4", hours=(NINE, TEN))
    hall.close("4", hours=(TEN, None))
    first, _second = hall.closures.all()

    hall.closures.lift([first.id])
    hall.closures.lift([first.id])

    (left,) = hall.closures.all()
    assert left.starts_at == TEN


def test_only_what_is_open_is_closed_of_several(hall: Hall) -> None:
    hall.close("4")

    hall.close("4", "5", hours=(NINE, TEN))

    assert hall.closed() == ["4", "5"]


def test_a_closure_goes_with_its_table_and_comes_back_with_it(
    hall: Hall, open_event: OpenEvent
) -> None:
    hall.close("4")
    hall.tables.remove(["4"])
    without = hall.closed()
    undo(open_event.journal)

    assert (without, hall.closed()) == ([], ["4"])


@pytest.mark.parametrize(
    ("deed", "refusal"),
    [
        (lambda h: h.close("99"), UnknownTable),
        (lambda h: h.close(zone="West"), UnknownZone),
        (lambda h: h.close("4", hours=(TEN, NINE)), EventNotPossible),
        (lambda h: h.close("4", hours=(TEN, TEN)), EventNotPossible),
        (lambda h: h.closures.losing(ClosureOrder(Places(("99",)))), UnknownTable),
        (lambda h: h.closures.reopen(Places(("4",))), NotClosed),
        (lambda h: h.closures.reopen(Places(zone="North")), NotClosed),
        (lambda h: h.closures.reopen(Places(zone="West")), UnknownZone),
        (lambda h: h.zones.set_far("North", "West"), UnknownZone),
        (lambda h: h.zones.set_far("North", "North"), EventNotPossible),
        (lambda h: h.zones.rename("West", "East"), UnknownZone),
        (lambda h: h.zones.rename("North", " "), EventNotPossible),
        (lambda h: h.owners.set(["99"], OwnersOrder()), UnknownTable),
        (lambda h: h.owners.set(["4"], OwnersOrder(("Nobody",))), UnknownOrganisation),
        (lambda h: h.owners.set(["4"], OwnersOrder((str(uuid4()),))), UnknownOrganisation),
        (lambda h: h.owners.set(["4"], OwnersOrder((), ("A-99",))), UnknownDelegate),
    ],
)
def test_what_can_not_be_is_refused_and_nothing_changes(
    hall: Hall, deed: Callable[[Hall], Any], refusal: type[DeskError]
) -> None:
    before = (hall.tables.all(), hall.closures.all(), hall.zones.all())

    with pytest.raises(refusal):
        deed(hall)

    assert (hall.tables.all(), hall.closures.all(), hall.zones.all()) == before


@pytest.mark.parametrize(
    "again",
    [(None, None), (NINE, TEN), (NINE, None), (None, TEN)],
    ids=["ever", "a while", "from", "to"],
)
def test_closing_what_is_closed_for_the_event_changes_nothing(
    hall: Hall, again: tuple[datetime | None, datetime | None]
) -> None:
    hall.close("4")
    hall.close(zone="North")

    with pytest.raises(ClosedAlready):
        hall.close("4", hours=again)
    with pytest.raises(ClosedAlready):
        hall.close(zone="North", hours=again)


def test_a_table_in_a_closed_zone_is_not_reopened_by_itself(hall: Hall) -> None:
    hall.close(zone="North")

    with pytest.raises(NotClosed) as refused:
        hall.closures.reopen(Places(("1",)))

    assert refused.value.zones == ("North",)


def test_a_table_becomes_the_own_one_of_an_organisation_and_a_delegate(
    hall: Hall, event: EventBuilder, open_event: OpenEvent
) -> None:
    event.delegate("Ada", "Byron", organisation="Analytic Engines")
    hall.owners.set(["4", "5"], OwnersOrder(("analytic  engines",), ("A-1",)))
    given = hall.own("4"), hall.own("5")
    hall.owners.set(["4"], OwnersOrder((), ("A-1",)))
    fewer = hall.own("4")
    undo(open_event.journal)

    assert given == (["Analytic Engines", "Ada Byron"],) * 2
    assert fewer == ["Ada Byron"]
    assert hall.own("4") == given[0]


def test_owners_are_named_by_their_ids(hall: Hall, event: EventBuilder) -> None:
    event.delegate("Ada", "Byron", organisation="Analytic Engines")
    company, ada = hall.owners.possible()

    hall.owners.set(["4"], OwnersOrder((str(company.id),), (str(ada.id),)))

    assert hall.own("4") == [company.name, ada.name]


def test_what_is_so_already_is_not_written_again(hall: Hall, event: EventBuilder) -> None:
    event.delegate("Ada", organisation="Analytic Engines")
    hall.owners.set(["4"], OwnersOrder(("Analytic Engines",)))
    hall.zones.set_far("North", "South")

    hall.owners.set(["4"], OwnersOrder(("Analytic Engines",)))
    hall.zones.set_far("South", "North")
    hall.zones.rename("North", "North")
    undo(hall.event.journal)

    assert hall.far() == {"North": (), "South": ()}


def test_a_table_belongs_to_whoever_stands_for_its_owner_now(
    hall: Hall, event: EventBuilder, open_event: OpenEvent
) -> None:
    event.delegate("Ada", "Byron", organisation="Analytic Engines")
    event.delegate("Adah", "Byron", organisation="Analytical Engines")
    hall.owners.set(["4"], OwnersOrder(("Analytical Engines",), ("A-2",)))
    Organisations(open_event.journal).merge("Analytic Engines", "Analytical Engines")
    roster = Roster(open_event.journal, open_event.letters)
    ada, adah = (each.id for each in roster_people(hall))
    roster.merge(ada, adah)
    merged = hall.own("4")
    roster.substitute(ada, PersonOrder(given_name="Grace", family_name="Hopper"))

    assert merged == ["Analytic Engines", "Ada Byron"]
    assert hall.own("4") == ["Analytic Engines", "Grace Hopper"]
    hall.owners.set(["4"], OwnersOrder(("Analytic Engines",)))
    assert hall.own("4") == ["Analytic Engines"]


def roster_people(hall: Hall) -> list[Any]:
    return sorted(
        (each for each in hall.owners.possible() if each.badge_number),
        key=lambda each: each.badge_number,
    )


def test_who_owns_a_table_can_not_be_undone_from_under_it(
    hall: Hall, open_event: OpenEvent
) -> None:
    roster = Roster(open_event.journal, open_event.letters)
    roster.register(PersonOrder(given_name="Ada", organisation="Analytic Engines"))
    with open_event.journal.reading() as session:
        (registered, _), *_ = units_of(
            session, open_event.journal.kinds, open_event.journal.author.desk
        )
    hall.owners.set(["4"], OwnersOrder((), ("A-1",)))

    with pytest.raises(BuiltOn):
        take_back(open_event.journal, registered)


def test_two_zones_are_far_from_each_other_until_they_are_near(
    hall: Hall, open_event: OpenEvent
) -> None:
    hall.zones.set_far("South", "North")
    far = hall.far()
    hall.zones.set_near("North", "South")
    near = hall.far()
    undo(open_event.journal)

    assert far == {"North": ("South",), "South": ("North",)}
    assert near == {"North": (), "South": ()}
    assert hall.far() == far


def test_a_zone_is_renamed_with_all_that_is_said_of_it(hall: Hall, open_event: OpenEvent) -> None:
    hall.zones.set_far("North", "South")
    hall.close(zone="North", reason="Lamp")
    hall.zones.rename("North", " Hall  1 ")
    renamed = (hall.far(), hall.closed(), [table.zone for table in hall.tables.all()][:3])
    undo(open_event.journal)

    assert renamed == (
        {"Hall 1": ("South",), "South": ("Hall 1",)},
        ["Hall 1"],
        ["Hall 1", "Hall 1", "South"],
    )
    assert (hall.far(), hall.closed()) == ({"North": ("South",), "South": ("North",)}, ["North"])


def test_a_zone_that_takes_anothers_name_becomes_one_with_it(hall: Hall) -> None:
    hall.zones.set_far("North", "South")

    hall.zones.rename("North", "South")

    assert [(zone.name, zone.tables, zone.far) for zone in hall.zones.all()] == [("South", 3, ())]


def test_in_another_time_zone_a_closure_keeps_its_time_of_day(
    hall: Hall, open_event: OpenEvent
) -> None:
    hall.close("4", hours=(NINE, None))
    hall.close("5")
    setup = Editing(open_event.journal, StandingMeetings())
    before = setup.overview().closures

    setup.change_facts(FactsOrder(timezone="Europe/Berlin"))
    moved = {each.table: (each.starts_at, each.ends_at) for each in setup.overview().closures}
    undo(open_event.journal)

    assert moved == {"4": (TEN, None), "5": (None, None)}
    assert setup.overview().closures == before
