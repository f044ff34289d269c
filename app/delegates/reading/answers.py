"""Words of other systems for what we know: where an application stands, what somebody is, yes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from app.delegates.folding import fold
from app.delegates.reading.wordlists import word_set
from app.delegates.registration import Kind, Status

_YES: Final = word_set(
    "yes y true 1 x ✓ ja j oui o si s sim tak igen kylla ano jah nai vero wahr vrai on checked"
)
_NO: Final = word_set(
    "no n false 0 nein non nao nie nej nee nem ei ne falso falsch faux off unchecked"
)

_STATUSES: Final[Mapping[Status, str]] = MappingProxyType(
    {
        Status.ACCEPTED: (
            "paid|bezahlt|paye|payee|pagado|pagada|pagato|pagata|pago|betaald"
            "|oplacone|betald|betalt|accepted|approved|confirmed|complete|completed|active"
            "|attending"
            "|acquired|to check in|checked in|checkedin|free|registered|going|angenommen|zugesagt"
            "|akzeptiert|bestatigt|angemeldet|teilnahme|accepte|acceptee|confirme|confirmee|valide"
            "|validee|inscrit|inscrite|aceptado|aceptada|confirmado|confirmada|accettato|accettata"
            "|confermato|confermata|admitted|zugelassen|eingecheckt|registriert|abgeschlossen"
            "|complet|completado|completato|invited and accepted|fully paid|paid in full|ok"
        ),
        Status.RECEIVED: (
            "pending|ausstehend|offen|unpaid|unbezahlt|received|eingegangen"
            "|submitted|new|open|applied|awaiting payment|awaiting approval|to be paid"
            "|pending payment|pending approval|approval pending|pending confirmation|under review"
            "|in review|not paid|nicht bezahlt|en attente|en attente de paiement|non paye|recu"
            "|pendiente|no pagado|recibido|in attesa|in sospeso|non pagato|ricevuto|pendente"
            "|in afwachting|oczekujace|in bearbeitung|in process|requested|invited|tentative"
            "|pending overdue|pending confirmed|offline payment|reserved|maybe"
        ),
        Status.WAITING: (
            "waiting|waiting list|waitinglist|waitlist|waitlisted|on waiting list"
            "|on waitlist|on the waiting list|warteliste|auf warteliste|auf der warteliste"
            "|liste attente|liste d attente|sur liste d attente|lista de espera|en lista de espera"
            "|lista d attesa|in lista d attesa|lista attesa|wachtlijst|venteliste"
            "|vantelista|reserve"
        ),
        Status.DECLINED: (
            "declined|rejected|denied|refused|not accepted|not approved|abgelehnt"
            "|refuse|refusee|rejete|rejetee|rechazado|rechazada|denegado|rifiutato|rifiutata"
            "|respinto|afgewezen|odrzucone|recusado|zuruckgewiesen"
        ),
        Status.WITHDRAWN: (
            "cancelled|canceled|storniert|refunded|expired|withdrawn|abgelaufen"
            "|zuruckgezogen|abgesagt|abgemeldet|erstattet|annule|annulee|expire|rembourse"
            "|remboursee"
            "|desiste|cancelado|cancelada|anulado|anulada|caducado|reembolsado|retirado|annullato"
            "|annullata|cancellato|scaduto|rimborsato|ritirato|geannuleerd|anulowane|deleted"
            "|not attending|released|invalidated|voided|void|transferred|charged back|not going"
            "|inactive|zuruckerstattet|no longer attending|revoked"
        ),
    }
)

# In this order: a business support organisation is no business, a public university no authority
_KINDS: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        Kind.CLUSTER: ("cluster clusters clusterorganisation grappe netzwerk"),
        Kind.UNIVERSITY: (
            "university universities universitat hochschule research researcher forschung academia "
            "academic college universite recherche universidad investigacion universita ricerca "
            "universidade uniwersytet universitet yliopisto institute institut rto science "
            "scientific"
        ),
        Kind.SUPPORT: (
            "support chamber chambers agency agencies association incubator accelerator promotion "
            "kammer handelskammer ihk verband forderung wirtschaftsforderung chambre agence camara "
            "agencia asociacion camera agenzia associazione intermediary consultant ngo"
        ),
        Kind.INVESTOR: (
            "investor investors bank banks finance financial financing venture fund funds capital "
            "angel angels investissement investisseur banque inversor banco investitore banca "
            "investoren finanzierung"
        ),
        Kind.AUTHORITY: (
            "authority authorities region regions regional public city municipality municipal "
            "ministry government governmental county council state behorde kommune stadt "
            "ministerium "
            "verwaltung offentliche autorite collectivite ville ministere autoridad administracion "
            "publica ayuntamiento ministerio autorita comune ministero ente regione commission"
        ),
        Kind.COMPANY: (
            "company companies business businesses firm enterprise enterprises sme smes startup "
            "startups corporate corporation industry industrial unternehmen firma wirtschaft kmu "
            "entreprise entreprises pme empresa empresas pyme azienda aziende impresa pmi foretag "
            "virksomhed manufacturer supplier"
        ),
        Kind.OTHER: ("other others sonstige sonstiges andere autre autres otro otros altro altri"),
    }
)


_LANGUAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": "en english englisch anglais ingles inglese",
        "de": "de german deutsch allemand aleman tedesco",
        "fr": "fr french franzosisch francais frances francese",
    }
)


def language_of(text: str) -> str:
    """Give the language a cell names, if letters can be written in it; else a blank."""
    first = next(iter(fold(text).split()), "")
    return next((code for code, words in _LANGUAGES.items() if first in words.split()), "")


def is_yes(text: str) -> bool:
    """Say whether a cell is a plain yes."""
    return text.casefold() in _YES or fold(text) in _YES


def is_no(text: str) -> bool:
    """Say whether a cell is a plain no."""
    return fold(text) in _NO


@lru_cache(maxsize=1_000)
def status_of(text: str) -> Status | None:
    """Give the status a cell names; a plain yes or no answers "paid?"; else nothing."""
    if is_yes(text):
        return Status.ACCEPTED
    if is_no(text):
        return Status.RECEIVED
    return _status_words().get(fold(text))


@cache
def _status_words() -> Mapping[str, Status]:
    return MappingProxyType(
        {word: status for status, words in _STATUSES.items() for word in words.split("|")}
    )


@lru_cache(maxsize=1_000)
def kind_of(text: str) -> Kind | None:
    """Give the kind of organisation that a product or category speaks of, if it does."""
    words = set(fold(text).split())
    return next(
        (kind for kind, known in _KINDS.items() if not words.isdisjoint(known.split())), None
    )
