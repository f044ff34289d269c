"""What the clock shows at an instant, as values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.icebreaking.rounds import KeptRounds
from app.speeches.running import Phase, Speech, Speeches, late_by

_LAST = timedelta(minutes=1)
_NOTHING = timedelta()


class Tone(StrEnum):
    """How the figures stand out: by colour, and by the word above them."""

    PLAIN = "plain"
    RUNNING = "running"
    WARNING = "warning"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Face:
    """``figures`` are minutes and seconds; ``share`` of the time is left, 0 to 1."""

    word: str
    title: str
    whom: str = ""
    figures: str = ""
    tone: Tone = Tone.PLAIN
    share: float = 0
    next: str = ""
    note: str = ""


Of = Callable[[datetime], str]
"""Says an instant as people read it."""

_WORDS = {
    Phase.SPEAKING: ("Speaking", Tone.RUNNING),
    Phase.LAST_MINUTE: ("Last minute", Tone.WARNING),
    Phase.QUESTIONS: ("Questions", Tone.RUNNING),
    Phase.OVER: ("Time is up", Tone.OVER),
}


def of_speeches(speeches: Speeches, told: Sequence[Speech], now: datetime, of: Of) -> Face:
    """Give the face for speeches; ``told`` are theirs in order."""
    following = next((each for each in told if each.slot.is_open), None)
    coming = ""
    if following is not None:
        absent = "" if following.is_here else " · not here yet"
        coming = f"Next: {following.who.name}, {following.who.organisation}{absent}".rstrip(", ")
    late = int(late_by(speeches, now) / _LAST)
    note = f"{late} min later than planned" if late else ""
    speaker = next((each for each in told if each.slot.runs), None)
    if speaker is not None:
        phase, left = speeches.phase(speaker.starts_at, now)
        word, tone = _WORDS[phase]
        whole = speeches.questions if phase is Phase.QUESTIONS else speeches.minutes
        share = left / timedelta(minutes=whole) if whole else 0
        who = speaker.who
        return Face(
            word, who.name, who.organisation, _figures(left), tone, _within(share), coming, note
        )
    if following is None:
        return Face("Speeches", "Everybody has spoken")
    if any(each.slot.began for each in told):
        return Face("Speeches", "A moment", next=coming, note=note)
    until = speeches.starts_at - now
    begins = f"They begin at {of(speeches.starts_at)}"
    figures = _figures(until) if until > _NOTHING else ""
    return Face("Speeches", begins, figures=figures, next=coming, note=note)


def of_rounds(kept: KeptRounds, now: datetime, of: Of) -> Face:
    """Give the face for rounds at mixed tables."""
    running, count = kept.at(now), len(kept.rounds)
    if running is None:
        return Face("Rounds", "All rounds are over")
    after = kept.rounds[running.number] if running.number < count else None
    if now < running.starts_at:
        title = f"Round {running.number} of {count} begins at {of(running.starts_at)}"
        word = "Find your next table" if running.number > 1 else "Find your table"
        return Face(word, title, figures=_figures(running.starts_at - now))
    left = running.ends_at - now
    is_last = left <= _LAST
    return Face(
        "Last minute" if is_last else "Round",
        f"{running.number} of {count}",
        figures=_figures(left),
        tone=Tone.WARNING if is_last else Tone.RUNNING,
        share=_within(left / (running.ends_at - running.starts_at)),
        next=f"Next round at {of(after.starts_at)}" if after is not None else "The last round",
    )


def _figures(left: timedelta) -> str:
    """Say a time as ``4:05``; what is over as ``+0:30``. Begun seconds count as whole ones."""
    over = left <= -timedelta(seconds=1)
    seconds = int(-left.total_seconds()) if over else -int(-left.total_seconds() // 1)
    return f"{'+' if over else ''}{max(seconds, 0) // 60}:{max(seconds, 0) % 60:02}"


def _within(share: float) -> float:
    return min(max(share, 0), 1)
