"""The rows of a table, one after the other, as somebody corrected them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeVar

from app.delegates.reading.cells import shortened
from app.delegates.reading.columns import Matching
from app.delegates.reading.corrections import Corrections
from app.delegates.reading.limits import MAX_ROWS, Reason, Refusal
from app.delegates.reading.table import Record, Table
from app.delegates.registration import RowProblem
from app.progress import Progress, Report

T = TypeVar("T")
_ROWS_A_REPORT: Final = 500


def records_of(table: Table, report: Report) -> Iterator[Record]:
    """Yield the rows of a table, and tell how far that is.

    Raises:
        Refusal: It has too many.
        Cancelled: ``report`` stopped the work.
    """
    for count, record in enumerate(table.records, start=1):
        if count > MAX_ROWS:
            raise Refusal(Reason.TOO_MANY_ROWS, MAX_ROWS, record.line)
        yield record
        if count % _ROWS_A_REPORT == 0:
            report(Progress(record.line, max(record.line, table.last_line)))


def read_records(
    table: Table,
    matching: Matching,
    corrections: Corrections,
    read: Callable[[Record], T],
    report: Report,
) -> tuple[list[T], list[RowProblem]]:
    """Read each row of a table; one whose cells have shifted is a problem.

    Raises:
        Refusal: It has no rows, or too many.
        Cancelled: ``report`` stopped the work.
    """
    rows: list[T] = []
    problems: list[RowProblem] = []
    for as_written in records_of(table, report):
        record = corrections.applied(as_written)
        if table.can_shift and _is_shifted(record, len(matching.columns)):
            shown = shortened(" ".join(record.cells))
            problems.append(RowProblem(record.line, "", "too_many_cells", shown))
        else:
            rows.append(read(record))
    if not rows and not problems:
        raise Refusal(Reason.NO_ROWS)
    return rows, problems


def _is_shifted(record: Record, width: int) -> bool:
    """Say whether a row has more cells than columns: an unquoted separator has shifted them."""
    return any(cell and not cell.isspace() for cell in record.cells[width:])
