"""What a window asks about change slips, and what papers they come on. Light to import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from uuid import UUID

from app.errors import DeskError
from app.printing.stock import Size

ROLL, A6 = "62mm-roll", "a6"
"""The papers that change slips come on."""


@dataclass(frozen=True, slots=True)
class SlipPaper:
    """A paper for slips. ``mono`` is for printers that know only black."""

    name: str
    page: Size
    mono: bool
    labels: int = 1


SLIP_PAPERS: Mapping[str, SlipPaper] = MappingProxyType(
    {
        each.name: each
        for each in (
            SlipPaper(ROLL, Size(62, 100), mono=True),
            SlipPaper(A6, Size(105, 148), mono=False),
        )
    }
)


@dataclass(frozen=True, slots=True)
class SlipWish:
    """Whose slips, of which day, on what; of everybody who must be told, if nobody is named."""

    day: date
    delegates: tuple[UUID, ...] = field(default=())
    paper: str = ROLL


@dataclass(eq=False)
class NoSlipToPrint(DeskError):
    """Nothing has changed for those who were named; or for anybody, if nobody was."""

    named: int
