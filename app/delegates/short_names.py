"""Names of organisations as short as people say them in a hall."""

from __future__ import annotations

from functools import cache

MOST = 14
_ENOUGH = 8
"""Whole words of so many letters say who it is; of fewer, the next word is begun as well."""
_LEAST_BEGUN = 3
_LEGAL_FORMS = (
    "ab aps as asa a/s ag bv b.v. doo d.o.o. ev e.v. gmbh gie inc inc. kft kg lda llc ltd ltd. nv "
    "oü ou oy oyj plc s.a. s.r.l. s.r.o. sa sàrl sarl sas se sia slu s.l. sp. spa s.p.a. srl sro "
    "uab z o.o. z.s. co. & ry mbh"
)
_LITTLE_WORDS = (
    "& + and at by da das de degli dei del della der des di die do du e en et för für i in la le "
    "los of og och the und van von w y z za -"
)
_LEGAL, _JOINING = frozenset(_LEGAL_FORMS.split()), frozenset(_LITTLE_WORDS.split())


@cache
def short_name(name: str, most: int = MOST) -> str:
    """Shorten a name: without its legal form, cut at a word, or within one where that says more."""
    words = name.split()
    while len(words) > 1 and words[-1].strip(",").casefold() in _LEGAL:
        words.pop()
    while len(words) > 1 and words[0].casefold() in _LEGAL:
        words.pop(0)
    whole = " ".join(words).rstrip(",")
    if len(whole) <= most:
        return whole
    kept = _whole_words(words, most)
    if len(kept) >= _ENOUGH:
        return kept
    return _begun(words, most) or kept or whole[: most - 1] + "…"


def _begun(words: list[str], most: int) -> str:
    """Give as many words as fit but for those between, and the beginning of the next."""
    telling = [word for word in words if word.casefold() not in _JOINING]
    kept = _whole_words(telling, most)
    left = telling[len(kept.split()) :]
    room = most - len(kept) - 2
    if not kept or not left or room < _LEAST_BEGUN:
        return kept
    return f"{kept} {left[0][:room].rstrip('.-,')}."


def _whole_words(words: list[str], most: int) -> str:
    kept: list[str] = []
    for word in words:
        if len(" ".join([*kept, word])) > most:
            break
        kept.append(word)
    while kept and kept[-1].casefold() in _JOINING:
        kept.pop()
    return " ".join(kept).rstrip(",")
