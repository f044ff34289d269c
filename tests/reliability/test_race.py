"""R8: however many desks scan a badge at once, exactly one lets its delegate in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from multiprocessing.context import SpawnContext
from typing import Any

import pytest
from sqlalchemy import select

from db.models import CheckIn
from tests.building import EventBuilder
from tests.reliability.worker import PATIENCE, Told, race, race_without_looking_again

DESKS = 8


def told_by(
    others: SpawnContext, event: EventBuilder, runner: Callable[..., None], whom: list[Any]
) -> list[list[Told]]:
    """Let eight desks race; give what each was told, round by round."""
    start = others.Barrier(DESKS)
    with ExitStack() as stack:
        ends = []
        for number in range(1, DESKS + 1):
            ours, theirs = others.Pipe(duplex=False)
            stack.enter_context(ours)
            args = (event.event.database.file, number, whom, start, theirs)
            process = others.Process(target=runner, args=args)
            process.start()
            stack.callback(process.join)
            theirs.close()
            ends.append(ours)
        return [end.recv() for end in ends if end.poll(PATIENCE + len(whom))]


@pytest.mark.parametrize("rounds", [100, pytest.param(300, marks=pytest.mark.long)])
def test_exactly_one_of_eight_desks_lets_a_delegate_in(
    event: EventBuilder, others: SpawnContext, rounds: int
) -> None:
    badges = event.badges_of(event.crowd(rounds))

    told = told_by(others, event, race, badges)

    assert len(told) == DESKS
    for answers in zip(*told, strict=True):
        (winner,) = (answer for answer in answers if answer.decision == "checked_in")
        losers = [answer for answer in answers if answer is not winner]
        assert {(loser.decision, loser.by) for loser in losers} == {("already_in", winner.desk)}
    assert all(came == 1 for came in check_ins(event).values())


def test_desks_that_do_not_look_again_under_the_lock_let_somebody_in_twice(
    event: EventBuilder, others: SpawnContext
) -> None:
    delegates = event.crowd(30)

    told_by(others, event, race_without_looking_again, delegates)

    assert max(check_ins(event).values()) > 1, "the race is no race"


def check_ins(event: EventBuilder) -> Counter[object]:
    with event.event.journal.reading() as session:
        return Counter(session.scalars(select(CheckIn.delegate_id).where(CheckIn.alive)))
