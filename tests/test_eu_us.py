"""The roundtable of American and European clusters, by commands: seats, speeches, meetings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from tests.by_commands import Office, office_of, text_of

BEFORE, DECIDED = "2018-09-20T10:00", "2018-10-29T10:00"
FIRST, SECOND, EVENING = "2018-11-22", "2018-11-23", "2018-11-23T18:00"
AMERICANS, EUROPEANS = "American delegation", "European clusters"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The office once the applications have come in."""
    with office_of("eu-us-2018", tmp_path_factory) as office:
        admission = office.sample.admission
        assert admission is not None
        office.makes_event(BEFORE)
        office.says(
            BEFORE,
            "admission",
            *("--places", str(admission.places), "--deadline", admission.deadline),
            *("--late", admission.late),
            *(
                word
                for name, n in admission.delegations
                for word in ("--delegation", f"{name}={n}")
            ),
        )
        office.imports(DECIDED, "registrations")
        yield office


@pytest.fixture(scope="module")
def accepted(office: Office) -> dict[str, Any]:
    """What is told as applications are decided, by their turns."""
    return office.says(DECIDED, "accept-applications", "--all", "--rest", "waiting")


@pytest.fixture(scope="module")
def coming(office: Office, accepted: dict[str, Any]) -> Mapping[str, str]:
    """Who comes in the end, with their delegation, by badge number: one withdrew, one was next."""
    del accepted
    badges = office.badges(DECIDED)
    assert office.sample.admission is not None
    (gone,) = office.sample.admission.withdrawn
    office.says(DECIDED, "status", badges[gone], "withdrawn")
    (proposed,) = office.says(DECIDED, "next-in")["proposals"]
    office.says(DECIDED, "next-in", "--confirm", proposed["delegate"]["badge_number"])
    listed = office.says(DECIDED, "applications", "--status", "accepted")["applications"]
    return {each["delegate"]["badge_number"]: each["delegation"] for each in listed}


@pytest.fixture(scope="module")
def day(office: Office, coming: Mapping[str, str]) -> Office:
    """The first morning: programme and wishes are in, and who speaks first is here but for one."""
    office.imports(DECIDED, "programme", "requests")
    for part in office.sample.speeches:
        office.says(
            DECIDED,
            "speeches",
            *("--start", part.starts.isoformat(), "--minutes", str(part.minutes)),
            *("--questions", str(part.questions), "--order", part.order),
            *(("--delegation", part.delegation) if part.delegation else ()),
        )
    (late,) = office.sample.late
    told = office.says(DECIDED, "speeches", "--day", FIRST)["speeches"]
    order = [each["who"]["badge_number"] for each in told]
    after = order.index(office.badges(DECIDED)[late]) + 1
    for badge in {*order[: after + 1]} - {order[after - 1]}:
        office.says(f"{FIRST}T09:00", "check-in", badge)
    return office


@pytest.fixture(scope="module")
def order(day: Office) -> dict[str, Any]:
    """Who is to speak when in the speed round, before it begins."""
    return day.says(f"{FIRST}T09:30", "speeches", "--day", FIRST)


@pytest.fixture(scope="module")
def planned(day: Office) -> dict[str, Any]:
    """What is told as meetings are planned."""
    return day.says(f"{SECOND}T08:30", "plan", "--accept")


def listed(office: Office, *statuses: str) -> list[dict[str, Any]]:
    said = office.says(DECIDED, "applications", *(w for s in statuses for w in ("--status", s)))
    found: list[dict[str, Any]] = said["applications"]
    return found


def test_13_american_organisations_of_eight_states_apply(office: Office) -> None:
    americans = [row for row in office.rows("registrations") if row["Delegation"] == AMERICANS]

    assert len(americans) == len({row["Organisation"] for row in americans}) == 13
    assert len({row["City"].partition(", ")[2] for row in americans}) == 8


def test_the_deadline_is_two_in_the_afternoon_as_clocks_in_copenhagen_showed_it(
    office: Office,
) -> None:
    assert office.says(DECIDED, "admission")["deadline"] == "2018-10-26T14:00:00+02:00"


def test_at_two_sharp_is_in_time_and_a_second_later_is_late(
    office: Office, accepted: dict[str, Any]
) -> None:
    del accepted
    by_instant = {each["received"]: each for each in listed(office)}

    in_time, late = (by_instant[f"2018-10-26T14:00:0{s}+02:00"] for s in (0, 1))
    assert (in_time["late"], in_time["status"]) == (False, "waiting")
    assert (late["late"], late["status"]) == (True, "declined")
    assert sum(each["late"] for each in by_instant.values()) == 2


def test_no_more_are_accepted_than_there_are_seats_and_who_came_first_gets_them(
    office: Office, accepted: dict[str, Any]
) -> None:
    rows = sorted(office.rows("registrations"), key=lambda row: row["Registration date"])
    first = [row["E-mail"] for row in rows if row["Delegation"] == EUROPEANS][:30]
    americans = [row["E-mail"] for row in rows if row["Delegation"] == AMERICANS]

    badges = office.badges(DECIDED)
    got_in = [each["badge_number"] for each in accepted["accepted"]]
    assert sorted(got_in) == sorted(badges[each] for each in first + americans)
    assert [(each["taken"], each["places"]) for each in accepted["places"]] == [
        (43, 43),
        (13, 13),
        (30, 30),
    ]
    assert len(accepted["left"]) == 6


def test_who_withdraws_makes_room_for_the_next_and_for_nobody_else(
    office: Office, coming: Mapping[str, str]
) -> None:
    assert Counter(coming.values()) == {AMERICANS: 13, EUROPEANS: 30}
    counts = Counter(each["status"] for each in listed(office))
    assert counts == {"accepted": 43, "waiting": 5, "declined": 2, "withdrawn": 1}
    one_too_many = listed(office, "waiting")[0]["delegate"]["badge_number"]
    refused = office.refuses(DECIDED, "status", one_too_many, "accepted")
    assert refused["refused"] == "places_full"


def test_each_application_is_answered_by_a_letter(
    office: Office, coming: Mapping[str, str]
) -> None:
    file = office.folder / "letters.pdf"
    told = office.says(DECIDED, "letters", "-o", file, "--status", "accepted")

    assert told["items"] == len(coming) == 43


def test_everybody_speaks_for_two_minutes_in_an_order_that_mixes_both_sides(
    order: dict[str, Any], coming: Mapping[str, str]
) -> None:
    speakers = [each["who"]["badge_number"] for each in order["speeches"]]

    assert sorted(speakers) == sorted(coming)
    assert (order["minutes"], order["questions"]) == (2, 0)
    # One of each side in turn, as long as both have somebody left.
    assert {frozenset(coming[who] for who in speakers[at : at + 2]) for at in range(0, 26, 2)} == {
        frozenset({AMERICANS, EUROPEANS})
    }


def test_the_clock_of_the_speed_round_runs_passes_over_and_says_how_late_it_gets(
    day: Office, order: dict[str, Any]
) -> None:
    turns = order["speeches"]
    starts = datetime.fromisoformat(f"{FIRST}T10:30:00")

    def at(seconds: int) -> str:
        return (starts + timedelta(seconds=seconds)).isoformat()

    first = day.says(at(0), "speeches-next")
    assert (first["phase"], first["left_seconds"]) == ("speaking", 120)
    assert first["speaks"]["who"] == turns[0]["who"]
    assert first["next"]["who"] == turns[1]["who"]
    assert day.says(at(70), "speeches-now")["phase"] == "last_minute"
    over = day.says(at(180), "speeches-now")
    assert (over["phase"], over["left_seconds"], over["late_by_minutes"]) == ("over", -60, 1)
    (late,) = day.sample.late
    badge = day.badges(DECIDED)[late]
    place = [each["who"]["badge_number"] for each in turns].index(badge)
    for _turn in range(1, place):
        day.says(at(180), "speeches-next")
    missing = day.says(at(300), "speeches-now")["next"]
    assert (missing["who"], missing["is_here"]) == (turns[place]["who"], False)
    day.says(at(300), "speeches-skip", badge)
    assert day.says(at(300), "speeches-next")["speaks"]["who"] == turns[place + 1]["who"]
    day.says(at(600), "check-in", badge)
    last = day.says(at(600), "speeches-add", badge)["speeches"][-1]
    assert (last["who"], last["is_here"]) == (missing["who"], True)


def test_talks_of_five_minutes_and_five_for_questions_are_the_delegations(
    day: Office, coming: Mapping[str, str]
) -> None:
    told = day.says(f"{SECOND}T08:30", "speeches", "--day", SECOND)
    speakers = [each["who"]["badge_number"] for each in told["speeches"]]
    times = [datetime.fromisoformat(each["starts_at"]) for each in told["speeches"]]

    assert sorted(speakers) == sorted(who for who, side in coming.items() if side == AMERICANS)
    assert (told["minutes"], told["questions"]) == (5, 5)
    between = {later - earlier for earlier, later in pairwise(times)}
    assert between == {timedelta(minutes=10)}


def test_matchmaking_is_of_the_delegation_with_europeans_and_of_nobody_else(
    day: Office, coming: Mapping[str, str], planned: dict[str, Any]
) -> None:
    meetings = day.says(f"{SECOND}T08:30", "outcomes", "--day", SECOND)["meetings"]

    assert planned["placed"] == planned["wanted"] == len(meetings) == 65
    for each in meetings:
        (guest,), (host,) = each["guests"], each["hosts"]
        sides = {coming[guest["badge_number"]], coming[host["badge_number"]]}
        assert sides == {AMERICANS, EUROPEANS}
    # It comes after talks and co-creation, though both take the whole morning.
    assert min(each["slot"] for each in planned["meetings"]) == f"{SECOND}T14:00:00+01:00"
    met = Counter(
        who["badge_number"] for each in meetings for who in each["guests"] + each["hosts"]
    )
    assert met.keys() == coming.keys()


def test_the_closing_report_says_what_came_of_it(day: Office, planned: dict[str, Any]) -> None:
    del planned
    day.imports(EVENING, "outcomes")
    file = day.folder / "report.pdf"
    said = day.says(EVENING, "report", "-o", file)["headline"]

    assert "51 clusters from 24 countries applied, and " in said
    assert "63 C2C meetings were held. Two more had been planned but were lost" in said
    assert "63C2Cmeetingswereheld" in text_of(file)
