"""Letters and mails on what became of applications."""

from __future__ import annotations

import csv
from datetime import timedelta
from pathlib import Path

import pandas as pd
import pypdfium2
import pytest

from app.applications.letters.mails import mail_text, write_mails, write_mails_to
from app.applications.letters.own import LetterTexts
from app.applications.letters.texts import (
    LANGUAGES,
    LETTERS,
    Fault,
    LetterText,
    LetterTextUnusable,
    bundled_text,
    of_file,
    read_text,
)
from app.applications.letters.wishes import LetterWish, NobodyToWriteTo, NoMailAddress
from app.applications.letters.writing import Letter, letters
from app.applications.terms import Deadlines
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.undo import undo
from app.printing.letters.office import letter_prints
from tests.app.applications.applying import NOON, Applicants


@pytest.fixture
def texts(open_event: OpenEvent) -> LetterTexts:
    return LetterTexts(open_event.journal)


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
    assert "16.–17. März 2027" in said(ada)
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
    assert len(read_text(bundled_text(status, language), "").paragraphs) >= 3


def test_a_paragraph_is_left_out_that_has_nothing_to_say() -> None:
    text = LetterText("{event}", ("In {city}.", "At {venue}, {city}.\n{event}"))

    filled = text.filled({"event": "Days", "city": "Malmö", "venue": ""})

    assert filled == LetterText("Days", ("In Malmö.",))


def test_an_event_changes_a_text_and_undo_brings_the_usual_one_back(
    open_event: OpenEvent, people: Applicants, texts: LetterTexts, tmp_path: Path
) -> None:
    people.apply("Ada", status=Status.ACCEPTED)
    usual = said(letters(open_event.journal, LetterWish())[0])
    files = texts.hand_out(tmp_path / "texts")
    (file,) = (each for each in files if each.name == "accepted.en.txt")
    file.write_text("Come, {given_name}!\n\nIt is on {days}.", encoding="utf-8")

    texts.take(file)

    assert said(letters(open_event.journal, LetterWish())[0]) == (
        "Come, Ada!\nIt is on 16–17 March 2027."
    )
    undo(open_event.journal)
    assert said(letters(open_event.journal, LetterWish())[0]) == usual


def test_a_text_that_says_what_is_usual_is_not_the_events_own(texts: LetterTexts) -> None:
    texts.change(Status.ACCEPTED, "en", "Come\n\nDear {name}")
    assert [each.is_own for each in texts.told()] == [True, *[False] * 8]

    texts.change(Status.ACCEPTED, "en", bundled_text(Status.ACCEPTED, "en"))

    assert not any(each.is_own for each in texts.told())


def test_who_was_told_is_written_to_again_once_something_else_is_decided(
    open_event: OpenEvent, people: Applicants, roster: Roster, tmp_path: Path
) -> None:
    people.apply("Ada", "Ben", status=Status.ACCEPTED, email="both@example.org")
    new = LetterWish(only_new=True)
    letter_prints(open_event.journal).run(LetterWish(), tmp_path / "letters.pdf")
    with pytest.raises(NobodyToWriteTo) as refusal:
        letters(open_event.journal, new)
    assert refusal.value.told

    roster.set_status(people.ids["Ben"], Status.WAITING)

    assert [each.person.given_name for each in letters(open_event.journal, new)] == ["Ben"]
    assert write_mails(open_event.journal, new, tmp_path / "mails.txt").mails == 1
    with pytest.raises(NobodyToWriteTo):
        letters(open_event.journal, new)


def test_mails_are_copied_one_by_one_and_written_as_a_table_or_as_text(
    open_event: OpenEvent, people: Applicants, tmp_path: Path
) -> None:
    people.apply("Ada", status=Status.ACCEPTED, email="ada@example.org")
    people.apply("=1+1", status=Status.DECLINED, email="ben@example.org")
    one = mail_text(open_event.journal, people.ids["Ada"])

    write_mails(open_event.journal, LetterWish(), tmp_path / "mails.txt")
    write_mails(open_event.journal, LetterWish(), tmp_path / "mails.csv")
    write_mails(open_event.journal, LetterWish(), tmp_path / "mails.XLSX")

    book = pd.read_excel(tmp_path / "mails.XLSX", engine="calamine")
    assert [*book["To"]] == ["ada@example.org", "ben@example.org"]
    assert one.startswith("To: ada@example.org\nSubject: Your place at ")
    assert (tmp_path / "mails.txt").read_text(encoding="utf-8").startswith(one)
    with (tmp_path / "mails.csv").open(encoding="utf-8-sig") as stream:
        rows = [*csv.DictReader(stream)]
    assert [each["To"] for each in rows] == ["ada@example.org", "ben@example.org"]
    assert one.endswith(f"{rows[0]['Text']}\n")
    assert not rows[1]["Name"].startswith("=")


def test_who_has_no_address_is_named_and_not_taken_for_told(
    open_event: OpenEvent, people: Applicants, tmp_path: Path
) -> None:
    journal, file = open_event.journal, tmp_path / "mails.csv"
    people.apply("Ada", status=Status.ACCEPTED)
    with pytest.raises(NoMailAddress):
        write_mails(journal, LetterWish(), file)
    assert not file.exists()
    people.apply("Ben", status=Status.ACCEPTED, email="ben@example.org")

    done = write_mails_to(journal, people.ids.values(), file)

    assert (done.mails, [each.given_name for each in done.without_address]) == (1, ["Ada"])
    left = letters(journal, LetterWish(only_new=True))
    assert [each.person.given_name for each in left] == ["Ada"]


def test_the_subject_is_one_line_also_where_no_blank_line_follows(
    open_event: OpenEvent, people: Applicants, texts: LetterTexts
) -> None:
    people.apply("Ada", status=Status.ACCEPTED)

    texts.change(Status.ACCEPTED, "en", "Come, {given_name}!\nIt is on {days}.")

    (letter,) = letters(open_event.journal, LetterWish())
    assert letter.text == LetterText("Come, Ada!", ("It is on 16–17 March 2027.",))


def test_who_speaks_no_language_of_ours_is_written_to_in_english(
    open_event: OpenEvent, people: Applicants
) -> None:
    people.apply("Ada", status=Status.ACCEPTED, language="sv")

    (letter,) = letters(open_event.journal, LetterWish())

    assert letter.language == "en"


@pytest.mark.parametrize(
    ("text", "fault", "line", "value"),
    [
        ("Hello\n\nDear {name},\n{nam}", Fault.PLACEHOLDER, 4, "nam"),
        ("Hello\n\nDear {name,", Fault.BRACE, 3, "Dear {name,"),
        ("Hello\n", Fault.EMPTY, 0, ""),
        ("Hello\n\n" + "word " * 4_000, Fault.LONG, 0, "20,000"),
    ],
)
def test_what_is_wrong_in_a_text_is_named_with_its_line(
    texts: LetterTexts, text: str, fault: Fault, line: int, value: str
) -> None:
    with pytest.raises(LetterTextUnusable) as refusal:
        texts.change(Status.ACCEPTED, "en", text)

    assert (refusal.value.fault, refusal.value.line, refusal.value.value) == (fault, line, value)


def test_no_other_file_is_taken_for_a_text(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(LetterTextUnusable) as named:
        of_file(file)
    with pytest.raises(LetterTextUnusable) as read:
        of_file(file.rename(tmp_path / "accepted.en.txt"))

    assert (named.value.fault, read.value.fault) == (Fault.NAME, Fault.UNREADABLE)


def test_letters_have_a_page_each_however_long_they_are(
    open_event: OpenEvent, people: Applicants, texts: LetterTexts, tmp_path: Path
) -> None:
    people.apply("Ada", status=Status.ACCEPTED, organisation="Analytic Engines", country="GB")
    people.apply("Łukasz", status=Status.DECLINED)
    long = "Welcome\n\nDear {name}\n\n" + "Please read all of this. " * 400 + "\n\nBye"
    texts.change(Status.ACCEPTED, "en", long)

    drawn = letter_prints(open_event.journal).run(LetterWish(), tmp_path / "letters.pdf")

    with pypdfium2.PdfDocument(tmp_path / "letters.pdf") as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    assert (drawn.pages, len(pages), drawn.unprintable) == (2, 2, ())
    assert "Analytic Engines" in pages[0]
    assert "United Kingdom" in pages[0]
    assert pages[0].rstrip().endswith("Bye")
    assert "Dear Łukasz" in pages[1]
