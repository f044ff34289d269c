"""What an export holds, told to people and to programs, both from the columns themselves.

``python -m app.outcomes.export.described`` writes it to ``resources/export``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from app.event.facts import EventFacts
from app.outcomes.export.sheets.all import SHEETS
from app.spreadsheets.columns import Column
from app.spreadsheets.json_text import sheet_schema

VERSION: Final = 1
"""Goes up when a column is renamed or taken away. One that is added leaves it."""
FOLDER: Final = Path(__file__).parents[3] / "resources" / "export"
PAGE: Final = "README.md"
SCHEMA: Final = "event.schema.json"

_INTRODUCTION: Final = """\
# What an export holds

`matchdesk export EVENT -o FOLDER` writes `event.xlsx` with the sheets below, each of them as a CSV
of its name, all of them as `event.json` with `event.schema.json` (JSON Schema 2020-12), and
`follow-ups.ics` for calendars; `--format` says which of these. Names of sheets and columns are
kept: columns are added at most, or `version` in the JSON file goes up. In JSON a column is called
by its name in small letters with `_` for blanks and hyphens.

A blank means that nobody said, or that there is none. Instants are those of the clock at the
venue; in JSON they have its offset. CSV is UTF-8 with a byte order mark, every cell in quotes; yes
and no are `TRUE` and `FALSE`, days `2027-03-16`, instants `2027-03-16 10:15:00`. No cell runs as a
formula: where a text of a CSV file would, a `'` stands before it, which the import of Matchdesk
takes away again. A text that begins with such a mark by itself has a blank before it. The same
data give the same files, byte by byte.
"""


def head(event: EventFacts) -> dict[str, Any]:
    """Give what the JSON file says before its tables."""
    return {
        "$schema": SCHEMA,
        "format": "matchdesk-export",
        "version": VERSION,
        "event": {
            "name": event.name,
            "time_zone": str(event.zone),
            "venue": event.venue,
            "city": event.city,
            "days": [day.isoformat() for day in event.days],
        },
    }


def schema() -> bytes:
    """Give the JSON Schema of the JSON file."""
    text = {"type": "string"}
    event = {
        "name": text,
        "time_zone": {"type": "string", "description": "A name of the IANA time zone database."},
        "venue": text,
        "city": text,
        "days": {"type": "array", "items": {"type": "string", "format": "date"}},
    }
    sheets = {each.name: sheet_schema(each.says, each.columns) for each in SHEETS}
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Export of an event by Matchdesk",
        **_all_of(
            {
                "$schema": text,
                "format": {"const": "matchdesk-export"},
                "version": {"const": VERSION},
                "event": _all_of(event),
                "sheets": _all_of(sheets),
            }
        ),
    }
    return f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode()


def page() -> str:
    """Give the page that tells people."""
    parts = [_INTRODUCTION]
    for sheet in SHEETS:
        parts.append(f"## {sheet.name}\n\n{sheet.says}\n")
        parts.append("\n".join(_table(sheet.columns)) + "\n")
    return "\n".join(parts)


def _all_of(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _table(columns: tuple[Column[Any], ...]) -> Iterator[str]:
    yield "| Column | Holds | |"
    yield "|---|---|---|"
    for column in columns:
        words = ", ".join(f"`{each}`" for each in column.words)
        yield f"| {column.name} | {words or column.holds} | {column.says} |"


def main() -> None:
    """Write both."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / PAGE).write_text(page(), encoding="utf-8")
    (FOLDER / SCHEMA).write_bytes(schema())


if __name__ == "__main__":
    main()
