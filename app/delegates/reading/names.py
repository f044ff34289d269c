"""Given name and family name, where a list knows only one of the two ways."""

from __future__ import annotations

from typing import Final, NamedTuple

from app.delegates.folding import fold
from app.delegates.reading.wordlists import word_set

# What belongs to the family name that follows it.
_PARTICLES: Final = word_set(
    "van von vom zu zum zur de del della dello delle dei degli di da das do dos du des "
    "der den het ten ter te t la le les los las lo o ni nic mac mc mag ben bin bint ibn abu al "
    "el af av st saint sankt san santa dalla dall dal"
)
_TITLES: Final = word_set(
    "dr prof professor professorin mr mrs ms miss mx sir dame herr frau ing mag dipl ir drs "
    "mme mlle m monsieur madame sr sra dott dottssa"
)
_SUFFIXES: Final = word_set("jr sr ii iii iv phd dphil md mba msc bsc llm esq mbe obe")


class Name(NamedTuple):
    """A person's name: as a whole, and in its two parts as far as they are known."""

    full: str
    given: str
    family: str


def name_of(full: str, given: str, family: str) -> Name:
    """Complete a name from what a row says. All parts are clean text; any may be blank.

    A list that has "Name" beside "First name" means the family name by it, and the other way
    round; so does one in French or Italian.
    """
    if given and family:
        in_order = full and "," not in full
        return Name(full if in_order else f"{given} {family}", given, family)
    if given:
        rest = _without(full, given, at_start=True)
        return Name(f"{given} {rest}".strip(), given, rest)
    if family:
        rest = _without(full, family, at_start=False)
        return Name(f"{rest} {family}".strip(), rest, family)
    return split(full)


def split(full: str) -> Name:
    """Part a full name: the last word and the particles before it are the family's.

    >>> split("Katrin van der Heijden")
    Name(full='Katrin van der Heijden', given='Katrin', family='van der Heijden')
    >>> split("Weiß, Anna")
    Name(full='Anna Weiß', given='Anna', family='Weiß')
    """
    family, comma, given = (part.strip() for part in full.partition(","))
    if comma and family and given and not _is_suffix(given):
        return Name(f"{given} {family}", given, family)
    words = (family if comma else full).split()
    while len(words) > 1 and is_title(words[0]):
        words.pop(0)
    while len(words) > 2 and _is_suffix(words[-1]):
        words.pop()
    start = max(len(words) - 1, 0)
    while start > 0 and _is_particle(words[start - 1]) and (start > 1 or words[0].islower()):
        start -= 1
    return Name(full, " ".join(words[:start]), " ".join(words[start:]))


def is_title(words: str) -> bool:
    """Say whether these words are a form of address only, as ``Prof. Dr.``."""
    return all(_plain(word) in _TITLES for word in words.split())


def _without(full: str, part: str, *, at_start: bool) -> str:
    """Give what is left of a name when a part at its start or end is taken away."""
    if full.casefold() == part.casefold():
        return ""
    if at_start and full.casefold().startswith(part.casefold() + " "):
        return full[len(part) :].strip()
    if not at_start and full.casefold().endswith(" " + part.casefold()):
        return full[: -len(part)].strip()
    return full


def _is_particle(word: str) -> bool:
    # "O." and "D." with their dot are initials.
    return _plain(word) in _PARTICLES and not (len(word) == 2 and word.endswith("."))


def _is_suffix(words: str) -> bool:
    return all(_plain(word) in _SUFFIXES for word in words.split())


def _plain(word: str) -> str:
    return fold(word).replace(" ", "")
