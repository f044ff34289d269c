from __future__ import annotations

from collections import Counter
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.delegates.folding import fold
from app.partners.ranking import Crowd, Profile
from app.partners.words import phrases, stem, words_in

NOUNS = ("membrane", "Membranen", "testing", "tests", "biogas", "Enzyme", "pilot", "lasers", "AI")
TEXTS = st.lists(st.sampled_from(NOUNS), max_size=4).map(" ".join)
SECTORS = st.lists(st.sampled_from(("Cleantech", "Life science", "Food")), max_size=2, unique=True)


@st.composite
def crowds(draw: st.DrawFn) -> list[Profile]:
    organisations = st.frozensets(st.integers(1, 6).map(lambda n: UUID(int=n << 64)), max_size=2)
    return [
        Profile(
            UUID(int=number),
            draw(organisations),
            draw(st.sampled_from(("", "North", "South"))),
            draw(st.sampled_from(("", "SE", "PL"))),
            tuple(draw(SECTORS)),
            (draw(TEXTS),),
            (draw(TEXTS),),
        )
        for number in range(1, draw(st.integers(2, 12)))
    ]


def stems(*texts: str) -> set[str]:
    return {word.key for text in texts for word in words_in(text)}


def test_words_of_measure_lead_nobody_to_each_other() -> None:
    assert stems("cities that build high in wood").isdisjoint(stems("High-pressure processing"))


@given(crowds())
@settings(max_examples=60, deadline=None)
def test_nobody_is_led_to_themselves_a_colleague_or_somebody_they_know(
    people: list[Profile],
) -> None:
    crowd, known = Crowd(people), {people[-1].id}
    by_id = {each.id: each for each in people}

    for each in people:
        for found in crowd.likely(each.id, known):
            assert found.id not in {each.id, *known}
            assert each.organisations.isdisjoint(by_id[found.id].organisations)


@given(crowds())
@settings(max_examples=60, deadline=None)
def test_two_are_worth_the_same_to_each_other_and_see_the_same_from_both_sides(
    people: list[Profile],
) -> None:
    crowd = Crowd(people)

    for each in people:
        for found in crowd.likely(each.id):
            back = crowd.why(found.id, each.id)
            assert crowd.worth(found.id, each.id) == crowd.worth(each.id, found.id) > 0
            assert set(map(fold, back.sectors)) == set(map(fold, found.why.sectors))
            assert back.elsewhere == found.why.elsewhere


@given(crowds())
@settings(max_examples=60, deadline=None)
def test_what_is_said_of_two_stands_in_both_profiles(people: list[Profile]) -> None:
    crowd, by_id = Crowd(people), {each.id: each for each in people}

    for each in people:
        for found in crowd.likely(each.id):
            other = by_id[found.id]
            for words in found.why.they_offer:
                assert stems(words) <= stems(*each.seeks) & stems(*other.offers, *other.sectors)
            for words in found.why.they_seek:
                assert stems(words) <= stems(*other.seeks) & stems(*each.offers, *each.sectors)
            assert set(found.why.sectors) <= set(each.sectors) & set(other.sectors)
            assert found.why.sectors or found.why.they_offer or found.why.they_seek


@given(crowds())
@settings(max_examples=30, deadline=None)
def test_the_order_in_which_people_are_read_changes_nothing(people: list[Profile]) -> None:
    one, other = Crowd(people), Crowd(people[::-1])

    for each in people:
        assert [a.id for a in one.likely(each.id)] == [b.id for b in other.likely(each.id)]


def of(number: int, seeks: str = "", offers: str = "", **more: str) -> Profile:
    return Profile(UUID(int=number), seeks=(seeks,), offers=(offers,), **more)  # type: ignore[arg-type] # of texts


def test_what_is_sought_meets_what_is_offered_in_other_forms_of_the_word() -> None:
    crowd = Crowd([of(1, seeks="membrane test site"), of(2, offers="Testing of membranes")])

    (found,) = crowd.likely(UUID(int=1))

    assert found.why.they_offer == ("Testing", "membranes")


def test_words_that_stand_together_are_named_together() -> None:
    assert list(phrases(["We do membrane testing, and biogas"], {"membran", "test", "bioga"})) == [
        "membrane testing",
        "biogas",
    ]


def test_a_rare_word_is_worth_more_than_a_common_one() -> None:
    people = [of(n, offers="biogas") for n in range(10, 13)]
    crowd = Crowd([of(1, seeks="biogas lasers"), of(2, offers="lasers"), *people])

    assert crowd.likely(UUID(int=1))[0].id == UUID(int=2)


def test_of_equals_one_from_elsewhere_comes_first() -> None:
    here, there = of(2, offers="biogas", country="SE"), of(3, offers="biogas", country="PL")
    crowd = Crowd([of(1, seeks="biogas", country="SE"), here, there])

    assert [each.id for each in crowd.likely(UUID(int=1))] == [there.id, here.id]
    assert crowd.likely(UUID(int=1))[0].why.elsewhere == ("country",)


def test_who_offers_all_that_anybody_seeks_is_not_led_to_by_everybody_first() -> None:
    topics = [f"topic{chr(97 + a)}{chr(97 + b)}x" for a in range(10) for b in range(10)]
    seekers = [of(1000 + n, seeks=f"{topics[n]} {topics[-1 - n]}") for n in range(50)]
    masters = [of(2000 + n, offers=f"{topics[n]}") for n in range(100)]
    star = of(1, offers=" ".join(topics))
    crowd = Crowd([star, *seekers, *masters])

    firsts = Counter(crowd.likely(each.id)[0].id for each in seekers)

    assert firsts[star.id] < 10
    assert max(firsts.values()) <= 10


def test_who_was_asked_often_stands_behind_who_was_not() -> None:
    people = [of(1, seeks="biogas"), of(2, offers="biogas"), of(3, offers="biogas")]

    crowd = Crowd(people, {UUID(int=2): 9})

    assert [each.id.int for each in crowd.likely(UUID(int=1))] == [3, 2]


def test_equals_are_spread_over_those_who_look_for_them() -> None:
    seekers = [of(1000 + 7919 * n, seeks="biogas") for n in range(60)]
    makers = [of(500_000 + 104_729 * n, offers="biogas") for n in range(20)]
    others = [of(10 + n, offers="lasers") for n in range(200)]
    crowd = Crowd([*seekers, *makers, *others])

    firsts = Counter(crowd.likely(each.id)[0].id for each in seekers)

    assert len(firsts) >= 10
    assert max(firsts.values()) <= 12


def test_one_of_each_organisation_comes_before_a_second_of_any() -> None:
    house, other = frozenset({UUID(int=1 << 64)}), frozenset({UUID(int=2 << 64)})
    colleagues = [Profile(UUID(int=n), house, offers=("biogas lasers enzymes",)) for n in (2, 3, 4)]
    fewer = Profile(UUID(int=5), other, offers=("biogas",))
    others = [of(100 + n, offers="pumps") for n in range(20)]
    crowd = Crowd([of(1, seeks="biogas lasers enzymes"), *colleagues, fewer, *others])

    found = [each.id for each in crowd.likely(UUID(int=1), most=4)]

    assert found[1] == fewer.id
    assert len(found) == 4


def test_who_said_nothing_is_led_to_nobody() -> None:
    assert Crowd([of(1), of(2, offers="biogas")]).likely(UUID(int=1)) == ()
    assert Crowd([]).likely(UUID(int=1)) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("testing", "tests"),
        ("membranes", "membranen"),
        ("batteries", "batterie"),
        ("recycling", "recycled"),
        ("fermentation", "fermentations"),
        ("energien", "energy"),
    ],
)
def test_forms_of_a_word_meet(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("water", "waste"), ("solar", "sol"), ("ai", "air")])
def test_other_words_do_not_meet(one: str, other: str) -> None:
    assert stem(one) != stem(other)
