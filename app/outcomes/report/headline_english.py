"""The headline of a report in English."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from app.meetings.attendees import MeetingKind
from app.outcomes.outcome import OutcomeKind
from app.outcomes.report.headline_facts import NAMED_PROGRAMMES, Group, HeadlineFacts
from app.outcomes.report.language import ENGLISH as SPEECH
from app.outcomes.report.language import are_in_a_row

_KINDS: Final = {
    OutcomeKind.JOINT_PROPOSAL: "a joint proposal",
    OutcomeKind.JOINT_EVENT: "a joint event",
    OutcomeKind.AGREEMENT: "a cooperation agreement",
    OutcomeKind.LEAD: "a business lead",
}
_number = SPEECH.number


def english(facts: HeadlineFacts) -> Iterator[str]:
    """Write the sentences, blank where there is nothing to say."""
    yield _parties(facts)
    yield _others(facts)
    yield _held(facts)
    yield _lost(facts)
    yield _recovered(facts)
    yield _ahead(facts)
    yield _visits(facts)
    yield _outcomes(facts)
    yield _not_recorded(facts)
    yield _absent(facts)
    yield _placeless(facts)
    yield _follow_ups(facts)


def _parties(facts: HeadlineFacts) -> str:
    lead = facts.lead
    opening = f"for {facts.event}"
    if facts.place:
        opening += f" in {facts.place}"
    if not facts.is_part:
        opening += f" {'from' if are_in_a_row(facts.days) else 'on'} {SPEECH.dates(facts.days)}"
    if not lead.applied:
        return f"{opening}, nobody applied."
    applied = _counted(lead.applied, *_noun(are_clusters=facts.are_clusters))
    applied += _countries(lead.applied_countries, lead)
    if facts.is_part:
        return f"{opening}, {applied} applied; on {SPEECH.dates(facts.days)}, {_came(lead)}."
    return f"{opening}, {applied} applied, and {_came(lead)}."


def _came(lead: Group) -> str:
    if not lead.took_part:
        return "it did not take part" if lead.applied == 1 else "none of them took part"
    if lead.took_part == lead.applied:
        return "it took part" if lead.applied == 1 else "all of them took part"
    return f"{_number(lead.took_part)}{_countries(lead.took_part_countries, lead)} took part"


def _others(facts: HeadlineFacts) -> str:
    others = facts.others
    if not others.applied:
        return ""
    said = (
        f"{_counted(others.applied, 'other organisation', 'other organisations')} applied as well"
    )
    if others.took_part == others.applied:
        return f"{said} and took part."
    if not others.took_part:
        return f"{said} but did not take part."
    return f"{said}, of which {_number(others.took_part)} took part."


def _held(facts: HeadlineFacts) -> str:
    held, number = facts.held_by_kind, facts.held_in_all
    if not number:
        return _none_held(facts)
    if number == 1:
        return f"{_meetings(1, *held)} was held."
    in_all = f", {_number(number)} in all" if len(held) > 1 else ""
    if 1 in held.values():
        meetings = SPEECH.listed([_meetings(n, kind) for kind, n in held.items()])
    else:
        kinds = [f"{_number(n)} {kind.upper()}" for kind, n in held.items()]
        meetings = f"{SPEECH.listed(kinds)} meetings"
    return f"{meetings} were held{in_all}."


def _none_held(facts: HeadlineFacts) -> str:
    if facts.running or facts.ahead:
        return "no meeting has been held yet."
    if facts.planned == 1:
        return "the one planned meeting was not held."
    if facts.planned:
        return f"none of the {_number(facts.planned)} planned meetings was held."
    if facts.cancelled:
        return "all meetings that had been arranged were cancelled."
    return "no meeting was planned."


def _lost(facts: HeadlineFacts) -> str:
    lost, why = facts.lost, "because somebody did not come"
    if not lost:
        is_over = facts.held_in_all and not facts.running and not facts.ahead
        return "no planned meeting was lost." if is_over else ""
    if not facts.held_in_all:
        return f"{_counted(lost, 'meeting was', 'meetings were')} lost {why}."
    if lost == 1:
        return f"one more had been planned but was lost {why}."
    return f"{_number(lost)} more had been planned but were lost {why}."


def _recovered(facts: HeadlineFacts) -> str:
    recovered = facts.recovered
    if not recovered:
        return ""
    if facts.held_in_all == 1:
        return "it was moved or arranged at short notice."
    were = "was" if recovered == 1 else "were"
    return f"{_number(recovered)} of those held {were} moved or arranged at short notice."


def _ahead(facts: HeadlineFacts) -> str:
    said = []
    if facts.running:
        said.append(f"{_counted(facts.running, 'meeting was', 'meetings were')} running")
    if facts.ahead:
        said.append(f"{_counted(facts.ahead, 'meeting was', 'meetings were')} still ahead")
    return f"when this was written, {' and '.join(said)}." if said else ""


def _visits(facts: HeadlineFacts) -> str:
    if not facts.visits:
        return ""
    said = _counted(facts.visits, "guided visit", "guided visits")
    if not facts.visitors:
        return f"{said} took place as well."
    return f"{_counted(facts.visitors, 'delegate', 'delegates')} joined {said}."


def _outcomes(facts: HeadlineFacts) -> str:
    foreseen, nothing = facts.foreseen, facts.without_result
    if not foreseen:
        return f"nothing came of {_counted(nothing, 'meeting', 'meetings')}." if nothing else ""
    said: list[str] = []
    for kind, number in foreseen.items():
        after = _number(number) if said else _counted(number, "meeting", "meetings")
        programmes = _programmes(facts) if kind is OutcomeKind.JOINT_PROPOSAL else ""
        said.append(f"{_KINDS[kind]} after {after}{programmes}")
    none = f"; nothing came of {_number(nothing)}" if nothing else ""
    return f"agreed or foreseen {_is(said)} {SPEECH.listed(said)}{none}."


def _not_recorded(facts: HeadlineFacts) -> str:
    if facts.not_recorded:
        of = _counted(facts.not_recorded, "meeting", "meetings")
        return f"it is not recorded what came of {of}."
    return "every meeting that was due is recorded." if facts.recorded else ""


def _absent(facts: HeadlineFacts) -> str:
    absent = facts.absent
    if not absent:
        return ""
    one, many = _noun(are_clusters=facts.absent_are_clusters)
    could = "was not there on that day" if facts.is_part else "could not come"
    if absent > 1:
        could = could.replace("was", "were")
    it_is = "it stands" if absent == 1 else "they stand"
    partners = f" with those whom {'it' if absent == 1 else 'they'} would have met"
    return (
        f"{_counted(absent, one, many)} {could}; {it_is} on the follow-up list"
        f"{partners if facts.have_partners else ''}, for further exchanges."
    )


def _placeless(facts: HeadlineFacts) -> str:
    """Say who had no place, and why: these could have come."""
    one, many = _noun(are_clusters=facts.placeless_are_clusters)
    said: list[str] = []
    for number, done in (
        (facts.declined, "declined"),
        (facts.waiting, "left on the waiting list"),
        (facts.undecided, "not decided on"),
    ):
        if number:
            who = _number(number) if said else _counted(number, one, many)
            said.append(f"{who} {'was' if number == 1 else 'were'} {done}")
    return f"{SPEECH.listed(said)}." if said else ""


def _follow_ups(facts: HeadlineFacts) -> str:
    number, first = facts.follow_ups, facts.first_follow_up
    if not number:
        return ""
    said = _counted(number, "meeting is to be followed up", "meetings are to be followed up")
    if first is None:
        return f"{said}."
    return f"{said}, {'' if number == 1 else 'the first '}by {SPEECH.dates((first,))}."


def _programmes(facts: HeadlineFacts) -> str:
    named = list(facts.programmes[:NAMED_PROGRAMMES])
    if not named:
        return ""
    more = len(facts.programmes) - len(named)
    if more:
        named.append(f"{_number(more)} more")
    return f" ({SPEECH.listed(named)})"


def _noun(*, are_clusters: bool) -> tuple[str, str]:
    return ("cluster", "clusters") if are_clusters else ("organisation", "organisations")


def _countries(number: int, group: Group) -> str:
    if not number:
        return ""
    least = "" if group.all_known else "at least "
    return f" from {least}{_counted(number, 'country', 'countries')}"


def _meetings(number: int, kind: MeetingKind) -> str:
    return _counted(number, f"{kind.upper()} meeting", f"{kind.upper()} meetings")


def _counted(number: int, one: str, many: str) -> str:
    return f"{_number(number)} {one if number == 1 else many}"


def _is(items: Sequence[str]) -> str:
    return "is" if len(items) == 1 else "are"
