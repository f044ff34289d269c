"""Texts that no spreadsheet runs as a formula, and that our own import reads back as they were."""

from __future__ import annotations

import re
from typing import Final

# What a spreadsheet runs instead of showing it: a formula, also behind blanks or in wide
# letters, and what begins a cell of its own. A call to another program (``cmd|'/c …'!A1``) is
# only run where one of these stands before it.
_FORMULA: Final = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
# Our import takes this for text that was made safe, and drops its first character.
_LOOKS_MADE_SAFE: Final = re.compile(r"['\t]\s*[=+\-@＝＋－＠]|'[\t\r\n]")


def readable(text: str) -> str:
    """Keep our import from taking a mark of the text's own for one that made it safe."""
    marked = text.startswith(("'", "\t")) and _LOOKS_MADE_SAFE.match(text)
    return f" {text}" if marked else text


def safe(text: str) -> str:
    """Mark a text that would run as a formula, where nothing but its letters says that it is text.

    That is so in CSV. The cells of a workbook say themselves that they hold text.
    """
    return f"'{text}" if _FORMULA.match(text) else text
