"""The days of the event and the blocks of meetings on them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.event.making import BlockOrder, Cut
from app.event.overview import BlockFacts, DayFacts, EventOverview
from ui.common.buttons import Rank, SmallButton
from ui.common.check import CheckBox
from ui.common.fields import DateField, inset, plain
from ui.common.lettering import BODY, BODY_STRONG
from ui.common.look import Look
from ui.common.parts import Text, clear, column, line, row
from ui.common.times import day_words
from ui.event.block_dialog import BlockDialog
from ui.event.card import Card
from ui.event.editor import Editor
from ui.event.services import SetupCalls
from ui.event.what_if import if_block
from ui.event.words import rows_words


class DaysCard(Card):
    """Each day with its blocks; a day is added or taken out, a block changed."""

    def __init__(self, look: Look, setup: SetupCalls, editor: Editor) -> None:
        super().__init__("Days")
        self._look, self._setup, self._editor = look, setup, editor
        self._overview: EventOverview | None = None
        self._list = column(gap=10)
        self.date = plain(DateField())
        self.date.setDisplayFormat("ddd d MMMM yyyy")
        self.date.setAccessibleName("Day to add")
        self.date.setFixedWidth(200)
        inset(self.date)
        self.like = CheckBox(look, "With the same blocks")
        self.like.setChecked(True)
        self.add = SmallButton(look, "Add day", "calendar-plus")
        self.inside.addLayout(self._list)
        self.inside.addWidget(line())
        self.inside.addLayout(row(self.date, self.like, None, self.add, gap=12))
        self.add.clicked.connect(self._add_day)

    def show_overview(self, overview: EventOverview) -> None:
        """Show the days; offer the one after the last."""
        known, self._overview = self._overview, overview
        if known is not None and (known.days, known.facts.zone) == (
            overview.days,
            overview.facts.zone,
        ):
            return
        clear(self._list)
        for at, day in enumerate(overview.days):
            if at:
                self._list.addWidget(line())
            self._list.addLayout(self._day(day))
        slots = sum(len(block.slots) for day in overview.days for block in day.blocks)
        self.noted.setText(rows_words(slots, "slot", "slots"))
        if overview.days:
            after = overview.days[-1].date + timedelta(days=1)
            self.date.setDate(QDate(after.year, after.month, after.day))

    def _day(self, day: DayFacts) -> QVBoxLayout:
        words = day_words(day.date)
        came = f"{day.checked_in:,} checked in" if day.checked_in else ""
        add = SmallButton(self._look, "Add block", "plus")
        add.setAccessibleName(f"Add a block on {words}")
        add.clicked.connect(lambda: self._ask(day.date, None))
        remove = SmallButton(self._look, "", "x", rank=Rank.QUIET)
        remove.setAccessibleName(f"Take {words} out")
        only = self._overview is not None and len(self._overview.days) == 1
        remove.setEnabled(not only and not day.checked_in)
        remove.setToolTip(
            "People were checked in on this day"
            if day.checked_in
            else "The event's only day"
            if only
            else f"Take {words} out with its blocks"
        )
        remove.clicked.connect(lambda: self._remove_day(day.date))
        shown = column(
            row(Text(words, BODY_STRONG), Text(came, BODY, "2"), None, add, remove), gap=6
        )
        for block in day.blocks:
            shown.addLayout(self._block(day.date, block))
        if not day.blocks:
            shown.addWidget(Text("No meetings on this day.", BODY, "2"))
        return shown

    def _block(self, day: date, block: BlockFacts) -> QHBoxLayout:
        assert self._overview is not None  # noqa: S101 - blocks are shown of one
        zone = self._overview.facts.zone
        starts, ends = (each.astimezone(zone) for each in (block.starts_at, block.ends_at))
        times = f"{starts:%H:%M}–{ends:%H:%M}"
        cut = (
            f"{rows_words(len(block.slots), 'slot', 'slots')} of {block.slot_minutes} min, "
            f"{block.gap_minutes} min changeover"
        )
        change = SmallButton(self._look, "Change", "pencil", rank=Rank.QUIET)
        change.setAccessibleName(f"Change the block {times} on {day_words(day)}")
        change.clicked.connect(lambda: self._ask(day, block))
        remove = SmallButton(self._look, "", "x", rank=Rank.QUIET)
        remove.setAccessibleName(f"Take out the block {times} on {day_words(day)}")
        remove.clicked.connect(lambda: self._remove_block(block.id, times))
        time_text = Text(times, BODY)
        time_text.setFixedWidth(104)
        return row(time_text, Text(cut, BODY, "2"), None, change, remove)

    def _ask(self, day: date, block: BlockFacts | None) -> None:
        overview = self._overview
        assert overview is not None  # noqa: S101 - the buttons are those of what is shown
        which = None if block is None else block.id
        what_if = partial(if_block, overview, which)
        dialog = BlockDialog(self._look, day, what_if, self)
        if block is not None:
            dialog.show_block(block, overview.facts.zone)
        dialog.decided.connect(lambda order, cut: self._decide(block, order, cut))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _decide(self, block: BlockFacts | None, order: BlockOrder, cut: Cut) -> None:
        times = f"{order.starts:%H:%M}–{order.ends:%H:%M}"
        if block is None:
            said = f"A block was added: {times}."
            self._editor.do(lambda: self._setup.add_block(order, cut), said)
        else:
            changed = partial(self._setup.change_block, block.id, order, cut)
            self._editor.do_losing(changed, f"The block was changed to {times}.", "Change block")

    def _remove_block(self, block: UUID, times: str) -> None:
        removed = partial(self._setup.remove_block, block)
        self._editor.do_losing(removed, f"{times} was taken out.", "Take block out")

    def _add_day(self) -> None:
        picked = self.date.date()
        day = date(picked.year(), picked.month(), picked.day())
        days = self._overview.days if self._overview else ()
        like = days[-1].date if days and self.like.isChecked() else None
        said = f"{day_words(day)} is a day of the event now."
        self._editor.do(lambda: self._setup.add_day(day, like), said)

    def _remove_day(self, day: date) -> None:
        said = f"{day_words(day)} was taken out."
        self._editor.do_losing(partial(self._setup.remove_day, day), said, "Take day out")
