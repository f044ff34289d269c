"""What a column of a list of requests or meetings may hold, where its header says nothing."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from app.delegates.reading.answers import is_no, is_yes
from app.delegates.reading.cells import email_of
from app.delegates.reading.suggestions import Looks, fields_by_look

_MOST: Final = 0.8
"""The share of the cells that must look like it."""
_LOOKED_AT: Final = 60
_BADGE: Final = re.compile(r"[A-Za-z]{1,3}-\d+")
_PRIORITY: Final = re.compile(r"[1-3]")
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d{2}|.*\d{4}-\d{2}-\d{2}.*")
_KIND: Final = re.compile(r"[cb] ?2 ?[cb]", re.IGNORECASE)
_PLACE: Final = re.compile(r"\D{0,8}\d{1,4}")

_BY_LOOK: Final[Looks] = (
    (("priority",), _PRIORITY.fullmatch),
    (("mutual", "locked"), lambda text: is_yes(text) or is_no(text)),
    (("guest_email", "host_email"), email_of),
    (("guest_number", "host_number"), _BADGE.fullmatch),
    (("kind",), _KIND.fullmatch),
    (("slot", "time", "day", "forbidden"), _CLOCK.fullmatch),
    (("table", "length"), _PLACE.fullmatch),
)
_OF_PEOPLE: Final = ("guest", "host", "note")


def suggested_fields(cells: Counter[str]) -> tuple[str, ...]:
    """Give the fields that a column's cells look like, the likeliest first.

    Args:
        cells: How often each text stands in the column, blanks left out.
    """
    fields = fields_by_look(cells, _BY_LOOK)
    return _OF_PEOPLE if fields is None else fields
