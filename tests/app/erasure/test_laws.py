"""Whoever is erased stays erased, whatever deeds come, when and from wherever."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app.deeds import all_kinds
from app.erasure.blanks import NOTHING_SAID, PERSONAL
from app.erasure.deeds import PersonErased, TextsErased
from app.journal.deeds import Entry
from app.journal.drafts import apply
from db.models import Delegate, SourceKey
from db.scratch import scratch_session
from tests.app.journal.random_deeds import entries

KINDS = all_kinds()
ONE = UUID(int=1)


@pytest.fixture(scope="module")
def scratch() -> Iterator[Session]:
    with scratch_session() as session:
        yield session


@st.composite
def with_an_erasure(draw: st.DrawFn) -> Sequence[Entry[Any]]:
    """Draw deeds of which some erase one person, in any order."""
    done = draw(entries())
    erased = (PersonErased(ONE, {"badge_number": "A-1"}), TextsErased({"source_key": (ONE,)}))
    like = done[0]
    erasing = [
        Entry(UUID(int=number), like.unit, None, like.desk, like.hlc, like.at, "", deed)
        # Later than any other of the deeds, for the property draws erasures of its own.
        for number, deed in enumerate(erased, start=UUID(hex="f" * 32).int - 1)
    ]
    return draw(st.permutations([*done, *erasing]))


@settings(max_examples=60)
@given(with_an_erasure())
def test_nothing_that_comes_before_or_after_brings_anything_back(
    scratch: Session, arrived: Sequence[Entry[Any]]
) -> None:
    for part in (arrived[:6], arrived[6:]):
        apply(scratch, KINDS, part)
    row, key = scratch.get_one(Delegate, ONE), scratch.get_one(SourceKey, ONE)
    said = {name: getattr(row, name) for name in PERSONAL}
    named = (key.key, key.delegate_id, key.alive, row.erased)
    scratch.rollback()
    scratch.expunge_all()

    assert said == {**NOTHING_SAID, "family_name": "A-1"}
    assert named == ("", None, False, True)
