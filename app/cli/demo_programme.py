"""The scenes of a demo beside desk and meetings: rounds at mixed tables, and speeches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import combinations
from uuid import UUID

from app.cli.counted import many
from app.cli.demo_stage import TOLD, Figures, Stage
from app.event.sample_parts import RoundsPart, SpeechesPart
from app.icebreaking.keeping import Icebreaking
from app.icebreaking.rounds import KeptRound, KeptRounds
from app.meetings.attendees import Someone
from app.speeches.running import Now
from app.speeches.speaking import Speaking
from app.visits.boarding import Boarding
from app.visits.visit import VisitFacts
from app.visits.visits import Visits

_OVERRUNS_BY = 1  # minute, whoever speaks first


@dataclass(frozen=True, slots=True)
class OfTheProgramme:
    """What a day has beside meetings.

    ``absent`` do not come, ``late`` come when ``arrive`` lets them in, which tells who they are.
    """

    stage: Stage
    absent: frozenset[UUID]
    late: frozenset[UUID]
    arrive: Callable[[], Iterable[UUID]]

    def of_day(self, day: date) -> Figures:
        """Play what the sample has for a day, in the order of time."""
        sample = self.stage.sample
        scenes = [
            *((each.starts, self._rounds(each)) for each in sample.rounds if each.day == day),
            *((each.starts, self._speeches(each)) for each in sample.speeches if each.day == day),
            *self._visits(day),
        ]
        for _starts, scene in sorted(scenes, key=lambda each: each[0]):
            yield from scene

    def _rounds(self, part: RoundsPart) -> Figures:
        icebreaking, watch = Icebreaking(self.stage.event.journal), self.stage.watch
        self.stage.head("The ice is broken")
        starts = part.starts_at(self.stage.facts.zone)
        watch.until(starts - timedelta(minutes=1))
        self._who_is_missing(icebreaking, part.day)
        watch.until(starts + timedelta(minutes=part.minutes / 2))
        for delegate in self.arrive():
            fitted = icebreaking.come_late(part.day, (delegate,))
            rounds = len(fitted.rounds.met(delegate))
            self.stage.tell(
                f"    has a place in {many(rounds, 'round', 'rounds')} to come;"
                f" {many(fitted.moved, 'other moves', 'others move')}."
            )
        kept = icebreaking.of_day(part.day)
        for each in kept.rounds:
            watch.until(each.ends_at)
            self._round(each)
        again = _met_twice(kept)
        self.stage.tell(f"  {many(again, 'pair', 'pairs')} met twice.")
        yield "met_twice", again

    def _visits(self, day: date) -> Iterator[tuple[datetime, Figures]]:
        """Yield when visits set out on a day, and how."""
        facts = self.stage.facts
        for each in Visits(self.stage.event.journal).all():
            starts = each.starts_at.astimezone(facts.zone).replace(tzinfo=None)
            if starts.date() == day:
                yield starts, self._sets_out(each)

    def _sets_out(self, visit: VisitFacts) -> Figures:
        """Let all who are here come along; who waits gets the seats of who is not there."""
        boarding, visits = Boarding(self.stage.event.journal), Visits(self.stage.event.journal)
        self.stage.head(f"{visit.meeting_point}: {visit.title}")
        self.stage.watch.until(visit.starts_at - timedelta(minutes=10))
        bus = visits.bus_list(visit.title)
        for each in bus.people:
            if each.who.id not in self.absent:
                boarding.board(each.who.id, visit.title)
        missing = [each for each in bus.people if each.who.id in self.absent]
        if missing and bus.waiting:
            filled = boarding.fill(visit.title)
            for lost, got in zip(filled.lost, filled.got, strict=False):
                self.stage.tell(f"  {lost.name} is not there; {got.name} gets the seat.")
                boarding.board(got.id, visit.title)
        after = visits.bus_list(visit.title)
        clock = self.stage.shown.clock
        self.stage.tell(
            f"  {clock(visit.starts_at)}  sets out with {after.visit.boarded} of"
            f" {visit.places}; {len(after.waiting)} still waited."
        )
        yield f"boarded: {visit.title}", after.visit.boarded

    def _who_is_missing(self, icebreaking: Icebreaking, day: date) -> None:
        seats = icebreaking.of_day(day).seats
        seated = {each for tables in seats for table in tables for each in table}
        missing = (self.absent | self.late) & seated
        if missing:
            fitted = icebreaking.stay_away(day, missing)
            self.stage.tell(
                f"  {many(len(missing), 'person is', 'people are')} not here as it begins;"
                f" {many(fitted.moved, 'other sits', 'others sit')} elsewhere for it."
            )

    def _round(self, kept: KeptRound) -> None:
        clock = self.stage.shown.clock
        people = sum(len(table) for table in kept.tables)
        sizes = sorted({len(table) for table in kept.tables if table})
        self.stage.tell(
            f"  {clock(kept.starts_at)}–{clock(kept.ends_at)}  Round {kept.number}: {people}"
            f" people, {' or '.join(map(str, sizes))} a table."
        )

    def _speeches(self, part: SpeechesPart) -> Figures:
        speaking, watch = Speaking(self.stage.event.journal), self.stage.watch
        self.stage.head("Speeches by the clock")
        watch.until(part.starts_at(self.stage.facts.zone))
        spoke, passed_over = 0, 0
        while (following := speaking.now(part.day).next) is not None:
            if not following.is_here:
                self._passed_over(following.who)
                speaking.skip(part.day, following.who.id)
                passed_over += 1
                continue
            speaking.go_on(part.day)
            self._speaks(speaking, part, spoke)
            spoke += 1
            if speaking.now(part.day).next is None:
                self._who_speaks_last(speaking, part.day)
        late_by = speaking.now(part.day).late_by
        speaking.go_on(part.day)
        said = f"{_minutes(late_by)} later than" if late_by else "as"
        self.stage.tell(
            f"  {many(spoke, 'person', 'people')} spoke, the last until"
            f" {self.stage.shown.clock(watch.now)}, {said} planned."
        )
        yield f"spoke_{part.day}", spoke
        yield f"passed_over_{part.day}", passed_over

    def _speaks(self, speaking: Speaking, part: SpeechesPart, before: int) -> None:
        """Let somebody speak their time; whoever speaks first overruns."""
        if before < TOLD:
            self._told(speaking.now(part.day))
        over = 0 if before else _OVERRUNS_BY
        self.stage.watch.on(part.minutes + part.questions + over)
        if over:
            late_by = speaking.now(part.day).late_by
            self.stage.tell(f"    overruns; the last will end {_minutes(late_by)} later.")

    def _passed_over(self, who: Someone) -> None:
        clock = self.stage.shown.clock(self.stage.watch.now)
        self.stage.tell(f"  {clock}  {who.name} ({who.organisation}) is not here; passed over.")

    def _who_speaks_last(self, speaking: Speaking, day: date) -> None:
        """Let speak after all who were passed over and have come by now."""
        on_list = {each.slot.delegate for each in speaking.of_day(day)[1]}
        for delegate in self.arrive():
            if delegate in on_list:
                speaking.add(day, delegate)

    def _told(self, now: Now) -> None:
        if now.speech is None:
            return
        following = f"; next {now.next.who.name}" if now.next is not None else ""
        clock = self.stage.shown.clock(self.stage.watch.now)
        who = now.speech.who
        self.stage.tell(
            f"  {clock}  {who.name} ({who.organisation}) has {_minutes(now.left)}{following}."
        )


def _met_twice(kept: KeptRounds) -> int:
    """Count the pairs who sat at one table more than once."""
    pairs = Counter(
        pair for tables in kept.seats for table in tables for pair in combinations(sorted(table), 2)
    )
    return sum(times > 1 for times in pairs.values())


def _minutes(left: timedelta) -> str:
    minutes, seconds = divmod(int(left.total_seconds()), 60)
    return f"{minutes}:{seconds:02}"
