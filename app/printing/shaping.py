"""Fonts whose letters change with their neighbours, or that ReportLab can't embed.

HarfBuzz shapes a text into clusters: a letter with its marks, a ligature. Each cluster is one sign
to ReportLab, which writes, measures and embeds it like the letters of its own fonts: a sign of
the private area stands for it. The PDF gets a font of just these signs, and what each reads as.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from threading import Lock
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import uharfbuzz
from reportlab.pdfbase.pdfmetrics import registerFont

from app.printing.bidi import mirrored
from app.printing.embedding import Sign, embed
from app.printing.installed import FontFile
from app.printing.outlines import Outline

_FIRST = 0xF0000
# Signs from here on choose a form of the ideograph before them; those before are for emoji.
_FIRST_FORM = 0xE0100
_REGULAR, _BOLD = 400.0, 700.0


class Extent(NamedTuple):
    """How far ink reaches above and below the baseline, in ems."""

    above: float
    below: float


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Glyphs that are drawn as one, each with its place, and what they read as."""

    text: str
    advance: int
    glyphs: tuple[tuple[int, int, int], ...]


class ShapedFont:
    """A font that shapes, as ReportLab takes one for its own; ``fontName`` is its name there.

    Raises:
        ValueError: The file is no font.
    """

    # ReportLab asks by these names whether a font is made as a document grows.
    _dynamicFont = 1  # noqa: N815 - ReportLab's name
    _multiByte = 1  # noqa: N815 - ReportLab's name
    shapable = False

    def __init__(self, file: FontFile) -> None:
        try:
            self._face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file.path)), file.number)
        except uharfbuzz.HarfBuzzError as problem:
            raise ValueError(str(file.path)) from problem
        self._font = uharfbuzz.Font(self._face)
        if self._face.has_var_data:
            self._font.set_variations({"wght": _BOLD if file.bold else _REGULAR})
        self.fontName = f"{file.path.stem}-{file.number}{'-bold' if file.bold else ''}"
        self._codes: dict[_Cluster, str] = {}
        self._clusters: list[_Cluster] = []
        self._growing = Lock()
        self._written: WeakKeyDictionary[Any, dict[str, int]] = WeakKeyDictionary()
        registerFont(self)

    @property
    def face(self) -> ShapedFont:
        """Give what ReportLab tells fonts apart by."""
        return self

    @property
    def name(self) -> str:
        """Give the name of the face."""
        return self.fontName

    @cached_property
    def characters(self) -> frozenset[str]:
        """Give the characters that it draws."""
        forms = (code for code in self._face.variation_selectors if code >= _FIRST_FORM)
        return frozenset(map(chr, (*self._face.unicodes, *forms)))

    def shape(self, text: str, language: str, *, rightward: bool) -> str:
        """Give the signs of a text of one direction, from left to right."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "ltr" if rightward else "rtl"
        if language:
            buffer.language = language
        uharfbuzz.shape(self._font, buffer)
        clusters = list(_clusters(text, buffer, rightward=rightward))
        self._keep_ink_in(clusters)
        return "".join(map(self._sign, clusters))

    def extent(self, signs: str) -> Extent:
        """Measure how far signs reach above and below the baseline."""
        tops, bottoms = [0], [0]
        for cluster in self._meant(signs):
            for glyph, _, y in cluster.glyphs:
                ink = self._font.get_glyph_extents(glyph)
                tops.append(y + ink.y_bearing)
                bottoms.append(y + ink.y_bearing + ink.height)
        return Extent(max(tops) / self._face.upem, -min(bottoms) / self._face.upem)

    def stringWidth(self, text: str, size: float, encoding: str = "") -> float:  # noqa: ARG002, N802
        """Measure signs at a size."""
        advance = sum(cluster.advance for cluster in self._meant(text))
        return advance * size / float(self._face.upem)

    def splitString(self, text: str, doc: Any, encoding: str = "") -> list[tuple[int, bytes]]:  # noqa: ARG002, N802
        """Give the codes of signs in a document, two bytes each; all are of one subset."""
        codes = self._written.setdefault(doc, {})
        numbers = (codes.setdefault(sign, len(codes) + 1) for sign in text)
        return [(0, b"".join(number.to_bytes(2, "big") for number in numbers))]

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:  # noqa: ARG002, N802
        """Give the name of this font in a document, which then asks for its parts at the end."""
        if self.fontName not in doc.fontMapping:
            doc.fontMapping[self.fontName] = f"/F{len(doc.fontMapping) + 1}"
            doc.delayedFonts.append(self)
        return str(doc.fontMapping[self.fontName])

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Embed the signs that a document has."""
        signs = [self._drawn(cluster) for cluster in self._meant("".join(self._written.pop(doc)))]
        name = self.getSubsetInternalName(0, doc)[1:]
        embed(doc, name, self.fontName, self._face.upem, signs)

    def _keep_ink_in(self, clusters: list[_Cluster]) -> None:
        """Make room where ink would stand before the start or behind the end."""
        pen, left, right = 0, 0, 0
        for cluster in clusters:
            for glyph, x, _ in cluster.glyphs:
                ink = self._font.get_glyph_extents(glyph)
                left = min(left, pen + x + ink.x_bearing)
                right = max(right, pen + x + ink.x_bearing + ink.width)
            pen += cluster.advance
        if left < 0:
            first = clusters[0]
            moved = tuple((glyph, x - left, y) for glyph, x, y in first.glyphs)
            clusters[0] = replace(first, advance=first.advance - left, glyphs=moved)
        if right > pen:
            last = clusters[-1]
            clusters[-1] = replace(last, advance=last.advance + right - pen)

    def _sign(self, cluster: _Cluster) -> str:
        known = self._codes.get(cluster)
        if known is None:
            with self._growing:
                known = self._codes.setdefault(cluster, chr(_FIRST + len(self._clusters)))
                if ord(known) == _FIRST + len(self._clusters):
                    self._clusters.append(cluster)
        return known

    def _meant(self, signs: str) -> Iterator[_Cluster]:
        return (self._clusters[ord(sign) - _FIRST] for sign in signs)

    def _drawn(self, cluster: _Cluster) -> Sign:
        outline = Outline(self._face.upem)
        for glyph, x, y in cluster.glyphs:
            outline.x, outline.y = x, y
            self._font.draw_glyph_with_pen(glyph, outline)
        return Sign(cluster.text, cluster.advance, outline)


def _clusters(text: str, buffer: uharfbuzz.Buffer, *, rightward: bool) -> Iterator[_Cluster]:
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    pairs = zip(infos, places, strict=True)
    for start, group in groupby(pairs, key=lambda pair: pair[0].cluster):
        pen, glyphs = 0, []
        for info, place in group:
            glyphs.append((info.codepoint, pen + place.x_offset, place.y_offset))
            pen += place.x_advance
        whole = _Cluster(text[start : ends[start]], max(pen, 0), tuple(glyphs))
        yield from (whole,) if rightward else _by_character(whole)


def _by_character(cluster: _Cluster) -> Iterator[_Cluster]:
    """Part what reads leftward: readers of a PDF turn it, and its brackets, sign by sign.

    The first part draws all. Letters share the width, marks have none.
    """
    letters = sum(not _is_mark(sign) for sign in cluster.text)
    share = cluster.advance // max(letters, 1)
    glyphs = cluster.glyphs
    for sign in reversed(cluster.text):
        yield _Cluster(mirrored(sign), 0 if letters and _is_mark(sign) else share, glyphs)
        glyphs = ()


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")
