"""What people call the columns of lists of visits, and of who signed up for them.

All are written folded (``headings.fold_header``), without little words and numbers; ``|`` parts
phrases. In English, German and French.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.delegates.reading.wordlists import word_set

OF_VISITS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "title": "title|visit|visit title|visit name|name|tour|tour name|guided tour|site visit"
        "|company visit|excursion|company|titel|besuch|fuhrung|besichtigung|exkursion"
        "|betriebsbesichtigung|unternehmensbesuch|bezeichnung|titre|visite|visite guidee"
        "|visite entreprise|nom|intitule",
        "sector": "sector|field|topic|theme|branch|track|sektor|branche|bereich|thema|secteur"
        "|domaine|filiere|theme",
        "meeting_point": "meeting point|meeting place|gathering point|pick up|pickup|pick up point"
        "|departure point|departs from|where|location|bus stop|treffpunkt|sammelpunkt|abfahrtsort"
        "|ort|wo|lieu rendez vous|point rendez vous|point rencontre|rendez vous|lieu depart|lieu"
        "|ou",
        "day": "day|date|start date|tag|datum|jour|date debut",
        "start": "start|starts|starts at|start time|leaves|leaves at|departure|departure time"
        "|departs|time|from|begin|beginn|abfahrt|abfahrtszeit|startzeit|uhrzeit|zeit|von|depart"
        "|heure depart|debut|heure debut|heure|horaire|de",
        "end": "end|ends|ends at|end time|return|returns|return time|back|back at|until|to|ende"
        "|ruckkehr|ruckfahrt|zuruck|bis|endzeit|retour|heure retour|fin|heure fin|a",
        "end_day": "end date|return date|end day|enddatum|endtag|date fin|date retour",
        "duration": "duration|length|minutes|dauer|minuten|duree|duree minutes",
        "places": "places|seats|capacity|limit|max|maximum|max participants|places available"
        "|platze|platzzahl|sitzplatze|kapazitat|teilnehmerzahl|max teilnehmer|capacite"
        "|nombre places|places disponibles|jauge",
    }
)

CHOICE: Final = word_set(
    "choice choices visit visits tour tours preference preferences wish wishes option priority "
    "wahl wunsch wunsche wunschbesuch besuch besuche fuhrung fuhrungen prioritat choix visite "
    "visites preference preferences voeu voeux souhait souhaits"
)
"""Names a column that says which visit somebody would like to join."""
PLACES: Final[Mapping[str, int]] = MappingProxyType(
    {
        **dict.fromkeys(("first", "erste", "erster", "erstes", "premier", "premiere", "erst"), 1),
        **dict.fromkeys(("second", "zweite", "zweiter", "deuxieme", "seconde", "zweit"), 2),
        **dict.fromkeys(("third", "dritte", "dritter", "troisieme", "dritt"), 3),
        **dict.fromkeys(("fourth", "vierte", "vierter", "quatrieme"), 4),
        **dict.fromkeys(("fifth", "funfte", "funfter", "cinquieme"), 5),
    }
)
"""Which choice it is, where that is not a number."""
SIGNED_UP: Final = frozenset(
    {"signed up", "signed up at", "sign up time", "timestamp", "time stamp", "submitted", "time"}
    | {"submitted at", "registered", "registered at", "created", "created at", "date", "start date"}
    | {"zeitstempel", "angemeldet", "angemeldet am", "anmeldung", "anmeldezeit", "eingegangen"}
    | {"datum", "horodateur", "inscription", "inscrit", "inscrit le", "date inscription"}
    | {"completion time", "start time", "sign up date", "anmeldedatum"}
)
"""Names the column that says when somebody signed up."""
