"""Prints one delegate's schedule: which days, and where it goes."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from app.delegates.person import Person
from app.printing.a4 import PAGE
from app.printing.drawn import Drawn, Preview
from app.printing.schedules.standing import ScheduleStanding
from app.printing.schedules.wishes import ScheduleWish
from app.printing.stock import Size
from ui.common.buttons import Choice
from ui.common.files import SCHEDULES, Question
from ui.common.lettering import BODY, SECTION
from ui.common.page import Tools
from ui.common.parts import Elided, Text
from ui.common.schedule_words import day_choice, paper_words
from ui.printing.asking import About
from ui.printing.calls import ScheduleCalls
from ui.printing.notices import Notice
from ui.printing.paper_dialog import PaperDialog
from ui.printing.paper_panel import PaperPanel
from ui.printing.words import sheets

_ABOUT = About("schedules", "schedule", lambda _count: "schedule", "Alt+S", SCHEDULES)


class A4(NamedTuple):
    """The paper of schedules."""

    page: Size = PAGE
    labels: int = 1


class ScheduleAsking:
    """Asks for the days, and says how the paper that is out stands."""

    warns = False
    count = 0
    feed = A4()
    stock = "a4"

    def __init__(self, tools: Tools, person: Person) -> None:
        self._person, self._tools = person, tools
        self.days = Choice(tools.look)
        self.days.setAccessibleName("Days")
        self.days.addItem(day_choice(None), None)
        self._paper = Notice(tools.look, "news", "info", "accent-text")
        name = Elided(person.name, SECTION)
        name.setAccessibleName(person.name)
        organisation = Elided(person.organisation, BODY, "2")
        asked = (name, organisation, 8, Text("Days", SECTION), self.days)
        self.panel = PaperPanel(tools.look, asked, (self._paper,))
        self.days.currentIndexChanged.connect(self.panel.changed)

    @property
    def wish(self) -> ScheduleWish:
        """What is to be printed."""
        day: date | None = self.days.currentData()
        return ScheduleWish(day=day, delegates=(self._person.id,))

    @property
    def question(self) -> Question:
        """What is asked before a file is written."""
        return Question("Save schedule as PDF", f"Schedule {self._person.name}")

    def caption(self, preview: Preview) -> tuple[str, str]:
        """Say how long it is, and which page is shown."""
        below = f"Page 1 of {preview.pages}." if preview.pages > 1 else ""
        return f"Schedule on {sheets(preview.pages)}", below

    def named(self, drawn: Drawn) -> str:
        """Say what came out."""
        return f"Schedule of {self._person.name}, version {drawn.parts[0].version},"

    def show_standing(self, standing: ScheduleStanding) -> None:
        """Say how the paper that is out stands."""
        self._paper.say(paper_words(standing, self._tools.times))

    def show_days(self, days: tuple[date, ...]) -> None:
        """Offer each day, if there are several."""
        for day in days if len(days) > 1 else ():
            self.days.addItem(day_choice(day), day)


class ScheduleDialog(PaperDialog[ScheduleWish]):
    """Prints the schedule of one delegate."""

    def __init__(
        self, calls: ScheduleCalls, tools: Tools, person: Person, parent: QWidget | None = None
    ) -> None:
        asked = ScheduleAsking(tools, person)
        super().__init__(calls, tools, _ABOUT, asked, parent)
        self.asked = asked
        self._look()
        tools.reads.run(
            lambda _report: calls.standing(person.id),
            view=self._view,
            then=self.asked.show_standing,
        )
        tools.reads.run(lambda _report: calls.days(), view=self._view, then=self.asked.show_days)
