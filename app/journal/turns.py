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


def in_turns(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield the items in chunks, and rest between two."""
    for start in range(0, len(items), CHUNK):
        if start:
            time.sleep(TURN_S)
        yield items[start : start + CHUNK]
