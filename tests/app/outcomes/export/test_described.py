"""What an export says of itself holds: the page, the schema, and the files agree."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from app.outcomes.export.described import FOLDER, PAGE, SCHEMA, page, schema
from app.outcomes.export.formats import ExportOrder, Format
from app.outcomes.export.sheets.all import SHEETS
from tests.app.outcomes.export.conftest import LivedDay

JSON = ExportOrder((Format.JSON,))
_KNOWN = {
    *("$schema", "title", "description", "type", "format", "enum", "const"),
    *("properties", "required", "additionalProperties", "items"),
}
_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
    "array": list,
    "object": dict,
}


def problems(value: Any, of: dict[str, Any], where: str = "$") -> list[str]:
    """Say where a value breaks the rules of a schema, of which no others are used here."""
    assert set(of) <= _KNOWN, f"{set(of) - _KNOWN} is not checked"
    types = of.get("type", [])
    named = [types] if isinstance(types, str) else types
    if named and not any(_is(value, each) for each in named):
        return [f"{where} is no {types}: {value!r}"]
    if "const" in of and value != of["const"]:
        return [f"{where} is not {of['const']!r}"]
    if "enum" in of and value not in of["enum"]:
        return [f"{where} is none of {of['enum']}: {value!r}"]
    if isinstance(value, str) and not _has(value, of.get("format")):
        return [f"{where} is no {of['format']}: {value!r}"]
    return _within(value, of, where)


def _within(value: Any, of: dict[str, Any], where: str) -> list[str]:
    if isinstance(value, list):
        each = (problems(one, of["items"], f"{where}[{n}]") for n, one in enumerate(value))
        return [problem for found in each for problem in found]
    if not isinstance(value, dict):
        return []
    known = of["properties"]
    assert of["additionalProperties"] is False
    found = [f"{where}.{name} is missing" for name in of["required"] if name not in value]
    found += [f"{where}.{name} is not known" for name in value if name not in known]
    for name in value.keys() & known.keys():
        found += problems(value[name], known[name], f"{where}.{name}")
    return found


def _is(value: Any, name: str) -> bool:
    if isinstance(value, bool):
        return name == "boolean"
    return isinstance(value, _TYPES[name])


def _has(value: str, form: str | None) -> bool:
    try:
        if form == "date":
            date.fromisoformat(value)
        elif form == "date-time":
            return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False
    return True


def exported(lived: LivedDay, folder: Path) -> tuple[Any, dict[str, Any]]:
    lived.exported(folder, JSON)
    told: dict[str, Any] = json.loads((folder / SCHEMA).read_bytes())
    return json.loads((folder / "event.json").read_bytes()), told


def test_the_json_file_keeps_to_the_schema_beside_it(lived: LivedDay, tmp_path: Path) -> None:
    whole, told = exported(lived, tmp_path)

    assert problems(whole, told) == []
    assert whole["$schema"] == SCHEMA
    assert whole["event"]["time_zone"] == "Europe/Vilnius"


@pytest.mark.parametrize(
    ("sheet", "key", "value"),
    [
        ("meetings", "starts", "2027-03-16 10:15"),
        ("meetings", "day", "16.03.2027"),
        ("meetings", "moved", "yes"),
        ("meetings", "state", "perhaps"),
        ("no-shows", "minutes", "20"),
        ("delegates", "shoe_size", 43),
        ("delegates", "badge_number", None),
    ],
)
def test_a_file_that_breaks_the_schema_is_found_out(
    lived: LivedDay, tmp_path: Path, sheet: str, key: str, value: object
) -> None:
    whole, told = exported(lived, tmp_path)
    whole["sheets"][sheet][0][key] = value

    (problem,) = problems(whole, told)

    assert problem.startswith(f"$.sheets.{sheet}[0].{key} is ")


def test_the_page_and_the_schema_in_the_repository_are_those_of_the_columns() -> None:
    again = "python -m app.outcomes.export.described writes them anew"

    assert (FOLDER / PAGE).read_text(encoding="utf-8") == page(), again
    assert (FOLDER / SCHEMA).read_bytes() == schema(), again


def test_columns_have_names_of_their_own_and_say_what_they_hold() -> None:
    for sheet in SHEETS:
        keys = [column.key for column in sheet.columns]
        assert len(keys) == len(set(keys))
        assert all(re.fullmatch(r"[a-z][a-z_]*", key) for key in keys)
        assert all(column.says.endswith(".") for column in sheet.columns)
        assert not any("|" in column.says for column in sheet.columns)
        assert len(sheet.name) <= 31
