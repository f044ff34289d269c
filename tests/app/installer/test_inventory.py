"""What goes along with the installed program: licences and the bill of materials."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from packaging.licenses import canonicalize_license_expression

from app.installer.bill import locked_hashes
from app.installer.inventory import NotTold, make_inventory
from app.installer.linux import make_package
from app.installer.marks import BILL, LICENCES, PROJECT
from app.installer.system import notice_of, of_the_system, packages_of
from app.licences.book import read
from app.version import VERSION

Bill = dict[str, Any]
_LINUX = [str(each) for each in Path("/lib").glob("*-linux-gnu/libz.so.1")]
_BROUGHT = ("pillow.libs/libXau-154567c4.so.6", "/here/libXau-154567c4.so.6", "BINARY")
_ENTRIES = [("libz.so.1", each, "BINARY") for each in _LINUX] + [_BROUGHT]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    make_inventory(_ENTRIES, folder)
    return folder


@pytest.fixture(scope="module")
def bill(made: Path) -> Bill:
    content: Bill = json.loads((made / BILL).read_text(encoding="utf-8"))
    return content


def test_pyinstaller_is_told_where_both_files_go(tmp_path: Path) -> None:
    entries = make_inventory([], tmp_path)

    assert [name for name, _file, _kind in entries] == [
        f"resources/licences/{LICENCES}",
        f"resources/licences/{BILL}",
    ]
    assert all(Path(file).is_file() for _name, file, _kind in entries)


def test_a_library_that_nobody_looked_into_does_not_go_out(tmp_path: Path) -> None:
    told = ("ortools/.libs/libscip.so.10.0", "/here/libscip.so.10.0", "BINARY")
    new = ("ortools/.libs/libnew.so.1", "/here/libnew.so.1", "BINARY")

    with pytest.raises(NotTold, match=r"tells\.\nortools/\.libs/libnew\.so\.1$"):
        make_inventory([told, new], tmp_path)

    assert not list(tmp_path.iterdir())


def test_the_same_program_has_the_same_bill(made: Path, tmp_path: Path) -> None:
    make_inventory(_ENTRIES, tmp_path)

    assert (tmp_path / BILL).read_bytes() == (made / BILL).read_bytes()


def test_the_bill_has_what_its_format_requires(bill: Bill) -> None:
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(
        r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        bill["serialNumber"],
    )
    assert bill["metadata"]["component"]["version"] == VERSION
    for each in bill["components"]:
        assert each["type"] == "library"
        assert each["name"]
        assert each["licenses"]
    refs = [each["bom-ref"] for each in bill["components"]]
    assert len(refs) == len(set(refs))


def test_everything_in_the_bill_has_a_licence_and_an_address_that_programs_know(bill: Bill) -> None:
    parts = [part for each in bill["components"] for part in each.get("components", ())]
    for each in (*bill["components"], *parts):
        for said in each.get("licenses", ()):
            known = said.get("expression") or said["license"]["id"]
            assert canonicalize_license_expression(known) == known, each["name"]
        assert re.fullmatch(r"pkg:[a-z]+/[\w./%:~-]+(@[\w.%:~-]+)?(\?\S+)?", each["purl"]), each
    unsaid = {each["name"] for each in (*bill["components"], *parts) if not each.get("licenses")}
    assert unsaid == set()


def test_the_bill_says_what_needs_what(bill: Bill) -> None:
    refs = {each["bom-ref"] for each in bill["components"]}
    needs = {each["ref"]: each["dependsOn"] for each in bill["dependencies"]}
    by_name = {each["name"]: each["bom-ref"] for each in bill["components"]}

    assert by_name["mako"] in needs[by_name["alembic"]]
    assert set(needs[f"matchdesk@{VERSION}"]) == refs
    assert all(set(on) <= refs for on in needs.values())


def test_packages_carry_the_hashes_of_the_lock(bill: Bill) -> None:
    locked = locked_hashes(PROJECT / "requirements.lock")
    packages = [each for each in bill["components"] if each.get("purl", "").startswith("pkg:pypi")]

    assert len(packages) > 30
    for each in packages:
        (files,) = (link for link in each["externalReferences"] if link["type"] == "distribution")
        hashes = [said["content"] for said in files["hashes"]]
        assert hashes == locked[each["name"], each["version"]]
        assert each["purl"] == f"pkg:pypi/{each['name']}@{each['version']}"


def test_what_is_inside_packages_stands_below_them_in_the_bill(tmp_path: Path) -> None:
    make_inventory([("ortools/.libs/libz.so.1", "/here/libz.so.1", "BINARY")], tmp_path)

    bill = json.loads((tmp_path / BILL).read_text(encoding="utf-8"))
    things = {each["name"]: each for each in bill["components"]}
    (zlib,) = things["ortools"]["components"]
    assert (zlib["name"], zlib["version"]) == ("zlib", "1.3.1")
    assert zlib["licenses"] == [{"license": {"id": "Zlib"}}]
    assert zlib["bom-ref"].startswith(things["ortools"]["bom-ref"])


def test_what_packages_say_is_inside_them_is_in_the_bill(bill: Bill) -> None:
    things = {each["name"]: each for each in bill["components"]}
    crates = {each["name"]: each for each in things["python-calamine"]["components"]}

    assert crates["calamine"]["purl"].startswith("pkg:cargo/calamine@")
    assert crates["calamine"]["licenses"] == [{"license": {"id": "MIT"}}]
    assert "proc-macro2" not in crates
    inside = {each["name"] for each in things["pillow"]["components"]}
    assert "libtiff" in inside
    assert "FreeType" not in inside
    assert "components" not in things["numpy"]
    refs = [each["bom-ref"] for thing in things.values() for each in thing.get("components", ())]
    assert len(refs) == len(set(refs))


def test_only_what_lies_with_the_system_is_the_systems() -> None:
    sources = ["/usr/lib/libx.so.1", "", "/home/me/.venv/lib/libqt.so", "/usr/lib/libx.so.1"]

    assert of_the_system(sources) == [Path("/usr/lib/libx.so.1")]


@pytest.mark.skipif(not _LINUX, reason="only Debian and its kin say whose a library is")
def test_a_library_of_debian_brings_its_copyright(made: Path, bill: Bill) -> None:
    (package,) = packages_of([Path(each) for each in _LINUX])

    assert package.name == "zlib1g"
    assert "Jean-loup Gailly" in "".join(notice_of(package).files.values())
    assert package.purl in {each.get("purl") for each in bill["components"]}
    told = {each.name for each in read((made / LICENCES).read_text(encoding="utf-8")).chapters}
    assert "zlib1g (Debian)" in told


@pytest.mark.skipif(sys.platform == "win32", reason="paths of another system")
def test_what_nobody_packaged_has_no_owner(tmp_path: Path) -> None:
    assert packages_of([tmp_path / "libnobody.so.1"]) == []
    assert packages_of([]) == []


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="only Debian and its kin make them")
def test_a_debian_package_says_whose_work_is_in_it(tmp_path: Path) -> None:
    program = tmp_path / "matchdesk"
    program.mkdir()
    (program / LICENCES).write_text("whose", encoding="utf-8")

    package = make_package(program, tmp_path)

    unpacked = tmp_path / "unpacked"
    subprocess.run(["dpkg-deb", "--extract", str(package), str(unpacked)], check=True)
    copyright_file = unpacked / "usr/share/doc/matchdesk/copyright"
    target = copyright_file.readlink()
    assert (unpacked / target.relative_to("/")).read_text(encoding="utf-8") == "whose"
