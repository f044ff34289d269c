"""What only the other rows of an order can tell: whose an order's e-mail is, who is a person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.delegates.folding import fold
from app.delegates.reading.cells import shortened
from app.delegates.reading.columns import Matching
from app.delegates.reading.rows import Row
from app.delegates.registration import Registration, RowProblem


@dataclass(frozen=True, slots=True)
class Settled:
    """People, what can't be taken, and how many rows stand for nobody of their own."""

    people: tuple[Registration, ...]
    problems: tuple[RowProblem, ...]
    ignored: int


def settle(rows: Sequence[Row], matching: Matching) -> Settled:
    """Finish rows that were read one by one."""
    tickets = _tickets(rows, knows_add_ons="add_on_to" in matching.fields)
    people: list[Registration] = []
    problems: list[RowProblem] = []
    for row in rows:
        if row.person is not None:
            people.append(_finished(row, row.person, matching, alone=tickets[row.order_code] == 1))
        elif not _adds_to_another(row, tickets, matching):
            problems.append(RowProblem(row.line, "", "no_name", shortened(row.text)))
    ignored = len(rows) - len(people) - len(problems)
    if matching.preset.lends_order_email:
        shared = set(_with_another_s_email(people))
        problems += [_shared(person) for person in people if person.line in shared]
        people = [replace(each, email="") if each.line in shared else each for each in people]
    return Settled(tuple(people), tuple(problems), ignored)


def _tickets(rows: Sequence[Row], *, knows_add_ons: bool) -> Counter[str]:
    """Count the tickets of each order. Without a column that tells, a ticket is a named row."""
    return Counter(
        row.order_code
        for row in rows
        if not row.is_add_on and (knows_add_ons or row.person is not None)
    )


def _finished(row: Row, person: Registration, matching: Matching, *, alone: bool) -> Registration:
    """Give a person what the order says, if the order can mean nobody else."""
    if not (alone and row.order_code):
        return person
    if not person.email and row.order_email:
        person = replace(person, email=row.order_email)
    if not person.keys and matching.preset.order_key:
        person = replace(person, keys=(f"{matching.preset.order_key}:{row.order_code}",))
    return person


def _adds_to_another(row: Row, tickets: Counter[str], matching: Matching) -> bool:
    if row.is_add_on:
        return True
    knows = "add_on_to" in matching.fields
    return not knows and bool(row.order_code) and tickets[row.order_code] > 0


def _with_another_s_email(people: Sequence[Registration]) -> Iterator[int]:
    """Yield the lines of people who have one e-mail with somebody else of their order."""
    groups: defaultdict[tuple[str, str], list[Registration]] = defaultdict(list)
    for person in people:
        if person.email and person.order_code:
            groups[person.order_code, person.email.casefold()].append(person)
    for group in groups.values():
        if len({fold(person.full_name) for person in group}) > 1:
            yield from (person.line for person in group)


def _shared(person: Registration) -> RowProblem:
    return RowProblem(person.line, "", "shared_email", shortened(person.email))
