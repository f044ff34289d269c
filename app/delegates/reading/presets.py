"""The exports we know, by the headers they write.

Headers are written folded (``headings.fold_header``), English first, then other languages the
system writes them in. A header may stand twice (attendee's and invoice's ``Company`` in older
pretix files); a preset means the first.

Source: English headers from the exporters named in the project's notes on imports; German ones of
pretix positions from a file that pretix 2026.8 wrote. All other translations are likely wordings
that no file has confirmed; where they are wrong, the guess by words takes over.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from app.delegates.reading.headings import fold_header

GUESSED: Final = "guessed"


@dataclass(frozen=True, slots=True)
class Preset:
    """One kind of export.

    Attributes:
        fields: What each known header fills; blank for a header that is known and not wanted.
        signs: One header of each group must be there for the file to be of this kind.
        keys: The fields that name a row in that system, with their prefixes, most certain first.
            ``"order_code-position"`` joins two.
        order_key: Prefix of a key made of the order, for a row without another key that is its
            order's only one.
        month_first: It writes days as 11/29/24.
        lends_order_email: The system writes the order's e-mail where a person gave none.
    """

    name: str
    fields: Mapping[str, str]
    signs: tuple[Collection[str], ...]
    keys: tuple[tuple[str, str], ...]
    order_key: str = ""
    lends_order_email: bool = False
    month_first: bool = False


_NONE: Final[Mapping[str, str]] = MappingProxyType({})


def _fields(also: Mapping[str, str] = _NONE, **headers: str) -> Mapping[str, str]:
    """Turn ``field="header|header"`` round; ``unwanted`` stands for no field."""
    turned = {
        header: "" if field == "unwanted" else field
        for field, names in headers.items()
        for header in names.split("|")
    }
    return MappingProxyType({**also, **turned})


_PRETIX_KEYS: Final = (
    ("pretix-ticket", "ticket_secret"),
    ("pretix", "order_code-position"),
    ("pretix-pseudonym", "pseudonym"),
)
_PRETIX_NAME: Final = (
    "attendee name|name teilnehmer|teilnehmername|name des teilnehmers|nom du participant"
    "|nombre del asistente|nome del partecipante|nome partecipante"
)
_PRETIX_UNWANTED: Final = (
    "event slug|event name|kurzname der veranstaltung|veranstaltungstitel|order total"
    "|date|start date|end date|product id|produkt id"
    "|variation|variante|variation id|varianten id|price|preis|tax rate|steuersatz|tax rule"
    "|steuerregel|tax value|steuer|attendee name title|name teilnehmer titel|name teilnehmer anrede"
    "|address|adresse|zip code|postleitzahl|state|bundesstaat|voucher|voucher code|gutschein"
    "|gutscheincode|voucher budget usage|verwendetes gutscheinbudget|voucher tag|gutschein tag"
    "|seat id|seat name|seat zone|seat row|seat number|sitzplatz id|sitzbezeichnung|sitzbereich"
    "|sitzreihe|sitzplatz nummer|blocked|gesperrt|valid from|valid until|gultig ab|gultig bis"
    "|follow up date|datum zur wiedervorlage|invoice address name|invoice address company"
    "|rechnungsadresse firma|rechnungsadresse name|vat id|ust id nr|sales channel|verkaufskanal"
    "|email address verified|email adresse verifiziert"
    "|external customer id|externe kundennummer|check in lists|check in listen"
    "|payment providers|zahlungsmethoden|position order link|link zur bestellposition"
    "|checked in|checked out|automatically checked in|eingecheckt|ausgecheckt"
    "|automatisch eingecheckt"
)
_PRETIX_PERSON: Final[Mapping[str, str]] = _fields(
    unwanted=_PRETIX_UNWANTED,
    order_code="order code|bestellnummer|bestellcode",
    received="order date|bestelldatum",
    received_time="order time|bestelluhrzeit",
    language="order locale|bestellsprache",
    full_name=_PRETIX_NAME,
    given_name="attendee name given name|attendee name first name|name teilnehmer vorname",
    family_name="attendee name family name|attendee name last name|name teilnehmer nachname"
    "|name teilnehmer familienname",
    badge_type="product|produkt",
    phone="phone number|telefonnummer",
    city="city|stadt|ort",
    country="country|land",
    ticket_secret="ticket secret|secret|ticket code|geheimnis",  # noqa: S106 - headers
)

PRETIX_POSITIONS: Final = Preset(
    name="pretix-positions",
    fields=_fields(
        also=_PRETIX_PERSON,
        position="position id|position|positions id|positionsnummer",
        status="status",
        order_email="email",
        email="attendee email|email teilnehmer",
        organisation="attendee company|teilnehmer firma|company|firma",
        pseudonym="pseudonymization id|pseudonyme id",
        note="order comment|bestellkommentar",
        add_on_to="add on to position id|zusatzprodukt zu position",
    ),
    signs=(
        ("order code", "bestellnummer", "bestellcode"),
        ("position id", "position", "positions id", "positionsnummer"),
        tuple(_PRETIX_NAME.split("|")),
        ("pseudonymization id", "pseudonyme id", "ticket secret", "attendee email"),
    ),
    keys=_PRETIX_KEYS,
)

PRETIX_CHECKINLIST: Final = Preset(
    name="pretix-checkinlist",
    fields=_fields(
        also=_PRETIX_PERSON,
        status="paid|bezahlt",
        email="email",
        organisation="company|firma",
        flag="requires special attention|erfordert besondere aufmerksamkeit"
        "|benotigt besondere aufmerksamkeit|besondere aufmerksamkeit",
        note="comment|kommentar",
        attention="check in text",
    ),
    signs=(
        ("order code", "bestellnummer", "bestellcode"),
        tuple(_PRETIX_NAME.split("|")),
        ("checked in", "automatically checked in", "eingecheckt", "automatisch eingecheckt"),
    ),
    keys=_PRETIX_KEYS,
    lends_order_email=True,
)

INDICO: Final = Preset(
    name="indico",
    fields=_fields(
        unwanted="title|titel|address|adresse|picture|bild"
        "|modification date|created by|price|preis|checked in|check in date|payment date|tags",
        id="id",
        received="registration date|registrierungsdatum",
        full_name="name",
        given_name="first name|vorname",
        family_name="last name|nachname",
        email="email address|email adresse|email",
        organisation="affiliation|zugehorigkeit",
        phone="phone number|telefonnummer",
        country="country|land",
        function="position",
        status="registration state|registrierungsstatus",
    ),
    signs=(
        ("id",),
        ("name",),
        (
            *("affiliation", "registration state", "registration date", "modification date"),
            *("check in date", "payment date", "registrierungsdatum", "zugehorigkeit"),
        ),
    ),
    keys=(("indico", "id"),),
)

HI_EVENTS: Final = Preset(
    name="hi.events",
    fields=_fields(
        unwanted="check ins|is checked in|product id|event id|short id|last updated date",
        id="id",
        received="created date",
        given_name="first name",
        family_name="last name",
        email="email",
        status="status",
        badge_type="product name",
        ticket_secret="public id",  # noqa: S106 - a header
        note="notes",
    ),
    signs=(("public id",), ("product name", "product id"), ("first name", "last name", "email")),
    keys=(("hi.events", "ticket_secret"), ("hi.events", "id")),
)

EVENTBRITE: Final = Preset(
    name="eventbrite",
    fields=_fields(
        unwanted="quantity|price tier|group|order type|currency|total paid|fees paid"
        "|eventbrite fees|eventbrite payment processing|home address 1|home address 2|home state"
        "|home zip|purchaser city|purchaser state|purchaser country|event name|event id"
        "|event start date|event start time|event timezone|event location|ticket quantity"
        "|ticket tier|ticket price|buyer first name|buyer last name|buyer surname|buyer email"
        "|seating location 1|seating location 2|seating location 3",
        order_code="order|order id|order no",
        received="order date",
        given_name="attendee first name|first name",
        family_name="attendee last name|attendee surname|last name|surname",
        email="attendee email|email",
        phone="phone number|cell phone|mobile phone|home phone|work phone",
        badge_type="ticket type",
        attendee="attendee",
        ticket_secret="barcode number|barcode",  # noqa: S106 - headers
        status="attendee status",
        city="home city|work city",
        country="home country|work country",
        function="job title",
        organisation="company",
    ),
    signs=(
        ("order", "order id", "order no"),
        ("ticket type", "attendee", "attendee status", "barcode", "barcode number"),
        (
            *("attendee", "barcode", "barcode number", "buyer email", "eventbrite fees"),
            *("attendee status", "event timezone"),
        ),
        ("first name", "attendee first name", "email", "attendee email"),
    ),
    keys=(
        ("eventbrite", "attendee"),
        ("eventbrite-barcode", "ticket_secret"),
    ),
    order_key="eventbrite-order",
    month_first=True,
)

ALF_IO: Final = Preset(
    name="alf.io",
    fields=_fields(
        unwanted="event|original price|paid price|discount|vat|locked|confirmation"
        "|billing address|promo code|payment id|payment method|external reference|fiscal code"
        "|reference type|addressee code|pec",
        id="id",
        language="language",
        badge_type="category",
        status="status",
        order_code="reservation id",
        full_name="full name",
        given_name="first name",
        family_name="last name",
        email="email",
        country="country code",
    ),
    signs=(
        ("reservation id", "original price", "paid price", "external reference", "addressee code"),
        ("full name", "first name", "last name", "email"),
        ("id", "category", "status", "locked", "confirmation", "promo code", "country code"),
    ),
    keys=(("alf.io", "id"),),
)

_GUESSED: Final = Preset(
    name=GUESSED,
    fields=_NONE,
    signs=(),
    keys=(("ticket", "ticket_secret"), ("id", "id")),
)

_KNOWN: Final = (PRETIX_POSITIONS, PRETIX_CHECKINLIST, HI_EVENTS, EVENTBRITE, ALF_IO, INDICO)

PRESETS: Final = tuple(
    preset.name
    for preset in (PRETIX_CHECKINLIST, PRETIX_POSITIONS, INDICO, HI_EVENTS, EVENTBRITE, ALF_IO)
)


def preset_of(headers: Sequence[str]) -> Preset:
    """Recognise an export by its headers; what nobody knows is "guessed"."""
    folded = {fold_header(header) for header in headers}
    for preset in _KNOWN:
        if all(not folded.isdisjoint(group) for group in preset.signs):
            return preset
    return _GUESSED


def preset_named(name: str) -> Preset | None:
    """Give the preset of that name, "guessed" included."""
    return next((preset for preset in (*_KNOWN, _GUESSED) if preset.name == name), None)
