"""Decide what each column of a file holds: a person's word, then a preset's, then a guess."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from app.delegates.reading.cells import clean
from app.delegates.reading.guess import MANY, guess_fields, option_of
from app.delegates.reading.headings import fold_header, labels
from app.delegates.reading.presets import GUESSED, Preset, preset_of
from app.delegates.reading.refusals import FieldMappedTwice, UnknownColumn
from app.delegates.reading.table import Header, Record
from app.delegates.reading.words import WORDS

IGNORE: Final = frozenset({"", "-"})
"""Said of a column that nobody wants."""

FIELDS: Final = tuple(WORDS)
"""What a column can be mapped to."""

# In an export we know, only what an organiser asks for himself is left to guess.
_QUESTIONS: Final = (
    *("organisation", "function", "country", "city", "delegation", "sectors", "seeks", "offers"),
    *("kind", "phone", "note", "attention", "networks", "countries", "strengths", "services"),
    *("further", "seeks_by_sector", "offers_by_sector"),
)
_PERSON: Final = frozenset({"full_name", "given_name", "family_name"})
_PERSON_WORTH: Final = 10
_PRESET_WORTH: Final = 100
_MAPPED_WORTH: Final = 1_000


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its place, its header as it stands, its label, its field or blank.

    ``option`` is set for a column that is one answer of a question with many.
    """

    index: int
    header: str
    label: str
    field: str
    option: str = ""


@dataclass(frozen=True, slots=True)
class Matching:
    """All columns of a file, and the preset that explains them."""

    preset: Preset
    columns: tuple[Column, ...]

    @property
    def fields(self) -> Collection[str]:
        """Give the fields that have a column."""
        return {column.field for column in self.columns} - {""}

    @property
    def labels(self) -> tuple[str, ...]:
        """Give the name by which a mapping addresses each column."""
        return tuple(column.label for column in self.columns)

    @property
    def has_people(self) -> bool:
        """Say whether there is a name or an e-mail address to know somebody by."""
        return not (_PERSON | {"email"}).isdisjoint(self.fields)


def match_columns(
    headers: Sequence[str], preset: Preset | None, mapping: Mapping[str, str]
) -> Matching:
    """Match every column to at most one field, and a field of one value to at most one column.

    Without a preset it is recognised by the headers.

    Raises:
        UnknownColumn: ``mapping`` names a column that is not there.
        FieldMappedTwice: ``mapping`` gives two columns to a field of one value.
    """
    names = [clean(header) for header in headers]
    preset = preset or preset_of(names)
    mapped = mapped_fields(labels(names), mapping)
    fields = mapped | _known(names, mapped, preset)
    left = ["" if index in fields else name for index, name in enumerate(names)]
    offered = FIELDS if preset.name == GUESSED else _QUESTIONS
    fields |= guess_fields(left, taken=set(fields.values()), offered=offered)
    columns = (
        _column(index, names[index], label, fields.get(index, ""))
        for index, label in enumerate(labels(names))
    )
    return Matching(preset, tuple(columns))


def find_header(
    head: Sequence[Record], preset: Preset | None, mapping: Mapping[str, str]
) -> Header:
    """Choose the row that names the columns: the one whose cells mean most, else the first."""
    return best_header(head, mapping, partial(_worth, preset=preset))


def best_header(
    head: Sequence[Record], mapping: Mapping[str, str], worth: Callable[[Sequence[str]], int]
) -> Header:
    """Choose the row whose cells are worth most, else the first.

    Above all it is the one that names the columns of which ``mapping`` speaks.
    """
    best = Header(line=0, names=(), worth=-1)
    for record in head:
        known = {address_of(label) for label in labels([clean(cell) for cell in record.cells])}
        asked = sum(address_of(name) in known for name in mapping)
        of_all = worth(record.cells) + _MAPPED_WORTH * asked
        if of_all > best.worth:
            best = Header(record.line, tuple(record.cells), of_all)
    return best


def _worth(cells: Sequence[str], preset: Preset | None) -> int:
    matching = match_columns(cells, preset, {})
    worth = len(matching.fields)
    if matching.has_people:
        worth += _PERSON_WORTH
    if not _PERSON.isdisjoint(matching.fields):
        worth += _PERSON_WORTH
    return worth + (_PRESET_WORTH if matching.preset.name != GUESSED else 0)


def places_of(names: Sequence[str]) -> dict[str, int]:
    """Give the place of each column by the address under which a person may name it.

    ``#3`` is the third column, whatever its header; a column without one has no other name.
    """
    numbered = {f"#{index}": index - 1 for index in range(1, len(names) + 1)}
    return numbered | {address_of(name): index for index, name in reversed([*enumerate(names)])}


def mapped_fields(
    names: Sequence[str], mapping: Mapping[str, str], many: Collection[str] = MANY
) -> dict[int, str]:
    """Give the field of each column that somebody matched by hand; blank for none.

    Args:
        names: Of all columns, in their order.
        mapping: Fields by the address of their column.
        many: Fields that several columns may fill.

    Raises:
        UnknownColumn: There is none of this address.
        FieldMappedTwice: Two columns cannot both be it.
    """
    places = places_of(names)
    fields: dict[int, str] = {}
    for name, field in mapping.items():
        if address_of(name) not in places:
            raise UnknownColumn(name, tuple(filter(None, names)))
        fields[places[address_of(name)]] = "" if field in IGNORE else field
    for field, count in Counter(fields.values()).items():
        if field and count > 1 and field not in many:
            columns = tuple(names[index] for index, each in fields.items() if each == field)
            raise FieldMappedTwice(field, columns)
    return fields


def address_of(name: str) -> str:
    """Give the form in which a person may spell a header: any case, any spaces."""
    return " ".join(name.casefold().split())


def _known(headers: Sequence[str], mapped: Mapping[int, str], preset: Preset) -> dict[int, str]:
    """Apply a preset to the columns that no person spoke of. A header's repeat is not wanted."""
    used = set(mapped.values())
    seen: set[str] = set()
    fields: dict[int, str] = {}
    for index, header in enumerate(headers):
        folded = fold_header(header)
        if index in mapped or folded not in preset.fields:
            continue
        field = preset.fields[folded]
        fields[index] = "" if folded in seen or field in used else field
        seen.add(folded)
        used.add(field)
    return fields


def _column(index: int, header: str, label: str, field: str) -> Column:
    option = option_of(header)[1] if field in MANY else ""
    return Column(index, header, label, field, option)
