from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from app.checkin.codes import MODHEX
from ui.scanner.bursts import LEAST_LETTERS, Burst, Bursts, End, Key, Role

PAUSE = 400
TICKET_LETTERS = "abcdefghjklmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class Piece:
    """What was typed in one go: ``gaps`` follow each key; ``scan`` is the code, if it is one."""

    text: str
    gaps: tuple[int, ...]
    scan: str = ""


@dataclass
class Table:
    """A field beside a scanner. A clock that only keys move says when silence is due."""

    arrived: list[tuple[str, bool]] = field(default_factory=list)
    scans: list[Burst] = field(default_factory=list)
    now: int = 10_000

    def __post_init__(self) -> None:
        self.bursts: Bursts[Key] = Bursts(
            lambda letters: letters.lower() == "bdg", self._gets, self.scans.append
        )
        self.last = 0

    def plays(self, piece: Piece) -> list[tuple[str, bool]]:
        """Press the keys, each until the next one is down, and tell what was done."""
        deeds = []
        down: Key | None = None
        for sign, gap in zip(piece.text, piece.gaps, strict=True):
            self.waits()
            if down is not None and down.text == sign:
                deeds.append(self._lifts(down))
                down = None
            key = _key(sign, self.now)
            self.last = self.now
            if not self.bursts.press(key):
                self._gets([key])
            deeds.append((sign, True))
            if down is not None:
                deeds.append(self._lifts(down))
            down = key
            self.now += gap
        if down is not None:
            deeds.append(self._lifts(down))
        return deeds

    def waits(self) -> None:
        """Let the timer do what it does."""
        wait = self.bursts.wait
        if wait is not None and self.now - self.last > wait:
            self.bursts.silence()

    def pauses(self) -> None:
        self.now += PAUSE
        self.waits()

    def _lifts(self, key: Key) -> tuple[str, bool]:
        up = Key(self.now, key.code, down=False, text=key.text, role=key.role)
        if not self.bursts.release(up):
            self._gets([up])
        return (key.text, False)

    def _gets(self, keys: Sequence[Key]) -> None:
        self.arrived += [(key.text, key.down) for key in keys]


def _key(sign: str, at: int) -> Key:
    role = Role.ENDS if sign in "\r\t" else Role.TYPES
    return Key(at, ord(sign), text=sign, role=role, ending=End.TAB if sign == "\t" else End.ENTER)


def _spaced(text: st.SearchStrategy[str], gap: st.SearchStrategy[int]) -> st.SearchStrategy[Piece]:
    return text.flatmap(
        lambda said: st.lists(gap, min_size=len(said), max_size=len(said)).map(
            lambda gaps: Piece(said, tuple(gaps))
        )
    )


def _scan(code: str, every: int, end: str) -> Piece:
    text = code + end
    return Piece(text, (every,) * len(text), scan=code)


words = st.text("bdgBDGabc eł1'", min_size=1, max_size=30)
ended = st.tuples(words, st.sampled_from(["", "\r", "\t"])).map("".join)
people = _spaced(ended, st.integers(50, 200))
# Rolled fingers, a cuff on the keys: too few letters for any code.
quick = _spaced(st.text("bdgasdf", min_size=1, max_size=LEAST_LETTERS - 1), st.integers(0, 35))
badges = st.text(MODHEX, min_size=42, max_size=42).map(lambda body: f"BDG{body.upper()}")
tickets = st.text(TICKET_LETTERS, min_size=LEAST_LETTERS, max_size=64)
ends = st.sampled_from(["", "\r", "\t", "\r\r", "\t\r"])
scans = st.builds(_scan, tickets, st.integers(0, 25), ends) | st.builds(
    _scan, badges, st.integers(0, 35), ends
)


@given(pieces=st.lists(people | quick | scans, max_size=8))
def test_scans_are_taken_and_all_else_arrives_whole_and_in_order(pieces: list[Piece]) -> None:
    table = Table()
    typed = []

    for piece in pieces:
        deeds = table.plays(piece)
        table.pauses()
        typed += [] if piece.scan else deeds

    assert [burst.text for burst in table.scans] == [piece.scan for piece in pieces if piece.scan]
    assert table.arrived == typed


@given(piece=people, code=tickets, every=st.integers(0, 25))
def test_a_scan_right_after_a_persons_key_is_whole(piece: Piece, code: str, every: int) -> None:
    table = Table()

    typed = table.plays(piece)
    table.plays(_scan(code, every, "\r"))
    table.pauses()

    assert [burst.text for burst in table.scans] == [code]
    assert sorted(table.arrived) == sorted(typed)


@given(
    start=st.sampled_from(["bdg", "BDG", "bdgb", "Bdg b"]),
    quick_gaps=st.integers(0, 35),
    rest=words,
    gaps=st.integers(50, 150),
)
def test_a_person_who_begins_like_a_badge_gets_every_letter(
    start: str, quick_gaps: int, rest: str, gaps: int
) -> None:
    table = Table()
    text = start + rest
    spaces = (*[quick_gaps] * (len(start) - 1), *[gaps] * (len(rest) + 1))

    typed = table.plays(Piece(text, spaces))
    table.pauses()

    assert table.arrived == typed
    assert table.scans == []


@given(
    code=badges,
    stutters=st.lists(st.integers(0, 150), min_size=2, max_size=2),
    every=st.integers(0, 35),
)
def test_a_badge_that_stutters_in_its_first_letters_is_read_whole(
    code: str, stutters: list[int], every: int
) -> None:
    table = Table()
    gaps = (*stutters, *[every] * (len(code) - len(stutters) + 1))

    table.plays(Piece(code + "\r", gaps, scan=code))
    table.pauses()

    assert [burst.text for burst in table.scans] == [code]


@given(code=badges, before=st.sampled_from("xb1"), key=st.sampled_from(["\b", "\r"]))
def test_what_a_person_typed_before_a_badge_is_no_part_of_it(
    code: str, before: str, key: str
) -> None:
    table = Table()

    table.plays(Piece(before, (60,)))
    if key == "\r":
        table.plays(Piece(key, (60,)))
    else:
        table.pauses()
    table.plays(_scan(code, 8, "\r"))

    assert [burst.text for burst in table.scans] == [code]


def test_ten_letters_at_a_scanners_pace_are_a_scan_and_nine_are_none() -> None:
    table = Table()

    nine = table.plays(_scan("abcdefghj", 8, "\r"))
    table.pauses()
    table.plays(_scan("abcdefghjk", 8, "\r"))

    assert [burst.text for burst in table.scans] == ["abcdefghjk"]
    assert table.arrived == nine


def test_a_scan_says_how_it_ended_and_how_fast_it_was() -> None:
    table = Table()

    for end, every in (("\r", 2), ("\t", 8), ("", 16)):
        table.plays(_scan("k7hj2mw9qxz4", every, end))
        table.pauses()

    assert [(burst.end, burst.gap) for burst in table.scans] == [
        (End.ENTER, 2),
        (End.TAB, 8),
        (End.SILENCE, 16),
    ]
