"""The last scenes of the demo: what came of meetings is collected, counted and handed on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap

from app.cli.counted import many
from app.cli.demo_stage import TOLD, Figures, Stage
from app.cli.figure_words import figure_lines
from app.delegates.importing.imports import ImportOrder
from app.outcomes.export.formats import ExportOrder
from app.outcomes.figures_reader import FiguresReader
from app.outcomes.follow_up_reader import FollowUpReader
from app.outcomes.importing.imports import OutcomeImports
from app.outcomes.outcome import Outcome, OutcomeKind
from app.outcomes.recording import Recording
from app.outcomes.report.office import ReportOffice
from app.outcomes.report.wishes import ReportWish
from app.outcomes.results import Result, Results

_AT_THE_DESK = (
    Outcome(frozenset({OutcomeKind.AGREEMENT}), interest=4),
    Outcome(frozenset({OutcomeKind.LEAD}), interest=3, note="Prices by e-mail"),
    Outcome(frozenset({OutcomeKind.JOINT_EVENT}), interest=5),
)
"""What people tell at the desk on their way out."""
_OF_PEOPLE = ("Applied", "Checked in")
_OF_MEETINGS = ("Meetings", "  kind", "Requests", "Outcomes")
"""How the lines begin that say enough of the figures."""
_WIDE = 100


class Evening:
    """What is done once the last meeting is over."""

    def __init__(self, stage: Stage) -> None:
        self._journal = stage.event.journal
        self._folder = stage.folder
        self._tell = stage.tell

    def outcomes_come_in(self, forms: Sequence[Path]) -> Figures:
        """Import forms, and note by hand what a few people tell who filled none."""
        if not any(day.results for day in Results(self._journal).of_event()):
            return
        self._tell("\nWhat came of the meetings")
        for file in forms:
            imported = OutcomeImports(self._journal).run(file, ImportOrder())
            self._tell(
                f"  {imported.file}: {imported.rows} forms, {imported.created} noted, "
                f"{len(imported.rejected)} rejected."
            )
        recording = Recording(self._journal)
        told = list(zip(self._left(), _AT_THE_DESK, strict=False))
        for result, outcome in told:
            recording.record(result.meeting.id, outcome)
        self._tell(f"  {many(len(told), 'meeting', 'meetings')} told at the desk, without a form.")
        left = len(self._left())
        self._tell(f"  {many(left, 'meeting is', 'meetings are')} not recorded.")
        yield "outcomes_told", len(told)
        yield "not_recorded", left

    def figures_are_counted(self) -> Figures:
        """Count who came and what was held, and whom to follow up."""
        self._tell("\nThe figures")
        found = FiguresReader(self._journal).of_event()
        shown = _OF_PEOPLE + (_OF_MEETINGS if found.meetings.wanted else ())
        for line in figure_lines(found):
            if line.startswith(shown):
                self._tell(f"  {line}")
        absent = FollowUpReader(self._journal).of_event().absent
        for each in absent[:TOLD]:
            partners = ", ".join(other.party.name for other in each.would_have_met)
            whom = f"; would have met {partners}" if partners else ""
            self._tell(f"  {each.party.name} could not come{whom}.")
        if len(absent) > TOLD:
            self._tell(f"  … {len(absent)} could not come in all.")
        yield "held", {kind: of.held for kind, of in found.by.kinds.items()}
        yield "types", dict(found.types)
        yield "could_not_come", len(absent)

    def report_is_written(self) -> Figures:
        """Write the closing report, and read out what it says first."""
        # What draws and writes is heavy, and few commands need it.
        from app.outcomes.report.facts import headline_facts  # noqa: PLC0415
        from app.outcomes.report.headline import headline  # noqa: PLC0415

        self._tell("\nThe closing report")
        office, wish = ReportOffice(self._journal), ReportWish()
        drawn, facts = office.told(wish)
        file = self._folder / "report.pdf"
        office.keep(drawn, file)
        said = headline(headline_facts(facts), wish.language)
        for line in wrap(said, _WIDE, initial_indent="  ", subsequent_indent="  "):
            self._tell(line)
        self._tell(f"  {file.name}: {many(drawn.pages, 'page', 'pages')}.")
        yield "headline", said
        yield "report_pages", drawn.pages

    def all_is_exported(self) -> Figures:
        """Write workbook, CSV, JSON and calendar."""
        from app.outcomes.export.exporting import Exporting  # noqa: PLC0415 - it loads pandas

        self._tell("\nThe export")
        done = Exporting(self._journal).write(ExportOrder(), self._folder / "export")
        counted = (f"{done.rows[name]} {name}" for name in ("delegates", "meetings", "outcomes"))
        self._tell(f"  {len(done.files)} files, read back and counted: {', '.join(counted)}.")
        yield "exported", dict(done.rows)

    def _left(self) -> Sequence[Result]:
        days = Results(self._journal).of_event()
        return [each for day in days for each in day.left]
