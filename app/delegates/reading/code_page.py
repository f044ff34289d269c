"""Which of Windows' code pages a text was written in: the western or the central European one.

Both read nearly every byte, and half of the letters differ: ``Wałęsa`` of the one is ``Wa³êsa``
in the other. The letters beside tell which reading makes words.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

CENTRAL, WESTERN = "cp1250", "cp1252"

_MOST_WORDS: Final = 20_000
_LONGEST_WORD: Final = 60
_LETTER: Final = rb"A-Za-z\x80-\xff"
_FOREIGN_WORD: Final = re.compile(
    rb"(?<![%(letter)b])[A-Za-z]*+[\x80-\xff][%(letter)b]*+" % {b"letter": _LETTER}
)
"""Begins at a word's first letter, or a long run of letters would be gone through for each."""

_VOWEL: Final = "aeiouyáéíóúýäöüě"
_CONSONANT: Final = "bcdfghjklmnpqrstvwxz"
# Beside each pattern, what its letters are in the other code page. There ø is a vowel and ř is
# none, so what stands around tells them apart; signs stand in no word at all.
_AS_CENTRAL: Final = re.compile(
    "|".join(
        (
            r"(?<=\w)[łążľ](?=\w)|\b(?-i:[ĄŁŻĽ])(?=\w)|(?<=\w\w[aeiouy])ł\b",  # ³ ¹ ¿ ¾ ¥ £ ¯ ¼
            r"ś(?!u)|[źť]",  # œ Ÿ, and none
            rf"ń(?![{_VOWEL}])",  # ñ
            rf"ć\b|ć(?=[{_CONSONANT}])(?<![dfghkl]ć)",  # æ
            rf"ř(?=[{_VOWEL}])",  # ø
            rf"(?<=[{_VOWEL}])č(?=[{_VOWEL}])|\bč(?=[{_VOWEL}])|(?<=[{_VOWEL}])č\b",  # è
            r"(?<=\w)ě(?=\w)|ů(?=\w)",  # ì ù
            r"ę(?=[bdgkz])|ę\b",  # ê
            r"ő\b|ő(?=s\b|sz|zs)|(?<=gy)ő|(?<=sz)ő|ű(?=s?\b)",  # õ û
        )
    ),
    re.IGNORECASE,
)
_AS_WESTERN: Final = re.compile(
    "|".join(
        (
            r"å|œ(?=u)",  # ĺ ś
            rf"ñ(?=[{_VOWEL}])",  # ń
            rf"æ(?=\w)(?<=[{_CONSONANT}]æ)|\bæ(?=\w)",  # ć
            rf"ø(?=[{_CONSONANT}])|ø\b",  # ř
            rf"(?<=[{_CONSONANT}])è(?=[{_CONSONANT}]|\b)",  # č
            r"[ãõ](?=[oe])",  # ă ő
            r"[ìù]\b",  # ě ů
        )
    ),
    re.IGNORECASE,
)


def code_page(data: bytes) -> str:
    """Tell the code page of a text that is no Unicode; the western one if nothing tells."""
    found = islice(_FOREIGN_WORD.finditer(data), _MOST_WORDS)
    words = b"\n".join(match[0][:_LONGEST_WORD] for match in found)
    central = _AS_CENTRAL.findall(words.decode(CENTRAL, "replace"))
    western = _AS_WESTERN.findall(words.decode(WESTERN, "replace"))
    return CENTRAL if len(central) > len(western) else WESTERN
