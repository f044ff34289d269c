"""The tables of the log in the first schema."""

import sqlalchemy as sa
from alembic import op


def make_log_tables() -> None:
    """Make them."""
    op.create_table(
        "log",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("unit", sa.Uuid(), nullable=False),
        sa.Column("undoes", sa.Uuid(), nullable=True),
        sa.Column("desk_id", sa.Uuid(), nullable=False),
        sa.Column("desk_seq", sa.Integer(), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("on_duty", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=True),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("prev", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_log"),
        sa.UniqueConstraint("desk_id", "desk_seq", name="uq_log_desk_id_desk_seq"),
    )
    op.create_index("ix_log_hlc", "log", ["hlc"])
    op.create_index("ix_log_subject", "log", ["subject"])
    op.create_index("ix_log_undoes", "log", ["undoes"])
    op.create_index("ix_log_unit", "log", ["unit"])
    op.create_table(
        "log_detail",
        sa.Column("deed_id", sa.Uuid(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["deed_id"], ["log.id"], name="fk_log_detail_deed_id"),
        sa.PrimaryKeyConstraint("deed_id", name="pk_log_detail"),
    )
    op.create_table(
        "on_duty",
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("token", name="pk_on_duty"),
    )
    op.create_table(
        "batch",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("desk_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_batch"),
    )
