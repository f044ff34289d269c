"""What printing from the window needs of ``app.printing``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar
from uuid import UUID

from app.checkin.badges import Replaced
from app.printing.drawn import Counts, Drawn, Preview
from app.printing.schedules.standing import ScheduleStanding
from app.printing.schedules.wishes import ScheduleWish
from app.printing.stock import Size
from app.printing.wishes import OnPaper, Wish
from app.progress import Report

W_contra = TypeVar("W_contra", contravariant=True)


class Feed(Protocol):
    """What a printer is fed with: how large a page is, and how many items it holds at most."""

    @property
    def page(self) -> Size: ...
    @property
    def labels(self) -> int: ...


class PaperCalls(Protocol[W_contra]):
    """From a wish to the paper: what is needed of ``app.printing.prints.Prints``."""

    def preview(self, wish: W_contra, at: int = 0) -> Preview: ...
    def draw(self, wish: W_contra, report: Report) -> Drawn: ...
    def save(self, drawn: Drawn, file: Path) -> None: ...
    def note(self, drawn: Drawn) -> None: ...


class ScheduleCalls(PaperCalls[ScheduleWish], Protocol):
    """What is needed of ``app.printing.schedules.office.ScheduleOffice``."""

    def days(self) -> tuple[date, ...]: ...
    def standing(self, delegate: UUID) -> ScheduleStanding: ...


class BadgeCalls(PaperCalls[Wish], Protocol):
    """What is needed of ``app.printing.office.PrintOffice``."""

    def counts(self) -> Counts: ...
    def on_paper(self, delegates: Sequence[UUID]) -> tuple[OnPaper, ...]: ...
    def replace(self, delegate: UUID, reason: str) -> Replaced: ...
