"""The badge as it would be printed, and its parts to take hold of."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.printing.templates.editing import (
    BOTTOM,
    CODE,
    RIGHT,
    box_of,
    moved,
    part_of,
    parts,
    sized,
)
from app.printing.templates.template import Template
from ui.common.look import Look, read_theme
from ui.templates.grips import Drag, Scale, cursor_of, grips, taken
from ui.templates.snapping import Axis, Guide
from ui.templates.words import box_words, place_words
from ui.templates.work import Work

STEP_MM, LONG_STEP_MM = 0.5, 5.0
_ROOM, _BEYOND = 28, 10
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
KEYS = (
    "Arrows move, Ctrl with arrows sizes, Shift by 5 mm. Page Up and Down choose another part. "
    "What is dragged keeps to edges and middles; with Alt held it does not."
)
_TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class Canvas(QWidget):
    """Shows the real page. Arrows move the chosen part, with Ctrl they size it.

    Shift makes the steps ten times as long. Page Up and Page Down choose another part.
    """

    def __init__(self, look: Look, work: Work) -> None:
        super().__init__()
        self._look, self._work = look, work
        # The paper is white in every theme, and so must be what stands out from it.
        colours = read_theme("light").colours
        self._ink = {name: QColor(colours[name]) for name in ("accent", "bad", "ctl-line", "move")}
        self._picture = QImage()
        self._drag: Drag | None = None
        self._tried: Template | None = None
        self.guides: tuple[Guide, ...] = ()
        """The lines that what is dragged keeps to."""
        self.setMinimumSize(320, 320)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        look.changed.connect(self.update)
        work.changed.connect(self._show)
        work.chosen_changed.connect(self._show)

    @property
    def shown(self) -> Template:
        """What is drawn: while something is dragged, what would be if it were let go."""
        return self._tried or self._work.template

    @property
    def scale(self) -> Scale:
        """How large the badge is shown."""
        template = self.shown
        room = self.size() - QSize(2 * _ROOM, 2 * _ROOM)
        pixels = min(room.width() / template.width, room.height() / template.height)
        left = (self.width() - template.width * pixels) / 2
        return Scale(left, (self.height() - template.height * pixels) / 2, pixels)

    @property
    def page_height(self) -> float:
        """How many pixels high the badge is shown."""
        return self._work.template.height * self.scale.pixels

    def show_picture(self, picture: QImage) -> None:
        """Show the page as it was drawn."""
        self._picture = picture
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        found = taken(self.shown, self.scale, self._work.part, event.position())
        if found is None:
            return
        part, sides = found
        if part != self._work.part:
            self._work.choose(part)
        self._drag = Drag(self._work.template, part, sides, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            found = taken(self.shown, self.scale, self._work.part, event.position())
            self.setCursor(cursor_of(found[1] if found else None))
            return
        is_free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        tried = self._drag.to(event.position(), self.scale, is_free=is_free)
        guides = () if is_free else self._drag.guides(tried)
        if tried == self.shown and guides == self.guides:
            return
        self._tried, self.guides = tried, guides
        self._work.tried.emit(tried)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._drag is not None:
            self._let_go(keeps=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape and self._drag is not None:
            self._let_go(keeps=False)
        elif key in _WAYS:
            self._step(event.modifiers(), *_WAYS[key])
        elif key in _TURNS:
            self._turn(_TURNS[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        template, scale = self.shown, self.scale
        paper = scale.area(template.paper)
        painter.fillRect(paper, Qt.GlobalColor.white)
        painter.drawImage(paper, self._picture)
        painter.setPen(QPen(self._look.colour("line-strong"), 1))
        painter.drawRect(paper.adjusted(-0.5, -0.5, 0.5, 0.5))
        wrong = {part_of(flaw.place) for flaw in self._work.flaws}
        for part in parts(template):
            if part != self._work.part:
                self._outline(painter, scale.area(box_of(template, part)), part in wrong)
        self._paint_chosen(painter, scale, is_wrong=self._work.part in wrong)
        self._paint_guides(painter, scale, paper)
        painter.end()

    def _paint_guides(self, painter: QPainter, scale: Scale, paper: QRectF) -> None:
        painter.setPen(QPen(self._ink["move"], 1))
        for guide in self.guides:
            if guide.axis is Axis.ACROSS:
                x = paper.left() + guide.at * scale.pixels
                painter.drawLine(
                    QPointF(x, paper.top() - _BEYOND), QPointF(x, paper.bottom() + _BEYOND)
                )
            else:
                y = paper.top() + guide.at * scale.pixels
                painter.drawLine(
                    QPointF(paper.left() - _BEYOND, y), QPointF(paper.right() + _BEYOND, y)
                )

    def _outline(self, painter: QPainter, area: QRectF, is_wrong: bool) -> None:
        pen = QPen(self._ink["bad" if is_wrong else "ctl-line"], 2 if is_wrong else 1)
        pen.setStyle(Qt.PenStyle.SolidLine if is_wrong else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)

    def _paint_chosen(self, painter: QPainter, scale: Scale, *, is_wrong: bool) -> None:
        template, part = self.shown, self._work.part
        if part not in set(parts(template)):
            return
        area = scale.area(box_of(template, part))
        colour = self._ink["bad" if is_wrong else "accent"]
        if part == CODE or is_wrong:
            pen = QPen(colour, 1, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawRect(scale.area(template.symbol.quiet))
        painter.setPen(QPen(colour, 3 if self.hasFocus() else 2))
        painter.drawRect(area)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(Qt.GlobalColor.white)
        for _sides, grip in grips(part, area):
            painter.drawRect(grip)

    def _step(self, modifiers: Qt.KeyboardModifier, across: int, down: int) -> None:
        is_long = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        by = LONG_STEP_MM if is_long else STEP_MM
        work = self._work
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            sides = frozenset((RIGHT if across else BOTTOM,))
            way = (across * by, down * by)
            if work.part == CODE:
                # A dot more makes it larger by less than a millimetre or by several.
                way = (across * max(by, 2.0), down * max(by, 2.0))
            work.do(sized(work.template, work.part, sides, way), "size")
        else:
            work.do(moved(work.template, work.part, across * by, down * by), "move")

    def _turn(self, by: int) -> None:
        there = list(parts(self._work.template))
        self._work.choose(there[(there.index(self._work.part) + by) % len(there)])

    def _let_go(self, *, keeps: bool) -> None:
        tried, self._drag, self._tried = self._tried, None, None
        self.guides = ()
        if tried is None:
            return
        if keeps:
            self._work.do(tried)
        else:
            self._work.tried.emit(self._work.template)
            self.update()

    def _show(self) -> None:
        template, part = self._work.template, self._work.part
        box = box_of(template, part)
        self.setAccessibleName(
            f"Badge, {template.width:g} × {template.height:g} mm. "
            f"{place_words(template, part)}: {box_words(box)}"
        )
        self.update()
