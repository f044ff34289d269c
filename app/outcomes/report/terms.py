"""Every word of a report that is not in its headline, in one language.

Placeholders in braces are filled in by ``findings`` and ``faces``; ``Forms`` are for one and for
several. French says what is none in the form for one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.delegates.registration import Status
from app.outcomes.outcome import Answer, OutcomeKind

Forms = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Findings:
    """The sentences over charts, which say what is seen in them."""

    people: Forms
    meetings: Forms
    meetings_open: Forms
    no_meeting: str
    kinds: Forms
    most: Forms
    each: Forms
    level: str
    none_held: str
    tables: str
    no_table: str
    shares: Forms
    requests: Forms
    outcomes: Forms
    outcomes_level: str
    no_outcome: str
    not_recorded: Forms
    answers: Forms
    programmes: str
    programmes_level: str
    no_programme: str
    interest: str


@dataclass(frozen=True, slots=True)
class Labels:
    """What stands at bars, columns and tiles."""

    applied: str
    accepted: str
    checked_in: str
    met: str
    planned: str
    held: str
    lost: str
    lost_by_host: str
    lost_by_guest: str
    lost_by_both: str
    running: str
    ahead: str
    key_open: str
    not_recorded: str
    not_said: str
    unprintable: str
    in_use: str
    tables_open: str
    requests_met: str
    requests_open: str
    without_kind: str
    no_programme: str
    shares: tuple[str, str, str, str, str]
    outcomes: Mapping[OutcomeKind, str]
    led_to: Mapping[OutcomeKind, str]
    answers: Mapping[Answer, str]
    delegates: Forms
    organisations: Forms
    countries: Forms
    meetings_held: Forms
    of_planned: str
    clusters_came: Forms
    organisations_came: Forms
    to_follow_up: Forms
    unrecorded: Forms


@dataclass(frozen=True, slots=True)
class Notes:
    """Small print beneath charts."""

    more: Forms
    cancelled: Forms
    moved: Forms
    recovered: Forms
    busiest: str
    waiting: Forms
    nobody_waited: str
    let_down: Forms
    nobody_let_down: str
    two_outcomes: str


@dataclass(frozen=True, slots=True)
class Lists:
    """What stands in the tables of follow-ups."""

    absent: Forms
    not_there: Forms
    nobody_absent: str
    nobody_missing: str
    placeless: Forms
    party: str
    why: str
    would_have_met: str
    asked_for: str
    nobody: str
    steps: Forms
    no_steps: str
    on: str
    by: str
    meeting: str
    what: str
    no_date: str
    more_absent: Forms
    more_steps: Forms
    statuses: Mapping[Status, str]


@dataclass(frozen=True, slots=True)
class AboutApplications:
    """What stands in the table of applications. ``all_`` is its last row."""

    title: Forms
    heads: tuple[str, str, str, str, str, str, str, str]
    all_: str
    more: Forms


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of a language; ``stamp`` and the days are patterns of CLDR.

    ``sessions`` is the line on those of the programme.
    """

    report: str
    day_report: str
    follow_ups: str
    page: str
    printed: str
    stamp: str
    long_day: str
    short_day: str
    table_day: str
    clock: str
    clock_of_day: str
    sections: tuple[str, str, str, str]
    groups: Mapping[str, Forms]
    findings: Findings
    labels: Labels
    notes: Notes
    lists: Lists
    applications: AboutApplications
    sessions: Forms
