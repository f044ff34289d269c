"""The rounds of a delegate reach their schedule, and a change puts that out of date."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.icebreaking.crowd import Among
from app.icebreaking.keeping import Icebreaking
from app.icebreaking.mixing import RoundsOrder
from app.icebreaking.rounds import Timetable
from app.printing.schedules.changes import Change
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.standing import Schedules
from app.printing.schedules.wishes import ScheduleWish
from app.printing.slips.office import slip_office
from app.printing.slips.wishes import SlipWish
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at
from tests.app.printing.sheets.reading import pages_of
from tests.building import FIRST_DAY

NAMES = ("Ada", "Bo", "Cy", "Di", "Eli", "Flo", "Gus", "Hal")


@pytest.fixture
def rounds(day: RunningDay) -> Icebreaking:
    """Eight people sit in two rounds of the afternoon, and Ada meets Bo in the morning."""
    day.comes(*NAMES)
    day.meets("Ada", "Bo", "10:40", "4")
    rounds = Icebreaking(day.journal)
    order = RoundsOrder(rounds=2, size=4, among=Among(here_on=FIRST_DAY))
    rounds.keep(FIRST_DAY, order, Timetable(at("16:30"), minutes=10, pause=5))
    return rounds


def test_a_schedule_says_at_which_table_each_round_is(
    day: RunningDay, rounds: Icebreaking, tmp_path: Path
) -> None:
    ada = day.floor.who("Ada")
    pdf = tmp_path / "schedule.pdf"
    ScheduleOffice(day.journal).run(ScheduleWish(delegates=(ada,)), pdf)
    (text,) = pages_of(pdf.read_bytes())
    said = " ".join(text.split())
    first, second = (table for _round, table in rounds.of_day(FIRST_DAY).met(ada))
    assert f"16:30 {first} Ice-breaking, round 1 until 16:40" in said
    assert f"16:45 {second} Ice-breaking, round 2 until 16:55" in said


def test_another_table_puts_the_paper_out_of_date_and_makes_a_slip(
    day: RunningDay, rounds: Icebreaking, tmp_path: Path
) -> None:
    ada, kept = day.floor.who("Ada"), rounds.of_day(FIRST_DAY)
    ScheduleOffice(day.journal).run(ScheduleWish(), tmp_path / "schedules.pdf")
    was = kept.rounds[1].table_of(ada)
    other = kept.rounds[1].tables[2 - was][0].id
    untouched = kept.rounds[1].tables[2 - was][1].id
    rounds.swap(FIRST_DAY, 2, ada, other)

    schedules = Schedules(day.journal)
    (told,) = schedules.standing(ada).changes
    assert told.change is Change.MOVED
    assert told.now is not None
    assert (told.line.title, told.now.table) == ("Ice-breaking, round 2", f"Table {3 - was}")
    assert not schedules.standing(untouched).is_out_of_date
    pdf = tmp_path / "slip.pdf"
    slip_office(day.journal).run(SlipWish(FIRST_DAY, delegates=(ada,)), pdf)
    (text,) = pages_of(pdf.read_bytes())
    assert f"Was Table {was}" in text
