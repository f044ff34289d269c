"""What is left to do, as tables: who could not come, and next steps by date."""

from __future__ import annotations

from dataclasses import fields, replace

from app.delegates.folding import fold
from app.outcomes.figures import NOBODY, Applied
from app.outcomes.follow_ups import Absent, NextStep
from app.outcomes.report.facts import ReportFacts
from app.outcomes.report.pieces import Listing
from app.outcomes.report.wording import Wording

_PARTNERS = 6


def absent_listing(facts: ReportFacts, words: Wording, partners: int = _PARTNERS) -> Listing:
    """Give the parties that could not come, each with so many whom it would have met."""
    lists, absent = words.terms.lists, facts.left.absent
    forms = lists.not_there if facts.is_part else lists.absent
    nobody = lists.nobody_missing if facts.left.without_place else lists.nobody_absent
    return Listing(
        title=words.say(forms, len(absent)) if absent else nobody,
        heads=(lists.party, lists.why, lists.would_have_met),
        widths=(0.32, 0.2, 0.48),
        rows=tuple(_absent(each, words, partners) for each in absent),
        more=lists.more_absent,
    )


def placeless_listing(facts: ReportFacts, words: Wording, partners: int) -> Listing | None:
    """Give the parties that had no place; nothing where all had one, or might have come anyway."""
    lists, placeless = words.terms.lists, facts.left.without_place
    if not placeless:
        return None
    return replace(
        absent_listing(facts, words),
        title=words.say(lists.placeless, len(placeless)),
        rows=tuple(_absent(each, words, partners) for each in placeless),
    )


def applications_listing(facts: ReportFacts, words: Wording) -> Listing | None:
    """Give what became of applications by delegation; nothing where nobody decided on any."""
    whole, by = facts.figures.applications, facts.figures.applications_by
    if whole.applied == whole.accepted:
        return None
    terms = words.terms.applications
    most = sorted(by, key=lambda name: (name == NOBODY, -by[name].applied, fold(name)))
    rows = [_applied(_delegation(name, words), by[name], words) for name in most]
    if len(rows) > 1:
        rows.insert(0, _applied(terms.all_, whole, words))
    return Listing(
        title=words.say(terms.title, whole.applied, accepted=whole.accepted, came=whole.came),
        heads=terms.heads,
        widths=(0.2, *[0.8 / 7] * 7),
        rows=tuple(rows),
        more=terms.more,
    )


def _delegation(name: str, words: Wording) -> str:
    return words.label(name, "delegation") if name != NOBODY else words.terms.labels.not_said


def _applied(name: str, of: Applied, words: Wording) -> tuple[str, ...]:
    return name, *(words.number(getattr(of, each.name)) for each in fields(Applied))


def steps_listing(facts: ReportFacts, words: Wording, *, notes: bool) -> Listing:
    """Give what was agreed, until when and who sees to it; ``notes`` say what else was noted."""
    lists, steps = words.terms.lists, facts.left.steps
    return Listing(
        title=words.say(lists.steps, len(steps)) if steps else lists.no_steps,
        heads=(lists.on, lists.meeting, lists.what, lists.by),
        widths=(0.155, 0.34, 0.335, 0.17),
        rows=tuple(_step(each, words, notes=notes) for each in steps),
        more=lists.more_steps,
    )


def _absent(each: Absent, words: Wording, most: int) -> tuple[str, ...]:
    lists, party = words.terms.lists, each.party
    countries = ", ".join(map(words.country, party.countries))
    shown = each.would_have_met[:most]
    arranged, asked = (
        [words.party(other.party) for other in shown if other.was_arranged is was_arranged]
        for was_arranged in (True, False)
    )
    rest = len(each.would_have_met) - len(shown)
    if rest:
        (asked or arranged).append(words.say(words.terms.notes.more, rest))
    partners = [", ".join(arranged)]
    if asked:
        partners.append(words.say(lists.asked_for, names=", ".join(asked)))
    who = ", ".join(filter(None, (words.party(party), countries)))
    return who, lists.statuses[party.status], words.parted(partners) or lists.nobody


def _step(step: NextStep, words: Wording, *, notes: bool) -> tuple[str, ...]:
    labels, lists = words.terms.labels, words.terms.lists
    sides = f"{words.side(step.hosts)}\N{NO-BREAK SPACE}– {words.side(step.guests)}"
    kinds = [labels.outcomes[kind] for kind in step.kinds if kind in labels.led_to]
    if kinds and step.programmes:
        kinds[0] += f" ({', '.join(words.shown(each, 'programme') for each in step.programmes)})"
    said = kinds or [labels.answers[each] for each in step.answers]
    noted = [words.noted(each) for each in step.notes] if notes else []
    return (
        lists.no_date if step.on is None else words.numeric_day(step.on),
        f"{step.meeting}  {sides}",
        words.parted((", ".join(said), *noted)) or "–",
        words.noted(step.by) or "–",
    )
