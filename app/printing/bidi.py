"""In which order a line of mixed directions is read: Unicode's bidirectional algorithm.

Text is as ``fonts.as_printed`` gives it, without embeddings, overrides and isolates, so their
rules are left out. Brackets are turned around by whoever draws them.

Source: Unicode Standard Annex 9, revision 50; rules are named as there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

# What mirrors the next one and is no bracket. Unicode's BidiMirroring.txt.
_PAIRS = "<>«»‹›≤≥"
_MIRRORED = str.maketrans(_PAIRS, "".join(_PAIRS[at ^ 1] for at in range(len(_PAIRS))))
_MOST_OPEN_BRACKETS = 63
_NUMBERS = frozenset({"EN", "AN"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})
# What a strong character or a number counts as among brackets and neutrals.
_SIDE = {"L": "L", "R": "R", "EN": "R", "AN": "R"}


def reads_rightward(text: str) -> bool:
    """Whether a paragraph begins at the left: its first letter says so. Rules P2 and P3."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in {"R", "AL"}:
            return False
        if kind == "L":
            return True
    return True


def pieces(text: str, *, rightward: bool) -> list[tuple[int, int, bool]]:
    """Cut a line into stretches of one direction, from left to right.

    Returns:
        Where each stretch starts and ends in the text, and whether it reads rightward.
    """
    levels = _levels(text, 0 if rightward else 1)
    found, start = [], 0
    for level, group in groupby(levels):
        end = start + len(list(group))
        found.append((start, end, level))
        start = end
    # L2: what is deeper is turned first.
    deepest = max(levels, default=0)
    for level in range(deepest, 0, -1):
        found = list(_turned(found, level))
    return [(start, end, level % 2 == 0) for start, end, level in found]


def mirrored(sign: str) -> str:
    """Give the sign that looks like another one does where it is read leftward."""
    if not unicodedata.mirrored(sign):
        return sign
    category = unicodedata.category(sign)
    if category == "Ps":
        return _closing(sign)
    if category == "Pe":
        return next((other for other in _two_before(sign) if _closing(other) == sign), sign)
    return sign.translate(_MIRRORED)


def _two_before(sign: str) -> Iterator[str]:
    for other in (chr(ord(sign) - 1), chr(ord(sign) - 2)):
        if unicodedata.category(other) == "Ps":
            yield other


def _turned(found: Sequence[tuple[int, int, int]], least: int) -> Iterator[tuple[int, int, int]]:
    for is_deep, group in groupby(found, key=lambda piece: piece[2] >= least):
        inside = list(group)
        yield from reversed(inside) if is_deep else inside


def _levels(text: str, base: int) -> list[int]:
    """Give each character its level. Joiners go with what stands before them."""
    kinds = [unicodedata.bidirectional(sign) or "L" for sign in text]
    kept = [at for at, kind in enumerate(kinds) if kind != "BN"]
    signs = [text[at] for at in kept]
    resolved = _resolve(signs, [kinds[at] for at in kept], "R" if base else "L")
    levels: list[int] = []
    at_kept = iter(resolved)
    for kind in kinds:
        before = levels[-1] if levels else base
        levels.append(before if kind == "BN" else _level(next(at_kept), base))
    # L1: white space at the end stands where the line ends.
    for at in range(len(kinds) - 1, -1, -1):
        if kinds[at] not in {"WS", "S", "B", "BN"}:
            break
        levels[at] = base
    return levels


def _level(kind: str, base: int) -> int:
    """Rules I1 and I2."""
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _resolve(signs: Sequence[str], given: Sequence[str], base: str) -> list[str]:
    kinds = _with_marks(given, base)
    _settle_numbers(kinds, base)
    _settle_brackets(signs, given, kinds, base)
    _settle_neutrals(kinds, base)
    return kinds


def _with_marks(given: Sequence[str], base: str) -> list[str]:
    """Rule W1."""
    kinds: list[str] = []
    for kind in given:
        kinds.append((kinds[-1] if kinds else base) if kind == "NSM" else kind)
    return kinds


def _settle_numbers(kinds: list[str], base: str) -> None:
    """Rules W2 to W7."""
    _settle_by_letters_before(kinds, base, "AL", "AN")
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        around = kinds[at - 1]
        if around == kinds[at + 1] and (
            (kinds[at] == "ES" and around == "EN") or (kinds[at] == "CS" and around in _NUMBERS)
        ):
            kinds[at] = around
    _settle_signs_of_numbers(kinds)
    _settle_by_letters_before(kinds, base, "L", "L")


def _settle_by_letters_before(kinds: list[str], base: str, before: str, then: str) -> None:
    """Make numbers after one kind of letters what they are ``then``. Rules W2 and W7."""
    strong = base
    for at, kind in enumerate(kinds):
        if kind in {"L", "R", "AL"}:
            strong = kind
        elif kind == "EN" and strong == before:
            kinds[at] = then


def _settle_signs_of_numbers(kinds: list[str]) -> None:
    """Rules W5 and W6."""
    start = 0
    for kind, group in groupby(list(kinds)):
        end = start + len(list(group))
        if kind == "ET":
            beside = "EN" in {*kinds[max(0, start - 1) : start], *kinds[end : end + 1]}
            kinds[start:end] = ["EN" if beside else "ON"] * (end - start)
        elif kind in {"ES", "CS"}:
            kinds[start:end] = ["ON"] * (end - start)
        start = end


def _settle_brackets(
    signs: Sequence[str], given: Sequence[str], kinds: list[str], base: str
) -> None:
    """Rule N0."""
    for opening, closing in sorted(_pairs(signs, kinds)):
        inside = {_SIDE[kind] for kind in kinds[opening + 1 : closing] if kind in _SIDE}
        if not inside:
            continue
        side = base
        if base not in inside:
            before = (_SIDE[kind] for kind in reversed(kinds[:opening]) if kind in _SIDE)
            side = next(before, base)
        for at in (opening, closing):
            kinds[at] = side
            for mark in range(at + 1, len(kinds)):
                if given[mark] != "NSM":
                    break
                kinds[mark] = side


def _pairs(signs: Sequence[str], kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Find brackets that belong together. Definition BD16."""
    open_ones: list[tuple[str, int]] = []
    for at, sign in enumerate(signs):
        if kinds[at] != "ON" or not unicodedata.mirrored(sign):
            continue
        category = unicodedata.category(sign)
        if category == "Ps":
            if len(open_ones) == _MOST_OPEN_BRACKETS:
                return
            open_ones.append((_closing(sign), at))
        elif category == "Pe":
            for deep in range(len(open_ones) - 1, -1, -1):
                if open_ones[deep][0] == sign:
                    yield open_ones[deep][1], at
                    del open_ones[deep:]
                    break


def _closing(opening: str) -> str:
    """Give the other bracket of a pair: the next character, or the one after the next."""
    after = chr(ord(opening) + 1)
    return after if unicodedata.category(after) == "Pe" else chr(ord(opening) + 2)


def _settle_neutrals(kinds: list[str], base: str) -> None:
    """Rules N1 and N2."""
    start = 0
    for is_neutral, group in groupby(list(kinds), key=_NEUTRAL.__contains__):
        end = start + len(list(group))
        if is_neutral:
            before = _SIDE[kinds[start - 1]] if start else base
            after = _SIDE[kinds[end]] if end < len(kinds) else base
            kinds[start:end] = [before if before == after else base] * (end - start)
        start = end
