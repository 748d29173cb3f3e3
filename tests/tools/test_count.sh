#!/bin/sh
# tools/count.awk: nothing that fails is counted as passed.
set -eu
source=${CARREL_SOURCE:-$(cd "$(dirname "$0")/../.." && pwd)}
. "$source/tests/tap.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# suite RESULT STDOUT: a line of meson's log; \n in STDOUT is a line's end, as JSON has it.
suite() {
  printf '{"name": "a/b", "stdout": "%s", "result": "%s", "env": {"A": "ok 1"}}\n' "$2" "$1" \
    >>"$work/log"
}

# The log so far is counted so, with that exit status; then a new log begins.
counts() { # WHAT EXPECTED-LINE EXPECTED-STATUS [RUNS-THAT-ENDED-BADLY]
  status=0
  touch "$work/log"
  found=$(awk -v broken="${4:-0}" -f "$source/tools/count.awk" "$work/log") || status=$?
  check "$1" test "$found, status $status" = "$2, status $3"
  rm "$work/log"
}

suite OK '1..2\nok 1 - x\nok 2 - y\n'
counts 'checks of a suite' '2 passed, 0 failed' 0
suite ERROR 'ok 1 - x\nnot ok 2 - y\n'
counts 'a failed check' '1 passed, 1 failed' 1
suite OK 'ok 1 - x # SKIP no data\nok 2 - y\n'
counts 'a skipped check' '1 passed, 0 failed, 1 skipped' 0
suite ERROR ''
counts 'a suite that crashes at once' '0 passed, 1 failed' 1
suite ERROR 'ok 1 - x\n'
counts 'a suite that crashes at its end' '1 passed, 1 failed' 1
suite TIMEOUT 'ok 1 - x\n'
counts 'a suite that takes too long' '1 passed, 1 failed' 1
suite OK 'all is well'
counts 'a program without checks' '1 passed, 0 failed' 0
suite SKIP ''
counts 'a program that skips itself' '0 passed, 0 failed, 1 skipped' 1
suite OK 'it says \"ok 1\" \\nok\nok 1 - \"x\"\n'
counts 'quotation marks and backslashes' '1 passed, 0 failed' 0
suite OK 'ok 1\n'
suite ERROR 'not ok 1\n'
counts 'two suites' '1 passed, 1 failed' 1
suite OK 'ok 1\n'
counts 'a run that ended badly for no reason given' '1 passed, 1 failed' 1 1
counts 'nothing run at all' '0 passed, 0 failed' 1
checks_end
