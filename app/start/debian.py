"""What Debian and Ubuntu leave out: Python's own installer, and libraries that Qt needs."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import sys
from collections.abc import Container, Sequence
from pathlib import Path

from app.start.tools import PreparationError, run_quietly, say

# What we use of Qt, below site-packages.
QT_PARTS = (
    "PySide6/QtCore.*.so",
    "PySide6/QtGui.*.so",
    "PySide6/QtMultimedia.*.so",
    "PySide6/QtPrintSupport.*.so",
    "PySide6/QtSvg.*.so",
    "PySide6/QtWidgets.*.so",
    "PySide6/Qt/plugins/multimedia/*.so",
    "PySide6/Qt/plugins/platforms/libqoffscreen.so",
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/Qt/plugins/printsupport/*.so",
)

# Debian names a library's package after the file, but for these.
UNUSUAL_PACKAGES = {
    "libbrotlicommon": "libbrotli1",
    "libbrotlidec": "libbrotli1",
    "libgio-2.0": "libglib2.0-0",
    "libglib-2.0": "libglib2.0-0",
    "libgmodule-2.0": "libglib2.0-0",
    "libgobject-2.0": "libglib2.0-0",
    "libgthread-2.0": "libglib2.0-0",
    "libz": "zlib1g",
}


def supply_qt(site_packages: Path) -> tuple[str, ...]:
    """Install the shared libraries that Qt lacks, or say how; give those it still lacks."""
    lacking = libraries_lacking(site_packages)
    if lacking and _has_apt_get():
        packages = _install_for_qt(lacking) if _is_root() else _packages_of(lacking)
        lacking = libraries_lacking(site_packages)
        if lacking:
            say(f"to open windows, Qt needs this: sudo apt-get install {' '.join(packages)}")
    elif lacking:
        say(f"to open windows, Qt needs what it does not find: {', '.join(lacking)}")
    return lacking


def supply_ensurepip() -> None:
    """Install Python's own installer if it was left out.

    Raises:
        PreparationError: It is missing, and only somebody else may install it.

    """
    if importlib.util.find_spec("ensurepip"):
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not (_is_root() and _has_apt_get()):
        advice = "Python's own installer is missing. Install it and start again; on Debian by:"
        raise PreparationError(advice, f"sudo apt-get install {package}\n")
    say(f"installing {package}")
    _apt_get("update")
    _apt_get("install", package)


def libraries_lacking(site_packages: Path) -> tuple[str, ...]:
    """Ask the loader which shared libraries Qt would not find."""
    parts = [str(part) for pattern in QT_PARTS for part in site_packages.glob(pattern)]
    if not parts or not shutil.which("ldd"):
        return ()
    try:
        answer = run_quietly(["ldd", *parts], "ldd complained.")
    except PreparationError as problem:
        answer = problem.detail
    return not_found(answer)


def not_found(answer: str) -> tuple[str, ...]:
    """Pick the libraries that are not there out of an answer of ``ldd``."""
    return tuple(sorted(set(re.findall(r"^\s*(\S+) => not found", answer, re.MULTILINE))))


def package_of(library: str, known: Container[str]) -> str:
    """Name the Debian package of a shared library, such as ``libxcb-icccm.so.4``.

    ``known`` are the packages of this release: since 2024 some names end in ``t64``.

    Source: Debian Policy 8.1, run-time shared libraries.
    """
    stem, _, version = library.partition(".so.")
    hyphen = "-" if stem[-1].isdigit() else ""
    usual = f"{stem}{hyphen}{version}".lower().replace("_", "-")
    package = UNUSUAL_PACKAGES.get(stem, usual)
    return f"{package}t64" if f"{package}t64" in known else package


def _install_for_qt(libraries: Sequence[str]) -> list[str]:
    say("installing the system libraries that Qt needs")
    try:
        _apt_get("update")
        packages = _packages_of(libraries)
        _apt_get("install", *packages)
    except PreparationError as problem:
        # Most of what a desk does opens no window, so this is no reason to stop.
        say(problem.advice, problem.detail)
        return _packages_of(libraries)
    return packages


def _packages_of(libraries: Sequence[str]) -> list[str]:
    known = set(run_quietly(["apt-cache", "pkgnames"], "apt-cache failed.").split())
    return sorted({package_of(library, known) for library in libraries})


def _apt_get(action: str, *packages: str) -> None:
    # Another apt may be at work, as often on a machine just started.
    patiently = ["--quiet", "--yes", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"]
    command = ["apt-get", *patiently, action, *packages]
    run_quietly(command, f"apt-get {action} failed. This is what it said:")


def _has_apt_get() -> bool:
    return shutil.which("apt-get") is not None


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0
