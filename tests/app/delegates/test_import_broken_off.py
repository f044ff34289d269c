"""What stays of an import that was stopped, whatever desks did to its people meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.checkin.scanning import Scanning
from app.delegates.importing.imports import ImportOrder, Imports
from app.delegates.orders import PersonOrder
from app.delegates.organisations import Organisations
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.errors import DeskError
from app.journal.undo import take_back
from app.journal.verify import verify
from app.progress import Cancelled, Progress
from db.models import Batch, LogRow
from tests.app.delegates.lists import Row, everybody, everything, write_list
from tests.app.delegates.test_import_keys import ticket
from tests.building import MovableClock, copy_event

State = Mapping[str, Mapping[UUID, dict[str, Any]]]

COMPANIES = ("", "Engine Works", "Lough Bio", "Porto Moldes")
GROUPS = ("", "Nordic", "Iberia")
ROWS = st.fixed_dictionaries(
    {
        "Name": st.sampled_from(("Ada Lovelace", "Ben Li", "Cleo Moss", "Dov Katz")),
        "E-mail": st.sampled_from(("", "a@example.org", "b@example.org")),
        "Company": st.sampled_from(COMPANIES),
        "Delegation": st.sampled_from(GROUPS),
    }
)
TICKETS = st.builds(
    lambda place, name, secret, company: (
        ticket(place, Attendee_name=name)
        | {"Ticket secret": f"{secret}{place}", "Company": company}
    ),
    st.integers(1, 4),
    st.sampled_from(("Ada Lovelace", "Ben Li")),
    st.sampled_from(("old", "new")),
    st.sampled_from(COMPANIES),
)
LISTS = st.lists(ROWS, min_size=1, max_size=8) | st.lists(
    TICKETS, min_size=1, max_size=4, unique_by=lambda row: row["Position ID"]
)
PLACES = st.integers(0, 3)
ALONE = ("check_in", "move", "regroup", "note", "register", "one_company")
TOGETHER = ("one_person", "substitute")


def deeds_of(*kinds: str) -> st.SearchStrategy[list[tuple[str, int, int]]]:
    return st.lists(st.tuples(st.sampled_from(kinds), PLACES, PLACES), min_size=1, max_size=5)


slowly = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def does(event: OpenEvent, deed: str, one: int, other: int) -> None:
    """Do something to people of the event, if there is anybody and it is allowed."""
    people = [person.id for person in everybody(event.journal)] * 4
    roster = Roster(event.journal, event.letters)
    company, group = COMPANIES[other], GROUPS[other % 3]
    orders: dict[str, Callable[[], object]] = {
        "check_in": lambda: Scanning(event.journal).check_in(people[one]),
        "move": lambda: roster.edit(people[one], PersonOrder(organisation=company)),
        "regroup": lambda: roster.edit(people[one], PersonOrder(delegation=group)),
        "note": lambda: roster.edit(people[one], PersonOrder(note="VIP", email="x@example.org")),
        "one_person": lambda: roster.merge(people[one], people[other]),
        "substitute": lambda: roster.substitute(people[one], PersonOrder("Sub")),
        "register": lambda: roster.register(
            PersonOrder("New", organisation=company, delegation=group), known_apart=True
        ),
        "one_company": lambda: Organisations(event.journal).merge(COMPANIES[one], company),
    }
    with suppress(DeskError):
        orders[deed]()


def visible(event: OpenEvent) -> State:
    """Give all that a desk can see, without who wrote it when."""
    return {
        table: {
            thing: {name: value for name, value in row.items() if "stamp" not in name}
            for thing, row in rows.items()
            if row["alive"]
        }
        for table, rows in everything(event.journal).items()
    }


def stopped(event: OpenEvent, file: Path, deeds: list[tuple[str, int, int]]) -> State:
    """Import, let a desk work on whom this brought, and stop it. Give the state when it stopped."""
    when_stopped: list[State] = []

    def stop(_progress: Progress) -> None:
        with event.journal.reading() as session:
            has_begun = session.scalar(select(Batch).filter_by(state="writing")) is not None
        if has_begun:
            for deed in deeds:
                does(event, *deed)
            when_stopped.append(visible(event))
            raise Cancelled

    with pytest.raises(Cancelled):
        Imports(event.journal, event.letters).run(file, ImportOrder(), stop)
    return when_stopped[0]


def taking_back(event: OpenEvent) -> UUID | None:
    """Give the unit that took the import back, if there was anything to take."""
    query = select(LogRow.unit).where(LogRow.undoes.is_not(None)).order_by(LogRow.hlc.desc())
    with event.journal.reading() as session:
        return session.scalar(query.limit(1))


@contextmanager
def event_with(folder: Path, rows: list[Row]) -> Iterator[OpenEvent]:
    event = copy_event(folder / "event.matchdesk", MovableClock())
    try:
        Imports(event.journal, event.letters).run(write_list(folder / "1.csv", rows), ImportOrder())
        yield event
    finally:
        event.close()


@slowly
@given(first=LISTS, second=LISTS, deeds=deeds_of(*ALONE, *TOGETHER))
def test_whoever_stays_of_a_stopped_import_keeps_organisation_and_delegation(
    first: list[Row],
    second: list[Row],
    deeds: list[tuple[str, int, int]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("law")
    with event_with(folder, first) as event:
        stopped(event, write_list(folder / "2.csv", second), deeds)

        stored = everything(event.journal)
        staying = [row for row in stored["delegate"].values() if row["alive"] or row["merged_into"]]
        for name, table in (("organisation_id", "organisation"), ("delegation_id", "delegation")):
            named = {row[name] for row in staying} - {None}
            stand = {
                thing
                for thing, row in stored[table].items()
                if row["alive"] or row.get("merged_into")
            }
            assert named <= stand, f"somebody stays without their {table}"
        assert verify(event.journal).problems == ()


ONE_OF_TWO_STAYS = {
    "first": [{"Name": "Ben Li", "Company": "Porto Moldes", "E-mail": "b@example.org"}],
    "second": [
        {"Name": "Ben Li", "Company": "Lough Bio", "E-mail": "b@example.org"},
        {"Name": "Ben Li", "Company": "Porto Moldes", "Delegation": "Iberia"},
    ],
    "deeds": [("regroup", 0, 0)],
}
"""Of two rows on one person the last stays, for somebody has changed what it says."""


@slowly
@example(**ONE_OF_TWO_STAYS)
@given(first=LISTS, second=LISTS, deeds=deeds_of(*ALONE, *TOGETHER))
def test_undo_of_what_took_a_stopped_import_back_gives_what_stood_when_it_was_stopped(
    first: list[Row],
    second: list[Row],
    deeds: list[tuple[str, int, int]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("law")
    with event_with(folder, first) as event:
        when_stopped = stopped(event, write_list(folder / "2.csv", second), deeds)
        after, taken_back = visible(event), taking_back(event)
        if taken_back is not None:
            again = take_back(event.journal, taken_back).by
            assert visible(event) == when_stopped
            take_back(event.journal, again)

        assert visible(event) == after
        assert verify(event.journal).problems == ()
