from __future__ import annotations

import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from app.start.checks import run_all
from app.start.debian import libraries_lacking, not_found, package_of
from app.start.tools import PreparationError, run_quietly

LDD = """
\tlinux-vdso.so.1 (0x00007ffd5c1f0000)
\tlibxcb-icccm.so.4 => not found
\tlibGL.so.1 => /lib/x86_64-linux-gnu/libGL.so.1 (0x00007f1f5d600000)
/opt/.venv/lib/python3.11/site-packages/PySide6/QtGui.abi3.so:
\tlibEGL.so.1 => not found
\tlibxcb-icccm.so.4 => not found
"""


class TestWhatDebianLeavesOut:
    def test_libraries_that_are_not_found_are_named_once(self) -> None:
        assert not_found(LDD) == ("libEGL.so.1", "libxcb-icccm.so.4")

    @pytest.mark.parametrize(
        ("library", "package"),
        [
            ("libEGL.so.1", "libegl1"),
            ("libX11-xcb.so.1", "libx11-xcb1"),
            ("libxcb-icccm.so.4", "libxcb-icccm4"),
            ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
            ("libdbus-1.so.3", "libdbus-1-3"),
            ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
            ("libgthread-2.0.so.0", "libglib2.0-0"),
            ("libbrotlidec.so.1", "libbrotli1"),
        ],
    )
    def test_a_library_is_in_the_package_that_debian_12_has(
        self, library: str, package: str
    ) -> None:
        assert package_of(library, known=()) == package

    def test_a_newer_release_has_some_under_another_name(self) -> None:
        known = {"libglib2.0-0t64", "libcups2t64", "libegl1"}

        names = {package_of(name, known) for name in ("libglib-2.0.so.0", "libEGL.so.1")}

        assert names == {"libglib2.0-0t64", "libegl1"}

    def test_the_loader_is_asked_what_a_real_part_of_qt_lacks(self, tmp_path: Path) -> None:
        part = tmp_path / "PySide6" / "QtCore.abi3.so"
        part.parent.mkdir()
        compiled = find_spec("markupsafe._speedups")
        assert compiled is not None
        assert compiled.origin is not None
        # A real library whose one need is renamed to something that no system has.
        needy = Path(compiled.origin).read_bytes().replace(b"libc.so.6\0", b"libq.so.6\0")
        part.write_bytes(needy)

        assert libraries_lacking(tmp_path) == (("libq.so.6",) if shutil.which("ldd") else ())

    def test_without_qt_nothing_is_lacking(self, tmp_path: Path) -> None:
        assert libraries_lacking(tmp_path) == ()


class TestTools:
    def test_what_a_failed_tool_said_comes_with_the_advice(self) -> None:
        script = "import sys; print('one'); print('two', file=sys.stderr); sys.exit(1)"

        with pytest.raises(PreparationError) as problem:
            run_quietly([sys.executable, "-u", "-c", script], "Do this.")

        assert problem.value.advice == "Do this."
        assert problem.value.detail == "one\ntwo\n"

    def test_a_python_path_meant_for_others_does_not_reach_a_tool(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PYTHONPATH", "/somewhere/else")

        said = run_quietly([sys.executable, "-c", "import sys; print(sys.path)"], "Do this.")

        assert "/somewhere/else" not in said


class TestChecks:
    def test_every_check_runs_though_an_early_one_fails(
        self, tmp_path: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        fails = [sys.executable, "-c", "raise SystemExit(4)"]
        passes = [sys.executable, "-c", "print('looked')"]

        passed = run_all({"first": fails, "second": passes}, tmp_path, os.environ)

        assert not passed
        *_, first, second = capfd.readouterr().out.splitlines()
        assert first.startswith("first      FAILED")
        assert second.startswith("second     passed")

    def test_they_pass_if_each_of_them_does(self, tmp_path: Path) -> None:
        passes = [sys.executable, "-c", "pass"]

        assert run_all({"first": passes, "second": passes}, tmp_path, os.environ)
