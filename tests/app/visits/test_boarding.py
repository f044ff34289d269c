"""What a change of a visit comes to, and whose seats go to those who wait."""

from __future__ import annotations

import pytest

from app.journal.undo import undo
from app.programme.waiting import NothingToFill
from app.visits.boarding import Boarding
from app.visits.overview import Overview
from app.visits.signing_up import SigningUp
from app.visits.visit import VisitOrder
from app.visits.visits import Visits
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at
from tests.building import EventBuilder


class Bus:
    """A visit to a dairy, and those who would like to join it, by their given names."""

    def __init__(self, day: RunningDay, event: EventBuilder, places: int) -> None:
        self.day, self._event = day, event
        self.journal = day.journal
        self.visits, self.overview = Visits(self.journal), Overview(self.journal)
        self.signing_up, self.boarding = SigningUp(self.journal), Boarding(self.journal)
        self.visits.add(VisitOrder("Dairy", at("14:00"), at("16:00"), places))

    def wants(self, *names: str) -> None:
        for minute, name in enumerate(names):
            self.day.floor.knows(name, self._event.delegate(name, "Of"))
            self.signing_up.choose(self.day.floor.who(name), ["Dairy"], at(f"08:{minute:02}"))

    def gives(self, *names: str) -> None:
        for name in names:
            self.signing_up.give(self.day.floor.who(name), "Dairy")

    def boards(self, name: str) -> bool:
        code = self._event.badge_of(self.day.floor.who(name))
        return self.boarding.scan("Dairy", code).is_new

    def people(self) -> list[str]:
        return [each.who.name.split()[0] for each in self.overview.bus_list("Dairy").people]


@pytest.fixture
def bus(day: RunningDay, event: EventBuilder) -> Bus:
    bus = Bus(day, event, places=3)
    bus.wants("Ada", "Bo", "Cy", "Di", "Ed")
    bus.gives("Ada", "Bo", "Cy")
    return bus


def test_seats_of_who_is_not_there_go_to_those_who_wait_in_their_order(bus: Bus) -> None:
    assert bus.boards("Ada")
    assert not bus.boards("Ada")

    filled = bus.boarding.fill("Dairy")

    assert [each.name for each in filled.got] == ["Di Of", "Ed Of"]
    assert [each.name for each in filled.lost] == ["Cy Of", "Bo Of"]
    assert bus.people() == ["Ada", "Di", "Ed"]
    assert (filled.visit.taken, filled.visit.boarded) == (3, 1)
    undo(bus.journal)
    assert bus.people() == ["Ada", "Bo", "Cy"]


def test_only_as_many_lose_their_seat_as_somebody_waits_for(bus: Bus) -> None:
    bus.visits.change("Dairy", {"places": 4})
    bus.signing_up.choose(bus.day.floor.who("Ed"), [])
    filled = bus.boarding.fill("Dairy")
    assert ([each.name for each in filled.got], filled.lost) == (["Di Of"], ())
    with pytest.raises(NothingToFill) as refused:
        bus.boarding.fill("Dairy")
    assert refused.value.reason == "nobody_waits"


def test_nobody_who_is_there_loses_a_seat(bus: Bus) -> None:
    for name in ("Ada", "Bo", "Cy"):
        bus.boards(name)
    with pytest.raises(NothingToFill) as refused:
        bus.boarding.fill("Dairy")
    assert refused.value.reason == "all_there"
    assert bus.people() == ["Ada", "Bo", "Cy"]


def test_a_change_names_who_must_be_told_and_what_they_then_have_twice(bus: Bus) -> None:
    bus.day.meets("Ada", "Di", "10:40", "4")
    assert bus.overview.seen()[0].clashes == ()

    found = bus.overview.if_changed("Dairy", {"starts_at": at("10:30"), "ends_at": at("11:00")})

    assert [each.name for each in found.told] == ["Ada Of", "Bo Of", "Cy Of"]
    assert [each.name for each in found.waiting] == ["Di Of", "Ed Of"]
    assert [(each.who.name, each.called, each.is_meeting) for each in found.clashes] == [
        ("Ada Of", "Di Of", True)
    ]
    assert bus.overview.if_changed("Dairy", {"places": 9}).told == ()
    assert len(bus.overview.if_cancelled("Dairy").told) == 3
    bus.visits.change("Dairy", {"starts_at": at("10:30"), "ends_at": at("11:00")})
    (seen,) = bus.overview.seen()
    assert (seen.wishes, seen.firsts, [each.called for each in seen.clashes]) == (5, 5, ["Di Of"])
