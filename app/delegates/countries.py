"""Countries by any name that people give them, and their names in a desk's language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from app.delegates.folding import fold

LANGUAGES: Final = (
    *("en", "de", "fr", "es", "it", "nl", "pl", "pt", "da", "sv", "fi", "nb", "cs", "sk", "hu"),
    *("lt", "lv", "et", "el", "ro", "bg", "hr", "sl", "tr", "uk", "ru", "ca", "ga", "is"),
)

# What CLDR does not call them.
_ALIASES: Final = MappingProxyType(
    {
        "AE": "emirates|uae",
        "BA": "bosnia",
        "BE": "belgique belgie",
        "BY": "belarus",
        "CD": "dr congo|drc|democratic republic of the congo",
        "CH": "swiss|switzerland liechtenstein",
        "CI": "cote d ivoire",
        "CN": "prc|peoples republic of china|people s republic of china",
        "CZ": "czech|czechia|czech republic|tschechei|tschechische republik|republique tcheque"
        "|republica checa|repubblica ceca",
        "DE": "brd|federal republic of germany|bundesrepublik deutschland",
        "ES": "kingdom of spain",
        "GB": "uk|u k|great britain|britain|england|scotland|wales|northern ireland"
        "|grossbritannien|grande bretagne|gran bretana|gran bretagna|united kingdom of great"
        " britain and northern ireland|schottland|ecosse|escocia|storbritannien|angleterre",
        "GR": "hellas|hellenic republic",
        "HK": "hongkong",
        "IE": "eire|republic of ireland",
        "KR": "korea|republic of korea|south korea|korea south",
        "LU": "grand duchy of luxembourg",
        "MD": "republic of moldova",
        "MK": "macedonia|fyrom|republic of north macedonia",
        "NL": "holland|the netherlands|hollande|holanda|olanda|nederlanden",
        "RO": "rumania|roumania",
        "RU": "russian federation",
        "SK": "slovak republic",
        "TR": "turkey|turkiye|turkei",
        "TW": "taiwan roc|chinese taipei",
        "US": "usa|u s a|u s|us|united states of america|america|vereinigte staaten von amerika"
        "|etats unis d amerique|estados unidos de america|stati uniti d america|eeuu|ee uu",
        "VN": "viet nam",
        "XK": "kosova",
    }
)

# Codes that are not ISO's own and are in use: the Union's, and the internet's.
_CODES: Final = MappingProxyType({"UK": "GB", "EL": "GR", "XKX": "XK"})

# Codes in the tables of names that ISO 3166-1 does not give to a country.
_NO_COUNTRIES: Final = frozenset(
    ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA")
)
_IN_BRACKETS: Final = re.compile(r"[()\[\]]")


@lru_cache(maxsize=1_000)
def country_of(text: str) -> str | None:
    """Give the ISO 3166-1 alpha-2 code of a country named by code or in words, else nothing.

    ``Germany (DE)`` names one country twice; ``Georgia (US)`` names two and so none.
    """
    whole = _named(text)
    if whole is not None:
        return whole
    parts = {_named(part) for part in _IN_BRACKETS.split(text)} - {None}
    return parts.pop() if len(parts) == 1 else None


def likely_country(text: str) -> str | None:
    """Give the country that a damaged or shortened name can only mean, else nothing.

    ``Tschech. Rep.`` shortens words of one country's names; ``Germny`` is one letter off.
    """
    plain = _plain(text)
    if len(plain) < 4:
        return None
    known = [(name, code) for each in LANGUAGES for name, code in _names(each).items()]
    known += _aliases().items()
    shortened = {code for name, code in known if _shortens(plain.split(), name.split())}
    if not shortened:
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - only for what nobody can read

        most = 1 if len(plain) < 8 else 2
        shortened = {
            code for name, code in known if OSA.distance(plain, name, score_cutoff=most) <= most
        }
    return shortened.pop() if len(shortened) == 1 else None


def _shortens(words: Sequence[str], name: Sequence[str]) -> bool:
    """Tell whether each word begins the name's word at its place."""
    return len(words) == len(name) and all(
        len(word) >= min(3, len(whole)) and whole.startswith(word)
        for word, whole in zip(words, name, strict=True)
    )


def _named(text: str) -> str | None:
    code = text.strip().upper()
    if code.isascii() and code.isalpha() and len(code) <= 3:
        known = _codes().get(code)
        if known is not None:
            return known
    plain = _plain(text)
    if plain in _aliases():
        return _aliases()[plain]
    # One language after the other: most lists need only the first, and each costs time to load.
    known_by = (_names(language) for language in LANGUAGES)
    return next((names[plain] for names in known_by if plain in names), None)


def country_name(code: str, locale: str = "en") -> str:
    """Give a country's name in a language; an unknown code is its own name.

    Args:
        code: ISO 3166-1 alpha-2, any case.
        locale: As ``"de"`` or ``"pt_BR"``; a language we don't have reads English.
    """
    return _territories(locale).get(code.upper(), code)


def country_names(locale: str = "en") -> tuple[str, ...]:
    """Give the names of all countries in a language, in alphabetical order."""
    names = [name for code, name in _territories(locale).items() if _is_country(code)]
    return tuple(sorted(names, key=fold))


def country_spellings(locale: str = "en") -> Mapping[str, tuple[str, ...]]:
    """Give what each country is found by: its names in English and a language, others, codes.

    All are folded. The countries, by their codes, are in the order of their English names.
    """
    found: dict[str, list[str]] = {code: [] for _name, code in sorted(_names("en").items())}
    codes = {text.lower(): code for text, code in _codes().items()}
    for known in (_names("en"), _names(locale), _aliases(), codes):
        for name, code in known.items():
            found[code].append(name)
    return {code: tuple(dict.fromkeys(names)) for code, names in found.items()}


@cache
def _territories(locale: str) -> Mapping[str, str]:
    # Loading a language costs 5 ms, so none is loaded before somebody asks.
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        names: Mapping[str, str] = Locale.parse(locale).territories
    except (UnknownLocaleError, ValueError):
        names = Locale("en").territories
    return names


@cache
def _codes() -> Mapping[str, str]:
    """Every code that means a country: two letters, three letters, and the Union's own."""
    from babel.core import get_global  # noqa: PLC0415

    longer = get_global("territory_aliases")
    known = {code: code for code in _territories("en") if _is_country(code)}
    threes = {
        three: new[0]
        for three, new in longer.items()
        if len(three) == 3 and three.isalpha() and len(new) == 1 and new[0] in known
    }
    return MappingProxyType(threes | known | _CODES)


def _is_country(code: str) -> bool:
    """Tell countries from continents and from what only stands for something in tables."""
    return len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES


@cache
def _aliases() -> Mapping[str, str]:
    return MappingProxyType(
        {alias: code for code, aliases in _ALIASES.items() for alias in aliases.split("|")}
    )


@cache
def _names(language: str) -> Mapping[str, str]:
    spoken = _territories(language).items()
    return MappingProxyType({_plain(name): code for code, name in spoken if _is_country(code)})


def _plain(name: str) -> str:
    return fold(name).removeprefix("the ")
