"""The bundled fonts: which of them prints a character, and how wide it is.

Nothing here shapes text: scripts that need it count as unprintable. Importing this loads
ReportLab, so it is imported where a document is made, not at the start. The files and their
licences: ``resources/fonts/README.md``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from app.printing.layout import Typeface

_FOLDER = Path(__file__).parents[2] / "resources" / "fonts"
# In the order in which they are asked for a character.
_CHAINS = {
    Typeface.REGULAR: ("Inter-Regular", "NotoSans-Regular"),
    Typeface.STRONG: ("Inter-SemiBold", "NotoSans-Bold"),
    Typeface.DISPLAY: ("InterDisplay-Medium", "Inter-Regular", "NotoSans-Regular"),
    Typeface.DISPLAY_STRONG: ("InterDisplay-Bold", "Inter-SemiBold", "NotoSans-Bold"),
}
# Unshaped, a mark stands where its font draws it. Inter draws it over the middle of a usual
# letter; Inter Display beside it, and leaves the rest to shaping.
_DRAWS_NO_MARKS = frozenset({"InterDisplay-Medium", "InterDisplay-Bold"})
# Private signs mean something else in each font, and the replacement character says that a
# letter was lost: neither may pass for a part of a name.
_NO_NAME_HAS = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_LOST = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Font:
    """A font that ReportLab knows by ``name``, and the characters that it prints."""

    name: str
    characters: frozenset[str]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font."""

    font: str
    text: str


def as_printed(text: str) -> str:
    """Compose letters with their marks, make white space one space, drop what nobody sees."""
    seen = (sign for sign in text if sign.isspace() or not _is_unseen(sign))
    return unicodedata.normalize("NFC", " ".join("".join(seen).split()))


def runs(text: str, typeface: Typeface) -> tuple[Run, ...]:
    """Split a text, ``as_printed``, by the fonts that print it.

    A letter and its marks stay in one font if one has them all. The text must be
    ``printable``.
    """
    fonts = _chain(typeface)
    if fonts[0].characters.issuperset(text):
        return (Run(fonts[0].name, text),)
    pieces = [piece for cluster in _clusters(text) for piece in _set(cluster, fonts)]
    return tuple(
        Run(name, "".join(part for _, part in group))
        for name, group in groupby(pieces, key=itemgetter(0))
    )


def width(text: str, typeface: Typeface) -> float:
    """Measure a ``printable`` text, ``as_printed``, in ems."""
    return float(sum(stringWidth(run.text, run.font, 1) for run in runs(text, typeface)))


def usual() -> str:
    """Give the name of the font of plain text, which ReportLab then knows."""
    return _chain(Typeface.REGULAR)[0].name


@cache
def printable() -> frozenset[str]:
    """Give the characters that every typeface prints."""
    sets = (
        frozenset(sign for font in _chain(typeface) for sign in font.characters)
        for typeface in Typeface
    )
    return frozenset.intersection(*sets)


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cf"}


def _clusters(text: str) -> Iterator[str]:
    """Split before each sign but marks. A mark after a space has no letter to go with."""
    start = 0
    for end in range(1, len(text)):
        if text[end - 1] == " " or not unicodedata.category(text[end]).startswith("M"):
            yield text[start:end]
            start = end
    yield text[start:]


def _set(cluster: str, fonts: Sequence[Font]) -> Iterator[tuple[str, str]]:
    for font in fonts:
        if font.characters.issuperset(cluster):
            yield font.name, cluster
            return
    for sign in cluster:
        yield next(font.name for font in fonts if sign in font.characters), sign


@cache
def _chain(typeface: Typeface) -> tuple[Font, ...]:
    return tuple(map(_font, _CHAINS[typeface]))


@cache
def _font(name: str) -> Font:
    loaded = TTFont(name, str(_FOLDER / f"{name}.ttf"))
    registerFont(loaded)
    return Font(name, frozenset(_characters(name, map(chr, loaded.face.charToGlyph))))


def _characters(name: str, drawn: Iterator[str]) -> Iterator[str]:
    for sign in drawn:
        category = unicodedata.category(sign)
        if category in _NO_NAME_HAS or sign == _LOST:
            continue
        if category.startswith("M") and name in _DRAWS_NO_MARKS:
            continue
        yield sign
