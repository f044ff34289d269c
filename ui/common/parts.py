"""The small parts that pages are put together from: texts, cards, lines, rows of parts."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.common.lettering import BODY, Lettering, font
from ui.common.look import Look

GAP = 8
"""Between parts that belong together; everything else is a multiple of half of it."""


class Text(QLabel):
    """A text as it is: nothing in it is taken for markup.

    ``tone`` is ``""``, ``2`` or ``3`` for quieter text, or a state's name.
    """

    def __init__(
        self, text: str = "", lettering: Lettering = BODY, tone: str = "", *, wraps: bool = False
    ) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(lettering))
        self.setWordWrap(wraps)
        self.set_tone(tone)

    def set_tone(self, tone: str) -> None:
        """Change the colour of the text."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)


class Elided(Text):
    """A text of one line that is cut where there is no room; the whole is its tip.

    It loses its end, unless ``cut`` says otherwise.
    """

    def __init__(
        self,
        text: str = "",
        lettering: Lettering = BODY,
        tone: str = "",
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(text, lettering, tone)
        self._cut = cut
        self._whole = text
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(24)

    def setText(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self._fit()

    def text(self) -> str:
        """Give the whole text, also what there is no room for."""
        return self._whole

    def resizeEvent(self, event: object) -> None:
        """Fit the text to the new width."""
        super().resizeEvent(event)  # type: ignore[arg-type] # Qt hands over its own event
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self._whole, self._cut, room)
        super().setText(shown)
        self.setAccessibleName(self._whole)
        self.setToolTip(self._whole if shown != self._whole else "")


class Picture(QLabel):
    """An icon that follows the theme."""

    def __init__(self, look: Look, icon: str, colour: str = "text-2", size: int = 18) -> None:
        super().__init__()
        self._look = look
        self._icon = (icon, colour, size)
        self.setFixedSize(size, size)
        self._draw()
        look.changed.connect(self._draw)

    def show_icon(self, icon: str, colour: str) -> None:
        """Show another icon, of the same size."""
        self._icon = (icon, colour, self._icon[2])
        self._draw()

    def _draw(self) -> None:
        self.setPixmap(self._look.pixmap(*self._icon))


class Panel(QFrame):
    """A surface; ``part`` names what it is in the style sheet: card, bar, side, foot."""

    def __init__(self, part: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", part)


def scrolled(widget: QWidget) -> QScrollArea:
    """Let a widget scroll up and down where there is no room; Tab goes to its parts only."""
    area = _Scrolled()
    widget.setProperty("part", "scrolled")
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


class _Scrolled(QScrollArea):
    """Brings what gets the focus in sight. Qt does so only where Tab was inside already."""

    def __init__(self) -> None:
        super().__init__()
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - there is no other kind here
        application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        # Under a pressed button nothing may move: its release would miss it.
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        inside = self.widget()
        if now is not None and inside is not None and not pressed and inside.isAncestorOf(now):
            top = now.mapTo(inside, now.rect().topLeft()).y() - GAP
            bottom = top + now.height() + 2 * GAP
            if top < self.verticalScrollBar().value() and bottom <= self.viewport().height():
                # What stands over it fits as well: its heading, say.
                self.verticalScrollBar().setValue(0)
                return
            # Of a field, ensureWidgetVisible would only bring the cursor in sight.
            self.ensureVisible(0, (top + bottom) // 2, 0, (bottom - top) // 2)


def focus_first(within: QWidget) -> None:
    """Put the focus on the first part that Tab would reach."""
    for part in within.findChildren(QWidget):
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible() and part.isEnabled():
            part.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def line(part: str = "line") -> QFrame:
    """Give a line of one pixel; ``upright`` for one that stands."""
    drawn = QFrame()
    drawn.setProperty("part", part)
    return drawn


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again, if it has looked already."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def column(
    *parts: QWidget | QLayout | int | None, gap: int = GAP, margins: Margins = 0
) -> QVBoxLayout:
    """Stack parts. A number is that much empty room, ``None`` takes all that is left."""
    layout = QVBoxLayout()
    _fill(layout, parts, gap, margins)
    return layout


def row(
    *parts: QWidget | QLayout | int | None, gap: int = GAP, margins: Margins = 0
) -> QHBoxLayout:
    """Put parts side by side. A number is that much empty room, ``None`` takes all that is left."""
    layout = QHBoxLayout()
    _fill(layout, parts, gap, margins)
    return layout


def clear(layout: QBoxLayout) -> None:
    """Take every part out of a layout, and away."""
    while layout.count():
        item: QLayoutItem | None = layout.takeAt(0)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QBoxLayout):
            clear(inner)
            inner.deleteLater()


Margins = int | tuple[int, int, int, int]


def _fill(
    layout: QBoxLayout,
    parts: Iterable[QWidget | QLayout | int | None],
    gap: int,
    margins: Margins,
) -> None:
    layout.setSpacing(gap)
    layout.setContentsMargins(*((margins,) * 4 if isinstance(margins, int) else margins))
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
