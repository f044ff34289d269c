#!/bin/bash
# Tries a Debian package on a system of its own, made anew, that has no Python and no project.
# Run it as root, by hand: it fetches Debian's base system and what the package depends on.
#
#   bash tests/app/installer/fresh_root.sh dist/matchdesk_0.1.0_amd64.deb
set -euo pipefail
package=$(realpath "$1")
suite=${2:-bookworm}
root=$(mktemp -d)
# What is mounted and started below is seen by nobody else, and goes with the last command.
trap 'rm -rf --one-file-system "$root"' EXIT

debootstrap --variant=minbase "$suite" "$root" >/dev/null
cp "$package" "$root/root/matchdesk.deb"
cat >"$root/root/try.sh" <<'TRY'
set -eu
export HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive
quietly() { "$@" >/root/said 2>&1 || { cat /root/said; exit 1; }; }
quietly apt-get update
quietly apt-get install --yes --no-install-recommends /root/matchdesk.deb
if command -v python3; then echo "There is a Python here after all."; exit 1; fi
echo "installed: $(du -sm /opt/matchdesk | cut -f1) MiB, $(matchdesk --version)"
matchdesk --self-test

quietly apt-get install --yes --no-install-recommends \
    xvfb xdotool xdg-utils shared-mime-info desktop-file-utils libfile-mimeinfo-perl procps
cd /root
matchdesk new day.matchdesk --name Day --timezone Europe/Vilnius --day 2027-03-16 \
    --block 09:00-10:00 --slot 20 --gap 5 --tables 4
echo "file type: $(xdg-mime query filetype day.matchdesk)"
Xvfb :91 -screen 0 1440x900x24 >/dev/null 2>&1 &
export DISPLAY=:91
until xdotool search --name . >/dev/null 2>&1 || xdotool getmouselocation >/dev/null 2>&1; do :; done
windows() { xdotool search --onlyvisible --name "Day – Matchdesk" 2>/dev/null | wc -l; }
began=$(date +%s%N)
xdg-open day.matchdesk &
until [ "$(windows)" = 1 ] || [ $(($(date +%s%N) - began)) -gt 60000000000 ]; do :; done
[ "$(windows)" = 1 ]
echo "opened by its file type after $((($(date +%s%N) - began) / 1000000)) ms"
matchdesk day.matchdesk
[ "$(windows)" = 1 ]
echo "a second start ended, and one window is there"
pkill -f "matchdesk day.matchdesk"
quietly dpkg --remove matchdesk
for each in /opt/matchdesk /usr/bin/matchdesk /usr/share/applications/matchdesk.desktop; do
    if [ -e "$each" ]; then echo "$each is left"; exit 1; fi
done
[ -e /root/day.matchdesk ]
echo "removed; the event is kept"
kill %1
TRY
unshare --mount --pid --fork --kill-child \
    sh -c 'mount -t proc proc "$0/proc" && exec chroot "$0" bash /root/try.sh' "$root"
