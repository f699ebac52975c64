#!/usr/bin/env bash
# Tests a built site: run.sh [--static | --update-looks] OUT_DIR OUT_DIR_WITH_BASE_URL [BASE_URL]
#
# The two folders hold the same site, built without and with a base URL. `--static` opens no browser;
# `--update-looks` only takes the pages' present looks over into looks/.
# The last line is `N passed, N failed`; with COUNTS=FILE it goes into that file instead.
set -euo pipefail

default_address=https://redlist.example/some/path/

selections=(reading finding)
if [ "${1:-}" = --static ]; then
    selections=(static)
    shift
elif [ "${1:-}" = --update-looks ]; then
    selections=(looks)
    export UPDATE_LOOKS=1
    shift
fi
if [ $# -lt 2 ]; then
    sed -n '2,5s/^# \?//p' "$0" >&2
    exit 2
fi
for folder in "$1" "$2"; do
    if [ ! -f "$folder/index.html" ]; then
        echo "$folder holds no site: build one first" >&2
        exit 2
    fi
done

SITE_DIR=$(realpath "$1")
SITE_DIR_WITH_ADDRESS=$(realpath "$2")
SITE_ADDRESS=${3:-$default_address}
export SITE_DIR SITE_DIR_WITH_ADDRESS SITE_ADDRESS

cd "$(dirname "${BASH_SOURCE[0]}")"
if [ ! -d node_modules ]; then
    echo "The packages are missing: run npm ci in tests/browser, or tests/run, which does" >&2
    exit 2
fi

reports=$(mktemp -d)
second=''
trap cleanup EXIT

cleanup() {
    if [ -n "$second" ]; then
        kill "$second" 2>/dev/null || true
    fi
    rm -rf "$reports"
}

run() {
    node --test-reporter=spec --test-reporter-destination=stdout \
        --test-reporter=tap --test-reporter-destination="$reports/$1.tap" all.mjs "$1"
}

# A browser waits more than it works: two halves at once take little longer than one.
status=0
if [ ${#selections[@]} -gt 1 ]; then
    run "${selections[1]}" >"$reports/second.txt" 2>&1 &
    second=$!
fi
run "${selections[0]}" || status=$?
if [ -n "$second" ]; then
    wait "$second" || status=$?
    second=''
    cat "$reports/second.txt"
fi

# The totals are each report's last lines: `# pass 12`.
total() {
    local sum=0 selection found
    for selection in "${selections[@]}"; do
        found=$(sed -n "s/^# $1 \([0-9]*\)$/\1/p" "$reports/$selection.tap" | tail -n 1)
        if [ -z "$found" ]; then
            echo "The tests ended without a report" >&2
            exit 1
        fi
        sum=$((sum + found))
    done
    echo "$sum"
}
passed=$(total pass)
failed=$(($(total fail) + $(total cancelled)))
skipped=$(total skipped)
if [ "$skipped" -gt 0 ]; then
    echo "$skipped skipped"
fi
if [ -n "${COUNTS:-}" ]; then
    echo "$passed passed, $failed failed" >"$COUNTS"
else
    echo "$passed passed, $failed failed"
fi
if [ "$failed" -gt 0 ]; then
    exit 1
fi
exit "$status"
