"""Mails to copy: one as text, many as a file that a mail program can merge. Nothing is sent."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from app.applications.deeds import LetterWritten
from app.applications.letters.told import MAIL, to_be_told
from app.applications.letters.wishes import LetterWish, NobodyToWriteTo, NoMailAddress
from app.delegates.person import Person
from app.files import written_whole
from app.journal.deeds import Deed
from app.journal.journal import Journal, Unit
from app.journal.parts import write_in_parts
from app.outcomes.export.written import note_written
from app.spreadsheets.columns import Column, filled
from app.spreadsheets.tables import TABLES, write_table

if TYPE_CHECKING:
    from app.applications.letters.writing import Letter

_BETWEEN: Final = "\n" + "-" * 72 + "\n\n"
COLUMNS: Final[tuple[Column[Letter], ...]] = (
    Column("To", lambda each: each.person.email, "E-mail address."),
    Column("Badge number", lambda each: each.person.badge_number, "What stands on the badge."),
    Column("Name", lambda each: each.person.name, "Given and family name."),
    Column("Organisation", lambda each: each.person.organisation, "Whom they stand for."),
    Column("Status", lambda each: str(each.status), "Where the application stands."),
    Column("Language", lambda each: each.language, "What the mail is written in."),
    Column("Subject", lambda each: each.text.subject, "Subject of the mail."),
    Column("Text", lambda each: each.mail, "Text of the mail."),
)
"""What stands of each mail in a table."""


@dataclass(frozen=True, slots=True)
class MailsWritten:
    """So many mails stand in a file. Who has no e-mail address is not among them."""

    mails: int
    without_address: tuple[Person, ...]


def mail_text(journal: Journal, delegate: UUID) -> str:
    """Give the mail to one delegate, to be copied. That it was is not noted: nothing went yet.

    Raises:
        NobodyToWriteTo: Nothing was decided yet, or they withdrew.
    """
    (letter,) = _letters(journal, LetterWish(delegates=(delegate,)))
    return as_text(letter)


def write_mails(journal: Journal, wish: LetterWish, file: Path) -> MailsWritten:
    """Write mails to a file: a table if it ends on ``.csv`` or ``.xlsx``, else text.

    They are noted: whoever stands there was told. No cell of a table runs as a formula.

    Raises:
        NobodyToWriteTo: As for ``letters``. No file was written.
        NoMailAddress: Nobody of them can be mailed to. No file was written.
        FileNotWritten: The file can't be written. What stood there is as it was.
    """
    meant = _letters(journal, wish)
    letters = [each for each in meant if each.person.email]
    without = tuple(each.person for each in meant if not each.person.email)
    if not letters:
        raise NoMailAddress(without)
    with written_whole(file) as stream:
        if file.suffix.lower() in TABLES:
            write_table(filled("mails", COLUMNS, letters), file, stream, journal.now)
        else:
            stream.write(_BETWEEN.join(map(as_text, letters)).encode())
    note_written(journal, "mails", {file: len(letters)})
    _note(journal, letters)
    return MailsWritten(len(letters), without)


def write_mails_to(journal: Journal, delegates: Collection[UUID], file: Path) -> MailsWritten:
    """Write mails to those of some delegates whose application was decided on.

    Returns, and refuses, as ``write_mails``.
    """
    decided, _new = to_be_told(journal)
    those = tuple(decided.keys() & set(delegates))
    if not those:
        raise NobodyToWriteTo(())
    return write_mails(journal, LetterWish(delegates=those), file)


def as_text(letter: Letter) -> str:
    """Give a mail with its head."""
    return f"To: {letter.person.email}\nSubject: {letter.text.subject}\n\n{letter.mail}\n"


def _letters(journal: Journal, wish: LetterWish) -> Sequence[Letter]:
    from app.applications.letters.writing import letters  # noqa: PLC0415 - Babel is slow to load

    return letters(journal, wish)


def _note(journal: Journal, letters: Sequence[Letter]) -> None:
    deeds = [
        LetterWritten(each.person.id, str(each.status), each.language, MAIL) for each in letters
    ]

    def as_they_are(_session: Session, part: Sequence[Deed], _others_wrote: bool) -> Sequence[Deed]:
        return part

    for _done in write_in_parts(journal, Unit(uuid4()), deeds, as_they_are):
        pass
