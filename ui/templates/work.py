"""The template that is worked on: its steps, what is chosen of it, and whether it is saved."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.printing.described import Flaw, Place
from app.printing.templates.checking import flaws
from app.printing.templates.editing import CODE, exists, part_of
from app.printing.templates.steps import Steps
from app.printing.templates.template import Template


class Work(QObject):
    """Every change goes through here. Parts of the editor listen, and show what is so."""

    changed = Signal()
    """The template is another one, or it is saved."""
    chosen_changed = Signal()
    """Another part is worked on."""
    tried = Signal(object)
    """A ``Template`` that is no step yet: something is being dragged."""

    def __init__(self, template: Template, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = Steps(template)
        self._saved = template
        self._chosen: Place = CODE
        self._flaws: tuple[Flaw, ...] = ()

    @property
    def template(self) -> Template:
        """What it looks like now."""
        return self._steps.now

    @property
    def chosen(self) -> Place:
        """The part or text that is worked on."""
        return self._chosen

    @property
    def part(self) -> Place:
        """The part that is worked on: the block, where one of its texts is chosen."""
        return part_of(self._chosen)

    @property
    def flaws(self) -> tuple[Flaw, ...]:
        """What keeps it from being printed."""
        return self._flaws

    @property
    def is_unsaved(self) -> bool:
        """Tell whether something would be lost."""
        return self.template != self._saved

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a step to take back."""
        return bool(self._steps.past)

    @property
    def can_redo(self) -> bool:
        """Tell whether there is a step to take again."""
        return bool(self._steps.ahead)

    def begin(self, template: Template) -> None:
        """Work on another template, which is as it is kept."""
        self._steps, self._saved = Steps(template), template
        first: Place = ("blocks", 0)
        self._chosen = first if template.blocks else CODE
        self._show()

    def is_kept(self, template: Template) -> None:
        """Note that it was saved so, perhaps under another name."""
        if template.name != self.template.name:
            self._steps = Steps(template)
        self._saved = template
        self._show()

    def do(self, template: Template, kind: str = "", chosen: Place | None = None) -> None:
        """Make a change; those of one ``kind`` that follow one another are one step."""
        self._steps = self._steps.did(template, f"{kind} {self._chosen}" if kind else "")
        if chosen is not None:
            self._chosen = chosen
        self._show()

    def undo(self) -> None:
        """Take the last step back."""
        self._steps = self._steps.undone()
        self._show()

    def redo(self) -> None:
        """Take it again."""
        self._steps = self._steps.redone()
        self._show()

    def choose(self, place: Place) -> None:
        """Work on another part."""
        if place != self._chosen:
            self._chosen = place
            self._steps = self._steps.rested()
            self.chosen_changed.emit()

    def _show(self) -> None:
        self._flaws = tuple(flaws(self.template))
        if not exists(self.template, self._chosen):
            part = part_of(self._chosen)
            self._chosen = part if exists(self.template, part) else CODE
        self.changed.emit()
        self.chosen_changed.emit()
