"""How owners of tables are asked for, and kept."""

from __future__ import annotations

from app.event.overview import EventOverview
from app.event.owners import OwnersOrder
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.event.editor import Editor
from ui.event.owners_dialog import OwnersDialog
from ui.event.place_words import tables_words
from ui.event.services import OwnerCalls


class OwnersAsking:
    """Asks whose own some tables are, and has it kept."""

    def __init__(self, owners: OwnerCalls, editor: Editor, tools: Tools) -> None:
        self._owners, self._editor, self._tools = owners, editor, tools
        self._overview: EventOverview | None = None

    def show_overview(self, overview: EventOverview) -> None:
        """Know the tables as they are now."""
        self._overview = overview

    def ask(self, tables: tuple[str, ...]) -> None:
        """Open the dialog for tables, by their labels; it starts from all the owners they have."""
        known = self._overview.tables if self._overview else ()
        owners = [owner for table in known if table.label in tables for owner in table.owners]
        dialog = OwnersDialog(self._tools.look, tables, owners, self._editor.over)
        dialog.decided.connect(lambda order: self._set(tables, order))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        # It goes with the dialog, which may be closed before everybody is read.
        view = Quiet(dialog)
        view.refused.connect(self._editor.refuse)
        self._tools.reads.run(
            lambda _report: self._owners.possible(), view=view, then=dialog.show_possible
        )

    def _set(self, tables: tuple[str, ...], order: OwnersOrder) -> None:
        owned = bool(order.organisations or order.delegates)
        have = "have" if len(tables) > 1 else "has"
        said = f"{tables_words(tables)} {have} {'owners' if owned else 'no owner'} now."
        self._editor.do(lambda: self._owners.set(tables, order), said)
