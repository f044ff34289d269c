"""What people call the columns of a list of participants, in the languages of the field.

``exact`` phrases must be the whole header, ``fair`` ones too but give way to the former, and
``phrases`` may stand within a longer one. All are written folded. Words that only say whose
column it is, and little words, are left out: they are dropped from headers too.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.delegates.reading.organisation_words import ORGANISATION_WORDS
from app.delegates.reading.wordlists import Words, word_set

WORDS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "given_name": Words(
            phrases="first name|firstname|given name|givenname|forename|christian name|first names"
            "|given names|vorname|vornamen|rufname|prenom|prenoms|primer nombre|nombre pila"
            "|primeiro nome|voornaam|imie|fornavn|fornamn|etunimi|jmeno|keresztnev|vardas|eesnimi",
            exact="first|given|nombres|fname",
        ),
        "family_name": Words(
            phrases="last name|lastname|family name|familyname|surname|surnames|second name"
            "|nachname|familienname|zuname|nom famille|apellido|apellidos|cognome|sobrenome"
            "|apelido|achternaam|nazwisko|efternavn|efternamn|etternavn|sukunimi|prijmeni"
            "|vezeteknev|pavarde|perekonnanimi",
            exact="last|family|lname",
        ),
        "full_name": Words(
            phrases="full name|fullname|complete name|name surname|surname name|first last name"
            "|vollstandiger name|name vorname|vorname name|vor nachname|teilnehmername"
            "|nom complet|nom prenom|prenom nom|nombre completo|nombre apellidos"
            "|apellidos nombre|nome completo|nome cognome|cognome nome|nom prenoms"
            "|badge name|name badge|display name|imie nazwisko|nazwisko imie|volledige naam"
            "|fullt namn|fulde navn|name nachname|name first last",
            exact="name|names|nom|nombre|nome|naam|navn|namn|nimi|vardas pavarde",
            fair="attendee|participant|participants|delegate|teilnehmer|teilnehmende|guest|person"
            "|asistente|participante|partecipante|inscrit|contact person|ansprechpartner"
            "|representative|representant|contact|speaker",
        ),
        "email": Words(
            phrases="email|emails|email address|mail address|mailadresse|emailadresse|courriel"
            "|adresse courriel|adresse electronique|adresse email|adresse mail"
            "|correo electronico|correo|direccion correo|indirizzo email|indirizzo posta"
            "|posta elettronica|endereco email|epost|epostadress|epostadresse|emailadres"
            "|adres email|sahkoposti",
            exact="mail|adresse electronique",
        ),
        "phone": Words(
            phrases="phone|phone number|telephone|telephone number|mobile|mobile phone"
            "|mobile number|cell phone|cellphone|cell|telefon|telefonnummer|mobil|mobilnummer"
            "|mobiltelefon|handy|handynummer|rufnummer|numero telephone|portable|telefono"
            "|numero telefono|movil|telefono movil|cellulare|numero cellulare|telefone"
            "|telemovel|celular|telefoon|telefoonnummer|whatsapp|puhelin|telefonszam",
            exact="tel|tel no|tel nr|gsm",
        ),
        "organisation": Words(
            phrases="organisation|organization|organisationname|organizationname"
            "|organisation name|organization name|company"
            "|company name|employer|affiliation|institution|institution name|firma|firmenname"
            "|unternehmen|unternehmensname|name unternehmens|einrichtung|arbeitgeber"
            "|organisationsname|societe|entreprise|nom entreprise|nom societe|organisme"
            "|raison sociale|structure|etablissement|empresa|nombre empresa|organizacion"
            "|entidad|institucion|compania|razon social|azienda|nome azienda|societa|ente"
            "|organizzazione|impresa|istituzione|ragione sociale|organizacao|instituicao"
            "|bedrijf|bedrijfsnaam|organisatie|organizacja|przedsiebiorstwo|foretag"
            "|virksomhed|bedrift|yritys|organisaatio|organizace|spolecnost|ceg|imone|ettevote",
            exact="institute|institut|firm|business|business name|instituto|istituto|ente azienda",
            fair="cluster|cluster name|name cluster|cluster organisation|university|universitat"
            "|representing",
        ),
        "short_name": Words(
            phrases="organisation short name|organization short name|short name organisation"
            "|organisation acronym|acronym organisation|acronym organization"
            "|company short name|short company name|kurzname|kurzbezeichnung|nom court"
            "|nombre corto|nome breve|nazwa skrocona|korte naam|kortnavn|kortnamn",
            exact="short name|acronym|abbreviation|abkurzung|sigle|sigla|acronyme|acronimo|skrot"
            "|zkratka|afkorting",
        ),
        "function": Words(
            phrases="job title|jobtitle|job|occupation|profession|job position|position title"
            "|berufsbezeichnung|stellenbezeichnung|jobtitel|tatigkeit|intitule poste"
            "|fonction|cargo|puesto|puesto trabajo|posizione lavorativa|qualifica|mansione"
            "|stanowisko|funktionsbezeichnung|functietitel",
            exact="position|function|role|job description|funktion|rolle|poste|titre poste"
            "|ruolo|funzione"
            "|posizione|funcion|funcao|functie|funkcja|befattning|stilling|beruf|business title"
            "|professional title|role organisation|position company|position organisation"
            "|function organisation"
            "|function company|funktion organisation|funktion unternehmen|funktion firma",
            fair="title|titel|responsibility|department role",
        ),
        "country": Words(
            phrases="country|country region|land region|pays|pais|paese|nazione|kraj|maa|zeme"
            "|country name|home country|country residence|country organisation|orszag|salis",
            exact="land|nation|state country|country code|home country|iso country"
            "|company country|country company",
        ),
        "city": Words(
            phrases="city|town|stadt|ville|ciudad|citta|cidade|localite|localidad|miasto"
            "|wohnort|home city|plaats|kaupunki|mesto",
            exact="ort|city town|town city|location|comune|municipio|localita|stad|by|place"
            "|company city|city company",
        ),
        "delegation": Words(
            phrases="delegation|delegation name|delegacion|delegazione|delegacao|delegatie"
            "|delegacja|reisegruppe|travel group|travelling group|delegaatio",
        ),
        "sectors": Words(
            phrases="sector|sectors|industry sector|business sector|field activity"
            "|fields activity|field work|area activity|areas expertise|area interest"
            "|areas interest|fields interest|technology area|technology areas|branche|branchen"
            "|sektor|sektoren|themenfeld|themenfelder|fachgebiet|fachgebiete|tatigkeitsfeld"
            "|secteur|secteurs|secteur activite|secteurs activite|domaine activite"
            "|domaine recherche|domaines interet|sectores|sector actividad|sectores actividad"
            "|settore|settori|settore attivita|settori interesse|setor|setores|sektory|bransch",
            exact="industry|industries|topics|topic|themes|themen|themes interest|thematiques"
            "|expertise|business fields|fields|areas|interests|intereses|interessi|interessen",
        ),
        "seeks": Words(
            phrases="looking for|what looking for|seeking|seeks|searching for|we seek|we look for"
            "|suche|suchen|gesucht|suche nach|was suchen sie|wir suchen|recherchez|cherchez"
            "|nous cherchons|recherchons|buscan|busca|buscamos|buscando|que busca|cerca"
            "|cosa cerca|cosa cercate|cerchiamo|cercate|procura|op zoek|wat zoekt|szukam",
            exact="search|seek|needs|wants|wanted|demand|recherche|recherches|besoins|besoin"
            "|bedarf|gesuch|busqueda|demanda|ricerca|request|requests|looking|want",
        ),
        "offers": Words(
            phrases="offer|offers|offering|offerings|what offer|we offer|bieten|bieten sie"
            "|was bieten sie|wir bieten|angebot|angebote|proposez|que proposez vous|offrez"
            "|nous proposons|proposons|ofrece|ofrecemos|oferta|que ofrece|offerta|cosa offre"
            "|offriamo|offrite|oferece|biete|aanbod|can contribute",
            exact="offre|offres|provide|provides|supply|offert|can offer|products services",
        ),
        "kind": Words(
            phrases="organisation type|organization type|type organisation|type organization"
            "|company type|type company|type institution|institution type|kind organisation"
            "|organisationstyp|art organisation|organisationsart|type structure|type organisme"
            "|tipo organizacion|tipo entidad|tipo empresa|tipo organizzazione|tipo ente"
            "|tipologia|stakeholder type|type stakeholder|stakeholder group|actor type"
            "|organisation category|type entity|entity type",
            exact="stakeholder",
        ),
        "badge_type": Words(
            phrases="ticket type|badge type|type ticket|ticketart|ticket name|ticketkategorie"
            "|ticket category|product name|registration type|type badge|tipo entrada"
            "|tipo biglietto|type billet|attendee type|registration category|ticket class"
            "|participant type|participant category|teilnehmerart|badgetyp",
            exact="ticket|product|produkt|category|kategorie|categorie|categoria|produit"
            "|producto|prodotto|billet|biglietto|entrada|badge|type|tipo|typ|profile type",
        ),
        "status": Words(
            phrases="registration status|registration state|application status|attendee status"
            "|status registration|anmeldestatus|status anmeldung|teilnahmestatus|statut inscription"
            "|estado inscripcion|stato iscrizione|estado registro|status participation"
            "|participation status|rsvp",
            exact="status|state registration|statut|estado|stato|confirmed|approved|accepted"
            "|approval|zusage|attending|attendance|acceptance|decision",
            fair="payment status|paid|order status|bezahlt|paye|pagado|pagato|zahlungsstatus"
            "|etat paiement|estado pago|stato pagamento|statut paiement",
        ),
        "received": Words(
            exact="application received|registration date|date registration|registered at"
            "|registered on|application date|date application|received|received at|received on"
            "|date received|submitted at|submission date|timestamp|anmeldedatum|eingangsdatum"
            "|datum anmeldung|eingegangen|registrierungsdatum|zeitstempel|date inscription"
            "|date candidature|horodateur|fecha inscripcion|fecha registro|data iscrizione"
            "|data registrazione|marca temporal",
        ),
        "language": Words(
            exact="language|preferred language|correspondence language|language correspondence"
            "|sprache|korrespondenzsprache|bevorzugte sprache|langue|langue correspondance"
            "|idioma|lingua",
        ),
        "note": Words(
            phrases="internal note|internal notes|bemerkungen|anmerkungen|remarks|comments"
            "|remarques|commentaires|observaciones|comentarios|osservazioni|commenti",
            exact="note|notes|comment|remark|bemerkung|anmerkung|notiz|notizen|hinweise"
            "|kommentar|kommentare|remarque|commentaire|observations|notas|nota|comentario"
            "|observacoes|opmerkingen|uwagi|anteckningar|additional information|message",
        ),
        "attention": Words(
            phrases="special attention|special needs|special requirements|accessibility"
            "|access needs|accessibility needs|assistance|barrierefreiheit"
            "|besondere bedurfnisse|besondere aufmerksamkeit|besoins particuliers"
            "|necesidades especiales|esigenze particolari|interpreter",
            exact="vip|attention|alert|flag|needs attention|support needs",
        ),
        "ticket_secret": Words(
            phrases="ticket secret|ticket code|barcode|barcode number|qr code|qrcode"
            "|ticketcode|code billet|codigo qr|codice qr|qr secret|code barre|codigo barras",
            exact="secret|ticket id|ticket number|ticketnummer",
        ),
        "order_code": Words(
            phrases="order code|order number|order id|order no|bestellnummer|bestellcode"
            "|code commande|numero commande|n commande|no commande|numero pedido|codigo pedido"
            "|numero ordine"
            "|codice ordine|booking reference|booking number|booking code|buchungsnummer"
            "|reservation id|registration number|anmeldenummer|confirmation number",
            exact="order",
        ),
        "id": Words(
            exact="participant id|attendee id|delegate id|registration id|registrant id"
            "|teilnehmer id|id participant|id participante|id partecipante|user id|person id"
            "|uuid|guest id|member id",
        ),
        **ORGANISATION_WORDS,
    }
)

OWNERS: Final = word_set(
    "attendee attendees participant participants delegate delegates guest guests registrant "
    "teilnehmer teilnehmers teilnehmende teilnehmenden gast besucher inscrit inscrite "
    "asistente asistentes participante participantes partecipante partecipanti contact "
    "deltager deltagare deelnemer uczestnik uczestnika osallistuja person visitor member user"
)
"""Whose column it is: a person who comes."""

NO_SECTOR: Final = word_set(
    "max maximum min characters chars words please describe description detail details optional "
    "required mandatory brief briefly short shortly example examples eg comment comments bitte "
    "beschreiben zeichen worter kurz beispiel beispiele angaben pflichtfeld freiwillig caracteres "
    "mots merci preciser precisez facultatif obligatoire exemple exemples palabras obligatorio "
    "ejemplo caratteri parole facoltativo obbligatorio esempio"
)
"""How to answer a question, where it might go on with a sector."""

SMALL: Final = word_set(
    "the a an of in at on and or your you are is do does did can s "
    "der die das des dem den von und oder ihr ihre ihres im zur zum fur "
    "de d du la le les l et ou votre vos est ce dans au aux qu "
    "del el los las y o su sus en tu "
    "il lo gli i e di della dello dei degli delle da suo vostro un una uno "
    "do dos het een van uw"
)

OTHERS: Final = word_set(
    "invoice billing bill buyer buyers purchaser payer customer rechnung rechnungsadresse "
    "rechnungsempfanger besteller kaufer kunde facture facturation acheteur factura "
    "facturacion comprador fattura fatturazione acquirente cliente emergency notfall urgence "
    "emergencia emergenza assistant booker organiser organizer veranstalter host"
)
"""Whose column it is: somebody else. Such a column is never a participant's."""

ADDRESSES: Final = word_set(
    "address adresse anschrift direccion indirizzo endereco street strasse rue calle via"
)
"""Words of postal addresses, which only an e-mail's header may hold."""

NOT_OURS: Final = word_set(
    "verified verifiziert consent consents newsletter marketing gdpr dsgvo datenschutz "
    "privacy terms agb photo password passwort diet dietary allergies vat tax price preis url "
    "link website web homepage linkedin twitter event events date time datum uhrzeit "
    "seat check checkin arrival departure hotel visa passport nationality zip plz postcode "
    "language sprache langue social file upload agree accept allow share permission opt "
    "confirm repeat size visit description beschreibung descripcion descrizione logo employees "
    "turnover founded year prefix"
)
"""Words that turn a longer header into one that we don't want, whatever else it says."""
