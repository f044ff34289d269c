"""What scrolls in the pane beside the table."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from ui.common.parts import scrolled

INSET = 16
_BAR = 12
"""As wide as the style sheet makes it."""


def sheet(widget: QWidget) -> QScrollArea:
    """Let a widget scroll, as far from the right edge as from the left, bar or no bar."""
    area = scrolled(widget)

    def inset(_least: int, most: int) -> None:
        layout: QLayout | None = widget.layout()
        assert layout is not None  # noqa: S101 - what stands in the pane is laid out
        margins = layout.contentsMargins()
        margins.setLeft(INSET)
        margins.setRight(INSET - _BAR if most else INSET)
        layout.setContentsMargins(margins)

    area.verticalScrollBar().rangeChanged.connect(inset)
    inset(0, 0)
    return area
