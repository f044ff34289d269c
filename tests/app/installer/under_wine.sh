#!/bin/bash
# Tries the installer for Windows on Debian, in a system of its own that has wine and no network.
# Run it as root, by hand. COMPILER is the folder of Inno Setup 6 that has ISCC.exe in it. Wine can't
# build the program for Windows, so that a small one stands in for it, with its icon and its details.
#
#   bash tests/app/installer/under_wine.sh COMPILER
set -euo pipefail
compiler=$(realpath "$1")
project=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../../..")
python=${PYTHON:-$project/.venv/bin/python}
root=$(mktemp -d)
chmod 755 "$root"
# What is mounted and started below is seen by nobody else, and goes with the last command.
trap 'rm -rf --one-file-system "$root"' EXIT

debootstrap --variant=minbase bookworm "$root" >/dev/null
chroot "$root" sh -ec '
    dpkg --add-architecture i386
    apt-get update
    DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends \
        wine wine32:i386 wine64 xvfb xauth gcc-mingw-w64-x86-64 icoutils
    useradd --create-home desk' >"$root/said" 2>&1 || { tail -20 "$root/said"; exit 1; }
mkdir -p "$root/opt/try/matchdesk/_internal" "$root/opt/try/out"
cp -r "$compiler" "$root/opt/inno"
(cd "$project" && PYTHONPATH=. "$python" -P - "$root/opt/try" "$root/opt/inno" <<'MAKE'
import struct, sys
from pathlib import Path
from types import SimpleNamespace

import PyInstaller.compat
from app.installer import windows
from app.installer.marks import BILL, LICENCES, made_icon, made_picture, version_text

# PyInstaller's own reader, which elsewhere than on Windows lacks a module and has longer numbers.
sys.modules.setdefault("pefile", SimpleNamespace())
PyInstaller.compat.win32api = None
from PyInstaller.utils.win32 import versioninfo

versioninfo.struct = SimpleNamespace(
    pack=lambda form, *values: struct.pack(f"<{form}", *values),
    unpack=lambda form, data: struct.unpack(f"<{form}", data),
    calcsize=lambda form: struct.calcsize(f"<{form}"),
)
tried, inno = map(Path, sys.argv[1:])
icon = made_icon(tried / "matchdesk.ico")
for program in ("matchdesk", "matchdesk-console"):
    text = tried / f"{program}.txt"
    text.write_text(version_text(program), encoding="utf-8")
    read = versioninfo.load_version_info_from_text_file(str(text))
    (tried / f"{program}.bin").write_bytes(read.toRaw())
    again = versioninfo.VSVersionInfo()
    again.fromRaw(read.toRaw())
    assert again == read
    (tried / f"{program}.rc").write_text(f'1 ICON "{icon.name}"\n1 16 "{program}.bin"\n')
for name in (LICENCES, BILL, "_internal/only in the first.dll", "_internal/naïve.txt"):
    (tried / "matchdesk" / name).write_text(name, encoding="utf-8")
made_picture(tried / "matchdesk.bmp")


def seen(word: str) -> str:
    """Give a word of the build as wine sees it: places are on another disk there."""
    for place, disk in ((windows.MADE, "try"), (tried, "try"), (Path.cwd(), "project")):
        word = word.replace(str(place), f"Z:/opt/{disk}")
    return word[:1] + word[1:].replace("/", "\\")


words = windows.arguments(tried / "matchdesk", tried / "out")
(tried / "words").write_text("\n".join(map(seen, words)), encoding="utf-8")
MAKE
)
cat >"$root/opt/try/stand-in.c" <<'STAND_IN'
#include <windows.h>
#include <stdio.h>

/* Writes the words that it was started with, and with "stay" runs as the program does. */
int WINAPI wWinMain(HINSTANCE own, HINSTANCE none, LPWSTR line, int show) {
    char text[2000];
    FILE *told = fopen("C:\\opened.txt", "ab");
    WideCharToMultiByte(CP_UTF8, 0, line, -1, text, sizeof text, NULL, NULL);
    fprintf(told, "%s\n", text);
    fclose(told);
    if (wcsstr(line, L"stay")) {
        CreateMutexW(NULL, FALSE, L"Matchdesk-runs");
        Sleep(60000);
    }
    return 0;
}
STAND_IN
cat >"$root/opt/try/try.sh" <<'TRY'
set -eu
export LANG=C.UTF-8 WINEDEBUG=-all DISPLAY=:91
cd
Xvfb :91 -screen 0 1280x800x24 >/dev/null 2>&1 &
until [ -e /tmp/.X11-unix/X91 ]; do :; done
quietly() { "$@" >/tmp/said 2>&1 || { echo "$* ended with $?"; cat /tmp/said; exit 1; }; }
fail() { echo "$*"; exit 1; }
quietly wineboot --init
quietly winecfg -v win10
disk=~/.wine/drive_c
local=$disk/users/desk/AppData/Local
program=$local/Programs/Matchdesk
menu="$disk/users/desk/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Matchdesk.lnk"
event="$local/matchdesk/events/Größe und Tag.matchdesk"
mkdir -p "$(dirname "$event")"
echo event >"$event"

cd /opt/try
for each in matchdesk matchdesk-console; do
    x86_64-w64-mingw32-windres "$each.rc" -O coff -o "$each.o"
    x86_64-w64-mingw32-gcc -municode -mwindows -Os -s -o "matchdesk/$each.exe" stand-in.c "$each.o"
done
echo "icons: $(icotool --list matchdesk.ico | grep -o 'width=[0-9]*' | cut -d= -f2 | tr '\n' ' ')"

compiled() {  # VERSION
    mapfile -t words <words
    quietly wine 'Z:\opt\inno\ISCC.exe' "${words[@]/#\/DVersion=*//DVersion=$1}"
    [ -s "out/matchdesk-$1-windows-setup.exe" ] || fail "there is no setup of $1"
}
installed() {  # VERSION [WORD...]
    local version=$1 status=0
    shift
    wine "Z:\\opt\\try\\out\\matchdesk-$version-windows-setup.exe" \
        /VERYSILENT /SUPPRESSMSGBOXES "/LOG=C:\\setup-$version.log" "$@" >/dev/null 2>&1 || status=$?
    wineserver --wait
    return $status
}
asked() { wine reg query "HKCU\\Software\\$1" /ve 2>/dev/null | tr -d '\r' | grep REG_SZ; }
uninstall='Microsoft\Windows\CurrentVersion\Uninstall\{6E0B5F0A-6E5C-4B3B-9C53-2E7B9E1D5A74}_is1'

compiled 0.1.0
cp ~/.wine/system.reg /tmp/system.before
installed 0.1.0
grep -q "Administrative install mode: No" "$disk/setup-0.1.0.log"
if grep -i matchdesk ~/.wine/system.reg; then fail "something is in the machine's registry"; fi
echo "installed: $(find "$program" -type f | wc -l) files, $(ls "$menu" | wc -l) menu entry"
echo "file type:$(asked 'Classes\.matchdesk')"
echo "opened by:$(asked 'Classes\Matchdesk.Event\shell\open\command')"
wine reg query "HKCU\\Software\\$uninstall" /v DisplayVersion 2>/dev/null | grep -q "0\.1\.0"

# This wine does not look for file types among those of the account.
for each in .matchdesk Matchdesk.Event; do
    quietly wine reg copy "HKCU\\Software\\Classes\\$each" "HKLM\\Software\\Classes\\$each" /s /f
done
quietly wine start /wait 'C:\users\desk\AppData\Local\matchdesk\events\Größe und Tag.matchdesk'
grep -qF '"C:\users\desk\AppData\Local\matchdesk\events\Größe und Tag.matchdesk"' "$disk/opened.txt"
echo "an event with a space and letters of its own is opened whole"
for each in .matchdesk Matchdesk.Event; do
    quietly wine reg delete "HKLM\\Software\\Classes\\$each" /f
done

rm matchdesk/_internal/only*
echo new >matchdesk/_internal/new.dll
compiled 0.2.0
wine "C:\\users\\desk\\AppData\\Local\\Programs\\Matchdesk\\matchdesk.exe" stay &
until grep -q stay "$disk/opened.txt"; do :; done
# The program stays, so that wine's end is not waited for here.
if timeout 60 wine 'Z:\opt\try\out\matchdesk-0.2.0-windows-setup.exe' /VERYSILENT /SUPPRESSMSGBOXES \
    '/LOG=C:\setup-in-use.log' >/dev/null 2>&1; then fail "files in use were replaced"; fi
grep -q "Matchdesk is currently running" "$disk/setup-in-use.log"
[ -e "$program/_internal/only in the first.dll" ] || fail "files in use were removed"
echo "a program that runs is left alone"
wineserver --kill

installed 0.2.0
[ ! -e "$program/_internal/only in the first.dll" ] || fail "a library of the first is left"
[ -e "$program/_internal/new.dll" ]
wine reg query "HKCU\\Software\\$uninstall" /v DisplayVersion 2>/dev/null | grep -q "0\.2\.0"
echo "the second version stands in place of the first"

quietly wine "$program/unins000.exe" /VERYSILENT /SUPPRESSMSGBOXES
wineserver --wait
if [ -e "$program" ] || [ -e "$menu" ]; then fail "the program is left"; fi
if grep -i matchdesk ~/.wine/user.reg | grep -vi MenuFiles | grep -v '\.desktop\|\.menu'; then
    fail "something of the registry is left"
fi
[ "$(cat "$event")" = event ]
echo "uninstalled; the event is kept"
TRY
mkdir "$root/opt/project"
chmod -R a+rwX "$root/opt/try"
unshare --net --mount --pid --fork --kill-child sh -c '
    mount -t proc proc "$0/proc" && mount --rbind --make-rprivate "$1" "$0/opt/project" &&
    exec chroot "$0" su desk -c "bash /opt/try/try.sh"' "$root" "$project"
