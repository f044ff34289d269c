"""Finds sizes and lines for texts, so that they never leave their box nor touch each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.printing.layout import Block, Style, Typeface

Measure = Callable[[str, Typeface], float]
"""Width of a text in ems, without tracking; a text is as wide as its words together."""

# After a space, or after a hyphen or dash between letters. Never between a letter and its mark.
_BREAKS = re.compile(r"(?<= )|(?<=[^\s\-‐–—/][\-‐–—/])(?=\w)")
# Steps this small are not seen, and even the longest text fits after a few dozen.
_SMALLER = 0.96
# Height of Inter's capitals, in ems.
_CAPITAL = 0.7273


@dataclass(frozen=True, slots=True)
class Line:
    """One line in its place: the left end of its baseline and its width, in millimetres."""

    text: str
    x: float
    baseline: float
    width: float
    size: float
    style: Style


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A piece of text that is not broken. Widths in ems; ``inked`` is without trailing space."""

    text: str
    width: float
    inked: float


@dataclass(frozen=True, slots=True)
class _Text:
    """What one field says, in pieces, and the way from the text above it."""

    style: Style
    gap: float
    pieces: tuple[_Stretch, ...]


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A text that fits the width: its size, and the gap above it at that scale."""

    style: Style
    gap: float
    size: float
    lines: tuple[_Stretch, ...]

    @property
    def height(self) -> float:
        return self.gap + len(self.lines) * self.size * self.style.leading


def compose(block: Block, texts: Mapping[str, str], measure: Measure) -> tuple[Line, ...]:
    """Set a block's texts from top to bottom; blank ones are left out.

    If they are too high at the sizes that their widths allow, all of them shrink alike.
    """
    written = tuple(_written(block, texts, measure))
    scale = 1.0
    while True:
        paragraphs = [_fit(text, scale, block.box.width) for text in written]
        free = block.box.height - sum(paragraph.height for paragraph in paragraphs)
        if free >= 0:
            top = block.box.y + min(block.drop, block.sink * free)
            return tuple(_place(paragraphs, block.box.x, top))
        scale *= _SMALLER


def _written(block: Block, texts: Mapping[str, str], measure: Measure) -> Iterator[_Text]:
    gap = 0.0
    first = True
    for field, style in block.styles.items():
        # A blank text leaves its gap to the next one: a country keeps as far from the name
        # as the organisation between them would.
        gap = max(gap, style.gap)
        if texts[field]:
            pieces = _stretches(texts[field], style, measure)
            yield _Text(style, 0.0 if first else gap, pieces)
            gap, first = 0.0, False


def _stretches(text: str, style: Style, measure: Measure) -> tuple[_Stretch, ...]:
    def stretch(piece: str) -> _Stretch:
        inked, whole = (
            measure(part, style.typeface) + style.tracking * len(part)
            for part in (piece.rstrip(), piece)
        )
        return _Stretch(piece, whole, inked)

    return tuple(map(stretch, _BREAKS.split(text)))


def _fit(text: _Text, scale: float, room: float) -> _Paragraph:
    style, gap = text.style, text.gap * scale
    whole = _join(text.pieces)
    for size in style.sizes:
        if whole.inked * size * scale <= room:
            return _Paragraph(style, gap, size * scale, (whole,))
    size = style.sizes[-1] * scale
    while True:
        lines = _wrap(text.pieces, room / size)
        if len(lines) <= style.lines and all(line.inked * size <= room for line in lines):
            return _Paragraph(style, gap, size, _even(text.pieces, lines))
        size *= _SMALLER


def _wrap(words: Sequence[_Stretch], room: float) -> tuple[_Stretch, ...]:
    """Put as many words on each line as go, at least one."""
    lines: list[list[_Stretch]] = [[]]
    taken = 0.0
    for word in words:
        if lines[-1] and taken + word.inked > room:
            lines.append([])
            taken = 0.0
        lines[-1].append(word)
        taken += word.width
    return tuple(map(_join, lines))


def _even(pieces: Sequence[_Stretch], lines: tuple[_Stretch, ...]) -> tuple[_Stretch, ...]:
    """Make the longest line shorter as long as that needs no more lines: no lonely words."""
    while True:
        room = max(line.inked for line in lines) * _SMALLER
        narrower = _wrap(pieces, room)
        if len(narrower) > len(lines) or any(line.inked > room for line in narrower):
            return lines
        lines = narrower


def _join(words: Sequence[_Stretch]) -> _Stretch:
    *before, last = words
    ahead = sum(word.width for word in before)
    text = "".join(word.text for word in words)
    return _Stretch(text.rstrip(), ahead + last.width, ahead + last.inked)


def _place(paragraphs: Sequence[_Paragraph], x: float, top: float) -> Iterator[Line]:
    for paragraph in paragraphs:
        top += paragraph.gap
        size, style = paragraph.size, paragraph.style
        for line in paragraph.lines:
            # Capitals stand in the middle of the height of a line.
            baseline = top + (style.leading + _CAPITAL) / 2 * size
            yield Line(line.text, x, baseline, line.inked * size, size, style)
            top += size * style.leading
