"""The editor of templates: a real badge, its parts, and what is kept of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from app.errors import DeskError
from app.printing.layout import Symbol
from app.printing.template_office import Specimens, TemplateShelf
from app.printing.templates.template import Template
from ui.common.buttons import Rank
from ui.common.lettering import LABEL
from ui.common.page import Tools
from ui.common.parts import Panel, Text, column, row, scrolled
from ui.common.sentences import sentence
from ui.common.strip import StatusStrip
from ui.common.unsaved import UnsavedQuestion
from ui.printing.words import stock_words
from ui.templates.bars import DeleteBar, NameBar
from ui.templates.calls import TemplateCalls
from ui.templates.canvas import KEYS, Canvas
from ui.templates.drawer import Drawer
from ui.templates.fields import Line, finish_typing
from ui.templates.foot import Foot
from ui.templates.head import Head, Shown
from ui.templates.keeping import Keeping, Kept
from ui.templates.parts_list import PartsList
from ui.templates.place_panel import PlacePanel
from ui.templates.size_panel import SizePanel
from ui.templates.text_panel import TextPanel
from ui.templates.types_panel import TypesPanel
from ui.templates.used_on import UsedOn
from ui.templates.work import Work

_SIZE = (1240, 740)
_LEFT, _RIGHT = 288, 320
_LEAST_SHARP, _MOST_SHARP = 600, 1600
_NOTHING = Template("", 105, 148, Symbol(9, 91.6, dots=13))
"""While the templates are read."""


class TemplateEditor(QDialog):
    """Opened with ``open``; closing asks about what is not saved, and deletes it.

    It begins with the template that badges on ``stock`` are printed from.
    """

    changed = Signal()
    """Badges may look otherwise from now on."""

    def __init__(
        self, calls: TemplateCalls, tools: Tools, stock: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        look = tools.look
        self._shelf: TemplateShelf | None = None
        self._specimens: Specimens | None = None
        self._cannot_draw = ""
        self.work = Work(_NOTHING, self)
        self.head, self.shown = Head(look), Shown(look)
        self.canvas = Canvas(look, self.work)
        self.parts_list, self.used_on = PartsList(look, self.work), UsedOn(look)
        self.place, self.text = PlacePanel(look, self.work), TextPanel(look, self.work)
        self.types, self.size_panel = TypesPanel(look, self.work), SizePanel(self.work)
        self.unsaved, self.naming = UnsavedQuestion(look), NameBar(look)
        self.deleting = DeleteBar(look)
        self.strip = StatusStrip(look, clock=tools.times.of_day)
        self.drawer = Drawer(calls, tools.reads, self)
        self.keeping = Keeping(calls, tools, self.strip, self)
        self.body, self.foot = QWidget(), Foot(look)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Badge templates")
        self.resize(*_SIZE)
        self._lay_out()
        self._connect()
        self.body.setEnabled(False)
        self.head.setEnabled(False)
        self.keeping.begin(stock)

    def reject(self) -> None:
        """Close, once it is known what becomes of what is not saved."""
        self._leave(super().reject)

    def _lay_out(self) -> None:
        left, right, middle = Panel("side"), QWidget(), Panel("sunken")
        below = (self.size_panel, self.used_on)
        parts = column(self.parts_list, *below, gap=14, margins=(16, 14, 16, 14))
        parts.setStretch(0, 1)
        left.setLayout(parts)
        left.setFixedWidth(_LEFT)
        asked = (self.place, self.text, self.types)
        right.setLayout(column(*asked, None, gap=20, margins=(16, 14, 16, 14)))
        beside = Panel("side")
        beside.setFixedWidth(_RIGHT)
        beside.setLayout(column(scrolled(right)))
        bars = (self.unsaved, self.naming, self.deleting, self.strip)
        above = column(*bars, self.shown, gap=8, margins=(16, 8, 16, 0))
        keys = Text(KEYS, LABEL, "2", wraps=True)
        keys.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        inner = column(above, self.canvas, keys, 8, gap=0)
        inner.setStretch(1, 1)
        middle.setLayout(inner)
        body = row(left, middle, beside, gap=0)
        body.setStretch(1, 1)
        self.body.setLayout(body)
        layout = column(self.head, self.body, self.foot, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        head, work, keeping = self.head, self.work, self.keeping
        for keys, act in (("Ctrl+Z", work.undo), ("Ctrl+Shift+Z", work.redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        head.undoing.clicked.connect(work.undo)
        head.redoing.clicked.connect(work.redo)
        head.template_wanted.connect(self._switch)
        self.shown.changed.connect(self._draw)
        head.saving.clicked.connect(self._save)
        head.saving_as.clicked.connect(self._name)
        head.importing.clicked.connect(lambda: self._leave(keeping.take))
        head.exporting.clicked.connect(lambda: keeping.hand_out(work.template.name))
        head.deleting.clicked.connect(self._ask_to_delete)
        self.foot.closed.connect(self.reject)
        self.unsaved.save.clicked.connect(self._save)
        self.unsaved.discard.clicked.connect(self.unsaved.go_on)
        self.unsaved.stayed.connect(self._stay)
        self.unsaved.stands.connect(lambda _stands: self._rank())
        self.types.chosen.connect(self._show_type)
        self.naming.named.connect(lambda name: keeping.keep(work.template, name))
        self.naming.closed.connect(self.canvas.setFocus)
        self.deleting.deleted.connect(self._delete)
        self.deleting.closed.connect(self.canvas.setFocus)
        self.used_on.wanted.connect(
            lambda stock, name: keeping.choose(stock, name, work.template.name)
        )
        keeping.read.connect(self._begin)
        keeping.saved.connect(self._is_saved)
        keeping.opened.connect(self._open)
        keeping.chose.connect(self._learn)
        work.changed.connect(self._show)
        work.tried.connect(self._draw)
        self.drawer.drawn.connect(self._show_picture)
        self.drawer.refused.connect(self._show_refusal)

    def _begin(self, kept: Kept, specimens: Specimens) -> None:
        self._specimens = specimens
        self.shown.show_specimens(specimens)
        self.head.setEnabled(True)
        self.body.setEnabled(True)
        self._open(kept)
        self.types.show_types(specimens.types)
        self.canvas.setFocus()

    def _open(self, kept: Kept) -> None:
        """Work on another template."""
        self._shelf = kept.shelf
        name = kept.name if kept.name in kept.shelf.templates else next(iter(kept.shelf.templates))
        self.shown.mono.setChecked(kept.shelf.is_mono(name))
        self.work.begin(kept.shelf.templates[name])
        self._learn(kept)

    def _learn(self, kept: Kept) -> None:
        """Know what there is, without a change to what is worked on."""
        self._shelf = kept.shelf
        self.used_on.show_shelf(kept.shelf, kept.name)
        self._show()
        if kept.said:
            self.foot.say_done(kept.said)
            self.changed.emit()

    def _is_saved(self, kept: Kept) -> None:
        self.naming.hide()
        self.work.is_kept(kept.shelf.templates[kept.name])
        self._learn(kept)
        self.canvas.setFocus()
        self.unsaved.go_on()

    def _switch(self, name: str) -> None:
        shelf = self._shelf
        if shelf is not None and name != self.work.template.name:
            self._leave(lambda: self._open(Kept(shelf, name)))

    def _leave(self, then: Callable[[], object]) -> None:
        """Go on; first ask what becomes of what is not saved."""
        finish_typing(self)
        if not (self.work.is_unsaved or any(line.has_drafts for line in self._typed)):
            then()
            return
        self.naming.hide()
        self.deleting.hide()
        self.unsaved.ask(
            f"The changes to “{self.work.template.name}” are", lambda: self._drop(then)
        )

    def _drop(self, then: Callable[[], object]) -> None:
        shelf = self._shelf
        for line in self._typed:
            line.forget_drafts()
        if shelf is not None:
            self.work.begin(shelf.templates[self.work.template.name])
        then()

    @property
    def _typed(self) -> Sequence[Line]:
        """Give the lines in which something may stand that was not taken."""
        return (self.text.says, self.text.sizes, self.types.band, self.types.text)

    def _stay(self) -> None:
        self._show()
        self.canvas.setFocus()

    def _save(self) -> None:
        finish_typing(self)
        if self._is_own:
            self.keeping.keep(self.work.template, self.work.template.name)
        else:
            self._name()

    def _name(self) -> None:
        if self._shelf is not None:
            taken = self._shelf.templates
            stem = self.work.template.name
            free = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
            self.deleting.hide()
            self.naming.ask(next(name for name in free if name not in taken), taken)

    def _ask_to_delete(self) -> None:
        if self._shelf is not None:
            name, used = self.work.template.name, self._shelf.used
            stocks = [stock_words(stock) for stock, template in used.items() if template == name]
            self.naming.hide()
            self.deleting.ask(name, ", ".join(stocks))

    def _delete(self, name: str) -> None:
        if self._shelf is not None:
            usual = next(each for each in self._shelf.templates if not self._shelf.is_own(each))
            self.keeping.delete(name, usual)

    @property
    def _is_own(self) -> bool:
        return self._shelf is not None and self._shelf.is_own(self.work.template.name)

    def _show(self) -> None:
        """Show what can be done now, and why the rest can't."""
        work, head = self.work, self.head
        if self._shelf is None:
            return
        name, is_sound = work.template.name, not work.flaws
        head.show_templates(self._shelf, name, is_unsaved=work.is_unsaved)
        head.saving.setEnabled(self._is_own and work.is_unsaved and is_sound)
        self._rank()
        head.saving_as.setEnabled(is_sound)
        head.exporting.setEnabled(not work.is_unsaved)
        head.deleting.setEnabled(self._is_own)
        head.undoing.setEnabled(work.can_undo)
        head.redoing.setEnabled(work.can_redo)
        self.unsaved.save.setEnabled(is_sound)
        self.unsaved.save.set_words("Save" if self._is_own else "Save as…")
        self._explain()
        self._draw()

    def _rank(self) -> None:
        """Fill the button that saves, unless a question with its own stands below it."""
        is_main = self.head.saving.isEnabled() and self.unsaved.isHidden()
        self.head.saving.set_rank(Rank.MAIN if is_main else Rank.PLAIN)

    def _show_type(self, badge_type: str) -> None:
        if self._specimens is not None:
            self.shown.show_type(self._specimens, badge_type)

    def _explain(self) -> None:
        self.foot.explain(self.work, self._cannot_draw, is_own=self._is_own)

    def _draw(self, tried: Template | None = None) -> None:
        specimens = self._specimens
        if specimens is None or self._shelf is None:
            return
        high = round(self.canvas.page_height * self.devicePixelRatio())
        self.drawer.draw(
            tried or self.work.template,
            specimens,
            max(self.shown.who.currentIndex(), 0),
            mono=self.shown.mono.isChecked(),
            height=min(max(high, _LEAST_SHARP), _MOST_SHARP),
        )

    def _show_picture(self, picture: QImage) -> None:
        was, self._cannot_draw = self._cannot_draw, ""
        self.canvas.show_picture(picture)
        if was:
            self._explain()

    def _show_refusal(self, refusal: DeskError) -> None:
        self._cannot_draw = sentence(refusal)
        self._explain()
