"""The figures of a day or an event in words, as commands tell it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from app.cli.counted import many
from app.cli.outcome_words import KIND_WORDS
from app.cli.programme_words import session_facts_of
from app.delegates.person import Person
from app.delegates.registration import Kind
from app.outcomes.figures import NOBODY, Figures, Turnout
from app.outcomes.programme_figures import ProgrammeFigures
from app.outcomes.tally import Tally

_STAGES = {
    "applied": "Applied",
    "accepted": "Accepted",
    "checked_in": "Checked in",
    "met": "Met somebody",
    "absent": "Did not come",
}
_TYPES: Mapping[str, str] = {
    Kind.CLUSTER: "clusters",
    Kind.COMPANY: "companies",
    Kind.UNIVERSITY: "universities",
    Kind.AUTHORITY: "public authorities",
    Kind.INVESTOR: "investors",
    Kind.SUPPORT: "support organisations",
    Kind.OTHER: "others",
    NOBODY: "of no known type",
}
_SHOWN = 10


def figure_facts(figures: Figures, person: Callable[[UUID], Person]) -> dict[str, Any]:
    """Give figures as the answer of a command has them, with who is who among the shares."""
    shares = [{**asdict(each), "delegate": person(each.delegate)} for each in figures.shares]
    facts = {**asdict(figures), "shares": shares}
    facts["by"]["days"] = {str(day): of for day, of in facts["by"]["days"].items()}
    return facts


def programme_facts(around: ProgrammeFigures) -> dict[str, Any]:
    """Give who came to sessions and visits as the answer of a command has it."""
    return {
        "sessions": [session_facts_of(each) for each in around.sessions],
        "visits": list(around.visits),
    }


def figure_lines(figures: Figures) -> Iterator[str]:
    """Say each figure on a line. What is not recorded is told beside what is."""
    for name, words in _STAGES.items():
        yield f"{words}: {_turnout(getattr(figures.people, name))}"
        for kind, of in figures.types.items():
            if (part := getattr(of, name)).delegates:
                yield f"  {_TYPES[kind]}: {_turnout(part)}"
    yield f"Meetings: {_tally(figures.meetings)}"
    for title, groups in (
        ("kind", figures.by.kinds),
        ("day", {str(day): of for day, of in figures.by.days.items()}),
        ("delegation", figures.by.delegations),
        ("country", figures.by.countries),
        ("sector", figures.by.sectors),
        ("organisation", figures.by.organisations),
    ):
        yield from _grouped(title, groups)
    yield f"Requests met: {figures.requests_met:,} of {figures.requests:,}"
    waited = many(figures.waiting.times, "person", "people")
    yield f"Waited in vain: {waited}, {figures.waiting.minutes:,} min in all"
    if figures.interest.mean is not None:
        counts = ", ".join(f"{at}: {n}" for at, n in enumerate(figures.interest.answers, 1))
        yield f"Interest: {figures.interest.mean:.1f} on average ({counts})"
    came = ", ".join(f"{KIND_WORDS[kind]} {n}" for kind, n in figures.outcomes.items())
    yield f"Outcomes: {came}; not recorded {figures.meetings.not_recorded}"
    yield f"To follow up: {many(figures.follow_ups, 'meeting', 'meetings')}"


def _grouped(title: str, groups: Mapping[str, Tally]) -> Iterator[str]:
    """Show the largest groups of one sort."""
    ordered = sorted(groups.items(), key=lambda each: (-each[1].wanted, each[0]))
    for name, of in ordered[:_SHOWN]:
        yield f"  {title} {name.upper() if title == 'kind' else name or 'not said'}: {_tally(of)}"
    if len(ordered) > _SHOWN:
        yield f"  … and {len(ordered) - _SHOWN} more"


def _turnout(turnout: Turnout) -> str:
    return ", ".join(
        (
            many(turnout.delegates, "delegate", "delegates"),
            many(turnout.organisations, "organisation", "organisations"),
            many(turnout.countries, "country", "countries"),
        )
    )


def _tally(of: Tally) -> str:
    parts = {
        "held": of.held,
        "running": of.running,
        "ahead": of.ahead,
        "lost, the host did not come": of.lost_by_host,
        "lost, the guest did not come": of.lost_by_guest,
        "lost, nobody came": of.lost_by_both,
        "cancelled": of.cancelled,
        "moved": of.moved,
        "recovered": of.recovered,
        "not recorded": of.not_recorded,
    }
    said = ", ".join(f"{number:,} {words}" for words, number in parts.items() if number)
    return f"{of.wanted:,} planned; {said}" if said else f"{of.wanted:,} planned"
