"""The headline says in three languages who applied, and the whole of a day that took place."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.outcomes.report.headline_facts import Group
from app.outcomes.report.wishes import Language
from tests.app.outcomes.report.telling import said

EN, DE, FR = Language


def test_the_day_in_hannover_is_told_in_english() -> None:
    assert said(EN) == (
        "For Matchmaking at HANNOVER MESSE 2015 in Hannover on 13 and 14 April 2015, 25 clusters"
        " from nine countries applied, and 19 from eight countries took part. Ten other"
        " organisations applied as well and took part. 44 C2C and 17 B2C meetings were held, 61 in"
        " all. Nine more had been planned but were lost because somebody did not come. Seven of"
        " those held were moved or arranged at short notice. Agreed or foreseen are a joint"
        " proposal after twelve meetings (Horizon 2020) and a joint event after seven; nothing came"
        " of four. It is not recorded what came of eleven meetings. Six clusters could not come;"
        " they stand on the follow-up list with those whom they would have met, for further"
        " exchanges. 31 meetings are to be followed up, the first by 20 April 2015."
    )


def test_the_day_in_hannover_is_told_in_german() -> None:
    assert said(DE) == (
        "Für Matchmaking at HANNOVER MESSE 2015 in Hannover am 13. und 14. April 2015 bewarben sich"
        " 25 Cluster aus neun Ländern; davon nahmen 19 aus acht Ländern teil. Außerdem bewarben"
        " sich zehn andere Organisationen und nahmen teil. Es fanden 44 C2C- und 17 B2C-Gespräche"
        " statt, zusammen 61. Neun weitere waren geplant, fielen aber aus, weil jemand nicht kam."
        " Sieben der geführten Gespräche wurden kurzfristig verlegt oder vereinbart. Vereinbart"
        " oder vorgesehen sind nach zwölf Gesprächen ein gemeinsamer Projektantrag (Horizon 2020)"
        " und nach sieben eine gemeinsame Veranstaltung; vier blieben ohne Ergebnis. Zu elf"
        " Gesprächen ist nicht erfasst, was sich ergab. Sechs Cluster konnten nicht kommen; sie"
        " stehen auf der Liste der nächsten Schritte, mit denen, die sie getroffen hätten, für den"
        " weiteren Austausch. 31 Gespräche sollen weiterverfolgt werden, das erste bis zum"
        " 20. April 2015."
    )


def test_the_day_in_hannover_is_told_in_french() -> None:
    assert said(FR) == (
        "Pour Matchmaking at HANNOVER MESSE 2015 (Hannover, 13 et 14 avril 2015), 25 clusters de"
        " neuf pays se sont portés candidats et 19 d’entre eux, de huit pays, ont participé. Dix"
        " autres organisations se sont également portées candidates et ont participé. 44 rencontres"
        " C2C et 17 rencontres B2C ont eu lieu, soit 61 au total. Neuf autres étaient prévues mais"
        " ont été perdues, quelqu’un n’étant pas venu. Sept des rencontres tenues ont été déplacées"
        " ou convenues au dernier moment. Convenu ou envisagé : une proposition de projet commune"
        " après douze rencontres (Horizon 2020) et un événement commun après sept ; quatre sont"
        " restées sans suite. Pour onze rencontres, le résultat n’est pas noté. Six clusters n’ont"
        " pas pu venir ; ils figurent sur la liste de suivi, avec ceux qu’ils auraient rencontrés,"
        " pour la suite des échanges. 31 rencontres appellent une suite, la première au plus tard"
        " le 20 avril 2015."
    )


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (("2027-05-01",), ("on 1 May 2027", "am 1. Mai 2027", "1er mai 2027")),
        (
            ("2027-04-30", "2027-05-01"),
            ("on 30 April and 1 May 2027", "am 30. April und 1. Mai 2027", "30 avril et 1er mai"),
        ),
        (
            ("2027-05-03", "2027-05-04", "2027-05-05"),
            ("from 3 to 5 May 2027", "vom 3. bis 5. Mai 2027", "du 3 au 5 mai 2027"),
        ),
        (
            ("2027-05-03", "2027-05-05", "2027-06-01"),
            ("on 3, 5 May and 1 June 2027", "am 3., 5. Mai und 1. Juni 2027", "3, 5 mai et 1er"),
        ),
        (
            ("2026-12-30", "2026-12-31", "2027-01-01"),
            (
                "from 30 December 2026 to 1 January 2027",
                "vom 30. Dezember 2026 bis 1. Januar 2027",
                "du 30 décembre 2026 au 1er janvier 2027",
            ),
        ),
    ],
)
def test_days_are_said_as_each_language_says_them(
    days: tuple[str, ...], words: tuple[str, str, str]
) -> None:
    on = tuple(map(date.fromisoformat, days))
    for language, expected in zip(Language, words, strict=True):
        assert expected in said(language, days=on)


ONE, NONE_OF_TWO, ALL = Group(1, 1, 1, 1), Group(2, 1, 0, 0), Group(14, 3, 14, 3)


@pytest.mark.parametrize(
    ("group", "clusters", "words"),
    [
        (
            ONE,
            True,
            (
                "one cluster from one country applied, and it took part.",
                "bewarb sich ein Cluster aus einem Land und nahm teil.",
                "un cluster d’un pays s’est porté candidat et a participé.",
            ),
        ),
        (
            Group(1, 1),
            False,
            (
                "one organisation from one country applied, and it did not take part.",
                "bewarb sich eine Organisation aus einem Land, nahm aber nicht teil.",
                "une organisation d’un pays s’est portée candidate mais n’a pas participé.",
            ),
        ),
        (
            NONE_OF_TWO,
            False,
            (
                "two organisations from one country applied, and none of them took part.",
                "bewarben sich zwei Organisationen aus einem Land; davon nahm niemand teil.",
                "deux organisations d’un pays se sont portées candidates mais aucune n’a participé",
            ),
        ),
        (
            ALL,
            True,
            (
                "14 clusters from three countries applied, and all of them took part.",
                "bewarben sich 14 Cluster aus drei Ländern; alle nahmen teil.",
                "14 clusters de trois pays se sont portés candidats et tous ont participé.",
            ),
        ),
        (
            Group(5, 0, 1, 0),
            True,
            (
                "five clusters applied, and one took part.",
                "bewarben sich fünf Cluster; davon nahm einer teil.",
                "cinq clusters se sont portés candidats et l’un d’entre eux a participé.",
            ),
        ),
        (
            Group(1_500, 30, 1_204, 28, all_known=False),
            False,
            (
                "1,500 organisations from at least 30 countries applied, and 1,204 from at",
                "1.500 Organisationen aus mindestens 30 Ländern; davon nahmen 1.204 aus mindestens",
                "1 500 organisations d’au moins 30 pays se sont portées candidates et 1 204",
            ),
        ),
        (Group(), True, ("nobody applied.", "bewarb sich niemand.", "personne ne s’est porté")),
    ],
)
def test_who_applied_and_took_part(
    group: Group, clusters: bool, words: tuple[str, str, str]
) -> None:
    for language, expected in zip(Language, words, strict=True):
        assert expected in said(language, lead=group, are_clusters=clusters)


@pytest.mark.parametrize(
    ("others", "words"),
    [
        (Group(1, 0, 1), ("One other organisation applied as well and took part", "und nahm teil")),
        (Group(1), ("applied as well but did not take part", "nahm aber nicht teil")),
        (Group(3), ("Three other organisations applied as well but", "nahmen aber nicht teil")),
        (Group(9, 0, 1), ("of which one took part", "von denen eine teilnahm")),
        (Group(30, 0, 14), ("of which 14 took part", "von denen 14 teilnahmen")),
    ],
)
def test_who_applied_besides(others: Group, words: tuple[str, str]) -> None:
    for language, expected in zip((EN, DE), words, strict=True):
        assert expected in said(language, others=others)
    assert "autre" in said(FR, others=others)
    assert "as well" not in said(EN, others=Group())


def test_one_cluster_on_one_day_of_several() -> None:
    facts: dict[str, Any] = {"is_part": True, "days": (date(2015, 4, 13),)}
    there, away, every = Group(1, 1, 1, 1), Group(1, 1), Group(4, 2, 4, 2)

    assert "am 13. April 2015 nahm er teil." in said(DE, **facts, lead=there)
    assert "le 13 avril 2015, il a participé." in said(FR, **facts, lead=there)
    assert "le 13 avril 2015, il n’a pas participé." in said(FR, **facts, lead=away)
    assert "am 13. April 2015 nahmen alle teil." in said(DE, **facts, lead=every)
    assert "le 13 avril 2015, tous ont participé." in said(FR, **facts, lead=every)
