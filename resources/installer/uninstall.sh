#!/bin/sh
# Takes away the program that install.sh installed. Events and settings stay where they are.
set -eu
data=${XDG_DATA_HOME:-$HOME/.local/share}

rm -f "$HOME/.local/bin/matchdesk" "$data/applications/matchdesk.desktop" \
    "$data/mime/packages/matchdesk.xml" "$data/icons/hicolor/scalable/apps/matchdesk.svg"
for side in 32 48 64 128 256; do
    rm -f "$data/icons/hicolor/${side}x${side}/apps/matchdesk.png" \
        "$data/icons/hicolor/${side}x${side}/mimetypes/application-x-matchdesk.png"
done
if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime" || true; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$data/applications" || true; fi
rm -rf "$data/matchdesk-program"
echo "Matchdesk is gone. Events are kept in $data/matchdesk"
