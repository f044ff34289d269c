"""What the Event page does, without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.app.cli.conftest import Terminal


def test_the_event_tells_of_itself(prepared: Terminal) -> None:
    answer = prepared.asks("event")

    assert (answer["name"], answer["tables"], answer["delegates"]) == ("Cluster days", 12, 3)
    prepared.run("event")
    assert "1 accepted" in prepared.out


def test_facts_are_changed_from_the_command_line(prepared: Terminal) -> None:
    answer = prepared.asks("event", "--name", "Days", "--venue", "Hall 3")

    assert (answer["name"], answer["venue"], answer["city"]) == ("Days", "Hall 3", "Vilnius")


def test_a_logo_is_set_and_removed(prepared: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    Image.new("RGB", (300, 100), (0, 82, 155)).save(file)

    there = prepared.asks("event", "--logo", str(file))["logo_bytes"]
    refused = prepared.asks("event", "--logo", str(tmp_path / "none.png"))
    gone = prepared.asks("event", "--no-logo")["logo_bytes"]

    assert there > 0
    assert (refused["refused"], refused["fault"]) == ("logo_unusable", "unreadable")
    assert gone == 0


def test_days_are_added_and_taken_out(prepared: Terminal) -> None:
    added = prepared.asks("days", "--add", "2027-03-18", "--like", "2027-03-16")
    left = prepared.asks("days", "--remove", "2027-03-17")

    assert [len(day["blocks"]) for day in added["days"]] == [1, 1, 1]
    assert [day["date"] for day in left["days"]] == ["2027-03-16", "2027-03-18"]


def test_blocks_are_added_changed_and_taken_out(prepared: Terminal) -> None:
    prepared.asks("blocks", "--add", "2027-03-16/14:00-15:00", "--slot", "30", "--gap", "0")
    changed = prepared.asks(
        "blocks", "--change", "2027-03-16/14:00", "--to", "14:00-16:00", "--slot", "60"
    )
    left = prepared.asks("blocks", "--remove", "2027-03-16/10:15")

    block = changed["days"][0]["blocks"][1]
    assert (block["slot_minutes"], block["gap_minutes"], len(block["slots"])) == (60, 0, 2)
    assert len(left["days"][0]["blocks"]) == 1
    prepared.run("blocks")
    assert "14:00-16:00: 2 slots of 60 min" in prepared.out


def test_tables_are_added_renamed_zoned_and_taken_out(prepared: Terminal) -> None:
    prepared.asks("tables", "--rename", "1=Stand A")
    prepared.asks("tables", "--zone", "North", "--table", "2", "--table", "3")
    prepared.asks("tables", "--remove", "4", "--remove", "5")
    answer = prepared.asks("tables", "--add", "1", "--zone", "South")

    labels = [(table["label"], table["zone"]) for table in answer["tables"]]
    assert labels[:4] == [("Stand A", ""), ("2", "North"), ("3", "North"), ("6", "")]
    assert labels[-1] == ("13", "South")


def test_an_organisation_is_given_a_short_name_that_is_taken_back(prepared: Terminal) -> None:
    (first, *_) = prepared.asks("organisations")["organisations"]

    named = prepared.asks("short-name", first["name"], "Short")
    prepared.run("short-name", first["name"], "Much too long for it")
    refused = prepared.err
    prepared.run("organisations")
    listed = prepared.out
    blank = prepared.asks("short-name", first["name"], "")

    assert named["organisation"]["short_name"] == "Short"
    assert "Find one of 14 letters at most." in refused
    assert f"{first['name']} (Short)" in listed
    assert blank["organisation"]["short_name"] == ""


@pytest.mark.parametrize(
    ("command", "refused"),
    [
        (("days", "--remove", "2027-05-01"), "unknown_day"),
        (("days", "--add", "2027-03-16"), "day_stands"),
        (("blocks", "--remove", "2027-03-16/09:00"), "unknown_block"),
        (("tables", "--rename", "99=A"), "unknown_table"),
        (("tables", "--rename", "1=2"), "table_label_taken"),
        (("tables", "--rename", "1= "), "event_not_possible"),
    ],
)
def test_what_can_not_be_is_refused_in_words(
    prepared: Terminal, command: tuple[str, ...], refused: str
) -> None:
    answer = prepared.asks(*command)
    prepared.run(*command)

    assert (prepared.status, answer["refused"]) == (1, refused)
    assert prepared.err.strip().endswith(".")


def test_columns_say_what_they_are_taken_for(prepared: Terminal) -> None:
    file = prepared.folder / "odd.csv"
    file.write_text("Name,Spalte 9\nGrace Hopper,x\n")

    answer = prepared.asks("columns", str(file))
    prepared.run("columns", str(file))

    assert [column["field"] for column in answer["columns"]] == ["full_name", ""]
    assert "Spalte 9: not matched; perhaps attention" in prepared.out


def test_kept_mappings_are_listed(prepared: Terminal) -> None:
    file = prepared.folder / "odd.csv"
    file.write_text("Wer\nGrace Hopper\n")
    prepared.asks("import", str(file), "--map", "Wer=full_name", "--save-mapping", "odd")

    answer = prepared.asks("mappings")
    prepared.run("mappings")

    assert answer["mappings"][0]["columns"] == {"Wer": "full_name"}
    assert prepared.out.strip() == "odd: Wer = full_name"


def test_cells_are_corrected_from_the_command_line(prepared: Terminal) -> None:
    file = prepared.folder / "odd.csv"
    file.write_text("Name,Country\nGrace Hopper,Narnia\n")

    answer = prepared.asks("import", str(file), "--correct", "2:Country=US")

    assert (answer["created"], answer["remarks"]) == (1, [])


@pytest.mark.parametrize("written", ["Country=US", "2:=US", "x:Country=US", "2:Country"])
def test_a_correction_is_written_in_one_way(prepared: Terminal, written: str) -> None:
    prepared.run("import", "people.csv", "--correct", written)

    assert prepared.status == 2
