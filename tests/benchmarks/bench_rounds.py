"""How well and how fast people are mixed: ``python -m tests.benchmarks.bench_rounds``.

Rounds at mixed tables: nobody may meet anybody twice where 60 people have four rounds at tables of
six, and 300 people are seated within 5 s; how both grow with people, tables and rounds, at four
regions and two sectors; and how long it takes to fit in who comes late and to close the gaps of who
does not. Visits: places for 300 people who sign up, allotted
exactly, and how that grows.
"""

from __future__ import annotations

import time
from dataclasses import replace
from random import Random

from app.planning.allotment import Wish, allotted
from app.planning.rounds.problem import Guest, Round, RoundsWanted, Seated
from app.planning.rounds.seating import seated

PEOPLE, SIZES, ROUNDS = (60, 120, 200, 300), (4, 6, 8), 4
CROWDS = tuple((people, size, ROUNDS) for people in PEOPLE for size in SIZES)
HARDER = ((60, 6, 5), (60, 6, 6), (300, 8, 8), (600, 6, 4))
CHANGED = ((60, 6), (300, 6))
LATE, MISSING = 3, 20
LITTLE = 10_000_000
"""As much work as the service gives to it."""
SIGN_UPS = ((100, 3), (300, 6), (600, 6))
REGIONS, SECTORS, CHOICES = 4, 2, 3


def main() -> None:
    print(
        "people  table  rounds  repeats (least)   pairs alike in firm, region, sector (least)   s"
    )
    for people, size, rounds in (*CROWDS, *HARDER):
        _report_rounds(people, size, rounds)
    print(
        f"people  table  {LATE} come late: moved, s   1 of {MISSING} is missing: moved, repeats, s"
    )
    for people, size in CHANGED:
        _report_changes(people, size)
    print("people  visits  places  first, second, third choices   s")
    for people, visits in SIGN_UPS:
        _report_visits(people, visits)


def _report_rounds(people: int, size: int, rounds: int) -> None:
    guests = _guests(people)
    before = time.process_time()
    found = seated(RoundsWanted(guests, size, rounds, weights=(20, 3, 2)))
    took = time.process_time() - before
    alike = ", ".join(
        f"{of} ({least})" for of, least in zip(found.alike, found.least_alike, strict=True)
    )
    repeats = f"{found.repeats} ({found.least_repeats})"
    print(f"{people:6}  {size:5}  {rounds:6}  {repeats:16}  {alike:44}  {took:5.2f}")


def _guests(people: int) -> tuple[Guest, ...]:
    random = Random(people)
    return tuple(
        Guest(
            f"{number:04}",
            (f"O{number // 2}", f"R{random.randrange(REGIONS)}", f"S{random.randrange(SECTORS)}"),
        )
        for number in range(people)
    )


def _report_changes(people: int, size: int) -> None:
    guests, weights = _guests(people + LATE), (20, 3, 2)
    order = RoundsWanted(guests[:people], size, ROUNDS, weights)
    kept = seated(order)
    before = time.process_time()
    late = seated(replace(order, guests=guests, before=_standing(kept, ROUNDS)), work=LITTLE)
    late_took = time.process_time() - before
    gone = {guest.name for guest in guests[:people:MISSING]}
    left = tuple(
        replace(guest, rounds=0b0011) if guest.name in gone else guest for guest in guests[:people]
    )
    before = time.process_time()
    closed = seated(replace(order, guests=left, before=_standing(kept, 2)), work=LITTLE)
    took = time.process_time() - before
    print(
        f"{people:6}  {size:5}  {late.changed:4}, {late_took:5.2f}"
        f"                 {closed.changed:4}, {closed.repeats:4}, {took:5.2f}"
    )


def _standing(kept: Seated, firm: int) -> tuple[Round, ...]:
    """Give rounds as they stand; so many of them, the first, firmly."""
    return tuple(
        Round({name: at for at, table in enumerate(tables) for name in table}, number < firm)
        for number, tables in enumerate(kept.rounds)
    )


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
