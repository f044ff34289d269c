"""Puts the file of licences together, out of the environment that a checkout works in."""

from __future__ import annotations

import platform
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from app.licences.book import Book, Chapter, folded
from app.licences.packages import Package, is_here, needed_packages, package
from app.version import VERSION

PROJECT: Final = Path(__file__).parents[2]
FOLDER: Final = PROJECT / "resources" / "licences"
_STARTER: Final = "pyinstaller"
_NO_TEXT: Final = "Its package brings no text of its licence; the source has it."


def gathered(system: Iterable[Chapter] = ()) -> Book:
    """Give all licences, ours first.

    Args:
        system: Of libraries of the system that go into an installed program.
    """
    known = tomllib.loads((FOLDER / "parts.toml").read_text(encoding="utf-8"))
    packages = needed_packages(PROJECT)
    chapters = [
        _ours(),
        _python(),
        *(_of_package(each, known) for each in packages.values()),
        *(_of_part(each, packages) for each in known["part"] if _is_aboard(each, packages)),
        *_starter(known),
        *system,
    ]
    return Book(_preface(known["preface"]), tuple(chapters))


def expression(found: Package, known: Mapping[str, Any]) -> str:
    """Give a package's licence as we say it."""
    said: str = known["expressions"].get(found.name, found.licence)
    return said or "see its text"


def _preface(paragraphs: Sequence[str]) -> str:
    title = f"Matchdesk {VERSION}: licences"
    return f"{title}\n{'=' * len(title)}\n\n{folded(paragraphs)}"


def _ours() -> Chapter:
    text = (PROJECT / "LICENSE").read_text(encoding="utf-8").strip()
    return Chapter("Matchdesk", VERSION, "MIT", "published with every version", text)


def _python() -> Chapter:
    version = platform.python_version()
    numbers = ".".join(version.split(".")[:2])
    places = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(f"/usr/share/doc/python{numbers}/copyright"),
    )
    texts = [each.read_text(encoding="utf-8") for each in places if each.is_file()]
    text = texts[0].strip() if texts else f"https://docs.python.org/{numbers}/license.html"
    return Chapter("Python", version, "PSF-2.0", "https://www.python.org/downloads/source/", text)


def _of_package(found: Package, known: Mapping[str, Any]) -> Chapter:
    texts = dict(found.texts)
    for name in known["texts"].get(found.name, ()):
        texts[name] = _text(name)
    return Chapter(
        found.name, found.version, expression(found, known), found.source, _joined(texts)
    )


def _is_aboard(part: Mapping[str, Any], packages: Mapping[str, Package]) -> bool:
    here = part.get("platform") in {None, platform.system()}
    return here and part.get("inside", "") in {"", *packages}


def _of_part(part: Mapping[str, Any], packages: Mapping[str, Package]) -> Chapter:
    words = []
    if "inside" in part:
        bringer = packages[part["inside"]]
        words.append(f"Comes with {bringer.name} {bringer.version}.")
    words.append(part.get("about", ""))
    texts = {name: _text(name) for name in part.get("texts", ())}
    said = (folded([each for each in words if each]), "\n".join(part.get("copyright", ())))
    text = "\n\n".join(each for each in (*said, _joined(texts) if texts else "") if each)
    return Chapter(part["name"], "", part["licence"], part["source"], text)


def _starter(known: Mapping[str, Any]) -> Sequence[Chapter]:
    """Give what PyInstaller's makers ask for its starter, which is in every installed program."""
    if not is_here(_STARTER):
        return ()
    found = package(_STARTER)
    said = known["expressions"][_STARTER]
    return [Chapter(found.name, found.version, said, found.source, _joined(found.texts))]


def _text(name: str) -> str:
    folder = FOLDER.parent if "/" in name else FOLDER
    return (folder / name).read_text(encoding="utf-8")


def _joined(texts: Mapping[str, str]) -> str:
    if len(texts) == 1:
        return next(iter(texts.values())).strip()
    parts = (f"{name}\n{'-' * len(name)}\n\n{text.strip()}" for name, text in texts.items())
    return "\n\n".join(parts) or _NO_TEXT
