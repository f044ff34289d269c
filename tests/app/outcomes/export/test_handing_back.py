"""Check-ins go back to whoever ran the registration: to pretix by its tickets, to others by day."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pandas as pd
import pytest
from sqlalchemy import select

from app.checkin.scanning import Scanning
from app.delegates.importing.imports import ImportOrder, Imports
from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.undo import undo
from app.outcomes.export.formats import For, HandBackOrder, UnknownEnding
from app.outcomes.export.handing_back import HandingBack
from app.outcomes.export.written import files_written
from db.models import Delegate
from tests.app.outcomes.export.conftest import LivedDay
from tests.app.outcomes.export.tables import csv_rows
from tests.building import EventBuilder, MovableClock

PRETIX = Path(__file__).parents[3] / "data" / "pretix" / "pretix-positions-de.csv"
FOR_PRETIX = HandBackOrder(For.PRETIX, lists=(17,))


@pytest.fixture
def registered(open_event: OpenEvent) -> OpenEvent:
    """An event whose registrations came from pretix."""
    Imports(open_event.journal, open_event.letters).run(PRETIX, ImportOrder())
    return open_event


def who(event: OpenEvent, **columns: str) -> UUID:
    with event.journal.reading() as session:
        (found,) = session.scalars(select(Delegate.id).filter_by(alive=True, **columns))
    return found


def bodies(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_bytes().splitlines()]


def test_what_pretix_is_sent_names_its_tickets(
    registered: OpenEvent, clock: MovableClock, tmp_path: Path
) -> None:
    scanning, martins = Scanning(registered.journal), who(registered, order_code="A1534")
    scanning.check_in(martins)
    clock.passes(hours=2)
    scanning.check_out(martins)

    done = HandingBack(registered.journal).write(FOR_PRETIX, tmp_path / "back.jsonl")

    first, last = bodies(tmp_path / "back.jsonl")
    assert len(first.pop("nonce")) == len(last.pop("nonce")) == 32
    assert first == {
        "secret": "sdda8wzjpkx8w8cjh5s4ej4a7mrwtdaw",
        "source_type": "barcode",
        "lists": [17],
        "type": "entry",
        "datetime": "2027-03-16T08:30:00Z",
        "force": True,
    }
    assert (last["type"], last["datetime"]) == ("exit", "2027-03-16T10:30:00Z")
    assert (done.rows, done.apart) == (2, 0)


def test_the_table_says_the_same_with_order_and_position(
    registered: OpenEvent, tmp_path: Path
) -> None:
    Scanning(registered.journal).check_in(who(registered, order_code="A1534"))
    back = HandingBack(registered.journal)
    back.write(FOR_PRETIX, tmp_path / "back.jsonl")

    back.write(FOR_PRETIX, tmp_path / "back.csv")

    (row,) = csv_rows(tmp_path / "back.csv")
    (body,) = bodies(tmp_path / "back.jsonl")
    assert (row["Order code"], row["Position ID"]) == ("A1534", "1")
    assert (row["Secret"], row["Nonce"], row["Instant"]) == (
        *(body["secret"], body["nonce"], body["datetime"]),
    )
    assert row["Date and time"] == "2027-03-16 10:30:00"


def test_what_is_written_again_has_the_same_nonce(registered: OpenEvent, tmp_path: Path) -> None:
    Scanning(registered.journal).check_in(who(registered, order_code="A1534"))
    file, back = tmp_path / "back.jsonl", HandingBack(registered.journal)
    back.write(FOR_PRETIX, file)
    first = file.read_bytes()

    back.write(FOR_PRETIX, file)

    assert file.read_bytes() == first


def test_who_is_not_from_pretix_stands_apart_with_the_reason(
    registered: OpenEvent, event: EventBuilder, tmp_path: Path
) -> None:
    scanning = Scanning(registered.journal)
    order = PersonOrder(given_name="Hal", family_name="Walk")
    scanning.check_in(Roster(registered.journal, "A").register(order).id)
    scanning.check_in(event.delegate("Ada", "Byron"))
    scanning.check_in(who(registered, order_code="A1534"))

    done = HandingBack(registered.journal).write(FOR_PRETIX, tmp_path / "back.csv")

    apart = csv_rows(tmp_path / "back-apart.csv")
    assert [(row["Name"], row["Why"]) for row in apart] == [
        ("Hal Walk", "registered at the desk"),
        ("Ada Byron", "not from pretix"),
    ]
    assert (done.rows, done.apart, len(done.files)) == (1, 2, 2)


def test_whoever_comes_instead_comes_with_that_ticket(
    registered: OpenEvent, tmp_path: Path
) -> None:
    martins = who(registered, order_code="A1534")
    order = PersonOrder(given_name="Zita", family_name="Instead")
    Roster(registered.journal, "A").substitute(martins, order)
    Scanning(registered.journal).check_in(who(registered, family_name="Instead"))

    HandingBack(registered.journal).write(FOR_PRETIX, tmp_path / "back.csv")

    (row,) = csv_rows(tmp_path / "back.csv")
    assert (row["Attendee name"], row["Order code"]) == ("Zita Instead", "A1534")


def test_a_check_in_that_was_taken_back_is_not_handed_back(
    registered: OpenEvent, tmp_path: Path
) -> None:
    Scanning(registered.journal).check_in(who(registered, order_code="A1534"))
    undo(registered.journal)

    done = HandingBack(registered.journal).write(FOR_PRETIX, tmp_path / "back.jsonl")

    assert (done.rows, (tmp_path / "back.jsonl").read_bytes()) == (0, b"")


def test_attendance_has_everybody_on_each_day(lived: LivedDay, tmp_path: Path) -> None:
    done = HandingBack(lived.event.journal).write(HandBackOrder(), tmp_path / "came.csv")

    rows = csv_rows(tmp_path / "came.csv")
    assert (done.rows, len(rows)) == (16, 16)
    assert [row["Day"] for row in rows] == ["2027-03-16"] * 8 + ["2027-03-17"] * 8
    hal = next(row for row in rows if row["Given name"] == "Hal")
    assert (hal["Came"], hal["Walk-in"], hal["Times"]) == ("TRUE", "TRUE", "09:00 in; 11:50 out")
    assert hal["First arrival"] == "2027-03-16 09:00:00"
    gus = next(row for row in rows if row["Given name"] == "Gus")
    assert (gus["Expected"], gus["Came"], gus["Times"]) == ("FALSE", "FALSE", "")
    assert {row["Came"] for row in rows[8:]} == {"FALSE"}


def test_attendance_is_a_workbook_as_well(lived: LivedDay, tmp_path: Path) -> None:
    HandingBack(lived.event.journal).write(HandBackOrder(), tmp_path / "came.xlsx")

    table = pd.read_excel(tmp_path / "came.xlsx", engine="calamine")
    assert int(table["Came"].sum()) == 6


def test_what_is_handed_back_is_noted(lived: LivedDay, tmp_path: Path) -> None:
    HandingBack(lived.event.journal).write(FOR_PRETIX, tmp_path / "back.csv")

    with lived.event.journal.reading() as session:
        noted = [(each.deed.what, Path(each.deed.file).name) for each in files_written(session)]
    assert noted == [("hand_back", "back.csv"), ("hand_back", "back-apart.csv")]


@pytest.mark.parametrize(
    ("purpose", "name", "endings"),
    [
        (For.PRETIX, "back.xlsx", (".csv", ".jsonl")),
        (For.ATTENDANCE, "came.jsonl", (".csv", ".xlsx")),
        (For.ATTENDANCE, "came", (".csv", ".xlsx")),
    ],
)
def test_a_file_of_another_kind_is_refused(
    lived: LivedDay, tmp_path: Path, purpose: For, name: str, endings: tuple[str, ...]
) -> None:
    file = tmp_path / "out" / name

    with pytest.raises(UnknownEnding) as refused:
        HandingBack(lived.event.journal).write(HandBackOrder(purpose), file)

    assert (refused.value.file, refused.value.endings) == (file, endings)
    assert not file.parent.exists()
