"""What the forms of the pane ask for, and what the answers mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from app.delegates.countries import country_of
from app.delegates.describing import OrganisationWords
from app.delegates.detail import DelegateDetail
from app.delegates.groups import same_name
from app.delegates.orders import PersonOrder
from app.delegates.profiles import OrganisationFacts
from app.delegates.reading.names import split
from app.delegates.reading.several import as_further, further_named, lines_of
from app.delegates.registration import LONGEST_SHORT_NAME, Kind
from app.delegates.short_names import short_name
from ui.common.times import day_words
from ui.delegates.forms import Field, FormPlan, Sort, Values, choices
from ui.delegates.words import KIND_WORDS, STATUS_WORDS, country_words

_FURTHER = "Also stands for, one a line: Name [function]"
_EVERY_DAY = "Every day"


def edit_plan(detail: DelegateDetail, days: Sequence[date]) -> FormPlan:
    """Ask for everything that a desk may say of a person."""
    person, more = detail.person, detail.more
    kinds = tuple(choices(KIND_WORDS, blank="Nobody said"))
    return FormPlan(
        "Edit",
        "The badge code stays good. A blank clears the field.",
        (
            Field("given_name", "Given name", value=person.given_name),
            Field("family_name", "Family name", value=person.family_name),
            Field("organisation", "Organisation", value=person.organisation),
            Field("function", "Function", value=person.function),
            Field("email", "E-mail", value=person.email),
            Field("phone", "Phone", value=person.phone),
            Field("country", "Country", value=country_words(person.country)),
            Field("city", "City", value=more.city),
            Field("delegation", "Delegation", value=person.delegation),
            Field("kind", "Kind of organisation", Sort.CHOICE, detail.row.kind, kinds),
            Field("badge_type", "Badge type", value=person.badge_type),
            Field("sectors", "Sectors, with commas", value=", ".join(more.sectors)),
            Field("seeks", "Seeks", Sort.TEXT, more.seeks),
            Field("offers", "Offers", Sort.TEXT, more.offers),
            *_in_sectors(detail),
            Field(
                "further",
                _FURTHER,
                Sort.TEXT,
                further_of(detail),
            ),
            Field("days", "Comes on", Sort.CHOICE, ",".join(person.days), _days(days, person.days)),
            Field("attention", "Look out for", value=person.attention),
            Field("note", "Note", Sort.TEXT, person.note),
        ),
        check=_check_person,
    )


def _in_sectors(detail: DelegateDetail) -> Iterator[Field]:
    """Yield fields for what they seek and offer in each of their sectors."""
    said = {same_name(each.sector): each for each in detail.more.by_sector}
    for sector in detail.row.sectors:
        stands = said.get(same_name(sector))
        seeks, offers = (stands.seeks, stands.offers) if stands else ("", "")
        yield Field(f"seeks in {sector}", f"Seeks in {sector}", Sort.TEXT, seeks)
        yield Field(f"offers in {sector}", f"Offers in {sector}", Sort.TEXT, offers)


def further_of(detail: DelegateDetail) -> str:
    """Give the further organisations of a delegate as they are typed."""
    further = (role for role in detail.more.roles if not role.is_main)
    return "\n".join(as_further(role.organisation.name, role.function) for role in further)


def organisation_plan(facts: OrganisationFacts) -> FormPlan:
    """Ask for what an organisation is in and what it can."""
    countries = "\n".join(map(country_words, facts.countries))

    def check(values: Values) -> Mapping[str, str]:
        unknown = [each for each in lines_of(values["countries"]) if country_of(each) is None]
        if not unknown:
            return {}
        return {"countries": f"“{unknown[0]}” is no country we know. Write it in English."}

    return FormPlan(
        facts.name,
        "One a line. It holds for all of its people.",
        (
            Field("networks", "Clusters and networks", Sort.TEXT, "\n".join(facts.networks)),
            Field("countries", "Countries, that of its seat first", Sort.TEXT, countries),
            Field("strengths", "Strengths", Sort.TEXT, "\n".join(facts.strengths)),
            Field("services", "Services", Sort.TEXT, "\n".join(facts.services)),
        ),
        check=check,
    )


def words_of(values: Values) -> OrganisationWords:
    """Turn what stands in the form of an organisation into what is said of it."""
    return OrganisationWords(**{name: lines_of(text) for name, text in values.items()})


def status_plan(detail: DelegateDetail) -> FormPlan:
    """Ask where the application stands, and why."""
    stands = Field(
        "status",
        "Application",
        Sort.CHOICE,
        detail.person.status,
        tuple(choices(STATUS_WORDS)),
    )
    reason = Field("reason", "Why (the history keeps it)", value="")
    return FormPlan("Application", "", (stands, reason))


def short_name_plan(detail: DelegateDetail) -> FormPlan:
    """Ask what the organisation is called where there is little room."""
    whole = detail.person.organisation

    def check(values: Values) -> Mapping[str, str]:
        is_long = len(values["short_name"]) > LONGEST_SHORT_NAME
        return {"short_name": f"{LONGEST_SHORT_NAME} letters have room."} if is_long else {}

    intro = (
        f"It stands on the floor and on the wall where “{whole}” has no room, for all of its "
        "people. Without one the name is cut."
    )
    field = Field("short_name", "Short name", value=detail.more.short_name, hint=short_name(whole))
    return FormPlan("Short name", intro, (field,), check=check)


def code_plan() -> FormPlan:
    """Ask why a delegate needs a new code."""

    def check(values: Values) -> Mapping[str, str]:
        return {} if values["reason"] else {"reason": "Say why, such as “lost”."}

    intro = "The badge that is out becomes worthless, for good. Print the new one after."
    reason = Field("reason", "Why", hint="lost, damaged, …")
    return FormPlan("New badge code", intro, (reason,), "Make new code", check)


def substitute_plan(detail: DelegateDetail) -> FormPlan:
    """Ask who comes instead."""
    return FormPlan(
        "Someone else comes",
        f"They take over the place of {detail.person.name}: organisation, days and tickets. "
        "They get a badge of their own.",
        (
            Field("given_name", "Given name"),
            Field("family_name", "Family name"),
            Field("email", "E-mail"),
            Field("phone", "Phone"),
            Field("function", "Function"),
        ),
        "Give them the place",
        _check_person,
    )


def named(name: str) -> Values:
    """Give the fields for a whole name, parted as well as can be."""
    parted = split(name)
    return {"given_name": parted.given, "family_name": parted.family}


def order_of(values: Values) -> PersonOrder:
    """Turn what stands in a form into an order; what is not in it is not said."""
    order: dict[str, Any] = {name: said for name, said in values.items() if " in " not in name}
    order |= _said_in_sectors(values)
    if "further" in order:
        order["further"] = further_named(lines_of(str(order["further"])))
    if "country" in order:
        order["country"] = country_of(order["country"]) or ""
    if "sectors" in order:
        parts = (part.strip() for part in str(order["sectors"]).split(","))
        order["sectors"] = tuple(part for part in parts if part)
    if "days" in order:
        days = (day for day in str(order["days"]).split(",") if day)
        order["days"] = tuple(date.fromisoformat(day) for day in days)
    if "kind" in order:
        order["kind"] = Kind(order["kind"]) if order["kind"] else ""
    return PersonOrder(**order)


def _said_in_sectors(values: Values) -> dict[str, Any]:
    said: dict[str, dict[str, str]] = {}
    for name, text in values.items():
        side, of_sector, sector = name.partition(" in ")
        if of_sector:
            said.setdefault(sector, {})[side] = text
    return {"by_sector": said} if said else {}


def _check_person(values: Values) -> Mapping[str, str]:
    problems = {}
    if not values["given_name"] and not values["family_name"]:
        problems["given_name"] = "A delegate needs a name. Give a given name or a family name."
    if values["email"] and "@" not in values["email"].strip("@"):
        problems["email"] = "An e-mail has an @ in the middle. Correct it, or leave it out."
    if values.get("country") and country_of(values["country"]) is None:
        problems["country"] = f"“{values['country']}” is no country we know. Write it in English."
    return problems


def _days(days: Sequence[date], chosen: Sequence[str]) -> tuple[tuple[str, str], ...]:
    ways = [("", _EVERY_DAY), *((day.isoformat(), f"{day_words(day)} only") for day in days)]
    if len(chosen) > 1:
        said = ", ".join(day_words(date.fromisoformat(day)) for day in chosen)
        ways.append((",".join(chosen), said))
    return tuple(ways)
