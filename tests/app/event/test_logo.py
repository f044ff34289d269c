"""The logo is checked, made small, kept in the file, and can be undone."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from app.cli.sentences import sentence
from app.desks import Desks, OpenEvent
from app.event.logo import LogoFault, Logos, LogoUnusable, event_logo
from app.journal.undo import redo, undo
from db.backup import copy_event
from tests.building import DESK_2, MovableClock

BLUE, GREEN = (0, 82, 155), (0, 122, 90)


def picture(size: tuple[int, int] = (1200, 500), mode: str = "RGB") -> Image.Image:
    """Draw a sign with empty margins of a tenth."""
    drawn = Image.new("RGBA", size, (255, 255, 255, 0 if mode == "RGBA" else 255))
    wide, high = size
    pen = ImageDraw.Draw(drawn)
    pen.rectangle((wide // 10, high // 10, wide * 9 // 10, high * 9 // 10), fill=BLUE)
    pen.ellipse((wide // 3, high // 3, wide // 2, high // 2), fill=GREEN)
    return drawn.convert(mode)


def kept(event: OpenEvent) -> Image.Image:
    with event.journal.reading() as session:
        return Image.open(io.BytesIO(event_logo(session)))


@pytest.mark.parametrize(
    ("mode", "suffix"), [("RGB", "png"), ("RGBA", "png"), ("P", "png"), ("CMYK", "jpg")]
)
def test_a_picture_is_kept_small_and_without_its_margins(
    open_event: OpenEvent, tmp_path: Path, mode: str, suffix: str
) -> None:
    file = tmp_path / f"logo.{suffix}"
    picture(mode=mode).save(file)

    Logos(open_event.journal).set(file)

    logo = kept(open_event).convert("RGB")
    assert logo.width <= 880
    assert logo.height <= 350
    assert logo.width / logo.height == pytest.approx(960 / 400, abs=0.05)
    found = logo.getpixel((5, 5))
    assert isinstance(found, tuple)
    assert all(abs(a - b) < 30 for a, b in zip(found, BLUE, strict=True))


def test_a_photograph_is_kept_small_too(open_event: OpenEvent, tmp_path: Path) -> None:
    file = tmp_path / "noise.png"
    Image.effect_noise((1500, 1200), 90).convert("RGB").save(file)

    Logos(open_event.journal).set(file)

    with open_event.journal.reading() as session:
        assert 0 < len(event_logo(session)) <= 100_000


def test_what_turns_a_photograph_upright_is_heeded(open_event: OpenEvent, tmp_path: Path) -> None:
    file, turned = tmp_path / "turned.jpg", Image.Exif()
    turned[0x0112] = 6
    picture((400, 200)).save(file, exif=turned)

    Logos(open_event.journal).set(file)

    logo = kept(open_event)
    assert logo.height > logo.width


def chunk(kind: bytes, content: bytes) -> bytes:
    whole = kind + content
    return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))


def png(width: int, height: int, rows: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def saved(drawn: Image.Image) -> bytes:
    stream = io.BytesIO()
    drawn.save(stream, "PNG")
    return stream.getvalue()


WHITE_ON_NOTHING = Image.new("RGBA", (300, 100), (255, 255, 255, 0))
ImageDraw.Draw(WHITE_ON_NOTHING).rectangle((40, 20, 200, 80), fill="white")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9"/></svg>'
DAMAGED = saved(picture())[:900]
REFUSED = {
    "no picture": (b"%PDF-1.7 and more", LogoFault.NO_PICTURE),
    "nothing": (b"", LogoFault.NO_PICTURE),
    "a drawing": (SVG, LogoFault.NO_PICTURE),
    "torn": (DAMAGED, LogoFault.NO_PICTURE),
    "a bomb": (png(60_000, 60_000, bytes(1_000)), LogoFault.TOO_MANY_DOTS),
    "a small bomb": (png(10_000, 12_000, bytes(1_000)), LogoFault.TOO_MANY_DOTS),
    "large": (png(6_000, 6_000, bytes(1_000)), LogoFault.TOO_MANY_DOTS),
    "heavy": (bytes(20_000_001), LogoFault.FILE_TOO_LARGE),
    "tiny": (saved(picture((90, 40))), LogoFault.TOO_FEW_DOTS),
    "white": (saved(WHITE_ON_NOTHING), LogoFault.TOO_PALE),
    "pale": (saved(Image.new("RGB", (300, 100), (255, 240, 180))), LogoFault.TOO_PALE),
}


@pytest.mark.parametrize(("content", "fault"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_logo_is_refused_and_the_old_one_stays(
    open_event: OpenEvent, tmp_path: Path, content: bytes, fault: LogoFault
) -> None:
    good, bad = tmp_path / "good.png", tmp_path / "bad.png"
    picture().save(good)
    bad.write_bytes(content)
    Logos(open_event.journal).set(good)
    before = saved(kept(open_event))

    with pytest.raises(LogoUnusable) as refused:
        Logos(open_event.journal).set(bad)

    assert (refused.value.file, refused.value.fault) == (bad, fault)
    assert "bad.png" in sentence(refused.value)
    assert saved(kept(open_event)) == before


def test_a_file_that_is_not_there_is_refused(open_event: OpenEvent, tmp_path: Path) -> None:
    with pytest.raises(LogoUnusable) as refused:
        Logos(open_event.journal).set(tmp_path / "none.png")

    assert refused.value.fault is LogoFault.UNREADABLE


def test_a_logo_can_be_undone_and_removed_and_a_copy_has_it(
    open_event: OpenEvent, tmp_path: Path
) -> None:
    file, copy = tmp_path / "logo.png", tmp_path / "copy.matchdesk"
    picture().save(file)
    logos = Logos(open_event.journal)
    logos.set(file)
    undo(open_event.journal)
    with open_event.journal.reading() as session:
        assert event_logo(session) == b""
    redo(open_event.journal)
    copy_event(open_event.journal.database, copy)

    logos.remove()

    with open_event.journal.reading() as session:
        assert event_logo(session) == b""
    other = Desks(DESK_2, clock=MovableClock()).open(copy)
    try:
        assert kept(other).height == 350
    finally:
        other.close()
