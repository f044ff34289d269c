"""Which characters no font prints, and what helps, in words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from app.printing.refusals import Unprintable

_NAMED = 3
# Their fonts are too large to bring along, but can be installed.
_INSTALLABLE = ("CJK ", "HIRAGANA ", "KATAKANA ", "HANGUL ")


def named(characters: str) -> str:
    """Give characters with Unicode's names and codes for the first of them."""
    said = ", ".join(
        f"{sign} ({unicodedata.name(sign, 'without a name')}, U+{ord(sign):04X})"
        for sign in characters[:_NAMED]
    )
    more = len(characters) - _NAMED
    return f"{said} and {more} more" if more > 0 else said


def remedy(lacking: Iterable[Unprintable]) -> str:
    """Say what to do, without its end: "Write the names in other letters"."""
    signs = "".join(lack.characters for lack in lacking)
    if any(unicodedata.name(sign, "").startswith(_INSTALLABLE) for sign in signs):
        return (
            "Install the font Noto Sans CJK (on Debian and Ubuntu: fonts-noto-cjk) and restart "
            "Matchdesk, or write the names in other letters"
        )
    return "Write the names in other letters"
