"""How long work says how far it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` rows, pages or steps."""

    done: int
    total: int


Report = Callable[[Progress], None]
"""Called at most every few hundred rows. It stops the work by raising ``Cancelled``."""


class Cancelled(Exception):
    """Somebody stopped the work. Whoever catches it leaves nothing half done."""


def unheard(_progress: Progress) -> None:
    """Report to nobody."""
