"""One row of a registration export, in our words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LONGEST_SHORT_NAME = 14
"""So many letters have room in a cell of the floor's grid."""


class Status(StrEnum):
    """Where an application stands."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    WAITING = "waiting"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Kind(StrEnum):
    """What sort of organisation a delegate stands for; it decides the kind of a meeting."""

    CLUSTER = "cluster"
    COMPANY = "company"
    UNIVERSITY = "university"
    AUTHORITY = "authority"
    INVESTOR = "investor"
    SUPPORT = "support"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Registration:
    """What one row says of one person. Blank text means that the row says nothing of it.

    ``keys`` name this row in the system it comes from, most certain first, each as
    ``"<system>:<id>"`` (``"pretix:A15C8-1"``); two rows that share a key are the same person.
    ``received`` is the instant as ISO 8601, as clocks at the venue show it where it has no offset.
    ``language`` is ISO 639-1, ``country`` ISO 3166-1 alpha-2, upper case. ``line`` is the 1-based
    line or row of the source, headers counted. ``short_name`` is the organisation's;
    so are ``networks``, ``countries``, ``strengths`` and ``services``. ``further`` are other
    organisations they stand for, with their function there; ``by_sector`` is what they seek and
    offer in a sector.
    """

    line: int
    full_name: str
    given_name: str = ""
    family_name: str = ""
    email: str = ""
    phone: str = ""
    organisation: str = ""
    short_name: str = ""
    function: str = ""
    country: str = ""
    city: str = ""
    delegation: str = ""
    sectors: tuple[str, ...] = ()
    seeks: str = ""
    offers: str = ""
    kind: Kind | None = None
    badge_type: str = ""
    status: Status | None = None
    received: str = ""
    networks: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    further: tuple[tuple[str, str], ...] = ()
    by_sector: tuple[tuple[str, str, str], ...] = ()
    language: str = ""
    note: str = ""
    attention: str = ""
    ticket_secret: str = ""
    order_code: str = ""
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that can't be taken, or a cell that was left out.

    ``column`` is the header as it stands in the file, or blank when the whole row is meant.
    ``code`` is for programs; ``text`` is the cell's content, shortened.
    """

    line: int
    column: str
    code: str
    text: str
