"""What changes in the programme reaches the papers of those whom it concerns, and nobody else's."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.printing.recipients import schedule_recipients
from app.printing.refusals import Only
from app.printing.schedules.changes import Change
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.standing import Schedules
from app.printing.schedules.wishes import ScheduleWish
from app.printing.sheet_prints import agenda_prints
from app.printing.sheets import SheetWish
from app.programme.orders import Place
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at
from tests.app.printing.sheets.reading import pages_of
from tests.app.programme.holding import Holding
from tests.building import FIRST_DAY, MovableClock


@pytest.fixture
def office(holding: Holding) -> ScheduleOffice:
    return ScheduleOffice(holding.journal)


@pytest.fixture
def of_two(holding: Holding, day: RunningDay) -> Holding:
    """A programme with a talk that Ada is booked for, who meets Bo before it."""
    day.meets("Ada", "Bo", "10:40", "4")
    holding.holds("Green talk", "11:00", "12:00", room="Blue room")
    holding.books("Green talk", "Ada")
    return holding


def changed(holding: Holding) -> set[str]:
    """Give the names of those whose paper is to be printed anew."""
    found = schedule_recipients(holding.journal, FIRST_DAY, None)
    names = {holding.floor.who(name): name for name in ("Ada", "Bo")}
    return {names[each.id] for each in found if Only.CHANGED in each.fits}


def text_of(pdf: Path) -> str:
    return "\n".join(pages_of(pdf.read_bytes()))


def test_a_schedule_tells_of_sessions_between_its_meetings(
    of_two: Holding, office: ScheduleOffice, tmp_path: Path
) -> None:
    pdf = tmp_path / "schedule.pdf"
    office.run(ScheduleWish(delegates=(of_two.floor.who("Ada"),)), pdf)

    text = text_of(pdf)
    assert "Green talk" in text
    assert "Blue room, until 12:00" in text
    assert "Free until 12:00" not in text


@pytest.mark.parametrize("change", ["time", "room", "off"])
def test_a_session_that_changed_puts_just_those_papers_out_of_date(
    of_two: Holding, office: ScheduleOffice, tmp_path: Path, change: str
) -> None:
    office.run(ScheduleWish(), tmp_path / "schedules.pdf")
    assert changed(of_two) == set()
    talk = of_two.sessions.named("Green talk")
    what, words = {
        "time": (Change.MOVED, "Moved, was 11:00"),
        "room": (Change.MOVED, "Moved, was Blue room"),
        "off": (Change.CANCELLED, ""),
    }[change]

    if change == "off":
        of_two.sessions.cancel(talk)
    else:
        to = Place(at("11:30")) if change == "time" else Place(room="Red room")
        of_two.sessions.move(talk, to)

    assert changed(of_two) == {"Ada"}
    ada, bo = of_two.floor.who("Ada"), of_two.floor.who("Bo")
    schedules = Schedules(of_two.journal)
    (told,) = schedules.standing(ada).changes
    assert (told.change, told.line.title) == (what, "Green talk")
    assert not schedules.standing(bo).is_out_of_date
    pdf = tmp_path / "again.pdf"
    office.run(ScheduleWish(only=Only.CHANGED), pdf)
    assert words in text_of(pdf)
    assert changed(of_two) == set()


def test_another_title_or_spelling_sends_nobody_to_a_wrong_place(
    of_two: Holding, office: ScheduleOffice, tmp_path: Path, day: RunningDay
) -> None:
    office.run(ScheduleWish(), tmp_path / "schedules.pdf")
    day.is_now("10:00")

    of_two.unbooks("Green talk", "Ada")
    of_two.holds("Panel", "11:00", "12:00")
    of_two.books("Panel", "Ada")

    found = Schedules(of_two.journal).standing(of_two.floor.who("Ada")).changes
    assert {(each.change, each.line.title) for each in found} == {
        (Change.CANCELLED, "Green talk"),
        (Change.NEW, "Panel"),
    }
    assert day.needs() == []


def test_a_session_for_everybody_makes_nobody_a_schedule_who_has_nothing_else(
    of_two: Holding, office: ScheduleOffice, tmp_path: Path
) -> None:
    of_two.floor.who("Cy")
    of_two.holds("Opening", "09:00", "10:00", everybody=True)

    assert office.counts().every == 2
    pdf = tmp_path / "schedules.pdf"
    office.run(ScheduleWish(), pdf)
    assert text_of(pdf).count("Opening") == 2


def test_the_agenda_has_the_programme_between_the_meetings(of_two: Holding) -> None:
    of_two.holds("Dinner", "20:00", "23:30", room="Old town", moderators="Bo")
    off = of_two.holds("Not at all", "16:00", "17:00")
    of_two.sessions.cancel(off)

    text = "\n".join(pages_of(agenda_prints(of_two.journal).draw(SheetWish()).pdf))

    assert "Green talk" in text
    assert "Old town Dinner Moderation: Bo Of" in text
    assert "20:00–23:30" in text
    assert "Not at all" not in text


def test_a_scan_tells_who_holds_a_paper_with_an_old_room(
    of_two: Holding, office: ScheduleOffice, tmp_path: Path, clock: MovableClock
) -> None:
    office.run(ScheduleWish(), tmp_path / "schedules.pdf")
    clock.now = at("09:00")
    of_two.sessions.move(of_two.sessions.named("Green talk"), Place(room="Red room"))

    standing = Schedules(of_two.journal).standing(of_two.floor.who("Ada"))

    assert standing.is_out_of_date
    assert standing.changed_at is not None
