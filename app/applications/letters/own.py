"""What letters of one event say. Its own texts are kept in the event, and travel with its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.applications.deeds import LetterTextSet
from app.applications.letters.texts import (
    LANGUAGES,
    LETTERS,
    LetterText,
    bundled_text,
    file_name,
    of_file,
    read_text,
)
from app.delegates.registration import Status
from app.files import make_folder, written_whole
from app.journal.journal import Journal, Unit
from db.models import LetterText as Row


@dataclass(frozen=True, slots=True)
class TextTold:
    """What letters on a decision say in a language; at other events they say the ``usual``."""

    status: Status
    language: str
    text: str
    usual: str

    @property
    def is_own(self) -> bool:
        """Tell whether only this event says so."""
        return self.text != self.usual


@dataclass(frozen=True, slots=True)
class Example:
    """What somebody of this name would read; without a name there is nobody to write to."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class LetterTexts:
    """Tells what letters of this event say, and changes it. Each call is one undo."""

    journal: Journal

    def told(self) -> tuple[TextTold, ...]:
        """Tell every text: by decision, then by language."""
        with self.journal.reading() as session:
            own = _own(session)
        usual = {
            (status, each): bundled_text(status, each) for status in LETTERS for each in LANGUAGES
        }
        return tuple(TextTold(*key, own.get(key, text), text) for key, text in usual.items())

    def change(self, status: Status, language: str, text: str) -> None:
        """Let letters of this event say something else. A blank text: what all events say.

        Raises:
            LetterTextUnusable: It has no subject, nothing below, or a placeholder that there is
                not. Nothing was changed.
        """
        self.change_all({(status, language): text})

    def change_all(self, texts: Mapping[tuple[Status, str], str]) -> None:
        """Let several letters say something else, as ``change`` does, as one thing to take back.

        Raises:
            LetterTextUnusable: One is no use. Nothing was changed.
        """
        said = {each: "\n".join(text.split("\r\n")).strip() for each, text in texts.items()}
        for each, text in said.items():
            if text:
                read_text(text, file_name(*each))
        with self.journal.writing(Unit(uuid4())) as pen:
            own = _own(pen.session)
            for each, text in said.items():
                after = "" if text == bundled_text(*each).strip() else text
                if after != own.get(each, ""):
                    pen.write(LetterTextSet(str(each[0]), each[1], after, own.get(each, "")))

    def example(self, status: Status, language: str, text: str) -> Example:
        """Show what a text says to a real delegate.

        Raises:
            LetterTextUnusable: It is no use.
        """
        from app.applications.letters.writing import example  # noqa: PLC0415 - it loads Babel

        read = read_text(text, file_name(status, language))
        letter = example(self.journal, status, language, read)
        if letter is None:
            return Example("", "\n\n".join((read.subject, *read.paragraphs)))
        return Example(letter.person.name, f"{letter.text.subject}\n\n{letter.mail}")

    def take(self, file: Path) -> None:
        """Let letters say what stands in a file, which is named as ``hand_out`` names it.

        Raises:
            LetterTextUnusable: It is no use. Nothing was changed.
        """
        self.change(*of_file(file))

    def hand_out(self, folder: Path) -> tuple[Path, ...]:
        """Write every text into a folder, to be changed.

        Raises:
            FileNotWritten: The system did not let us.
        """
        make_folder(folder)
        files = []
        for each in self.told():
            file = folder / file_name(each.status, each.language)
            with written_whole(file) as stream:
                stream.write(each.text.encode())
            files.append(file)
        return tuple(files)


def letter_text(session: Session, status: Status, language: str) -> LetterText:
    """Read what letters of this event say of a decision, in a language."""
    text = _own(session).get((status, language)) or bundled_text(status, language)
    return read_text(text, file_name(status, language))


def _own(session: Session) -> dict[tuple[Status, str], str]:
    rows = session.execute(select(Row.status, Row.language, Row.text).where(Row.alive))
    return {(Status(row.status), row.language): row.text for row in rows}
