"""Whatever deeds say of people can be erased without the state being another than they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, find, settings

from app.deeds import all_kinds
from app.erasure.blanks import BLANKS, KEPT, PERSONAL, WORD_OF
from app.journal.deeds import Deed, Entry, Kind
from app.journal.wire import as_text, from_text, personal_fields
from db.base import Merged
from db.merge import said
from db.models import Delegate
from tests.app.journal.random_deeds import deeds_of

KINDS = all_kinds()


def has_details(kind: Kind[Any]) -> bool:
    deed: Any = kind.deed
    return bool(personal_fields(deed))


WITH_PEOPLE = sorted(name for name, kind in KINDS.items() if has_details(kind))
FIRST_FOUND = settings(
    max_examples=2_000,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def says_all(deed: Deed) -> bool:
    """Tell whether a deed says something in each field that erasure deletes."""
    said_by: Any = type(deed)
    return all(getattr(deed, name) for name in personal_fields(said_by))


def written(kind: Kind[Any], deed: Deed) -> Mapping[tuple[type[Merged], UUID], Mapping[str, Any]]:
    one = UUID(int=1)
    entry = Entry(one, one, None, one, 1, datetime(2027, 3, 16, tzinfo=UTC), "", deed)
    return {(write.model, write.id): said(write) for write in kind.apply(entry)}


def lost(kind: Kind[Any], deed: Deed) -> Iterator[tuple[type[Merged], set[str]]]:
    """Yield the columns that a deed no longer says the same of once its details are erased."""
    after = written(kind, from_text(kind, as_text(deed).facts, ""))
    for row, values in written(kind, deed).items():
        now = after.get(row, {})
        yield row[0], {name for name in values if name not in now or now[name] != values[name]}


@pytest.mark.parametrize("name", WITH_PEOPLE)
def test_all_that_is_lost_with_the_details_of_a_deed_becomes_blank(name: str) -> None:
    kind = KINDS[name]
    deed = find(deeds_of(kind), says_all, settings=FIRST_FOUND)

    for model, columns in lost(kind, deed):
        if model is Delegate and not columns <= {"status_reason"}:
            assert kind.subject(deed) == deed.id, "so the person's whole entry is erased"
        elif columns:
            blank = BLANKS[WORD_OF[model]]
            assert blank.whole or columns <= blank.values.keys()


def test_every_column_of_a_delegate_is_kept_or_blank() -> None:
    columns = {column.key for column in Delegate.__table__.columns}

    bookkeeping = {"id", "stamp", "stamps", "gone", "alive", "erased"}
    assert {*PERSONAL, *KEPT} == columns - bookkeeping
    assert not set(PERSONAL) & set(KEPT)
