"""A file becomes registrations: what a person says of it comes first, problems are told."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from app.delegates.reading.presets import GUESSED
from app.delegates.reading.refusals import (
    FieldMappedTwice,
    UnknownColumn,
    UnknownField,
    UnknownPreset,
)
from app.delegates.reading.registrations import (
    FIELDS,
    PRESETS,
    ReadingOrder,
    read_registrations,
)
from app.delegates.registration import Kind, Status
from app.progress import Cancelled, Progress
from tests.app.delegates.reading.files import fields, problems, read, read_one
from tests.spreadsheets import PEOPLE, xlsx


def test_a_person_s_mapping_comes_first(tmp_path: Path) -> None:
    person = read_one(
        tmp_path,
        "Name,Company,Firm I stand for,Company\nAda,A,B,C\n",
        {"firm  i STAND for": "organisation", "company.1": "note"},
    )

    assert (person.organisation, person.note) == ("B", "C")


@pytest.mark.parametrize("nothing", ["", "-"])
def test_a_column_can_be_ignored(nothing: str, tmp_path: Path) -> None:
    person = read_one(tmp_path, "Name,Company\nAda,A\n", {"Company": nothing})

    assert person.organisation == ""


def test_a_mapping_may_find_the_header(tmp_path: Path) -> None:
    order = ReadingOrder(mapping={"Wer": "full_name"})

    reading = read(tmp_path, "Name of the event,x\nWer,Was\nAda Lovelace,y\n", order)

    assert [person.full_name for person in reading.rows] == ["Ada Lovelace"]


def test_a_mapping_beats_a_preset(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "Order code,Attendee name,Company,Badge,Checked in\nA1,Ada Lovelace,A,B,\n",
        ReadingOrder(mapping={"Badge": "organisation"}),
    )

    assert reading.preset == "pretix-checkinlist"
    assert [person.organisation for person in reading.rows] == ["B"]


def test_several_columns_may_hold_sectors(tmp_path: Path) -> None:
    person = read_one(
        tmp_path, "Name,One,Two\nAda,ICT,Food\n", {"One": "sectors", "Two": "sectors"}
    )

    assert person.sectors == ("ICT", "Food")


def test_an_unknown_field_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownField) as refusal:
        read(tmp_path, "Name\nAda\n", ReadingOrder(mapping={"Name": "nickname"}))

    assert refusal.value.facts() == {"field": "nickname", "known": FIELDS}


def test_an_unknown_column_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownColumn) as refusal:
        read(tmp_path, "Name,Firm\nAda,A\n", ReadingOrder(mapping={"Farm": "organisation"}))

    assert refusal.value.facts() == {"column": "Farm", "known": ("Name", "Firm")}


def test_an_unknown_preset_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownPreset) as refusal:
        read(tmp_path, "Name\nAda\n", ReadingOrder(preset="b2match"))

    assert refusal.value.facts() == {"preset": "b2match", "known": (*PRESETS, GUESSED)}


def test_two_columns_for_one_value_are_refused(tmp_path: Path) -> None:
    mapping = {"One": "organisation", "Two": "organisation"}

    with pytest.raises(FieldMappedTwice) as refusal:
        read(tmp_path, "Name,One,Two\nAda,A,B\n", ReadingOrder(mapping=mapping))

    assert refusal.value.facts() == {"field": "organisation", "columns": ("One", "Two")}


HEADER = "Name,E-mail,Phone,Country,Status\n"


def test_a_cell_that_can_not_be_read_leaves_the_rest_of_its_row(tmp_path: Path) -> None:
    reading = read(tmp_path, HEADER + "Ada Lovelace,ada @x.org,4.5E+10,Narnia,perhaps\n")
    (person,) = reading.rows

    assert (person.full_name, person.email, person.phone) == ("Ada Lovelace", "", "")
    assert (person.country, person.status) == ("", None)
    assert sorted(problems(reading)) == [
        (2, "Country", "unknown_country", "Narnia"),
        (2, "E-mail", "damaged_email", "ada @x.org"),
        (2, "Phone", "damaged_phone", "4.5E+10"),
        (2, "Status", "unknown_status", "perhaps"),
    ]


def test_a_row_without_a_name_is_a_problem(tmp_path: Path) -> None:
    reading = read(tmp_path, HEADER + ",ada@x.org,,,\n,,12,,\n , ,,,\n")

    assert reading.rows == ()
    assert problems(reading) == [(2, "", "no_name", "ada@x.org"), (3, "", "no_name", "12")]


def test_problems_stand_in_the_order_of_their_lines(tmp_path: Path) -> None:
    reading = read(tmp_path, HEADER + ",a@x.org\nAda,x\nBen,,,,,,more\nCleo,x\n")

    assert [each.line for each in reading.problems] == [2, 3, 4, 5]


def test_a_blank_cell_says_nothing(tmp_path: Path) -> None:
    person = read_one(tmp_path, HEADER + "Ada, , ,-,\n")

    assert (person.email, person.phone, person.country, person.status) == ("", "", "", None)


def test_an_organisation_s_kind_is_taken_from_its_own_column_first(tmp_path: Path) -> None:
    person = read_one(
        tmp_path, "Name,Ticket type,Organisation type\nAda,Company ticket,University\n"
    )

    assert (person.kind, person.badge_type) == (Kind.UNIVERSITY, "Company ticket")


def test_attention_asked_for_in_words_is_given_in_words(tmp_path: Path) -> None:
    reading = read(
        tmp_path, "Name,Special needs,Notes\nAda,Ramp,x\nBen,no,x\nCleo,yes,loud\nDov,yes,\n"
    )

    assert [person.attention for person in reading.rows] == ["Ramp", "", "loud", "yes"]


def test_a_ticket_and_an_id_of_a_list_are_keys(tmp_path: Path) -> None:
    person = read_one(tmp_path, "Name,QR code,Participant ID\nAda,xyz,17\n")

    assert (person.ticket_secret, person.keys) == ("xyz", ("ticket:xyz", "id:17"))


def test_a_plain_number_of_a_row_is_no_key(tmp_path: Path) -> None:
    assert read_one(tmp_path, "ID,Name\n1,Ada\n").keys == ()


def test_capitals_are_kept(tmp_path: Path) -> None:
    person = read_one(tmp_path, "Name,Status\nRonald McDONALD,Paid\n")

    assert (person.full_name, person.status) == ("Ronald McDONALD", Status.ACCEPTED)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_progress_is_told_every_500_rows(kind: str, tmp_path: Path) -> None:
    rows = [PEOPLE[0], *[(f"Ada {number}", "", "", "") for number in range(1_200)]]
    path = tmp_path / f"list.{kind}"
    text = "\n".join(",".join(row) for row in rows) + "\n"
    path.write_bytes(xlsx(rows) if kind == "xlsx" else text.encode())
    told: list[Progress] = []

    read_registrations(path, report=told.append)

    done = [progress.done for progress in told]
    assert len(done) == 3
    assert max(after - before for before, after in pairwise([0, *done])) <= 501
    assert all(progress.done <= progress.total for progress in told)
    assert told[-1].done == told[-1].total


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_reading_can_be_stopped(kind: str, tmp_path: Path) -> None:
    rows = [PEOPLE[0], *[(f"Ada {number}", "", "", "") for number in range(600)]]
    path = tmp_path / f"list.{kind}"
    text = "\n".join(",".join(row) for row in rows)
    path.write_bytes(xlsx(rows) if kind == "xlsx" else text.encode())

    def stop(_progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_registrations(path, report=stop)


def test_the_fields_of_a_reading_are_those_a_column_can_be_mapped_to(tmp_path: Path) -> None:
    reading = read(tmp_path, "Name,Company\nAda,A\n")

    assert set(fields(reading).values()) <= set(FIELDS)


@pytest.mark.parametrize("below", ["Total,12", ",12"])
def test_the_sum_below_a_list_is_nobody(tmp_path: Path, below: str) -> None:
    reading = read(tmp_path, f"First name,Last name\nAda,Lovelace\n{below}\n")

    assert [person.full_name for person in reading.rows] == ["Ada Lovelace"]
    assert [code for _line, _column, code, _text in problems(reading)] == ["no_name"]
