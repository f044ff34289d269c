"""The keys of each page, for the help."""

from __future__ import annotations

from collections.abc import Mapping

from ui.entries import DELEGATES, DESK, EVENT, FLOOR, OUTCOMES, PRINT, PROGRAMME
from ui.shell.help import Keys

PAGE_KEYS: Mapping[str, Keys] = {
    DESK: (
        ("Scan", "Any time, on any page: the verdict is shown here"),
        ("Alt+1", "Take the first suggestion, or check in; Alt 2 the second, and so on"),
        ("Alt+B", "Print the badge"),
        ("Alt+S", "Print the schedule; the new one, if the paper is out of date"),
        ("Alt+M", "Show all meetings of the day, also those that are over"),
        ("Alt+L", "Print the change slip, if the paper is out of date"),
        ("Alt+N", "Look up a name"),
        ("Alt+G", "Register on site"),
        ("Alt+R", "Restore a cancelled registration"),
        ("Down", "Go from the field to the first result"),
        ("Esc", "Clear, ready for the next"),
    ),
    FLOOR: (
        ("Scan", "A badge of the open meeting: they sit at its table; all else goes to the Desk"),
        ("Up", "Go from cell to cell; Down, Left and Right as well"),
        ("Return", "Open the meeting, or drop what is carried"),
        ("M", "Pick a meeting up; arrows choose among the places that take it"),
        ("1", "Take the first of the best places, or of the proposals; 2 and 3 the next"),
        ("Alt+L", "Print slips for those who must be told: of the open meeting, or all"),
        ("Alt+N", "Say of the card that keys act on that whoever is missing did not come"),
        ("Esc", "Put back, close, or show all again"),
        ("Home", "Go to now"),
        ("Menu", "Close or reopen the table of the cell, or read its history"),
        ("Ctrl+F", "Find a table, an organisation or a name"),
    ),
    DELEGATES: (
        ("Ctrl+F", "Search in the table"),
        ("Up", "Go through the table; Down as well"),
        ("Ctrl+A", "Choose all; Shift and arrows choose several"),
        ("Alt+1", "Ask the first likely partner to meet; Alt 2 the second, and so on"),
        ("Ctrl+S", "Save what was corrected"),
        ("Alt+A", "Accept who is next from the waiting list; on any page where that is proposed"),
    ),
    PRINT: (
        ("Up", "Choose what is printed; Down as well, and the same for whom and on what"),
        ("Ctrl+P", "Print"),
        ("Ctrl+S", "Save a PDF"),
    ),
    OUTCOMES: (
        ("Scan", "A meeting slip, on any page: its meeting opens here"),
        ("Up", "Choose a meeting; Down as well, Home, End and the page keys"),
        ("J", "Joint proposal; E joint event, A agreement, L business lead, N none"),
        ("I", "In short: insufficient interest; O informative, C cooperation possible"),
        ("1", "Interest, from 1 to 5"),
        ("F", "Follow-up: 30, 30.3, fri, +14 or +2w; W by whom"),
        ("T", "Note; P the programme of a proposal; Esc leaves a field"),
        ("S", "Whose answer it is: of both, the host or the guest"),
        ("X", "Who did not come: the host, the guest, nobody"),
        ("Return", "Save, and go on to the next that is not recorded"),
        ("Del", "Take out what was recorded"),
    ),
    EVENT: (
        ("Ctrl+Return", "Next step of an import; plan, accept a plan"),
        ("Ctrl+N", "New request, among the requests"),
        ("Ctrl+S", "Save a request"),
    ),
    PROGRAMME: (
        ("Ctrl+PgDown", "Next part of the programme; Ctrl PgUp the one before"),
        ("Up", "Go from session to session; Down, Left and Right as well"),
        ("Return", "Open the session, or drop the one in hand"),
        ("M", "Pick a session up; arrows move it by 5 minutes or a room, PgUp by an hour"),
        ("Ctrl+N", "Add a session"),
        ("Scan", "While the open session checks in by scans: they are in it; all else to the Desk"),
        ("Esc", "Put back, end the check-in by scans, close"),
        ("Home", "Go to what is on now or next"),
    ),
}
