from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from app.delegates.importing.imports import ImportOrder, Imports
from app.delegates.lookup import Lookup
from app.delegates.organisations import (
    MembershipStands,
    Organisations,
    SameOrganisation,
    ShortNameTooLong,
    UnknownOrganisation,
)
from app.desks import OpenEvent
from app.journal.deeds import BuiltOn
from app.journal.log import history
from app.journal.undo import redo, take_back, undo
from app.journal.verify import verify


@pytest.fixture
def spellings(open_event: OpenEvent, tmp_path: Path) -> OpenEvent:
    rows = ("Ada,Isar Photonik GmbH", "Ben,Isar Photonik", "Cleo,Porto Moldes")
    imported(open_event, tmp_path, *rows)
    return open_event


def imported(event: OpenEvent, folder: Path, *rows: str) -> None:
    file = folder / "people.csv"
    file.write_text("\n".join(["Name,Company", *rows]), encoding="utf-8")
    Imports(event.journal, event.letters).run(file, ImportOrder())


def names(event: OpenEvent) -> dict[str, int]:
    return {each.name: each.delegates for each in Organisations(event.journal).all()}


def last_unit(event: OpenEvent) -> UUID:
    """Give what undo would take back; that a batch is finished is a record of its own."""
    lines = history(event.journal, last=2)
    return next(line.unit for line in lines if line.kind != "WorkFinished")


def test_a_list_says_short_names_of_organisations_that_have_none(
    open_event: OpenEvent, tmp_path: Path
) -> None:
    organisations = Organisations(open_event.journal)
    imported(open_event, tmp_path, "Ada,Isar Photonik GmbH", "Ben,Porto Moldes")
    organisations.shorten("Porto Moldes", "Moldes")
    file = tmp_path / "short.csv"
    rows = ("Ada,Isar Photonik GmbH,Isar", "Ben,Porto Moldes,Porto", "Cy,Oy,Far too long a name")
    file.write_text("\n".join(["Name,Company,Acronym", *rows]), encoding="utf-8")

    done = Imports(open_event.journal, open_event.letters).run(file, ImportOrder())

    assert [(each.line, each.column, each.code) for each in done.remarks] == [
        (4, "Acronym", "long_short_name")
    ]
    assert {each.name: each.short_name for each in organisations.all()} == {
        "Isar Photonik GmbH": "Isar",
        "Porto Moldes": "Moldes",
        "Oy": "",
    }
    undo(open_event.journal)
    assert {each.name: each.short_name for each in organisations.all()} == {
        "Isar Photonik GmbH": "",
        "Porto Moldes": "Moldes",
    }


def test_delegates_of_a_merged_spelling_move_over(spellings: OpenEvent) -> None:
    Organisations(spellings.journal).merge("Isar Photonik", "isar  photonik gmbh")

    assert names(spellings) == {"Isar Photonik": 2, "Porto Moldes": 1}


def test_a_merged_spelling_leads_to_the_kept_one_at_the_next_import(
    spellings: OpenEvent, tmp_path: Path
) -> None:
    Organisations(spellings.journal).merge("Isar Photonik", "Isar Photonik GmbH")

    imported(spellings, tmp_path, "Ada,Isar Photonik GmbH", "Dov,Isar Photonik GmbH")

    assert names(spellings) == {"Isar Photonik": 3, "Porto Moldes": 1}


def test_delegates_are_found_by_the_kept_spelling(spellings: OpenEvent) -> None:
    Organisations(spellings.journal).merge("Porto Moldes", "Isar Photonik GmbH")

    found = Lookup(spellings.journal).find("porto moldes").delegates

    assert {one.person.name for one in found} == {"Ada", "Cleo"}


def test_a_merge_is_taken_back_and_done_again(spellings: OpenEvent) -> None:
    Organisations(spellings.journal).merge("Isar Photonik", "Isar Photonik GmbH")

    undo(spellings.journal)
    apart = names(spellings)
    redo(spellings.journal)

    assert apart == {"Isar Photonik": 1, "Isar Photonik GmbH": 1, "Porto Moldes": 1}
    assert names(spellings) == {"Isar Photonik": 2, "Porto Moldes": 1}
    assert verify(spellings.journal).ok


def test_a_merge_is_not_taken_back_from_under_a_desk(spellings: OpenEvent) -> None:
    organisations = Organisations(spellings.journal)
    organisations.merge("Isar Photonik", "Isar Photonik GmbH")
    unit = last_unit(spellings)
    organisations.merge("Porto Moldes", "Isar Photonik")

    with pytest.raises(BuiltOn):
        take_back(spellings.journal, unit)


def test_an_import_is_not_taken_back_from_under_who_joined_its_organisation(
    spellings: OpenEvent, tmp_path: Path
) -> None:
    unit = last_unit(spellings)
    imported(spellings, tmp_path, "Dov,Porto Moldes")

    with pytest.raises(BuiltOn):
        take_back(spellings.journal, unit)


def test_an_organisation_belongs_to_several_networks(spellings: OpenEvent) -> None:
    organisations = Organisations(spellings.journal)

    organisations.join("Porto Moldes", "Photonics21")
    facts = organisations.join("Porto Moldes", "Iberian Moulds")

    assert facts.networks == ("Iberian Moulds", "Photonics21")


def test_a_membership_ends_and_that_is_taken_back(spellings: OpenEvent) -> None:
    organisations = Organisations(spellings.journal)
    organisations.join("Porto Moldes", "Photonics21")

    left = organisations.leave("Porto Moldes", "Photonics21")
    undo(spellings.journal)

    assert left.networks == ()
    assert organisations.all()[3].networks == ("Photonics21",)


def test_a_membership_is_noted_once(spellings: OpenEvent) -> None:
    organisations = Organisations(spellings.journal)
    organisations.join("Porto Moldes", "Photonics21")

    with pytest.raises(MembershipStands):
        organisations.join("Porto Moldes", "photonics21")


def test_an_unknown_member_brings_no_network_into_being(spellings: OpenEvent) -> None:
    with pytest.raises(UnknownOrganisation):
        Organisations(spellings.journal).join("Nobody", "Photonics21")

    assert "Photonics21" not in names(spellings)


def test_an_organisation_is_not_merged_with_itself(spellings: OpenEvent) -> None:
    with pytest.raises(SameOrganisation):
        Organisations(spellings.journal).merge("Porto Moldes", "PORTO MOLDES")


def short_names(event: OpenEvent) -> dict[str, str]:
    return {each.name: each.short_name for each in Organisations(event.journal).all()}


def test_an_organisation_is_given_a_short_name_and_that_is_taken_back(
    spellings: OpenEvent,
) -> None:
    organisations = Organisations(spellings.journal)

    named = organisations.shorten("isar photonik", "  Isar  ")

    assert (named.name, named.short_name) == ("Isar Photonik", "Isar")
    undo(spellings.journal)
    assert short_names(spellings) == dict.fromkeys(names(spellings), "")
    redo(spellings.journal)
    assert short_names(spellings)["Isar Photonik"] == "Isar"
    assert verify(spellings.journal).ok


def test_a_short_name_is_not_taken_back_from_under_who_has_given_another(
    spellings: OpenEvent,
) -> None:
    organisations = Organisations(spellings.journal)
    organisations.shorten("Isar Photonik", "Isar")
    unit = last_unit(spellings)
    organisations.shorten("Isar Photonik", "")

    with pytest.raises(BuiltOn):
        take_back(spellings.journal, unit)
    assert short_names(spellings)["Isar Photonik"] == ""


def test_a_short_name_that_has_no_room_either_is_refused(spellings: OpenEvent) -> None:
    organisations = Organisations(spellings.journal)

    with pytest.raises(ShortNameTooLong) as refused:
        organisations.shorten("Isar Photonik", "Isar Photonik G")
    with pytest.raises(UnknownOrganisation):
        organisations.shorten("Nobody", "No")

    assert refused.value.most == 14
    assert set(short_names(spellings).values()) == {""}
