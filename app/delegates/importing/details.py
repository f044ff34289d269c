"""Whom a name means together with an e-mail, an order or an organisation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from app.delegates.folding import fold
from app.delegates.importing.heard import EMAIL, ORDER, ORGANISATION, Heard
from app.delegates.importing.row import Row
from app.delegates.telling_apart import Named, name_key


class Details:
    """People by what is stored of them, and by what sources said of them before.

    A desk's correction does not matter: whom a source spoke of once, it goes on speaking of.
    """

    def __init__(self, heard: Heard) -> None:
        self.people: dict[UUID, Named] = {}
        self._heard = heard
        self._by_name: dict[str, list[UUID]] = defaultdict(list)
        self._by_order: dict[tuple[str, str], list[UUID]] = defaultdict(list)
        self._orders: dict[UUID, set[str]] = defaultdict(set)
        self._rows_of_name: Counter[str] = Counter()
        self._rows_of_order: Counter[tuple[str, str]] = Counter()

    def expect(self, rows: Iterable[Row]) -> None:
        """Take in how many rows of a list share a name, and a name and an order."""
        self._rows_of_name = Counter(row.name for row in rows)
        self._rows_of_order = Counter(row.of_order for row in rows)

    def remember(self, named: Named, order: str) -> None:
        """Take in who was read; what was known of them before stays."""
        before = self.people.get(named.id)
        name = name_key(named.name)
        if before is None:
            self.people[named.id] = named
            self._by_name[name].append(named.id)
        elif not (before.email and before.organisation):
            self.people[named.id] = replace(
                before,
                email=before.email or named.email,
                organisation=before.organisation or named.organisation,
            )
        if order:
            self._orders[named.id].add(order)
            of_order = self._by_order[order, name]
            if named.id not in of_order:
                of_order.append(named.id)

    def is_called(self, delegate: UUID, name: str) -> bool:
        """Tell whether this is a delegate's name, or what a source called them."""
        known = name_key(self.people[delegate].name)
        return known == name or delegate in self._heard.called(name)

    def of_email(self, row: Row) -> Sequence[UUID]:
        """Give who has this name and this e-mail."""
        if not row.email:
            return ()
        namesakes = self._by_name.get(row.name, ())
        stored = [one for one in namesakes if self.people[one].email == row.email]
        return self._with_heard(stored, row, EMAIL)

    def of_order(self, row: Row) -> Sequence[UUID]:
        """Give who came by this order under this name, and whose details are no others.

        A new organisation is one if the order has more of this name.
        """
        if not row.said.order_code:
            return ()
        everybody = self._with_heard(self._by_order.get(row.of_order, ()), row, ORDER)
        alone = len(everybody) == 1 and self.is_alone_in_order(row)
        return [
            one
            for one in everybody
            if not self._has_another_email(one, row)
            if alone or not self._has_another_organisation(one, row)
        ]

    def of_organisation(self, row: Row) -> Sequence[UUID]:
        """Give who has this name and this organisation, and no other e-mail."""
        organisation = fold(row.said.organisation)
        if not organisation:
            return ()
        stored = [
            one
            for one in self._by_name.get(row.name, ())
            if fold(self.people[one].organisation) == organisation
        ]
        colleagues = self._with_heard(stored, row, ORGANISATION)
        return [one for one in colleagues if not self._has_another_email(one, row)]

    def of_name(self, row: Row) -> Sequence[UUID]:
        """Give the only one of this name, if the list has the name once and nothing is other."""
        said = row.said
        if self._rows_of_name[row.name] != 1 or not (
            row.email or said.organisation or said.order_code
        ):
            return ()
        namesakes = {*self._by_name.get(row.name, ()), *self._heard.called(row.name)}
        return [
            one
            for one in namesakes
            if len(namesakes) == 1
            if not self._has_another_email(one, row)
            if not self._has_another_organisation(one, row)
            if not self.has_another_order(one, row)
        ]

    def orders(self, delegate: UUID) -> Collection[str]:
        """Give the orders by which somebody came."""
        return self._orders.get(delegate, ())

    def is_alone_in_order(self, row: Row) -> bool:
        """Tell whether the list has the row's name once in its order."""
        return self._rows_of_order[row.of_order] == 1

    def has_another_order(self, delegate: UUID, row: Row) -> bool:
        """Tell whether somebody came by an order, and not by the row's."""
        orders = self._orders.get(delegate)
        if not orders or not row.said.order_code or row.said.order_code in orders:
            return False
        return delegate not in self._heard.of_pair(row.name, ORDER, row.said)

    def _has_another_email(self, delegate: UUID, row: Row) -> bool:
        known = self.people[delegate].email
        return bool(known and row.email) and known != row.email

    def _has_another_organisation(self, delegate: UUID, row: Row) -> bool:
        known, said = self.people[delegate].organisation, row.said.organisation
        return bool(known and said) and fold(known) != fold(said)

    def _with_heard(self, stored: Sequence[UUID], row: Row, field: str) -> Sequence[UUID]:
        heard = self._heard.of_pair(row.name, field, row.said)
        return tuple(dict.fromkeys((*stored, *heard))) if heard else stored
