"""The tables of requests, meetings, outcomes and plans in the first schema."""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

from db.sides import create_side_indexes


def make_meeting_tables(thing: Callable[..., None]) -> None:
    """Make them. ``thing`` makes a table that deeds write field by field."""
    thing(
        "meeting",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=True),
        sa.Column("hosts", sa.JSON(), nullable=False),
        sa.Column("guests", sa.JSON(), nullable=False),
        sa.Column("slot_id", sa.Uuid(), nullable=True),
        sa.Column("table_id", sa.Uuid(), nullable=True),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=True),
        sa.Column("planned_slot_id", sa.Uuid(), nullable=True),
        sa.Column("planned_table_id", sa.Uuid(), nullable=True),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("missing", sa.String(), nullable=False),
        sa.Column("called_at", sa.DateTime(), nullable=True),
        sa.Column("hosts_seated_at", sa.DateTime(), nullable=True),
        sa.Column("guests_seated_at", sa.DateTime(), nullable=True),
    )
    for column in ("number", "plan_id", "request_id", "slot_id"):
        op.create_index(f"ix_meeting_{column}", "meeting", [column])
    thing(
        "outcome",
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("interest", sa.Integer(), nullable=True),
        sa.Column("follow_up_on", sa.Date(), nullable=True),
        sa.Column("follow_up_by", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
    )
    op.create_index("ix_outcome_meeting_id", "outcome", ["meeting_id"])
    thing("plan", sa.Column("figures", sa.JSON(), nullable=False))
    thing(
        "plan_rules",
        sa.Column("mutual_worth", sa.Integer(), nullable=False),
        sa.Column("first_worth", sa.Integer(), nullable=False),
        sa.Column("second_worth", sa.Integer(), nullable=False),
        sa.Column("third_worth", sa.Integer(), nullable=False),
        sa.Column("most_meetings", sa.Integer(), nullable=True),
        sa.Column("most_in_row", sa.Integer(), nullable=True),
    )
    thing(
        "request",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("hosts", sa.JSON(), nullable=False),
        sa.Column("guests", sa.JSON(), nullable=False),
        sa.Column("mutual", sa.Boolean(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("forbidden", sa.JSON(), nullable=False),
        sa.Column("slot_id", sa.Uuid(), nullable=True),
        sa.Column("table_id", sa.Uuid(), nullable=True),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("note_said", sa.String(), nullable=False),
    )
    op.create_index("ix_request_number", "request", ["number"])
    thing(
        "resource",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("at_once", sa.Integer(), nullable=False),
        sa.Column("times", sa.JSON(), nullable=False),
    )
    thing(
        "unavailable",
        sa.Column("delegate_id", sa.Uuid(), nullable=True),
        sa.Column("starts_at", sa.DateTime(), nullable=True),
        sa.Column("ends_at", sa.DateTime(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
    )
    op.create_index("ix_unavailable_delegate_id", "unavailable", ["delegate_id"])
    thing(
        "lateness",
        sa.Column("delegate_id", sa.Uuid(), nullable=True),
        sa.Column("comes_at", sa.DateTime(), nullable=True),
    )
    op.create_index("ix_lateness_delegate_id", "lateness", ["delegate_id"])
    thing(
        "floor_rules",
        sa.Column("soon_minutes", sa.Integer(), nullable=False),
        sa.Column("freeze_minutes", sa.Integer(), nullable=False),
        sa.Column("left_minutes", sa.Integer(), nullable=True),
    )
    create_side_indexes(op.get_bind())
