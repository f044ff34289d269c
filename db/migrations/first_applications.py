"""The tables of places, deadlines and letters in the first schema."""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op


def make_application_tables(thing: Callable[..., None]) -> None:
    """Make them. ``thing`` makes a table that deeds write field by field."""
    thing(
        "application_terms",
        sa.Column("apply_until", sa.DateTime(), nullable=True),
        sa.Column("late", sa.String(), nullable=False),
        sa.Column("come_by", sa.DateTime(), nullable=True),
    )
    thing(
        "letter_text",
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
    )
    thing(
        "letter_write",
        sa.Column("delegate_id", sa.Uuid(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=True),
    )
    op.create_index("ix_letter_write_delegate_id", "letter_write", ["delegate_id"])
    thing(
        "place_limit",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=True),
        sa.Column("places", sa.Integer(), nullable=False),
    )
