"""The dialog in which a delegate says which visits they would like to join, in order."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.delegates.person import Person
from app.visits.visit import VisitFacts
from ui.common.buttons import Choice
from ui.common.fields import labelled
from ui.common.lettering import BODY_STRONG
from ui.common.numbers import nth
from ui.common.page import Tools
from ui.common.parts import Text, column
from ui.common.person_field import PersonField
from ui.visits.asking import VisitAsking
from ui.visits.services import VisitServices
from ui.visits.words import when

_MOST = 5


class SignUpDialog(VisitAsking):
    """Asks who, then their choices, the best first. Who has chosen before keeps their time."""

    def __init__(
        self,
        services: VisitServices,
        tools: Tools,
        visits: Sequence[VisitFacts],
        parent: QWidget,
    ) -> None:
        super().__init__(tools, "Sign somebody up", "Note the choices", parent)
        self._services = services
        self._who: tuple[UUID, str] | None = None
        self.person = PersonField(services.find, tools.quick, "Who")
        self._name = Text("", BODY_STRONG)
        self.choices = [Choice(tools.look) for _ in range(min(_MOST, len(visits)))]
        self._chosen_before: tuple[VisitFacts, ...] = ()
        for choice in self.choices:
            choice.addItem("–", "")
            for visit in visits:
                choice.addItem(f"{visit.title} · {when(tools.times, visit)}", str(visit.id))
        self._several = QWidget()
        fields = (labelled(f"{nth(at)} choice", each) for at, each in enumerate(self.choices, 1))
        self._several.setLayout(column(self._name, *fields, gap=12))
        self._several.hide()
        self.said.setText("Whoever signed up first comes first among equals.")
        self.lay_out(labelled("Who", self.person), self._several)
        self.act.setEnabled(False)
        self.act.clicked.connect(self._save)
        self.person.chosen.connect(self._take)
        self.person.setFocus()

    def _take(self, person: Person) -> None:
        self._who = (person.id, person.name)
        self._name.setText(person.name)
        self.run(lambda: self._services.overview.chosen(person.id), self._show)

    def _show(self, chosen: tuple[VisitFacts, ...]) -> None:
        ids = [str(each.id) for each in chosen]
        for at, choice in enumerate(self.choices):
            found = choice.findData(ids[at]) if at < len(ids) else 0
            choice.setCurrentIndex(max(0, found))
        # What is chosen beyond the fields stays as it is.
        self._chosen_before = chosen
        self._several.show()
        self.act.setEnabled(True)
        self.fit()
        if self.choices:
            self.choices[0].setFocus()

    def _save(self) -> None:
        if self._who is None:
            return
        delegate, name = self._who
        said = [each.currentData() for each in self.choices]
        visits = [each for each in said if each]
        visits += [str(each.id) for each in self._chosen_before[len(self.choices) :]]
        self.run(
            lambda: self._services.signing_up.choose(delegate, visits),
            lambda _chosen: self.end(
                f"The choices of {name} are noted."
                if visits
                else f"{name} would not like to join any visit."
            ),
        )
