"""How a day ends, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.cli.counted import many
from app.closing.closing import DayEnd, Open, StillOpen

OPEN_WORDS: Mapping[Open, tuple[str, str]] = {
    Open.RUNNING: ("meeting runs or is still to come", "meetings run or are still to come"),
    Open.NOT_RECORDED: ("meeting is over and not recorded", "meetings are over and not recorded"),
    Open.NOT_TOLD: (
        "person holds a paper that leads to a wrong place",
        "people hold papers that lead to a wrong place",
    ),
    Open.PRINTING: ("print run is on its way", "print runs are on their way"),
    Open.DOUBTS: ("doubt of an import is undecided", "doubts of imports are undecided"),
    Open.UNFINISHED: ("import or undo is being written", "imports or undos are being written"),
}
COMMANDS: Mapping[Open, str] = {
    Open.RUNNING: "say, move, cancel",
    Open.NOT_RECORDED: "outcomes --left, outcome",
    Open.NOT_TOLD: "announce, slips, told",
    Open.PRINTING: "print-jobs, cancel-print",
    Open.DOUBTS: "doubts",
    Open.UNFINISHED: "wait for it",
}
_MOST = 8


def open_words(each: StillOpen) -> str:
    """Say what is open."""
    return many(each.number, *OPEN_WORDS[each.what])


def open_lines(end: DayEnd) -> Iterator[str]:
    """Say all that is open on a day, a line each, with what sees to it."""
    for each in end.open:
        numbers = ", ".join(each.meetings[:_MOST])
        more = f" and {len(each.meetings) - _MOST} more" if len(each.meetings) > _MOST else ""
        named = f": {numbers}{more}" if numbers else ""
        yield f"  {open_words(each)}{named} ({COMMANDS[each.what]})"


def closed_words(end: DayEnd, clock: Callable[[Any], str]) -> str:
    """Say when a day was closed, and what came since."""
    if end.closed_at is None:
        return "Not closed."
    where = f", {end.desk}" if end.desk else ""
    since = f"; {many(end.changes, 'change', 'changes')} since" if end.changes else ""
    return f"Closed at {clock(end.closed_at)}{where}{since}."
