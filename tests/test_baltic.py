"""The cleantech clusters of the Baltic Sea Region, by commands alone: each organisation once."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from tests.by_commands import Office, office_of, text_of

BEFORE, EVENING = "2014-10-01T10:00", "2014-10-09T17:00"
COMPANY = "Membrana Nordica"
CLUSTERS = {"Øresunds Miljøring", "Skånes Renteknik", "Umweltkreis Schlei"}
STRENGTHS = {"Entrepreneurship", "Matchmaking", "Demonstration", "Testing"}
OF_THE_UNION = {"Denmark", "Sweden", "Finland", "Estonia", "Latvia", "Lithuania"}
OF_THE_UNION |= {"Poland", "Germany"}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The office with registrations, wishes and a plan, before the day."""
    with office_of("baltic-cleantech-2014", tmp_path_factory) as office:
        office.makes_event(BEFORE)
        office.imports(BEFORE, "registrations", "programme", "requests")
        yield office


@pytest.fixture(scope="module")
def organisations(office: Office) -> dict[str, dict[str, Any]]:
    listed = office.says(BEFORE, "organisations")["organisations"]
    by_name = {each["name"]: each for each in listed}
    assert len(by_name) == len(listed)
    return by_name


@pytest.fixture(scope="module")
def exported(office: Office) -> dict[str, list[dict[str, str]]]:
    """The tables of the export after the day, as rows."""
    office.says(BEFORE, "plan", "--accept")
    office.imports(EVENING, "outcomes")
    folder = office.folder / "export"
    office.says(EVENING, "export", "-o", folder)
    tables = {}
    for name in ("organisations", "delegates"):
        with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            tables[name] = list(csv.DictReader(file))
    return tables


def test_three_people_wrote_one_company_and_each_named_another_cluster(office: Office) -> None:
    rows = [row for row in office.rows("registrations") if row["Organisation"] == COMPANY]

    assert len(rows) == len({row["Country"] for row in rows}) == 3
    assert {row["Clusters and networks"] for row in rows} == CLUSTERS


def test_the_company_is_one_with_all_its_clusters_and_countries(
    office: Office, organisations: dict[str, dict[str, Any]]
) -> None:
    company = organisations[COMPANY]
    told = office.says(BEFORE, "organisation", COMPANY)

    assert set(company["networks"]) == CLUSTERS
    assert set(company["countries"]) == {"DK", "SE", "DE"}
    assert company["delegates"] == len(told["people"]) == 3
    for cluster in CLUSTERS:
        assert COMPANY in organisations[cluster]["members"]


def test_the_company_is_found_as_one_with_all_its_clusters(office: Office) -> None:
    found = office.says(BEFORE, "find", "membrana")["delegates"]

    assert len(found) == 3
    assert {each["organisation"] for each in found} == {COMPANY}
    assert all(set(each["networks"]) == CLUSTERS for each in found)
    told = office.tells(BEFORE, "find", "membrana")
    assert all(told.count(cluster) == 3 for cluster in CLUSTERS)


def test_the_lists_imported_again_say_nothing_new(office: Office) -> None:
    (file,) = office.sample.lists.registrations
    again = office.says(BEFORE, "import", file)

    assert (again["created"], again["updated"], again["doubtful"]) == (0, 0, [])


def test_organisations_are_in_several_networks_and_people_stand_for_several(
    office: Office, organisations: dict[str, dict[str, Any]]
) -> None:
    several = {name for name, each in organisations.items() if len(each["networks"]) > 1}
    two = [row for row in office.rows("registrations") if row["Also representing"]]

    assert {COMPANY, "Hydroskan Sensorer", "Øresunds Miljøring"} < several
    assert len(two) == 2
    badges = office.badges(BEFORE)
    for row in two:
        people = office.says(BEFORE, "organisation", row["Also representing"])["people"]
        assert badges[row["E-mail"]] in {each["badge_number"] for each in people}


def test_partners_from_outside_the_union_take_part(office: Office) -> None:
    countries = {row["Country"] for row in office.rows("registrations")}

    assert countries - OF_THE_UNION == {"Norway", "Iceland", "Belarus"}
    assert countries > OF_THE_UNION


def test_clusters_can_be_compared_by_their_strengths(
    organisations: dict[str, dict[str, Any]],
) -> None:
    strong = Counter(each for of in organisations.values() for each in of["strengths"])

    assert strong == {"Entrepreneurship": 5, "Matchmaking": 6, "Demonstration": 8, "Testing": 7}
    assert strong.keys() == STRENGTHS


def test_the_export_has_the_company_once_with_all_its_clusters(
    exported: dict[str, list[dict[str, str]]],
) -> None:
    (company,) = (row for row in exported["organisations"] if row["Organisation"] == COMPANY)
    people = [row for row in exported["delegates"] if row["Organisation"] == COMPANY]

    assert set(company["Networks"].split("; ")) == CLUSTERS
    assert set(company["Countries"].split("; ")) == {"DK", "SE", "DE"}
    assert company["Applied"] == "3"
    networks = {frozenset(row["Clusters and networks"].split("; ")) for row in people}
    assert networks == {frozenset(CLUSTERS)}


def test_the_booklet_has_the_company_once_with_all_its_clusters(office: Office) -> None:
    file = office.folder / "booklet.pdf"
    office.says(BEFORE, "print", "booklet", "-o", file)
    said = text_of(file)

    _contents, rest, index = said.split("Index", 2)
    profiles, _map = rest.split("Mapoftables", 1)
    head = "MembranaNordica"
    # Where its people go on in another column, its name is said again, and nothing else of it.
    assert (profiles.count(f"{head}Denmark"), index.count(head)) == (1, 1)
    told = profiles[profiles.index(head) :][:200]
    assert all(cluster.replace(" ", "") in told for cluster in CLUSTERS)
    assert "Denmark,Germany,Sweden" in told


def test_the_closing_report_counts_organisations_and_not_their_entries(
    office: Office, exported: dict[str, list[dict[str, str]]]
) -> None:
    del exported
    said = office.says(EVENING, "report", "-o", office.folder / "report.pdf")["headline"]

    assert "37 organisations from eleven countries applied" in said
    assert "15 C2C, 30 B2C and 16 B2B meetings were held, 61 in all." in said
    assert "a joint proposal after ten meetings (Horizon 2020 and Interreg)" in said
