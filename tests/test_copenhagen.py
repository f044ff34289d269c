"""The workshop of Greater Copenhagen and four regions, by commands alone: ice, then meetings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest

from tests.by_commands import Office, office_of, text_of

BEFORE, MORNING, EVENING = "2016-09-30T10:00", "2016-10-06T08:45", "2016-10-06T17:00"
BEFORE_ROUNDS, IN_FIRST_ROUND = "2016-10-06T10:14", "2016-10-06T10:20"
HOME = "Greater Copenhagen"

Seats = list[list[frozenset[str]]]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The evening of the workshop."""
    with office_of("copenhagen-workshop", tmp_path_factory) as office:
        office.makes_event(BEFORE)
        office.imports(BEFORE, "registrations", "programme", "requests")
        yield office


@pytest.fixture(scope="module")
def badges(office: Office) -> dict[str, str]:
    return dict(office.badges(BEFORE))


@pytest.fixture(scope="module")
def kept(office: Office) -> dict[str, Any]:
    """What is told as the rounds are kept."""
    (part,) = office.sample.rounds
    asked = ("--rounds", str(part.rounds), "--size", str(part.size))
    times = ("--minutes", str(part.minutes), "--pause", str(part.pause))
    return office.says(BEFORE, "rounds", *asked, "--keep", part.starts.isoformat(), *times)


@pytest.fixture(scope="module")
def planned(office: Office, kept: dict[str, Any]) -> dict[str, Any]:
    """What is told as meetings are planned, after the rounds."""
    return office.says(BEFORE, "plan", "--accept")


@pytest.fixture(scope="module")
def played(office: Office, planned: dict[str, Any], badges: dict[str, str]) -> dict[str, Any]:
    """The rounds as they ran: one does not come, one comes late. Then all forms are in."""
    (absent,), (late,) = office.sample.absent, office.sample.late
    for email, badge in badges.items():
        if email not in {absent, late}:
            office.says(MORNING, "check-in", badge)
    for email in (absent, late):
        office.says(BEFORE_ROUNDS, "rounds-missing", badges[email])
    office.says(IN_FIRST_ROUND, "check-in", badges[late])
    fitted = office.says(IN_FIRST_ROUND, "rounds-late", badges[late])
    office.imports(EVENING, "outcomes")
    return fitted


def seats_of(told: dict[str, Any]) -> Seats:
    """Give who sits together, by badge number, round by round."""
    return [
        [frozenset(someone["badge_number"] for someone in table) for table in each["tables"]]
        for each in told["rounds"]
    ]


def met_twice(seats: Seats) -> list[tuple[str, str]]:
    """Count who meets whom again, by no other means than looking at every table."""
    met: Counter[tuple[str, str]] = Counter()
    for tables in seats:
        for table in tables:
            met.update(combinations(sorted(table), 2))
    return [pair for pair, times in met.items() if times > 1]


def test_48_clusters_of_two_sectors_and_delegations_of_four_regions_are_on_the_list(
    office: Office,
) -> None:
    rows = office.rows("registrations")
    clusters = [row for row in rows if row["Organisation type"] == "Cluster"]
    guests = [row for row in rows if row["Delegation"] != HOME]

    assert len(clusters) == 48
    assert Counter(row["Sectors"] for row in clusters) == {"Life science": 24, "Cleantech": 24}
    assert {row["Delegation"] for row in clusters} == {HOME}
    assert set(Counter(row["Delegation"] for row in guests).values()) == {4}
    assert len({row["Delegation"] for row in guests}) == 4
    assert all(row["What are you looking for?"] and row["What do you offer?"] for row in rows)


def test_nobody_meets_anybody_twice_over_four_rounds(kept: dict[str, Any]) -> None:
    seats = seats_of(kept)

    assert len(seats) == 4
    for tables in seats:
        sitting = [who for table in tables for who in table]
        assert len(sitting) == len(set(sitting)) == 64
        assert {len(table) for table in tables} == {5, 6}
    assert met_twice(seats) == []
    assert (kept["repeats"], kept["least_repeats"]) == (0, 0)


def test_every_table_mixes_the_sectors_and_has_no_two_of_one_visiting_region(
    office: Office, kept: dict[str, Any], badges: dict[str, str]
) -> None:
    of = {badges[row["E-mail"]]: row for row in office.rows("registrations")}

    for tables in seats_of(kept):
        for table in tables:
            assert len({of[who]["Sectors"] for who in table}) == 2
            visiting = Counter(of[who]["Delegation"] for who in table)
            visiting.pop(HOME)
            assert set(visiting.values()) <= {1}
    for trait in kept["alike"].values():
        assert trait["pairs"] == trait["least"]


def test_who_offers_what_a_guest_looks_for_is_suggested_and_found(
    office: Office, badges: dict[str, str]
) -> None:
    rows = {badges[row["E-mail"]]: row for row in office.rows("registrations")}
    guest = next(
        badge
        for badge, row in rows.items()
        if row["Delegation"] != HOME and "hospital" in row["What are you looking for?"].lower()
    )
    partners = office.says(BEFORE, "partners", guest)["partners"]
    sought = office.says(BEFORE, "seeking", "hospitals", "--side", "offers")["delegates"]

    offering = {who for who, row in rows.items() if "hospital" in row["What do you offer?"].lower()}
    assert {each["badge_number"] for each in sought} == offering
    likely = [
        each for each in partners if "hospital" in " ".join(each["why"]["they_offer"]).lower()
    ]
    assert likely
    assert {each["badge_number"] for each in likely} <= offering
    asked = {
        badges[r["Host e-mail"]]
        for r in office.rows("requests")
        if badges[r["Guest e-mail"]] == guest
    }
    assert not asked & {each["badge_number"] for each in partners}


def test_all_80_meetings_that_are_wanted_have_a_place_after_the_rounds(
    office: Office, planned: dict[str, Any]
) -> None:
    regions = {row["E-mail"]: row["Delegation"] for row in office.rows("registrations")}
    wanted = {(row["Guest e-mail"], row["Host e-mail"]) for row in office.rows("requests")}

    assert planned["placed"] == planned["wanted"] == len(wanted) == 80
    assert planned["unplaced"] == []
    assert min(each["slot"] for each in planned["meetings"]) == "2016-10-06T13:30:00+02:00"
    assert all(regions[guest] != HOME == regions[host] for guest, host in wanted)


def test_who_comes_late_is_fitted_in_and_still_nobody_meets_twice(
    played: dict[str, Any], badges: dict[str, str], office: Office
) -> None:
    (absent,), (late,) = office.sample.absent, office.sample.late
    seats = seats_of(played["kept"])
    rounds_of = Counter(who for tables in seats for table in tables for who in table)

    assert played["moved"] == 0
    assert met_twice(seats) == []
    assert (rounds_of[badges[late]], rounds_of[badges[absent]]) == (3, 0)
    assert len(rounds_of) == 63


def test_the_closing_report_says_what_came_of_it(office: Office, played: dict[str, Any]) -> None:
    del played
    file = office.folder / "report.pdf"
    said = office.says(EVENING, "report", "-o", file)["headline"]

    assert "48 clusters from two countries applied, and 47 from two countries took part." in said
    assert "16 other organisations applied as well and took part." in said
    assert "79 B2C meetings were held. One more had been planned but was lost" in said
    assert "a joint proposal after eleven meetings (Horizon 2020)" in said
    assert "79B2Cmeetingswereheld" in text_of(file)
