"""Programmes of a table or a schedule in XML come into the event, again and again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from app.delegates.importing.imports import ImportOrder
from app.delegates.reading.limits import Reason
from app.delegates.reading.refusals import FileRefused
from app.delegates.reading.registrations import ReadingOrder
from app.journal.undo import undo
from app.meetings.importing.compared import ComparedImported
from app.programme.importing.imports import ProgrammeImports
from app.programme.orders import Place
from app.programme.reading.entries import (
    NoScheduleFound,
    NoSessionsFound,
    read_programme_preview,
)
from app.programme.views import programme_of
from tests.app.meetings.asking import at
from tests.app.meetings.lists import codes, write_lines
from tests.app.programme.holding import Holding

Importing = Callable[..., ComparedImported]

ENGLISH = "ID,Title,Type,Room,Track,Day,Start,End,Speakers,Moderator,Places,Booking,For everybody"
TALK = "7,Green talk,talk,Blue,Clean,2027-03-16,14:00,14:45,Ada Of; Jo Guest,Bo Of,20,yes,no"


@pytest.fixture
def imports(holding: Holding, tmp_path: Path) -> Importing:
    """Imports lines of a table, the header first, or a text as XML."""

    def run(
        *lines: str, name: str = "programme.csv", rehearse: bool = False, cancel: bool = False
    ) -> ComparedImported:
        file = write_lines(tmp_path / name, *lines)
        importing = ProgrammeImports(holding.journal, "A")
        order = ImportOrder(cancel_missing=cancel)
        return (importing.rehearse if rehearse else importing.run)(file, order)

    return run


def starts(holding: Holding) -> dict[str, str]:
    """Give titles of the programme with the times of their sessions at the venue."""
    told: dict[str, str] = {}
    for each in programme_of(holding.journal).sessions:
        times = (end.astimezone(at("10:00").tzinfo) for end in (each.starts_at, each.ends_at))
        told[each.title] = "-".join(f"{end:%d %H:%M}" for end in times)
    return told


def test_a_row_says_all_of_a_session(holding: Holding, imports: Importing) -> None:
    ada, bo = holding.floor.who("Ada"), holding.floor.who("Bo")

    imported = imports(ENGLISH, TALK)

    assert (imported.rows, imported.created, imported.rejected) == (1, 1, ())
    told = holding.session("Green talk")
    assert (told.kind, told.room, told.track, told.places) == ("talk", "Blue", "Clean", 20)
    assert (told.booking, told.everybody, told.starts_at) == (True, False, at("14:00"))
    assert [(each.name, each.id) for each in told.speakers] == [("Ada Of", ada), ("Jo Guest", None)]
    assert [each.id for each in told.moderators] == [bo]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Titel;Art;Raum;Datum;Beginn;Ende", "Pause;Kaffeepause;Foyer;16.03.2027;10:30;11:00"),
        ("Titre;Genre;Salle;Jour;Début;Fin", "Pause;Déjeuner;Foyer;16/03/2027;10h30;11h00"),
        ("Session;Type;Room;Date;Time", "Pause;coffee break;Foyer;2027-03-16;10:30 – 11:00"),
        ("Programmpunkt;Raum;Tag;Uhrzeit;Dauer", "Pause;Foyer;Tag 1;10.30 Uhr;30 Minuten"),
        ("Title;Room;Day;From;Until", "Pause;Foyer;2027-03-16;10:30 am;11 am"),
        ("Title;Room;Start;End", "Pause;Foyer;2027-03-16 10:30:00;2027-03-16 11:00:00"),
        ("Title;Room;Start;Duration", "Pause;Foyer;2027-03-16T10:30:00+02:00;0:30"),
    ],
)
def test_headers_and_times_of_three_languages_are_read(
    holding: Holding, imports: Importing, header: str, row: str
) -> None:
    imported = imports(header, row)

    assert imported.rejected == ()
    told = holding.session("Pause")
    assert (told.starts_at, told.ends_at, told.room) == (at("10:30"), at("11:00"), "Foyer")


def test_a_workbook_with_days_and_times_of_its_own_is_read(
    holding: Holding, tmp_path: Path
) -> None:
    file = tmp_path / "programme.xlsx"
    with Workbook(file) as book:
        sheet = book.add_worksheet("Programme")
        day, clock = (book.add_format({"num_format": form}) for form in ("dd.mm.yyyy", "hh:mm"))
        sheet.write_row(0, 0, ["Title", "Date", "Start", "End", "Seats"])
        sheet.write_string(1, 0, "Talk")
        sheet.write_datetime(1, 1, date(2027, 3, 16), day)
        sheet.write_datetime(1, 2, time(14, 0), clock)
        sheet.write_datetime(1, 3, time(14, 45), clock)
        sheet.write_number(1, 4, 30)

    imported = ProgrammeImports(holding.journal, "A").run(file, ImportOrder())

    told = holding.session("Talk")
    assert (imported.rejected, imported.sheet) == ((), "Programme")
    assert (told.starts_at, told.ends_at, told.places) == (at("14:00"), at("14:45"), 30)


def test_an_evening_lasts_past_midnight_but_nothing_else_ends_before_it_starts(
    holding: Holding, imports: Importing
) -> None:
    imported = imports(
        "Title,Day,Start,End",
        "Dinner,2027-03-16,20:00,01:30",
        "Talk,2027-03-16,14:00,13:00",
        "Closing,2027-03-17,23:00,24:00",
    )

    assert codes(imported) == [(3, "ends_before_it_starts")]
    assert starts(holding) == {"Dinner": "16 20:00-17 01:30", "Closing": "17 23:00-18 00:00"}


def test_rows_that_can_not_be_taken_say_where_and_why(imports: Importing) -> None:
    imported = imports(
        "Title,Day,Start,End,Duration",
        ",2027-03-16,14:00,15:00,",
        "A,2027-03-16,,15:00,",
        "B,,14:00,15:00,",
        "C,someday,14:00,15:00,",
        "D,2027-03-16,25:00,26:00,",
        "E,2027-03-16,14:00,,",
        "F,2027-03-16,14:00,,a while",
        "G,2027-03-19,14:00,15:00,",
        "H,2027-03-16,14:00,15:00,",
        "H,2027-03-16,14:00,15:30,",
    )

    assert codes(imported) == [
        (2, "no_title"),
        (3, "no_start"),
        (4, "no_day"),
        (5, "unknown_day"),
        (6, "unknown_start"),
        (7, "no_end"),
        (8, "unknown_duration"),
        (9, "other_day"),
        (11, "session_twice"),
    ]


def test_what_counts_as_not_said_is_noted(holding: Holding, imports: Importing) -> None:
    imported = imports(
        "Title,Type,Day,Start,End,Places,Booking",
        "Talk,dance,2027-03-16,14:00,15:00,many,perhaps",
    )

    noted = [(each.column, each.code) for each in imported.remarks]
    assert noted == [
        ("Type", "unreadable_kind"),
        ("Places", "unreadable_places"),
        ("Booking", "unreadable_booking"),
    ]
    assert holding.session("Talk").kind == "other"


def test_a_second_import_changes_nothing_and_one_undo_takes_the_first_back(
    holding: Holding, imports: Importing
) -> None:
    holding.floor.who("Ada")
    lines = (ENGLISH, TALK, "8,Lunch,break,Foyer,,2027-03-16,12:00,13:00,,,,,")

    imports(*lines)
    again = imports(*lines)

    assert (again.created, again.updated, again.unchanged, again.unit) == (0, 0, 2, None)
    undo(holding.journal)
    assert programme_of(holding.journal).sessions == ()


def test_a_rehearsal_writes_nothing(holding: Holding, imports: Importing) -> None:
    told = imports(ENGLISH, TALK, rehearse=True)

    assert (told.created, told.unit) == (1, None)
    assert programme_of(holding.journal).sessions == ()


def test_a_session_that_changed_its_time_keeps_its_bookings(
    holding: Holding, imports: Importing
) -> None:
    imports(ENGLISH, TALK)
    holding.books("Green talk", "Ada", "Bo")

    moved = imports(ENGLISH, TALK.replace("14:00,14:45", "16:00,16:45").replace("Blue", "Red"))

    assert (moved.created, moved.updated) == (0, 1)
    told = holding.session("Green talk")
    assert (told.starts_at, told.room, told.figures.booked) == (at("16:00"), "Red", 2)


def test_sessions_without_a_number_are_known_by_title_and_time(
    holding: Holding, imports: Importing
) -> None:
    head = "Title,Day,Start,End"
    coffee = ("Coffee,2027-03-16,10:00,10:15", "Coffee,2027-03-16,15:00,15:15")
    imports(head, *coffee, "Talk,2027-03-16,11:00,12:00")
    holding.books("Talk", "Ada")

    moved = imports(head, coffee[0], "Coffee,2027-03-16,15:30,15:45", "Talk,2027-03-17,11:00,12:00")

    assert (moved.created, moved.updated, moved.unchanged) == (0, 2, 1)
    assert holding.session("Talk").starts_at == at("11:00", day=17)
    assert holding.session("Talk").figures.booked == 1
    told = [each.starts_at for each in programme_of(holding.journal).sessions]
    assert told == [at("10:00"), at("15:30"), at("11:00", day=17)]


def test_blank_cells_erase_nothing_and_the_desk_keeps_its_word(
    holding: Holding, imports: Importing
) -> None:
    imports(ENGLISH, TALK)
    talk = holding.sessions.named("Green talk")
    holding.sessions.move(talk, Place(room="Main hall"))

    blank = imports("ID,Title,Day,Start,End,Room,Places", "7,Green talk,2027-03-16,14:00,14:45,,")
    again = imports(ENGLISH, TALK)
    said_anew = imports(ENGLISH, TALK.replace("Blue", "Red"))

    assert (blank.unchanged, again.unchanged, said_anew.updated) == (1, 1, 1)
    told = holding.session("Green talk")
    assert (told.room, told.places, told.track) == ("Red", 20, "Clean")


def test_two_sessions_in_one_room_are_taken_and_named(holding: Holding, imports: Importing) -> None:
    holding.holds("Before", "09:00", "10:00", room="Blue")

    imported = imports(
        "Title,Room,Day,Start,End",
        "Talk,Blue,2027-03-16,09:30,10:30",
        "Panel,blue,2027-03-16,10:15,11:00",
        "After,Blue,2027-03-16,11:00,12:00",
    )

    assert imported.created == 3
    noted = [(each.line, each.code, each.text) for each in imported.remarks]
    assert noted == [
        (2, "clash_room", "S-A1 Before"),
        (3, "clash_room", "Talk (line 2)"),
    ]
    assert [each.kind for each in holding.conflicts()] == ["room", "room"]


def test_a_session_may_be_said_to_be_off_and_on_again(holding: Holding, imports: Importing) -> None:
    head, row = "Title,Day,Start,End,Status", "Talk,2027-03-16,14:00,15:00"
    imports(head, f"{row},abgesagt")
    assert holding.session("Talk").cancelled

    imports(head, f"{row},confirmed")
    assert not holding.session("Talk").cancelled


def test_a_table_without_titles_or_times_is_refused(imports: Importing) -> None:
    with pytest.raises(NoSessionsFound) as no_start:
        imports("Title,Room", "Talk,Blue")
    with pytest.raises(NoSessionsFound) as no_title:
        imports("Room,Start", "Blue,14:00")

    assert (no_start.value.lacks, no_start.value.headers) == ("start", ("Title", "Room"))
    assert no_title.value.lacks == "title"


SCHEDULE = """\
<?xml version="1.0" encoding="UTF-8"?>
<schedule>
  <version>3</version>
  <conference><title>Days</title><day_change>05:00</day_change></conference>
  <day index="1" date="2027-03-16" start="2027-03-16T05:00:00+02:00">
    <room name="Blue">
      <event guid="a-1" id="1">
        <date>2027-03-16T14:00:00+02:00</date><start>14:00</start><duration>00:45</duration>
        <room>Blue</room><title>Green &amp; clean</title><track>Energy</track><type>lecture</type>
        <abstract>&lt;p&gt;Why it pays.&lt;/p&gt;</abstract>
        <persons><person id="4">Ada Of</person><person id="5">Jo Guest</person></persons>
      </event>
    </room>
    <room name="Bar">
      <event id="2"><start>00:30</start><duration>1:00</duration><title>Late talk</title></event>
    </room>
  </day>
</schedule>
"""


def test_a_schedule_in_xml_is_read_with_its_rooms_and_people(
    holding: Holding, imports: Importing
) -> None:
    ada = holding.floor.who("Ada")

    imported = imports(SCHEDULE, name="schedule.xml")
    again = imports(SCHEDULE, name="schedule.xml")

    assert (imported.created, again.unchanged) == (2, 2)
    told = holding.session("Green & clean")
    assert (told.room, told.track, told.kind) == ("Blue", "Energy", "talk")
    assert (told.abstract, told.ends_at) == ("Why it pays.", at("14:45"))
    assert [(each.name, each.id) for each in told.speakers] == [("Ada Of", ada), ("Jo Guest", None)]
    late = holding.session("Late talk")
    assert (late.room, late.starts_at) == ("Bar", at("00:30", day=17))


def test_a_schedule_that_moved_keeps_its_bookings(holding: Holding, imports: Importing) -> None:
    imports(SCHEDULE, name="schedule.xml")
    holding.books("Green & clean", "Ada")

    moved = imports(
        SCHEDULE.replace("T14:00", "T15:00").replace("Green &amp; clean", "Clean"),
        name="schedule.xml",
    )

    assert (moved.updated, moved.unchanged) == (1, 1)
    assert holding.session("Clean").starts_at == at("15:00")
    assert holding.session("Clean").figures.booked == 1


ENTITY = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><schedule>&a;</schedule>'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (ENTITY, Reason.ENTITIES),
        ('<!DOCTYPE schedule SYSTEM "file:///etc/passwd"><schedule/>', Reason.ENTITIES),
        (SCHEDULE[:-40], Reason.DAMAGED),
        ("<schedule></schedule>", Reason.NO_ROWS),
        ("<schedule>" + "<day>" * 40 + "</day>" * 40 + "</schedule>", Reason.DAMAGED),
        ("<schedule><version>" + "x" * 40_000 + "</version></schedule>", Reason.CELL_TOO_LONG),
        ('<?xml version="1.0" encoding="nothing"?><schedule/>', Reason.DAMAGED_TEXT),
    ],
)
def test_xml_that_is_unsafe_or_damaged_is_refused(
    imports: Importing, text: str, reason: Reason
) -> None:
    with pytest.raises(FileRefused) as refused:
        imports(text, name="schedule.xml")

    assert refused.value.reason is reason


def test_other_xml_is_no_schedule(imports: Importing) -> None:
    with pytest.raises(NoScheduleFound) as other:
        imports('<?xml version="1.0"?><rss/>', name="feed.xml")

    assert other.value.root == "rss"


def test_several_events_in_one_line_of_xml_are_rows_of_their_own(
    holding: Holding, imports: Importing
) -> None:
    imported = imports("".join(SCHEDULE.splitlines()), name="schedule.xml")

    assert (imported.rows, imported.created) == (2, 2)
    assert {each.title for each in programme_of(holding.journal).sessions} == {
        "Green & clean",
        "Late talk",
    }


def _event(number: int, **said: str) -> str:
    cells = {"date": "2027-03-16", "start": "10:00", "duration": "0:30", "title": f"T{number}"}
    inner = "".join(f"<{name}>{text}</{name}>" for name, text in (cells | said).items() if text)
    return f'<event guid="g{number}">{inner}</event>'


def test_each_event_of_a_schedule_that_can_not_be_taken_is_named_with_its_row(
    imports: Importing,
) -> None:
    imported = imports(
        "<schedule>",
        _event(1, start=""),
        _event(2, duration=""),
        _event(3, title=""),
        _event(4, date="2027-05-16"),
        _event(5, start="25:10"),
        _event(6),
        _event(6, start="11:00"),
        "</schedule>",
        name="schedule.xml",
    )

    assert codes(imported) == [
        (2, "no_start"),
        (3, "no_end"),
        (4, "no_title"),
        (5, "other_day"),
        (6, "unknown_start"),
        (8, "session_twice"),
    ]
    assert imported.created == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252", "iso-8859-15"])
def test_a_schedule_is_read_in_the_encoding_that_it_names(
    holding: Holding, tmp_path: Path, encoding: str
) -> None:
    named = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16"}.get(encoding, encoding)
    event = _event(1, title="Énergie à Malmö")
    text = f'<?xml version="1.0" encoding="{named}"?><schedule>{event}</schedule>'
    file = tmp_path / "schedule.xml"
    file.write_bytes(text.encode(encoding))

    ProgrammeImports(holding.journal, "A").run(file, ImportOrder())

    assert holding.session("Énergie à Malmö").starts_at == at("10:00")


def test_a_schedule_in_another_encoding_than_it_says_is_refused_with_its_line(
    holding: Holding, tmp_path: Path
) -> None:
    file = tmp_path / "schedule.xml"
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<schedule>{_event(1, title="Énergie")}'
    file.write_bytes(f"{text}</schedule>".encode("windows-1252"))

    with pytest.raises(FileRefused) as refused:
        ProgrammeImports(holding.journal, "A").run(file, ImportOrder())

    assert (refused.value.reason, refused.value.line) == (Reason.DAMAGED, 2)


def test_a_cell_of_a_schedule_is_corrected_and_a_column_matched_by_hand(
    holding: Holding, tmp_path: Path
) -> None:
    file = write_lines(
        tmp_path / "schedule.xml", "<schedule>", _event(1, start="", type="Energy"), "</schedule>"
    )
    how = ReadingOrder(mapping={"type": "track"}, corrections={(2, "start"): "2027-03-16 12:00"})

    imported = ProgrammeImports(holding.journal, "A").run(file, ImportOrder(how))

    told = holding.session("T1")
    assert (imported.rejected, told.track, told.starts_at) == ((), "Energy", at("12:00"))
    preview = read_programme_preview(file, how)
    assert [(each.label, each.field) for each in preview.columns][:3] == [
        ("guid", "source"),
        ("title", "title"),
        ("type", "track"),
    ]


LUNCH = "8,Lunch,break,Foyer,,2027-03-16,12:00,13:00,,,,,"


def test_an_import_anew_tells_what_changes_before_and_after_and_whom_it_concerns(
    holding: Holding, imports: Importing
) -> None:
    holding.floor.who("Ada")
    imports(ENGLISH, TALK, LUNCH)
    holding.books("Green talk", "Cy")
    holding.floor.meets("Cy", "Dov", "10:40", "4")

    moved = TALK.replace("14:00,14:45", "10:30,11:15").replace("Blue", "Red").replace(",20,", ",9,")
    told = imports(ENGLISH, moved, LUNCH, rehearse=True)
    done = imports(ENGLISH, moved, LUNCH)

    assert told.compared == done.compared
    (change,) = told.compared.changed
    assert {each.name: (each.was, each.now) for each in change.fields} == {
        "starts_at": (at("14:00"), at("10:30")),
        "ends_at": (at("14:45"), at("11:15")),
        "room": ("Blue", "Red"),
        "places": (20, 9),
    }
    assert (change.line, change.number, change.leads_elsewhere) == (2, "S-A1", True)
    assert [each.name for each in change.concerned] == ["Ada Of", "Cy Of"]
    assert [each.name for each in change.meet_then] == ["Cy Of"]
    assert told.compared.missing == ()


def test_sessions_that_a_file_has_no_more_are_named_and_stay(
    holding: Holding, imports: Importing
) -> None:
    imports(ENGLISH, TALK, LUNCH)
    holding.holds("Press meeting", "16:00", "17:00")
    holding.books("Green talk", "Cy")

    imported = imports(ENGLISH, LUNCH)

    (missing,) = imported.compared.missing
    assert (missing.number, missing.title, missing.where) == ("S-A1", "Green talk", "Blue")
    assert [each.name for each in missing.concerned] == ["Cy Of"]
    assert (imported.cancelled, imported.unit) == (0, None)
    assert not any(each.cancelled for each in programme_of(holding.journal).sessions)


def test_sessions_that_a_file_has_no_more_are_cancelled_together_if_so_ordered(
    holding: Holding, imports: Importing
) -> None:
    imports(ENGLISH, TALK, LUNCH, "9,Dinner,evening,Foyer,,2027-03-16,20:00,23:00,,,,,")

    told = imports(ENGLISH, LUNCH, rehearse=True, cancel=True)
    done = imports(ENGLISH, LUNCH, cancel=True)

    assert (told.cancelled, done.cancelled) == (2, 2)
    assert [each.title for each in programme_of(holding.journal).sessions if each.cancelled] == [
        "Green talk",
        "Dinner",
    ]
    assert imports(ENGLISH, LUNCH).compared.missing == ()
    undo(holding.journal)
    assert not any(each.cancelled for each in programme_of(holding.journal).sessions)


def test_a_session_whose_row_can_not_be_read_is_not_missing(
    holding: Holding, imports: Importing
) -> None:
    imports(ENGLISH, TALK, LUNCH)

    imported = imports(
        ENGLISH, TALK.replace("14:00,14:45", "15:00,14:45"), LUNCH.replace("12:00", "noon?")
    )

    assert [code for _line, code in codes(imported)] == ["ends_before_it_starts", "unknown_start"]
    assert imported.compared.missing == ()


def test_a_session_that_is_cancelled_here_and_in_the_file_again_is_named(
    holding: Holding, imports: Importing
) -> None:
    imports(ENGLISH, TALK)
    holding.sessions.cancel(holding.sessions.named("Green talk"))

    imported = imports(ENGLISH, TALK)

    assert [(each.line, each.code) for each in imported.remarks] == [(2, "stays_cancelled")]
    assert holding.session("Green talk").cancelled
