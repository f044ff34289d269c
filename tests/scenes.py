"""What a camera at a desk sees of a printed badge: pictures of real PDFs, put through hardship."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import ceil, cos, floor, radians, sin
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pypdfium2
from PIL import Image, ImageDraw, ImageFilter

Picture = npt.NDArray[np.uint8]

WIDTH, HEIGHT = 1280, 720
A6_CODE = (9 + 16, 91.6 + 16)
"""Where the middle of the code is on an A6 badge, in millimetres from its upper left corner."""
CODE_MM = 32.0
"""How wide the code on an A6 badge is, without its quiet zone."""

_SHEET_DOTS_PER_MM = 12
_FINER = 2
"""Scenes are put together in so much more detail than the camera has, then averaged."""
_DISTANCE = 1.2 * WIDTH
"""From the lens to the badge, in pixels of the frame: what a usual webcam's angle gives."""


@dataclass(frozen=True, slots=True)
class Hardship:
    """How a badge is held. Lengths are in pixels of the frame, angles in degrees.

    ``dots_per_mm`` says how near it is: a webcam 30 cm away sees 4. ``light`` is how bright
    paper comes out, of 255, and ``haze`` how bright ink does. ``covered`` is the part of the
    code that a thumb hides, off its three corner squares, without which no reader finds it.
    Level Q mends what lies under 18 % and not under 20.
    """

    dots_per_mm: float = 4
    turn: float = 0
    tilt: float = 0
    lean: float = 0
    blur: float = 0
    motion: int = 0
    light: int = 230
    haze: int = 25
    noise: float = 2
    covered: float = 0
    off_centre: tuple[float, float] = (0, 0)


def sheets(pdf: Path) -> list[Image.Image]:
    """Give a picture of each page of a PDF, in more detail than any camera sees of it."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            page.render(scale=_SHEET_DOTS_PER_MM * 25.4 / 72, grayscale=True).to_pil().convert("L")
            for page in document
        ]


@cache
def room(seed: int = 0) -> Image.Image:
    """Give what is behind the badge: an untidy hall, as fine as scenes are made.

    It is one picture for all who ask: to be copied before something is put into it.
    """
    chance = np.random.default_rng(seed)
    size = (WIDTH * _FINER, HEIGHT * _FINER)
    hall = Image.new("L", size, int(chance.integers(90, 160)))
    pen = ImageDraw.Draw(hall)
    for _thing in range(60):
        left, top = chance.integers((-200, -200), size)
        wide, tall = chance.integers(20, 500, 2)
        box = (int(left), int(top), int(left + wide), int(top + tall))
        shade = int(chance.integers(10, 245))
        (pen.rectangle if chance.random() < 0.6 else pen.ellipse)(box, fill=shade)
    return hall.filter(ImageFilter.GaussianBlur(4))


def seen(
    sheet: Image.Image,
    hardship: Hardship,
    *,
    middle: tuple[float, float] = A6_CODE,
    seed: int = 0,
    behind: Image.Image | None = None,
) -> Picture:
    """Give the frame of a camera that looks at a badge. ``middle`` of it is in the frame's."""
    chance = np.random.default_rng(seed)
    scene = (room(seed) if behind is None else behind).copy()
    sheet = _with_thumb(sheet, hardship, middle, chance)
    spots = [_projected(corner, hardship, middle) for corner in _corners(sheet)]
    left, top, right, low = _around(spots, scene)
    back = _back_to_sheet(sheet, [(x - left, y - top) for x, y in spots])
    size = (right - left, low - top)
    laid = sheet.transform(size, Image.Transform.PERSPECTIVE, back, Image.Resampling.BILINEAR)
    paper = Image.new("L", sheet.size, 255)
    stencil = paper.transform(size, Image.Transform.PERSPECTIVE, back)
    scene.paste(laid, (left, top), mask=stencil)
    return _exposed(scene, hardship, chance)


def empty(seed: int = 0) -> Picture:
    """Give the frame of a camera that looks at nobody."""
    return _exposed(room(seed), Hardship(), np.random.default_rng(seed))


def both(left: Picture, right: Picture) -> Picture:
    """Put the left half of one frame beside the right half of another."""
    return np.hstack((left[:, : WIDTH // 2], right[:, WIDTH // 2 :]))


def _exposed(scene: Image.Image, hardship: Hardship, chance: np.random.Generator) -> Picture:
    taken = scene.reduce(_FINER)
    if hardship.blur:
        taken = taken.filter(ImageFilter.GaussianBlur(hardship.blur))
    light = np.asarray(taken, dtype=np.float32)
    if hardship.motion:
        light = np.mean([np.roll(light, by, axis=1) for by in range(hardship.motion)], axis=0)
    light = hardship.haze + light * ((hardship.light - hardship.haze) / 255)
    light += chance.normal(0, hardship.noise, light.shape)
    return np.clip(light, 0, 255).astype(np.uint8)


def _with_thumb(
    sheet: Image.Image,
    hardship: Hardship,
    middle: tuple[float, float],
    chance: np.random.Generator,
) -> Image.Image:
    if not hardship.covered:
        return sheet
    sheet = sheet.copy()
    # A square that starts at the corner without a corner square.
    side = CODE_MM * hardship.covered**0.5 * _SHEET_DOTS_PER_MM
    right, low = ((at + CODE_MM / 2) * _SHEET_DOTS_PER_MM for at in middle)
    thumb = (right - side, low - side, right + 20, low + 20)
    ImageDraw.Draw(sheet).rectangle(thumb, fill=int(chance.integers(60, 200)))
    return sheet


def _corners(sheet: Image.Image) -> list[tuple[float, float]]:
    return [(0, 0), (sheet.width, 0), (sheet.width, sheet.height), (0, sheet.height)]


def _around(spots: list[tuple[float, float]], scene: Image.Image) -> tuple[int, int, int, int]:
    """Give the box of the scene in which these lie."""
    across, down = zip(*spots, strict=True)
    return (
        max(floor(min(across)), 0),
        max(floor(min(down)), 0),
        min(ceil(max(across)), scene.width),
        min(ceil(max(down)), scene.height),
    )


def _back_to_sheet(sheet: Image.Image, spots: list[tuple[float, float]]) -> tuple[float, ...]:
    """Give the eight numbers by which Pillow finds the dot of a sheet for a dot of a scene.

    ``spots`` are where the sheet's corners came to lie.
    """
    rows: list[list[float]] = []
    targets: list[float] = []
    for corner, (x, y) in zip(_corners(sheet), spots, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -corner[0] * x, -corner[0] * y])
        rows.append([0, 0, 0, x, y, 1, -corner[1] * x, -corner[1] * y])
        targets += corner
    return tuple(np.linalg.solve(np.array(rows), np.array(targets)))


def _projected(
    dot: tuple[float, float], hardship: Hardship, middle: tuple[float, float]
) -> tuple[float, float]:
    """Give where a dot of the sheet comes to lie in the scene."""
    grow = hardship.dots_per_mm / _SHEET_DOTS_PER_MM
    x, y = ((at - of * _SHEET_DOTS_PER_MM) * grow for at, of in zip(dot, middle, strict=True))
    turn, tilt, lean = (radians(one) for one in (hardship.turn, hardship.tilt, hardship.lean))
    x, y = x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)
    x, depth = x * cos(tilt), x * sin(tilt)
    y, depth = y * cos(lean) - depth * sin(lean), y * sin(lean) + depth * cos(lean)
    nearer = _DISTANCE / (_DISTANCE + depth)
    right, down = hardship.off_centre
    return (
        (WIDTH / 2 + right + x * nearer) * _FINER,
        (HEIGHT / 2 + down + y * nearer) * _FINER,
    )
