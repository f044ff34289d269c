"""The list of delegates as files that any spreadsheet opens and our own import reads."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.checkin.identify import TICKET
from app.files import written_whole
from app.journal.journal import Journal
from db.models import Delegate, Delegation, Organisation, SourceKey

if TYPE_CHECKING:
    from pandas import DataFrame

# What a spreadsheet runs instead of showing it: a formula, also behind blanks or in wide
# letters, and what begins a cell of its own. A call to another program (``cmd|'/c …'!A1``) is
# only run where one of these stands before it.
_FORMULA: Final = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
# Our import takes this for text that was made safe, and drops its first character.
_LOOKS_MADE_SAFE: Final = re.compile(r"['\t]\s*[=+\-@＝＋－＠]|'[\t\r\n]")
_WIDEST: Final = 60


@dataclass(frozen=True, slots=True)
class _Entry:
    """A delegate as stored, with the names and codes that are stored elsewhere."""

    delegate: Delegate
    organisation: str
    short_name: str
    delegation: str
    ticket: str


_COLUMNS: Final[Mapping[str, Callable[[_Entry], str]]] = {
    "Badge number": lambda entry: entry.delegate.badge_number,
    "Given name": lambda entry: entry.delegate.given_name,
    "Family name": lambda entry: entry.delegate.family_name,
    "E-mail": lambda entry: entry.delegate.email,
    "Phone": lambda entry: entry.delegate.phone,
    "Organisation": lambda entry: entry.organisation,
    "Organisation short name": lambda entry: entry.short_name,
    "Function": lambda entry: entry.delegate.function,
    "Country": lambda entry: entry.delegate.country,
    "City": lambda entry: entry.delegate.city,
    "Delegation": lambda entry: entry.delegation,
    "Sectors": lambda entry: "; ".join(entry.delegate.sectors),
    "Looking for": lambda entry: entry.delegate.seeks,
    "Offers": lambda entry: entry.delegate.offers,
    "Organisation type": lambda entry: entry.delegate.kind,
    "Badge type": lambda entry: entry.delegate.badge_type,
    "Status": lambda entry: entry.delegate.status,
    "Note": lambda entry: entry.delegate.note,
    "Attention": lambda entry: entry.delegate.attention,
    "Order code": lambda entry: entry.delegate.order_code,
    "Ticket secret": lambda entry: entry.ticket,
}


def export_delegates(journal: Journal, folder: Path) -> tuple[Path, ...]:
    """Write ``delegates.csv`` and ``delegates.xlsx`` into a folder, in the order of numbers.

    No cell runs as a formula. Our import reads both back to the same values.

    Raises:
        FileNotWritten: A file can't be written. What stood there is as it was.
    """
    files = (folder / "delegates.csv", folder / "delegates.xlsx")
    with journal.reading() as session:
        entries = _entries(session)
    for file in files:
        _write(entries, file)
    return files


def export_file(journal: Journal, file: Path, among: Collection[UUID]) -> int:
    """Write some delegates in the order of numbers: as CSV, or as XLSX if ``file`` ends so.

    Returns:
        How many stand in the file.

    Raises:
        FileNotWritten: The file can't be written. What stood there is as it was.
    """
    wanted = frozenset(among)
    with journal.reading() as session:
        entries = [entry for entry in _entries(session) if entry.delegate.id in wanted]
    _write(entries, file)
    return len(entries)


def _write(entries: Sequence[_Entry], file: Path) -> None:
    # Pandas takes half a second to import, and nothing else at the desk needs it.
    from pandas import DataFrame  # noqa: PLC0415

    rows = [[_readable(column(each)) for column in _COLUMNS.values()] for each in entries]
    table = DataFrame(rows, columns=list(_COLUMNS), dtype="object")
    write = _write_xlsx if file.suffix.lower() == ".xlsx" else _write_csv
    with written_whole(file) as stream:
        write(table, stream)


def _entries(session: Session) -> list[_Entry]:
    tickets = _tickets(session)
    query = (
        select(Delegate, Organisation.name, Organisation.short_name, Delegation.name)
        .outerjoin(Organisation, Organisation.id == Delegate.organisation_id)
        .outerjoin(Delegation, Delegation.id == Delegate.delegation_id)
        .where(Delegate.alive)
    )
    entries = [
        _Entry(
            delegate,
            organisation or "",
            short_name or "",
            delegation or "",
            tickets.get(delegate.id, ""),
        )
        for delegate, organisation, short_name, delegation in session.execute(query)
    ]
    return sorted(entries, key=lambda entry: _counted(entry.delegate.badge_number))


def _counted(number: str) -> list[str | int]:
    """Give a key by which ``A-2`` comes before ``A-10``."""
    parts = enumerate(re.split(r"(\d+)", number))
    return [int(part) if place % 2 else part for place, part in parts]


def _tickets(session: Session) -> Mapping[UUID | None, str]:
    """Give each delegate's ticket; of several, the last that came in."""
    query = (
        select(SourceKey.delegate_id, SourceKey.key)
        .where(SourceKey.key.startswith(TICKET, autoescape=True), SourceKey.alive)
        .order_by(SourceKey.stamp, SourceKey.key)
    )
    return {delegate: key.removeprefix(TICKET) for delegate, key in session.execute(query)}


def _readable(text: str) -> str:
    """Keep our import from taking a mark of the text's own for one that made it safe."""
    return f" {text}" if _LOOKS_MADE_SAFE.match(text) else text


def _safe(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _write_csv(table: DataFrame, stream: BinaryIO) -> None:
    text = table.map(_safe).to_csv(index=False, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    # Excel takes a file without this mark for one in the computer's old encoding.
    stream.write(text.encode("utf-8-sig"))


def _write_xlsx(table: DataFrame, stream: BinaryIO) -> None:
    from pandas import ExcelWriter  # noqa: PLC0415

    as_text = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with ExcelWriter(stream, engine="xlsxwriter", engine_kwargs={"options": as_text}) as writer:
        table.to_excel(writer, sheet_name="Delegates", index=False)
        sheet = writer.sheets["Delegates"]
        # A quoted cell stays text when somebody edits it, too.
        quoted = writer.book.add_format({"quote_prefix": True})
        for place, name in enumerate(table.columns):
            sheet.set_column(place, place, _width([name, *table[name]]), quoted)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(table), len(table.columns) - 1)


def _width(texts: Sequence[str]) -> int:
    longest = max(len(line) for text in texts for line in text.splitlines() or [""])
    return min(longest + 2, _WIDEST)
