"""What the office does before the first day: who gets in, what is planned, what is printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator

from app.applications.reading import Applications, Listed
from app.cli.answer import described
from app.cli.application_sentences import STATUS_WORDS
from app.cli.application_words import taken_line, when
from app.cli.counted import many
from app.cli.demo_stage import TOLD, Figures, Stage
from app.cli.partner_words import why_words
from app.delegates.countries import country_name
from app.delegates.importing.imports import Imported, ImportOrder, Imports
from app.delegates.profiles import organisation_profiles
from app.delegates.registration import Status
from app.meetings.importing.imports import What
from app.partners.finding import Partners
from app.printing.office import PrintOffice
from app.printing.refusals import Only
from app.printing.sheet_prints import agenda_prints, booklet_prints
from app.printing.sheets import SheetWish
from app.printing.wishes import Wish

_NTH = ("first", "second", "third", "fourth", "fifth")


class Office:
    """The office, the day before. A scene of what the sample has nothing of tells nothing."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._filling = stage.filling
        self._applications = Applications(stage.event.journal)
        self._tell = stage.tell

    def applications_come_in(self) -> Figures:
        """Set places and deadline, and import who applies: each file twice, the second in vain."""
        self._stage.head("The office, the day before")
        self._limits_are_set()
        imports = Imports(self._stage.event.journal, self._stage.event.letters)
        first = self._filling.register()
        again = [
            imports.run(file, ImportOrder()) for file in self._stage.sample.lists.registrations
        ]
        for imported, repeated in zip(first, again, strict=True):
            self._imported(imported)
            self._tell(
                f"  The same file again: {repeated.created} new, {repeated.unchanged} unchanged."
            )
        yield "imported", sum(each.created for each in first)
        yield "imported_again", sum(each.created for each in again)

    def applications_are_decided(self) -> Figures:
        """Accept what fits, one after the other; who withdraws makes room for the next."""
        done = self._filling.decide()
        if done is None:
            return
        waiting = sum(each.becomes is Status.WAITING for each in done.left)
        self._tell(
            f"  By their turns, {many(len(done.accepted), 'application', 'applications')} accepted;"
            f" {many(waiting, 'waits', 'wait')} for a place."
        )
        late = [each for each in self._applications.listed() if each.late]
        for each in late:
            self._late(each)
        for gone in self._filling.withdraw():
            self._tell(f"  {described(gone.who)} withdraws.")
            if gone.instead is not None:
                self._tell(f"    Next from the waiting list: {described(gone.instead)}.")
        yield "accepted", len(done.accepted)
        yield "waiting", waiting
        yield "late", len(late)

    def networks_are_told(self) -> Figures:
        """Tell who belongs to several networks, and how often which strength is named."""
        with self._stage.event.journal.reading() as session:
            found = list(organisation_profiles(session).values())
        several = [each for each in found if len(each.networks) > 1]
        if not several:
            return
        self._tell(f"  {many(len(several), 'organisation is', 'organisations are')} in several:")
        widest = sorted(several, key=lambda each: (-len(each.networks), -len(each.countries)))
        for each in widest[:TOLD]:
            where = ", ".join(map(country_name, each.countries))
            self._tell(f"    {each.name} ({where}): {', '.join(each.networks)}")
        strong = Counter(strength for each in found for strength in each.strengths)
        said = ", ".join(f"{strength} {times}" for strength, times in strong.most_common())
        if said:
            self._tell(f"  Strengths compared: {said}.")
        yield "in_several_networks", len(several)
        yield "strengths", dict(strong)

    def programme_is_set(self) -> Figures:
        """Import the sessions."""
        for imported in self._filling.programme():
            said = many(imported.created, "session", "sessions")
            self._tell(f"  {imported.file}: {said} in the programme.")
            yield "sessions", imported.created

    def lists_come_in(self) -> Figures:
        """Import who wants to meet whom, and who meets whom when."""
        for what in What:
            imported = self._filling.lists(what)
            created = sum(each.created for each in imported)
            mutual = sum(each.mutual for each in imported)
            if imported:
                self._tell(f"  {created} {what}{f', {mutual} mutual' if mutual else ''}.")
            yield str(what), created

    def partners_are_likely(self) -> Figures:
        """Suggest more meetings to one of the guests, by what people look for and offer."""
        lists = self._stage.sample.lists
        if lists.meetings or not lists.requests:
            return
        partners = Partners(self._stage.event.journal, self._stage.event.letters)
        guests = (each.person for each in self._applications.listed(Status.ACCEPTED))
        for guest in guests:
            found = partners.of(guest.id, TOLD)
            if found and found[0].why.they_offer:
                self._tell(f"  Likely partners of {described(guest)} whom nobody asked for:")
                for each in found:
                    self._tell(f"    {described(each.person)}: {why_words(each.why)}")
                yield "suggested", len(found)
                return

    def visits_are_allotted(self) -> Figures:
        """Offer visits, note who would like to join which, and give the places."""
        visits = self._filling.visits()
        signed_up = self._filling.sign_up()
        allotted = self._filling.allot()
        if allotted is None:
            return
        places = sum(each.places for each in visits)
        self._tell(
            f"  {many(signed_up, 'person', 'people')} would like to join one of"
            f" {many(len(visits), 'visit', 'visits')}, which have {places} places."
        )
        ranks = ", ".join(
            f"{people} got their {rank} choice"
            for rank, people in zip(_NTH, allotted.by_rank, strict=False)
        )
        self._tell(f"    {ranks}; no allotment has more. {len(allotted.left)} wait.")
        yield "signed_up", signed_up
        yield "by_rank", allotted.by_rank
        yield "left_without", len(allotted.left)

    def meetings_are_planned(self) -> Figures:
        """Plan what is requested, where no list says who meets whom when."""
        made = self._filling.plan()
        if made is None:
            return
        figures = made.figures
        self._tell(
            f"  Planned: {figures.placed} of {figures.wanted} wanted meetings have a place; no plan"
            f" has more than {made.most_placed}."
        )
        yield "placed", figures.placed

    def ice_is_broken(self) -> Figures:
        """Seat everybody in rounds at mixed tables."""
        for kept, made in self._filling.rounds():
            tables = max(len(each.tables) for each in kept.rounds)
            again = many(made.repeats, "pair meets", "pairs meet")
            self._tell(
                f"  Ice-breaking: {made.people} people in {len(kept.rounds)} rounds at {tables}"
                f" mixed tables; {again} twice."
            )
            yield "repeats", made.repeats

    def speakers_are_ordered(self) -> Figures:
        """Say who speaks when."""
        for speeches, told in self._filling.speeches():
            first, last = told[0], told[-1]
            clock = self._stage.shown.clock
            asked = f" and {speeches.questions} for questions" if speeches.questions else ""
            self._tell(
                f"  Running order: {len(told)} people, {speeches.minutes} min each{asked}, from"
                f" {first.who.name} at {clock(first.starts_at)} to {last.who.name} at"
                f" {clock(last.starts_at)}."
            )
            yield f"speeches_{speeches.day}", len(told)

    def badges_are_printed(self) -> Generator[tuple[str, object], None, list[str]]:
        """Print every badge and read the codes back from pictures of the pages."""
        from app.printing.readback import codes_in  # noqa: PLC0415 - loads readers of pictures

        pdf = self._stage.folder / "badges.pdf"
        printed = PrintOffice(self._stage.event.journal).run(Wish(only=Only.NEW), pdf)
        codes = list(codes_in(pdf))
        self._tell(
            f"  {printed.items} badges on {printed.pages} sheets; {len(codes)} codes read back from"
            " them."
        )
        yield "printed", printed.items
        yield "read_back", len(codes)
        return codes

    def booklet_is_printed(self) -> Figures:
        """Print agenda and participants' booklet, where there is a programme to print."""
        if not self._stage.sample.lists.programme:
            return
        journal = self._stage.event.journal
        for name, prints in (
            ("agenda", agenda_prints(journal)),
            ("booklet", booklet_prints(journal)),
        ):
            drawn = prints.run(SheetWish(), self._stage.folder / f"{name}.pdf")
            self._tell(f"  {name}.pdf: {many(drawn.pages, 'page', 'pages')}.")
            yield f"{name}_pages", drawn.pages

    def _limits_are_set(self) -> None:
        standing = self._filling.limit()
        if standing is None:
            return
        for taken in standing.places:
            self._tell(f"  {taken_line(taken)}")
        if standing.terms.apply_until is not None:
            until = when(standing.terms.apply_until, self._stage.facts.zone)
            self._tell(f"  Applications until {until}; at that very second is in time.")

    def _imported(self, imported: Imported) -> None:
        self._tell(
            f"  {imported.file}: {imported.rows} rows, {imported.created} delegates, "
            f"{len(imported.rejected)} rejected, {len(imported.doubtful)} to decide."
        )
        for pair in imported.doubtful[:TOLD]:
            self._tell(f"    {pair.subject} and {pair.other}: one? ({pair.why})")

    def _late(self, each: Listed) -> None:
        if each.received is None:
            return
        received = each.received.astimezone(self._stage.facts.zone)
        self._tell(
            f"    {described(each.person)}: received {received:%d %B, %H:%M:%S}, after the"
            f" deadline; {STATUS_WORDS[each.status]}."
        )
