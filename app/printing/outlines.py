"""Writes a small TrueType font of given outlines, for a PDF to embed.

Whatever font the outlines came from, one form is enough: curves of PostScript become TrueType's.
It holds what a PDF needs and no more: no names, no characters, no hints.

Source: OpenType 1.9.1, "glyf", "head", "hhea", "hmtx", "loca", "maxp"; PDF 32000-1, 9.9.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil

Point = tuple[float, float]

# A curve may be this far from the one it stands for, in ems.
_NEAR = 0.0005
_ON, _SHORT_X, _SHORT_Y, _SAME_OR_MORE_X, _SAME_OR_MORE_Y = 1, 2, 4, 16, 32
_CHECKSUM_OF_FONT = 0xB1B0AFBA


@dataclass(slots=True)
class Outline:
    """A pen, as font tools have it, that keeps what it draws, moved by an offset."""

    em: int
    x: float = 0
    y: float = 0
    contours: list[list[tuple[int, int, bool]]] = field(default_factory=list)
    _at: Point = (0, 0)

    def moveTo(self, point: Point) -> None:  # noqa: N802 - the name that pens have
        """Begin a contour."""
        self.contours.append([])
        self.lineTo(point)

    def lineTo(self, point: Point) -> None:  # noqa: N802 - the name that pens have
        """Draw straight."""
        self._put(point, on=True)
        self._at = point

    def qCurveTo(self, control: Point, end: Point) -> None:  # noqa: N802 - the name that pens have
        """Draw a curve of TrueType's kind."""
        self._put(control, on=False)
        self.lineTo(end)

    def curveTo(self, one: Point, other: Point, end: Point) -> None:  # noqa: N802 - as above
        """Draw a curve of PostScript's kind, as several of TrueType's."""
        start = self._at
        wide = max(
            abs(d - 3 * c + 3 * b - a) for a, b, c, d in zip(start, one, other, end, strict=True)
        )
        # Source: T. Sederberg, Computer Aided Geometric Design, degree reduction of a cubic.
        count = max(1, ceil((wide * 3**0.5 / 36 / (_NEAR * self.em)) ** (1 / 3)))
        for number in range(count):
            a, b, c, d = _part((start, one, other, end), number / count, (number + 1) / count)
            control = tuple(
                (3 * (q + r) - p - s) / 4 for p, q, r, s in zip(a, b, c, d, strict=True)
            )
            self.qCurveTo((control[0], control[1]), d)

    def closePath(self) -> None:  # noqa: N802 - the name that pens have
        """End a contour. One that is no more than a point is left out."""
        contour = self.contours[-1]
        if len(contour) > 1 and contour[0] == contour[-1]:
            contour.pop()
        if len(contour) < 3:
            self.contours.pop()

    def _put(self, point: Point, *, on: bool) -> None:
        self.contours[-1].append((round(point[0] + self.x), round(point[1] + self.y), on))


def font_file(em: int, outlines: Sequence[Outline], widths: Sequence[int]) -> bytes:
    """Make a font. Its first glyph is the one for what is missing."""
    glyphs = [_glyph(outline) for outline in outlines]
    places = [0]
    for glyph in glyphs:
        places.append(places[-1] + len(glyph))
    points = [point for outline in outlines for contour in outline.contours for point in contour]
    box = _box(points)
    metrics = b"".join(
        struct.pack(">Hh", width, _box(p for c in outline.contours for p in c)[0])
        for width, outline in zip(widths, outlines, strict=True)
    )
    most_points = max(sum(map(len, outline.contours)) for outline in outlines)
    most_contours = max(len(outline.contours) for outline in outlines)
    tables = {
        b"glyf": b"".join(glyphs),
        b"head": _head(em, box),
        b"hhea": struct.pack(
            ">I3hH11hH",
            *(0x10000, box[3], box[1], 0, max(widths), box[0], 0, box[2], 1),
            *(0, 0, 0, 0, 0, 0, 0, len(glyphs)),
        ),
        b"hmtx": metrics,
        b"loca": struct.pack(f">{len(places)}I", *places),
        b"maxp": struct.pack(
            ">I14H",
            *(0x10000, len(glyphs), most_points, most_contours),
            *(0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
        ),
    }
    return _with_directory(tables)


def _part(curve: tuple[Point, Point, Point, Point], start: float, end: float) -> list[Point]:
    """Cut a piece out of a curve, by its polar form."""

    def at(*shares: float) -> Point:
        points: list[Point] = list(curve)
        for share in shares:
            points = [
                (p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share)
                for p, q in pairwise(points)
            ]
        return points[0]

    return [
        at(start, start, start),
        at(start, start, end),
        at(start, end, end),
        at(end, end, end),
    ]


def _glyph(outline: Outline) -> bytes:
    points = [point for contour in outline.contours for point in contour]
    if not points:
        return b""
    ends, count = [], 0
    for contour in outline.contours:
        count += len(contour)
        ends.append(count - 1)
    head = struct.pack(">h4h", len(ends), *_box(points))
    head += struct.pack(f">{len(ends)}HH", *ends, 0)
    whole = head + b"".join(_coordinates(points))
    return whole + b"\0" * (-len(whole) % 4)


def _coordinates(points: Sequence[tuple[int, int, bool]]) -> tuple[bytes, bytes, bytes]:
    flags, xs, ys = bytearray(), bytearray(), bytearray()
    before = (0, 0)
    for x, y, on in points:
        flag_x, bytes_x = _step(x - before[0], _SHORT_X, _SAME_OR_MORE_X)
        flag_y, bytes_y = _step(y - before[1], _SHORT_Y, _SAME_OR_MORE_Y)
        flags.append(flag_x | flag_y | (_ON if on else 0))
        xs += bytes_x
        ys += bytes_y
        before = (x, y)
    return bytes(flags), bytes(xs), bytes(ys)


def _step(by: int, short: int, same_or_more: int) -> tuple[int, bytes]:
    if by == 0:
        return same_or_more, b""
    if abs(by) < 256:
        return short | (same_or_more if by > 0 else 0), bytes([abs(by)])
    return 0, struct.pack(">h", by)


def _box(points: Sequence[tuple[int, int, bool]] | Iterator[tuple[int, int, bool]]) -> list[int]:
    found = list(points)
    if not found:
        return [0, 0, 0, 0]
    xs, ys = [x for x, _, _ in found], [y for _, y, _ in found]
    return [min(xs), min(ys), max(xs), max(ys)]


def _head(em: int, box: Sequence[int]) -> bytes:
    # No time of making: the same document is to give the same bytes.
    fixed = (0x10000, 0x10000, 0, 0x5F0F3CF5, 0x000B, em, 0, 0)
    return struct.pack(">IIIIHHqq4hHHhhh", *fixed, *box, 0, 8, 2, 1, 0)


def _with_directory(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    start = struct.pack(">IHHHH", 0x10000, count, 16 << power, power, (count << 4) - (16 << power))
    offset = len(start) + 16 * count
    directory, body = b"", b""
    for tag, table in sorted(tables.items()):
        directory += struct.pack(">4sIII", tag, _checksum(table), offset + len(body), len(table))
        body += table + b"\0" * (-len(table) % 4)
    whole = bytearray(start + directory + body)
    # The head's third word makes up the sum of the whole.
    at = whole.index(struct.pack(">I", 0x5F0F3CF5)) - 4
    whole[at : at + 4] = struct.pack(">I", (_CHECKSUM_OF_FONT - _checksum(bytes(whole))) % 2**32)
    return bytes(whole)


def _checksum(table: bytes) -> int:
    padded = table + b"\0" * (-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) % 2**32
