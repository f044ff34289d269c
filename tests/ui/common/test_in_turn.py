from __future__ import annotations

import pytest

from ui.common.in_turn import InTurn


class Begun:
    """Counts how often something was begun."""

    def __init__(self) -> None:
        self.times = 0
        self.turns = InTurn(self.begin)

    def begin(self) -> None:
        self.times += 1


@pytest.fixture
def begun() -> Begun:
    return Begun()


def test_what_nobody_does_yet_begins_at_once(begun: Begun) -> None:
    begun.turns.ask()

    assert begun.times == 1


def test_what_is_asked_for_meanwhile_is_done_once_more_however_often_that_was(
    begun: Begun,
) -> None:
    for _time in range(3):
        begun.turns.ask()
    during = begun.times
    begun.turns.ended()
    after = begun.times
    begun.turns.ended()

    assert (during, after, begun.times) == (1, 2, 2)


def test_what_failed_is_not_tried_again_before_somebody_asks(begun: Begun) -> None:
    begun.turns.ask()
    begun.turns.ask()
    begun.turns.failed()
    before = begun.times
    begun.turns.ask()
    begun.turns.ended()

    assert (before, begun.times) == (1, 2)
