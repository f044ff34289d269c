"""Laws of rounds, whoever comes and goes."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from app.planning.rounds.bounds import least_alike, least_repeats
from app.planning.rounds.judging import judged
from app.planning.rounds.problem import Guest, Round, RoundsWanted, Tables
from app.planning.rounds.seating import seated

QUICK = 800_000

values = st.sampled_from(["", "a", "b", "c"])


@st.composite
def wishes(draw: st.DrawFn) -> RoundsWanted:
    rounds = draw(st.integers(1, 4))
    sets = st.one_of(st.just(-1), st.integers(0, 2**rounds - 1))
    guests = draw(st.lists(st.tuples(values, values, sets), min_size=1, max_size=26))
    people = tuple(Guest(f"G{n}", (a, b), of) for n, (a, b, of) in enumerate(guests))
    # Somebody is in every round, or there would be nobody to seat.
    people = (*people, Guest("Always", ("a", "")))
    return RoundsWanted(people, draw(st.integers(2, 7)), rounds, (3, 1))


@given(wishes())
def test_each_sits_once_in_each_of_their_rounds_and_tables_differ_by_one(
    wanted: RoundsWanted,
) -> None:
    found = seated(wanted, work=QUICK)
    for number, tables in enumerate(found.rounds):
        names = [name for table in tables for name in table]
        assert sorted(names) == sorted(guest.name for guest in wanted.of_round(number))
        sizes = [len(table) for table in tables]
        assert max(sizes) - min(sizes) <= 1
        assert max(sizes) <= wanted.size
    assert found.repeats >= found.least_repeats
    assert all(a >= least for a, least in zip(found.alike, found.least_alike, strict=True))


@given(wishes(), st.data())
def test_whoever_sits_firmly_stays(wanted: RoundsWanted, data: st.DataObject) -> None:
    before = seated(wanted, work=0)
    known = tuple(
        Round({name: at for at, table in enumerate(tables) for name in table}, is_firm=True)
        for tables in before.rounds
    )
    more = tuple(
        Guest(f"New{n}", ("b", "c"), of)
        for n, of in enumerate(data.draw(st.lists(st.integers(0, 15), max_size=3)))
    )
    both = RoundsWanted((*wanted.guests, *more), wanted.size, wanted.rounds, wanted.weights, known)
    found = seated(both, work=QUICK)
    for number, tables in enumerate(found.rounds):
        there = {name: at for at, table in enumerate(tables) for name in table}
        assert there.items() >= known[number].seats.items()
        assert set(there) == {guest.name for guest in both.of_round(number)}


@given(st.integers(2, 6), st.integers(2, 4), st.lists(values, min_size=6, max_size=6))
def test_no_seating_at_all_is_below_what_is_said_to_be_least(
    people: int, size: int, traits: list[str]
) -> None:
    wanted = RoundsWanted(tuple(Guest(f"G{n}", (traits[n],)) for n in range(people)), size, 2, (1,))
    every = [judged(wanted, (first, second)) for first in _all(wanted) for second in _all(wanted)]
    assert least_repeats(wanted) <= min(each.repeats for each in every)
    assert least_alike(wanted, 0) <= min(each.alike[0] for each in every)
    assert seated(wanted, work=QUICK).repeats == min(each.repeats for each in every)


@given(st.sampled_from([3, 4, 5, 7, 8, 9]), st.data())
def test_nobody_meets_twice_where_it_is_known_how(tables: int, data: st.DataObject) -> None:
    # Bose, 1938: a prime power of tables, no more people at one than there are tables.
    size = data.draw(st.integers(2, tables), "size")
    people = data.draw(st.integers(size * (tables - 1) + 1, tables * size), "people")
    most = tables + (size == tables and people == tables * tables)
    rounds = data.draw(st.integers(1, most), "rounds")
    wanted = RoundsWanted(tuple(Guest(f"G{n}") for n in range(people)), size, rounds)
    found = seated(wanted, work=0)
    assert found.repeats == found.least_repeats == 0
    assert broken(wanted, found.rounds) == ""


@given(wishes(), st.data())
def test_closing_gaps_leaves_rounds_that_began_and_keeps_the_laws(
    wanted: RoundsWanted, data: st.DataObject
) -> None:
    before = seated(wanted, work=0)
    begun = data.draw(st.integers(0, wanted.rounds - 1), "begun")
    gone = data.draw(st.sets(st.sampled_from([guest.name for guest in wanted.guests])), "gone")
    firm = (1 << begun) - 1
    left = tuple(
        replace(guest, rounds=guest.rounds & firm) if guest.name in gone - {"Always"} else guest
        for guest in wanted.guests
    )
    standing = tuple(
        Round({name: at for at, table in enumerate(tables) for name in table}, number < begun)
        for number, tables in enumerate(before.rounds)
    )
    both = replace(wanted, guests=left, before=standing)
    found = seated(both, work=QUICK)
    assert found.rounds[:begun] == before.rounds[:begun]
    assert broken(both, found.rounds) == ""


def test_whoever_is_put_at_the_first_table_breaks_the_law() -> None:
    def put_first(wanted: RoundsWanted) -> tuple[Tables, ...]:
        found = seated(replace(wanted, guests=wanted.guests[:-1]), work=0)
        late = wanted.guests[-1].name
        return tuple(((*tables[0], late), *tables[1:]) for tables in found.rounds)

    wanted = RoundsWanted(tuple(Guest(f"G{n}") for n in range(13)), 6, 2)
    assert broken(wanted, seated(wanted, work=0).rounds) == ""
    careless = replace(wanted, guests=(*wanted.guests, Guest("Late"), Guest("Later")))
    assert broken(careless, put_first(careless)) == "tables differ by more than one"
    twice = tuple((tables[0], *tables[:1], *tables[2:]) for tables in seated(wanted).rounds)
    assert broken(wanted, twice) == "somebody sits twice, or nowhere"


def broken(wanted: RoundsWanted, rounds: tuple[Tables, ...]) -> str:
    """Say which law seats break; blank: none."""
    for number, tables in enumerate(rounds):
        names = sorted(name for table in tables for name in table)
        if names != sorted(guest.name for guest in wanted.of_round(number)):
            return "somebody sits twice, or nowhere"
        sizes = [len(table) for table in tables if table]
        if sizes and max(sizes) - min(sizes) > 1:
            return "tables differ by more than one"
    return ""


def _all(wanted: RoundsWanted) -> set[Tables]:
    """Give every way to seat everybody at tables that differ by one."""
    names = [guest.name for guest in wanted.guests]
    count = len(wanted.tables(0))
    found = set()
    for order in permutations(names):
        tables = (tuple(sorted(order[at::count])) for at in range(count))
        found.add(tuple(sorted(tables)))
    return found
