"""What keeps a template from being printed: parts off the paper, a code that nobody can read."""

from __future__ import annotations

import math
from collections.abc import Iterator

from app.printing.colour import WHITE, Colour, contrast
from app.printing.described import LONGEST_MM, TOLERANCE_MM, Fault, Flaw, Place
from app.printing.layout import DOT, SMALLEST_MODULE, Block, Box, Style
from app.printing.templates.placeholders import FIELDS, strange
from app.printing.templates.template import Piece, Template, TypeLook

SMALLEST_PART = 1.0
"""Millimetres along each side. Into nothing no text can be made to fit."""
SMALLEST_TYPE, LARGEST_TYPE = 1.0, 200.0
MOST_LINES = 10
FEWEST_DOTS = math.ceil(SMALLEST_MODULE / DOT)
"""Dots of the printer that make the smallest module of a code."""
HIDEABLE = (*FIELDS, Piece.BAND, Piece.LOGO)
"""What badges of a type may leave out. Without its code, no badge lets anybody in."""

_LEADING, _TRACKING = (0.8, 3.0), (-0.2, 1.0)
# Source: WCAG 2.2, contrast of large text.
_READABLE = 3.0


def flaws(template: Template) -> Iterator[Flaw]:
    """Give all that is wrong with a template, and where; their lines are not known here."""
    if min(template.width, template.height) < SMALLEST_PART:
        yield Flaw(Fault.TOO_SMALL, ("size",))
    if max(template.width, template.height) > LONGEST_MM:
        yield Flaw(Fault.TOO_LARGE, ("size",))
    yield from _of_code(template)
    for place, box in boxes(template):
        yield from _of_box(template, place, box)
    for number, block in enumerate(template.blocks):
        yield from _of_block(("blocks", number), block)
    yield from _of_types(template)


def boxes(template: Template) -> Iterator[tuple[Place, Box]]:
    """Give the places that parts other than the code take, in the order of the file."""
    for piece, box in template.pieces():
        yield (str(piece),), box
    for number, block in enumerate(template.blocks):
        yield ("blocks", number), block.box


def _of_code(template: Template) -> Iterator[Flaw]:
    if template.symbol.dots < FEWEST_DOTS:
        yield Flaw(Fault.TOO_SMALL, ("code", "dots"))
    elif not _is_within(template.symbol.quiet, template.paper):
        yield Flaw(Fault.OFF_THE_PAGE, ("code",))


def _of_box(template: Template, place: Place, box: Box) -> Iterator[Flaw]:
    if min(box.width, box.height) < SMALLEST_PART:
        yield Flaw(Fault.TOO_SMALL, (*place, "box"))
    elif not _is_within(box, template.paper):
        yield Flaw(Fault.OFF_THE_PAGE, (*place, "box"))
    elif _without_a_hair(box).touches(template.symbol.quiet):
        yield Flaw(Fault.OVER_THE_CODE, (*place, "box"))


def _of_block(place: Place, block: Block) -> Iterator[Flaw]:
    if not 0 <= block.sink <= 1:
        yield Flaw(Fault.TOO_LARGE if block.sink > 1 else Fault.TOO_SMALL, (*place, "sink"))
    if block.drop < 0:
        yield Flaw(Fault.TOO_SMALL, (*place, "drop"))
    if not block.styles:
        yield Flaw(Fault.MISSING, (*place, "texts"))
    for number, (text, style) in enumerate(block.styles.items()):
        at = (*place, "texts", number)
        for said in strange(text):
            yield Flaw(Fault.NO_PLACEHOLDER, (*at, "text"), said)
        yield from _of_style(at, style)


def _of_style(place: Place, style: Style) -> Iterator[Flaw]:
    if not style.sizes:
        yield Flaw(Fault.MISSING, (*place, "sizes"))
    bounds = {
        "sizes": (style.sizes, SMALLEST_TYPE, LARGEST_TYPE),
        "lines": ((style.lines,), 1, MOST_LINES),
        "leading": ((style.leading,), *_LEADING),
        "gap": ((style.gap,), 0, LARGEST_TYPE),
        "tracking": ((style.tracking,), *_TRACKING),
    }
    for key, (values, least, most) in bounds.items():
        if any(value < least for value in values):
            yield Flaw(Fault.TOO_SMALL, (*place, key))
        elif any(value > most for value in values):
            yield Flaw(Fault.TOO_LARGE, (*place, key))


def _of_types(template: Template) -> Iterator[Flaw]:
    seen: set[str] = set()
    for number, look in enumerate(template.types):
        place = ("types", number)
        name = look.badge_type.casefold()
        if not name.strip():
            yield Flaw(Fault.MISSING, (*place, "type"))
        elif name in seen:
            yield Flaw(Fault.TWICE, (*place, "type"), look.badge_type)
        seen.add(name)
        yield from _of_look(place, look)


def _of_look(place: Place, look: TypeLook) -> Iterator[Flaw]:
    for key, said in (("band", look.band), ("text", look.text)):
        if not said:
            continue
        try:
            colour = Colour.parse(said)
        except ValueError:
            yield Flaw(Fault.NO_COLOUR, (*place, key), said)
            continue
        if key == "text" and contrast(colour, WHITE) < _READABLE:
            yield Flaw(Fault.TOO_LIGHT, (*place, key), said)
    for hidden in look.hidden:
        if hidden not in HIDEABLE:
            yield Flaw(Fault.NOT_KNOWN, (*place, "hidden"), hidden)


def _is_within(inner: Box, outer: Box) -> bool:
    starts = inner.x >= outer.x - TOLERANCE_MM and inner.y >= outer.y - TOLERANCE_MM
    ends = inner.right <= outer.right + TOLERANCE_MM
    return starts and ends and inner.bottom <= outer.bottom + TOLERANCE_MM


def _without_a_hair(box: Box) -> Box:
    hair = TOLERANCE_MM
    return Box(box.x + hair, box.y + hair, box.width - 2 * hair, box.height - 2 * hair)
