from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path
from uuid import uuid4

import pytest
import xlsxwriter

from app.delegates.importing.imports import ImportOrder
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.event.place_deeds import TableClosed, TableOwnerSet
from app.journal.undo import undo
from app.journal.verify import verify
from app.meetings import deeds as d
from app.meetings.importing.imports import What
from app.meetings.problem_of import Scope, problem_of
from app.meetings.worth import change_rules
from app.planning.check import refuse_contradictions
from app.progress import Progress
from tests.app.delegates.lists import everything, log_length
from tests.app.meetings.asking import Floor, at, table_of
from tests.app.meetings.lists import ImportLines, ImportsOf, codes, write_lines

CLOCKS = ("10:15", "10:40", "11:05", "11:30", "11:55", "12:20")
HEADER = "Guest,Host,Date,Time,Table"


@pytest.fixture(autouse=True)
def people(floor: Floor) -> None:
    """Ada A-1, Ben A-2, Cleo A-3, Dov A-4."""
    for name in ("Ada", "Ben", "Cleo", "Dov"):
        floor.who(name)


def test_meetings_come_with_their_people_slot_and_table(
    import_meetings: ImportLines, floor: Floor
) -> None:
    imported = import_meetings(
        f"{HEADER},Duration in slots,Kind,Locked",
        "A-1,A-2,2027-03-16,10:40,3,2,C2C,yes",
        "A-3,A-4,2027-03-17,10:15,3,,,",
    )

    assert (imported.created, imported.rejected) == (2, ())
    first, second = floor.meetings()
    assert [each.name for each in (*first.guests, *first.hosts)] == ["Ada Of", "Ben Of"]
    assert (first.starts_at, first.ends_at) == (at("10:40"), at("11:25"))
    assert (first.table, first.kind, first.locked) == ("3", "c2c", True)
    assert (second.number, second.request, second.locked) == ("M-A2", "", False)
    assert second.starts_at == datetime(2027, 3, 17, 8, 15, tzinfo=UTC)


def test_a_meeting_of_people_who_asked_is_that_of_their_request(
    import_meetings: ImportLines, floor: Floor
) -> None:
    floor.asks("Ben", "Ada")

    import_meetings(HEADER, "A-1,A-2,2027-03-16,10:40,3", "A-1,A-2,2027-03-16,11:05,3")

    assert [each.request for each in floor.meetings()] == ["R-A1", ""]
    assert floor.requests()[0].meeting == "M-A1"


def test_the_same_list_twice_changes_nothing(import_meetings: ImportLines, floor: Floor) -> None:
    lines = (HEADER, "A-1,A-2,2027-03-16,10:40,3", "A-3,A-4,2027-03-16,10:40,4")
    import_meetings(*lines)
    before, deeds = everything(floor.journal), log_length(floor.journal)

    again = import_meetings(*lines)

    assert (again.unchanged, again.unit) == (2, None)
    assert (everything(floor.journal), log_length(floor.journal)) == (before, deeds)


def test_a_list_that_moves_meetings_moves_them_also_into_each_others_places(
    import_meetings: ImportLines, floor: Floor
) -> None:
    import_meetings(
        HEADER,
        "A-1,A-2,2027-03-16,10:40,3",
        "A-3,A-4,2027-03-16,10:40,4",
        "A-1,A-3,2027-03-16,11:05,3",
    )

    moved = import_meetings(
        f"{HEADER},Locked",
        "A-1,A-2,2027-03-16,10:40,4,yes",
        "A-3,A-4,2027-03-16,10:40,3,",
        "A-1,A-3,2027-03-16,12:20,3,",
    )

    assert (moved.updated, moved.created, moved.rejected) == (3, 0, ())
    assert [(each.number, each.table, each.locked) for each in floor.meetings()] == [
        ("M-A1", "4", True),
        ("M-A2", "3", False),
        ("M-A3", "3", False),
    ]
    assert floor.meetings()[2].starts_at == at("12:20")
    undo(floor.journal)
    assert floor.meetings()[2].starts_at == at("11:05")
    assert verify(floor.journal).ok


def test_a_meeting_that_is_longer_than_before_keeps_its_number(
    import_meetings: ImportLines, floor: Floor
) -> None:
    import_meetings(HEADER, "A-1,A-2,2027-03-16,10:40,3")

    longer = import_meetings(f"{HEADER},Length", "A-1,A-2,2027-03-16,10:40,3,2")

    assert longer.updated == 1
    assert [(each.number, each.length) for each in floor.meetings()] == [("M-A1", 2)]


def test_a_person_or_a_table_twice_in_a_slot_is_told_with_the_other_meeting(
    import_meetings: ImportLines, floor: Floor
) -> None:
    floor.meets("Ada", "Ben", "10:40", "3")

    imported = import_meetings(
        HEADER,
        "A-1,A-3,2027-03-16,10:40,4",
        "A-3,A-4,2027-03-16,10:40,3",
        "A-3,A-4,2027-03-16,11:05,3",
        "A-3,A-2,2027-03-16,11:05,5",
    )

    assert imported.created == 1
    assert [(each.line, each.column, each.code, each.text) for each in imported.rejected] == [
        (2, "Time", "clash_of_people", "A-1 Ada Of: M-A1, Ben Of – Ada Of, 2027-03-16T10:40, 3"),
        (3, "Table", "clash_at_table", "M-A1, Ben Of – Ada Of, 2027-03-16T10:40, 3"),
        (
            5,
            "Time",
            "clash_of_people",
            "A-3 Cleo Of: line 4, Dov Of – Cleo Of, 2027-03-16T11:05, 3",
        ),
    ]


def test_a_long_meeting_clashes_in_each_of_its_slots(
    import_meetings: ImportLines, floor: Floor
) -> None:
    floor.meets("Ada", "Ben", "11:05", "3")

    imported = import_meetings(f"{HEADER},Length", "A-3,A-4,2027-03-16,10:15,3,3")

    assert codes(imported) == [(2, "clash_at_table")]


def test_a_row_that_can_not_be_moved_leaves_its_meeting_and_what_that_stands_for(
    import_meetings: ImportLines, floor: Floor
) -> None:
    floor.meets("Ada", "Ben", "10:40", "3")
    floor.meets("Cleo", "Dov", "10:40", "4")

    imported = import_meetings(
        HEADER,
        # This one may stand at table 3 only if the next one leaves it.
        "A-1,A-4,2027-03-16,11:05,5",
        "A-1,A-2,2027-03-16,11:05,3",
    )

    assert codes(imported) == [(3, "clash_of_people")]
    assert floor.meetings()[0].starts_at == at("10:40")


def test_slots_tables_and_times_that_are_not_open_turn_a_row_down(
    import_meetings: ImportLines, floor: Floor
) -> None:
    where = floor.hall()
    floor.does(
        TableClosed(uuid4(), table_of(where, "7"), "", at("10:00"), at("11:00")),
        TableOwnerSet(table_of(where, "8"), None, floor.who("Ben"), owns=True),
    )
    floor.is_elsewhere("Cleo", "10:40", "11:00")
    floor.who("Ute", days=["2027-03-17"])
    floor.who("Nuno", days=["2027-03-17"])
    Roster(floor.journal, "A").set_status(floor.who("Nuno"), Status.WAITING)

    imported = import_meetings(
        f"{HEADER},Length",
        "A-1,A-2,2027-03-16,10:40,7,",
        "A-1,A-2,2027-03-16,10:41,1,",
        "A-1,A-2,2027-03-16,,1,",
        "A-1,A-2,2027-03-16,10:40,,",
        "A-1,A-2,2027-03-16,12:20,1,2",
        "A-1,A-3,2027-03-16,10:40,1,",
        "A-1,A-5,2027-03-16,10:40,1,",
        "A-1,A-6,2027-03-17,10:40,1,",
        "A-1,A-4,2027-03-17,10:40,8,",
    )

    assert imported.created == 0
    assert [(each.line, each.code, each.text) for each in imported.rejected] == [
        (2, "table_closed", "7"),
        (3, "unknown_slot", "2027-03-16 10:41"),
        (4, "no_slot", ""),
        (5, "no_table", ""),
        (6, "runs_over", "2027-03-16T12:20, 2 slots"),
        (7, "not_free", "A-3 Cleo Of"),
        (8, "not_free", "A-5 Ute Of"),
        (9, "not_coming", "A-6 Nuno Of"),
        (10, "not_theirs", "8"),
    ]


def test_limits_hold_for_lists_too(import_meetings: ImportLines, floor: Floor) -> None:
    change_rules(floor.journal, {"most_meetings": 1})

    imported = import_meetings(HEADER, "A-1,A-2,2027-03-16,10:40,3", "A-1,A-3,2027-03-16,11:05,3")

    assert [(each.code, each.text) for each in imported.rejected] == [("too_many", "A-1 Ada Of")]


def test_the_same_meeting_twice_in_a_list_counts_once(
    import_meetings: ImportLines, floor: Floor
) -> None:
    imported = import_meetings(
        HEADER,
        "A-1,A-2,2027-03-16,10:40,3",
        "A-2,A-1,2027-03-16,10:40,3",
        "A-1,A-2,2027-03-16,10:40,4",
    )

    assert (imported.created, imported.unchanged) == (1, 1)
    assert [(each.code, each.text) for each in imported.rejected] == [("said_twice", "line 2")]


def test_a_cancelled_meeting_stays_so_and_takes_nobodys_place(
    import_meetings: ImportLines, floor: Floor
) -> None:
    meeting = floor.meets("Ada", "Ben", "10:40", "3")
    floor.does(d.MeetingCancelled(meeting))

    imported = import_meetings(HEADER, "A-1,A-2,2027-03-16,10:40,3", "A-1,A-3,2027-03-16,10:40,3")

    assert (imported.unchanged, imported.created, imported.rejected) == (1, 1, ())
    assert [each.state for each in floor.meetings()] == ["cancelled", "planned"]


def test_what_was_imported_stands_in_plans_as_it_is(
    import_meetings: ImportLines, floor: Floor
) -> None:
    import_meetings(HEADER, "A-1,A-2,2027-03-16,10:40,3", "A-3,A-4,2027-03-16,10:40,4")

    with floor.journal.reading() as session:
        basis = problem_of(session, Scope())

    assert len(basis.problem.locked) == 2
    refuse_contradictions(basis.problem)


def test_a_place_that_somebody_takes_meanwhile_is_told_and_the_rest_is_written(
    imports: ImportsOf, floor: Floor, tmp_path: Path
) -> None:
    ids = [f"A-{5 + number}" for number in range(140)]
    for number in range(140):
        floor.who(f"Person{number}")
    starts = [f"2027-03-{day},{clock}" for day in (16, 17) for clock in CLOCKS]
    places = [f"{start},{table}" for start in starts for table in range(1, 11)][:70]
    rows = [f"{ids[2 * at]},{ids[2 * at + 1]},{place}" for at, place in enumerate(places)]
    file = write_lines(tmp_path / "list.csv", HEADER, *rows)

    def somebody_sits_down(progress: Progress) -> None:
        if progress.done < progress.total and not floor.has_met("Late"):
            floor.meets("Late", "Comer", "10:15", "10", day=17)

    imported = imports(What.MEETINGS).run(file, ImportOrder(), somebody_sits_down)

    assert (imported.created, codes(imported)) == (69, [(71, "clash_at_table")])
    assert len(floor.meetings()) == 70
    assert len({each.number for each in floor.meetings()}) == 70


def test_a_workbook_with_real_dates_and_times_is_read_as_people_see_it(
    imports: ImportsOf, floor: Floor, tmp_path: Path
) -> None:
    file = tmp_path / "list.xlsx"
    workbook = xlsxwriter.Workbook(file, {"default_date_format": "dd.mm.yyyy hh:mm"})
    sheet = workbook.add_worksheet("Termine")
    sheet.write_row(0, 0, ["Gast Nr", "Gastgeber Nr", "Datum", "Uhrzeit", "Tisch", "Dauer"])
    sheet.write_row(1, 0, ["A-1", "A-2"])
    sheet.write_datetime(1, 2, datetime(2027, 3, 16), workbook.add_format({"num_format": "dd.mm."}))  # noqa: DTZ001 - a cell knows no zone
    sheet.write_datetime(1, 3, time(10, 40), workbook.add_format({"num_format": "hh:mm"}))
    sheet.write_row(1, 4, [3, 2])
    workbook.close()

    imported = imports(What.MEETINGS).run(file, ImportOrder())

    assert (imported.created, imported.sheet, imported.rejected) == (1, "Termine", ())
    (meeting,) = floor.meetings()
    assert (meeting.starts_at, meeting.table, meeting.length) == (at("10:40"), "3", 2)


def test_afternoons_and_days_that_are_none(import_meetings: ImportLines) -> None:
    imported = import_meetings(
        HEADER,
        "A-1,A-2,16.13.2027,10:40,3",
        "A-1,A-2,2027-03-16,1:75,3",
        "A-1,A-2,2027-03-16,9,3",
    )

    assert {each.code for each in imported.rejected} == {"unknown_slot"}
    assert imported.created == 0
