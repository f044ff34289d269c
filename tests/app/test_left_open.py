"""Events that were not closed in good order: the log's end is looked at before a desk works."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from app.checkin.scanning import Scanning
from app.desks import Desks
from app.storage import StorageRefused
from db.models import LogDetail, LogRow
from tests.building import DESK_1, EventBuilder, MovableClock

OLD_ENOUGH = 600


def change_deed(session: Session, place: int) -> None:
    session.execute(update(LogRow).where(LogRow.desk_seq == place).values(on_duty="Mallory"))


def remove_deed(session: Session, place: int) -> None:
    deed = select(LogRow.id).where(LogRow.desk_seq == place).scalar_subquery()
    session.execute(delete(LogDetail).where(LogDetail.deed_id == deed))
    session.execute(delete(LogRow).where(LogRow.desk_seq == place))


def change_facts(session: Session, place: int) -> None:
    deed = select(LogRow.id).where(LogRow.desk_seq == place).scalar_subquery()
    changed = session.execute(update(LogDetail).where(LogDetail.deed_id == deed).values(body="{}"))
    assert changed.rowcount == 1  # type: ignore[attr-defined] # an update's result has one


@pytest.fixture
def log_length(event: EventBuilder) -> int:
    """How many deeds there are; the last but one has personal values."""
    event.crowd(OLD_ENOUGH)
    Scanning(event.event.journal).check_in(event.delegate("Ada", badge=False))
    with event.event.journal.reading() as session:
        return session.scalars(select(func.count()).select_from(LogRow)).one()


def opened_again(file: Path, clock: MovableClock) -> None:
    Desks(DESK_1, clock=clock).open(file).close()


@pytest.mark.parametrize(
    ("tamper", "code"),
    [(change_deed, "changed"), (remove_deed, "missing"), (change_facts, "detail")],
    ids=["deed", "gap", "facts"],
)
def test_a_log_whose_end_is_torn_is_refused(
    event: EventBuilder,
    clock: MovableClock,
    log_length: int,
    tamper: Callable[[Session, int], None],
    code: str,
) -> None:
    with event.event.database.writing() as session:
        tamper(session, log_length - 1)

    with pytest.raises(StorageRefused) as refused:
        opened_again(event.event.database.file, clock)

    assert refused.value.kind == "EventFileDamaged"
    assert f"log {code}: " in refused.value.problem["problems"][0]


def test_a_log_whose_end_is_whole_is_opened(
    event: EventBuilder, clock: MovableClock, log_length: int
) -> None:
    with event.event.database.writing() as session:
        change_deed(session, log_length - OLD_ENOUGH)

    opened_again(event.event.database.file, clock)


def test_what_was_closed_in_good_order_is_not_looked_at(
    event: EventBuilder, clock: MovableClock, log_length: int
) -> None:
    with event.event.database.writing() as session:
        change_deed(session, log_length)
    event.event.close()

    opened_again(event.event.database.file, clock)
