#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The house's measures of a source: lines of 120 columns at most, files below 600 lines. TAP on stdout.
set -uo pipefail
. "$(dirname "$0")/tap.sh"
cd "${1:?the source folder}"
export LC_ALL=C.UTF-8

sources() {
  find src tests -name '*.[ch]' | sort
}

echo 1..2
report /source/columns "$(sources | xargs grep -nE '^.{121}' | cut -d: -f1,2)"
report /source/lines "$(sources | xargs -n 1 wc -l | awk '$1 >= 600')"
