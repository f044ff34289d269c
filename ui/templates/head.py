"""Which template is worked on, what is done with it, and whose badge is looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.printing.template_office import Specimens, TemplateShelf
from ui.common.buttons import Button, Choice
from ui.common.check import CheckBox
from ui.common.lettering import LABEL_STRONG
from ui.common.look import Look
from ui.common.parts import Panel, Text, column, row
from ui.templates.fields import Toggle

_NAME_WIDE, _WHO_WIDE = 230, 400


class Head(Panel):
    """The choice of a template, and buttons that the editor enables."""

    template_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__("bar")
        self._names: list[str] = []
        self.which = Choice(look)
        self.which.setAccessibleName("Template")
        self.which.setFixedWidth(_NAME_WIDE)
        self.saving = Button(look, "Save", "save", "Ctrl+S")
        self.saving_as = Button(look, "Save as…", "copy-plus")
        self.importing = Button(look, "Import…", "upload")
        self.exporting = Button(look, "Export…", "download")
        self.deleting = Button(look, "Delete…", "trash-2")
        self.undoing = Toggle(look, "Undo (Ctrl+Z)", "undo-2")
        self.redoing = Toggle(look, "Redo (Ctrl+Shift+Z)", "redo-2")
        for button in (self.undoing, self.redoing):
            button.setCheckable(False)
        kept = row(self.which, self.saving, self.saving_as, gap=8)
        files = row(self.importing, self.exporting, self.deleting, gap=8)
        steps = row(self.undoing, self.redoing, gap=4)
        self.setLayout(column(row(kept, steps, None, files, gap=16), margins=(16, 10, 16, 10)))
        self.which.activated.connect(lambda at: self.template_wanted.emit(self._names[at]))

    def show_templates(self, shelf: TemplateShelf, name: str, *, is_unsaved: bool) -> None:
        """List the templates, those of this desk first; the open one is marked if unsaved."""
        own = [each for each in shelf.templates if shelf.is_own(each)]
        self._names = [*own, *(each for each in shelf.templates if each not in own)]
        words = [
            f"{each}{' • not saved' if is_unsaved and each == name else ''}" for each in self._names
        ]
        if [self.which.itemText(at) for at in range(self.which.count())] != words:
            self.which.clear()
            self.which.addItems(words)
        if name in self._names:
            self.which.setCurrentIndex(self._names.index(name))


class Shown(QWidget):
    """Whose badge is looked at, and whether as a printer of labels prints it."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.who, self.mono = Choice(look), CheckBox(look, "Black only")
        self.who.setAccessibleName("Shown for")
        self.who.setMinimumWidth(_WHO_WIDE)
        self.mono.setToolTip("As printers of labels print, which know nothing but black")
        said = Text("Shown for", LABEL_STRONG, "2")
        self.setLayout(row(said, self.who, None, self.mono, gap=8))
        self.who.activated.connect(lambda _at: self.changed.emit())
        self.mono.clicked.connect(lambda _on: self.changed.emit())

    def show_type(self, specimens: Specimens, badge_type: str) -> None:
        """Show the first badge of a type, if there is one and another type is shown."""
        types = [face.badge_type.casefold() for face in specimens.faces]
        wanted, now = badge_type.casefold(), max(self.who.currentIndex(), 0)
        if wanted in types and types[now] != wanted:
            self.who.setCurrentIndex(types.index(wanted))
            self.changed.emit()

    def show_specimens(self, specimens: Specimens) -> None:
        """Offer delegates, the longest names first."""
        self.who.clear()
        self.who.addItems(_called(specimens))


def _called(specimens: Specimens) -> Sequence[str]:
    return [
        f"{face.given_name} {face.family_name}".strip() + f" · {face.badge_type}"
        for face in specimens.faces
    ]
