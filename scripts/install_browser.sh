#!/bin/sh
# Install what tests/test_report_browser.py drives: Debian's chromium and its driver. Does nothing where they are, and
# where they cannot be installed it says so; the test is then skipped.
set -u
if command -v chromium >/dev/null && command -v chromedriver >/dev/null; then
    exit 0
fi
if ! command -v apt-get >/dev/null; then
    echo "no chromium here, and no apt-get to install it with: the browser test will be skipped" >&2
    exit 0
fi
as_root=
if [ "$(id -u)" -ne 0 ]; then
    as_root="sudo -n"
fi
export DEBIAN_FRONTEND=noninteractive
if $as_root apt-get -qq update && $as_root apt-get -qq install --no-install-recommends -y chromium chromium-driver >/dev/null; then
    exit 0
fi
echo "chromium could not be installed: the browser test will be skipped" >&2
