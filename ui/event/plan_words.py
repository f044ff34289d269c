"""The words of planning on screen, beside those that the command line has as well."""

from __future__ import annotations

from app.meetings.counts import MeetingCounts
from app.meetings.plan_told import Compared
from app.meetings.planning import PlanMade, PlanProgress
from app.meetings.plans import Accepted
from app.meetings.worth import HIGHEST, LOWEST, Rules
from app.progress import Progress
from ui.event.words import listed, rows_words

_PHASES = {
    "worth": "Placing as much as there is room for.",
    "bound": "Counting what is possible at most.",
    "shares": "Seeing that nobody goes without, where somebody else has plenty.",
    "gaps": "Closing gaps between the meetings of a delegate.",
    "tables": "Choosing tables, so that people walk little.",
    "help": "Looking for what would place more.",
}


def rest_words(counts: MeetingCounts) -> str:
    """Say which requests are neither planned nor open."""
    said = []
    if counts.not_coming:
        said.append(f"{counts.not_coming:,} of people who do not come")
    if counts.cancelled:
        said.append(f"{counts.cancelled:,} cancelled")
    return f"Requests left out: {listed(said)}." if said else ""


def last_plan_words(counts: MeetingCounts) -> str:
    """Say how good the plan is that was accepted last."""
    if counts.worth is None or counts.bound is None:
        return ""
    return f"The plan accepted last is worth {counts.worth:,} of at most {counts.bound:,}."


def progress_words(progress: Progress) -> str:
    """Say how good the plan is so far."""
    if not isinstance(progress, PlanProgress):
        return f"{progress.done:,} of {progress.total:,} written"
    return f"{progress.done / progress.total:.0%}".replace("%", " %")


def phase_words(progress: PlanProgress) -> str:
    """Say what the planner does just now."""
    return _PHASES.get(progress.phase, "Looking for a plan.")


def to_plan_words(counts: MeetingCounts) -> str:
    """Say what a plan will look at."""
    wanted = rows_words(counts.open, "request is open", "requests are open")
    if not counts.meetings:
        return f"{wanted}. Nothing is planned yet."
    planned = rows_words(counts.meetings, "meeting is planned", "meetings are planned")
    return f"{wanted}, {planned}."


def rules_words(rules: Rules) -> str:
    """Say what plans keep to."""
    limits = []
    if rules.most_meetings is not None:
        limits.append(f"at most {rows_words(rules.most_meetings, 'meeting', 'meetings')} each")
    if rules.most_in_row is not None:
        limits.append(f"at most {rules.most_in_row:,} in a row")
    said = listed(limits) if limits else "no limit of meetings"
    return f"Rules: {said}. {worth_words(rules)}"


def worth_words(rules: Rules) -> str:
    """Say what counts for more than what."""
    both = rules.worth(mutual=True, priority=LOWEST)
    alone = rules.worth(mutual=False, priority=HIGHEST)
    if both > alone:
        return "A meeting that both want counts for more than any other."
    if both == alone:
        return "A meeting that both want counts for as much as one of the highest priority."
    return "A high priority counts for more than that both want a meeting."


def headline(made: PlanMade) -> str:
    """Say how much is placed of what can be."""
    figures = made.figures
    if not figures.wanted:
        return "Nothing is to be planned"
    return f"{figures.placed:,} of at most {made.most_placed:,} placed"


def verdict(made: PlanMade) -> str:
    """Say how good that is, and what is so already."""
    figures = made.figures
    if not figures.wanted:
        return "No request is open. Import requests, then plan."
    wanted = f"{rows_words(figures.wanted, 'meeting is', 'meetings are')} wanted."
    if made.stopped:
        return f"{wanted} Planning was stopped: this is the best until then. Nothing is kept yet."
    if figures.worth >= figures.bound:
        return f"{wanted} No plan places more worth. Nothing is kept yet."
    return f"{wanted} Nothing is kept yet."


def change_title(compared: Compared) -> str:
    """Say how many people a plan concerns."""
    people = len(compared.people)
    if not people:
        return "Nobody's schedule would change"
    if compared.is_first:
        return f"{rows_words(people, 'person', 'people')} would get a schedule"
    return f"{rows_words(people, 'person', 'people')} would have another schedule"


def change_counts(compared: Compared) -> str:
    """Count the meetings that are new, moved, taken out, and as they are."""
    counts = {
        "new": len(compared.added),
        "moved": len(compared.moved),
        "taken out": len(compared.taken_out),
        "as they are": compared.unchanged,
    }
    said = [f"{count:,} {word}" for word, count in counts.items() if count]
    return f"Meetings: {', '.join(said)}." if said else "No meeting is planned."


def accepted_words(accepted: Accepted) -> str:
    """Say what was accepted."""
    counts = {"new": accepted.added, "moved": accepted.moved, "taken out": accepted.taken_out}
    said = [f"{count:,} {word}" for word, count in counts.items() if count]
    return f"The plan was accepted: {listed(said) if said else 'nothing changed'}."
