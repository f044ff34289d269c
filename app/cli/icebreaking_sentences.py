"""One sentence for each refusal of rounds at mixed tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.errors import DeskError
from app.icebreaking.mixing import LEAST_AT_TABLE, MOST_PEOPLE, MOST_ROUNDS, RoundsNotPossible
from app.icebreaking.rounds import NoRounds

_TOO_FEW = {0: "There is nobody to seat.", 1: "There is one person only."}
_THEN = (
    " In a second round nobody would meet anybody new. Choose smaller tables, or wait until more "
    "people are here."
)
_REASONS: Mapping[str, Callable[[int], str]] = {
    "no_round": lambda _n: "There is no round to seat people for. Ask for at least one.",
    "too_many_rounds": lambda n: (
        f"{n:,} rounds are more than a day holds. Ask for {MOST_ROUNDS} at most."
    ),
    "too_many_people": lambda n: (
        f"{n:,} people are more than rounds are found for. Choose {MOST_PEOPLE:,} at most: a "
        "delegation, a sector, or who is checked in."
    ),
    "minutes": lambda _n: "A round takes 1 minute to 240. Say how long.",
    "pause": lambda _n: "Between two rounds are 0 minutes to 240. Say how many.",
    "midnight": lambda n: (
        f"The last of {n:,} rounds would end after midnight. Begin earlier, or take less time."
    ),
    "begun": lambda n: (
        f"{n:,} of the rounds that are kept have begun, so they stay. Fit in who comes late, or "
        "drop them all."
    ),
    "all_begun": lambda _n: "All rounds have begun, so nobody's seat can change.",
    "round_begun": lambda n: f"Round {n} has begun, so nobody changes seats in it.",
    "no_such_round": lambda n: f"There are {n:,} rounds. Name one of them.",
    "same_table": lambda n: f"They sit at one table, number {n}. Nothing would change.",
    "sits_already": lambda _n: "They have a place in the rounds to come already.",
    "sits_nowhere": lambda _n: "They have no place in the rounds to come.",
    "tables": lambda n: (
        f"{n:,} people at so many tables leave fewer than {LEAST_AT_TABLE} at one. Take fewer "
        "tables."
    ),
    "size": lambda _n: f"A table takes {LEAST_AT_TABLE} people or more, or nobody is mixed.",
    "too_few": lambda n: _TOO_FEW.get(n, f"{n:,} people fit at one table.") + _THEN,
}

ICEBREAKING_SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    NoRounds: lambda r: f"No rounds are kept for {r.day}. Seat people and keep them first.",
    RoundsNotPossible: lambda r: _REASONS[r.reason](r.value),
}
