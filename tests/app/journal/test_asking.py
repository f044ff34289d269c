"""The law of asking together: each entry is answered as if it had been asked alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from app.deeds import all_kinds
from app.delegates.deeds import DelegateAdded, DelegateChanged, DelegateImported
from app.delegates.group_deeds import DelegationAdded, OrganisationAdded
from app.journal.asking import ask_together
from app.journal.deeds import BuiltOn, CannotUndo, Deed, Entry
from app.journal.drafts import LogEnd, drafted
from app.journal.inverse import inverse
from app.meetings.deeds import MeetingAdded, RequestAdded
from db.scratch import scratch_session
from tests.app.journal.random_deeds import deeds_of

KINDS = all_kinds()
IDS = st.integers(1, 3).map(lambda number: UUID(int=number))
SIDES = st.lists(IDS.map(str), max_size=3, unique=True)
# The last unit takes the first one back, as when undo was broken off and goes on.
UNITS = {1: None, 2: None, 3: UUID(int=1)}
FIRST_FOUND = settings(max_examples=1_000, deadline=None, database=None, phases=[Phase.generate])
START = datetime(2027, 3, 16, 9, tzinfo=UTC)

GROUPS = st.fixed_dictionaries(
    {}, optional={name: IDS.map(str) for name in ("organisation_id", "delegation_id")}
)
PLACES = st.fixed_dictionaries({"hosts": SIDES, "guests": SIDES, "table_id": IDS.map(str)})
NUMBER = st.just("R-1")


def of(*names: str) -> list[st.SearchStrategy[Deed]]:
    return [deeds_of(KINDS[name]) for name in names]


ADDED = st.one_of(
    st.builds(DelegateAdded, IDS, GROUPS),
    st.builds(DelegateImported, IDS, st.just("list"), st.booleans(), GROUPS),
    st.builds(OrganisationAdded, IDS, st.just("Alm"), st.just("alm")),
    st.builds(DelegationAdded, IDS, st.just("Nordic")),
    *of("TableSet"),
)
LATER = st.one_of(
    st.builds(DelegateChanged, IDS, GROUPS, st.just({})),
    st.builds(RequestAdded, IDS, NUMBER, PLACES.map(lambda at: at | {"table_id": None})),
    st.builds(MeetingAdded, IDS, NUMBER, PLACES),
    *of("DelegatesMerged", "PlaceTaken", "CheckedIn", "OrganisationsMerged", "MembershipSet"),
    *of("TableOwnerSet", "TableClosed", "UnavailableAdded", "DoubtRaised", "DoubtSettled"),
    *of("BookingSet", "AttendanceSet"),
)
Histories = list[tuple[Deed, int]]
HISTORIES = st.tuples(
    st.lists(st.tuples(ADDED, st.sampled_from([1, 1, 2, 3])), min_size=3, max_size=8),
    st.lists(st.tuples(LATER, st.sampled_from([2, 2, 1, 3])), min_size=1, max_size=8),
).map(lambda both: [*both[0], *both[1]])


@pytest.fixture(scope="module")
def scratch() -> Iterator[Session]:
    with scratch_session() as session:
        yield session


def done(scratch: Session, history: Histories) -> Sequence[Entry[Any]]:
    """Do what units did in turns, the last one first."""
    scratch.rollback()
    scratch.info.clear()
    entries = [
        Entry(
            UUID(int=1000 + n),
            UUID(int=unit),
            UNITS[unit],
            UUID(int=9),
            n << 16,
            START + timedelta(minutes=n),
            "",
            deed,
        )
        for n, (deed, unit) in enumerate(history, start=1)
    ]
    start = LogEnd(0, 0, 0, "")
    drafted(scratch, KINDS, lambda *_: lambda _session: None, start, entries).store(scratch)
    return entries[::-1]


def told(scratch: Session, entry: Entry[Any]) -> object:
    """Give what takes an entry back, or all that is said of why it stays."""
    try:
        return list(inverse(scratch, KINDS, entry))
    except BuiltOn as built_on:
        return (built_on.kind, built_on.deed, built_on.what, built_on.since)
    except (CannotUndo, NoResultFound) as stays:
        return type(stays)


def told_together(scratch: Session, entries: Sequence[Entry[Any]]) -> list[object]:
    ask_together(scratch, KINDS, entries)
    return [told(scratch, entry) for entry in entries]


@settings(max_examples=300, deadline=None)
@given(HISTORIES)
def test_whoever_is_asked_together_is_answered_as_if_asked_alone(
    scratch: Session, history: Histories
) -> None:
    entries = done(scratch, history)
    for unit in UNITS:
        of_unit = [entry for entry in entries if entry.unit.int == unit]

        together = told_together(scratch, of_unit)

        assert together == [each for entry in of_unit for each in told_together(scratch, [entry])]


def test_in_such_histories_one_stays_and_another_of_its_kind_goes(scratch: Session) -> None:
    def differ(history: Histories) -> bool:
        entries = [entry for entry in done(scratch, history) if entry.unit.int == 1]
        answers = zip(entries, told_together(scratch, entries), strict=True)
        stay = {(type(entry.deed), isinstance(answer, tuple)) for entry, answer in answers}
        return any((kind, not stays) in stay for kind, stays in stay)

    assert differ(find(HISTORIES, differ, settings=FIRST_FOUND))
