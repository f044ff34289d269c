"""A place on a visit reaches the papers of whoever has it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from app.delegates.roster import Roster
from app.printing.schedules.changes import Change
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.standing import Schedules
from app.printing.schedules.wishes import ScheduleWish
from app.printing.sheet_prints import bus_list_prints, sign_prints
from app.printing.sheets import NoVisits, SheetWish
from app.printing.slips.office import slip_office
from app.printing.slips.wishes import SlipWish
from app.visits.of_delegate import visits_of
from app.visits.signing_up import SigningUp
from app.visits.visit import VisitOrder
from app.visits.visits import Visits
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at
from tests.app.printing.sheets.reading import pages_of
from tests.building import FIRST_DAY, EventBuilder

_OTHERWISE: Mapping[str, Any] = {
    "time": {"starts_at": at("13:30")},
    "place": {"meeting_point": "Lobby"},
}
_SAYS = {"time": "Was 14:00", "place": "Was North gate", "off": "Cancelled"}


@pytest.fixture
def ada_goes(day: RunningDay) -> Visits:
    """Ada meets Bo in the morning, and has a place at the dairy in the afternoon."""
    day.meets("Ada", "Bo", "10:40", "4")
    visits = Visits(day.journal)
    visits.add(VisitOrder("Dairy", at("14:00"), at("16:00"), 9, meeting_point="North gate"))
    SigningUp(day.journal).give(day.floor.who("Ada"), "Dairy")
    return visits


def test_a_schedule_says_when_and_where_a_visit_sets_out(
    day: RunningDay, ada_goes: Visits, tmp_path: Path
) -> None:
    pdf = tmp_path / "schedule.pdf"
    ScheduleOffice(day.journal).run(ScheduleWish(delegates=(day.floor.who("Ada"),)), pdf)
    (text,) = pages_of(pdf.read_bytes())
    assert "Dairy" in text
    assert "North gate, until 16:00" in text
    assert [each.title for each in visits_of(day.journal, day.floor.who("Ada"))] == ["Dairy"]
    assert visits_of(day.journal, day.floor.who("Bo")) == ()


@pytest.mark.parametrize("change", ["time", "place", "off"])
def test_a_visit_that_changes_puts_papers_out_of_date_and_makes_slips(
    day: RunningDay, ada_goes: Visits, tmp_path: Path, change: str
) -> None:
    ada, bo = day.floor.who("Ada"), day.floor.who("Bo")
    ScheduleOffice(day.journal).run(ScheduleWish(), tmp_path / "schedules.pdf")
    schedules = Schedules(day.journal)
    assert not schedules.standing(ada).is_out_of_date

    if change == "off":
        ada_goes.cancel("Dairy")
    else:
        ada_goes.change("Dairy", _OTHERWISE[change])

    (told,) = schedules.standing(ada).changes
    what = Change.CANCELLED if change == "off" else Change.MOVED
    assert (told.change, told.line.title) == (what, "Dairy")
    assert not schedules.standing(bo).is_out_of_date
    pdf = tmp_path / "slip.pdf"
    slip_office(day.journal).run(SlipWish(FIRST_DAY, delegates=(ada,)), pdf)
    (text,) = pages_of(pdf.read_bytes())
    assert "Dairy" in text
    assert _SAYS[change] in text
    assert "Table" not in text


def test_slips_for_all_who_need_one_tell_of_a_visit_that_changed(
    day: RunningDay, ada_goes: Visits, tmp_path: Path
) -> None:
    ScheduleOffice(day.journal).run(ScheduleWish(), tmp_path / "schedules.pdf")
    office = slip_office(day.journal)
    assert office.get_slips(FIRST_DAY) == ()

    ada_goes.change("Dairy", {"meeting_point": "Lobby"})
    (meeting,) = day.read().meetings
    day.moves(meeting.id, "11:05", "4")

    ada, bo = day.floor.who("Ada"), day.floor.who("Bo")
    assert set(office.get_slips(FIRST_DAY)) == {ada, bo}
    pdf = tmp_path / "slips.pdf"
    office.run(SlipWish(FIRST_DAY), pdf)
    texts = pages_of(pdf.read_bytes())
    assert sum("Dairy" in text for text in texts) == 1
    assert office.get_slips(FIRST_DAY) == ()


def test_whoever_was_merged_has_each_visit_once(day: RunningDay, ada_goes: Visits) -> None:
    ada, bo = day.floor.who("Ada"), day.floor.who("Bo")
    SigningUp(day.journal).give(bo, "Dairy")
    Roster(day.journal, day.floor.letters).merge(ada, bo)
    assert [each.title for each in visits_of(day.journal, ada)] == ["Dairy"]
    assert ada_goes.all()[0].taken == 1


def test_the_list_at_the_bus_names_who_comes_along_and_who_waits(
    day: RunningDay, ada_goes: Visits
) -> None:
    signing_up = SigningUp(day.journal)
    ada_goes.change("Dairy", {"places": 1})
    signing_up.choose(day.floor.who("Bo"), ["Dairy"])
    signing_up.board(day.floor.who("Ada"), "Dairy")

    (text,) = pages_of(bus_list_prints(day.journal).draw(SheetWish()).pdf)

    assert "leaves 14:00, back 16:00" in text
    assert "Meeting point: North gate" in text
    assert "1 of 1 places given, 0 free" in text
    ada, waiting, bo = (text.index(each) for each in ("Ada", "Waiting for a place", "Bo Of"))
    assert ada < waiting < bo


def test_a_sign_for_each_visit_says_where_people_gather(day: RunningDay, ada_goes: Visits) -> None:
    ada_goes.add(VisitOrder("Port", at("09:00"), at("11:00"), 9, meeting_point="Quay 4"))
    port, dairy = pages_of(sign_prints(day.journal).draw(SheetWish(day=FIRST_DAY)).pdf)
    assert "Port" in port
    assert "Quay 4" in port
    assert "Leaves 14:00" in dairy
    for title in ("Port", "Dairy"):
        ada_goes.cancel(title)
    with pytest.raises(NoVisits):
        sign_prints(day.journal).draw(SheetWish())


def test_a_list_of_many_goes_on_with_its_columns_on_the_next_page(
    day: RunningDay, ada_goes: Visits, event: EventBuilder
) -> None:
    ada_goes.change("Dairy", {"places": 60})
    for delegate in event.crowd(40):
        SigningUp(day.journal).give(delegate, "Dairy")
    first, second = pages_of(bus_list_prints(day.journal).draw(SheetWish()).pdf)
    assert "Organisation" in first
    assert "Organisation" in second
    assert "Dairy" in second
