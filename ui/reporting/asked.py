"""What the dialog of reports is opened with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Asked:
    """The days of the event, and what is shown at first: a day, or none for all of them."""

    days: Sequence[date]
    day: date | None = None
