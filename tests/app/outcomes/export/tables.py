"""Reads what was exported."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any


def csv_rows(file: Path, separator: str = ",") -> list[dict[str, str]]:
    """Give the rows of a CSV file by the names of their columns."""
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=separator))


def json_of(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Give the tables of the JSON file in a folder."""
    sheets: dict[str, list[dict[str, Any]]] = json.loads((folder / "event.json").read_bytes())[
        "sheets"
    ]
    return sheets
