"""Badges as PDF: values in, pages out.

Importing this loads ReportLab and qrcode (0.2 s): callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice

from app.printing.bidi import reads_rightward
from app.printing.colour import BLACK, WHITE, Colour, text_on
from app.printing.deeds import BadgePrinted
from app.printing.document import Document, Folio, Part
from app.printing.fitting import compose
from app.printing.fonts import as_printed, lacking, width
from app.printing.layout import Align, Block, Box, Tone
from app.printing.paper import Paper
from app.printing.refusals import CharactersUnprintable, Unprintable
from app.printing.stock import Spot, Stock
from app.printing.templates.placeholders import filled, fixed
from app.printing.templates.reading import templates
from app.printing.templates.template import Piece, Template, TypeLook

_NEUTRAL_BAND = Colour.parse("#ECEEF2")
_HOLE_EDGE = Colour.parse("#CBD0D9")
_CUT_LINE = Colour.parse("#858E9C")
_OFF = 1.0
"""Texts keep so far from the logo."""


@dataclass(frozen=True, slots=True)
class BadgeFace:
    """One badge as it will be read.

    ``badge_number`` stands beside the code and only searches; the code says ``code``, 45
    capitals. ``delegation_colour`` is ``"#RRGGBB"``, blank for neutral; a badge with neither
    colour nor delegation has no band.
    """

    badge_number: str
    given_name: str
    family_name: str
    organisation: str
    country: str
    badge_type: str
    delegation: str
    delegation_colour: str
    code: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """What all badges of an event say alike, such as ``"Vilnius, 16–17 March"``.

    Without a ``design``, they look as the stock says. ``logo`` is a PNG, or blank.
    """

    event: str
    place_and_days: str
    design: Template | None = None
    logo: bytes = field(default=b"", repr=False)


_BADGE_TEXTS = (
    "badge_number",
    "given_name",
    "family_name",
    "organisation",
    "country",
    "badge_type",
    "delegation",
)
_OCCASION_TEXTS = ("event", "place_and_days")


def unprintable(faces: Iterable[BadgeFace]) -> tuple[Unprintable, ...]:
    """Name what can't be printed, in the order of the badges and of their fields."""
    return tuple(
        Unprintable(face.badge_number, f"{face.given_name} {face.family_name}".strip(), *lack)
        for face in faces
        for lack in _lacking(_texts(face, _BADGE_TEXTS))
    )


def badge_document(
    faces: Sequence[BadgeFace],
    occasion: Occasion,
    stock: Stock,
    deeds: Sequence[BadgePrinted] = (),
    from_label: int = 1,
) -> Document:
    """Lay badges out on sheets, in their order, row by row.

    Args:
        faces: One for each badge.
        occasion: What they all say.
        stock: What they are printed on.
        deeds: What notes each of them, if anything does.
        from_label: The first label of the first sheet that is still there, from 1.

    Raises:
        CharactersUnprintable: No bundled font has some characters.
    """
    design = occasion.design or templates()[stock.layout]
    shared = _texts(occasion, _OCCASION_TEXTS)
    said = {text: as_printed(text) for block in design.blocks for text in block.styles}
    alike = {**shared, "template": "".join(map(fixed, said.values()))}
    gaps = [Unprintable("", "", *lack) for lack in _lacking(alike)]
    gaps += unprintable(faces)
    if gaps:
        raise CharactersUnprintable(tuple(gaps))
    drawing = _BadgeDrawing(stock, design, shared, said)
    used = from_label - 1
    ends = range(stock.labels - used, len(faces) + stock.labels, stock.labels)
    sheets = [slice(max(end - stock.labels, 0), end) for end in ends]
    return Document(
        title=shared["event"],
        page=stock.page,
        items=len(faces),
        parts=(
            drawing.sheet(faces[each], tuple(deeds[each]), 0 if each.start else used)
            for each in sheets
        ),
        mono=stock.mono,
        logo=occasion.logo,
    )


def _texts(source: BadgeFace | Occasion, fields: Iterable[str]) -> dict[str, str]:
    return {name: as_printed(getattr(source, name)) for name in fields}


def _lacking(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, text in texts.items():
        if unknown := lacking(text):
            yield name, unknown


@dataclass(frozen=True, slots=True)
class _BadgeDrawing:
    """Puts badges on sheets.

    ``shared`` are the fields that every badge has, ``said`` the template's texts as printed.
    """

    stock: Stock
    template: Template
    shared: Mapping[str, str]
    said: Mapping[str, str]

    def sheet(self, faces: Sequence[BadgeFace], deeds: tuple[BadgePrinted, ...], used: int) -> Part:
        return Part((partial(self._draw, faces, used),), deeds, items=len(faces))

    def _draw(self, faces: Sequence[BadgeFace], used: int, paper: Paper, _folio: Folio) -> None:
        left = islice(self.stock.spots(), used, None)
        for face, spot in zip(faces, left, strict=False):
            self._badge(paper, face, self._origin(spot))
        if self.stock.cut_marks:
            for start, end in self.stock.cuts():
                paper.cut(start, end, _CUT_LINE)

    def _origin(self, spot: Spot) -> Spot:
        """Centre the design on a label that is larger."""
        label, design = self.stock.label, self.template
        return Spot(
            spot.x + (label.width - design.width) / 2, spot.y + (label.height - design.height) / 2
        )

    def _badge(self, paper: Paper, face: BadgeFace, origin: Spot) -> None:
        design, look = self.template, self.template.look_of(face.badge_type)
        fields = {**self.shared, **_in_large_type_first(_texts(face, _BADGE_TEXTS))}
        fields |= dict.fromkeys(look.hidden, "")
        band = self._band(fields["delegation"], face.delegation_colour, look)
        if design.band is not None and band is not None:
            paper.fill(_moved(design.band, origin), band)
        if self.stock.hole and design.hole is not None:
            paper.outline(_moved(design.hole, origin), _HOLE_EDGE)
        of_type = Colour.parse(look.text) if look.text and not self.stock.mono else None
        colours = {
            **paper.tones,
            Tone.ON_BAND: text_on(band or WHITE),
            Tone.TYPE: of_type or paper.tones[Tone.INK],
        }
        texts = {text: filled(said, fields) for text, said in self.said.items()}
        logo = None
        if design.logo is not None and Piece.LOGO not in look.hidden:
            logo = paper.put_logo(_moved(design.logo, origin))
        taken = _moved(logo, Spot(-origin.x, -origin.y)) if logo else None
        for block in design.blocks:
            box = _beside(block.box, taken) if taken else block.box
            free = replace(block, box=box, align=_aligned(block, texts))
            for line in compose(free, texts, width):
                paper.write(line, origin, colours[line.style.tone])
        paper.code(face.code, design.symbol, origin)

    def _band(self, delegation: str, delegation_colour: str, look: TypeLook) -> Colour | None:
        if self.template.band is None or Piece.BAND in look.hidden:
            return None
        if self.stock.mono:
            return BLACK if delegation or look.band else None
        if colour := look.band or delegation_colour:
            return Colour.parse(colour)
        return _NEUTRAL_BAND if delegation else None


def _aligned(block: Block, texts: Mapping[str, str]) -> Align:
    """Let a block whose first text reads leftward begin at the right, and all of it."""
    first = next((texts[text] for text in block.styles if texts[text]), "")
    is_leftward = block.align is Align.LEFT and not reads_rightward(first)
    return Align.RIGHT if is_leftward else block.align


def _in_large_type_first(texts: dict[str, str]) -> dict[str, str]:
    """Give somebody with only one name the large type for it."""
    if texts["given_name"]:
        return texts
    return {**texts, "given_name": texts["family_name"], "family_name": ""}


def _beside(box: Box, taken: Box) -> Box:
    """Give the largest part of a box that keeps off what is taken, or all if there is none."""
    if not box.touches(taken):
        return box
    left, above = taken.x - _OFF - box.x, taken.y - _OFF - box.y
    right, below = taken.right + _OFF, taken.bottom + _OFF
    parts = (
        Box(box.x, box.y, left, box.height),
        Box(right, box.y, box.right - right, box.height),
        Box(box.x, box.y, box.width, above),
        Box(box.x, below, box.width, box.bottom - below),
    )
    free = max(parts, key=lambda part: max(part.width, 0) * max(part.height, 0))
    return free if min(free.width, free.height) >= _OFF else box


def _moved(box: Box, origin: Spot) -> Box:
    return Box(origin.x + box.x, origin.y + box.y, box.width, box.height)
