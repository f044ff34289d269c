"""The tables of places and deadlines in the first schema."""

from collections.abc import Callable

import sqlalchemy as sa


def make_application_tables(thing: Callable[..., None]) -> None:
    """Make them. ``thing`` makes a table that deeds write field by field."""
    thing(
        "application_terms",
        sa.Column("apply_until", sa.DateTime(), nullable=True),
        sa.Column("late", sa.String(), nullable=False),
        sa.Column("come_by", sa.DateTime(), nullable=True),
    )
    thing(
        "place_limit",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=True),
        sa.Column("places", sa.Integer(), nullable=False),
    )
