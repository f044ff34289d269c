"""The headline of a report in French."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.meetings.attendees import MeetingKind
from app.outcomes.outcome import OutcomeKind
from app.outcomes.report.headline_facts import NAMED_PROGRAMMES, Group, HeadlineFacts
from app.outcomes.report.language import FRENCH as SPEECH
from app.outcomes.report.language import are_in_a_row, spaced

_KINDS: Final = {
    OutcomeKind.JOINT_PROPOSAL: "une proposition de projet commune",
    OutcomeKind.JOINT_EVENT: "un événement commun",
    OutcomeKind.AGREEMENT: "un accord de coopération",
    OutcomeKind.LEAD: "un contact d’affaires",
}
_WHY: Final = "quelqu’un n’étant pas venu"
_number = SPEECH.number


def french(facts: HeadlineFacts) -> Iterator[str]:
    """Write the sentences, blank where there is nothing to say."""
    for said in (
        _parties(facts),
        _others(facts),
        _held(facts),
        _lost(facts),
        _recovered(facts),
        _ahead(facts),
        _visits(facts),
        _outcomes(facts),
        _not_recorded(facts),
        _absent(facts),
        _placeless(facts),
        _follow_ups(facts),
    ):
        yield spaced(said)


def _parties(facts: HeadlineFacts) -> str:
    lead = facts.lead
    about = ", ".join(filter(None, (facts.place, "" if facts.is_part else _on(facts))))
    opening = f"pour {facts.event}" + (f" ({about})" if about else "")
    if not lead.applied:
        return f"{opening}, personne ne s’est porté candidat."
    parties = _counted(lead.applied, *_noun(are_clusters=facts.are_clusters))
    countries = _countries(lead.applied_countries, lead)
    applied = f"{opening}, {parties}{countries} {_applied(facts)}"
    if facts.is_part:
        return f"{applied} ; le {SPEECH.dates(facts.days)}, {_came(facts)}."
    if lead.applied == 1:
        return f"{applied} {'et a' if lead.took_part else 'mais n’a pas'} participé."
    return f"{applied} {'et' if lead.took_part else 'mais'} {_came(facts)}."


def _applied(facts: HeadlineFacts) -> str:
    ending = "" if facts.are_clusters else "e"
    if facts.lead.applied == 1:
        return f"s’est porté{ending} candidat{ending}"
    return f"se sont porté{ending}s candidat{ending}s"


def _came(facts: HeadlineFacts) -> str:
    lead, clusters = facts.lead, facts.are_clusters
    if lead.applied == 1:
        it = "il" if clusters else "elle"
        return f"{it} {'a' if lead.took_part else 'n’a pas'} participé"
    if not lead.took_part:
        return f"{'aucun' if clusters else 'aucune'} n’a participé"
    if lead.took_part == lead.applied:
        return f"{'tous' if clusters else 'toutes'} ont participé"
    number = _number(lead.took_part)
    if lead.took_part == 1:
        number = "l’un" if clusters else "l’une"
    countries = _countries(lead.took_part_countries, lead)
    from_there = f",{countries}," if countries else ""
    they = "eux" if clusters else "elles"
    have = "a" if lead.took_part == 1 else "ont"
    return f"{number} d’entre {they}{from_there} {have} participé"


def _others(facts: HeadlineFacts) -> str:
    others, is_one = facts.others, facts.others.applied == 1
    if not others.applied:
        return ""
    said = (
        "une autre organisation s’est également portée candidate"
        if is_one
        else f"{_number(others.applied)} autres organisations se sont également portées candidates"
    )
    have = "a" if is_one else "ont"
    if others.took_part == others.applied:
        return f"{said} et {have} participé."
    if not others.took_part:
        return f"{said} mais n’{have} pas participé."
    if others.took_part == 1:
        return f"{said}, dont une a participé."
    return f"{said}, dont {_number(others.took_part)} ont participé."


def _held(facts: HeadlineFacts) -> str:
    held, number = facts.held_by_kind, facts.held_in_all
    if not number:
        return _none_held(facts)
    if number == 1:
        return f"{_meetings(1, *held)} a eu lieu."
    in_all = f", soit {_number(number)} au total" if len(held) > 1 else ""
    kinds = [_meetings(n, kind) for kind, n in held.items()]
    return f"{SPEECH.listed(kinds)} ont eu lieu{in_all}."


def _none_held(facts: HeadlineFacts) -> str:
    if facts.running or facts.ahead:
        return "aucune rencontre n’a encore eu lieu."
    if facts.planned == 1:
        return "la seule rencontre prévue n’a pas eu lieu."
    if facts.planned:
        return f"aucune des {_number(facts.planned)} rencontres prévues n’a eu lieu."
    if facts.cancelled:
        return "toutes les rencontres convenues ont été annulées."
    return "aucune rencontre n’était prévue."


def _lost(facts: HeadlineFacts) -> str:
    lost = facts.lost
    if not lost:
        is_over = facts.held_in_all and not facts.running and not facts.ahead
        return "aucune rencontre prévue n’a été perdue." if is_over else ""
    if not facts.held_in_all:
        were = _counted(lost, "une rencontre a été perdue", "rencontres ont été perdues")
        return f"{were}, {_WHY}."
    if lost == 1:
        return f"une autre était prévue mais a été perdue, {_WHY}."
    return f"{_number(lost)} autres étaient prévues mais ont été perdues, {_WHY}."


def _recovered(facts: HeadlineFacts) -> str:
    recovered = facts.recovered
    if not recovered:
        return ""
    if facts.held_in_all == 1:
        return "elle a été déplacée ou convenue au dernier moment."
    if recovered == 1:
        return "l’une des rencontres tenues a été déplacée ou convenue au dernier moment."
    were = "ont été déplacées ou convenues au dernier moment"
    return f"{_number(recovered)} des rencontres tenues {were}."


def _ahead(facts: HeadlineFacts) -> str:
    said = []
    for number, verb, end in (
        (facts.running, "étai", "en cours"),
        (facts.ahead, "restai", "à venir"),
    ):
        if number:
            meetings = _counted(number, "une rencontre", "rencontres")
            said.append(f"{meetings} {verb}{'t' if number == 1 else 'ent'} {end}")
    return f"au moment de ce rapport, {' et '.join(said)}." if said else ""


def _visits(facts: HeadlineFacts) -> str:
    if not facts.visits:
        return ""
    if not facts.visitors:
        were = _counted(facts.visits, "une visite guidée a", "visites guidées ont")
        return f"{were} également eu lieu."
    who = _counted(facts.visitors, "un délégué a", "délégués ont")
    return f"{who} participé à {_counted(facts.visits, 'une visite guidée', 'visites guidées')}."


def _outcomes(facts: HeadlineFacts) -> str:
    foreseen, nothing = facts.foreseen, facts.without_result
    if not foreseen:
        none = _counted(nothing, "une rencontre est restée", "rencontres sont restées")
        return f"{none} sans suite." if nothing else ""
    said: list[str] = []
    for kind, number in foreseen.items():
        after = _after(number) if said else _counted(number, "une rencontre", "rencontres")
        programmes = _programmes(facts) if kind is OutcomeKind.JOINT_PROPOSAL else ""
        said.append(f"{_KINDS[kind]} après {after}{programmes}")
    remained = "une est restée" if nothing == 1 else f"{_number(nothing)} sont restées"
    none = f" ; {remained} sans suite" if nothing else ""
    return f"convenu ou envisagé : {SPEECH.listed(said)}{none}."


def _not_recorded(facts: HeadlineFacts) -> str:
    if facts.not_recorded:
        of = _counted(facts.not_recorded, "une rencontre", "rencontres")
        return f"pour {of}, le résultat n’est pas noté."
    return "le résultat de toutes les rencontres échues est noté." if facts.recorded else ""


def _absent(facts: HeadlineFacts) -> str:
    absent, clusters = facts.absent, facts.absent_are_clusters
    if not absent:
        return ""
    is_one = absent == 1
    who = _counted(absent, *_noun(are_clusters=clusters))
    if facts.is_part:
        could = f"n’étai{'t' if is_one else 'ent'} pas là ce jour-là"
    else:
        could = f"n’{'a' if is_one else 'ont'} pas pu venir"
    it = ("il" if clusters else "elle") + ("" if is_one else "s")
    partners = f", avec ceux qu’{it} {'aurait' if is_one else 'auraient'} rencontrés"
    return (
        f"{who} {could} ; {it} {'figure' if is_one else 'figurent'} sur la liste de suivi"
        f"{partners if facts.have_partners else ''}, pour la suite des échanges."
    )


def _placeless(facts: HeadlineFacts) -> str:
    """Say who had no place, and why: these could have come."""
    clusters = facts.placeless_are_clusters
    said: list[str] = []
    for number, was, were, rest in (
        (facts.declined, "a été refusé", "ont été refusé", ""),
        (facts.waiting, "est resté", "sont resté", " sur la liste d’attente"),
        (facts.undecided, "est resté", "sont resté", " sans décision"),
    ):
        if number:
            bend = ("" if clusters else "e") + ("" if number == 1 else "s")
            alone = ("un" if clusters else "une") if number == 1 else _number(number)
            who = alone if said else _counted(number, *_noun(are_clusters=clusters))
            said.append(f"{who} {was if number == 1 else were}{bend}{rest}")
    return f"{SPEECH.listed(said)}." if said else ""


def _follow_ups(facts: HeadlineFacts) -> str:
    number, first = facts.follow_ups, facts.first_follow_up
    if not number:
        return ""
    said = _counted(number, "une rencontre appelle", "rencontres appellent") + " une suite"
    if first is None:
        return f"{said}."
    which = "" if number == 1 else "la première "
    return f"{said}, {which}au plus tard le {SPEECH.dates((first,))}."


def _on(facts: HeadlineFacts) -> str:
    return f"{'du ' if are_in_a_row(facts.days) else ''}{SPEECH.dates(facts.days)}"


def _programmes(facts: HeadlineFacts) -> str:
    named = list(facts.programmes[:NAMED_PROGRAMMES])
    if not named:
        return ""
    more = len(facts.programmes) - len(named)
    if more:
        named.append("un autre" if more == 1 else f"{_number(more)} autres")
    return f" ({SPEECH.listed(named)})"


def _noun(*, are_clusters: bool) -> tuple[str, str]:
    return ("un cluster", "clusters") if are_clusters else ("une organisation", "organisations")


def _countries(number: int, group: Group) -> str:
    if not number:
        return ""
    if not group.all_known:
        return f" d’au moins {_number(number)} pays"
    return " d’un pays" if number == 1 else f" de {_number(number)} pays"


def _meetings(number: int, kind: MeetingKind) -> str:
    return _counted(number, f"une rencontre {kind.upper()}", f"rencontres {kind.upper()}")


def _after(number: int) -> str:
    return "une" if number == 1 else _number(number)


def _counted(number: int, one: str, many: str) -> str:
    """Count something; ``one`` says its number itself, as it bends."""
    return one if number == 1 else f"{_number(number)} {many}"
