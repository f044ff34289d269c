"""What every stored thing has in common."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, DateTime, Dialect, MetaData, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class UtcDateTime(TypeDecorator[datetime]):
    """An instant. Stored in UTC without a zone; naive values are refused, read ones are aware."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the value as it is stored."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            message = f"{value!r} has no time zone, so it is no instant"
            raise ValueError(message)
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the instant that was stored."""
        del dialect
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """Every table. Constraints have names, or a migration could never drop them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it
        datetime: UtcDateTime(),
        dict[str, str]: JSON(),
        dict[str, Any]: JSON(),
        list[str]: JSON(),
    }


class Merged(Base):
    """A thing whose fields are written by deeds, on any desk, in any order.

    ``stamp`` belongs to the last deed that wrote the whole row; it is blank while only
    deeds on single fields have arrived. ``stamps`` holds the later stamp of each field
    written since. The later stamp wins, field by field, so that the same deeds give the same
    row in whatever order they come (``db.merge``). ``alive`` is kept true while the row has
    been written whole and is not ``gone``.

    No foreign keys and no unique constraints here: a merge may bring the referring row
    first, or two rows that exclude each other. Services check such rules under the write lock.
    """

    __abstract__ = True

    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-1)
    stamp: Mapped[str] = mapped_column(default="", sort_order=90)
    stamps: Mapped[dict[str, str]] = mapped_column(default=dict, sort_order=91)
    gone: Mapped[bool] = mapped_column(default=False, sort_order=92)
    alive: Mapped[bool] = mapped_column(default=False, sort_order=93)
