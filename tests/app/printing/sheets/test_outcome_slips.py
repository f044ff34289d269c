"""Meeting slips, read back from the PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.checkin.codes import MEETING, read_code
from app.checkin.identify import Unidentified, identify, signing_keys
from app.checkin.meeting_codes import code_id_of
from app.meetings.deeds import MeetingCancelled
from app.outcomes.answers import ANSWER_SETS, Answers, Preset
from app.printing.readback import codes_in
from app.printing.sheet_prints import outcome_slip_prints
from app.printing.sheets import NoMeeting, SheetWish
from db.models import Meeting
from tests.app.meetings.asking import Floor
from tests.app.printing.sheets.reading import pages_of, sizes_of, stands_within
from tests.building import FIRST_DAY, SECOND_DAY

LONG = "Vereinigung der Unternehmensverbände für Luft- und Raumfahrt in Niederbayern e. V."


def test_a_slip_says_which_meeting_it_is_of_and_asks_for_all_of_its_outcome(floor: Floor) -> None:
    floor.who("Ada", organisation="Baltic Photonics")
    floor.meets("Ada", "Ben", "11:05", "7")

    drawn = outcome_slip_prints(floor.journal).draw(SheetWish())

    (page,) = pages_of(drawn.pdf)
    number = floor.meetings()[0].number
    for words in ("11:05–11:25", "Table 7", "Tuesday 16 March", "Host Ben Of", number):
        assert words in page
    assert "Guest Baltic Photonics Ada Of" in page
    asked = ANSWER_SETS[Preset.BOTH]
    ticks = (*asked.took_place.values(), *asked.kinds.values(), *asked.in_short.values())
    for words in (*ticks, "Interest 1 2 3 4 5", "Programme", "Follow-up by", "Note"):
        assert words in page
    assert sizes_of(drawn.pdf) == {(210, 297)}


def test_a_slip_asks_only_for_the_answers_that_the_event_has_chosen(floor: Floor) -> None:
    floor.meets("Ada", "Ben", "11:05", "7")
    prints = outcome_slip_prints(floor.journal)
    short, kinds = "Cooperation possible", "Joint event"

    Answers(floor.journal).choose(Preset.PLATFORM)
    (page,) = pages_of(prints.draw(SheetWish()).pdf)
    assert "Did not take place" in page
    assert (short in page, kinds in page, "Programme" in page) == (True, False, False)

    Answers(floor.journal).choose(Preset.KINDS)
    drawn = prints.draw(SheetWish())
    (page,) = pages_of(drawn.pdf)
    assert "Nobody came" in page
    assert (short in page, kinds in page, "Programme" in page) == (False, True, True)
    assert stands_within(drawn.pdf, 4)


def test_each_code_names_its_meeting_and_lets_nobody_in(floor: Floor, tmp_path: Path) -> None:
    meetings = [
        floor.meets(guest, host, clock, table)
        for guest, host, clock, table in (
            ("Ada", "Ben", "12:20", "2"),
            ("Ada", "Cleo", "11:05", "2"),
            ("Dov", "Cleo", "10:15", "10"),
            ("Dov", "Ben", "10:40", "1"),
        )
    ]
    file = tmp_path / "slips.pdf"

    drawn = outcome_slip_prints(floor.journal).run(SheetWish(), file)

    assert (drawn.items, drawn.pages) == (4, 2)
    with floor.journal.reading() as session:
        codes = list(codes_in(file))
        read = {read_code(each, signing_keys(session)) for each in codes}
        assert identify(session, codes[0]) == Unidentified("wrong_kind")
        rows = [session.get_one(Meeting, each) for each in meetings]
        known = {code_id_of(each.id, each.slot_id, each.table_id).hex() for each in rows}
    assert {each.kind for each in read} == {MEETING}
    assert {each.code_id for each in read} == known


def test_slips_come_by_table_and_time_and_leave_out_what_was_cancelled(floor: Floor) -> None:
    floor.meets("Ada", "Ben", "12:20", "2")
    floor.meets("Ada", "Cleo", "11:05", "2")
    floor.meets("Dov", "Cleo", "10:15", "10")
    floor.does(MeetingCancelled(floor.meets("Dov", "Ben", "10:40", "1")))

    (page,) = pages_of(outcome_slip_prints(floor.journal).draw(SheetWish(day=FIRST_DAY)).pdf)

    places = [page.index(each) for each in ("11:05–11:25 Table 2", "12:20–12:40 Table 2")]
    assert places == sorted(places)
    assert page.index("Table 10") > places[1]
    assert "Table 1 " not in page


def test_long_names_and_many_stay_on_their_slips(floor: Floor, tmp_path: Path) -> None:
    people = " ".join(f"{name}Hohenstein-Rautenberg-Kallenbach" for name in "ABCDEFGH")
    for name in (*people.split(), "Ben"):
        floor.who(name, organisation=f"{LONG} {name}")
    for clock in ("10:15", "10:40", "11:05"):
        floor.meets(people, "Ben", clock, "7")
    file = tmp_path / "slips.pdf"

    drawn = outcome_slip_prints(floor.journal).run(SheetWish(), file)

    assert stands_within(drawn.pdf, 4)
    assert len(set(codes_in(file))) == 3


def test_those_of_one_delegate_can_be_printed_alone(floor: Floor) -> None:
    floor.meets("Ada", "Ben", "11:05", "7")
    floor.meets("Cleo", "Dov", "11:05", "8")
    prints = outcome_slip_prints(floor.journal)

    drawn = prints.draw(SheetWish(delegates=(floor.who("Cleo"),)))

    assert drawn.items == 1
    with pytest.raises(NoMeeting):
        prints.draw(SheetWish(day=SECOND_DAY))
