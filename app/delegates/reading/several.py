"""What columns say that may hold several values, or that several columns say together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from app.delegates.reading.answers import is_no, is_yes
from app.delegates.reading.cells import answers_of, clean, clean_lines
from app.delegates.reading.columns import Column

_NAME_ENDS: Final = re.compile(r"[;|\n]")
_IN_SECTOR: Final = re.compile(r"(?P<sector>[^:\n]{1,60}):\s*(?P<text>.*)", re.DOTALL)
_SIDES: Final = ("seeks_by_sector", "offers_by_sector")


class Several:
    """Reads the columns of a file that may say several things."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._of: dict[str, list[Column]] = defaultdict(list)
        for column in columns:
            self._of[column.field].append(column)

    def values(self, field: str, cells: Sequence[str]) -> tuple[str, ...]:
        """Give what a row says of a field, each once. A name may hold a comma."""
        part = names_of if field == "networks" else answers_of
        return tuple(dict.fromkeys(text for _column, text in self._parted(field, cells, part)))

    def header(self, field: str) -> str:
        """Give what stands above the first column of a field."""
        return self._of[field][0].header

    def countries(self, cells: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Yield the countries that a row names, each with the header above it."""
        for column, text in self._parted("countries", cells, answers_of):
            yield column.header, text

    def further(self, cells: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Give the further organisations of a row, written as ``Name [function]; Name``."""
        return further_named(text for _column, text in self._parted("further", cells, _roles_of))

    def by_sector(self, cells: Sequence[str]) -> tuple[tuple[str, str, str], ...]:
        """Give what a row seeks and offers in sectors: by columns, or lines ``Sector: text``.

        What is said of a sector in several places stands there line by line.
        """
        spelt: dict[str, str] = {}
        sides: dict[tuple[str, str], list[str]] = defaultdict(list)
        for side in _SIDES:
            for _column, sector, text in self._in_sectors(side, cells):
                if sector:
                    spelt.setdefault(sector.casefold(), sector)
                    sides[sector.casefold(), side].append(text)
        seeks, offers = _SIDES
        return tuple(
            (sector, "\n".join(sides[key, seeks]).strip(), "\n".join(sides[key, offers]).strip())
            for key, sector in spelt.items()
        )

    def without_sector(self, cells: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Yield what names no sector where it should, each with the header above it."""
        for side in _SIDES:
            for column, sector, text in self._in_sectors(side, cells):
                if not sector:
                    yield column.header, text

    def _in_sectors(self, side: str, cells: Sequence[str]) -> Iterator[tuple[Column, str, str]]:
        """Yield what is said of each sector, or of none."""
        for column in self._of[side]:
            text = clean_lines(_cell(column, cells))
            if column.option and text:
                yield column, column.option, text
                continue
            for line in _lines(text):
                said = _IN_SECTOR.fullmatch(line)
                if said is None:
                    yield column, "", line
                elif said["text"].strip():
                    yield column, clean(said["sector"]), said["text"]

    def _parted(
        self, field: str, cells: Sequence[str], part: Callable[[str], Sequence[str]]
    ) -> Iterator[tuple[Column, str]]:
        for column in self._of[field]:
            text = _cell(column, cells)
            if column.option and is_yes(text):
                yield column, column.option
            elif not (column.option and is_no(text)):
                yield from ((column, each) for each in part(text))


def names_of(text: str) -> tuple[str, ...]:
    """Split several names in one cell, at ``;``, ``|`` or line ends."""
    return tuple(dict.fromkeys(filter(None, map(clean, _NAME_ENDS.split(text)))))


def lines_of(text: str) -> tuple[str, ...]:
    """Split several names that stand one a line, whatever is in them."""
    return tuple(dict.fromkeys(filter(None, map(clean, text.splitlines()))))


def further_named(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Give the organisations, each with a function, that are each written ``Name [function]``."""
    found: dict[str, str] = {}
    for text in texts:
        name, function = _name_and_function(text)
        found.setdefault(name, function)
    return tuple(found.items())


def as_further(name: str, function: str) -> str:
    """Write an organisation with a function so that ``further_named`` reads it back."""
    # Brackets at the end of a name would be taken for those of a function.
    return f"{name} [{function}]" if function or name.endswith("]") else name


def as_in_sector(sector: str, text: str) -> str:
    """Write what is said of a sector so that it is read back, line by line."""
    first, *more = text.splitlines() or [""]
    # A line with a colon would begin another sector, so it says once more which one is meant.
    said = (f"{sector}: {line}" if _IN_SECTOR.fullmatch(line) else line for line in more)
    return "\n".join((f"{sector}: {first}", *said))


def _roles_of(text: str) -> tuple[str, ...]:
    """Split as ``names_of`` does, but not within the brackets around a function."""
    return tuple(dict.fromkeys(each for line in text.splitlines() for each in _roles_in(line)))


def _roles_in(line: str) -> Sequence[str]:
    parts, depth = [""], 0
    for letter in line:
        depth += (letter == "[") - (letter == "]")
        if letter in ";|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    # A bracket that stands alone keeps nothing together.
    return names_of(line) if depth else [*filter(None, map(clean, parts))]


def _name_and_function(text: str) -> tuple[str, str]:
    """Part a text before its last brackets, which may hold others."""
    depth = 0
    for place in reversed(range(len(text)) if text.endswith("]") else ()):
        depth += (text[place] == "]") - (text[place] == "[")
        if depth == 0:
            name, function = clean(text[:place]), clean(text[place + 1 : -1])
            return (name, function) if name else (text, "")
    return text, ""


def _cell(column: Column, cells: Sequence[str]) -> str:
    return cells[column.index] if column.index < len(cells) else ""


def _lines(text: str) -> Iterator[str]:
    """Yield what begins with a sector, with the lines below that do not."""
    begun = ""
    for line in text.splitlines():
        if _IN_SECTOR.fullmatch(line) or not begun:
            if begun:
                yield begun
            begun = line
        else:
            begun += f"\n{line}"
    if begun:
        yield begun
