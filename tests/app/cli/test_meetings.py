"""Requests and meetings from the command line."""

from __future__ import annotations

import pytest

from tests.app.cli.conftest import Terminal


@pytest.fixture
def hall(prepared: Terminal) -> Terminal:
    """A terminal on an event where A-1 Ada and A-2 Łukasz are accepted, A-3 Ute is not."""
    prepared.run("status", "A-2", "accepted")
    return prepared


def imports(terminal: Terminal, what: str, *lines: str, dry_run: bool = False) -> dict[str, object]:
    file = terminal.folder / f"{what}.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    return terminal.asks("import", str(file), "--what", what, *["--dry-run"] * dry_run)


def test_requests_are_imported_rehearsed_and_told(hall: Terminal) -> None:
    lines = ("Guest e-mail,Host,Priority", "ada@example.org,A-2,1", "ada@example.org,A-9,1")

    rehearsed = imports(hall, "requests", *lines, dry_run=True)
    imported = imports(hall, "requests", *lines)
    again = imports(hall, "requests", *lines)

    assert (rehearsed["created"], rehearsed["dry_run"]) == (1, True)
    assert (imported["rows"], imported["created"], imported["doubtful"]) == (2, 1, [])
    assert imported["rejected"] == [
        {"line": 3, "column": "Host", "code": "unknown_delegate", "text": "A-9"}
    ]
    assert (again["unchanged"], again["unit"]) == (1, None)
    hall.run("import", str(hall.folder / "requests.csv"), "--what", "requests")
    assert "Nobody is registered so. Write a badge number" in hall.out
    hall.run("undo")
    assert hall.asks("requests")["requests"] == []


def test_what_both_sides_want_is_counted_and_what_contradicts_is_told(hall: Terminal) -> None:
    imported = imports(
        hall,
        "requests",
        "Guest,Host,Slot",
        "A-1,A-2,2027-03-16 10:40",
        "A-2,A-1,2027-03-16 11:05",
    )
    hall.run("import", str(hall.folder / "requests.csv"), "--what", "requests")

    assert (imported["created"], imported["mutual"]) == (2, 1)
    assert "Look at: line 3, column “Slot”: The other side is fixed to another slot." in hall.out


def test_meetings_are_imported_with_their_clashes_told(hall: Terminal) -> None:
    imported = imports(
        hall,
        "meetings",
        "Guest,Host,Time,Date,Table",
        "A-1,A-2,10:40,2027-03-16,3",
        "A-1,A-3,10:40,2027-03-16,4",
    )
    hall.run("status", "A-3", "accepted")
    clashing = imports(hall, "meetings", "Guest,Host,Time,Date,Table", "A-1,A-3,10:40,2027-03-16,4")

    assert imported["created"] == 1
    assert [each["code"] for each in imported["rejected"]] == ["not_coming"]  # type: ignore[attr-defined] # JSON
    assert clashing["rejected"] == [
        {
            "line": 2,
            "column": "Time",
            "code": "clash_of_people",
            "text": "A-1 Ada Byron: M-A1, Łukasz Wójcik – Ada Byron, 2027-03-16T10:40, 3",
        }
    ]


def test_columns_of_a_list_are_named_with_the_fields_of_meetings(hall: Terminal) -> None:
    file = hall.folder / "list.csv"
    file.write_text("A,B\nA-1,A-2\n", encoding="utf-8")

    refused = hall.asks("import", str(file), "--what", "requests")
    done = hall.asks(
        "import", str(file), "--what", "requests", "--map", "A=guest", "--map", "B=host"
    )

    assert refused == {"refused": "no_sides_found", "file": "list.csv", "headers": ["A", "B"]}
    assert done["created"] == 1


def test_a_desk_notes_requests_and_shows_them(hall: Terminal) -> None:
    answer = hall.asks(
        *("request", "A-1", "A-2", "ute@example.org", "--priority", "1", "--slot"),
        *("2027-03-16T10:40", "--table", "5", "--not-slot", "2027-03-16T10:15", "--note", "Wind"),
    )

    first, second = answer["requests"]
    assert (first["number"], second["number"]) == ("R-A1", "R-A2")
    assert first["guests"][0]["badge_number"] == "A-1"
    assert first["slot"] == "2027-03-16T10:40:00+02:00"
    assert first["forbidden"] == ["2027-03-16T10:15:00+02:00"]
    assert (first["table"], first["note"], first["worth"]) == ("5", "Wind", 3)
    assert (first["kind"], first["state"], second["state"]) == ("b2b", "open", "not_coming")
    hall.run("requests", "--delegate", "A-3")
    assert "R-A2  A-1 Ada Byron asks A-3 Ute Straße" in hall.out
    hall.run("undo")
    assert hall.asks("requests")["requests"] == []


def test_who_asks_back_from_the_desk_makes_it_mutual(hall: Terminal) -> None:
    hall.run("request", "A-1", "A-2,A-3")
    answer = hall.asks("request", "A-2,A-3", "A-1")

    assert [(each["number"], each["mutual"]) for each in answer["requests"]] == [("R-A1", True)]


def test_a_request_is_corrected_withdrawn_and_reinstated(hall: Terminal) -> None:
    hall.run("request", "A-1", "A-2", "--table", "5", "--slot", "2027-03-16T10:40")

    changed = hall.asks("change-request", "R-A1", "--any-slot", "--table", "", "--kind", "c2c")
    withdrawn = hall.asks("withdraw", "r-a1")
    again = hall.asks("reinstate", "R-A1")

    assert (changed["requests"][0]["slot"], changed["requests"][0]["table"]) == (None, "")
    assert (changed["requests"][0]["kind"], changed["requests"][0]["kind_is_set"]) == ("c2c", True)
    assert withdrawn["requests"][0]["state"] == "withdrawn"
    assert again["requests"][0]["state"] == "open"


@pytest.mark.parametrize(
    ("command", "refused"),
    [
        (("request", "A-1", "A-1"), "with_themselves"),
        (("request", "A-1", "A-2", "--priority", "7"), "priority"),
        (("request", "A-1", "A-2", "--slot", "2027-03-16T09:00"), "unknown_slot"),
        (("request", "A-1", "A-2", "--table", "99"), "unknown_table"),
        (("request", "A-1", "A-2", "--need", "Piano"), "unknown_resource"),
        (("request", "A-1", ","), "nobody"),
        (("withdraw", "R-A9"), "unknown_request"),
        (("unavailable", "A-1", "--from", "2027-03-16T10:00"), "stretch_not_possible"),
        (
            ("unavailable", "A-1", "--remove", "00000000-0000-4000-8000-000000000000"),
            "unknown_stretch",
        ),
        (("resources", "--set", " "), "resource_not_possible"),
        (("resources", "--remove", "Piano"), "unknown_resource"),
        (("plan-rules", "--most-in-row", "0"), "rules_not_possible"),
    ],
)
def test_what_can_not_be_is_refused_with_a_code_and_a_sentence(
    hall: Terminal, command: tuple[str, ...], refused: str
) -> None:
    answer = hall.asks(*command)

    assert hall.status == 1
    assert refused in {answer["refused"], answer.get("reason")}
    hall.run(*command)
    assert hall.err.strip().endswith((".", "…"))


def test_the_same_request_twice_names_the_one_that_stands(hall: Terminal) -> None:
    hall.run("request", "A-1", "A-2")

    answer = hall.asks("request", "A-1", "A-2")

    assert answer["refused"] == "request_stands"
    assert answer["request"]["number"] == "R-A1"


def test_delegates_are_elsewhere_for_a_while(hall: Terminal) -> None:
    noted = hall.asks(
        "unavailable",
        *("A-1", "--from", "2027-03-16T10:00", "--to", "2027-03-16T11:00", "--why", "Visit"),
    )
    hall.run("unavailable", "A-1")
    assert "16 March, 10:00 to 16 March, 11:00  Visit" in hall.out

    (stretch,) = noted["unavailable"]
    left = hall.asks("unavailable", "A-1", "--remove", stretch["id"])

    assert stretch["starts_at"] == "2027-03-16T10:00:00+02:00"
    assert left["unavailable"] == []


def test_scarce_things_are_noted_corrected_and_taken_out(hall: Terminal) -> None:
    time = "2027-03-16T10:00/2027-03-16T12:00"
    hall.run("resources", "--set", "Interpreter FR", "--at-once", "2")
    noted = hall.asks("resources", "--set", "Interpreter FR", "--time", time)
    hall.run("resources")
    assert "Interpreter FR: 1 at once, 16 March, 10:00 to 16 March, 12:00" in hall.out
    left = hall.asks("resources", "--remove", "Interpreter FR")

    (interpreter,) = noted["resources"]
    assert (interpreter["at_once"], len(interpreter["times"])) == (1, 1)
    assert left["resources"] == []
    hall.run("undo")
    assert len(hall.asks("resources")["resources"]) == 1


def test_what_plans_keep_to_is_shown_and_changed(hall: Terminal) -> None:
    hall.run("plan-rules", "--most-meetings", "8", "--mutual-worth", "5")
    answer = hall.asks("plan-rules", "--most-meetings", "none")

    assert answer == {
        "mutual_worth": 5,
        "first_worth": 3,
        "second_worth": 2,
        "third_worth": 1,
        "most_meetings": None,
        "most_in_row": None,
    }
    hall.run("plan-rules")
    assert "most meetings: no limit" in hall.out
