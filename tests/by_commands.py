"""A sample event that is played by commands alone, each given at a time of the event."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from app.cli.main import main
from app.event.sample import SAMPLES, Sample, read_sample

_IMPORTED_AS = {"registrations": "delegates"}


@dataclass(frozen=True)
class Office:
    """Gives commands on the event of a sample."""

    folder: Path
    sample: Sample

    @property
    def event(self) -> str:
        return str(self.folder / "event.matchdesk")

    def says(self, at: str, command: str, *words: str | Path) -> dict[str, Any]:
        """Give a command; it has to be done, and answers in JSON."""
        answer: dict[str, Any] = json.loads(self.tells(at, command, *words, "--json"))
        return answer

    def tells(self, at: str, command: str, *words: str | Path) -> str:
        """Give a command; it has to be done, and answers in words."""
        status, told = self._run(at, command, *words)
        assert status == 0, told
        return told

    def refuses(self, at: str, command: str, *words: str | Path) -> dict[str, Any]:
        """Give a command; it has to be refused, and says why in JSON."""
        status, told = self._run(at, command, *words, "--json")
        assert status == 1, told
        refusal: dict[str, Any] = json.loads(told)
        return refusal

    def makes_event(self, at: str) -> None:
        """Make the event of the sample, without anything in it."""
        order = self.sample.order
        self.says(
            at,
            "new",
            *("--name", order.name, "--timezone", order.timezone, "--city", order.city),
            *(word for day in order.days for word in ("--day", day.isoformat())),
            *(word for each in order.blocks for word in ("--block", _told(each))),
            *("--slot", str(order.slot_minutes), "--gap", str(order.gap_minutes)),
            *("--tables", str(order.tables)),
        )

    def imports(self, at: str, *kinds: str) -> None:
        """Import all lists of these kinds, of which every row has to be taken."""
        for kind in kinds:
            for file in getattr(self.sample.lists, kind):
                done = self.says(at, "import", file, "--what", _IMPORTED_AS.get(kind, kind))
                assert (done["rejected"], done["remarks"]) == ([], []), kind

    def rows(self, kind: str) -> list[dict[str, str]]:
        """Give the rows of a list of the sample."""
        (file,) = getattr(self.sample.lists, kind)
        with file.open(encoding="utf-8", newline="") as opened:
            return list(csv.DictReader(opened))

    def badges(self, at: str) -> Mapping[str, str]:
        """Give the badge numbers of all who applied, by their e-mails."""
        listed = self.says(at, "applications")["applications"]
        by_name = {each["delegate"]["name"]: each["delegate"]["badge_number"] for each in listed}
        rows = self.rows("registrations")
        found = {row["E-mail"]: by_name[f"{row['First name']} {row['Last name']}"] for row in rows}
        assert len(set(found.values())) == len(rows)
        return found

    def _run(self, at: str, command: str, *words: str | Path) -> tuple[int, str]:
        said = io.TextIOWrapper(io.BytesIO(), "utf-8")
        with redirect_stdout(said):
            status = main([command, self.event, *map(str, words), "--at", at])
        said.seek(0)
        return status, said.read()


@contextmanager
def office_of(name: str, factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Open an office with a sample and a home of its own."""
    office = Office(factory.mktemp(name), read_sample(SAMPLES / name))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MATCHDESK_HOME", str(office.folder / "home"))
        yield office


def text_of(file: Path) -> str:
    """Give the text of a PDF without its blanks, which stand where lines break."""
    with closing(pypdfium2.PdfDocument(file)) as pages:
        said = " ".join(page.get_textpage().get_text_range() for page in pages)
    return "".join(said.split())


def _told(block: Any) -> str:
    return f"{block.day}/{block.starts:%H:%M}-{block.ends:%H:%M}"
