"""Words for the parts of a template, and for what is wrong with them."""

from __future__ import annotations

from app.cli.template_sentences import fault_words
from app.printing.described import Fault, Flaw, Place
from app.printing.layout import Box, Tone
from app.printing.templates.editing import CODE, block_at, part_of, text_at
from app.printing.templates.placeholders import FIELDS, fixed, named
from app.printing.templates.template import Piece, Template

FIELD_WORDS = {
    "event": "Event",
    "place_and_days": "Place and days",
    "given_name": "Given name",
    "family_name": "Family name",
    "organisation": "Organisation",
    "country": "Country",
    "delegation": "Delegation",
    "badge_type": "Badge type",
    "badge_number": "Badge number",
}
PIECE_WORDS = {Piece.BAND: "Band", Piece.HOLE: "Hole", Piece.LOGO: "Logo of the event"}
HIDEABLE_WORDS = {
    **{field: FIELD_WORDS[field] for field in FIELDS},
    Piece.BAND: "Band",
    Piece.LOGO: "Logo",
}
TONE_WORDS = {
    Tone.INK: "Black",
    Tone.SOFT: "Dark grey",
    Tone.FAINT: "Grey",
    Tone.ON_BAND: "Black or white, to suit the band",
    Tone.TYPE: "Colour of the badge type",
}
ICONS = {"code": "qr-code", "band": "minus", "hole": "rectangle-vertical", "logo": "image"}


def text_words(text: str) -> str:
    """Name a text by what it says: a field by its word, fixed words as they are."""
    fields = named(text)
    if len(fields) == 1 and not fixed(text).strip() and fields[0] in FIELD_WORDS:
        return FIELD_WORDS[fields[0]]
    return f"“{text}”"


def place_words(template: Template, place: Place) -> str:
    """Name a part of a template, or one of its texts."""
    if len(place) == 4:
        return text_words(text_at(template, place)[0])
    if place == CODE:
        return "Code"
    if place[0] == "blocks":
        first, *others = map(text_words, block_at(template, place).styles)
        return f"{first} and {len(others)} more" if others else first
    return PIECE_WORDS[Piece(str(place[0]))]


def box_words(box: Box) -> str:
    """Say where something stands, and how large it is."""
    return (
        f"{box.x:.4g} mm from the left, {box.y:.4g} mm from above, "
        f"{box.width:.4g} × {box.height:.4g} mm"
    )


def flaw_words(template: Template, flaw: Flaw) -> str:
    """Say what is wrong with a part, and what to do."""
    if flaw.fault is Fault.OVER_THE_CODE:
        what = place_words(template, part_of(flaw.place))
        return f"{what} lies over the code or its white edge, which scanners need. Move it away."
    said = fault_words(flaw.fault, flaw.key, flaw.said)
    return said[:1].upper() + said[1:]
