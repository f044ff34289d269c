"""Badges that tests draw: a usual one, and one whose texts are all too long."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from app.printing.badges import BadgeFace, Occasion
from app.printing.stock import stocks

OCCASION = Occasion("Cluster Matchmaking Days 2027", "Vilnius, 16–17 March")
ELENI = BadgeFace(
    badge_number="A-143",
    given_name="Ελένη",
    family_name="Θαλασσινού",
    organisation="Attica Maritime Cluster",
    country="Greece",
    badge_type="Delegate",
    delegation="Italy–Greece",
    delegation_colour="#007A5A",
    code="BDGBCNCILCBDEFGHIJKLNVBRRFJEHTGJNENRRHDBFGURL",
)
NASTY = replace(
    ELENI,
    given_name="Maria Magdalena Josephine",
    family_name="Wolfeschlegelsteinhausenbergerdorff",
    organisation="European Strategic Cluster Partnership for Photonics and Quantum Technologies, ẞ",
    country="Saint Vincent and the Grenadines",
    badge_type="Interpreter and delegation assistant",
    delegation="Delegation of the Autonomous Region of Friuli Venezia Giulia and Carinthia",
)
STOCKS = stocks()

each_stock = pytest.mark.parametrize("stock", STOCKS.values(), ids=STOCKS.keys())


def with_code(face: BadgeFace, chance: random.Random) -> BadgeFace:
    """Give a badge a code of its own."""
    return replace(face, code="BDGBC" + "".join(chance.choices("CBDEFGHIJKLNRTUV", k=40)))
