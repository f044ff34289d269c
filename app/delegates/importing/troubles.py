"""What a rehearsal found wrong, put together for a person to mend before the import."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.delegates.countries import country_name, likely_country
from app.delegates.folding import fold
from app.delegates.importing.imports import Imported
from app.delegates.reading.cells import email_of
from app.delegates.reading.guess import MANY
from app.delegates.reading.preview import Preview
from app.delegates.registration import RowProblem

_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "damaged_email": ("email",),
    "shared_email": ("email",),
    "damaged_phone": ("phone",),
    "long_short_name": ("short_name",),
    "unknown_country": ("country",),
    "unknown_status": ("status",),
    "unclear_time": ("received",),
    "no_organisation": ("organisation",),
    "no_name": ("full_name", "family_name", "given_name"),
}
"""In which field's column a problem is mended."""

_MOST_PROPOSALS: Final = 40
_AT_IN_WORDS: Final = re.compile(r"\s*[(\[{<]\s*at\s*[)\]}>]\s*|\s+at\s+|\s*@[\s@]*", re.IGNORECASE)
_DOTS: Final = re.compile(r"[.,;#]")
_DOMAIN: Final = re.compile(r"[^@\s]+\.[^@\s.]{2,}")


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing to mend, in one row or in several that say the same.

    Attributes:
        code: As in ``RowProblem``.
        lines: Where it stands, in the order of the file.
        column: Names the column in a correction; blank if no cell can mend it.
        text: What the cell says, shortened.
        proposal: What it can only mean, or blank.
        rejects: The rows are left out as long as it stands; else only the cell is.
        others: Further rows that it is about, and where nothing is wrong.
    """

    code: str
    lines: tuple[int, ...]
    column: str
    text: str
    proposal: str
    rejects: bool
    others: tuple[int, ...] = ()

    @property
    def rows(self) -> tuple[int, ...]:
        """The lines of all rows to look at."""
        return tuple(sorted({*self.lines, *self.others}))


def doubts(imported: Imported) -> tuple[Trouble, ...]:
    """Give what the list leaves to a person once it is imported, with the rows it is about."""
    return tuple(
        Trouble(pair.kind, pair.lines, "", f"{pair.subject}; {pair.other}", "", rejects=False)
        for pair in imported.doubtful
        if pair.lines
    )


def troubles(
    preview: Preview, fields: Mapping[str, str], imported: Imported
) -> tuple[Trouble, ...]:
    """Group the problems of a rehearsal: what rejects rows first, then in the file's order.

    Args:
        preview: The file that was rehearsed.
        fields: What its columns were matched to, by their labels.
        imported: What the rehearsal told.
    """
    columns = {field: label for label, field in fields.items() if field}
    mending = _Mending(preview, columns)
    grouped: dict[tuple[bool, str, str, str], list[RowProblem]] = defaultdict(list)
    for rejects, problems in ((True, imported.rejected), (False, imported.remarks)):
        for problem in problems:
            # Rows without a name have nothing in common but that.
            alone = f" {problem.line}" if rejects else ""
            column = _column(problem, fields, columns)
            grouped[rejects, problem.code, column, problem.text + alone].append(problem)
    return tuple(
        Trouble(
            code=code,
            lines=tuple(problem.line for problem in problems),
            column=column,
            text=problems[0].text,
            # Where so much is wrong, a column is matched wrongly, and guessing takes long.
            proposal=mending.proposal(problems[0]) if place < _MOST_PROPOSALS else "",
            rejects=rejects,
        )
        for place, ((rejects, code, column, _text), problems) in enumerate(grouped.items())
    )


def _column(problem: RowProblem, fields: Mapping[str, str], columns: Mapping[str, str]) -> str:
    """Name the column in which a problem is mended; none, where a cell holds several things."""
    if problem.code == "unknown_country" and fields.get(problem.column) in MANY:
        return ""
    return next((columns[each] for each in _FIELDS.get(problem.code, ()) if each in columns), "")


class _Mending:
    """Finds what a cell can only mean."""

    def __init__(self, preview: Preview, columns: Mapping[str, str]) -> None:
        self._places = {column.label: at for at, column in enumerate(preview.columns)}
        self._columns = columns
        self._cells = {row.line: row.cells for row in preview.rows}
        self._domains: frozenset[str] | None = None

    def proposal(self, problem: RowProblem) -> str:
        if problem.code == "unknown_country":
            code = likely_country(problem.text)
            return country_name(code) if code else ""
        if problem.code != "damaged_email":
            return ""
        # The problem shows the cell shortened; too long a one is not guessed at.
        meant = set(self._emails(problem.text, self._names(problem.line)))
        return meant.pop() if len(meant) == 1 else ""

    def _emails(self, text: str, names: Sequence[str]) -> Iterator[str]:
        """Yield the addresses that a damaged one may stand for."""
        repaired = _AT_IN_WORDS.sub("@", text)
        if repaired.count("@") == 1:
            joined = re.sub(r"\s+", "", repaired)
            if email_of(joined) and _DOMAIN.fullmatch(joined.partition("@")[2]):
                yield joined
        if "@" in text or " " in text:
            return
        parts = [(text[: dot.start()], text[dot.end() :]) for dot in _DOTS.finditer(text)]
        whole = [(local, domain) for local, domain in parts if local and _DOMAIN.fullmatch(domain)]
        known = [pair for pair in whole if pair[1] in self._known_domains()]
        # Of ada and ada.byron the longer one is the name.
        named = [pair for pair in whole if _named_after(pair[0], names)][-1:]
        for local, domain in known or named:
            yield f"{local}@{domain}"

    def _known_domains(self) -> frozenset[str]:
        if self._domains is None:
            place = self._places[self._columns["email"]]
            cells = (email_of(cells[place]) for cells in self._cells.values())
            self._domains = frozenset(text.partition("@")[2] for text in cells if text)
        return self._domains

    def _names(self, line: int) -> list[str]:
        cells = self._cells.get(line, ())
        fields = ("given_name", "family_name", "full_name")
        places = [self._places[self._columns[each]] for each in fields if each in self._columns]
        return [word for at in places if at < len(cells) for word in fold(cells[at]).split()]


def _named_after(local: str, names: Sequence[str]) -> bool:
    """Tell whether the part before the @ is put together of somebody's names alone."""
    words = re.split(r"[._-]", fold(local).replace(" ", "."))
    return bool(names) and all(word in names for word in words)
