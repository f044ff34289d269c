"""What is stored: one class a table."""

from db.models.applications import ApplicationTerms, LetterText, LetterWrite, PlaceLimit
from db.models.badges import Badge, BadgeKey, Print, Schedule, SchedulePrint
from db.models.checkins import CheckIn, ScanRefusal
from db.models.event import (
    Block,
    Closure,
    ColumnMapping,
    Day,
    Desk,
    Event,
    FarZones,
    Slot,
    Table,
    TableOwner,
)
from db.models.icebreaking import Icebreaker, RoundSeat
from db.models.log import Batch, LogDetail, LogRow, OnDuty
from db.models.meetings import (
    FloorRules,
    Lateness,
    Meeting,
    Plan,
    PlanRules,
    Request,
    Resource,
    Telling,
    Unavailable,
)
from db.models.outcomes import Outcome
from db.models.people import (
    Delegate,
    Delegation,
    Doubt,
    Imported,
    Membership,
    Organisation,
    Role,
    SourceKey,
    Trait,
)
from db.models.programme import Attendance, Booking, ProgrammeSession
from db.models.speeches import SpeechRound, SpeechTurn
from db.models.visits import Visit, VisitChoice, VisitPlace

__all__ = [
    "ApplicationTerms",
    "Attendance",
    "Badge",
    "BadgeKey",
    "Batch",
    "Block",
    "Booking",
    "CheckIn",
    "Closure",
    "ColumnMapping",
    "Day",
    "Delegate",
    "Delegation",
    "Desk",
    "Doubt",
    "Event",
    "FarZones",
    "FloorRules",
    "Icebreaker",
    "Imported",
    "Lateness",
    "LetterText",
    "LetterWrite",
    "LogDetail",
    "LogRow",
    "Meeting",
    "Membership",
    "OnDuty",
    "Organisation",
    "Outcome",
    "PlaceLimit",
    "Plan",
    "PlanRules",
    "Print",
    "ProgrammeSession",
    "Request",
    "Resource",
    "Role",
    "RoundSeat",
    "ScanRefusal",
    "Schedule",
    "SchedulePrint",
    "Slot",
    "SourceKey",
    "SpeechRound",
    "SpeechTurn",
    "Table",
    "TableOwner",
    "Telling",
    "Trait",
    "Unavailable",
    "Visit",
    "VisitChoice",
    "VisitPlace",
]
