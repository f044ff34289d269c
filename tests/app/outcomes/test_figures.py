"""Figures add up, and say of each meeting what became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.checkin.scanning import Scanning
from app.delegates.organisations import Organisations
from app.errors import DeskError
from app.floor.states import Missing, Word
from app.outcomes.figures import NOBODY, Applied, Figures, Turnout
from app.outcomes.figures_reader import FiguresReader
from app.outcomes.outcome import Outcome, OutcomeKind, Side
from app.outcomes.recording import Recording
from app.outcomes.tally import Tally
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor
from tests.building import FIRST_DAY, SECOND_DAY, EventBuilder, MovableClock, copy_event

LEAD = Outcome(frozenset({OutcomeKind.LEAD}), interest=4)


def figures(day: RunningDay) -> Figures:
    return FiguresReader(day.journal).of_event()


def test_each_meeting_counts_as_what_became_of_it(day: RunningDay) -> None:
    day.is_now("09:00")
    held = day.meets("Ada", "Bo", "10:15", "1")
    missed = day.meets("Cy", "Di", "10:15", "2")
    gone = day.meets("Eli", "Flo", "10:15", "3")
    day.meets("Ada", "Cy", "12:20", "1")
    day.comes("Ada", "Bo", "Cy")
    day.is_now("11:00")
    day.acts.say(missed, Word.NO_SHOW, Missing.HOST)
    day.acts.cancel(gone)
    Recording(day.journal).record(held, LEAD)

    found = figures(day)

    assert found.meetings == Tally(
        arranged=4, held=1, ahead=1, lost_by_host=1, cancelled=1, recorded=2
    )
    assert (found.waiting.times, found.waiting.minutes) == (1, 20)
    assert found.outcomes[OutcomeKind.LEAD] == 1
    assert (found.interest.answers, found.interest.mean) == ((0, 0, 0, 1, 0), 4.0)


def test_a_moved_meeting_that_was_held_is_recovered_and_a_new_one_too(day: RunningDay) -> None:
    moved = day.meets("Ada", "Bo", "10:15", "1")
    day.comes("Ada", "Bo", "Cy")
    day.is_now("10:20")
    day.moves(moved, "11:05", "1")
    day.meets("Ada", "Cy", "11:30", "1")
    day.is_now("12:10")

    found = figures(day).meetings

    assert (found.arranged, found.moved, found.recovered, found.held) == (2, 1, 2, 2)


def test_people_are_counted_with_their_organisations_and_countries(
    day: RunningDay, event: EventBuilder
) -> None:
    ada, _bo = event.delegates(
        ("Ada", "One"), ("Bo", "Two"), organisation="Engines", country="GB", badge=False
    )
    cy = event.delegate("Cy", "Three", country="LT", badge=False)
    event.delegate("Di", "Four", status="received", badge=False)
    Scanning(day.journal).check_in(ada)
    Scanning(day.journal).check_in(cy)

    people = figures(day).people

    shown = {
        name: (of.delegates, of.organisations, of.countries)
        for name in ("applied", "accepted", "checked_in", "met", "absent")
        for of in (getattr(people, name),)
    }
    assert shown == {
        "applied": (4, 3, 2),
        "accepted": (3, 2, 2),
        "checked_in": (2, 2, 2),
        "met": (0, 0, 0),
        "absent": (1, 0, 0),
    }


def test_applications_are_counted_by_what_became_of_them_and_by_delegation(
    day: RunningDay, event: EventBuilder
) -> None:
    ada = event.delegate("Ada", delegation="US delegation", badge=False)
    event.delegate("Bo", delegation="US delegation", status="declined", badge=False)
    for name, status in (("Cy", "waiting"), ("Di", "withdrawn"), ("Eli", "received")):
        event.delegate(name, status=status, badge=False)
    Scanning(day.journal).check_in(ada)

    found = figures(day)

    assert found.applications == Applied(5, 1, 1, 1, 1, 1, 1)
    assert found.applications_by == {
        NOBODY: Applied(3, 0, 0, 1, 1, 1, 0),
        "US delegation": Applied(2, 1, 1, 0, 0, 0, 1),
    }
    summed = {
        each.name: sum(getattr(of, each.name) for of in found.applications_by.values())
        for each in fields(Applied)
    }
    assert summed == asdict(found.applications)


def test_people_are_counted_by_the_type_of_organisation_they_stand_for(
    day: RunningDay, event: EventBuilder
) -> None:
    ada = event.delegate("Ada", organisation="Baltic Photonics", kind="cluster", country="LT")
    event.delegate("Bo", organisation="Baltic Photonics", kind="cluster", country="LT")
    event.delegate("Cy", organisation="Loire Composites", kind="cluster", country="FR")
    event.delegate("Di", organisation="Sails", country="FR")
    member = event.delegate("Eli", organisation="Timber", kind="company", country="LV")
    Organisations(day.journal).join("Timber", "Sails")
    for each in (ada, member):
        Scanning(day.journal).check_in(each)

    types = figures(day).types

    assert list(types) == ["cluster", "company"]
    assert types["cluster"].applied == Turnout(4, 3, 2)
    assert types["cluster"].checked_in == Turnout(1, 1, 1)
    assert types["cluster"].absent == Turnout(3, 2, 1), "one who stayed away was not alone"
    assert types["company"].checked_in == Turnout(1, 1, 1)


def test_a_meeting_counts_once_in_each_of_its_groups(day: RunningDay, event: EventBuilder) -> None:
    for name, place in (("Ada", "GB"), ("Bo", "GB"), ("Cy", "LT")):
        of: dict[str, Any] = {
            "country": place,
            "sectors": ["Wood", "Steel"],
            "delegation": "Nordic",
        }
        day.floor.knows(name, event.delegate(name, badge=False, **of))
    day.meets("Ada", "Bo", "10:15", "1")
    day.meets("Ada", "Cy", "10:40", "1")

    by = figures(day).by

    def arranged(groups: Mapping[str, Tally]) -> dict[str, int]:
        return {name: of.arranged for name, of in groups.items()}

    assert arranged(by.countries) == {"GB": 2, "LT": 1}
    assert arranged(by.sectors) == {"Wood": 2, "Steel": 2}
    assert arranged(by.delegations) == {"Nordic": 2}
    assert arranged(by.organisations) == {NOBODY: 2}
    assert {date: of.arranged for date, of in by.days.items()} == {FIRST_DAY: 2}


def test_requests_of_two_who_ask_each_other_are_met_as_one(day: RunningDay) -> None:
    day.asks("Ada", "Bo")
    day.asks("Bo", "Ada")
    wanted = day.asks("Ada", "Cy")
    day.meets("Ada", "Cy", "10:15", "1", request_id=str(wanted))
    day.comes("Ada", "Cy")
    day.is_now("11:00")

    found = figures(day)

    assert (found.requests, found.requests_met) == (2, 1)


def test_shares_say_who_got_what(day: RunningDay) -> None:
    day.meets("Ada", "Bo", "10:15", "1")
    missed = day.meets("Ada", "Cy", "10:40", "1")
    day.comes("Ada", "Bo")
    day.is_now("11:30")
    day.acts.say(missed, Word.NO_SHOW, Missing.HOST)

    shares = {each.delegate: each for each in figures(day).shares}

    ada, cy = shares[day.floor.who("Ada")], shares[day.floor.who("Cy")]
    assert (ada.wanted, ada.held, ada.missed_by_others) == (2, 1, 1)
    assert (cy.wanted, cy.held, cy.missed_by_others) == (1, 0, 0)


def test_tables_are_used_in_slots_where_people_meet(day: RunningDay) -> None:
    day.meets("Ada", "Bo", "10:15", "1")
    day.meets("Cy", "Di", "10:15", "2")
    day.comes("Ada", "Bo")
    day.is_now("10:50")

    first, *others = figures(day).slots

    assert (first.used, first.open) == (1, 10)
    assert {each.used for each in others} == {0}


_DONE = st.lists(
    st.tuples(
        st.sampled_from(("come", "miss", "cancel", "record", "take_out", "later", "add")),
        st.integers(0, 8),
    ),
    max_size=12,
)
_SLOTS = ("10:15", "10:40", "11:05", "11:30", "11:55", "12:20")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_DONE)
def test_whatever_is_done_a_reader_that_looked_before_counts_as_a_new_one(
    done: list[tuple[str, int]],
) -> None:
    clock = MovableClock()
    with TemporaryDirectory() as folder:
        event = copy_event(Path(folder) / "event.matchdesk", clock)
        day = RunningDay(Floor(event, EventBuilder(event)), clock)
        meetings = [day.meets(f"G{n}", f"H{n}", _SLOTS[n], "1") for n in range(3)]
        day.is_now("10:50")
        reader = FiguresReader(day.journal)
        for deed, number in done:
            _do(day, deed, number, meetings)
            found = reader.of_event()

            assert found == FiguresReader(day.journal).of_event()
            _adds_up(found, len(meetings))
        assert reader.of_day(SECOND_DAY).meetings == Tally()
        event.close()


def _do(day: RunningDay, deed: str, number: int, meetings: list[UUID]) -> None:
    """Do something, if it may be done."""
    one = meetings[number % len(meetings)]
    recording = Recording(day.journal)
    deeds: dict[str, Callable[[], object]] = {
        "come": lambda: day.comes(f"{'GH'[number % 2]}{number}"),
        "later": lambda: day.clock.passes(minutes=7),
        "add": lambda: meetings.append(
            day.meets(f"G{number}", f"X{number}", _SLOTS[len(meetings) % len(_SLOTS)], "2")
        ),
        "miss": lambda: day.acts.say(one, Word.NO_SHOW, list(Missing)[number % 3]),
        "record": lambda: recording.record(one, LEAD, list(Side)[number % 3]),
        "take_out": lambda: recording.take_out(one),
        "cancel": lambda: day.acts.cancel(one),
    }
    with suppress(DeskError):
        deeds[deed]()


def _adds_up(found: Figures, arranged: int) -> None:
    of = found.meetings
    assert of.arranged == arranged
    assert of.held + of.running + of.ahead + of.lost + of.cancelled == of.arranged
    assert sum(each.arranged for each in found.by.kinds.values()) == of.arranged
    assert sum(each.held for each in found.by.days.values()) == of.held
    assert of.recorded + of.not_recorded <= of.wanted
