"""Finds sizes and lines for texts, so that they never leave their box nor touch each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.printing.bidi import reads_rightward
from app.printing.breaking import parts
from app.printing.fonts import is_plain, line_of, reach
from app.printing.layout import Align, Block, Style, Typeface

Measure = Callable[[str, Typeface], float]
"""Width of a text in ems, without tracking."""

# Steps this small are not seen, and even the longest text fits after a few dozen.
_SMALLER = 0.96
# Height of Inter's capitals, in ems.
_CAPITAL = 0.7273
SHARE_BEFORE = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}
"""Of the room that stays free beside something, how much goes to its left."""


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
    """A piece of text that is not broken. Widths in ems; ``inked`` is without trailing space.

    Letters with more to them than plain ones reach ``above`` and ``below`` the baseline.
    """

    text: str
    width: float
    inked: float
    above: float = 0.0
    below: float = 0.0

    def top(self, style: Style) -> float:
        """Give how far a line goes above its baseline; capitals stand in its middle."""
        return max((style.leading + _CAPITAL) / 2, self.above)

    def foot(self, style: Style) -> float:
        """Give how far a line goes below its baseline."""
        return max((style.leading - _CAPITAL) / 2, self.below)


_Join = Callable[[Sequence[_Stretch]], _Stretch]


@dataclass(frozen=True, slots=True)
class _Text:
    """What one field says, in pieces, how they make a line, and the way from the text above."""

    style: Style
    gap: float
    pieces: tuple[_Stretch, ...]
    join: _Join


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A text that fits the width: its size, and the gap above it at that scale."""

    style: Style
    gap: float
    size: float
    lines: tuple[_Stretch, ...]

    @property
    def height(self) -> float:
        lines = sum(line.top(self.style) + line.foot(self.style) for line in self.lines)
        return self.gap + lines * self.size


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
            return tuple(_place(paragraphs, block, top))
        scale *= _SMALLER


def _written(block: Block, texts: Mapping[str, str], measure: Measure) -> Iterator[_Text]:
    gap = 0.0
    first = True
    for field, style in block.styles.items():
        # A blank text leaves its gap to the next one: a country keeps as far from the name
        # as the organisation between them would.
        gap = max(gap, style.gap)
        if texts[field]:
            pieces, join = _stretches(texts[field], style, measure)
            yield _Text(style, 0.0 if first else gap, pieces, join)
            gap, first = 0.0, False


def _stretches(text: str, style: Style, measure: Measure) -> tuple[tuple[_Stretch, ...], _Join]:
    def stretch(piece: str) -> _Stretch:
        inked, whole = (
            measure(part, style.typeface) + style.tracking * len(part)
            for part in (piece.rstrip(), piece)
        )
        return _Stretch(piece, whole, inked)

    def line(words: Sequence[_Stretch]) -> _Stretch:
        # Neighbours change how letters look, and so how much room they need.
        written = line_of("".join(word.text for word in words).rstrip(), text)
        wide = measure(written, style.typeface) + style.tracking * len(written)
        return _Stretch(written, wide, wide, *reach(written, style.typeface))

    join = _join if is_plain(text, style.typeface) else line
    return tuple(map(stretch, parts(text))), join


def _fit(text: _Text, scale: float, room: float) -> _Paragraph:
    style, gap = text.style, text.gap * scale
    whole = text.join(text.pieces)
    for size in style.sizes:
        if whole.inked * size * scale <= room:
            return _Paragraph(style, gap, size * scale, (whole,))
    size = style.sizes[-1] * scale
    while True:
        lines = _wrap(text, room / size)
        if len(lines) <= style.lines and all(line.inked * size <= room for line in lines):
            return _Paragraph(style, gap, size, _even(text, lines))
        size *= _SMALLER


def _wrap(text: _Text, room: float) -> tuple[_Stretch, ...]:
    """Put as many words on each line as go, at least one."""
    lines: list[list[_Stretch]] = [[]]
    taken = 0.0
    for word in text.pieces:
        if lines[-1] and taken + word.inked > room:
            lines.append([])
            taken = 0.0
        lines[-1].append(word)
        taken += word.width
    return tuple(map(text.join, lines))


def _even(text: _Text, lines: tuple[_Stretch, ...]) -> tuple[_Stretch, ...]:
    """Make the longest line shorter as long as that needs no more lines: no lonely words."""
    while True:
        room = max(line.inked for line in lines) * _SMALLER
        narrower = _wrap(text, room)
        if len(narrower) > len(lines) or any(line.inked > room for line in narrower):
            return lines
        lines = narrower


def _join(words: Sequence[_Stretch]) -> _Stretch:
    *before, last = words
    ahead = sum(word.width for word in before)
    text = "".join(word.text for word in words)
    return _Stretch(text.rstrip(), ahead + last.width, ahead + last.inked)


def _place(paragraphs: Sequence[_Paragraph], block: Block, top: float) -> Iterator[Line]:
    leftward = _widest_leftward(paragraphs) if block.align is Align.LEFT else 0.0
    for paragraph in paragraphs:
        top += paragraph.gap
        size, style = paragraph.size, paragraph.style
        for line in paragraph.lines:
            baseline = top + line.top(style) * size
            wide = line.inked * size
            # No letter follows the last one, from which tracking could keep it.
            free = max(block.box.width - wide + style.tracking * size, 0.0)
            x = block.box.x + SHARE_BEFORE[block.align] * free
            if leftward and _reads_leftward(line):
                x += leftward - wide
            yield Line(line.text, x, baseline, wide, size, style)
            top = baseline + line.foot(style) * size


def _widest_leftward(paragraphs: Sequence[_Paragraph]) -> float:
    """Measure the longest line that reads leftward: all such lines begin where that one does."""
    return max(
        (
            line.inked * paragraph.size
            for paragraph in paragraphs
            for line in paragraph.lines
            if _reads_leftward(line)
        ),
        default=0.0,
    )


def _reads_leftward(line: _Stretch) -> bool:
    return not line.text.isascii() and not reads_rightward(line.text)
