#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every path in docs/promises.md names a test: it stands in the sources of the tests whole, or a table has its last word
# and a format string the rest. TAP on stdout.
set -uo pipefail
cd "${1:?the source folder}"
n=0
mapfile -t paths < <(grep -o '`/[a-z][^`]*`' docs/promises.md | tr -d '`' | LC_ALL=C sort -u)
echo "1..${#paths[@]}"
for path in "${paths[@]}"; do
  n=$((n + 1))
  folder=${path%/*}
  last=${path##*/}
  # A word of a table, or what a macro puts before it.
  if grep -rqF "\"$path" tests || grep -rqF " $path " tests/packaged.sh ||
    { grep -rqF "\"$folder/%s" tests && { [ -z "$last" ] || grep -rqF "\"$last\"" tests; }; } ||
    { grep -rqF "\"$last\"" tests && grep -rqF "\"${folder%/*}/\"" tests; } ||
    { grep -rqF "\"${folder##*/}/$last\"" tests && grep -rqE "\"${folder%/*}/(\"|%)" tests; }; then
    echo "ok $n $path"
  else
    echo "not ok $n $path # no such test"
  fi
done
