"""Whom a newer list without numbers speaks of, and whom it must not take for another."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.desks import OpenEvent
from db.models import SourceKey
from tests.app.delegates.lists import ImportList, Row, everybody, named
from tests.app.delegates.test_import_keys import ticket
from tests.app.delegates.test_import_laws import (
    CORRECTIONS,
    correct,
    imported,
    new_event,
    slowly,
)

ADA = {"Name": "Ada Lovelace"}
EMAIL = {"E-mail": "ada@example.org"}
COMPANY = {"Company": "Engine Works"}
ORDER = {"Order code": "A1"}
OTHER_EMAIL = {"E-mail": "a.l@example.com"}
OTHER_COMPANY = {"Company": "Lough Bio"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (ADA | COMPANY, ADA | COMPANY | EMAIL),
        (ADA, ADA | EMAIL),
        (ADA, ADA | COMPANY),
        (ADA | COMPANY, ADA | EMAIL),
        (ADA | EMAIL, ADA | COMPANY),
        (ADA | ORDER, ADA | ORDER | EMAIL | COMPANY),
        (ADA | EMAIL | COMPANY, ADA | EMAIL | OTHER_COMPANY),
        (ADA | ORDER | COMPANY, ADA | ORDER | OTHER_COMPANY),
    ],
)
def test_a_newer_list_that_says_more_or_other_finds_the_same_person(
    import_list: ImportList, open_event: OpenEvent, first: dict[str, str], second: dict[str, str]
) -> None:
    import_list(first)

    newer = import_list(second)

    assert (newer.created, newer.updated, newer.doubtful) == (0, 1, ())
    assert len(everybody(open_event.journal)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (COMPANY, COMPANY | EMAIL),
        (EMAIL, EMAIL | COMPANY),
        (EMAIL | COMPANY, EMAIL | OTHER_COMPANY),
        (EMAIL | COMPANY, COMPANY),
        (ORDER, ORDER | EMAIL),
        ({}, EMAIL),
    ],
)
def test_a_newer_list_finds_whose_name_the_desk_corrected(
    import_list: ImportList,
    open_event: OpenEvent,
    roster: Roster,
    first: dict[str, str],
    second: dict[str, str],
) -> None:
    import_list({"Name": "Aad Lovelace"} | first)
    roster.edit(everybody(open_event.journal)[0].id, PersonOrder(given_name="Ada"))

    newer = import_list({"Name": "Aad Lovelace"} | second)

    assert newer.created == 0
    assert [person.name for person in everybody(open_event.journal)] == ["Ada Lovelace"]


def test_what_a_merged_entry_was_called_finds_who_stands_for_it(
    import_list: ImportList, open_event: OpenEvent, roster: Roster
) -> None:
    import_list(ADA | EMAIL, {"Name": "Augusta King"} | COMPANY)
    kept, merged = (named(open_event.journal, name).id for name in ("Ada Lovelace", "Augusta King"))
    roster.merge(kept, merged)

    newer = import_list({"Name": "Augusta King"} | COMPANY | {"Phone": "+45 41"})

    assert newer.created == 0
    assert named(open_event.journal, "Ada Lovelace").phone == "+45 41"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (EMAIL, OTHER_EMAIL),
        (EMAIL | COMPANY, OTHER_EMAIL | COMPANY),
        (EMAIL | ORDER, OTHER_EMAIL | ORDER),
        (COMPANY, OTHER_COMPANY),
        (COMPANY, OTHER_COMPANY | EMAIL),
        (ORDER, {"Order code": "B2"}),
    ],
)
def test_two_of_one_name_whose_details_differ_stay_two_and_are_proposed(
    import_list: ImportList, open_event: OpenEvent, first: dict[str, str], second: dict[str, str]
) -> None:
    import_list(ADA | first)

    newer = import_list(ADA | second)
    again = import_list(ADA | second)

    assert (newer.created, again.created, again.unchanged) == (1, 0, 1)
    assert [(pair.kind, pair.why) for pair in newer.doubtful] == [("same_person", "name")]
    assert len(everybody(open_event.journal)) == 2


def test_a_name_that_a_list_has_twice_finds_nobody_by_itself(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    import_list(ADA)

    import_list(ADA | EMAIL, ADA | OTHER_EMAIL)

    assert len(everybody(open_event.journal)) == 3


@pytest.mark.parametrize("stored", [(ADA, ADA), (ADA | EMAIL, ADA | COMPANY)])
def test_a_name_that_two_have_finds_neither(
    import_list: ImportList, open_event: OpenEvent, stored: tuple[Row, Row]
) -> None:
    import_list(*stored)

    import_list(ADA | OTHER_EMAIL)

    assert len(everybody(open_event.journal)) == 3


def test_a_row_that_could_be_either_of_two_is_one_person_however_often_it_stands_there(
    import_list: ImportList,
) -> None:
    either = ADA | COMPANY

    imported = import_list(either | EMAIL, either | OTHER_EMAIL, either, either)

    assert imported.created == 3


def test_a_bare_name_is_nobody_who_is_known_by_more(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    import_list(ADA | EMAIL)

    assert import_list(ADA).created == 1


def test_one_name_of_two_organisations_in_one_order_is_two_people(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    rows = (ADA | ORDER | COMPANY, ADA | ORDER | OTHER_COMPANY)
    import_list(*rows)

    again = import_list(*rows)

    assert (again.created, again.unchanged) == (0, 2)
    assert len(everybody(open_event.journal)) == 2


def test_who_orders_twice_under_one_e_mail_is_one_person_with_two_tickets(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    first = ticket(1, Attendee_email="john@example.org", Status="cancelled")
    second = ticket(2, Attendee_email="john@example.org") | {"Order code": "B2222"}

    imported = import_list(first, second)
    again = import_list(first, second)

    assert (imported.created, imported.doubtful) == (1, ())
    assert (again.created, again.updated, again.unchanged) == (0, 0, 2)
    (john,) = everybody(open_event.journal)
    assert john.status == "accepted"


@pytest.mark.parametrize("name", ["N.N.", "TBA"])
def test_who_stands_for_anybody_is_somebody_else_in_each_order(
    import_list: ImportList, name: str
) -> None:
    said = {"Attendee_name": name, "Attendee_email": "office@example.org"}

    imported = import_list(ticket(1, **said), ticket(2, **said) | {"Order code": "B2222"})

    assert imported.created == 2


def test_two_tickets_of_one_name_and_e_mail_in_one_order_are_two_people(
    import_list: ImportList,
) -> None:
    said = {"Attendee_email": "john@example.org"}

    imported = import_list(ticket(1, **said), ticket(2, **said))

    assert (imported.created, len(imported.doubtful)) == (2, 1)


def test_a_list_without_numbers_stores_no_keys(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    import_list(ADA | EMAIL | COMPANY, {"Name": "Ben Li"} | OTHER_COMPANY)

    with open_event.journal.reading() as session:
        assert session.scalar(select(func.count()).select_from(SourceKey)) == 0


# One name each, for whoever shares a name is told apart by details alone.
PEOPLE = st.lists(
    st.fixed_dictionaries(
        {
            "E-mail": st.sampled_from(("", "@example.org")),
            "Company": st.sampled_from(("", "Engine Works", "Lough Bio")),
            "Order code": st.sampled_from(("", "A1")),
        }
    ),
    min_size=1,
    max_size=5,
)
NAMES = ("Ada Lovelace", "Ben Li", "Cleo Moss", "Dov Katz", "Ines Faro")


def list_of(people: list[Row], *, everything: bool) -> list[Row]:
    full = {"E-mail": "@example.org", "Company": "Porto Moldes", "Order code": "A1"}
    return [
        {
            "Name": name,
            **{
                column: full[column] if everything and not said else said
                for column, said in person.items()
                if column != "E-mail"
            },
            "E-mail": f"p{place}@example.org" if everything or person["E-mail"] else "",
        }
        for place, (name, person) in enumerate(zip(NAMES, people, strict=False))
    ]


@slowly
@given(people=PEOPLE, corrections=st.lists(CORRECTIONS, max_size=3))
def test_a_list_that_only_says_more_doubles_nobody(
    people: list[Row],
    corrections: list[PersonOrder],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder: Path = tmp_path_factory.mktemp("law")
    with new_event(folder) as event:
        imported(event, folder, list_of(people, everything=False))
        brought = everybody(event.journal)
        for person, correction in zip(brought, corrections, strict=False):
            # With another e-mail or organisation at the desk, a detail contradicts.
            if not (correction.email or correction.organisation):
                correct(event, person.id, correction)

        newer = imported(event, folder, list_of(people, everything=True))

        assert newer.created == 0
        assert {person.id for person in everybody(event.journal)} == {one.id for one in brought}
