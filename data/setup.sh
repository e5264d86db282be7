# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by ./run and ./test: installs what is missing on Debian 12 or newer, saying what and why.

# package | why
build_packages='
gcc|compiles the program
libc6-dev|headers of the C library
meson|the build system
ninja-build|runs the build
pkg-config|finds the libraries
gettext|translations
libglib2.0-dev|GLib and GIO
libjson-glib-dev|reads rule packs
libicu-dev|pinyin and Chinese collation
libsqlite3-dev|the data file
libarchive-dev|one-file backups
libgsf-1-dev|opens workbooks
libxml2-dev|reads workbooks
libxlsxwriter-dev|writes workbooks
libical-dev|calendar files
libpango1.0-dev|lays out the papers
libcairo2-dev|draws the papers
fonts-noto-cjk|Chinese type for the papers
libgtk-4-dev|the window
libadwaita-1-dev|the window in the manner of GNOME
libxml2-utils|packs the descriptions of the window
librsvg2-common|draws the icons
adwaita-icon-theme|the icons of the system
gtk-update-icon-cache|lets the desktop find the icons
desktop-file-utils|checks the menu entry
'
test_packages='
locales|the zh_CN and de_DE locales
libpoppler-glib-dev|reads the printed PDFs back
sqlite3|what the import benchmark is held against
appstream|checks what software catalogues show
python3|counts the test cases
libreoffice-calc-nogui|opens the workbooks that go out
libreoffice-writer-nogui|opens the letters that go out
xvfb|a display for the tests of the window
xauth|lets them use it
openbox|the window manager of the end-to-end tests
xcompmgr|their compositor
dbus-daemon|their session
at-spi2-core|tells them what a screen reader is told
libx11-dev|their screenshots
libxtst-dev|their keyboard
'
ci_packages='
clang|the second compiler
libclang-rt-14-dev|sanitizers and libFuzzer
'

install_missing() { # install_missing LIST…
  command -v dpkg-query >/dev/null || { echo "This is no Debian system: install the packages listed in data/setup.sh yourself." >&2; return 0; }
  local missing= package why
  while IFS='|' read -r package why; do
    [ -n "$package" ] || continue
    dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' && continue
    echo "Missing: $package ($why)"
    missing="$missing $package"
  done <<EOF
$(printf '%s\n' "$@")
EOF
  [ -n "$missing" ] || return 0

  local sudo=
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Install them as root: apt-get install$missing" >&2; return 1; }
    sudo=sudo
  fi
  echo "Installing them with apt."
  $sudo apt-get update -q
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -q --no-install-recommends $missing
}

# The faces of Fandol, which papers are tested with, are in no package of their own: of the one that holds them only they
# are taken, and not all of TeX with it.
fetch_fandol() { # fetch_fandol FOLDER
  command -v apt-get >/dev/null || return 1
  local temporary result=0
  temporary=$(mktemp -d)
  echo "Fetching the fonts of Fandol."
  chmod 755 "$temporary"
  (cd "$temporary" && { apt-get download -q texlive-lang-chinese || { apt-get update -q && apt-get download -q texlive-lang-chinese; }; } &&
    dpkg-deb -x texlive-lang-chinese_*.deb tree) && mkdir -p "$1" &&
    cp "$temporary"/tree/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/*.otf "$1" || result=1
  rm -rf "$temporary"
  return $result
}
