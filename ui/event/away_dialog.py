"""When a delegate is elsewhere: shown, noted, taken out again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, time
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QTimeEdit, QWidget

from app.errors import DeskError
from app.event.slots import SlotTimes
from app.meetings.limits import Away
from ui.common.buttons import Button, Choice, Rank, SmallButton
from ui.common.fields import labelled, plain
from ui.common.lettering import BODY, BODY_STRONG, SECTION
from ui.common.page import News, Tools
from ui.common.parts import Elided, Text, clear, column, row
from ui.common.person_field import PersonField
from ui.common.sentences import sentence
from ui.common.strip import StatusStrip
from ui.common.times import day_words
from ui.event.meeting_services import MeetingServices

_WIDE, _TALL = 620, 460


class AwayDialog(QDialog):
    """Asks whose times these are, if nobody was named. Plans keep people free of them."""

    told = Signal(News)

    def __init__(
        self,
        meetings: MeetingServices,
        tools: Tools,
        slots: Sequence[SlotTimes],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._limits, self._tools = meetings.limits, tools
        self._who: tuple[UUID, str] | None = None
        look = tools.look
        self.setWindowTitle("Times away")
        self.strip = StatusStrip(look, clock=tools.times.of_day)
        self.person = PersonField(meetings.find, tools.quick, "Whose times")
        self._name = Text("", BODY_STRONG)
        self._list = column(gap=6)
        self.day = Choice(look)
        self.starts, self.ends = plain(QTimeEdit()), plain(QTimeEdit())
        self._offer(slots)
        self.why = QLineEdit()
        self.why.setPlaceholderText("Talk, flight…")
        self.add = SmallButton(look, "Note it", "plus", rank=Rank.MAIN)
        self.close_it = Button(look, "Close", "x")
        self._some = QWidget()
        self._lay_out()
        self.person.chosen.connect(lambda who: self.show_times(who.id, who.name))
        self.add.clicked.connect(self._add)
        self.close_it.clicked.connect(self.reject)
        self.strip.refused.connect(self._say_it_here)

    def _lay_out(self) -> None:
        more = row(
            labelled("Day", self.day),
            labelled("Away from", self.starts),
            labelled("Until", self.ends),
            labelled("Why", self.why),
            gap=12,
        )
        more.setStretch(3, 1)
        self._some.setLayout(column(self._name, self._list, more, row(self.add, None), gap=12))
        self._some.hide()
        self.setLayout(
            column(
                Text("Times away", SECTION),
                Text("Nobody is planned into a meeting while they are elsewhere.", BODY, "2"),
                labelled("Whose", self.person),
                self.strip,
                self._some,
                None,
                row(None, self.close_it),
                gap=12,
                margins=24,
            )
        )
        self.resize(_WIDE, _TALL)

    def show_times(self, delegate: UUID, name: str) -> None:
        """Show when somebody is elsewhere."""
        self._who = (delegate, name)
        self._name.setText(name)
        self._do(lambda: self._limits.away(delegate), "")

    def _offer(self, slots: Sequence[SlotTimes]) -> None:
        """Offer the days of the event, and an hour from its first slot on."""
        for day in dict.fromkeys(slot.day for slot in slots) or (self._tools.times.today(),):
            self.day.addItem(day_words(day), day)
        begins = slots[0].starts_at.astimezone(self._zone) if slots else None
        first = QTime(begins.hour, begins.minute) if begins else QTime(9, 0)
        for field, at in ((self.starts, first), (self.ends, first.addSecs(3600))):
            field.setTime(at)
            field.setDisplayFormat("HH:mm")
            field.setFixedWidth(84)

    def _say_it_here(self, refusal: DeskError) -> None:
        # The sentence names switches of the command line where there are fields.
        said = sentence(refusal, self._tools.times.of_day)
        self.strip.say(said.replace(" (--from, --to)", ""))

    def _show(self, times: Sequence[Away]) -> None:
        clear(self._list)
        for each in times:
            out = SmallButton(self._tools.look, "Take out", "x", rank=Rank.QUIET)
            said = self._words(each)
            out.setAccessibleName(f"Take out {said}")
            out.clicked.connect(partial(self._remove, each.id))
            line = row(Elided(said, BODY), out)
            line.setStretch(0, 1)
            self._list.addLayout(line)
        if not times:
            self._list.addWidget(Text("There all the time.", BODY, "2"))
        self._some.show()
        self.day.setFocus()

    def _words(self, away: Away) -> str:
        local = [each.astimezone(self._zone) for each in (away.starts_at, away.ends_at)]
        until = (
            f"{local[1]:%H:%M}" if local[0].date() == local[1].date() else f"{local[1]:%a %H:%M}"
        )
        why = f", {away.why}" if away.why else ""
        return f"{local[0]:%a %H:%M}–{until}{why}"

    def _add(self) -> None:
        if self._who is None:
            return
        delegate, name = self._who
        stretch = (self._instant(self.starts), self._instant(self.ends))
        why = self.why.text()
        work = partial(self._limits.is_elsewhere, delegate, stretch, why)
        self._do(work, f"{name} is elsewhere for a while.")
        self.why.clear()

    def _remove(self, stretch: UUID) -> None:
        if self._who is None:
            return
        delegate, name = self._who

        def work() -> tuple[Away, ...]:
            self._limits.is_there(stretch)
            return self._limits.away(delegate)

        self._do(work, f"{name} is there after all.")

    def _do(self, work: Callable[[], tuple[Away, ...]], said: str) -> None:
        def show(times: tuple[Away, ...]) -> None:
            self._show(times)
            if said:
                self.told.emit(News(said))

        self._tools.quick.run(lambda _report: work(), view=self.strip, then=show)

    def _instant(self, field: QTimeEdit) -> datetime:
        at = time(field.time().hour(), field.time().minute())
        return datetime.combine(self.day.currentData(), at, self._zone)

    @property
    def _zone(self) -> ZoneInfo:
        return self._tools.times.zone
