"""Who met: meetings by what they are and by who took part, the most frequent first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from app.delegates.folding import fold
from app.outcomes.figures import NOBODY
from app.outcomes.report.facts import ReportFacts
from app.outcomes.report.language import sentence
from app.outcomes.report.pieces import (
    Bar,
    Bars,
    Heading,
    Ink,
    Key,
    Length,
    Piece,
    Side,
    side_by_side,
)
from app.outcomes.report.wording import Wording
from app.outcomes.tally import Tally

_SHOWN = 8
_NAMED = 2
Groups = Sequence[tuple[str, Tally]]


def groups(facts: ReportFacts, words: Wording) -> Iterator[Piece | Side]:
    """Yield the section, two charts side by side."""
    by = facts.figures.by
    if not facts.figures.meetings.wanted:
        return
    yield Heading(words.terms.sections[0])
    first = [_kinds(by.kinds, words)]
    if len(by.days) > 1:
        days = {words.short_day(day): of for day, of in by.days.items()}
        first.append(_chart("days", tuple(days.items()), words))
    # Low charts have a row of their own, which often fits on the first page.
    yield from side_by_side(first)
    charts: list[Piece] = []
    for name, found, shown in (
        ("delegations", by.delegations, _named("delegation", words)),
        ("countries", by.countries, words.country),
        ("sectors", by.sectors, _named("sectors", words)),
        ("organisations", by.organisations, _named("organisation", words)),
    ):
        if set(found) - {NOBODY}:
            charts.append(_chart(name, _ordered(found, shown), words))
    yield from side_by_side(charts)


def _named(field: str, words: Wording) -> Callable[[str], str]:
    return lambda name: words.label(name, field)


def _ordered(found: Mapping[str, Tally], shown: Callable[[str], str]) -> Groups:
    """Put groups in order, the most held first; those of whom nobody said come last."""
    most = sorted(
        found.items(),
        key=lambda each: (each[0] == NOBODY, -each[1].held, -each[1].wanted, fold(each[0])),
    )
    return tuple((shown(name) if name != NOBODY else NOBODY, of) for name, of in most)


def _kinds(found: Mapping[str, Tally], words: Wording) -> Bars:
    kinds = [(kind.upper(), of) for kind, of in found.items() if of.wanted]
    kinds.sort(key=lambda each: (-each[1].held, each[0]))
    names, number = _leading(kinds)
    findings = words.terms.findings
    title = findings.none_held
    if number:
        title = words.say(findings.kinds, len(names), names=words.listed(names), held=number)
    return Bars(title, tuple(_bar(each, words) for each in kinds), _keys(kinds, words))


def _chart(name: str, found: Groups, words: Wording) -> Bars:
    wanted = [each for each in found if each[1].wanted]
    shown = wanted if len(wanted) <= _SHOWN + 1 else wanted[:_SHOWN]
    rest = len(wanted) - len(shown)
    more = words.say(words.terms.notes.more, rest) if rest else ""
    bars = tuple(_bar(each, words) for each in shown)
    return Bars(sentence(_title(name, wanted, words)), bars, note=more)


def _title(name: str, found: Groups, words: Wording) -> str:
    names, number = _leading([each for each in found if each[0] != NOBODY])
    findings = words.terms.findings
    if not number:
        return findings.none_held
    if len(names) > _NAMED:
        count = words.counted(len(names), words.terms.groups[name])
        return words.say(findings.level, number, count=count)
    forms = findings.most if len(names) == 1 else findings.each
    return words.say(forms, number, names=words.listed(names))


def _leading(found: Groups) -> tuple[list[str], int]:
    """Give the groups of which most meetings were held, and how many."""
    most = max((of.held for _name, of in found), default=0)
    return [name for name, of in found if of.held == most], most


def _bar(group: tuple[str, Tally], words: Wording) -> Bar:
    name, of = group
    still = of.running + of.ahead
    labels = words.terms.labels
    said = [words.number(of.held)]
    if of.lost:
        said.append(f"{words.number(of.lost)} {labels.lost}")
    lengths = (Length(of.held), Length(of.lost, Ink.HATCHED), Length(still, Ink.HOLLOW))
    return Bar(name or labels.not_said, lengths, ", ".join(said))


def _keys(found: Groups, words: Wording) -> tuple[Key, ...]:
    """Explain what no number says: beside three of them there is no room for a bar."""
    is_open = any(of.running + of.ahead for _name, of in found)
    return (Key(Ink.HOLLOW, words.terms.labels.key_open),) if is_open else ()
