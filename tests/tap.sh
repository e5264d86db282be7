# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the checks that are shell scripts: TAP on stdout.
n=0

report() { # report NAME FINDINGS: passes where there are none
  n=$((n + 1))
  [ -z "$2" ] || { sed 's/^/# /' <<< "$2"; printf 'not '; }
  echo "ok $n $1"
}
