#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds with warnings as errors on a Debian 13 made for it (GTK 4.18, libadwaita 1.7, GLib 2.84, gcc 14), then shows
# each page there and fails if anything is logged. As root; needs mmdebstrap.
# Usage: data/try-newer.sh FOLDER for the pictures
set -euo pipefail
pictures=${1:?where the pictures go}
source=$(realpath "$(dirname "$0")/..")
. "$source/data/setup.sh"
mkdir -p "$pictures"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git -C "$source" archive --prefix=jiping/ HEAD > "$work/jiping.tar"

cat > "$work/try.sh" << 'TRY'
set -e
export HOME=/srv LC_ALL=C.UTF-8
cd /srv
localedef --no-archive -i zh_CN -f UTF-8 /usr/lib/locale/zh_CN.UTF-8
tar xf jiping.tar
cd jiping
pkg-config --modversion gtk4 libadwaita-1
{ meson setup build -Dtests=false --werror --prefix=/usr && meson install -C build; } > build.log || { tail -n 40 build.log; exit 1; }
jipingctl --data /srv/sample.db sample
cat > look.sh << 'LOOK'
openbox > openbox.log 2>&1 &
for page in dashboard clusters assessment calendar funding reports rules; do
  LC_ALL=zh_CN.UTF-8 jiping --page=$page /srv/sample.db 2>> window.log & window=$!
  sleep 10
  import -window root /srv/pictures/$page.png
  kill $window
  wait $window || true
done
kill %1
LOOK
mkdir /srv/pictures
GSK_RENDERER=cairo GTK_A11Y=none xvfb-run -a -s '-screen 0 1366x768x24' dbus-run-session -- bash look.sh 2> session.log
! grep . window.log
TRY

packages=$(sed -n 's/^\([^|]*\)|.*/\1/p' <<< "$build_packages" | paste -sd,)
mmdebstrap --quiet --variant=minbase --include="$packages,locales,xvfb,xauth,openbox,dbus,imagemagick" \
  --customize-hook="copy-in $work/jiping.tar $work/try.sh /srv" \
  --customize-hook='chroot "$1" bash /srv/try.sh' \
  --customize-hook="sync-out /srv/pictures $pictures" \
  trixie /dev/null
echo "Without warnings; the pages are in $pictures"
