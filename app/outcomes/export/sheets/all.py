"""All sheets of an export, in their order."""

from __future__ import annotations

from typing import Any, Final

from app.outcomes.export.sheets.answers import FOLLOW_UPS, NO_SHOWS, OUTCOMES
from app.outcomes.export.sheets.figures import FIGURES
from app.outcomes.export.sheets.meetings import MEETINGS
from app.outcomes.export.sheets.people import DELEGATES, ORGANISATIONS
from app.outcomes.export.sheets.plan import SheetPlan
from app.outcomes.export.sheets.programme import (
    SESSION_ATTENDANCE,
    SESSIONS,
    VISIT_PLACES,
    VISITS,
)
from app.outcomes.export.sheets.records import CHECK_INS, JOURNAL, PRINTED

SHEETS: Final[tuple[SheetPlan[Any], ...]] = (
    DELEGATES,
    ORGANISATIONS,
    MEETINGS,
    OUTCOMES,
    FOLLOW_UPS,
    NO_SHOWS,
    CHECK_INS,
    PRINTED,
    SESSIONS,
    SESSION_ATTENDANCE,
    VISITS,
    VISIT_PLACES,
    FIGURES,
    JOURNAL,
)
"""Their names and those of their columns are kept: programs of others read them."""
