"""How wide a text is, in which fonts and in which order its letters stand.

Latin, Greek and Cyrillic are set letter by letter. Arabic and Hebrew, Chinese, Japanese and Korean
are shaped; the fonts of the latter three are this computer's, if it has some. Importing this
loads ReportLab and HarfBuzz, so it is imported where a document is made, not at the start. The
bundled files and their licences: ``resources/fonts/README.md``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from reportlab.pdfbase.pdfmetrics import getFont, stringWidth

from app.printing.bidi import pieces, reads_rightward
from app.printing.layout import Typeface
from app.printing.shaping import Extent, ShapedFont
from app.printing.typefaces import (
    JOINERS,
    Font,
    every_character,
    installed_fonts,
    language_of,
    plain_characters,
    plain_everywhere,
    plain_fonts,
    shaped_fonts,
)

_ARABIC = "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f"
_STRAY_JOINERS = re.compile(f"(?<![{_ARABIC}])[{JOINERS}]|[{JOINERS}](?![{_ARABIC}])")
_RIGHTWARD_MARK, _LEFTWARD_MARK = "\N{LEFT-TO-RIGHT MARK}", "\N{RIGHT-TO-LEFT MARK}"
_NO_MARKS = dict.fromkeys(map(ord, (_RIGHTWARD_MARK, _LEFTWARD_MARK)))
# The names of a large event, and what stands beside them.
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font, as it stands from left to right.

    Where that font shapes, ``text`` is its signs for the letters.
    """

    font: str
    text: str


def as_printed(text: str) -> str:
    """Compose letters with their marks, make white space one space, drop what nobody sees."""
    if not text.isprintable():
        seen = (sign for sign in text if sign.isspace() or sign in JOINERS or not _is_unseen(sign))
        text = _STRAY_JOINERS.sub("", "".join(seen))
    return unicodedata.normalize("NFC", " ".join(text.split()))


def runs(text: str, typeface: Typeface) -> tuple[Run, ...]:
    """Split a text, ``as_printed``, by the fonts that print it, from left to right.

    A letter and its marks stay in one font if one has them all. The text must be
    ``printable``; it may begin with the mark of ``line_of``.
    """
    first = plain_fonts(typeface)[0]
    if first.characters.issuperset(text):
        return (Run(first.name, text),)
    return _mixed_runs(text, typeface)


@lru_cache(_REMEMBERED)
def width(text: str, typeface: Typeface) -> float:
    """Measure a ``printable`` text, ``as_printed``, in ems."""
    return float(sum(stringWidth(run.text, run.font, 1) for run in runs(text, typeface)))


def reach(text: str, typeface: Typeface) -> Extent:
    """Measure how far shaped letters of a text reach; plain ones keep within every line."""
    fonts = ((getFont(run.font), run.text) for run in runs(text, typeface))
    found = [font.extent(signs) for font, signs in fonts if isinstance(font, ShapedFont)]
    return Extent(*map(max, zip(*found, Extent(0.0, 0.0), strict=True)))


def is_plain(text: str, typeface: Typeface) -> bool:
    """Whether a text stands letter by letter from left to right, as wide as its parts together."""
    return plain_characters(typeface).issuperset(text)


def line_of(line: str, paragraph: str) -> str:
    """Give a line of a paragraph, with a mark nobody sees if alone it would begin elsewhere."""
    rightward = reads_rightward(paragraph)
    if reads_rightward(line) == rightward:
        return line
    return (_RIGHTWARD_MARK if rightward else _LEFTWARD_MARK) + line


def usual(typeface: Typeface = Typeface.REGULAR) -> str:
    """Give the name of the first font of a typeface, which ReportLab then knows."""
    return plain_fonts(typeface)[0].name


def lacking(text: str) -> str:
    """Give the characters of a text, ``as_printed``, that no font here has, each once."""
    if plain_everywhere().issuperset(text):
        return ""
    known = printable()
    return "".join(dict.fromkeys(sign for sign in text if sign not in known))


def printable() -> frozenset[str]:
    """Give the characters that every typeface prints."""
    return every_character()


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cf"}


@lru_cache(_REMEMBERED)
def _mixed_runs(text: str, typeface: Typeface) -> tuple[Run, ...]:
    if is_plain(text, typeface):
        return tuple(_rightward(text, typeface))
    found: list[Run] = []
    for start, end, rightward in pieces(text, rightward=reads_rightward(text)):
        if piece := text[start:end].translate(_NO_MARKS):
            found += _rightward(piece, typeface) if rightward else _leftward(piece, typeface)
    return tuple(found)


def _rightward(text: str, typeface: Typeface) -> Iterator[Run]:
    fonts: list[Font | ShapedFont] = list(plain_fonts(typeface))
    language = language_of(text)
    if not is_plain(text, typeface):
        fonts += (*shaped_fonts(typeface), *installed_fonts(typeface, language))
    set_in = [part for cluster in _clusters(text) for part in _set(cluster, fonts)]
    for font, group in groupby(set_in, key=itemgetter(0)):
        letters = "".join(part for _, part in group)
        if isinstance(font, ShapedFont):
            letters = font.shape(letters, language.value, rightward=True)
        yield Run(font.name, letters)


def _leftward(text: str, typeface: Typeface) -> Iterator[Run]:
    fonts: list[Font | ShapedFont] = list(shaped_fonts(typeface))
    if not all(any(sign in font.characters for font in fonts) for sign in text):
        fonts += installed_fonts(typeface, language_of(text))
    set_in: list[tuple[Font | ShapedFont, str]] = []
    for cluster in _clusters(text):
        # What stands between letters goes with those before it.
        is_between = bool(set_in) and not cluster[0].isalpha()
        before = [set_in[-1][0]] if is_between else []
        set_in += _set(cluster, [*before, *fonts])
    drawn = [
        Run(font.name, font.shape("".join(part for _, part in group), "", rightward=False))
        for font, group in groupby(set_in, key=itemgetter(0))
        if isinstance(font, ShapedFont)
    ]
    yield from reversed(drawn)


def _clusters(text: str) -> Iterator[str]:
    """Split before each sign but marks. A mark after a space has no letter to go with."""
    start = 0
    for end in range(1, len(text)):
        if text[end - 1] == " " or not _follows(text[end]):
            yield text[start:end]
            start = end
    yield text[start:]


def _follows(sign: str) -> bool:
    return sign in JOINERS or unicodedata.category(sign).startswith("M")


def _set(
    cluster: str, fonts: Sequence[Font | ShapedFont]
) -> Iterator[tuple[Font | ShapedFont, str]]:
    for font in fonts:
        if font.characters.issuperset(cluster):
            yield font, cluster
            return
    for sign in cluster:
        yield next(font for font in fonts if sign in font.characters), sign
