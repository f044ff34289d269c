"""From one row to what it says of one person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeVar

from app.delegates.countries import country_of
from app.delegates.reading.answers import is_no, is_yes, kind_of, language_of, status_of
from app.delegates.reading.cells import (
    clean,
    clean_lines,
    email_of,
    phone_of,
    shortened,
)
from app.delegates.reading.columns import Matching
from app.delegates.reading.guess import MANY
from app.delegates.reading.moments import moment_of
from app.delegates.reading.names import Name, is_title, name_of
from app.delegates.reading.several import Several
from app.delegates.reading.table import Record
from app.delegates.registration import LONGEST_SHORT_NAME, Registration, RowProblem

T = TypeVar("T")
Said = Mapping[str, str]

YES: Final = "yes"
"""What ``attention`` holds when a row asks for it and doesn't say why."""

_LINES: Final = frozenset({"seeks", "offers", "note", "attention"})
_AS_SAID: Final = (
    *("organisation", "city", "delegation", "seeks", "offers", "badge_type", "note"),
    *("ticket_secret", "order_code"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says, before the other rows of its order are known.

    ``person`` is missing if the row names nobody. An add-on only adds to another row's ticket.
    ``text`` is something to know a nameless row by.
    """

    line: int
    person: Registration | None
    order_code: str
    order_email: str
    is_add_on: bool
    text: str


class RowReader:
    """Reads rows by one matching of columns, and gathers what was wrong with them.

    A cell that can't be read is left blank and noted; the rest of its row is taken.
    """

    def __init__(self, matching: Matching) -> None:
        self._single = tuple(each for each in matching.columns if each.field not in {"", *MANY})
        self._several = Several(matching.columns)
        self._headers = {column.field: column.header for column in self._single}
        self._keys = matching.preset.keys
        self._moment = partial(moment_of, month_first=matching.preset.month_first)
        self.problems: list[RowProblem] = []

    def read(self, record: Record) -> Row:
        """Read one row."""
        said = self._said(record.cells)
        return Row(
            line=record.line,
            person=self._person(record, said),
            order_code=said.get("order_code", ""),
            order_email=email_of(said.get("order_email", "")) or "",
            is_add_on="add_on_to" in said,
            text=said.get("email") or next(iter(said.values()), ""),
        )

    def _said(self, cells: Sequence[str]) -> Said:
        """Give the cells that say something, by field."""
        said: dict[str, str] = {}
        for column in self._single:
            if column.index < len(cells) and cells[column.index]:
                tidy = clean_lines if column.field in _LINES else clean
                text = tidy(cells[column.index])
                if text:
                    said[column.field] = text
        return said

    def _person(self, record: Record, said: Said) -> Registration | None:
        names = (said.get(each, "") for each in ("full_name", "given_name", "family_name"))
        name = name_of(*names)
        if not name.full or _is_sum(name, said):
            return None
        function = said.get("function", "")
        if "organisation" not in said:
            self._note_of_nobody(record)
        return Registration(
            line=record.line,
            full_name=name.full,
            given_name=name.given,
            family_name=name.family,
            email=self._read(record.line, said, "email", email_of) or "",
            phone=self._read(record.line, said, "phone", phone_of) or "",
            short_name=self._read(record.line, said, "short_name", _short) or "",
            function="" if is_title(function) else function,
            country=self._read(record.line, said, "country", country_of) or "",
            countries=self._countries(record),
            sectors=self._several.values("sectors", record.cells),
            networks=self._several.values("networks", record.cells),
            strengths=self._several.values("strengths", record.cells),
            services=self._several.values("services", record.cells),
            further=self._several.further(record.cells),
            by_sector=self._by_sector(record),
            kind=kind_of(said.get("kind") or said.get("badge_type", "")),
            status=self._read(record.line, said, "status", status_of),
            received=self._read(record.line, _whole(said), "received", self._moment) or "",
            language=language_of(said.get("language", "")),
            attention=_attention(said),
            keys=tuple(_keys(self._keys, said)),
            **{field: said.get(field, "") for field in _AS_SAID},
        )

    def _countries(self, record: Record) -> tuple[str, ...]:
        codes: list[str] = []
        for header, text in self._several.countries(record.cells):
            code = country_of(text)
            if code is None:
                problem = RowProblem(record.line, header, "unknown_country", shortened(text))
                self.problems.append(problem)
            else:
                codes.append(code)
        return tuple(dict.fromkeys(codes))

    def _note_of_nobody(self, record: Record) -> None:
        """Note what a row says of an organisation that it does not name."""
        for field in ("networks", "strengths", "services"):
            if values := self._several.values(field, record.cells):
                text = shortened("; ".join(values))
                self.problems.append(
                    RowProblem(record.line, self._several.header(field), "no_organisation", text)
                )

    def _by_sector(self, record: Record) -> tuple[tuple[str, str, str], ...]:
        self.problems += (
            RowProblem(record.line, header, "no_sector", shortened(text))
            for header, text in self._several.without_sector(record.cells)
        )
        return self._several.by_sector(record.cells)

    def _read(
        self, line: int, said: Said, field: str, reader: Callable[[str], T | None]
    ) -> T | None:
        text = said.get(field)
        if text is None:
            return None
        value = reader(text)
        if value is None:
            code = _CODES[field]
            self.problems.append(RowProblem(line, self._headers[field], code, shortened(text)))
        return value


def _is_sum(name: Name, said: Said) -> bool:
    """Tell whether a row is the sum below a list: a number as a family name, and nothing more."""
    return name.family.isdecimal() and said.keys() <= _NAMES


_NAMES: Final = frozenset({"full_name", "given_name", "family_name"})
_CODES: Final = {
    "email": "damaged_email",
    "phone": "damaged_phone",
    "short_name": "long_short_name",
    "country": "unknown_country",
    "status": "unknown_status",
    "received": "unclear_time",
}


def _whole(said: Said) -> Said:
    """Put the time of day, which some exports write beside the day, behind it."""
    if "received" not in said or "received_time" not in said:
        return said
    return {**said, "received": f"{said['received']} {said['received_time']}"}


def _short(text: str) -> str | None:
    return text if len(text) <= LONGEST_SHORT_NAME else None


def _attention(said: Said) -> str:
    """Say what the desk should look out for: in words if there are any, else a plain yes."""
    text, flag = said.get("attention", ""), said.get("flag", "")
    if text and not is_yes(text) and not is_no(text):
        return text
    return said.get("note", YES) if is_yes(text) or is_yes(flag) else ""


def _keys(known: Sequence[tuple[str, str]], said: Said) -> list[str]:
    keys: list[str] = []
    for prefix, field in known:
        parts = [said.get(part, "") for part in field.split("-")]
        if all(parts):
            keys.append(f"{prefix}:{'-'.join(parts)}")
    return keys
