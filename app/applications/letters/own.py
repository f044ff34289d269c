"""What letters of one event say. Its own texts are kept in the event, and travel with its file."""

from __future__ import annotations

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
    """What letters on a decision say in a language; ``is_own``: at this event, and not at all."""

    status: Status
    language: str
    text: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class LetterTexts:
    """Tells what letters of this event say, and changes it. Each call is one undo."""

    journal: Journal

    def told(self) -> tuple[TextTold, ...]:
        """Tell every text: by decision, then by language."""
        with self.journal.reading() as session:
            own = _own(session)
        return tuple(
            TextTold(status, each, own.get((status, each)) or bundled_text(status, each), is_own)
            for status in LETTERS
            for each in LANGUAGES
            for is_own in ((status, each) in own,)
        )

    def change(self, status: Status, language: str, text: str) -> None:
        """Let letters of this event say something else. A blank text: what all events say.

        Raises:
            LetterTextUnusable: It has no subject, nothing below, or a placeholder that there is
                not. Nothing was changed.
        """
        text = "\n".join(text.split("\r\n")).strip()
        if text:
            read_text(text, file_name(status, language))
        with self.journal.writing(Unit(uuid4())) as pen:
            before = _own(pen.session).get((status, language), "")
            said = "" if text == bundled_text(status, language).strip() else text
            if said != before:
                pen.write(LetterTextSet(str(status), language, said, before))

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
