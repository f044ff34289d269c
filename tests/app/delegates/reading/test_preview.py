"""What a file holds, for a person who says what its columns are."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from app.delegates.reading.limits import Reason
from app.delegates.reading.preview import Preview, read_preview
from app.delegates.reading.refusals import FileRefused
from app.delegates.reading.registrations import ReadingOrder
from app.progress import Cancelled, Progress
from tests.spreadsheets import xlsx


def previewed(folder: Path, text: str, how: ReadingOrder | None = None) -> Preview:
    file = folder / "list.csv"
    file.write_text(text, encoding="utf-8")
    return read_preview(file, how or ReadingOrder())


def test_all_rows_are_told_with_their_lines(tmp_path: Path) -> None:
    preview = previewed(tmp_path, "My list\n\nName,Land\nAda  Byron,GB\n\nBen\n")

    assert [(row.line, row.cells) for row in preview.rows] == [
        (4, ("Ada Byron", "GB")),
        (6, ("Ben", "")),
    ]


def test_columns_say_what_they_are_taken_for(tmp_path: Path) -> None:
    preview = previewed(tmp_path, "Vorname,Nachname,Company,Company,\nAda,Byron,A,B,x\n")

    assert [(column.label, column.field) for column in preview.columns] == [
        ("Vorname", "given_name"),
        ("Nachname", "family_name"),
        ("Company", "organisation"),
        ("Company.1", ""),
        ("#5", ""),
    ]


def test_columns_count_what_stands_in_them(tmp_path: Path) -> None:
    preview = previewed(tmp_path, "Name,Spalte 9\nA,x\nB,\nC,x\nD,y\n")

    column = preview.columns[1]
    assert (column.filled, column.common) == (3, (("x", 2), ("y", 1)))


@pytest.mark.parametrize(
    ("cells", "first"),
    [
        (["x", "", "x"], "attention"),
        (["ada@x.org", "ben@x.org"], "email"),
        (["+45 41 11 22 33", "0171 5552233"], "phone"),
        (["Litauen", "GB", "Dänemark"], "country"),
        (["Cluster", "Company"], "kind"),
        (["We look for partners who build turbines for small rivers"], "seeks"),
        (["North", "South", "North", "South"], "badge_type"),
        (["Engines Ltd", "Looms Inc"], "organisation"),
    ],
)
def test_a_column_is_suggested_by_the_look_of_its_cells(
    tmp_path: Path, cells: list[str], first: str
) -> None:
    preview = previewed(tmp_path, "Name,Spalte 9\n" + "".join(f"A,{cell}\n" for cell in cells))

    assert preview.columns[1].suggestions[0] == first


def test_nothing_is_suggested_for_a_blank_column(tmp_path: Path) -> None:
    assert previewed(tmp_path, "Name,Spalte 9\nA,\n").columns[1].suggestions == ()


def test_a_workbook_tells_its_sheets(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    file.write_bytes(xlsx([("Name", "Country"), ("Ada", "GB")]))

    preview = read_preview(file, ReadingOrder())

    assert preview.sheet in preview.sheets
    assert pickle.loads(pickle.dumps(preview)) == preview  # noqa: S301 - our own


def test_a_file_without_people_can_still_be_looked_at(tmp_path: Path) -> None:
    assert previewed(tmp_path, "Wer,Was\nAda,x\n").columns[0].field == ""


def test_a_file_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as refused:
        previewed(tmp_path, "Name,Land\n")

    assert refused.value.reason is Reason.NO_ROWS


def test_looking_can_be_stopped(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Name\n" + "Ada\n" * 600)

    def stop(_progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_preview(file, ReadingOrder(), stop)
