"""The words of a report in German."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from app.delegates.registration import Status
from app.outcomes.outcome import Answer, OutcomeKind
from app.outcomes.report.terms import AboutApplications, Findings, Labels, Lists, Notes, Terms

_FINDINGS: Final = Findings(
    people=(
        "{came} von {applied} Delegierten wurde eingecheckt, {met} führten Gespräche.",
        "{came} von {applied} Delegierten wurden eingecheckt, {met} führten Gespräche.",
    ),
    meetings=(
        "{held} von {planned} geplanten Gesprächen fand statt, {lost} fielen aus.",
        "{held} von {planned} geplanten Gesprächen fanden statt, {lost} fielen aus.",
    ),
    meetings_open=(
        "{held} von {planned} geplanten Gesprächen fand statt, {lost} fielen aus, {open} offen.",
        "{held} von {planned} geplanten Gesprächen fanden statt, {lost} fielen aus, {open} offen.",
    ),
    no_meeting="Es war kein Gespräch geplant.",
    kinds=(
        "{names}-Gespräche waren am häufigsten: {held} geführt.",
        "{names}-Gespräche waren gleich häufig: je {held} geführt.",
    ),
    most=("{names} hatte die meisten Gespräche: {number} geführt.",) * 2,
    each=("{names} hatten die meisten Gespräche: je {number} geführt.",) * 2,
    level="{count} liegen gleichauf vorn, mit je {number} geführten Gesprächen.",
    none_held="Keines dieser Gespräche fand statt.",
    tables="Die meisten Tische waren {when} besetzt: {used} von {open}.",
    no_table="Kein Tisch war besetzt.",
    shares=(
        "{full} von {people} Delegierten hatte alle geplanten Gespräche.",
        "{full} von {people} Delegierten hatten alle geplanten Gespräche.",
    ),
    requests=(
        "{met} von {all} Gesprächswünschen führte zu einem Gespräch.",
        "{met} von {all} Gesprächswünschen führten zu einem Gespräch.",
    ),
    outcomes=(
        "Am häufigsten führten Gespräche zu {names} ({most}){missing}.",
        "Am häufigsten führten Gespräche zu {names} (je {most}){missing}.",
    ),
    outcomes_level="{count} sind gleich häufig (je {most}){missing}.",
    no_outcome="Kein Ergebnis eines Gesprächs ist erfasst{missing}.",
    not_recorded=("; {number} ist nicht erfasst", "; {number} sind nicht erfasst"),
    answers=(
        "Nach {possible} von {all} Gesprächen mit kurzer Antwort ist Zusammenarbeit möglich.",
        "Nach {possible} von {all} Gesprächen mit kurzer Antwort ist Zusammenarbeit möglich.",
    ),
    programmes="{names}: am häufigsten genannt, für {most} von {all} gemeinsamen Anträgen.",
    programmes_level="{number} Programme werden gleich oft genannt.",
    no_programme="Zu den {all} gemeinsamen Anträgen ist kein Programm genannt.",
    interest="Das Interesse liegt im Mittel bei {mean} von 5; {high} von {all} Antworten nennen 4"
    " oder 5.",
)
_LABELS: Final = Labels(
    applied="Beworben",
    accepted="Angenommen",
    checked_in="Eingecheckt",
    met="Im Gespräch",
    planned="Geplant",
    held="Geführt",
    lost="entfallen",
    lost_by_host="Gastgeber kam nicht",
    lost_by_guest="Gast kam nicht",
    lost_by_both="Niemand kam",
    running="Laufend",
    ahead="Noch bevorstehend",
    key_open="Laufend oder noch bevorstehend",
    not_recorded="Nicht erfasst",
    not_said="Ohne Angabe",
    unprintable="Nicht druckbar",
    in_use="Besetzt",
    tables_open="Offen, nicht besetzt",
    requests_met="Erfüllt",
    requests_open="Nicht erfüllt",
    without_kind="Ohne Art",
    no_programme="Nicht genannt",
    shares=(
        "Alle",
        "Drei Viertel oder mehr",
        "Die Hälfte oder mehr",
        "Weniger als die Hälfte",
        "Keine",
    ),
    outcomes=MappingProxyType(
        {
            OutcomeKind.JOINT_PROPOSAL: "Gemeinsamer Projektantrag",
            OutcomeKind.JOINT_EVENT: "Gemeinsame Veranstaltung",
            OutcomeKind.AGREEMENT: "Kooperation vereinbart",
            OutcomeKind.LEAD: "Geschäftskontakt",
            OutcomeKind.NONE: "Ohne Ergebnis",
        }
    ),
    led_to=MappingProxyType(
        {
            OutcomeKind.JOINT_PROPOSAL: "einem gemeinsamen Projektantrag",
            OutcomeKind.JOINT_EVENT: "einer gemeinsamen Veranstaltung",
            OutcomeKind.AGREEMENT: "einer Kooperationsvereinbarung",
            OutcomeKind.LEAD: "einem Geschäftskontakt",
        }
    ),
    answers=MappingProxyType(
        {
            Answer.POSSIBLE: "Zusammenarbeit möglich",
            Answer.INFORMATIVE: "Informativ, keine Zusammenarbeit geplant",
            Answer.INSUFFICIENT: "Zu wenig Interesse",
        }
    ),
    delegates=("Delegierter", "Delegierte"),
    organisations=("Organisation", "Organisationen"),
    countries=("Land", "Länder"),
    meetings_held=("Gespräch geführt", "Gespräche geführt"),
    of_planned="von {planned} geplanten",
    clusters_came=("Cluster nahm teil", "Cluster nahmen teil"),
    organisations_came=("Organisation nahm teil", "Organisationen nahmen teil"),
    to_follow_up=("weiterzuverfolgen", "weiterzuverfolgen"),
    unrecorded=("nicht erfasst", "nicht erfasst"),
)
_NOTES: Final = Notes(
    more=("und {number} weitere", "und {number} weitere"),
    cancelled=("{number} weiteres wurde abgesagt.", "{number} weitere wurden abgesagt."),
    moved=(
        "{number} wurde auf eine andere Zeit oder einen anderen Tisch verlegt.",
        "{number} wurden auf eine andere Zeit oder einen anderen Tisch verlegt.",
    ),
    recovered=(
        "{number} der geführten wurde kurzfristig verlegt oder vereinbart.",
        "{number} der geführten wurden kurzfristig verlegt oder vereinbart.",
    ),
    busiest="Jede Säule ist die vollste von {number} Zeiten.",
    waiting=(
        "Einmal wartete ein Delegierter vergeblich, {minutes} Minuten lang.",
        "{number}-mal wartete ein Delegierter vergeblich, zusammen {minutes} Minuten lang.",
    ),
    nobody_waited="Niemand wartete vergeblich.",
    let_down=(
        "Niemand verlor durch andere mehr als ein Gespräch; {people} verloren eines.",
        "Niemand verlor durch andere mehr als {number} Gespräche; {people} verloren so viele.",
    ),
    nobody_let_down="Niemand verlor ein Gespräch durch andere.",
    two_outcomes="Ein Gespräch zählt bei jeder Art, die es ergab.",
)
_LISTS: Final = Lists(
    absent=(
        "{number} bewarb sich und konnte nicht kommen.",
        "{number} bewarben sich und konnten nicht kommen.",
    ),
    not_there=("{number} war an diesem Tag nicht da.", "{number} waren an diesem Tag nicht da."),
    nobody_absent="Alle, die sich bewarben, nahmen teil.",
    nobody_missing="Alle, die einen Platz hatten, nahmen teil.",
    placeless=(
        "{number} bewarb sich und hatte keinen Platz.",
        "{number} bewarben sich und hatten keinen Platz.",
    ),
    party="Wer",
    why="Bewerbung",
    would_have_met="Hätte getroffen",
    asked_for="angefragt: {names}",
    nobody="Noch niemanden",
    steps=(
        "{number} nächster Schritt ist vereinbart.",
        "{number} nächste Schritte sind vereinbart.",
    ),
    no_steps="Kein nächster Schritt ist erfasst.",
    on="Bis",
    by="Wer",
    meeting="Gespräch",
    what="Was",
    no_date="Ohne Datum",
    more_absent=(
        "{number} weiterer Eintrag steht in der gesonderten Liste der nächsten Schritte.",
        "{number} weitere Einträge stehen in der gesonderten Liste der nächsten Schritte.",
    ),
    more_steps=(
        "{number} weiterer Schritt steht in der gesonderten Liste der nächsten Schritte.",
        "{number} weitere Schritte stehen in der gesonderten Liste der nächsten Schritte.",
    ),
    statuses=MappingProxyType(
        {
            Status.ACCEPTED: "angenommen, kam nicht",
            Status.WITHDRAWN: "zurückgezogen",
            Status.DECLINED: "abgelehnt",
            Status.WAITING: "auf der Warteliste",
            Status.RECEIVED: "nicht entschieden",
        }
    ),
)
_APPLICATIONS: Final = AboutApplications(
    title=(
        "{number} Bewerbung, {accepted} angenommen, {came} vor Ort.",
        "{number} Bewerbungen, {accepted} angenommen, {came} vor Ort.",
    ),
    heads=(
        *("Delegation", "Beworben", "Zusagen", "Absagen"),
        *("Warteliste", "Rückzug", "Offen", "Kamen"),
    ),
    all_="Alle",
    more=("{number} weitere Delegation.", "{number} weitere Delegationen."),
)
GERMAN: Final = Terms(
    report="Abschlussbericht",
    day_report="Bericht vom {day}",
    follow_ups="Liste der nächsten Schritte",
    page="Seite {page} von {of}",
    printed="Gedruckt am {when}",
    stamp="d. MMMM y",
    long_day="EEEE, d. MMMM",
    short_day="EEE d. MMM",
    table_day="d. MMM y",
    clock="um {clock} Uhr",
    clock_of_day="am {day}, um {clock} Uhr",
    sections=("Wer sich traf", "Wie es lief", "Was sich ergab", "Was zu tun bleibt"),
    groups=MappingProxyType(
        {
            "kinds": ("Art von Ergebnis", "Arten von Ergebnissen"),
            "days": ("Tag", "Tage"),
            "delegations": ("Delegation", "Delegationen"),
            "countries": ("Land", "Länder"),
            "sectors": ("Branche", "Branchen"),
            "organisations": ("Organisation", "Organisationen"),
        }
    ),
    findings=_FINDINGS,
    labels=_LABELS,
    notes=_NOTES,
    lists=_LISTS,
    applications=_APPLICATIONS,
    sessions=(
        "Rund um die Gespräche: eine Veranstaltung (gebucht: {booked}, gekommen: {came}).",
        "Rund um die Gespräche: {number} Veranstaltungen (gebucht: {booked}, gekommen: {came}).",
    ),
)
