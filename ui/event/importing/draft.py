"""An import that is being prepared: what a person has said of a file so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.delegates.importing.imports import ImportOrder
from app.delegates.importing.troubles import Trouble
from app.delegates.reading.preview import Preview
from app.delegates.reading.registrations import ReadingOrder
from app.event.mappings import SavedMapping
from ui.event.importing.list_kind import ListKind

LEFT_OUT = "-"
"""Stands where a field would for a column that nobody wants."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file, what its columns are matched to by their labels, and corrections of its cells.

    A column's field is blank as long as nobody has said what it is.
    ``cancel_missing`` and ``take_file`` are as ``ImportOrder`` has them.
    ``like`` is the kept mapping that was taken over, ``changed`` tells whether a person has
    matched anything by hand since.
    """

    kind: ListKind
    file: Path
    preview: Preview
    fields: Mapping[str, str]
    corrections: Mapping[tuple[int, str], str] = field(default_factory=dict)
    like: SavedMapping | None = None
    changed: bool = False
    whole_or_nothing: bool = False
    cancel_missing: bool = False
    take_file: bool = False

    @classmethod
    def of(cls, kind: ListKind, file: Path, preview: Preview) -> Draft:
        """Begin with what the headers say."""
        fields = {
            column.label: column.field or ("" if column.filled else LEFT_OUT)
            for column in preview.columns
        }
        return cls(kind, file, preview, fields)

    @property
    def matched(self) -> int:
        """How many columns are matched."""
        return sum(each not in {"", LEFT_OUT} for each in self.fields.values())

    @property
    def open(self) -> Sequence[str]:
        """The labels of columns of which nobody has said what they are."""
        return [label for label, each in self.fields.items() if not each]

    @property
    def lacking(self) -> str:
        """Say what no column is matched to yet; blank if there is a way on."""
        return self.kind.lacking(set(self.fields.values()))

    @property
    def mapping(self) -> Mapping[str, str]:
        """What a person may say of columns; what only a preset can say is left to it."""
        known = self.kind.fields
        return {label: each for label, each in self.fields.items() if each in known or not each}

    @property
    def order(self) -> ImportOrder:
        """The order that imports the file as the draft says."""
        how = ReadingOrder(
            preset=self.preview.preset,
            mapping=self.mapping,
            sheet=self.preview.sheet or None,
            corrections=dict(self.corrections),
        )
        return ImportOrder(
            how, self.whole_or_nothing, self.cancel_missing, take_file=self.take_file
        )

    def with_field(self, label: str, wanted: str) -> Draft:
        """Match a column. What another column held alone, it gives up."""
        fields = dict(self.fields)
        if wanted not in {"", LEFT_OUT} | self.kind.several:
            fields = {each: "" if had == wanted else had for each, had in fields.items()}
        fields[label] = wanted
        return replace(self, fields=fields, changed=True)

    def with_mapping(self, saved: SavedMapping) -> Draft:
        """Match as a kept mapping says; it leaves open what it does not name."""
        draft = self
        said = {" ".join(name.casefold().split()): each for name, each in saved.columns.items()}
        for label in self.fields:
            wanted = said.get(" ".join(label.casefold().split()))
            if wanted is not None:
                draft = draft.with_field(label, wanted or LEFT_OUT)
        return replace(draft, like=saved, changed=False)

    def fits(self, saved: SavedMapping) -> bool:
        """Tell whether a kept mapping is of this kind, and the file has all of its columns."""
        if not set(saved.columns.values()) <= {"", LEFT_OUT, *self.kind.fields}:
            return False
        labels = {" ".join(label.casefold().split()) for label in self.fields}
        wanted = [name for name, each in saved.columns.items() if each not in {"", LEFT_OUT}]
        return bool(wanted) and all(" ".join(name.casefold().split()) in labels for name in wanted)

    def corrected(self, trouble: Trouble, text: str) -> Draft:
        """Let the cells of a trouble say something else."""
        new = {(line, trouble.column): text for line in trouble.lines}
        return replace(self, corrections={**self.corrections, **new})

    def whole(self, *, whole: bool) -> Draft:
        """Import all rows or none, or whatever can be read."""
        return replace(self, whole_or_nothing=whole)
