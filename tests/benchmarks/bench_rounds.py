"""How well and how fast people are mixed: ``python -m tests.benchmarks.bench_rounds``.

Rounds at mixed tables: nobody may meet anybody twice where 60 people have four rounds at tables of
six, and 300 people are seated within 5 s. Visits: places for 300 people who sign up, allotted
exactly, and how that grows.
"""

from __future__ import annotations

import time
from random import Random

from app.planning.allotment import Wish, allotted
from app.planning.rounds.problem import Guest, RoundsWanted
from app.planning.rounds.seating import seated

CROWDS = ((60, 6, 4), (60, 6, 5), (60, 6, 6), (120, 6, 4), (300, 6, 4), (300, 8, 8), (600, 6, 4))
SIGN_UPS = ((100, 3), (300, 6), (600, 6))
REGIONS, SECTORS, CHOICES = 4, 2, 3


def main() -> None:
    print(
        "people  table  rounds  repeats (least)   pairs alike in firm, region, sector (least)   s"
    )
    for people, size, rounds in CROWDS:
        _report_rounds(people, size, rounds)
    print("people  visits  places  first, second, third choices   s")
    for people, visits in SIGN_UPS:
        _report_visits(people, visits)


def _report_rounds(people: int, size: int, rounds: int) -> None:
    random = Random(people)
    guests = tuple(
        Guest(
            f"{number:04}",
            (f"O{number // 2}", f"R{random.randrange(REGIONS)}", f"S{random.randrange(SECTORS)}"),
        )
        for number in range(people)
    )
    before = time.process_time()
    found = seated(RoundsWanted(guests, size, rounds, weights=(20, 3, 2)))
    took = time.process_time() - before
    alike = ", ".join(
        f"{of} ({least})" for of, least in zip(found.alike, found.least_alike, strict=True)
    )
    repeats = f"{found.repeats} ({found.least_repeats})"
    print(f"{people:6}  {size:5}  {rounds:6}  {repeats:16}  {alike:44}  {took:5.2f}")


def _report_visits(people: int, visits: int) -> None:
    random = Random(people)
    titles = [f"V{number}" for number in range(visits)]
    # The first are liked best, so that they are over-booked.
    wishes = [
        Wish(
            str(number),
            tuple(
                sorted(random.sample(titles, CHOICES), key=lambda t: int(t[1:]) * random.random())
            ),
        )
        for number in range(people)
    ]
    places = people // visits // 2
    before = time.process_time()
    found = allotted(wishes, dict.fromkeys(titles, places))
    took = time.process_time() - before
    ranks = ", ".join(map(str, found.by_rank))
    print(f"{people:6}  {visits:6}  {places * visits:6}  {ranks:30}  {took:5.2f}")


if __name__ == "__main__":
    main()
