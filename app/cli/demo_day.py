"""The scenes of the demo. Each tells what happens and yields its figures by name."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID, uuid4

from app.checkin.badges import Badges
from app.checkin.identify import Identified, identify
from app.checkin.presence import arrivals
from app.checkin.scanning import NotAdmitted, Scan, Scanning
from app.cli.answer import described
from app.cli.sentences import sentence
from app.cli.station import Shown
from app.delegates.importing.imports import ImportOrder, Imports
from app.delegates.lookup import Lookup
from app.delegates.orders import PersonOrder
from app.delegates.person import Person
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.event.facts import event_facts
from app.event.slots import standing_slots
from app.journal.backups import back_up
from app.journal.undo import undo
from app.journal.verify import verify
from app.meetings.importing.imports import MeetingImports, What
from app.printing.office import PrintOffice
from app.printing.refusals import Only
from app.printing.wishes import Wish

Figures = Iterator[tuple[str, object]]
# A code of somebody else's event: good in itself, by a key that is not ours.
_FOREIGN = "BDGBCNCILCBDEFGHIJKLNVBRRFJEHTGJNENRRHDBFGURL"
_STAYS_AWAY = 11  # one in so many
_TOLD = 3


class MovableClock(Protocol):
    """A clock that the play moves on."""

    now: datetime

    def __call__(self) -> datetime:
        """Give the time."""
        ...

    def on(self, minutes: float) -> None:
        """Move on."""
        ...


class Day:
    """A day at the desk."""

    def __init__(
        self, event: OpenEvent, folder: Path, watch: MovableClock, tell: Callable[[str], None]
    ) -> None:
        self._event = event
        self._folder = folder
        self._watch = watch
        self._tell = tell
        self._scanning = Scanning(event.journal)
        self._roster = Roster(event.journal, event.letters)
        with event.journal.reading() as session:
            self._facts = event_facts(session)

    def registrations_arrive(self, file: Path) -> Figures:
        """Import a file, then the same once more."""
        self._head("The office, the day before")
        imports = Imports(self._event.journal, self._event.letters)
        imported = imports.run(file, ImportOrder())
        self._tell(
            f"  {imported.file}: {imported.rows} rows, {imported.created} delegates, "
            f"{len(imported.rejected)} rejected, {len(imported.doubtful)} to decide."
        )
        for pair in imported.doubtful[:_TOLD]:
            self._tell(f"    {pair.subject} and {pair.other}: one? ({pair.why})")
        again = imports.run(file, ImportOrder())
        self._tell(f"  The same file again: {again.created} new, {again.unchanged} unchanged.")
        yield "imported", imported.created
        yield "imported_again", again.created

    def lists_arrive(self, lists: Mapping[What, Sequence[Path]]) -> Figures:
        """Import who wants to meet whom, and who meets whom when."""
        imports = MeetingImports(self._event.journal, self._event.letters)
        for what, files in lists.items():
            imported = [imports.run(what, file, ImportOrder()) for file in files]
            created = sum(each.created for each in imported)
            mutual = sum(each.mutual for each in imported)
            if imported:
                self._tell(f"  {created} {what}{f', {mutual} mutual' if mutual else ''}.")
            yield str(what), created

    def badges_are_printed(self) -> Generator[tuple[str, object], None, list[str]]:
        """Print every badge and read the codes back from pictures of the pages."""
        from app.printing.readback import codes_in  # noqa: PLC0415 - loads readers of pictures

        pdf = self._folder / "badges.pdf"
        items, pages = self._print(pdf)
        codes = list(codes_in(pdf))
        self._tell(f"  {items} badges on {pages} sheets; {len(codes)} codes read back from them.")
        yield "printed", items
        yield "read_back", len(codes)
        return codes

    def doors_open(self, codes: Sequence[str]) -> Figures:
        """Scan the badges of all who come."""
        self._head("The doors open")
        self._opens(self._facts.days[0])
        coming = [code for place, code in enumerate(codes, 1) if place % _STAYS_AWAY]
        for place, code in enumerate(coming):
            self._watch.on(0.15)
            admitted = self._scanning.scan(Scan(code, uuid4()))
            if place < _TOLD:
                self._say("Checked in", admitted.delegate)
        self._tell(f"  … {len(coming)} badges scanned, each checked in once.")
        yield "scanned", len(coming)

    def everybody_comes(self, codes: Sequence[str]) -> Figures:
        """Scan every badge on every day, as it was on a day that took place."""
        self._head("The doors open")
        for day in self._facts.days:
            self._opens(day)
            for code in codes:
                self._watch.on(0.15)
                self._scanning.scan(Scan(code, uuid4()))
            self._tell(f"  {day:%A}: {len(codes)} badges scanned.")
        yield "scanned", len(codes)

    def meetings_end(self) -> None:
        """Let the last meeting of the day be over."""
        with self._event.journal.reading() as session:
            ends = [each.ends_at for each in standing_slots(session)]
        last = max(each for each in ends if self._facts.day_of(each) == self._today)
        self._watch.now = max(last, self._watch.now)
        self._watch.on(30)

    def surprises_come(self, codes: Sequence[str]) -> Figures:
        """Play what goes otherwise than planned."""
        self._head("What nobody planned")
        self._watch.on(5)
        refused = [
            self._refused(codes[0]),
            self._refused(_FOREIGN),
            self._refused(codes[1][:-9]),
            self._refused(codes[2][:-1] + ("C" if codes[2][-1] != "C" else "B")),
            self._refused("https://example.org/menu"),
            *self._new_badge_refuses_the_old(codes[3]),
        ]
        self._undone(codes[_STAYS_AWAY - 1])
        self._walk_in()
        self._substitute()
        yield "refused", [reason for reason in refused if reason]

    def evening_falls(self) -> Figures:
        """Count, check and copy."""
        self._head("The evening")
        with self._event.journal.reading() as session:
            counted = arrivals(session, self._today)
        came = sum(each.checked_in for each in counted)
        expected = sum(each.expected for each in counted)
        for each in counted:
            name = each.delegation or "No delegation"
            self._tell(f"  {name:<18} {each.checked_in:>3} of {each.expected}")
        self._tell(f"  {came} of {expected} came.")
        verdict = verify(self._event.journal)
        whole = "as they were written" if verdict.ok else "NOT as they were written"
        self._tell(f"  {verdict.deeds} deeds in the journal, {whole}.")
        copy = back_up(self._event.journal, self._folder / "evening-copy.matchdesk")
        self._tell(f"  {copy.file.name}: {copy.deeds} deeds, read back whole.")
        yield "checked_in", came
        yield "expected", expected
        yield "deeds", verdict.deeds
        yield "ok", verdict.ok

    def _refused(self, code: str) -> str:
        try:
            self._scanning.scan(Scan(code, uuid4()))
        except NotAdmitted as refusal:
            self._tell(f"  {sentence(refusal, self._shown.clock)}")
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
        self._say("Checked in by mistake", admitted.delegate)
        undo(self._event.journal)
        self._say("Taken back", admitted.delegate)

    def _walk_in(self) -> None:
        order = PersonOrder(
            given_name="Aoife",
            family_name="Ní Bhriain",
            organisation="Shannon Foundry",
            country="IE",
        )
        newcomer = self._roster.register(order)
        self._print(self._folder / "walk-in.pdf", newcomer.id)
        self._scanning.check_in(newcomer.id)
        self._say("Registered on site, badge printed, checked in", newcomer)

    def _substitute(self) -> None:
        absent = self._found("thalassinou")
        order = PersonOrder(given_name="Νίκος", family_name="Καραβάς")
        substitute = self._roster.substitute(absent.id, order)
        self._print(self._folder / "substitute.pdf", substitute.id)
        self._scanning.check_in(substitute.id)
        self._say(f"Instead of {absent.name}", substitute)

    def _found(self, text: str) -> Person:
        return Lookup(self._event.journal).find(text, self._today).delegates[0].person

    def _print(self, file: Path, *delegates: UUID) -> tuple[int, int]:
        only = Only.ALL if delegates else Only.NEW
        wish = Wish(only=only, delegates=delegates)
        printed = PrintOffice(self._event.journal).run(wish, file)
        return printed.items, printed.pages

    def _opens(self, day: date) -> None:
        opening = datetime.combine(day, datetime.min.time(), self._facts.zone)
        self._watch.now = opening.replace(hour=8)

    def _say(self, what: str, whom: Person) -> None:
        self._tell(f"  {self._shown.clock(self._watch.now)}  {what}: {described(whom)}")

    def _head(self, text: str) -> None:
        self._tell(f"\n{text}")

    @property
    def _today(self) -> date:
        return self._facts.day_of(self._watch.now)

    @property
    def _shown(self) -> Shown:
        return Shown(self._facts.zone, self._watch.now)
