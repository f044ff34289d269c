"""Prints how many hard frames are read and what that costs.

Run it as ``python -m tests.benchmarks.bench_camera``. Frames are pictures of printed badges as a
camera at 1280 × 720 sees them; times are those of a processor, not of the clock on the wall.
"Still" is a badge held for the six frames in which every rung of the ladder has its turn.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import mean, quantiles

from PIL import Image

from app.checkin.seeing import LADDER, Code, Reader, codes_in
from app.printing.badges import badge_document
from app.printing.press import press
from app.printing.stock import stocks
from tests.benchmarks.bench_badges import OCCASION, _faces
from tests.scenes import Hardship, empty, room, seen, sheets

Look = Callable[[Image.Image], Sequence[Code]]

BADGES = 5
FRAMES = 20
HELD = 6

HARDSHIPS = {
    "any turn": Hardship(),
    "out of focus 1.5": Hardship(blur=1.5),
    "out of focus 2.2": Hardship(blur=2.2),
    "moving 6 dots": Hardship(motion=6),
    "moving 8 dots": Hardship(motion=8),
    "tilted 45°": Hardship(tilt=45),
    "tilted 55°": Hardship(tilt=55),
    "dim": Hardship(light=60, haze=15, noise=6),
    "very dim": Hardship(light=42, haze=15, noise=6),
    "far, 1.8 dots a module": Hardship(dots_per_mm=1.6),
    "far, out of focus 1": Hardship(dots_per_mm=2, blur=1),
    "covered 10 %": Hardship(covered=0.10),
    "covered 18 %": Hardship(covered=0.18),
    "covered 20 %": Hardship(covered=0.20),
    "all at once": Hardship(tilt=25, lean=15, blur=1.5, motion=4, light=110, haze=30, noise=5),
}


def main() -> None:
    """Print a line a hardship, then what looks cost."""
    printed = badges()
    halls = [room(seed) for seed in range(BADGES)]
    chance = random.Random(1)
    plain, laddered = Costs(), Costs()
    read_at_once = read_still = 0
    print(f"{f'of {FRAMES}':>24}  plain  still")
    for name, hardship in HARDSHIPS.items():
        at_once = still = 0
        for number in range(FRAMES):
            which = number % BADGES
            held = replace(
                hardship,
                turn=chance.uniform(0, 360),
                off_centre=(chance.uniform(-150, 150), chance.uniform(-90, 90)),
            )
            frame = Image.fromarray(seen(printed[which], held, seed=number, behind=halls[which]))
            reader = Reader()
            at_once += plain.reads(codes_in, frame)
            still += any(laddered.reads(reader.read, frame) for _frame in range(HELD))
        print(f"{name:>24}  {at_once:5}  {still:5}")
        read_at_once += at_once
        read_still += still
    print(f"{f'of {FRAMES * len(HARDSHIPS)}':>24}  {read_at_once:5}  {read_still:5}")
    plain.tell("a plain look")
    laddered.tell("a frame, ladder included")
    print_idle_costs()


def badges() -> list[Image.Image]:
    """Print some badges and give pictures of them."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "badges.pdf"
        file.write_bytes(press(badge_document(_faces(BADGES), OCCASION, stocks()["a6"])).pdf)
        return sheets(file)


def print_idle_costs() -> None:
    """Print what it costs to watch a room with nobody in it: most frames of a day."""
    nobody = [Image.fromarray(empty(seed)) for seed in range(BADGES)] * HELD * 2
    for rung in LADDER:
        alone = Costs()
        for frame in nobody:
            alone.reads(partial(_by_rung, rung), frame)
        alone.tell(f"rung “{rung.__name__}”, nobody in view")
    idle, bare, reader = Costs(), Costs(), Reader()
    for frame in nobody:
        idle.reads(reader.read, frame)
        bare.reads(codes_in, frame)
    idle.tell("a frame, nobody in view")
    print(f"ladder against plain, nobody in view: {mean(idle.ms) / mean(bare.ms):.1f} times")


def _by_rung(rung: Callable[[Image.Image], Image.Image], grey: Image.Image) -> Sequence[Code]:
    return codes_in(rung(grey))


class Costs:
    """Milliseconds of a processor that looks at frames took."""

    def __init__(self) -> None:
        self.ms: list[float] = []

    def reads(self, look: Look, frame: Image.Image) -> bool:
        """Tell whether a look at a frame reads something."""
        started = time.process_time()
        found = look(frame)
        self.ms.append((time.process_time() - started) * 1_000)
        return bool(found)

    def tell(self, what: str) -> None:
        """Print how long it took."""
        cuts = quantiles(self.ms, n=100)
        print(f"{what}: p50 {cuts[49]:.1f} ms, p99 {cuts[98]:.1f} ms, mean {mean(self.ms):.1f} ms")


if __name__ == "__main__":
    main()
