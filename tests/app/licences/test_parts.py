"""What is known of parts that packages bring: it fits what is installed, and nothing lacks."""

from __future__ import annotations

import re
from importlib.metadata import distribution

import pytest
from packaging.licenses import canonicalize_license_expression

from app.installer.contents import UNUSED_MODULES, is_wanted
from app.installer.marks import PROJECT
from app.licences.gathering import PYTHON, STARTER
from app.licences.packages import needed_packages
from app.licences.parts import FOLDER, RESOURCES, known_parts

KNOWN = known_parts()
_LIBRARY = re.compile(r"\.(so|dll|dylib|pyd)(\.[\d.]+)?$|\.framework/Versions/\w+/Qt\w+$")
# Qt brings much more than a desk needs; PyInstaller takes what is reached from these alone.
_QT = re.compile(
    r"(Qt6?|lib)(Core|Gui|Widgets|Network|DBus|Multimedia|Svg|PrintSupport|Concurrent|OpenGL|"
    r"XcbQpa|WaylandClient|WlShellIntegration)\b|/(lib|plugins/[\w-]+/lib)?(icu|av|sw|q)|FFmpegStub"
)
_QT_PLUGINS = re.compile(
    r"plugins/(?!(platforms|multimedia|imageformats|iconengines|printsupport|platformthemes|styles|"
    r"platforminputcontexts|xcbglintegrations|wayland-[\w-]+)/)|/qml/|/libexec/"
)


def libraries(package: str) -> list[str]:
    """Give the libraries of a package that may be in the program."""
    paths = [str(each).replace("\\", "/") for each in distribution(package).files or ()]
    unused = tuple(f"{each.replace('.', '/')}" for each in UNUSED_MODULES)
    return [
        path
        for path in paths
        if _LIBRARY.search(path) and is_wanted(path) and not path.startswith(unused)
    ]


@pytest.mark.parametrize("package", needed_packages(PROJECT))
def test_every_library_has_a_notice(package: str) -> None:
    found = libraries(package)
    if package.startswith("pyside6"):
        found = [each for each in found if _QT.search(each) and not _QT_PLUGINS.search(each)]

    assert [each for each in found if not KNOWN.tells_of(each)] == []


def test_a_library_that_nobody_looked_into_has_none() -> None:
    assert not KNOWN.tells_of("ortools/.libs/libnew.so.1")
    assert not KNOWN.tells_of("PySide6/Qt/lib/libQt6New.so.6")
    assert not KNOWN.tells_of("pysolvers.cpython-311-x86_64-linux-gnu.so")


def test_somebody_looked_into_the_versions_that_are_installed() -> None:
    packages = needed_packages(PROJECT)

    looked_into = {name: each.version for name, each in KNOWN.carriers.items() if name in packages}

    assert looked_into == {name: packages[name].version for name in looked_into}
    bringing = {name for name in packages if libraries(name)}
    assert bringing - KNOWN.carriers.keys() == set()


def test_every_part_has_a_licence_that_programs_know_a_source_and_its_texts() -> None:
    texts = {each.stem for each in (*FOLDER.glob("*.txt"), *FOLDER.glob("third_party/*.txt"))}
    for part in KNOWN.parts:
        assert canonicalize_license_expression(part.licence) == part.licence, part.name
        assert part.source
        for name in part.texts:
            assert name in texts or (RESOURCES / name).is_file(), name
        if part.inside:
            assert part.inside in {PYTHON, STARTER, *KNOWN.carriers}, part.name
            assert part.files or part.inside == STARTER, part.name
        # Who asks for nothing but to be named is named, and whoever asks for a text has one.
        assert part.texts or part.about, part.name


def test_every_text_that_was_written_down_belongs_to_a_part() -> None:
    used = {name for part in KNOWN.parts for name in part.texts}

    assert {each.stem for each in FOLDER.glob("third_party/*.txt")} <= used


def test_nothing_goes_out_whose_licence_forbids_it() -> None:
    assert "python-sat" not in needed_packages(PROJECT)
    assert "pysolvers" in UNUSED_MODULES
