"""The session that is open beside the timeline, and the mode in which scans check in to it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.errors import DeskError
from app.meetings.attendees import Someone
from app.programme.bookings import Attended
from app.programme.views import Listed, SessionFacts
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.common.sentences import sentence
from ui.programme.doing import Doing
from ui.programme.services import ProgrammeServices
from ui.programme.side import ProgrammeSide
from ui.programme.timeline import Timeline
from ui.programme.words import came_words


class OpenSession(QObject):
    """Keeps the panel as its session stands. ``refused`` is what nobody waits for at the door."""

    refused = Signal(object)
    heard = Signal(bool)
    change_wanted = Signal(SessionFacts)
    move_wanted = Signal(object)
    person_wanted = Signal(object)

    def __init__(
        self,
        timeline: Timeline,
        side: ProgrammeSide,
        services: ProgrammeServices,
        tools: Tools,
    ) -> None:
        super().__init__(timeline)
        self._timeline, self._side, self._services, self._tools = timeline, side, services, tools
        self._view = Quiet(self)
        self._view.refused.connect(self.refused)
        self.doing = Doing(services, tools, self)
        self._id: UUID | None = None
        self._scans = False
        self._connect()

    @property
    def takes_scans(self) -> bool:
        """Tell whether scans are for the session that is open."""
        return self._scans

    def open(self, session: UUID) -> None:
        """Open a session of the day that is shown."""
        if session != self._id:
            self.let_scan(on=False)
        self._id = session
        self._timeline.choose(session)
        self._side.show_session()
        self.follow()

    def close(self) -> bool:
        """Close it; with scans on, end that first. False: none was open."""
        if self._id is None:
            return False
        if self._scans:
            self.let_scan(on=False)
            return True
        self._id = None
        self._side.show_conflicts()
        return True

    def show_again(self) -> None:
        """Show what was open before something was in hand."""
        if self._id is None:
            self._side.show_conflicts()
        else:
            self._side.show_session()

    def follow(self) -> None:
        """Show it as it stands by now."""
        sheet = self._timeline.sheet
        if self._id is None or sheet is None:
            return
        block = sheet.of_session.get(self._id)
        if block is None or block.session is None:
            self.let_scan(on=False)
            self.close()
            return
        if block.session.cancelled:
            self.let_scan(on=False)
        self._side.session.show_session(block.session)
        self._read_people()

    def _read_people(self) -> None:
        """Read the list, which takes no time: of a big event the day takes more."""
        session = self._id
        if session is not None:
            self._tools.quick.run(
                lambda _report: (session, self._services.people(session)),
                view=self._view,
                then=self._show_people,
            )

    def let_scan(self, *, on: bool) -> None:
        """Let scans be for this session, until it is ended or closed."""
        if self._scans != on:
            self._scans = on
            self._side.session.let_scan(on=on)

    def take_scan(self, text: str) -> bool:
        """Take a scan; false: the mode is off."""
        if not self._scans or self._id is None:
            return False
        self.doing.scan(self._id, text)
        return True

    def cancel(self) -> None:
        """Let it not take place, or take place after all."""
        session = self._side.session.session
        if session is not None:
            (self.doing.restore if session.cancelled else self.doing.cancel)(session)

    def _show_people(self, read: tuple[UUID, tuple[Listed, ...]]) -> None:
        session, people = read
        if session == self._id:
            self._side.session.show_people(people)

    def _came(self, came: Attended) -> None:
        if self._scans:
            self._side.session.band.show_came(came)
            self.heard.emit(came_words(came, self._tools.times.zone)[0])

    def _refuse(self, refusal: DeskError) -> None:
        if self._scans:
            words = sentence(refusal, self._tools.times.of_day)
            self._side.session.band.show_refusal(words)
            self.heard.emit(False)
        else:
            self.refused.emit(refusal)

    def _of_session(self, session: SessionFacts | None) -> SessionFacts:
        assert session is not None  # noqa: S101 - its deeds are offered only while one is shown
        return session

    def _connect(self) -> None:
        panel, doing = self._side.session, self.doing
        doing.came.connect(self._came)
        doing.refused.connect(self._refuse)
        doing.told.connect(self._read_people)
        panel.left.connect(self.close)
        panel.door_wanted.connect(lambda on: self.let_scan(on=on))
        panel.cancel_wanted.connect(self.cancel)
        panel.change_wanted.connect(
            lambda: self.change_wanted.emit(self._of_session(panel.session))
        )
        panel.move_wanted.connect(lambda: self.move_wanted.emit(self._id))
        panel.fill_wanted.connect(lambda: doing.fill(self._of_session(panel.session)))
        bar = panel.bar
        bar.book_wanted.connect(lambda who: doing.book(self._of_session(panel.session), who))
        bar.unbook_wanted.connect(lambda who: doing.unbook(self._of_session(panel.session), who))
        bar.check_in_wanted.connect(
            lambda who: doing.check_in(self._of_session(panel.session), who)
        )
        bar.excuse_wanted.connect(
            lambda who, on: doing.excuse(self._of_session(panel.session), who, on=on)
        )
        bar.person_wanted.connect(self._want_person)

    def _want_person(self, who: Someone) -> None:
        self.person_wanted.emit(who.id)
