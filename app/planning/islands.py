"""Which things hang together by links between two of them, however far apart."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


def islands(size: int, one: Numbers, other: Numbers) -> tuple[int, Numbers]:
    """Count the islands and give each thing the number of its own, in the order of first things.

    Args:
        size: How many things there are.
        one: One end of each link, a number below ``size``.
        other: The other end.
    """
    label = np.arange(size)
    while True:
        here, there = label[one], label[other]
        apart = here != there
        if not apart.any():
            break
        one, other, here, there = one[apart], other[apart], here[apart], there[apart]
        # Each label is the number of a first thing: it is led to the lowest it has a link with.
        np.minimum.at(label, np.maximum(here, there), np.minimum(here, there))
        label = _led_to_the_end(label)
    is_first = label == np.arange(size)
    return int(is_first.sum()), (np.cumsum(is_first) - 1)[label]


def _led_to_the_end(label: Numbers) -> Numbers:
    while True:
        further = label[label]
        if (further == label).all():
            return label
        label = further
