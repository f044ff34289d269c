"""An empty store in memory, to build a state a second time and compare."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import sqlcipher3.dbapi2
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from db.base import Base, Merged
from db.readable import readable


@contextmanager
def scratch_session() -> Generator[Session]:
    """Yield a session on an empty store that leaves no trace on any disk."""
    engine = create_engine("sqlite://", module=sqlcipher3.dbapi2)
    Base.metadata.create_all(engine)
    try:
        with Session(engine) as session:
            yield session
    finally:
        engine.dispose()


def state(session: Session) -> Iterator[tuple[str, Mapping[UUID, dict[str, Any]]]]:
    """Yield every table that deeds write to, by its name: rows by id."""
    for model in sorted(Merged.__subclasses__(), key=lambda model: model.__tablename__):
        names = model.__table__.columns.keys()
        rows = (
            dict(zip(names, row, strict=True))
            for row in readable(session, select(*model.__table__.columns))
        )
        yield model.__tablename__, {row["id"]: row for row in rows}
