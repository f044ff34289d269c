"""Requests and meetings are imported in the same steps as delegates."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desks import OpenEvent
from app.journal.undo import undo
from tests.app.delegates.lists import log_length
from tests.app.meetings.asking import Floor
from tests.app.meetings.lists import write_lines
from tests.building import EventBuilder
from tests.ui.event.robot import EventRobot
from ui.common.buttons import Rank
from ui.common.person_field import PersonField
from ui.event.importing.list_kind import Of
from ui.event.importing.preview_model import CellRole
from ui.event.importing.steps import Step

HEADER = "Guest,Host,Priority,Both sides,Fixed slot"
ROWS = (
    "A-1,ben@x.org,1,x,2027-03-16 10:40",
    "A-2,A-1,2,,2027-03-16 10:40",
    "A-3,Zoe Nobody,1,x,",
    "A-1,A-3,3,,2027-03-16 10:40",
)


@pytest.fixture
def floor(open_event: OpenEvent, event: EventBuilder) -> Floor:
    """Ada A-1, Ben A-2, Cleo A-3, Dov A-4."""
    floor = Floor(open_event, event)
    for name in ("Ada", "Ben", "Cleo", "Dov"):
        floor.who(name, email=f"{name.lower()}@x.org")
    return floor


@pytest.fixture
def requester(office: EventRobot, floor: Floor) -> EventRobot:
    """Imports requests."""
    del floor
    office.of = Of.REQUESTS
    return office


@pytest.fixture
def arranger(office: EventRobot, floor: Floor) -> EventRobot:
    """Imports meetings."""
    del floor
    office.of = Of.MEETINGS
    return office


def written(folder: Path, *rows: str, header: str = HEADER, name: str = "requests.csv") -> Path:
    return write_lines(folder / name, header, *rows)


def test_requests_are_imported_from_end_to_end(
    requester: EventRobot, floor: Floor, tmp_path: Path
) -> None:
    requester.presses("Import requests…")
    requester.page.steps_of(Of.REQUESTS).choose.chosen.emit(written(tmp_path, *ROWS))
    requester.sees_step(Step.MATCH)
    requester.sees_outlook()
    before = floor.requests()
    requester.presses("Check the rows")
    requester.presses("Import 3 rows")
    requester.reads(requester.steps.result, "3 new requests, 0 updated, 0 unchanged.")

    assert before == ()
    assert len(floor.requests()) == 2
    requester.reads(requester.steps.result, "1 meeting is wanted by both sides.")
    requester.reads(requester.steps.result, "1 row was rejected.")
    requester.is_told("Imported requests.csv: 3 new requests")
    undo(floor.journal)
    assert floor.requests() == ()


def test_what_will_happen_is_told_line_by_line_before_it_does(
    requester: EventRobot, floor: Floor, tmp_path: Path
) -> None:
    deeds = log_length(floor.journal)

    requester.opens(written(tmp_path, *ROWS))

    assert requester.counts() == ["3", "1", "0", "0", "1"]
    unknown, fixed = requester.problems()
    assert unknown == (
        "Row 4, host: Nobody is registered as “Zoe Nobody”. Say who is meant, or register them."
    )
    assert fixed == (
        "Rows 2 and 5, fixed slot: Fixed to two requests at once. A-1 Ada Of: row 2, Ada Of – Ben "
        "Of, Tue 16 March, 10:40."
    )
    assert log_length(floor.journal) == deeds


def test_who_is_meant_is_said_by_name_and_the_row_is_taken(
    requester: EventRobot, floor: Floor, tmp_path: Path
) -> None:
    requester.opens(written(tmp_path, *ROWS))
    requester.presses("Say who")
    requester.names("dov", "Dov Of · A-4")
    requester.waits(lambda: requester.counts() == ["4", "2", "0", "0", "0"])
    requester.presses("Check the rows")
    requester.presses("Import 4 rows")
    requester.reads(requester.steps.result, "4 new requests")

    asked = {(each.guests[0].name, each.hosts[0].name) for each in floor.requests()}
    assert ("Cleo Of", "Dov Of") in asked


def test_both_rows_of_a_contradiction_are_shown_and_all_again(
    requester: EventRobot, tmp_path: Path
) -> None:
    requester.opens(written(tmp_path, *ROWS))
    table = requester.steps.rows.table.rows
    requester.presses("Show both rows")
    shown = [table.line_at(at) for at in range(table.rowCount())]
    marks = [table.index(at, 4).data(CellRole.MARK) for at in range(table.rowCount())]

    assert shown == [2, 5]
    assert [mark and mark.tone for mark in marks] == [None, "warn"]
    requester.presses("Show all rows")
    assert table.rowCount() == 4
    assert not requester.may_press("Show all rows")


def test_without_both_sides_there_is_no_way_on(requester: EventRobot, tmp_path: Path) -> None:
    requester.page.import_file(written(tmp_path, "A-1,A-2", header="Guest,Whom"), Of.REQUESTS)
    requester.sees_step(Step.MATCH)
    requester.reads(requester.outlook, "No column says who is asked yet.")

    assert not requester.may_press("Check the rows")
    requester.opens_column(1)
    assert requester.offers()[:2] == ["Who asks, badge number", "Who is asked, badge number"]
    requester.takes("Who is asked, badge number")
    requester.sees_outlook()
    assert requester.counts()[0] == "1"


def test_a_column_of_yes_and_no_says_what_it_means(requester: EventRobot, tmp_path: Path) -> None:
    requester.opens(
        written(tmp_path, "A-1,A-2,x", "A-2,A-3,", "A-3,A-1,x", header="Guest,Host,Spalte 9")
    )
    requester.opens_column(2)
    first = requester.steps.popover.options[0]

    assert (first.text(), first.accessibleDescription()) == (
        "Both want it",
        "“x” means yes: 2 rows",
    )
    assert [each.current for each in requester.steps.popover.options].index(True) == 0
    requester.strikes(Qt.Key.Key_Return)
    assert requester.columns()[2] == "Both want it"


def test_meetings_that_clash_name_the_other_and_stay_out(
    arranger: EventRobot, floor: Floor, tmp_path: Path
) -> None:
    floor.meets("Ada", "Ben", "10:40", "4")
    file = written(
        tmp_path,
        "A-1,A-3,2027-03-16 10:40,1",
        "A-3,A-4,2027-03-16 10:40,2",
        header="Guest,Host,Slot,Table",
        name="meetings.csv",
    )

    arranger.opens(file)
    told = (
        "In another meeting then. A-1 Ada Of: M-A1, Ben Of – Ada Of, Tue 16 March, 10:40, table 4."
    )

    assert arranger.counts() == ["1", "0", "0", "1"]
    assert arranger.problems() == [f"Row 2, clash: {told}"]
    arranger.presses("Check the rows")
    arranger.presses("Import 1 row")
    arranger.reads(arranger.steps.result, "1 new meeting, 0 updated, 0 unchanged.")
    assert len(floor.meetings()) == 2


def test_a_clash_is_mended_by_another_slot(arranger: EventRobot, tmp_path: Path) -> None:
    file = written(
        tmp_path,
        "A-1,A-2,2027-03-16 10:40,1",
        "A-1,A-3,2027-03-16 10:40,2",
        header="Guest,Host,Slot,Table",
    )
    arranger.opens(file)
    arranger.presses("Type it")
    arranger.types("2027-03-16 11:05")
    arranger.strikes(Qt.Key.Key_Return)

    arranger.waits(lambda: arranger.counts() == ["2", "0", "0", "0"])


def test_a_list_of_requests_that_is_dropped_offers_to_be_read_as_such(
    office: EventRobot, floor: Floor, tmp_path: Path
) -> None:
    del floor
    office.drops(written(tmp_path, *ROWS))
    office.sees_step(Step.MATCH)
    office.reads(office.steps.rows, "This looks like a list of requests.")
    office.presses("Import requests")
    office.of = Of.REQUESTS
    office.sees_step(Step.MATCH)
    office.sees_outlook()

    assert office.steps.isVisible()
    assert office.counts()[0] == "3"
    assert not office.may_press("Import requests")


def test_a_list_of_delegates_among_requests_offers_to_be_read_as_such(
    requester: EventRobot, tmp_path: Path
) -> None:
    file = written(tmp_path, "Ada,Byron,ada@y.org", header="First name,Last name,E-mail")
    requester.page.import_file(file, Of.REQUESTS)
    requester.sees_step(Step.MATCH)
    requester.presses("Import delegates")
    requester.of = Of.DELEGATES
    requester.sees_step(Step.MATCH)
    requester.sees_outlook()

    assert requester.counts()[0] == "1"


def test_an_import_of_requests_that_is_stopped_leaves_nothing(
    requester: EventRobot, floor: Floor, event: EventBuilder, tmp_path: Path, qtbot: QtBot
) -> None:
    del qtbot
    count = 70
    event.delegates(*((f"P{n}", "Q") for n in range(count)))
    rows = [f"P{n} Q,P{m} Q,1,," for n in range(count) for m in range(n)]
    requester.opens(written(tmp_path, *rows))
    requester.presses("Check the rows")
    requester.presses(f"Import {len(rows):,} rows")
    requester.waits(lambda: requester.steps.result.strip.busy)
    requester.presses("Stop")

    requester.reads(requester.steps.result, "The import was stopped")
    assert floor.requests() == ()
    requester.presses("Back")
    requester.sees_step(Step.CHECK)


def test_the_same_list_again_says_that_nothing_is_new(
    requester: EventRobot, tmp_path: Path
) -> None:
    file = written(tmp_path, ROWS[0])
    for words in ("1 new request,", "0 new requests, 0 updated, 1 unchanged."):
        requester.opens(file)
        requester.presses("Check the rows")
        requester.presses("Import 1 row")
        requester.reads(requester.steps.result, words)
        if requester.may_press("Undo import"):
            requester.presses("Import another")

    assert not requester.may_press("Undo import")
    assert not requester.news[-1].undoable


def test_one_button_of_the_card_is_filled(office: EventRobot, floor: Floor) -> None:
    floor.asks("Ada", "Ben")
    office.page.show_overview()
    card = office.page.overview.meetings

    ranks = [each.rank for each in (card.plan, card.bring, card.bring_meetings)]
    assert ranks.count(Rank.MAIN) == 1


def test_who_is_offered_is_taken_by_keyboard(requester: EventRobot, tmp_path: Path) -> None:
    requester.opens(written(tmp_path, "A-1,Nobody", header="Guest,Host"))
    requester.presses("Say who")
    requester.types("of")
    field = QApplication.focusWidget()
    assert isinstance(field, PersonField)
    requester.waits(lambda: len(field.offered) == 4)
    second = field.offered[1].badge_number
    requester.strikes(Qt.Key.Key_Down)
    requester.strikes(Qt.Key.Key_Return)

    draft = requester.steps.draft
    assert draft is not None
    assert list(draft.corrections.values()) == [second]
