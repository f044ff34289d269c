"""What the editor of templates asks for, which ``app.printing.template_office`` answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.printing.stock import Stock
from app.printing.template_office import Specimens, TemplateShelf
from app.printing.templates.template import Template

if TYPE_CHECKING:
    from app.printing.badges import BadgeFace, Occasion


class TemplateCalls(Protocol):
    """Keeps templates and draws badges; nothing here is called on the window's thread."""

    def shelf(self) -> TemplateShelf: ...
    def specimens(self) -> Specimens: ...
    def draw(
        self, template: Template, occasion: Occasion, face: BadgeFace, *, mono: bool
    ) -> bytes: ...
    def keep(self, template: Template, name: str) -> tuple[str, ...]: ...
    def take(self, file: Path) -> Template: ...
    def hand_out(self, name: str, file: Path) -> Template: ...
    def delete(self, name: str) -> tuple[str, ...]: ...
    def choose(self, stock: Stock, name: str) -> None: ...
