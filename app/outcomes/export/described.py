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
from app.outcomes.export.sheets.attendance import COLUMNS as ATTENDANCE
from app.outcomes.export.sheets.pretix import APART, TELLING
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
_HANDED_BACK: Final = """\
## Handing check-ins back

`matchdesk hand-back EVENT -o FILE` tells whoever ran the registration who came. Check-ins that
were taken back are left out; whoever came in somebody's place came with that ticket.

`--for attendance` is a table for anybody, as `.csv` or `.xlsx`: everybody on the list, day by day.

`--for pretix` is for pretix, whose documentation tells of no file of check-ins that it would read.
What it takes is a request to its [REST API][redeem] for each of them, which a script sends with a
token of your organiser's account. `FILE.jsonl` has the body of one a line, for
`POST /api/v1/organizers/ORGANIZER/checkinrpc/redeem/`; `--list ID` says which check-in list they
go to, as pretix numbers it. They are sent with `force`, as an app sends what it scanned while it
was offline, and with a `nonce` that stays the same, so that a second upload changes nothing.
`FILE.csv` says the same as a table, for eyes and for scripts of your own. Tickets are known if they
came with an export that had their secrets (tick “Include QR-code secret”, or take the order data).
All others stand apart, in a second file `FILE-apart.csv`, with the reason. This was written from
pretix's documentation; no upload to a server has been tried.

[redeem]: https://docs.pretix.eu/en/latest/api/resources/checkin.html
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
    parts.append(_HANDED_BACK)
    for name, columns in (
        ("`--for attendance`", ATTENDANCE),
        ("`--for pretix`, as a table", TELLING),
        ("What pretix does not know", APART),
    ):
        parts.append(f"### {name}\n")
        parts.append("\n".join(_table(columns)) + "\n")
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
