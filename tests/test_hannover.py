"""The matchmaking at HANNOVER MESSE, played through by commands alone, from lists to the report."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from app.event.sample import SAMPLES, read_sample
from app.printing.readback import codes_in
from tests.by_commands import Office, text_of
from tests.recounting import read, recounted

FOLDER = SAMPLES / "hannover-messe-2015"
BEFORE, EVENING = "2015-03-30T10:00", "2015-04-14T17:30"
COMPANY_THAT_LEFT = "Soudure Chablais"


@dataclass(frozen=True)
class Fair(Office):
    """The office of the two days at the fair."""

    def prepares(self) -> None:
        """Make the event and import who comes, who wants to meet whom, and who meets whom when."""
        self.makes_event(BEFORE)
        self.imports(BEFORE, "registrations", "requests", "meetings")

    def admits(self) -> None:
        """Print badges, scan everybody's on the first day, and on the second whoever has more."""
        pdf = self.folder / "badges.pdf"
        assert self.says(BEFORE, "print", "badges", "-o", pdf)["items"] == 29
        codes = {
            self.says("2015-04-13T09:30", "scan", code)["delegate"]["organisation"]: code
            for code in codes_in(pdf)
        }
        assert len(codes) == 29
        for organisation in sorted(self._of_second_day() - {COMPANY_THAT_LEFT}):
            self.says("2015-04-14T09:40", "scan", codes[organisation])

    def sees_to_what_nobody_planned(self) -> None:
        """Note on the floor that somebody had left early; a form will say the same."""
        missed = self._meeting_of(COMPANY_THAT_LEFT, "2015-04-14")
        self.says("2015-04-14T10:12", "no-show", missed, "--side", "guest")

    def collects_forms(self) -> None:
        """Import the forms, and note by hand what stands on none."""
        for file in self.sample.lists.outcomes:
            imported = self.says(EVENING, "import", file, "--what", "outcomes")
            assert (imported["rejected"], imported["remarks"]) == ([], [])
        (left,) = self.says(EVENING, "outcomes", "--left")["meetings"]
        told = ("--kind", "cooperation_agreement", "--interest", "4", "--follow-up", "2015-05-27")
        self.says(EVENING, "outcome", left["number"], *told, "--by", "Palle Kertemindsen")

    def _of_second_day(self) -> set[str]:
        return {
            someone["organisation"]
            for each in self.says(BEFORE, "outcomes", "--day", "2015-04-14")["meetings"]
            for someone in (*each["hosts"], *each["guests"])
        }

    def _meeting_of(self, organisation: str, day: str) -> str:
        """Give the number of the only meeting in which it is the guest that day."""
        (number,) = (
            each["number"]
            for each in self.says(BEFORE, "outcomes", "--day", day)["meetings"]
            if organisation in {someone["organisation"] for someone in each["guests"]}
        )
        return str(number)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fair]:
    """The evening of the last day."""
    office = Fair(tmp_path_factory.mktemp("hannover"), read_sample(FOLDER))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MATCHDESK_HOME", str(office.folder / "home"))
        office.prepares()
        office.admits()
        office.sees_to_what_nobody_planned()
        office.collects_forms()
        yield office


@pytest.fixture(scope="module")
def figures(office: Fair) -> dict[str, Any]:
    return office.says(EVENING, "figures")


def test_25_clusters_of_nine_countries_applied_and_19_of_eight_took_part(
    figures: dict[str, Any],
) -> None:
    clusters = figures["types"]["cluster"]

    assert clusters["applied"] == {"delegates": 25, "organisations": 25, "countries": 9}
    assert clusters["checked_in"] == {"delegates": 19, "organisations": 19, "countries": 8}
    assert clusters["met"] == clusters["checked_in"]
    assert clusters["absent"] == {"delegates": 6, "organisations": 6, "countries": 1}


def test_44_c2c_and_17_b2c_meetings_were_held_61_in_all(figures: dict[str, Any]) -> None:
    held = {kind: of["held"] for kind, of in figures["by"]["kinds"].items()}
    meetings = figures["meetings"]

    assert held == {"c2c": 44, "b2c": 17}
    assert (meetings["held"], meetings["arranged"]) == (61, 63)
    assert (meetings["lost_by_host"], meetings["lost_by_guest"]) == (1, 1)
    assert (meetings["recorded"], meetings["not_recorded"]) == (63, 0)


def test_what_came_of_them_is_what_the_forms_say(figures: dict[str, Any]) -> None:
    rows = _rows(read_sample(FOLDER).lists.outcomes[0])
    places = {
        (row["Date"], row["Time"], row["Table"])
        for row in rows
        if "Joint proposal" in row["What came of it"]
    }

    assert figures["outcomes"]["joint_proposal"] == len(places)
    assert sum(figures["interest"]["answers"]) == sum(bool(row["Interest"]) for row in rows) + 1


def test_the_words_say_the_same(office: Fair) -> None:
    told = office.tells(EVENING, "figures")

    for line in (
        "  clusters: 25 delegates, 25 organisations, 9 countries",
        "  clusters: 19 delegates, 19 organisations, 8 countries",
        "  clusters: 6 delegates, 6 organisations, 1 country",
        "Meetings: 63 planned; 61 held, 1 lost, the host did not come, 1 lost, the guest",
    ):
        assert line in told
    assert "kind C2C: 45 planned; 44 held" in told
    assert "kind B2C: 18 planned; 17 held" in told


def test_the_closing_report_prints_just_such_a_paragraph(office: Fair) -> None:
    file = office.folder / "report.pdf"
    said = office.says(EVENING, "report", "-o", file)["headline"]

    assert said.startswith(
        "For Matchmaking at HANNOVER MESSE 2015 in Hannover on 13 and 14 April 2015, 25 clusters"
        " from nine countries applied, and 19 from eight countries took part."
    )
    assert "44 C2C and 17 B2C meetings were held, 61 in all." in said
    assert "a joint proposal after" in said
    assert "Horizon 2020" in said
    assert "Six clusters could not come; they stand on the follow-up list" in said
    assert len(office.says(EVENING, "follow-ups")["absent"]) == 6


def test_the_forms_imported_again_say_nothing_new(office: Fair) -> None:
    (file,) = office.sample.lists.outcomes
    again = office.says(EVENING, "import", file, "--what", "outcomes")

    assert (again["created"], again["updated"], again["unit"]) == (0, 0, None)
    assert again["doubtful"] == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            (
                "25 clusters from nine countries applied, and 19 from eight countries took part",
                "44 C2C and 17 B2C meetings were held, 61 in all",
                "Six clusters could not come",
                "a joint proposal after 16 meetings (Horizon 2020)",
            ),
        ),
        (
            "de",
            (
                "bewarben sich 25 Cluster aus neun Ländern; davon nahmen 19 aus acht Ländern teil",
                "Es fanden 44 C2C- und 17 B2C-Gespräche statt, zusammen 61",
                "Sechs Cluster konnten nicht kommen",
                "nach 16 Gesprächen ein gemeinsamer Projektantrag (Horizon 2020)",
            ),
        ),
        (
            "fr",
            (
                "25 clusters de neuf pays se sont portés candidats et 19 d’entre eux, de huit pays",
                "44 rencontres C2C et 17 rencontres B2C ont eu lieu, soit 61 au total",
                "Six clusters n’ont pas pu venir",
                "une proposition de projet commune après 16 rencontres (Horizon 2020)",
            ),
        ),
    ],
)
def test_the_closing_report_says_so_in_three_languages(
    office: Fair, language: str, said: tuple[str, ...]
) -> None:
    file = office.folder / f"report-{language}.pdf"
    told = office.says(EVENING, "report", "-o", file, "--language", language)

    text = text_of(file)

    assert 2 <= told["pages"] <= 6
    for words in said:
        assert words in told["headline"]
        assert words.replace(" ", "") in text


def test_the_follow_up_list_names_the_six_and_whom_they_would_have_met(office: Fair) -> None:
    left = office.says(EVENING, "follow-ups")
    people = _rows(office.sample.lists.registrations[0])
    clusters = {row["E-mail"]: row["Organisation"] for row in people}
    met: dict[str, set[str]] = {}
    for row in _rows(office.sample.lists.requests[0]):
        sides = clusters[row["Guest e-mail"]], clusters[row["Host e-mail"]]
        for one, other in (sides, sides[::-1]):
            met.setdefault(one, set()).add(other)
    away = {row["Organisation"] for row in people if row["Status"] != "Accepted"}

    told = {
        each["name"]: {who["name"] for who in each["would_have_met"]} for each in left["absent"]
    }

    assert len(told) == 6
    assert told == {name: met[name] for name in away}


def test_the_workbook_agrees_with_a_recount_from_the_raw_export(
    office: Fair, figures: dict[str, Any]
) -> None:
    folder = office.folder / "export"
    office.says(EVENING, "export", "-o", folder)
    raw = {name: _read(folder / f"{name}.csv") for name in ("delegates", "meetings", "outcomes")}
    clusters = raw["delegates"].query("`Organisation type` == 'cluster'")
    came = clusters[clusters["Came on"] != ""]
    held = raw["meetings"].query("State == 'held'")
    sheet = read(folder / "event.xlsx")["figures"]

    def stands(figure: str, by: str = "", group: str = "") -> int:
        (found,) = sheet.query("Figure == @figure and By == @by and Group == @group")["Value"]
        return int(found)

    assert (clusters["Organisation id"].nunique(), clusters["Country"].nunique()) == (25, 9)
    assert (came["Organisation id"].nunique(), came["Country"].nunique()) == (19, 8)
    for stage, organisations, countries in (("applied", 25, 9), ("checked_in", 19, 8)):
        assert stands(f"{stage}_organisations", "type", "cluster") == organisations
        assert stands(f"{stage}_countries", "type", "cluster") == countries
    assert held["Kind"].value_counts().to_dict() == {"c2c": 44, "b2c": 17}
    assert len(held) == stands("meetings_held") == figures["meetings"]["held"] == 61
    assert (stands("meetings_held", "kind", "c2c"), stands("meetings_held", "kind", "b2c")) == (
        44,
        17,
    )
    proposals = raw["outcomes"].query("`Joint proposal` == 'TRUE'")["Meeting"].nunique()
    assert proposals == stands("outcome_joint_proposal") == figures["outcomes"]["joint_proposal"]
    assert recounted(folder / "event.xlsx")["held"] == 61


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def _read(file: Path) -> pd.DataFrame:
    return pd.read_csv(file, dtype=str, keep_default_na=False)
