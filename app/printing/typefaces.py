"""The fonts of each typeface, bundled and of this computer, and the characters each prints."""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from app.printing.installed import FontFile, Language, find, folders
from app.printing.layout import Typeface
from app.printing.refusals import FontUnusable
from app.printing.shaping import ShapedFont

JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""They say whether the letters beside them join; Persian names have them."""

_FOLDER = Path(__file__).parents[2] / "resources" / "fonts"
# In the order in which they are asked for a character.
_CHAINS = {
    Typeface.REGULAR: ("Inter-Regular", "NotoSans-Regular"),
    Typeface.STRONG: ("Inter-SemiBold", "NotoSans-Bold"),
    Typeface.DISPLAY: ("InterDisplay-Medium", "Inter-Regular", "NotoSans-Regular"),
    Typeface.DISPLAY_STRONG: ("InterDisplay-Bold", "Inter-SemiBold", "NotoSans-Bold"),
}
_BOLD = frozenset({Typeface.STRONG, Typeface.DISPLAY_STRONG})
_LEFTWARD = ("NotoSansArabic", "NotoSansHebrew")
# Private signs mean something else in each font, and the replacement character says that a
# letter was lost: neither may pass for a part of a name.
_NO_NAME_HAS = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_LOST = "\N{REPLACEMENT CHARACTER}"
# Signs that choose a form of the character before them are Japan's, and only its fonts know them.
_KANA = re.compile("[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f\U000e0100-\U000e01ef]")
_HANGUL = re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]")
# Whoever wrote a text in one of these had the letters of that language.
_CHARACTER_SETS = (
    ("gb2312", Language.CHINESE),
    ("big5", Language.TRADITIONAL_CHINESE),
    ("shift_jis", Language.JAPANESE),
)


@dataclass(frozen=True, slots=True)
class Font:
    """A font that ReportLab sets letter by letter, and the characters that it prints so."""

    name: str
    characters: frozenset[str]


@cache
def plain_fonts(typeface: Typeface) -> tuple[Font, ...]:
    """Give the fonts of Latin, Greek and Cyrillic, in the order in which they are asked."""
    return tuple(plain_font(_FOLDER / f"{name}.ttf") for name in _CHAINS[typeface])


@cache
def plain_characters(typeface: Typeface) -> frozenset[str]:
    """Give the characters of these."""
    return frozenset[str]().union(*(font.characters for font in plain_fonts(typeface)))


@cache
def plain_everywhere() -> frozenset[str]:
    """Give the characters that every typeface sets letter by letter."""
    return frozenset.intersection(*map(plain_characters, Typeface))


@cache
def shaped_fonts(typeface: Typeface) -> tuple[ShapedFont, ...]:
    """Give the fonts of Arabic and Hebrew, then those of Latin, Greek and Cyrillic with marks."""
    weight = "Bold" if typeface in _BOLD else "Regular"
    return tuple(
        shaped_font(FontFile(_FOLDER / f"{name}.ttf"))
        for name in (*(f"{name}-{weight}" for name in _LEFTWARD), *_CHAINS[typeface])
    )


@cache
def installed_fonts(typeface: Typeface, language: Language) -> tuple[ShapedFont, ...]:
    """Give the fonts of Chinese, Japanese and Korean, those of one language first."""
    return tuple(map(shaped_font, find(folders(), language, bold=typeface in _BOLD)))


@cache
def every_character() -> frozenset[str]:
    """Give the characters that every typeface prints."""
    weights = (Typeface.REGULAR, Typeface.STRONG)
    shaped = (frozenset(_shaped_in(typeface)) for typeface in weights)
    return plain_everywhere() | frozenset.intersection(*shaped)


def language_of(text: str) -> Language:
    """Tell in which language's forms Chinese characters are best drawn, as far as a text says."""
    if _KANA.search(text):
        return Language.JAPANESE
    if _HANGUL.search(text):
        return Language.KOREAN
    for name, language in _CHARACTER_SETS:
        try:
            text.encode(name)
        except UnicodeEncodeError:
            continue
        return language
    return Language.CHINESE


def _shaped_in(typeface: Typeface) -> Iterator[str]:
    for font in shaped_fonts(typeface):
        yield from _no_surprises(font.characters)
        yield from JOINERS
    for installed in installed_fonts(typeface, Language.JAPANESE):
        yield from _no_surprises(installed.characters)


@cache
def plain_font(file: Path) -> Font:
    """Load a font that is set letter by letter.

    Raises:
        FontUnusable: There is none, or it is damaged.
    """
    try:
        # Else every document carries all of ASCII in every font, which is half of a short paper.
        loaded = TTFont(file.stem, str(file), asciiReadable=False)
    # A damaged file may have anything where numbers are expected.
    except (TTFError, OSError, ValueError, ArithmeticError, LookupError, struct.error) as problem:
        raise FontUnusable(file) from problem
    registerFont(loaded)
    drawn = _no_surprises(map(chr, loaded.face.charToGlyph))
    # Where a mark stands depends on its letter: both are left to shaping. So are capitals that
    # reach above their line.
    letters = (
        sign
        for sign in drawn
        if not unicodedata.category(sign).startswith("M") and not _is_tall(sign)
    )
    return Font(file.stem, frozenset(letters))


def _is_tall(sign: str) -> bool:
    return sign.isupper() and len(unicodedata.normalize("NFD", sign)) > 2


@cache
def shaped_font(file: FontFile) -> ShapedFont:
    """Load a font that is shaped. Refuses as ``plain_font``."""
    try:
        loaded = ShapedFont(file)
    except ValueError as problem:
        raise FontUnusable(file.path) from problem
    # HarfBuzz takes any file for a font, if one that draws nothing.
    if not loaded.characters:
        raise FontUnusable(file.path)
    return loaded


def _no_surprises(drawn: Iterable[str]) -> Iterator[str]:
    return (
        sign for sign in drawn if unicodedata.category(sign) not in _NO_NAME_HAS and sign != _LOST
    )
