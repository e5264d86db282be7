#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test on a display and in a session of its own; what their services say is not what the test says.
set -euo pipefail
exec 3>&1 > /dev/null
exec xvfb-run -a -s '-screen 0 1366x768x24' dbus-run-session -- bash -c 'exec "$@" >&3 3>&-' session "$@"
