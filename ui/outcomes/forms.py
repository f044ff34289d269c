"""What is typed of a meeting, over what is kept of it, and what saving that means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.floor.states import Missing
from app.outcomes.outcome import Answer, Outcome, OutcomeKind, Side, Told

NOTHING = Outcome()


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and is not saved: whole answers by side, or who did not come.

    ``side`` is whose answer is shown, if somebody chose that. ``unread_day`` is what was typed for
    a day and is none.
    """

    side: Side | None = None
    said: Mapping[Side, Outcome] = field(default_factory=dict)
    missing: Missing | None = None
    unread_day: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A side's answer is to be noted."""

    side: Side
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class TakeOut:
    """A side's answer is to be taken out."""

    side: Side


@dataclass(frozen=True, slots=True)
class Miss:
    """It is to be noted who did not come."""

    missing: Missing


Order = Record | TakeOut | Miss


@dataclass(frozen=True, slots=True)
class Form:
    """A meeting as the card shows it. Each change gives another draft, and the form stays.

    ``kept`` are the answers that stand, ``missed`` who is known not to have come.
    """

    kept: Mapping[Side, Outcome]
    missed: Missing | None
    draft: Draft = field(default_factory=Draft)

    @classmethod
    def of(cls, told: Iterable[Told], missed: Missing | None, draft: Draft) -> Form:
        """Give it of what was told, the last answer of a side if there are several."""
        return cls({each.side: each.outcome for each in told}, missed, draft)

    @property
    def side(self) -> Side:
        """Whose answer is shown: the one that was chosen, or the first that there is."""
        if self.draft.side is not None:
            return self.draft.side
        return next((side for side in Side if side in self.kept), Side.TOGETHER)

    @property
    def outcome(self) -> Outcome:
        """The answer of this side, as it is by now."""
        return self.of_side(self.side)

    def of_side(self, side: Side) -> Outcome:
        """Give the answer of a side, with what was typed."""
        return self.draft.said.get(side) or self.kept.get(side, NOTHING)

    @property
    def answers(self) -> Mapping[Side, Outcome]:
        """What each side says, if it says anything, with what was typed."""
        said = {side: self.of_side(side) for side in Side}
        return {side: outcome for side, outcome in said.items() if not outcome.says_nothing}

    @property
    def kinds(self) -> frozenset[OutcomeKind]:
        """Give all that came of it by any answer; ``NONE`` only if no answer says more."""
        kinds = frozenset(kind for each in self.answers.values() for kind in each.kinds)
        return kinds - {OutcomeKind.NONE} or kinds

    @property
    def missing(self) -> Missing | None:
        """Who did not come, if that is so; whoever says what came of it says that both did."""
        return self.draft.missing or (None if self.answers else self.missed)

    @property
    def is_unsaved(self) -> bool:
        """Tell whether something was typed that is not kept."""
        return bool(self.draft.unread_day) or any(True for _ in self.orders())

    def orders(self) -> Iterator[Order]:
        """Yield what saving does."""
        missing = self.draft.missing
        if missing is not None:
            if missing is not self.missed or self.kept:
                yield Miss(missing)
            return
        for side, outcome in self.draft.said.items():
            before = self.kept.get(side, NOTHING)
            if outcome.says_nothing and not before.says_nothing:
                yield TakeOut(side)
            elif outcome != before:
                yield Record(side, outcome)

    @property
    def _is_to_miss(self) -> bool:
        """Tell whether who did not come hides what was said: to say it again then means it."""
        return self.draft.missing is not None

    def with_kind(self, kind: OutcomeKind) -> Draft:
        """Say that it led to this, or not after all. Nothing came of it, or something did."""
        said, alone = self.outcome.kinds, {OutcomeKind.NONE}
        kinds = said | {kind} if self._is_to_miss else said ^ {kind}
        if kind in kinds:
            kinds = kinds & alone if kind is OutcomeKind.NONE else kinds - alone
        programme = self.outcome.programme if OutcomeKind.JOINT_PROPOSAL in kinds else ""
        return self.with_said(kinds=kinds, programme=programme)

    def with_interest(self, interest: int) -> Draft:
        """Say how great the interest is; said again, nothing."""
        is_again = self.outcome.interest == interest and not self._is_to_miss
        return self.with_said(interest=None if is_again else interest)

    def with_answer(self, answer: Answer) -> Draft:
        """Say in short what came of it; said again, nothing."""
        is_again = self.outcome.answer is answer and not self._is_to_miss
        return self.with_said(answer=Answer.UNSAID if is_again else answer)

    def with_said(self, **fields: Any) -> Draft:
        """Say other things for the side that is shown: fields of ``Outcome``."""
        outcome = replace(self.outcome, **fields)
        return replace(self.draft, said={**self.draft.said, self.side: outcome}, missing=None)

    def with_missing(self, missing: Missing) -> Draft:
        """Say who did not come; said again, leave that open."""
        is_typed = self.draft.missing is missing
        return replace(self.draft, missing=None if is_typed else missing)

    def with_side(self, side: Side) -> Draft:
        """Show the answer of another side."""
        return replace(self.draft, side=side)
