"""What a rehearsal of a list of requests or meetings found wrong, put together for a person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from app.delegates.importing.imports import Imported
from app.delegates.importing.troubles import Trouble
from app.delegates.reading.preview import Preview
from app.delegates.registration import RowProblem

NOBODY_FOUND: Final = frozenset({"unknown_delegate", "several_delegates"})
"""Codes that say who is to be found: a badge number in the cell mends it."""

_ALIKE: Final = re.compile(r"unknown_|unreadable_|several_")
"""What is mended everywhere at once where several rows say the same."""
_LINE: Final = re.compile(r"(?:^|: )line (\d+)")
_SEVERAL: Final = re.compile(r"[;|]")
_MENDED: Final = re.compile(r"unknown_|unreadable_|several_|slot_forbidden|fixed_|clash_|runs_over")
"""Codes that another text in the cell can mend."""
_BLANK: Final[Mapping[str, tuple[str, ...]]] = {
    "no_guest": ("guest",),
    "no_host": ("host",),
    "no_slot": ("slot", "time"),
    "no_table": ("table",),
    "runs_over": ("slot", "time"),
}
"""In which field's column something is to be written, for codes whose rows say nothing there."""


def list_troubles(
    preview: Preview, fields: Mapping[str, str], imported: Imported
) -> tuple[Trouble, ...]:
    """Group the problems of a rehearsal: what rejects rows first, then in the file's order.

    Args:
        preview: The file that was rehearsed.
        fields: What its columns were matched to, by their labels.
        imported: What the rehearsal told.
    """
    mending = _Mending(preview, fields)
    grouped: dict[tuple[object, ...], list[RowProblem]] = defaultdict(list)
    for rejects, problems in ((True, imported.rejected), (False, imported.remarks)):
        for problem in problems:
            alone = "" if _ALIKE.match(problem.code) else problem.line
            grouped[rejects, problem.code, problem.column, problem.text, alone].append(problem)
    return tuple(
        mending.trouble(problems, rejects=bool(rejects))
        for (rejects, *_rest), problems in grouped.items()
    )


class _Mending:
    """Finds the cells that problems are about."""

    def __init__(self, preview: Preview, fields: Mapping[str, str]) -> None:
        self._fields = fields
        self._labels = {each.header: each.label for each in reversed(preview.columns)}
        self._places = {each.label: at for at, each in enumerate(preview.columns)}
        self._cells = {row.line: row.cells for row in preview.rows}

    def trouble(self, problems: list[RowProblem], *, rejects: bool) -> Trouble:
        first = problems[0]
        other = _LINE.search(first.text)
        return Trouble(
            code=first.code,
            lines=tuple(problem.line for problem in problems),
            column=self._column(first),
            text=first.text,
            proposal="",
            rejects=rejects,
            others=(int(other[1]),) if other else (),
        )

    def _column(self, problem: RowProblem) -> str:
        """Name the column in which it is mended; blank if one cell holds more than is wrong."""
        if problem.code in _BLANK and not problem.column:
            return self._of_field(_BLANK[problem.code])
        if not _MENDED.match(problem.code) or problem.column not in self._labels:
            return ""
        label = self._labels[problem.column]
        if problem.code in NOBODY_FOUND and self._holds_several(problem.line, label):
            return ""
        return label

    def _holds_several(self, line: int, label: str) -> bool:
        cells = self._cells.get(line, ())
        cell = cells[self._places[label]] if cells else ""
        return bool(_SEVERAL.search(cell))

    def _of_field(self, wanted: tuple[str, ...]) -> str:
        fields = ((label, field.split("_")[0]) for label, field in self._fields.items())
        return next((label for label, field in fields if field in wanted), "")
