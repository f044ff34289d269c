"""R1 for large work: a batch that is broken off is taken back, and scans get their turn."""

from __future__ import annotations

import csv
import random
import time
from collections.abc import Mapping
from multiprocessing.context import SpawnContext
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from app.checkin.scanning import Scanning
from app.delegates.importing.imports import ImportOrder, Imports
from app.desks import OpenEvent
from app.journal.batches import WorkUnderWay, batch
from app.journal.undo import take_back
from app.journal.verify import verify
from app.progress import Cancelled, Progress
from db.models import Batch, Delegate, LogRow
from db.scratch import state
from tests.building import EventBuilder
from tests.reliability.worker import PATIENCE, desk, import_file

ROWS = 3_000


@pytest.fixture
def registrations(tmp_path: Path) -> Path:
    file = tmp_path / "registrations.csv"
    with file.open("w", newline="", encoding="utf-8") as stream:
        rows = csv.writer(stream)
        rows.writerow(("First name", "Last name", "Email", "Company", "Delegation"))
        for row in range(ROWS):
            groups = (f"Company {row % 300}", f"Delegation {row % 30}")
            rows.writerow((f"Given{row}", f"Family{row}", f"p{row}@example.org", *groups))
    return file


def alive(event: OpenEvent) -> Mapping[str, Mapping[UUID, dict[str, Any]]]:
    """Give all that a desk can see, without who wrote it when."""
    with event.journal.reading() as session:
        return {
            table: {
                thing: {name: value for name, value in row.items() if "stamp" not in name}
                for thing, row in rows.items()
                if row["alive"]
            }
            for table, rows in state(session)
            if table != "desk"
        }


def batch_states(event: OpenEvent) -> list[str]:
    with event.journal.reading() as session:
        return list(session.scalars(select(Batch.state)))


def taken_back_by(event: OpenEvent) -> UUID:
    query = select(LogRow.unit).where(LogRow.undoes.is_not(None)).distinct()
    with event.journal.reading() as session:
        return session.scalars(query).one()


def newcomers(event: OpenEvent) -> list[UUID]:
    with event.journal.reading() as session:
        query = select(Delegate.id).where(Delegate.family_name.like("Family%"), Delegate.alive)
        return list(session.scalars(query))


def killed_half_way(others: SpawnContext, event: OpenEvent, registrations: Path) -> list[UUID]:
    """Let another desk import, check in three people of its first chunk, and kill it."""
    process = others.Process(target=import_file, args=(event.database.file, registrations))
    process.start()
    patience = time.monotonic() + PATIENCE
    while not (came := newcomers(event)):
        assert time.monotonic() < patience, "the import never began"
        time.sleep(0.01)
    for delegate in came[:3]:
        Scanning(event.journal).check_in(delegate)
    time.sleep(random.uniform(0, 0.1))
    process.kill()
    process.join(PATIENCE)
    return came[:3]


def test_an_import_that_was_killed_is_taken_back_but_for_whom_a_desk_let_in(
    event: EventBuilder, others: SpawnContext, registrations: Path
) -> None:
    event.delegate("Ada", "Byron")
    before = alive(event.event)

    came = killed_half_way(others, event.event, registrations)
    assert batch_states(event.event) == ["writing"], "scans had to wait for the whole import"
    when_killed, half = alive(event.event), verify(event.event.journal)
    reopened = desk(event.event.database.file, 1)
    after, found, states = alive(reopened), verify(reopened.journal), batch_states(reopened)
    take_back(reopened.journal, taken_back_by(reopened))
    again, undone = alive(reopened), verify(reopened.journal)
    reopened.close()

    left = [(each.kind, each.what) for each in reopened.left]
    assert left == [("DelegateImported", "check_in")] * 3
    assert set(after["delegate"]) == {*before["delegate"], *came}
    assert {row["delegate_id"] for row in after["check_in"].values()} == set(came)
    assert {thing: after["delegate"][thing] for thing in came} == {
        thing: when_killed["delegate"][thing] for thing in came
    }
    for table in ("organisation", "delegation"):
        needed = {after["delegate"][thing][f"{table}_id"] for thing in came}
        assert len(needed) == 3
        assert set(after[table]) == set(before[table]) | needed
    groups = {"delegate", "organisation", "delegation"}
    untouched = set(before) - groups - {"check_in", "imported", "source_key"}
    assert {table: after[table] for table in untouched} == {
        table: before[table] for table in untouched
    }
    assert (half.problems, found.problems, states) == ((), (), ["broken_off"])
    assert (again, undone.problems) == (when_killed, ())


def stopped_after(rows: int, event: OpenEvent, registrations: Path, *, scan: bool) -> None:
    """Import until so many rows are written, then stop; perhaps scan after the first chunk."""
    scanned = False

    def report(progress: Progress) -> None:
        nonlocal scanned
        came = newcomers(event)
        if came and scan and not scanned:
            Scanning(event.journal).check_in(came[0])
            scanned = True
        if len(came) >= rows:
            raise Cancelled

    with pytest.raises(Cancelled):
        Imports(event.journal, event.letters).run(registrations, ImportOrder(), report)


def test_an_import_that_is_stopped_leaves_the_event_as_it_was(
    event: EventBuilder, registrations: Path
) -> None:
    event.delegate("Ada", "Byron", organisation="Company 1")
    before = alive(event.event)

    stopped_after(1_000, event.event, registrations, scan=False)

    assert alive(event.event) == before
    assert verify(event.event.journal).problems == ()


def test_whom_a_scan_let_in_between_two_chunks_stays_when_the_import_is_stopped(
    event: EventBuilder, registrations: Path
) -> None:
    stopped_after(1_000, event.event, registrations, scan=True)

    (came,) = newcomers(event.event)
    after = alive(event.event)
    assert [row["delegate_id"] for row in after["check_in"].values()] == [came]
    for table in ("organisation", "delegation"):
        assert list(after[table]) == [after["delegate"][came][f"{table}_id"]]


def test_a_batch_that_was_broken_off_is_taken_back_by_the_next_batch_at_the_latest(
    event: EventBuilder,
) -> None:
    journal = event.event.journal
    left_open = uuid4()
    with journal.database.writing() as session:
        session.add(Batch(id=left_open, desk_id=journal.author.desk, state="writing"))

    with batch(journal):
        pass

    with journal.reading() as session:
        assert session.get_one(Batch, left_open).state == "broken_off"


def test_one_batch_is_written_at_a_time(event: EventBuilder, registrations: Path) -> None:
    journal = event.event.journal

    with batch(journal), pytest.raises(WorkUnderWay):
        Imports(journal, event.event.letters).run(registrations, ImportOrder())

    assert newcomers(event.event) == []


def test_an_event_may_be_opened_while_a_batch_is_written(event: EventBuilder) -> None:
    with batch(event.event.journal) as work:
        with work.writing():
            pass
        other = desk(event.event.database.file, 2)
        states = batch_states(other)
        other.close()

    assert states == ["writing"]
    assert batch_states(event.event) == ["whole"]
