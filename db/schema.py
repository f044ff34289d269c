"""Brings an event file to today's schema."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from db.engine import APPLICATION_ID

SCHEMA_VERSION = 1
"""Stands in the file as ``user_version``. Raised by one with each migration."""


def schema_of(connection: Connection) -> tuple[int, int]:
    """Give the file's ``application_id`` and schema version; zeros for an empty file."""
    application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    return int(application), int(version)


def upgrade(connection: Connection) -> None:
    """Run the steps that the file lacks, in the caller's transaction, versions included."""
    # Alembic takes a sixth of a second to import, and most starts need no step.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
