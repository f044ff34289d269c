"""How the headers of a list are understood: in which row they stand, and what a column holds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from app.delegates.reading.cells import clean
from app.delegates.reading.columns import Column, Matching, best_header, mapped_fields
from app.delegates.reading.headings import labels
from app.delegates.reading.presets import GUESSED, Preset
from app.delegates.reading.table import Header, Record

SIDES: Final = ("guest", "host")
_OF_PEOPLE: Final = ("email", "number", "name", "given_name", "family_name", "organisation")
SIDE_FIELDS: Final = tuple(
    field for side in SIDES for field in (side, *(f"{side}_{each}" for each in _OF_PEOPLE))
)
NO_PRESET: Final = Preset(GUESSED, MappingProxyType({}), (), ())
"""Lists are understood by the words of their headers alone."""

_ENOUGH_WORTH: Final = 20


@dataclass(frozen=True, slots=True)
class Headers:
    """How the headers of a list are understood.

    Attributes:
        fields: What a column can be mapped to.
        match: Says what columns hold, by their headers and by what somebody mapped by hand.
        is_enough: Tells whether they hold all that rows can't be read without.
    """

    fields: tuple[str, ...]
    match: Callable[[Sequence[str], Mapping[str, str]], Matching]
    is_enough: Callable[[Matching], bool]

    def find(self, head: Sequence[Record], mapping: Mapping[str, str]) -> Header:
        """Choose the row that names the columns: the one whose cells mean most, else the first."""
        return best_header(head, mapping, self._worth)

    def _worth(self, cells: Sequence[str]) -> int:
        matching = self.match(cells, {})
        return len(matching.fields) + (_ENOUGH_WORTH if self.is_enough(matching) else 0)


def match_each(
    headers: Sequence[str],
    mapping: Mapping[str, str],
    meaning: Callable[[str], tuple[str, str]],
    many: Collection[str],
) -> Matching:
    """Match every column to at most one field, and a field of one value to at most one column.

    Args:
        headers: As they stand.
        mapping: Fields that somebody matched by hand, by the address of their column.
        meaning: Gives the field that a header names, and its option; blank for none.
        many: Fields that several columns may fill together.

    Raises:
        UnknownColumn: ``mapping`` names a column that is not there.
        FieldMappedTwice: ``mapping`` gives two columns to a field of one value.
    """
    names = [clean(header) for header in headers]
    mapped = mapped_fields(labels(names), mapping, many)
    used = set(mapped.values()).difference(many)
    columns: list[Column] = []
    for index, label in enumerate(labels(names)):
        field, option = meaning(names[index])
        if index in mapped:
            field, option = mapped[index], option if mapped[index] == field else ""
        elif field in used:
            field, option = "", ""
        if field in SIDE_FIELDS and not option:
            option = "1"
        if field not in many:
            used.add(field)
        columns.append(Column(index, names[index], label, field, option))
    return Matching(NO_PRESET, tuple(columns))
