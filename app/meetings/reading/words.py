"""What people call the columns of a list of requests or meetings.

All are written folded (``headings.fold_header``), without little words and numbers; ``|`` parts
phrases.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.delegates.reading.wordlists import word_set

HOSTS: Final = word_set(
    "host hosts gastgeber gastgeberin hote hotes anfitrion anfitriona anfitriao gastheer vaert "
    "vard gospodarz isanta requestee requestees receiver receivers recipient recipients invitee "
    "invitees empfanger eingeladene destinataire destinataires destinatario destinataria "
    "ricevente organizer organiser organisator target"
)
"""Whose column it is: they are asked, or sit."""

GUESTS: Final = word_set(
    "guest guests gast gaste invite invites invitado invitada invitados ospite ospiti "
    "convidado gaest gosc vieras requester requesters requestor booker bookers sender senders "
    "applicant anfragende anfragender absender demandeur demandeuse expediteur solicitante "
    "remitente richiedente mittente visitor"
)
"""Whose column it is: they ask, or walk."""

PARTIES: Final = word_set(
    "person people delegate delegates participant participants teilnehmer teilnehmende personne "
    "persona participante partecipante side seite party company organisation organization "
    "unternehmen firma entreprise empresa azienda attendee contact"
)
"""Whose column it is if a 1 or a 2 stands beside it: the first asks the second."""

NUMBERS: Final = word_set("number no nr nummer numero num id badge badgenummer n code")

FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "number": "meeting id|meeting number|meeting no|request id|request number|number|id|nr|no"
        "|terminnummer|besprechungsnummer|numero|numero reunion|numero incontro",
        "mutual": "mutual|both|both sides|mutual interest|mutual request|reciprocal|gegenseitig"
        "|beidseitig|mutuel|reciproque|mutuo|mutua|reciproco|wederzijds|obustronne|gensidig"
        "|omsesidig|accepted|confirmed|match",
        "priority": "priority|prio|rank|ranking|importance|prioritat|rang|wichtigkeit|priorite"
        "|prioridad|priorita|prioridade|prioriteit|priorytet|prioritet|prioriteetti"
        "|interest level",
        "kind": "kind|type|meeting type|meeting kind|type meeting|kind meeting|art|typ|terminart"
        "|type rencontre|type rendez vous|tipo|tipo reunion|tipo incontro",
        "slot": "slot|time slot|timeslot|fixed slot|wanted slot|start|starts|starts at|wunschslot"
        "|fester slot|creneau|franja|franja horaria|fascia oraria|tijdslot",
        "day": "day|date|start date|meeting date|tag|datum|jour|date debut|dia|fecha|giorno|data"
        "|dag|dzien|dato|paiva",
        "time": "time|start time|starttime|meeting time|uhrzeit|zeit|beginn|heure|heure debut|hora"
        "|hora inicio|ora|ora inizio|tijd|godzina|tid|aika|begin",
        "table": "table|table number|table no|fixed table|wanted table|tisch|tischnummer|tisch nr"
        "|wunschtisch|numero table|mesa|numero mesa|tavolo|numero tavolo|tafel|tafelnummer|stolik"
        "|numer stolika|bord|bordnummer|poyta|location|place|ort|lieu|lugar|luogo|meeting point"
        "|station|booth|stand",
        "forbidden": "forbidden slots|forbidden|not available|unavailable|blocked slots|blocked"
        "|excluded slots|not slots|gesperrt|gesperrte slots|gesperrte zeiten|nicht verfugbar"
        "|indisponible|creneaux interdits|no disponible|horarios excluidos|non disponibile"
        "|niet beschikbaar|niedostepne",
        "length": "length|length slots|duration|duration slots|slots|number slots|dauer"
        "|dauer slots|anzahl slots|lange|duree|nombre creneaux|duracion|numero franjas|durata"
        "|duur|czas trwania|varighed|langd",
        "needs": "needs|resource|resources|interpreter|equipment|dolmetscher|interprete|bedarf"
        "|ressource|ressourcen|ressources|recursos|risorse|tolk|tlumacz",
        "after": "after|after meeting|after request|nach|apres|despues|dopo",
        "locked": "locked|fixed|fest|fixiert|verrouille|fixe|fijo|bloccato|vast",
        "note": "note|notes|comment|comments|message|remark|remarks|subject|topic|reason"
        "|bemerkung|bemerkungen|anmerkung|anmerkungen|notiz|nachricht|betreff|thema|grund"
        "|commentaire|commentaires|sujet|raison|comentario|comentarios|mensaje|asunto|nota"
        "|commento|messaggio|oggetto|argomento|opmerking|uwagi|kommentar",
    }
)
