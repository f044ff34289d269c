"""Sets as bits, and as rows of a grid."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def grid(masks: Sequence[int], width: int) -> NDArray[np.bool_]:
    """Give a row for each set, and a column for each of its first ``width`` bits."""
    every, size = (1 << width) - 1, (width + 7) // 8
    packed = b"".join((mask & every).to_bytes(size, "little") for mask in masks)
    rows = np.frombuffer(packed, dtype=np.uint8).reshape(len(masks), size)
    return np.unpackbits(rows, axis=1, bitorder="little")[:, :width].astype(bool)


def mask(row: NDArray[np.bool_]) -> int:
    """Give the set that a row of a grid stands for."""
    return sum(1 << bit for bit in np.flatnonzero(row).tolist())
