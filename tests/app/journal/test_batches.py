from __future__ import annotations

from contextlib import suppress
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Executable, delete, func, select, update

from app.checkin.deeds import CheckedIn
from app.checkin.scanning import Scanning
from app.delegates.deeds import DelegateAdded
from app.desks import OpenEvent
from app.journal.batches import batch
from app.journal.deeds import BuiltOn
from app.journal.journal import Unit
from app.journal.turns import CHUNK
from app.journal.undo import redo, undo
from app.journal.verify import verify
from app.progress import Cancelled, Progress
from db.models import Batch, Delegate
from tests.building import FIRST_DAY, EventBuilder
from tests.reliability.worker import desk

SIZE = CHUNK + 20


@pytest.fixture
def newcomers(open_event: OpenEvent) -> list[UUID]:
    """People who came in one batch of several parts."""
    ids = [uuid4() for _ in range(SIZE)]
    with batch(open_event.journal) as work:
        work.write([DelegateAdded(each, {"status": "accepted"}) for each in ids])
    return ids


def delegates(event: OpenEvent) -> int:
    with event.journal.reading() as session:
        return session.scalar(select(func.count()).where(Delegate.alive)) or 0


def test_one_undo_takes_a_whole_batch_back(open_event: OpenEvent, newcomers: list[UUID]) -> None:
    heard: list[Progress] = []

    taken = undo(open_event.journal, heard.append)

    assert (taken.deeds, delegates(open_event)) == (SIZE, 0)
    assert len(heard) > 1
    assert heard[-1] == Progress(SIZE, SIZE)
    assert [each.done for each in heard] == sorted({each.done for each in heard})


def test_one_redo_brings_a_whole_batch_again(open_event: OpenEvent, newcomers: list[UUID]) -> None:
    undo(open_event.journal)

    redo(open_event.journal)

    assert delegates(open_event) == SIZE


def test_an_undo_that_is_stopped_has_taken_nothing_back(
    open_event: OpenEvent, newcomers: list[UUID]
) -> None:
    def stop(_progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        undo(open_event.journal, stop)

    assert delegates(open_event) == SIZE
    assert undo(open_event.journal).deeds == SIZE


def test_a_batch_that_was_built_on_stays_whole(
    open_event: OpenEvent, newcomers: list[UUID]
) -> None:
    other = desk(open_event.database.file, 2)
    Scanning(other.journal).check_in(newcomers[0])
    other.close()

    with pytest.raises(BuiltOn) as refused:
        undo(open_event.journal)

    assert refused.value.what == "check_in"
    assert delegates(open_event) == SIZE


def test_a_check_in_between_two_chunks_was_done_after_the_batch_was_begun(
    event: EventBuilder,
) -> None:
    journal, ada, check_in = event.event.journal, event.delegate("Ada"), uuid4()
    with batch(journal) as work:
        work.write([DelegateAdded(uuid4())])
        Scanning(journal).check_in(ada, deed_id=check_in)
        work.write([DelegateAdded(uuid4())])

    assert undo(journal).unit == check_in
    assert undo(journal).unit == work.unit.id


def test_a_batch_that_is_being_written_is_not_the_last_thing_done(event: EventBuilder) -> None:
    journal, ada, check_in = event.event.journal, event.delegate("Ada"), uuid4()
    Scanning(journal).check_in(ada, deed_id=check_in)

    with batch(journal) as work:
        work.write([DelegateAdded(uuid4())])
        taken = undo(journal)

    assert taken.unit == check_in


@pytest.mark.parametrize("state", ["writing", "broken_off"])
def test_a_whole_batch_that_is_called_unfinished_is_found_and_stays(
    open_event: OpenEvent, newcomers: list[UUID], state: str
) -> None:
    with open_event.database.writing() as session:
        session.execute(update(Batch).values(state=state))
    other = desk(open_event.database.file, 2)

    problems = verify(other.journal).problems
    other.close()

    assert [problem.code for problem in problems] == ["state"]
    assert delegates(open_event) == SIZE


def test_a_batch_that_is_forgotten_is_found(open_event: OpenEvent, newcomers: list[UUID]) -> None:
    with open_event.database.writing() as session:
        session.execute(delete(Batch))

    assert [problem.code for problem in verify(open_event.journal).problems] == ["state"]


def test_a_broken_off_batch_that_is_called_whole_is_found(open_event: OpenEvent) -> None:
    with pytest.raises(Cancelled):
        _write_and_stop(open_event)
    with open_event.database.writing() as session:
        session.execute(update(Batch).values(state="whole"))

    assert [problem.code for problem in verify(open_event.journal).problems] == ["state"]


@pytest.mark.parametrize("change", [update(Batch).values(state="broken_off"), delete(Batch)])
def test_half_a_batch_of_which_the_file_hides_that_it_is_half_is_found(
    open_event: OpenEvent, change: Executable
) -> None:
    with batch(open_event.journal) as work:
        work.write([DelegateAdded(uuid4())])
        while_it_is_written = verify(open_event.journal)
        with open_event.database.writing() as session:
            session.execute(change)
        found = verify(open_event.journal)

    assert while_it_is_written.ok
    assert [problem.code for problem in found.problems] == ["state"]


@pytest.mark.parametrize("states", [("broken_off",), ("writing", "broken_off")])
def test_a_batch_that_was_taken_back_is_no_problem(
    open_event: OpenEvent, states: tuple[str, ...]
) -> None:
    with pytest.raises(Cancelled):
        _write_and_stop(open_event)
    for state in states:
        with open_event.database.writing() as session:
            session.execute(update(Batch).values(state=state))
        desk(open_event.database.file, 2).close()

    assert verify(open_event.journal).ok


def test_a_batch_that_is_as_it_was_written_is_no_problem(
    open_event: OpenEvent, newcomers: list[UUID]
) -> None:
    assert verify(open_event.journal).ok


def test_a_batch_whose_block_raises_leaves_nothing(open_event: OpenEvent) -> None:
    with pytest.raises(Cancelled):
        _write_and_stop(open_event)

    assert delegates(open_event) == 0


def test_of_a_batch_that_was_broken_off_those_who_were_let_in_stay_and_nobody_else(
    open_event: OpenEvent,
) -> None:
    ids = [uuid4() for _ in range(60)]
    let_in = {*ids[:4], *ids[5:30:2], ids[-1]}

    with suppress(Cancelled), batch(open_event.journal) as work:
        work.write([DelegateAdded(each) for each in ids])
        with open_event.journal.writing(Unit(uuid4())) as pen:
            pen.write_all([CheckedIn(each, FIRST_DAY, "name") for each in let_in])
        raise Cancelled

    with open_event.journal.reading() as session:
        assert set(session.scalars(select(Delegate.id).where(Delegate.alive))) == let_in


def _write_and_stop(event: OpenEvent) -> None:
    with batch(event.journal) as work:
        work.write([DelegateAdded(uuid4()) for _ in range(SIZE)])
        raise Cancelled
