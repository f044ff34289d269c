"""What the card has taught, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ui.scanner.bursts import End, Pace
from ui.scanner.layouts import Keyboard, Lesson

TITLE = "Scanner test"
ADVICE = (
    (
        "Open the scanner test in Matchdesk and scan this code once. It tells whether the scanner "
        "and the keyboard of this computer work together, and learns what the keyboard changes."
    ),
    (
        "Set the scanner by the codes in its manual: USB keyboard, US layout, Enter at the end, "
        "no delay between letters, control characters off."
    ),
)
NOTHING_HAPPENS = (
    "Nothing happens? Set the scanner by the codes in its manual: USB keyboard, US layout, Enter "
    "at the end."
)
WAITING = "Waiting for a scan"
FORGOTTEN = "What was learnt is forgotten. Letters are taken as they arrive."


class Verdict(StrEnum):
    """How well a scanner and this keyboard go together."""

    WELL = "well"
    LEARNT = "learnt"
    BADGES_ONLY = "badges only"
    TOO_SLOW = "too slow"
    BADGE = "badge"
    UNREADABLE = "unreadable"


HEADINGS = {
    Verdict.WELL: "The scanner reads well.",
    Verdict.LEARNT: "The scanner reads well, now that its letters are learnt.",
    Verdict.BADGES_ONLY: "The scanner reads badges, but not every ticket.",
    Verdict.TOO_SLOW: "The scanner is too slow.",
    Verdict.BADGE: "This is a badge. Scan the card.",
    Verdict.UNREADABLE: "The scan could not be read.",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, and whether it is fine so or wants something done."""

    text: str
    fine: bool = True


A_BADGE = (
    Told("Nothing was learnt, and nobody was checked in."),
    Told("The badge was read well. What happens to tickets, only the card can tell."),
)
NOT_THE_CARD = (
    Told(
        "What arrived is not this code. Nothing was learnt. Scan it again.",
        fine=False,
    ),
    Told(
        "If it stays so, set the scanner to the US layout by the codes in its manual, "
        "and switch its control characters off.",
        fine=False,
    ),
)
_KEYBOARDS = {
    Keyboard.SAME: "The keyboard types the same letters as the scanner.",
    Keyboard.AZERTY: "The keyboard is French or Belgian. The letters of badges are the same on it.",
    Keyboard.QWERTZ: "The keyboard has Y and Z the German way round. Badges have neither.",
    Keyboard.TURKISH: "The keyboard is Turkish. Its dotless ı is read as i.",
    Keyboard.GREEK: "The keyboard is Greek. Its letters are learnt.",
    Keyboard.CYRILLIC: "The keyboard is Cyrillic. Its letters are learnt.",
    Keyboard.OTHER: "The keyboard has letters of its own. They are learnt.",
}
_ENDS = {
    End.ENTER: "The scanner sends Enter at the end.",
    End.TAB: "The scanner sends Tab at the end. That is fine.",
    End.SILENCE: (
        "The scanner sends no Enter at the end. A scan is known by the pause after it; "
        "with Enter it would be a little faster."
    ),
}


def verdict(lesson: Lesson) -> Verdict:
    """Judge a scan of the card."""
    if lesson.gap > Pace().badge_steady:
        return Verdict.TOO_SLOW
    if not lesson.tickets or lesson.gap > Pace().steady:
        return Verdict.BADGES_ONLY
    return Verdict.LEARNT if lesson.layout.pairs else Verdict.WELL


def told(lesson: Lesson) -> tuple[Told, ...]:
    """Say what a scan of the card has shown, the most important first."""
    return tuple(_sentences(lesson))


def _sentences(lesson: Lesson) -> Iterator[Told]:
    yield _pace(lesson.gap)
    if verdict(lesson) is Verdict.TOO_SLOW:
        return
    yield Told(_KEYBOARDS[lesson.keyboard])
    if not lesson.tickets:
        yield Told(
            "Some letters or digits of tickets are lost on it. Read tickets with the camera, "
            "or switch this computer to another keyboard layout and test again.",
            fine=False,
        )
    elif lesson.digits_differ:
        yield Told("Digits arrive as other signs. They are learnt too, for tickets.")
    if lesson.caps_lock:
        yield Told("Caps Lock is on. That is fine.")
    yield Told(_ENDS[lesson.end])


def _pace(gap: float) -> Told:
    pace = f"The scanner types a letter every {gap:.0f} ms"
    if gap > Pace().badge_steady:
        return Told(
            f"{pace}, which can't be told from a person's typing. Nothing was learnt. Set the "
            "delay between letters to none by the codes in its manual, then scan again.",
            fine=False,
        )
    if gap > Pace().steady:
        return Told(
            f"{pace}. That will do for badges; tickets need a shorter delay between letters.",
            fine=False,
        )
    return Told(f"{pace}. That is fast enough.")
