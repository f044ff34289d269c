"""What a desk wrote stands against every list: a newer value is put to a person."""

from __future__ import annotations

import pytest

from app.delegates.orders import PersonOrder
from app.delegates.organisations import Organisations
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.undo import redo, undo
from tests.app.delegates.lists import ImportList, everybody, named, open_doubts

ADA = {"Name": "Ada Lovelace", "E-mail": "ada@example.org", "Company": "Engine Works"}
IN_A_SECOND_LIST = {"Order code": "A1"}


def test_a_value_that_the_desk_put_back_stays(
    import_list: ImportList, open_event: OpenEvent, roster: Roster
) -> None:
    import_list(ADA | {"Phone": "+45 111"})
    import_list(ADA | IN_A_SECOND_LIST | {"Phone": "+45 222"})
    roster.edit(everybody(open_event.journal)[0].id, PersonOrder(phone="+45 111"))

    newer = import_list(ADA | IN_A_SECOND_LIST | {"Phone": "+45 333"})

    assert everybody(open_event.journal)[0].phone == "+45 111"
    assert [(pair.kind, pair.other) for pair in newer.doubtful] == [("desk_value", "+45 333")]


def test_who_was_accepted_at_the_desk_is_not_withdrawn_by_a_list(
    import_list: ImportList, open_event: OpenEvent, roster: Roster
) -> None:
    import_list(ADA | {"Status": "pending"})
    import_list(ADA | {"Status": "paid", "Phone": "+45 1"})
    ada = everybody(open_event.journal)[0].id
    roster.set_status(ada, Status.DECLINED)
    roster.set_status(ada, Status.ACCEPTED)

    newer = import_list(ADA | {"Status": "cancelled"})

    assert everybody(open_event.journal)[0].status == "accepted"
    assert [(pair.why, pair.other) for pair in newer.doubtful] == [("status", "withdrawn")]


def test_what_the_desk_cleared_is_not_filled_by_another_list(
    import_list: ImportList, open_event: OpenEvent, roster: Roster
) -> None:
    import_list(ADA | {"Phone": "+45 111"})
    ada = everybody(open_event.journal)[0].id
    roster.edit(ada, PersonOrder(phone=""))

    import_list(ADA | IN_A_SECOND_LIST | {"Phone": "+45 222"})

    assert everybody(open_event.journal)[0].phone == ""
    (doubt,) = open_doubts(open_event.journal)
    assert doubt.facts == {"field": "phone", "value": "+45 222", "stands": ""}


def test_what_a_walk_in_was_not_asked_a_list_may_tell(
    import_list: ImportList, open_event: OpenEvent, roster: Roster
) -> None:
    roster.register(PersonOrder(given_name="Ada", family_name="Lovelace", email="ada@example.org"))

    imported = import_list(ADA | {"Phone": "+45 111"})

    assert (imported.updated, imported.doubtful) == (1, ())
    assert named(open_event.journal, "Ada Lovelace").phone == "+45 111"


@pytest.mark.parametrize("brought_again", [False, True])
def test_a_value_of_an_import_is_no_desk_s_word_after_undo_and_redo(
    import_list: ImportList, open_event: OpenEvent, *, brought_again: bool
) -> None:
    import_list(ADA | {"Phone": "+45 111"})
    import_list(ADA | {"Phone": "+45 222"})
    undo(open_event.journal)
    if brought_again:
        redo(open_event.journal)

    newer = import_list(ADA | {"Phone": "+45 333"})

    assert newer.doubtful == ()
    assert everybody(open_event.journal)[0].phone == "+45 333"


def test_a_doubt_over_an_organisation_tells_both_names(
    import_list: ImportList, open_event: OpenEvent, roster: Roster
) -> None:
    import_list(ADA | {"Order code": "A1"})
    roster.edit(everybody(open_event.journal)[0].id, PersonOrder(organisation="Lough Bio"))

    import_list(ADA | IN_A_SECOND_LIST | {"Company": "Difference Ltd"})

    (doubt,) = [each for each in open_doubts(open_event.journal) if each.kind == "desk_value"]
    told = {"field": "organisation_id", "value": "Difference Ltd", "stands": "Lough Bio"}
    assert doubt.facts == told


def test_organisations_that_the_desk_merged_are_no_doubt(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    ben = {"Name": "Ben Li", "E-mail": "ben@example.org", "Company": "Engine Works Ltd"}
    import_list(ADA, ben)
    Organisations(open_event.journal).merge("Engine Works", "Engine Works Ltd")

    again = import_list(ADA, ben)

    assert (again.unchanged, again.doubtful) == (2, ())
    assert named(open_event.journal, "Ben Li").organisation == "Engine Works"
