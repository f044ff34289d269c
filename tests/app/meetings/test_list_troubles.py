"""What a rehearsal of a list found wrong, where it can be mended, and beside which rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.delegates.importing.imports import ImportOrder
from app.delegates.importing.troubles import Trouble, doubts
from app.delegates.reading.registrations import ReadingOrder
from app.meetings.importing.imports import What
from app.meetings.importing.troubles import list_troubles
from app.meetings.orders import RequestOrder
from app.meetings.reading.preview import read_list_preview
from app.meetings.requests import Requests
from tests.app.meetings.asking import Floor
from tests.app.meetings.lists import ImportLines, ImportsOf, write_lines

Finds = Callable[..., list[Trouble]]


@pytest.fixture(autouse=True)
def people(floor: Floor) -> None:
    """Ada A-1, Ben A-2, Cleo A-3."""
    for name in ("Ada", "Ben", "Cleo"):
        floor.who(name, email=f"{name.lower()}@example.org")


@pytest.fixture
def finds(imports: ImportsOf, tmp_path: Path) -> Finds:
    def find(what: What, *lines: str) -> list[Trouble]:
        file = write_lines(tmp_path / "list.csv", *lines)
        preview = read_list_preview(file, ReadingOrder())
        fields = {column.label: column.field for column in preview.columns}
        return list(list_troubles(preview, fields, imports(what).rehearse(file, ImportOrder())))

    return find


def test_who_is_unknown_in_several_rows_is_one_trouble(finds: Finds) -> None:
    (trouble,) = finds(What.REQUESTS, "Guest,Host", "A-1,Zoe", "A-2,A-3", "A-3,Zoe")

    assert trouble == Trouble("unknown_delegate", (2, 4), "Host", "Zoe", "", rejects=True)


def test_a_badge_number_in_the_cell_says_who_is_meant(
    imports: ImportsOf, floor: Floor, tmp_path: Path
) -> None:
    file = write_lines(tmp_path / "list.csv", "Guest,Host e-mail,Host name", "A-1,b@x.org,Zoe Q")
    how = ReadingOrder(corrections={(2, "Host e-mail"): "A-2"})

    imported = imports(What.REQUESTS).run(file, ImportOrder(how))

    assert (imported.created, imported.rejected) == (1, ())
    assert [each.name for each in floor.requests()[0].hosts] == ["Ben Of"]


def test_of_several_people_in_a_cell_one_can_not_be_mended_there(finds: Finds) -> None:
    (trouble,) = finds(What.REQUESTS, "Guest,Host", "A-1,A-2; Zoe")

    assert (trouble.code, trouble.column, trouble.text) == ("unknown_delegate", "", "Zoe")


def test_a_clash_is_mended_at_its_slot_and_shows_the_other_row(finds: Finds) -> None:
    (trouble,) = finds(
        What.MEETINGS,
        "Guest,Host,Slot,Table",
        "A-1,A-2,2027-03-16 10:40,1",
        "A-1,A-3,2027-03-16 10:40,2",
    )

    assert (trouble.code, trouble.column, trouble.rows) == ("clash_of_people", "Slot", (2, 3))
    assert trouble.lines == (3,)


def test_a_side_that_is_blank_is_written_in_its_own_column(finds: Finds) -> None:
    (trouble,) = finds(What.REQUESTS, "Guest name,Host name,Note", "Ada Of,,x")

    assert (trouble.code, trouble.column) == ("no_host", "Host name")


def test_a_row_said_twice_is_shown_beside_the_first(finds: Finds) -> None:
    (trouble,) = finds(What.REQUESTS, "Guest,Host,Priority", "A-1,A-2,1", "A-1,A-2,3")

    assert (trouble.code, trouble.column, trouble.rows) == ("said_twice", "", (2, 3))


def test_what_a_desk_said_otherwise_is_told_with_its_row(
    imports: ImportsOf,
    import_requests: ImportLines,
    requests: Requests,
    floor: Floor,
    tmp_path: Path,
) -> None:
    import_requests("Guest,Host,Priority", "A-1,A-2,1")
    requests.change(floor.requests()[0].id, RequestOrder(priority=3))
    file = write_lines(tmp_path / "newer.csv", "Guest,Host,Priority", "A-1,A-2,2")

    (doubt,) = doubts(imports(What.REQUESTS).rehearse(file, ImportOrder()))

    assert (doubt.code, doubt.rows, doubt.text) == ("desk_value", (2,), "R-A1; 2")
