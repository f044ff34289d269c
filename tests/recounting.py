"""Counts an exported workbook again, by pandas and from its rows alone.

``recounted`` knows nothing of the figures of the program; ``as_recounted`` names these in the same
way, so that both can be compared.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pandas as pd

from app.outcomes.figures import Figures, Participation, Turnout
from app.outcomes.tally import COUNTS, Tally

Counts = dict[str, int]

_AS = {
    "Joint proposal": "joint_proposal",
    "Joint event": "joint_event",
    "Cooperation agreement": "cooperation_agreement",
    "Business lead": "business_lead",
}


def recounted(workbook: Path) -> Counts:
    """Count people, meetings, outcomes and follow-ups from the rows of a workbook."""
    sheets = read(workbook)
    found = _people(sheets) | _meetings(sheets["meetings"]) | _outcomes(sheets["outcomes"])
    found["follow_ups"] = sheets["follow-ups"]["Meeting"].nunique()
    waited = sheets["no-shows"][sheets["no-shows"]["Missing"] != "both"]
    found["waiting_times"] = int(waited["Times"].sum())
    found["waiting_minutes"] = int(waited["Minutes"].sum())
    return found


def as_recounted(figures: Figures) -> Counts:
    """Name the figures of the program as ``recounted`` does."""
    found = {
        f"{stage.name}_{count.name}": getattr(getattr(figures.people, stage.name), count.name)
        for stage in fields(Participation)
        if stage.name in {"applied", "accepted", "checked_in", "met"}
        for count in fields(Turnout)
    }
    found |= _named(figures.meetings, "")
    for kind, tally in figures.by.kinds.items():
        found |= _named(tally, f"{kind}_")
    found |= {f"outcome_{kind}": number for kind, number in figures.outcomes.items()}
    for interest, number in enumerate(figures.interest.answers, start=1):
        found[f"interest_{interest}"] = number
    found["follow_ups"] = figures.follow_ups
    found["waiting_times"] = figures.waiting.times
    found["waiting_minutes"] = figures.waiting.minutes
    return found


def read(workbook: Path) -> dict[str, pd.DataFrame]:
    """Read every sheet; blanks are blank texts."""
    sheets = pd.read_excel(workbook, sheet_name=None, engine="calamine", keep_default_na=False)
    return {str(name): sheet for name, sheet in sheets.items()}


def _named(tally: Tally, before: str) -> Counts:
    return {f"{before}{count}": getattr(tally, count) for count in COUNTS}


def _people(sheets: dict[str, pd.DataFrame]) -> Counts:
    people = sheets["delegates"][sheets["delegates"]["Place taken by"] == ""].copy()
    country = sheets["organisations"].set_index("Id")["Country"].to_dict()
    own = people["Organisation id"].map(country).fillna("")
    people["Country"] = people["Country"].where(people["Country"] != "", own)
    people["For"] = people["Organisation id"].where(
        people["Organisation id"] != "", people["Delegate id"]
    )
    stages = {
        "applied": people,
        "accepted": people[people["Status"] == "accepted"],
        "checked_in": people[people["Came on"] != ""],
        "met": people[people["Held"] > 0],
    }
    return {
        f"{stage}_{name}": count(of)
        for stage, of in stages.items()
        for name, count in _TURNOUT.items()
    }


_TURNOUT: dict[str, Callable[[pd.DataFrame], int]] = {
    "delegates": len,
    "organisations": lambda people: int(people["For"].nunique()),
    "countries": lambda people: int(people.loc[people["Country"] != "", "Country"].nunique()),
}


def _meetings(meetings: pd.DataFrame) -> Counts:
    found = _tally(meetings, "")
    for kind, of_kind in meetings.groupby("Kind"):
        found |= _tally(of_kind, f"{kind}_")
    return found


def _tally(meetings: pd.DataFrame, before: str) -> Counts:
    state, missing = meetings["State"], meetings["Missing"]
    outcome, lost = meetings["Outcome"], meetings["State"] == "no_show"
    wanted = state != "cancelled"
    rows = {
        "arranged": state != "",
        "held": state == "held",
        "running": state.isin(["running", "late"]),
        "ahead": state.isin(["planned", "called"]),
        "lost_by_host": lost & (missing == "host"),
        "lost_by_guest": lost & (missing == "guest"),
        "lost_by_both": lost & (missing == "both"),
        "cancelled": ~wanted,
        "moved": meetings["Moved"].astype(bool),
        "recovered": meetings["Recovered"].astype(bool),
        "recorded": wanted & outcome.isin(["recorded", "not held"]),
        "not_recorded": wanted & (outcome == "not recorded"),
    }
    return {f"{before}{count}": int(of.sum()) for count, of in rows.items()}


def _outcomes(outcomes: pd.DataFrame) -> Counts:
    told = outcomes[outcomes["Side"] != ""]
    found = {
        f"outcome_{kind}": told.loc[told[name] == True, "Meeting"].nunique()  # noqa: E712 - cells
        for name, kind in _AS.items()
    }
    nothing = set(told.loc[told["None"] == True, "Meeting"])  # noqa: E712
    for name in _AS:
        nothing -= set(told.loc[told[name] == True, "Meeting"])  # noqa: E712
    found["outcome_none"] = len(nothing)
    for interest in range(1, 6):
        found[f"interest_{interest}"] = int((told["Interest"] == interest).sum())
    return found
