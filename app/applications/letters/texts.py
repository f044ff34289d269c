"""The texts of letters: plain files with placeholders, of the program and of this desk.

The first line is the subject; paragraphs stand below it, with blank lines between.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from app.delegates.registration import Status
from app.errors import DeskError
from app.files import make_folder, written_whole
from app.places import templates_folder

BUNDLED: Final = Path(__file__).parents[3] / "resources" / "letters"
LANGUAGES: Final = ("en", "de", "fr")
LETTERS: Final = (Status.ACCEPTED, Status.DECLINED, Status.WAITING)
"""Of these decisions people are told."""

PLACEHOLDERS: Final = (
    *("name", "given_name", "family_name", "organisation", "number", "event", "venue", "city"),
    *("days", "decided", "deadline", "deadline_missed", "received", "place"),
)
"""What stands in braces. A paragraph is left out where one of them has nothing to say."""

_IN_BRACES: Final = re.compile(r"\{([^{}]*)\}")
_LONGEST: Final = 20_000


class Fault(StrEnum):
    """Why a text is no use."""

    PLACEHOLDER = "placeholder"
    BRACE = "brace"
    EMPTY = "empty"
    UNREADABLE = "unreadable"
    NAME = "name"


@dataclass(eq=False)
class LetterTextUnusable(DeskError):
    """A text has a fault on a line, from 1, where it says ``value``; on line 0: as a whole."""

    file: Path
    fault: Fault
    line: int = 0
    value: str = ""


@dataclass(frozen=True, slots=True)
class LetterText:
    """A text with its placeholders still in it. Lines of a paragraph stay lines."""

    subject: str
    paragraphs: tuple[str, ...]

    def filled(self, values: Mapping[str, str]) -> LetterText:
        """Put the values in, and leave out the paragraphs that lack one."""
        said = [each for each in self.paragraphs if all(map(values.get, _IN_BRACES.findall(each)))]
        subject, *paragraphs = (
            _IN_BRACES.sub(lambda found: values[found[1]], each) for each in (self.subject, *said)
        )
        return LetterText(subject, tuple(paragraphs))


def letters_folder() -> Path:
    """Give the folder for texts that were changed for this desk; it may not exist yet."""
    return templates_folder().parent / "letters"


def file_name(status: Status, language: str) -> str:
    """Name the file of a text."""
    return f"{status}.{language}.txt"


def text_file(status: Status, language: str) -> Path:
    """Give the file that counts: this desk's own, if it has one, else that of the program."""
    own = letters_folder() / file_name(status, language)
    return own if own.is_file() else BUNDLED / file_name(status, language)


def letter_text(status: Status, language: str) -> LetterText:
    """Read the text for a decision in a language.

    Raises:
        LetterTextUnusable: Somebody wrote what can't be understood.
    """
    return read_text(text_file(status, language))


def read_text(file: Path) -> LetterText:
    """Read a text, and check it line by line.

    Raises:
        LetterTextUnusable: It can't be read, is empty, or has a placeholder that there is not.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LetterTextUnusable(file, Fault.UNREADABLE, value=str(error)) from error
    lines = text[:_LONGEST].splitlines()
    for number, line in enumerate(lines, start=1):
        _check(file, number, line)
    paragraphs = [each.strip() for each in re.split(r"\n\s*\n", "\n".join(lines)) if each.strip()]
    if len(paragraphs) < 2:
        raise LetterTextUnusable(file, Fault.EMPTY)
    return LetterText(paragraphs[0], tuple(paragraphs[1:]))


def keep_text(file: Path) -> Path:
    """Use a text at this desk, in place of the one of the same name.

    Raises:
        LetterTextUnusable: It is no use, or its name is none of those that there are.
        FileNotWritten: The system did not let us.
    """
    if file.name not in {file_name(status, each) for status in LETTERS for each in LANGUAGES}:
        raise LetterTextUnusable(file, Fault.NAME, value=file.name)
    read_text(file)
    make_folder(letters_folder())
    kept = letters_folder() / file.name
    with written_whole(kept) as stream:
        stream.write(file.read_bytes())
    return kept


def hand_out_texts(folder: Path) -> tuple[Path, ...]:
    """Write all texts that count into a folder, to be changed.

    Raises:
        FileNotWritten: The system did not let us.
    """
    make_folder(folder)
    files = []
    for status in LETTERS:
        for language in LANGUAGES:
            file = folder / file_name(status, language)
            with written_whole(file) as stream:
                stream.write(text_file(status, language).read_bytes())
            files.append(file)
    return tuple(files)


def _check(file: Path, number: int, line: str) -> None:
    for name in _IN_BRACES.findall(line):
        if name not in PLACEHOLDERS:
            raise LetterTextUnusable(file, Fault.PLACEHOLDER, number, name)
    if set(_IN_BRACES.sub("", line)) & {"{", "}"}:
        raise LetterTextUnusable(file, Fault.BRACE, number, line.strip())
