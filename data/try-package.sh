#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the Debian package on a clean Debian 12 made for it, with nothing else, scores the sample, and takes a
# picture of the window's first frame. As root; needs mmdebstrap.
# Usage: data/try-package.sh JIPING.deb PICTURE.png
set -euo pipefail
package=$(realpath "${1:?the package}")
picture=$(realpath -m "${2:?where the picture goes}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$package" "$work/jiping.deb"

cat > "$work/try.sh" << 'TRY'
set -e
export DEBIAN_FRONTEND=noninteractive HOME=/srv LC_ALL=C.UTF-8 GSK_RENDERER=cairo
cd /srv
apt-get install -y -q --no-install-recommends ./jiping.deb > install.log || { cat install.log; exit 1; }
jiping --version
jipingctl --version
jipingctl --data sample.db sample
jipingctl --data sample.db score --year 2025 | head -n 3

# A display to look at it with, which is no part of what the package needs.
apt-get install -y -q --no-install-recommends xvfb xauth dbus openbox imagemagick locales > display.log || { cat display.log; exit 1; }
localedef --no-archive -i zh_CN -f UTF-8 /usr/lib/locale/zh_CN.UTF-8
cat > look.sh << 'LOOK'
openbox &
LC_ALL=zh_CN.UTF-8 jiping sample.db & window=$!
sleep 15
import -window root frame.png
kill $window %1
LOOK
xvfb-run -a -s '-screen 0 1366x768x24' dbus-run-session -- bash look.sh 2> look.log || { cat look.log; exit 1; }
TRY

mmdebstrap --quiet --variant=minbase \
  --customize-hook="copy-in $work/jiping.deb $work/try.sh /srv" \
  --customize-hook='chroot "$1" bash /srv/try.sh' \
  --customize-hook="copy-out /srv/frame.png $work" \
  bookworm /dev/null
mv "$work/frame.png" "$picture"
echo "The first frame is in $picture"
