"""Where people may meet, set without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desks import Desks
from tests.app.cli.conftest import Terminal
from tests.app.event.conftest import MeetingBuilder
from tests.building import DESK_1, EventBuilder

FROM_ELEVEN = ("--from", "2027-03-16T11:00")


def test_a_table_is_closed_and_reopened(prepared: Terminal) -> None:
    closed = prepared.asks(
        "close-table", "4", *FROM_ELEVEN, "--to", "2027-03-16T12:00", "--reason", "Lamp"
    )
    prepared.run("closures", "--at", "2027-03-16T09:00")
    shown = prepared.out
    opened = prepared.asks("reopen-table", "4")

    (closure,) = closed["closures"]
    assert (closure["table"], closure["zone"], closure["reason"]) == ("4", "", "Lamp")
    assert closure["starts_at"] == "2027-03-16T11:00:00+02:00"
    assert shown.strip() == "Table 4: closed from 11:00 to 12:00 (Lamp)"
    assert opened == {"closures": []}


def test_closing_is_undone(prepared: Terminal) -> None:
    prepared.asks("close-table", "4", "5", *FROM_ELEVEN)
    prepared.asks("undo")

    assert prepared.asks("closures") == {"closures": []}
    prepared.run("closures")
    assert prepared.out.strip() == "Nothing is closed."


def test_a_zone_is_closed_for_the_event(prepared: Terminal) -> None:
    prepared.asks("tables", "--zone", "North", "--table", "2", "--table", "3")
    prepared.asks("close-table", "--zone", "North")
    prepared.run("closures")

    assert prepared.out.strip() == "Zone North: closed for the event"
    assert prepared.asks("capacity")["closed"] == 2 * 12
    assert prepared.asks("reopen-table", "--zone", "North") == {"closures": []}


def test_zones_are_renamed_and_said_to_be_far(prepared: Terminal) -> None:
    prepared.asks("tables", "--zone", "North", "--table", "2")
    prepared.asks("tables", "--zone", "South", "--table", "3")
    far = prepared.asks("zones", "--rename", "South", "Hall 1", "--far", "North", "Hall 1")
    prepared.run("zones")
    shown = prepared.out
    near = prepared.asks("zones", "--near", "Hall 1", "North")

    assert far["zones"] == [
        {"name": "Hall 1", "tables": 1, "far": ["North"]},
        {"name": "North", "tables": 1, "far": ["Hall 1"]},
    ]
    assert "North: 1 tables, too far from Hall 1 for one changeover" in shown
    assert [zone["far"] for zone in near["zones"]] == [[], []]


def test_tables_are_given_to_owners(prepared: Terminal) -> None:
    given = prepared.asks(
        *("tables", "--table", "4", "--owner", "Analytic Engines", "--owner-delegate", "A-2")
    )
    prepared.run("tables")
    shown = prepared.out
    taken = prepared.asks("tables", "--table", "4", "--no-owner")

    owners = [(owner["kind"], owner["name"]) for owner in given["tables"][3]["owners"]]
    assert owners == [("organisation", "Analytic Engines"), ("delegate", "Łukasz Wójcik")]
    assert "4    own table of Analytic Engines, Łukasz Wójcik" in shown
    assert taken["tables"][3]["owners"] == []


def test_the_hall_tells_how_much_it_holds(prepared: Terminal) -> None:
    prepared.asks("tables", "--table", "4", "--owner", "Analytic Engines")
    prepared.asks("close-table", "5", *FROM_ELEVEN, "--to", "2027-03-16T11:10")

    told = prepared.asks("capacity")
    prepared.run("capacity")

    assert (told["tables"], told["own_tables"], told["slots"]) == (11, 1, 12)
    assert (told["places"], told["closed"], told["wanted"], told["spare"]) == (131, 1, 0, None)
    assert prepared.out.splitlines() == [
        "2027-03-16: 11 tables x 6 slots - 1 closed = 65; 6 at 1 own tables",
        "2027-03-17: 11 tables x 6 slots = 66; 6 at 1 own tables",
        "131 places, 0 more at own tables; 0 are wanted",
    ]


@pytest.mark.parametrize(
    ("command", "refused"),
    [
        (("close-table", "99"), "unknown_table"),
        (("close-table", "--zone", "West"), "unknown_zone"),
        (("close-table", "4", "--from", "half past"), "time_unreadable"),
        (("close-table", "4", *FROM_ELEVEN, "--to", "2027-03-16T10:00"), "event_not_possible"),
        (("reopen-table", "4"), "not_closed"),
        (("reopen-table", "4", "5"), "not_closed"),
        (("zones", "--far", "North", "West"), "unknown_zone"),
        (("tables", "--table", "4", "--owner", "Nobody"), "unknown_organisation"),
    ],
)
def test_what_can_not_be_is_refused_in_words(
    prepared: Terminal, command: tuple[str, ...], refused: str
) -> None:
    answer = prepared.asks(*command)
    prepared.run(*command)

    assert (prepared.status, answer["refused"]) == (1, refused)
    assert prepared.err.strip().endswith(".")


def test_a_closed_table_is_not_closed_again(prepared: Terminal) -> None:
    prepared.asks("tables", "--zone", "North", "--table", "4")
    prepared.asks("close-table", "4", "5")
    prepared.asks("close-table", "--zone", "North")

    assert prepared.asks("close-table", "4", "5", *FROM_ELEVEN)["refused"] == "closed_already"
    assert prepared.asks("close-table", "--zone", "North")["refused"] == "closed_already"
    prepared.asks("reopen-table", "4")
    prepared.run("reopen-table", "4")
    assert "Table 4 is closed only with “North”. Reopen the zone." in prepared.err


@pytest.mark.parametrize("command", ["close-table", "reopen-table"])
@pytest.mark.parametrize("which", [(), ("4", "--zone", "North")])
def test_either_tables_or_a_zone_are_named(
    prepared: Terminal, command: str, which: tuple[str, ...]
) -> None:
    prepared.run(command, *which)

    assert prepared.status == 2


@pytest.mark.parametrize(
    ("command", "lost"),
    [
        (("close-table", "4"), 1),
        (("tables", "--remove", "4"), 1),
        (("blocks", "--remove", "2027-03-16/10:15"), 2),
        (("blocks", "--change", "2027-03-16/10:15", "--to", "10:45-12:40"), 2),
        (("days", "--remove", "2027-03-16"), 2),
    ],
)
def test_meetings_lose_their_place_only_if_that_is_said(
    terminal: Terminal, command: tuple[str, ...], lost: int
) -> None:
    terminal.makes_event()
    event = Desks(DESK_1).open(Path(terminal.event))
    meetings = MeetingBuilder(EventBuilder(event))
    meetings.meeting("4", 0)
    meetings.meeting("5", 0)
    event.close()

    refused = terminal.asks(*command)
    terminal.run(*command, "--losing", str(lost))

    assert refused == {"refused": "meetings_lose_place", "meetings": lost}
    assert terminal.status == 0
