"""A verdict on somebody: the band, who it is, what they are at, and what can be done."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.checkin.reception import AtDesk
from app.meetings.upcoming import DelegateMeetings
from app.printing.schedules.standing import ScheduleStanding
from ui.common.lettering import FACT, LEAD
from ui.common.look import Look
from ui.common.parts import Panel, Picture, Text, column, line, row
from ui.common.schedule_words import old_paper_words
from ui.common.times import Times
from ui.desk.actions import Actions
from ui.desk.band import Band
from ui.desk.facts import FactStrip
from ui.desk.instead import ComesInstead
from ui.desk.next_meetings import NextMeetings, has_meetings
from ui.desk.now_next import NowAndNext
from ui.desk.refusals import Act
from ui.desk.verdicts import Verdict


class VerdictView(QWidget):
    """Adds to a verdict what it did not wait for, as that comes."""

    def __init__(self, look: Look, times: Times) -> None:
        super().__init__()
        self.band = Band(look)
        self._facts = FactStrip(look, times)
        self._facts_line = line()
        self._lead = Text("", LEAD, wraps=True)
        self._advice = Text("", FACT, "2", wraps=True)
        self._attention = _Note(look, "warning", "sticky-note", "warn-text")
        self._problem = _Note(look, "problem", "circle-alert", "bad-text")
        self._paper = _Note(look, "warning", "file-clock", "warn-text")
        self.instead = ComesInstead(look, times)
        self.now_next = NowAndNext(look, times)
        self.meetings = NextMeetings(look, times)
        self.foot = Actions(look)
        self._acts: tuple[Act, ...] = ()
        self._printed_before = False
        self._body = column(
            self._attention,
            self._problem,
            self._paper,
            self._lead,
            self._advice,
            self.instead,
            None,
            gap=8,
            margins=(32, 24, 32, 16),
        )
        above = (self.band, self._facts, self._facts_line, self.now_next)
        self._parts = column(*above, self._body, self.meetings, self.foot, gap=0)
        self.setLayout(self._parts)

    def show_verdict(self, verdict: Verdict, problem: str) -> None:
        self.band.show_verdict(verdict)
        person = verdict.person
        for part in (self._facts, self._facts_line):
            part.setVisible(person is not None)
        if person is not None:
            self._facts.show_person(person)
        self._attention.say(person.attention if person else "")
        self._problem.say(problem)
        self._paper.say("")
        self._acts, self._printed_before = verdict.acts, False
        _say(self._lead, verdict.lead)
        _say(self._advice, verdict.advice)
        self.instead.show_substitute(None)
        self.foot.offer(verdict.acts)
        self.now_next.await_itinerary(coming=has_meetings(verdict))
        self.meetings.await_meetings(coming=has_meetings(verdict))
        self._make_room()

    def show_meetings(self, meetings: DelegateMeetings) -> None:
        self.meetings.show_meetings(meetings)
        self._make_room()

    def _make_room(self) -> None:
        """Share the height between the band and what stands below it."""
        with_meetings = not self.meetings.isHidden()
        for at, share in zip((0, 4, 5), (5, 0, 6) if with_meetings else (3, 2, 0), strict=True):
            if self._parts.stretch(at) != share:
                self._parts.setStretch(at, share)
        said = (self._attention, self._problem, self._paper, self._lead, self._advice)
        is_bare = with_meetings and all(each.isHidden() for each in said)
        above = 0 if is_bare else 14 if with_meetings else 24
        self._body.setContentsMargins(32, above, 32, 0 if with_meetings else 16)

    def show_more(self, verdict: Verdict, about: AtDesk) -> None:
        badge = about.badge
        self._facts.show_badge(badge)
        self._facts.show_decided(about.decided)
        self.instead.show_substitute(about.substitute, about.passed_over)
        printed_before = badge.printed_at is not None and not badge.is_old
        if printed_before and Act.PRINT_BADGE in verdict.acts:
            self._printed_before = True
            self._offer()

    def show_paper(self, verdict: Verdict, standing: ScheduleStanding) -> None:
        self._paper.say(old_paper_words(standing))
        acts = verdict.acts
        if standing.is_out_of_date:
            new = {Act.PRINT_SCHEDULE: Act.PRINT_NEW_SCHEDULE}
            acts = tuple(new.get(act, act) for act in acts)
        self._acts = acts
        self._offer()
        self._make_room()

    def _offer(self) -> None:
        self.foot.offer(self._acts, printed_before=self._printed_before)


class _Note(Panel):
    def __init__(self, look: Look, part: str, icon: str, tone: str) -> None:
        super().__init__(part)
        self._text = Text("", FACT, wraps=True)
        layout = row(Picture(look, icon, tone, 20), self._text, gap=12, margins=(14, 12, 14, 12))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        # What nobody has said yet takes no room from the page either.
        self.hide()

    def say(self, text: str) -> None:
        self._text.setText(text)
        self.setVisible(bool(text))


def _say(where: Text, text: str) -> None:
    where.setText(text)
    where.setVisible(bool(text))
