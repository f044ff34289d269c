"""Headers of lists that nobody knows are matched by their words, in several languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.delegates.reading.guess import guess_fields, option_of
from app.delegates.reading.headings import fold_header, labels
from app.delegates.reading.refusals import NoPeopleFound
from app.delegates.reading.words import WORDS
from tests.app.delegates.reading.files import fields, read, read_one

HEADERS = {
    "given_name": "First name|first_name|FIRSTNAME|Given Name|Vorname|Prénom|Prénom du participant"
    "|Primer nombre|Primeiro nome|Voornaam|Imię|Fornavn|Förnamn|firstName|Your first name",
    "family_name": "Last name|Surname|Family name|Nachname|Familienname|Nom de famille|Apellido"
    "|Apellidos|Cognome|Achternaam|Nazwisko|Efternamn|lastName|Attendee surname",
    "full_name": "Name|Full name|Name Teilnehmer*in|Name des Teilnehmers|Nom complet|Nom et prénom"
    "|Nombre y apellidos|Nombre completo|Nome e cognome|Attendee name|Participant's name"
    "|Name of participant|Teilnehmername|Imię i nazwisko|Full Name (as on badge)|Delegate",
    "email": "E-mail|Email Address|E-Mail|E-Mail-Adresse|Courriel|Correo electrónico|email_address"
    "|Indirizzo e-mail|Adresse e-mail|Adresse électronique|Your e-mail address"
    "|Work e-mail address|Work email|E-post"
    "|E-Mail Teilnehmer*in|Mail|EMAIL|emailAddress",
    "short_name": "Short name|Organisation short name|Acronym|Acronym of organisation|Kurzname"
    "|Abkürzung|Sigle|Sigla|Nom court|Skrót",
    "phone": "Phone|Phone number|Telefon|Telefonnummer|Téléphone|Numéro de téléphone|Teléfono"
    "|Telefono|Cellulare|Mobile|Mobile phone|Handy|Móvil|Tel.|Phone (mobile)",
    "organisation": "Company|Company name|Organisation|Organization|Name of organisation|Firma"
    "|Unternehmen|Teilnehmer*innen-Firma|Société|Entreprise|Nom de l'entreprise|Empresa"
    "|Organización|Nombre de la empresa|Azienda|Organizzazione|Nome dell'azienda|Affiliation"
    "|Institution|Employer|Organisation / Company|companyName|Företag|Cluster",
    "function": "Job title|Position|Function|Role|Funktion|Berufsbezeichnung|Fonction|Poste|Cargo"
    "|Puesto|Ruolo|Qualifica|job_title|Your job title|Title|Function in the organisation",
    "country": "Country|Land|Pays|País|Paese|Nazione|Country of residence|Country / Region|Kraj"
    "|Country code",
    "city": "City|Town|Stadt|Ort|Ville|Ciudad|Città|City / Town",
    "delegation": "Delegation|Délégation|Delegación|Delegazione|Name of delegation",
    "sectors": "Sector|Sectors|Sector(s)|Industry|Branche|Secteur|Secteurs d'activité"
    "|Sector de actividad|Settore|Settori|Field of activity|Themenfelder|Areas of expertise",
    "seeks": "Looking for|What are you looking for?|Seeking|Suche|Was suchen Sie?|Ich suche"
    "|Que recherchez-vous ?|Vous recherchez|Qué busca|¿Qué busca?|Cosa cerca?|Cosa cercate?",
    "offers": "Offer|What do you offer?|Offering|Biete|Was bieten Sie?|Angebot|Ce que vous offrez"
    "|Que proposez-vous ?|Oferta|¿Qué ofrece?|Cosa offre?|Offerta",
    "networks": "Clusters|Networks|Clusters and networks|Member of|Netzwerke|Cluster / Netzwerke"
    "|Réseaux|Redes|Reti|Cluster membership",
    "countries": "Countries|Countries of operation|Countries of the organisation|Länder|Países"
    "|Paesi|Active in|Locations",
    "strengths": "Strengths|Key strengths|Stärken|Points forts|Puntos fuertes|Punti di forza",
    "services": "Services|Services offered|Dienstleistungen|Prestations|Servicios|Servizi",
    "further": "Further organisations|Other organisations|Also representing|Weitere Organisationen"
    "|Autres organisations|Otras organizaciones|Altre organizzazioni",
    "seeks_by_sector": "Looking for – Cleantech|Looking for by sector|Suche – Life Sciences",
    "offers_by_sector": "Offer - Cleantech|Offers by sector|Angebot – Cleantech",
    "kind": "Organisation type|Type of organisation|Organisationstyp|Type d'organisation"
    "|Tipo de organización|Tipo di organizzazione|Art der Organisation",
    "badge_type": "Ticket type|Badge type|Category|Ticketart|Kategorie|Participant type",
    "status": "Status|Registration status|Anmeldestatus|Statut|Estado|Stato|Application status"
    "|Approved|Payment status",
    "received": "Registration date|Application received|Timestamp|Anmeldedatum|Datum der Anmeldung"
    "|Date d'inscription",
    "language": "Language|Preferred language|Sprache|Langue|Langue de correspondance|Idioma|Lingua",
    "note": "Notes|Note|Comments|Remarks|Bemerkungen|Anmerkung|Remarques|Commentaires"
    "|Observaciones|Osservazioni|Any comments?|Internal notes",
    "attention": "Special needs|Accessibility needs|Requires special attention",
    "ticket_secret": "Ticket secret|Ticket code|Barcode|QR code|Ticket-Code",
    "order_code": "Order code|Order number|Order ID|Bestellnummer|N° de commande"
    "|Numéro de commande",
    "id": "Participant ID|Teilnehmer-ID|registration_id|Attendee ID",
}
EACH = [(header, field) for field, headers in HEADERS.items() for header in headers.split("|")]

NOT_OURS = (
    *("Invoice address company", "Billing e-mail", "Buyer first name", "Purchaser country"),
    *("Rechnungsadresse: Name", "Käufer E-Mail", "Email de facturation", "Nom de l'acheteur"),
    *("Event name", "Seat name", "Product price", "E-mail address verified", "VAT ID"),
    *("Emergency contact name", "I agree to share my e-mail", "Newsletter e-mail", "Order date"),
    *("Company address", "Short description of your organisation", "Company size", "Company logo"),
    *("Checked in", "Website of company", "LinkedIn", "Postal address", "ZIP code", "Photo", ""),
)


@pytest.mark.parametrize(("header", "field"), EACH)
def test_a_header_is_matched_by_its_words(header: str, field: str) -> None:
    assert guess_fields([header]) == {0: field}


@pytest.mark.parametrize("header", NOT_OURS)
def test_what_is_not_a_participant_s_is_left_alone(header: str) -> None:
    assert guess_fields([header]) == {}


def test_every_field_is_tried_in_some_language() -> None:
    assert HEADERS.keys() == WORDS.keys()


def test_the_whole_header_beats_a_word_within() -> None:
    headers = ["Company e-mail", "E-mail", "Company"]

    assert guess_fields(headers) == {1: "email", 2: "organisation"}


def test_the_attendee_s_column_beats_one_of_nobody() -> None:
    assert guess_fields(["Email", "Attendee email"]) == {1: "email"}


def test_a_field_of_one_value_gets_the_first_of_equal_columns() -> None:
    assert guess_fields(["Company", "Organisation"]) == {0: "organisation"}


def test_a_field_that_has_its_column_is_not_given_another() -> None:
    assert guess_fields(["E-mail"], taken={"email"}) == {}


def test_a_cluster_is_an_organisation_where_none_is_named_and_a_network_beside_one() -> None:
    assert guess_fields(["Cluster", "Country"]) == {0: "organisation", 1: "country"}
    assert guess_fields(["Cluster", "Company"]) == {0: "networks", 1: "organisation"}


def test_what_is_sought_in_general_stands_beside_what_is_sought_in_a_sector() -> None:
    headers = ["Looking for – Cleantech", "Looking for", "Looking for – Life science"]

    fields = guess_fields(headers)

    assert fields == {0: "seeks_by_sector", 1: "seeks", 2: "seeks_by_sector"}


def test_sectors_may_have_many_columns() -> None:
    assert guess_fields(["Sector 1", "Sector 2"]) == {0: "sectors", 1: "sectors"}


def test_an_answer_s_column_is_parted_from_its_question() -> None:
    assert option_of("Sectors – Life science – Food") == ("Sectors – Life science", "Food")
    assert option_of("Sector - ICT") == ("Sector", "ICT")
    assert option_of("E-mail – private") == ("E-mail – private", "")


def test_a_family_name_may_be_called_just_name(tmp_path: Path) -> None:
    person = read_one(tmp_path, "Nom;Prénom;Courriel\nde La Tour;Zoë;zoe@x.org\n")

    assert (person.full_name, person.given_name, person.family_name) == (
        "Zoë de La Tour",
        "Zoë",
        "de La Tour",
    )


def test_a_given_name_may_be_called_just_name(tmp_path: Path) -> None:
    person = read_one(tmp_path, "Nome;Cognome\nGiulia;Di Stefano\n")

    assert (person.full_name, person.given_name) == ("Giulia Di Stefano", "Giulia")


def test_a_form_of_address_is_no_function(tmp_path: Path) -> None:
    reading = read(tmp_path, "Title;Name\nDr.;Ada Lovelace\nCEO;Ben Okri\n")

    assert [person.function for person in reading.rows] == ["", "CEO"]


def test_a_list_without_people_is_refused_with_its_headers(tmp_path: Path) -> None:
    with pytest.raises(NoPeopleFound) as refusal:
        read(tmp_path, "Room;Seats\nA1;40\n")

    assert refusal.value.facts() == {"file": "list.csv", "headers": ("Room", "Seats")}


def test_each_column_shows_what_it_was_taken_for(tmp_path: Path) -> None:
    reading = read(tmp_path, "Name;Shoe;Company;Company\n;;A;\nAda;38;B;C\n")

    assert [(each.header, each.field, each.sample) for each in reading.columns] == [
        ("Name", "full_name", "Ada"),
        ("Shoe", "", "38"),
        ("Company", "organisation", "A"),
        ("Company.1", "", "C"),
    ]
    assert fields(reading) == {"Name": "full_name", "Company": "organisation"}


def test_columns_of_one_header_are_numbered() -> None:
    assert labels(["A", "", "A", "", "A", "B"]) == ("A", "", "A.1", "", "A.2", "B")


def test_headers_are_folded_to_plain_words() -> None:
    assert fold_header("Teilnehmer*innen-Firma") == "teilnehmer firma"
    assert fold_header("E-Mail Teilnehmer:in") == "email teilnehmer"
    assert fold_header("OrderID_and•more") == "order id and more"
    assert fold_header("Inscrit(e)s") == "inscrits"
