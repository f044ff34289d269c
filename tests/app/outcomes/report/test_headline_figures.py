"""The headline says what was held and what came of it, whatever the figures are."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.meetings.attendees import MeetingKind
from app.outcomes.outcome import OutcomeKind
from app.outcomes.report.headline_facts import Group, HeadlineFacts
from app.outcomes.report.language import SPEECHES
from app.outcomes.report.wishes import Language
from tests.app.outcomes.report.telling import HANNOVER, QUIET, said

EN, DE, FR = Language
C2C, B2C, B2B = MeetingKind


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (
            {"held": {C2C: 1}, "planned": 1},
            ("One C2C meeting was held.", "Es fand ein C2C-Gespräch statt.", "Une rencontre C2C a"),
        ),
        (
            {"held": {C2C: 9, B2C: 1, B2B: 3}, "planned": 13},
            (
                "Nine C2C meetings, one B2C meeting and three B2B meetings were held, 13 in all.",
                "neun C2C-Gespräche, ein B2C-Gespräch und drei B2B-Gespräche statt, zusammen 13.",
                "Neuf rencontres C2C, une rencontre B2C et trois rencontres B2B ont eu lieu, soit",
            ),
        ),
        (
            {"held": {C2C: 9, B2C: 0, B2B: 3}, "planned": 12},
            (
                "Nine C2C and three B2B meetings were held, twelve in all.",
                "Es fanden neun C2C- und drei B2B-Gespräche statt, zusammen zwölf.",
                "Neuf rencontres C2C et trois rencontres B2B ont eu lieu, soit douze au total.",
            ),
        ),
        (
            {"held": {B2B: 61}, "planned": 61},
            (
                "61 B2B meetings were held. No",
                "Es fanden 61 B2B-Gespräche statt. Kein",
                "61 rencon",
            ),
        ),
        (
            {"planned": 3, "lost": 3},
            (
                "None of the three planned meetings was held. Three meetings were lost",
                "Von drei geplanten Gesprächen fand keines statt. Drei Gespräche fielen aus",
                "Aucune des trois rencontres prévues n’a eu lieu. Trois rencontres ont été perdues",
            ),
        ),
        (
            {"planned": 1, "lost": 1},
            ("The one planned meeting was not", "Das eine geplante Gespräch fand", "La seule"),
        ),
        (
            {"planned": 5, "ahead": 4, "running": 1},
            (
                "yet. When this was written, one meeting was running and four meetings were still",
                "statt. Als dieser Bericht entstand, lief ein Gespräch und standen vier Gespräche",
                "lieu. Au moment de ce rapport, une rencontre était en cours et quatre rencontres",
            ),
        ),
        ({"cancelled": 4}, ("were cancelled.", "wurden abgesagt.", "ont été annulées.")),
        ({}, ("No meeting was planned.", "Es war kein Gespräch geplant.", "n’était prévue.")),
    ],
)
def test_what_was_held_and_lost(facts: dict[str, Any], words: tuple[str, str, str]) -> None:
    for language, expected in zip(Language, words, strict=True):
        assert expected in said(language, QUIET, **facts)


def test_the_only_one_that_was_held_and_moved_is_said_as_one() -> None:
    facts: dict[str, Any] = {"held": {C2C: 1}, "planned": 1, "recovered": 1}

    assert "held. No planned meeting was lost. It was moved" in said(EN, QUIET, **facts)
    assert "aus. Es wurde kurzfristig verlegt" in said(DE, QUIET, **facts)
    assert "perdue. Elle a été déplacée" in said(FR, QUIET, **facts)


def test_one_that_was_lost_or_recovered_is_said_as_one() -> None:
    facts: dict[str, Any] = {"held": {C2C: 4}, "planned": 5, "lost": 1, "recovered": 1}

    assert "One more had been planned but was lost" in said(EN, QUIET, **facts)
    assert "One of those held was moved" in said(EN, QUIET, **facts)
    assert "Ein weiteres war geplant, fiel aber aus" in said(DE, QUIET, **facts)
    assert "Eines der geführten Gespräche wurde" in said(DE, QUIET, **facts)
    assert "Une autre était prévue mais a été perdue" in said(FR, QUIET, **facts)
    assert "L’une des rencontres tenues a été déplacée" in said(FR, QUIET, **facts)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (
            {"outcomes": {OutcomeKind.LEAD: 1, OutcomeKind.NONE: 1}},
            (
                "Agreed or foreseen is a business lead after one meeting; nothing came of one.",
                "ist nach einem Gespräch ein Geschäftskontakt; eines blieb ohne Ergebnis.",
                "un contact d’affaires après une rencontre ; une est restée sans suite.",
            ),
        ),
        (
            {"outcomes": {OutcomeKind.NONE: 3}},
            (
                "Nothing came of three meetings.",
                "Drei Gespräche blieben ohne Ergebnis.",
                "Trois rencontres sont restées sans suite.",
            ),
        ),
        (
            {
                "outcomes": {OutcomeKind.JOINT_PROPOSAL: 9},
                "programmes": ("Interreg", "LIFE", "Horizon Europe", "Erasmus+", "EIT"),
            },
            (
                "(Interreg, LIFE, Horizon Europe and two more)",
                "(Interreg, LIFE, Horizon Europe und zwei weitere)",
                "(Interreg, LIFE, Horizon Europe et deux autres)",
            ),
        ),
        (
            {"recorded": 4},
            (
                "Every meeting that was due is recorded.",
                "Alle fälligen Gespräche sind erfasst.",
                "Le résultat de toutes les rencontres échues est noté.",
            ),
        ),
        (
            {"follow_ups": 1, "first_follow_up": date(2027, 6, 1)},
            (
                "One meeting is to be followed up, by 1 June 2027.",
                "Ein Gespräch soll weiterverfolgt werden, bis zum 1. Juni 2027.",
                "Une rencontre appelle une suite, au plus tard le 1er juin 2027.",
            ),
        ),
    ],
)
def test_what_came_of_it(facts: dict[str, Any], words: tuple[str, str, str]) -> None:
    for language, expected in zip(Language, words, strict=True):
        assert said(language, QUIET, **facts).count(expected) == 1


@pytest.mark.parametrize(
    ("visits", "visitors", "words"),
    [
        (
            3,
            41,
            (
                "41 delegates joined three guided visits.",
                "41 Delegierte nahmen an drei Führungen teil.",
                "41 délégués ont participé à trois visites guidées.",
            ),
        ),
        (
            1,
            1,
            (
                "One delegate joined one guided visit.",
                "Ein Delegierter nahm an einer Führung teil.",
                "Un délégué a participé à une visite guidée.",
            ),
        ),
        (
            2,
            0,
            (
                "Two guided visits took place as well.",
                "Außerdem fanden zwei Führungen statt.",
                "Deux visites guidées ont également eu lieu.",
            ),
        ),
    ],
)
def test_guided_visits_are_told_of(visits: int, visitors: int, words: tuple[str, str, str]) -> None:
    for language, expected in zip(Language, words, strict=True):
        assert expected in said(language, QUIET, visits=visits, visitors=visitors)


def test_a_programme_is_named_with_proposals_alone() -> None:
    facts: dict[str, Any] = {"outcomes": {OutcomeKind.JOINT_EVENT: 2}, "programmes": ("Interreg",)}

    assert "Interreg" not in said(EN, QUIET, **facts)


@pytest.mark.parametrize("language", Language)
def test_what_is_nothing_is_not_said(language: Language) -> None:
    text = said(language, QUIET, lead=Group(2, 1, 2, 1), held={C2C: 2}, planned=2)

    assert text.count(".") - text.count("1. Mai") == 3


def test_one_day_of_several_is_told_as_one_day() -> None:
    facts: dict[str, Any] = {"is_part": True, "days": (date(2015, 4, 13),)}

    assert "applied; on 13 April 2015, 19 from eight countries took part." in said(EN, **facts)
    assert "Six clusters were not there on that day; they stand" in said(EN, **facts)
    assert "Ländern; am 13. April 2015 nahmen 19 aus acht Ländern teil." in said(DE, **facts)
    assert "waren an diesem Tag nicht da" in said(DE, **facts)
    assert "candidats ; le 13 avril 2015, 19 d’entre eux" in said(FR, **facts)
    assert "Six clusters n’étaient pas là ce jour-là" in said(FR, **facts)


def test_an_organisation_that_could_not_come_is_one() -> None:
    facts: dict[str, Any] = {"absent": 1, "absent_are_clusters": False, "have_partners": False}

    assert "One organisation could not come; it stands on the follow-up list, for" in said(
        EN, **facts
    )
    assert "Eine Organisation konnte nicht kommen; sie steht auf" in said(DE, **facts)
    assert "Une organisation n’a pas pu venir ; elle figure sur" in said(FR, **facts)


def test_who_had_no_place_is_told_apart_from_who_could_not_come() -> None:
    facts: dict[str, Any] = {"declined": 2, "waiting": 3, "undecided": 1}
    others: dict[str, Any] = {"declined": 0, "waiting": 1, "undecided": 2}
    others |= {"placeless_are_clusters": False}

    assert (
        "Six clusters could not come; they stand on the follow-up list with those whom they would"
        " have met, for further exchanges. Two clusters were declined, three were left on the"
        " waiting list and one was not decided on." in said(EN, **facts)
    )
    assert (
        "Zwei Cluster wurden abgelehnt, drei blieben auf der Warteliste und einer blieb ohne"
        " Entscheidung." in said(DE, **facts)
    )
    assert (
        "Deux clusters ont été refusés, trois sont restés sur la liste d’attente et un est resté"
        " sans décision." in said(FR, **facts)
    )
    assert "One organisation was left on the waiting list and two were not decided on." in said(
        EN, **others
    )
    assert "Eine Organisation blieb auf der Warteliste und zwei blieben ohne Entscheidung." in said(
        DE, **others
    )
    assert (
        "Une organisation est restée sur la liste d’attente et deux sont restées sans décision."
        in said(FR, **others)
    )


counts = st.integers(0, 30)
groups = st.builds(
    lambda took, more, countries, known: Group(
        took + more, min(countries, took + more), took, min(countries, took), known
    ),
    *(counts, counts, st.integers(0, 9), st.booleans()),
)
any_facts = st.builds(
    HeadlineFacts,
    event=st.just("Cluster days"),
    place=st.sampled_from(("", "Vilnius")),
    days=st.sampled_from((QUIET.days, HANNOVER.days)),
    is_part=st.booleans(),
    are_clusters=st.booleans(),
    lead=groups,
    others=groups,
    absent=counts,
    absent_are_clusters=st.booleans(),
    have_partners=st.booleans(),
    declined=counts,
    waiting=counts,
    undecided=counts,
    placeless_are_clusters=st.booleans(),
    held=st.dictionaries(st.sampled_from(MeetingKind), counts),
    planned=counts,
    lost=counts,
    cancelled=counts,
    recovered=counts,
    running=counts,
    ahead=counts,
    visits=counts,
    visitors=counts,
    outcomes=st.dictionaries(st.sampled_from(OutcomeKind), counts),
    programmes=st.lists(st.sampled_from(("LIFE", "EIT", "EDF", "CEF", "ERA")), unique=True),
    recorded=counts,
    not_recorded=counts,
    follow_ups=counts,
    first_follow_up=st.none() | st.just(date(2027, 6, 1)),
)


@given(facts=any_facts, language=st.sampled_from(Language))
def test_whatever_the_figures_are_they_make_whole_sentences(
    facts: HeadlineFacts, language: Language
) -> None:
    text = said(language, facts)

    assert text.endswith(".")
    assert not re.search(r"  | \.|\.\.|,,| ,|\( |\(\)|\b0\b", text)
    for each in re.split(r"(?<=\D\.) ", text):
        assert each[0] == each[0].upper(), each
    speech = SPEECHES[language]
    placeless = (facts.declined, facts.waiting, facts.undecided)
    told = (facts.not_recorded, facts.follow_ups, facts.absent, facts.held_in_all)
    for number in (*told, *placeless):
        words = {speech.number(number), speech.digits(number)}
        if number > 1:
            plain = text.lower().replace("\u202f", " ")
            assert any(re.search(rf"\b{re.escape(each)}\b", plain) for each in words)
