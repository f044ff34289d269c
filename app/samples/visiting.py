"""Reads the lists of visits that a sample has, and of who would like to join which."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from app.visits.visit import VisitOrder

_CHOICES = ("First choice", "Second choice", "Third choice")


@dataclass(frozen=True, slots=True)
class SignUp:
    """Which visits somebody would like to join, the best first, and since when."""

    email: str
    visits: tuple[str, ...]
    at: datetime


def visits_in(file: Path, zone: ZoneInfo) -> Iterator[VisitOrder]:
    """Yield the visits of a list. Times are what clocks at the venue show."""
    for row in _rows(file):
        starts, ends = (
            datetime.fromisoformat(f"{row['Date']}T{row[name]}").replace(tzinfo=zone)
            for name in ("From", "To")
        )
        yield VisitOrder(
            row["Title"], starts, ends, int(row["Places"]), row["Sector"], row["Meeting point"]
        )


def sign_ups_in(file: Path, zone: ZoneInfo) -> Iterator[SignUp]:
    """Yield who would like to join which visits."""
    for row in _rows(file):
        chosen = tuple(row[name] for name in _CHOICES if row[name])
        at = datetime.fromisoformat(row["Signed up at"]).replace(tzinfo=zone)
        yield SignUp(row["E-mail"], chosen, at)


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened)
