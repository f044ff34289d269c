"""Finds what is known of people: their rows, and the deeds that speak of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.delegates.deeds import (
    DelegateAdded,
    DelegateChanged,
    DelegateImported,
    DelegateImportTakenBack,
    DoubtRaised,
)
from app.erasure.blanks import KEPT, WORD_OF
from app.erasure.deeds import PersonErased, TextsErased
from app.journal.deeds import Deed, Entry, Kinds
from app.journal.log import entries_with_details
from app.journal.turns import chunks
from db.models import (
    Badge,
    Delegate,
    Doubt,
    Imported,
    LogDetail,
    LogRow,
    Outcome,
    Print,
    Role,
    Schedule,
    SourceKey,
)
from db.sides import naming

_OWN = (
    *(("badge", Badge), ("print", Print), ("schedule", Schedule)),
    *(("imported", Imported), ("source_key", SourceKey), ("role", Role)),
)
"""What belongs to one delegate, by its word among the blanks."""

_ENTRIES = tuple(
    kind.__name__
    for kind in (DelegateAdded, DelegateChanged, DelegateImported, DelegateImportTakenBack)
)
_SHORTEST = 5
"""A shorter text would be found in too many others."""


@dataclass(slots=True)
class Found:
    """What is to be erased: people, rows by word of ``blanks``, and deeds to lose their details."""

    people: set[UUID] = field(default_factory=set)
    rows: dict[str, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    deeds: set[UUID] = field(default_factory=set)

    def take(self, kinds: Kinds, entries: Iterator[Entry[Any]]) -> None:
        """Take in deeds that lose their details, with all rows that these had written."""
        for entry in entries:
            self.deeds.add(entry.id)
            for write in kinds[type(entry.deed).__name__].apply(entry):
                if write.model in WORD_OF and write.id not in self.people:
                    self.rows[WORD_OF[write.model]].add(write.id)

    def erasure(self, session: Session) -> Sequence[Deed]:
        """Give the deeds that erase it."""
        people = [PersonErased(each, _kept(session, each)) for each in sorted(self.people)]
        followed = _followed(session, self.rows["outcome"])
        words = self.rows | {"outcome": self.rows["outcome"] - followed, "follow_up": followed}
        rows = {word: tuple(sorted(ids)) for word, ids in sorted(words.items()) if ids}
        return [*people, TextsErased(rows)] if rows else people


def whole_person(session: Session, delegate: UUID) -> set[UUID]:
    """Give all entries that are one person by now, which were merged, with this one."""
    root, entries = delegate, {delegate}
    while (into := session.scalar(select(Delegate.merged_into).filter_by(id=root))) is not None:
        if into in entries:
            break
        root = into
        entries.add(root)
    new = {root}
    while new:
        merged = set(session.scalars(select(Delegate.id).where(Delegate.merged_into.in_(new))))
        new = merged - entries
        entries |= merged
    return entries


def all_of(session: Session, kinds: Kinds, people: Collection[UUID]) -> Found:
    """Find what only speaks of these people: their own rows, and the deeds on them."""
    found = Found(set(people))
    for part in chunks(sorted(people)):
        for word, model in _OWN:
            rows = select(model.id).where(model.delegate_id.in_(part))
            found.rows[word] |= set(session.scalars(rows))
        found.take(kinds, entries_with_details(session, kinds, LogRow.subject.in_(part)))
    return found


def all_about(session: Session, kinds: Kinds, people: Collection[UUID]) -> Found:
    """Find all that speaks of these people, also where it is said of others or of meetings."""
    found = all_of(session, kinds, people)
    for table in ("meeting", "request"):
        for part in chunks(sorted(naming(session, table, people))):
            found.take(kinds, entries_with_details(session, kinds, LogRow.subject.in_(part)))
    raised = entries_with_details(session, kinds, LogRow.kind == DoubtRaised.__name__)
    found.take(kinds, (each for each in raised if _is_about(each.deed, people)))
    doubts = select(Doubt.id).where(or_(Doubt.subject_id.in_(people), Doubt.other_id.in_(people)))
    found.rows["doubt"] |= set(session.scalars(doubts))
    texts = spoken_of(session, people)
    if texts:
        named = or_(*(LogDetail.body.contains(_as_json(text), autoescape=True) for text in texts))
        # What others' own entries are made of can't go without them.
        in_passing = LogRow.kind.not_in(_ENTRIES)
        found.take(kinds, entries_with_details(session, kinds, named, in_passing))
    return found


def rest(session: Session, kinds: Kinds, most: int) -> Found:
    """Find what is left to erase once everybody's own entries are, so many deeds at most."""
    found = Found()
    left = select(LogDetail.deed_id).limit(most)
    ids = list(session.scalars(left))
    for part in chunks(ids):
        found.take(kinds, entries_with_details(session, kinds, LogRow.id.in_(part)))
    return found


def spoken_of(session: Session, people: Collection[UUID]) -> tuple[str, ...]:
    """Give what people are named by in others' words: e-mail, telephone, whole name."""
    columns = (Delegate.given_name, Delegate.family_name, Delegate.email, Delegate.phone)
    found: list[str] = []
    for part in chunks(sorted(people)):
        for given, family, email, phone in session.execute(
            select(*columns).where(Delegate.id.in_(part), ~Delegate.erased)
        ):
            names = (f"{given} {family}", f"{family} {given}", f"{family}, {given}")
            found += names if given and family else ()
            found += (email, phone)
    return tuple(dict.fromkeys(text for text in found if len(text) >= _SHORTEST))


def _followed(session: Session, outcomes: Collection[UUID]) -> set[UUID]:
    """Give those outcomes that somebody sees to."""
    found: set[UUID] = set()
    for part in chunks(sorted(outcomes)):
        rows = select(Outcome.id).where(Outcome.id.in_(part), Outcome.follow_up_by != "")
        found |= set(session.scalars(rows))
    return found


def _kept(session: Session, delegate: UUID) -> dict[str, Any]:
    columns = [getattr(Delegate, name) for name in KEPT]
    row = session.execute(select(*columns).where(Delegate.id == delegate)).one()
    return {
        name: str(value) if isinstance(value, UUID) else value
        for name, value in zip(KEPT, row, strict=True)
    }


def _is_about(deed: DoubtRaised, people: Collection[UUID]) -> bool:
    return deed.subject_id in people or deed.other_id in people


def _as_json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]
