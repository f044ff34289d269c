"""No text of an event leaves as a live formula, and our import reads back what left."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from xlsxwriter import Workbook

from app.checkin.deeds import CheckedIn
from app.delegates.deeds import DelegateAdded
from app.delegates.group_deeds import DelegationAdded, MembershipSet, OrganisationAdded
from app.delegates.group_deeds import OrganisationChanged as Changed
from app.delegates.reading.cells import clean_lines
from app.delegates.reading.registrations import ReadingOrder, read_registrations
from app.desks import Desks, OpenEvent
from app.event.deeds import EventFactsChanged, TableSet
from app.event.facts import event_facts
from app.floor.deeds import MeetingSaid
from app.journal.deeds import Deed
from app.journal.journal import Unit
from app.meetings.deeds import MeetingAdded, MeetingMoved, RequestAdded
from app.meetings.hall import hall
from app.outcomes.deeds import OutcomeRecorded
from app.outcomes.export.exporting import Exporting
from app.outcomes.export.formats import ExportOrder, Format, Separator
from app.outcomes.export.material import material
from app.outcomes.export.sheets.all import SHEETS
from app.outcomes.figures_reader import FiguresReader
from app.printing.deeds import BadgePrinted
from app.spreadsheets.columns import Holds, Sheet
from db.ids import new_id
from tests.building import DESK_1, FIRST_DAY, MovableClock, copy_event_file
from tests.formulas import PAYLOADS, cells_of, live_in_csv, live_in_workbook

_MEETING = {"Meeting", "Table", "Hosts", "Guests", "Host organisations", "Guest organisations"}
_FOLLOWED = {"Programme", "Note"}
COLUMNS: dict[str, set[str]] = {
    "delegates": {
        *("Badge number", "Given name", "Family name", "E-mail", "Phone", "Organisation"),
        *("Organisation short name", "Function", "Country", "City", "Delegation", "Sectors"),
        *("Looking for", "Offers", "Badge type", "Note"),
        *("Attention", "Order code", "Place taken by"),
    },
    "organisations": {"Organisation", "Short name", "Country", "Networks"},
    "meetings": _MEETING | {"Zone", "Planned table", "Request"},
    "outcomes": _MEETING | _FOLLOWED | {"Follow up by"},
    "follow-ups": _MEETING | _FOLLOWED | {"Who"},
    "no-shows": _MEETING | {"Absent", "Absent organisations", "Waited", "Waited organisations"},
    "check-ins": {"By", "Badge number", "Name", "Organisation"},
    "printed": {"Badge number", "Name", "Organisation", "Stock"},
    "figures": {"Group"},
    "journal": {"On duty", "About"},
}
"""Where people's own words stand; every payload is in each of them."""
_TEXTS = (
    *("email", "phone", "function", "country", "city", "badge_type", "seeks", "offers"),
    *("note", "attention", "order_code", "badge_number", "given_name", "family_name"),
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenEvent]:
    """An event in which all that anybody wrote is a formula, a desk for each of them."""
    file = copy_event_file(tmp_path_factory.mktemp("hostile") / "event.matchdesk")
    clock = MovableClock()
    clock.passes(hours=3)
    event = Desks(replace(DESK_1, desk_name=PAYLOADS[0]), clock=clock).open(file)
    author = event.journal.author
    for payload in PAYLOADS:
        event.journal.author = replace(author, on_duty=payload)
        with event.journal.reading() as session:
            slot, name = hall(session).slots[0].id, event_facts(session).id
        with event.journal.writing(Unit(uuid4())) as pen:
            pen.write_all(
                [*_written_by(payload, slot), EventFactsChanged(name, _facts(payload), {})]
            )
    yield event
    event.close()


def _facts(payload: str) -> dict[str, str]:
    return {"name": payload, "venue": payload, "city": payload}


def _written_by(payload: str, slot: UUID) -> Iterator[Deed]:
    """Give two people, their organisation and table, a meeting they had and one that was lost."""
    organisation, network, delegation, table, before = (new_id() for _ in range(5))
    yield OrganisationAdded(organisation, payload, payload, "cluster", payload, payload)
    yield OrganisationAdded(network, payload, payload)
    yield Changed(organisation, {"short_name": payload}, {})
    yield MembershipSet(organisation, network, True)
    yield DelegationAdded(delegation, payload, "#123456")
    yield TableSet(table, payload, payload, 1)
    yield TableSet(before, payload, payload, 2)
    one, other, gone = (new_id() for _ in range(3))
    ids = {"organisation_id": str(organisation), "delegation_id": str(delegation)}
    texts = dict.fromkeys(_TEXTS, payload) | {"sectors": [payload], "status": "accepted"} | ids
    yield DelegateAdded(one, texts)
    yield DelegateAdded(other, texts)
    yield DelegateAdded(gone, texts | {"place_taken_by": str(one)})
    yield CheckedIn(one, FIRST_DAY, payload)
    yield BadgePrinted(new_id(), one, payload, "hash")
    request, held, lost = (new_id() for _ in range(3))
    sides = {"hosts": [str(one)], "guests": [str(other)]}
    yield RequestAdded(request, payload, sides)
    where = {"slot_id": str(slot), "table_id": str(before)}
    values = sides | where | {"request_id": str(request)}
    yield MeetingAdded(held, payload, values)
    yield MeetingAdded(lost, payload, values)
    yield MeetingMoved(held, slot, table, slot, before, is_on_the_day=True)
    yield MeetingSaid(held, "held", "", "", "")
    yield MeetingSaid(lost, "no_show", "guest", "", "")
    programme: dict[str, Any] = {"programme": payload, "kinds": [], "answer": "", "interest": None}
    yield OutcomeRecorded(new_id(), held, "", programme, payload, payload)


@pytest.fixture(scope="module")
def sheets(hostile: OpenEvent) -> dict[str, Sheet]:
    """What leaves such an event, before it is written."""
    found = material(hostile.journal, FiguresReader(hostile.journal))
    return {plan.name: plan.sheet(found) for plan in SHEETS}


@pytest.fixture(scope="module")
def written(hostile: OpenEvent, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an export of it."""
    folder = tmp_path_factory.mktemp("written")
    Exporting(hostile.journal).write(ExportOrder((Format.WORKBOOK, Format.CSV)), folder)
    return folder


def columns_with(payload: str, header: list[str], rows: list[list[str]]) -> set[str]:
    shown = payload.strip()
    return {name for row in rows for name, cell in zip(header, row, strict=True) if shown in cell}


def test_every_text_of_the_event_is_tried_with_every_payload(written: Path) -> None:
    for sheet, expected in COLUMNS.items():
        header, *rows = cells_of(written / f"{sheet}.csv")
        for payload in PAYLOADS:
            assert expected <= columns_with(payload, header, rows), (sheet, payload)


@pytest.mark.parametrize("separator", list(Separator))
def test_no_csv_file_has_a_live_formula(
    hostile: OpenEvent, tmp_path: Path, separator: Separator
) -> None:
    done = Exporting(hostile.journal).write(ExportOrder((Format.CSV,), separator), tmp_path)

    assert {file.name: live_in_csv(file, separator.letter) for file in done.files} == {
        file.name: [] for file in done.files
    }


def test_no_cell_of_the_workbook_is_a_live_formula(written: Path) -> None:
    assert live_in_workbook(written / "event.xlsx") == []


def test_without_the_guard_both_are_found_to_be_live(
    sheets: dict[str, Sheet], tmp_path: Path
) -> None:
    rows = [[str(cell) for cell in row] for row in sheets["outcomes"].rows]
    table, workbook = tmp_path / "plain.csv", tmp_path / "plain.xlsx"
    with table.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, quoting=csv.QUOTE_ALL).writerows(rows)
    with Workbook(workbook) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)

    assert len(live_in_csv(table)) > len(PAYLOADS)
    assert len(live_in_workbook(workbook)) > len(PAYLOADS)


def test_our_import_takes_the_marks_away_again(sheets: dict[str, Sheet], written: Path) -> None:
    for name, sheet in sheets.items():
        _, *rows = cells_of(written / f"{name}.csv")
        for row, cells in zip(sheet.rows, rows, strict=True):
            for column, meant, cell in zip(sheet.columns, row, cells, strict=True):
                if column.holds is Holds.TEXT:
                    # Behind a blank nothing is taken for a mark.
                    assert clean_lines(cell) == clean_lines(f" {meant}")


@pytest.mark.parametrize("file", ["delegates.csv", "event.xlsx"])
def test_our_import_reads_the_same_people_back(written: Path, file: str) -> None:
    order = ReadingOrder(sheet="delegates" if file.endswith(".xlsx") else None)

    people = read_registrations(written / file, order).rows

    wanted = {clean_lines(f" {payload}") for payload in PAYLOADS}
    for field in ("note", "seeks", "offers", "function", "city", "organisation", "delegation"):
        assert {getattr(person, field) for person in people} == wanted, field
