"""Lists of visits, and of who signed up for them, come into the event, again and again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from app.delegates.importing.imports import ImportOrder
from app.journal.undo import undo
from app.meetings.importing.running import ListImported
from app.visits.importing.imports import VisitImports, VisitList
from app.visits.importing.reading import NoSignUpsFound, NoVisitsFound
from app.visits.overview import Overview
from app.visits.signing_up import SigningUp
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at
from tests.app.meetings.lists import codes, write_lines
from tests.building import EventBuilder

Importing = Callable[..., ListImported]

ENGLISH = "Visit,Sector,Meeting point,Day,Leaves,Back,Places"
DAIRY = "Dairy,food,North gate,2027-03-16,14:00,16:00,20"
SIGN_UPS = "E-mail,First choice,Second choice,Signed up"


@pytest.fixture
def imports(day: RunningDay, tmp_path: Path) -> Importing:
    def run(
        *lines: str, what: VisitList = VisitList.VISITS, rehearse: bool = False
    ) -> ListImported:
        file = write_lines(tmp_path / "list.csv", *lines)
        importing = VisitImports(day.journal, what)
        return (importing.rehearse if rehearse else importing.run)(file, ImportOrder())

    return run


def offered(day: RunningDay) -> dict[str, tuple[int, str, str]]:
    """Give titles with places, meeting points and when visits leave at the venue."""
    zone = at("10:00").tzinfo
    return {
        each.visit.title: (
            each.visit.places,
            each.visit.meeting_point,
            f"{each.visit.starts_at.astimezone(zone):%d %H:%M}",
        )
        for each in Overview(day.journal).seen()
    }


@pytest.mark.parametrize(
    "header",
    [
        ENGLISH,
        "Besuch,Branche,Treffpunkt,Tag,Abfahrt,Rückkehr,Plätze",
        "Visite,Secteur,Lieu de rendez-vous,Jour,Départ,Retour,Capacité",
    ],
)
def test_a_row_says_all_of_a_visit_in_three_languages(
    day: RunningDay, imports: Importing, header: str
) -> None:
    assert imports(header, DAIRY).created == 1
    assert offered(day) == {"Dairy": (20, "North gate", "16 14:00")}
    again = imports(header, DAIRY)
    assert (again.created, again.updated, again.unchanged, again.unit) == (0, 0, 1, None)


def test_a_list_that_says_otherwise_changes_visits_and_blanks_erase_nothing(
    day: RunningDay, imports: Importing
) -> None:
    imports(ENGLISH, DAIRY)
    told = imports(ENGLISH, "dairy,,,2027-03-16,14:30,16:00,")
    assert told.updated == 1
    assert offered(day) == {"Dairy": (20, "North gate", "16 14:30")}
    undo(day.journal)
    assert offered(day) == {"Dairy": (20, "North gate", "16 14:00")}


def test_rows_that_make_no_sense_are_named_and_the_rest_is_taken(
    day: RunningDay, imports: Importing
) -> None:
    told = imports(
        ENGLISH,
        DAIRY,
        "Port,,,2027-03-16,16:00,14:00,20",
        "Museum,,,2027-03-16,14:00,16:00,0",
        "Castle,,,2027-03-16,14:00,16:00,many",
        ",,,2027-03-16,14:00,16:00,5",
        "DAIRY,,,2027-03-16,15:00,16:00,5",
        "Mill,,,2027-03-16,soon,16:00,5",
    )
    assert codes(told) == [
        (3, "visit_ends_first"),
        (4, "no_places"),
        (5, "unknown_places"),
        (6, "no_visit_title"),
        (7, "visit_twice"),
        (8, "unknown_start"),
    ]
    assert list(offered(day)) == ["Dairy"]


def test_a_rehearsal_writes_nothing(day: RunningDay, imports: Importing) -> None:
    assert imports(ENGLISH, DAIRY, rehearse=True).created == 1
    assert offered(day) == {}


def test_sign_ups_come_with_choices_in_order_and_their_time(
    day: RunningDay, imports: Importing, event: EventBuilder
) -> None:
    imports(ENGLISH, DAIRY, "Port,,,2027-03-16,14:00,16:00,1")
    ada = event.delegate("Ada", "Of", email="ada@of.example")
    bo = event.delegate("Bo", "Of", email="bo@of.example")
    lines = (
        SIGN_UPS,
        "bo@of.example,Port,,2027-02-02 09:00",
        "ada@of.example,Port,Dairy,2027-02-01 09:00",
        "cy@of.example,Port,,",
        "bo@of.example,Museum,,",
    )
    told = imports(*lines, what=VisitList.SIGN_UPS)
    assert told.created == 2
    assert codes(told) == [(4, "unknown_delegate"), (5, "unknown_visit")]
    overview = Overview(day.journal)
    assert [each.title for each in overview.chosen(ada)] == ["Port", "Dairy"]
    waiting = overview.bus_list("Port").waiting
    assert [each.who.id for each in waiting] == [ada, bo]
    again = imports(*lines[:3], what=VisitList.SIGN_UPS)
    assert (again.unchanged, again.unit) == (2, None)


def test_sign_ups_without_a_time_come_in_the_order_of_the_file(
    day: RunningDay, imports: Importing, event: EventBuilder
) -> None:
    imports(ENGLISH, DAIRY)
    people = [event.delegate(name, "Of", email=f"{name}@of.example") for name in ("a", "b", "c")]
    rows = [f"{name}@of.example;Dairy" for name in ("c", "a", "b")]
    imports("Mail;1. Wahl", *rows, what=VisitList.SIGN_UPS)
    waiting = Overview(day.journal).bus_list("Dairy").waiting
    assert [each.who.id for each in waiting] == [people[2], people[0], people[1]]


def test_a_blank_row_of_a_list_takes_no_choice_back(
    day: RunningDay, imports: Importing, event: EventBuilder
) -> None:
    imports(ENGLISH, DAIRY)
    ada = event.delegate("Ada", "Of", email="ada@of.example")
    SigningUp(day.journal).choose(ada, ["Dairy"])
    told = imports("Courriel,Premier choix", "ada@of.example,", what=VisitList.SIGN_UPS)
    assert told.unchanged == 1
    assert [each.title for each in Overview(day.journal).chosen(ada)] == ["Dairy"]


def test_a_list_of_something_else_is_refused(imports: Importing) -> None:
    with pytest.raises(NoVisitsFound) as visits:
        imports("Colour,Weight", "red,3")
    assert visits.value.lacks == "title"
    with pytest.raises(NoSignUpsFound) as sign_ups:
        imports("E-mail,Weight", "ada@of.example,3", what=VisitList.SIGN_UPS)
    assert sign_ups.value.lacks == "choice"


def test_a_workbook_is_read_as_well(day: RunningDay, tmp_path: Path) -> None:
    file = tmp_path / "visits.xlsx"
    with Workbook(file) as book:
        sheet = book.add_worksheet()
        for row, line in enumerate((ENGLISH, DAIRY)):
            sheet.write_row(row, 0, line.split(","))
    VisitImports(day.journal, VisitList.VISITS).run(file, ImportOrder())
    assert offered(day) == {"Dairy": (20, "North gate", "16 14:00")}
