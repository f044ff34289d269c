"""An import between whose parts another desk registers people and makes organisations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.delegates.importing.imports import ImportOrder, Imports
from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.desks import Desks, OpenEvent
from app.journal.undo import take_back
from app.journal.verify import verify
from app.progress import Progress
from tests.app.delegates.lists import everybody, everything, write_list
from tests.building import DESK_1, MovableClock

ROWS = 400


@pytest.fixture
def window(open_event: OpenEvent) -> Iterator[OpenEvent]:
    """The window of the desk that imports: the same letters, connections of its own."""
    event = Desks(DESK_1, clock=MovableClock()).open(open_event.database.file)
    yield event
    event.close()


def long_list(folder: Path) -> Path:
    return write_list(
        folder / "list.csv",
        [
            {
                "Name": f"Person {row}",
                "E-mail": f"p{row}@x.org",
                "Company": f"Company {row // 4}",
                "Delegation": f"Group {row // 40}",
            }
            for row in range(ROWS)
        ],
    )


def test_nobody_has_the_number_of_whom_the_window_registers_between_two_parts(
    imports: Imports, open_event: OpenEvent, window: OpenEvent, tmp_path: Path
) -> None:
    roster = Roster(window.journal, window.letters)
    walk_ins: list[str] = []

    def register(progress: Progress) -> None:
        if progress.total == ROWS and progress.done < ROWS:
            done = progress.done
            # The company and the group of a row to come, and of one that has come.
            for row in (done - 1, min(done + 50, ROWS - 1)):
                order = PersonOrder(
                    given_name=f"Walk-in {len(walk_ins)}",
                    organisation=f"company {row // 4}",
                    delegation=f"GROUP {row // 40}",
                )
                walk_ins.append(roster.register(order, known_apart=True).badge_number)

    imported = imports.run(long_list(tmp_path), ImportOrder(), register)

    people = everybody(open_event.journal)
    state = everything(open_event.journal)
    assert len(walk_ins) > 2
    assert imported.created == ROWS
    assert len(people) == len({person.badge_number for person in people}) == ROWS + len(walk_ins)
    for table in ("organisation", "delegation"):
        names = Counter(row["name"].casefold() for row in state[table].values() if row["alive"])
        assert max(names.values()) == 1
    assert verify(open_event.journal).problems == ()


def test_a_desk_that_corrects_somebody_between_two_parts_is_contradicted_by_a_doubt(
    imports: Imports, open_event: OpenEvent, window: OpenEvent, tmp_path: Path
) -> None:
    imports.run(long_list(tmp_path), ImportOrder())
    last = next(one for one in everybody(open_event.journal) if one.name == f"Person {ROWS - 1}")
    newer = write_list(
        tmp_path / "newer.csv",
        [
            {"Name": f"Person {row}", "E-mail": f"p{row}@x.org", "City": "Riga"}
            for row in range(ROWS)
        ],
    )

    def correct(progress: Progress) -> None:
        if progress.total == ROWS and progress.done < ROWS:
            order = PersonOrder(city="Vilnius", note=str(progress.done))
            Roster(window.journal, window.letters).edit(last.id, order)

    imported = imports.run(newer, ImportOrder(), correct)

    assert everything(open_event.journal)["delegate"][last.id]["city"] == "Vilnius"
    assert [pair.kind for pair in imported.doubtful] == ["desk_value"]
    assert imported.updated + imported.unchanged == ROWS
    assert verify(open_event.journal).problems == ()


def test_what_came_beside_a_window_at_work_is_taken_back_alone(
    imports: Imports, open_event: OpenEvent, window: OpenEvent, tmp_path: Path
) -> None:
    roster = Roster(window.journal, window.letters)

    def register(progress: Progress) -> None:
        if progress.total > 1 and progress.done < progress.total:
            roster.register(PersonOrder(given_name=f"W {progress.done}"), known_apart=True)

    unit = imports.run(long_list(tmp_path), ImportOrder(), register).unit
    assert unit is not None

    take_back(open_event.journal, unit, register)

    left = everybody(open_event.journal)
    assert len(left) > 1
    assert all(one.name.startswith("W ") for one in left)
    assert len({one.badge_number for one in left}) == len(left)
    assert verify(open_event.journal).problems == ()
