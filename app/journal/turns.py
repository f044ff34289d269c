"""Long lists of deeds in short transactions, so that scans get their turn between two."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

CHUNK = 500
"""Deeds in one transaction; at ten thousand delegates it holds the write lock for 0.1 s."""

TURN_S = 0.01
"""Rest between two chunks: whoever waits for the write lock looks more often than that."""


def chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield the items in parts of ``CHUNK``."""
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]


def in_turns(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield the items in chunks, and rest between two."""
    for place, chunk in enumerate(chunks(items)):
        if place:
            rest()
        yield chunk


def rest() -> None:
    """Let whoever waits for the write lock have it."""
    time.sleep(TURN_S)
