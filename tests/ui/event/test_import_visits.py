"""Lists of visits, and of who signed up for them, through the steps of an import."""

from __future__ import annotations

from pathlib import Path

from app.desks import OpenEvent
from app.visits.overview import Overview
from tests.building import EventBuilder
from tests.ui.event.robot import EventRobot
from ui.event.list_kind import Of
from ui.event.steps import Step

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
