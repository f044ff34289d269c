from __future__ import annotations

import csv
from pathlib import Path

import pytest
from filelock import FileLock
from pypdf import PdfReader

from app.printing.readback import codes_in
from tests.app.cli.conftest import Terminal

MORNING = ("--at", "2027-03-16T08:40")


def test_an_event_is_made_and_verifies(terminal: Terminal) -> None:
    terminal.makes_event()

    answer = terminal.asks("verify")

    assert (terminal.status, answer["ok"], answer["problems"]) == (0, True, [])


def test_a_second_event_never_replaces_the_first(terminal: Terminal) -> None:
    terminal.makes_event()

    terminal.run("new", "--name", "Other", "--timezone", "UTC", "--day", "2027-03-16")

    assert terminal.status == 3
    assert "exists already" in terminal.err


@pytest.mark.parametrize(
    ("option", "value", "reason"),
    [
        ("--timezone", "Europe/Nowhere", "timezone"),
        ("--block", "12:00-10:00", "block_order"),
        ("--block", "ten to twelve", "block_text"),
        ("--block", "10:00-10:10", "no_slot"),
        ("--block", "2027-05-01/10:00-12:00", "block_day"),
        ("--tables", "-1", "tables"),
        ("--slot", "0", "slot_minutes"),
        ("--name", " ", "no_name"),
    ],
)
def test_an_event_that_makes_no_sense_is_refused_and_leaves_no_file(
    terminal: Terminal, option: str, value: str, reason: str
) -> None:
    usual = {"--name": "X", "--timezone": "UTC", "--day": "2027-03-16"}

    answer = terminal.asks(
        "new", *(word for pair in (usual | {option: value}).items() for word in pair)
    )

    assert (terminal.status, answer["refused"], answer["reason"]) == (
        1,
        "event_not_possible",
        reason,
    )
    assert not Path(terminal.event).exists()


def test_import_counts_rows_and_lists_those_it_left_out(terminal: Terminal) -> None:
    terminal.makes_event()

    answer = terminal.imports("Name,E-mail,Country", "Ada Byron,a@x.org,Narnia", ",nobody@x.org,")

    assert (answer["rows"], answer["created"], answer["updated"], answer["unchanged"]) == (
        2,
        1,
        0,
        0,
    )
    assert [(row["line"], row["code"]) for row in answer["rejected"]] == [(3, "no_name")]
    assert [(cell["line"], cell["code"]) for cell in answer["remarks"]] == [(2, "unknown_country")]


def test_a_dry_run_tells_and_changes_nothing(prepared: Terminal) -> None:
    file = prepared.folder / "more.csv"
    file.write_text("Name\nGrace Hopper\n")

    told = prepared.asks("import", str(file), "--dry-run")
    found = prepared.asks("find", "hopper")

    assert (told["dry_run"], told["created"], found["delegates"]) == (True, 1, [])


def test_a_mapping_is_kept_by_name_and_used_again(prepared: Terminal) -> None:
    file = prepared.folder / "odd.csv"
    file.write_text("Wer,Woher\nGrace Hopper,Yale\n")

    prepared.asks(
        *("import", str(file), "--map", "Wer=full_name", "--map", "Woher=organisation"),
        *("--save-mapping", "odd"),
    )
    file.write_text("Wer,Woher\nMary Shaw,Pittsburgh\n")
    again = prepared.asks("import", str(file), "--mapping", "odd")
    found = prepared.asks("find", "shaw pittsburgh")

    assert (again["created"], len(found["delegates"])) == (1, 1)


def test_a_mapping_nobody_kept_is_refused_with_those_there_are(prepared: Terminal) -> None:
    answer = prepared.asks("import", "x.csv", "--mapping", "odd")

    assert (answer["refused"], prepared.status) == ("unknown_mapping", 1)


def test_find_gives_who_and_where_they_stand(prepared: Terminal) -> None:
    answer = prepared.asks("find", "lukasz wojcik")

    assert answer["delegates"][0] | {"id": ""} == {
        "id": "",
        "badge_number": "A-2",
        "name": "Łukasz Wójcik",
        "organisation": "Silesian Aero Hub",
        "country": "PL",
        "state": "received",
        "networks": [],
    }


def test_badges_of_the_accepted_are_printed_and_let_them_in_once(prepared: Terminal) -> None:
    pdf = prepared.folder / "badges.pdf"

    printed = prepared.asks("print", "badges", "-o", str(pdf))
    (code,) = codes_in(pdf)
    first = prepared.asks("scan", code, *MORNING)
    second = prepared.asks("scan", code, "--desk", "Desk 2", "--at", "2027-03-16T08:45")

    assert (printed["items"], printed["pages"], printed["unprintable"]) == (1, 1, [])
    assert (first["decision"], first["delegate"]["badge_number"]) == ("checked_in", "A-1")
    assert (first["day"], first["at"]) == ("2027-03-16", "2027-03-16T08:40:00+02:00")
    assert (second["refused"], second["delegate"]["name"]) == ("already_in", "Ada Byron")
    assert (second["since"], second["desk"]) == ("2027-03-16T08:40:00+02:00", "Desk 1")


def test_the_same_deed_id_gets_the_same_answer(prepared: Terminal) -> None:
    pdf = prepared.folder / "badges.pdf"
    prepared.run("print", "badges", "-o", str(pdf))
    (code,) = codes_in(pdf)
    repeat = ("--deed-id", "6f9619ff-8b86-4d01-b42d-00cf4fc964ff", *MORNING)

    answers = [prepared.asks("scan", code, *repeat) for _ in range(2)]

    assert answers[0] == answers[1]


def test_only_new_badges_are_printed_when_asked(prepared: Terminal) -> None:
    pdf = str(prepared.folder / "badges.pdf")
    prepared.run("print", "badges", "-o", pdf)

    again = prepared.asks("print", "badges", "-o", pdf, "--only", "new")

    assert (again["refused"], again["printed"], prepared.status) == ("nothing_to_print", 1, 1)


def test_a_corrected_name_makes_a_badge_a_changed_one_with_the_same_code(
    prepared: Terminal,
) -> None:
    first, second = prepared.folder / "1.pdf", prepared.folder / "2.pdf"
    prepared.run("print", "badges", "-o", str(first))
    prepared.run("edit", "A-1", "--family-name", "Lovelace")

    prepared.asks("print", "badges", "-o", str(second), "--only", "changed")

    assert list(codes_in(first)) == list(codes_in(second))
    assert "Lovelace" in PdfReader(second).pages[0].extract_text()


def test_a_name_no_font_has_is_named_and_the_others_are_printed(prepared: Terminal) -> None:
    prepared.run("register", "--given-name", "ขวัญ", "--family-name", "ดี")

    answer = prepared.asks("print", "badges", "-o", str(prepared.folder / "b.pdf"))

    assert answer["items"] == 1
    assert {lack["name"] for lack in answer["unprintable"]} == {"ขวัญ ดี"}


def test_a_reprint_refuses_the_old_badge_and_says_where_it_was_replaced(
    prepared: Terminal,
) -> None:
    pdf = prepared.folder / "badges.pdf"
    prepared.run("print", "badges", "-o", str(pdf))
    (old,) = codes_in(pdf)

    new = prepared.asks("reprint", "ada@example.org", "--reason", "lost")
    refused = prepared.asks("scan", old, *MORNING)
    admitted = prepared.asks("scan", new["code"], *MORNING)

    assert (refused["refused"], refused["delegate"]["badge_number"]) == ("replaced", "A-1")
    assert refused["desk"] == "Desk 1"
    assert admitted["decision"] == "checked_in"


def test_undo_takes_back_the_last_deed_of_that_desk_only(prepared: Terminal) -> None:
    prepared.run("check-in", "A-1", *MORNING)
    prepared.run("status", "A-2", "accepted", "--desk", "Desk 2")

    taken = prepared.asks("undo")
    found = prepared.asks("find", "ada", *MORNING)

    assert taken["kind"] == "CheckedIn"
    assert found["delegates"][0]["state"] == "expected"
    assert prepared.asks("redo")["kind"] == "CheckInTakenBack"


def test_a_delegate_who_left_comes_back_in(prepared: Terminal) -> None:
    prepared.run("check-in", "A-1", *MORNING)
    prepared.run("check-out", "A-1", "--at", "2027-03-16T11:00")

    answer = prepared.asks("check-in", "A-1", "--at", "2027-03-16T13:00")

    assert answer["decision"] == "back_in"


@pytest.mark.parametrize(
    ("delegate", "at", "reason"),
    [
        ("A-2", "2027-03-16T09:00", "not_accepted"),
        ("A-3", "2027-03-16T09:00", "withdrawn"),
        ("A-1", "2027-03-18T09:00", "wrong_day"),
    ],
)
def test_who_may_not_pass_is_told_apart(
    prepared: Terminal, delegate: str, at: str, reason: str
) -> None:
    answer = prepared.asks("check-in", delegate, "--at", at)

    assert (prepared.status, answer["refused"]) == (1, reason)


def test_whose_place_was_taken_is_accepted_again(prepared: Terminal) -> None:
    prepared.asks("substitute", "A-1", "--given-name", "Mary", "--family-name", "Shaw")

    prepared.run("status", "A-1", "accepted")

    assert prepared.status == 0
    assert prepared.asks("check-in", "A-1", *MORNING)["decision"] == "checked_in"
    assert prepared.asks("status", "A-1", "accepted")["refused"] == "nothing_changed"


def test_a_substitute_takes_the_place(prepared: Terminal) -> None:
    answer = prepared.asks("substitute", "A-1", "--given-name", "Mary", "--family-name", "Shaw")
    refused = prepared.asks("check-in", "A-1", *MORNING)

    assert answer["delegate"]["organisation"] == "Analytic Engines"
    assert (refused["refused"], refused["substitute"]["name"]) == ("place_taken", "Mary Shaw")


def test_history_shows_who_did_what(prepared: Terminal) -> None:
    prepared.run("check-in", "A-1", *MORNING, "--on-duty", "Kim")

    deed = prepared.asks("history", "--delegate", "A-1")["deeds"][0]

    assert (deed["kind"], deed["desk"], deed["on_duty"]) == ("CheckedIn", "Desk 1", "Kim")
    assert deed["at"] == "2027-03-16T08:40:00+02:00"


def test_history_never_shows_the_key_that_signs_badges(prepared: Terminal) -> None:
    deeds = prepared.asks("history", "--last", "1000")["deeds"]

    (made,) = [deed for deed in deeds if deed["kind"] == "BadgeKeyMade"]
    assert set(made["facts"]) == {"id", "key_id"}


def test_a_backup_is_an_event_of_its_own(prepared: Terminal) -> None:
    copy = prepared.folder / "copy.matchdesk"
    prepared.run("backup", str(copy))

    prepared.event = str(copy)

    assert prepared.asks("verify")["ok"]
    assert len(prepared.asks("find", "ada")["delegates"]) == 1


def test_doubts_wait_until_a_person_settles_them(prepared: Terminal) -> None:
    imported = prepared.imports("Name,E-mail", "Augusta Byron,ada@example.org")

    (doubt,) = prepared.asks("doubts")["doubts"]
    left = prepared.asks("doubts", "--settle", doubt["id"])["doubts"]

    assert [pair["why"] for pair in imported["doubtful"]] == ["email"]
    assert left == []


def test_doubts_of_merged_people_are_gone(prepared: Terminal) -> None:
    prepared.imports("Name,E-mail", "Augusta Byron,ada@example.org")

    prepared.run("merge", "A-1", "A-4")

    assert prepared.asks("doubts")["doubts"] == []


def test_exported_delegates_read_back(prepared: Terminal) -> None:
    answer = prepared.asks("export", "-o", str(prepared.folder / "out"))

    table = next(Path(file) for file in answer["files"] if file.endswith(".csv"))
    rows = list(csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert [row["Family name"] for row in rows] == ["Byron", "Wójcik", "Straße"]


def test_arrivals_are_counted_of_those_who_are_expected(prepared: Terminal) -> None:
    prepared.run("check-in", "A-1", *MORNING)

    answer = prepared.asks("arrivals", "--day", "2027-03-16")

    assert (answer["checked_in"], answer["expected"]) == (1, 1)


@pytest.mark.parametrize(
    "arguments",
    [("find",), ("frobnicate", "x"), ("status", "EVENT", "A-1", "perhaps"), ("scan", "EVENT")],
)
def test_a_wrong_call_ends_with_two(
    prepared: Terminal, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    command, *rest = arguments

    prepared.run(command, *[word for word in rest if word != "EVENT"][:0])

    assert prepared.status == 2


@pytest.mark.parametrize(
    "content", [None, b"", b"no event at all", b"SQLite format 3\0" + b"\0" * 90]
)
def test_what_is_no_event_is_refused_and_left_alone(
    terminal: Terminal, content: bytes | None
) -> None:
    if content is not None:
        Path(terminal.event).write_bytes(content)

    answer = terminal.asks("find", "x")

    assert (terminal.status, answer["refused"]) == (3, "storage_refused")
    left = Path(terminal.event).read_bytes() if content is not None else None
    assert left == content


def test_a_file_that_cannot_be_written_ends_with_three(prepared: Terminal) -> None:
    answer = prepared.asks("print", "badges", "-o", str(prepared.folder / "no" / "such.pdf"))

    assert (prepared.status, answer["refused"]) == (3, "file_not_written")


def test_people_read_sentences_that_say_what_to_do(prepared: Terminal) -> None:
    prepared.run("scan", "https://example.org", *MORNING)

    assert prepared.err == "Not one of our badges. Nobody was checked in.\n"
    assert prepared.out == ""


def test_a_time_that_is_none_is_refused(prepared: Terminal) -> None:
    answer = prepared.asks("check-in", "A-1", "--at", "half past nine")

    assert (prepared.status, answer["refused"]) == (1, "time_unreadable")


@pytest.mark.parametrize(
    "command",
    [
        ("register", "--given-name", "Mary", "--family-name", "Shaw"),
        ("edit", "A-1", "--phone", "+44 1"),
        ("status", "A-2", "accepted"),
        ("reprint", "A-1", "--reason", "lost"),
    ],
)
def test_every_deed_happens_when_somebody_says(
    prepared: Terminal, command: tuple[str, ...]
) -> None:
    prepared.run(*command, "--at", "2027-03-16T08:55")

    deed = prepared.asks("history", "--last", "1")["deeds"][0]

    assert deed["at"] == "2027-03-16T08:55:00+02:00"


def test_a_print_never_replaces_an_event(prepared: Terminal) -> None:
    answer = prepared.asks("print", "badges", "-o", prepared.event)

    assert (prepared.status, answer["refused"]) == (3, "file_not_written")
    assert prepared.asks("verify")["ok"]


def test_a_print_never_replaces_an_event_of_another_name(prepared: Terminal) -> None:
    prepared.run("backup", str(prepared.folder / "event.db"))
    prepared.event = str(prepared.folder / "event.db")

    answer = prepared.asks("print", "badges", "-o", prepared.event)

    assert (answer["refused"], prepared.asks("verify")["ok"]) == ("file_not_written", True)


def test_badges_are_printed_while_an_import_runs(prepared: Terminal) -> None:
    with FileLock(prepared.event + "-work"):
        answer = prepared.asks("print", "badges", "-o", str(prepared.folder / "b.pdf"))

    assert answer["items"] == 1
    again = prepared.asks("print", "badges", "-o", str(prepared.folder / "b.pdf"), "--only", "new")
    assert again["refused"] == "nothing_to_print"


@pytest.mark.parametrize("text", ["desk_id = [", 'desk_id = "nobody"', 'desk_name = "Desk 1"'])
def test_settings_that_cannot_be_read_are_named(prepared: Terminal, text: str) -> None:
    (prepared.folder / "home" / "settings.toml").write_text(text)

    answer = prepared.asks("find", "ada")

    assert (prepared.status, answer["refused"]) == (3, "settings_unreadable")


def test_an_instant_before_all_calendars_is_refused(prepared: Terminal) -> None:
    answer = prepared.asks("check-in", "A-1", "--at", "0001-01-01T00:00")

    assert (prepared.status, answer["refused"]) == (1, "time_unreadable")


def test_bytes_that_are_no_text_are_wrong_usage(prepared: Terminal) -> None:
    prepared.run("find", "Mar\udce9")

    assert prepared.status == 2


def test_an_import_file_that_is_missing_is_the_environments_fault(prepared: Terminal) -> None:
    answer = prepared.asks("import", str(prepared.folder / "nowhere.csv"))

    assert (prepared.status, answer["refused"], answer["reason"]) == (3, "file_refused", "missing")
