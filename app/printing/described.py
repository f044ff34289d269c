"""Reads what somebody describes in TOML, such as a stock, and knows on which line it is wrong."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

Place = tuple[str | int, ...]
"""Where an entry stands: keys, and numbers from 0 within lists."""

LONGEST_MM = 2_000
# A hair that no printer can place: it forgives the rounding of sums.
TOLERANCE_MM = 0.01
# Settings and commands write names between spaces.
_NAME = re.compile(r"\w[\w.-]{0,39}")
_TOLD_LINE = re.compile(r"at line (\d+)")


class Fault(StrEnum):
    """What is wrong with an entry."""

    NOT_TOML = "not_toml"
    MISSING = "missing"
    NOT_KNOWN = "not_known"
    WRONG_TYPE = "wrong_type"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    OFF_THE_PAGE = "off_the_page"
    OVER_THE_CODE = "over_the_code"
    NO_PLACEHOLDER = "no_placeholder"
    NO_COLOUR = "no_colour"
    TOO_LIGHT = "too_light"
    TWICE = "twice"
    BAD_NAME = "bad_name"
    NAME_TAKEN = "name_taken"
    UNREADABLE = "unreadable"


@dataclass(eq=False)
class Flaw(Exception):
    """Something is wrong at a place. ``said`` is the strange word, where there is one.

    ``line`` counts from 1; 0: the file as a whole.
    """

    fault: Fault
    place: Place = ()
    said: str = ""
    line: int = 0

    @property
    def key(self) -> str:
        """The place in words, lists counted from 1."""
        return key_of(self.place)


@dataclass(frozen=True, slots=True)
class Entries:
    """A table of a description. Its readers raise ``Flaw``."""

    known: Mapping[str, Any]
    place: Place = ()

    def only(self, names: Collection[str]) -> None:
        """Refuse entries that nobody asks for."""
        for name in sorted(self.known.keys() - set(names)):
            raise Flaw(Fault.NOT_KNOWN, (*self.place, name))

    def needed(self, name: str, read: Callable[[object], T]) -> T:
        """Read an entry that must be there."""
        if name not in self.known:
            raise Flaw(Fault.MISSING, (*self.place, name))
        try:
            return read(self.known[name])
        except TypeError as error:
            raise Flaw(Fault.WRONG_TYPE, (*self.place, name)) from error
        except OverflowError as error:
            raise Flaw(Fault.TOO_LARGE, (*self.place, name)) from error
        except LookupError as error:
            said = str(self.known[name])
            raise Flaw(Fault.NOT_KNOWN, (*self.place, name), said) from error

    def usual(self, name: str, read: Callable[[object], T], otherwise: T) -> T:
        """Read an entry, or give what holds where it is left out."""
        return self.needed(name, read) if name in self.known else otherwise

    def table(self, name: str) -> Entries | None:
        """Give a table within, if there is one."""
        if name not in self.known:
            return None
        return Entries(self.needed(name, _table), (*self.place, name))

    def tables(self, name: str) -> Iterator[Entries]:
        """Give the tables of a list within, in their order."""
        none: list[object] = []
        for number, each in enumerate(self.usual(name, _list, none)):
            place = (*self.place, name, number)
            if not isinstance(each, dict):
                raise Flaw(Fault.WRONG_TYPE, place)
            yield Entries(each, place)


def read_described(file: Path, read: Callable[[str, Entries], T]) -> T:
    """Read a description by its name, which is that of the file.

    Raises:
        Flaw: It can't be read, or ``read`` found something. Its line is known.
    """
    if _NAME.fullmatch(file.stem) is None:
        raise Flaw(Fault.BAD_NAME)
    try:
        text = file.read_text(encoding="utf-8")
        entries = tomllib.loads(text)
    except OSError as error:
        raise Flaw(Fault.UNREADABLE) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise Flaw(Fault.NOT_TOML, line=line) from error
    # Entries within entries beyond counting are no TOML for us either.
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        told = _TOLD_LINE.search(str(error))
        raise Flaw(Fault.NOT_TOML, line=int(told[1]) if told else 0) from error
    try:
        return read(file.stem, Entries(entries))
    except Flaw as flaw:
        flaw.line = _line_of(text, flaw.place)
        raise


def key_of(place: Place) -> str:
    """Say a place as one word, lists counted from 1: ``blocks.2.box``."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in place)


def is_name(name: str) -> bool:
    """Tell whether commands can say it and files be called by it."""
    return _NAME.fullmatch(name) is not None


def text(value: object) -> str:
    """Read a text."""
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def flag(value: object) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def count(value: object) -> int:
    """Read a whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(value)
    return value


def number(value: object) -> float:
    """Read a number that has an end."""
    if isinstance(value, float) and math.isfinite(value):
        return value
    return float(count(value))


def numbers(value: object) -> tuple[float, ...]:
    """Read a list of numbers."""
    return tuple(map(number, _list(value)))


def pair(value: object) -> tuple[float, float]:
    """Read a list of two numbers."""
    first, second = _so_many(2, value)
    return first, second


def four(value: object) -> tuple[float, float, float, float]:
    """Read a list of four numbers."""
    one, two, three, last = _so_many(4, value)
    return one, two, three, last


def texts(value: object) -> tuple[str, ...]:
    """Read a list of texts."""
    return tuple(map(text, _list(value)))


def one_of(words: type[E]) -> Callable[[object], E]:
    """Give what reads one of some words."""

    def read(value: object) -> E:
        try:
            return words(text(value))
        except ValueError as error:
            raise LookupError(value) from error

    return read


def _so_many(wanted: int, value: object) -> tuple[float, ...]:
    read = numbers(value)
    if len(read) != wanted:
        raise TypeError(value)
    return read


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _table(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return value


def _line_of(text: str, place: Place) -> int:
    """Give the line on which an entry begins, or else what it is missing from; 0: the file.

    The parser knows no lines, but it reads the file up to any line at which an entry ends.
    """
    lines = text.split("\n")
    wanted = _depth(tomllib.loads(text), place)
    before, until = 0, len(lines)
    if not wanted:
        return 0
    while until - before > 1:
        middle = (before + until) // 2
        _end, entries = _up_to(lines, middle)
        if _depth(entries, place) == wanted:
            until = middle
        else:
            before = middle
    return _up_to(lines, until - 1)[0] + 1


def _up_to(lines: Sequence[str], line: int) -> tuple[int, Mapping[str, Any]]:
    """Read what ends at a line or before; give where, and what it says."""
    for end in range(line, 0, -1):
        with suppress(tomllib.TOMLDecodeError):
            return end, tomllib.loads("\n".join(lines[:end]))
    return 0, {}


def _depth(entries: object, place: Place) -> int:
    """Count the steps of a place that are there."""
    for depth, step in enumerate(place):
        match entries, step:
            case dict(), str() if step in entries:
                entries = entries[step]
            case list(), int() if step < len(entries):
                entries = entries[step]
            case _:
                return depth
    return len(place)
