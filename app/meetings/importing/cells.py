"""What the cells of a row say, as the event at hand understands it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from app.delegates.folding import fold
from app.delegates.reading.answers import is_no, is_yes
from app.meetings.attendees import MeetingKind
from app.meetings.importing.places import Places, RowReader
from app.meetings.orders import LONGEST
from app.meetings.reading.entries import Entry
from app.meetings.setting import Setting
from app.meetings.wishes import Wishes
from app.meetings.worth import HIGHEST, LOWEST

_SEVERAL: Final = re.compile(r"[;|\n,]")
_PRIORITIES: Final[Mapping[str, int]] = {
    **dict.fromkeys(("high", "hoch", "haut", "haute", "alta", "alto", "hoog", "a", "must"), 1),
    **dict.fromkeys(("medium", "normal", "mittel", "moyen", "moyenne", "media", "b", "should"), 2),
    **dict.fromkeys(("low", "niedrig", "bas", "basse", "baja", "bassa", "laag", "c", "could"), 3),
}


class Cells(Places):
    """Reads the cells of rows."""

    def __init__(self, around: Setting, wishes: Wishes) -> None:
        super().__init__(around.hall)
        self._wishes = wishes
        self._resources = {fold(each.name): each.name for each in around.resources}

    def mutual(self, text: str) -> bool | None:
        """Read a plain yes or no."""
        if is_yes(text):
            return True
        return False if is_no(text) else None

    def priority(self, text: str) -> int | None:
        """Read 1 to 3, or a word such as high."""
        if text.isdecimal() and HIGHEST <= int(text) <= LOWEST:
            return int(text)
        return _PRIORITIES.get(fold(text))

    def kind(self, text: str) -> str | None:
        """Read C2C, B2C or B2B."""
        folded = fold(text).replace(" ", "")
        return folded if folded in set(MeetingKind) else None

    def length(self, text: str) -> int | None:
        """Read how many slots a meeting takes."""
        return int(text) if text.isdecimal() and 1 <= int(text) <= LONGEST else None

    def slots(self, text: str) -> list[str] | None:
        """Find several slots; nothing if one of them is none."""
        found = [self.slot(part.strip()) for part in _SEVERAL.split(text) if part.strip()]
        return None if None in found else sorted({str(each) for each in found})

    def needs(self, text: str) -> list[str] | None:
        """Find resources by their names; nothing if one of them is none."""
        found = [self._resources.get(fold(part)) for part in _SEVERAL.split(text) if fold(part)]
        return None if None in found else sorted({each for each in found if each})

    def after(self, text: str) -> list[str] | None:
        """Find requests by their numbers; nothing if one of them is none."""
        parts = [part.strip().upper() for part in _SEVERAL.split(text) if part.strip()]
        found = [self._wishes.numbered(part) for part in parts]
        return None if None in found else sorted({str(each) for each in found})


class CellReader(RowReader):
    """Reads what a row says of a request."""

    def __init__(self, entry: Entry, cells: Cells) -> None:
        super().__init__(entry, cells)
        self._cells = cells

    def values(self) -> dict[str, Any]:
        """Read what is said of a request, by columns of ``Request``, as JSON says it.

        Raises:
            RowRefused: ``unknown_slot``, ``unknown_table``, ``unknown_forbidden``,
                ``unknown_length``, ``unknown_needs``, ``unknown_after``.
        """
        cells = self._cells
        slot, table = self.slot(), self.needed("table", cells.table)
        said = {
            "mutual": self.wished("mutual", cells.mutual),
            "priority": self.wished("priority", cells.priority),
            "kind": self.wished("kind", cells.kind),
            "length": self.needed("length", cells.length),
            "slot_id": str(slot) if slot else None,
            "table_id": str(table) if table else None,
            "forbidden": self.needed("forbidden", cells.slots),
            "needs": self.needed("needs", cells.needs),
            "after": self.needed("after", cells.after),
        }
        return {name: value for name, value in said.items() if value is not None}
