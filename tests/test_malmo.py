"""Clusters meet Regions in Malmö, by commands alone: who may come, visits, booklet and agenda."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from tests.by_commands import Office, office_of, text_of

BEFORE, CLOSED, EVE = "2023-04-01T10:00", "2023-06-13T10:00", "2023-06-14T16:00"
FIRST, SECOND, EVENING = "2023-06-15", "2023-06-16", "2023-06-16T15:00"
CHOICES = ("First choice", "Second choice", "Third choice")

Choices = Mapping[str, tuple[str, ...]]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The office once registration has closed and people have signed up for visits."""
    with office_of("malmo-2023", tmp_path_factory) as office:
        admission = office.sample.admission
        assert admission is not None
        office.makes_event(BEFORE)
        limits = ("--places", str(admission.places), "--deadline", admission.deadline)
        office.says(BEFORE, "admission", *limits, "--late", admission.late)
        office.imports(CLOSED, "registrations")
        office.says(CLOSED, "accept-applications", "--all", "--rest", "waiting")
        office.imports(CLOSED, "programme", "visits", "signups")
        yield office


@pytest.fixture(scope="module")
def badges(office: Office) -> Mapping[str, str]:
    return office.badges(CLOSED)


@pytest.fixture(scope="module")
def places(office: Office) -> Mapping[str, int]:
    """How many places each visit has."""
    return {row["Title"]: int(row["Places"]) for row in office.rows("visits")}


@pytest.fixture(scope="module")
def choices(office: Office, badges: Mapping[str, str]) -> Choices:
    """What each person chose, by badge number, whoever signed up first comes first."""
    rows = sorted(office.rows("signups"), key=lambda row: row["Signed up at"])
    return {
        badges[row["E-mail"]]: tuple(row[name] for name in CHOICES if row[name]) for row in rows
    }


@pytest.fixture(scope="module")
def allotted(office: Office, choices: Choices) -> dict[str, Any]:
    """What is told as places are given."""
    del choices
    return office.says(EVE, "visit-allot", "--accept")


@pytest.fixture(scope="module")
def bus(office: Office, allotted: dict[str, Any], badges: Mapping[str, str]) -> Mapping[str, Any]:
    """What is told at a bus, where all are but one, as seats go to who waits."""
    given = {each["delegate"]["badge_number"]: each["visit"] for each in allotted["given"]}
    absent = next(badges[each] for each in sorted(office.sample.absent) if badges[each] in given)
    visit, leaving = given[absent], f"{FIRST}T14:10"
    before = office.says(leaving, "visit-list", visit)
    for each in before["people"]:
        if (badge := each["who"]["badge_number"]) != absent:
            office.says(leaving, "visit-board", visit, badge)
    filled = office.says(leaving, "visit-fill", visit)
    office.says(leaving, "visit-board", visit, filled["got"][0]["badge_number"])
    (after,) = (v for v in office.says(leaving, "visits")["visits"] if v["title"] == visit)
    return {**filled, "visit": after, "absent": absent, "first_waiting": before["waiting"][0]}


def most_by_rank(choices: Choices, places: Mapping[str, int]) -> tuple[int, ...]:
    """Count by another method how many can get their first, second and third choice at the most.

    A seat of a first choice is worth more than all second ones together, and so on.
    """
    seats = [visit for visit, number in places.items() for _seat in range(number)]
    worth = [(len(choices) + 1) ** (len(CHOICES) - rank) for rank in range(len(CHOICES))]
    gain = np.zeros((len(choices), len(seats) + len(choices)))
    for row, chosen in enumerate(choices.values()):
        for column, visit in enumerate(seats):
            if visit in chosen:
                gain[row, column] = worth[chosen.index(visit)]
    found = zip(*linear_sum_assignment(gain, maximize=True), strict=True)
    got = Counter(gain[row, column] for row, column in found)
    return tuple(got[each] for each in worth)


def test_over_100_representatives_may_come_and_who_asks_after_the_close_may_not(
    office: Office,
) -> None:
    listed = office.says(CLOSED, "applications")["applications"]
    counts = Counter((each["status"], each["late"]) for each in listed)

    assert counts == {("accepted", False): 108, ("waiting", True): 3}
    closes = datetime.fromisoformat("2023-06-07T18:00:00+02:00")
    after = [each for each in listed if datetime.fromisoformat(each["received"]) > closes]
    assert sorted(each["status"] for each in after) == ["waiting"] * 3
    kinds = {each["kind"] for each in listed}
    assert kinds == {"cluster", "company", "authority", "university", "investor"}


def test_all_three_visits_are_wanted_by_more_than_there_are_places(
    choices: Choices, places: Mapping[str, int]
) -> None:
    wanted = Counter(visit for chosen in choices.values() for visit in chosen)

    assert len(places) == 3
    assert all(wanted[visit] > number for visit, number in places.items())


def test_no_allotment_has_more_first_choices_nor_more_second_ones(
    allotted: dict[str, Any], choices: Choices, places: Mapping[str, int]
) -> None:
    most = most_by_rank(choices, places)

    assert tuple(allotted["by_rank"]) == tuple(each for each in most if each)
    assert (most[0], sum(most)) == (57, 62)


def test_no_visit_takes_more_than_it_has_places_and_nobody_is_on_two(
    allotted: dict[str, Any], places: Mapping[str, int], choices: Choices
) -> None:
    given = {each["delegate"]["badge_number"]: each["visit"] for each in allotted["given"]}
    left = {each["delegate"]["badge_number"] for each in allotted["left"]}

    assert Counter(given.values()) == places
    assert len(given) == len(allotted["given"])
    assert given.keys() | left == choices.keys()
    assert not given.keys() & left


def test_nobody_has_a_better_choice_that_is_free_or_went_to_a_later_sign_up(
    allotted: dict[str, Any], choices: Choices, places: Mapping[str, int]
) -> None:
    given = {each["delegate"]["badge_number"]: each["visit"] for each in allotted["given"]}
    taken = Counter(given.values())
    order = list(choices)

    for at, (who, chosen) in enumerate(choices.items()):
        got = chosen.index(given[who]) if who in given else len(chosen)
        for rank, visit in enumerate(chosen[:got]):
            assert taken[visit] == places[visit]
            later = (each for each in order[at + 1 :] if given.get(each) == visit)
            assert all(choices[each].index(visit) <= rank for each in later)


def test_who_is_not_at_the_bus_loses_the_seat_to_who_waits(
    bus: Mapping[str, Any], places: Mapping[str, int]
) -> None:
    assert [each["badge_number"] for each in bus["lost"]] == [bus["absent"]]
    assert bus["got"] == [bus["first_waiting"]["who"]]
    assert bus["visit"]["boarded"] == bus["visit"]["taken"] == places[bus["visit"]["title"]]


def test_the_programme_has_all_sessions_of_the_schedule_on_one_and_a_half_days(
    office: Office,
) -> None:
    sessions = office.says(EVE, "sessions")["sessions"]
    (file,) = office.sample.lists.programme
    events = ET.parse(file).findall(".//event")  # noqa: S314 - a file of our own

    assert {each["title"] for each in sessions} == {each.findtext("title") for each in events}
    assert len(sessions) == 17
    ends = {each["ends_at"][:10]: each["ends_at"][11:16] for each in sessions}
    starts = [each["starts_at"] for each in sessions]
    assert (ends[FIRST], ends[SECOND]) == ("22:00", "13:30")
    assert min(starts).startswith(f"{FIRST}T08:30")
    evening = [each["title"] for each in sessions if each["kind"] == "evening"]
    assert evening == ["Evening by the canal"]


def test_the_agenda_shows_every_session_with_its_speakers(office: Office) -> None:
    file = office.folder / "agenda.pdf"
    office.says(EVE, "print", "agenda", "-o", file)
    said = text_of(file)

    for each in office.says(EVE, "sessions")["sessions"]:
        assert "".join(each["title"].split()) in said
        for speaker in each["speakers"]:
            assert "".join(speaker["name"].split()) in said


def test_the_booklet_has_everybody_who_is_accepted_and_nobody_who_came_too_late(
    office: Office,
) -> None:
    file = office.folder / "booklet.pdf"
    office.says(EVE, "print", "booklet", "-o", file)
    said = text_of(file)

    rows = office.rows("registrations")
    in_time = [row for row in rows if row["Registered at"] < "2023-06-07 18:00:00"]
    assert len(in_time) == 108
    for row in in_time:
        assert "".join(row["Last name"].split()) in said
        assert "".join(row["Organisation"].split()) in said
    assert "Siljan Nord".replace(" ", "") not in said


def test_the_closing_report_tells_of_visits_where_there_were_no_meetings(
    office: Office, badges: Mapping[str, str], bus: Mapping[str, Any]
) -> None:
    rows = office.rows("registrations")[:108:4]
    for row in rows:
        office.says(f"{FIRST}T08:40", "check-in", badges[row["E-mail"]])
    came = [row for row in rows if row["Organisation type"] == "Cluster"]
    said = office.says(EVENING, "report", "-o", office.folder / "report.pdf")["headline"]

    assert said.startswith(
        "For Clusters meet Regions Malmö 2023 in Malmö on 15 and 16 June 2023, 68 clusters from 24"
        f" countries applied, and {len({row['Organisation'] for row in came})} from"
        f" {len({row['Country'] for row in came})} countries took part."
    )
    assert "No meeting was planned." in said
    assert f"{bus['visit']['boarded']} delegates joined three guided visits." in said
