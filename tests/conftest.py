from __future__ import annotations

import gc
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from app.desks import OpenEvent
from app.garbage import OneThreadCollector
from tests.building import EventBuilder, MovableClock, copy_event
from tests.print_service import PrintService, lacking, print_service

# How long an example takes says nothing on a machine that does other things as well.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

_collector = OneThreadCollector()
_tests = count(1)
_EACH_WHOLE = 100
"""Windows lie in cycles that live through a quick look; a run opens thousands of them."""


@pytest.fixture(scope="session", autouse=True)
def _program() -> None:
    """Go through what was imported once, and not at each look at all there is."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _garbage() -> Iterator[None]:
    """Let no thread of a job end what is left of windows, as in the application."""
    yield
    _collector.look()
    if next(_tests) % _EACH_WHOLE == 0:
        gc.collect()


@pytest.fixture
def clock() -> MovableClock:
    """A clock that stands still until the test moves it."""
    return MovableClock()


@pytest.fixture
def open_event(tmp_path: Path, clock: MovableClock) -> Iterator[OpenEvent]:
    """A new event in a real file, opened by "Desk 1"."""
    event = copy_event(tmp_path / "event.matchdesk", clock)
    yield event
    event.close()


@pytest.fixture
def event(open_event: OpenEvent) -> EventBuilder:
    """Says facts about ``open_event``."""
    return EventBuilder(open_event)


@pytest.fixture(scope="session")
def _print_service() -> Iterator[PrintService]:
    if lacking():
        pytest.skip(f"no print service without {', '.join(lacking())}")
    with print_service() as service:
        yield service


@pytest.fixture
def service(
    _print_service: PrintService, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PrintService]:
    """A print service with nothing in it, which this account uses."""
    monkeypatch.setenv("CUPS_SERVER", _print_service.socket)
    _print_service.tidy()
    yield _print_service
    _print_service.let_go()
