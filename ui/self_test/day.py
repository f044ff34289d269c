"""A small day, step by step, from an event that is not there yet to a proof that it is whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from app.event.sample import SAMPLES
from ui.self_test.program import Program, StepFailed

Step = tuple[str, Callable[[], str]]

_SAMPLE: Final = SAMPLES / "cluster-matchmaking-days"
_DAY: Final = "2027-03-16"
_PAPERS: Final = (
    *("badges", "test-page", "schedules", "matrix", "organisation-schedules", "table-cards"),
    *("meeting-slips", "round-cards", "round-list", "desk-list", "bus-lists", "meeting-points"),
    *("speaker-cards", "running-order", "session-lists", "agenda", "box-labels", "booklet"),
)


class Day:
    """The steps; each says what it saw, or raises ``StepFailed``."""

    def __init__(self, program: Program) -> None:
        self._run = program
        self._event = program.folder / "self-test.matchdesk"
        self._codes: list[str] = []
        self._someone = self._meeting = ""

    def steps(self) -> Iterator[Step]:
        """Yield the steps in their order, each with its name."""
        yield "make an event", self._make
        yield "import", self._import
        yield "plan", self._plan
        yield "programme", self._add_programme
        for paper in _PAPERS:
            yield f"print {paper}", lambda paper=paper: self._print(paper)  # type: ignore[misc] # bound at once
        yield "read badges back", self._read_badges
        yield "scan", self._scan
        yield "print certificates", lambda: self._print("certificates")
        yield "a no-show", self._miss
        yield "repair", self._repair
        yield "print change slips", self._print_slips
        yield "an outcome", self._record
        yield "report", self._report
        yield "export", self._export
        yield "copy", lambda: self._done("backup", self._below("copy.matchdesk"))
        yield "window", self._open
        yield "verify", self._verify

    def _make(self) -> str:
        self._run(
            *("new", self._event, "--name", "Self-test", "--timezone", "Europe/Vilnius"),
            *("--day", _DAY, "--day", "2027-03-17", "--block", "09:00-12:40"),
            *("--slot", "20", "--gap", "5", "--tables", "40"),
        )
        return self._event.name

    def _import(self) -> str:
        people = self._run("import", self._event, _SAMPLE / "registrations.csv")
        wishes = self._run("import", self._event, _SAMPLE / "requests.csv", "--what", "requests")
        _expect(people["created"] > 200, f"only {people['created']} delegates were new")
        return f"{people['created']} delegates, {wishes['created']} requests"

    def _plan(self) -> str:
        plan = self._run("plan", self._event, "--accept")
        _expect(plan["placed"] > 0, "no meeting was placed")
        return f"{plan['placed']} of {plan['wanted']} placed, at most {plan['bound']}"

    def _add_programme(self) -> str:
        run, event = self._run, self._event
        hours = ("--from", f"{_DAY}T14:00", "--to", f"{_DAY}T15:00")
        run("session-add", event, "Opening", *hours, "--room", "Hall", "--places", "50")
        self._someone = run("find", event, "Balsev")["delegates"][0]["badge_number"]
        someone = self._someone
        run("book", event, "Opening", someone)
        later = ("--from", f"{_DAY}T16:00", "--to", f"{_DAY}T18:00")
        run("visit-add", event, "Harbour", *later, "--places", "1", "--meet", "Main door")
        run("visit-choose", event, someone, "Harbour")
        run("visit-allot", event, "--accept")
        run("rounds", event, "--rounds", "2", "--keep", f"{_DAY}T15:10", "--minutes", "5")
        run("speeches", event, "--start", f"{_DAY}T15:30", "--minutes", "1", "--questions", "0")
        return "a session, a visit, ice-breaking rounds, speeches"

    def _print(self, paper: str) -> str:
        file = self._below(f"{paper}.pdf")
        made = self._run("print", self._event, paper, "-o", file)
        return _pages(file, made)

    def _print_slips(self) -> str:
        file = self._below("slips.pdf")
        made = self._run("slips", self._event, "-o", file, "--at", f"{_DAY}T09:07")
        return _pages(file, made)

    def _read_badges(self) -> str:
        from app.printing.readback import codes_in  # noqa: PLC0415 - loads what reads PDFs

        self._codes = list(codes_in(self._below("badges.pdf")))
        _expect(len(self._codes) > 200, f"only {len(self._codes)} codes can be read")
        return f"{len(self._codes)} codes"

    def _scan(self) -> str:
        at = ("--at", f"{_DAY}T08:40", "--no-print")
        decisions = [self._run("scan", self._event, code, *at) for code in self._codes[:3]]
        wrong = [each for each in decisions if each.get("decision") != "checked_in"]
        _expect(not wrong, f"a badge was not let in: {wrong[:1]}")
        return f"{len(decisions)} let in"

    def _miss(self) -> str:
        early = ("--at", f"{_DAY}T08:55")
        items: list[dict[str, Any]] = self._run("attention", self._event, *early)["items"]
        at_risk = [each["meeting"] for each in items if each.get("meeting")]
        _expect(bool(at_risk), "nobody is missed, though hardly anybody came")
        self._meeting = str(at_risk[0])
        late = ("--at", f"{_DAY}T09:05")
        self._run("no-show", self._event, self._meeting, "--side", "both", *late)
        return f"{len(items)} in need"

    def _repair(self) -> str:
        at = ("--at", f"{_DAY}T09:06")
        found = self._run("proposals", self._event, self._meeting, *at)["proposals"]
        _expect(bool(found), "nothing is proposed")
        self._run("accept", self._event, self._meeting, found[0]["id"], *at)
        return f"{len(found)} proposals, the first one taken"

    def _record(self) -> str:
        meeting = self._run("meetings", self._event, self._someone)["meetings"][-1]["number"]
        kind = ("--kind", "joint_event", "--interest", "4", "--at", f"{_DAY}T13:00")
        self._run("outcome", self._event, meeting, *kind)
        return "a joint event, interest 4"

    def _report(self) -> str:
        for language in ("en", "de", "fr"):
            file = self._below(f"report-{language}.pdf")
            self._run("report", self._event, "-o", file, "--language", language)
            _expect(file.read_bytes().startswith(b"%PDF"), f"{file.name} is no PDF")
        return "in three languages"

    def _export(self) -> str:
        made = self._run("export", self._event, "-o", self._below("export"))
        return f"{len(made['files'])} files"

    def _open(self) -> str:
        return f"its Desk painted after {self._run.until_usable(self._event):.2f} s"

    def _verify(self) -> str:
        found = self._run("verify", self._event)
        _expect(found["ok"] is True, f"it is not whole: {found['problems']}")
        return f"{found['deeds']} deeds, whole"

    def _done(self, command: str, *words: Path) -> str:
        self._run(command, self._event, *words)
        return ""

    def _below(self, name: str) -> Path:
        return self._run.folder / name


def _pages(file: Path, made: dict[str, Any]) -> str:
    _expect(file.read_bytes().startswith(b"%PDF"), f"{file.name} is no PDF")
    return f"{made['items']} on {made['pages']} pages"


def _expect(holds: bool, else_what: str) -> None:
    if not holds:
        raise StepFailed(else_what)
