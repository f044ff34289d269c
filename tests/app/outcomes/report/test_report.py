"""The closing report and the follow-up list, read back from their PDFs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from app.delegates.registration import Status
from app.delegates.roster import Roster, everybody
from app.event.editing import UnknownDay
from app.event.logo import Logos
from app.outcomes.export.written import files_written
from app.outcomes.figures import SlotUse
from app.outcomes.figures_reader import FiguresReader
from app.outcomes.outcome import Outcome
from app.outcomes.recording import Recording
from app.outcomes.report.maker import report_document
from app.outcomes.report.office import Paper, ReportOffice
from app.outcomes.report.reading import report_facts
from app.outcomes.report.wishes import Language, NothingToReport, ReportWish
from app.outcomes.report.wording import Wording
from app.printing.drawn import Drawn
from app.printing.press import press
from app.visits.signing_up import SigningUp
from app.visits.visit import VisitOrder
from app.visits.visits import Visits
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at
from tests.app.printing.sheets.reading import pages_of, sizes_of, stands_within
from tests.building import FIRST_DAY, SECOND_DAY, EventBuilder

LANGUAGES = pytest.mark.parametrize("language", Language)


def drawn(of: RunningDay, paper: Paper = Paper.REPORT, **wish: object) -> Drawn:
    said = ReportWish(**wish)  # type: ignore[arg-type] # fields of a wish
    return ReportOffice(of.journal, paper).draw(said)


def text_of(paper: Drawn) -> str:
    said = " ".join(pages_of(paper.pdf)).replace("\u202f", " ").replace("\u00a0", " ")
    return re.sub(r"\s+", " ", said)


@LANGUAGES
def test_the_report_tells_what_became_of_applications_by_delegation(
    evening: RunningDay, event: EventBuilder, language: Language
) -> None:
    event.delegate("Gil", "Of", badge=False, delegation="US delegation", status="declined")
    event.delegate("Hal", "Of", badge=False, delegation="US delegation", status="waiting")

    said = text_of(drawn(evening, language=language))

    heads = Wording(language, ZoneInfo("UTC")).terms.applications.heads
    assert " ".join(heads) in said
    assert "Nordic 6 5 0 0 1 0 5 US delegation 2 0 1 1 0 0 0" in said


def test_where_everybody_was_accepted_the_report_says_nothing_of_applications(
    evening: RunningDay,
) -> None:
    (flo,) = (each for each in everybody(evening.journal) if each.given_name == "Flo")
    Roster(evening.journal, "A").set_status(flo.id, Status.ACCEPTED)

    assert "applications, " not in text_of(drawn(evening))


def test_the_report_says_what_the_figures_are(evening: RunningDay) -> None:
    found = FiguresReader(evening.journal).of_event()

    said = text_of(drawn(evening))

    meetings = found.meetings
    assert found.people.absent.organisations == 1
    assert (meetings.held, meetings.wanted, meetings.not_recorded) == (3, 4, 1)
    assert f"{meetings.held} of {meetings.wanted} planned meetings were held, 1 lost." in said
    assert "Two C2C meetings and one B2C meeting were held, three in all." in said
    applied, came = found.people.applied, found.people.checked_in
    assert (
        f"Applied {applied.delegates} delegates {applied.organisations} organisations,"
        f" {applied.countries} countries"
    ) in said
    assert f"Checked in {came.delegates} delegates" in said
    assert "5 of 6 delegates were checked in, and 5 met somebody." in said
    assert f"Not recorded {meetings.not_recorded}" in said
    assert f"{found.requests_met} of {found.requests} requests to meet" in said
    assert "Interest is 4.0 of 5 on average" in said
    assert "Horizon Europe: named most, for 1 of 1 joint proposals." in said


def test_the_report_names_who_could_not_come_and_what_was_agreed(evening: RunningDay) -> None:
    said = text_of(drawn(evening))

    assert "1 applied and could not come." in said
    assert "Cierzo, Spain withdrew Øresund Sails; asked for Timber" in said
    assert "2 next steps were agreed." in said
    assert "24 Mar 2027" in said
    assert said.index("24 Mar 2027") < said.index("2 Apr 2027")
    assert "Joint proposal (Horizon Europe); Draft of the call by Easter" in said


def test_notes_can_be_left_out(evening: RunningDay) -> None:
    for paper in Paper:
        assert "Draft of the call" in text_of(drawn(evening, paper))
        assert "Draft of the call" not in text_of(drawn(evening, paper, notes=False))


@LANGUAGES
def test_each_language_says_all_of_it(evening: RunningDay, language: Language) -> None:
    paper = drawn(evening, language=language)

    said = text_of(paper)
    title, came, page, missing = {
        Language.ENGLISH: ("Closing report", "Page 1 of", "Germany", "Not recorded 1"),
        Language.GERMAN: ("Abschlussbericht", "Seite 1 von", "Deutschland", "Nicht erfasst 1"),
        Language.FRENCH: ("Rapport de clôture", "Page 1 sur", "Allemagne", "Non notées 1"),
    }[language]
    for words in (title, came, page, missing, "Cluster days", "Łódź Optics"):
        assert words in said
    assert "{" not in said
    assert 2 <= paper.pages <= 6
    assert sizes_of(paper.pdf) == {(210, 297)}
    assert stands_within(paper.pdf, 10)


def test_the_same_event_at_the_same_time_gives_the_same_bytes(evening: RunningDay) -> None:
    once = drawn(evening).pdf
    ReportOffice(evening.journal).run(ReportWish(), Path(evening.journal.database.file.parent, "r"))

    assert drawn(evening).pdf == once
    evening.clock.passes(minutes=1)
    assert drawn(evening).pdf != once


def test_one_day_is_reported_alone(evening: RunningDay) -> None:
    first, second = (text_of(drawn(evening, day=day)) for day in (FIRST_DAY, SECOND_DAY))

    assert "Report of Tuesday 16 March" in first
    assert "on 16 March 2027, four from four countries took part" in first
    assert "3 of 4 planned meetings were held" in first
    assert "none of them took part" in second
    assert "No meeting was planned." in second
    with pytest.raises(UnknownDay):
        drawn(evening, day=date(2027, 3, 20))


def test_visits_that_have_set_out_are_told_of(evening: RunningDay) -> None:
    visits, signing_up = Visits(evening.journal), SigningUp(evening.journal)
    for title, clock in (("Hall 2", "09:00"), ("Harbour", "16:00")):
        visits.add(VisitOrder(title, at(clock), at(clock) + timedelta(minutes=30), 10))
        signing_up.give(evening.floor.who("Ada"), title)
    signing_up.board(evening.floor.who("Ada"), "Hall 2")

    assert "One delegate joined one guided visit." in text_of(drawn(evening))
    assert "guided" not in text_of(drawn(evening, day=SECOND_DAY))


def test_an_event_with_nobody_and_nothing_has_no_report(day: RunningDay) -> None:
    for paper in Paper:
        with pytest.raises(NothingToReport):
            drawn(day, paper)


def test_an_event_without_meetings_says_so_on_two_pages(
    day: RunningDay, event: EventBuilder
) -> None:
    event.delegate("Ada", "Byron", organisation="Engines")

    paper = drawn(day)

    said = text_of(paper)
    assert paper.pages == 2
    assert "No meeting was planned." in said
    assert "1 organisation applied" not in said
    assert "one organisation applied, and it did not take part" in said
    assert "No next step is recorded." in said


def test_a_report_before_the_end_says_what_is_still_open(evening: RunningDay) -> None:
    evening.meets("Ada", "Di", "12:20", "4")
    evening.is_now("12:00")

    said = text_of(drawn(evening))

    assert "3 of 5 planned meetings were held, 1 lost, 1 still open." in said
    assert "one meeting was still ahead" in said


def test_what_no_font_has_is_named_and_a_badge_number_stands_for_it(
    evening: RunningDay, event: EventBuilder
) -> None:
    event.delegate("Gus", organisation="Ops\U00013000")

    paper = drawn(evening)

    (lack,) = paper.unprintable
    assert (lack.field, lack.characters) == ("organisation", "\U00013000")
    assert lack.badge_number
    assert f"{lack.badge_number} accepted, did not come" in text_of(paper)


def test_names_that_are_long_or_read_leftward_stand_whole_within_the_page(
    evening: RunningDay, event: EventBuilder
) -> None:
    long = "European Strategic Cluster Partnership for Photonics, Quantum and Laser Technologies"
    event.delegate("Gus", organisation=long)
    event.delegate("محمد", organisation="شركة الأفق للتقنية")
    event.delegate("X" * 400)

    paper = drawn(evening)

    said = text_of(paper)
    assert long in said
    assert "شركة الأفق للتقنية" in said
    assert "…" in said
    assert stands_within(paper.pdf, 10)


def test_the_logo_stands_on_every_page(evening: RunningDay, tmp_path: Path) -> None:
    bare = drawn(evening).pdf
    file = tmp_path / "logo.png"
    Image.new("RGB", (400, 120), "navy").save(file)
    Logos(evening.journal).set(file)

    assert len(drawn(evening).pdf) > len(bare)


def test_what_has_no_room_is_counted_and_stands_in_the_list(evening: RunningDay) -> None:
    recording = Recording(evening.journal)
    hosts = ("Ada", "Bo", "Cy", "Di", "Eli")
    number = 0
    long = "What was agreed, in many words. " * 6
    for clock in ("11:30", "12:20"):
        for table in map(str, range(1, 11)):
            for guest, host in pairwise(hosts):
                number += 1
                meeting = evening.meets(guest, host, clock, table)
                said = Outcome(follow_up_by=f"Person {number}", note=long)
                recording.record(meeting, said)

    report, listed = drawn(evening), drawn(evening, Paper.FOLLOW_UPS)

    assert report.pages == 6
    text = text_of(report)
    (more,) = re.findall(r"(\d+) more steps stand in the separate follow-up list", text)
    shown = set(re.findall(r"Person (\d+)\b", text))
    assert len(shown) + 1 + 1 == number + 2 - int(more)
    everyone = set(re.findall(r"Person (\d+)\b", text_of(listed)))
    assert everyone == {str(each) for each in range(1, number + 1)}
    assert "more steps" not in text_of(listed)
    assert listed.items == number + 3


def test_many_slots_of_two_days_are_drawn_within_the_page(evening: RunningDay) -> None:
    facts = report_facts(evening.journal, None)
    starts = (at("08:00") + timedelta(days=n % 2, minutes=10 * (n // 2)) for n in range(100))
    slots = tuple(SlotUse(start, n % 13, 20) for n, start in enumerate(starts))
    crowded = replace(facts, figures=replace(facts.figures, slots=slots))

    paper = press(report_document(evening.journal, crowded, ReportWish()))

    said = text_of(paper)
    assert "Most tables were in use at 09:00 on Tuesday 16 March: 12 of 20." in said
    assert "Wednesday 17 March" in said
    assert stands_within(paper.pdf, 10)


def test_writing_it_is_noted_with_what_it_was(evening: RunningDay, tmp_path: Path) -> None:
    for paper, rows in ((Paper.REPORT, 4), (Paper.FOLLOW_UPS, 3)):
        file = tmp_path / f"{paper}.pdf"
        ReportOffice(evening.journal, paper).run(ReportWish(), file)
        with evening.journal.reading() as session:
            written = files_written(session)[-1].deed
        assert (written.what, written.file, written.rows) == (paper.value, str(file), rows)
