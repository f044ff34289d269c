"""Prints how fast badges are written, how large they are and how much memory that takes.

Run it as ``python -m tests.benchmarks.bench_badges``. Each size has a process of its own, and so
a peak memory of its own.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

from app.printing.badges import BadgeFace, Occasion, badge_document
from app.printing.press import press
from app.printing.stock import stocks
from tests.ends import most_memory

ROOT = Path(__file__).parents[2]
STOCK = "a4-4up"
SIZES = (1_000, 5_000, 20_000)

GIVEN = ("Jūratė", "Søren", "Agnès", "Nuno", "Ελένη", "Maria Magdalena", "Łukasz", "Zoë", "Ђорђе")
FAMILY = (
    "Balsevičė",
    "Bækgaard",
    "Ballester-Roué",
    "Dörffling",
    "Θαλασσινού",
    "García de la Torre",
)
ORGANISATIONS = (
    "Baltic Photonics Cluster",
    "Øresund MedTech",
    "The Clean Tech Cluster of Northern Ostrobothnia",
    "Loire Composites",
)
COUNTRIES = ("Lithuania", "Denmark", "France", "Portugal", "Greece", "Poland", "Serbia")
DELEGATIONS = (("Baltic", "#0072B2"), ("Nordic", "#56B4E9"), ("Iberia", "#E69F00"), ("", ""))


OCCASION = Occasion("Cluster Matchmaking Days 2027", "Vilnius, 16–17 March")


def main() -> None:
    """Print one line a size, and how the time for a badge grows."""
    figures = [_in_own_process(size) for size in SIZES]
    for size, figure in zip(SIZES, figures, strict=True):
        print(
            f"{size:>6,} badges: {size / figure['seconds']:5,.0f} a second,"
            f" {figure['bytes_beyond_fonts']:,.0f} bytes each beyond fonts,"
            f" peak {figure['peak_mb']:.0f} MB"
        )
    first, last = (figures[at]["seconds"] / SIZES[at] for at in (0, -1))
    print(f"time for a badge, {SIZES[-1]:,} against {SIZES[0]:,}: {last / first:.2f}")


def measure(count: int) -> dict[str, float]:
    """Write ``count`` badges in this process, which has written none before."""
    faces = _faces(count)
    started = time.perf_counter()
    drawn = press(badge_document(faces, OCCASION, stocks()[STOCK]))
    seconds = time.perf_counter() - started
    # Taken at once: what follows is not part of the work.
    peak_mb = most_memory() / 1024
    few = press(badge_document(faces[:100], OCCASION, stocks()[STOCK]))
    beyond_fonts = (len(drawn.pdf) - len(few.pdf)) / (count - 100)
    return {"seconds": seconds, "peak_mb": peak_mb, "bytes_beyond_fonts": beyond_fonts}


def _in_own_process(count: int) -> dict[str, float]:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.bench_badges", str(count)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    figures: dict[str, float] = json.loads(ran.stdout)
    return figures


def _faces(count: int) -> list[BadgeFace]:
    chance = random.Random(1)
    return [_face(number, chance) for number in range(count)]


def _face(number: int, chance: random.Random) -> BadgeFace:
    delegation, colour = chance.choice(DELEGATIONS)
    return BadgeFace(
        badge_number=f"A-{number}",
        given_name=chance.choice(GIVEN),
        family_name=chance.choice(FAMILY),
        organisation=f"{chance.choice(ORGANISATIONS)} {number}",
        country=chance.choice(COUNTRIES),
        badge_type="Delegate",
        delegation=delegation,
        delegation_colour=colour,
        code="BDGBC" + "".join(chance.choices("CBDEFGHIJKLNRTUV", k=40)),
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(int(sys.argv[1]))))
    else:
        main()
