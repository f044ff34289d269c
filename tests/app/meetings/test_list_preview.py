"""A list of requests or meetings is shown as it stands, and known from one of delegates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.delegates.reading.refusals import FileRefused, UnknownField
from app.delegates.reading.registrations import ReadingOrder
from app.meetings.importing.imports import What
from app.meetings.importing.likeness import looks_like
from app.meetings.reading.preview import read_list_preview
from app.meetings.reading.suggestions import suggested_fields
from tests.app.meetings.lists import write_lines


def test_columns_are_taken_for_what_their_headers_say(tmp_path: Path) -> None:
    file = write_lines(tmp_path / "list.csv", "Who,Gast", "A-1,A-2")

    preview = read_list_preview(file, ReadingOrder())

    assert [(each.label, each.field) for each in preview.columns] == [
        ("Who", ""),
        ("Gast", "guest"),
    ]
    assert preview.columns[0].suggestions == ("guest_number", "host_number")
    assert preview.rows[0].cells == ("A-1", "A-2")


def test_a_list_without_rows_and_a_foreign_field_are_refused(tmp_path: Path) -> None:
    file = write_lines(tmp_path / "list.csv", "Guest,Host")

    with pytest.raises(FileRefused):
        read_list_preview(file, ReadingOrder())
    with pytest.raises(UnknownField):
        read_list_preview(file, ReadingOrder(mapping={"Guest": "full_name"}))


@pytest.mark.parametrize(
    ("cells", "first"),
    [
        (["x", "", "x"], "mutual"),
        (["1", "2", "3"], "priority"),
        (["ada@x.org"], "guest_email"),
        (["10:40", "2027-03-16 11:05"], "slot"),
        (["C2C", "b2b"], "kind"),
        (["Table 4", "12"], "table"),
        (["Ada Byron", "Ben Of"], "guest"),
    ],
)
def test_cells_suggest_what_a_column_may_hold(cells: Sequence[str], first: str) -> None:
    assert suggested_fields(Counter(filter(None, cells)))[0] == first


def test_a_blank_column_suggests_nothing() -> None:
    assert suggested_fields(Counter()) == ()


@pytest.mark.parametrize(
    ("headers", "what"),
    [
        (["Guest", "Host", "Priority"], What.REQUESTS),
        (["Requester e-mail", "Requestee e-mail", "Message"], What.REQUESTS),
        (["Guest", "Host", "Date", "Time", "Table"], What.MEETINGS),
        (["First name", "Last name", "E-mail", "Organisation"], None),
        (["Name", "Table"], None),
    ],
)
def test_headers_say_what_a_list_is_of(headers: Sequence[str], what: What | None) -> None:
    assert looks_like(headers) is what
