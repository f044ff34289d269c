"""When something was, as exports write it: with or without a zone, the day first or the month."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

_DOTTED: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{2,4})")
_SLASHED: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2,4})")
_TIME: Final = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")
_DAY_LENGTH: Final = len("2018-10-26")


def moment_of(text: str, *, month_first: bool = False) -> str | None:
    """Give an instant as ISO 8601; without an offset where the text has none.

    A day without a time counts from its beginning. Nothing, if it can't be read, or if nobody can
    tell the day from the month: ``month_first`` says which is which between strokes.

    >>> moment_of("26.10.2018 14:00"), moment_of("11/29/24 22:28"), moment_of("03/04/24")
    ('2018-10-26T14:00:00', '2024-11-29T22:28:00', None)
    """
    words = text.replace(",", " ").split(maxsplit=1)
    date = _date(words[0], month_first=month_first) if words else None
    if date is None:
        return _iso(text)
    time = _time(words[1]) if len(words) > 1 else "00:00:00"
    return None if time is None else _iso(f"{date}T{time}")


def _date(text: str, *, month_first: bool) -> str | None:
    if match := _DOTTED.fullmatch(text):
        day, month, year = match.groups()
    elif match := _SLASHED.fullmatch(text):
        day, month, year = match.groups()
        if int(month) > 12 or (month_first and int(day) <= 12):
            day, month = month, day
        elif int(day) <= 12 and day != month:
            return None
    else:
        return None
    return f"{'20' if len(year) == 2 else ''}{year}-{month:0>2}-{day:0>2}"


def _time(text: str) -> str | None:
    half = text[-2:].upper()
    match = _TIME.fullmatch(text[:-2].strip() if half in {"AM", "PM"} else text.strip())
    if match is None:
        return None
    hour = int(match[1])
    if half in {"AM", "PM"}:
        hour = hour % 12 + (12 if half == "PM" else 0)
    return f"{hour:02}:{match[2]}:{match[3] or '00'}"


def _iso(text: str) -> str | None:
    try:
        read = datetime.fromisoformat(text.strip().removesuffix(" UTC"))
    except ValueError:
        return None
    return read.replace(microsecond=0).isoformat() if len(text.strip()) >= _DAY_LENGTH else None
