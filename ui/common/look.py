"""The look of the window: its theme, icons and letters, in one object that pages are handed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from string import Template
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.common.lettering import BODY, font

RESOURCES = Path(__file__).parents[2] / "resources"


class ThemeName(StrEnum):
    """What a desk may choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by their name in ``resources/styles``, each as ``#RRGGBB``."""

    name: str
    colours: Mapping[str, str]


class Look(QObject):
    """Gives colours and icons of the theme that is on. ``changed``: paint again."""

    changed = Signal()

    def __init__(self, wanted: ThemeName = ThemeName.LIGHT, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wanted = wanted
        self._theme = read_theme(_named(wanted))
        self._pixmaps: dict[tuple[Any, ...], QPixmap] = {}
        self._styled: list[QWidget | QApplication] = []
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)

    @property
    def is_dark(self) -> bool:
        """Tell whether the dark theme is on."""
        return self._theme.name == ThemeName.DARK

    def colour(self, name: str) -> QColor:
        """Give a colour of the theme, such as ``accent`` or ``ok-soft``."""
        return QColor(self._theme.colours[name])

    def wear(self, wanted: ThemeName) -> None:
        """Put a theme on, everywhere and at once."""
        self.wanted = wanted
        name = _named(wanted)
        if name != self._theme.name:
            self._theme = read_theme(name)
            self._pixmaps.clear()
        self.dress()

    def dress(self) -> None:
        """Hand palette and letters to the application, and the style sheet to its windows."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - windows exist only in one
        application.setPalette(_palette(self._theme))
        application.setFont(font(BODY))
        self._styled = [each for each in self._styled if isValid(each)]
        sheet = _style_sheet(self._theme)
        for each in self._styled:
            each.setStyleSheet(sheet)
        self.changed.emit()

    def style(self, top: QWidget | QApplication) -> None:
        """Give a window and all in it the style sheet, of each theme in turn.

        Windows have it rather than the application, where parts that are put together before
        they are in a window would be styled again at each step: that takes three times as long.
        """
        self._styled.append(top)
        top.setStyleSheet(_style_sheet(self._theme))

    def pixmap(self, icon: str, colour: str | QColor, size: int = 18) -> QPixmap:
        """Draw an icon in a colour, ``size`` pixels wide, sharp on every screen."""
        shade = (
            QColor(self._theme.colours.get(colour, colour)) if isinstance(colour, str) else colour
        )
        ratio = _pixel_ratio()
        key = (icon, shade.rgba(), size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = _drawn(icon, shade, size, ratio)
        return self._pixmaps[key]

    def icon(self, name: str, colour: str = "text-2", size: int = 18) -> QIcon:
        """Give an icon for a menu or a field."""
        return QIcon(self.pixmap(name, colour, size))

    def _follow_system(self) -> None:
        if self.wanted is ThemeName.SYSTEM:
            self.wear(ThemeName.SYSTEM)


def read_theme(name: str) -> Theme:
    """Read a theme that comes with the program."""
    file = RESOURCES / "styles" / f"{name}.toml"
    return Theme(name, tomllib.loads(file.read_text(encoding="utf-8")))


def load_fonts() -> None:
    """Make the bundled fonts known to Qt; the system's may lack Inter."""
    for file in sorted((RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def _named(wanted: ThemeName) -> str:
    if wanted is not ThemeName.SYSTEM:
        return wanted.value
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return ThemeName.DARK.value if dark else ThemeName.LIGHT.value


def _pixel_ratio() -> float:
    # A window may stand on any screen, or be moved to one that is sharper.
    return max(screen.devicePixelRatio() for screen in QGuiApplication.screens())


def _drawn(icon: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    drawing = (RESOURCES / "icons" / f"{icon}.svg").read_text(encoding="utf-8")
    stroke = 'stroke-width="1.75"' if size >= 20 else 'stroke-width="2"'
    tinted = drawing.replace("currentColor", colour.name()).replace('stroke-width="2"', stroke)
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(tinted.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    named = {
        role.Window: "bg",
        role.Base: "surface",
        role.AlternateBase: "hover",
        role.Button: "surface",
        role.Text: "text",
        role.WindowText: "text",
        role.ButtonText: "text",
        role.PlaceholderText: "text-3",
        role.Highlight: "accent-soft",
        role.HighlightedText: "text",
        role.ToolTipBase: "invert",
        role.ToolTipText: "invert-text",
        role.Link: "accent-text",
        role.Accent: "accent",
        role.Mid: "line",
    }
    palette = QPalette()
    for each, name in named.items():
        palette.setColor(each, QColor(theme.colours[name]))
    off = QPalette.ColorGroup.Disabled
    for each in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(off, each, QColor(theme.colours["text-3"]))
    return palette


def _style_sheet(theme: Theme) -> str:
    template = Template((RESOURCES / "styles" / "base.qss").read_text(encoding="utf-8"))
    names = {name.replace("-", "_"): colour for name, colour in theme.colours.items()}
    return template.substitute(names)
