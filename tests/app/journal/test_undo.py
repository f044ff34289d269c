from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.checkin.deeds import CheckedIn, CheckInRestored, CheckInTakenBack
from app.checkin.scanning import NotAdmitted, Scan, Scanning
from app.delegates.deeds import DelegateAdded, DelegateImported, DelegatesMerged, PlaceTaken
from app.delegates.group_deeds import (
    DelegationAdded,
    MembershipSet,
    OrganisationAdded,
    OrganisationsMerged,
)
from app.delegates.orders import PersonOrder
from app.delegates.person import Person
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.errors import DeskError
from app.journal.deeds import (
    BuiltOn,
    CannotUndo,
    Deed,
    NothingToRedo,
    NothingToUndo,
    UnknownDeed,
)
from app.journal.journal import Unit
from app.journal.undo import redo, take_back, undo
from db.scratch import state
from tests.building import FIRST_DAY, EventBuilder
from tests.reliability.worker import desk

Visible = dict[tuple[str, UUID], dict[str, Any]]

# What undo passes over: a code that was given out stays known, a refusal was told.
RECORDS = {"badge", "scan_refusal", "print"}


def visible(event: OpenEvent) -> Visible:
    """Give what a desk can see of the event, without who wrote it when."""
    with event.journal.reading() as session:
        return {
            (table, thing): {name: value for name, value in row.items() if "stamp" not in name}
            for table, rows in state(session)
            for thing, row in rows.items()
            if row["alive"] and table not in RECORDS
        }


@pytest.fixture
def roster(open_event: OpenEvent) -> Roster:
    return Roster(open_event.journal, open_event.letters)


@pytest.fixture
def scanning(open_event: OpenEvent) -> Scanning:
    return Scanning(open_event.journal)


class Desk:
    """Does to delegates whatever it is told, if it may."""

    def __init__(self, event: OpenEvent, delegates: list[UUID]) -> None:
        self.event = event
        self.delegates = delegates
        self.roster = Roster(event.journal, event.letters)
        self.scanning = Scanning(event.journal)

    def does(self, deed: str, one: int, other: int) -> bool:
        """Tell whether it was done and not refused."""
        first, second = self.delegates[one], self.delegates[other]
        orders: dict[str, Callable[[], object]] = {
            "check_in": lambda: self.scanning.check_in(first),
            "check_out": lambda: self.scanning.check_out(first),
            "edit": lambda: self.roster.edit(first, PersonOrder(note=f"{one}{other}")),
            "move": lambda: self.roster.edit(first, PersonOrder(organisation=f"Org {other}")),
            "decide": lambda: self.roster.set_status(first, list(Status)[other], "so be it"),
            "merge": lambda: self.roster.merge(first, second),
            "substitute": lambda: self.roster.substitute(first, PersonOrder(f"Sub {other}")),
            "register": lambda: self.roster.register(
                PersonOrder(
                    f"New {other}", organisation=f"New org {one}", delegation=f"Group {one}"
                ),
                known_apart=True,
            ),
        }
        try:
            done = orders[deed]()
        except DeskError:
            return False
        if isinstance(done, Person) and done.id not in self.delegates:
            self.delegates.append(done.id)
        return True


DEEDS = st.tuples(
    st.sampled_from(
        ["check_in", "check_out", "edit", "move", "decide", "merge", "substitute", "register"]
    ),
    st.integers(0, 4),
    st.integers(0, 4),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(orders=st.lists(DEEDS, min_size=1, max_size=8))
def test_undo_gives_each_state_before_and_redo_each_state_after(
    event: EventBuilder, orders: list[tuple[str, int, int]]
) -> None:
    # One file for all examples: each ends where it began, which is what is to be shown.
    people = [event.delegate(f"Given{n}", organisation=f"Org {n}") for n in range(5)]
    desk_1 = Desk(event.event, people)
    journal = event.event.journal
    states = [visible(event.event)]
    states += [visible(event.event) for order in orders if desk_1.does(*order)]

    undone = [(undo(journal), visible(event.event))[1] for _ in states[1:]]
    redone = [(redo(journal), visible(event.event))[1] for _ in states[1:]]

    assert undone == states[-2::-1]
    assert redone == states[1:]


def test_a_place_that_was_given_back_and_taken_again_by_undo_can_still_be_undone(
    event: EventBuilder, roster: Roster
) -> None:
    ada = event.delegate("Ada")
    before = visible(event.event)
    roster.substitute(ada, PersonOrder("Bo"))
    taken = visible(event.event)
    roster.set_status(ada, Status.ACCEPTED)

    undo(event.event.journal)
    assert visible(event.event) == taken
    undo(event.event.journal)
    assert visible(event.event) == before


def test_undo_again_goes_one_further_back(event: EventBuilder, scanning: Scanning) -> None:
    ada, ben = event.delegate("Ada"), event.delegate("Ben")
    scanning.check_in(ada)
    scanning.check_in(ben)

    undo(scanning.journal)
    undo(scanning.journal)

    assert scanning.check_in(ada).decision == scanning.check_in(ben).decision == "checked_in"


def test_undo_tells_what_it_took_back(event: EventBuilder, scanning: Scanning) -> None:
    deed = uuid4()
    scanning.check_in(event.delegate("Ada"), deed_id=deed)

    taken = undo(scanning.journal)

    assert (taken.unit, taken.kind, taken.deeds) == (deed, "CheckedIn", 1)


def test_to_and_fro_has_no_end(event: EventBuilder, scanning: Scanning) -> None:
    ada, check_in = event.delegate("Ada"), uuid4()
    scanning.check_in(ada, deed_id=check_in)
    unit = check_in
    # Python itself gives up at a thousand calls within each other.
    with scanning.journal.writing(Unit(uuid4())) as pen:
        for turn in range(1_200):
            pen.unit = Unit(uuid4(), undoes=unit)
            pen.write((CheckInRestored if turn % 2 else CheckInTakenBack)(check_in, ada))
            unit = pen.unit.id

    assert undo(scanning.journal).unit == unit
    assert redo(scanning.journal).kind == "CheckInTakenBack"


def test_each_desk_takes_back_its_own_deeds(event: EventBuilder, scanning: Scanning) -> None:
    ada, ben = event.delegate("Ada"), event.delegate("Ben")
    scanning.check_in(ada)
    other = desk(event.event.database.file, 2)
    Scanning(other.journal).check_in(ben)

    undo(scanning.journal)
    other.close()

    with pytest.raises(NotAdmitted):
        scanning.check_in(ben)
    assert scanning.check_in(ada).decision == "checked_in"


def test_a_desk_that_did_nothing_has_nothing_to_take_back(event: EventBuilder) -> None:
    event.delegate("Ada")
    other = desk(event.event.database.file, 2)

    with pytest.raises(NothingToUndo):
        undo(other.journal)

    other.close()


def test_a_refused_scan_is_nothing_to_take_back(event: EventBuilder, scanning: Scanning) -> None:
    ada = event.delegate("Ada")
    scanning.check_in(ada)
    with suppress(NotAdmitted):
        scanning.scan(Scan(event.badge_of(ada), uuid4()))

    undo(scanning.journal)

    assert scanning.check_in(ada).decision == "checked_in"


def test_the_making_of_an_event_stands(open_event: OpenEvent) -> None:
    with pytest.raises(CannotUndo) as refused:
        undo(open_event.journal)

    assert refused.value.kind == "EventMade"


def test_nothing_is_redone_after_a_new_deed(event: EventBuilder, scanning: Scanning) -> None:
    ada, ben = event.delegate("Ada"), event.delegate("Ben")
    scanning.check_in(ada)
    undo(scanning.journal)
    scanning.check_in(ben)

    with pytest.raises(NothingToRedo):
        redo(scanning.journal)


def test_nothing_is_redone_that_was_not_undone(event: EventBuilder, scanning: Scanning) -> None:
    scanning.check_in(event.delegate("Ada"))
    undo(scanning.journal)
    redo(scanning.journal)

    with pytest.raises(NothingToRedo):
        redo(scanning.journal)


def test_a_redone_deed_can_be_undone_again(event: EventBuilder, scanning: Scanning) -> None:
    scanning.check_in(event.delegate("Ada"))
    undo(scanning.journal)
    before = visible(event.event)
    redo(scanning.journal)

    undo(scanning.journal)

    assert visible(event.event) == before


def test_a_redone_registration_with_a_new_organisation_can_be_undone_again(
    event: EventBuilder, roster: Roster
) -> None:
    journal = event.event.journal
    roster.register(PersonOrder("Ada", "Alm", organisation="Alm & Ask"))
    undo(journal)
    before = visible(event.event)
    redo(journal)

    undo(journal)

    assert visible(event.event) == before


def test_a_redone_organisation_stays_that_somebody_else_was_given(
    event: EventBuilder, roster: Roster
) -> None:
    journal = event.event.journal
    roster.register(PersonOrder("Ada", organisation="Alm & Ask"))
    undo(journal)
    redo(journal)
    other = desk(event.event.database.file, 2)
    Roster(other.journal, other.letters).register(PersonOrder("Ben", organisation="Alm & Ask"))

    with pytest.raises(BuiltOn):
        undo(journal)


def test_a_check_in_stays_after_which_the_delegate_left(
    event: EventBuilder, scanning: Scanning
) -> None:
    ada, deed = event.delegate("Ada"), uuid4()
    scanning.check_in(ada, deed_id=deed)
    left = scanning.check_out(ada)
    before = visible(event.event)

    with pytest.raises(BuiltOn) as refused:
        take_back(scanning.journal, deed)

    assert (refused.value.kind, refused.value.deed) == ("CheckedIn", deed)
    assert (refused.value.what, refused.value.since) == ("out", left.at)
    assert visible(event.event) == before


def test_a_walk_in_who_was_let_in_stays(
    event: EventBuilder, roster: Roster, scanning: Scanning
) -> None:
    ada = roster.register(PersonOrder("Ada"))
    other = desk(event.event.database.file, 2)
    Scanning(other.journal).check_in(ada.id)

    with pytest.raises(BuiltOn) as refused:
        undo(roster.journal)
    other.close()

    assert (refused.value.kind, refused.value.what) == ("DelegateAdded", "check_in")


def refused_after(event: EventBuilder, unit: UUID, *deeds: Deed) -> BuiltOn:
    """Give why a unit stays once another desk has done these deeds."""
    other = desk(event.event.database.file, 2)
    with other.journal.writing(Unit(uuid4())) as pen:
        pen.write_all(deeds)
    other.close()
    with pytest.raises(BuiltOn) as refused:
        take_back(event.event.journal, unit)
    return refused.value


@pytest.fixture
def newcomer(event: EventBuilder) -> UUID:
    """A delegate who came by the unit that has the same id."""
    ada = uuid4()
    with event.event.journal.writing(Unit(ada)) as pen:
        pen.write(DelegateAdded(ada, {"given_name": "Ada"}))
    return ada


def test_somebody_stays_into_whom_another_entry_was_merged(
    event: EventBuilder, newcomer: UUID
) -> None:
    joined = DelegatesMerged(newcomer, event.delegate("A."), (), (), ())

    assert refused_after(event, newcomer, joined).what == "merged_into"


def test_somebody_stays_who_took_a_place(event: EventBuilder, newcomer: UUID) -> None:
    taken = PlaceTaken(event.delegate("Ben"), newcomer, ())

    assert refused_after(event, newcomer, taken).what == "place_taken_by"


def test_somebody_stays_who_was_given_a_ticket(event: EventBuilder, newcomer: UUID) -> None:
    ticket = DelegateImported(newcomer, "list", new=False, keys=("ticket:1",))

    assert refused_after(event, newcomer, ticket).what == "delegate_id"


def test_somebody_goes_once_all_that_leaned_on_them_was_parted(
    event: EventBuilder, roster: Roster, newcomer: UUID
) -> None:
    before = visible(event.event)
    roster.merge(newcomer, event.delegate("A."))
    undo(roster.journal)

    take_back(roster.journal, newcomer)

    assert ("delegate", newcomer) in before
    assert ("delegate", newcomer) not in visible(event.event)


@pytest.fixture
def new_network(event: EventBuilder) -> UUID:
    """An organisation that came by the unit that has the same id."""
    network = uuid4()
    with event.event.journal.writing(Unit(network)) as pen:
        pen.write(OrganisationAdded(network, "Alpha Cluster", "alpha cluster"))
    return network


def test_an_organisation_stays_into_which_another_was_merged(
    event: EventBuilder, new_network: UUID
) -> None:
    other = uuid4()
    added = OrganisationAdded(other, "Alpha", "alpha")
    joined = OrganisationsMerged(new_network, other, ())

    assert refused_after(event, new_network, added, joined).what == "merged_into"


def test_a_delegation_stays_that_another_desk_gave_somebody(event: EventBuilder) -> None:
    nordic = uuid4()
    with event.event.journal.writing(Unit(nordic)) as pen:
        pen.write(DelegationAdded(nordic, "Nordic"))
    joined = DelegateAdded(uuid4(), {"delegation_id": str(nordic)})

    assert refused_after(event, nordic, joined).what == "delegation_id"


@pytest.mark.parametrize("end", ["member_id", "network_id"])
def test_an_organisation_of_a_membership_stays(
    event: EventBuilder, new_network: UUID, end: str
) -> None:
    ends = {"member_id": uuid4(), "network_id": uuid4(), end: new_network}

    assert refused_after(event, new_network, MembershipSet(**ends, belongs=True)).what == end


def test_a_correction_stays_on_which_another_desk_corrected(
    event: EventBuilder, roster: Roster
) -> None:
    ada = event.delegate("Ada")
    roster.edit(ada, PersonOrder(note="one", city="Vilnius"))
    other = desk(event.event.database.file, 2)
    Roster(other.journal, other.letters).edit(ada, PersonOrder(note="two"))

    with pytest.raises(BuiltOn) as refused:
        undo(roster.journal)
    other.close()

    assert (refused.value.kind, refused.value.what) == ("DelegateChanged", "note")


def test_a_correction_stays_on_which_another_desk_corrected_what_was_corrected_again(
    event: EventBuilder, roster: Roster
) -> None:
    ada, other = event.delegate("Ada"), desk(event.event.database.file, 2)
    roster.edit(ada, PersonOrder(note="one"))
    Roster(other.journal, other.letters).edit(ada, PersonOrder(note="two"))
    other.close()
    roster.edit(ada, PersonOrder(note="three"))
    undo(roster.journal)

    with pytest.raises(BuiltOn):
        undo(roster.journal)

    assert visible(event.event)["delegate", ada]["note"] == "two"


def test_a_correction_of_another_field_is_nothing_to_build_on(
    event: EventBuilder, roster: Roster
) -> None:
    ada = event.delegate("Ada")
    roster.edit(ada, PersonOrder(note="one"))
    other = desk(event.event.database.file, 2)
    Roster(other.journal, other.letters).edit(ada, PersonOrder(city="Vilnius"))
    other.close()

    undo(roster.journal)

    row = visible(event.event)["delegate", ada]
    assert (row["note"], row["city"]) == ("", "Vilnius")


def test_a_deed_that_is_redone_must_still_be_possible(
    event: EventBuilder, scanning: Scanning
) -> None:
    ada = event.delegate("Ada")
    scanning.check_in(ada)
    undo(scanning.journal)
    other = desk(event.event.database.file, 2)
    Scanning(other.journal).check_in(ada)

    with pytest.raises(BuiltOn):
        redo(scanning.journal)
    other.close()


def test_of_two_desks_that_redo_a_check_in_only_one_does(
    event: EventBuilder, scanning: Scanning
) -> None:
    ada, other = event.delegate("Ada"), desk(event.event.database.file, 2)
    for each in (scanning, Scanning(other.journal)):
        each.check_in(ada)
        undo(each.journal)
    redo(other.journal)

    with pytest.raises(BuiltOn) as refused:
        redo(scanning.journal)
    other.close()

    assert (refused.value.kind, refused.value.what) == ("CheckInTakenBack", "in")


def test_of_two_desks_that_redo_a_check_in_the_earlier_may_be_first(
    event: EventBuilder, scanning: Scanning
) -> None:
    ada, other = event.delegate("Ada"), desk(event.event.database.file, 2)
    for each in (scanning, Scanning(other.journal)):
        each.check_in(ada)
        undo(each.journal)
    redo(scanning.journal)

    with pytest.raises(BuiltOn):
        redo(other.journal)
    other.close()


def test_what_is_unknown_cannot_be_taken_back(open_event: OpenEvent) -> None:
    unknown = uuid4()

    with pytest.raises(UnknownDeed) as refused:
        take_back(open_event.journal, unknown)

    assert refused.value.deed == str(unknown)


def test_many_deeds_of_one_unit_are_taken_back_together(event: EventBuilder) -> None:
    journal, ids = event.event.journal, event.crowd(3)
    before = visible(event.event)
    with journal.writing(Unit(uuid4())) as pen:
        pen.write_all([CheckedIn(delegate, FIRST_DAY, "name") for delegate in ids])

    assert undo(journal).deeds == 3
    assert visible(event.event) == before
