"""Text files are read in the encodings and with the separators that programs write."""

from __future__ import annotations

import codecs
import contextlib
import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.delegates.reading.columns import find_header
from app.delegates.reading.limits import Reason, Refusal
from app.delegates.reading.refusals import FileRefused
from app.delegates.reading.table import Header, Record
from app.delegates.reading.text import SEPARATORS, encoding_of, open_text
from tests.app.delegates.reading.files import problems, read, read_one

LIST = "Name{0}E-mail{0}Company\nŁukasz Țurcanu{0}l@x.org{0}Škoda „A”\n"
LATIN = "Name{0}E-mail{0}Company\nJürgen Weiß{0}j@x.org{0}Café “É” – 5 €\n"

ENCODINGS = {
    "utf-8": (b"", "utf-8"),
    "utf-8 with its mark": (codecs.BOM_UTF8, "utf-8"),
    "utf-16 little end first, marked": (codecs.BOM_UTF16_LE, "utf-16-le"),
    "utf-16 big end first, marked": (codecs.BOM_UTF16_BE, "utf-16-be"),
    "utf-16 little end first": (b"", "utf-16-le"),
    "utf-16 big end first": (b"", "utf-16-be"),
    "windows-1252": (b"", "cp1252"),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_an_encoding_and_a_separator_are_found_out(
    encoding: str, separator: str, end: str, tmp_path: Path
) -> None:
    mark, codec = ENCODINGS[encoding]
    text = (LATIN if codec == "cp1252" else LIST).format(separator)

    (person,) = read(tmp_path, mark + text.replace("\n", end).encode(codec)).rows

    expected = text.splitlines()[1].split(separator)
    assert [person.full_name, person.email, person.organisation] == expected


def header_is_first(head: object) -> Header:
    assert isinstance(head, list)
    return Header(head[0].line, tuple(head[0].cells), len(head[0].cells)) if head else NOTHING


NOTHING = Header(0, (), 0)
letters = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff")
cells = st.text(letters | st.sampled_from("\n,;\t\"'"), max_size=12)
tables = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=8)
)


@given(
    table=tables,
    separator=st.sampled_from(SEPARATORS),
    codec=st.sampled_from(("utf-8-sig", "utf-16")),
)
def test_every_table_that_csv_writes_reads_back_the_same(
    table: list[list[str]], separator: str, codec: str
) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writerow([f"column {place}" for place in range(len(table[0]))])
    writer.writerows(table)

    read_back = open_text(text.getvalue().encode(codec), header_is_first)

    kept = [row for row in table if any(cell and not cell.isspace() for cell in row)]
    assert [record.cells for record in read_back.records] == kept


@given(st.binary(max_size=300))
def test_no_bytes_make_more_than_a_refusal(data: bytes) -> None:
    with contextlib.suppress(Refusal):
        table = open_text(data, lambda head: find_header(head, None, {}))
        assert all(record.line > table.header.line for record in table.records)


def test_excel_s_word_for_its_separator_is_obeyed(tmp_path: Path) -> None:
    reading = read(tmp_path, "sep=|\r\nName|Company\r\nAda, Lovelace|A;B\r\n")

    assert [(each.line, each.organisation) for each in reading.rows] == [(3, "A;B")]


def test_the_separator_is_the_one_under_which_the_header_makes_sense(tmp_path: Path) -> None:
    person = read_one(tmp_path, "Name;Sectors\nAda Lovelace;Clean energy, Food, ICT\n")

    assert person.sectors == ("Clean energy", "Food", "ICT")


def test_a_list_may_have_one_column(tmp_path: Path) -> None:
    assert read_one(tmp_path, "Name\nAda Lovelace\n").full_name == "Ada Lovelace"


def test_lines_are_physical_and_begin_where_the_record_begins(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        'A title line\n\nName,Looking for\n"Ada Lovelace","pilot\nsites\n"\n\n,\nBen Okri,x\n',
    )

    assert [(each.line, each.seeks) for each in reading.rows] == [(4, "pilot\nsites"), (9, "x")]


def test_a_shorter_row_leaves_the_rest_blank(tmp_path: Path) -> None:
    person = read_one(tmp_path, "Name,Company,Country\nAda Lovelace\n")

    assert (person.full_name, person.organisation) == ("Ada Lovelace", "")


def test_a_row_with_more_cells_than_columns_is_not_taken(tmp_path: Path) -> None:
    reading = read(tmp_path, "Name,Company\nAda Lovelace,A,,\nBen Okri,Food, Inc,x\n")

    assert [person.full_name for person in reading.rows] == ["Ada Lovelace"]
    assert problems(reading) == [(3, "", "too_many_cells", "Ben Okri Food Inc x")]


def test_a_file_that_ends_within_quotes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as refusal:
        read(tmp_path, 'Name,Company\nAda,A\nBen,"Food\n')

    assert refusal.value.reason is Reason.TRUNCATED


def test_quotes_within_a_cell_are_no_damage(tmp_path: Path) -> None:
    reading = read(tmp_path, 'Name,Company\nAda,The "A" Team\nBen,5" pipes\n')

    assert [person.organisation for person in reading.rows] == ['The "A" Team', '5" pipes']


def test_utf8_with_some_damage_is_not_read_as_gibberish() -> None:
    with pytest.raises(Refusal) as refusal:
        encoding_of("Name\nŁukasz Žižek\n".encode() + b"\xff\n")

    assert refusal.value.reason is Reason.DAMAGED_TEXT


def test_a_record_knows_its_line_and_cells() -> None:
    table = open_text(b"a,b\nc,d\n", header_is_first)

    assert list(table.records) == [Record(2, ["c", "d"])]
    assert table.last_line == 3
