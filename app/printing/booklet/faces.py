"""Profiles as they will be read: values only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProfileFace:
    """A delegate as others may read of them; blank: nobody said.

    ``country``, ``networks``, ``strengths`` and ``services`` are the organisation's, with all its
    countries; ``tables`` are its own or theirs, and ``also`` is whom they stand for besides it.
    """

    delegation: str
    sectors: tuple[str, ...]
    name: str
    by_family: str
    function: str
    organisation: str
    country: str
    seeks: str
    offers: str
    networks: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupFace:
    """The profiles of one organisation; of nobody's organisation, only one."""

    profiles: tuple[ProfileFace, ...]


@dataclass(frozen=True, slots=True)
class SectionFace:
    """The profiles of a delegation whose first sector is the same, by organisation."""

    delegation: str
    sector: str
    groups: tuple[GroupFace, ...]

    @property
    def profiles(self) -> tuple[ProfileFace, ...]:
        """Give all profiles, in their order."""
        return tuple(each for group in self.groups for each in group.profiles)


@dataclass(frozen=True, slots=True)
class TableFace:
    """A table: its number, and whose own it is; blank: nobody's."""

    label: str
    owner: str


@dataclass(frozen=True, slots=True)
class ZoneFace:
    """The tables of a part of the hall; blank: nobody named it."""

    name: str
    tables: tuple[TableFace, ...]
