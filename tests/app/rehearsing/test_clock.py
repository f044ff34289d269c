from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.rehearsing.clock import FastClock

TEN = datetime(2027, 3, 16, 10, 0, tzinfo=UTC)


class Seconds:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_minute_passes_in_a_second_once_it_goes_on() -> None:
    seconds = Seconds()
    clock = FastClock(TEN, 60, seconds)
    seconds.now += 5
    assert clock() == TEN

    clock.go_on()
    seconds.now += 2
    assert clock() == TEN + timedelta(minutes=2)

    clock.stop()
    seconds.now += 100
    assert clock() == TEN + timedelta(minutes=2)
    assert not clock.runs


def test_it_goes_to_a_later_instant_and_on_from_there() -> None:
    seconds = Seconds()
    clock = FastClock(TEN, 6, seconds)
    clock.go_on()
    clock.go_to(TEN + timedelta(hours=1))
    clock.go_to(TEN)
    seconds.now += 10

    assert clock() == TEN + timedelta(hours=1, minutes=1)
    assert clock().tzinfo is UTC


@given(
    st.lists(st.tuples(st.floats(0, 50), st.sampled_from(["on", "stop", "60", "6"])), max_size=9)
)
def test_it_never_goes_back_nor_jumps(steps: list[tuple[float, str]]) -> None:
    seconds = Seconds()
    clock = FastClock(TEN, 12, seconds)
    for passes, deed in steps:
        before, runs, pace = clock(), clock.runs, clock.pace
        seconds.now += passes
        expected = before + timedelta(seconds=passes * pace * runs)
        assert abs(clock() - expected) < timedelta(milliseconds=1)
        match deed:
            case "on":
                clock.go_on()
            case "stop":
                clock.stop()
            case pace_wanted:
                clock.change_pace(float(pace_wanted))
        assert abs(clock() - expected) < timedelta(milliseconds=1)
