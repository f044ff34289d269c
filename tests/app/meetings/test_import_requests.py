from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest

from app.delegates.importing.imports import ImportOrder, RowsRejected
from app.delegates.orders import PersonOrder
from app.delegates.reading.refusals import (
    FieldMappedTwice,
    FileRefused,
    UnknownColumn,
    UnknownField,
    UnknownPreset,
)
from app.delegates.reading.registrations import ReadingOrder
from app.delegates.roster import Roster
from app.journal.undo import redo, undo
from app.journal.verify import verify
from app.meetings import deeds as d
from app.meetings.importing.imports import What
from app.meetings.orders import RequestOrder
from app.meetings.reading.entries import NoSidesFound
from app.meetings.requests import Requests
from tests.app.delegates.lists import everything, log_length
from tests.app.meetings.asking import Floor, at
from tests.app.meetings.lists import ImportLines, ImportsOf, codes, write_lines


@pytest.fixture(autouse=True)
def people(floor: Floor) -> None:
    """Ada A-1, Ben A-2, Cleo A-3."""
    for name in ("Ada", "Ben", "Cleo"):
        floor.who(name, email=f"{name.lower()}@example.org", organisation=f"{name}’s Hub")


def test_people_are_found_by_number_e_mail_and_name(
    import_requests: ImportLines, floor: Floor
) -> None:
    imported = import_requests(
        "Guest;Host",
        "A-1;ben@example.org",
        "Of, Ada;Cleo Of (Cleo’s Hub)",
        "a-2;<CLEO@example.org>",
    )

    assert (imported.rows, imported.created, imported.rejected) == (3, 3, ())
    sides = [(each.guests[0].name, each.hosts[0].name) for each in floor.requests()]
    assert sides == [("Ada Of", "Ben Of"), ("Ada Of", "Cleo Of"), ("Ben Of", "Cleo Of")]


def test_all_that_a_row_can_say_is_taken_over(import_requests: ImportLines, floor: Floor) -> None:
    floor.does(d.ResourceAdded(uuid4(), "Interpreter FR", 2, ()))
    first = floor.asks("Cleo", "Ben")
    import_requests(
        "Requester e-mail,Requestee e-mail,Mutual,Priority,Kind,Fixed slot,Table,Forbidden slots,"
        "Duration in slots,Interpreter,After,Message",
        "ada@example.org,ben@example.org,yes,high,B2C,2027-03-16 10:40,Table 3,"
        "2027-03-16T10:15; 17.03.2027 12:20,2,interpreter fr,R-A1,About wind",
    )

    asked = floor.requests()[1]
    assert (asked.mutual, asked.priority, asked.kind, asked.length) == (True, 1, "b2c", 2)
    assert (asked.slot, asked.table) == (at("10:40"), "3")
    assert asked.forbidden == (at("10:15"), at("12:20", 17))
    assert (asked.needs, asked.after) == (("Interpreter FR",), (first.number,))
    assert asked.note == "About wind"


@pytest.mark.parametrize(
    "lines",
    [
        ("Gast E-Mail;Gastgeber E-Mail;Priorität", "ada@example.org;ben@example.org;1"),
        ("Email de l’invité;Email de l’hôte;Priorité", "ada@example.org;ben@example.org;haute"),
        ("Correo del invitado;Correo del anfitrión;Prioridad", "ada@example.org;ben@example.org;1"),
        ("Participant 1;Participant 2;Rank", "A-1;A-2;1"),
        ("From;To;Prio", "A-1;A-2;a"),
    ],
)
def test_headers_are_understood_in_several_languages(
    import_requests: ImportLines, floor: Floor, lines: tuple[str, str]
) -> None:
    import_requests(*lines)

    (asked,) = floor.requests()
    assert [each.name for each in (*asked.guests, *asked.hosts)] == ["Ada Of", "Ben Of"]
    assert asked.priority == 1


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Guest,Host", "A-1,A-2; A-3"),
        ("Guest,Host e-mail", "A-1,ben@example.org; cleo@example.org"),
        ("Guest,Host,Host 2", "A-1,A-2,A-3"),
        ("Guest,Host name,Host company,Host 2 name", "A-1,Ben Of,Ben’s Hub,Cleo Of"),
        ("Guest,Host first name,Host last name,Host 2", "A-1,Ben,Of,A-3"),
    ],
)
def test_several_people_on_a_side(
    import_requests: ImportLines, floor: Floor, header: str, row: str
) -> None:
    imported = import_requests(header, row)

    assert imported.rejected == ()
    (asked,) = floor.requests()
    assert {each.name for each in asked.hosts} == {"Ben Of", "Cleo Of"}


def test_who_asks_back_in_the_same_list_or_a_later_one_makes_it_mutual(
    import_requests: ImportLines, floor: Floor
) -> None:
    first = import_requests("Guest,Host", "A-1,A-2", "A-2,A-1", "A-1,A-3")
    second = import_requests("Guest,Host", "A-3,A-1")

    assert (first.created, second.created) == (3, 1)
    assert [each.mutual for each in floor.requests()] == [True, True]
    undo(floor.journal)
    assert [each.mutual for each in floor.requests()] == [True, False]


def test_the_same_list_twice_changes_nothing(import_requests: ImportLines, floor: Floor) -> None:
    lines = (
        "Guest,Host,Mutual,Priority,Note,Slot",
        "A-1,A-2,yes,1,About wind,2027-03-16 10:40",
        "A-2,A-1,,3,,",
        "A-2,A-3,no,,,",
    )
    import_requests(*lines)
    before, deeds = everything(floor.journal), log_length(floor.journal)

    again = import_requests(*lines)

    assert (again.unchanged, again.created, again.updated, again.unit) == (3, 0, 0, None)
    assert (everything(floor.journal), log_length(floor.journal)) == (before, deeds)


def test_what_a_list_says_anew_counts_and_a_blank_says_nothing(
    import_requests: ImportLines, floor: Floor
) -> None:
    import_requests("Guest,Host,Priority,Note,Table", "A-1,A-2,3,Wind,4")

    changed = import_requests("Guest,Host,Priority,Note,Table", "A-1,A-2,1,Sun,")

    (asked,) = floor.requests()
    assert (changed.updated, asked.priority, asked.note, asked.table) == (1, 1, "Sun", "4")
    undo(floor.journal)
    assert floor.requests()[0].priority == 3
    redo(floor.journal)
    assert floor.requests()[0].note == "Sun"
    assert verify(floor.journal).ok


def test_what_a_desk_corrected_stands_and_is_told(
    import_requests: ImportLines, floor: Floor
) -> None:
    import_requests("Guest,Host,Priority,Note", "A-1,A-2,3,Wind")
    (asked,) = floor.requests()
    Requests(floor.journal, "A").change(asked.id, RequestOrder(priority=2, note="Sun", table="5"))

    same = import_requests("Guest,Host,Priority,Note", "A-1,A-2,3,Wind")
    other = import_requests("Guest,Host,Priority,Note,Table", "A-1,A-2,1,Rain,6")

    assert (same.unchanged, same.doubtful) == (1, ())
    assert {(each.subject, each.why) for each in other.doubtful} == {
        ("R-A1", "priority"),
        ("R-A1", "note"),
        ("R-A1", "table_id"),
    }
    (asked,) = floor.requests()
    assert (asked.priority, asked.note, asked.table) == (2, "Sun", "5")


def test_a_withdrawn_request_stays_so_though_the_list_still_has_it(
    import_requests: ImportLines, floor: Floor
) -> None:
    import_requests("Guest,Host", "A-1,A-2")
    Requests(floor.journal, "A").withdraw(floor.requests()[0].id)

    again = import_requests("Guest,Host", "A-1,A-2")

    assert (again.unchanged, [each.state for each in floor.requests()]) == (1, ["withdrawn"])


def test_rows_that_name_nobody_or_several_are_told_with_who_they_may_be(
    import_requests: ImportLines, floor: Floor
) -> None:
    floor._event.delegate("Ada", "Of", badge=False, organisation="Other Hub", email="x@example.org")

    imported = import_requests(
        "Guest,Host,Host company",
        "Nobody Known,A-2,",
        "Ada Of,A-2,",
        "A-1,,",
        ",A-1,",
        "A-1,A-1,",
        "A-1,nobody@example.org,",
        "A-2,Ada Of,Other Hub",
        "A-3,,Ben’s Hub",
    )

    assert codes(imported) == [
        (2, "unknown_delegate"),
        (3, "several_delegates"),
        (4, "no_host"),
        (5, "no_guest"),
        (6, "with_themselves"),
        (7, "unknown_delegate"),
    ]
    several = imported.rejected[1]
    assert several.column == "Guest"
    assert several.text == "Ada Of: A-1 Ada Of (Ada’s Hub); A-4 Ada Of (Other Hub)"
    assert imported.created == 2


def test_somebody_of_another_e_mail_is_somebody_else(
    import_requests: ImportLines, floor: Floor
) -> None:
    floor.who("Dov")
    imported = import_requests(
        "Guest name,Guest e-mail,Guest company,Host",
        "Ada Of,other@example.org,,A-2",
        "Ada Of,other@example.org,Ada’s Hub,A-3",
        "Dov Of,dov@example.org,,A-3",
    )

    assert codes(imported) == [(2, "unknown_delegate")]
    assert imported.created == 2


def test_number_and_e_mail_of_two_people_name_both(import_requests: ImportLines) -> None:
    imported = import_requests("Guest number,Guest e-mail,Host", "A-1,ben@example.org,A-3")

    assert codes(imported) == [(2, "several_delegates")]


def test_merged_entries_and_those_whose_place_was_taken_lead_on(
    import_requests: ImportLines, floor: Floor
) -> None:
    roster = Roster(floor.journal, "A")
    roster.merge(floor.who("Ada"), floor.who("Cleo"))
    roster.substitute(floor.who("Ben"), PersonOrder(given_name="Nuno"))

    import_requests("Guest,Host", "cleo@example.org,ben@example.org")

    (asked,) = floor.requests()
    assert [each.name for each in (*asked.guests, *asked.hosts)] == ["Ada Of", "Nuno"]


def test_cells_that_would_change_the_sense_turn_the_row_down_others_are_left_out(
    import_requests: ImportLines, floor: Floor
) -> None:
    imported = import_requests(
        "Guest,Host,Slot,Table,Forbidden,Length,Needs,After,Priority,Mutual,Kind",
        "A-1,A-2,10:40,,,,,,,,",
        "A-1,A-2,2027-03-16 10:41,,,,,,,,",
        "A-1,A-2,,77,,,,,,,",
        "A-1,A-2,,,2027-03-18 10:15,,,,,,",
        "A-1,A-2,,,,20,,,,,",
        "A-1,A-2,,,,,Piano,,,,",
        "A-1,A-2,,,,,,R-A7,,,",
        "A-1,A-2,,,,,,,urgent,perhaps,x2x",
    )

    assert codes(imported) == [
        (2, "unknown_slot"),
        (3, "unknown_slot"),
        (4, "unknown_table"),
        (5, "unknown_forbidden"),
        (6, "unknown_length"),
        (7, "unknown_needs"),
        (8, "unknown_after"),
    ]
    assert {each.code for each in imported.remarks} == {
        "unreadable_priority",
        "unreadable_mutual",
        "unreadable_kind",
    }
    assert imported.rejected[2].column == "Table"
    assert len(floor.requests()) == 1


@pytest.mark.parametrize(
    ("header", "cells", "start"),
    [
        ("Slot", "2027-03-17T10:40", at("10:40", 17)),
        ("Slot", "17.3.2027 2", at("10:40", 17)),
        ("Date,Start time", "16/03/2027,10.40", at("10:40")),
        ("Date,Time", "2027-03-16,12:20 PM – 12:40 PM", at("12:20")),
        ("Tag,Slot", "2027-03-16,Slot 3", at("11:05")),
    ],
)
def test_slots_are_read_as_people_write_them(
    import_requests: ImportLines, floor: Floor, header: str, cells: str, start: object
) -> None:
    imported = import_requests(f"Guest,Host,{header}", f"A-1,A-2,{cells}")

    assert imported.rejected == ()
    assert floor.requests()[0].slot == start


def test_the_same_request_twice_in_a_list_counts_once(
    import_requests: ImportLines, floor: Floor
) -> None:
    imported = import_requests("Guest,Host,Priority", "A-1,A-2,1", "A-1,A-2,1", "A-1,A-2,2")

    assert (imported.created, imported.unchanged) == (1, 1)
    assert [(each.code, each.text) for each in imported.rejected] == [("said_twice", "line 2")]


def test_a_rehearsal_tells_the_same_and_changes_nothing(
    imports: ImportsOf, floor: Floor, tmp_path: Path
) -> None:
    file = write_lines(tmp_path / "list.csv", "Guest,Host,Priority", "A-1,A-2,1", "A-1,Nobody,")
    deeds = log_length(floor.journal)

    rehearsed = imports(What.REQUESTS).rehearse(file, ImportOrder())
    left = log_length(floor.journal)
    done = imports(What.REQUESTS).run(file, ImportOrder())

    assert (rehearsed.created, rehearsed.rejected) == (done.created, done.rejected)
    assert (rehearsed.unit, left) == (None, deeds)
    assert done.unit is not None


def test_whole_or_nothing_is_nothing_if_a_row_can_not_be_taken(
    imports: ImportsOf, floor: Floor, tmp_path: Path
) -> None:
    file = write_lines(tmp_path / "list.csv", "Guest,Host", "A-1,A-2", "A-1,Nobody")

    with pytest.raises(RowsRejected) as refused:
        imports(What.REQUESTS).run(file, ImportOrder(whole_or_nothing=True))

    assert [each.line for each in refused.value.rejected] == [3]
    assert floor.requests() == ()


@pytest.mark.parametrize(
    ("how", "refused"),
    [
        (ReadingOrder(preset="pretix"), UnknownPreset),
        (ReadingOrder(mapping={"A": "nonsense"}), UnknownField),
        (ReadingOrder(mapping={"Z": "host"}), UnknownColumn),
        (ReadingOrder(mapping={"A": "table", "B": "table"}), FieldMappedTwice),
        (ReadingOrder(), NoSidesFound),
    ],
)
def test_orders_that_do_not_fit_the_file_are_refused(
    imports: ImportsOf, tmp_path: Path, how: ReadingOrder, refused: type[Exception]
) -> None:
    file = write_lines(tmp_path / "list.csv", "A,B,C", "A-1,A-2,3")

    with pytest.raises(refused):
        imports(What.REQUESTS).rehearse(file, ImportOrder(how))


def test_columns_may_be_named_and_cells_corrected(
    imports: ImportsOf, floor: Floor, tmp_path: Path
) -> None:
    file = write_lines(tmp_path / "list.csv", "A,B,C", "A-1,A-9,3", "A-1,A-3,3,too many")
    how = ReadingOrder(
        mapping={"A": "guest", "B": "host", "C": "priority"}, corrections={(2, "B"): "A-2"}
    )

    imported = imports(What.REQUESTS).run(file, ImportOrder(how))

    assert (imported.created, codes(imported)) == (1, [(3, "too_many_cells")])
    assert floor.requests()[0].priority == 3


def test_a_list_without_rows_is_refused(imports: ImportsOf, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "list.csv", "Guest,Host")

    with pytest.raises(FileRefused):
        imports(What.REQUESTS).run(file, ImportOrder())
