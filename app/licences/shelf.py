"""Keeps each text of a licence once, however many things come under it.

Most packages bring one of a few licences word by word, with a line of their own that says whose
the copyright is. So such lines are taken out, and what is left is compared by its words alone.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_OURS: Final = re.compile(
    r"^\W*(all rights reserved|copyright( \(c\))? (notice|holders?)?:?)\W*$"
    r"|^\W*(?:portions )?(copyright\b|\(c\)|©)(?=.*(\d{4}|\(c\)|©|yyyy|<year>|\bby\b)).*$",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(
    r"^\W*((the )?(mit|isc|expat|zlib)( open source)? licen[cs]e( \((mit|isc|expat)\))?"
    r"|(the )?((new|modified|simplified) )?bsd( [23][- ]clause)?( \W?(simplified|new|revised)\W?)*"
    r" licen[cs]e|[23]-clause bsd licen[cs]e|licen[cs]e|apache license"
    r"|version 2\.0, january 2004|https?://www\.apache\.org/licenses/?)\W*$",
    re.IGNORECASE,
)
_FORM: Final = re.compile(r"yyyy|<year>")
_HEADING: Final = re.compile(
    r"(all rights reserved|copyright( notice| holders?)?)\W*$", re.IGNORECASE
)
_BULLET: Final = re.compile(r"^\W*(\(?(\d|[a-z])[.)]\s)?", re.MULTILINE)
_END: Final = "end of terms and conditions"


@dataclass(frozen=True, slots=True)
class Filed:
    """Where a text stands, and the lines that were taken out of it."""

    name: str
    copyright: tuple[str, ...]


class Shelf:
    """The texts of a book by their names; those that are known beforehand come first."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._names: dict[str, str] = {}
        self._known = {name: text.strip() for name, text in known.items()}
        self._said = {line for text in known.values() for line in _copyright(text)}
        self._texts: dict[str, str] = {}
        # What some licences say behind their terms is for those who want to use them themselves.
        self._how_to = {_words(_without_holders(_divided(text)[1])) for text in known.values()}
        for name, text in self._known.items():
            self._names.setdefault(self._terms(text), name)

    @property
    def texts(self) -> Mapping[str, str]:
        """All texts that something was filed under, in order of names."""
        return dict(sorted(self._texts.items(), key=lambda each: each[0].casefold()))

    def take(self, name: str) -> str:
        """Give the name of a known text, which is then in the book."""
        self._texts[name] = self._known[name]
        return name

    def file(self, name: str, text: str) -> Filed:
        """File a text, under its own name if none has the same words."""
        terms = self._terms(text)
        if terms in self._names and self._names[terms] in self._known:
            lines = (line for line in _copyright(text) if line not in self._said)
            return Filed(self.take(self._names[terms]), tuple(dict.fromkeys(lines)))
        # Whose such a text is may stand anywhere in it, so it is the same only as a whole.
        kept = self._names.setdefault(f"whole {_words(text)}", self._free(name))
        self._texts.setdefault(kept, text.strip())
        return Filed(kept, ())

    def _terms(self, text: str) -> str:
        """Give the words of the terms, without titles, whose they are, and how to use them."""
        terms, rest = _divided(text)
        said = terms if _words(_without_holders(rest)) in {"", *self._how_to} else text
        lines = _without_holders(said).splitlines()
        return _words("\n".join(line for line in lines if not _TITLE.match(line)))

    def _free(self, name: str) -> str:
        """Give the name, numbered if another text has it."""
        others = (f"{name} ({number})" for number in itertools.count(2))
        wishes = itertools.chain((name,), others)
        return next(each for each in wishes if each not in self._texts)


def _copyright(text: str) -> list[str]:
    """Give the lines that say whose it is, without what programs put around them."""
    found: list[str] = []
    for line in text.splitlines():
        if not _OURS.match(line) or _FORM.search(line):
            continue
        bare = line.strip(' \t*#/-\u201c\u201d"')
        if found and bare.casefold().startswith("all rights reserved"):
            found[-1] = f"{found[-1].rstrip(' .,')}. {bare}"
        elif not _HEADING.match(bare):
            found.append(bare)
    return found


def _divided(text: str) -> tuple[str, str]:
    """Give what stands before the end of the terms, and what behind it."""
    at = text.casefold().find(_END)
    return (text[:at], text[at + len(_END) :]) if at >= 0 else (text, "")


def _without_holders(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not _OURS.match(line))


def _words(text: str) -> str:
    """Give the words alone, however lines are broken, quoted, indented and numbered."""
    plain = _BULLET.sub("", text).casefold().replace("https:", "http:")
    return " ".join(re.sub(r"[^\w.]+", " ", plain).split())
