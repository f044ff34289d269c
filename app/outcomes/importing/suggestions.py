"""What a column of a list of outcomes may hold, where its header says nothing."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from app.delegates.reading.cells import email_of
from app.delegates.reading.suggestions import Looks, fields_by_look
from app.outcomes.importing import words as w

_NUMBER: Final = re.compile(r"M-[A-Za-z]{1,3}\d+", re.IGNORECASE)
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d{2}")
_DAY: Final = re.compile(r".*\d{4}-\d{1,2}-\d{1,2}.*|\d{1,2}[./]\d{1,2}[./]?(?:\d{2}|\d{4})?")
_INTEREST: Final = re.compile(r"[1-5](?:\s*/\s*5)?")
_PLACE: Final = re.compile(r"\D{0,8}\d{1,4}")
_CODE: Final = re.compile(r"BDG[0-9A-Za-z-]{20,}", re.IGNORECASE)

_BY_LOOK: Final[Looks] = (
    (("number",), _NUMBER.fullmatch),
    (("code",), _CODE.fullmatch),
    (("interest", "table"), _INTEREST.fullmatch),
    (("took_place",), lambda text: w.is_held(text) or w.is_not_held(text)),
    (("side", "missing"), w.side_named),
    (("missing", "took_place"), w.missing_named),
    (("kinds",), w.kind_named),
    (("answer",), w.answer_named),
    (("guest_email", "host_email"), email_of),
    (("time", "slot"), _CLOCK.fullmatch),
    (("follow_up_on", "day"), _DAY.fullmatch),
    (("table",), _PLACE.fullmatch),
)
_OF_WORDS: Final = ("note", "follow_up_by", "programme", "guest", "host")


def suggested_fields(cells: Counter[str]) -> tuple[str, ...]:
    """Give the fields that a column's cells look like, the likeliest first.

    Args:
        cells: How often each text stands in the column, blanks left out.
    """
    fields = fields_by_look(cells, _BY_LOOK)
    return _OF_WORDS if fields is None else fields
