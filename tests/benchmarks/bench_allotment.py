"""How long it takes to allot over-booked visits, and how that grows.

``python -m tests.benchmarks.bench_allotment``. Everybody names up to five visits, the first ones
far more often than the last; there are places for four fifths. The processor's seconds are said.
"""

from __future__ import annotations

import time
from random import Random

from app.planning.allotment import Wish, allotted

PEOPLE = [200, 500, 1_000, 2_000, 4_000]
VISITS = [20, 40]


def main() -> None:
    print(f"{'people':>7}{'visits':>8}{'in all':>10}   got their first, second, … choice")
    for visits in VISITS:
        for people in PEOPLE:
            wishes, places = crowd(people, visits)
            began = time.process_time()
            found = allotted(wishes, places)
            seconds = time.process_time() - began
            print(f"{people:>7,}{visits:>8}{seconds:>8.2f} s   {found.by_rank}", flush=True)


def crowd(people: int, visits: int) -> tuple[list[Wish], dict[str, int]]:
    """Make up what people chose, and the places that there are."""
    random = Random(people * visits)
    titles = [f"V{number:02}" for number in range(visits)]
    likes = [1 / (number + 1) for number in range(visits)]
    wishes = []
    for person in range(people):
        chosen = dict.fromkeys(random.choices(titles, likes, k=random.randint(1, 5)))
        wishes.append(Wish(f"P{person}", tuple(chosen)))
    each = 2 * people // visits
    return wishes, {title: max(1, int(random.random() * each * 0.8)) for title in titles}


if __name__ == "__main__":
    main()
