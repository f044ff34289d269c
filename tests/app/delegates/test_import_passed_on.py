"""A ticket that was passed on: whose it is now, and that the old one lets nobody in."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID, uuid4

import pytest

from app.checkin.scanning import NotAdmitted, Scan, Scanning
from app.delegates.doubts import Doubts
from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.undo import redo, undo
from app.printing.office import PrintOffice
from app.printing.wishes import Wish
from tests.app.delegates.lists import ImportList, everybody, everything, named, open_doubts
from tests.app.delegates.test_import_keys import ticket

OLD, NEW = "33awerqr57yp8whxzafb6e9e57fpx8v1", "uf2d46nb2x375wh8r6yyyab9f7a57d2t"
JOHN = ticket(1)
MARY = {"Attendee name": "Mary Somerville", "Attendee email": "mary@example.org"}


def newer(row: dict[str, str], **also: str) -> dict[str, str]:
    return row | {"Ticket secret": NEW} | also


def on_the_check_in_list(secret: str, **also: str) -> dict[str, str]:
    row = {"Order code": "A15C8", "Attendee name": "John Smith", "Product": "Cluster",
           "Checked in": "", "Paid": "Yes", "Secret": secret}  # fmt: skip
    return row | also


def decision(event: OpenEvent, secret: str) -> tuple[str, UUID | None]:
    try:
        admitted = Scanning(event.journal).scan(Scan(secret, uuid4()))
    except NotAdmitted as refusal:
        return refusal.reason, refusal.delegate.id if refusal.delegate else None
    return admitted.decision, admitted.delegate.id


def is_met(event: OpenEvent, way: str, folder: Path) -> None:
    if way == "check-in":
        Scanning(event.journal).check_in(everybody(event.journal)[0].id)
    else:
        PrintOffice(event.journal).run(Wish(), folder / "badges.pdf")


@pytest.mark.parametrize("also", [{}, MARY], ids=["new secret", "new secret and name"])
def test_a_ticket_that_was_replaced_lets_nobody_in(
    import_list: ImportList, open_event: OpenEvent, also: dict[str, str]
) -> None:
    import_list(JOHN)

    imported = import_list(newer(JOHN) | also)

    (person,) = everybody(open_event.journal)
    assert (imported.created, imported.updated) == (0, 1)
    assert decision(open_event, OLD) == ("ticket_replaced", person.id)
    assert decision(open_event, OLD.upper()) == ("ticket_replaced", person.id)
    assert decision(open_event, NEW) == ("checked_in", person.id)
    assert person.name == also.get("Attendee name", "John Smith")


def test_undo_makes_the_replaced_ticket_good_again_and_redo_replaces_it(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    import_list(JOHN)
    before = visible_keys(open_event)
    import_list(newer(JOHN))
    replaced = visible_keys(open_event)

    undo(open_event.journal)
    assert visible_keys(open_event) == before
    redo(open_event.journal)

    assert visible_keys(open_event) == replaced
    assert decision(open_event, OLD)[0] == "ticket_replaced"


def test_an_older_export_brings_no_replaced_ticket_back(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    import_list(JOHN)
    import_list(newer(JOHN) | MARY)
    before = everything(open_event.journal)

    older = import_list(JOHN, JOHN)
    from_another_list = import_list(on_the_check_in_list(OLD))

    assert (older.unchanged, from_another_list.unchanged) == (2, 1)
    assert everything(open_event.journal) == before


def test_a_ticket_of_another_place_in_the_order_stays_good(
    import_list: ImportList, open_event: OpenEvent, roster: Roster
) -> None:
    second = ticket(2, Attendee_name="Jon Smith")
    import_list(JOHN, second)
    kept = named(open_event.journal, "John Smith").id
    roster.merge(kept, named(open_event.journal, "Jon Smith").id)

    import_list(newer(JOHN), second)

    assert decision(open_event, OLD)[0] == "ticket_replaced"
    assert decision(open_event, second["Ticket secret"]) == ("checked_in", kept)


def test_a_ticket_of_another_order_stays_good(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    email = {"Attendee email": "john@example.org"}
    other = ticket(2) | email | {"Order code": "B2222"}
    import_list(JOHN | email, other)

    import_list(newer(JOHN) | email)

    assert decision(open_event, other["Ticket secret"])[0] == "checked_in"


def test_a_new_secret_on_a_list_without_positions_is_known_by_name_and_order(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    import_list(on_the_check_in_list(OLD))

    imported = import_list(on_the_check_in_list(NEW))

    assert (imported.created, imported.doubtful) == (0, ())
    assert decision(open_event, OLD)[0] == "ticket_replaced"


@pytest.mark.parametrize(
    "also", [{"Product": "Dinner"}, {"Attendee name": "Mary Somerville"}], ids=["product", "name"]
)
def test_a_list_without_positions_replaces_no_ticket_of_another_product_or_name(
    import_list: ImportList, open_event: OpenEvent, also: dict[str, str]
) -> None:
    import_list(on_the_check_in_list(OLD))

    imported = import_list(on_the_check_in_list(NEW, **also))

    assert imported.created == 1
    assert decision(open_event, OLD)[0] == "checked_in"


def test_a_replaced_ticket_tells_who_was_merged_over(
    import_list: ImportList, open_event: OpenEvent, roster: Roster
) -> None:
    import_list(JOHN)
    import_list(newer(JOHN))
    other = roster.register(PersonOrder("Johnny", "Smith"))
    roster.merge(other.id, named(open_event.journal, "John Smith").id)

    assert decision(open_event, OLD) == ("ticket_replaced", other.id)


@pytest.mark.parametrize("way", ["check-in", "print"])
def test_who_is_met_is_not_renamed_to_somebody_else(
    import_list: ImportList, open_event: OpenEvent, tmp_path: Path, way: str
) -> None:
    import_list(JOHN | {"Attendee email": "john@example.org"})
    is_met(open_event, way, tmp_path)

    imported = import_list(newer(JOHN) | MARY)
    again = import_list(newer(JOHN) | MARY)

    (john,) = everybody(open_event.journal)
    assert (john.name, john.email) == ("John Smith", "john@example.org")
    told = [(pair.kind, pair.subject, pair.other) for pair in imported.doubtful]
    assert told == [("other_name", "John Smith", "Mary Somerville")]
    assert (again.unchanged, again.doubtful) == (1, ())
    (doubt,) = Doubts(open_event.journal).open()
    assert [person.id for person in doubt.delegates] == [john.id]
    assert decision(open_event, OLD)[0] == "ticket_replaced"


def test_who_is_met_is_still_withdrawn_with_their_ticket(
    import_list: ImportList, open_event: OpenEvent, tmp_path: Path
) -> None:
    import_list(JOHN)
    is_met(open_event, "print", tmp_path)

    import_list(JOHN | MARY | {"Status": "canceled"})

    assert decision(open_event, OLD)[0] == "withdrawn"


@pytest.mark.parametrize("name", ["John Smyth", "Jon Smith", "SMITH John", "Jöhn Smith"])
def test_a_name_of_which_a_part_stays_is_corrected_also_on_who_is_met(
    import_list: ImportList, open_event: OpenEvent, tmp_path: Path, name: str
) -> None:
    import_list(JOHN)
    is_met(open_event, "print", tmp_path)

    imported = import_list(JOHN | {"Attendee name": name})

    assert (imported.created, imported.doubtful) == (0, ())


def test_what_the_desk_called_somebody_is_no_other_name(
    import_list: ImportList, open_event: OpenEvent, roster: Roster, tmp_path: Path
) -> None:
    import_list(JOHN)
    roster.edit(everybody(open_event.journal)[0].id, PersonOrder("Johannes", "Schmidt"))
    is_met(open_event, "print", tmp_path)

    again = import_list(JOHN | {"Phone number": "+45 41"})

    assert (again.updated, again.doubtful) == (1, ())


def test_who_was_substituted_after_the_doubt_takes_what_the_list_says(
    import_list: ImportList, open_event: OpenEvent, roster: Roster, tmp_path: Path
) -> None:
    import_list(JOHN)
    is_met(open_event, "print", tmp_path)
    import_list(newer(JOHN) | MARY)
    roster.substitute(everybody(open_event.journal)[0].id, PersonOrder("Mary", "Somerville"))

    import_list(newer(JOHN) | MARY)

    assert named(open_event.journal, "Mary Somerville").email == "mary@example.org"
    assert named(open_event.journal, "John Smith").email == ""


@pytest.mark.parametrize("row", [JOHN, newer(JOHN)], ids=["old secret", "new secret"])
def test_a_substitute_who_is_spelt_otherwise_renames_nobody(
    import_list: ImportList, open_event: OpenEvent, roster: Roster, row: dict[str, str]
) -> None:
    import_list(JOHN | {"Attendee email": "john@example.org"})
    roster.substitute(everybody(open_event.journal)[0].id, PersonOrder("Mary", "Somerville"))
    spelt = {"Attendee name": "Marie Sommerville", "Attendee email": "john@example.org"}

    imported = import_list(row | spelt)
    again = import_list(row | spelt)

    people = {person.name: person.email for person in everybody(open_event.journal)}
    assert people == {"John Smith": "john@example.org", "Mary Somerville": ""}
    assert [(pair.kind, pair.subject) for pair in imported.doubtful] == [
        ("other_name", "Mary Somerville")
    ]
    assert (again.unchanged, again.doubtful, len(open_doubts(open_event.journal))) == (1, (), 1)


def test_a_substitute_spelt_otherwise_in_one_s_own_list_renames_nobody(
    import_list: ImportList, open_event: OpenEvent, roster: Roster
) -> None:
    row = {"Name": "John Smith", "E-mail": "john@example.org", "Ticket code": OLD}
    import_list(row)
    roster.substitute(everybody(open_event.journal)[0].id, PersonOrder("Mary", "Somerville"))

    imported = import_list(row | {"Name": "Marie Sommerville"})

    assert imported.created == 0
    names = {person.name for person in everybody(open_event.journal)}
    assert names == {"John Smith", "Mary Somerville"}
    assert [pair.kind for pair in imported.doubtful] == ["other_name"]


def test_a_new_ticket_of_the_absent_one_tells_who_comes_instead(
    import_list: ImportList, open_event: OpenEvent, roster: Roster
) -> None:
    import_list(JOHN)
    john = everybody(open_event.journal)[0]
    mary = roster.substitute(john.id, PersonOrder("Mary", "Somerville"))

    imported = import_list(newer(JOHN))

    assert (imported.created, imported.doubtful) == (0, ())
    with pytest.raises(NotAdmitted) as refused:
        Scanning(open_event.journal).scan(Scan(NEW, uuid4()))
    refusal = refused.value
    assert refusal.reason == "place_taken"
    assert (refusal.delegate, refusal.substitute) == (everybody(open_event.journal)[0], mary)
    assert decision(open_event, OLD) == ("ticket_replaced", john.id)
    assert Scanning(open_event.journal).check_in(mary.id).decision == "checked_in"


def visible_keys(event: OpenEvent) -> set[str]:
    return {row["key"] for row in everything(event.journal)["source_key"].values() if row["alive"]}
