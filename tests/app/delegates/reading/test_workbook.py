"""Workbooks give the text that people see, from the sheet that holds them."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.delegates.reading import workbook
from app.delegates.reading.child import as_text
from app.delegates.reading.limits import Reason
from app.delegates.reading.refusals import FileRefused, UnknownSheet
from app.delegates.reading.registrations import Reading, ReadingOrder, read_registrations
from app.delegates.registration import Status
from tests.spreadsheets import (
    PEOPLE,
    ods,
    sheet_xml,
    text_cell,
    xls,
    xlsx,
    xlsx_of,
    xlsx_parts,
    zipped,
)

ROOT = Path(__file__).parents[4]


def read(folder: Path, data: bytes, sheet: str | None = None) -> Reading:
    path = folder / "list"
    path.write_bytes(data)
    return read_registrations(path, ReadingOrder(sheet=sheet))


@pytest.mark.parametrize("write", [xlsx, ods, xls])
def test_every_kind_of_workbook_is_read(write: object, tmp_path: Path) -> None:
    assert callable(write)

    reading = read(tmp_path, write())

    assert [person.full_name for person in reading.rows] == ["Ada Lovelace", "Åsa Ó Súilleabháin"]
    assert [person.country for person in reading.rows] == ["GB", "IE"]
    assert [person.line for person in reading.rows] == [2, 3]
    assert (reading.sheet, reading.sheets) == ("People", ("People",))


def test_a_cell_that_stands_for_several_rows_is_said_in_each_of_them(tmp_path: Path) -> None:
    listed = (
        ("Guests", ""),
        ("Company", "Name"),
        ("Engine Works", "Ada Lovelace"),
        ("", "Ben Ohm"),
        ("", ""),
        ("", "Cleo Volt"),
        ("", "Dov Watt"),
    )
    merged = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A3:A6"/></mergeCells>'
    sheet = sheet_xml(listed).replace("</sheetData>", f"</sheetData>{merged}")

    reading = read(tmp_path, zipped(xlsx_parts({"Guests": sheet})))

    assert [(person.full_name, person.organisation) for person in reading.rows] == [
        ("Ada Lovelace", "Engine Works"),
        ("Ben Ohm", "Engine Works"),
        ("Cleo Volt", "Engine Works"),
        ("Dov Watt", ""),
    ]


NUMBERS = (("Room", "Seats"), ("A1", "40"))


def test_the_sheet_with_people_is_chosen(tmp_path: Path) -> None:
    reading = read(tmp_path, xlsx_of({"Blank": [], "Rooms": NUMBERS, "Guests": PEOPLE}))

    assert reading.sheet == "Guests"
    assert reading.sheets == ("Blank", "Rooms", "Guests")


def test_a_sheet_with_a_header_only_gives_way(tmp_path: Path) -> None:
    reading = read(tmp_path, xlsx_of({"Template": PEOPLE[:1], "Guests": PEOPLE}))

    assert reading.sheet == "Guests"


def test_of_equal_sheets_the_first_is_chosen(tmp_path: Path) -> None:
    assert read(tmp_path, xlsx_of({"B": PEOPLE, "A": PEOPLE})).sheet == "B"


def test_the_sheet_that_is_asked_for_wins(tmp_path: Path) -> None:
    reading = read(tmp_path, xlsx_of({"A": PEOPLE, "B": PEOPLE[:2]}), sheet="B")

    assert (reading.sheet, len(reading.rows)) == ("B", 1)


def test_an_unknown_sheet_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownSheet) as refusal:
        read(tmp_path, xlsx_of({"A": PEOPLE, "B": NUMBERS}), sheet="C")

    assert refusal.value.facts() == {"sheet": "C", "known": ("A", "B")}


def test_a_text_file_has_no_sheets(tmp_path: Path) -> None:
    with pytest.raises(UnknownSheet) as refusal:
        read(tmp_path, b"Name\nAda\n", sheet="A")

    assert refusal.value.known == ()


def test_a_header_may_stand_below_a_title(tmp_path: Path) -> None:
    reading = read(tmp_path, xlsx([("Participants of the day",), (), *PEOPLE]))

    assert [person.line for person in reading.rows] == [4, 5]


def test_a_cell_beside_the_table_shifts_nothing(tmp_path: Path) -> None:
    reading = read(tmp_path, xlsx([("Name", "Company"), ("Ada", "A", "", "", "late!")]))

    assert [person.organisation for person in reading.rows] == ["A"]
    assert reading.problems == ()


def test_numbers_and_dates_are_read_as_they_were_typed(tmp_path: Path) -> None:
    day = (dt.date(2026, 11, 22) - dt.date(1899, 12, 30)).days
    numbers = "<v>4541568532</v>", "<v>17.0</v>", "<v>3.5</v>"
    cells = "".join(f"<c>{number}</c>" for number in numbers)
    cells += f'<c s="1"><v>{day}</v></c><c t="b"><v>1</v></c>'
    row = f'<row r="2">{text_cell("A2", "Ada")}{cells}</row>'
    header = (("Name", "Phone", "Order number", "Company", "Notes", "Status"),)
    styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    parts = xlsx_parts({"People": sheet_xml(header, more=row)})

    (person,) = read(tmp_path, zipped({**parts, "xl/styles.xml": styles})).rows

    assert (person.phone, person.order_code) == ("4541568532", "17")
    assert (person.organisation, person.note) == ("3.5", "2026-11-22")
    assert person.status is Status.ACCEPTED


# A spreadsheet knows no time zone.
MIDNIGHT = dt.datetime.fromisoformat("2026-11-22")

TEXTS = (
    (1.0, "1"),
    (0.1, "0.1"),
    (1e300, "1e+300"),
    (True, "TRUE"),
    (False, "FALSE"),
    (MIDNIGHT, "2026-11-22"),
    (MIDNIGHT + dt.timedelta(hours=9, minutes=30), "2026-11-22 09:30:00"),
    (dt.date(2026, 11, 22), "2026-11-22"),
    (dt.time(9, 30), "09:30:00"),
)


@pytest.mark.parametrize(("value", "text"), TEXTS)
def test_a_cell_s_value_becomes_text(value: object, text: str) -> None:
    assert as_text(value) == text


@pytest.mark.parametrize("more", [0, 5_000_000], ids=["small", "larger than a pipe"])
def test_a_child_that_takes_too_long_is_ended(
    more: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "CHILD_SECONDS", 0.001)

    with pytest.raises(FileRefused) as refusal:
        read(tmp_path, xlsx() + bytes(more))

    assert refusal.value.reason is Reason.TOO_HEAVY


def test_a_packaged_program_is_asked_to_be_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert workbook._command() == [sys.executable, "--read-workbook"]


def test_the_child_knows_next_to_nothing() -> None:
    show = "import sys; import app.delegates.reading.child; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", show],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    heavy = ("pandas", "numpy", "sqlalchemy", "babel", "app.delegates.registration")
    assert not set(heavy) & set(loaded)
