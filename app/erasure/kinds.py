"""What deeds of erasure write. None can be taken back.

What was erased stays erased, also where older or newer deeds of another desk come later: its
stamp is later than any time.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from app.delegates.kinds import columns
from app.erasure.blanks import BLANKS, KEPT, NOTHING_SAID, Blank
from app.erasure.deeds import EverybodyErased, PersonErased, TextsErased
from app.journal.deeds import Entry, Kind, Kinds, kinds, refuse_undo
from app.journal.writes import some
from db.merge import Write
from db.models import Delegate

_AFTER_ALL_TIME = "f" * 16


def erasure_kinds() -> Kinds:
    """Give the kinds of deeds of erasure."""
    return kinds(
        Kind(PersonErased, _erase_person, refuse_undo, lambda deed: deed.id),
        Kind(TextsErased, _erase_texts, refuse_undo),
        Kind(EverybodyErased, lambda _entry: (), refuse_undo),
    )


def _erase_person(entry: Entry[PersonErased]) -> Iterable[Write]:
    deed = entry.deed
    kept = {name: value for name, value in columns(deed.values).items() if name in KEPT}
    yield some(entry, Delegate, deed.id, kept)
    # Lists and papers need something to call somebody by.
    called = {"family_name": kept.get("badge_number", ""), "erased": True}
    blank = {**NOTHING_SAID, **called}
    yield Write(Delegate, deed.id, _for_good(entry), blank)


def _erase_texts(entry: Entry[TextsErased]) -> Iterable[Write]:
    for word, ids in entry.deed.rows.items():
        if word in BLANKS:
            yield from (_blanked(entry, BLANKS[word], row) for row in ids)


def _blanked(entry: Entry[TextsErased], blank: Blank, row: UUID) -> Write:
    stamp = _for_good(entry) if blank.for_good else entry.stamp
    return Write(blank.model, row, stamp, blank.values, blank.whole)


def _for_good(entry: Entry[Any]) -> str:
    return f"{_AFTER_ALL_TIME}{entry.id.hex}"
