#!/bin/sh
# Installs Matchdesk for the account that runs this. Nobody else's rights are needed, and no network.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
home=$data/matchdesk-program
bin=$HOME/.local/bin

rm -rf "$home.new"
mkdir -p "$data" "$bin"
cp -R "$here/program" "$home.new"
cp "$here/uninstall.sh" "$home.new/uninstall.sh"
rm -rf "$home"
mv "$home.new" "$home"
ln -sf "$home/matchdesk" "$bin/matchdesk"
cp -R "$here/share/." "$data/"
# Some openers know no quotes, so there are none but where a folder's name holds a space.
case $home in
    *" "*) program="\"$home/matchdesk\"" ;;
    *) program=$home/matchdesk ;;
esac
sed -i "s|@PROGRAM@|$program|" "$data/applications/matchdesk.desktop"
if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime" || true; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$data/applications" || true; fi
echo "Matchdesk is installed. Start it from the menu, or with $bin/matchdesk"
echo "To take it away again: $home/uninstall.sh"
