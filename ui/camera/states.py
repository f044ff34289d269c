"""What the camera panel says of its camera."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType


class State(Enum):
    """How it stands with the camera."""

    OFF = auto()
    ASKING = auto()
    REFUSED = auto()
    NO_CAMERA = auto()
    STARTING = auto()
    NO_PICTURE = auto()
    WATCHING = auto()
    TAKEN = auto()
    SEVERAL = auto()

    @property
    def has_picture(self) -> bool:
        """Tell whether there is something to look at, or about to be."""
        return self in (State.STARTING, State.WATCHING, State.TAKEN, State.SEVERAL)

    @property
    def is_allowed(self) -> bool:
        """Tell whether the camera is wanted, in view, and the system lets us use it."""
        return self not in (State.OFF, State.ASKING, State.REFUSED)


@dataclass(frozen=True, slots=True)
class Saying:
    """A state as icon, colour and sentence."""

    icon: str
    colour: str
    words: str


SAYINGS: Mapping[State, Saying] = MappingProxyType(
    {
        State.OFF: Saying("camera-off", "text-3", "The camera is off."),
        State.ASKING: Saying(
            "circle-question-mark",
            "text-2",
            "The system asks whether Matchdesk may use the camera. Allow it there.",
        ),
        State.REFUSED: Saying(
            "ban",
            "bad-text",
            "This computer does not let Matchdesk use the camera. Allow it in the system's"
            " privacy settings, then switch the camera off and on again.",
        ),
        State.NO_CAMERA: Saying(
            "camera-off",
            "warn-text",
            "No camera is connected. Plug one in, or use a scanner.",
        ),
        State.STARTING: Saying("clock", "text-2", "The camera is starting…"),
        State.NO_PICTURE: Saying(
            "triangle-alert",
            "warn-text",
            "The camera gives no picture; another program may be using it. Close that program,"
            " then switch the camera off and on again.",
        ),
        State.WATCHING: Saying(
            "scan-line", "text-2", "Hold a badge so that its code is in the picture."
        ),
        State.TAKEN: Saying("circle-check", "ok-text", "Read."),
        State.SEVERAL: Saying(
            "triangle-alert",
            "warn-text",
            "Several codes are in view. Hold up one badge, close to the camera.",
        ),
    }
)
"""What is so, then what to do."""
