from __future__ import annotations

from datetime import date
from pathlib import Path

from app.delegates.by_sector import InSector
from app.delegates.describing import Describing, OrganisationWords, Way
from app.delegates.detail import DelegateDetail, Details
from app.delegates.export import export_file
from app.delegates.importing.imports import ImportOrder, Imports
from app.delegates.orders import PersonOrder
from app.delegates.organisations import Organisations
from app.delegates.roles import Roles
from app.delegates.roster import Roster
from app.delegates.table import DelegateTable
from app.desks import OpenEvent
from app.journal.journal import Journal
from app.journal.undo import undo
from tests.app.delegates.lists import ImportList, everybody, everything, named, write_list

DAY = date(2027, 3, 16)
ADA = {"Name": "Ada Ek", "E-mail": "ada@aqua.example", "Company": "Aqua Nord", "Country": "SE"}
BEN = {"Name": "Ben Lis", "E-mail": "ben@aqua.example", "Company": "Aqua  nord", "Country": "PL"}
CY = {"Name": "Cy Ozols", "E-mail": "cy@aqua.example", "Company": "AQUA NORD", "Country": "LV"}


def detail(journal: Journal, name: str) -> DelegateDetail:
    return Details(DelegateTable(journal)).of(named(journal, name).id, DAY)


def stands_for(journal: Journal, name: str) -> list[tuple[str, str]]:
    roles = detail(journal, name).more.roles
    return [(each.organisation.name, each.function) for each in roles]


def test_one_company_in_three_clusters_appears_once_with_all(
    open_event: OpenEvent, import_list: ImportList
) -> None:
    import_list(ADA | {"Cluster": "CLEAN"}, BEN | {"Cluster": "Klaster"}, CY | {"Cluster": "CTL"})

    aqua, *networks = sorted(
        Organisations(open_event.journal).all(), key=lambda each: -each.delegates
    )

    assert (aqua.name, aqua.delegates) == ("Aqua Nord", 3)
    assert aqua.networks == ("CLEAN", "CTL", "Klaster")
    assert {each.name for each in networks} == set(aqua.networks)


def test_one_person_in_three_rows_brings_all_three_clusters_too(
    open_event: OpenEvent, import_list: ImportList
) -> None:
    done = import_list(*({**ADA, "Cluster": each} for each in ("CLEAN", "Klaster", "CTL")))

    assert (done.created, len(everybody(open_event.journal))) == (1, 1)
    facts = Describing(open_event.journal).facts("Aqua Nord")
    assert facts.networks == ("CLEAN", "CTL", "Klaster")


def test_cells_hold_several_values_in_several_languages(
    open_event: OpenEvent, import_list: ImportList
) -> None:
    import_list(
        ADA
        | {
            "Cluster / Netzwerke": "CLEAN, Denmark; Sustainable Hub|CTL",
            "Länder": "Schweden; Dänemark | Polska",
            "Stärken": "testing, demonstration",
            "Dienstleistungen": "pilots; labs",
            "Weitere Organisationen": "Baltic Forum [Chair]; Aqua Nord",
        }
    )

    facts = Describing(open_event.journal).facts("Aqua Nord")
    assert facts.networks == ("CLEAN, Denmark", "CTL", "Sustainable Hub")
    assert facts.countries == ("SE", "DK", "PL")
    assert facts.strengths == ("demonstration", "testing")
    assert facts.services == ("labs", "pilots")
    assert stands_for(open_event.journal, "Ada Ek") == [
        ("Aqua Nord", ""),
        ("Baltic Forum", "Chair"),
    ]


def test_what_is_sought_and_offered_stands_by_sector(
    open_event: OpenEvent, import_list: ImportList
) -> None:
    row = ADA | {
        "Looking for": "partners",
        "Looking for – Cleantech": "membranes",
        "Offer – Cleantech": "a test site",
        "Offers by sector": "Life science: trials\nin two hospitals\nFood: kitchens",
    }
    import_list(row)

    more = detail(open_event.journal, "Ada Ek").more

    assert more.seeks == "partners"
    assert more.by_sector == (
        InSector("Cleantech", "membranes", "a test site"),
        InSector("Food", "", "kitchens"),
        InSector("Life science", "", "trials\nin two hospitals"),
    )


def test_importing_twice_changes_nothing_and_a_blank_takes_nothing_away(
    open_event: OpenEvent, import_list: ImportList
) -> None:
    row = ADA | {"Clusters": "CLEAN; CTL", "Countries": "DK", "Also representing": "Forum [Chair]"}
    row |= {"Strengths": "testing", "Looking for – Cleantech": "membranes"}
    import_list(row, BEN)
    before = everything(open_event.journal)

    again = import_list(row, BEN)
    blank = import_list(dict.fromkeys(row, "") | ADA, BEN)

    assert (again.updated, again.unchanged) == (0, 2)
    assert (blank.updated, blank.unchanged) == (0, 2)
    assert everything(open_event.journal) == before


def test_a_row_that_only_says_more_of_an_organisation_counts_as_news(
    import_list: ImportList,
) -> None:
    import_list(ADA)

    done = import_list(ADA | {"Clusters": "CLEAN"})

    assert (done.created, done.updated, done.unchanged) == (0, 1, 0)


def test_what_a_desk_took_away_stays_away_and_what_was_undone_comes_again(
    open_event: OpenEvent, import_list: ImportList
) -> None:
    describing = Describing(open_event.journal)
    row = ADA | {"Clusters": "CLEAN; CTL", "Strengths": "testing"}
    import_list(row)
    undo(open_event.journal)
    import_list(row)
    assert describing.facts("Aqua Nord").networks == ("CLEAN", "CTL")

    words = OrganisationWords(("CTL",), strengths=("testing",))
    describing.describe("Aqua Nord", words, Way.NO_LONGER)
    import_list(row | {"Strengths": "testing; pilots"})

    facts = describing.facts("Aqua Nord")
    assert (facts.networks, facts.strengths) == (("CLEAN",), ("pilots",))


def test_one_undo_takes_back_all_that_a_list_said(
    open_event: OpenEvent, import_list: ImportList
) -> None:
    row = ADA | {"Clusters": "CLEAN; CTL", "Countries": "DK", "Also for": "Forum [Chair]"}
    import_list(row)

    undo(open_event.journal)

    assert Organisations(open_event.journal).all() == ()
    assert everybody(open_event.journal) == []


def test_who_is_listed_for_two_organisations_stands_for_both(
    open_event: OpenEvent, import_list: ImportList
) -> None:
    rows = (ADA | {"Function": "CEO"}, ADA | {"Company": "Forum", "Function": "Chair"})
    import_list(*rows)
    before = everything(open_event.journal)

    import_list(*rows)

    assert stands_for(open_event.journal, "Ada Ek") == [("Aqua Nord", "CEO"), ("Forum", "Chair")]
    assert everything(open_event.journal) == before


def test_a_country_that_is_none_is_said_and_the_others_are_taken(
    open_event: OpenEvent, import_list: ImportList
) -> None:
    done = import_list(ADA | {"Countries": "Denmark; Atlantis"})

    assert [(each.column, each.code, each.text) for each in done.remarks] == [
        ("Countries", "unknown_country", "Atlantis")
    ]
    assert Describing(open_event.journal).facts("Aqua Nord").countries == ("SE", "DK")


def test_what_was_exported_is_imported_again_as_it_stood(
    open_event: OpenEvent, import_list: ImportList, tmp_path: Path
) -> None:
    journal = open_event.journal
    import_list(
        ADA
        | {"Clusters": "CLEAN, Denmark; CTL", "Countries": "DK; PL", "Strengths": "a; b"}
        | {"Services": "c", "Also for": "Forum [Chair]; Hub", "Offer – Food": "kitchens"}
    )
    file = tmp_path / "again.xlsx"
    export_file(journal, file, [each.id for each in everybody(journal)])
    facts = Describing(journal).facts("Aqua Nord")
    told = (stands_for(journal, "Ada Ek"), detail(journal, "Ada Ek").more.by_sector)
    undo(journal)

    Imports(journal, open_event.letters).run(file, ImportOrder())

    again = Describing(journal).facts("Aqua Nord")
    assert (again.networks, again.countries) == (facts.networks, facts.countries)
    assert (again.strengths, again.services) == (facts.strengths, facts.services)
    assert (stands_for(journal, "Ada Ek"), detail(journal, "Ada Ek").more.by_sector) == told


def test_a_desk_says_more_of_a_sector_and_a_list_does_not_contradict_it(
    open_event: OpenEvent, import_list: ImportList
) -> None:
    import_list(ADA | {"Looking for – Cleantech": "membranes"})
    ada = named(open_event.journal, "Ada Ek")
    roster = Roster(open_event.journal, open_event.letters)
    roster.edit(ada.id, PersonOrder(by_sector={"food": {"offers": "kitchens"}}))

    import_list(ADA | {"Looking for – Cleantech": "membranes"})

    more = detail(open_event.journal, "Ada Ek").more
    assert more.by_sector == (
        InSector("Cleantech", "membranes", ""),
        InSector("food", "", "kitchens"),
    )
    roster.edit(ada.id, PersonOrder(by_sector={"CLEANTECH": {"seeks": ""}}))
    assert detail(open_event.journal, "Ada Ek").more.by_sector == (
        InSector("food", "", "kitchens"),
    )


def test_a_further_organisation_that_a_desk_took_away_stays_away(
    open_event: OpenEvent, tmp_path: Path
) -> None:
    journal = open_event.journal
    file = write_list(tmp_path / "one.csv", [ADA | {"Also for": "Forum [Chair]"}])
    imports = Imports(journal, open_event.letters)

    told = imports.rehearse(file, ImportOrder())

    assert (told.created, everybody(journal)) == (1, [])
    imports.run(file, ImportOrder())
    ada = named(journal, "Ada Ek")
    Roles(journal).drop(ada.id, "Forum")
    imports.run(file, ImportOrder())
    assert stands_for(journal, "Ada Ek") == [("Aqua Nord", "")]
