"""Which answers an event asks for after its meetings, and in which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.event.facts import event_facts
from app.floor.states import Missing
from app.journal.journal import Journal, Unit
from app.outcomes.deeds import AnswersChosen
from app.outcomes.outcome import Answer, OutcomeKind
from db.models import Event


class Preset(StrEnum):
    """A set of answers by its name."""

    BOTH = "both"
    """What came of it by kind, or in short."""
    KINDS = "kinds"
    PLATFORM = "platform"
    """The four answers that platforms ask for."""


@dataclass(frozen=True, slots=True)
class AnswerSet:
    """What is asked for, with its words, in the order it is asked.

    ``took_place`` has who did not come, and under nothing that it was held. What is not asked for
    can be recorded all the same: people write on a form what they like.
    """

    preset: Preset
    took_place: Mapping[Missing | None, str]
    kinds: Mapping[OutcomeKind, str]
    in_short: Mapping[Answer, str]

    @property
    def asks_programme(self) -> bool:
        """Tell whether the programme of a proposal is asked for."""
        return OutcomeKind.JOINT_PROPOSAL in self.kinds


_TOOK_PLACE: Final[Mapping[Missing | None, str]] = MappingProxyType(
    {
        None: "Held",
        Missing.HOST: "Host did not come",
        Missing.GUEST: "Guest did not come",
        Missing.BOTH: "Nobody came",
    }
)
_KINDS: Final[Mapping[OutcomeKind, str]] = MappingProxyType(
    {
        OutcomeKind.JOINT_PROPOSAL: "Joint proposal",
        OutcomeKind.JOINT_EVENT: "Joint event",
        OutcomeKind.AGREEMENT: "Cooperation agreement",
        OutcomeKind.LEAD: "Business lead",
        OutcomeKind.NONE: "None",
    }
)
_IN_SHORT: Final[Mapping[Answer, str]] = MappingProxyType(
    {
        Answer.INSUFFICIENT: "Insufficient interest",
        Answer.INFORMATIVE: "Informative, no cooperation planned",
        Answer.POSSIBLE: "Cooperation possible",
    }
)
# Platforms do not ask who was missing. Whoever knows can say so: the side that came has waited.
_OF_PLATFORMS: Final[Mapping[Missing | None, str]] = MappingProxyType(
    {**_TOOK_PLACE, Missing.BOTH: "Did not take place"}
)
_NO_KINDS: Final[Mapping[OutcomeKind, str]] = MappingProxyType({})
_NOT_IN_SHORT: Final[Mapping[Answer, str]] = MappingProxyType({})

ANSWER_SETS: Final[Mapping[Preset, AnswerSet]] = MappingProxyType(
    {
        each.preset: each
        for each in (
            AnswerSet(Preset.BOTH, _TOOK_PLACE, _KINDS, _IN_SHORT),
            AnswerSet(Preset.KINDS, _TOOK_PLACE, _KINDS, _NOT_IN_SHORT),
            AnswerSet(Preset.PLATFORM, _OF_PLATFORMS, _NO_KINDS, _IN_SHORT),
        )
    }
)
"""Every set by its name."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Tells what the event asks for, and changes it."""

    journal: Journal

    def asked(self) -> AnswerSet:
        """Give what the event asks for: both, until somebody chooses."""
        with self.journal.reading() as session:
            return answers_asked(session)

    def choose(self, preset: Preset) -> AnswerSet:
        """Ask for the answers of a preset from now on. What was recorded stays."""
        with self.journal.writing(Unit(uuid4())) as pen:
            before = answers_asked(pen.session).preset
            if before is not preset:
                event = event_facts(pen.session).id
                values = ({"answers": str(each)} for each in (preset, before))
                pen.write(AnswersChosen(event, *values))
        return ANSWER_SETS[preset]


def answers_asked(session: Session) -> AnswerSet:
    """Give what the event asks for."""
    query = select(Event.answers).where(Event.alive).order_by(Event.stamp)
    return ANSWER_SETS[Preset(session.scalars(query).first() or Preset.BOTH)]
