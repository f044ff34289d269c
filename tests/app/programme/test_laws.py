"""Laws of bookings, whatever is done in whatever order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import DeskError
from app.journal.undo import redo, undo
from app.programme.orders import Place, SessionOrder
from tests.app.meetings.asking import Floor, at
from tests.app.programme.holding import Holding
from tests.building import EventBuilder, MovableClock, copy_event

PEOPLE = ("Ada", "Bo", "Cy", "Di")
TITLES = ("Talk", "Panel")
HOURS = ("13:00", "14:00", "14:30")

steps = st.tuples(st.integers(0, 50), st.integers(0, 50))


def _title(one: int) -> str:
    return TITLES[one % len(TITLES)]


def _person(other: int) -> str:
    return PEOPLE[other % len(PEOPLE)]


def _moves(here: Holding, one: int, other: int) -> None:
    to = Place(starts_at=at(HOURS[other % len(HOURS)]))
    here.sessions.move(here.sessions.named(_title(one)), to)


def _has_places(here: Holding, one: int, other: int) -> None:
    order = SessionOrder(places=1 + other % 3)
    here.sessions.change(here.sessions.named(_title(one)), order)


_DEEDS: Mapping[str, Callable[[Holding, int, int], object]] = {
    "books": lambda here, one, other: here.books(_title(one), _person(other)),
    "books again": lambda here, one, other: here.books(_title(one), _person(other)),
    "cancels": lambda here, one, _other: here.sessions.cancel(here.sessions.named(_title(one))),
    "has places": _has_places,
    "moves": _moves,
    "redoes": lambda here, _one, _other: redo(here.journal),
    "restores": lambda here, one, _other: here.sessions.restore(here.sessions.named(_title(one))),
    "unbooks": lambda here, one, other: here.unbooks(_title(one), _person(other)),
    "undoes": lambda here, _one, _other: undo(here.journal),
}


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(_DEEDS)), steps), min_size=6, max_size=16))
def test_no_session_is_ever_booked_by_more_than_it_has_places_for(
    done: list[tuple[str, tuple[int, int]]],
) -> None:
    with TemporaryDirectory() as folder:
        event = copy_event(Path(folder) / "event.matchdesk", MovableClock())
        builder = EventBuilder(event)
        here = Holding(Floor(event, builder), builder)
        here.comes(*PEOPLE)
        for title in TITLES:
            here.holds(title, "14:00", "15:00", places=2)
        for kind, (one, other) in done:
            with suppress(DeskError):
                _DEEDS[kind](here, one, other)
            _keep_to_places(here)
        event.close()


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["books", "unbooks"]), steps), min_size=4, max_size=12))
def test_nobody_is_booked_into_two_places_at_one_time(
    done: list[tuple[str, tuple[int, int]]],
) -> None:
    with TemporaryDirectory() as folder:
        event = copy_event(Path(folder) / "event.matchdesk", MovableClock())
        builder = EventBuilder(event)
        here = Holding(Floor(event, builder), builder)
        here.comes(*PEOPLE)
        here.holds("Talk", "14:00", "15:00")
        here.holds("Panel", "14:45", "15:30", speakers="Ada")
        for kind, (one, other) in done:
            with suppress(DeskError):
                _DEEDS[kind](here, one, other)
            assert here.conflicts() == ()
        event.close()


def _keep_to_places(here: Holding) -> None:
    for title in TITLES:
        with suppress(ValueError):
            told = here.session(title)
            assert told.places is None or told.figures.booked <= told.places
