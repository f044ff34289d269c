"""Lists of visits, and of who signed up for them, through the steps of an import."""

from __future__ import annotations

from pathlib import Path

from app.delegates.importing.imports import ImportOrder
from app.desks import OpenEvent
from app.visits.importing.imports import VisitImports, VisitList
from app.visits.overview import Overview
from app.visits.visits import Visits
from tests.building import EventBuilder
from tests.ui.event.robot import EventRobot
from ui.event.importing.list_kind import Of
from ui.event.importing.steps import Step

VISITS = (
    "Visit,Meeting point,Day,Leaves,Back,Places",
    "Dairy,North gate,2027-03-16,14:00,16:00,9",
    "Port,Quay 4,2027-03-16,14:00,16:00,0",
)
SIGN_UPS = ("E-mail,Choice 1,Choice 2", "ada@of.example,Dairy,", "bo@of.example,Museum,")


def written(folder: Path, *lines: str) -> Path:
    file = folder / "list.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_visits_then_sign_ups_come_in_and_say_what_is_wrong_where(
    office: EventRobot, open_event: OpenEvent, event: EventBuilder, tmp_path: Path
) -> None:
    event.delegate("Ada", "Of", email="ada@of.example")
    event.delegate("Bo", "Of", email="bo@of.example")
    office.of = Of.VISITS
    office.page.import_file(written(tmp_path, *VISITS), Of.VISITS)
    office.sees_step(Step.MATCH)
    office.presses("Check the rows")
    office.sees_outlook()
    assert office.problems() == [
        "Row 3, places: A visit needs at least one place. Write how many it has."
    ]
    office.presses("Import 1 row")
    office.reads(office.steps.result, "1 new visit, 0 updated, 0 unchanged.")

    office.of = Of.SIGN_UPS
    office.page.import_file(written(tmp_path, *SIGN_UPS), Of.SIGN_UPS)
    office.sees_step(Step.MATCH)
    office.presses("Check the rows")
    office.sees_outlook()
    assert office.problems() == [
        "Row 3, choice 1: No visit is called “Museum”. Write its title, or offer it first."
    ]
    office.presses("Import 1 row")
    office.reads(office.steps.result, "1 new sign-up, 0 updated, 0 unchanged.")

    bus = Overview(open_event.journal).bus_list("Dairy")
    assert [each.who.name for each in bus.waiting] == ["Ada Of"]


def test_a_list_of_sign_ups_that_is_dropped_offers_to_be_read_as_such(
    office: EventRobot, tmp_path: Path
) -> None:
    office.drops(written(tmp_path, *SIGN_UPS))
    office.sees_step(Step.MATCH)
    office.reads(office.steps.rows, "This looks like a list of sign-ups.")


def test_visits_that_come_anew_keep_what_was_corrected_until_the_words_of_the_file_are_ticked(
    office: EventRobot, open_event: OpenEvent, tmp_path: Path
) -> None:
    lines = (*VISITS[:2], VISITS[2].replace("16:00,0", "16:00,9"))
    office.of = Of.VISITS
    visits = VisitImports(open_event.journal, VisitList.VISITS)
    visits.run(written(tmp_path, *lines), ImportOrder())
    Visits(open_event.journal).change("Dairy", {"meeting_point": "South gate"})
    office.page.import_file(written(tmp_path, *lines[:2]), Of.VISITS)
    office.sees_step(Step.MATCH)
    compared = office.steps.compared
    office.waits(compared.isVisible)
    for words in (
        "Stays as corrected here",
        "Meeting point: South gate (the file says North gate)",
        "Not in the file",
        "Tue 16 March, 14:00, Quay 4",
    ):
        office.reads(compared, words)
    assert compared.cancel.text() == "Cancel this visit"

    compared.take.click()
    office.reads(compared, "Meeting point: South gate → North gate")
    assert compared.take.isVisible()
    compared.cancel.click()
    office.presses("Check the rows")
    office.presses("Import 1 row")
    office.reads(office.steps.result, "1 visit was cancelled, for the file does not have them.")
    (left,) = Visits(open_event.journal).all()
    assert (left.title, left.meeting_point) == ("Dairy", "North gate")
