"""Profiles as they will be read: values only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProfileFace:
    """A delegate as others may read of them; blank: nobody said."""

    delegation: str
    sectors: tuple[str, ...]
    name: str
    by_family: str
    function: str
    organisation: str
    country: str
    seeks: str
    offers: str


@dataclass(frozen=True, slots=True)
class SectionFace:
    """The profiles of a delegation whose first sector is the same."""

    delegation: str
    sector: str
    profiles: tuple[ProfileFace, ...]
