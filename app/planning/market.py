"""A first-order method for linear programs that are large, sparse and need no last digit.

Source: Chambolle and Pock 2011, with the steps of Pock and Chambolle 2011, begun again from
averages as by Applegate and others 2021. A simplex takes minutes for what this does in a second.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Shares = NDArray[np.float64]
Prices = NDArray[np.float64]

GoesOn = Callable[[int], bool]
"""Told the entries touched so far, a few dozen times a second; false ends what tells it."""

_TELL_EVERY = 10_000_000


def after(before: int, goes_on: GoesOn) -> GoesOn:
    """Count what was done before as well."""
    return lambda done: goes_on(before + done)


class Market:
    """Shares of columns, 0 to 1, and prices of rows that pull at each other, step by step.

    Shares of most worth that keep every row within its room are what it comes to. Worths should be
    about 1, entries of rows not below 0, and room not below 1.
    """

    def __init__(
        self,
        rows: Any,
        room: NDArray[np.int64],
        worth: NDArray[np.float64],
        start: tuple[Shares, Prices] | None = None,
    ) -> None:
        self._rows = rows.astype(float)
        self._columns = self._rows.T.tocsr()
        self._room = room.astype(float)
        self._worth = worth
        self._row_step = 1 / np.maximum(1, self._rows.sum(axis=1))
        self._column_step = 1 / np.maximum(1, self._columns.sum(axis=1))
        self.shares, self.prices = start or (np.zeros(len(worth)), np.zeros(len(room)))
        self._pay: Prices = self._columns @ self.prices
        self._all_shares = np.zeros_like(self.shares)
        self._all_prices = np.zeros_like(self.prices)
        self._steps = 0

    @property
    def effort(self) -> int:
        """Entries that a step touches."""
        return 2 * int(self._rows.nnz)

    def average(self) -> tuple[Shares, Prices]:
        """Shares and prices on the average since it began again."""
        return self._all_shares / self._steps, self._all_prices / self._steps

    def reached(self) -> float:
        """Worth of shares that keep every row: the average, made small enough."""
        shares = self._all_shares / self._steps
        over = float(np.max(self._rows @ shares / self._room, initial=1.0))
        return float(self._worth @ shares) / over

    def go(self, steps: int, goes_on: GoesOn = lambda _done: True) -> int:
        """Take so many steps, one at least, or until told to end; give the entries touched."""
        look = max(1, _TELL_EVERY // max(1, self.effort))
        step = 0
        for step in range(1, steps + 1):
            shares = self.shares + self._column_step * (self._worth - self._pay)
            np.clip(shares, 0, 1, out=shares)
            pull = self._rows @ (2 * shares - self.shares) - self._room
            self.prices = np.maximum(0, self.prices + self._row_step * pull)
            self._pay = self._columns @ self.prices
            self.shares = shares
            self._all_shares += shares
            self._all_prices += self.prices
            self._steps += 1
            if step % look == 0 and not goes_on(step * self.effort):
                break
        return step * self.effort

    def begin_again(self) -> None:
        """Go on from the average."""
        self.shares, self.prices = self.average()
        self._pay = self._columns @ self.prices
        self._all_shares = np.zeros_like(self.shares)
        self._all_prices = np.zeros_like(self.prices)
        self._steps = 0
