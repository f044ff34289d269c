"""What somebody has to be at, of all parts of the programme in one list."""

from __future__ import annotations

from uuid import UUID

import pytest

from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.icebreaking.keeping import Icebreaking
from app.icebreaking.mixing import RoundsOrder
from app.icebreaking.rounds import Timetable
from app.itinerary.items import Item, Itinerary, Part
from app.itinerary.now_for import itinerary_in, itinerary_of
from app.speeches.known import SpeechOrder
from app.speeches.ordering import Order
from app.speeches.speaking import Speaking
from app.visits.signing_up import SigningUp
from app.visits.visit import VisitOrder
from app.visits.visits import Visits
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at
from tests.app.programme.holding import Holding
from tests.building import FIRST_DAY, EventBuilder


@pytest.fixture
def holding(day: RunningDay, event: EventBuilder) -> Holding:
    """A programme beside the meetings of ``day``."""
    return Holding(day.floor, event)


@pytest.fixture
def full(holding: Holding, day: RunningDay) -> Holding:
    """A day on which Ada has something of every part, and Bo and Cy have some."""
    journal = holding.journal
    people = [holding.floor.who(name) for name in ("Ada", "Bo", "Cy", "Di", "Eli", "Fay")]
    holding.holds("Opening", "09:00", "10:00", room="Hall A", everybody=True)
    day.meets("Ada", "Bo", "10:40", "4")
    holding.holds("Green talk", "11:00", "12:00", room="Blue room")
    holding.books("Green talk", "Ada")
    Visits(journal).add(VisitOrder("Wind park", at("14:00"), at("16:00"), 5, "", "Main door"))
    SigningUp(journal).give(people[0], "Wind park")
    Icebreaking(journal).keep(
        FIRST_DAY, RoundsOrder(rounds=2, size=3), Timetable(at("16:30"), minutes=10, pause=5)
    )
    Speaking(journal).set(FIRST_DAY, SpeechOrder(at("17:00"), 5, 5, Order.DELEGATION))
    return holding


def of(holding: Holding, name: str) -> Itinerary:
    return itinerary_of(holding.journal, holding.floor.who(name))


def told(items: tuple[Item, ...]) -> list[tuple[str, str, str]]:
    return [(each.part, each.title or str(each.number or ""), each.place) for each in items]


def test_everything_somebody_has_to_be_at_stands_in_one_list_by_time(full: Holding) -> None:
    kept = Icebreaking(full.journal).of_day(FIRST_DAY)
    first, second = (table for _round, table in kept.met(full.floor.who("Ada")))

    assert told(of(full, "Ada").items) == [
        (Part.SESSION, "Opening", "Hall A"),
        (Part.MEETING, "", "4"),
        (Part.SESSION, "Green talk", "Blue room"),
        (Part.VISIT, "Wind park", "Main door"),
        (Part.ROUND, "1", str(first)),
        (Part.ROUND, "2", str(second)),
        (Part.SPEECH, "1", ""),
    ]
    assert [each.part for each in of(full, "Cy").items] == [
        Part.SESSION,
        Part.ROUND,
        Part.ROUND,
        Part.SPEECH,
    ]


@pytest.mark.parametrize(
    ("time", "now", "comes"),
    [
        ("08:30", [], ["Opening"]),
        ("09:30", ["Opening"], [""]),
        ("11:00", ["Green talk"], ["Wind park"]),
        ("12:00", [], ["Wind park"]),
        ("15:59", ["Wind park"], ["1"]),
        ("16:42", [], ["2"]),
        ("17:05", ["1"], []),
        ("18:00", [], []),
    ],
)
def test_what_is_now_and_what_is_next_follow_from_the_time(
    full: Holding, time: str, now: list[str], comes: list[str]
) -> None:
    standing = of(full, "Ada").standing(at(time))

    assert [title for _part, title, _place in told(standing.now)] == now
    assert [title for _part, title, _place in told(standing.next)] == comes


def test_what_somebody_can_not_be_at_together_is_told(full: Holding, day: RunningDay) -> None:
    assert of(full, "Ada").clashing() == frozenset()

    day.meets("Ada", "Cy", "11:30", "5")

    clashing = of(full, "Ada").clashing()
    assert {(each.part, each.place) for each in clashing} == {
        (Part.SESSION, "Blue room"),
        (Part.MEETING, "5"),
    }


def test_a_session_for_everybody_that_tells_of_rounds_is_not_at_the_same_time_as_them(
    full: Holding,
) -> None:
    full.holds("Ice-breaking", "16:30", "17:30", room="Hall A", everybody=True)

    itinerary = of(full, "Ada")

    assert itinerary.clashing() == frozenset()
    assert [each.part for each in itinerary.standing(at("16:35")).now] == [Part.ROUND]
    assert [each.part for each in itinerary.standing(at("16:10")).next] == [Part.ROUND]
    assert [each.title for each in itinerary.standing(at("16:42")).now] == ["Ice-breaking"]


def test_where_somebody_is_on_stage_next_is_told_until_that_is_over(full: Holding) -> None:
    full.holds("Panel", "13:00", "13:45", room="Red room", moderators="Ada")
    itinerary = of(full, "Ada")

    for time, on_stage in (
        ("08:00", [(Part.SESSION, "Panel", "Red room")]),
        ("13:44", [(Part.SESSION, "Panel", "Red room")]),
        ("13:45", [(Part.SPEECH, "1", "")]),
        ("18:00", []),
    ):
        assert told(itinerary.on_stage(at(time))) == on_stage


def test_what_was_cancelled_given_back_or_skipped_is_in_no_list(full: Holding) -> None:
    ada = full.floor.who("Ada")

    full.sessions.cancel(full.sessions.named("Green talk"))
    SigningUp(full.journal).take_back(ada, "Wind park")
    Icebreaking(full.journal).drop(FIRST_DAY)
    Speaking(full.journal).skip(FIRST_DAY, ada)

    assert [each.part for each in of(full, "Ada").items] == [Part.SESSION, Part.MEETING]
    assert of(full, "Bo").items[-1].number == 1


def test_who_came_to_a_session_and_was_at_the_bus_stands_beside_it(
    full: Holding, day: RunningDay
) -> None:
    assert {each.since for each in of(full, "Ada").items} == {None}

    day.is_now("10:58")
    SigningUp(full.journal).board(full.floor.who("Ada"), "Wind park")

    assert [each.part for each in of(full, "Ada").items if each.since == at("10:58")] == [
        Part.VISIT
    ]


def test_whoever_takes_over_a_place_has_to_be_where_the_other_would_have_been(
    full: Holding,
) -> None:
    ada = full.floor.who("Ada")
    were = told(of(full, "Ada").items)

    new = Roster(full.journal, "A").substitute(ada, PersonOrder(given_name="Eve"))

    assert told(itinerary_of(full.journal, new.id).items) == were
    assert of(full, "Ada").items == ()


def test_an_event_with_meetings_alone_has_no_programme(holding: Holding, day: RunningDay) -> None:
    day.meets("Ada", "Bo", "10:40", "4")
    assert not of(holding, "Ada").has_programme
    holding.holds("Lunch", "12:00", "13:00")
    assert of(holding, "Ada").has_programme


def test_asking_for_one_delegate_takes_no_longer_with_more_of_others(full: Holding) -> None:
    ada = full.floor.who("Ada")
    alone = _steps(full, ada)
    full.books("Green talk", *(f"Guest{number}" for number in range(60)))

    assert _steps(full, ada) < alone + 60


def _steps(holding: Holding, delegate: UUID) -> int:
    """Count the steps that the store takes to find it all."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    with holding.journal.reading() as session:
        raw = session.connection().connection.driver_connection
        assert raw is not None
        raw.set_progress_handler(count, 1)
        itinerary_in(session, delegate, holding.journal.now)
        raw.set_progress_handler(None, 1)
    return steps


def test_whoever_speaks_after_somebody_with_two_entries_is_told_the_turn_of_the_list(
    holding: Holding,
) -> None:
    people = {name: holding.floor.who(name) for name in ("Ada", "Adda", "Bo")}
    speaking = Speaking(holding.journal)
    speaking.set(FIRST_DAY, SpeechOrder(at("17:00"), 5, 5, Order.DELEGATION))
    Roster(holding.journal, "A").merge(people["Ada"], people["Adda"])

    (turn,) = of(holding, "Bo").items
    _speeches, told_list = speaking.of_day(FIRST_DAY)

    (place, listed), *_ = [
        each for each in enumerate(told_list, 1) if each[1].who.id == people["Bo"]
    ]
    assert (turn.number, turn.starts_at) == (place, listed.starts_at) == (2, at("17:10"))
