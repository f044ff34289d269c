"""What people call the columns of a list of outcomes, and what they write in them.

All are written folded (``headings.fold_header``); ``|`` parts phrases. Small words count as little
here as they do in what is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, TypeVar

from app.delegates.folding import fold
from app.delegates.reading.words import SMALL
from app.floor.states import Missing
from app.outcomes.outcome import Answer, OutcomeKind, Side

T = TypeVar("T")

FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "number": "meeting number|meeting no|meeting id|meeting|number|no|nr|id|besprechungsnummer"
        "|besprechungs nr|termin nr|gesprachs nr|terminnummer|gesprachsnummer|nummer|numero"
        "|numero reunion|numero entretien|gesprach|termin|rendez vous|entretien",
        "code": "code|slip|slip code|code slip|qr|qr code|scan|barcode|zettel|zettelcode|fiche"
        "|code fiche",
        "slot": "slot|time slot|timeslot|start|starts|starts at|creneau|beginn|debut",
        "day": "day|date|meeting date|tag|datum|jour|date entretien",
        "time": "time|start time|meeting time|uhrzeit|zeit|heure|horaire",
        "table": "table|table number|table no|tisch|tischnummer|tisch nr|numero table",
        "side": "side|whose|whose answer|answer of|answered by|respondent|role|seite|wessen"
        "|wessen antwort|antwort von|rolle|cote|reponse de|qui repond|role participant",
        "took_place": "took place|did it take place|held|was held|meeting held|meeting took place"
        "|status|state|stattgefunden|hat stattgefunden|fand statt|fand gesprach statt|gehalten"
        "|eu lieu|a eu lieu|tenu|tenue|statut",
        "missing": "missing|who was missing|who did not come|no show|absent|fehlte|wer fehlte"
        "|gefehlt|nicht erschienen|absents|qui manquait",
        "kinds": "outcome|outcomes|outcome kind|outcome kinds|kinds|kind outcome|result"
        "|results|what came|what came it|what came of it|ergebnis|ergebnisse|resultat|resultats",
        "programme": "programme|program|funding|funding programme|call|forderprogramm|programm"
        "|ausschreibung|programme financement|appel|appel projets",
        "answer": "short|in short|answer|short answer|answer in short|assessment|conclusion"
        "|kurz|in kurze|antwort|kurzantwort|einschatzung|fazit|bref|en bref|reponse|reponse courte"
        "|appreciation",
        "interest": "interest|interest level|mutual interest|rating|score|stars|interesse"
        "|bewertung|note interesse|interet|niveau interet|evaluation",
        "follow_up_on": "follow up until|follow up on|follow up date|follow up day|follow up"
        "|follow up by when|until|due|due date|deadline|by when|nachverfolgung"
        "|nachverfolgung bis|nachfassen|nachfassen bis|wiedervorlage|bis|bis wann|frist"
        "|suivi|suivi avant|suivi jusqu|suite|date suivi|avant|echeance|delai",
        "follow_up_by": "follow up by|follow up by whom|follow up who|by|by whom|who|who follows"
        "|who follows up|responsible|owner|nachverfolgung durch|nachfassen durch|wer|durch"
        "|verantwortlich|zustandig|suivi par|par|qui|responsable",
        "note": "note|notes|comment|comments|remark|remarks|feedback|bemerkung|bemerkungen"
        "|anmerkung|anmerkungen|notiz|notizen|kommentar|remarque|remarques|commentaire"
        "|commentaires|observation|observations",
    }
)
"""By field, what its column is called."""

_KINDS: Final[Mapping[OutcomeKind, str]] = MappingProxyType(
    {
        OutcomeKind.JOINT_PROPOSAL: "joint proposal|proposal|project proposal|joint project"
        "|gemeinsamer antrag|antrag|projektantrag|gemeinsamer projektantrag|gemeinsames projekt"
        "|proposition commune|proposition|projet commun|candidature commune",
        OutcomeKind.JOINT_EVENT: "joint event|event|gemeinsame veranstaltung|veranstaltung"
        "|evenement commun|evenement|manifestation commune",
        OutcomeKind.AGREEMENT: "cooperation agreement|agreement|memorandum understanding|mou"
        "|kooperationsvereinbarung|vereinbarung|kooperationsvertrag|accord cooperation|accord"
        "|convention",
        OutcomeKind.LEAD: "business lead|lead|business contact|geschaftskontakt|geschaftsanbahnung"
        "|geschaftsabschluss|contact commercial|contact affaires|piste commerciale",
        OutcomeKind.NONE: "none|nothing|no outcome|no result|keine|keines|kein ergebnis|nichts"
        "|aucun|aucune|rien|aucun resultat",
    }
)
_ANSWERS: Final[Mapping[Answer, str]] = MappingProxyType(
    {
        Answer.INSUFFICIENT: "insufficient interest|no interest|not enough interest|little interest"
        "|unzureichendes interesse|zu wenig interesse|kein interesse|zu geringes interesse"
        "|interet insuffisant|pas interet|pas assez interet|aucun interet",
        Answer.INFORMATIVE: "informative no cooperation planned|informative|informative only"
        "|informativ keine kooperation geplant|informativ keine zusammenarbeit geplant|informativ"
        "|informatif aucune cooperation prevue|informatif pas cooperation prevue|informatif",
        Answer.POSSIBLE: "cooperation possible|possible cooperation|kooperation moglich"
        "|zusammenarbeit moglich|mogliche kooperation|collaboration possible",
    }
)
_SIDES: Final[Mapping[Side, str]] = MappingProxyType(
    {
        Side.HOST: "host|hosts|gastgeber|gastgeberin|hote|hotes",
        Side.GUEST: "guest|guests|gast|gaste|invite|invitee|invites",
        Side.TOGETHER: "both|both sides|together|beide|beide seiten|gemeinsam|zusammen|deux"
        "|deux cotes|ensemble",
    }
)
_MISSING: Final[Mapping[Missing, str]] = MappingProxyType(
    {
        Missing.HOST: "host|host did not come|host missing|host was missing|host absent"
        "|host no show|no show host|gastgeber|gastgeber kam nicht|gastgeber fehlte"
        "|gastgeber nicht erschienen|gastgeber ist nicht erschienen|hote|hote absent"
        "|hote pas venu|hote n est pas venu|hote manquait",
        Missing.GUEST: "guest|guest did not come|guest missing|guest was missing|guest absent"
        "|guest no show|no show guest|gast|gast kam nicht|gast fehlte|gast nicht erschienen"
        "|gast ist nicht erschienen|invite|invite absent|invite pas venu|invite n est pas venu"
        "|invite manquait",
        Missing.BOTH: "both|nobody came|nobody|no one came|neither came|both missing|beide"
        "|niemand kam|niemand|beide fehlten|keiner kam|personne|personne n est venu|deux"
        "|deux absents",
    }
)
_HELD: Final = (
    "yes|y|true|1|x|held|took place|it took place|done|completed|ja|j|stattgefunden"
    "|hat stattgefunden|fand statt|gehalten|oui|o|tenu|tenue|eu lieu|a eu lieu|realise"
)
_NOT_HELD: Final = (
    "no|n|false|0|not held|did not take place|not taken place|no show|missed|nein"
    "|nicht stattgefunden|hat nicht stattgefunden|fand nicht statt|ausgefallen|non"
    "|pas eu lieu|n a pas eu lieu|pas tenu|non tenu|non tenue"
)


_OF_EXPORTS: Final = "recorded|not recorded|not held|ahead|cancelled"


def plain(text: str) -> str:
    """Give a text's words without the small ones, unless it has no others."""
    words = fold(text).split()
    return " ".join([word for word in words if word not in SMALL] or words)


def is_held(text: str) -> bool:
    """Tell whether a cell says that the meeting was held."""
    return plain(text) in _plain_words(_HELD)


def is_not_held(text: str) -> bool:
    """Tell whether a cell says that it was not, and not who was missing."""
    return plain(text) in _plain_words(_NOT_HELD)


def is_of_exports(text: str) -> bool:
    """Tell whether a cell is one of our own exports that only says if anything is known."""
    return plain(text) in _plain_words(_OF_EXPORTS)


def kind_named(text: str) -> OutcomeKind | None:
    """Give the kind of outcome that a text names."""
    return _kinds().get(plain(text))


def answer_named(text: str) -> Answer | None:
    """Give the short answer that a text is."""
    return _answers().get(plain(text))


def side_named(text: str) -> Side | None:
    """Give the side that a text names."""
    return _sides().get(plain(text))


def missing_named(text: str) -> Missing | None:
    """Give who was missing, as a text says."""
    return _missing().get(plain(text))


@cache
def field_named(header: str) -> str:
    """Give the field that a folded header names, numbers left out; blank for none."""
    words = " ".join(word for word in header.split() if not word.isdecimal())
    return _fields().get(plain(words), "")


@cache
def _plain_words(phrases: str) -> frozenset[str]:
    return frozenset(map(plain, phrases.split("|")))


def _by_phrase(words: Mapping[T, str]) -> Mapping[str, T]:
    found = {plain(phrase): each for each, text in words.items() for phrase in text.split("|")}
    return MappingProxyType(found | {plain(str(each)): each for each in words if str(each)})


@cache
def _fields() -> Mapping[str, str]:
    return _by_phrase(FIELDS)


@cache
def _kinds() -> Mapping[str, OutcomeKind]:
    return _by_phrase(_KINDS)


@cache
def _answers() -> Mapping[str, Answer]:
    return _by_phrase(_ANSWERS)


@cache
def _sides() -> Mapping[str, Side]:
    return _by_phrase(_SIDES)


@cache
def _missing() -> Mapping[str, Missing]:
    return _by_phrase(_MISSING)
