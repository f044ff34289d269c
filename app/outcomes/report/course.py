"""How the day went: the use of tables, requests, who waited, and who got what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from app.outcomes.figures import Share, SlotUse
from app.outcomes.report.facts import ReportFacts
from app.outcomes.report.language import sentence
from app.outcomes.report.pieces import (
    Bar,
    Bars,
    Column,
    ColumnGroup,
    Columns,
    Heading,
    Ink,
    Key,
    Length,
    Piece,
    Side,
    side_by_side,
)
from app.outcomes.report.wording import Wording

_MOST_COLUMNS = 120
_LABELS = 12
_QUARTER, _HALF, _THREE_QUARTERS = 0.25, 0.5, 0.75


def course(facts: ReportFacts, words: Wording) -> Iterator[Piece | Side]:
    """Yield the section."""
    tables = _tables(facts, words)
    charts: list[Piece] = []
    if facts.figures.shares:
        charts.append(_shares(facts, words))
    # Who asked did not ask for a day.
    if facts.figures.requests and not facts.is_part:
        charts.append(_requests(facts, words))
    if tables is None and not charts:
        return
    yield Heading(words.terms.sections[1])
    if tables is not None:
        yield tables
    yield from side_by_side(charts)


def _tables(facts: ReportFacts, words: Wording) -> Columns | None:
    slots = [each for each in facts.figures.slots if each.open or each.used]
    if not slots or not facts.figures.meetings.wanted:
        return None
    together = -(-len(slots) // _MOST_COLUMNS)
    by_day: dict[date, list[SlotUse]] = {}
    for each in slots:
        by_day.setdefault(words.day_of(each.starts_at), []).append(each)
    busiest = {
        day: [
            max(of_day[at : at + together], key=lambda each: each.used)
            for at in range(0, len(of_day), together)
        ]
        for day, of_day in by_day.items()
    }
    every = -(-sum(map(len, busiest.values())) // _LABELS)
    labels, notes = words.terms.labels, words.terms.notes
    return Columns(
        _busiest(slots, words, several=len(by_day) > 1),
        tuple(
            ColumnGroup(
                sentence(words.long_day(day)) if len(by_day) > 1 else "",
                tuple(_columns(of, every, words)),
            )
            for day, of in busiest.items()
        ),
        (Key(Ink.FULL, labels.in_use), Key(Ink.HOLLOW, labels.tables_open)),
        words.say(notes.busiest, together) if together > 1 else "",
    )


def _columns(slots: Sequence[SlotUse], every: int, words: Wording) -> Iterator[Column]:
    for at, each in enumerate(slots):
        label = words.clock(each.starts_at) if at % every == 0 else ""
        yield Column(label, each.used, each.open)


def _busiest(slots: Sequence[SlotUse], words: Wording, *, several: bool) -> str:
    findings = words.terms.findings
    most = max(slots, key=lambda each: each.used)
    if not most.used:
        return findings.no_table
    when = words.say(words.terms.clock, clock=words.clock(most.starts_at))
    if several:
        day = words.long_day(words.day_of(most.starts_at))
        when = words.say(words.terms.clock_of_day, clock=words.clock(most.starts_at), day=day)
    return words.say(findings.tables, when=when, used=most.used, open=most.open)


def _shares(facts: ReportFacts, words: Wording) -> Bars:
    """Count people by how much of what was planned for them took place."""
    labels, shares = words.terms.labels, facts.figures.shares
    counts = [0] * len(labels.shares)
    for each in shares:
        counts[_bucket(each.held / each.wanted)] += 1
    bars = (
        Bar(label, (Length(number),), words.number(number))
        for label, number in zip(labels.shares, counts, strict=True)
    )
    title = words.say(words.terms.findings.shares, counts[0], full=counts[0], people=len(shares))
    return Bars(title, tuple(bars), note=f"{_let_down(shares, words)} {_waited(facts, words)}")


def _let_down(shares: Sequence[Share], words: Wording) -> str:
    notes = words.terms.notes
    most = max(each.missed_by_others for each in shares)
    struck = sum(each.missed_by_others == most for each in shares)
    return words.say(notes.let_down, most, people=struck) if most else notes.nobody_let_down


def _waited(facts: ReportFacts, words: Wording) -> str:
    waiting, notes = facts.figures.waiting, words.terms.notes
    if not waiting.times:
        return notes.nobody_waited
    return words.say(notes.waiting, waiting.times, minutes=waiting.minutes)


def _bucket(share: float) -> int:
    if share == 1:
        return 0
    if share >= _THREE_QUARTERS:
        return 1
    if share >= _HALF:
        return 2
    return 3 if share else 4


def _requests(facts: ReportFacts, words: Wording) -> Bars:
    figures, labels = facts.figures, words.terms.labels
    met, every = figures.requests_met, figures.requests
    bars = (
        Bar(labels.requests_met, (Length(met),), words.number(met)),
        Bar(labels.requests_open, (Length(every - met, Ink.HOLLOW),), words.number(every - met)),
    )
    return Bars(words.say(words.terms.findings.requests, met, met=met, all=every), bars)
