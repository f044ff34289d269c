"""What a delegate is searched by, and how staff may type it.

Everything is brought to plain lower-case Latin words: what is indexed and what is typed go
through the same ``fold``, so that they meet. Where several spellings are in use (``Müller``,
``Mueller``, ``Muller``; ``Живковић``, ``Zivkovic``, ``Zhivkovich``), all of them are indexed.

``fold`` looks at letters one by one, never at the language or the rest of the word: half a
name, as it is being typed, must fold to half of what the whole name folds to.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# What folding does to ASCII, the bulk of all text, in one step.
_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}

_LATIN = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ŋ": "n", "ı": "i", "ĸ": "k",
        "ƶ": "z", "ɖ": "d", "ƒ": "f", "ə": "a", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss",
        "ʼ": " ", "ʻ": " ", "ʹ": " ",
    }
)  # fmt: skip

# ELOT 743: pairs of letters that are written as one sound, before the letters one by one.
_GREEK_VOWEL_PAIRS = re.compile("[αεη]υ|ου")
_GREEK_PAIRS = re.compile("[αεη]υ|ου|γ[γξχ]|(?:^|(?<= ))μπ")
_GREEK_PAIR = {
    "αυ": "av", "ευ": "ev", "ηυ": "iv", "ου": "ou",
    "γγ": "ng", "γξ": "nx", "γχ": "nch", "μπ": "b",
}  # fmt: skip
_GREEK = str.maketrans(
    {
        "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i",
        "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
        "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
    }
)  # fmt: skip

_CYRILLIC_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "ґ": "g", "є": "ye", "і": "i", "ї": "yi", "ў": "u",
    "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ѓ": "gj", "ќ": "kj", "ѕ": "dz",
}  # fmt: skip
_CYRILLIC = str.maketrans(_CYRILLIC_LETTERS)
# The same letters as other languages write them in Latin.
_CYRILLIC_TABLES = tuple(
    str.maketrans(_CYRILLIC_LETTERS | letters)
    for letters in (
        {},
        {"г": "h", "и": "y", "й": "i", "є": "ie", "ї": "i", "ю": "iu", "я": "ia"},  # Ukrainian
        {"х": "h", "щ": "sht", "ъ": "a", "ь": "y"},  # Bulgarian
        {"ж": "z", "ч": "c", "ш": "s", "ц": "c", "х": "h", "ђ": "d"},  # Serbian
        {"е": "ie", "ё": "io", "ю": "iu", "я": "ia"},  # Russian passports since 2013
    )
)

_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")
_GREEK_LETTER = re.compile("[\u0370-\u03ff]")
_LONG_Y = re.compile("(?:iy|yy|yi)$")  # Петровский is also Petrovsky
_LONG_IA = re.compile("[iy]{2}a$")  # Мария is also Maria
_VOICELESS = re.compile("(?<=[aei])v(?=[ptkfsxc]|$)")  # Ευτυχία is Eftychia

# Letters that keep their mark in some languages by an ``e`` or by doubling.
_SPELT_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "đ": "dj", "ё": "yo"}
)
_SPELT_OUT_ALREADY = re.compile("(?<=a)e|(?<=o)e|(?<=u)e|(?<=a)a")


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Give the words of a text as plain lower-case letters and digits, one space between.

    Accents go, Greek and Cyrillic become Latin, punctuation becomes space. Other scripts keep
    their letters. Folding what is folded changes nothing; no text is refused.

    An import folds each name to find it, to index it and to compare it, and each organisation
    as often as it has delegates: what was folded is remembered.
    """
    if text.isascii():
        return " ".join(text.translate(_ASCII).split())
    return _fold(text, _CYRILLIC, _GREEK_PAIRS)


@lru_cache(maxsize=65_536)
def spellings(word: str) -> tuple[str, ...]:
    """Give the other ways in which people write a word: folded, without ``fold(word)``.

    Empty for most words. One way may be several words if the word holds punctuation.
    """
    if word.isascii():
        return ()
    composed = unicodedata.normalize("NFC", word).lower()
    others = [fold(composed.translate(_SPELT_OUT))]
    if _CYRILLIC_LETTER.search(composed):
        latin = [_fold(composed, table, _GREEK_PAIRS) for table in _CYRILLIC_TABLES]
        others += latin + [_LONG_IA.sub("ia", _LONG_Y.sub("y", other)) for other in latin]
    if _GREEK_LETTER.search(composed):
        by_letter = _fold(composed, _CYRILLIC, _GREEK_VOWEL_PAIRS)
        others += [by_letter, _VOICELESS.sub("f", fold(composed))]
    folded = fold(word)
    return tuple(dict.fromkeys(other for other in others if other not in {folded, ""}))


def searchable(
    given_name: str, family_name: str, organisation: str, email: str, badge_number: str
) -> str:
    """Give the text that ``db.search.index`` takes for one delegate.

    The first line holds what the person is called, stands for and wears; the second what
    counts less if it matches: the e-mail, and guesses at spellings. Where only a full name is
    known, pass it as the family name; several organisations are joined by a space.
    """
    called = [
        *(word for text in (given_name, family_name, organisation) for word in _spelt(text)),
        *_run_together((given_name, family_name, *organisation.split())),
        *_badge(badge_number),
    ]
    who = dict.fromkeys(" ".join(called).split())
    guesses = (_SPELT_OUT_ALREADY.sub("", word) for word in who)
    more = dict.fromkeys((*fold(email).split(), *guesses))
    return " ".join(who) + "\n" + " ".join(word for word in more if word not in who)


def _fold(text: str, cyrillic: dict[int, str], greek_pairs: re.Pattern[str]) -> str:
    # Letters with a mark that a table knows as letters of their own (й, ё) go before marks do.
    composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKD", text).casefold())
    marked = unicodedata.normalize("NFKD", composed.casefold().translate(cyrillic))
    plain = marked.translate(_PLAIN).translate(_LATIN).translate(cyrillic)
    if _GREEK_LETTER.search(plain):
        plain = greek_pairs.sub(lambda pair: _GREEK_PAIR[pair[0]], plain).translate(_GREEK)
    return " ".join(plain.split())


class _Plain(dict[int, str]):
    """Keeps letters and digits, drops marks and what is invisible, makes the rest a space.

    A table for ``str.translate`` that looks each letter up once.
    """

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        kind = unicodedata.category(letter)
        if kind[0] in "LN" or kind == "Mc":
            plain = letter
        else:
            plain = "" if kind in {"Mn", "Me", "Cf"} else " "
        self[code] = plain
        return plain


_PLAIN = _Plain()


@lru_cache(maxsize=16_384)
def _spelt(text: str) -> tuple[str, ...]:
    return (fold(text), *(other for word in text.split() for other in spellings(word)))


def _run_together(names: Iterable[str]) -> list[str]:
    """``O'Brien`` is also typed ``obrien``, ``van der Berg`` also ``vanderberg``."""
    return [folded.replace(" ", "") for folded in map(fold, names) if " " in folded]


def _badge(number: str) -> list[str]:
    """``A-143`` is typed ``143``, ``a143`` or ``a-143``.

    The desk's letter is no word of its own: everybody of that desk would be a best match for it.
    """
    return [fold(number).replace(" ", ""), *re.findall("[0-9]+", fold(number))]
