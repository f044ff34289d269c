"""The order of the waiting list: by when applications were received, unless somebody was moved.

Each has a *turn*, a text; the list is in the order of these texts. Whoever is moved gets one that
lies between two others, so that nobody else's changes, and two desks may move people at once.
"""

from __future__ import annotations

import re
from itertools import count
from typing import Final

_DIGITS: Final = re.compile(r"\d+")
_UNKNOWN: Final = "9999"
"""Sorts after every instant: nobody can say that these came before anybody."""
_LOWEST, _HIGHEST = 0x21, 0x7E
"""Characters that a turn is made of; a blank sorts before them, and ends what stands before it."""


def turn_of(turn: str, received: str, badge_number: str) -> str:
    """Give somebody's turn: as they were moved, else by when they applied, ties by badge number."""
    return turn or f"{received or _UNKNOWN} {_natural(badge_number)}"


def turn_between(before: str, after: str) -> str:
    """Give a turn that comes after one and before another; ``before`` may be blank, for the first.

    Raises:
        ValueError: Nothing lies between, because ``before`` does not sort before ``after``.
    """
    if before >= after:
        message = f"nothing lies between {before!r} and {after!r}"
        raise ValueError(message)
    turn = ""
    for place in count():
        low = ord(before[place]) if place < len(before) else _LOWEST - 1
        high = ord(after[place]) if place < len(after) else _HIGHEST + 1
        if high - low > 1:
            turn += chr((low + high) // 2)
            break
        turn += chr(low)
        if high > low:
            # From here on any text that sorts after the rest of ``before`` will do.
            turn += before[place + 1 :] + chr((_LOWEST + _HIGHEST) // 2)
            break
    return turn


def _natural(badge_number: str) -> str:
    """Write a number so that 2 sorts before 10."""
    return _DIGITS.sub(lambda digits: digits[0].zfill(8), badge_number)
