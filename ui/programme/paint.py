"""Paints what stands on the timeline: ground and outline, then words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.programme.timeline import Beside
from ui.common.lettering import CELL_STRONG, CHIP, LABEL, LABEL_STRONG, Lettering, font
from ui.common.look import Look
from ui.common.painting import CARD_ROUND, Ink, Marks, paint_hatch, paint_text
from ui.programme.sheet import Block, Tone

_LINE = 17.0
_ICON = 14


@dataclass(frozen=True, slots=True)
class Style(Marks):
    """Its marks, and the word that says the same."""

    word: str = ""


STYLES: Mapping[Tone, Style] = {
    Tone.PLANNED: Style(icon="clock"),
    Tone.RUNNING: Style(
        "accent-soft", "accent-line", "accent", icon="play", icon_colour="accent", word="Now"
    ),
    Tone.OVER: Style("hover", "line", "", "text-3", "check", "ok-text"),
    Tone.CANCELLED: Style("", "ctl-line", "", "text-3", "ban", "text-3", "Cancelled"),
    Tone.CONFLICT: Style(
        "warn-soft",
        "warn-line",
        "warn-mark",
        icon="triangle-alert",
        icon_colour="warn-text",
        word="In conflict",
    ),
    Tone.BESIDE: Style("sunken", "", "ctl-line", "text-2"),
    Tone.CLOSED: Style("", "line", "", "text-2", "ban"),
}
_BESIDE: Mapping[Beside, str] = {
    Beside.BLOCK: "handshake",
    Beside.CLOSURE: "ban",
    Beside.VISIT: "map-pin",
    Beside.ROUNDS: "users",
    Beside.SPEECHES: "megaphone",
}


def paint_ground(painter: QPainter, area: QRectF, block: Block, look: Look) -> None:
    """Paint what is under the words of a block."""
    style = STYLES[block.tone]
    shape = area.adjusted(0.5, 0.5, -0.5, -0.5)
    pen = QPen(look.colour(style.outline), 1) if style.outline else QPen(Qt.PenStyle.NoPen)
    if block.tone is Tone.CANCELLED:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(look.colour(style.fill) if style.fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(shape, CARD_ROUND, CARD_ROUND)
    if block.tone is Tone.CLOSED:
        paint_hatch(painter, shape, look)
    if style.bar:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(style.bar))
        bar = QRectF(area.x() + 4, area.y() + 4, 3, area.height() - 8)
        painter.drawRoundedRect(bar, 1.5, 1.5)


def paint_around(painter: QPainter, area: QRectF, look: Look) -> None:
    """Paint that a block is the one keys act on."""
    painter.setPen(QPen(look.colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), CARD_ROUND, CARD_ROUND)


@dataclass(frozen=True, slots=True)
class Target:
    """A place for what is carried: whether it can be there, and why in few words.

    ``doubtful``: it can, though it meets with something.
    """

    column: int
    starts: int
    ends: int
    words: str
    good: bool
    aimed: bool = False
    doubtful: bool = False


def paint_target(painter: QPainter, area: QRectF, target: Target, look: Look) -> None:
    """Paint a place that takes what is carried, or one that does not, with why."""
    good, aimed, words = target.good, target.aimed, target.words
    shape = area.adjusted(1, 1, -1, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("accent-soft" if aimed and good else "surface"))
    painter.drawRoundedRect(shape, CARD_ROUND, CARD_ROUND)
    if not good:
        paint_hatch(painter, shape, look)
    pen = QPen(look.colour("accent" if good else "bad"), 2)
    pen.setStyle(Qt.PenStyle.SolidLine if aimed else Qt.PenStyle.DashLine)
    painter.setPen(pen if good or aimed else QPen(look.colour("line-strong"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(shape, CARD_ROUND, CARD_ROUND)
    icon = ("check", "accent-text") if good else ("ban", "bad-text")
    if target.doubtful:
        icon = ("circle-alert", "warn-text")
    room = QRectF(area.x() + 8, area.y() + 2, area.width() - 14, min(area.height() - 4, 24))
    if room.height() < 12:
        return
    if not good:
        # The stripes would run through the words.
        wide = QFontMetricsF(font(LABEL_STRONG)).horizontalAdvance(words) + 28
        under = QRectF(room.x() - 3, room.y() + 2, min(wide, room.width()), room.height() - 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(under, 4, 4)
    painter.drawPixmap(QPointF(room.x(), room.center().y() - 7), look.pixmap(*icon, _ICON))
    ink = Ink(LABEL_STRONG, "accent-text" if good and not target.doubtful else "text")
    paint_text(painter, room.adjusted(20, 0, 0, 0), words, ink, look)


def icon_of(block: Block) -> tuple[str, str]:
    """Give the icon that says what a block is, and its colour."""
    if block.stretch is not None:
        return _BESIDE[block.stretch.kind], "text-3"
    style = STYLES[block.tone]
    return style.icon, style.icon_colour


def paint_words(painter: QPainter, area: QRectF, block: Block, times: str, look: Look) -> None:
    """Paint what a block says; ``times`` is when it is."""
    style, tall = STYLES[block.tone], area.height()
    struck = block.tone is Tone.CANCELLED
    room = QRectF(area.x() + 12, area.y() + 4, area.width() - 36, _LINE)
    if tall < 2 * _LINE + 6:
        room.moveTop(area.y() + (min(tall, _LINE + 8) - _LINE) / 2)
    letters = CELL_STRONG if tall >= 20 else CHIP
    painter.drawPixmap(
        QPointF(area.right() - _ICON - 7, room.center().y() - _ICON / 2),
        look.pixmap(*icon_of(block), _ICON),
    )
    if tall < 2 * _LINE + 6:
        start = times.split("–", maxsplit=1)[0]
        _line(painter, room, f"{block.title} · {start}", (letters, style.text, struck), look)
        return
    lines = _wrapped(
        block.title, room.width(), letters, 2 if tall >= (4 if style.word else 3) * _LINE + 6 else 1
    )
    for words in lines:
        _line(painter, room, words, (letters, style.text, struck), look)
        room.translate(0, _LINE)
    said = [times, *filter(None, [" · ".join(filter(None, (style.word, block.said)))])]
    if block.session is not None:
        voices = (*block.session.speakers, *block.session.moderators)
        said += [", ".join(each.name for each in voices)] if voices else []
    room.setRight(area.right() - 8)
    for words in said:
        if room.bottom() > area.bottom() - 3:
            return
        paint_text(painter, room, words, Ink(LABEL, "text-3" if struck else "text-2"), look)
        room.translate(0, _LINE - 1)


def _line(
    painter: QPainter, room: QRectF, words: str, how: tuple[Lettering, str, bool], look: Look
) -> None:
    letters, colour, struck = how
    paint_text(painter, room, words, Ink(letters, colour), look)
    if struck:
        wide = min(QFontMetricsF(font(letters)).horizontalAdvance(words), room.width())
        middle = room.center().y() + 1
        painter.drawLine(QPointF(room.x(), middle), QPointF(room.x() + wide, middle))


def _wrapped(text: str, wide: float, letters: Lettering, most: int) -> list[str]:
    """Part a text into lines; the last one has all that is left, and is cut where it is painted."""
    metrics, words = QFontMetricsF(font(letters)), text.split()
    lines: list[str] = []
    while words and len(lines) < most - 1:
        taken = 1
        while taken < len(words) and (
            metrics.horizontalAdvance(" ".join(words[: taken + 1])) <= wide
        ):
            taken += 1
        lines.append(" ".join(words[:taken]))
        words = words[taken:]
    return [*lines, " ".join(words)] if words else lines
