"""Everybody at once, as a table of delegates shows them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.checkin.badges import ActiveBadge, active_codes
from app.checkin.codes import DELEGATE, SigningKey
from app.checkin.identify import signing_keys
from app.delegates.by_sector import sectors_of
from app.delegates.folding import fold
from app.delegates.lookup import state_of
from app.delegates.person import EVERYBODY, Person, person_of
from app.journal.journal import Journal
from db.matching import as_typed, terms_of
from db.models import Badge, CheckIn, Delegate, Doubt, Print
from db.search import indexed


class Paper(StrEnum):
    """What became of a delegate's badge."""

    NEVER = "never"
    PRINTED = "printed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class DelegateRow:
    """A delegate as one row.

    ``state`` is that of ``FoundPerson``; ``since`` when they were let in, or left. ``paper``:
    whether their badge came out, last ``printed_at``, and says what it would say now. ``id`` is
    the person's.
    ``to_decide``: a doubt about them is open. ``found_by`` is for ``narrowed``.
    """

    person: Person
    kind: str
    state: str
    since: datetime | None
    paper: Paper
    printed_at: datetime | None
    to_decide: bool
    found_by: str
    id: UUID
    sectors: tuple[str, ...] = ()


class DelegateTable:
    """Reads rows. It remembers what stands on whose badge, for working that out costs most."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self._faces: dict[UUID, tuple[Person, str, str]] = {}

    def rows(self, day: date) -> tuple[DelegateRow, ...]:
        """Give everybody as they stand on a day, by badge number."""
        with self.journal.reading() as session:
            return self.read(session, day)

    def read(
        self, session: Session, day: date, among: Collection[UUID] | None = None
    ) -> tuple[DelegateRow, ...]:
        """Give everybody, or a few, as they stand on a day; by badge number."""
        asked = session.connection().execute
        keys = signing_keys(session)
        passed = {row.delegate_id: row for row in asked(_last_passed(day, among))}
        printed = {row.delegate_id: row for row in asked(_last_printed(keys, among))}
        texts = indexed(session, among)
        doubtful = _doubtful(session)
        everybody = EVERYBODY.add_columns(Delegate.kind, Delegate.sectors, Delegate.by_sector)
        if among is not None:
            everybody = everybody.where(Delegate.id.in_(among))
        rows = []
        for row in asked(everybody):
            person = person_of(row)
            way, since = _standing(passed.get(person.id))
            paper = printed.get(person.id)
            rows.append(
                DelegateRow(
                    person=person,
                    kind=row.kind,
                    state=state_of(person, way),
                    since=since,
                    paper=Paper.NEVER if paper is None else self._paper(person, paper, keys),
                    printed_at=None if paper is None else paper.at,
                    to_decide=person.id in doubtful,
                    found_by=texts.get(person.id, ""),
                    id=person.id,
                    sectors=sectors_of(row.sectors, row.by_sector),
                )
            )
        return tuple(rows)

    def _paper(self, person: Person, paper: Row[Any], keys: Mapping[str, SigningKey]) -> Paper:
        if paper.code_id is None:
            return Paper.CHANGED
        known = self._faces.get(person.id)
        if known is None or known[:2] != (person, paper.code_id):
            # It loads ReportLab, which nobody needs before the first badge came out.
            from app.printing.badge_maker import content_of  # noqa: PLC0415

            code = keys[paper.key_id].code(DELEGATE, bytes.fromhex(paper.code_id))
            badge = ActiveBadge(paper.badge, person.id, code, paper.issue)
            known = self._faces[person.id] = (person, paper.code_id, content_of(person, badge))
        return Paper.PRINTED if known[2] == paper.content else Paper.CHANGED


def narrowed(rows: Sequence[DelegateRow], typed: str) -> Sequence[DelegateRow]:
    """Give those rows, in their order, that match what was typed as ``Lookup.find`` matches.

    It needs no file, and two milliseconds for each word among 20,000: fit for each key pressed.
    """
    for term in terms_of(fold(typed)):
        if len(term) > 1:
            rows = [row for row in rows if term in row.found_by]
        else:
            # Of one letter, words begin with it.
            begun, less = as_typed(term)
            rows = [row for row in rows if begun in row.found_by or less in row.found_by]
    return rows


def goes_on(typed: str, before: str) -> bool:
    """Tell whether all who match ``typed`` are among those who match ``before``."""
    new, old = terms_of(fold(typed)), terms_of(fold(before))
    if not old or len(old[-1]) < 2 or len(new) < len(old):
        return False
    return new[: len(old) - 1] == old[:-1] and new[len(old) - 1].startswith(old[-1])


def _standing(passed: Row[Any] | None) -> tuple[str | None, datetime | None]:
    """Say how somebody passed the desk last and since when that is so, as ``Presence`` does."""
    if passed is None:
        return None, None
    return passed.way, passed.arrived if passed.way == "in" else passed.passed


def _last_passed(day: date, among: Collection[UUID] | None) -> Select[Any]:
    """Ask how each passed the desk last on a day, and when; ``arrived`` is the first time."""
    whose = CheckIn.delegate_id
    query = select(
        whose,
        CheckIn.way,
        CheckIn.at.label("passed"),
        func.first_value(CheckIn.at, type_=CheckIn.at.type)
        .over(partition_by=whose, order_by=CheckIn.hlc)
        .label("arrived"),
        func.row_number().over(partition_by=whose, order_by=CheckIn.hlc.desc()).label("place"),
    ).where(CheckIn.day == day, CheckIn.alive)
    last = (query if among is None else query.where(whose.in_(among))).subquery()
    return select(last).where(last.c.place == 1)


def _last_printed(keys: Collection[str], among: Collection[UUID] | None) -> Select[Any]:
    """Ask for the badge that came out last for each, and the code that opens the door now."""
    whose = Print.delegate_id
    place = func.row_number().over(partition_by=whose, order_by=Print.stamp.desc()).label("place")
    query = select(whose, Print.content, Print.at, place).where(Print.alive)
    last = (query if among is None else query.where(whose.in_(among))).subquery()
    active = active_codes(keys, *(() if among is None else (Badge.delegate_id.in_(among),)))
    return (
        select(
            *(last.c.delegate_id, last.c.content, last.c.at),
            *(active.c.id.label("badge"), active.c.code_id, active.c.key_id, active.c.issue),
        )
        .outerjoin(active, active.c.delegate_id == last.c.delegate_id)
        .where(last.c.place == 1)
    )


def _doubtful(session: Session) -> set[UUID]:
    """Give those whom an open doubt concerns; whoever was merged or removed since is none."""
    subject, other = aliased(Delegate), aliased(Delegate)
    query = (
        select(Doubt.subject_id, Doubt.other_id)
        .join(subject, and_(subject.id == Doubt.subject_id, subject.alive))
        .outerjoin(other, and_(other.id == Doubt.other_id, other.alive))
        .where(Doubt.alive, ~Doubt.settled, or_(Doubt.other_id.is_(None), other.id.is_not(None)))
    )
    return {each for pair in session.connection().execute(query) for each in pair if each}
