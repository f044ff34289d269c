"""The tables of what was printed, and of who was told otherwise, in the first schema."""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op


def make_paper_tables(thing: Callable[..., None]) -> None:
    """Make them. ``thing`` makes a table that deeds write field by field."""
    thing(
        "print",
        sa.Column("badge_id", sa.Uuid(), nullable=True),
        sa.Column("delegate_id", sa.Uuid(), nullable=True),
        sa.Column("stock", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=True),
        sa.Column("place", sa.Integer(), nullable=False),
    )
    op.create_index("ix_print_badge_id", "print", ["badge_id"])
    op.create_index("ix_print_delegate_id", "print", ["delegate_id"])
    thing(
        "schedule",
        sa.Column("code_id", sa.String(), nullable=False),
        sa.Column("key_id", sa.String(), nullable=False),
        sa.Column("delegate_id", sa.Uuid(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("after", sa.Uuid(), nullable=True),
    )
    op.create_index("ix_schedule_code_id", "schedule", ["code_id"])
    op.create_index("ix_schedule_delegate_id", "schedule", ["delegate_id"])
    thing(
        "schedule_print",
        sa.Column("schedule_id", sa.Uuid(), nullable=True),
        sa.Column("delegate_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=True),
    )
    op.create_index("ix_schedule_print_delegate_id", "schedule_print", ["delegate_id"])
    op.create_index("ix_schedule_print_schedule_id", "schedule_print", ["schedule_id"])
    thing(
        "telling",
        sa.Column("delegate_id", sa.Uuid(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=True),
    )
    op.create_index("ix_telling_delegate_id", "telling", ["delegate_id"])
