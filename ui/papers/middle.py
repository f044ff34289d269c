"""A look at what will come out: how much it is, one page of it, and the way to the others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.common.buttons import Rank, SmallButton
from ui.common.lettering import BODY, BODY_STRONG
from ui.common.look import Look
from ui.common.parts import Elided, Panel, Text, column, row
from ui.papers.bringing import Order
from ui.papers.choosing import Choosing
from ui.papers.kinds import Help, Who
from ui.papers.looking import Place, Sight
from ui.papers.words import HELP_WORDS, nothing_left, turned_to
from ui.printing.preview import SheetPreview


class Middle(QWidget):
    """Shows a page, or why there is none."""

    wanted = Signal(object)
    """The page at this ``Place`` is wanted."""
    helped = Signal(object)
    """What helps where there is nothing, a ``Help``, is wanted."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.preview = SheetPreview(look)
        self.preview.let_turn()
        self._sight: Sight | None = None
        self._helps: Help | None = None
        self._fits_width = False
        self._said = Elided("", BODY_STRONG)
        self._which = Text("", BODY)
        self._back = SmallButton(look, "", "chevron-left", rank=Rank.QUIET)
        self._on = SmallButton(look, "", "chevron-right", rank=Rank.QUIET)
        self._zoom = SmallButton(look, "Fit width", "zoom-in", rank=Rank.QUIET)
        head = Panel("sunken")
        turning = row(self._back, self._which, self._on, gap=4)
        parts = row(self._said, turning, row(None, self._zoom), margins=(24, 12, 24, 0))
        parts.setStretch(0, 2)
        parts.setStretch(2, 1)
        head.setLayout(parts)
        head.setMinimumHeight(44)
        layout = column(head, self.preview, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        for button, name, key, step in (
            (self._back, "Previous page", Qt.Key.Key_PageUp, -1),
            (self._on, "Next page", Qt.Key.Key_PageDown, 1),
        ):
            button.setAccessibleName(name)
            words = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{name} ({words})")
            button.clicked.connect(lambda _on=False, step=step: self._turn(step))
            QShortcut(QKeySequence(key), self).activated.connect(lambda step=step: self._turn(step))
        self._zoom.clicked.connect(self._change_size)
        self.preview.turned.connect(self._turn)
        self.preview.other_wanted.connect(lambda: self.helped.emit(self._helps))
        self._show_turning()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """Give what can have the focus, from above."""
        return (self._back, self._on, self._zoom, self.preview.page)

    @property
    def turned_to(self) -> str:
        """Say which page is shown; blank where there is only one."""
        return self._which.text()

    def show_page(self, order: Order, sight: Sight) -> None:
        """Show a page of what is ordered."""
        kind, preview = order.kind, sight.preview
        said = kind.counted(preview.items)
        if kind.leaves is not None:
            # Both sides of a sheet are two pages.
            leaves = preview.parts if kind.part == "sheet" else preview.pages
            said = f"{said} on {kind.leaves(leaves)}"
        self._said.setText(said)
        self._sight = sight
        self._show_turning(kind.part)
        which = self._which.text()
        cuts = ". Dashed lines show where to cut." if order.stock.is_cut else ""
        below = f"{order.stock.title}{cuts}"
        self.preview.show_page(sight.leaf.picture, f"{said}. {which}".strip(), below)

    def show_nobody(self, choosing: Choosing) -> None:
        """Say that nobody needs a paper, and offer those that have changed."""
        if choosing.has_nobody:
            self.say(choosing.kind.nobody, choosing.kind.helps)
            return
        everybody = choosing.who.choice in {Who.NEW, Who.ALL, Who.NOT_HERE}
        missing = choosing.kind.missing if everybody and not choosing.is_narrowed else ""
        missing = missing or "Nobody is meant by this choice."
        changed = choosing.changed_count
        self.say(nothing_left(missing, changed), Help.CHANGED if changed else None, changed)

    def say(self, why: str, helps: Help | None = None, count: int = 0) -> None:
        """Say why there is nothing, and offer what helps, perhaps for so many."""
        self._said.setText("")
        self._sight, self._helps = None, helps
        self._show_turning()
        words, icon = HELP_WORDS[helps] if helps else ("", "eye")
        self.preview.show_nothing(why, words.format(f"{count:,}"), icon)

    def _show_turning(self, one: str = "") -> None:
        sight = self._sight
        preview, leaf = (sight.preview, sight.leaf) if sight else (None, None)
        said = ""
        if preview is not None and leaf is not None:
            said = turned_to(preview.at, preview.parts, leaf.page, leaf.pages, one)
        self._which.setText(said)
        for each in (self._back, self._which, self._on):
            each.setVisible(bool(said))
        self._back.setEnabled(sight is not None and sight.previous is not None)
        self._on.setEnabled(sight is not None and sight.next is not None)
        self._zoom.setVisible(sight is not None)

    def _turn(self, step: int) -> None:
        if self._sight is None:
            return
        place: Place | None = self._sight.next if step > 0 else self._sight.previous
        if place is not None:
            self.wanted.emit(place)

    def _change_size(self) -> None:
        self._fits_width = not self._fits_width
        self.preview.fit_width(fits=self._fits_width)
        self._zoom.set_words("Fit page" if self._fits_width else "Fit width")
