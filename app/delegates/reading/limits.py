"""What a registration file may be at most, and why a file is refused.

The child process that opens workbooks reads this module too, so it imports next to nothing.
Source of the numbers: the threat model (T8) and guarantee R14.
"""

from __future__ import annotations

from enum import StrEnum

MIB = 1024 * 1024

MAX_FILE_BYTES = 25 * MIB
MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CELL_CHARACTERS = 32_767
"""Excel's own limit; what is longer is an unclosed quote or an attack."""
MAX_RECORD_CHARACTERS = 2_000_000
MAX_LINES = 1_048_576
"""What a spreadsheet can write, most of it blank."""
HEAD_ROWS = 30
"""How many rows are looked at to find the header."""

MAX_MEMBERS = 2_000
MAX_UNPACKED_BYTES = 200 * MIB
MAX_RATIO = 120
RATIO_COUNTS_FROM_BYTES = 2 * MIB
"""Small members of honest workbooks pack a thousandfold (a theme, an empty drawing)."""
MAX_BOX_CELLS = 20_000_000
"""Cells of the rectangle from A1 to the last cell with content, blanks included."""

CHILD_SECONDS = 8.0
CHILD_MEMORY_BYTES = 384 * MIB
CHILD_GAVE_UP = 3
"""The child's exit status if a parser broke down; that of a killed process is 1 on Windows."""


class Reason(StrEnum):
    """Why a file is refused. Values are read by other programs and never renamed."""

    MISSING = "missing"
    NOT_A_FILE = "not_a_file"
    NO_PERMISSION = "no_permission"
    EMPTY = "empty"
    NO_ROWS = "no_rows"  # a header and nothing below it
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    CELL_TOO_LONG = "cell_too_long"
    UNSUPPORTED = "unsupported"  # a picture, a PDF, a web page, a text document
    BINARY = "binary"  # NUL bytes where text is due
    DAMAGED_TEXT = "damaged_text"  # bytes that belong to no encoding we read
    TRUNCATED = "truncated"  # ends inside a quoted cell
    DAMAGED = "damaged"  # a workbook that can't be opened
    ENCRYPTED = "encrypted"
    MACROS = "macros"
    ENTITIES = "entities"  # XML with a document type or entities of its own
    NESTED_ARCHIVE = "nested_archive"
    TOO_MANY_MEMBERS = "too_many_members"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    PACKED_TOO_TIGHTLY = "packed_too_tightly"
    TOO_HEAVY = "too_heavy"  # the reader ran out of memory or time


class Refusal(Exception):
    """A file can't be read for ``reason``; ``limit`` is the limit it broke, or 0.

    It becomes a ``DeskError`` where the file's name is known.
    """

    def __init__(self, reason: Reason, limit: int = 0, line: int = 0) -> None:
        super().__init__(reason, limit, line)
        self.reason = reason
        self.limit = limit
        self.line = line
