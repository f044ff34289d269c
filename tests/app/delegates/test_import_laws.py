"""What holds for every list, whatever stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.delegates.importing.imports import Imported, ImportOrder, Imports
from app.delegates.orders import PersonOrder
from app.delegates.roster import NothingChanged, Roster
from app.desks import OpenEvent
from app.journal.undo import undo
from app.journal.verify import verify
from tests.app.delegates.lists import Row, everybody, everything, log_length, write_list
from tests.building import MovableClock, copy_event

# Few values for each column, so that rows collide in every way they can.
ROWS = st.fixed_dictionaries(
    {
        "Name": st.sampled_from(("Ada Lovelace", "Lovelace Ada", "ADA LOVELACE", "Ben Li", "")),
        "E-mail": st.sampled_from(("", "a@example.org", "A@example.org", "b@example.org")),
        "Company": st.sampled_from(("", "Engine Works", "ENGINE  works", "Engine Works Ltd")),
        "Order code": st.sampled_from(("", "A1", "B2")),
        "Ticket code": st.sampled_from(("", "", "t1", "t2")),
        "Status": st.sampled_from(("", "paid", "pending", "cancelled", "who knows")),
        "Phone": st.sampled_from(("", "+45 1", "+45 2")),
        "Job title": st.sampled_from(("", "Countess", "Analyst")),
        "Delegation": st.sampled_from(("", "Nordic")),
        "Country": st.sampled_from(("", "LT", "Atlantis")),
    }
)
LISTS = st.lists(ROWS, min_size=1, max_size=8).filter(lambda rows: any(row["Name"] for row in rows))
CORRECTIONS = st.sampled_from(
    (
        PersonOrder(given_name="Augusta"),
        PersonOrder(family_name="King", email="king@example.org"),
        PersonOrder(organisation="Lough Bio", phone=""),
        PersonOrder(function="Queen", phone="+45 9"),
    )
)
slowly = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@contextmanager
def new_event(folder: Path) -> Iterator[OpenEvent]:
    event = copy_event(folder / "event.matchdesk", MovableClock())
    try:
        yield event
    finally:
        event.close()


def imported(event: OpenEvent, folder: Path, rows: list[Row]) -> Imported:
    file = write_list(folder / "list.csv", rows)
    return Imports(event.journal, event.letters).run(file, ImportOrder())


@slowly
@given(rows=LISTS)
def test_a_second_import_of_a_list_changes_nothing(
    rows: list[Row], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("law")
    with new_event(folder) as event:
        first = imported(event, folder, rows)
        before = everything(event.journal)

        again = imported(event, folder, rows)

        counts = (again.created, again.updated, again.unchanged, again.doubtful)
        assert counts == (0, 0, first.created + first.updated + first.unchanged, ())
        assert everything(event.journal) == before


@slowly
@given(first=LISTS, second=LISTS, corrections=st.lists(CORRECTIONS, max_size=3))
def test_what_the_desk_said_outlives_every_list(
    first: list[Row],
    second: list[Row],
    corrections: list[PersonOrder],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("law")
    with new_event(folder) as event:
        imported(event, folder, first)
        people = everybody(event.journal)
        for person, correction in zip(people, corrections, strict=False):
            correct(event, person.id, correction)
        corrected = {person.id: person for person in everybody(event.journal)}

        same_list = imported(event, folder, first)
        imported(event, folder, second)

        now = {person.id: person for person in everybody(event.journal)}
        assert same_list.created == 0
        assert now.keys() >= corrected.keys()
        for person, correction in zip(people, corrections, strict=False):
            for name in ("given_name", "family_name", "email", "organisation", "function"):
                if getattr(correction, name):
                    assert getattr(now[person.id], name) == getattr(corrected[person.id], name)


@slowly
@given(first=LISTS, second=LISTS)
def test_no_list_makes_anything_blank(
    first: list[Row], second: list[Row], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("law")
    with new_event(folder) as event:
        imported(event, folder, first)
        before = everything(event.journal)["delegate"]

        imported(event, folder, second)

        after = everything(event.journal)["delegate"]
        lost = [
            (delegate, name)
            for delegate, columns in before.items()
            for name, value in columns.items()
            if value and not after[delegate][name]
        ]
        assert lost == []


@slowly
@given(first=LISTS, second=LISTS)
def test_a_rehearsal_foretells_the_import_and_changes_nothing(
    first: list[Row], second: list[Row], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("law")
    with new_event(folder) as event:
        imported(event, folder, first)
        before, log = everything(event.journal), log_length(event.journal)
        file = write_list(folder / "list.csv", second)

        foretold = Imports(event.journal, event.letters).rehearse(file, ImportOrder())

        assert everything(event.journal) == before
        assert log_length(event.journal) == log
        assert told(foretold) == told(imported(event, folder, second))


@slowly
@given(first=LISTS, second=LISTS)
def test_undo_of_an_import_leaves_what_was_there(
    first: list[Row], second: list[Row], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("law")
    with new_event(folder) as event:
        imported(event, folder, first)
        before = everybody(event.journal)
        log = log_length(event.journal)
        imported(event, folder, second)

        # That the work was begun and finished is in the log also when there was nothing to do.
        if log_length(event.journal) > log + 2:
            undo(event.journal)

        assert everybody(event.journal) == before
        assert verify(event.journal).problems == ()


def correct(event: OpenEvent, delegate: UUID, correction: PersonOrder) -> None:
    try:
        Roster(event.journal, event.letters).edit(delegate, correction)
    except NothingChanged:
        return


def told(imported: Imported) -> tuple[object, ...]:
    """What an import tells, but for the order of each doubtful pair."""
    pairs = {
        (pair.kind, pair.why, *sorted((pair.subject, pair.other))) for pair in imported.doubtful
    }
    return (
        *(imported.rows, imported.created, imported.updated, imported.unchanged, imported.ignored),
        *(imported.rejected, imported.remarks, len(imported.doubtful), pairs),
    )
