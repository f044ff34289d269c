"""The words of a report in French; blanks before signs are made narrow where they are said."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from app.delegates.registration import Status
from app.outcomes.outcome import Answer, OutcomeKind
from app.outcomes.report.terms import AboutApplications, Findings, Labels, Lists, Notes, Terms

_FINDINGS: Final = Findings(
    people=(
        "{came} délégué sur {applied} a été accueilli et {met} a eu une rencontre.",
        "{came} délégués sur {applied} ont été accueillis et {met} ont eu une rencontre.",
    ),
    meetings=(
        "{held} rencontre prévue sur {planned} a eu lieu, {lost} ont été perdues.",
        "{held} rencontres prévues sur {planned} ont eu lieu, {lost} ont été perdues.",
    ),
    meetings_open=(
        "{held} rencontre prévue sur {planned} a eu lieu, {lost} perdues, {open} à tenir.",
        "{held} rencontres prévues sur {planned} ont eu lieu, {lost} perdues, {open} à tenir.",
    ),
    no_meeting="Aucune rencontre n’était prévue.",
    kinds=(
        "Les rencontres {names} ont été les plus fréquentes : {held} tenues.",
        "Les rencontres {names} ont été aussi fréquentes : {held} tenues chaque fois.",
    ),
    most=("{names} compte le plus de rencontres : {number} tenues.",) * 2,
    each=("{names} comptent le plus de rencontres : {number} tenues chaque fois.",) * 2,
    level="{count} sont à égalité en tête, avec {number} rencontres tenues.",
    none_held="Aucune de ces rencontres n’a eu lieu.",
    tables="L’affluence a été la plus forte {when} : {used} tables occupées sur {open}.",
    no_table="Aucune table n’était occupée.",
    shares=(
        "{full} délégué sur {people} a eu toutes ses rencontres prévues.",
        "{full} délégués sur {people} ont eu toutes leurs rencontres prévues.",
    ),
    requests=(
        "{met} demande de rencontre sur {all} a abouti à une rencontre tenue.",
        "{met} demandes de rencontre sur {all} ont abouti à une rencontre tenue.",
    ),
    outcomes=(
        "Le plus souvent, les rencontres ont mené à {names} ({most}){missing}.",
        "Le plus souvent, les rencontres ont mené à {names} ({most} chaque fois){missing}.",
    ),
    outcomes_level="{count} sont aussi fréquents ({most} chaque fois){missing}.",
    no_outcome="Aucune suite d’une rencontre n’est notée{missing}.",
    not_recorded=(" ; {number} n’est pas notée", " ; {number} ne sont pas notées"),
    answers=(
        "Une coopération est possible après {possible} rencontre sur {all} avec réponse brève.",
        "Une coopération est possible après {possible} rencontres sur {all} avec réponse brève.",
    ),
    programmes="{names} : le plus souvent cité, pour {most} des {all} propositions communes.",
    programmes_level="{number} programmes sont cités aussi souvent.",
    no_programme="Aucun programme n’est cité pour les {all} propositions communes.",
    interest="L’intérêt est en moyenne de {mean} sur 5 ; {high} réponses sur {all} disent 4 ou 5.",
)
_LABELS: Final = Labels(
    applied="Candidats",
    accepted="Admis",
    checked_in="Accueillis",
    met="En rencontre",
    planned="Prévues",
    held="Tenues",
    lost="perdues",
    lost_by_host="Hôte absent",
    lost_by_guest="Invité absent",
    lost_by_both="Personne n’est venu",
    running="En cours",
    ahead="À venir",
    key_open="En cours ou à venir",
    not_recorded="Non notées",
    not_said="Sans indication",
    unprintable="Non imprimable",
    in_use="Occupées",
    tables_open="Ouvertes, non occupées",
    requests_met="Satisfaites",
    requests_open="Non satisfaites",
    without_kind="Sans précision",
    no_programme="Non cité",
    shares=("Toutes", "Trois quarts ou plus", "La moitié ou plus", "Moins de la moitié", "Aucune"),
    outcomes=MappingProxyType(
        {
            OutcomeKind.JOINT_PROPOSAL: "Proposition commune",
            OutcomeKind.JOINT_EVENT: "Événement commun",
            OutcomeKind.AGREEMENT: "Accord de coopération",
            OutcomeKind.LEAD: "Contact d’affaires",
            OutcomeKind.NONE: "Sans suite",
        }
    ),
    led_to=MappingProxyType(
        {
            OutcomeKind.JOINT_PROPOSAL: "une proposition de projet commune",
            OutcomeKind.JOINT_EVENT: "un événement commun",
            OutcomeKind.AGREEMENT: "un accord de coopération",
            OutcomeKind.LEAD: "un contact d’affaires",
        }
    ),
    answers=MappingProxyType(
        {
            Answer.POSSIBLE: "Coopération possible",
            Answer.INFORMATIVE: "Informative, sans coopération prévue",
            Answer.INSUFFICIENT: "Intérêt insuffisant",
        }
    ),
    delegates=("délégué", "délégués"),
    organisations=("organisation", "organisations"),
    countries=("pays", "pays"),
    meetings_held=("rencontre tenue", "rencontres tenues"),
    of_planned="de {planned} prévues",
    clusters_came=("cluster a participé", "clusters ont participé"),
    organisations_came=("organisation a participé", "organisations ont participé"),
    to_follow_up=("à suivre", "à suivre"),
    unrecorded=("non notée", "non notées"),
)
_NOTES: Final = Notes(
    more=("et {number} de plus", "et {number} de plus"),
    cancelled=("{number} autre a été annulée.", "{number} autres ont été annulées."),
    moved=(
        "{number} a changé d’heure ou de table.",
        "{number} ont changé d’heure ou de table.",
    ),
    recovered=(
        "{number} de celles tenues a été déplacée ou convenue au dernier moment.",
        "{number} de celles tenues ont été déplacées ou convenues au dernier moment.",
    ),
    busiest="Chaque colonne est la plus haute de {number} créneaux.",
    waiting=(
        "Une fois, un délégué a attendu en vain, pendant {minutes} minutes.",
        "{number} fois, un délégué a attendu en vain, pendant {minutes} minutes en tout.",
    ),
    nobody_waited="Personne n’a attendu en vain.",
    let_down=(
        "Nul n’a perdu plus d’une rencontre à cause d’autrui ; {people} en ont perdu une.",
        "Nul n’a perdu plus de {number} rencontres à cause d’autrui ; {people} ont perdu autant.",
    ),
    nobody_let_down="Nul n’a perdu de rencontre à cause d’autrui.",
    two_outcomes="Une rencontre compte pour chaque suite qu’elle a eue.",
)
_LISTS: Final = Lists(
    absent=(
        "{number} s’est porté candidat et n’a pas pu venir.",
        "{number} se sont portés candidats et n’ont pas pu venir.",
    ),
    not_there=("{number} n’était pas là ce jour-là.", "{number} n’étaient pas là ce jour-là."),
    nobody_absent="Tous les candidats ont participé.",
    nobody_missing="Tous ceux qui avaient une place ont participé.",
    placeless=(
        "{number} s’est porté candidat et n’a pas eu de place.",
        "{number} se sont portés candidats et n’ont pas eu de place.",
    ),
    party="Qui",
    why="Candidature",
    would_have_met="Aurait rencontré",
    asked_for="demandé : {names}",
    nobody="Personne encore",
    steps=("{number} étape suivante est convenue.", "{number} étapes suivantes sont convenues."),
    no_steps="Aucune étape suivante n’est notée.",
    on="Avant le",
    by="Qui",
    meeting="Rencontre",
    what="Quoi",
    no_date="Sans date",
    more_absent=(
        "{number} autre figure dans la liste de suivi séparée.",
        "{number} autres figurent dans la liste de suivi séparée.",
    ),
    more_steps=(
        "{number} autre étape figure dans la liste de suivi séparée.",
        "{number} autres étapes figurent dans la liste de suivi séparée.",
    ),
    statuses=MappingProxyType(
        {
            Status.ACCEPTED: "admis, n’est pas venu",
            Status.WITHDRAWN: "retirée",
            Status.DECLINED: "refusée",
            Status.WAITING: "en liste d’attente",
            Status.RECEIVED: "non décidée",
        }
    ),
)
_APPLICATIONS: Final = AboutApplications(
    title=(
        "{number} candidature ; admissions : {accepted} ; sur place : {came}.",
        "{number} candidatures ; admissions : {accepted} ; sur place : {came}.",
    ),
    heads=(
        *("Délégation", "Reçues", "Admises", "Refusées"),
        *("En attente", "Retirées", "En cours", "Venus"),
    ),
    all_="Total",
    more=("{number} autre délégation.", "{number} autres délégations."),
)
FRENCH: Final = Terms(
    report="Rapport de clôture",
    day_report="Rapport du {day}",
    follow_ups="Liste de suivi",
    page="Page {page} sur {of}",
    printed="Imprimé le {when}",
    stamp="d MMMM y",
    long_day="EEEE d MMMM",
    short_day="EEE d MMM",
    table_day="d MMM y",
    clock="à {clock}",
    clock_of_day="le {day} à {clock}",
    sections=("Qui s’est rencontré", "Le déroulement", "Les suites", "Ce qui reste à faire"),
    groups=MappingProxyType(
        {
            "kinds": ("type de suite", "types de suite"),
            "days": ("jour", "jours"),
            "delegations": ("délégation", "délégations"),
            "countries": ("pays", "pays"),
            "sectors": ("secteur", "secteurs"),
            "organisations": ("organisation", "organisations"),
        }
    ),
    findings=_FINDINGS,
    labels=_LABELS,
    notes=_NOTES,
    lists=_LISTS,
    applications=_APPLICATIONS,
    sessions=(
        "Autour des rencontres : {number} session (réservations : {booked}, présences : {came}).",
        "Autour des rencontres : {number} sessions (réservations : {booked}, présences : {came}).",
    ),
)
