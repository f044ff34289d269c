"""The list of delegates as a file that any spreadsheet opens and our own import reads."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.checkin.identify import TICKET
from app.delegates.profiles import (
    OrganisationFacts,
    RoleFacts,
    organisation_profiles,
    roles_of,
)
from app.delegates.reading.several import as_further, as_in_sector
from app.delegates.registration import Status
from app.delegates.standing import Standing
from app.files import written_whole
from app.journal.journal import Journal
from app.outcomes.export.written import note_written
from app.spreadsheets.columns import Column, filled
from app.spreadsheets.tables import write_table
from db.models import Delegate, Delegation, Organisation, SourceKey

BETWEEN: Final = "; "


@dataclass(frozen=True, slots=True)
class Entry:
    """A delegate as stored, with the names and codes that are stored elsewhere."""

    delegate: Delegate
    organisation: str
    short_name: str
    delegation: str
    ticket: str
    of: OrganisationFacts | None = None
    further: tuple[RoleFacts, ...] = ()


TICKET_SECRET: Final[Column[Entry]] = Column(
    "Ticket secret", lambda row: row.ticket, "What the code of their ticket holds."
)
COLUMNS: Final[tuple[Column[Entry], ...]] = (
    Column("Badge number", lambda row: row.delegate.badge_number, "What stands on the badge."),
    Column("Given name", lambda row: row.delegate.given_name, "Given names."),
    Column("Family name", lambda row: row.delegate.family_name, "Family name."),
    Column("E-mail", lambda row: row.delegate.email, "E-mail address."),
    Column("Phone", lambda row: row.delegate.phone, "Phone number, as it was given."),
    Column("Organisation", lambda row: row.organisation, "Whom they stand for."),
    Column("Organisation short name", lambda row: row.short_name, "As it stands on schedules."),
    Column("Function", lambda row: row.delegate.function, "What they do there."),
    Column(
        "Country",
        lambda row: row.delegate.country,
        "ISO 3166-1 code of two letters. Blank: that of their organisation holds.",
    ),
    Column("City", lambda row: row.delegate.city, "City."),
    Column("Delegation", lambda row: row.delegation, "The group they travel with."),
    Column(
        "Sectors", lambda row: "; ".join(row.delegate.sectors), "Fields of work, with “; ” between."
    ),
    Column("Looking for", lambda row: row.delegate.seeks, "What they seek."),
    Column("Offers", lambda row: row.delegate.offers, "What they offer."),
    Column(
        "Looking for by sector",
        lambda row: _by_sector(row, "seeks"),
        "What they seek in one sector, a line for each: “Sector: text”.",
    ),
    Column(
        "Offers by sector",
        lambda row: _by_sector(row, "offers"),
        "What they offer in one sector, a line for each.",
    ),
    Column(
        "Further organisations",
        lambda row: BETWEEN.join(map(_role, row.further)),
        "Whom they stand for, too, with their function there in brackets.",
    ),
    Column(
        "Clusters and networks",
        lambda row: BETWEEN.join(row.of.networks) if row.of else "",
        "What their organisation belongs to.",
    ),
    Column(
        "Countries of the organisation",
        lambda row: BETWEEN.join(row.of.countries) if row.of else "",
        "Where it has places, as ISO 3166-1 codes; that of its seat first.",
    ),
    Column(
        "Strengths",
        lambda row: BETWEEN.join(row.of.strengths) if row.of else "",
        "What their organisation is strong in.",
    ),
    Column(
        "Services",
        lambda row: BETWEEN.join(row.of.services) if row.of else "",
        "What their organisation does for others.",
    ),
    Column("Organisation type", lambda row: row.delegate.kind, "What they come as."),
    Column("Badge type", lambda row: row.delegate.badge_type, "What badge they get."),
    Column(
        "Status",
        lambda row: row.delegate.status,
        "Where the application stands.",
        words=tuple(Status),
    ),
    Column(
        "Application received",
        lambda row: row.delegate.received,
        "When the application came, in UTC.",
    ),
    Column("Language", lambda row: row.delegate.language, "What letters are written in."),
    Column("Note", lambda row: row.delegate.note, "A note of the desk or the organiser."),
    Column("Attention", lambda row: row.delegate.attention, "What the desk looks out for."),
    Column("Order code", lambda row: row.delegate.order_code, "The order they registered with."),
    TICKET_SECRET,
)
"""What a list of delegates says of each; names are those that our import knows."""


def _by_sector(row: Entry, side: str) -> str:
    said = row.delegate.by_sector.items()
    return "\n".join(as_in_sector(sector, sides[side]) for sector, sides in said if sides.get(side))


def _role(role: RoleFacts) -> str:
    return as_further(role.organisation.name, role.function)


def export_file(journal: Journal, file: Path, among: Collection[UUID]) -> int:
    """Write some delegates in the order of numbers: as CSV, or as XLSX if ``file`` ends so.

    No cell runs as a formula. Our import reads it back to the same values. The journal notes it.

    Returns:
        How many stand in the file.

    Raises:
        FileNotWritten: The file can't be written. What stood there is as it was.
    """
    wanted = frozenset(among)
    with journal.reading() as session:
        chosen = [entry for entry in entries(session) if entry.delegate.id in wanted]
    sheet = filled("delegates", COLUMNS, chosen)
    with written_whole(file) as stream:
        write_table(sheet, file, stream, journal.now)
    note_written(journal, "delegates", {file: len(chosen)})
    return len(chosen)


def entries(session: Session) -> list[Entry]:
    """Give everybody on the list in the order of their numbers, 2 before 10."""
    tickets = _tickets(session)
    query = (
        select(Delegate, Organisation.name, Organisation.short_name, Delegation.name)
        .outerjoin(Organisation, Organisation.id == Delegate.organisation_id)
        .outerjoin(Delegation, Delegation.id == Delegate.delegation_id)
        .where(Delegate.alive)
    )
    rows = session.execute(query).all()
    organisations = organisation_profiles(session)
    roles = roles_of(session, [row[0].id for row in rows], organisations)
    standing = Standing(session)
    found = [
        Entry(
            delegate,
            organisation or "",
            short_name or "",
            delegation or "",
            tickets.get(delegate.id, ""),
            organisations.get(standing.of(delegate.organisation_id or delegate.id)),
            tuple(each for each in roles[delegate.id] if not each.is_main),
        )
        for delegate, organisation, short_name, delegation in rows
    ]
    return sorted(found, key=lambda each: (counted(each.delegate.badge_number), each.delegate.id))


def counted(number: str) -> list[str | int]:
    """Give a key by which ``A-2`` comes before ``A-10``."""
    parts = enumerate(re.split(r"(\d+)", number))
    return [int(part) if place % 2 else part for place, part in parts]


def _tickets(session: Session) -> Mapping[UUID | None, str]:
    """Give each delegate's ticket; of several, the last that came in."""
    query = (
        select(SourceKey.delegate_id, SourceKey.key)
        .where(SourceKey.key.startswith(TICKET, autoescape=True), SourceKey.alive)
        .order_by(SourceKey.stamp, SourceKey.key)
    )
    return {delegate: key.removeprefix(TICKET) for delegate, key in session.execute(query)}
