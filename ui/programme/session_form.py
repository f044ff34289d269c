"""The fields of a session, and what they say of it."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPlainTextEdit, QSpinBox, QTimeEdit, QWidget

from app.programme.orders import Place, SessionOrder
from app.programme.session import SessionKind
from app.programme.timeline import DayProgramme
from app.programme.views import SessionFacts
from ui.common.buttons import Choice
from ui.common.check import CheckBox
from ui.common.completing import Completing
from ui.common.fields import labelled, plain
from ui.common.lettering import BODY, font
from ui.common.page import Tools
from ui.common.parts import column, row
from ui.common.person_field import FindPeople
from ui.common.times import day_words
from ui.programme.voices_field import VoicesField
from ui.programme.words import KIND_WORDS

_DAY = timedelta(days=1)


class SessionForm(QWidget):
    """Title, kind, time and room, who speaks, and who may come. ``changed`` comes with any."""

    changed = Signal()

    def __init__(self, programme: DayProgramme, find: FindPeople, tools: Tools) -> None:
        super().__init__()
        self.setProperty("part", "scrolled")
        look = tools.look
        self._programme = programme
        days = programme.days
        self._days = days if programme.date in days else (programme.date, *days)
        self.title, self.track, self.room = QLineEdit(), QLineEdit(), QLineEdit()
        self.kind, self.day = Choice(look), Choice(look)
        self.starts, self.ends = plain(QTimeEdit(QTime(10, 0))), plain(QTimeEdit(QTime(11, 0)))
        self.places = plain(QSpinBox())
        self.booking = CheckBox(look, "To be booked")
        self.everybody = CheckBox(look, "For everybody: nobody has meetings then")
        self.speakers = VoicesField(look, find, tools.quick, "Speakers")
        self.moderators = VoicesField(look, find, tools.quick, "Moderators")
        self.abstract = QPlainTextEdit()
        self._fill()
        self._lay_out()
        self._connect()

    @property
    def times(self) -> tuple[datetime, datetime]:
        """When it is; what ends before it starts ends on the next day, if it starts after noon."""
        day = self._days[self.day.currentIndex()]
        starts, ends = _time(self.starts), _time(self.ends)
        is_late = ends <= starts and starts >= time(17) and ends <= time(9)
        zone = self._programme.zone
        return (
            datetime.combine(day, starts, zone),
            datetime.combine(day + (_DAY if is_late else timedelta()), ends, zone),
        )

    @property
    def place(self) -> Place:
        """When and where it is."""
        return Place(*self.times, self.room.text().strip())

    @property
    def order(self) -> SessionOrder:
        """What is said of it besides."""
        places = self.places.value()
        return SessionOrder(
            title=self.title.text(),
            kind=list(SessionKind)[self.kind.currentIndex()],
            track=self.track.text(),
            abstract=self.abstract.toPlainText(),
            places=places or None,
            open_to_all=not places,
            booking=self.booking.isChecked(),
            everybody=self.everybody.isChecked(),
            speakers=self.speakers.said,
            moderators=self.moderators.said,
        )

    def show_session(self, session: SessionFacts) -> None:
        """Begin with what is said of a session."""
        zone = self._programme.zone
        self.title.setText(session.title)
        self.track.setText(session.track)
        self.kind.setCurrentIndex([each.value for each in SessionKind].index(session.kind))
        self.show_place(
            session.starts_at.astimezone(zone), session.ends_at.astimezone(zone), session.room
        )
        self.places.setValue(session.places or 0)
        self.booking.setChecked(session.booking)
        self.everybody.setChecked(session.everybody)
        self.speakers.show_voices(session.speakers)
        self.moderators.show_voices(session.moderators)
        self.abstract.setPlainText(session.abstract)

    def show_place(self, starts: datetime, ends: datetime, room: str) -> None:
        """Begin at this time, as the clocks of the venue have it, in this room."""
        if starts.date() in self._days:
            self.day.setCurrentIndex(self._days.index(starts.date()))
        self.starts.setTime(QTime(starts.hour, starts.minute))
        self.ends.setTime(QTime(ends.hour, ends.minute))
        self.room.setText(room)

    def _fill(self) -> None:
        for kind in SessionKind:
            self.kind.addItem(KIND_WORDS[kind.value])
        for day in self._days:
            self.day.addItem(day_words(day))
        self.day.setCurrentIndex(self._days.index(self._programme.date))
        self.kind.setCurrentIndex(list(SessionKind).index(SessionKind.TALK))
        for each in (self.starts, self.ends):
            each.setDisplayFormat("HH:mm")
        self.places.setRange(0, 100_000)
        self.places.setSpecialValueText("Open to all")
        self.abstract.setTabChangesFocus(True)
        self.abstract.setFixedHeight(64)
        self.abstract.setFont(font(BODY))
        rooms = self._programme.rooms
        Completing(self.room).suggest_by(
            lambda typed: [each for each in rooms if typed.casefold() in each.casefold()]
        )

    def _lay_out(self) -> None:
        title = labelled("Title", self.title)
        kinds = _side_by_side(labelled("Kind", self.kind), labelled("Track", self.track))
        times = _side_by_side(
            labelled("Day", self.day), labelled("Starts", self.starts), labelled("Ends", self.ends)
        )
        rooms = _side_by_side(labelled("Room", self.room), labelled("Places", self.places))
        ticks = row(self.booking, self.everybody, None, gap=20)
        voices = _side_by_side(column(self.speakers, None), column(self.moderators, None))
        about = labelled("What it is about", self.abstract)
        self.setLayout(
            column(
                title,
                times,
                rooms,
                kinds,
                ticks,
                voices,
                about,
                None,
                gap=14,
                margins=(0, 0, 12, 0),
            )
        )

    def _connect(self) -> None:
        for text in (self.title, self.track, self.room):
            text.textChanged.connect(self.changed)
        for field in (self.starts, self.ends):
            field.timeChanged.connect(self.changed)
        self.day.currentIndexChanged.connect(self.changed)


def _side_by_side(*fields: QBoxLayout) -> QBoxLayout:
    layout = row(*fields, gap=12)
    for at in range(len(fields)):
        layout.setStretch(at, 1)
    return layout


def _time(field: QTimeEdit) -> time:
    return time(field.time().hour(), field.time().minute())
