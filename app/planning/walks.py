"""How far people walk to a meeting from the one before it, and on to the one after it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from app.planning.ground import Grid, Ground, Numbers

_NOWHERE = -1
_AT_HOME = -1
_OTHER_ZONE = 4
"""How many changes of table are as far as a change of zone."""


class Walks:
    """Where everybody is on the day as it stands.

    ``home``: for a request and a slot, by number, the table where its people are looked for then;
    nobody has to be told of that one, so it is as near as can be.
    """

    def __init__(self, ground: Ground, home: Mapping[tuple[int, int], int] | None = None) -> None:
        self._ground, self._home = ground, home or {}
        self._at = np.full((ground.nobody + 1, ground.slots), _NOWHERE)
        way, slot = ground.taken(ground.stands)
        for people in ground.people_of.T:
            self._at[people[ground.stands.item[way]], slot] = ground.stands.table[way]
        self._at[ground.nobody] = _NOWHERE
        zones = {zone: at for at, zone in enumerate(sorted({t.zone for t in ground.tables}))}
        self._zone = np.array([zones[table.zone] for table in ground.tables], dtype=int)
        self._one_zone = len(zones) == 1

    def nearest(self, item: int, slot: int, tables: Grid) -> int:
        """Choose one of these tables; a meeting that moves keeps its own if it is among them."""
        stand = self._ground.stand_of[item]
        own = self._home.get((item, slot), _NOWHERE)
        if stand >= 0:
            own = int(self._ground.stands.table[stand])
        if own != _NOWHERE and tables[own]:
            return own
        if self._one_zone and not any(tables[end] for end in self._ends(item, slot)):
            return int(np.argmax(tables))
        able = np.flatnonzero(tables)
        return int(able[np.argmin(self.to(item, slot, able))])

    def to(self, item: int, slot: int, tables: Numbers) -> Numbers:
        """Say how far each of these tables is for the people of a meeting, all together."""
        far = np.zeros(len(tables), dtype=int)
        for end in self._ends(item, slot):
            far += tables != end
            far += _OTHER_ZONE * (self._zone[tables] != self._zone[end])
        far[tables == self._home.get((item, slot), _NOWHERE)] = _AT_HOME
        return far

    def _ends(self, item: int, slot: int) -> list[int]:
        """The tables that its people come from and go to."""
        end = slot + int(self._ground.length[item])
        ends = []
        for person in self._ground.people_of[item].tolist():
            at = self._at[person].tolist()
            ends += [
                next((table for table in way if table != _NOWHERE), _NOWHERE)
                for way in (at[:slot][::-1], at[end:])
            ]
        return [table for table in ends if table != _NOWHERE]
