from __future__ import annotations

import csv
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.delegates.export import export_file
from app.delegates.importing.imports import ImportOrder, Imports
from app.delegates.organisations import Organisations
from app.delegates.reading.registrations import read_registrations
from app.delegates.registration import Registration
from app.delegates.roster import Roster, everybody
from app.desks import OpenEvent
from app.files import FileNotWritten
from app.journal.journal import Journal
from app.outcomes.export.written import files_written
from tests.app.delegates.lists import ORDERS, write_list
from tests.app.delegates.lists import everybody as stored
from tests.building import EventBuilder, MovableClock, make_event
from tests.formulas import MAIN, PAYLOADS, cells_of, live_in_csv, live_in_workbook

TEXTS = (
    *("email", "phone", "function", "country", "city"),
    *("organisation", "delegation", "badge_type", "seeks", "offers", "note", "attention"),
    *("order_code", "kind", "status"),
)


def export_delegates(journal: Journal, folder: Path) -> tuple[Path, Path]:
    """Write all delegates as CSV and as XLSX."""
    files = (folder / "delegates.csv", folder / "delegates.xlsx")
    for file in files:
        export_file(journal, file, [each.id for each in everybody(journal)])
    return files


def sheet_of(file: Path) -> ET.Element:
    with zipfile.ZipFile(file) as package:
        return ET.fromstring(package.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - our own


def test_forty_formulas_are_tried() -> None:
    assert len(PAYLOADS) == len(set(PAYLOADS)) == 40


@pytest.mark.parametrize("payload", PAYLOADS, ids=repr)
def test_no_text_field_becomes_a_live_formula(
    event: EventBuilder, open_event: OpenEvent, tmp_path: Path, payload: str
) -> None:
    columns: dict[str, Any] = dict.fromkeys(TEXTS, payload)
    columns |= {"sectors": [payload, payload], "badge_number": payload}
    event.delegate(payload, payload, ticket=payload, **columns)

    table, workbook = export_delegates(open_event.journal, tmp_path)

    cells = [cell for row in cells_of(table) for cell in row]
    assert live_in_csv(table) == []
    assert sum(payload in cell for cell in cells) == len(TEXTS) + 5
    assert live_in_workbook(workbook) == []
    sheet = sheet_of(workbook)
    assert {cell.get("t") for cell in sheet.iter(f"{MAIN}c") if len(cell)} == {"s"}


# What is read back

HARD_TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            (
                *("=", "+", "-", "@", "'", "|", "\t", "\n", "\r\n", " ", "\u00a0", "＝", "＠"),
                *('"', ";", ",", "(", "_x0041_", "Å", "ß", "a", "0", "\u202e", "\U0001f600"),
            )
        ),
        st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=3),
    ),
    max_size=8,
).map("".join)
PEOPLE = st.lists(
    st.fixed_dictionaries(
        {
            "Given name": HARD_TEXTS,
            "Family name": HARD_TEXTS,
            "E-mail": st.sampled_from(("", "ada@example.org", "+ada@example.org", "=a@b.c")),
            "Phone": HARD_TEXTS,
            "Organisation": HARD_TEXTS,
            "Function": HARD_TEXTS,
            "Country": st.sampled_from(("", "LT", "Germany", "Ελλάδα")),
            "City": HARD_TEXTS,
            "Delegation": HARD_TEXTS,
            "Sectors": HARD_TEXTS,
            "Looking for": HARD_TEXTS,
            "Offers": HARD_TEXTS,
            "Organisation type": st.sampled_from(("", "Cluster", "SME", "University", "Other")),
            "Badge type": HARD_TEXTS,
            "Status": st.sampled_from(("", "paid", "pending", "waiting list", "declined")),
            "Note": HARD_TEXTS,
            "Attention": HARD_TEXTS,
            "Order code": HARD_TEXTS,
        }
    ),
    min_size=1,
    max_size=3,
)


def told(person: Registration) -> Registration:
    """What must come back: an organisation's first spelling stands for all, e-mails are small.

    Who came nobody knows when, came with the list. The seat of a new organisation is one of its
    countries.
    """
    return replace(
        person,
        line=0,
        received="",
        keys=(),
        countries=(),
        email=person.email.lower(),
        organisation=" ".join(person.organisation.split()).casefold(),
        delegation=" ".join(person.delegation.split()).casefold(),
    )


def test_short_names_are_exported_and_read_back(
    event: EventBuilder, open_event: OpenEvent, tmp_path: Path
) -> None:
    event.delegate("Ada", "Byron", organisation="Isar Photonik GmbH")
    Organisations(open_event.journal).shorten("Isar Photonik GmbH", "Isar")

    for file in export_delegates(open_event.journal, tmp_path):
        (person,) = read_registrations(file).rows
        assert (person.organisation, person.short_name) == ("Isar Photonik GmbH", "Isar")


@pytest.mark.parametrize(
    "text",
    [
        "'=1+1",
        "' +1",
        "=1\n-2",
        "_x0041_",
        "it's",
        "'quoted'",
        "|cmd",
        "a\n\nb",
        "=",
        "007",
        "1e5",
    ],
)
def test_a_text_is_read_back_to_the_letter(
    event: EventBuilder, open_event: OpenEvent, tmp_path: Path, text: str
) -> None:
    event.delegate("Ada", text, note=text, seeks=text)

    files = export_delegates(open_event.journal, tmp_path)

    for file in files:
        (person,) = read_registrations(file).rows
        assert (person.note, person.seeks) == (text, text)
        assert person.family_name == " ".join(text.split())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(people=PEOPLE)
def test_what_import_read_export_gives_back(
    people: list[dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("event")
    named = [
        row
        | {"Given name": f"Person {place} {row['Given name']}"}
        | {"Family name": f"{row['Family name']} of that name"}
        | {"Status": row["Status"] or "accepted", "Ticket secret": f"ticket {place}"}
        for place, row in enumerate(people)
    ]
    file = write_list(folder / "list.csv", named)
    said = [told(person) for person in read_registrations(file).rows]
    event = make_event(folder / "event.matchdesk", MovableClock())
    Imports(event.journal, event.letters).run(file, ImportOrder())

    files = export_delegates(event.journal, folder)
    event.close()

    for exported in files:
        assert [told(person) for person in read_registrations(exported).rows] == said


def test_a_new_event_made_of_an_export_gives_the_same_export(
    imports: Imports, open_event: OpenEvent, tmp_path: Path
) -> None:
    imports.run(ORDERS, ImportOrder())
    table, workbook = export_delegates(open_event.journal, tmp_path)
    exported = table.read_bytes()
    other = make_event(tmp_path / "other.matchdesk", MovableClock())

    Imports(other.journal, other.letters).run(workbook, ImportOrder())
    again, _workbook = export_delegates(other.journal, tmp_path)
    other.close()

    assert again.read_bytes() == exported


def test_an_export_that_comes_back_to_its_own_event_changes_nothing(
    imports: Imports, open_event: OpenEvent, tmp_path: Path
) -> None:
    imports.run(ORDERS, ImportOrder())
    table, _workbook = export_delegates(open_event.journal, tmp_path)
    before = stored(open_event.journal)

    back = imports.run(table, ImportOrder())

    assert (back.created, back.doubtful) == (0, ())
    assert stored(open_event.journal) == before


# As files


def test_the_table_is_one_that_excel_opens_with_its_letters_right(
    event: EventBuilder, open_event: OpenEvent, tmp_path: Path
) -> None:
    event.delegate("Łukasz", "Wójcik")

    table, _workbook = export_delegates(open_event.journal, tmp_path)

    content = table.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert b'"A-1","\xc5\x81ukasz","W\xc3\xb3jcik",""' in content


def test_the_workbook_keeps_its_header_in_sight_and_can_be_filtered(
    event: EventBuilder, open_event: OpenEvent, tmp_path: Path
) -> None:
    event.crowd(3)

    _table, workbook = export_delegates(open_event.journal, tmp_path)

    sheet = sheet_of(workbook)
    panes = [(pane.get("ySplit"), pane.get("state")) for pane in sheet.iter(f"{MAIN}pane")]
    assert panes == [("1", "frozen")]
    assert [each.get("ref") for each in sheet.iter(f"{MAIN}autoFilter")] == ["A1:AD4"]


def test_delegates_stand_in_the_order_of_their_numbers(
    event: EventBuilder, open_event: OpenEvent, tmp_path: Path
) -> None:
    event.crowd(11)

    table, _workbook = export_delegates(open_event.journal, tmp_path)

    with table.open(encoding="utf-8-sig", newline="") as stream:
        numbers = [row["Badge number"] for row in csv.DictReader(stream)]
    assert numbers == [f"A-{number}" for number in range(1, 12)]


def test_an_event_without_delegates_gives_the_columns(
    open_event: OpenEvent, tmp_path: Path
) -> None:
    table, workbook = export_delegates(open_event.journal, tmp_path)

    assert len(table.read_text("utf-8-sig").splitlines()) == 1
    assert len(list(sheet_of(workbook).iter(f"{MAIN}row"))) == 1


def test_who_has_left_the_list_is_not_exported(
    event: EventBuilder, open_event: OpenEvent, roster: Roster, tmp_path: Path
) -> None:
    roster.merge(event.delegate("Ada", "Lovelace"), event.delegate("Ada", "King"))

    table, _workbook = export_delegates(open_event.journal, tmp_path)

    assert [person.full_name for person in read_registrations(table).rows] == ["Ada Lovelace"]


def test_a_file_that_can_not_be_written_is_said_to_be(
    open_event: OpenEvent, tmp_path: Path
) -> None:
    with pytest.raises(FileNotWritten):
        export_delegates(open_event.journal, tmp_path / "no such folder")


def test_where_the_list_went_is_noted(
    event: EventBuilder, open_event: OpenEvent, tmp_path: Path
) -> None:
    event.crowd(3)

    export_delegates(open_event.journal, tmp_path)

    with open_event.journal.reading() as session:
        noted = [each.deed for each in files_written(session)]
    assert [(each.what, Path(each.file).name, each.rows) for each in noted] == [
        ("delegates", "delegates.csv", 3),
        ("delegates", "delegates.xlsx", 3),
    ]
