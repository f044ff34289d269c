"""Why two may want to meet, as a sentence or two."""

from __future__ import annotations

from collections.abc import Sequence

from app.partners.ranking import Why

_ELSEWHERE = {"country": "From another country.", "delegation": "From another delegation."}


def why_words(why: Why) -> str:
    """Say why somebody may want to meet another: “Both in cleantech. They offer “pilots”, …”."""
    return " ".join(
        filter(
            None,
            (
                f"Both in {_and(why.sectors)}." if why.sectors else "",
                f"They offer {_quoted(why.they_offer)}, which is sought here."
                if why.they_offer
                else "",
                f"They seek {_quoted(why.they_seek)}, which is offered here."
                if why.they_seek
                else "",
                _ELSEWHERE[why.elsewhere[0]] if why.elsewhere else "",
            ),
        )
    )


def _quoted(words: Sequence[str]) -> str:
    return _and([f"“{each}”" for each in words])


def _and(words: Sequence[str]) -> str:
    return " and ".join(words)
