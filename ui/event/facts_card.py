"""What the event is called, where and in which time zone it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QLineEdit, QWidget

from app.event.editing import FactsOrder
from app.event.overview import EventOverview
from ui.common.buttons import Button, Rank
from ui.common.fields import labelled
from ui.common.look import Look
from ui.common.parts import row
from ui.common.unsaved import UnsavedQuestion
from ui.common.zone_field import offer_zones
from ui.event.card import Card
from ui.event.editor import Editor
from ui.event.services import SetupCalls

_WORDS: Mapping[str, str] = {
    "name": "Name",
    "venue": "Venue",
    "city": "City",
    "timezone": "Time zone",
}


class FactsCard(Card):
    """Four fields, kept together by one button once something in them is new; below, the logo."""

    def __init__(self, look: Look, setup: SetupCalls, editor: Editor, logo: QWidget) -> None:
        super().__init__("Event")
        self._setup, self._editor = setup, editor
        self._stored: dict[str, str] = {}
        self._question = UnsavedQuestion(look)
        self.fields = {name: QLineEdit() for name in _WORDS}
        self.keep = Button(look, "Keep changes", "check", rank=Rank.MAIN)
        self.drop = Button(look, "Put back")
        name, venue, city, zone = (labelled(_WORDS[each], self.fields[each]) for each in _WORDS)
        self.inside.addWidget(self._question)
        self.inside.addLayout(name)
        self.inside.addLayout(venue)
        self.inside.addLayout(row(city, zone, gap=12))
        self._buttons = (self.keep, self.drop)
        self.inside.addLayout(row(*self._buttons, None))
        self.inside.addWidget(logo)
        for field in self.fields.values():
            field.textChanged.connect(self._compare)
        self.keep.clicked.connect(self._keep)
        self.drop.clicked.connect(self._put_back)
        self._question.save.clicked.connect(self._keep)
        self._question.discard.clicked.connect(self._put_back)
        self._question.stayed.connect(self._go_back)
        self._question.stands.connect(
            lambda asked: self.keep.set_rank(Rank.PLAIN if asked else Rank.MAIN)
        )
        self._compare()

    @property
    def unsaved(self) -> bool:
        """Tell whether something stands in the fields that is not kept."""
        return bool(self._changed())

    def leave(self, then: Callable[[], None]) -> None:
        """Go on with ``then``, once it is known what becomes of what is not kept."""
        if self.unsaved:
            self._question.ask("The changes to the event are", then)
        else:
            then()

    def show_overview(self, overview: EventOverview) -> None:
        """Show what is stored; what somebody is typing just now stays."""
        facts = overview.facts
        stored = {
            "name": facts.name,
            "venue": facts.venue,
            "city": facts.city,
            "timezone": facts.zone.key,
        }
        for name, text in stored.items():
            field = self.fields[name]
            if field.text() == self._stored.get(name, ""):
                field.setText(text)
                field.setCursorPosition(0)
        self._stored = stored
        self._compare()

    def offer_zones(self, zones: tuple[str, ...]) -> None:
        """Complete what is typed as a time zone."""
        offer_zones(self.fields["timezone"], zones)

    def _changed(self) -> dict[str, str]:
        texts = {name: field.text().strip() for name, field in self.fields.items()}
        return {name: text for name, text in texts.items() if text != self._stored.get(name, "")}

    def _compare(self) -> None:
        for button in self._buttons:
            button.setVisible(self.unsaved)

    def _keep(self) -> None:
        changed = self._changed()
        if not changed:
            self._question.go_on()
            return

        def go_on() -> None:
            # The event is read again only after what waits for this.
            self._stored |= changed
            self._compare()
            self._question.go_on()

        order = FactsOrder(**changed)
        said = "The event's facts were changed."
        self._editor.do(lambda: self._setup.change_facts(order), said, go_on)

    def _put_back(self) -> None:
        for name, field in self.fields.items():
            field.setText(self._stored.get(name, ""))
        self._question.go_on()

    def _go_back(self) -> None:
        self.fields[next(iter(self._changed()), "name")].setFocus()
