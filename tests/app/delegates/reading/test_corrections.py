"""A person says what cells should say instead; the file stays as it is."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from pathlib import Path

import pytest

from app.delegates.reading.refusals import UnknownColumn
from app.delegates.reading.registrations import Reading, ReadingOrder, read_registrations
from tests.app.delegates.reading.files import problems, read
from tests.spreadsheets import xlsx

LIST = "Name,E-mail,Country,\nAda Lovelace,ada.x.org,Narnia,\n,ben@x.org\n"


def corrected(folder: Path, corrections: Mapping[tuple[int, str], str]) -> Reading:
    return read(folder, LIST, ReadingOrder(corrections=corrections))


def test_a_corrected_cell_is_read_as_corrected(tmp_path: Path) -> None:
    reading = corrected(tmp_path, {(2, "e-MAIL"): "ada@x.org", (2, "Country"): "Malta"})

    assert (reading.rows[0].email, reading.rows[0].country) == ("ada@x.org", "MT")
    assert problems(reading) == [(3, "", "no_name", "ben@x.org")]


def test_a_row_that_was_rejected_is_taken_once_corrected(tmp_path: Path) -> None:
    reading = corrected(tmp_path, {(3, "Name"): "Ben Nevis"})

    assert [person.full_name for person in reading.rows] == ["Ada Lovelace", "Ben Nevis"]


def test_a_row_that_ends_early_can_be_corrected_behind_its_end(tmp_path: Path) -> None:
    reading = corrected(tmp_path, {(3, "Name"): "Ben Nevis", (3, "Country"): "GB"})

    assert reading.rows[1].country == "GB"


def test_a_correction_can_be_wrong_too(tmp_path: Path) -> None:
    reading = corrected(tmp_path, {(2, "Country"): "Mordor", (2, "E-mail"): ""})

    assert (2, "Country", "unknown_country", "Mordor") in problems(reading)
    assert reading.rows[0].email == ""


def test_a_line_that_is_not_there_is_passed_over(tmp_path: Path) -> None:
    assert corrected(tmp_path, {(99, "Name"): "X"}).rows == corrected(tmp_path, {}).rows


def test_a_column_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownColumn):
        corrected(tmp_path, {(2, "Land"): "Malta"})


def test_workbooks_are_corrected_alike(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    file.write_bytes(xlsx([("Name", "Country"), ("Ada", "Narnia")]))

    reading = read_registrations(file, ReadingOrder(corrections={(2, "Country"): "Malta"}))

    assert (reading.rows[0].country, reading.problems) == ("MT", ())


def test_an_order_passes_to_another_process_and_back() -> None:
    order = ReadingOrder(mapping={"Wer": "full_name"}, corrections={(2, "Wer"): "Ada"})

    assert pickle.loads(pickle.dumps(order)) == order  # noqa: S301 - our own
    assert pickle.loads(pickle.dumps(ReadingOrder())) == ReadingOrder()  # noqa: S301 - our own


def test_a_column_without_a_header_is_named_by_its_place(tmp_path: Path) -> None:
    how = ReadingOrder(mapping={"#2": "organisation"})

    reading = read(tmp_path, "Name,,Country\nAda,Engines,GB\n", how)

    assert reading.rows[0].organisation == "Engines"
