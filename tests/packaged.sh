#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What a package is made of: the files that are installed, no more and no fewer; and that the menu entry, the D-Bus
# service, the catalogue entry, the Flatpak manifest and the Debian package name the same program. TAP on stdout.
set -uo pipefail
. "$(dirname "$0")/tap.sh"
source=${1:?the source folder}
build=${2:?the build folder}
id=org.jiping.Jiping
manifest=$source/flatpak/$id.yml
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

expect() { # expect NAME WANTED FOUND
  report "$1" "$([ "$2" = "$3" ] || printf 'wanted: %s\nfound: %s\n' "$2" "$3")"
}

field() { # field KEY FILE: the value after “key=” or “key: ”
  sed -n "s/^$1[=:] *//p" "$2" | tr -d "'"
}

echo 1..16

meson install -C "$build" --no-rebuild --quiet --destdir "$work/root" > "$work/log" 2>&1
report /data/installs "$([ $? -eq 0 ] || cat "$work/log")"
prefix=$(dirname "$(dirname "$(cd "$work/root" && find . -path '*/bin/jiping' | sed 's/^\.//')")")
root=$work/root$prefix

sort > "$work/wanted" << LIST
bin/jiping 755
bin/jipingctl 755
share/applications/$id.desktop 644
share/bash-completion/completions/jipingctl 644
share/dbus-1/services/$id.service 644
share/doc/jiping/guide.md 644
$(cd "$source/docs" && find pictures -type f -printf 'share/doc/jiping/%p 644\n')
share/glib-2.0/schemas/$id.gschema.xml 644
share/icons/hicolor/scalable/apps/$id.svg 644
share/icons/hicolor/symbolic/apps/$id-symbolic.svg 644
share/locale/zh_CN/LC_MESSAGES/jiping.mo 644
share/man/man1/jiping.1 644
share/man/man1/jipingctl.1 644
share/metainfo/$id.metainfo.xml 644
LIST
(cd "$root" && find . -type f -printf '%P %m\n' | sort) > "$work/found"
report /data/layout "$(diff "$work/wanted" "$work/found")"

desktop=$root/share/applications/$id.desktop
service=$root/share/dbus-1/services/$id.service
metainfo=$root/share/metainfo/$id.metainfo.xml
control=$source/data/debian/control
version=$("$root/bin/jiping" --version | sed 's/^jiping //')

expect /data/desktop/exec 'jiping %f' "$(field Exec "$desktop")"
expect /data/desktop/icon "$id" "$(field Icon "$desktop")"
report /data/desktop/chinese "$(grep -q '^Name\[zh_CN\]=集评$' "$desktop" || echo 'no Chinese name')"
expect /data/service/name "$id" "$(field Name "$service")"
expect /data/service/exec "$prefix/bin/jiping --gapplication-service" "$(field Exec "$service")"
expect /data/metainfo/id "$id $id.desktop" "$(sed -n 's/.*<id>\(.*\)<.*/\1/p; s/.*<launchable[^>]*>\(.*\)<.*/\1/p' "$metainfo" | xargs)"
expect /data/metainfo/release "$version" "$(sed -n 's/.*<release version="\([^"]*\)".*/\1/p' "$metainfo" | head -n 1)"

expect /data/debian/version "$version" "$(sed -n '1s/.*(\(.*\)).*/\1/p' "$source/data/debian/changelog")"
# What ./run installs to build with is what the package asks for, but for what every Debian builder has.
report /data/debian/build-depends "$(
  . "$source/data/setup.sh"
  while IFS='|' read -r package _; do
    case $package in '' | gcc | libc6-dev | ninja-build | fonts-* | librsvg2-* | adwaita-*) continue ;; esac
    grep -q "[ ,]$package\( \|,\|$\)" "$control" || echo "$package is not in Build-Depends"
  done <<< "$build_packages")"

expect /data/flatpak/id "$id jiping" "$(field id "$manifest") $(field command "$manifest")"
report /data/flatpak/numbered-runtime "$(field runtime-version "$manifest" | grep -qx '[0-9]*' || echo 'the runtime has no number')"
# A window, and no more: neither network nor folders of the host nor names on the bus.
report /data/flatpak/least-permissions "$(sed -n '/^finish-args:/,/^$/s/^  - //p' "$manifest" |
  grep -vxe '--share=ipc' -e '--socket=fallback-x11' -e '--socket=wayland' -e '--device=dri')"
report /data/flatpak/pinned "$(
  archives=$(grep -c 'type: archive' "$manifest")
  hashes=$(grep -cE '^ +sha256: [0-9a-f]{64}$' "$manifest")
  [ "$archives" -gt 0 ] && [ "$archives" = "$hashes" ] || echo "$archives archives, $hashes hashes"
  grep -E '^ +url: ' "$manifest" | grep -vE 'url: https://.*[0-9]\.(tar\.[gx]z|zip)$')"
report /data/flatpak/session-extension "$(
  for flag in SQLITE_ENABLE_SESSION SQLITE_ENABLE_PREUPDATE_HOOK; do grep -q -- "-D$flag " "$manifest" || echo "no $flag"; done)"
