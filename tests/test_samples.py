from __future__ import annotations

import csv
import tomllib
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

import pytest

from app.delegates.reading.registrations import read_registrations

SAMPLES = Path("resources/samples").resolve()
VILNIUS = SAMPLES / "cluster-matchmaking-days"
HANNOVER = SAMPLES / "hannover-messe-2015"

COPENHAGEN = SAMPLES / "copenhagen-workshop"
EU_US = SAMPLES / "eu-us-2018"
MALMO = SAMPLES / "malmo-2023"
BALTIC = SAMPLES / "baltic-cleantech-2014"
FOLDERS = [VILNIUS, HANNOVER, COPENHAGEN, EU_US, MALMO, BALTIC]

each_sample = pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)


def event(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "event.toml").read_text("utf-8"))


def registrations(folder: Path) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    for name in event(folder)["registrations"]:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file, strict=True)
    return rows


def rows_of(folder: Path, lists: str) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    for name in event(folder).get(lists, []):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file, strict=True)
    return rows


def sides(row: dict[str, str]) -> tuple[str, str]:
    return row["Guest e-mail"], row["Host e-mail"]


def blocks(folder: Path) -> list[tuple[date, timedelta]]:
    found = []
    for block in event(folder).get("blocks", []):
        day, hours = block.split("/")
        start, end = (datetime.strptime(hour, "%H:%M") for hour in hours.split("-"))  # noqa: DTZ007
        found.append((date.fromisoformat(day), end - start))
    return found


def test_every_folder_of_samples_is_looked_at_here() -> None:
    assert set(SAMPLES.iterdir()) == set(FOLDERS)


@each_sample
def test_an_event_has_the_keys_that_setting_it_up_needs(folder: Path) -> None:
    needed = {"name", "about", "timezone", "venue", "city", "days", "registrations"}
    of_meetings = {"blocks", "slot_minutes", "gap_minutes", "tables", "requests", "meetings"}
    besides = {"outcomes", "programme", "visits", "signups", "delegations", "surprises"}
    besides |= {"admission", "rounds", "speeches", "absent", "late"}

    assert needed <= set(event(folder)) <= needed | of_meetings | besides
    assert all(set(group) == {"name", "colour"} for group in event(folder).get("delegations", []))


@each_sample
def test_an_event_stands_in_a_known_time_zone(folder: Path) -> None:
    assert event(folder)["timezone"] in available_timezones()


@each_sample
def test_every_block_is_on_a_day_of_the_event(folder: Path) -> None:
    days = {date.fromisoformat(day) for day in event(folder)["days"]}

    assert {day for day, _ in blocks(folder)} <= days


@each_sample
def test_every_block_is_filled_with_slots_to_the_minute(folder: Path) -> None:
    slot = timedelta(minutes=event(folder).get("slot_minutes", 20))
    gap = timedelta(minutes=event(folder).get("gap_minutes", 5))

    assert not any((length + gap) % (slot + gap) for _, length in blocks(folder))


@each_sample
def test_no_row_is_longer_or_shorter_than_the_header(folder: Path) -> None:
    assert not any(None in row or None in row.values() for row in registrations(folder))


@each_sample
def test_nobody_is_registered_twice(folder: Path) -> None:
    people = [
        (row["First name"], row["Last name"], row["Organisation"]) for row in registrations(folder)
    ]

    assert len(set(people)) == len(people)


@each_sample
def test_no_mail_could_reach_anybody(folder: Path) -> None:
    domains = {row["E-mail"].partition("@")[2] for row in registrations(folder)}

    assert all(domain.endswith((".example.org", ".example.com")) for domain in domains)


@each_sample
def test_an_organisation_is_of_one_type_and_in_one_place_but_a_company_of_the_baltic(
    folder: Path,
) -> None:
    places: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for row in registrations(folder):
        of = row["Organisation"], row["Organisation type"]
        places.setdefault(of, set()).add((row["Country"], row["City"]))

    # One that names its countries has places in all of them.
    alone = [each for each in places.values() if len(each) > 1]
    assert len(alone) == (folder == BALTIC)
    assert len({organisation for organisation, _kind in places}) == len(places)


@each_sample
def test_an_import_understands_every_row_and_column(folder: Path) -> None:
    reading = read_registrations(folder / "registrations.csv")

    assert len(reading.rows) == len(registrations(folder))
    assert not reading.problems
    assert all(column.field for column in reading.columns)
    assert all(row.kind and row.country for row in reading.rows)
    # Where applications are decided on, a list does not say what became of them.
    assert all(row.status or "admission" in event(folder) for row in reading.rows)


@each_sample
def test_whoever_is_named_beside_the_lists_is_on_the_list(folder: Path) -> None:
    told = event(folder)
    people = {row["E-mail"] for row in registrations(folder)}
    named = [*told.get("absent", []), *told.get("late", [])]
    named += told.get("admission", {}).get("withdrawn", [])
    named += [mail for row in rows_of(folder, "requests") for mail in sides(row)]

    assert set(named) <= people


def test_212_people_of_14_countries_apply_for_vilnius() -> None:
    people = registrations(VILNIUS)

    assert len(people) == 212
    assert len({row["Country"] for row in people}) == 14


def test_the_delegations_to_vilnius_have_their_sizes_and_colours() -> None:
    sizes = Counter(row["Delegation"] for row in registrations(VILNIUS))
    colours = {group["name"]: group["colour"] for group in event(VILNIUS)["delegations"]}

    assert sizes == {
        "Baltic": 46,
        "Nordic": 34,
        "Poland–Czechia": 38,
        "Germany": 26,
        "France": 24,
        "Iberia": 26,
        "Italy–Greece": 18,
    }
    assert colours.keys() == sizes.keys()
    assert len(set(colours.values())) == len(colours)


def test_vilnius_has_somebody_for_every_case_of_the_desk() -> None:
    people = registrations(VILNIUS)
    names = Counter((row["First name"], row["Last name"]) for row in people)
    mailboxes = Counter(row["E-mail"] for row in people)

    assert {row["Status"] for row in people} == {
        "Accepted",
        "Cancelled",
        "Declined",
        "Pending",
        "Waiting list",
    }
    assert max(names.values()) == 2, "two people of one name"
    assert max(mailboxes.values()) == 2, "colleagues who share an address"
    assert any("Interpreter" in row["Attention"] for row in people)
    assert not all(row["Phone"] for row in people)


def test_25_clusters_of_nine_countries_apply_for_hannover_and_19_of_eight_come() -> None:
    clusters = [row for row in registrations(HANNOVER) if row["Organisation type"] == "Cluster"]
    coming = [row for row in clusters if row["Status"] == "Accepted"]

    assert (len(clusters), len({row["Country"] for row in clusters})) == (25, 9)
    assert (len(coming), len({row["Country"] for row in coming})) == (19, 8)


def test_hannover_has_room_for_its_61_meetings() -> None:
    hannover = event(HANNOVER)
    slot = timedelta(minutes=hannover["slot_minutes"] + hannover["gap_minutes"])
    slots = sum(
        (length + timedelta(minutes=hannover["gap_minutes"])) // slot
        for _, length in blocks(HANNOVER)
    )
    companies = [row for row in registrations(HANNOVER) if row["Organisation type"] == "Company"]
    coming = sum(row["Status"] == "Accepted" for row in registrations(HANNOVER))

    assert slots * min(hannover["tables"], coming // 2) >= 61
    assert len(companies) * slots >= 17


def of_kind(rows: list[dict[str, str]]) -> Counter[int]:
    """Count meetings by how many of their sides are clusters."""
    types = {row["E-mail"]: row["Organisation type"] for row in registrations(HANNOVER)}
    return Counter(sum(types[mail] == "Cluster" for mail in sides(row)) for row in rows)


def test_those_who_cannot_come_to_hannover_were_asked_and_have_no_meeting() -> None:
    coming = {row["E-mail"] for row in registrations(HANNOVER) if row["Status"] == "Accepted"}
    wishes = [set(sides(row)) for row in rows_of(HANNOVER, "requests")]
    meetings = [set(sides(row)) for row in rows_of(HANNOVER, "meetings")]

    assert {mail for each in wishes for mail in each} == {
        row["E-mail"] for row in registrations(HANNOVER)
    }
    assert all(len(each & coming) >= 1 for each in wishes)
    assert sorted(map(sorted, meetings)) == sorted(sorted(e) for e in wishes if e <= coming)


def test_forms_of_hannover_tell_of_all_its_meetings_but_one_that_the_desk_hears_of() -> None:
    meetings = {(row["Date"], row["Time"], row["Table"]) for row in rows_of(HANNOVER, "meetings")}
    told = rows_of(HANNOVER, "outcomes")
    of = Counter((row["Date"], row["Time"], row["Table"]) for row in told)

    assert of.keys() < meetings
    assert len(meetings - of.keys()) == 1
    assert max(of.values()) == 2, "both sides may have answered"
    assert of_kind(rows_of(HANNOVER, "meetings")) == {2: 45, 1: 18}
    assert Counter(row["Took place"] for row in told if row["Took place"] != "Held") == {
        "Host did not come": 1,
        "Guest did not come": 1,
    }


def test_nobody_in_hannover_is_in_two_places_and_no_table_taken_twice() -> None:
    meetings = rows_of(HANNOVER, "meetings")
    people = Counter((row["Date"], row["Time"], mail) for row in meetings for mail in sides(row))
    tables = Counter((row["Date"], row["Time"], row["Table"]) for row in meetings)

    assert max(people.values()) == max(tables.values()) == 1


def test_only_whoever_comes_to_vilnius_is_asked_and_by_one_address() -> None:
    people = registrations(VILNIUS)
    mailboxes = Counter(row["E-mail"] for row in people)
    coming = {row["E-mail"] for row in people if row["Status"] == "Accepted"}
    asked = {mail for row in rows_of(VILNIUS, "requests") for mail in sides(row)}

    assert asked <= coming
    assert all(mailboxes[mail] == 1 for mail in asked)
    assert len(asked) > 150


def test_every_meeting_in_vilnius_was_asked_for_and_some_are_still_to_plan() -> None:
    requests = Counter(map(sides, rows_of(VILNIUS, "requests")))
    meetings = Counter(map(sides, rows_of(VILNIUS, "meetings")))

    assert meetings.keys() < requests.keys()
    assert max((*requests.values(), *meetings.values())) == 1
    assert 10 <= len(requests) - len(meetings) <= 20


def test_nobody_in_vilnius_is_in_two_places_and_no_table_taken_twice() -> None:
    meetings = rows_of(VILNIUS, "meetings")
    people = Counter((row["Date"], row["Time"], mail) for row in meetings for mail in sides(row))
    tables = Counter((row["Date"], row["Time"], row["Table"]) for row in meetings)

    assert max(people.values()) == max(tables.values()) == 1
    assert {int(row["Table"]) for row in meetings} <= set(range(1, event(VILNIUS)["tables"] + 1))
