"""The texts of letters: plain text with placeholders.

The first line is the subject, whatever stands right below it; then come paragraphs, with blank
lines between.
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
LONGEST: Final = 20_000


class Fault(StrEnum):
    """Why a text is no use."""

    PLACEHOLDER = "placeholder"
    BRACE = "brace"
    EMPTY = "empty"
    LONG = "long"
    UNREADABLE = "unreadable"
    NAME = "name"


@dataclass(eq=False)
class LetterTextUnusable(DeskError):
    """A text has a fault on a line, from 1, where it says ``value``; on line 0: as a whole."""

    name: str
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


def file_name(status: Status, language: str) -> str:
    """Name the file of a text."""
    return f"{status}.{language}.txt"


def bundled_text(status: Status, language: str) -> str:
    """Give what all events say that say nothing else."""
    return (BUNDLED / file_name(status, language)).read_text(encoding="utf-8")


def read_text(text: str, name: str) -> LetterText:
    """Read a text, and check it line by line. ``name`` says which one it is.

    Raises:
        LetterTextUnusable: It is empty, too long, or has a placeholder that there is not.
    """
    if len(text) > LONGEST:
        raise LetterTextUnusable(name, Fault.LONG, value=f"{LONGEST:,}")
    lines = text.splitlines()
    for number, line in enumerate(lines, start=1):
        _check(name, number, line)
    subject, _, rest = "\n".join(lines).strip().partition("\n")
    paragraphs = [each.strip() for each in re.split(r"\n\s*\n", rest) if each.strip()]
    if not paragraphs:
        raise LetterTextUnusable(name, Fault.EMPTY)
    return LetterText(subject.strip(), tuple(paragraphs))


def of_file(file: Path) -> tuple[Status, str, str]:
    """Read a file: for which decision it is, in which language, and its text.

    Raises:
        LetterTextUnusable: It can't be read, or its name is none of those that there are.
    """
    names = {file_name(status, each): (status, each) for status in LETTERS for each in LANGUAGES}
    if file.name not in names:
        raise LetterTextUnusable(file.name, Fault.NAME)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LetterTextUnusable(file.name, Fault.UNREADABLE, value=str(error)) from error
    return *names[file.name], text


def _check(text: str, number: int, line: str) -> None:
    for name in _IN_BRACES.findall(line):
        if name not in PLACEHOLDERS:
            raise LetterTextUnusable(text, Fault.PLACEHOLDER, number, name)
    if set(_IN_BRACES.sub("", line)) & {"{", "}"}:
        raise LetterTextUnusable(text, Fault.BRACE, number, line.strip())
