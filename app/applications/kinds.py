"""What deeds on applications write, and what takes them back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from app.applications import deeds as d
from app.journal.deeds import Deed, Entry, Kind, Kinds, kinds
from app.journal.undo import refuse_if_written_since
from app.journal.writes import some, whole
from db.merge import Write
from db.models import ApplicationTerms, Delegate, LetterText, LetterWrite, PlaceLimit

_NAMESPACE = UUID("0b9a7e0e-6d3f-4c5c-9a51-70f2c7f5d1a4")
TERMS_ROW = uuid5(_NAMESPACE, "terms")
"""The one row of terms: the same on every desk."""

_TERMS = ("apply_until", "late", "come_by")


def limit_row(kind: str, delegation: UUID | None) -> UUID:
    """Give the id of the row that limits these places: the same on every desk."""
    return uuid5(_NAMESPACE, f"limit {kind} {delegation}")


def text_row(status: str, language: str) -> UUID:
    """Give the id of the row with the text of a letter: the same on every desk."""
    return uuid5(_NAMESPACE, f"letter {status} {language}")


def application_kinds() -> Kinds:
    """Give the kinds of deeds on applications."""
    return kinds(
        Kind(d.PlacesLimited, _limit, _limit_back),
        Kind(d.TermsSet, _set_terms, _set_terms_back),
        Kind(d.MovedUp, _move, _move_back, lambda deed: deed.id),
        Kind(d.LetterTextSet, _set_text, _set_text_back),
        # What is on its way can't be taken back, so undo passes over it.
        Kind(d.LetterWritten, _written, subject=lambda deed: deed.delegate),
    )


def _limit(entry: Entry[d.PlacesLimited]) -> Iterable[Write]:
    deed = entry.deed
    values = {
        "kind": deed.kind,
        "delegation_id": deed.delegation,
        "places": deed.places or 0,
        "gone": deed.places is None,
    }
    return [whole(entry, PlaceLimit, limit_row(deed.kind, deed.delegation), values)]


def _limit_back(session: Session, entry: Entry[d.PlacesLimited]) -> Sequence[Deed]:
    deed = entry.deed
    row = limit_row(deed.kind, deed.delegation)
    refuse_if_written_since(session, entry, PlaceLimit, row, ("places",))
    return [d.PlacesLimited(deed.kind, deed.delegation, deed.before, deed.places)]


def _set_terms(entry: Entry[d.TermsSet]) -> Iterable[Write]:
    values = {name: getattr(entry.deed, name) for name in _TERMS}
    return [whole(entry, ApplicationTerms, TERMS_ROW, values)]


def _set_terms_back(session: Session, entry: Entry[d.TermsSet]) -> Sequence[Deed]:
    refuse_if_written_since(session, entry, ApplicationTerms, TERMS_ROW, _TERMS)
    before = (getattr(entry.deed, f"{name}_before") for name in _TERMS)
    return [d.TermsSet(*before, *(getattr(entry.deed, name) for name in _TERMS))]


def _move(entry: Entry[d.MovedUp]) -> Iterable[Write]:
    return [some(entry, Delegate, entry.deed.id, {"turn": entry.deed.turn})]


def _move_back(session: Session, entry: Entry[d.MovedUp]) -> Sequence[Deed]:
    deed = entry.deed
    refuse_if_written_since(session, entry, Delegate, deed.id, ("turn",))
    return [d.MovedUp(deed.id, deed.turn_before, deed.turn, deed.reason)]


def _set_text(entry: Entry[d.LetterTextSet]) -> Iterable[Write]:
    deed = entry.deed
    values = {
        "status": deed.status,
        "language": deed.language,
        "text": deed.text,
        "gone": not deed.text,
    }
    return [whole(entry, LetterText, text_row(deed.status, deed.language), values)]


def _set_text_back(session: Session, entry: Entry[d.LetterTextSet]) -> Sequence[Deed]:
    deed = entry.deed
    row = text_row(deed.status, deed.language)
    refuse_if_written_since(session, entry, LetterText, row, ("text",))
    return [d.LetterTextSet(deed.status, deed.language, deed.before, deed.text)]


def _written(entry: Entry[d.LetterWritten]) -> Iterable[Write]:
    deed = entry.deed
    values = {
        "delegate_id": deed.delegate,
        "status": deed.status,
        "language": deed.language,
        "by": deed.by,
        "at": entry.at,
    }
    return [whole(entry, LetterWrite, entry.id, values)]
