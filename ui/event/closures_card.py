"""What is closed, and when: of the hall's tables and zones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QVBoxLayout

from app.event.closures import ClosureOrder, Places
from app.event.overview import ClosureFacts, EventOverview
from ui.common.buttons import Rank, SmallButton
from ui.common.lettering import BODY, BODY_STRONG
from ui.common.look import Look
from ui.common.parts import Elided, Text, clear, column, line, row
from ui.event.card import Card
from ui.event.close_dialog import CloseDialog
from ui.event.editor import Editor
from ui.event.place_words import are, places_words, when_words
from ui.event.services import ClosureCalls


class ClosuresCard(Card):
    """Each closure with a way to end it; also asks when something shall be closed."""

    def __init__(self, look: Look, closures: ClosureCalls, editor: Editor) -> None:
        super().__init__("Closed")
        self._look, self._closures, self._editor = look, closures, editor
        self._overview: EventOverview | None = None
        self._list = column(gap=10)
        self.inside.addLayout(self._list)

    def show_overview(self, overview: EventOverview) -> None:
        """Show what is closed; tables that are closed alike stand together."""
        known, self._overview = self._overview, overview
        if known is not None and (known.closures, known.facts.zone) == (
            overview.closures,
            overview.facts.zone,
        ):
            return
        clear(self._list)
        self.noted.setText(f"{len(overview.closures):,}" if overview.closures else "")
        together: dict[object, list[ClosureFacts]] = defaultdict(list)
        for closure in overview.closures:
            together[_alike(closure)].append(closure)
        for at, closures in enumerate(together.values()):
            if at:
                self._list.addWidget(line())
            self._list.addLayout(self._closed(closures, overview.facts.zone))
        if not together:
            self._list.addWidget(Text("Every table is open all the time.", BODY, "2"))

    def ask_tables(self, tables: tuple[str, ...]) -> None:
        """Ask when tables shall be closed, and close them."""
        self._ask(Places(tables))

    def ask_zone(self, zone: str) -> None:
        """Ask when a zone shall be closed, and close it."""
        self._ask(Places(zone=zone))

    def reopen_tables(self, tables: tuple[str, ...]) -> None:
        """Open tables again, whenever they are closed."""
        self._reopen(Places(tables))

    def reopen_zone(self, zone: str) -> None:
        """Open a zone again, whenever it is closed."""
        self._reopen(Places(zone=zone))

    def _closed(self, closures: Sequence[ClosureFacts], zone: ZoneInfo) -> QVBoxLayout:
        first = closures[0]
        places = _places(closures)
        what = Elided(places_words(places), BODY_STRONG)
        reopen = SmallButton(self._look, "Reopen", "rotate-ccw", rank=Rank.QUIET)
        when = when_words(first.starts_at, first.ends_at, zone)
        reopen.setAccessibleName(f"Reopen {places_words(places)}, closed {when}")
        ids = [closure.id for closure in closures]
        said = f"{places_words(places)} {are(places)} open again."
        lift = partial(self._closures.lift, ids)
        reopen.clicked.connect(lambda: self._editor.do(lift, said))
        head = row(what, reopen)
        head.setStretch(0, 1)
        why = f" · {first.reason}" if first.reason else ""
        return column(head, Elided(when[0].upper() + when[1:] + why, BODY, "2"), gap=2)

    def _ask(self, places: Places) -> None:
        overview = self._overview
        assert overview is not None  # noqa: S101 - the buttons are those of what is shown
        dialog = CloseDialog(self._look, places, overview, self)
        dialog.decided.connect(self._close)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _close(self, order: ClosureOrder) -> None:
        said = f"{places_words(order.places)} {are(order.places)} closed."
        self._editor.do_losing(partial(self._closures.close, order), said, "Close all the same")

    def _reopen(self, places: Places) -> None:
        said = f"{places_words(places)} {are(places)} open again."
        self._editor.do(lambda: self._closures.reopen(places), said)


def _alike(closure: ClosureFacts) -> tuple[bool, str, datetime | None, datetime | None, str]:
    times = (closure.starts_at, closure.ends_at)
    return (closure.table_id is None, closure.zone, *times, closure.reason)


def _places(closures: Sequence[ClosureFacts]) -> Places:
    if closures[0].table_id is None:
        return Places(zone=closures[0].zone)
    return Places(tuple(dict.fromkeys(closure.table for closure in closures)))
