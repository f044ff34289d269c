"""Figures that headlines are written of, and what they then say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.meetings.attendees import MeetingKind
from app.outcomes.outcome import OutcomeKind
from app.outcomes.report.headline import headline
from app.outcomes.report.headline_facts import Group, HeadlineFacts
from app.outcomes.report.wishes import Language

HANNOVER = HeadlineFacts(
    "Matchmaking at HANNOVER MESSE 2015",
    "Hannover",
    (date(2015, 4, 13), date(2015, 4, 14)),
    lead=Group(25, 9, 19, 8),
    others=Group(10, 7, 10, 7),
    absent=6,
    held={MeetingKind.C2C: 44, MeetingKind.B2C: 17},
    planned=70,
    lost=9,
    recovered=7,
    outcomes={OutcomeKind.JOINT_PROPOSAL: 12, OutcomeKind.JOINT_EVENT: 7, OutcomeKind.NONE: 4},
    programmes=("Horizon 2020",),
    recorded=50,
    not_recorded=11,
    follow_ups=31,
    first_follow_up=date(2015, 4, 20),
)
QUIET = HeadlineFacts("Cluster days", "Vilnius", (date(2027, 5, 1),))


def said(language: Language, facts: HeadlineFacts = HANNOVER, **other: object) -> str:
    """Write the headline of facts, some of them otherwise, with usual blanks only."""
    text = headline(replace(facts, **other), language)  # type: ignore[arg-type] # fields of facts
    return text.replace("\u202f", " ").replace("\u00a0", " ")
