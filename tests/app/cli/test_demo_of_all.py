"""A demo of a sample that has all there can be in one, and few people, so that it is soon over."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Mapping
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from app.cli.answer import Answer
from app.cli.demo import demo

PEOPLE = ["Ada", "Ben", "Cleo", "Dov", "Eva", "Finn", "Gro", "Hal", "Ida", "Jon", "Kai", "Lea"]
LATE, ABSENT, GONE, NEXT = "Ada", "Ben", "Kai", "Lea"
_HEADERS = (
    "First name,Last name,Organisation,Organisation type,E-mail,Country,Clusters,Strengths,"
    "Registration date"
)
EVENT = """
name = "A little of everything"
about = "One day of all there is"
timezone = "Europe/Riga"
city = "Riga"
days = ["2027-03-16"]
blocks = ["2027-03-16/13:00-13:45"]
tables = 6
registrations = ["people.csv"]
programme = ["programme.csv"]
requests = ["requests.csv"]
visits = ["visits.csv"]
signups = ["signups.csv"]
outcomes = ["outcomes.csv"]
absent = ["ben@a.example.org"]
late = ["ada@a.example.org"]

[admission]
places = 11
deadline = "2027-03-01T12:00"
late = "declined"
withdrawn = ["kai@a.example.org"]

[[rounds]]
starts = "2027-03-16T09:00"
rounds = 2
size = 4

[[speeches]]
starts = "2027-03-16T10:00"
minutes = 2
questions = 1
"""


def mail(name: str) -> str:
    return f"{name.lower()}@a.example.org"


def sample(folder: Path) -> Path:
    """Write the sample into a folder."""
    applied = [(name, at) for at, name in enumerate(PEOPLE, 10)] + [("Tom", 60)]
    lists: Mapping[str, list[str]] = {
        "people": [
            _HEADERS,
            *(
                f"{name},Of,Of {name},Cluster,{mail(name)},LV,Ring; Table,Testing,"
                f"2027-03-01 {11 + at // 60}:{at % 60:02}:01"
                for name, at in applied
            ),
        ],
        "programme": ["Day,Start,End,Title", "2027-03-16,08:30,08:45,Welcome"],
        "requests": ["Guest e-mail,Host e-mail", f"{mail('Eva')},{mail('Dov')}"],
        "visits": [
            "Title,Sector,Date,From,To,Places,Meeting point",
            "Mill,Food,2027-03-16,15:00,16:00,2,East door",
        ],
        "signups": [
            "E-mail,First choice,Second choice,Third choice,Signed up at",
            *(f"{mail(name)},Mill,,,2027-03-10 08:0{at}:00" for at, name in enumerate(PEOPLE[1:4])),
        ],
        "outcomes": [
            "Guest e-mail,Host e-mail,Took place,What came of it",
            f"{mail('Eva')},{mail('Dov')},Held,Joint event",
        ],
    }
    for name, lines in lists.items():
        (folder / f"{name}.csv").write_text("\n".join(lines), encoding="utf-8")
    (folder / "event.toml").write_text(EVENT, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def play(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], str]:
    """The figures of the demo, and what it tells."""
    home = tmp_path_factory.mktemp("everything")
    told = StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(told):
        patch.setenv("MATCHDESK_HOME", str(home / "home"))
        (home / "sample").mkdir()
        wish = {
            "sample": sample(home / "sample"),
            "out": home / "day",
            "json": False,
            "list": False,
        }
        answer: Answer = demo(Namespace(**wish, desk=None, on_duty=None))
    figures: dict[str, Any] = json.loads(json.dumps(answer.facts, default=str))
    return figures, told.getvalue()


def test_places_and_deadline_are_kept_and_the_next_gets_in(
    play: tuple[dict[str, Any], str],
) -> None:
    figures, told = play

    assert (figures["imported"], figures["accepted"], figures["waiting"]) == (13, 11, 1)
    assert figures["late"] == 1
    assert "Tom Of (Of Tom, LV): received 01 March, 12:00:01, after the deadline; declined." in told
    assert "Kai Of (Of Kai, LV) withdraws.\n    Next from the waiting list: " in told
    assert f"{NEXT} Of" in told.partition("Next from the waiting list: ")[2].partition("\n")[0]


def test_organisations_in_several_networks_are_told_with_their_strengths(
    play: tuple[dict[str, Any], str],
) -> None:
    figures, _told = play

    assert figures["in_several_networks"] == 13
    assert figures["strengths"] == {"Testing": 13}


def test_who_comes_late_gets_a_place_in_what_is_left_of_the_rounds(
    play: tuple[dict[str, Any], str],
) -> None:
    figures, told = play

    assert "2 people are not here as it begins" in told
    assert f"Comes late: A-1  {LATE} Of" in told
    assert "has a place in 1 round to come; 0 others move." in told
    assert (figures["repeats"], figures["met_twice"]) == (2, 0)


def test_who_is_absent_is_passed_over_and_the_first_to_speak_overruns(
    play: tuple[dict[str, Any], str],
) -> None:
    figures, told = play

    assert (figures["spoke_2027-03-16"], figures["passed_over_2027-03-16"]) == (10, 1)
    assert f"{ABSENT} Of (Of {ABSENT}) is not here; passed over." in told
    assert "overruns; the last will end 1:00 later." in told


def test_a_seat_on_the_bus_goes_to_who_waits(play: tuple[dict[str, Any], str]) -> None:
    figures, told = play

    assert (figures["signed_up"], figures["by_rank"], figures["left_without"]) == (3, [2], 1)
    assert "Ben Of is not there; Dov Of gets the seat." in told
    assert figures["boarded: Mill"] == 2


def test_the_day_ends_with_report_and_export(play: tuple[dict[str, Any], str]) -> None:
    figures, _told = play

    assert (figures["sessions"], figures["placed"], figures["not_recorded"]) == (1, 1, 0)
    assert "and ten from one country took part" in figures["headline"]
    assert (figures["exported"]["delegates"], figures["exported"]["outcomes"]) == (13, 1)
    assert figures["ok"] is True
    papers = {each.name for each in Path(figures["folder"]).iterdir()}
    assert papers >= {"badges.pdf", "agenda.pdf", "booklet.pdf", "report.pdf"}
