from __future__ import annotations

from pathlib import Path
from uuid import UUID, uuid4

import pandas as pd
import pytest

from app.checkin.several import check_in_several
from app.delegates.decisions import Decisions
from app.delegates.deeds import DoubtRaised
from app.delegates.doubts import Doubts, UnknownDoubt
from app.delegates.export import export_file
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.delegates.roster import everybody as everybody_in
from app.delegates.table import DelegateTable
from app.desks import OpenEvent
from app.journal.journal import Unit
from app.journal.undo import undo
from tests.building import FIRST_DAY, EventBuilder


def states(event: OpenEvent) -> list[str]:
    return [row.state for row in DelegateTable(event.journal).rows(FIRST_DAY)]


def test_many_are_decided_on_and_taken_back_as_one(
    open_event: OpenEvent, event: EventBuilder, roster: Roster
) -> None:
    waiting = event.delegates(("A", ""), ("B", ""), status="waiting", status_reason="full")
    accepted = event.delegate("C")

    changed = roster.set_status_of_many([*waiting, accepted, uuid4()], Status.ACCEPTED, "room")

    assert set(changed) == set(waiting)
    assert states(open_event) == ["expected"] * 3
    undo(open_event.journal)
    assert states(open_event) == ["waiting", "waiting", "expected"]
    assert [each.status_reason for each in everybody_in(open_event.journal)] == ["full", "full", ""]


def test_many_are_let_in_as_one_and_who_may_not_come_in_stays_out(
    open_event: OpenEvent, event: EventBuilder
) -> None:
    welcome = event.delegates(("A", ""), ("B", ""))
    waiting = event.delegate("C", status="waiting")

    done = check_in_several(open_event.journal, [*welcome, waiting])

    assert set(done.delegates) == set(welcome)
    assert [(each.reason, each.delegate and each.delegate.id) for each in done.refused] == [
        ("waiting_list", waiting)
    ]
    assert states(open_event) == ["here", "here", "waiting"]
    undo(open_event.journal)
    assert states(open_event) == ["expected", "expected", "waiting"]


@pytest.mark.parametrize("name", ["some.csv", "some.XLSX"])
def test_only_those_who_are_named_stand_in_the_file(
    open_event: OpenEvent, event: EventBuilder, tmp_path: Path, name: str
) -> None:
    ada, _ben, carl = event.delegates(("Ada", ""), ("Ben", ""), ("Carl", ""))
    file = tmp_path / name

    count = export_file(open_event.journal, file, [carl, ada])

    read = pd.read_csv(file) if name.endswith("csv") else pd.read_excel(file, engine="calamine")
    assert count == 2
    assert list(read["Given name"]) == ["Ada", "Carl"]


def raise_value(event: OpenEvent, who: UUID, field: str, value: object) -> UUID:
    doubt = uuid4()
    facts = {"field": field, "value": value, "stands": "other"}
    with event.journal.writing(Unit(uuid4())) as pen:
        pen.write(DoubtRaised(doubt, "desk_value", who, None, facts))
    return doubt


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("email", "ada@example.org", "email"),
        ("organisation_id", "Acme", "organisation"),
        ("delegation_id", "Nordic", "delegation"),
        ("status", "declined", "status"),
        ("order_code", "X7", None),
        ("sectors", ["Food", "Health"], None),
    ],
)
def test_what_the_file_says_is_taken_and_decided_as_one(
    open_event: OpenEvent, event: EventBuilder, field: str, value: str, shown: str | None
) -> None:
    ada = event.delegate("Ada")
    before = everybody_in(open_event.journal)
    doubt = raise_value(open_event, ada, field, value)

    person = Decisions(open_event.journal).take_value(doubt)

    assert shown is None or getattr(person, shown) == value
    assert Doubts(open_event.journal).open() == ()
    undo(open_event.journal)
    assert everybody_in(open_event.journal) == before
    assert [each.id for each in Doubts(open_event.journal).open()] == [doubt]


def test_what_was_decided_is_not_decided_again(open_event: OpenEvent, event: EventBuilder) -> None:
    doubt = raise_value(open_event, event.delegate("Ada"), "email", "a@example.org")
    decisions = Decisions(open_event.journal)
    decisions.take_value(doubt)

    for unknown in (doubt, uuid4()):
        with pytest.raises(UnknownDoubt):
            decisions.take_value(unknown)
