"""Asks who takes part in rounds, how many there are, and when."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QSpinBox, QTimeEdit, QWidget

from app.icebreaking.crowd import Among, Counted, Crowd
from app.icebreaking.mixing import LEAST_AT_TABLE, MOST_ROUNDS, RoundsOrder
from app.icebreaking.rounds import KeptRounds, Timetable
from ui.common.buttons import Button, Choice, Rank
from ui.common.fields import labelled, plain
from ui.common.lettering import LABEL, SECTION
from ui.common.look import Look
from ui.common.parts import Text, column, row
from ui.common.segments import ViewSwitch

FIND = "Alt+F"
_BY_SIZE, _BY_TABLES = 0, 1
_EVERYBODY, _HERE = 0, 1
_USUAL_TABLES = 10
_QUARTER = 15


class RoundsForm(QWidget):
    """Who, how many, when. ``changed``: what was found before is not what is asked for now."""

    find_wanted = Signal()
    changed = Signal()
    timed = Signal()
    """Only the times are otherwise: what was found still counts."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._day = date.min
        self.who = Choice(look)
        self.delegation, self.sector, self.kind = (Choice(look) for _ in range(3))
        self.rounds, self.many, self.minutes, self.pause = (plain(QSpinBox()) for _ in range(4))
        self.by = ViewSwitch(look, "People a table", "Tables")
        self.start = plain(QTimeEdit(QTime(9, 0)))
        self.start.setDisplayFormat("HH:mm")
        self.ends = Text("", LABEL, "2")
        self.seek = Button(look, "Find seats", "users", FIND, rank=Rank.MAIN)
        self._sizes = [6, _USUAL_TABLES]
        for field, least, most, usual, suffix in (
            (self.rounds, 1, MOST_ROUNDS, 4, ""),
            (self.many, LEAST_AT_TABLE, 100, 6, ""),
            (self.minutes, 1, 240, 10, " min"),
            (self.pause, 0, 240, 2, " min"),
        ):
            field.setRange(least, most)
            field.setValue(usual)
            field.setSuffix(suffix)
        self._lay_out()
        self._connect()

    def show_crowd(self, day: date, crowd: Crowd) -> None:
        """Say whom there is to choose from; what was chosen stays chosen."""
        self._day = day
        texts = (f"Everybody accepted ({crowd.people:,})", f"Who is checked in ({crowd.here:,})")
        _fill(self.who, [(text, str(at)) for at, text in enumerate(texts)])
        _fill(self.delegation, _counted("All delegations", crowd.delegations))
        _fill(self.sector, _counted("All sectors", crowd.sectors))
        _fill(self.kind, _counted("All sorts of organisations", crowd.kinds, upper=True))
        self._say_end()

    def show_start(self, now: datetime) -> None:
        """Begin at the next quarter of an hour."""
        minutes = (now.hour * 60 + now.minute) // _QUARTER * _QUARTER + _QUARTER
        self.start.setTime(QTime(min(minutes // 60, 23), minutes % 60))

    def come_back(self) -> None:
        """Go on here after a refusal: a button that is held while it works loses the focus."""
        if self.isVisible():
            self.seek.setFocus()

    def show_kept(self, kept: KeptRounds, zone: ZoneInfo) -> None:
        """Start from rounds that are kept."""
        local = kept.timetable.starts_at.astimezone(zone)
        self.start.setTime(QTime(local.hour, local.minute))
        self.minutes.setValue(kept.timetable.minutes)
        self.pause.setValue(kept.timetable.pause)
        self.rounds.setValue(len(kept.rounds))
        self.by.choose(_BY_SIZE)
        self._sizes[_BY_SIZE] = kept.size
        self._switch(_BY_SIZE)

    @property
    def order(self) -> RoundsOrder:
        """What is asked for."""
        here = self._day if self.who.currentData() == str(_HERE) else None
        chosen = (self.delegation, self.sector, self.kind)
        among = Among(here, *(tuple(filter(None, (each.currentData(),))) for each in chosen))
        if self._by_tables:
            return RoundsOrder(self.rounds.value(), LEAST_AT_TABLE, among, self.many.value())
        return RoundsOrder(self.rounds.value(), self.many.value(), among)

    def timetable(self, zone: ZoneInfo) -> Timetable:
        """Give when they are."""
        clock = self.start.time()
        start = datetime(
            self._day.year,
            self._day.month,
            self._day.day,
            clock.hour(),
            clock.minute(),
            tzinfo=zone,
        )
        return Timetable(start.astimezone(UTC), self.minutes.value(), self.pause.value())

    @property
    def _by_tables(self) -> bool:
        return self.by.segments[_BY_TABLES].isChecked()

    def _switch(self, place: int) -> None:
        self.many.blockSignals(True)
        self.many.setRange(2 if place == _BY_TABLES else LEAST_AT_TABLE, 500)
        self.many.setValue(self._sizes[place])
        self.many.blockSignals(False)
        self.many.setAccessibleName(self.by.segments[place].text())

    def _resized(self, value: int) -> None:
        self._sizes[_BY_TABLES if self._by_tables else _BY_SIZE] = value

    def _say_end(self) -> None:
        begin = self.start.time()
        minutes = self.rounds.value() * (self.minutes.value() + self.pause.value())
        end = begin.addSecs(60 * (minutes - self.pause.value()))
        whole = timedelta(minutes=minutes - self.pause.value())
        over = begin.msecsSinceStartOfDay() // 1000 + whole.total_seconds() >= 24 * 3600
        text = "The last one ends after midnight. Begin earlier." if over else ""
        self.ends.setText(text or f"The last one ends at {end.toString('HH:mm')}.")

    def _connect(self) -> None:
        for choice in (self.who, self.delegation, self.sector, self.kind):
            choice.activated.connect(self.changed)
        self.by.chosen.connect(self._switch)
        self.by.chosen.connect(self.changed)
        self.many.valueChanged.connect(self._resized)
        for spin in (self.rounds, self.many):
            spin.valueChanged.connect(self.changed)
        for spin in (self.minutes, self.pause, self.rounds):
            spin.valueChanged.connect(self._say_end)
        self.start.timeChanged.connect(self._say_end)
        for timed in (self.minutes.valueChanged, self.pause.valueChanged, self.start.timeChanged):
            timed.connect(self.timed)
        self.seek.clicked.connect(self.find_wanted)

    def _lay_out(self) -> None:
        self._switch(_BY_SIZE)
        for choice, name in (
            (self.delegation, "Delegation"),
            (self.sector, "Sector"),
            (self.kind, "Sort of organisation"),
        ):
            choice.setAccessibleName(name)
        by = column(self.by, self.many, gap=8)
        rounds = row(
            labelled("Rounds", self.rounds), labelled("Minutes each", self.minutes), gap=12
        )
        when = row(labelled("Begin at", self.start), labelled("Between two", self.pause), gap=12)
        who = column(labelled("Who takes part", self.who), self.delegation, self.sector, gap=8)
        who.addWidget(self.kind)
        title = Text("Rounds at mixed tables", SECTION)
        parts = (title, who, by, rounds, when, self.ends, row(self.seek, None))
        self.setLayout(column(*parts, None, gap=16, margins=(20, 20, 20, 20)))


def _fill(choice: Choice, entries: list[tuple[str, str]]) -> None:
    chosen = choice.currentData()
    choice.blockSignals(True)
    choice.clear()
    for text, data in entries:
        choice.addItem(text, data)
    choice.setCurrentIndex(max(choice.findData(chosen), 0) if chosen is not None else 0)
    choice.setEnabled(len(entries) > 1)
    choice.blockSignals(False)


def _counted(everything: str, names: Counted, *, upper: bool = False) -> list[tuple[str, str]]:
    said = [
        (f"{name.capitalize() if upper else name} ({number:,})", name) for name, number in names
    ]
    return [(everything, ""), *said]
