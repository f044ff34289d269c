"""What a number or a ticket says of who somebody is, and what it does not."""

from __future__ import annotations

from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.desks import OpenEvent
from tests.app.delegates.lists import ImportList, everybody, named

PRETIX_ROW = {
    "Order code": "A15C8",
    "Position ID": "1",
    "Status": "paid",
    "Attendee name": "John Smith",
    "Attendee email": "",
    "Pseudonymization ID": "",
    "Ticket secret": "",
}


def ticket(position: int, **also: str) -> dict[str, str]:
    said = {name.replace("_", " "): value for name, value in also.items()}
    secret = f"33awerqr57yp8whxzafb6e9e57fpx8v{position}"
    return PRETIX_ROW | {"Position ID": str(position), "Ticket secret": secret} | said


def test_two_tickets_of_one_name_in_one_order_are_two_people(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    father = ticket(1, Attendee_email="senior@example.org")
    son = ticket(2, Attendee_email="junior@example.org")

    imported = import_list(father, son)

    assert (imported.created, imported.preset) == (2, "pretix-positions")
    assert [(pair.kind, pair.why) for pair in imported.doubtful] == [("same_person", "name")]
    emails = {person.email for person in everybody(open_event.journal)}
    assert emails == {"senior@example.org", "junior@example.org"}


def test_three_tickets_for_nobody_yet_are_three_people_again_and_again(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    tickets = [ticket(place, Attendee_name="N.N.") for place in (1, 2, 3)]
    import_list(*tickets)

    again = import_list(*tickets)

    assert (again.created, again.unchanged) == (0, 3)
    assert len(everybody(open_event.journal)) == 3


def test_another_list_s_rows_of_one_order_and_name_each_find_one_of_them(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    without_secrets = [
        dict(ticket(place), **{"Ticket secret": "", "Attendee email": f"j{place}@x.org"})
        for place in (1, 2)
    ]
    import_list(*without_secrets)

    imported = import_list(
        *(
            {"Order code": "A15C8", "Attendee name": "John Smith", "Checked in": "",
             "Secret": ticket(place)["Ticket secret"], "Email": f"j{place}@x.org", "Paid": "Yes"}
            for place in (2, 1)
        )
    )  # fmt: skip

    assert (imported.created, imported.preset) == (0, "pretix-checkinlist")
    assert len(everybody(open_event.journal)) == 2


def test_two_lists_that_count_from_one_are_not_the_same_people(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    import_list({"Ticket ID": "1", "Name": "Anna Berg", "E-mail": "anna@example.org"})
    others = ({"Ticket ID": "1", "Name": "Carla Rossi", "E-mail": "carla@example.org"},)

    imported = import_list(*others)
    again = import_list(*others)

    assert (imported.created, again.created, again.unchanged) == (1, 0, 1)
    assert [(pair.kind, pair.why) for pair in imported.doubtful] == [("same_person", "number")]
    assert named(open_event.journal, "Anna Berg").email == "anna@example.org"


def test_two_long_lists_that_count_from_one_raise_no_doubt_for_each_number(
    import_list: ImportList,
) -> None:
    names = [f"{given} {family}" for given in ("Ada", "Ben", "Eve", "Io", "Uwe")
             for family in ("Berg", "Cruz", "Dahl", "Egger", "Frick")]  # fmt: skip
    import_list(*({"Ticket ID": str(place), "Name": name} for place, name in enumerate(names)))

    imported = import_list(
        *({"Ticket ID": str(place), "Name": f"Mc{name}"} for place, name in enumerate(names))
    )

    assert (imported.created, imported.doubtful) == (25, ())


def test_a_numbered_row_is_known_again_by_its_number_and_e_mail(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    import_list({"Ticket ID": "1", "Name": "Anna Berg", "E-mail": "anna@example.org"})

    newer = import_list({"Ticket ID": "1", "Name": "Anna Lind", "E-mail": "anna@example.org"})

    assert (newer.created, newer.updated) == (0, 1)
    assert [person.name for person in everybody(open_event.journal)] == ["Anna Lind"]


def test_a_numbered_row_is_known_again_after_the_desk_corrected_its_name(
    import_list: ImportList, open_event: OpenEvent, roster: Roster
) -> None:
    import_list({"Ticket ID": "1", "Name": "Anan Berg"})
    roster.edit(everybody(open_event.journal)[0].id, PersonOrder(given_name="Anna"))

    again = import_list({"Ticket ID": "1", "Name": "Anan Berg"})

    assert again.unchanged == 1
    assert [person.name for person in everybody(open_event.journal)] == ["Anna Berg"]


def test_two_indico_events_do_not_share_their_people(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    import_list({"ID": "1", "Name": "Anna Berg", "Affiliation": "Alpha"})

    imported = import_list({"ID": "1", "Name": "Carla Rossi", "Affiliation": "Beta"})

    assert (imported.preset, imported.created) == ("indico", 1)
    assert len(everybody(open_event.journal)) == 2
