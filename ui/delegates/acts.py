"""What the page does to delegates: carried out off the window's thread, then told."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.applications.letters.mails import MailsWritten
from app.applications.places import PlacesFull
from app.checkin.several import SeveralAdmitted
from app.delegates.describing import OrganisationWords
from app.delegates.doubts import OpenDoubt
from app.delegates.orders import PersonOrder
from app.delegates.person import Person
from app.delegates.profiles import OrganisationFacts
from app.delegates.registration import Status
from app.itinerary.booking import Bookable
from app.itinerary.items import Item
from ui.common.full import ForWhom
from ui.common.jobs import JobView
from ui.common.page import News, Tools
from ui.delegates.no_place import NoPlace, UnlessFull
from ui.delegates.services import DelegateServices
from ui.delegates.words import status_words

T = TypeVar("T")


class Acts(QObject):
    """Carries deeds out. ``view`` shows why one was refused."""

    told = Signal(News)
    done = Signal(object)
    """These delegates, by id, are no longer as they were."""
    full = Signal(object)
    """There is no place, so somebody is to decide: a ``NoPlace``."""

    def __init__(self, services: DelegateServices, tools: Tools, view: JobView) -> None:
        super().__init__()
        self._services = services
        self._tools = tools
        self._view = view

    def check_in(self, person: Person) -> None:
        """Let somebody in."""
        calls = self._services.scanning
        self._do(lambda: calls.check_in(person.id), f"{person.name} is checked in.", [person.id])

    def check_out(self, person: Person) -> None:
        """Note that somebody leaves for a while."""
        calls = self._services.scanning
        self._do(lambda: calls.check_out(person.id), f"{person.name} left.", [person.id])

    def edit(self, person: Person, order: PersonOrder, then: Callable[[], None]) -> None:
        """Correct what is known of somebody."""
        calls = self._services.roster
        text = f"{person.name}: the entry is corrected."
        self._do(lambda: calls.edit(person.id, order), text, [person.id], lambda _new: then())

    def set_status(
        self, person: Person, status: Status, reason: str, then: Callable[[], None]
    ) -> None:
        """Decide on an application."""
        calls = self._services.roster

        def work(why: str | None) -> Person:
            is_decided = why is not None
            return calls.set_status(person.id, status, why or reason, despite_full=is_decided)

        text = f"{person.name}: application set to “{status_words(status)}”."
        whom = ForWhom(person.name, "Accept all the same", reason)
        self._do_if_full(work, whom, text, [person.id], lambda _new: then())

    def replace_code(self, person: Person, reason: str, then: Callable[[], None]) -> None:
        """Give somebody a new code."""
        calls = self._services.badges

        def tell(_replaced: object) -> None:
            self.told.emit(News(f"{person.name} has a new badge code. Print it.", undoable=False))
            then()

        self._do(lambda: calls.replace(person.id, reason), "", [person.id], tell)

    def substitute(self, person: Person, order: PersonOrder, then: Callable[[], None]) -> None:
        """Let somebody else come."""
        calls = self._services.roster
        text = f"{order.name} comes instead of {person.name}."
        self._do_if_full(
            lambda why: calls.substitute(person.id, order, despite_full=why),
            ForWhom(order.name, "Let them come all the same"),
            text,
            [person.id],
            lambda _new: then(),
        )

    def merge(self, kept: Person, merged: Person, then: Callable[[], None]) -> None:
        """Join two entries of one person."""
        calls = self._services.roster
        text = f"{kept.name}: {merged.badge_number} is merged into {kept.badge_number}."
        whom = [kept.id, merged.id]
        self._do(lambda: calls.merge(*whom), text, whom, lambda _one: then())

    def merge_organisations(self, kept: str, merged: str) -> None:
        """Join two spellings of one organisation."""
        calls = self._services.organisations
        self._do(lambda: calls.merge(kept, merged), f"“{merged}” is now “{kept}”.", ())

    def book(self, person: Person, what: Bookable, then: Callable[[], None]) -> None:
        """Book somebody for a session, or give them a place on a visit."""
        calls = self._services.booking

        def said(in_line: int) -> str:
            if in_line:
                return f"{what.title} is full. {person.name} waits, number {in_line} in line."
            return f"{person.name} is booked for {what.title}."

        self._do(
            lambda: calls.book(person.id, what.part, what.id),
            said,
            [person.id],
            lambda _in_line: then(),
        )

    def unbook(self, person: Person, item: Item) -> None:
        """Take a booking or a place back."""
        calls = self._services.booking
        text = f"{person.name} is not booked for {item.title} any more."
        self._do(lambda: calls.unbook(person.id, item.part, item.id), text, [person.id])

    def shorten(self, person: Person, short_name: str, then: Callable[[], None]) -> None:
        """Say what the organisation of somebody is called where there is little room."""
        calls, whole = self._services.organisations, person.organisation
        said = f"{whole} is “{short_name}” where there is little room."
        text = said if short_name else f"{whole} has no short name any more."
        self._do(lambda: calls.shorten(whole, short_name), text, [person.id], lambda _facts: then())

    def describe(
        self, facts: OrganisationFacts, words: OrganisationWords, then: Callable[[], None]
    ) -> None:
        """Say what an organisation is in and what it can."""
        calls = self._services.describing
        text = f"{facts.name}: the entry is corrected."
        self._do(lambda: calls.describe(facts.name, words), text, (), lambda _facts: then())

    def ask_to_meet(self, person: Person, partner: Person) -> None:
        """Note that somebody wants to meet a likely partner."""
        calls = self._services.partners
        text = f"{person.name} asks to meet {partner.name}."
        self._do(lambda: calls.ask(person.id, partner.id), text, [person.id])

    def settle(self, doubt: OpenDoubt, text: str) -> None:
        """Note that nothing is to be done about a doubt."""
        calls = self._services.doubts
        self._do(lambda: calls.settle(doubt.id), text, _whom(doubt))

    def take_value(self, doubt: OpenDoubt) -> None:
        """Let the entry say what the file says."""
        calls = self._services.decisions
        text = f"{doubt.delegates[0].name}: the entry says what the file says."
        self._do(lambda: calls.take_value(doubt.id), text, _whom(doubt))

    def set_status_of_many(self, delegates: Collection[UUID], status: Status) -> None:
        """Decide on many applications at once."""
        calls = self._services.roster

        def tell(changed: tuple[UUID, ...]) -> None:
            left = len(delegates) - len(changed)
            stayed = " or found no place" if status is Status.ACCEPTED else ""
            others = f" {_people(left)} stood there already{stayed}." if left else ""
            text = f"{_people(len(changed))} set to “{status_words(status)}”.{others}"
            self.told.emit(News(text, undoable=bool(changed)))

        self._do(lambda: calls.set_status_of_many(delegates, status), "", delegates, tell)

    def let_in(self, person: Person) -> None:
        """Accept who is proposed from the waiting list."""
        text = f"{person.name} is accepted, from the waiting list."
        self._do(lambda: self._services.let_in(person.id), text, [person.id])

    def check_in_several(self, delegates: Collection[UUID]) -> None:
        """Let many in at once."""

        def tell(let_in: SeveralAdmitted) -> None:
            others = f" {_people(len(let_in.refused))} stayed out." if let_in.refused else ""
            text = f"{_people(len(let_in.delegates))} checked in.{others}"
            self.told.emit(News(text, undoable=bool(let_in.delegates)))

        self._do(lambda: self._services.check_in_several(delegates), "", delegates, tell)

    def export(self, file: Path, delegates: Collection[UUID]) -> None:
        """Write some delegates to a file."""
        self._tools.slow.run(
            lambda _report: self._services.export(file, delegates),
            view=self._view,
            then=lambda count: self.told.emit(
                News(f"{_people(count)} written to {file.name}.", undoable=False)
            ),
        )

    def write_mails(self, file: Path, delegates: Collection[UUID]) -> None:
        """Write to a file what some delegates are told of their applications."""

        def tell(done: MailsWritten) -> None:
            self.told.emit(News(_mails(done, file, len(delegates)), undoable=False))

        self._tools.slow.run(
            lambda _report: self._services.write_mails(delegates, file), view=self._view, then=tell
        )

    def copy_mail(self, person: Person) -> None:
        """Have the mail that tells somebody of the application at hand, to be pasted."""

        def copy(text: str) -> None:
            QApplication.clipboard().setText(text)
            self.told.emit(News(f"The mail to {person.name} is copied.", undoable=False))

        self._tools.quick.run(
            lambda _report: self._services.mail(person.id), view=self._view, then=copy
        )

    def _do_if_full(
        self,
        work: Callable[[str | None], T],
        whom: ForWhom,
        text: str,
        changed: Collection[UUID],
        then: Callable[[T], None],
    ) -> None:
        """Do what needs a place; where none is left, ask why it is to be done all the same."""

        def ask(refusal: PlacesFull) -> None:
            self.full.emit(NoPlace(refusal, whom, decide))

        def decide(why: str) -> None:
            self._do(lambda: work(why), text, changed, then)

        self._do(lambda: work(None), text, changed, then, UnlessFull(self._view, ask, self))

    def _do(
        self,
        work: Callable[[], T],
        text: str | Callable[[T], str],
        whom: Collection[UUID],
        then: Callable[[T], None] = lambda _result: None,
        view: JobView | None = None,
    ) -> None:
        def tell(result: T) -> None:
            if words := text if isinstance(text, str) else text(result):
                self.told.emit(News(words))
            then(result)
            self.done.emit(whom)

        self._tools.quick.run(lambda _report: work(), view=view or self._view, then=tell)


def _whom(doubt: OpenDoubt) -> tuple[UUID, ...]:
    return tuple(each.id for each in doubt.delegates)


def _mails(done: MailsWritten, file: Path, asked: int) -> str:
    mails = "1 mail" if done.mails == 1 else f"{done.mails:,} mails"
    without = len(done.without_address)
    undecided = asked - done.mails - without
    lacking = (
        f" No e-mail address is known of {_people(without)}: print letters." if without else ""
    )
    others = f" Nothing is decided on {_people(undecided)}." if undecided else ""
    return f"{mails} written to {file.name}.{lacking}{others}"


def _people(count: int) -> str:
    return "1 delegate" if count == 1 else f"{count:,} delegates"
