"""Who holds a paper on which a session is elsewhere stands among those who must be told."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.floor.tellings import Tellings
from app.journal.undo import undo
from app.printing.readback import codes_in
from app.printing.schedules.changes import Change
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.wishes import ScheduleWish
from app.printing.slips.office import slip_office
from app.printing.slips.wishes import SlipWish
from app.programme.orders import Place
from app.visits.signing_up import SigningUp
from app.visits.visit import VisitOrder
from app.visits.visits import Visits
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at
from tests.app.printing.sheets.reading import pages_of
from tests.app.programme.holding import Holding
from tests.building import FIRST_DAY


class Telling:
    """Says who must be told what."""

    def __init__(self, holding: Holding, day: RunningDay) -> None:
        self._holding, self._day = holding, day
        self._tellings = Tellings(holding.journal)

    def found(self) -> dict[str, list[tuple[Change, str, str]]]:
        """Give it by given name; whoever looks for the first time finds the same."""
        read = self._day.read()
        found = self._tellings.to_tell(read)
        assert found == Tellings(self._holding.journal).to_tell(read)
        return {
            each.person.who.name.split()[0]: [
                (change.change, change.line.title, change.line.table) for change in each.changes
            ]
            for each in found
        }

    def tells(self, name: str) -> None:
        self._tellings.tell(self._day.read(), [self._holding.floor.who(name)])


@pytest.fixture
def telling(holding: Holding, day: RunningDay, tmp_path: Path) -> Telling:
    """Ada meets Bo and is booked for a talk; both have their schedules on paper since 8:00."""
    day.meets("Ada", "Bo", "10:40", "4")
    holding.holds("Green talk", "11:30", "12:30", room="Blue room")
    holding.books("Green talk", "Ada")
    day.is_now("08:00")
    ScheduleOffice(holding.journal).run(ScheduleWish(), tmp_path / "schedules.pdf")
    assert len(list(codes_in(tmp_path / "schedules.pdf"))) == 2
    day.is_now("09:00")
    return Telling(holding, day)


def test_a_session_in_another_room_must_be_told_until_it_was(
    telling: Telling, holding: Holding
) -> None:
    assert telling.found() == {}

    holding.sessions.move(holding.sessions.named("Green talk"), Place(room="Red room"))

    assert telling.found() == {"Ada": [(Change.MOVED, "Green talk", "Red room")]}
    telling.tells("Ada")
    assert telling.found() == {}
    undo(holding.journal)
    assert list(telling.found()) == ["Ada"]


def test_a_session_that_is_cancelled_or_at_another_time_must_be_told(
    telling: Telling, holding: Holding
) -> None:
    talk = holding.sessions.named("Green talk")
    holding.sessions.move(talk, Place(at("13:00")))
    assert telling.found() == {"Ada": [(Change.MOVED, "Green talk", "Blue room")]}

    holding.sessions.cancel(talk)
    assert telling.found() == {"Ada": [(Change.CANCELLED, "Green talk", "Blue room")]}

    undo(holding.journal)
    undo(holding.journal)
    assert telling.found() == {}


def test_what_is_over_and_what_is_only_called_otherwise_concerns_nobody(
    telling: Telling, holding: Holding, day: RunningDay
) -> None:
    holding.sessions.move(holding.sessions.named("Green talk"), Place(room="Red room"))
    day.is_now("12:31")

    assert telling.found() == {}


def test_a_change_slip_says_what_became_of_the_session_and_then_nobody_must_be_told(
    telling: Telling, holding: Holding, tmp_path: Path
) -> None:
    holding.sessions.move(holding.sessions.named("Green talk"), Place(room="Red room"))

    slip = tmp_path / "slip.pdf"
    ada = holding.floor.who("Ada")
    slip_office(holding.journal).run(SlipWish(FIRST_DAY, (ada,)), slip)

    text = "\n".join(pages_of(slip.read_bytes()))
    assert "Green talk" in text
    assert "Red room" in text
    assert "Blue room" in text
    assert telling.found() == {}


def test_a_visit_that_somebody_has_a_place_on_since_must_be_told(
    telling: Telling, holding: Holding
) -> None:
    Visits(holding.journal).add(
        VisitOrder("Wind park", at("14:00"), at("16:00"), 5, "", "Main door")
    )
    SigningUp(holding.journal).give(holding.floor.who("Bo"), "Wind park")

    assert telling.found() == {"Bo": [(Change.NEW, "Wind park", "Main door")]}
