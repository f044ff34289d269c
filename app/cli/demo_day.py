"""The scenes of a demo at the desk. Each tells what happens and yields its figures by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID, uuid4

from app.checkin.badges import Badges
from app.checkin.identify import Identified, identify
from app.checkin.presence import arrivals
from app.checkin.scanning import NotAdmitted, Scan, Scanning
from app.cli.demo_programme import OfTheProgramme
from app.cli.demo_stage import TOLD, Figures, Stage
from app.cli.sentences import sentence
from app.delegates.lookup import Lookup
from app.delegates.orders import PersonOrder
from app.delegates.person import Person
from app.delegates.roster import Roster
from app.event.sample_parts import Surprises
from app.event.slots import standing_slots
from app.journal.backups import back_up
from app.journal.undo import undo
from app.journal.verify import verify
from app.printing.office import PrintOffice
from app.printing.refusals import Only
from app.printing.wishes import Wish
from app.programme.session import standing_sessions

# A code of somebody else's event: good in itself, by a key that is not ours.
_FOREIGN = "BDGBCNCILCBDEFGHIJKLNVBRRFJEHTGJNENRRHDBFGURL"
_STAYS_AWAY = 11  # one in so many


class Day:
    """The days at the desk."""

    def __init__(self, stage: Stage, codes: Sequence[str]) -> None:
        self._stage = stage
        self._codes = codes
        self._event = stage.event
        self._watch = stage.watch
        self._tell = stage.tell
        self._scanning = Scanning(stage.event.journal)
        self._roster = Roster(stage.event.journal, stage.event.letters)

    def days_pass(self) -> Figures:
        """Play the days: as they might go where surprises are told of, else as they went."""
        surprises = self._stage.sample.surprises
        if surprises is not None:
            yield from self._doors_open()
            yield from self._surprises_come(surprises)
        else:
            yield from self._days_as_they_were()
        self._meetings_end()

    def evening_falls(self) -> Figures:
        """Count, check and copy."""
        self._stage.head("The evening")
        with self._event.journal.reading() as session:
            counted = arrivals(session, self._stage.today)
        came = sum(each.checked_in for each in counted)
        expected = sum(each.expected for each in counted)
        for each in counted:
            name = each.delegation or "No delegation"
            self._tell(f"  {name:<18} {each.checked_in:>3} of {each.expected}")
        self._tell(f"  {came} of {expected} came.")
        verdict = verify(self._event.journal)
        whole = "as they were written" if verdict.ok else "NOT as they were written"
        self._tell(f"  {verdict.deeds} deeds in the journal, {whole}.")
        copy = back_up(self._event.journal, self._stage.folder / "evening-copy.matchdesk")
        self._tell(f"  {copy.file.name}: {copy.deeds} deeds, read back whole.")
        yield "checked_in", came
        yield "expected", expected
        yield "deeds", verdict.deeds
        yield "ok", verdict.ok

    def _doors_open(self) -> Figures:
        self._stage.head("The doors open")
        self._stage.opens(self._stage.facts.days[0])
        coming = [code for place, code in enumerate(self._codes, 1) if place % _STAYS_AWAY]
        for place, code in enumerate(coming):
            self._watch.on(0.15)
            admitted = self._scanning.scan(Scan(code, uuid4()))
            if place < TOLD:
                self._stage.say("Checked in", admitted.delegate)
        self._tell(f"  … {len(coming)} badges scanned, each checked in once.")
        yield "scanned", len(coming)

    def _days_as_they_were(self) -> Figures:
        """Scan whoever comes, on every day, and play what the programme has for it."""
        owners = self._owners()
        absent, late = self._ids(self._stage.sample.absent), self._ids(self._stage.sample.late)
        scanned = 0
        for day in self._stage.facts.days:
            self._stage.opens(day)
            self._stage.head(f"The doors open on {day:%A}")
            away = absent | (late if day == self._stage.facts.days[0] else frozenset())
            coming = [code for code in self._codes if owners[code] not in away]
            for code in coming:
                self._watch.on(0.15)
                self._scanning.scan(Scan(code, uuid4()))
            scanned += len(coming)
            self._tell(f"  {len(coming)} badges scanned.")
            yield from self._of_the_day(day, late if away & late else frozenset(), absent)
        yield "scanned", scanned

    def _of_the_day(self, day: date, late: frozenset[UUID], absent: frozenset[UUID]) -> Figures:
        def arrive() -> Iterator[UUID]:
            """Let those in who come late, and tell who they are; nobody comes twice."""
            for delegate in sorted(late - arrived):
                self._stage.say("Comes late", self._scanning.check_in(delegate).delegate)
                arrived.add(delegate)
                yield delegate

        arrived: set[UUID] = set()
        yield from OfTheProgramme(self._stage, absent, late, arrive).of_day(day)
        for _delegate in arrive():
            pass

    def _meetings_end(self) -> None:
        """Let the last meeting and the last session of the day be over."""
        with self._event.journal.reading() as session:
            ends = [each.ends_at for each in standing_slots(session)]
            ends += [each.ends_at for each in standing_sessions(session) if not each.cancelled]
        today = self._stage.today
        for each in ends:
            if self._stage.facts.day_of(each) == today:
                self._watch.until(each)
        self._watch.on(30)

    def _surprises_come(self, surprises: Surprises) -> Figures:
        """Play what goes otherwise than planned."""
        self._stage.head("What nobody planned")
        self._watch.on(5)
        codes = self._codes
        refused = [
            self._refused(codes[0]),
            self._refused(_FOREIGN),
            self._refused(codes[1][:-9]),
            self._refused(codes[2][:-1] + ("C" if codes[2][-1] != "C" else "B")),
            self._refused("https://example.org/menu"),
            *self._new_badge_refuses_the_old(codes[3]),
        ]
        self._undone(codes[_STAYS_AWAY - 1])
        self._walk_in(surprises)
        self._substitute(surprises)
        yield "refused", [reason for reason in refused if reason]

    def _refused(self, code: str) -> str:
        try:
            self._scanning.scan(Scan(code, uuid4()))
        except NotAdmitted as refusal:
            self._tell(f"  {sentence(refusal, self._stage.shown.clock)}")
            return refusal.code
        return ""

    def _new_badge_refuses_the_old(self, code: str) -> Iterator[str]:
        with self._event.journal.reading() as session:
            owner = identify(session, code)
        if isinstance(owner, Identified):
            Badges(self._event.journal).replace(owner.delegate, "lost on the way")
        yield self._refused(code)

    def _undone(self, code: str) -> None:
        admitted = self._scanning.scan(Scan(code, uuid4()))
        self._stage.say("Checked in by mistake", admitted.delegate)
        undo(self._event.journal)
        self._stage.say("Taken back", admitted.delegate)

    def _walk_in(self, surprises: Surprises) -> None:
        newcomer = self._roster.register(PersonOrder(**surprises.walk_in))
        self._print("walk-in.pdf", newcomer)
        self._scanning.check_in(newcomer.id)
        self._stage.say("Registered on site, badge printed, checked in", newcomer)

    def _substitute(self, surprises: Surprises) -> None:
        found = Lookup(self._event.journal).find(surprises.instead_of, self._stage.today)
        absent = found.delegates[0].person
        order = PersonOrder(**surprises.substitute)
        substitute = self._roster.substitute(absent.id, order)
        self._print("substitute.pdf", substitute)
        self._scanning.check_in(substitute.id)
        self._stage.say(f"Instead of {absent.name}", substitute)

    def _owners(self) -> dict[str, UUID | None]:
        with self._event.journal.reading() as session:
            known = {code: identify(session, code) for code in self._codes}
        return {
            code: owner.delegate if isinstance(owner, Identified) else None
            for code, owner in known.items()
        }

    def _ids(self, emails: frozenset[str]) -> frozenset[UUID]:
        return frozenset(map(self._stage.filling.delegate, emails))

    def _print(self, name: str, whom: Person) -> None:
        wish = Wish(only=Only.ALL, delegates=(whom.id,))
        PrintOffice(self._event.journal).run(wish, self._stage.folder / name)
