"""What a delegate seeks and offers in one sector, as a row holds it and as people say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.delegates.groups import same_name

SIDES = ("seeks", "offers")


@dataclass(frozen=True, slots=True)
class InSector:
    """What somebody seeks and offers in one sector; a blank: nobody said."""

    sector: str
    seeks: str
    offers: str


def in_sectors(stored: Mapping[str, Any]) -> tuple[InSector, ...]:
    """Give what a row holds, by sector."""
    return tuple(
        InSector(sector, stored[sector].get("seeks", ""), stored[sector].get("offers", ""))
        for sector in sorted(stored, key=str.casefold)
    )


def as_by_sector(said: Iterable[tuple[str, str, str]]) -> dict[str, dict[str, str]]:
    """Give what was said as a row holds it, in an order of its own; what is blank is left out."""
    found = {sector: {"seeks": seeks, "offers": offers} for sector, seeks, offers in said}
    return {
        sector: {side: text for side, text in sides.items() if text}
        for sector, sides in sorted(found.items())
        if any(sides.values())
    }


def overlaid(stored: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Say more, or other things, than a row holds. A blank that is said takes away what stood."""
    spelt = {same_name(sector): sector for sector in stored}
    found = {sector: dict(sides) for sector, sides in stored.items()}
    for sector, sides in said.items():
        found.setdefault(spelt.get(same_name(sector), sector), {}).update(sides)
    return as_by_sector(
        (sector, sides.get("seeks", ""), sides.get("offers", "")) for sector, sides in found.items()
    )


def sectors_of(named: Iterable[str], stored: Iterable[str]) -> tuple[str, ...]:
    """Give the sectors somebody is of, and those they say something of: of two spellings one."""
    spelt: dict[str, str] = {}
    for sector in (*named, *stored):
        spelt.setdefault(same_name(sector), sector)
    return tuple(spelt.values())


def texts_of(stored: Mapping[str, Any], side: str) -> Iterator[str]:
    """Yield what somebody seeks, or offers, in any sector."""
    return (sides[side] for sides in stored.values() if sides.get(side))
