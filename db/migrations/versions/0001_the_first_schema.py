"""The first schema."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from db.migrations.first_applications import make_application_tables
from db.migrations.first_log import make_log_tables
from db.migrations.first_meetings import make_meeting_tables
from db.migrations.first_papers import make_paper_tables
from db.migrations.first_programme import make_programme_tables
from db.migrations.first_social import make_social_tables
from db.search import create_search_tables

revision = "0001"
down_revision = None


def thing(name: str, *columns: sa.Column[Any]) -> None:
    """Make the table of a thing that deeds write field by field."""
    op.create_table(
        name,
        sa.Column("id", sa.Uuid(), nullable=False),
        *columns,
        sa.Column("stamp", sa.String(), nullable=False),
        sa.Column("stamps", sa.JSON(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("alive", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )


def upgrade() -> None:
    """Make every table."""
    thing(
        "badge",
        sa.Column("code_id", sa.String(), nullable=False),
        sa.Column("key_id", sa.String(), nullable=False),
        sa.Column("delegate_id", sa.Uuid(), nullable=True),
        sa.Column("issue", sa.Integer(), nullable=False),
        sa.Column("issued_at", sa.DateTime(), nullable=True),
        sa.Column("revoked", sa.String(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.Column("revoked_desk", sa.Uuid(), nullable=True),
        sa.Column("revoked_reason", sa.String(), nullable=False),
    )
    op.create_index("ix_badge_code_id", "badge", ["code_id"])
    op.create_index("ix_badge_delegate_id", "badge", ["delegate_id"])
    thing(
        "badge_key",
        sa.Column("key_id", sa.String(), nullable=False),
        sa.Column("master", sa.String(), nullable=False),
    )
    op.create_index("ix_badge_key_key_id", "badge_key", ["key_id"])
    thing(
        "block",
        sa.Column("day_id", sa.Uuid(), nullable=True),
        sa.Column("starts_at", sa.DateTime(), nullable=True),
        sa.Column("ends_at", sa.DateTime(), nullable=True),
        sa.Column("slot_minutes", sa.Integer(), nullable=False),
        sa.Column("gap_minutes", sa.Integer(), nullable=False),
    )
    thing(
        "check_in",
        sa.Column("delegate_id", sa.Uuid(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=True),
        sa.Column("desk_id", sa.Uuid(), nullable=True),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
    )
    op.create_index("ix_check_in_day", "check_in", ["day"])
    op.create_index("ix_check_in_delegate_id_day", "check_in", ["delegate_id", "day"])
    thing(
        "closure",
        sa.Column("table_id", sa.Uuid(), nullable=True),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=True),
        sa.Column("ends_at", sa.DateTime(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
    )
    op.create_index("ix_closure_table_id", "closure", ["table_id"])
    thing(
        "column_mapping",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
    )
    thing(
        "day",
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
    )
    thing(
        "delegate",
        sa.Column("badge_number", sa.String(), nullable=False),
        sa.Column("given_name", sa.String(), nullable=False),
        sa.Column("family_name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("function", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("badge_type", sa.String(), nullable=False),
        sa.Column("sectors", sa.JSON(), nullable=False),
        sa.Column("seeks", sa.String(), nullable=False),
        sa.Column("offers", sa.String(), nullable=False),
        sa.Column("by_sector", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("attention", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("status_reason", sa.String(), nullable=False),
        sa.Column("received", sa.String(), nullable=False),
        sa.Column("turn", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("days", sa.JSON(), nullable=False),
        sa.Column("order_code", sa.String(), nullable=False),
        sa.Column("walk_in", sa.Boolean(), nullable=False),
        sa.Column("merged_into", sa.Uuid(), nullable=True),
        sa.Column("place_taken_by", sa.Uuid(), nullable=True),
        sa.Column("erased", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_delegate_badge_number", "delegate", ["badge_number"])
    op.create_index("ix_delegate_delegation_id", "delegate", ["delegation_id"])
    op.create_index("ix_delegate_email", "delegate", ["email"])
    op.create_index("ix_delegate_merged_into", "delegate", ["merged_into"])
    op.create_index("ix_delegate_organisation_id", "delegate", ["organisation_id"])
    op.create_index("ix_delegate_place_taken_by", "delegate", ["place_taken_by"])
    op.create_index("ix_delegate_status", "delegate", ["status"])
    thing(
        "delegation",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("colour", sa.String(), nullable=False),
    )
    thing(
        "desk",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("letters", sa.String(), nullable=False),
    )
    thing(
        "doubt",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("other_id", sa.Uuid(), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_doubt_subject_id", "doubt", ["subject_id"])
    thing(
        "event",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("timezone", sa.String(), nullable=False),
        sa.Column("venue", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("logo", sa.String(), nullable=False),
        sa.Column("answers", sa.String(), nullable=False),
        sa.Column("contact_days", sa.Integer(), nullable=False),
        sa.Column("print_days", sa.Integer(), nullable=False),
    )
    thing(
        "far_zones",
        sa.Column("one", sa.String(), nullable=False),
        sa.Column("other", sa.String(), nullable=False),
    )
    thing(
        "imported",
        sa.Column("delegate_id", sa.Uuid(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
    )
    op.create_index("ix_imported_delegate_id", "imported", ["delegate_id"])
    thing(
        "membership",
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("network_id", sa.Uuid(), nullable=True),
    )
    op.create_index("ix_membership_member_id", "membership", ["member_id"])
    op.create_index("ix_membership_network_id", "membership", ["network_id"])
    thing(
        "organisation",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("short_name", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("merged_into", sa.Uuid(), nullable=True),
    )
    op.create_index("ix_organisation_folded", "organisation", ["folded"])
    op.create_index("ix_organisation_merged_into", "organisation", ["merged_into"])
    thing(
        "role",
        sa.Column("delegate_id", sa.Uuid(), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("function", sa.String(), nullable=False),
    )
    op.create_index("ix_role_delegate_id", "role", ["delegate_id"])
    op.create_index("ix_role_organisation_id", "role", ["organisation_id"])
    thing(
        "scan_refusal",
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("delegate_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=True),
        sa.Column("desk_id", sa.Uuid(), nullable=True),
    )
    op.create_index("ix_scan_refusal_at", "scan_refusal", ["at"])
    thing(
        "slot",
        sa.Column("block_id", sa.Uuid(), nullable=True),
        sa.Column("starts_at", sa.DateTime(), nullable=True),
        sa.Column("ends_at", sa.DateTime(), nullable=True),
    )
    op.create_index("ix_slot_block_id", "slot", ["block_id"])
    op.create_index("ix_slot_starts_at", "slot", ["starts_at"])
    thing(
        "source_key",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("delegate_id", sa.Uuid(), nullable=True),
    )
    op.create_index("ix_source_key_delegate_id", "source_key", ["delegate_id"])
    op.create_index("ix_source_key_key", "source_key", ["key"])
    thing(
        "table_",
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
    )
    thing(
        "table_owner",
        sa.Column("table_id", sa.Uuid(), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("delegate_id", sa.Uuid(), nullable=True),
    )
    op.create_index("ix_table_owner_delegate_id", "table_owner", ["delegate_id"])
    op.create_index("ix_table_owner_organisation_id", "table_owner", ["organisation_id"])
    op.create_index("ix_table_owner_table_id", "table_owner", ["table_id"])
    thing(
        "trait",
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("sort", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
    )
    op.create_index("ix_trait_organisation_id", "trait", ["organisation_id"])
    make_log_tables()
    make_meeting_tables(thing)
    make_application_tables(thing)
    make_paper_tables(thing)
    make_programme_tables(thing)
    make_social_tables(thing)
    create_search_tables(op.get_bind())
