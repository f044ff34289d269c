"""Deeds on delegates.

``values`` and ``before`` are columns of ``db.models.Delegate`` by name, as JSON says them: an
id is its text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from app.journal.deeds import Personal

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class DelegateAdded:
    """A desk registered a person."""

    id: UUID
    values: Personal[Values] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DelegateRemoved:
    """A delegate was taken away again."""

    id: UUID


@dataclass(frozen=True, slots=True)
class DelegateRestored:
    """A removed delegate came back."""

    id: UUID


@dataclass(frozen=True, slots=True)
class DelegateChanged:
    """Fields of a delegate were changed by a desk."""

    id: UUID
    values: Personal[Values] = field(default_factory=dict)
    before: Personal[Values] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StatusSet:
    """An application was decided on, or withdrawn."""

    id: UUID
    status: str
    reason: Personal[str] = ""
    before: str = ""
    reason_before: Personal[str] = ""


@dataclass(frozen=True, slots=True)
class DelegateImported:
    """A registration export spoke of a delegate, who is ``new`` if this brought them.

    ``source`` names the export's kind and the row, the latter by a hash: it stays in the log.
    ``said`` holds a short hash for each field that the source filled, ``said_before`` what it
    replaces. ``keys`` are the source's names for the delegate that were not known; ``dropped``
    are those of tickets that the source replaced by newer ones.
    """

    id: UUID
    source: str
    new: bool
    values: Personal[Values] = field(default_factory=dict)
    before: Personal[Values] = field(default_factory=dict)
    said: Personal[dict[str, str]] = field(default_factory=dict)
    said_before: Personal[dict[str, str]] = field(default_factory=dict)
    keys: Personal[tuple[str, ...]] = ()
    dropped: Personal[tuple[str, ...]] = ()


@dataclass(frozen=True, slots=True)
class DelegateImportTakenBack(DelegateImported):
    """What an export said of a delegate no longer counts."""


@dataclass(frozen=True, slots=True)
class DelegatesMerged:
    """Two entries turned out to be one person: ``merged`` now stands under ``id``.

    ``keys``, ``badges`` and ``check_ins`` are what moved over.
    """

    id: UUID
    merged: UUID
    keys: tuple[UUID, ...]
    badges: tuple[UUID, ...]
    check_ins: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class DelegatesParted(DelegatesMerged):
    """Two entries that were merged are two people after all."""


@dataclass(frozen=True, slots=True)
class PlaceTaken:
    """``substitute`` comes instead of ``id``; tickets of ``id`` now admit the substitute."""

    id: UUID
    substitute: UUID
    keys: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class PlaceGivenBack(PlaceTaken):
    """``id`` comes after all."""


@dataclass(frozen=True, slots=True)
class DoubtRaised:
    """An import could not decide something."""

    id: UUID
    kind: str
    subject_id: UUID
    other_id: UUID | None
    facts: Personal[Values] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DoubtTakenBack:
    """The import that raised it was taken back before anybody decided."""

    id: UUID


@dataclass(frozen=True, slots=True)
class DoubtRestored:
    """The import that raised it counts again."""

    id: UUID


@dataclass(frozen=True, slots=True)
class DoubtSettled:
    """A person decided it."""

    id: UUID


@dataclass(frozen=True, slots=True)
class DoubtReopened:
    """It is open again."""

    id: UUID
