"""What a camera sees: codes in a frame, and which of them is a badge being held up.

Importing this loads Pillow and zxing-cpp: callers import it where a camera is switched on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle
from math import dist

import zxingcpp
from PIL import Image, ImageFilter

LEFT_AFTER = 2.0
"""Seconds for which the badge that was taken last may be out of sight and is still the same."""
OTHER_LEFT_AFTER = 0.5
"""The same for a badge after which another was taken: two in turn are two deeds, but two side
by side, of which each frame shows but one, are not taken over and over."""

_FOREMOST = 1.5
"""How many times larger than any other the code is that is being held up."""
_MOST_DOTS = 1920 * 1080
_DOUBLED = (1280, 720)


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code in a frame. ``size`` is its longest side in dots, to compare within the frame."""

    text: str
    size: float


@dataclass(frozen=True, slots=True)
class Sighting:
    """What is to be done about a frame. ``text`` is blank unless a badge is to be taken now.

    ``several``: there are codes in view of which none is clearly the one held up.
    """

    text: str = ""
    several: bool = False


def codes_in(grey: Image.Image) -> tuple[Code, ...]:
    """Read a picture of one byte a dot as it is, whichever way codes are turned or mirrored."""
    dots = memoryview(grey.tobytes()).cast("B", (grey.height, grey.width))
    # Made anew each time: kept at module level, it is called a leak when the program ends.
    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(dots, formats=wanted, try_rotate=False)
    return tuple(Code(each.text, _size(each.position)) for each in found if each.text)


def blurred(grey: Image.Image) -> Image.Image:
    """Even out the noise of little light."""
    return grey.filter(ImageFilter.BoxBlur(1))


def sharpened(grey: Image.Image) -> Image.Image:
    """Undo some of a lens out of focus.

    It is an unsharp mask. Pillow's own takes twice as long, for a mask that is rounder than
    codes need.
    """
    return Image.blend(grey.filter(ImageFilter.BoxBlur(2)), grey, 2.5)


def doubled(grey: Image.Image) -> Image.Image:
    """Give the middle in twice the size, for codes far away or tilted."""
    wide, tall = min(grey.width, _DOUBLED[0]), min(grey.height, _DOUBLED[1])
    left, top = (grey.width - wide) // 2, (grey.height - tall) // 2
    box = (left, top, left + wide, top + tall)
    return grey.resize((wide * 2, tall * 2), Image.Resampling.BICUBIC, box)


LADDER: Sequence[Callable[[Image.Image], Image.Image]] = (blurred, sharpened, doubled)
"""What is tried on frames in which nothing was read. Each reads some that no other does."""


class Reader:
    """Reads frames as they come from a camera.

    A frame in which nothing is read gets a second look in every other case, by one rung of the
    ladder, the next each time: the whole ladder on each frame would keep a processor busy all
    day with an empty room, and a badge is in view for many frames.
    """

    def __init__(self) -> None:
        self._rungs = cycle(one for rung in LADDER for one in (rung, None))

    def read(self, grey: Image.Image) -> tuple[Code, ...]:
        """Give the codes in a frame of one byte a dot."""
        if grey.width * grey.height > _MOST_DOTS:
            grey = grey.reduce(2)
        found = codes_in(grey)
        if found:
            return found
        rung = next(self._rungs)
        return codes_in(rung(grey)) if rung else ()


class Sightings:
    """Tells a badge that is being held up from one that was taken already.

    Frames are many, and people hold a badge until something happens. ``at`` is a time in
    seconds that never goes back.
    """

    def __init__(self) -> None:
        self._taken: dict[str, float] = {}
        self._last = ""

    def look(self, codes: Sequence[Code], at: float) -> Sighting:
        """Say what a frame with these codes calls for."""
        self._forget_who_left(at)
        self._taken |= {code.text: at for code in codes if code.text in self._taken}
        held = _held_up(codes)
        if held is None or held.text in self._taken:
            return Sighting(several=len({code.text for code in codes}) > 1)
        self._taken[held.text] = at
        self._last = held.text
        return Sighting(held.text)

    def _forget_who_left(self, at: float) -> None:
        self._taken = {
            text: last
            for text, last in self._taken.items()
            if at - last <= (LEFT_AFTER if text == self._last else OTHER_LEFT_AFTER)
        }


def _held_up(codes: Sequence[Code]) -> Code | None:
    """Give the code that is nearest, by far. A badge and its reflection say the same."""
    by_size = sorted(codes, key=lambda code: code.size, reverse=True)
    if not by_size:
        return None
    first = by_size[0]
    others = (code.size for code in by_size if code.text != first.text)
    return first if first.size >= _FOREMOST * next(others, 0.0) else None


def _size(position: zxingcpp.Position) -> float:
    corners = [
        (corner.x, corner.y)
        for corner in (
            position.top_left,
            position.top_right,
            position.bottom_right,
            position.bottom_left,
        )
    ]
    return max(dist(corners[at], corners[at - 1]) for at in range(4))
