"""Measures how long it takes to suggest partners, and to whom suggestions lead.

Run with ``python -m tests.benchmarks.bench_partners [PEOPLE]…``. Everybody seeks and offers a dozen
words of two thousand, the common ones often, in two of fourteen sectors. Target: at 10,000
delegates, the partners of one within 50 ms once profiles were read.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from app.delegates.seeking import Seeking
from app.partners.finding import Partners, crowd_of
from tests.benchmarks.big_floor import said_floor
from tests.building import MovableClock

SIZES = (200, 1_000, 10_000)
ASKED = 200
_SYLLABLES = ("ba", "co", "di", "fer", "gran", "hy", "lum", "mo", "nex", "por", "rit", "sal", "vo")
_SECTORS = tuple(f"Sector {letter}" for letter in "ABCDEFGHIJKLMN")


def main(arguments: Sequence[str]) -> None:
    """Print the figures for events of several sizes."""
    for people in [int(each) for each in arguments] or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder) / "fair.matchdesk", people)


def measure(file: Path, people: int) -> None:
    """Measure one size."""
    rng = random.Random(7)
    vocabulary = ["".join(rng.choices(_SYLLABLES, k=4)) for _ in range(2_000)]
    weights = [1 / (place + 10) for place in range(len(vocabulary))]

    def profile(rng: random.Random) -> Mapping[str, object]:
        seeks, offers = (" ".join(rng.choices(vocabulary, weights, k=12)) for _ in range(2))
        return {"sectors": rng.sample(_SECTORS, 2), "seeks": seeks, "offers": offers}

    event, ids = said_floor(file, MovableClock(), people, profile)
    try:
        partners, seeking = Partners(event.journal, event.letters), Seeking(event.journal)
        with event.journal.reading() as session:
            started = perf_counter()
            crowd = crowd_of(session)
            first = perf_counter() - started
        partners.of(ids[0])
        chosen = rng.sample(ids, min(ASKED, people))
        one = [seconds(lambda each=each: partners.of(each)) for each in chosen]
        words = rng.choices(vocabulary, weights, k=50)
        found = [seconds(lambda word=word: seeking.ids(word)) for word in words]
        named = Counter(each.id for who in chosen for each in crowd.likely(who))
    finally:
        event.close()
    print(
        f"{people:6,} delegates: first reading {first:5.2f} s, partners of one "
        f"{1000 * median(one):5.1f} ms (p99 {1000 * quantiles(one, n=100)[-1]:5.1f}), "
        f"search {1000 * median(found):4.1f} ms; of {len(chosen)} lists of ten, "
        f"{len(named):,} people stand in one, nobody in more than {max(named.values())}"
    )


def seconds(work: object) -> float:
    """Time one call."""
    assert callable(work)
    started = perf_counter()
    work()
    return perf_counter() - started


if __name__ == "__main__":
    main(sys.argv[1:])
