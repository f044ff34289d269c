from __future__ import annotations

import gc
from collections.abc import Iterator
from threading import Thread, get_ident

import pytest

from app.garbage import OneThreadCollector, without_collector


class InCycle:
    """Part of a cycle that tells which thread freed it."""

    def __init__(self, freed_by: list[int]) -> None:
        self._freed_by = freed_by
        self._itself = self

    def __del__(self) -> None:
        self._freed_by.append(get_ident())


@pytest.fixture
def collector() -> Iterator[OneThreadCollector]:
    gc.collect()
    yield OneThreadCollector()
    gc.disable()


def lists() -> list[list[int]]:
    """Make enough for a look at it to be worth it."""
    return [[] for _ in range(10_000)]


def in_another_thread() -> int:
    thread = Thread(target=lists)
    thread.start()
    at_work = thread.ident
    thread.join()
    assert at_work is not None
    return at_work


def test_a_job_frees_nothing_of_what_the_window_left(collector: OneThreadCollector) -> None:
    freed_by: list[int] = []
    InCycle(freed_by)

    in_another_thread()
    assert freed_by == []

    kept = lists()
    collector.look()
    assert freed_by == [get_ident()]
    assert kept


@pytest.mark.usefixtures("collector")
def test_python_alone_lets_a_job_free_it() -> None:
    gc.enable()
    freed_by: list[int] = []
    InCycle(freed_by)

    assert freed_by == []
    assert in_another_thread() in freed_by


def test_what_lived_through_a_look_is_found_later(collector: OneThreadCollector) -> None:
    freed_by: list[int] = []
    kept = [[[InCycle(freed_by)]]]
    gc.collect(0)
    kept.clear()

    for _ in range(10):
        some = lists()
        collector.look()
        some.clear()

    assert freed_by == [get_ident()]


def test_everything_is_looked_at_once_nobody_does_anything(collector: OneThreadCollector) -> None:
    freed_by: list[int] = []
    old = [InCycle(freed_by)]
    gc.collect()
    old.clear()

    for _ in range(200):
        some = lists()
        collector.look()
        some.clear()
    assert freed_by == []

    for _ in range(40):
        collector.look()
    assert freed_by == [get_ident()]


def test_nobody_looks_during_work_that_holds_it_off(collector: OneThreadCollector) -> None:
    freed_by: list[int] = []
    with without_collector():
        InCycle(freed_by)
        kept = lists()
        collector.look()
        assert freed_by == []

    collector.look()
    assert freed_by == [get_ident()]
    assert kept


def test_python_looks_again_after_such_work_where_it_did_before() -> None:
    gc.enable()
    with without_collector():
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.disable()
