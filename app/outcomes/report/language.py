"""The languages of reports: their numbers, lists and dates.

Importing this loads Babel: callers import it where they write.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from app.outcomes.report.wishes import Language

_NARROW = "\N{NARROW NO-BREAK SPACE}"
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Speech:
    """How a language counts and lists.

    ``words`` are its numbers from 0 on as they stand alone; larger ones are written in digits.
    """

    locale: str
    words: tuple[str, ...]
    conjunction: str

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

    def date(self, day: date, form: str) -> str:
        """Write a day; ``form`` is a pattern of CLDR."""
        return str(format_date(day, form, locale=self.locale))


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
)
GERMAN = Speech(
    "de",
    (
        *("kein", "ein", "zwei", "drei", "vier", "fünf", "sechs"),
        *("sieben", "acht", "neun", "zehn", "elf", "zwölf"),
    ),
    "und",
)
FRENCH = Speech(
    "fr",
    (
        *("aucun", "un", "deux", "trois", "quatre", "cinq", "six"),
        *("sept", "huit", "neuf", "dix", "onze", "douze"),
    ),
    "et",
)
SPEECHES = {Language.ENGLISH: ENGLISH, Language.GERMAN: GERMAN, Language.FRENCH: FRENCH}


def spaced(text: str) -> str:
    """Keep French signs with the word before them."""
    return text.replace(" ;", f"{_NARROW};").replace(" :", "\N{NO-BREAK SPACE}:")
