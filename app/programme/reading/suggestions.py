"""What a column of a programme may hold, where its header says nothing."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from app.delegates.reading.answers import is_no, is_yes
from app.delegates.reading.suggestions import Looks, fields_by_look
from app.programme.reading.words import kind_named

_CLOCK: Final = re.compile(r"\d{1,2}[:.h]\d{2}.*|.*\d{4}-\d{2}-\d{2}[ T]\d{1,2}:\d{2}.*")
_DAY: Final = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]?(?:\d{2}|\d{4})?")
_COUNT: Final = re.compile(r"\d{1,4}")
_BY_LOOK: Final[Looks] = (
    (("day", "end_day"), _DAY.fullmatch),
    (("start", "end", "duration"), _CLOCK.fullmatch),
    (("places", "duration", "source"), _COUNT.fullmatch),
    (("booking", "everybody", "cancelled"), lambda text: is_yes(text) or is_no(text)),
    (("kind",), kind_named),
)
_OF_WORDS: Final = ("title", "speakers", "room", "track", "abstract")


def suggested_fields(cells: Counter[str]) -> tuple[str, ...]:
    """Give the fields that a column's cells look like, the likeliest first.

    Args:
        cells: How often each text stands in the column, blanks left out.
    """
    fields = fields_by_look(cells, _BY_LOOK)
    return _OF_WORDS if fields is None else fields
