"""What the wall says of sessions: by room, now and next, and what is not as papers have it."""

from __future__ import annotations

import pytest

from app.programme.orders import Place
from app.programme.wall import Mark, sessions_wall
from tests.app.meetings.asking import at
from tests.app.programme.holding import Holding
from tests.building import FIRST_DAY, MovableClock


class Hall:
    """Reads the wall as it would be at some time of the first day."""

    def __init__(self, holding: Holding) -> None:
        self._holding = holding

    def rows(self, clock: str) -> dict[str, tuple[str, str]]:
        """Give what each room has now and next, with marks."""
        wall = sessions_wall(self._holding.journal, FIRST_DAY)
        told = {}
        for row in wall.rows(at(clock)):
            cells = [
                "" if each is None else " ".join(filter(None, (each.title, each.mark)))
                for each in (row.now, row.next)
            ]
            told[row.room] = (cells[0], cells[1])
        return told


@pytest.fixture
def programme(holding: Holding, clock: MovableClock) -> Holding:
    """A programme in two rooms that was made the day before."""
    morning = clock.now
    clock.passes(hours=-20)
    holding.holds("Opening", "09:00", "10:00", room="Hall A")
    holding.holds("Panel", "11:00", "12:00", room="Hall A")
    holding.holds("Green talk", "09:30", "10:30", room="Hall B")
    holding.holds("Of another day", "09:00", "10:00", room="Hall C")
    moved = holding.sessions.named("Of another day")
    holding.sessions.move(moved, Place(at("09:00", day=17), room="Hall C"))
    clock.now = morning
    return holding


def test_each_room_says_what_runs_and_what_is_next(programme: Holding) -> None:
    hall = Hall(programme)

    assert hall.rows("09:45") == {"Hall A": ("Opening", "Panel"), "Hall B": ("Green talk", "")}
    assert hall.rows("10:45") == {"Hall A": ("", "Panel")}
    assert hall.rows("13:00") == {}


def test_a_session_in_another_room_is_marked_in_both(programme: Holding) -> None:
    panel = programme.sessions.named("Panel")
    programme.sessions.move(panel, Place(room="Hall B"))

    assert Hall(programme).rows("10:45") == {
        "Hall A": ("", "Panel gone"),
        "Hall B": ("", "Panel moved"),
    }
    wall = sessions_wall(programme.journal, FIRST_DAY)
    others = {each.mark: each.other for each in wall.sessions if each.mark}
    assert others[Mark.MOVED] == (at("11:00"), at("12:00"), "Hall A")
    assert others[Mark.GONE] == (at("11:00"), at("12:00"), "Hall B")


def test_a_session_that_moved_back_is_as_on_paper(programme: Holding) -> None:
    panel = programme.sessions.named("Panel")
    programme.sessions.move(panel, Place(room="Hall B"))
    programme.sessions.move(panel, Place(room="hall a"))

    assert list(Hall(programme).rows("10:45").values()) == [("", "Panel")]


def test_another_time_and_a_cancelled_session_are_marked(programme: Holding) -> None:
    programme.sessions.move(programme.sessions.named("Panel"), Place(at("11:30")))
    programme.sessions.cancel(programme.sessions.named("Green talk"))

    assert Hall(programme).rows("09:45") == {
        "Hall A": ("Opening", "Panel moved"),
        "Hall B": ("Green talk cancelled", ""),
    }


def test_what_takes_place_goes_before_what_does_not(programme: Holding) -> None:
    programme.sessions.cancel(programme.sessions.named("Green talk"))
    programme.holds("Instead", "09:30", "10:30", room="Hall B")

    assert Hall(programme).rows("09:45")["Hall B"] == ("Instead", "")


def test_what_was_changed_the_day_before_is_not_marked(
    programme: Holding, clock: MovableClock
) -> None:
    morning = clock.now
    clock.passes(hours=-15)
    programme.sessions.move(programme.sessions.named("Panel"), Place(room="Hall B"))
    programme.sessions.cancel(programme.sessions.named("Green talk"))
    clock.now = morning

    assert Hall(programme).rows("10:45") == {"Hall B": ("", "Panel")}
