"""The logo of the event, as papers and the office show it.

It is kept in the event's file, so that copies and other desks have it, and so it is small: no
larger than it is ever printed.
"""

from __future__ import annotations

import io
from base64 import b64decode, b64encode
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import DeskError
from app.event.deeds import EventFactsChanged
from app.event.facts import event_facts
from app.journal.journal import Journal, Unit
from db.models import Event

if TYPE_CHECKING:
    from PIL.Image import Image

_LARGEST_FILE = 20_000_000
_MOST_PIXELS = 25_000_000
_LEAST_SIDE = 100
"""Dots along the longer side; from fewer, paper would show squares."""
_KEPT_SIZE = (880, 350)
"""75 x 30 mm on a printer of 300 dpi."""
_MOST_KEPT = 100_000
_SMALLER = 0.8
_DARK = 170
"""A grey that a black printer still shows, of 255."""
_LEAST_DARK = 0.01


class LogoFault(StrEnum):
    """Why a picture is no logo."""

    UNREADABLE = "unreadable"
    FILE_TOO_LARGE = "file_too_large"
    NO_PICTURE = "no_picture"
    TOO_MANY_DOTS = "too_many_dots"
    TOO_FEW_DOTS = "too_few_dots"
    TOO_PALE = "too_pale"


@dataclass(eq=False)
class LogoUnusable(DeskError):
    """This file can't be the logo. The event keeps the one it has."""

    file: Path
    fault: LogoFault


@dataclass(frozen=True, slots=True)
class Logos:
    """Sets and removes the logo; each is one undo."""

    journal: Journal

    def set(self, file: Path) -> None:
        """Take a PNG or JPEG for the logo. What is empty around it is cut off.

        Raises:
            LogoUnusable: It can't be read, is no such picture, too large, too small or too pale.
        """
        self._write(b64encode(_prepared(file)).decode())

    def remove(self) -> None:
        """Have no logo any more."""
        self._write("")

    def _write(self, logo: str) -> None:
        with self.journal.writing(Unit(uuid4())) as pen:
            event = event_facts(pen.session).id
            before = pen.session.get_one(Event, event).logo
            if logo != before:
                pen.write(EventFactsChanged(event, {"logo": logo}, {"logo": before}))


def event_logo(session: Session) -> bytes:
    """Give the logo as a PNG; nothing if there is none."""
    found = session.scalar(select(Event.logo).where(Event.alive).order_by(Event.stamp))
    return b64decode(found or "")


def _prepared(file: Path) -> bytes:
    """Give what is kept of a picture: on white as on paper, without margins, small."""
    try:
        if file.stat().st_size > _LARGEST_FILE:
            raise LogoUnusable(file, LogoFault.FILE_TOO_LARGE)
        content = file.read_bytes()
    except OSError as error:
        raise LogoUnusable(file, LogoFault.UNREADABLE) from error
    picture = _cropped(_on_white(file, content))
    if picture is None or not _is_seen(picture):
        raise LogoUnusable(file, LogoFault.TOO_PALE)
    if max(picture.size) < _LEAST_SIDE:
        raise LogoUnusable(file, LogoFault.TOO_FEW_DOTS)
    return _small(picture)


def _on_white(file: Path, content: bytes) -> Image:
    # Only who has a logo set or drawn needs what reads pictures.
    from PIL import Image, ImageOps  # noqa: PLC0415

    try:
        opened = Image.open(io.BytesIO(content), formats=("PNG", "JPEG"))
        if opened.width * opened.height > _MOST_PIXELS:
            raise LogoUnusable(file, LogoFault.TOO_MANY_DOTS)
        turned = ImageOps.exif_transpose(opened).convert("RGBA")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise LogoUnusable(file, LogoFault.TOO_MANY_DOTS) from bomb
    # What Pillow raises where a picture is damaged depends on where it is.
    except (OSError, SyntaxError, ValueError, EOFError, IndexError) as damage:
        raise LogoUnusable(file, LogoFault.NO_PICTURE) from damage
    whole = Image.new("RGBA", turned.size, "white")
    whole.alpha_composite(turned)
    return whole.convert("RGB")


def _cropped(picture: Image) -> Image | None:
    from PIL import ImageOps  # noqa: PLC0415

    # Around what was a JPEG, white is not quite white.
    ink = ImageOps.invert(picture.convert("L")).point([0] * 9 + list(range(9, 256)))
    box = ink.getbbox()
    return picture.crop(box) if box else None


def _is_seen(picture: Image) -> bool:
    counts = picture.convert("L").histogram()
    return sum(counts[:_DARK]) >= _LEAST_DARK * sum(counts)


def _small(picture: Image) -> bytes:
    from PIL import Image  # noqa: PLC0415

    size = _KEPT_SIZE
    while True:
        smaller = picture.copy()
        smaller.thumbnail(size, Image.Resampling.LANCZOS)
        for kept in (smaller, smaller.quantize(256)):
            stream = io.BytesIO()
            kept.save(stream, "PNG", optimize=True)
            if stream.tell() <= _MOST_KEPT:
                return stream.getvalue()
        size = (int(size[0] * _SMALLER), int(size[1] * _SMALLER))
