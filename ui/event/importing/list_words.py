"""What the steps of an import say alike of every kind of list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.delegates.importing.imports import Imported
from app.delegates.importing.troubles import Trouble
from app.meetings.importing.compared import ComparedImported
from app.meetings.importing.troubles import NOBODY_FOUND
from ui.event.importing.list_kind import Asked, Counted, ListWords
from ui.event.words import rows_words, where_words

_LINE = re.compile(r"(^|: |\()line (\d+)")
_DESK_VALUE = "desk_value"


@dataclass(frozen=True, slots=True)
class TroubleWords:
    """What is said of rows to mend, by the code of what is wrong.

    ``what`` names it beside the row; else that is the column. ``sentences`` tell it.
    """

    what: Mapping[str, str]
    sentences: Mapping[str, str]

    def title(self, trouble: Trouble) -> str:
        """Say where it is."""
        return where_words(trouble.rows, self.what.get(trouble.code, trouble.column.lower()))

    def text(self, trouble: Trouble) -> str:
        """Say what is wrong, and what to do."""
        return self.sentence(trouble.code, by_rows(trouble.text))

    def sentence(self, code: str, text: str) -> str:
        """Say it of a text."""
        if code == _DESK_VALUE:
            number, value = text.split("; ", 1)
            text = f"The list says “{value}” of {number}"
        said = self.sentences.get(code, "“{text}” can't be read.").format(text=text)
        return said[0].upper() + said[1:]


def by_rows(text: str) -> str:
    """Speak of rows, as the window does, where a text names lines."""
    return _LINE.sub(lambda line: f"{line[1]}row {line[2]}", text)


def asked(trouble: Trouble) -> Asked:
    """Say how a cell is mended by hand."""
    if not trouble.column:
        return Asked.NOTHING
    return Asked.PERSON if trouble.code in NOBODY_FOUND else Asked.LINE


def counted(
    new: str, known: str = "with other words than before", same: str = "the same as before"
) -> tuple[Counted, Counted, Counted, Counted]:
    """Give what ``new_and_known`` counts, with what that means."""
    return (
        Counted("plus", "ok", "Imported", new),
        Counted("refresh-cw", "accent", "Updated", known),
        Counted("check", "text-2", "Unchanged", same),
        Counted("circle-x", "bad", "Rejected", "until you fix them"),
    )


def new_and_known(imported: Imported) -> Sequence[int]:
    """Count what is new, what is known otherwise, what is unchanged and what is rejected."""
    rejected = len({problem.line for problem in imported.rejected})
    return (imported.created, imported.updated, imported.unchanged, rejected)


def counts_words(words: ListWords, imported: Imported) -> str:
    """Say how many were new, known otherwise and unchanged."""
    told = (
        _new(words, imported),
        f"{imported.updated:,} updated",
        f"{imported.unchanged:,} unchanged",
    )
    return ", ".join(told) + "."


def rejected_words(imported: Imported, doubled: str = "nothing") -> Sequence[str]:
    """Say how many rows were rejected, if any were, and what to do."""
    *_taken, rejected = new_and_known(imported)
    if not rejected:
        return ()
    were = rows_words(rejected, "row was", "rows were")
    return (f"{were} rejected. Mend the file, then import it again: {doubled} is doubled.",)


def summed(words: ListWords, imported: Imported) -> Sequence[str]:
    """Say what an import has done."""
    return (counts_words(words, imported), *rejected_words(imported))


def summed_compared(words: ListWords, imported: Imported) -> Sequence[str]:
    """Say the same, and what became of what the file does not have any more."""
    told = summed(words, imported)
    if not isinstance(imported, ComparedImported):
        return told
    left = len(imported.compared.missing)
    if imported.cancelled:
        was = rows_words(imported.cancelled, f"{words.one} was", f"{words.many} were")
        return (*told, f"{was} cancelled, for the file does not have them.")
    if left:
        stay = rows_words(left, f"{words.one} is", f"{words.many} are")
        return (*told, f"{stay} not in the file, and took no change.")
    return told


def news(words: ListWords, imported: Imported) -> str:
    """Say in few words what an import has done."""
    return f"Imported {imported.file}: {_new(words, imported)}, {imported.updated:,} updated."


def _new(words: ListWords, imported: Imported) -> str:
    return rows_words(imported.created, f"new {words.one}", f"new {words.many}")
