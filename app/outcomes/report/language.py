"""The languages of reports: their numbers, lists and dates.

Importing this loads Babel: callers import it where they write.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from app.outcomes.report.wishes import Language

_NARROW = "\N{NARROW NO-BREAK SPACE}"
_FIRST_OF_MONTH = re.compile(r"\b1\b")
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Speech:
    """How a language counts and lists.

    ``words`` are its numbers from 0 on as they stand alone; larger ones are written in digits.
    ``day`` is the pattern of a day alone, ``until`` leads to the last of several in a row.
    """

    locale: str
    words: tuple[str, ...]
    conjunction: str
    day: str
    until: str

    def number(self, number: int) -> str:
        """Say a number: in words up to twelve."""
        return self.words[number] if number < len(self.words) else self.digits(number)

    def digits(self, number: int) -> str:
        """Write a number in digits."""
        return str(format_decimal(number, locale=self.locale))

    def decimal(self, number: float) -> str:
        """Write a number with one digit after the point."""
        return str(format_decimal(number, format="0.0", locale=self.locale))

    def share(self, part: int, whole: int) -> str:
        """Write a part in per cent: what is not whole never reads as whole, nor some as none."""
        hundredths = max(part * 100 // whole, 1 if part else 0)
        return str(format_percent(hundredths / 100, locale=self.locale))

    def listed(self, items: Sequence[str]) -> str:
        """Join items as the language lists them."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.conjunction} {items[-1]}"

    def dated(self, day: date, form: str) -> str:
        """Write a day; ``form`` is a pattern of CLDR."""
        said = str(format_date(day, form, locale=self.locale))
        if self.locale == "fr" and day.day == 1:
            return _FIRST_OF_MONTH.sub("1er", said, count=1)
        return said

    def dates(self, days: Sequence[date]) -> str:
        """Say days together, with their months and years said once."""
        last = days[-1]
        shown = (days[0], last) if are_in_a_row(days) else tuple(days)
        said = [self.dated(day, self._form(day, later)) for day, later in pairwise(shown)]
        said.append(self.dated(last, self._form(last, None)))
        if are_in_a_row(days):
            return f" {self.until} ".join(said)
        return self.listed(said)

    def _form(self, day: date, later: date | None) -> str:
        """Leave out what the next day says as well."""
        if later is None or later.year != day.year:
            return f"{self.day} MMMM y"
        return self.day if later.month == day.month else f"{self.day} MMMM"


def are_in_a_row(days: Sequence[date]) -> bool:
    """Tell whether more than two days follow one another."""
    return len(days) > 2 and all(later - day == _ONE_DAY for day, later in pairwise(days))


def sentence(text: str) -> str:
    """Begin with a capital."""
    return text[:1].upper() + text[1:]


ENGLISH = Speech(
    "en_GB",
    (
        *("no", "one", "two", "three", "four", "five", "six"),
        *("seven", "eight", "nine", "ten", "eleven", "twelve"),
    ),
    "and",
    "d",
    "to",
)
GERMAN = Speech(
    "de",
    (
        *("kein", "ein", "zwei", "drei", "vier", "fünf", "sechs"),
        *("sieben", "acht", "neun", "zehn", "elf", "zwölf"),
    ),
    "und",
    "d.",
    "bis",
)
FRENCH = Speech(
    "fr",
    (
        *("aucun", "un", "deux", "trois", "quatre", "cinq", "six"),
        *("sept", "huit", "neuf", "dix", "onze", "douze"),
    ),
    "et",
    "d",
    "au",
)
SPEECHES = {Language.ENGLISH: ENGLISH, Language.GERMAN: GERMAN, Language.FRENCH: FRENCH}


def spaced(text: str) -> str:
    """Keep French signs with the word before them."""
    return text.replace(" ;", f"{_NARROW};").replace(" :", "\N{NO-BREAK SPACE}:")
