from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from app.checkin.scanning import Scanning
from app.delegates.importing.imports import ImportOrder, Imports, RowsRejected
from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.deeds import BuiltOn
from app.journal.undo import redo, take_back, undo
from app.progress import Cancelled, Progress, Step, StepProgress
from tests.app.delegates.lists import (
    CHECK_IN_LIST,
    ORDERS,
    POSITIONS,
    ImportList,
    everybody,
    everything,
    log_length,
    named,
    open_doubts,
    write_list,
)

ADA = {"Name": "Ada Lovelace", "E-mail": "ada@example.org", "Company": "Engine Works"}
BEN = {"Name": "Ben Guðmundsson", "E-mail": "ben@example.org", "Company": "Lough Bio"}


@pytest.mark.parametrize(
    "files",
    list(permutations((ORDERS, CHECK_IN_LIST, POSITIONS))),
    ids=lambda files: " ".join(file.stem.removeprefix("pretix-") for file in files),
)
def test_pretix_exports_of_one_event_double_nobody_in_whatever_order(
    imports: Imports, open_event: OpenEvent, files: tuple[Path, ...]
) -> None:
    for file in files:
        imports.run(file, ImportOrder())

    people = everybody(open_event.journal)
    assert len(people) == 120
    assert len({person.badge_number for person in people}) == 120
    by_status = {
        status: sum(person.status == status for person in people)
        for status in ("accepted", "received", "withdrawn")
    }
    assert by_status == {"accepted": 105, "received": 8, "withdrawn": 7}


def test_an_import_names_each_step_that_it_comes_to(imports: Imports, tmp_path: Path) -> None:
    heard: list[Progress] = []
    imports.run(write_list(tmp_path / "list.csv", [ADA, BEN]), ImportOrder(), heard.append)

    steps = [each.step for each in heard if isinstance(each, StepProgress)]
    assert len(steps) == len(heard)
    assert list(dict.fromkeys(steps)) == [
        *(Step.READING, Step.MATCHING, Step.WRITING, Step.COMPARING, Step.FINISHING)
    ]


def test_the_same_file_a_second_time_changes_nothing(
    imports: Imports, open_event: OpenEvent
) -> None:
    imports.run(ORDERS, ImportOrder())
    before = everything(open_event.journal)

    again = imports.run(ORDERS, ImportOrder())

    assert (again.created, again.updated, again.unchanged) == (0, 0, 120)
    assert everything(open_event.journal) == before


def test_a_list_of_bare_names_a_second_time_doubles_nobody(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    people = ({"Name": "Ada Lovelace"}, {"Name": "Ada Lovelace"}, {"Name": "Ben Guðmundsson"})
    import_list(*people)

    again = import_list(*people)

    assert (again.created, again.unchanged) == (0, 3)
    assert len(everybody(open_event.journal)) == 3


def test_a_blank_cell_erases_nothing(import_list: ImportList, open_event: OpenEvent) -> None:
    import_list(ADA | {"Phone": "+45 41 56 85", "City": "London"})

    newer = import_list(ADA | {"Phone": "", "City": ""})

    assert newer.unchanged == 1
    assert everybody(open_event.journal)[0].phone == "+45 41 56 85"


def test_a_newer_file_updates(import_list: ImportList, open_event: OpenEvent) -> None:
    import_list(ADA | {"Job title": "Analyst", "Status": "pending"}, BEN)

    newer = import_list(ADA | {"Job title": "Countess", "Status": "paid"}, BEN)

    ada = named(open_event.journal, "Ada Lovelace")
    assert (newer.created, newer.updated, newer.unchanged) == (0, 1, 1)
    assert (ada.function, ada.status) == ("Countess", "accepted")


def test_a_status_replaces_the_one_that_an_import_had_to_assume(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    import_list(ADA)

    newer = import_list(ADA | {"Status": "cancelled"})

    assert everybody(open_event.journal)[0].status == "withdrawn"
    assert newer.doubtful == ()


def test_who_cancels_one_ticket_and_has_another_comes(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    import_list(ADA | {"Order code": "A1", "Status": "paid"})

    import_list(ADA | {"Order code": "B2", "Status": "cancelled"})

    assert everybody(open_event.journal)[0].status == "accepted"


def test_who_cancels_both_tickets_does_not_come(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    import_list(ADA | {"Order code": "A1", "Status": "paid"})
    import_list(ADA | {"Order code": "B2", "Status": "cancelled"})

    import_list(ADA | {"Order code": "A1", "Status": "cancelled"})

    assert everybody(open_event.journal)[0].status == "withdrawn"


def test_what_the_desk_corrected_stays_and_a_newer_value_is_put_to_a_person_once(
    import_list: ImportList, open_event: OpenEvent, roster: Roster
) -> None:
    import_list(ADA | {"Job title": "Analyst"})
    ada = everybody(open_event.journal)[0].id
    roster.edit(ada, PersonOrder(function="Countess"))

    unchanged = import_list(ADA | {"Job title": "Analyst"})
    newer = import_list(ADA | {"Job title": "Chief Analyst"})
    again = import_list(ADA | {"Job title": "Chief Analyst"})

    assert everybody(open_event.journal)[0].function == "Countess"
    assert [len(each.doubtful) for each in (unchanged, newer, again)] == [0, 1, 0]
    (doubt,) = open_doubts(open_event.journal)
    assert (doubt.kind, doubt.subject_id) == ("desk_value", ada)
    assert doubt.facts == {"field": "function", "value": "Chief Analyst", "stands": "Countess"}


def test_a_name_that_the_desk_corrected_is_known_again(
    import_list: ImportList, open_event: OpenEvent, roster: Roster
) -> None:
    import_list(ADA | {"Name": "Aad Lovelace"})
    roster.edit(everybody(open_event.journal)[0].id, PersonOrder(given_name="Ada"))

    again = import_list(ADA | {"Name": "Aad Lovelace"})

    assert again.unchanged == 1
    assert [person.name for person in everybody(open_event.journal)] == ["Ada Lovelace"]


def test_what_the_desk_cleared_stays_blank(
    import_list: ImportList, open_event: OpenEvent, roster: Roster
) -> None:
    import_list(ADA | {"Phone": "+45 41"}, ADA | {"Phone": "+45 42"})
    roster.edit(everybody(open_event.journal)[0].id, PersonOrder(phone=""))

    import_list(ADA | {"Phone": "+45 41"}, ADA | {"Phone": "+45 42"})

    assert everybody(open_event.journal)[0].phone == ""


def test_check_ins_are_not_touched(import_list: ImportList, open_event: OpenEvent) -> None:
    import_list(ADA)
    Scanning(open_event.journal).check_in(everybody(open_event.journal)[0].id)
    before = everything(open_event.journal)["check_in"]

    import_list(ADA | {"Job title": "Countess", "Status": "cancelled"})

    assert everything(open_event.journal)["check_in"] == before


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("Engine Works", "Engine Works Ltd", "legal_form"),
        ("Engine Works Ltd.", "Engine Works GmbH", "legal_form"),
        ("Société Générale", "Societe Generale", "legal_form"),
        ("Engine Works", "Engin Works", "spelling"),
        ("Łódź Robotics S.A.", "Lodz Robotics", "legal_form"),
    ],
)
def test_organisations_that_are_spelt_alike_are_proposed_and_not_merged(
    import_list: ImportList, open_event: OpenEvent, first: str, second: str, why: str
) -> None:
    import_list(ADA | {"Company": first})

    imported = import_list(BEN | {"Company": second})

    assert [(pair.kind, pair.why) for pair in imported.doubtful] == [("same_organisation", why)]
    assert {person.organisation for person in everybody(open_event.journal)} == {first, second}


@pytest.mark.parametrize("second", ["ENGINE WORKS", "engine  works", " Engine Works "])
def test_an_organisation_spelt_the_same_is_one(
    import_list: ImportList, open_event: OpenEvent, second: str
) -> None:
    imported = import_list(ADA, BEN | {"Company": second})

    assert imported.doubtful == ()
    assert {person.organisation for person in everybody(open_event.journal)} == {"Engine Works"}


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"Name": "Ada Lovelace", "E-mail": "a.l@example.com", "Company": "Lough Bio"}, "name"),
        ({"Name": "Lovelace Adà", "E-mail": "a.l@example.com", "Company": "Lough Bio"}, "name"),
        ({"Name": "Augusta King", "E-mail": "Ada@example.org", "Company": "Lough Bio"}, "email"),
        ({"Name": "Ada Lovelaec", "E-mail": "", "Company": "Engine Works"}, "spelling"),
    ],
)
def test_people_who_look_alike_are_proposed_and_not_merged(
    import_list: ImportList, open_event: OpenEvent, other: dict[str, str], why: str
) -> None:
    import_list(ADA)

    imported = import_list(other)

    assert imported.created == 1
    assert [(pair.kind, pair.why) for pair in imported.doubtful] == [("same_person", why)]
    assert len(everybody(open_event.journal)) == 2


@pytest.mark.parametrize(
    "pair", [("Region 1", "Region 2"), ("Fraunhofer IPA 41", "Fraunhofer IPA")]
)
def test_a_number_in_an_organisation_s_name_is_no_misspelling(
    import_list: ImportList, pair: tuple[str, str]
) -> None:
    imported = import_list(
        *(who | {"Company": name} for who, name in zip((ADA, BEN), pair, strict=True))
    )

    assert imported.doubtful == ()


def test_a_name_that_stands_for_anybody_is_no_doubt(import_list: ImportList) -> None:
    imported = import_list(*({"Name": "N.N.", "Company": f"Firm {place}"} for place in range(30)))

    assert (imported.created, imported.doubtful) == (30, ())


def test_two_people_of_one_name_in_one_organisation_stay_two(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    father = ADA | {"Name": "John Smith", "E-mail": ""}
    import_list(
        father, father | {"E-mail": "j1@example.org"}, father | {"E-mail": "j2@example.org"}
    )

    emails = sorted(person.email for person in everybody(open_event.journal))
    assert emails == ["j1@example.org", "j2@example.org"]


def test_all_or_nothing_takes_nothing_if_a_row_can_not_be_read(
    imports: Imports, open_event: OpenEvent, tmp_path: Path
) -> None:
    file = write_list(tmp_path / "list.csv", [ADA, {"Name": "", "E-mail": "x@example.org"}])
    before = log_length(open_event.journal)

    with pytest.raises(RowsRejected) as refusal:
        imports.run(file, ImportOrder(whole_or_nothing=True))

    assert [(row.line, row.code) for row in refusal.value.rejected] == [(3, "no_name")]
    assert log_length(open_event.journal) == before


def test_rows_that_can_not_be_read_are_listed_and_the_rest_goes_in(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    imported = import_list(
        ADA | {"Country": "Atlantis"}, {"Name": "", "E-mail": "x@example.org"}, BEN
    )

    assert (imported.rows, imported.created) == (3, 2)
    assert [(row.line, row.code) for row in imported.rejected] == [(3, "no_name")]
    remarks = [(row.line, row.column, row.code, row.text) for row in imported.remarks]
    assert remarks == [(2, "Country", "unknown_country", "Atlantis")]


def test_a_rehearsal_changes_nothing(imports: Imports, open_event: OpenEvent) -> None:
    imports.run(CHECK_IN_LIST, ImportOrder())
    before, log = everything(open_event.journal), log_length(open_event.journal)

    imports.rehearse(ORDERS, ImportOrder())

    assert everything(open_event.journal) == before
    assert log_length(open_event.journal) == log


def test_an_import_that_is_stopped_leaves_nothing_behind(
    imports: Imports, open_event: OpenEvent, tmp_path: Path
) -> None:
    people = [{"Name": f"Person {number}", "E-mail": f"p{number}@x.org"} for number in range(1_200)]
    file = write_list(tmp_path / "list.csv", people)
    seen: list[int] = []

    def stop_after_the_first_chunk(progress: Progress) -> None:
        seen.append(len(everybody(open_event.journal)))
        if seen[-1]:
            raise Cancelled

    with pytest.raises(Cancelled):
        imports.run(file, ImportOrder(), stop_after_the_first_chunk)

    assert seen[-1] > 0
    assert everybody(open_event.journal) == []


def test_one_undo_takes_an_import_back_and_redo_brings_it_again(
    imports: Imports, open_event: OpenEvent
) -> None:
    imports.run(CHECK_IN_LIST, ImportOrder())
    first = everybody(open_event.journal)
    imports.run(ORDERS, ImportOrder())
    second = everybody(open_event.journal)

    undo(open_event.journal)
    assert everybody(open_event.journal) == first

    redo(open_event.journal)
    assert everybody(open_event.journal) == second


def test_an_import_in_which_one_row_adds_to_another_can_be_taken_back(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    import_list(ADA, ADA | {"Phone": "+45 41", "Sectors": "ICT", "Delegation": "Nordic"})

    undo(open_event.journal)

    assert everybody(open_event.journal) == []


def test_after_an_undo_the_same_file_goes_in_again(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    import_list(ADA, BEN)
    undo(open_event.journal)

    again = import_list(ADA, BEN)

    assert again.created == 2
    assert len(everybody(open_event.journal)) == 2


def test_an_import_stays_if_one_of_its_people_is_here(
    import_list: ImportList, open_event: OpenEvent
) -> None:
    imported = import_list(ADA, BEN)
    Scanning(open_event.journal).check_in(named(open_event.journal, "Ada Lovelace").id)
    before = everything(open_event.journal)
    assert imported.unit is not None

    with pytest.raises(BuiltOn) as refusal:
        take_back(open_event.journal, imported.unit)

    assert refusal.value.what == "check_in"
    assert everything(open_event.journal) == before


def test_what_was_said_of_a_merged_entry_is_no_news(
    import_list: ImportList, open_event: OpenEvent, roster: Roster
) -> None:
    twice = (ADA | {"Name": "Ada King", "Job title": "Analyst"}, ADA | {"Job title": "Countess"})
    import_list(*twice)
    kept, merged = (named(open_event.journal, name).id for name in ("Ada Lovelace", "Ada King"))
    roster.merge(kept, merged)

    again = import_list(*twice)

    assert (again.created, again.unchanged, again.doubtful) == (0, 2, ())
    (ada,) = everybody(open_event.journal)
    assert (ada.name, ada.function) == ("Ada Lovelace", "Countess")


def test_what_is_said_of_somebody_absent_is_not_said_of_the_substitute(
    import_list: ImportList, open_event: OpenEvent, roster: Roster
) -> None:
    row = ADA | {"Phone": "+45 41", "Ticket code": "33awerqr57yp8whxzafb6e9e57fpx8vc"}
    import_list(row)
    absent = everybody(open_event.journal)[0].id
    roster.substitute(absent, PersonOrder(given_name="Mary", family_name="Somerville"))

    again = import_list(row | {"Phone": "+45 42"})

    assert (again.created, again.updated, again.doubtful) == (0, 1, ())
    assert named(open_event.journal, "Ada Lovelace").phone == "+45 42"
    assert named(open_event.journal, "Mary Somerville").phone == ""


def test_a_ticket_renamed_to_the_substitute_speaks_of_the_substitute(
    import_list: ImportList, open_event: OpenEvent, roster: Roster
) -> None:
    row = ADA | {"Ticket code": "33awerqr57yp8whxzafb6e9e57fpx8vc"}
    import_list(row)
    absent = everybody(open_event.journal)[0].id
    roster.substitute(absent, PersonOrder(given_name="Mary", family_name="Somerville"))

    import_list(row | {"Name": "Mary Somerville", "E-mail": "mary@example.org"})

    assert named(open_event.journal, "Mary Somerville").email == "mary@example.org"
    assert named(open_event.journal, "Ada Lovelace").email == "ada@example.org"
