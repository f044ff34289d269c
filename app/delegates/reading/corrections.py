"""What a person says that cells of a file should say instead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from app.delegates.reading.columns import Matching, address_of, places_of
from app.delegates.reading.refusals import UnknownColumn
from app.delegates.reading.table import Record


class Corrections:
    """Corrections of a file whose columns are known.

    Raises:
        UnknownColumn: One names a column that is not there.
    """

    def __init__(self, said: Mapping[tuple[int, str], str], matching: Matching) -> None:
        places = places_of(matching.labels) if said else {}
        self._of_line: dict[int, dict[int, str]] = defaultdict(dict)
        for (line, name), text in said.items():
            if address_of(name) not in places:
                raise UnknownColumn(name, tuple(filter(None, matching.labels)))
            self._of_line[line][places[address_of(name)]] = text

    def applied(self, record: Record) -> Record:
        """Give a row as it should read."""
        corrected = self._of_line.get(record.line)
        if corrected is None:
            return record
        cells = [*record.cells, *[""] * (max(corrected) + 1 - len(record.cells))]
        for place, text in corrected.items():
            cells[place] = text
        return Record(record.line, cells)
