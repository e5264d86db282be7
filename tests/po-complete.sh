#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every message can be translated, and is: no source left out of POTFILES.in, no message that gettext cannot see whole,
# no translation missing, fuzzy or unlike its message in what it prints. TAP on stdout.
set -uo pipefail
. "$(dirname "$0")/tap.sh"
cd "${1:?the source folder}"
# The preset 'glib' of meson's i18n.gettext, which po/meson.build uses.
keywords=(--from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dcgettext:2
  --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 --flag=N_:1:pass-c-format --flag=C_:2:pass-c-format
  --flag=NC_:2:pass-c-format --flag=g_dngettext:2:pass-c-format --flag=g_strdup_printf:1:c-format
  --flag=g_set_error:4:c-format --flag=g_error_new:3:c-format --flag=g_print:1:c-format --flag=g_printerr:1:c-format)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

sources() { # what may hold messages
  find src -name '*.[ch]'
  find resources -name '*.ui'
  find data -name '*.desktop.in' -o -name '*.metainfo.xml.in' -o -name '*.gschema.xml'
}

with_messages() { # those of the files on stdin that do
  xgettext "${keywords[@]}" --add-location=file -f - -o - 2>/dev/null | sed -n 's/^#: //p' | tr ' ' '\n' | LC_ALL=C sort -u
}

without_header() {
  sed '1,/^$/d'
}

echo 1..6
sources | with_messages > "$work/found"
grep -v '^#' po/POTFILES.in > "$work/listed"
report /po/files-listed "$(LC_ALL=C comm -23 "$work/found" <(LC_ALL=C sort "$work/listed"))"
report /po/files-sorted "$(diff "$work/listed" <(LC_ALL=C sort "$work/listed"))"

xgettext "${keywords[@]}" -f po/POTFILES.in -o "$work/jiping.pot" 2> "$work/warnings"
# A sentence that ends in a lone per cent sign was cut by a macro such as G_GINT64_FORMAT: PRId64 is seen, that is not.
report /po/messages-whole "$(cat "$work/warnings"; grep '^\(msgid\|"\).*[^%]%"$' "$work/jiping.pot")"

# Merged without guessing: what the translation lacks stays empty, what it kept for nothing is dropped.
msgmerge -q --no-fuzzy-matching po/zh_CN.po "$work/jiping.pot" -o "$work/zh_CN.po"
report /po/zh_CN/complete "$(msgattrib --untranslated --no-obsolete "$work/zh_CN.po" | without_header)"
report /po/zh_CN/not-fuzzy "$(msgattrib --only-fuzzy po/zh_CN.po | without_header)"
report /po/zh_CN/format "$(LC_ALL=C msgfmt -c --check-format -o /dev/null po/zh_CN.po 2>&1)"
