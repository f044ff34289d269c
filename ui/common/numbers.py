"""Numbers as people say them."""

from __future__ import annotations

_ENDS = {1: "st", 2: "nd", 3: "rd"}


def nth(number: int) -> str:
    """Give ``1st``, ``2nd`` and so on: ``11th``, but ``21st``."""
    in_teens = number // 10 % 10 == 1
    return f"{number}{'th' if in_teens else _ENDS.get(number % 10, 'th')}"
