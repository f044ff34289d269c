"""What the child process does, seen from within: it guards, reads, and says so in JSON."""

from __future__ import annotations

import ctypes
import io
import json
from pathlib import Path
from typing import Any

import pytest

from app.delegates.reading import windows_job
from app.delegates.reading.child import _serve
from app.delegates.reading.limits import HEAD_ROWS, Refusal
from tests.hostile_making import Hostile
from tests.hostile_workbooks import ARCHIVES
from tests.spreadsheets import PEOPLE, ods, xls, xlsx, xlsx_of

HARMFUL = frozenset(
    (
        *("macros", "encrypted", "entities", "nested_archive", "too_many_members"),
        *("unpacks_too_large", "packed_too_tightly", "damaged"),
    )
)
CAUGHT = [each for each in ARCHIVES if each.expected in HARMFUL and not each.name.endswith("xlsm")]


def talk(data: bytes, sheet: str | None, index: int) -> list[Any]:
    """Ask for a sheet by name or number, as the parent does, and give the answers."""
    request = json.dumps({"bytes": len(data), "sheet": sheet}).encode() + b"\n"
    target = io.BytesIO()
    _serve(io.BytesIO(request + data + json.dumps({"sheet": index}).encode() + b"\n"), target)
    return [json.loads(line) for line in target.getvalue().splitlines()]


@pytest.mark.parametrize("hostile", CAUGHT, ids=lambda hostile: hostile.name)
def test_a_harmful_workbook_is_not_read(hostile: Hostile, tmp_path: Path) -> None:
    data = hostile.in_folder(tmp_path).path.read_bytes()

    with pytest.raises(Refusal) as refusal:
        talk(data, None, 0)

    assert refusal.value.reason == hostile.expected


@pytest.mark.parametrize("data", [xlsx(), ods(), xls()], ids=["xlsx", "ods", "xls"])
def test_a_workbook_s_rows_are_told_with_their_numbers(data: bytes) -> None:
    heads, *rows, end = talk(data, None, 0)
    numbered = [[number, list(row)] for number, row in enumerate(PEOPLE, start=1)]

    assert heads == {"sheets": ["People"], "heads": [{"sheet": 0, "rows": numbered, "last": 3}]}
    assert rows == [numbered]
    assert end == {"end": True}


def test_only_the_sheet_that_is_asked_for_is_read() -> None:
    heads, *_ = talk(xlsx_of({"A": PEOPLE, "B": PEOPLE}), "B", 1)

    assert [head["sheet"] for head in heads["heads"]] == [1]


def test_a_blank_sheet_has_no_head() -> None:
    heads, *_ = talk(xlsx_of({"A": [], "B": PEOPLE}), None, 1)

    assert [head["sheet"] for head in heads["heads"]] == [1]


def test_rows_are_told_in_parts_and_the_head_is_short() -> None:
    heads, *parts, _end = talk(xlsx([("Name",), *[(f"Ada {n}",) for n in range(599)]]), None, 0)

    assert len(heads["heads"][0]["rows"]) == HEAD_ROWS
    assert [len(part) for part in parts] == [250, 250, 100]


def test_windows_is_told_its_limit_in_its_own_layout() -> None:
    # Win32 gives these sizes for 64 bits; a field too many would set another limit.
    if ctypes.sizeof(ctypes.c_void_p) == 8:
        assert ctypes.sizeof(windows_job._Basic) == 64
        assert ctypes.sizeof(windows_job._Extended) == 144
