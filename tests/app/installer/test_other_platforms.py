"""What is prepared for platforms that are not at hand: what can be checked from here."""

from __future__ import annotations

import ast
import plistlib
import re
from pathlib import Path

import pytest

from app.files import EVENT_SUFFIX
from app.installer import macos, windows
from app.installer.__main__ import main as build
from app.installer.folder import BuildFailed
from app.installer.marks import BILL, LICENCES, PROJECT, version_text
from app.places import events_folder
from app.presence import IDENTITY, RUNS
from app.settings import HOME
from app.version import VERSION

SCRIPT = windows.SCRIPT.read_text(encoding="utf-8")
WORKFLOW = (PROJECT / ".github" / "workflows" / "installers.yml").read_text(encoding="utf-8")
MIME = (PROJECT / "resources" / "installer" / "matchdesk-mime.xml").read_text(encoding="utf-8")
SPEC = (PROJECT / "build_installer.spec").read_text(encoding="utf-8")


def setting(name: str) -> str:
    (value,) = re.findall(rf"^{name}=(.*)$", SCRIPT, re.MULTILINE)
    return str(value)


def built(folder: Path) -> Path:
    """A program's folder as a build leaves it, with little in it."""
    program = folder / "matchdesk"
    program.mkdir()
    for name in ("matchdesk.exe", LICENCES, BILL):
        (program / name).write_text(name, encoding="utf-8")
    return program


def test_windows_asks_for_no_administrator_and_installs_beside_the_events() -> None:
    assert setting("PrivilegesRequired") == "lowest"
    assert setting("DefaultDirName") == r"{localappdata}\Programs\Matchdesk"
    assert "HKLM" not in SCRIPT


def test_uninstalling_takes_away_nothing_but_what_was_installed() -> None:
    assert "[UninstallDelete]" not in SCRIPT
    assert "[UninstallRun]" not in SCRIPT
    (deleted,) = re.findall(r'^Type: \w+; Name: "(.*)"$', SCRIPT, re.MULTILINE)
    assert deleted == r"{app}\_internal"


def test_the_script_names_files_that_are_here_or_that_the_build_makes() -> None:
    assert (windows.SCRIPT.parent / setting("LicenseFile").replace("\\", "/")).is_file()
    programs = set(re.findall(r"\{app\}\\([\w-]+)\.exe", SCRIPT))
    assert programs == {"matchdesk"}
    assert all(f'starter("{name}"' in SPEC for name in programs)


def test_the_script_opens_events_by_their_file_type() -> None:
    assert r"Software\Classes\.matchdesk" in SCRIPT
    assert '"""{app}\\matchdesk.exe"" ""%1"""' in SCRIPT
    assert setting("ChangesAssociations") == "yes"


def test_the_script_and_the_program_call_it_the_same() -> None:
    assert setting("AppMutex") == RUNS
    assert f'AppUserModelID: "{IDENTITY}"' in SCRIPT
    assert f'bundle_identifier="{IDENTITY}"' in SPEC


@pytest.mark.parametrize("program", ["matchdesk", "matchdesk-console"])
def test_windows_reads_whose_a_program_is(program: str) -> None:
    text = version_text(program)

    assert len(ast.parse(text, mode="eval").body.args) == 0  # type: ignore[attr-defined] # a call
    for said in (f"'{program}.exe'", f"'ProductVersion', '{VERSION}'"):
        assert said in text


def test_macos_knows_the_file_type_that_it_is_to_open() -> None:
    told = plistlib.loads(plistlib.dumps(macos.FACTS))

    (made,), (opened,) = told["UTExportedTypeDeclarations"], told["CFBundleDocumentTypes"]
    assert opened["LSItemContentTypes"] == [made["UTTypeIdentifier"]]
    assert opened["LSHandlerRank"] == "Owner"
    tags = made["UTTypeTagSpecification"]
    assert tags["public.filename-extension"] == [EVENT_SUFFIX.removeprefix(".")]
    assert f'type="{tags["public.mime-type"][0]}"' in MIME
    assert told["NSCameraUsageDescription"]
    assert told["CFBundleVersion"] == VERSION


def test_macos_gives_the_program_a_place_in_the_dock() -> None:
    assert 'console=sys.platform not in ("win32", "darwin")' in SPEC


def test_packages_alone_are_made_only_of_what_was_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = build(["--out", str(tmp_path), "--only", "packages"])

    assert status == 3
    assert "Build it first" in capsys.readouterr().err


def test_what_the_script_is_told_is_what_it_asks_for(tmp_path: Path) -> None:
    words = windows.arguments(built(tmp_path), tmp_path)

    told = dict(word[2:].split("=", 1) for word in words if word.startswith("/D"))
    assert told.keys() == set(re.findall(r"\{#(\w+)\}", SCRIPT))
    assert told["Version"] == VERSION
    assert all(Path(told[name]).exists() for name in ("Folder", "Icon", "Out"))
    assert words[-1] == str(windows.SCRIPT)


def test_the_installer_is_looked_for_under_the_name_that_the_script_gives_it(
    tmp_path: Path,
) -> None:
    made = windows.make_installer(built(tmp_path), tmp_path, "true")

    assert made.stem == setting("OutputBaseFilename").replace("{#Version}", VERSION)


def test_a_compiler_that_fails_ends_the_build(tmp_path: Path) -> None:
    with pytest.raises(BuildFailed, match="ended with 1"):
        windows.make_installer(built(tmp_path), tmp_path, "false")


def test_the_archive_of_windows_holds_the_programs_folder(tmp_path: Path) -> None:
    archive = windows.make_archive(built(tmp_path), tmp_path)

    assert archive.name.startswith(f"matchdesk-{VERSION}-")
    assert archive.suffix == ".zip"


def test_the_image_of_macos_shows_the_application_where_it_goes_and_its_papers(
    tmp_path: Path,
) -> None:
    program = built(tmp_path)
    (tmp_path / "Matchdesk.app" / "Contents").mkdir(parents=True)

    stage = macos.laid_out(program, tmp_path)

    assert {each.name for each in stage.iterdir()} == {
        "Matchdesk.app",
        "Applications",
        LICENCES,
        BILL,
    }
    assert (stage / "Applications").readlink() == Path("/Applications")


def test_the_workflow_builds_and_tries_on_three_platforms() -> None:
    assert "\t" not in WORKFLOW
    assert re.findall(r"runner: (\w+)", WORKFLOW) == ["ubuntu", "windows", "macos", "macos"]
    assert "run: python desk.py build" in WORKFLOW
    assert "--self-test" in WORKFLOW
    for program in re.findall(r"program: dist/(\S+)", WORKFLOW):
        name = Path(program).name.removesuffix(".exe")
        assert f'starter("{name}"' in SPEC
    indents = {len(line) - len(line.lstrip()) for line in WORKFLOW.splitlines() if line.strip()}
    assert all(indent % 2 == 0 for indent in indents)


def test_the_workflow_names_each_action_by_its_commit_and_takes_along_every_package() -> None:
    named = re.findall(r"uses: (\S+)( # v[\d.]+)?", WORKFLOW)

    assert named
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action) and tag for action, tag in named)
    for package in (f"matchdesk_{VERSION}_amd64.deb", f"matchdesk-{VERSION}-windows-setup.exe"):
        ways = re.findall(r"^ +dist/(matchdesk\S+)$", WORKFLOW, re.MULTILINE)
        assert any(Path(package).match(way) for way in ways)


def test_events_are_not_where_the_program_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(HOME, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert events_folder() == tmp_path / "matchdesk" / "events"
    assert Path("Programs/Matchdesk") not in events_folder().parents
