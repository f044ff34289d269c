"""Schedules published events: every ``.dzn`` file of a folder, with what is proved of it.

Run with ``python -m tests.benchmarks.b2b FOLDER [--seconds N] [--json]``. Breaks of any two people
differ by two at most. Each schedule is checked here anew, by what the file says and nothing else.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from itertools import pairwise
from os import times
from pathlib import Path
from time import perf_counter

from app.planning.compact.event import Answer, Status
from app.planning.compact.race import schedule
from tests.benchmarks.dzn import Damaged, Published, read

FAIRNESS = 2
SETS = {"original": "originals"}
PROVED = (Status.OPTIMAL, Status.INFEASIBLE)


@dataclass(frozen=True)
class Result:
    """What came of one file; ``slots`` count from 1, in the order of its meetings.

    ``processor`` is what all processes used of it, which other work on the machine does not change
    as much as ``seconds``.
    """

    file: str
    set: str
    status: str
    breaks: int | None = None
    bound: int = 0
    seconds: float = 0.0
    processor: float = 0.0
    slots: tuple[int, ...] | None = None
    broken: tuple[str, ...] = ()


def broken_rules(event: Published, slots: Sequence[int]) -> Iterator[str]:
    """Say each rule that this schedule breaks."""
    for meeting, slot in enumerate(slots, start=1):
        for why in _broken_by(event, meeting, slot):
            yield f"meeting {meeting} is in slot {slot}, {why}"
        for before in sorted(event.precedences[meeting - 1]):
            if slots[before - 1] >= slot:
                yield f"meeting {meeting} does not come after {before}"
    for slot, meetings in sorted(Counter(slots).items()):
        if meetings > event.tables:
            yield f"{meetings} meetings in slot {slot} at {event.tables} tables"
    yield from _broken_for_people(event, slots)


def _broken_for_people(event: Published, slots: Sequence[int]) -> Iterator[str]:
    for person, busy in busy_slots(event, slots).items():
        if len(set(busy)) < len(busy):
            yield f"{person} has two meetings in one slot"
    breaks = breaks_of(event, slots)
    if max(breaks) - min(breaks) > FAIRNESS:
        yield f"one has {max(breaks)} breaks, another {min(breaks)}"


def _broken_by(event: Published, meeting: int, slot: int) -> Iterator[str]:
    one, other, session = event.requested[meeting - 1]
    fixed = event.fixed[meeting - 1]
    morning = slot <= event.morning_slots
    if not 1 <= slot <= event.slots:
        yield f"and there are {event.slots}"
    if session == (2 if morning else 1):
        yield "which is not in its session"
    for person in (one, other):
        if slot in event.forbidden[person - 1]:
            yield f"forbidden for {person}"
    if fixed not in (0, slot):
        yield f"and fixed in {fixed}"


def busy_slots(event: Published, slots: Sequence[int]) -> dict[int, list[int]]:
    """Give the slots in which each person meets somebody, in their order."""
    busy: dict[int, list[int]] = {person: [] for person in range(1, event.people + 1)}
    for (one, other, _), slot in sorted(
        zip(event.requested, slots, strict=True), key=lambda x: x[1]
    ):
        busy[one].append(slot)
        busy[other].append(slot)
    return busy


def breaks_of(event: Published, slots: Sequence[int]) -> list[int]:
    """Count how often each person has to wait for their next meeting."""
    return [
        sum(next_ > slot + 1 for slot, next_ in pairwise(busy))
        for busy in busy_slots(event, slots).values()
    ]


def solved(file: Path, seconds: float) -> Result:
    """Read, schedule and check one file."""
    event = read(file)
    begun, used = perf_counter(), sum(times()[:4])
    answer = schedule(event.event(FAIRNESS), seconds)
    result = Result(
        file.name,
        set_of(file),
        answer.status,
        bound=answer.bound,
        seconds=perf_counter() - begun,
        processor=sum(times()[:4]) - used,
    )
    return result if answer.slots is None else _checked(result, event, answer, answer.slots)


def _checked(result: Result, event: Published, answer: Answer, of: Mapping[str, int]) -> Result:
    slots = tuple(of[event.name(number)] + 1 for number in range(1, len(event.requested) + 1))
    broken = list(broken_rules(event, slots))
    breaks = sum(breaks_of(event, slots))
    if breaks != answer.breaks:
        broken.append(f"it has {breaks} breaks, and {answer.breaks} were said")
    return replace(result, breaks=breaks, slots=slots, broken=tuple(broken))


def set_of(file: Path) -> str:
    """Give the set a file belongs to, which stands in its name behind a dot."""
    name = file.stem.rpartition(".")[2]
    return SETS.get(name, name) if "." in file.stem else "others"


def results(files: Sequence[Path], seconds: float, show: Callable[[str], None]) -> Iterator[Result]:
    """Solve file by file; one that can't be read is named, and the next one comes."""
    for file in files:
        try:
            result = solved(file, seconds)
        except Damaged as error:
            result = Result(file.name, set_of(file), "damaged", broken=(str(error),))
        show(line(result))
        yield result


def line(result: Result) -> str:
    """Say a result in a line or, where a rule is broken or a file damaged, in some."""
    breaks = "-" if result.breaks is None else result.breaks
    slots = "" if result.slots is None else ",".join(str(slot) for slot in result.slots)
    said = (
        f"{result.file:32} {result.status:10} breaks {breaks:>3}  bound {result.bound:>3}  "
        f"{result.seconds:6.1f} s ({result.processor:6.1f})  {slots}"
    )
    return "\n    ".join((said.rstrip(), *result.broken))


def totals(found: Sequence[Result]) -> Iterator[str]:
    """Say of each set how much of it is proved, and what has stayed open."""
    sets: dict[str, list[Result]] = defaultdict(list)
    for result in found:
        sets[result.set].append(result)
    for name, of in sets.items():
        counted = Counter(result.status for result in of)
        said = ", ".join(f"{count} {status}" for status, count in sorted(counted.items()))
        seconds, used = (
            sum(each) for each in zip(*((r.seconds, r.processor) for r in of), strict=True)
        )
        yield f"{name}: {len(of)} files, {seconds:.1f} s ({used:.1f} of processor): {said}"
    for result in found:
        if result.status not in PROVED:
            yield f"open: {result.file}, {result.status}{_gap(result)}"
        if result.status != "damaged" and result.broken:
            yield f"rules broken: {result.file}"


def _gap(result: Result) -> str:
    if result.status == Status.UNKNOWN:
        return f", at least {result.bound} breaks"
    if result.breaks is None:
        return ""
    return (
        f", {result.breaks} breaks of at least {result.bound}, gap {result.breaks - result.bound}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Solve a folder; 1 if a file is damaged or a rule is broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.b2b")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=float, default=120.0, help="for each file")
    parser.add_argument("--json", action="store_true", help="everything, at the end")
    chosen = parser.parse_args(arguments)
    files = sorted(chosen.folder.glob("*.dzn"))
    if not files:
        print(f"There is no .dzn file in {chosen.folder}.", file=sys.stderr)
        return 2
    show = (lambda _: None) if chosen.json else partial(print, flush=True)
    found = list(results(files, chosen.seconds, show))
    summary = list(totals(found))
    if chosen.json:
        print(json.dumps({"files": [asdict(each) for each in found], "totals": summary}, indent=1))
    else:
        print(*summary, sep="\n")
    return int(any(result.broken for result in found))


if __name__ == "__main__":
    sys.exit(main())
