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
_FUNCTION: Final = re.compile(r"(?P<name>.*\S)\s*\[(?P<function>[^\[\]]*)\]")
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

    def countries(self, cells: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Yield the countries that a row names, each with the header above it."""
        for column, text in self._parted("countries", cells, answers_of):
            yield column.header, text

    def further(self, cells: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Give the further organisations of a row, written as ``Name [function]; Name``."""
        return _with_functions(text for _column, text in self._parted("further", cells, names_of))

    def by_sector(self, cells: Sequence[str]) -> tuple[tuple[str, str, str], ...]:
        """Give what a row seeks and offers in sectors: by columns, or lines ``Sector: text``."""
        sides: dict[str, dict[str, str]] = {}
        for side in _SIDES:
            for sector, text in self._in_sectors(side, cells):
                sides.setdefault(sector, {}).setdefault(side, text)
        return tuple(
            (each, said.get(_SIDES[0], ""), said.get(_SIDES[1], "")) for each, said in sides.items()
        )

    def _in_sectors(self, side: str, cells: Sequence[str]) -> Iterator[tuple[str, str]]:
        for column in self._of[side]:
            text = clean_lines(_cell(column, cells))
            if column.option and text:
                yield column.option, text
                continue
            for said in filter(None, map(_IN_SECTOR.fullmatch, _lines(text))):
                if said["text"].strip():
                    yield clean(said["sector"]), said["text"].strip()

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


def further_named(text: str) -> tuple[tuple[str, str], ...]:
    """Give the organisations, each with a function, that are written ``Name [function]; Name``."""
    return _with_functions(names_of(text))


def _with_functions(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for text in texts:
        both = _FUNCTION.fullmatch(text)
        name = clean(both["name"]) if both else text
        found.setdefault(name, clean(both["function"]) if both else "")
    return tuple(found.items())


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
