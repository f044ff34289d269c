"""The tables of visits, rounds at mixed tables and speeches in the first schema."""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op


def make_social_tables(thing: Callable[..., None]) -> None:
    """Make them. ``thing`` makes a table that deeds write field by field."""
    thing(
        "visit",
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("meeting_point", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=True),
        sa.Column("ends_at", sa.DateTime(), nullable=True),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
    )
    thing(
        "visit_choice",
        sa.Column("delegate_id", sa.Uuid(), nullable=True),
        sa.Column("visits", sa.JSON(), nullable=False),
        sa.Column("signed_up_at", sa.DateTime(), nullable=True),
    )
    op.create_index("ix_visit_choice_delegate_id", "visit_choice", ["delegate_id"])
    thing(
        "visit_place",
        sa.Column("delegate_id", sa.Uuid(), nullable=True),
        sa.Column("visit_id", sa.Uuid(), nullable=True),
        sa.Column("boarded_at", sa.DateTime(), nullable=True),
    )
    for column in ("delegate_id", "visit_id"):
        op.create_index(f"ix_visit_place_{column}", "visit_place", [column])
    thing(
        "icebreaker",
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("starts_at", sa.DateTime(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("pause", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("rounds", sa.Integer(), nullable=False),
    )
    thing(
        "round_seat",
        sa.Column("rounds_id", sa.Uuid(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("delegate_id", sa.Uuid(), nullable=True),
        sa.Column("place", sa.Integer(), nullable=False),
    )
    for column in ("rounds_id", "delegate_id"):
        op.create_index(f"ix_round_seat_{column}", "round_seat", [column])
    thing(
        "speech_round",
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("starts_at", sa.DateTime(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("questions", sa.Integer(), nullable=False),
    )
    thing(
        "speech_turn",
        sa.Column("round_id", sa.Uuid(), nullable=True),
        sa.Column("delegate_id", sa.Uuid(), nullable=True),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("began_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("skipped", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_speech_turn_round_id", "speech_turn", ["round_id"])
