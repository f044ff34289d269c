"""What a rehearsal found wrong, and what it can only mean."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from app.delegates.countries import likely_country
from app.delegates.importing.imports import ImportOrder, Imports
from app.delegates.importing.troubles import Trouble, doubts, troubles
from app.delegates.reading.preview import read_preview
from app.delegates.reading.registrations import ReadingOrder
from app.progress import Cancelled, Progress


def found(imports: Imports, folder: Path, *lines: str) -> list[Trouble]:
    file = folder / "list.csv"
    file.write_text("\n".join(("Name,E-mail,Country", *lines)), encoding="utf-8")
    preview = read_preview(file, ReadingOrder())
    fields = {column.label: column.field for column in preview.columns}
    return list(troubles(preview, fields, imports.rehearse(file, ImportOrder())))


def test_cells_that_say_the_same_are_one_trouble(imports: Imports, tmp_path: Path) -> None:
    (trouble,) = found(imports, tmp_path, "Ada,,Tschech. Rep.", "Ben,,GB", "Cleo,,Tschech. Rep.")

    assert trouble == Trouble(
        "unknown_country", (2, 4), "Country", "Tschech. Rep.", "Czechia", rejects=False
    )
    assert pickle.loads(pickle.dumps(trouble)) == trouble  # noqa: S301 - our own


def test_rows_without_a_name_come_first_and_one_by_one(imports: Imports, tmp_path: Path) -> None:
    told = found(imports, tmp_path, "Ada,,Narnia", ",x@x.org,", ",x@x.org,")

    assert [(each.code, each.lines, each.column, each.rejects) for each in told] == [
        ("no_name", (3,), "Name", True),
        ("no_name", (4,), "Name", True),
        ("unknown_country", (2,), "Country", False),
    ]


def test_what_is_left_to_decide_names_both_rows(imports: Imports, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    rows = ("Name,E-mail", "Ada Byron,a@x.org", "Ben Of,b@x.org", "Ada  Byron,c@x.org")
    file.write_text("\n".join(rows), encoding="utf-8")

    (doubt,) = doubts(imports.rehearse(file, ImportOrder()))

    assert (doubt.code, doubt.rows, doubt.rejects) == ("same_person", (2, 4), False)
    assert doubt.text == "Ada Byron; Ada Byron"


def test_a_row_of_too_many_cells_has_no_cell_to_mend(imports: Imports, tmp_path: Path) -> None:
    (trouble,) = found(imports, tmp_path, "Ada,a@x.org,GB,more")

    assert (trouble.code, trouble.column) == ("too_many_cells", "")


@pytest.mark.parametrize(
    ("name", "written", "meant"),
    [
        ("Tõnu Kaasiksaar", "tonu.emajogi-bio.example", "tonu@emajogi-bio.example"),
        ("Ada Byron", "ada.byron.engines.example", "ada.byron@engines.example"),
        ("Somebody Else", "office.known.example", "office@known.example"),
        ("Ada Byron", "ada (at) engines.example", "ada@engines.example"),
        ("Ada Byron", "ada @engines.example", "ada@engines.example"),
        ("Ada Byron", "ada@@engines.example", "ada@engines.example"),
        ("Somebody Else", "tonu.emajogi-bio.example", ""),
        ("Ada Byron", "none", ""),
        ("Ada Byron", "ada@x.org, ben@x.org", ""),
        ("Ada Byron", "ada.byron", ""),
    ],
)
def test_an_email_is_proposed_only_if_it_is_sure(
    imports: Imports, tmp_path: Path, name: str, written: str, meant: str
) -> None:
    told = found(imports, tmp_path, f'{name},"{written}",GB', "Zoe,zoe@known.example,GB")

    assert [(each.text, each.proposal) for each in told] == [(written, meant)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Tschech. Rep.", "CZ"), ("Germny", "DE"), ("Swedn", "SE"), ("Slovak Rep", "SK")],
)
def test_a_country_is_proposed_if_only_one_is_near(written: str, meant: str) -> None:
    assert likely_country(written) == meant


@pytest.mark.parametrize("written", ["Narnia", "Austrlia", "Nor", "Rep.", ""])
def test_no_country_is_guessed_at(written: str) -> None:
    assert likely_country(written) is None


def test_where_all_is_wrong_nothing_is_proposed_for_long(imports: Imports, tmp_path: Path) -> None:
    told = found(imports, tmp_path, *(f"Ada {n},ada{n} @x.org," for n in range(50)))

    assert sum(bool(each.proposal) for each in told) == 40


def test_a_rehearsal_can_be_stopped_among_its_rows(imports: Imports, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Name\n" + "".join(f"Ada {n}\n" for n in range(600)))
    told: list[Progress] = []

    def stop(progress: Progress) -> None:
        told.append(progress)
        if len(told) == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        imports.rehearse(file, ImportOrder(), stop)


def test_a_cell_of_several_countries_is_not_mended_in_the_column_of_one(
    imports: Imports, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Name,Country,Countries\nAda,Narnia,DK; Narnia\nBen,SE,Narnia", "utf-8")
    preview = read_preview(file, ReadingOrder())
    fields = {column.label: column.field for column in preview.columns}

    told = troubles(preview, fields, imports.rehearse(file, ImportOrder()))

    assert [(each.lines, each.column) for each in told] == [((2,), "Country"), ((2, 3), "")]
