"""What the Desk says for each reason of a refusal, and what it offers next."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Shape(StrEnum):
    """The form of a verdict, so that it is told without its colour."""

    TICK = "tick"
    WARNING = "warning"
    STOP = "stop"
    PAPER = "paper"
    UNKNOWN = "unknown"
    PERSON = "person"


class Act(StrEnum):
    """What can be done next about whoever stands there."""

    CHECK_IN = "check_in"
    LET_IN = "let_in"
    CHECK_OUT = "check_out"
    ACCEPT = "accept"
    RESTORE = "restore"
    ADMIT_TODAY = "admit_today"
    PRINT_BADGE = "print_badge"
    PRINT_SCHEDULE = "print_schedule"
    PRINT_NEW_SCHEDULE = "print_new_schedule"
    PRINT_SLIP = "print_slip"
    LOOK_UP = "look_up"
    REGISTER = "register"
    SUBSTITUTE = "substitute"
    UNDO = "undo"
    UNDO_RETURN = "undo_return"
    SHOW = "show"


OF_SCHEDULES = frozenset({Act.PRINT_SCHEDULE, Act.PRINT_NEW_SCHEDULE, Act.PRINT_SLIP})
"""What is done about a schedule. The page leaves it to whoever prints."""


class Refusal(NamedTuple):
    """How a refusal looks, what it says, and what it offers; ``{…}`` are facts of the scan."""

    tone: str
    shape: Shape
    headline: str
    lead: str
    advice: str
    acts: tuple[Act, ...]


OLD_SCHEDULE = "old_schedule"
SCHEDULES = frozenset({"schedule", OLD_SCHEDULE})
"""The reasons that tell of a schedule that was scanned for a badge."""
NOBODY = "Nobody was checked in."
NOTHING = "This scan changed nothing."
COMES_INSTEAD = (
    "Check in {substitute}. If {given} came after all, restore the registration: "
    "then both have a place."
)
_FIND = (Act.LOOK_UP, Act.REGISTER)

REFUSALS: Mapping[str, Refusal] = {
    "not_ours": Refusal(
        "",
        Shape.UNKNOWN,
        "Not one of our badges",
        NOBODY,
        "Ask for the badge of this event, or look up the name.",
        _FIND,
    ),
    "incomplete": Refusal(
        "warn",
        Shape.WARNING,
        "Only a part of the code arrived",
        NOBODY,
        "Scan again, a little slower. If it stays so, look up the name.",
        (Act.LOOK_UP,),
    ),
    "damaged": Refusal(
        "warn",
        Shape.WARNING,
        "The code arrived damaged",
        NOBODY,
        "Scan again. If it stays so, look up the name, and test the scanner.",
        (Act.LOOK_UP,),
    ),
    "newer_version": Refusal(
        "warn",
        Shape.WARNING,
        "A newer Matchdesk made this badge",
        NOBODY,
        "Look up the name. This desk needs an update.",
        (Act.LOOK_UP,),
    ),
    "other_event": Refusal(
        "bad",
        Shape.STOP,
        "Not this event",
        NOBODY,
        "Ask for the name, then check in the registration for this event.",
        _FIND,
    ),
    "forged_or_damaged": Refusal(
        "bad",
        Shape.STOP,
        "This code does not hold together",
        NOBODY,
        "It is damaged, or not printed here. Ask for the name and look it up.",
        (Act.LOOK_UP,),
    ),
    "wrong_kind": Refusal(
        "warn",
        Shape.WARNING,
        "Not a delegate's badge",
        NOBODY,
        "Scan the badge itself, or look up the name.",
        (Act.LOOK_UP,),
    ),
    "replaced": Refusal(
        "warn",
        Shape.PAPER,
        "This badge was replaced at {since} · {desk}",
        NOBODY,
        "Ask {name} for the new badge. Without it: check in by name, and keep the old one.",
        (Act.CHECK_IN, Act.LOOK_UP),
    ),
    "ticket_replaced": Refusal(
        "warn",
        Shape.PAPER,
        "This ticket was replaced by a newer one",
        NOBODY,
        "It may have been passed on. Ask for the name and look it up.",
        (Act.LOOK_UP, Act.SHOW),
    ),
    "unknown": Refusal(
        "bad",
        Shape.STOP,
        "No such badge here",
        NOBODY,
        "Ask for the name and look it up.",
        _FIND,
    ),
    "erased": Refusal(
        "bad",
        Shape.STOP,
        "Whoever had this badge was erased",
        NOBODY,
        "Nothing is known of them any more. Ask for the name and look it up, or register on site.",
        _FIND,
    ),
    "removed": Refusal(
        "bad",
        Shape.STOP,
        "Taken off the list",
        NOBODY,
        "Ask for the name and look it up, or register on site.",
        _FIND,
    ),
    "place_taken": Refusal(
        "bad",
        Shape.STOP,
        "{substitute} has this place",
        NOBODY,
        COMES_INSTEAD,
        (Act.RESTORE, Act.LOOK_UP),
    ),
    "not_accepted": Refusal(
        "warn",
        Shape.WARNING,
        "Not accepted yet",
        NOBODY,
        "The application waits for an answer. The desk may accept it.",
        (Act.ACCEPT, Act.LOOK_UP),
    ),
    "waiting_list": Refusal(
        "warn",
        Shape.WARNING,
        "On the waiting list",
        NOBODY,
        "Is there a place left? Then accept. If not, ask the organiser.",
        (Act.LOOK_UP, Act.ACCEPT),
    ),
    "declined": Refusal(
        "bad",
        Shape.STOP,
        "Application declined",
        NOBODY,
        "Ask the organiser before you let anybody in.",
        (Act.LOOK_UP, Act.ACCEPT),
    ),
    "withdrawn": Refusal(
        "bad",
        Shape.STOP,
        "Registration cancelled",
        NOBODY,
        "Came all the same? Restore the registration, and they are in.",
        (Act.LOOK_UP, Act.RESTORE, Act.SUBSTITUTE),
    ),
    "wrong_day": Refusal(
        "warn",
        Shape.WARNING,
        "Expected on {days}",
        NOBODY,
        "Today is not among the days that were booked. The desk may admit today too.",
        (Act.ADMIT_TODAY, Act.LOOK_UP),
    ),
    "schedule": Refusal(
        "",
        Shape.PAPER,
        "This schedule still holds",
        NOBODY,
        "Every table on it is right. To check in, scan the badge.",
        (Act.SHOW, Act.PRINT_SCHEDULE),
    ),
    OLD_SCHEDULE: Refusal(
        "accent",
        Shape.PAPER,
        "Printed schedule is out of date",
        NOTHING,
        "Print the new one. To check in, scan the badge.",
        (Act.PRINT_NEW_SCHEDULE, Act.PRINT_SLIP, Act.SHOW),
    ),
    "already_in": Refusal(
        "warn",
        Shape.WARNING,
        "Already checked in at {since} · {desk}",
        NOTHING,
        "Same person? Let them through. Someone else? Look up their own name.",
        (Act.LOOK_UP, Act.PRINT_BADGE),
    ),
}
"""By the reason of ``NotAdmitted``."""
