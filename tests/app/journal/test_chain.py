"""R17: the log shows any later change, removal, insertion and reordering."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.orm import Session

from app.checkin.scanning import Scanning
from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.desks import Desks
from app.journal.drafts import chain_head
from app.journal.journal import Journal
from app.journal.verify import verify
from app.journal.wire import digest
from db.models import Delegate, LogDetail, LogRow, OnDuty
from tests.building import DESK_1, EventBuilder, MovableClock, copy_event
from tests.reliability.worker import desk

TRIES = 25
COLUMNS = [column.key for column in LogRow.__table__.columns]


@pytest.fixture(scope="module")
def worked_on(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An event on which two desks have worked; to be copied."""
    file = tmp_path_factory.mktemp("chain") / "event.matchdesk"
    event = copy_event(file, MovableClock())
    for delegate in EventBuilder(event).crowd(10):
        Scanning(event.journal).check_in(delegate)
    other = desk(file, 2)
    Roster(other.journal, other.letters).register(PersonOrder("Ada", "Byron"))
    other.close()
    assert verify(event.journal).ok
    event.close()
    return file


@pytest.fixture
def journal(worked_on: Path, tmp_path: Path, clock: MovableClock) -> Iterator[Journal]:
    """A log in which two desks have worked."""
    file = tmp_path / "event.matchdesk"
    shutil.copyfile(worked_on, file)
    event = Desks(DESK_1, clock=clock).open(file)
    yield event.journal
    event.close()


def rows(session: Session) -> list[dict[str, Any]]:
    query = select(LogRow.__table__).order_by(LogRow.desk_id, LogRow.desk_seq)
    return [dict(row) for row in session.execute(query).mappings()]


def told_after(journal: Journal, tamper: Callable[[Session], None]) -> set[str]:
    """Give the codes of the problems found after the log was tampered with, and put it right."""
    with journal.database.writing() as session:
        before = rows(session)
        details = [dict(row) for row in session.execute(select(LogDetail.__table__)).mappings()]
        tamper(session)
    found = verify(journal)
    with journal.database.writing() as session:
        session.execute(delete(LogDetail))
        session.execute(delete(LogRow))
        session.execute(insert(LogRow), before)
        session.execute(insert(LogDetail), details)
    return {problem.code for problem in found.problems}


def other_than(value: Any) -> Any:
    match value:
        case None | UUID():
            return uuid4()
        case datetime():
            return value + timedelta(microseconds=1)
        case int():
            return value + 1_000
        case _:
            return f"{value}x"


@pytest.mark.parametrize("column", COLUMNS)
def test_a_change_of_any_column_is_found(journal: Journal, column: str) -> None:
    def change(session: Session) -> None:
        bare = [row for row in rows(session) if not row["detail"] or column != "id"]
        row = random.choice(bare)
        values = {column: other_than(row[column])}
        session.execute(update(LogRow).where(LogRow.id == row["id"]).values(values))

    for _ in range(TRIES // 5):
        assert told_after(journal, change) & {"changed", "missing"}


@pytest.mark.parametrize("value", ["x", b"\x00"])
@pytest.mark.parametrize("column", COLUMNS)
def test_a_value_that_makes_no_sense_is_found(journal: Journal, column: str, value: object) -> None:
    with journal.database.writing() as session:
        change = text(f"UPDATE log SET {column} = :value WHERE kind = 'EventMade'")  # noqa: S608 - a column's name
        session.execute(change, {"value": value})

    assert {problem.code for problem in verify(journal).problems} & {"changed", "missing"}


def test_facts_that_are_no_deed_are_found_also_if_they_are_chained(journal: Journal) -> None:
    def append(session: Session) -> None:
        row = next(row for row in rows(session) if row["kind"] == "CheckedIn")
        head, prev = chain_head(session, row["desk_id"])
        forged = row | {"id": uuid4(), "desk_seq": head + 1, "prev": prev, "facts": "{"}
        session.execute(insert(LogRow), [forged | {"digest": digest(forged)}])

    assert told_after(journal, append) == {"changed"}


@pytest.mark.parametrize(
    ("table", "column"), [("delegate", "sectors"), ("check_in", "at"), ("desk", "id")]
)
def test_what_is_stored_and_makes_no_sense_is_found(
    journal: Journal, table: str, column: str
) -> None:
    with journal.database.writing() as session:
        session.execute(text(f"UPDATE {table} SET {column} = '{{' || rowid"))  # noqa: S608 - names

    assert {problem.code for problem in verify(journal).problems} == {"state"}


def test_a_removal_is_found(journal: Journal) -> None:
    def remove(session: Session) -> None:
        heads = select(func.max(LogRow.desk_seq)).group_by(LogRow.desk_id)
        inner = select(LogRow.id).where(LogRow.desk_seq.not_in(heads))
        gone = random.choice(session.scalars(inner).all())
        session.execute(delete(LogDetail).where(LogDetail.deed_id == gone))
        session.execute(delete(LogRow).where(LogRow.id == gone))

    for _ in range(TRIES):
        assert "missing" in told_after(journal, remove)


def test_an_insertion_is_found(journal: Journal) -> None:
    def insert_copy(session: Session) -> None:
        row = random.choice(rows(session))
        head, prev = chain_head(session, row["desk_id"])
        new = {"id": uuid4(), "desk_seq": head + 1, "prev": prev, "detail": ""}
        session.execute(insert(LogRow), [row | new])

    for _ in range(TRIES):
        assert "changed" in told_after(journal, insert_copy)


def test_a_deed_that_was_chained_but_never_done_is_found(journal: Journal) -> None:
    def append(session: Session) -> None:
        row = next(row for row in rows(session) if row["kind"] == "CheckedIn")
        head, prev = chain_head(session, row["desk_id"])
        forged = row | {"id": uuid4(), "desk_seq": head + 1, "prev": prev}
        session.execute(insert(LogRow), [forged | {"digest": digest(forged)}])

    assert told_after(journal, append) == {"state"}


def test_a_reordering_is_found(journal: Journal) -> None:
    def swap(session: Session) -> None:
        ours = [row for row in rows(session) if row["desk_id"] == journal.author.desk]
        pair = random.sample(ours, 2)
        for row, place in ((pair[0], -1), (pair[1], pair[0]["desk_seq"]), (pair[0], 0)):
            to = place or pair[1]["desk_seq"]
            session.execute(update(LogRow).where(LogRow.id == row["id"]).values(desk_seq=to))

    for _ in range(TRIES):
        assert "changed" in told_after(journal, swap)


def test_a_tail_that_was_cut_off_is_missed_at_the_head(journal: Journal) -> None:
    heads = verify(journal).heads

    with journal.database.writing() as session:
        last = select(LogRow.id).where(LogRow.desk_id == journal.author.desk)
        gone = session.scalars(last.order_by(LogRow.desk_seq.desc()).limit(1)).one()
        session.execute(delete(LogRow).where(LogRow.id == gone))

    found = verify(journal)
    assert found.heads != heads
    assert {problem.code for problem in found.problems} == {"state"}


def test_a_change_of_personal_values_is_found(journal: Journal) -> None:
    def change(session: Session) -> None:
        session.execute(update(LogDetail).values(body=LogDetail.body + " "))

    assert told_after(journal, change) == {"detail"}


def test_a_change_of_who_was_on_duty_is_found(journal: Journal) -> None:
    with journal.database.writing() as session:
        session.execute(update(OnDuty).values(name="Mallory"))

    assert {problem.code for problem in verify(journal).problems} == {"detail"}


def test_a_change_of_what_is_stored_is_found(journal: Journal) -> None:
    with journal.database.writing() as session:
        ada = session.scalars(select(Delegate).filter_by(given_name="Ada")).one()
        ada.status = "declined"

    (problem,) = verify(journal).problems

    assert (problem.code, problem.where) == ("state", f"delegate {ada.id}")


def test_personal_values_that_no_longer_show_may_be_deleted_from_the_log(
    event: EventBuilder,
) -> None:
    journal = event.event.journal
    roster = Roster(journal, event.event.letters)
    ada = event.delegate("Ada", "Byron")
    roster.edit(ada, PersonOrder(email="old@example.org"))
    roster.edit(ada, PersonOrder(email="new@example.org"))

    with journal.database.writing() as session:
        old = select(LogDetail.deed_id).where(
            LogDetail.body.like('%"email":"old@example.org"%'),
            LogDetail.body.not_like('%"email":"new@example.org"%'),
        )
        assert session.execute(delete(LogDetail).where(LogDetail.deed_id.in_(old))).rowcount == 1  # type: ignore[attr-defined] # a DELETE gives a CursorResult

    assert verify(journal).ok


def test_a_check_names_the_head_of_every_desk(journal: Journal) -> None:
    found = verify(journal)

    assert [head.desk for head in found.heads] == ["Desk 1", "Desk 2"]
    assert found.deeds == sum(head.deeds for head in found.heads)
