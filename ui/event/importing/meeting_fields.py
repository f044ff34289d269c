"""What the columns of a list of requests or meetings can be matched to, in words."""

from __future__ import annotations

from collections.abc import Mapping

from app.meetings.reading.columns import MANY

FIELDS: Mapping[str, str] = {
    "guest": "Who asks",
    "guest_email": "Who asks, e-mail",
    "guest_number": "Who asks, badge number",
    "guest_name": "Who asks, name",
    "guest_given_name": "Who asks, given name",
    "guest_family_name": "Who asks, family name",
    "guest_organisation": "Who asks, organisation",
    "host": "Who is asked",
    "host_email": "Who is asked, e-mail",
    "host_number": "Who is asked, badge number",
    "host_name": "Who is asked, name",
    "host_given_name": "Who is asked, given name",
    "host_family_name": "Who is asked, family name",
    "host_organisation": "Who is asked, organisation",
    "mutual": "Both want it",
    "priority": "Priority",
    "kind": "Kind of meeting",
    "slot": "Slot",
    "day": "Day",
    "time": "Time",
    "table": "Table",
    "forbidden": "Slots it may not be in",
    "length": "Slots it takes",
    "needs": "What it needs",
    "after": "Comes after",
    "locked": "Locked",
    "note": "Note",
    "number": "Number in the list",
}
"""In the order in which they are offered."""

SEVERAL = MANY
"""Fields that several columns may fill together."""
