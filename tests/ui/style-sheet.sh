#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every rule of the style sheet is closed before the next begins: GTK drops all that follows one that is not.
awk '
  { for (i = 1; i <= length ($0); i++) {
      c = substr ($0, i, 1)
      if (c == "{") depth++
      if (c == "}") depth--
      if (depth < 0 || depth > 1) bad = bad ? bad : NR
    } }
  END { print "1..1"
        if (bad || depth != 0) print "not ok 1 /ui/style-sheet # a rule is not closed before line " bad
        else print "ok 1 /ui/style-sheet" }
' "$1"
