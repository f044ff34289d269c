"""A workbook has typed cells, widths, filters and a header that stays in sight."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.spreadsheets.columns import Cell, Column, Holds, Sheet
from app.spreadsheets.page import MOST_LETTERS
from app.spreadsheets.reading_back import counted, counted_workbook
from app.spreadsheets.workbook import write_workbook

MADE = datetime(2027, 3, 16, 9, 0, tzinfo=UTC)
COLUMNS: tuple[Column[object], ...] = (
    Column("Name", lambda _row: "", "Who."),
    Column("Meetings", lambda _row: 0, "How many.", Holds.COUNT),
    Column("Mean", lambda _row: 0, "How much.", Holds.NUMBER),
    Column("Came", lambda _row: True, "Whether.", Holds.YES_NO),
    Column("Day", lambda _row: None, "When.", Holds.DAY),
    Column("First arrival", lambda _row: None, "When.", Holds.MOMENT),
)
VILNIUS = ZoneInfo("Europe/Vilnius")
ARRIVED = datetime(2027, 3, 16, 8, 59, 30, tzinfo=VILNIUS)
ROW: tuple[Cell, ...] = ("Ada", 12, 3.25, True, date(2027, 3, 16), ARRIVED)


def written(*rows: tuple[Cell, ...]) -> bytes:
    stream = io.BytesIO()
    write_workbook([Sheet("people", COLUMNS, rows)], stream, MADE)
    return stream.getvalue()


def table_of(*rows: tuple[Cell, ...]) -> pd.DataFrame:
    return pd.read_excel(io.BytesIO(written(*rows)), engine="calamine")


def part(workbook: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(workbook)) as package:
        return package.read(name).decode()


def sheet(workbook: bytes) -> str:
    return part(workbook, "xl/worksheets/sheet1.xml")


def test_cells_have_their_types_and_blanks_are_none() -> None:
    table = table_of(ROW, ("", None, None, None, None, None))

    first = table.iloc[0]
    assert (first["Name"], first["Meetings"], first["Mean"]) == ("Ada", 12, 3.25)
    assert bool(first["Came"]) is True
    assert first["Day"] == pd.Timestamp(2027, 3, 16)
    assert first["First arrival"].round("s") == pd.Timestamp(2027, 3, 16, 8, 59, 30)


def test_days_and_times_are_shown_as_such() -> None:
    workbook = written(ROW)

    assert 'formatCode="yyyy-mm-dd hh:mm"' in part(workbook, "xl/styles.xml")
    styles = re.findall(r'<c r="[A-F]2" s="(\d+)"', sheet(workbook))
    assert len(set(styles)) == 5, "text, counts, days and times look otherwise than numbers"


def test_the_header_stays_in_sight_and_every_column_has_a_filter_and_a_width() -> None:
    xml = sheet(
        written(ROW, ("A name that is rather long, as names of organisations are", *ROW[1:]))
    )

    assert 'ySplit="1"' in xml
    assert 'state="frozen"' in xml
    assert '<autoFilter ref="A1:F3"/>' in xml
    assert '<dimension ref="A1:F3"/>' in xml
    widths = [float(each) for each in re.findall(r'<col [^>]*width="([\d.]+)"', xml)]
    assert len(widths) >= 5
    assert widths[0] > 50 > widths[1]
    assert max(widths) < 62


def test_a_table_without_rows_has_its_header() -> None:
    table = table_of()

    assert list(table.columns) == [column.name for column in COLUMNS]
    assert len(table) == 0


def test_a_text_that_no_cell_holds_is_cut_and_says_so() -> None:
    table = table_of(("x" * (MOST_LETTERS + 1), *ROW[1:]))

    text = str(table.loc[0, "Name"])
    assert (len(text), text[-2:]) == (MOST_LETTERS, "x…")


def test_the_same_table_is_the_same_file_and_has_no_time_of_its_own() -> None:
    workbook = written(ROW)

    assert workbook == written(ROW)
    with zipfile.ZipFile(io.BytesIO(workbook)) as package:
        assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "2027-03-16T09:00:00Z" in part(workbook, "docProps/core.xml")


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
ROWS = st.lists(
    st.tuples(
        TEXTS,
        st.integers(0, 10**9),
        st.none() | st.floats(0, 10**6).map(lambda value: round(value, 4)),
        st.none() | st.booleans(),
        st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1)),
        st.none()
        | st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(  # noqa: DTZ001
            lambda at: at.replace(tzinfo=UTC)
        ),
    ),
    max_size=5,
)


@given(rows=ROWS)
def test_what_is_read_back_is_as_much_as_was_written(
    rows: list[tuple[Cell, ...]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file: Path = tmp_path_factory.getbasetemp() / "counted.xlsx"
    file.write_bytes(written(*rows))

    ((name, found),) = counted_workbook(file, {"people": COLUMNS})

    assert name == "people"
    assert found == counted(Sheet("people", COLUMNS, rows))


def test_a_workbook_that_is_none_can_not_be_counted(tmp_path: Path) -> None:
    file = tmp_path / "half.xlsx"
    file.write_bytes(written(ROW)[:-200])

    with pytest.raises(ValueError, match=r"."):
        list(counted_workbook(file, {"people": COLUMNS}))
