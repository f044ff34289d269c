from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.deeds import all_kinds
from app.desks import OpenEvent
from app.event.deeds import BadgeKeyMade
from app.journal.deeds import Deed
from app.journal.log import history
from app.journal.wire import as_text, from_text, personal_fields, salted
from tests.app.journal.random_deeds import deeds, deeds_of
from tests.building import EventBuilder

KINDS = all_kinds()


@given(deeds())
def test_every_deed_reads_back_as_it_was_written(deed: Deed) -> None:
    written = as_text(deed)

    assert from_text(KINDS[type(deed).__name__], written.facts, written.personal) == deed


@pytest.mark.parametrize("name", KINDS)
@settings(max_examples=20)
@given(data=st.data())
def test_every_kind_reads_back_when_its_personal_values_are_erased(
    name: str, data: st.DataObject
) -> None:
    deed = data.draw(deeds_of(KINDS[name]))
    hidden = personal_fields(deed.__class__)

    read = from_text(KINDS[name], as_text(deed).facts, "")

    kept = [field for field in type(deed).__dataclass_fields__ if field not in hidden]
    assert [getattr(read, field) for field in kept] == [getattr(deed, field) for field in kept]


@given(deeds())
def test_no_personal_value_stands_among_the_facts(deed: Deed) -> None:
    facts: dict[str, Any] = json.loads(as_text(deed).facts)

    assert facts.keys().isdisjoint(personal_fields(deed.__class__))


def test_the_same_words_hash_differently_under_another_salt() -> None:
    assert salted("one", "Ada") != salted("two", "Ada")


def test_the_history_is_newest_first(event: EventBuilder) -> None:
    event.delegate("Ada")
    event.delegate("Ben")

    kinds = [line.kind for line in history(event.event.journal, last=3)]

    assert kinds == ["BadgeIssued", "DelegateAdded", "BadgeIssued"]


def test_the_history_of_one_delegate_leaves_others_out(event: EventBuilder) -> None:
    ada = event.delegate("Ada")
    event.delegate("Ben")

    lines = history(event.event.journal, subject=ada)

    assert [line.kind for line in lines] == ["BadgeIssued", "DelegateAdded"]
    assert "Ada" in lines[1].personal
    assert "Ada" not in lines[1].facts


def test_the_history_does_not_show_the_key_that_signs_badges(open_event: OpenEvent) -> None:
    (made,) = (line for line in history(open_event.journal) if line.kind == BadgeKeyMade.__name__)

    assert made.personal == ""
    assert "master" not in made.facts
