"""Who is coming, and for whom."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Merged


class Organisation(Merged):
    """A cluster organisation, company, university, authority, investor or support body.

    ``merged_into`` names the entry that stands for this one, which was another spelling of it.
    ``short_name`` is what people call it, where there is no room for its name; blank if nobody
    said.
    """

    __tablename__ = "organisation"

    name: Mapped[str] = mapped_column(default="")
    short_name: Mapped[str] = mapped_column(default="")
    folded: Mapped[str] = mapped_column(default="", index=True)
    kind: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    merged_into: Mapped[UUID | None] = mapped_column(index=True)


class Membership(Merged):
    """An organisation belongs to a cluster or network. It may belong to several."""

    __tablename__ = "membership"

    member_id: Mapped[UUID | None] = mapped_column(index=True)
    network_id: Mapped[UUID | None] = mapped_column(index=True)


class Trait(Merged):
    """What an organisation is said to have, besides its name; it may have several of a ``sort``.

    ``sort`` is ``country`` (``value`` is ISO 3166-1 alpha-2: it has a place there), ``strength`` or
    ``service``.
    """

    __tablename__ = "trait"

    organisation_id: Mapped[UUID | None] = mapped_column(index=True)
    sort: Mapped[str] = mapped_column(default="")
    value: Mapped[str] = mapped_column(default="")


class Role(Merged):
    """A delegate stands for one more organisation, besides the one on the badge."""

    __tablename__ = "role"

    delegate_id: Mapped[UUID | None] = mapped_column(index=True)
    organisation_id: Mapped[UUID | None] = mapped_column(index=True)
    function: Mapped[str] = mapped_column(default="")


class Delegation(Merged):
    """A group that travels together. ``colour`` is ``#RRGGBB``."""

    __tablename__ = "delegation"

    name: Mapped[str] = mapped_column(default="")
    colour: Mapped[str] = mapped_column(default="")


class Delegate(Merged):
    """A person. Blank text means that nobody said.

    ``status`` is where the application stands (``app.delegates.registration.Status``).
    ``received`` is the instant at which it was, in UTC as ISO 8601; blank if nobody knows. ``turn``
    is their place on the waiting list, if somebody moved them (``app.applications.waiting``).
    ``language`` is what letters to them are written in, as ISO 639.
    ``by_sector`` is what they seek and offer in one sector besides ``seeks`` and ``offers``, such
    as ``{"Cleantech": {"seeks": "pilots", "offers": "labs"}}``.
    ``days`` are the ISO dates the delegate is admitted on; empty means every day.
    ``merged_into`` and ``place_taken_by`` name the delegate who stands here now. Who is ``erased``
    is called by their badge number, and is no longer known by anything else.
    """

    __tablename__ = "delegate"

    badge_number: Mapped[str] = mapped_column(default="", index=True)
    given_name: Mapped[str] = mapped_column(default="")
    family_name: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="", index=True)
    phone: Mapped[str] = mapped_column(default="")
    organisation_id: Mapped[UUID | None] = mapped_column(index=True)
    function: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    delegation_id: Mapped[UUID | None] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(default="")
    badge_type: Mapped[str] = mapped_column(default="")
    sectors: Mapped[list[str]] = mapped_column(default=list)
    seeks: Mapped[str] = mapped_column(default="")
    offers: Mapped[str] = mapped_column(default="")
    by_sector: Mapped[dict[str, Any]] = mapped_column(default=dict)
    note: Mapped[str] = mapped_column(default="")
    attention: Mapped[str] = mapped_column(default="")
    status: Mapped[str] = mapped_column(default="received", index=True)
    status_reason: Mapped[str] = mapped_column(default="")
    received: Mapped[str] = mapped_column(default="")
    turn: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    days: Mapped[list[str]] = mapped_column(default=list)
    order_code: Mapped[str] = mapped_column(default="")
    walk_in: Mapped[bool] = mapped_column(default=False)
    merged_into: Mapped[UUID | None] = mapped_column(index=True)
    place_taken_by: Mapped[UUID | None] = mapped_column(index=True)
    erased: Mapped[bool] = mapped_column(default=False)


class SourceKey(Merged):
    """Another system's name for a delegate; ``ticket:…`` is what its ticket's code holds."""

    __tablename__ = "source_key"

    key: Mapped[str] = mapped_column(default="", index=True)
    delegate_id: Mapped[UUID | None] = mapped_column(index=True)


class Imported(Merged):
    """What one source said last of one delegate, as a short hash for each field.

    It tells a new statement from an old one, and an imported value from a desk's correction.
    """

    __tablename__ = "imported"

    delegate_id: Mapped[UUID | None] = mapped_column(index=True)
    source: Mapped[str] = mapped_column(default="")
    said: Mapped[dict[str, str]] = mapped_column(default=dict)


class Doubt(Merged):
    """Something an import could not decide and a person should.

    ``kind`` is ``same_person`` or ``same_organisation`` (``subject_id`` and ``other_id``), or
    ``desk_value``: the source says ``facts["value"]`` for ``facts["field"]``, the desk said
    otherwise; or ``other_name``: the source says ``facts["value"]`` is who comes.
    """

    __tablename__ = "doubt"

    kind: Mapped[str] = mapped_column(default="")
    subject_id: Mapped[UUID | None] = mapped_column(index=True)
    other_id: Mapped[UUID | None]
    facts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    settled: Mapped[bool] = mapped_column(default=False)
