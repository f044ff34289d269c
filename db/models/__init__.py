"""What is stored: one class a table."""

from db.models.badges import Badge, BadgeKey, Print
from db.models.checkins import CheckIn, ScanRefusal
from db.models.event import Block, ColumnMapping, Day, Desk, Event, Slot, Table
from db.models.log import Batch, LogDetail, LogRow
from db.models.people import (
    Delegate,
    Delegation,
    Doubt,
    Imported,
    Membership,
    Organisation,
    SourceKey,
)

__all__ = [
    "Badge",
    "BadgeKey",
    "Batch",
    "Block",
    "CheckIn",
    "ColumnMapping",
    "Day",
    "Delegate",
    "Delegation",
    "Desk",
    "Doubt",
    "Event",
    "Imported",
    "LogDetail",
    "LogRow",
    "Membership",
    "Organisation",
    "Print",
    "ScanRefusal",
    "Slot",
    "SourceKey",
    "Table",
]
