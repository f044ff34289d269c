"""What the cells of a form say came of a meeting."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from app.delegates.folding import fold
from app.delegates.registration import RowProblem
from app.floor.states import Missing
from app.meetings.importing.finding import RowRefused
from app.meetings.importing.places import Places, RowReader, day_in
from app.meetings.reading.entries import Entry
from app.outcomes.importing import words as w
from app.outcomes.outcome import Answer, OutcomeKind, Side
from app.outcomes.recording import LONGEST

_SEVERAL: Final = re.compile(r"[;|\n,/+]")
_INTEREST: Final = re.compile(r"([1-5])(?:[.,]0+)?(?:\s*(?:/|of|out of|von|sur)\s*5)?")
_STARS: Final = re.compile(r"([★⭐*]{1,5})[☆\s]*")
_SHORT_DAY: Final = re.compile(r"(\d{1,2})[./](\d{1,2})[./]?(\d{2})?")
_DAY_IN_WORDS: Final = re.compile(r"(?:(\d{1,2}) )?([a-z]{3,})(?: (\d{1,2}))?(?: (\d{4}))?")
_MONTHS: Final = (
    *("jan january januar janner janvier", "feb february februar fevrier fev"),
    *("mar march marz mrz maerz mars", "apr april avril avr", "may mai", "jun june juni juin"),
    *("jul july juli juillet juil", "aug august aout", "sep sept september septembre"),
    *("oct october okt oktober octobre", "nov november novembre"),
    "dec december dez dezember decembre",
)


@dataclass(frozen=True, slots=True)
class Form:
    """What a row says. ``values`` are fields of ``Outcome``, and only those that it speaks of.

    ``cells`` say it in the words of the file.
    ``missing`` is who did not come, where it says so; ``is_held`` is nothing where the row leaves
    open whether the meeting was held. ``remarks`` are cells that were left out.
    """

    line: int
    side: Side
    is_held: bool | None
    missing: Missing | None
    values: Mapping[str, Any]
    cells: Mapping[str, str]
    remarks: tuple[RowProblem, ...]

    @property
    def says_nothing(self) -> bool:
        """Tell whether the form is blank."""
        return self.is_held is None and not self.values


class FormReader(RowReader):
    """Reads what a row says of a meeting. ``after`` is its day: what is agreed is to be done later.

    A day without a year is the first one from then on.
    """

    def __init__(self, entry: Entry, places: Places, after: date) -> None:
        super().__init__(entry, places)
        self._after = after

    def form(self) -> Form:
        """Read the row.

        Raises:
            RowRefused: ``unknown_side``, ``unknown_took_place``, ``unknown_missing``: whether it
                was held, or who says so, can't be read. ``none_and_more``: nothing came of it, and
                something did. ``missed_and_told``: it was not held, and something came of it.
                ``held_and_missing``: it was held, and somebody did not come.
        """
        side = self.needed("side", w.side_named) or Side.TOGETHER
        is_held, missing = self._took_place()
        values = self._values()
        kinds = values.get("kinds", frozenset())
        if OutcomeKind.NONE in kinds and len(kinds) > 1:
            raise RowRefused(self.problem("kinds", "none_and_more", self._said("kinds")))
        if is_held is False and values.keys() - {"note"} and kinds != {OutcomeKind.NONE}:
            field = next(name for name in values if name != "note")
            raise RowRefused(self.problem(field, "missed_and_told", self._said(field)))
        if is_held is False:
            if "note" in values:
                self.remarks.append(self.problem("note", "note_of_missed", values["note"]))
            values = {}
        said = (is_held, missing, values, self._entry.cells)
        return Form(self._entry.line, side, *said, tuple(self.remarks))

    def _took_place(self) -> tuple[bool | None, Missing | None]:
        text = self._said("took_place")
        missing = self.needed("missing", w.missing_named)
        in_short = self._said("answer")
        if w.is_not_held(in_short):
            # Platforms ask for it as one of the short answers.
            return False, missing
        said = w.missing_named(text)
        if text and said is None and not (w.is_held(text) or w.is_not_held(text)):
            raise RowRefused(self.problem("took_place", "unknown_took_place", text))
        if missing is not None and w.is_held(text):
            raise RowRefused(self.problem("missing", "held_and_missing", self._said("missing")))
        if said is not None or missing is not None or w.is_not_held(text):
            return False, missing or said
        return (True if text else None), None

    def _values(self) -> dict[str, Any]:
        said = {
            "kinds": self._kinds(),
            "answer": self._answer(),
            "programme": self._text("programme"),
            "interest": self.wished("interest", _interest),
            "follow_up_on": self.wished("follow_up_on", self._day),
            "follow_up_by": self._text("follow_up_by"),
            "note": self._text("note"),
        }
        return {name: value for name, value in said.items() if value}

    def _said(self, field: str) -> str:
        return self._entry.cells.get(field, "")

    def _answer(self) -> Answer | None:
        is_missed = w.is_not_held(self._said("answer"))
        return None if is_missed else self.wished("answer", w.answer_named)

    def _kinds(self) -> frozenset[OutcomeKind]:
        found = set()
        text = self._said("kinds")
        whole = w.kind_named(text)
        parts = [text] if whole else [part.strip() for part in _SEVERAL.split(text)]
        for part in filter(None, parts):
            kind = w.kind_named(part)
            if w.is_of_exports(part):
                continue
            if kind is None:
                self.remarks.append(self.problem("kinds", "unreadable_kinds", part))
            else:
                found.add(kind)
        return frozenset(found)

    def _text(self, field: str) -> str:
        text = self._said(field)
        if len(text) > LONGEST:
            self.remarks.append(self.problem(field, "too_long", text))
            return ""
        return text

    def _day(self, text: str) -> date | None:
        whole = day_in(text)
        if whole is not None:
            return whole if whole != date.min else None
        if short := _SHORT_DAY.fullmatch(text.strip()):
            year = 2000 + int(short[3]) if short[3] else None
            return self._day_of(int(short[1]), int(short[2]), year)
        named = _DAY_IN_WORDS.fullmatch(fold(text))
        month = _months().get(named[2]) if named else None
        if named is None or month is None or not (named[1] or named[3]):
            return None
        return self._day_of(int(named[1] or named[3]), month, int(named[4]) if named[4] else None)

    def _day_of(self, day: int, month: int, year: int | None) -> date | None:
        try:
            found = date(year or self._after.year, month, day)
            return found if year or found >= self._after else found.replace(year=found.year + 1)
        except ValueError:
            return None


def _interest(text: str) -> int | None:
    if number := _INTEREST.fullmatch(text.strip().casefold()):
        return int(number[1])
    stars = _STARS.fullmatch(text.strip())
    return len(stars[1]) if stars else None


@cache
def _months() -> Mapping[str, int]:
    return MappingProxyType(
        {name: place for place, names in enumerate(_MONTHS, 1) for name in names.split()}
    )
