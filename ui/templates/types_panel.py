"""How badges of one type differ: colours, and what they don't show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.printing.colour import Colour
from app.printing.described import Fault, Flaw
from app.printing.templates.checking import HIDEABLE, flaws
from app.printing.templates.editing import with_look
from app.printing.templates.template import TypeLook
from ui.common.buttons import Choice, SmallButton
from ui.common.check import CheckBox
from ui.common.lettering import LABEL, LABEL_STRONG, SECTION
from ui.common.look import Look
from ui.common.parts import Text, column, row
from ui.templates.fields import Line, Swatch, labelled
from ui.templates.words import HIDEABLE_WORDS, flaw_words
from ui.templates.work import Work

_NO_COLOUR = "“{}” is no colour. Write it as #RRGGBB, such as #0072B2, or leave it blank."


class TypesPanel(QWidget):
    """Asks for one badge type at a time; those of the event are offered, others can be typed."""

    chosen = Signal(str)
    """A badge type is worked on."""

    def __init__(self, look: Look, work: Work) -> None:
        super().__init__()
        self._work = work
        self._known: tuple[str, ...] = ()
        self.type = Choice(look)
        self.type.setAccessibleName("Badge type")
        self.other = QLineEdit()
        self.other.setAccessibleName("Another badge type")
        self.other.setPlaceholderText("Another badge type")
        self.adding = SmallButton(look, "Add", "plus")
        self.adding.setAccessibleName("Add the badge type")
        self.band = Line("Colour of the band", lambda text: self._colour("band", text))
        self.text = Line("Colour of texts", lambda text: self._colour("text", text))
        self.band.setPlaceholderText("As the delegation")
        self.text.setPlaceholderText("Black")
        self._swatches = {self.band: Swatch(look), self.text: Swatch(look)}
        self.hides = {name: CheckBox(look, HIDEABLE_WORDS[name]) for name in HIDEABLE}
        self._differs = QWidget()
        self._lay_out()
        self.type.activated.connect(lambda _at: self._choose())
        self.adding.clicked.connect(self._add)
        self.other.textChanged.connect(lambda _text: self._enable())
        for name, box in self.hides.items():
            box.setAccessibleName(f"Hide {box.text()}")
            box.clicked.connect(lambda on, name=name: self._hide(name, on=on))
        work.changed.connect(self._offer)
        self._enable()

    def show_types(self, types: Sequence[str]) -> None:
        """Offer the badge types that the event has."""
        self._known = tuple(types)
        self._offer()

    def _lay_out(self) -> None:
        hint = Text("For texts whose tone is the colour of the badge type.", LABEL, "2", wraps=True)
        parts: list[QWidget | int] = []
        colours = column(gap=10)
        for words, line in (("Band", self.band), ("Texts", self.text)):
            colours.addLayout(labelled(words, row(line, self._swatches[line], gap=8)))
            colours.addWidget(line.said)
        colours.addWidget(hint)
        colours.addWidget(Text("Not shown", LABEL_STRONG, "2"))
        parts += self.hides.values()
        colours.addLayout(column(*parts, gap=0))
        self._differs.setLayout(colours)
        adding = row(self.other, self.adding, gap=8)
        adding.setStretch(0, 1)
        self.setLayout(
            column(Text("By badge type", SECTION), self.type, self._differs, adding, gap=10)
        )

    @property
    def _look_now(self) -> TypeLook:
        return self._work.template.look_of(self.type.currentText())

    def _offer(self) -> None:
        """Keep to the type that is shown, as long as it is known."""
        named = dict.fromkeys(
            [*self._known, *(each.badge_type for each in self._work.template.types)]
        )
        # Typed in other letters, it is the same type.
        offered = list({name.casefold(): name for name in reversed(named)}.values())[::-1]
        now = self.type.currentText()
        if [self.type.itemText(at) for at in range(self.type.count())] != offered:
            self.type.clear()
            self.type.addItems(offered)
            self.type.setCurrentIndex(max(self.type.findText(now), 0))
        self._show()

    def _show(self) -> None:
        look = self._look_now
        self._differs.setVisible(bool(self.type.currentText()))
        for line, colour in ((self.band, look.band), (self.text, look.text)):
            line.show_text(colour, f"{self._work.template.name} {self.type.currentText()}")
            self._swatches[line].show_colour(colour)
        for name, box in self.hides.items():
            box.setChecked(str(name) in look.hidden)
        self._enable()

    def _choose(self) -> None:
        self._show()
        self.chosen.emit(self.type.currentText())

    def _enable(self) -> None:
        self.adding.setEnabled(bool(self.other.text().strip()))

    def _add(self) -> None:
        name = self.other.text().strip()
        self._known = (*self._known, name)
        self.other.clear()
        self._offer()
        self.type.setCurrentIndex(max(self.type.findText(name), 0))
        self._show()
        self.type.setFocus()

    def _colour(self, key: str, text: str) -> str:
        """Take a colour; give what is wrong with it."""
        colour = text.strip().upper()
        if colour and not colour.startswith("#"):
            colour = f"#{colour}"
        try:
            Colour.parse(colour or "#000000")
        except ValueError:
            return _NO_COLOUR.format(text)
        look = replace(self._look_now, **{key: colour})  # type: ignore[arg-type] # a colour
        changed = with_look(self._work.template, look)
        light = next((each for each in flaws(changed) if each.fault is Fault.TOO_LIGHT), None)
        if isinstance(light, Flaw):
            return flaw_words(changed, light)
        self._work.do(changed)
        self._show()
        return ""

    def _hide(self, name: str, *, on: bool) -> None:
        look = self._look_now
        others = [each for each in look.hidden if each != name]
        hidden = tuple([*others, str(name)] if on else others)
        self._work.do(with_look(self._work.template, replace(look, hidden=hidden)))
