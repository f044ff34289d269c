"""Visits: offered, chosen, allotted, and who sets out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from app.desks import OpenEvent
from app.journal.deeds import BuiltOn
from app.journal.undo import redo, take_back, undo
from app.meetings.limits import Limits
from app.visits.allotting import Allotting
from app.visits.signing_up import SigningUp
from app.visits.visit import (
    BusList,
    ChoiceNotPossible,
    PlaceNotPossible,
    UnknownVisit,
    VisitNotPossible,
    VisitOrder,
)
from app.visits.visits import Visits
from db.models import LogRow
from tests.app.meetings.asking import VILNIUS
from tests.building import EventBuilder

TWO, FOUR, SIX = (datetime(2027, 3, 16, hour, tzinfo=UTC) for hour in (14, 16, 18))


class Tours:
    """An afternoon of visits, and who would like to join them."""

    def __init__(self, opened: OpenEvent, event: EventBuilder) -> None:
        self.journal = opened.journal
        self._event = event
        self.visits = Visits(opened.journal)
        self.signing_up = SigningUp(opened.journal)
        self.allotting = Allotting(opened.journal)
        self.limits = Limits(opened.journal)
        self._signed_up = TWO - timedelta(days=9)

    def offers(self, title: str, places: int, starts: datetime = TWO) -> None:
        self.visits.add(VisitOrder(title, starts, starts + timedelta(hours=2), places))

    def wants(self, name: str, *visits: str, **columns: Any) -> UUID:
        """Let somebody sign up after those before them."""
        delegate = self._event.delegate(name, **columns)
        self._signed_up += timedelta(minutes=1)
        self.signing_up.choose(delegate, visits, self._signed_up)
        return delegate

    def takes_back(self, kind: str) -> None:
        """Take back the first unit that did such a deed."""
        with self.journal.reading() as session:
            query = select(LogRow.unit).where(LogRow.kind == kind).order_by(LogRow.hlc)
            unit = session.scalars(query).all()[0]
        take_back(self.journal, unit)

    def on(self, visit: str) -> list[str]:
        return [each.who.name for each in self.list(visit).people]

    def waiting(self, visit: str) -> list[str]:
        return [each.who.name for each in self.list(visit).waiting]

    def list(self, visit: str) -> BusList:
        return self.visits.bus_list(visit)

    def away(self, delegate: UUID) -> Sequence[tuple[datetime, datetime, str]]:
        return [(each.starts_at, each.ends_at, each.why) for each in self.limits.away(delegate)]


@pytest.fixture
def tours(open_event: OpenEvent, event: EventBuilder) -> Tours:
    return Tours(open_event, event)


def test_over_booked_visits_go_to_most_first_choices_then_to_who_signed_up_first(
    tours: Tours,
) -> None:
    tours.offers("Wind park", 1)
    tours.offers("Dairy", 1)
    tours.wants("Ada", "Wind park", "Dairy")
    tours.wants("Bo", "Wind park")
    tours.wants("Cy", "Dairy", "Wind park")
    proposed = tours.allotting.propose()
    assert tours.on("Wind park") == []

    found = tours.allotting.accept()

    assert (found.given, found.left, found.by_rank) == (
        proposed.given,
        proposed.left,
        proposed.by_rank,
    )
    assert found.by_rank == (2,)
    assert (tours.on("Wind park"), tours.on("Dairy")) == (["Ada"], ["Cy"])
    assert [left.who.name for left in found.left] == ["Bo"]
    assert tours.waiting("Wind park") == ["Bo"]


def test_visits_at_other_times_are_allotted_each_for_itself(tours: Tours) -> None:
    tours.offers("Wind park", 5)
    tours.offers("Harbour", 5, starts=FOUR)
    tours.wants("Ada", "Wind park", "Harbour")
    tours.allotting.accept()
    assert tours.on("Wind park") == tours.on("Harbour") == ["Ada"]
    assert tours.list("Harbour").people[0].rank == 1


def test_whoever_is_not_accepted_gets_no_place(tours: Tours) -> None:
    tours.offers("Dairy", 5)
    ada = tours.wants("Ada", "Dairy", status="received")
    assert tours.allotting.accept().given == ()
    with pytest.raises(PlaceNotPossible) as refused:
        tours.signing_up.give(ada, "Dairy")
    assert refused.value.reason == "not_coming"


def test_a_place_takes_time_from_meetings_until_it_is_given_back(tours: Tours) -> None:
    tours.offers("Dairy", 5)
    ada = tours.wants("Ada", "Dairy")
    tours.allotting.accept()
    assert tours.away(ada) == [(TWO, FOUR, "Dairy")]

    tours.visits.change("Dairy", {"starts_at": FOUR, "ends_at": SIX})
    assert tours.away(ada) == [(FOUR, SIX, "Dairy")]

    tours.signing_up.take_back(ada, "Dairy")
    assert tours.away(ada) == []
    assert tours.on("Dairy") == []

    undo(tours.journal)
    assert tours.away(ada) == [(FOUR, SIX, "Dairy")]
    assert tours.on("Dairy") == ["Ada"]


def test_a_cancelled_visit_frees_its_people_and_undo_brings_all_of_it_back(tours: Tours) -> None:
    tours.offers("Dairy", 5)
    ada = tours.wants("Ada", "Dairy")
    tours.allotting.accept()
    tours.visits.cancel("Dairy")
    assert tours.visits.all() == ()
    assert tours.away(ada) == []

    undo(tours.journal)
    assert [(each.title, each.taken) for each in tours.visits.all()] == [("Dairy", 1)]
    assert tours.away(ada) == [(TWO, FOUR, "Dairy")]
    redo(tours.journal)
    assert tours.visits.all() == ()


def test_one_undo_takes_an_allotment_back(tours: Tours) -> None:
    tours.offers("Dairy", 5)
    for name in ("Ada", "Bo", "Cy"):
        tours.wants(name, "Dairy")
    tours.allotting.accept()
    assert tours.on("Dairy") == ["Ada", "Bo", "Cy"]
    undo(tours.journal)
    assert tours.on("Dairy") == []
    assert tours.waiting("Dairy") == ["Ada", "Bo", "Cy"]


def test_what_is_given_already_stays_when_the_rest_is_allotted(tours: Tours) -> None:
    tours.offers("Dairy", 2)
    for name in ("Ada", "Bo"):
        tours.wants(name, "Dairy")
    last = tours.wants("Cy")
    tours.signing_up.give(last, "Dairy")
    found = tours.allotting.accept()
    assert [each.who.name for each in found.given] == ["Ada"]
    assert tours.on("Dairy") == ["Ada", "Cy"]
    assert tours.list("Dairy").people[1].rank == 0


def test_nobody_has_two_places_at_one_time_or_a_place_that_is_not_there(tours: Tours) -> None:
    tours.offers("Dairy", 1)
    tours.offers("Wind park", 5)
    ada, bo = tours.wants("Ada", "Dairy"), tours.wants("Bo")
    tours.signing_up.give(ada, "Dairy")
    for delegate, visit, reason in (
        (ada, "Dairy", "has_place"),
        (ada, "Wind park", "elsewhere"),
        (bo, "Dairy", "full"),
    ):
        with pytest.raises(PlaceNotPossible) as refused:
            tours.signing_up.give(delegate, visit)
        assert refused.value.reason == reason


def test_the_bus_notes_who_is_there_and_gives_empty_seats_away(tours: Tours) -> None:
    tours.offers("Dairy", 2)
    ada, _bo, cy = (tours.wants(name, "Dairy") for name in ("Ada", "Bo", "Cy"))
    late = tours.wants("Di")
    tours.allotting.accept()
    assert tours.signing_up.board(ada, "Dairy")
    assert not tours.signing_up.board(ada, "Dairy")
    with pytest.raises(PlaceNotPossible) as refused:
        tours.signing_up.board(cy, "Dairy")
    assert refused.value.reason == "no_place"

    # Bo does not come, so Cy sits down.
    assert tours.signing_up.board(cy, "Dairy", on_free_seat=True)
    assert [each.who.name for each in tours.list("Dairy").people if each.boarded_at] == [
        "Ada",
        "Cy",
    ]
    with pytest.raises(PlaceNotPossible) as refused:
        tours.signing_up.board(late, "Dairy", on_free_seat=True)
    assert refused.value.reason == "full"
    undo(tours.journal)
    assert tours.on("Dairy") == ["Ada", "Bo"]


def test_a_choice_is_corrected_and_keeps_its_time(tours: Tours) -> None:
    tours.offers("Dairy", 1)
    tours.offers("Wind park", 1)
    ada = tours.wants("Ada", "Wind park")
    tours.wants("Bo", "Dairy")
    tours.signing_up.choose(ada, ["Dairy"])
    tours.allotting.accept()
    assert tours.on("Dairy") == ["Ada"]


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        (VisitOrder(" ", TWO, FOUR, 5), "title"),
        (VisitOrder("dairy", TWO, FOUR, 5), "title_taken"),
        (VisitOrder("Harbour", FOUR, TWO, 5), "ends_first"),
        (VisitOrder("Harbour", TWO, FOUR, 0), "no_places"),
    ],
)
def test_a_visit_that_makes_no_sense_is_refused(
    tours: Tours, order: VisitOrder, reason: str
) -> None:
    tours.offers("Dairy", 1)
    with pytest.raises(VisitNotPossible) as refused:
        tours.visits.add(order)
    assert refused.value.reason == reason
    assert len(tours.visits.all()) == 1


def test_fewer_places_than_people_have_are_refused(tours: Tours) -> None:
    tours.offers("Dairy", 2)
    for name in ("Ada", "Bo"):
        tours.wants(name, "Dairy")
    tours.allotting.accept()
    with pytest.raises(VisitNotPossible) as refused:
        tours.visits.change("Dairy", {"places": 1})
    assert (refused.value.reason, refused.value.value) == ("places_taken", "2")


def test_what_nobody_offers_can_not_be_chosen(tours: Tours, event: EventBuilder) -> None:
    tours.offers("Dairy", 2)
    ada = event.delegate("Ada")
    with pytest.raises(UnknownVisit) as refused:
        tours.signing_up.choose(ada, ["Museum"])
    assert refused.value.known == ("Dairy",)
    with pytest.raises(ChoiceNotPossible):
        tours.signing_up.choose(ada, ["Dairy", "dairy"])


def test_in_the_night_when_clocks_go_forward_a_visit_ends_after_it_starts_all_the_same(
    tours: Tours,
) -> None:
    before, after = (
        datetime(2027, 3, 28, hour, minute, tzinfo=VILNIUS) for hour, minute in ((3, 45), (4, 15))
    )
    assert before < after, "by the clock, of which the hour from three is left out"

    with pytest.raises(VisitNotPossible) as refused:
        tours.visits.add(VisitOrder("Night shift", before, after, 5))
    assert refused.value.reason == "ends_first"


def test_a_place_comes_back_by_undo_only_while_nobody_else_has_it(tours: Tours) -> None:
    tours.offers("Dairy", 1)
    ada, bo = tours.wants("Ada", "Dairy"), tours.wants("Bo", "Dairy")
    tours.signing_up.give(ada, "Dairy")
    tours.signing_up.take_back(ada, "Dairy")
    tours.signing_up.give(bo, "Dairy")

    with pytest.raises(BuiltOn):
        tours.takes_back("VisitPlaceTakenBack")
    assert tours.on("Dairy") == ["Bo"]
    tours.signing_up.take_back(bo, "Dairy")
    tours.takes_back("VisitPlaceTakenBack")
    assert tours.on("Dairy") == ["Ada"]


def test_places_are_not_taken_away_by_undo_once_people_have_them(tours: Tours) -> None:
    tours.offers("Dairy", 1)
    tours.visits.change("Dairy", {"places": 2})
    for name in ("Ada", "Bo"):
        tours.signing_up.give(tours.wants(name), "Dairy")

    with pytest.raises(BuiltOn):
        tours.takes_back("VisitChanged")
    assert tours.visits.all()[0].places == 2
