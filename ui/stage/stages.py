"""What the clock can be for: the speeches of today, or its rounds at mixed tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.icebreaking.keeping import Icebreaking
from app.journal.journal import Changes, Journal
from app.journal.undo import undo
from app.speeches.speaking import Speaking
from ui.common.times import Times
from ui.stage.faces import of_rounds, of_speeches
from ui.stage.window import Shown


@dataclass(frozen=True, slots=True)
class SpeechStage:
    """Leads through today's speeches."""

    journal: Journal
    times: Times
    title: str = "Speeches"

    @property
    def acts(self) -> tuple[tuple[str, str, Callable[[], Any]], ...]:
        """Go on, skip whoever would be next, or take the last thing back."""
        return (
            ("Next speaker", "Right", self._go_on),
            ("Skip who is next", "S", self._skip),
            ("Undo", "Ctrl+Z", lambda: undo(self.journal)),
        )

    def read(self) -> Shown:
        """Read who speaks in which order."""
        speaking, day = Speaking(self.journal), self.times.today()
        speeches, told = speaking.of_day(day)
        times = self.times
        return lambda: of_speeches(speeches, told, times.clock(), times.of_day)

    def concerns(self, changes: Changes) -> bool:
        """Tell whether speeches, or who is here, may be otherwise."""
        return not changes.models.isdisjoint({"SpeechRound", "SpeechTurn", "CheckIn"})

    def _go_on(self) -> None:
        Speaking(self.journal).go_on(self.times.today())

    def _skip(self) -> None:
        speaking, day = Speaking(self.journal), self.times.today()
        following = speaking.now(day).next
        if following is not None:
            speaking.skip(day, following.who.id)


@dataclass(frozen=True, slots=True)
class RoundStage:
    """Shows the rounds of today as they run."""

    journal: Journal
    times: Times
    title: str = "Rounds"

    @property
    def acts(self) -> tuple[tuple[str, str, Callable[[], Any]], ...]:
        """Rounds run by the clock alone."""
        return ()

    def read(self) -> Shown:
        """Read when the rounds are."""
        kept = Icebreaking(self.journal).of_day(self.times.today())
        times = self.times
        return lambda: of_rounds(kept, times.clock(), times.of_day)

    def concerns(self, changes: Changes) -> bool:
        """Tell whether rounds may be otherwise."""
        return "Icebreaker" in changes.models
