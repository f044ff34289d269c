"""R19: after an erasure, who was erased is nowhere in the files of the event."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO, TextIOWrapper
from pathlib import Path
from shutil import copytree
from typing import Any
from uuid import uuid4

import pypdfium2
import pytest

import db.engine
from app.cli.main import main
from app.delegates.person import resolve
from app.desks import Desks
from app.erasure.erasing import Erasing
from app.erasure.finding import all_about
from app.event.facts import event_facts
from app.journal.journal import Unit
from app.places import prints_folder
from app.printers.port import JobState
from app.printers.runs import PrintRun, RunStore
from app.printing.deeds import BadgePrinted
from app.settings import HOME, load_settings

FIELDS = (
    *("given", "family", "email", "phone", "function", "city", "note", "attention", "seeks"),
    *("offers", "order", "ticket", "reason", "wish", "outcome", "follow", "reprint", "undone"),
    *("heard", "merged", "away"),
)
STAFF = "Qxstaffmark"


@dataclass(frozen=True)
class Venue:
    """A computer with one event: its files are ``folder`` and ``home``, and none of ``out``."""

    folder: Path
    home: Path
    out: Path

    @property
    def event(self) -> Path:
        return self.folder / "event.matchdesk"

    def run(self, command: str, *arguments: str) -> Any:
        """Run a command on the event, as somebody on duty; give what it answers."""
        said = ("--json", "--on-duty", STAFF)
        with redirect_stdout(TextIOWrapper(BytesIO())) as told:
            assert main([command, str(self.event), *arguments, *said]) == 0, arguments
        told.seek(0)
        return json.loads(told.read())

    def holding(self, marks: Iterable[str]) -> set[str]:
        """Give the marks that stand in any file, in whatever case and encoding."""
        files = (file for place in (self.folder, self.home) for file in place.rglob("*"))
        contents = [file.read_bytes().lower() for file in files if file.is_file()]
        return {
            mark
            for mark in marks
            for encoding in ("utf-8", "utf-16-le", "utf-16-be")
            if any(mark.lower().encode(encoding) in content for content in contents)
        }


def marks(person: str) -> Mapping[str, str]:
    """Give a word for each field of somebody, which is nowhere else."""
    return {field: f"Qx{person}{field}" for field in FIELDS}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an event on which two people left all that can be; to be copied."""
    folder = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patch:
        place = venue_in(folder, patch)
        blocks = ("--block", "10:15-12:40", "--slot", "20", "--tables", "4")
        place.run("new", "--name", "Days", "--timezone", "UTC", "--day", "2027-03-16", *blocks)
        lives(place, "ada")
        lives(place, "bob")
        meets(place)
    return folder


@pytest.fixture
def venue(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Venue:
    copytree(built, tmp_path, dirs_exist_ok=True)
    return venue_in(tmp_path, monkeypatch)


def venue_in(folder: Path, patch: pytest.MonkeyPatch) -> Venue:
    place = Venue(folder / "event", folder / "home", folder / "out")
    for each in (place.folder, place.home, place.out):
        each.mkdir(exist_ok=True)
    patch.setenv(HOME, str(place.home))
    return place


def lives(venue: Venue, person: str) -> None:
    """Let somebody come in by every way there is, with a word of their own in each field."""
    said = marks(person)
    row = {
        "First name": said["given"],
        "Last name": said["family"],
        "E-mail": f"{said['email']}@example.org",
        "Phone": said["phone"],
        "Company": "Analytic Engines",
        "Position": said["function"],
        "City": said["city"],
        "Seeks": said["seeks"],
        "Offers": said["offers"],
        "Comment": said["note"],
        "Order code": said["order"],
        "Ticket": said["ticket"],
        "Status": "paid",
    }
    names = {"Seeks": "seeks", "Offers": "offers", "Comment": "note", "Ticket": "ticket_secret"}
    wanted = [f"--map={column}={field}" for column, field in names.items()]
    file = venue.out / "people.csv"
    write(file, row)
    venue.run("import", str(file), *wanted)
    (found,) = venue.run("find", said["family"])["delegates"]
    number = found["badge_number"]
    venue.run("edit", number, "--attention", said["attention"])
    venue.run("edit", number, "--note", said["undone"])
    venue.run("undo")
    venue.run("status", number, "declined", "--reason", said["reason"])
    venue.run("undo")
    venue.run("reprint", number, "--reason", said["reprint"])
    twin = venue.run("register", "--given-name", "Twin", "--family-name", said["merged"])
    venue.run("merge", number, twin["delegate"]["badge_number"])
    venue.run("check-in", number, "--at", "2027-03-16T09:00")
    row |= {"First name": said["heard"], "Last name": "Otherwise"}
    write(file, row)
    assert venue.run("import", str(file), *wanted)["doubtful"], "somebody else under this ticket?"
    stretch = ("--from", "2027-03-16T12:00", "--to", "2027-03-16T12:30")
    away = (*stretch, "--why", said["away"])
    venue.run("unavailable", number, *away)


def write(file: Path, row: Mapping[str, str]) -> None:
    """Write a list of one row."""
    file.write_text(f"{','.join(row)}\n{','.join(row.values())}\n", encoding="utf-8")


def meets(venue: Venue) -> None:
    """Let each meet somebody else, and much be written of it."""
    for table, (person, clock) in enumerate((("ada", "10:15"), ("bob", "10:40")), start=1):
        said = marks(person)
        third = venue.run("register", "--given-name", "Third", "--family-name", f"Of {clock}")
        host = third["delegate"]["badge_number"]
        mine = number_of(venue, person)
        venue.run("request", mine, host, "--note", said["wish"])
        when = ("--slot", clock, "--table", str(table))
        venue.run("meet", mine, host, *when, "--at", "2027-03-16T09:30")
        meeting = venue.run("meetings", mine)["meetings"][0]["number"]
        told = ("--kind", "business_lead", "--note", said["outcome"], "--by", said["follow"])
        venue.run("outcome", meeting, *told, "--at", "2027-03-16T11:30")
    spool(venue)


def spool(venue: Venue) -> None:
    """Let a badge of each lie in the folder of prints, as it does once it came out."""
    opened = Desks(load_settings()).open(venue.event)
    with opened.journal.reading() as session:
        store = RunStore(prints_folder() / str(event_facts(session).id) / "desk")
        store.prepare()
        for person in ("ada", "bob"):
            delegate = resolve(session, number_of(venue, person))
            run = PrintRun(uuid4(), "badges", "p", 1, 1, datetime.now(UTC), state=JobState.DONE)
            deed = BadgePrinted(uuid4(), delegate, "a6", marks(person)["given"])
            store.keep_papers(run, marks(person)["given"].encode(), [deed])
            store.keep(run)
    opened.close()


def number_of(venue: Venue, person: str) -> str:
    (found,) = venue.run("find", marks(person)["family"])["delegates"]
    number: str = found["badge_number"]
    return number


def test_whoever_is_erased_stands_in_no_file_of_the_event_and_all_others_still_do(
    venue: Venue,
) -> None:
    ada, bob = marks("ada"), marks("bob")
    everything = {*ada.values(), *bob.values(), STAFF}
    assert venue.holding(everything) == everything, "a mark that is nowhere proves nothing"
    backup = venue.out / "before.matchdesk"
    venue.run("backup", str(backup))
    before = venue.run("figures")
    paper = venue.out / "proof.pdf"

    proof = venue.run("erase", number_of(venue, "ada"), "--yes", "--proof", str(paper))

    assert venue.holding(ada.values()) == set()
    assert venue.holding([*bob.values(), STAFF]) == {*bob.values(), STAFF}
    assert proof["named_still"] == {}
    assert proof["removed"]["delegate.email"] == 1
    assert proof["prints_removed"] == 1
    assert [copy["file"] for copy in proof["copies"]] == [str(backup)]
    assert backup.exists()
    assert not any(mark.lower() in text_of(paper).lower() for mark in everything)
    assert str(backup) in text_of(paper)

    proof = venue.run("erase", "--all", "--yes", "--remove-backups")

    assert venue.holding(everything) == set()
    assert proof["copies"] == []
    assert not backup.exists()
    after = venue.run("figures")
    of_nobody = {"shares": None, "at": None}
    assert after | of_nobody == before | of_nobody
    assert venue.run("verify")["ok"]


def text_of(file: Path) -> str:
    document = pypdfium2.PdfDocument(file)
    return "".join(page.get_textpage().get_text_range().replace("\r\n", "") for page in document)


def test_an_older_copy_that_is_opened_erases_them_again(venue: Venue) -> None:
    ada = marks("ada")
    copy = venue.out / "older.matchdesk"
    venue.run("backup", str(copy))
    venue.run("erase", number_of(venue, "ada"), "--yes")

    copy.replace(venue.event)
    assert venue.holding(ada.values())
    verdict = venue.run("verify")

    assert verdict["ok"]
    assert venue.holding(ada.values()) == set()
    assert venue.holding(marks("bob").values()) == set(marks("bob").values())


def test_without_overwriting_what_is_deleted_they_would_be_found(
    venue: Venue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(db.engine._PRAGMAS, "secure_delete", 0)
    opened = Desks(load_settings()).open(venue.event)
    with opened.journal.reading() as session:
        ada = resolve(session, number_of(venue, "ada"))

    Erasing(opened.journal).person(ada)
    opened.close()

    assert venue.holding(marks("ada").values())


def test_with_the_details_of_deeds_kept_they_would_be_found(venue: Venue) -> None:
    opened = Desks(load_settings()).open(venue.event)
    with opened.journal.reading() as session:
        ada = resolve(session, number_of(venue, "ada"))
        found = all_about(session, opened.journal.kinds, {ada})
        deeds = found.erasure(session)

    with opened.journal.writing(Unit(uuid4())) as pen:
        pen.write_all(deeds)
    opened.close()

    assert venue.holding(marks("ada").values())
