"""The headline of a report in German."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.meetings.attendees import MeetingKind
from app.outcomes.outcome import OutcomeKind
from app.outcomes.report.headline_facts import NAMED_PROGRAMMES, Group, HeadlineFacts
from app.outcomes.report.language import GERMAN as SPEECH
from app.outcomes.report.language import are_in_a_row

_KINDS: Final = {
    OutcomeKind.JOINT_PROPOSAL: "ein gemeinsamer Projektantrag",
    OutcomeKind.JOINT_EVENT: "eine gemeinsame Veranstaltung",
    OutcomeKind.AGREEMENT: "eine Kooperationsvereinbarung",
    OutcomeKind.LEAD: "ein Geschäftskontakt",
}
_WHY: Final = "weil jemand nicht kam"
_number = SPEECH.number


def german(facts: HeadlineFacts) -> Iterator[str]:
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
    opening = f"für {facts.event}"
    if facts.place:
        opening += f" in {facts.place}"
    if not facts.is_part:
        opening += f" {_on(facts)}"
    if not lead.applied:
        return f"{opening} bewarb sich niemand."
    parties = _counted(lead.applied, *_noun(are_clusters=facts.are_clusters))
    parties += _countries(lead.applied_countries, lead)
    applied = f"{opening} {'bewarb' if lead.applied == 1 else 'bewarben'} sich {parties}"
    if lead.applied == 1 and not facts.is_part:
        return (
            f"{applied} und nahm teil." if lead.took_part else f"{applied}, nahm aber nicht teil."
        )
    return f"{applied}; {_came(facts)}."


def _came(facts: HeadlineFacts) -> str:
    lead, when = facts.lead, _on(facts) if facts.is_part else "davon"
    it = "er" if facts.are_clusters else "sie"
    if lead.applied == 1:
        return f"{when} nahm {it} {'' if lead.took_part else 'nicht '}teil"
    if not lead.took_part:
        return f"{when} nahm niemand teil"
    if lead.took_part == lead.applied:
        return f"{when} nahmen alle teil" if facts.is_part else "alle nahmen teil"
    countries = _countries(lead.took_part_countries, lead)
    if lead.took_part == 1:
        return f"{when} nahm {'einer' if facts.are_clusters else 'eine'}{countries} teil"
    return f"{when} nahmen {_number(lead.took_part)}{countries} teil"


def _others(facts: HeadlineFacts) -> str:
    others = facts.others
    if not others.applied:
        return ""
    many = f"{_number(others.applied)} andere Organisationen"
    said = (
        "bewarb sich eine andere Organisation" if others.applied == 1 else f"bewarben sich {many}"
    )
    took = "nahm" if others.applied == 1 else "nahmen"
    if others.took_part == others.applied:
        return f"außerdem {said} und {took} teil."
    if not others.took_part:
        return f"außerdem {said}, {took} aber nicht teil."
    if others.took_part == 1:
        return f"außerdem {said}, von denen eine teilnahm."
    return f"außerdem {said}, von denen {_number(others.took_part)} teilnahmen."


def _held(facts: HeadlineFacts) -> str:
    held, number = facts.held_by_kind, facts.held_in_all
    if not number:
        return _none_held(facts)
    if number == 1:
        return f"es fand {_talks(1, *held)} statt."
    in_all = f", zusammen {_number(number)}" if len(held) > 1 else ""
    talks = [_talks(n, kind) for kind, n in held.items()]
    if 1 not in held.values():
        kinds = list(held.items())
        talks = [f"{_number(n)} {kind.upper()}-" for kind, n in kinds[:-1]] + talks[-1:]
    return f"es fanden {SPEECH.listed(talks)} statt{in_all}."


def _none_held(facts: HeadlineFacts) -> str:
    if facts.running or facts.ahead:
        return "bisher fand kein Gespräch statt."
    if facts.planned == 1:
        return "das eine geplante Gespräch fand nicht statt."
    if facts.planned:
        return f"von {_number(facts.planned)} geplanten Gesprächen fand keines statt."
    if facts.cancelled:
        return "alle vereinbarten Gespräche wurden abgesagt."
    return "es war kein Gespräch geplant."


def _lost(facts: HeadlineFacts) -> str:
    lost = facts.lost
    if not lost:
        is_over = facts.held_in_all and not facts.running and not facts.ahead
        return "kein geplantes Gespräch fiel aus." if is_over else ""
    if not facts.held_in_all:
        return f"{_counted(lost, 'ein Gespräch fiel', 'Gespräche fielen')} aus, {_WHY}."
    if lost == 1:
        return f"ein weiteres war geplant, fiel aber aus, {_WHY}."
    return f"{_number(lost)} weitere waren geplant, fielen aber aus, {_WHY}."


def _recovered(facts: HeadlineFacts) -> str:
    recovered, how = facts.recovered, "kurzfristig verlegt oder vereinbart"
    if not recovered:
        return ""
    if facts.held_in_all == 1:
        return f"es wurde {how}."
    if recovered == 1:
        return f"eines der geführten Gespräche wurde {how}."
    return f"{_number(recovered)} der geführten Gespräche wurden {how}."


def _ahead(facts: HeadlineFacts) -> str:
    said = []
    for number, verb, end in ((facts.running, "lief", ""), (facts.ahead, "stand", " noch bevor")):
        if number:
            talks = _counted(number, "ein Gespräch", "Gespräche")
            said.append(f"{verb}{'' if number == 1 else 'en'} {talks}{end}")
    return f"als dieser Bericht entstand, {' und '.join(said)}." if said else ""


def _visits(facts: HeadlineFacts) -> str:
    if not facts.visits:
        return ""
    if not facts.visitors:
        took = "fand" if facts.visits == 1 else "fanden"
        return f"außerdem {took} {_counted(facts.visits, 'eine Führung', 'Führungen')} statt."
    who = _counted(facts.visitors, "ein Delegierter nahm", "Delegierte nahmen")
    return f"{who} an {_counted(facts.visits, 'einer Führung', 'Führungen')} teil."


def _outcomes(facts: HeadlineFacts) -> str:
    foreseen, nothing = facts.foreseen, facts.without_result
    if not foreseen:
        none = _counted(nothing, "ein Gespräch blieb", "Gespräche blieben")
        return f"{none} ohne Ergebnis." if nothing else ""
    said: list[str] = []
    for kind, number in foreseen.items():
        after = _after(number) if said else _counted(number, "einem Gespräch", "Gesprächen")
        programmes = _programmes(facts) if kind is OutcomeKind.JOINT_PROPOSAL else ""
        said.append(f"nach {after} {_KINDS[kind]}{programmes}")
    are = "ist" if len(said) == 1 else "sind"
    remained = "eines blieb" if nothing == 1 else f"{_number(nothing)} blieben"
    none = f"; {remained} ohne Ergebnis" if nothing else ""
    return f"vereinbart oder vorgesehen {are} {SPEECH.listed(said)}{none}."


def _not_recorded(facts: HeadlineFacts) -> str:
    if facts.not_recorded:
        to = _counted(facts.not_recorded, "einem Gespräch", "Gesprächen")
        return f"zu {to} ist nicht erfasst, was sich ergab."
    return "alle fälligen Gespräche sind erfasst." if facts.recorded else ""


def _absent(facts: HeadlineFacts) -> str:
    absent = facts.absent
    if not absent:
        return ""
    is_one = absent == 1
    who = _counted(absent, *_noun(are_clusters=facts.absent_are_clusters))
    if facts.is_part:
        could = f"{'war' if is_one else 'waren'} an diesem Tag nicht da"
    else:
        could = f"{'konnte' if is_one else 'konnten'} nicht kommen"
    it = "er" if is_one and facts.absent_are_clusters else "sie"
    partners = f" mit denen, die {it} getroffen {'hätte' if is_one else 'hätten'}"
    return (
        f"{who} {could}; {it} {'steht' if is_one else 'stehen'} auf der Liste der nächsten"
        f" Schritte,{f'{partners},' if facts.have_partners else ''} für den weiteren Austausch."
    )


def _placeless(facts: HeadlineFacts) -> str:
    """Say who had no place, and why: these could have come."""
    clusters = facts.placeless_are_clusters
    said: list[str] = []
    for number, was, were in (
        (facts.declined, "wurde abgelehnt", "wurden abgelehnt"),
        (facts.waiting, "blieb auf der Warteliste", "blieben auf der Warteliste"),
        (facts.undecided, "blieb ohne Entscheidung", "blieben ohne Entscheidung"),
    ):
        if number:
            alone = ("einer" if clusters else "eine") if number == 1 else _number(number)
            who = alone if said else _counted(number, *_noun(are_clusters=clusters))
            said.append(f"{who} {was if number == 1 else were}")
    return f"{SPEECH.listed(said)}." if said else ""


def _follow_ups(facts: HeadlineFacts) -> str:
    number, first = facts.follow_ups, facts.first_follow_up
    if not number:
        return ""
    said = _counted(number, "ein Gespräch soll", "Gespräche sollen") + " weiterverfolgt werden"
    if first is None:
        return f"{said}."
    which = "" if number == 1 else "das erste "
    return f"{said}, {which}bis zum {SPEECH.dates((first,))}."


def _on(facts: HeadlineFacts) -> str:
    return f"{'vom' if are_in_a_row(facts.days) else 'am'} {SPEECH.dates(facts.days)}"


def _programmes(facts: HeadlineFacts) -> str:
    named = list(facts.programmes[:NAMED_PROGRAMMES])
    if not named:
        return ""
    more = len(facts.programmes) - len(named)
    if more:
        named.append("ein weiteres" if more == 1 else f"{_number(more)} weitere")
    return f" ({SPEECH.listed(named)})"


def _noun(*, are_clusters: bool) -> tuple[str, str]:
    return ("ein Cluster", "Cluster") if are_clusters else ("eine Organisation", "Organisationen")


def _countries(number: int, group: Group) -> str:
    if not number:
        return ""
    least = "" if group.all_known else "mindestens "
    return f" aus {least}{_counted(number, 'einem Land', 'Ländern')}"


def _talks(number: int, kind: MeetingKind) -> str:
    return _counted(number, f"ein {kind.upper()}-Gespräch", f"{kind.upper()}-Gespräche")


def _after(number: int) -> str:
    return "einem" if number == 1 else _number(number)


def _counted(number: int, one: str, many: str) -> str:
    """Count something; ``one`` says its number itself, as it bends."""
    return one if number == 1 else f"{_number(number)} {many}"
