#!/bin/sh
# Runs transcripts: files of commands and what they print. A file that exists is a test.
#
#   test_golden.sh [--refresh] [FILE...]
#
# FILE is a transcript (*.txt), or Markdown or a manual page (*.7), of which the blocks that begin "$ "
# are transcripts; without one, every transcript beside this script, README.md and the manual of
# queries.
#
# In a transcript, "$ " begins a command (a backslash at the end of a line goes on with the next),
# what follows is its standard output and standard error, "? N" its exit status where that is not 0,
# and a blank line parts it from the next. A line that begins "#: " is a remark.
# The commands of a file run one after another in a folder of their own that holds `corpus`, the
# vocabulary `mesh` and `strategies`, with a library of their own. What differs from run to run is
# made alike by normalise.sed.
# --refresh writes what the commands print now into the files, for `git diff` to show.
set -eu
: "${CARREL_SOURCE:=$(cd "$(dirname "$0")/../.." && pwd)}"
export CARREL_SOURCE
program=$(realpath "${CARREL_BINARY:?says which program to run}")
here=$CARREL_SOURCE/tests/golden
. "$CARREL_SOURCE/tests/tap.sh"
WORK=$(mktemp -d)
export WORK
trap 'rm -rf "$WORK"' EXIT
mkdir "$WORK/bin"
ln -s "$program" "$WORK/bin/carrel"

render() { # FILE: what it would say if it were written now
  rm -rf "$WORK/folder"
  mkdir "$WORK/folder"
  cp -R "$CARREL_SOURCE/corpus" "$WORK/folder/corpus"
  cp -R "$CARREL_SOURCE/tests/mesh" "$CARREL_SOURCE/tests/query/strategies" "$WORK/folder"
  awk -v kind="${1##*.}" -v runner="$here/run_command.sh" -f "$here/transcript.awk" "$1"
}

is_as_it_was() { # FILE
  render "$1" >"$WORK/now"
  if diff -u "$1" "$WORK/now"; then return; fi
  echo 'If it should be so: tools/golden --refresh, and look at git diff.'
  return 1
}

refresh() { # FILE
  render "$1" >"$WORK/now"
  if cmp -s "$1" "$WORK/now"; then return; fi
  cat "$WORK/now" >"$1"
  echo "refreshed ${1#"$CARREL_SOURCE/"}" >&2
}

verb=check
if [ "${1:-}" = --refresh ]; then
  verb=refresh
  shift
fi
if [ $# -eq 0 ]; then set -- "$here"/*.txt "$CARREL_SOURCE/README.md" \
  "$CARREL_SOURCE/src/man/carrel-query.7"; fi
for file in "$@"; do
  case $verb in
  check) check "${file#"$CARREL_SOURCE/"}" is_as_it_was "$file" ;;
  refresh) refresh "$file" ;;
  esac
done
if [ "$verb" = check ]; then checks_end; fi
