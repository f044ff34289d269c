"""What the rules of the floor mean, in words."""

from __future__ import annotations

from app.floor.rules import FloorRules


def soon_words(rules: FloorRules) -> str:
    """Say when a meeting needs attention before it starts."""
    if not rules.soon_minutes:
        return "Whoever has not checked in needs your attention once their meeting runs."
    minutes = f"{rules.soon_minutes} min"
    return f"A side that has not checked in needs your attention {minutes} before their start."


def freeze_words(rules: FloorRules) -> str:
    """Say what no proposal moves."""
    if not rules.freeze_minutes:
        return "Proposals may move each meeting that has not begun."
    within = f"within {rules.freeze_minutes} min"
    return f"Proposals move nothing that starts {within}. You still can, by hand."


def left_words(rules: FloorRules) -> str:
    """Say until when somebody new is sent to a slot that runs."""
    if rules.left_minutes is None:
        least = "a third of it is left, and 5 min at least"
    elif not rules.left_minutes:
        return "Somebody may be sent to a new meeting in a slot until it ends."
    else:
        least = f"at least {rules.left_minutes} min of it are left"
    return f"Somebody is sent to a new meeting in a slot that runs only while {least}."
