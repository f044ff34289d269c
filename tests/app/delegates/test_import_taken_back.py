"""Undo and redo of an import, after somebody has worked on what it wrote."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest

from app.delegates.doubts import Doubts, UnknownDoubt
from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.deeds import BuiltOn
from app.journal.undo import redo, take_back, undo
from tests.app.delegates.lists import ImportList, Row, everything, named, open_doubts
from tests.app.delegates.test_import_keys import ticket

NEW = "uf2d46nb2x375wh8r6yyyab9f7a57d2t"
Passed = Callable[[Roster, UUID], object]


def to_another_entry(roster: Roster, delegate: UUID) -> object:
    return roster.merge(roster.register(PersonOrder("Johnny", "Smith")).id, delegate)


def to_a_substitute(roster: Roster, delegate: UUID) -> object:
    return roster.substitute(delegate, PersonOrder("Mary", "Somerville"))


passed_on = pytest.mark.parametrize(
    "pass_on", [to_another_entry, to_a_substitute], ids=["merged", "substituted"]
)


def unit_of(import_list: ImportList, *rows: Row) -> UUID:
    unit = import_list(*rows).unit
    assert unit is not None
    return unit


@passed_on
@pytest.mark.parametrize(
    "first", [ticket(1), ticket(1, Ticket_secret="")], ids=["new secret", "first secret"]
)
def test_a_ticket_that_was_passed_on_is_not_taken_back(
    import_list: ImportList,
    open_event: OpenEvent,
    roster: Roster,
    pass_on: Passed,
    first: Row,
) -> None:
    import_list(first)
    unit = unit_of(import_list, {**first, "Ticket secret": NEW})
    pass_on(roster, named(open_event.journal, "John Smith").id)
    before = everything(open_event.journal)

    with pytest.raises(BuiltOn):
        take_back(open_event.journal, unit)

    assert everything(open_event.journal) == before


@passed_on
def test_a_ticket_that_was_passed_on_and_came_back_is_taken_back(
    import_list: ImportList, open_event: OpenEvent, roster: Roster, pass_on: Passed
) -> None:
    import_list(ticket(1))
    before = good_keys(open_event)
    unit = unit_of(import_list, ticket(1) | {"Ticket secret": NEW})
    pass_on(roster, named(open_event.journal, "John Smith").id)
    undo(open_event.journal)

    take_back(open_event.journal, unit)

    assert good_keys(open_event) == before


@passed_on
def test_what_was_taken_back_is_not_done_again_on_who_was_passed_over_since(
    import_list: ImportList, open_event: OpenEvent, roster: Roster, pass_on: Passed
) -> None:
    import_list(ticket(1))
    unit = unit_of(import_list, ticket(1) | {"Ticket secret": NEW})
    by = take_back(open_event.journal, unit).by
    pass_on(roster, named(open_event.journal, "John Smith").id)
    before = everything(open_event.journal)

    with pytest.raises(BuiltOn):
        take_back(open_event.journal, by)

    assert everything(open_event.journal) == before


def test_what_was_taken_back_is_not_done_again_over_a_desk_s_word(
    import_list: ImportList, open_event: OpenEvent, roster: Roster
) -> None:
    import_list(ticket(1))
    unit = unit_of(import_list, ticket(1) | {"Phone number": "+45 41"})
    by = take_back(open_event.journal, unit).by
    roster.edit(named(open_event.journal, "John Smith").id, PersonOrder(phone="+45 42"))

    with pytest.raises(BuiltOn):
        take_back(open_event.journal, by)

    assert named(open_event.journal, "John Smith").phone == "+45 42"


def test_a_ticket_that_another_list_brought_meanwhile_is_not_brought_again(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    import_list(ticket(1))
    unit = unit_of(import_list, ticket(1) | {"Ticket secret": NEW})
    by = take_back(open_event.journal, unit).by
    import_list(ticket(2, Attendee_name="Ben Li") | {"Ticket secret": NEW})
    before = good_keys(open_event)

    with pytest.raises(BuiltOn):
        take_back(open_event.journal, by)

    assert good_keys(open_event) == before


@pytest.fixture
def corrected(import_list: ImportList, roster: Roster, open_event: OpenEvent) -> Row:
    """A list that says otherwise than the desk, which had corrected somebody."""
    import_list(ticket(1))
    roster.edit(named(open_event.journal, "John Smith").id, PersonOrder(phone="+45 42"))
    return ticket(1) | {"Phone number": "+45 41"}


def test_a_doubt_that_went_away_by_undo_is_raised_again(
    import_list: ImportList, open_event: OpenEvent, corrected: Row
) -> None:
    first = import_list(corrected)
    undo(open_event.journal)
    assert open_doubts(open_event.journal) == []

    again = import_list(corrected)

    assert [pair.kind for pair in first.doubtful] == ["desk_value"]
    assert again.doubtful == first.doubtful
    assert len(open_doubts(open_event.journal)) == 1


def test_redo_of_an_import_brings_its_doubts_back(
    import_list: ImportList, open_event: OpenEvent, corrected: Row
) -> None:
    import_list(corrected)
    undo(open_event.journal)

    redo(open_event.journal)

    assert len(open_doubts(open_event.journal)) == 1


def test_what_a_person_decided_is_not_asked_again_after_undo(
    import_list: ImportList, open_event: OpenEvent, corrected: Row
) -> None:
    unit = unit_of(import_list, corrected)
    doubts = Doubts(open_event.journal)
    (doubt,) = doubts.open()
    doubts.settle(doubt.id)
    take_back(open_event.journal, unit)

    again = import_list(corrected)

    assert again.doubtful == ()
    assert doubts.open() == ()


def test_a_doubt_that_went_away_can_not_be_settled(
    import_list: ImportList, open_event: OpenEvent, corrected: Row
) -> None:
    import_list(corrected)
    doubts = Doubts(open_event.journal)
    (doubt,) = doubts.open()
    undo(open_event.journal)

    with pytest.raises(UnknownDoubt):
        doubts.settle(doubt.id)


def good_keys(event: OpenEvent) -> dict[str, UUID]:
    rows = everything(event.journal)["source_key"].values()
    return {row["key"]: row["delegate_id"] for row in rows if row["alive"]}
