"""What the chosen text says, and how it is set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.printing.described import Flaw
from app.printing.layout import Align, Style, Typeface
from app.printing.templates.checking import LARGEST_TYPE, MOST_LINES, SMALLEST_TYPE
from app.printing.templates.editing import block_at, text_at, with_block, with_text
from app.printing.templates.placeholders import FIELDS, strange
from ui.common.buttons import Choice
from ui.common.check import CheckBox
from ui.common.lettering import LABEL, SECTION
from ui.common.look import Look
from ui.common.parts import Text, column, row
from ui.templates.fields import (
    Line,
    Toggle,
    count_field,
    labelled,
    length_field,
    show_count,
    show_number,
)
from ui.templates.words import FIELD_WORDS, TONE_WORDS, flaw_words
from ui.templates.work import Work

_SIDES = {
    Align.LEFT: ("text-align-start", "left"),
    Align.CENTRE: ("text-align-center", "centred"),
    Align.RIGHT: ("text-align-end", "right"),
}
_BOLD = {
    Typeface.REGULAR: Typeface.STRONG,
    Typeface.STRONG: Typeface.STRONG,
    Typeface.DISPLAY: Typeface.DISPLAY_STRONG,
    Typeface.DISPLAY_STRONG: Typeface.DISPLAY_STRONG,
}
_LARGE = {
    Typeface.REGULAR: Typeface.DISPLAY,
    Typeface.STRONG: Typeface.DISPLAY_STRONG,
    Typeface.DISPLAY: Typeface.DISPLAY,
    Typeface.DISPLAY_STRONG: Typeface.DISPLAY_STRONG,
}
_THIN = {_BOLD[face]: face for face in (Typeface.REGULAR, Typeface.DISPLAY)}
_SMALL = {_LARGE[face]: face for face in (Typeface.REGULAR, Typeface.STRONG)}
_TONES = tuple(TONE_WORDS)


class TextPanel(QWidget):
    """Is shown while a block is worked on; a block of several texts has one of them chosen."""

    def __init__(self, look: Look, work: Work) -> None:
        super().__init__()
        self._work = work
        self.says = Line("Text", self._say)
        self.field = Choice(look)
        self.field.setAccessibleName("Insert a field")
        self.field.addItem("Insert a field…")
        self.field.addItems([FIELD_WORDS[field] for field in FIELDS])
        self.sizes = Line("Sizes of the type", self._size)
        self.sizes.setPlaceholderText("19 16 13")
        self.lines = count_field("Most lines", 1, MOST_LINES)
        self.gap = length_field("Room above")
        self.bold = CheckBox(look, "Bold")
        self.large = CheckBox(look, "Cut for large type")
        self.tone = Choice(look)
        self.tone.setAccessibleName("Tone")
        self.tone.addItems([TONE_WORDS[tone] for tone in _TONES])
        self.sides = {
            side: Toggle(look, f"Texts {words} in their box", icon)
            for side, (icon, words) in _SIDES.items()
        }
        self._texts, self._pick = QWidget(), Text("", LABEL, "2", wraps=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        hint = Text(
            "mm, the largest first. What is long is set in the next.", LABEL, "2", wraps=True
        )
        lines = row(labelled("Most lines", self.lines), labelled("Room above", self.gap), gap=8)
        says = column(labelled("Says", self.says), self.says.said, self.field, gap=6)
        sizes = column(labelled("Sizes", self.sizes), self.sizes.said, hint, gap=6)
        checks = row(self.bold, self.large, None, gap=12)
        self._texts.setLayout(
            column(says, sizes, checks, lines, labelled("Tone", self.tone), gap=10)
        )
        sides = row(*self.sides.values(), None, gap=4)
        self.setLayout(
            column(
                Text("Text", SECTION),
                labelled("In its box", sides),
                self._pick,
                self._texts,
                gap=10,
            )
        )

    def _connect(self) -> None:
        work = self._work
        self.field.activated.connect(self._insert)
        self.lines.valueChanged.connect(lambda lines: self._set("lines", lines=lines))
        self.gap.valueChanged.connect(lambda gap: self._set("gap", gap=gap))
        self.bold.clicked.connect(lambda on: self._face((_BOLD if on else _THIN).get))
        self.large.clicked.connect(lambda on: self._face((_LARGE if on else _SMALL).get))
        self.tone.activated.connect(lambda at: self._set("", tone=_TONES[at]))
        for side, button in self.sides.items():
            button.clicked.connect(lambda _on, side=side: self._align(side))
        work.changed.connect(self._show)
        work.chosen_changed.connect(self._show)

    @property
    def _place(self) -> tuple[str | int, ...] | None:
        """Give the text that is worked on: the chosen one, or the only one of its block."""
        chosen = self._work.chosen
        if len(chosen) == 4:
            return chosen
        alone = chosen[0] == "blocks" and len(block_at(self._work.template, chosen).styles) == 1
        return (*chosen, "texts", 0) if alone else None

    def _show(self) -> None:
        work, place = self._work, self._place
        is_block = work.chosen[0] == "blocks"
        self.setVisible(is_block)
        if not is_block:
            return
        block = block_at(work.template, work.part)
        for side, button in self.sides.items():
            button.setChecked(side is block.align)
        self._texts.setVisible(place is not None)
        self._pick.setVisible(place is None)
        self._pick.setText("Several texts share this box. Choose one of them in the list.")
        if place is not None:
            self._show_text(*text_at(work.template, place), f"{work.template.name} {place}")

    def _show_text(self, text: str, style: Style, of: str) -> None:
        self.says.show_text(text, of)
        self.sizes.show_text(" ".join(f"{size:g}" for size in style.sizes), of)
        show_count(self.lines, style.lines)
        show_number(self.gap, style.gap)
        self.bold.setChecked(style.typeface is _BOLD[style.typeface])
        self.large.setChecked(style.typeface is _LARGE[style.typeface])
        self.tone.setCurrentIndex(_TONES.index(style.tone))

    def _say(self, text: str) -> str:
        """Let the text say something else; give what is wrong with it."""
        place = self._place
        if place is None:
            return ""
        for said in strange(text):
            return f"“{said}” is no field. Choose one below to insert it."
        if not text.strip():
            return "A text says something. Remove it in the list if it is not wanted."
        _before, style = text_at(self._work.template, place)
        try:
            self._work.do(with_text(self._work.template, place, text, style))
        except Flaw as flaw:
            return flaw_words(self._work.template, flaw)
        return ""

    def _insert(self, at: int) -> None:
        self.field.setCurrentIndex(0)
        if at:
            self.says.insert(f"{{{FIELDS[at - 1]}}}")
            self.says.finish()

    def _size(self, text: str) -> str:
        try:
            sizes = tuple(float(each) for each in text.replace(",", ".").replace(";", " ").split())
        except ValueError:
            return "Write numbers with spaces between them, such as 19 16 13."
        if not sizes:
            return "Write at least one size, such as 5."
        if min(sizes) < SMALLEST_TYPE or max(sizes) > LARGEST_TYPE:
            return f"Type is {SMALLEST_TYPE:g} to {LARGEST_TYPE:g} mm high."
        self._set("", sizes=tuple(sorted(sizes, reverse=True)))
        return ""

    def _face(self, change: Callable[[Typeface], Typeface | None]) -> None:
        place = self._place
        if place is not None:
            face = text_at(self._work.template, place)[1].typeface
            self._set("", typeface=change(face) or face)

    def _set(self, kind: str, **changes: object) -> None:
        place = self._place
        if place is None:
            return
        text, style = text_at(self._work.template, place)
        changed = replace(style, **changes)  # type: ignore[arg-type] # each is named for its field
        self._work.do(with_text(self._work.template, place, text, changed), kind)

    def _align(self, side: Align) -> None:
        work = self._work
        block = replace(block_at(work.template, work.part), align=side)
        work.do(with_block(work.template, work.part, block))
        self._show()
