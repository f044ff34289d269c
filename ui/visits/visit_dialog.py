"""The dialogs that offer a visit, change one, and cancel one; they say first whom it concerns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QLineEdit, QSpinBox, QTimeEdit, QWidget

from app.visits.overview import Consequences
from app.visits.visit import VisitFacts, VisitOrder
from ui.common.buttons import Choice
from ui.common.fields import labelled, plain
from ui.common.page import Tools
from ui.common.parts import row
from ui.common.times import day_words
from ui.visits.asking import Told, VisitAsking
from ui.visits.services import VisitServices
from ui.visits.words import counted

_MOST_PLACES = 9_999
_AT, _BACK, _PLACES = QTime(14, 0), QTime(16, 0), 20


class VisitDialog(VisitAsking):
    """Asks for a new visit, or for another state of one. A change says first who must be told."""

    def __init__(
        self,
        services: VisitServices,
        tools: Tools,
        days: Sequence[date],
        visit: VisitFacts | None,
        parent: QWidget,
    ) -> None:
        title = f"Change {visit.title}" if visit else "Offer a visit"
        super().__init__(tools, title, "Save" if visit else "Offer it", parent)
        self._services, self._visit = services, visit
        self.name, self.sector, self.point = QLineEdit(), QLineEdit(), QLineEdit()
        self.point.setPlaceholderText("Where people gather: North gate, bus 2")
        self.sector.setPlaceholderText("Food, life science…")
        self.day = Choice(tools.look)
        self.leaves, self.back = plain(QTimeEdit(_AT)), plain(QTimeEdit(_BACK))
        self.places = plain(QSpinBox(minimum=0, maximum=_MOST_PLACES, value=_PLACES))
        self.concerned = Told()
        self._sure = False
        self.said.hide()
        self._days = sorted({*days, *([self._days_of(visit)[0]] if visit else ())})
        for each in self._days:
            self.day.addItem(day_words(each))
        for field in (self.leaves, self.back):
            field.setDisplayFormat("HH:mm")
        if visit:
            self._show(visit)
        self._lay_out_fields()
        self._connect()
        self.name.setFocus()

    def _lay_out_fields(self) -> None:
        times = row(
            labelled("Day", self.day),
            labelled("Leaves", self.leaves),
            labelled("Back", self.back),
            labelled("Places", self.places),
            gap=12,
        )
        times.setStretch(0, 1)
        self.lay_out(
            labelled("Title", self.name),
            times,
            labelled("Meeting point", self.point),
            labelled("Sector", self.sector),
            self.concerned,
        )

    def _connect(self) -> None:
        self.act.clicked.connect(self._save)
        for text in (self.name, self.sector, self.point):
            text.textEdited.connect(self._doubt)
        for at in (self.leaves, self.back):
            at.timeChanged.connect(self._doubt)
        self.day.currentIndexChanged.connect(self._doubt)
        self.places.valueChanged.connect(self._doubt)

    def _show(self, visit: VisitFacts) -> None:
        self.name.setText(visit.title)
        self.sector.setText(visit.sector)
        self.point.setText(visit.meeting_point)
        self.places.setValue(visit.places)
        self.show_day(self._days_of(visit)[0])
        for field, at in ((self.leaves, visit.starts_at), (self.back, visit.ends_at)):
            local = at.astimezone(self._tools.times.zone)
            field.setTime(QTime(local.hour, local.minute))

    def show_day(self, day: date) -> None:
        """Choose a day."""
        self.day.setCurrentIndex(self._days.index(day))

    def _doubt(self, *_changed: object) -> None:
        """Forget what was said to concern people: it is otherwise now."""
        if self._sure:
            self._sure = False
            self.concerned.hide()
            self.act.set_words("Save")

    def _days_of(self, visit: VisitFacts) -> tuple[date, timedelta]:
        """Give the day that a visit is on, and how many days later it is back."""
        zone = self._tools.times.zone
        leaves, back = (each.astimezone(zone).date() for each in (visit.starts_at, visit.ends_at))
        return leaves, back - leaves

    def _order(self) -> VisitOrder:
        day = self._days[self.day.currentIndex()]
        later = self._days_of(self._visit)[1] if self._visit else timedelta(0)
        return VisitOrder(
            self.name.text(),
            self._instant(day, self.leaves),
            self._instant(day + later, self.back),
            self.places.value(),
            self.sector.text(),
            self.point.text(),
        )

    def _instant(self, day: date, field: QTimeEdit) -> datetime:
        at = time(field.time().hour(), field.time().minute())
        return datetime.combine(day, at, self._tools.times.zone)

    def _save(self) -> None:
        order, visit = self._order(), self._visit
        visits, overview = self._services.visits, self._services.overview
        if visit is None:
            self.run(
                lambda: visits.add(order), lambda _v: self.end(f"{_called(order)} is offered.")
            )
            return
        values: dict[str, Any] = {name: getattr(order, name) for name in _FIELDS}
        if self._sure:
            self.run(
                lambda: visits.change(str(visit.id), values),
                lambda _v: self.end(f"{_called(order)} is changed."),
            )
            return
        self.run(lambda: overview.if_changed(str(visit.id), values), self._weigh)

    def _weigh(self, found: Consequences) -> None:
        self._sure = True
        if not self.concerned.show_what(found, self._tools.times):
            self._save()
            return
        self.act.set_words("Change it all the same")
        self.act.setFocus()
        self.fit()


class CancelDialog(VisitAsking):
    """Asks whether a visit is not to take place, and says who must be told."""

    def __init__(
        self, services: VisitServices, tools: Tools, visit: VisitFacts, parent: QWidget
    ) -> None:
        super().__init__(tools, f"Cancel {visit.title}?", "Cancel the visit", parent)
        self._services, self._visit = services, visit
        self.leave.set_words("Keep it")
        self.concerned = Told()
        self.said.setText("Looking whom it concerns…")
        self.lay_out(self.concerned)
        self.act.setEnabled(False)
        self.act.clicked.connect(self._cancel)
        self.leave.setFocus()
        self.run(lambda: services.overview.if_cancelled(str(visit.id)), self._weigh)

    def _weigh(self, found: Consequences) -> None:
        people = counted(len(found.told), "person has that time", "people have that time")
        waits = counted(len(found.waiting), "person no longer waits", "people no longer wait")
        waiting = f" {waits} for a place." if found.waiting else ""
        self.said.setText(f"{people} free again for meetings.{waiting}")
        self.concerned.show_what(found, self._tools.times)
        self.fit()

    def _cancel(self) -> None:
        visit = self._visit
        self.run(
            lambda: self._services.visits.cancel(str(visit.id)),
            lambda _v: self.end(f"{visit.title} is cancelled."),
        )


_FIELDS = tuple(VisitOrder.__dataclass_fields__)


def _called(order: VisitOrder) -> str:
    return " ".join(order.title.split())
