"""Codes of badges as vectors: one path, drawn in whole modules.

The mask is fixed. Searching the best of eight takes most of the time (258 codes a second
against 2,334) and gains nothing that a reader notices: of 1,500 hard pictures (1.9 to 3.6
pixels a module; turned, blurred, covered, noisy) zxing-cpp read 65.1 % with the best mask and
64.5 to 66.1 % with each fixed one. Our letters are random enough for any mask.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qrcode import QRCode

_VERSION = 3
_MASK = 6
# All pages of a paper may show the same code.
_REMEMBERED = 8
# What a version 3-Q symbol holds, in the mode that needs least room for capitals and digits.
_CODE = re.compile(r"[0-9A-Z]{1,47}")
_DARK = re.compile(rb"\x01+")


def modules(code: str) -> Sequence[Sequence[bool]]:
    """Give the rows of a symbol from the top, dark modules true, without the quiet zone.

    Raises:
        ValueError: The code is not made of 1 to 47 capitals and digits.
    """
    if not _CODE.fullmatch(code):
        raise ValueError("a code has 1 to 47 capitals and digits")
    symbol = _symbol(_VERSION)
    symbol.add_data(code, optimize=0)
    symbol.make(fit=False)
    rows: list[list[bool]] = symbol.get_matrix()
    return rows


def modules_of_text(text: str) -> Sequence[Sequence[bool]]:
    """Give the rows of a symbol for any ASCII text, as large as it needs, like ``modules``."""
    symbol = _symbol()
    symbol.add_data(text, optimize=0)
    symbol.make(fit=True)
    rows: list[list[bool]] = symbol.get_matrix()
    return rows


@lru_cache(_REMEMBERED)
def path(code: str) -> str:
    """Give the operators of a PDF path, not yet painted, that outlines the dark modules.

    A module is one unit; the lower left corner of the symbol is the origin. It is one path,
    so that no printer or viewer leaves hairlines between two rows.
    """
    return outline(modules(code))


def outline(rows: Sequence[Sequence[bool]]) -> str:
    """Give the path of a symbol from its rows, as ``path`` does for a code."""
    return " ".join(
        f"{dark.start()} {len(rows) - number} {dark.end() - dark.start()} 1 re"
        for number, row in enumerate(rows, start=1)
        for dark in _DARK.finditer(bytes(row))
    )


def _symbol(version: int | None = None) -> QRCode:
    # They take 30 ms to load, and the window knows of codes long before it shows any.
    from qrcode import QRCode  # noqa: PLC0415
    from qrcode.constants import ERROR_CORRECT_Q  # noqa: PLC0415

    return QRCode(version=version, error_correction=ERROR_CORRECT_Q, mask_pattern=_MASK, border=0)
