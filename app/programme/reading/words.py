"""What columns of programmes are called, and what stands in them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from app.delegates.folding import fold
from app.delegates.reading.headings import fold_header
from app.delegates.reading.words import SMALL
from app.programme.session import SessionKind

FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "source": "id|session id|session code|code|guid|number|session number|no|nr|nummer|numero"
        "|sitzungsnummer|programmnummer|kennung|event id|identifiant",
        "title": "title|session|session title|session name|name|topic|talk|programme item"
        "|program item|item|event|activity|titel|sitzung|thema|programmpunkt|veranstaltung|vortrag"
        "|tagesordnungspunkt|bezeichnung|titre|seance|intitule|sujet|nom|activite|intervention",
        "kind": "kind|type|session type|session kind|format|category|art|typ|sitzungsart|kategorie"
        "|type session|type seance|genre|categorie|nature",
        "room": "room|hall|location|place|venue|where|stage|raum|saal|ort|wo|halle|buhne|salle"
        "|lieu|endroit|ou",
        "track": "track|stream|strand|strang|themenstrang|schiene|reihe|parcours|filiere|volet",
        "day": "day|date|start date|tag|datum|jour|date debut|am",
        "start": "start|starts|starts at|start time|begin|begins|beginning|time|from|beginn|anfang"
        "|startzeit|uhrzeit|zeit|von|ab|debut|heure|heure debut|horaire|commence|de",
        "end": "end|ends|ends at|end time|until|to|till|finish|ende|endzeit|bis|fin|heure fin"
        "|jusqu|a|termine",
        "end_day": "end date|end day|enddatum|endtag|date fin|jour fin",
        "duration": "duration|length|minutes|duration minutes|dauer|dauer minuten|minuten|lange"
        "|duree|duree minutes",
        "speakers": "speaker|speakers|presenter|presenters|lecturer|lecturers|panelists"
        "|panellists|with|person|persons|referent|referenten|referentin|referentinnen|redner"
        "|rednerin|vortragende|vortragender|sprecher|sprecherin|mit|orateur|oratrice|orateurs"
        "|intervenant|intervenants|intervenante|intervenantes|conferencier|conferenciers|avec",
        "moderators": "moderator|moderators|moderation|chair|chairs|chairperson|host|facilitator"
        "|moderiert|leitung|sitzungsleitung|vorsitz|moderatorin|moderateur|moderatrice"
        "|moderateurs|animateur|animatrice|president|presidence|animation",
        "abstract": "abstract|description|summary|text|details|about|content|beschreibung"
        "|zusammenfassung|inhalt|kurzbeschreibung|resume|contenu|descriptif",
        "places": "places|seats|capacity|limit|max|maximum|max participants|places available"
        "|maximum participants|platze|platzzahl|kapazitat|sitzplatze|teilnehmerzahl"
        "|max teilnehmer|capacite|nombre places|jauge|places disponibles",
        "booking": "booking|booking needed|booking required|registration|registration needed"
        "|registration required|sign up|buchung|anmeldung|anmeldung notig|anmeldung erforderlich"
        "|anmeldepflichtig|reservation|inscription|inscription requise|sur inscription"
        "|reservation requise",
        "everybody": "everybody|everyone|all|for everybody|for all|mandatory|alle|fur alle"
        "|pflicht|tous|pour tous|obligatoire",
        "cancelled": "cancelled|canceled|status|abgesagt|fallt aus|entfallt|annule|annulee|statut"
        "|etat",
    }
)

_KINDS: Final[Mapping[SessionKind, str]] = {
    SessionKind.PLENARY: "plenary|plenary session|opening|closing|keynote|opening session|plenum"
    "|plenarsitzung|eroffnung|abschluss|begrussung|pleniere|seance pleniere|ouverture|cloture"
    "|welcome",
    SessionKind.PARALLEL: "parallel|parallel session|parallel track|breakout|breakout session"
    "|track|parallele sitzung|parallelsitzung|session parallele|seance parallele|atelier parallele",
    SessionKind.TALK: "talk|lecture|presentation|speech|lightning talk|pitch|short talk|vortrag"
    "|prasentation|referat|impuls|kurzvortrag|conference|expose|intervention|maintrack|devroom",
    SessionKind.PANEL: "panel|panel discussion|discussion|podium|roundtable|round table"
    "|podiumsdiskussion|diskussion|gesprach|runder tisch|debat|table ronde|q a",
    SessionKind.WORKSHOP: "workshop|training|tutorial|seminar|co creation|arbeitsgruppe|ubung"
    "|atelier|formation|seminaire|hands on",
    SessionKind.BREAK: "break|coffee|coffee break|lunch|lunch break|refreshments|pause"
    "|kaffeepause|mittagspause|mittagessen|kaffee|imbiss|cafe|pause cafe|dejeuner|pause dejeuner"
    "|registration|check in|anmeldung|accueil",
    SessionKind.EVENING: "evening|evening event|dinner|reception|gala|party|social|social event"
    "|abend|abendveranstaltung|abendessen|empfang|soiree|diner|reception|cocktail|concert",
    SessionKind.MATCHMAKING: "matchmaking|b2b|b2b meetings|meetings|speed dating|networking"
    "|kooperationsborse|gesprache|einzelgesprache|rendez vous|rencontres|mise relation",
    SessionKind.OTHER: "other|misc|meeting|film|contest|performance|sonstiges|andere|anderes"
    "|autre|divers",
}
OPEN: Final = frozenset(
    {"open", "all", "open all", "unlimited", "no limit", "offen", "alle", "unbegrenzt", "ouvert"}
    | {"tous", "illimite", "libre"}
)
"""What stands for places where as many may come as like."""
OFF: Final = frozenset(
    {"cancelled", "canceled", "abgesagt", "entfallt", "fallt aus", "annule", "annulee"}
)
ON: Final = frozenset(
    {"confirmed", "accepted", "planned", "scheduled", "takes place", "bestatigt", "findet statt"}
    | {"geplant", "confirme", "confirmee", "maintenu", "maintenue", "prevu", "prevue"}
)


def field_named(header: str) -> str:
    """Give the field that a header names; blank for none."""
    words = fold_header(header).split()
    core = " ".join(word for word in words if word not in SMALL)
    return _phrases().get(" ".join(words)) or _phrases().get(core, "")


def kind_named(text: str) -> SessionKind | None:
    """Give the kind that a word stands for."""
    return _kinds().get(fold(text))


@cache
def _phrases() -> Mapping[str, str]:
    return {phrase: field for field, text in FIELDS.items() for phrase in text.split("|")}


@cache
def _kinds() -> Mapping[str, SessionKind]:
    named = {phrase: kind for kind, text in _KINDS.items() for phrase in text.split("|")}
    return named | {kind.value: kind for kind in SessionKind}
