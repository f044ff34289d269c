"""What a cell says, freed of what programs put around it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_SHOWN: Final = 80

# pretix puts ' and alf.io a TAB before what Excel would run as a formula; our own export puts
# ' also where blanks stand before it, before full-width forms, and before a TAB or a line end.
_PROTECTORS: Final = ("'", "\t")
_PROTECTION: Final = re.compile(r"['\t](?=[\s]*[=+\-@＝＋－＠])|'(?=[\t\r\n])")

# Controls, direction marks, zero-width and tag characters; line ends and TAB are blanks.
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_MAIL_IN_ANGLES: Final = re.compile(r"^[^<>]*<([^<>]+)>$")
_MAIL: Final = re.compile(r"[^@\s,;<>()]+@[^@\s,;<>()]+")
_WHOLE_FLOAT: Final = re.compile(r"(\d{5,})[.,]0+")
_SCIENTIFIC: Final = re.compile(r"\+?\d+(?:[.,]\d+)?e\+?\d+", re.IGNORECASE)
_NO_VALUE: Final = frozenset(
    {
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#NAME?",
        "#DIV/0!",
        "#NULL!",
        "#NUM!",
        "-",
        "–",
        "—",
        "n/a",
        "N/A",
    }
)
_LIST_ENDS: Final = ",;|\n"


def clean(text: str) -> str:
    """Give a cell as one line of composed, visible text without its protecting mark.

    Capitals stay as they are. A dash, or a spreadsheet's error, says nothing.
    """
    line = _line(_unprotected(text))
    return "" if line in _NO_VALUE else line


def clean_lines(text: str) -> str:
    """Do the same to a longer text, whose lines stay."""
    if text.isprintable():
        return clean(text)
    lines = "\n".join(map(_line, _unprotected(text).splitlines())).strip()
    return "" if lines in _NO_VALUE else lines


def _unprotected(text: str) -> str:
    return text[1:] if text[:1] in _PROTECTORS and _PROTECTION.match(text) else text


def _line(text: str) -> str:
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return " ".join(text.split())


def shortened(text: str) -> str:
    """Give a cell's content as a problem shows it."""
    text = clean(text)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def phone_of(text: str) -> str | None:
    """Give a phone number as it was typed; nothing if a spreadsheet has damaged it."""
    if whole := _WHOLE_FLOAT.fullmatch(text):
        return whole[1]
    return None if _SCIENTIFIC.fullmatch(text) else text


def email_of(text: str) -> str | None:
    """Give the one address in a cell; nothing if there is none or more."""
    if inner := _MAIL_IN_ANGLES.match(text):
        text = inner[1].strip()
    if text[:7].lower() == "mailto:":
        text = text[7:]
    text = text.strip(" ,;")
    return text if _MAIL.fullmatch(text) else None


@lru_cache(maxsize=1_000)
def answers_of(text: str) -> tuple[str, ...]:
    """Split several answers in one cell. Commas inside brackets do not part them."""
    parts, depth = [""], 0
    for character in text:
        depth = max(0, depth + (character in "([") - (character in ")]"))
        if character in _LIST_ENDS and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return tuple(dict.fromkeys(filter(None, map(clean, parts))))
