"""What printers say is wrong, as troubles.

Source: RFC 8011, 5.4.12, and what CUPS adds to it.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.printers.port import Trouble

_HOW_BAD = ("-error", "-warning", "-report")
_NOTHING_WRONG = {
    *("none", "connecting-to-device", "moving-to-paused", "resuming", "media-low", "toner-low"),
    *("marker-supply-low", "marker-waste-almost-full", "output-area-almost-full", "job-printing"),
    *("developer-low", "opc-near-eol", "cups-ipp-conformance-failure", "spool-area-full-report"),
    *("identify-printer-requested", "cups-remote-pending", "cups-remote-processing"),
    *("cups-remote-completed", "cups-remote-pending-held", "cups-waiting-for-job-completed"),
    *("wifi-not-configured", "processing-to-stop-point", "hibernate", "standby", "suspend"),
}
_TROUBLES = {
    "media-jam": Trouble.JAM,
    "multiple-document-jobs-not-supported": Trouble.OTHER,
    "media-empty": Trouble.PAPER_OUT,
    "media-needed": Trouble.PAPER_OUT,
    "toner-empty": Trouble.INK_OUT,
    "marker-supply-empty": Trouble.INK_OUT,
    "marker-supply-missing": Trouble.INK_OUT,
    "cover-open": Trouble.COVER_OPEN,
    "door-open": Trouble.COVER_OPEN,
    "interlock-open": Trouble.COVER_OPEN,
    "input-tray-missing": Trouble.TRAY_MISSING,
    "output-tray-missing": Trouble.TRAY_MISSING,
    "output-area-full": Trouble.TRAY_FULL,
    "offline": Trouble.OFFLINE,
    "shutdown": Trouble.OFFLINE,
    "timed-out": Trouble.OFFLINE,
    "cups-missing-filter": Trouble.DRIVER_MISSING,
    "cups-insecure-filter": Trouble.DRIVER_MISSING,
    "paused": Trouble.PAUSED,
}


def troubles_of(reasons: Iterable[object]) -> tuple[Trouble, ...]:
    """Say what a printer's or a job's reasons amount to, the most pressing first."""
    found = {_trouble(str(reason)) for reason in reasons}
    return tuple(trouble for trouble in Trouble if trouble in found)


def _trouble(reason: str) -> Trouble | None:
    word, is_error = reason, False
    for ending in _HOW_BAD:
        if word.endswith(ending):
            word, is_error = word.removesuffix(ending), ending == "-error"
    known = _TROUBLES.get(word)
    if known is not None:
        return known
    return Trouble.OTHER if is_error and word not in _NOTHING_WRONG else None
