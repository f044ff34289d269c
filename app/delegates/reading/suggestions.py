"""What a column may hold by the look of its cells, where its header says nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import islice
from typing import Final

from app.delegates.countries import country_of
from app.delegates.reading.answers import is_no, is_yes, kind_of
from app.delegates.reading.cells import email_of

_MOST: Final = 0.8
"""The share of the cells that must look like it."""
_LOOKED_AT: Final = 60
_LONG: Final = 40
_FEW: Final = 12
_PHONE: Final = re.compile(r"\+?[\d ()/.\-]{6,20}")

Looks = tuple[tuple[tuple[str, ...], Callable[[str], object]], ...]
"""Fields, and what tells whether a text looks like one of them; the surest first."""

_BY_LOOK: Final[Looks] = (
    (("attention", "note"), lambda text: is_yes(text) or is_no(text)),
    (("email",), email_of),
    (("phone",), _PHONE.fullmatch),
    (("country",), country_of),
    (("kind", "badge_type"), kind_of),
)
_LONG_TEXT: Final = ("seeks", "offers", "note")
_OF_GROUPS: Final = ("badge_type", "delegation", "sectors")
_OF_PEOPLE: Final = ("organisation", "function", "city")


def suggested_fields(cells: Counter[str]) -> tuple[str, ...]:
    """Give the fields that a column's cells look like, the likeliest first.

    Args:
        cells: How often each text stands in the column, blanks left out.
    """
    fields = fields_by_look(cells, _BY_LOOK)
    if fields is not None:
        return fields
    texts = _texts(cells)
    if sum(map(len, texts)) >= _LONG * len(texts):
        return _LONG_TEXT
    repeats = len(cells) <= _FEW and cells.total() >= 2 * len(cells)
    return _OF_GROUPS if repeats else _OF_PEOPLE


def fields_by_look(cells: Counter[str], by_look: Looks) -> tuple[str, ...] | None:
    """Give the first fields that most cells look like: none at all if there are no cells.

    Returns:
        Nothing if they look like none of ``by_look``.
    """
    texts = _texts(cells)
    if not texts:
        return ()
    for fields, looks in by_look:
        if sum(bool(looks(text)) for text in texts) >= _MOST * len(texts):
            return fields
    return None


def _texts(cells: Counter[str]) -> list[str]:
    return list(islice(cells, _LOOKED_AT))
