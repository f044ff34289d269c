"""The course of one import: rows to deeds, chunk by chunk, then the doubts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.applications.receiving import Receiving
from app.delegates.deeds import DoubtRaised
from app.delegates.doubts import value_text
from app.delegates.group_deeds import OrganisationAdded
from app.delegates.groups import Groups
from app.delegates.importing.belongings import Belongings, introduced
from app.delegates.importing.known import Known, Matched
from app.delegates.importing.news import News
from app.delegates.importing.places import renamed_places
from app.delegates.reading.registrations import Reading
from app.delegates.registration import Status
from app.delegates.telling_apart import (
    MOST_NAMESAKES,
    Alike,
    Named,
    organisations_alike,
    people_alike,
)
from app.journal.deeds import Deed
from app.journal.turns import chunks
from db.models import Delegate, Doubt, Organisation


@dataclass(frozen=True, slots=True)
class DoubtfulPair:
    """Something for a person to decide, with the names it is about.

    ``kind`` is ``same_person``, ``same_organisation`` or ``desk_value``; ``why`` says what is
    alike (``name``, ``email``, ``spelling``, ``legal_form``, the ``order`` in which one came
    and one left, or only the ``number`` that lists give them), or which field differs.
    ``lines`` are those rows of the list that speak of either.
    """

    kind: str
    why: str
    subject: str
    other: str
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Before:
    """How far a course had come before the chunk that begins with a row."""

    first: Matched
    counts: tuple[int, int, int, int]
    lengths: tuple[int, ...]


class Course:
    """One import under way. Rows are matched with whom is known when it is made."""

    def __init__(self, reading: Reading, known: Known, receiving: Receiving) -> None:
        self.created = self.updated = self.unchanged = self.late = 0
        self.doubtful: tuple[DoubtfulPair, ...] = ()
        self._known = known
        self._receiving = receiving
        self._news = News(reading.preset, known, receiving)
        self._brought: list[UUID] = []
        self._desk_values: list[DoubtRaised] = []
        self._organisations: list[Named] = []
        self._of_one_number: list[Alike] = []
        self._lists: tuple[list[Any], ...] = (
            *(self._brought, self._desk_values, self._organisations, self._of_one_number),
        )
        self._before: _Before | None = None
        self._first: dict[UUID, str] = {}
        unsure = {problem.line for problem in reading.problems if problem.code == "unknown_status"}
        self.matched = known.match(
            (row, Status.RECEIVED if row.line in unsure else Status.ACCEPTED)
            for row in reading.rows
        )
        self.introduced = introduced(self.matched)

    def chunks(self) -> Iterator[tuple[int, Sequence[Matched]]]:
        """Yield the rows in chunks, each with how many came before it."""
        done = 0
        for chunk in chunks(self.matched):
            yield done, chunk
            done += len(chunk)

    def deeds(
        self,
        session: Session,
        belongings: Belongings,
        chunk: Sequence[Matched],
        numbers: Iterator[str],
    ) -> list[Deed]:
        """Give the deeds for a chunk of rows: new groups first, then delegates.

        What belongs to either comes last, so that it does not name the whole of them.
        If the last chunk began with the same row, its deeds were not written: they are forgotten.
        """
        if self._before is not None and self._before.first is chunk[0]:
            self._go_back(self._before)
        self._before = self._state(chunk[0])
        self._news.look(session, {each.delegate for each in chunk if not each.new})
        people: list[Deed] = []
        belonging: list[Deed] = []
        for each in chunk:
            own = self._own(belongings.groups, each)
            said = self._row(belongings.groups, own, numbers)
            stands_for = self._news.stands_for(each.delegate)
            more = list(belongings.of_row(each, own.registration.further, stands_for))
            self._count(each, changed=bool(said or more))
            people += said
            belonging += more
        new = list(belongings.groups.take_new())
        added = [deed for deed in new if isinstance(deed, OrganisationAdded)]
        self._organisations += [Named(deed.id, deed.name) for deed in added]
        return [*new, *people, *belonging]

    def _state(self, first: Matched) -> _Before:
        counts = (self.created, self.updated, self.unchanged, self.late)
        return _Before(first, counts, tuple(len(each) for each in self._lists))

    def _go_back(self, before: _Before) -> None:
        self.created, self.updated, self.unchanged, self.late = before.counts
        for each, length in zip(self._lists, before.lengths, strict=True):
            del each[length:]
        self._news.forget_chunk()

    def doubts(self, session: Session) -> list[Deed]:
        """Give the deeds that put to a person what an import must not decide."""
        stored = session.execute(select(Organisation.id, Organisation.name).filter_by(alive=True))
        organisations = {thing: Named(thing, name) for thing, name in stored}
        organisations |= {each.id: each for each in self._organisations}
        people = self._known.people | _walk_ins(session)
        new = [people[each] for each in self._brought]
        raised = [
            *self._desk_values,
            *_pairs("same_person", self._rivals()),
            *_pairs("same_person", renamed_places(self.matched, self._known)),
            *_pairs("same_person", people_alike(new, people.values())),
            *_pairs(
                "same_organisation",
                organisations_alike(self._organisations, organisations.values()),
            ),
        ]
        unasked = _unasked(session, raised)
        names = people | organisations
        lines = {each.delegate: each.registration.line for each in reversed(self.matched)}
        self.doubtful = tuple(_told(doubt, names, lines) for doubt in unasked)
        return list(unasked)

    def _rivals(self) -> Iterator[Alike]:
        """Yield new people with who has their number. Two lists that both count say nothing."""
        if len(self._of_one_number) <= MOST_NAMESAKES:
            yield from self._of_one_number

    def _own(self, groups: Groups, matched: Matched) -> Matched:
        """Give what a row says of a person, whom a row before it named another organisation of.

        That is one more they stand for, and no word against the first.
        """
        said = matched.registration
        kind = said.kind.value if said.kind else ""
        organisation = groups.organisation(said.organisation, kind=kind, country=said.country)
        if organisation is None:
            return matched
        # By name: what an organisation that was made for a row is known by changes if the row is
        # worked out anew.
        first = self._first.setdefault(matched.delegate, said.organisation)
        if groups.organisation(first) == organisation:
            return matched
        further = (*said.further, (said.organisation, said.function))
        return replace(
            matched,
            registration=replace(said, organisation="", function="", kind=None, further=further),
        )

    def _count(self, matched: Matched, *, changed: bool) -> None:
        if matched.new:
            self.created += 1
        elif changed:
            self.updated += 1
        else:
            self.unchanged += 1

    def _row(self, groups: Groups, matched: Matched, numbers: Iterator[str]) -> list[Deed]:
        if matched.new:
            self._brought.append(matched.delegate)
            self._of_one_number += [
                Alike(matched.delegate, rival, "number") for rival in matched.rivals
            ]
            received = self._receiving.received_if_new(matched.registration)
            self.late += self._receiving.is_late(received)
            return [self._news.of_new(groups, matched, next(numbers))]
        deed, doubts = self._news.of_known(groups, matched)
        self._desk_values += doubts
        return [deed] if deed is not None else []


def _pairs(kind: str, alike: Iterable[Alike]) -> Iterator[DoubtRaised]:
    for pair in alike:
        first, second = sorted((pair.first, pair.second))
        doubt = uuid5(first, f"{kind} {second}")
        yield DoubtRaised(doubt, kind, pair.first, pair.second, {"why": pair.why})


def _walk_ins(session: Session) -> dict[UUID, Named]:
    """Read anew those whom desks registered, for some may have come while the import ran."""
    query = (
        select(
            Delegate.id,
            Delegate.given_name,
            Delegate.family_name,
            func.coalesce(Organisation.name, ""),
            Delegate.email,
        )
        .outerjoin(Organisation, Organisation.id == Delegate.organisation_id)
        .where(Delegate.alive, Delegate.walk_in)
    )
    return {
        delegate: Named(delegate, f"{given} {family}".strip(), organisation, email)
        for delegate, given, family, organisation, email in session.execute(query)
    }


def _unasked(session: Session, raised: Sequence[DoubtRaised]) -> list[DoubtRaised]:
    """Leave out what is put to a person already or was decided, or comes twice just now."""
    unique = {doubt.id: doubt for doubt in raised}
    ids = sorted(unique)
    for part in chunks(ids):
        asked = select(Doubt.id).where(Doubt.id.in_(part), Doubt.alive)
        for doubt in session.scalars(asked):
            del unique[doubt]
    return list(unique.values())


def _told(
    doubt: DoubtRaised, names: Mapping[UUID, Named], lines: Mapping[UUID, int]
) -> DoubtfulPair:
    subject = _name(names[doubt.subject_id])
    about = [each for each in (doubt.subject_id, doubt.other_id) if each is not None]
    rows = tuple(sorted(lines[each] for each in about if each in lines))
    if doubt.other_id is None:
        field, value = doubt.facts["field"], value_text(doubt.facts["value"])
        return DoubtfulPair(doubt.kind, field, subject, value, rows)
    other = _name(names[doubt.other_id])
    return DoubtfulPair(doubt.kind, doubt.facts["why"], subject, other, rows)


def _name(named: Named) -> str:
    return f"{named.name}, {named.organisation}" if named.organisation else named.name
