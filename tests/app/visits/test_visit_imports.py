"""Lists of visits, and of who signed up for them, come into the event, again and again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from app.delegates.importing.imports import ImportOrder
from app.journal.undo import undo
from app.meetings.importing.compared import ComparedImported
from app.visits.importing.imports import VisitImports, VisitList
from app.visits.importing.reading import NoSignUpsFound, NoVisitsFound
from app.visits.overview import Overview
from app.visits.signing_up import SigningUp
from app.visits.visits import Visits
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at
from tests.app.meetings.lists import codes, write_lines
from tests.building import EventBuilder

Importing = Callable[..., ComparedImported]

ENGLISH = "Visit,Sector,Meeting point,Day,Leaves,Back,Places"
DAIRY = "Dairy,food,North gate,2027-03-16,14:00,16:00,20"
SIGN_UPS = "E-mail,First choice,Second choice,Signed up"


@pytest.fixture
def imports(day: RunningDay, tmp_path: Path) -> Importing:
    def run(
        *lines: str,
        what: VisitList = VisitList.VISITS,
        rehearse: bool = False,
        cancel: bool = False,
        take: bool = False,
    ) -> ComparedImported:
        file = write_lines(tmp_path / "list.csv", *lines)
        importing = VisitImports(day.journal, what)
        return (importing.rehearse if rehearse else importing.run)(
            file, ImportOrder(cancel_missing=cancel, take_file=take)
        )

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


def test_what_the_desk_corrected_stays_until_the_file_says_something_new(
    day: RunningDay, imports: Importing
) -> None:
    imports(ENGLISH, DAIRY)
    Visits(day.journal).change("Dairy", {"meeting_point": "South gate", "places": 18})

    again = imports(ENGLISH, DAIRY)
    assert (again.updated, again.unchanged, again.unit) == (0, 1, None)
    assert offered(day) == {"Dairy": (18, "South gate", "16 14:00")}
    (kept,) = again.compared.kept
    assert [(each.name, each.was, each.now) for each in kept.fields] == [
        ("meeting_point", "South gate", "North gate"),
        ("places", 18, 20),
    ]

    anew = imports(ENGLISH, DAIRY.replace("North gate", "Main gate"))
    assert anew.updated == 1
    assert offered(day) == {"Dairy": (18, "Main gate", "16 14:00")}


def test_the_word_of_the_file_is_taken_when_so_ordered_and_undo_gives_it_back(
    day: RunningDay, imports: Importing
) -> None:
    imports(ENGLISH, DAIRY)
    Visits(day.journal).change("Dairy", {"title": "Dairy farm", "places": 18})

    told = imports(ENGLISH, DAIRY, take=True)
    assert told.updated == 1
    assert told.compared.kept == ()
    assert offered(day) == {"Dairy": (20, "North gate", "16 14:00")}
    undo(day.journal)
    assert offered(day) == {"Dairy farm": (18, "North gate", "16 14:00")}


def test_a_visit_that_the_desk_gave_another_title_does_not_come_twice(
    day: RunningDay, imports: Importing
) -> None:
    imports(ENGLISH, DAIRY)
    Visits(day.journal).change("Dairy", {"title": "Dairy farm"})
    told = imports(ENGLISH, DAIRY)
    assert (told.created, told.unchanged) == (0, 1)
    assert list(offered(day)) == ["Dairy farm"]
    twice = imports(ENGLISH, DAIRY, DAIRY.replace("Dairy", "Dairy farm").replace("20", "21"))
    assert codes(twice) == [(3, "visit_twice")]


def test_a_visit_that_was_cancelled_stays_so_and_one_whose_import_was_undone_comes_again(
    day: RunningDay, imports: Importing
) -> None:
    imports(ENGLISH, DAIRY)
    Visits(day.journal).cancel("Dairy")
    told = imports(ENGLISH, DAIRY)
    assert (told.created, told.unchanged) == (0, 1)
    assert [(each.line, each.code) for each in told.remarks] == [(2, "visit_stays_cancelled")]
    assert offered(day) == {}

    imports(ENGLISH, DAIRY.replace("Dairy", "Port"))
    undo(day.journal)
    assert imports(ENGLISH, DAIRY.replace("Dairy", "Port")).created == 1


def test_an_import_anew_tells_what_changes_whom_it_concerns_and_what_is_gone(
    day: RunningDay, imports: Importing, event: EventBuilder
) -> None:
    imports(ENGLISH, DAIRY, "Port,,,2027-03-16,14:00,16:00,5")
    ada, bo = event.delegate("Ada", "Of"), event.delegate("Bo", "Of")
    signing_up = SigningUp(day.journal)
    signing_up.give(ada, "Dairy")
    signing_up.give(bo, "Port")

    moved = DAIRY.replace("14:00,16:00", "15:00,17:00").replace("North", "South")
    told = imports(ENGLISH, moved, rehearse=True)

    (change,) = told.compared.changed
    assert {each.name: (each.was, each.now) for each in change.fields} == {
        "starts_at": (at("14:00"), at("15:00")),
        "ends_at": (at("16:00"), at("17:00")),
        "meeting_point": ("North gate", "South gate"),
    }
    assert change.leads_elsewhere
    assert [each.id for each in change.concerned] == [ada]
    (missing,) = told.compared.missing
    assert (missing.title, [each.id for each in missing.concerned]) == ("Port", [bo])
    assert (told.cancelled, list(offered(day))) == (0, ["Dairy", "Port"])

    assert imports(ENGLISH, moved, cancel=True).cancelled == 1
    assert list(offered(day)) == ["Dairy"]
    undo(day.journal)
    assert [each.who.id for each in Overview(day.journal).bus_list("Port").people] == [bo]


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
