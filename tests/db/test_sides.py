from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy.orm import Session

from db.models import Meeting, Request
from db.opening import create_event_file
from db.sides import naming

ADA, BEN, CLEO, DOV, NOBODY = (uuid4() for _ in range(5))
TABLES = {"meeting": Meeting, "request": Request}

each_table = pytest.mark.parametrize("table", TABLES)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    database = create_event_file(tmp_path / "event.matchdesk")
    with database.writing() as session:
        yield session
    database.close()


def row(session: Session, table: str, hosts: Sequence[UUID], guests: Sequence[UUID]) -> UUID:
    one = uuid4()
    sides = {"hosts": [*map(str, hosts)], "guests": [*map(str, guests)]}
    session.add(TABLES[table](id=one, **sides))
    session.flush()
    return one


@each_table
def test_rows_are_found_by_whoever_is_on_either_side(session: Session, table: str) -> None:
    with_ada = row(session, table, [ADA], [BEN])
    for_ada = row(session, table, [CLEO], [ADA])
    row(session, table, [CLEO], [BEN])

    assert naming(session, table, [ADA]) == {with_ada, for_ada}
    assert naming(session, table, [NOBODY]) == set()
    assert naming(session, table, []) == set()


@each_table
def test_whoever_is_not_the_first_of_a_side_is_found_too(session: Session, table: str) -> None:
    hosts = row(session, table, [BEN, CLEO, ADA], [DOV])
    guests = row(session, table, [DOV], [BEN, ADA])

    assert naming(session, table, [ADA]) == {hosts, guests}
    assert naming(session, table, [CLEO]) == {hosts}


@each_table
def test_rows_of_several_people_come_once(session: Session, table: str) -> None:
    one = row(session, table, [ADA, CLEO], [BEN, DOV])
    other = row(session, table, [BEN], [DOV])

    assert naming(session, table, [ADA, BEN, DOV]) == {one, other}


@each_table
def test_no_table_is_read_row_by_row(session: Session, table: str) -> None:
    connection = session.connection().connection.driver_connection
    assert connection is not None
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    naming(session, table, [ADA])
    connection.set_trace_callback(None)

    (query,) = asked
    steps = [step for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {query}")]

    searched = [step for step in steps if step.startswith(f"SEARCH {table}")]
    assert len(searched) == 4
    assert not any(step.startswith(f"SCAN {table}") for step in steps)
