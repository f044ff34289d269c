"""The closing report tells of the sessions that took place, and of no others."""

from __future__ import annotations

import re

import pytest

from app.outcomes.programme_figures import programme_figures
from app.outcomes.report.office import Paper, ReportOffice
from app.outcomes.report.wishes import Language, ReportWish
from app.programme.bookings import Bookings
from app.programme.orders import Place, SessionOrder
from app.programme.sessions import Sessions
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at
from tests.app.printing.sheets.reading import pages_of
from tests.building import FIRST_DAY, SECOND_DAY, EventBuilder

SAYS = {
    Language.ENGLISH: "Around the meetings: 2 sessions (booked: 2, came: 2).",
    Language.GERMAN: "Rund um die Gespräche: 2 Veranstaltungen (gebucht: 2, gekommen: 2).",
    Language.FRENCH: "Autour des rencontres : 2 sessions (réservations : 2, présences : 2).",
}


def text_of(evening: RunningDay, language: Language = Language.ENGLISH) -> str:
    pdf = ReportOffice(evening.journal, Paper.REPORT).draw(ReportWish(language=language)).pdf
    said = " ".join(pages_of(pdf)).replace("\u202f", " ").replace("\u00a0", " ")
    return re.sub(r"\s+", " ", said)


@pytest.fixture
def programme(evening: RunningDay, event: EventBuilder) -> RunningDay:
    """Two booked for a talk, one of whom came, and one walked in; another one had nobody.

    One was cancelled, and one is to come.
    """
    sessions, bookings = Sessions(evening.journal, "A"), Bookings(evening.journal)
    ada, bo = (evening.floor.who(name) for name in ("Ada", "Bo"))
    cy = event.delegate("Walker", "In")
    places = {
        "Talk": Place(at("09:00"), at("10:00"), "Hall A"),
        "Panel": Place(at("11:00"), at("12:00"), "Hall B"),
        "Off": Place(at("09:00"), at("10:00"), "Hall C"),
        "Ahead": Place(at("18:00"), at("19:00"), "Hall A"),
    }
    made = {name: sessions.add(SessionOrder(name), place) for name, place in places.items()}
    for who in (ada, bo):
        bookings.book(made["Talk"], who)
    bookings.scan(made["Talk"], event.badge_of(cy))
    bookings.check_in(made["Talk"], ada)
    sessions.cancel(made["Off"])
    return evening


@pytest.mark.parametrize("language", Language)
def test_sessions_stand_in_a_line_in_each_language(
    programme: RunningDay, language: Language
) -> None:
    assert SAYS[language] in text_of(programme, language)


def test_without_sessions_there_is_no_such_line(evening: RunningDay) -> None:
    assert "Around the meetings" not in text_of(evening)


def test_figures_count_by_day_who_was_booked_came_and_walked_in(programme: RunningDay) -> None:
    told = programme_figures(programme.journal, [FIRST_DAY])

    assert {each.title: (each.figures.booked, each.figures.here) for each in told.sessions} == {
        "Talk": (2, 2),
        "Panel": (0, 0),
        "Ahead": (0, 0),
    }
    talk = next(each.figures for each in told.sessions if each.title == "Talk")
    assert (talk.booked_here, talk.booked_missing, talk.walked_in) == (1, 1, 1)
    assert programme_figures(programme.journal, [SECOND_DAY]).sessions == ()
    assert programme_figures(programme.journal) == told
