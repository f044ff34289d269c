"""Letters and mails on what became of applications."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest

from app.applications.letters.texts import (
    LANGUAGES,
    LETTERS,
    Fault,
    LetterText,
    LetterTextUnusable,
    hand_out_texts,
    keep_text,
    letter_text,
    read_text,
)
from app.applications.letters.wishes import LetterWish, NobodyToWriteTo
from app.applications.letters.writing import Letter, letters
from app.applications.terms import Deadlines
from app.delegates.registration import Status
from app.desks import OpenEvent
from app.printing.letters.office import letter_prints
from tests.app.applications.applying import NOON, Applicants


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATCHDESK_HOME", str(tmp_path / "home"))


def said(letter: Letter) -> str:
    return f"{letter.text.subject}\n{letter.mail}"


def test_each_is_told_what_is_so_in_their_language(
    open_event: OpenEvent, people: Applicants
) -> None:
    people.apply("Ada", status=Status.ACCEPTED, language="de")
    people.apply("Ben", status=Status.WAITING, language="fr")
    people.apply("Cleo", status=Status.DECLINED)
    people.apply("Dov", status=Status.RECEIVED)
    people.apply("Eve", status=Status.WITHDRAWN)

    ada, ben, cleo = letters(open_event.journal, LetterWish())

    assert "Guten Tag Ada,\n\ngern nehmen wir" in said(ada)
    assert "16. März – 17. März 2027" in said(ada)
    assert "sur la liste d’attente de Cluster days" in said(ben)
    assert "we cannot offer you a place" in said(cleo)


def test_only_who_is_late_reads_of_the_deadline(
    open_event: OpenEvent, people: Applicants, deadlines: Deadlines
) -> None:
    deadlines.set(apply_until=NOON)
    people.apply("Ada", status=Status.DECLINED, at=NOON)
    people.apply("Ben", status=Status.DECLINED, at=NOON + timedelta(minutes=1))

    ada, ben = letters(open_event.journal, LetterWish())

    assert "deadline" not in said(ada)
    assert "after the deadline, which was 1 March 2027, 14:00 EET." in said(ben)


def test_nobody_is_told_what_is_not_so(open_event: OpenEvent, people: Applicants) -> None:
    people.apply("Ada", status=Status.WAITING)

    with pytest.raises(NobodyToWriteTo):
        letters(open_event.journal, LetterWish(Status.ACCEPTED))
    with pytest.raises(NobodyToWriteTo) as refusal:
        letters(open_event.journal, LetterWish(Status.ACCEPTED, (people.ids["Ada"],)))
    assert [each.given_name for each in refusal.value.delegates] == ["Ada"]


@pytest.mark.parametrize("status", LETTERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_text_for_each_decision_in_each_language(status: Status, language: str) -> None:
    assert len(letter_text(status, language).paragraphs) >= 3


def test_a_paragraph_is_left_out_that_has_nothing_to_say() -> None:
    text = LetterText("{event}", ("In {city}.", "At {venue}, {city}.\n{event}"))

    filled = text.filled({"event": "Days", "city": "Malmö", "venue": ""})

    assert filled == LetterText("Days", ("In Malmö.",))


def test_a_desk_changes_a_text_and_uses_it(
    open_event: OpenEvent, people: Applicants, tmp_path: Path
) -> None:
    people.apply("Ada", status=Status.ACCEPTED)
    files = hand_out_texts(tmp_path / "texts")
    (file,) = (each for each in files if each.name == "accepted.en.txt")
    file.write_text("Come, {given_name}!\n\nIt is on {days}.", encoding="utf-8")

    keep_text(file)

    assert said(letters(open_event.journal, LetterWish())[0]) == (
        "Come, Ada!\nIt is on 16 March – 17 March 2027."
    )


@pytest.mark.parametrize(
    ("text", "fault", "line", "value"),
    [
        ("Hello\n\nDear {name},\n{nam}", Fault.PLACEHOLDER, 4, "nam"),
        ("Hello\n\nDear {name,", Fault.BRACE, 3, "Dear {name,"),
        ("Hello\n", Fault.EMPTY, 0, ""),
    ],
)
def test_what_is_wrong_in_a_text_is_named_with_its_line(
    tmp_path: Path, text: str, fault: Fault, line: int, value: str
) -> None:
    file = tmp_path / "accepted.en.txt"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(LetterTextUnusable) as refusal:
        keep_text(file)

    assert (refusal.value.fault, refusal.value.line, refusal.value.value) == (fault, line, value)


def test_no_other_file_is_taken_for_a_text(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(LetterTextUnusable) as named:
        keep_text(file)
    with pytest.raises(LetterTextUnusable) as read:
        read_text(file)

    assert (named.value.fault, read.value.fault) == (Fault.NAME, Fault.UNREADABLE)


def test_letters_have_a_page_each_however_long_they_are(
    open_event: OpenEvent, people: Applicants, tmp_path: Path
) -> None:
    people.apply("Ada", status=Status.ACCEPTED, organisation="Analytic Engines", country="GB")
    people.apply("Łukasz", status=Status.DECLINED)
    text = tmp_path / "accepted.en.txt"
    text.write_text("Welcome\n\nDear {name}\n\n" + "Please read all of this. " * 400 + "\n\nBye")
    keep_text(text)

    drawn = letter_prints(open_event.journal).run(LetterWish(), tmp_path / "letters.pdf")

    with pypdfium2.PdfDocument(tmp_path / "letters.pdf") as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    assert (drawn.pages, len(pages), drawn.unprintable) == (2, 2, ())
    assert "Analytic Engines" in pages[0]
    assert "United Kingdom" in pages[0]
    assert pages[0].rstrip().endswith("Bye")
    assert "Dear Łukasz" in pages[1]
