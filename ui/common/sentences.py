"""One sentence for each refusal, as the window says it.

The command line has a sentence for every refusal; where there is a screen, some say something else.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from app.applications.places import Full, PlacesFull
from app.errors import DeskError


def sentence(refusal: DeskError, clock: Callable[[datetime], str] = str) -> str:
    """Say a refusal in words: first what is so, then what to do."""
    # They know every refusal, and so load what can refuse; see ``load_ahead``.
    from app.cli.sentences import sentence as typed_sentence  # noqa: PLC0415
    from ui.common.on_screen import ON_SCREEN  # noqa: PLC0415

    shown = ON_SCREEN.get(type(refusal))
    return shown(refusal) if shown else typed_sentence(refusal, clock)


def full_words(refusal: PlacesFull) -> str:
    """Say how many places are taken, and whose."""
    whose = {
        Full.ALL: "",
        Full.KIND: f" for the kind “{refusal.kind}”",
        Full.DELEGATION: f" for {refusal.delegation}",
    }[refusal.reason]
    return f"{refusal.taken:,} of {refusal.places:,} places{whose} are taken."
