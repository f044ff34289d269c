"""What came of the meetings: kinds, short answers, programmes, interest."""

from __future__ import annotations

from collections.abc import Iterator

from app.outcomes.outcome import Answer, OutcomeKind
from app.outcomes.report.facts import ReportFacts
from app.outcomes.report.pieces import (
    Bar,
    Bars,
    Column,
    ColumnGroup,
    Columns,
    Heading,
    Ink,
    Length,
    Piece,
    Side,
    side_by_side,
)
from app.outcomes.report.wording import Wording

_SHOWN, _NAMED = 8, 2
_HIGH = 4


def results(facts: ReportFacts, words: Wording) -> Iterator[Piece | Side]:
    """Yield the section. What is not recorded stands beside what is, always."""
    if not facts.figures.meetings.wanted:
        return
    yield Heading(words.terms.sections[2])
    charts: list[Piece] = [_kinds(facts, words)]
    if any(facts.figures.interest.answers):
        charts.append(_interest(facts, words))
    if facts.came.programmes or facts.came.unnamed:
        charts.append(_programmes(facts, words))
    if any(facts.came.answers.values()):
        charts.append(_answers(facts, words))
    yield from side_by_side(charts)


def _kinds(facts: ReportFacts, words: Wording) -> Bars:
    labels, outcomes = words.terms.labels, facts.figures.outcomes
    named = [(labels.outcomes[kind], outcomes[kind], Ink.FULL) for kind in OutcomeKind]
    none = named.pop()
    named.sort(key=lambda each: -each[1])
    if facts.came.without_kind:
        named.append((labels.without_kind, facts.came.without_kind, Ink.FULL))
    missing = facts.figures.meetings.not_recorded
    rows = (
        *named,
        (none[0], none[1], Ink.HOLLOW),
        (labels.not_recorded, missing, Ink.DOTTED),
    )
    bars = (Bar(label, (Length(n, ink),), words.number(n)) for label, n, ink in rows)
    return Bars(_found(facts, words), tuple(bars), note=words.terms.notes.two_outcomes)


def _found(facts: ReportFacts, words: Wording) -> str:
    findings, labels = words.terms.findings, words.terms.labels
    number = facts.figures.meetings.not_recorded
    missing = words.say(findings.not_recorded, number)
    outcomes = {kind: facts.figures.outcomes[kind] for kind in labels.led_to}
    most = max(outcomes.values())
    if not most:
        return words.say(findings.no_outcome, missing=missing)
    names = [labels.led_to[kind] for kind, n in outcomes.items() if n == most]
    if len(names) > _NAMED:
        count = words.counted(len(names), words.terms.groups["kinds"])
        return words.say(findings.outcomes_level, count=count, most=most, missing=missing)
    named = words.listed(names)
    return words.say(findings.outcomes, len(names), names=named, most=most, missing=missing)


def _programmes(facts: ReportFacts, words: Wording) -> Bars:
    came, labels, findings = facts.came, words.terms.labels, words.terms.findings
    named = [(words.label(name, "programme"), number) for name, number in came.programmes]
    every = facts.figures.outcomes[OutcomeKind.JOINT_PROPOSAL]
    shown = named if len(named) <= _SHOWN + 1 else named[:_SHOWN]
    bars = [Bar(name, (Length(n),), words.number(n)) for name, n in shown]
    if came.unnamed:
        length = Length(came.unnamed, Ink.DOTTED)
        bars.append(Bar(labels.no_programme, (length,), words.number(came.unnamed)))
    title = words.say(findings.no_programme, all=every)
    if named:
        leading = [name for name, number in named if number == named[0][1]]
        names = words.listed(leading)
        title = words.say(findings.programmes, names=names, most=named[0][1], all=every)
        if len(leading) > _NAMED:
            title = words.say(findings.programmes_level, len(named), all=every)
    rest = len(named) - len(shown)
    return Bars(title, tuple(bars), note=words.say(words.terms.notes.more, rest) if rest else "")


def _answers(facts: ReportFacts, words: Wording) -> Bars:
    labels, answers = words.terms.labels, facts.came.answers
    bars = (
        Bar(label, (Length(answers.get(answer, 0)),), words.number(answers.get(answer, 0)))
        for answer, label in labels.answers.items()
    )
    possible = answers.get(Answer.POSSIBLE, 0)
    every = sum(answers.values())
    title = words.say(words.terms.findings.answers, possible, possible=possible, all=every)
    return Bars(title, tuple(bars))


def _interest(facts: ReportFacts, words: Wording) -> Columns:
    interest = facts.figures.interest
    columns = (
        Column(str(degree), number, number) for degree, number in enumerate(interest.answers, 1)
    )
    title = words.say(
        words.terms.findings.interest,
        mean=words.decimal(interest.mean or 0.0),
        high=sum(interest.answers[_HIGH - 1 :]),
        all=sum(interest.answers),
    )
    return Columns(title, (ColumnGroup("", tuple(columns)),))
