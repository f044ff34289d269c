"""The words of a report in English."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from app.delegates.registration import Status
from app.outcomes.outcome import Answer, OutcomeKind
from app.outcomes.report.terms import AboutApplications, Findings, Labels, Lists, Notes, Terms

_FINDINGS: Final = Findings(
    people=(
        "{came} of {applied} delegates was checked in, and {met} met somebody.",
        "{came} of {applied} delegates were checked in, and {met} met somebody.",
    ),
    meetings=(
        "{held} of {planned} planned meetings was held, {lost} lost.",
        "{held} of {planned} planned meetings were held, {lost} lost.",
    ),
    meetings_open=(
        "{held} of {planned} planned meetings was held, {lost} lost, {open} still open.",
        "{held} of {planned} planned meetings were held, {lost} lost, {open} still open.",
    ),
    no_meeting="No meeting was planned.",
    kinds=(
        "{names} meetings were the most frequent: {held} held.",
        "{names} meetings were equally frequent: {held} held each.",
    ),
    most=("{names} had the most meetings: {number} held.",) * 2,
    each=("{names} had the most meetings: {number} held each.",) * 2,
    level="{count} share the lead, with {number} held each.",
    none_held="No meeting of these was held.",
    tables="Most tables were in use {when}: {used} of {open}.",
    no_table="No table was in use.",
    shares=(
        "{full} of {people} delegates had every meeting that was planned for them.",
        "{full} of {people} delegates had every meeting that was planned for them.",
    ),
    requests=(
        "{met} of {all} requests to meet led to a meeting that was held.",
        "{met} of {all} requests to meet led to a meeting that was held.",
    ),
    outcomes=(
        "Most often, meetings led to {names} ({most}){missing}.",
        "Most often, meetings led to {names} ({most} each){missing}.",
    ),
    outcomes_level="{count} are equally frequent ({most} each){missing}.",
    no_outcome="No meeting is recorded to have led anywhere{missing}.",
    not_recorded=("; {number} is not recorded", "; {number} are not recorded"),
    answers=(
        "After {possible} of {all} meetings with a short answer, cooperation is possible.",
        "After {possible} of {all} meetings with a short answer, cooperation is possible.",
    ),
    programmes="{names}: named most, for {most} of {all} joint proposals.",
    programmes_level="{number} programmes are named equally often.",
    no_programme="No programme is named for the {all} joint proposals.",
    interest="Interest is {mean} of 5 on average; {high} of {all} answers say 4 or 5.",
)
_LABELS: Final = Labels(
    applied="Applied",
    accepted="Accepted",
    checked_in="Checked in",
    met="Met somebody",
    planned="Planned",
    held="Held",
    lost="lost",
    lost_by_host="Host did not come",
    lost_by_guest="Guest did not come",
    lost_by_both="Nobody came",
    running="Running",
    ahead="Still ahead",
    key_open="Running or still ahead",
    not_recorded="Not recorded",
    not_said="Not said",
    unprintable="Not printable",
    in_use="In use",
    tables_open="Open, not in use",
    requests_met="Met",
    requests_open="Not met",
    without_kind="No kind named",
    no_programme="Not named",
    shares=("All of them", "Three quarters or more", "Half or more", "Less than half", "None"),
    outcomes=MappingProxyType(
        {
            OutcomeKind.JOINT_PROPOSAL: "Joint proposal",
            OutcomeKind.JOINT_EVENT: "Joint event",
            OutcomeKind.AGREEMENT: "Cooperation agreement",
            OutcomeKind.LEAD: "Business lead",
            OutcomeKind.NONE: "Nothing",
        }
    ),
    led_to=MappingProxyType(
        {
            OutcomeKind.JOINT_PROPOSAL: "a joint proposal",
            OutcomeKind.JOINT_EVENT: "a joint event",
            OutcomeKind.AGREEMENT: "a cooperation agreement",
            OutcomeKind.LEAD: "a business lead",
        }
    ),
    answers=MappingProxyType(
        {
            Answer.POSSIBLE: "Cooperation possible",
            Answer.INFORMATIVE: "Informative, no cooperation planned",
            Answer.INSUFFICIENT: "Insufficient interest",
        }
    ),
    delegates=("delegate", "delegates"),
    organisations=("organisation", "organisations"),
    countries=("country", "countries"),
    meetings_held=("meeting held", "meetings held"),
    of_planned="of {planned} planned",
    clusters_came=("cluster took part", "clusters took part"),
    organisations_came=("organisation took part", "organisations took part"),
    to_follow_up=("to follow up", "to follow up"),
    unrecorded=("not recorded", "not recorded"),
)
_NOTES: Final = Notes(
    more=("and {number} more", "and {number} more"),
    cancelled=("{number} more was cancelled.", "{number} more were cancelled."),
    moved=(
        "{number} was moved to another time or table.",
        "{number} were moved to another time or table.",
    ),
    recovered=(
        "{number} of those held was moved or arranged at short notice.",
        "{number} of those held were moved or arranged at short notice.",
    ),
    busiest="Each column is the busiest of {number} slots.",
    waiting=(
        "Once a delegate waited for somebody who did not come, for {minutes} minutes.",
        "{number} times a delegate waited for somebody who did not come, {minutes} minutes in all.",
    ),
    nobody_waited="Nobody waited in vain.",
    let_down=(
        "No delegate lost more than one meeting through others; {people} lost one.",
        "No delegate lost more than {number} meetings through others; {people} lost as many.",
    ),
    nobody_let_down="No delegate lost a meeting through others.",
    two_outcomes="A meeting counts for each kind that came of it.",
)
_LISTS: Final = Lists(
    absent=("{number} applied and could not come.", "{number} applied and could not come."),
    not_there=("{number} was not there on that day.", "{number} were not there on that day."),
    nobody_absent="All that applied took part.",
    nobody_missing="All that had a place took part.",
    placeless=("{number} applied and had no place.", "{number} applied and had no place."),
    party="Who",
    why="Application",
    would_have_met="Would have met",
    asked_for="asked for {names}",
    nobody="Nobody yet",
    steps=("{number} next step was agreed.", "{number} next steps were agreed."),
    no_steps="No next step is recorded.",
    on="Until",
    by="Who",
    meeting="Meeting",
    what="What",
    no_date="No date",
    more_absent=(
        "{number} more party stands in the separate follow-up list.",
        "{number} more parties stand in the separate follow-up list.",
    ),
    more_steps=(
        "{number} more step stands in the separate follow-up list.",
        "{number} more steps stand in the separate follow-up list.",
    ),
    statuses=MappingProxyType(
        {
            Status.ACCEPTED: "accepted, did not come",
            Status.WITHDRAWN: "withdrew",
            Status.DECLINED: "declined",
            Status.WAITING: "on the waiting list",
            Status.RECEIVED: "not decided",
        }
    ),
)
_APPLICATIONS: Final = AboutApplications(
    title=(
        "{number} application, {accepted} accepted, {came} here.",
        "{number} applications, {accepted} accepted, {came} here.",
    ),
    heads=(
        *("Delegation", "Applied", "Accepted", "Declined"),
        *("Waiting list", "Withdrew", "Undecided", "Came"),
    ),
    all_="All",
    more=("{number} more delegation.", "{number} more delegations."),
)
ENGLISH: Final = Terms(
    report="Closing report",
    day_report="Report of {day}",
    follow_ups="Follow-up list",
    page="Page {page} of {of}",
    printed="Printed {when}",
    stamp="d MMM y",
    long_day="EEEE d MMMM",
    short_day="EEE d MMM",
    table_day="d MMM y",
    clock="at {clock}",
    clock_of_day="at {clock} on {day}",
    sections=("Who met", "How it ran", "What came of it", "What is left to do"),
    groups=MappingProxyType(
        {
            "kinds": ("kind of outcome", "kinds of outcome"),
            "days": ("day", "days"),
            "delegations": ("delegation", "delegations"),
            "countries": ("country", "countries"),
            "sectors": ("sector", "sectors"),
            "organisations": ("organisation", "organisations"),
        }
    ),
    findings=_FINDINGS,
    labels=_LABELS,
    notes=_NOTES,
    lists=_LISTS,
    applications=_APPLICATIONS,
    sessions=(
        "Around the meetings: one session (booked: {booked}, came: {came}).",
        "Around the meetings: {number} sessions (booked: {booked}, came: {came}).",
    ),
)
