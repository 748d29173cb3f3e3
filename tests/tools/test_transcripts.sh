#!/bin/sh
# tests/golden/test_golden.sh: that it sees what differs, and leaves alone what is no transcript.
set -eu
source=${CARREL_SOURCE:-$(cd "$(dirname "$0")/../.." && pwd)}
. "$source/tests/tap.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

golden() { CARREL_BINARY=$(command -v true) "$source/tests/golden/test_golden.sh" "$@"; }
# transcript FILE LINE...
transcript() {
  file=$1
  shift
  printf '%s\n' "$@" >"$file"
}
# after_refresh FILE LINE...: these are the file's lines when it has been refreshed.
after_refresh() {
  golden --refresh "$1"
  file=$1
  shift
  printf '%s\n' "$@" | diff - "$file"
}

transcript good.txt '$ echo one' 'one' '' '$ echo two >&2; false' 'two' '? 1'
check 'what is as it was' golden good.txt
transcript bad.txt '$ echo one' 'two'
check_fails 'other output is seen' golden bad.txt
transcript bad.txt '$ false'
check_fails 'another exit status is seen' golden bad.txt
transcript bad.txt '$ echo one' 'one' 'two'
check_fails 'output that is missing is seen' golden bad.txt
check_fails 'one bad transcript among good ones is seen' golden good.txt bad.txt good.txt

transcript new.txt '#: Remarks stay.' '$ echo one \' '  two' '$ ls' '$ cd corpus && ls README.md'
check 'a new transcript is filled in' after_refresh new.txt \
  '#: Remarks stay.' '$ echo one \' '  two' 'one two' '' \
  '$ ls' 'corpus' 'mesh' 'strategies' '' '$ cd corpus && ls README.md' 'README.md'
transcript time.txt '$ echo took 1.25 s, 3 files, 12.5 MB'
check 'what differs from run to run is made alike' after_refresh time.txt \
  '$ echo took 1.25 s, 3 files, 12.5 MB' 'took N s, 3 files, N MB'

transcript page.md '# Page' '```' 'plain block' '```' '$ echo text' '```sh' '$ echo one' '```' 'end'
check 'of Markdown only blocks that begin with a command are run' after_refresh page.md \
  '# Page' '```' 'plain block' '```' '$ echo text' '```sh' '$ echo one' 'one' '```' 'end'
transcript page.md '```' '$ echo one' 'two' '```'
check_fails 'other output in Markdown is seen' golden page.md
transcript page.7 '.Bd -literal' '$ echo one' '.Ed' '.Bd -literal' 'plain' '.Ed' '$ echo text'
check 'of manual pages, too' after_refresh page.7 \
  '.Bd -literal' '$ echo one' 'one' '.Ed' '.Bd -literal' 'plain' '.Ed' '$ echo text'
checks_end
