"""The Python packages that the program needs while it runs, and what they say of their licences.

Read from the environment that a checkout works in; an installed program has the finished file.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import (
    Distribution,
    PackageMetadata,
    PackageNotFoundError,
    distribution,
)
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_LICENCE: Final = re.compile(r"(?i)licen[cs]e|copying|notice|authors|copyright|/licenses?/")
_CODE: Final = (".py", ".pyc", ".pyi", ".so", ".dll", ".dylib", ".json")


@dataclass(frozen=True, slots=True)
class Package:
    """A package of others.

    ``licence`` is what its metadata says, as it is; blank if they say nothing. ``texts`` are its
    licence files by their names. ``needs`` are the names of packages it cannot be without here.
    """

    name: str
    version: str
    licence: str
    source: str
    texts: Mapping[str, str]
    needs: tuple[str, ...]

    @property
    def purl(self) -> str:
        """What it is called in a bill of materials."""
        return f"pkg:pypi/{self.name}@{self.version}"


def needed_packages(project: Path) -> Mapping[str, Package]:
    """Give what the project needs while it runs, on this platform, by normalised name.

    Raises:
        PackageNotFoundError: The environment lacks something; it is not the project's own.
    """
    asked = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    todo = [Requirement(each) for each in asked["project"]["dependencies"]]
    seen: dict[str, Package] = {}
    while todo:
        wish = todo.pop()
        name = canonicalize_name(wish.name)
        needs = _needs(distribution(wish.name), wish.extras)
        if name not in seen:
            seen[name] = package(name, needs)
            todo += needs
    return dict(sorted(seen.items()))


def package(name: str, needs: Sequence[Requirement] = ()) -> Package:
    """Give one package of this environment.

    Raises:
        PackageNotFoundError: It is not there.
    """
    found = distribution(name)
    # Read once: each look at it parses it anew.
    said = found.metadata
    links = dict(each.split(", ", 1) for each in said.get_all("Project-URL") or () if ", " in each)
    called = {word.casefold(): link for word, link in links.items()}
    places = ("source", "source code", "repository", "github", "code", "homepage")
    source = next((called[each] for each in places if each in called), "")
    return Package(
        name=canonicalize_name(name),
        version=said["Version"],
        licence=_said(said, "License-Expression") or _said(said, "License").partition("\n")[0],
        source=source or _said(said, "Home-page") or f"https://pypi.org/project/{name}/",
        texts=dict(_texts(found)),
        needs=tuple(sorted({canonicalize_name(each.name) for each in needs})),
    )


def is_here(name: str) -> bool:
    """Tell whether this environment has a package."""
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def _needs(found: Distribution, extras: set[str]) -> list[Requirement]:
    wishes = [Requirement(each) for each in found.requires or ()]
    return [
        each
        for each in wishes
        if each.marker is None
        or any(each.marker.evaluate({"extra": extra}) for extra in ("", *extras))
    ]


def files_of(found: Distribution) -> Iterator[str]:
    """Give the paths of a package's files, with slashes, below where it is installed."""
    # Not its ``files``, which makes an object of each: some packages have thousands.
    listed = found.read_text("RECORD") or ""
    yield from (row[0].replace("\\", "/") for row in csv.reader(listed.splitlines()) if row)


def _texts(found: Distribution) -> Iterator[tuple[str, str]]:
    """Give each licence file once, though some packages bring the same under several names."""
    told: set[str] = set()
    for path in files_of(found):
        if not _LICENCE.search(path.partition(".dist-info")[2] or path.rpartition("/")[2]):
            continue
        place = Path(str(found.locate_file(path)))
        if path.endswith(_CODE) or not place.is_file():
            continue
        text = place.read_text(encoding="utf-8", errors="replace").strip()
        if text and text not in told:
            told.add(text)
            yield path.rpartition(".dist-info/")[2].removeprefix("licenses/"), text


def _said(metadata: PackageMetadata, field: str) -> str:
    """Give a field of the metadata, blank where there is none."""
    values: list[str] = metadata.get_all(field) or [""]
    return values[0].strip()
