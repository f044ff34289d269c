"""How long work says how far it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` rows, pages or steps."""

    done: int
    total: int


class Step(StrEnum):
    """What work that has several parts does just now."""

    READING = "reading"
    MATCHING = "matching"
    CHECKING = "checking"
    WRITING = "writing"
    COMPARING = "comparing"
    FINISHING = "finishing"


@dataclass(frozen=True, slots=True)
class StepProgress(Progress):
    """How far one step is; a ``total`` of 0: that can't be said."""

    step: Step


Report = Callable[[Progress], None]
"""Called at most every few hundred rows. It stops the work by raising ``Cancelled``."""


class Cancelled(Exception):
    """Somebody stopped the work. Whoever catches it leaves nothing half done."""


def in_step(report: Report, step: Step) -> Report:
    """Say with each progress that it is one of a step."""
    return lambda progress: report(StepProgress(progress.done, progress.total, step))


def begin(report: Report, step: Step) -> None:
    """Say that a step begins of which nobody knows how far it is."""
    report(StepProgress(0, 0, step))


def unheard(_progress: Progress) -> None:
    """Report to nobody."""
