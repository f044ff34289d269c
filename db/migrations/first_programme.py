"""The tables of the programme in the first schema."""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op


def make_programme_tables(thing: Callable[..., None]) -> None:
    """Make them. ``thing`` makes a table that deeds write field by field."""
    thing(
        "programme_session",
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("number", "source", "title", "kind", "room", "track")
        ),
        sa.Column("starts_at", sa.DateTime(), nullable=True),
        sa.Column("ends_at", sa.DateTime(), nullable=True),
        sa.Column("abstract", sa.String(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=True),
        *(
            sa.Column(name, sa.Boolean(), nullable=False)
            for name in ("booking", "everybody", "cancelled")
        ),
        *(
            sa.Column(name, sa.JSON(), nullable=False)
            for name in ("speakers", "moderators", "speaker_names", "moderator_names")
        ),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("people_said", sa.JSON(), nullable=False),
    )
    op.create_index("ix_programme_session_number", "programme_session", ["number"])
    thing(
        "booking",
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("delegate_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=True),
    )
    thing(
        "attendance",
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("delegate_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=True),
    )
    for table in ("booking", "attendance"):
        for column in ("session_id", "delegate_id"):
            op.create_index(f"ix_{table}_{column}", table, [column])
