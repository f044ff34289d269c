"""Finds fonts for Chinese, Japanese and Korean on this computer: they are too large to bring along.

Noto comes first where it is installed, then what Windows and macOS bring.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class Language(StrEnum):
    """A language that has forms of its own for characters that others write too."""

    JAPANESE = "ja"
    KOREAN = "ko"
    CHINESE = "zh-Hans"
    TRADITIONAL_CHINESE = "zh-Hant"


class FontFile(NamedTuple):
    """A font in a file that may hold several; where weights vary, this one is ``bold``."""

    path: Path
    number: int = 0
    bold: bool = False


class _Family(NamedTuple):
    """Files of two weights, perhaps one file, and for which language each font in them is."""

    usual: str
    strong: str
    indexes: Mapping[Language, int]


_JA, _KO, _ZH, _HANT = Language
_EACH = {_JA: 0, _KO: 1, _ZH: 2, _HANT: 3}
_ANY = dict.fromkeys(Language, 0)
# In the order in which they are asked for.
_FAMILIES = (
    _Family("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", _EACH),
    _Family("NotoSansCJK-VF.otf.ttc", "NotoSansCJK-VF.otf.ttc", _EACH),
    _Family("NotoSansCJK-VF.ttf.ttc", "NotoSansCJK-VF.ttf.ttc", _EACH),
    *(
        _Family(f"{stem}-{usual}", f"{stem}-{strong}", {language: 0})
        for language, stems in {
            _JA: ("NotoSansCJKjp", "NotoSansJP"),
            _KO: ("NotoSansCJKkr", "NotoSansKR"),
            _ZH: ("NotoSansCJKsc", "NotoSansSC"),
            _HANT: ("NotoSansCJKtc", "NotoSansTC"),
        }.items()
        for stem in stems
        for usual, strong in (
            ("Regular.otf", "Bold.otf"),
            ("Regular.ttf", "Bold.ttf"),
            ("VF.ttf", "VF.ttf"),
            ("VF.otf", "VF.otf"),
        )
    ),
    _Family("YuGothR.ttc", "YuGothB.ttc", {_JA: 0}),
    _Family("malgun.ttf", "malgunbd.ttf", {_KO: 0}),
    _Family("msyh.ttc", "msyhbd.ttc", {_ZH: 0}),
    _Family("msjh.ttc", "msjhbd.ttc", {_HANT: 0}),
    _Family("ヒラギノ角ゴシック W3.ttc", "ヒラギノ角ゴシック W6.ttc", {_JA: 0}),
    _Family("AppleSDGothicNeo.ttc", "AppleSDGothicNeo.ttc", {_KO: 0}),
    _Family("STHeiti Light.ttc", "STHeiti Medium.ttc", {_HANT: 0, _ZH: 1}),
    _Family("Arial Unicode.ttf", "Arial Unicode.ttf", _ANY),
)


def folders() -> tuple[Path, ...]:
    """Give where this system keeps fonts, the user's own last."""
    home = Path.home()
    if sys.platform == "win32":
        own = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        return (
            Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
            own / "Microsoft/Windows/Fonts",
        )
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = os.environ.get("XDG_DATA_HOME") or str(home / ".local/share")
    return (
        *(Path(each) / "fonts" for each in shared.split(":")),
        Path(own) / "fonts",
        home / ".fonts",
    )


def find(places: Sequence[Path], language: Language, *, bold: bool) -> tuple[FontFile, ...]:
    """Give the fonts there are, those made for a language first."""
    there = _files(places)
    found = []
    for family in _FAMILIES:
        path = there.get(family.strong if bold else family.usual) or there.get(family.usual)
        if path:
            index = family.indexes.get(language, min(family.indexes.values()))
            is_one_file = family.usual == family.strong
            font = FontFile(path, index, bold=bold and is_one_file)
            found.append((language not in family.indexes, font))
    return tuple(font for _, font in sorted(found, key=lambda each: each[0]))


def _files(places: Sequence[Path]) -> Mapping[str, Path]:
    """Give the fonts we know, by name; what comes first in ``places`` counts."""
    known = {name for family in _FAMILIES for name in (family.usual, family.strong)}
    found: dict[str, Path] = {}
    for place in places:
        for file in _under(place):
            name = unicodedata.normalize("NFC", file.name)
            if name in known:
                found.setdefault(name, file)
    return found


def _under(place: Path) -> Iterator[Path]:
    # A folder that is not there, or that nobody may read, has no fonts for us.
    for folder, inner, files in os.walk(place):
        inner.sort()
        yield from (Path(folder, file) for file in sorted(files))
