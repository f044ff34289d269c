"""The pages of an event, in the order of the rail and of their keys."""

from __future__ import annotations

from ui.shell.rail import Entry

DESK, FLOOR, DELEGATES = "desk", "floor", "delegates"
PRINT, OUTCOMES, EVENT, PROGRAMME = "print", "outcomes", "event", "programme"
ENTRIES = (
    Entry(DESK, "Desk", "scan-line"),
    Entry(FLOOR, "Floor", "layout-grid"),
    Entry(DELEGATES, "Delegates", "users"),
    Entry(PRINT, "Print", "printer"),
    Entry(OUTCOMES, "Outcomes", "clipboard-check"),
    Entry(EVENT, "Event", "settings-2"),
    Entry(PROGRAMME, "Programme", "calendar-days"),
)
