"""Forms filled elsewhere become outcomes: each row once, each side its own answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from app.checkin.codes import MEETING
from app.checkin.identify import signing_keys
from app.checkin.meeting_codes import code_id_of
from app.delegates.importing.imports import ImportOrder, RowsRejected
from app.floor.states import Missing, Word
from app.journal.undo import undo
from app.journal.verify import verify
from app.outcomes.importing.entries import NoOutcomesFound
from app.outcomes.importing.imports import OutcomeImports
from app.outcomes.outcome import Answer, Outcome, OutcomeKind, Side
from app.outcomes.recording import LONGEST, Recording
from app.progress import Cancelled, Progress
from db.models import Meeting
from tests.app.delegates.lists import everything, log_length
from tests.app.meetings.lists import codes, write_lines
from tests.app.outcomes.importing.conftest import Evening, ImportForms

HEADER = "Meeting number,Side,Outcome,Interest,Note"


def test_a_form_says_all_that_can_come_of_a_meeting(
    import_forms: ImportForms, evening: Evening
) -> None:
    imported = import_forms(
        "Date,Time,Table,Took place,Outcome,Programme,In short,Interest,Until,By whom,Note",
        "2027-03-16,10:15,3,Held,Joint proposal; business lead,Horizon Europe,"
        "Cooperation possible,4/5,30.3.2027,Ada Of,Draft the call text",
    )

    assert (imported.created, imported.rejected, imported.remarks) == (1, (), ())
    assert evening.said("M-A1") == {
        Side.TOGETHER: Outcome(
            frozenset({OutcomeKind.JOINT_PROPOSAL, OutcomeKind.LEAD}),
            Answer.POSSIBLE,
            "Horizon Europe",
            4,
            date(2027, 3, 30),
            "Ada Of",
            "Draft the call text",
        )
    }
    assert evening.became("M-A1") == ("held", None)


def test_each_side_keeps_its_own_answer(import_forms: ImportForms, evening: Evening) -> None:
    import_forms(
        HEADER,
        "M-A1,Host,Joint event,5,",
        "M-A1,Guest,None,2,Too far",
    )

    said = evening.said("M-A1")
    assert (said[Side.HOST].interest, said[Side.GUEST].interest) == (5, 2)
    assert said[Side.GUEST].note == "Too far"


def test_who_did_not_come_is_noted(import_forms: ImportForms, evening: Evening) -> None:
    imported = import_forms(
        "Meeting number,Took place", "M-A1,Guest did not come", "M-A2,Did not take place"
    )

    assert imported.created == 2
    assert evening.became("M-A1") == ("no_show", "guest")
    assert evening.became("M-A2") == ("no_show", "both")
    assert [(each.line, each.code) for each in imported.remarks] == [(3, "nobody_named")]


def test_the_four_answers_of_platforms_say_also_that_it_did_not_take_place(
    import_forms: ImportForms, evening: Evening
) -> None:
    import_forms("Number,Answer", "M-A1,did not take place", "M-A2,Insufficient interest")

    assert evening.became("M-A1") == ("no_show", "both")
    assert evening.said("M-A2")[Side.TOGETHER].answer is Answer.INSUFFICIENT


def test_ticked_columns_and_words_of_other_languages_are_read(
    import_forms: ImportForms, evening: Evening
) -> None:
    import_forms(
        "Besprechungsnummer;Gemeinsamer Antrag;Geschäftskontakt;Vereinbarung;Wiedervorlage",
        "m-a1;x;;ja;12. April",
    )

    outcome = evening.said("M-A1")[Side.TOGETHER]
    assert outcome.kinds == {OutcomeKind.JOINT_PROPOSAL, OutcomeKind.AGREEMENT}
    assert outcome.follow_up_on == date(2027, 4, 12)


def test_a_meeting_is_found_by_the_code_of_its_slip_also_of_one_printed_before_it_moved(
    import_forms: ImportForms, evening: Evening
) -> None:
    meeting = evening.result("M-A1").meeting
    with evening.day.journal.reading() as session:
        (key, *_rest) = signing_keys(session).values()
        row = session.get_one(Meeting, meeting.id)
        code = key.code(MEETING, code_id_of(row.id, row.slot_id, row.table_id))
    evening.day.is_now("09:00")
    evening.day.moves(meeting.id, "11:05", "5")
    evening.day.is_now("18:00")

    imported = import_forms("Code,Interest", f"{code.lower()},3", "BDGNONE,4")

    assert evening.said("M-A1")[Side.TOGETHER].interest == 3
    assert codes(imported) == [(3, "unknown_code")]


def test_a_meeting_is_found_by_who_meets_whom(import_forms: ImportForms, evening: Evening) -> None:
    imported = import_forms("Guest,Host,Interest", "Cy Of,Di Of,4", "Ada Of,Di Of,2")

    assert evening.said("M-A2")[Side.TOGETHER].interest == 4
    assert codes(imported) == [(3, "unknown_meeting")]


def test_what_may_be_several_meetings_is_named_and_none_is_chosen(
    import_forms: ImportForms, evening: Evening
) -> None:
    evening.day.is_now("09:00")
    evening.day.meets("Eli", "Flo", "10:15", "5")
    evening.day.meets("Eli", "Flo", "11:30", "5")
    evening.day.is_now("18:00")

    imported = import_forms(
        "Number,Day,Time,Table,Guest,Host,Interest",
        ",2027-03-16,10:15,,,,3",
        ",,,,Eli Of,Flo Of,3",
        "M-A2,2027-03-16,10:15,3,,,3",
        ",2027-03-16,11:30,,Eli Of,Flo Of,3",
    )

    assert codes(imported) == [
        (2, "several_meetings"),
        (3, "several_meetings"),
        (4, "other_meeting"),
    ]
    assert imported.rejected[0].text == "M-A1 Bo Of – Ada Of; M-A3 Flo Of – Eli Of"
    assert evening.said("M-A4")[Side.TOGETHER].interest == 3


def test_what_makes_no_sense_is_named_with_its_line_and_column(
    import_forms: ImportForms, evening: Evening
) -> None:
    evening.day.acts.cancel(evening.result("M-A2").meeting.id)
    evening.day.meets("Eli", "Flo", "11:05", "5")
    evening.day.is_now("10:50")
    header = "Number,Whose answer,Took place,Missing,Outcome,Interest,Until"

    imported = import_forms(
        header,
        "M-A9,,yes,,,,",
        ",,yes,,,,",
        "M-A2,,yes,,,,",
        "M-A3,,yes,,,,",
        "M-A1,moderator,yes,,,,",
        "M-A1,,perhaps,,,,",
        "M-A1,,yes,host,,,",
        "M-A1,,,host,Business lead,,",
        "M-A1,,,,None; business lead,,",
        "M-A1,,yes,,Romance,7,30 Floréal",
    )

    assert codes(imported) == [
        (2, "unknown_number"),
        (3, "no_meeting_said"),
        (4, "cancelled_meeting"),
        (5, "not_begun"),
        (6, "unknown_side"),
        (7, "unknown_took_place"),
        (8, "held_and_missing"),
        (9, "missed_and_told"),
        (10, "none_and_more"),
    ]
    assert imported.rejected[4].column == "Whose answer"
    assert [(each.line, each.column, each.code) for each in imported.remarks] == [
        (11, "Outcome", "unreadable_kinds"),
        (11, "Interest", "unreadable_interest"),
        (11, "Until", "unreadable_follow_up_on"),
    ]
    assert evening.became("M-A1") == ("held", None)


def test_the_same_list_twice_changes_nothing_and_one_undo_takes_all_back(
    import_forms: ImportForms, evening: Evening
) -> None:
    lines = (HEADER, "M-A1,,Business lead,4,Prices", "M-A2,Host,Joint event,3,")
    before = everything(evening.day.journal)
    assert import_forms(*lines).created == 2
    after, deeds = everything(evening.day.journal), log_length(evening.day.journal)

    again = import_forms(*lines)

    assert (again.unchanged, again.unit) == (2, None)
    assert (everything(evening.day.journal), log_length(evening.day.journal)) == (after, deeds)
    undo(evening.day.journal)
    assert evening.said("M-A1") == evening.said("M-A2") == {}
    assert evening.became("M-A1") == ("no_show", "both")
    assert before.keys() == everything(evening.day.journal).keys()
    assert verify(evening.day.journal).ok


def test_blank_cells_erase_nothing_and_a_later_list_corrects_the_first(
    import_forms: ImportForms, evening: Evening
) -> None:
    import_forms(HEADER, "M-A1,,Business lead,4,Prices")

    imported = import_forms(HEADER, "M-A1,,,5,", "M-A2,,,,")

    assert (imported.updated, imported.unchanged) == (1, 1)
    said = evening.said("M-A1")[Side.TOGETHER]
    assert said == Outcome(frozenset({OutcomeKind.LEAD}), interest=5, note="Prices")
    assert evening.said("M-A2") == {}


def test_what_a_desk_said_stands_and_the_difference_is_told(
    import_forms: ImportForms, evening: Evening
) -> None:
    meeting = evening.result("M-A1").meeting.id
    stands = Outcome(frozenset({OutcomeKind.LEAD}), interest=2)
    Recording(evening.day.journal).record(meeting, stands)

    imported = import_forms(HEADER, "M-A1,,Joint event,5/5,Prices")

    assert evening.said("M-A1")[Side.TOGETHER] == replace(stands, note="Prices")
    assert [(each.kind, each.why, each.subject, each.other) for each in imported.doubtful] == [
        ("desk_value", "kinds", "M-A1", "Joint event"),
        ("desk_value", "interest", "M-A1", "5/5"),
    ]


def test_what_was_said_of_whether_it_was_held_is_not_turned_round(
    import_forms: ImportForms, evening: Evening
) -> None:
    first, second = (evening.result(number).meeting.id for number in ("M-A1", "M-A2"))
    evening.day.acts.say(first, Word.NO_SHOW, Missing.HOST)
    Recording(evening.day.journal).record(second, Outcome(interest=2))

    imported = import_forms(
        "Number,Took place,Interest", "M-A1,yes,4", "M-A1,Guest did not come,", "M-A2,no,"
    )

    assert codes(imported) == [(2, "said_missed"), (3, "said_twice"), (4, "told_already")]
    again = import_forms("Number,Took place", "M-A1,Guest did not come")
    assert [(each.why, each.other) for each in again.doubtful] == [("missing", "guest")]
    assert evening.became("M-A1") == ("no_show", "host")


def test_rows_that_contradict_each_other_are_told(
    import_forms: ImportForms, evening: Evening
) -> None:
    imported = import_forms(
        "Number,Side,Took place,Interest",
        "M-A1,Host,yes,4",
        "M-A1,Host,yes,3",
        "M-A1,Guest,no,",
        "M-A1,Guest,yes,5",
    )

    assert codes(imported) == [(3, "said_twice"), (4, "said_twice")]
    assert imported.rejected[0].text == "line 2"
    assert {side: each.interest for side, each in evening.said("M-A1").items()} == {
        Side.HOST: 4,
        Side.GUEST: 5,
    }


def test_what_programs_put_before_a_formula_is_taken_off_and_none_is_run(
    import_forms: ImportForms, evening: Evening
) -> None:
    import_forms("Number,Note,By whom", "M-A1,'=HYPERLINK(1),'@Bo")

    said = evening.said("M-A1")[Side.TOGETHER]
    assert (said.note, said.follow_up_by) == ("=HYPERLINK(1)", "@Bo")


def test_a_text_longer_than_a_note_can_be_is_left_out(
    import_forms: ImportForms, evening: Evening
) -> None:
    imported = import_forms(HEADER, f"M-A1,,,3,{'x' * (LONGEST + 1)}")

    assert [each.code for each in imported.remarks] == ["too_long"]
    assert evening.said("M-A1")[Side.TOGETHER] == Outcome(interest=3)


def test_a_workbook_with_days_as_days_is_read_alike(evening: Evening, tmp_path: Path) -> None:
    file = tmp_path / "forms.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd.mm.yyyy"})
        sheet.write_row(0, 0, ["Number", "Interest", "Until"])
        sheet.write_row(1, 0, ["M-A1", 4])
        sheet.write_datetime(1, 2, date(2027, 3, 30), day)

    OutcomeImports(evening.day.journal).run(file, ImportOrder())

    said = evening.said("M-A1")[Side.TOGETHER]
    assert (said.interest, said.follow_up_on) == (4, date(2027, 3, 30))


def test_a_rehearsal_tells_the_same_and_writes_nothing(evening: Evening, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "forms.csv", HEADER, "M-A1,,Business lead,4,", "M-A9,,,1,")
    before = log_length(evening.day.journal)

    told = OutcomeImports(evening.day.journal).rehearse(file, ImportOrder())

    assert (told.created, codes(told), told.unit) == (1, [(3, "unknown_number")], None)
    assert log_length(evening.day.journal) == before
    with pytest.raises(RowsRejected):
        OutcomeImports(evening.day.journal).run(file, ImportOrder(whole_or_nothing=True))
    assert log_length(evening.day.journal) == before


def test_a_stopped_import_leaves_nothing_behind(evening: Evening, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "forms.csv", HEADER, "M-A1,,Business lead,4,")

    def stop_at_the_end(progress: Progress) -> None:
        if progress.done:
            raise Cancelled

    with pytest.raises(Cancelled):
        OutcomeImports(evening.day.journal).run(file, ImportOrder(), stop_at_the_end)

    assert evening.said("M-A1") == {}


@pytest.mark.parametrize(
    ("header", "lacks"), [("Name,Interest", "meeting"), ("Time,Table", "outcome")]
)
def test_a_list_of_something_else_is_refused(
    import_forms: ImportForms, header: str, lacks: str
) -> None:
    with pytest.raises(NoOutcomesFound) as refusal:
        import_forms(header, "a,b")
    assert refusal.value.lacks == lacks


def test_columns_are_matched_by_hand_where_headers_say_nothing(
    import_forms: ImportForms, evening: Evening
) -> None:
    import_forms("A,B", "M-A1,4", mapping={"A": "number", "B": "interest"})

    assert evening.said("M-A1")[Side.TOGETHER].interest == 4
