"""Plays typed keystrokes against 1,000, 20,000 and 100,000 invented delegates.

Run with ``python -m tests.benchmarks.bench_search [SIZE…]``. A keystroke is all
that it costs: fold, find, and look for typing errors if nothing was found. Target: p99 at most
8 ms at 20,000 and 30 ms at 100,000.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from pathlib import Path
from time import perf_counter
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.delegates.folding import fold, searchable
from db.database import Database
from db.search import create_search_tables, find, forget, index, suggest

SIZES = (1_000, 20_000, 100_000)
PEOPLE_TYPED = 40

GIVEN = (
    "Anna", "Łukasz", "Zoë", "José", "Søren", "Jürgen", "Małgorzata", "Ángel", "Françoise",
    "Øyvind", "Çağla", "Đorđe", "Þóra", "Nuño", "Žofia", "Ștefan", "Γιώργος", "Ελένη", "Θεοδώρα",
    "Наталья", "Дмитрий", "Олена", "Живко", "Li", "Jo", "Noor", "Anneli", "Jean-Luc", "Håkan",
    "Maria", "Sinéad", "Jiří", "Kärt", "Agnė", "Mārtiņš", "Giulia", "Benoît", "Lovisa", "Pál",
    "Ines",
)  # fmt: skip
STEMS = (
    "Wójci", "Szalonta", "Müll", "Lindstr", "Papadopoul", "Kowalsk", "Schäf", "Østergaa", "Novák",
    "Gonzál", "Petrov", "Jaworsk", "Berg", "Åk", "Sørens", "Çelik", "Horvá", "Kõiv", "Bērz",
    "Jankausk", "Rossi", "Dupré", "Van-der-Me", "O’Bri", "Θαλασσιν", "Καραγιάνν", "Шевченк",
    "Петровск", "Ђорђев", "Иван", "McDon", "Guðmunds", "Ionesc", "Nagy", "Virta", "Silv", "Costa",
    "Fernánd", "Błaszcz", "Kri",
)  # fmt: skip
ENDINGS = (
    "a", "k", "i", "er", "öm", "os", "ek", "ai", "ez", "ic", "son", "sen", "ska", "ov", "ova",
    "ius", "en", "ard", "elli", "eau", "ø", "ją", "ý", "es", "una", "man", "berg", "feld", "holm",
    "qvist", "lund", "dahl", "stein", "wald", "bach", "hof", "brück",
)  # fmt: skip
FIRST = (
    "Nordic", "Baltic", "Øresund", "Rhône", "Łódź", "Athena", "Danube", "Alpine", "Côte",
    "Göteborg", "Šumava", "Ægir", "Γαία", "Volga", "Tyrol", "Skåne",
)  # fmt: skip
MIDDLE = (
    "Life", "Clean", "Food", "Bio", "Photonics", "Health", "Hydrogen", "Forest",
)  # fmt: skip
LAST = (
    "Cluster", "GmbH", "AB", "Network",
)  # fmt: skip
ORGANISATIONS = [" ".join(words) for words in product(FIRST, MIDDLE, LAST)]
NONSENSE = (
    "qwertyuiop",
    "xx yy zz",
    "zzzzzz aaaaaa",
    "asdf jkl",
    '"*" NEAR( anna',
    "example zzz",
    "example qqqqwwww",
    "a e i o u",
)
COMMON = (
    "a",
    "e",
    "an",
    "example",
    "example org",
    "cluster network",
    "example cluster maria berg",
    "ber son ska clu net exa org mar nor lif",
    "anna berg cluster nordic life example org maria kow wojcik",
    "annx bergx nordix",
    "anna nordicc clustre",
)


def delegates(count: int, rng: random.Random) -> list[tuple[str, str, str, str, str]]:
    families = [stem + ending for stem, ending in product(STEMS, ENDINGS)]
    people = []
    for number in range(1, count + 1):
        given, family = rng.choice(GIVEN), rng.choice(families)
        if rng.random() < 0.2:
            family += "-" + rng.choice(families)
        name = fold(f"{given} {family}").replace(" ", ".")
        email = f"{name}{rng.choice(('', '', number))}@{fold(rng.choice(FIRST))}.example.org"
        badge = f"{rng.choice('ABCD')}-{number}"
        people.append((given, family, rng.choice(ORGANISATIONS), email, badge))
    return people


def with_error(word: str, rng: random.Random) -> str:
    place = rng.randrange(1, max(2, len(word) - 1))
    return rng.choice(
        (
            word[:place] + word[place + 1 :],
            word[:place] + rng.choice("aeinrst") + word[place + 1 :],
            word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
        )
    )


def queries(
    people: Sequence[tuple[str, str, str, str, str]], rng: random.Random
) -> Iterator[tuple[str, str]]:
    for given, family, organisation, email, badge in rng.sample(people, PEOPLE_TYPED):
        yield "name", f"{given} {family}"
        yield "name", f"{family.lower()} {given[:2]}"
        yield "organisation", f"{organisation} {family}"
        yield "e-mail", email
        yield "badge", badge
        yield "badge", badge[2:]
        yield "typing error", with_error(fold(family), rng)
        yield "typing error", f"{fold(given)} {with_error(fold(family), rng)}"
    yield from (("nonsense", query) for query in NONSENSE)
    yield from (("common", query) for query in COMMON)


def keystroke(session: Session, typed: str) -> list[UUID]:
    query = fold(typed)
    return find(session, query) or suggest(session, query)


def play(database: Database, typed: Sequence[tuple[str, str]]) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {}
    slowest = (0.0, "")
    for kind, query in typed:
        for length in range(1, len(query) + 1):
            begun = perf_counter()
            with database.reading() as session:
                keystroke(session, query[:length])
            took = (perf_counter() - begun) * 1000
            times.setdefault(kind, []).append(took)
            slowest = max(slowest, (took, query[:length]))
    print(f"    slowest: {slowest[0]:.1f} ms for {slowest[1]!r}")
    return times


def show(kind: str, times: Sequence[float]) -> float:
    ordered = sorted(times)
    p50, p99 = (ordered[int(len(ordered) * share)] for share in (0.5, 0.99))
    print(
        f"    {kind:14} {len(ordered):6} keystrokes  "
        f"p50 {p50:5.2f}  p99 {p99:5.2f}  max {ordered[-1]:5.2f} ms"
    )
    return p99


def timed_writes(
    database: Database, people: Sequence[tuple[str, str, str, str, str]]
) -> dict[UUID, str]:
    begun = perf_counter()
    texts = {UUID(int=number): searchable(*person) for number, person in enumerate(people, start=1)}
    folded = perf_counter()
    with database.writing() as session:
        create_search_tables(session.connection())
        index(session, texts)
    print(
        f"    folded in {folded - begun:.2f} s, indexed in {perf_counter() - folded:.2f} s", end=""
    )
    with database.reading() as session:
        session.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
        words = session.execute(text("SELECT count(*) FROM search_word")).scalar_one()
    print(f", file {database.file.stat().st_size / 1e6:.1f} MB, {words} distinct words")
    return texts


def timed_changes(database: Database, texts: dict[UUID, str]) -> None:
    for share in (1, 500, 10_000):
        some = dict(list(texts.items())[:share])
        begun = perf_counter()
        with database.writing() as session:
            index(session, {delegate_id: f"{words} x" for delegate_id, words in some.items()})
        replaced = perf_counter()
        with database.writing() as session:
            forget(session, list(some))
        gone = perf_counter()
        with database.writing() as session:
            index(session, some)
        print(
            f"    {len(some):6}: replaced in {replaced - begun:.3f} s, "
            f"forgotten in {gone - replaced:.3f} s, indexed in {perf_counter() - gone:.3f} s"
        )


def measure(size: int) -> float:
    print(f"{size} delegates")
    rng = random.Random(7)
    people = delegates(size, rng)
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "bench.matchdesk")
        texts = timed_writes(database, people)
        times = play(database, list(queries(people, rng)))
        for kind, of_kind in times.items():
            show(kind, of_kind)
        p99 = show("all", [took for of_kind in times.values() for took in of_kind])
        timed_changes(database, texts)
        database.close()
    return p99


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    p99s = [(size, measure(size)) for size in sizes]
    for (few, before), (many, after) in pairwise(p99s):
        print(f"{many / few:.0f} times the delegates: p99 {after / before:.1f} times")


if __name__ == "__main__":
    main()
