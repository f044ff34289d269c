"""The part of the programme page for rounds at mixed tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget

from app.cli.meanwhile_words import meanwhile_lines
from app.icebreaking.keeping import Fitted
from app.icebreaking.mixing import RoundsMade
from app.icebreaking.rounds import KeptRounds
from app.icebreaking.swapping import Swap
from app.journal.journal import Changes
from app.programme.meanwhile import Meanwhile
from app.progress import Report
from ui.common.buttons import Rank
from ui.common.day_part import DayPart, PartOffer
from ui.common.jobs import Quiet
from ui.common.page import News, Tools
from ui.common.parts import focus_first, line, row, scrolled
from ui.common.times import day_words
from ui.rounds.form import RoundsForm
from ui.rounds.running import Running
from ui.rounds.services import DayOfRounds, RoundsServices
from ui.rounds.sight import Sight
from ui.rounds.words import counted, effect, fitted

T = TypeVar("T")
_MADE_OF = frozenset({"CheckIn", "Delegate", "Icebreaker", "RoundSeat"})
_SETTLED_MS, _TYPED_MS, _TICK_MS = 400, 150, 1000
_WIDE = 320


class RoundsPart(DayPart):
    """Asks for rounds and shows how good they are; then shows them as they run."""

    clock_wanted = Signal()
    print_wanted = Signal(str)
    """A paper by its key is to be printed."""

    def __init__(self, services: RoundsServices, tools: Tools) -> None:
        super().__init__()
        self._services, self._tools = services, tools
        self._day = tools.times.today()
        self._known: DayOfRounds | None = None
        self._made: RoundsMade | None = None
        self._is_anew = self._is_stale = False
        self._begun = 0
        self.form = RoundsForm(tools.look)
        self.running = Running(tools.look, tools.times)
        self.sight = Sight(tools.look, tools.times)
        self.let_go = self.sight.seating.let_go
        self._left = QStackedWidget()
        self._view = Quiet(self)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._timed = QTimer(self, singleShot=True, interval=_TYPED_MS)
        self._ticks = QTimer(self, interval=_TICK_MS)
        for each in (self.form, self.running):
            self._left.addWidget(scrolled(each))
        self._left.setFixedWidth(_WIDE)
        whole = row(self._left, line("upright"), self.sight, gap=0)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self._connect()

    def show_day(self, day: date) -> None:
        if day != self._day or self._known is None:
            self._day, self._known, self._made, self._is_anew = day, None, None, False
            self._read()

    def arrive(self) -> None:
        if self._is_stale:
            self._read()
        self._ticks.start()
        focus_first(self.sight if self._kept is not None and not self._is_anew else self.form)

    def show_person(self, person: UUID, at: datetime) -> None:
        self.sight.seek(person, at)

    def learn(self, changes: Changes) -> None:
        if not changes.models.isdisjoint(_MADE_OF):
            self._is_stale = True
            if self.isVisible():
                self._settled.start()

    def offers(self) -> Sequence[PartOffer]:
        return (
            PartOffer("Find seats for rounds", "users", self._find, also="icebreaking mix tables"),
            PartOffer(
                "Round clock", "timer", self.clock_wanted.emit, also="countdown ice-breaking"
            ),
        )

    @property
    def kept(self) -> KeptRounds | None:
        """The rounds of the day, if some are kept."""
        return self._kept

    @property
    def made(self) -> RoundsMade | None:
        """Seats that were found and are not kept yet."""
        return self._made

    @property
    def _kept(self) -> KeptRounds | None:
        return self._known.kept if self._known is not None else None

    def _read(self) -> None:
        self._is_stale = False
        services, day, for_form = self._services, self._day, self._is_anew
        self._tools.reads.run(
            lambda _report: services.read(day, for_form=for_form), view=self._view, then=self._take
        )

    def _take(self, known: DayOfRounds) -> None:
        if known.day != self._day:
            return
        is_new = self._known is None
        self._known = known
        self._look_besides()
        now = self._tools.times.clock()
        self._begun = known.kept.begun(now) if known.kept is not None else 0
        if is_new and known.kept is None and known.day == self._tools.times.today():
            self.form.show_start(now.astimezone(self._tools.times.zone))
        if known.crowd is not None:
            self.form.show_crowd(known.day, known.crowd)
        if known.kept is not None and is_new:
            self.form.show_kept(known.kept, self._tools.times.zone)
        self._show()

    def _show(self) -> None:
        known = self._known
        if known is None:
            return
        self.form.seek.set_rank(Rank.PLAIN if self._made is not None else Rank.MAIN)
        kept = known.kept if not self._is_anew else None
        has_focus = self.form.isAncestorOf(QApplication.focusWidget() or self)
        self._left.setCurrentIndex(1 if kept is not None else 0)
        if kept is not None:
            if has_focus:
                self.sight.seating.setFocus()
            self.running.show_kept(kept, known.presence)
            self.sight.show_kept(kept, {each.id for each in known.presence.missing})
        elif self._made is not None:
            self.sight.show_made(self._made, known.crowd.tables if known.crowd else 0)
        else:
            self.sight.show_nothing(f"No rounds on {day_words(known.day)} yet.")

    def _find(self) -> None:
        if not self.form.isVisible() or self.sight.strip.busy:
            return
        services, order = self._services, self.form.order

        def work(report: Report) -> RoundsMade:
            return services.find(order, report)

        self._tools.slow.run(work, view=self.sight.strip, then=self._found)

    def _found(self, made: RoundsMade) -> None:
        self._made = made
        self.sight.preview.show_besides(())
        self._look_besides()
        self._show()
        self.sight.preview.keep.setFocus()

    def _look_besides(self) -> None:
        """Find out what else there is at the times that are chosen now."""
        made, known, services = self._made, self._known, self._services
        if made is None or known is None:
            return
        zone, day = self._tools.times.zone, known.day
        times = self.form.timetable(zone)

        def show(found: Meanwhile) -> None:
            if made is self._made and times == self.form.timetable(zone):
                self.sight.preview.show_besides(meanwhile_lines(found, zone))

        self._tools.reads.run(
            lambda _report: services.meanwhile(day, made, times), view=self._view, then=show
        )

    def _forget(self) -> None:
        if self._made is not None:
            self._made = None
            self._show()

    def _discard(self) -> None:
        self._made, self._is_anew = None, False
        self._show()

    def _keep(self) -> None:
        made, known = self._made, self._known
        if made is None or known is None:
            return
        services, day = self._services, known.day
        timetable = self.form.timetable(self._tools.times.zone)
        self._do(lambda: services.keep(day, made, timetable), self._has_kept)

    def _has_kept(self, kept: KeptRounds) -> None:
        self._made, self._is_anew = None, False
        rounds = counted(len(kept.rounds), "round is", "rounds are")
        self.told.emit(
            News(f"{rounds} kept, from {self._tools.times.of_day(kept.timetable.starts_at)}.")
        )
        self._read()

    def _fit_in(self) -> None:
        day = self._day
        self._do(lambda: self._services.fit_in(day), lambda done: self._fitted(done, late=True))

    def _let_go(self) -> None:
        day = self._day
        self._do(lambda: self._services.let_go(day), lambda done: self._fitted(done, late=False))

    def _let_one_go(self, delegate: UUID) -> None:
        day = self._day
        self._do(
            lambda: self._services.stay_away(day, delegate),
            lambda done: self._fitted(done, late=False),
        )

    def _fitted(self, done: Fitted, *, late: bool) -> None:
        self.told.emit(News(fitted(done, self._tools.times.clock(), late=late)))
        if late:
            self.sight.mark_next(done.who[0].id)
        self._read()

    def _consider(self, number: int, one: UUID, other: UUID) -> None:
        services, day = self._services, self._day
        self._tools.reads.run(
            lambda _report: services.look_at_swap(day, number, one, other),
            view=self._view,
            then=self.sight.show_effect,
        )

    def _swap(self, number: int, one: UUID, other: UUID) -> None:
        services, day = self._services, self._day
        self._do(lambda: services.swap(day, number, one, other), self._swapped)

    def _swapped(self, done: Swap) -> None:
        self.told.emit(News(effect(done)))
        self._read()

    def _seat_anew(self) -> None:
        self._is_anew, self._made = True, None
        self._show()
        self._read()
        focus_first(self.form)

    def _drop(self) -> None:
        services, day = self._services, self._day
        self._do(lambda: services.drop(day), lambda _none: self._dropped(day))

    def _dropped(self, day: date) -> None:
        self.told.emit(News(f"There are no rounds on {day_words(day)}."))
        self._read()

    def _do(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        # Finding a few seats may take a second, for which no scan is to wait.
        self._tools.slow.run(lambda _report: work(), view=self._view, then=then)

    def _tick(self) -> None:
        kept = self._kept
        if self.isVisible() and kept is not None and not self._is_anew:
            self.running.tick()
            self.sight.tick()
            begun = kept.begun(self._tools.times.clock())
            if begun != self._begun:
                # Who comes late to the rounds that are left, and who misses them, are others now.
                self._read()

    def _connect(self) -> None:
        form, running, sight = self.form, self.running, self.sight
        self._view.refused.connect(sight.strip.job_refused)
        self._settled.timeout.connect(self._read)
        self._timed.timeout.connect(self._look_besides)
        self._ticks.timeout.connect(self._tick)
        form.find_wanted.connect(self._find)
        form.changed.connect(self._forget)
        form.timed.connect(self._timed.start)
        running.fit_in_wanted.connect(self._fit_in)
        running.let_go_wanted.connect(self._let_go)
        running.anew_wanted.connect(self._seat_anew)
        running.drop_wanted.connect(self._drop)
        running.clock_wanted.connect(self.clock_wanted)
        running.print_wanted.connect(self.print_wanted)
        sight.preview.keep_wanted.connect(self._keep)
        sight.preview.discarded.connect(self._discard)
        sight.considered.connect(self._consider)
        sight.swap_wanted.connect(self._swap)
        sight.seating.stays_away.connect(self._let_one_go)
        sight.seating.opened.connect(self.delegate_wanted)
        sight.strip.busy_changed.connect(form.seek.setDisabled)
        sight.strip.refused.connect(lambda _refusal: form.come_back())
