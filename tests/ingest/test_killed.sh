#!/bin/sh
# Killed in the middle, again and again, the same command goes on where it was stopped, and the
# library ends as if nothing had happened; so it does where two programs write at once.
#
#   test_killed.sh SYNTH    the program that makes records
set -eu
. "$CARREL_SOURCE/tests/tap.sh"
carrel=$(realpath "${CARREL_BINARY:?says which program to run}")
synth=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Eight files, of which each revises some of the articles before it.
make_files() {
  mkdir "$work/files"
  for number in 1 2 3 4 5 6 7 8; do
    "$synth" $((number * 60)) "$number" "$work/made" >/dev/null
    mv "$work/made"/*.xml.gz "$work/files/pubmed26n000$number.xml.gz"
    rm -r "$work/made"
  done
}

# Starts and kills it until it comes to its end by itself; says how often it was killed.
ingest_killed() { # LIBRARY
  killed=0
  while :; do
    "$carrel" --db "$1" ingest -q "$work/files" &
    running=$!
    sleep 0.0$((killed % 9 + 1))
    if [ "$killed" -lt 12 ] && kill -9 "$running" 2>/dev/null; then
      killed=$((killed + 1))
      wait "$running" 2>/dev/null || true
      continue
    fi
    wait "$running"
    return
  done
}

# What is in the library, but for the order in which articles came.
content() { # LIBRARY
  "$carrel" --db "$1" export --format jsonl | sed 's/"rank":[0-9]*,//' | sort
}

files_of() { # LIBRARY: what the ledger says of each file
  "$carrel" --db "$1" files --json | sed 's/"taken":"[^"]*",//'
}

ends_the_same() {
  make_files
  "$carrel" --db "$work/whole.db" ingest -q "$work/files"
  ingest_killed "$work/killed.db"
  echo "killed $killed times"
  [ "$killed" -gt 0 ]
  content "$work/whole.db" >"$work/whole"
  content "$work/killed.db" >"$work/killed"
  [ -s "$work/whole" ]
  cmp "$work/whole" "$work/killed"
  files_of "$work/whole.db" >"$work/whole"
  files_of "$work/killed.db" >"$work/killed"
  [ "$(wc -l <"$work/whole")" -eq 8 ]
  cmp "$work/whole" "$work/killed"
}

is_whole() { "$carrel" --db "$work/killed.db" check; }

is_known() {
  [ "$("$carrel" --db "$work/killed.db" ingest "$work/files" 2>&1 | sed -n 1p)" = \
    'files that have not changed and were not read again: 8 (--again reads them)' ]
}

# All of them find no library, and all want to make it.
made_at_once() {
  for round in 1 2 3; do
    all=
    for number in 1 2 3 4; do
      "$carrel" --db "$work/new$round.db" ingest -q "$work/files/pubmed26n000$number.xml.gz" &
      all="$all $!"
    done
    for one in $all; do wait "$one"; done
    "$carrel" --db "$work/new$round.db" check
  done
}

# One goes through the files forwards, the other backwards.
two_at_once() {
  "$carrel" --db "$work/two.db" ingest -q "$work/files/pubmed26n0001.xml.gz"
  "$carrel" --db "$work/two.db" ingest --again -q "$work/files" &
  other=$!
  for number in 8 7 6 5 4 3 2 1; do
    "$carrel" --db "$work/two.db" ingest --again -q "$work/files/pubmed26n000$number.xml.gz"
  done
  wait "$other"
  content "$work/two.db" >"$work/two"
  content "$work/whole.db" >"$work/whole"
  cmp "$work/whole" "$work/two"
  "$carrel" --db "$work/two.db" check
}

check 'a library that was killed on its way ends the same' ends_the_same
check 'it is whole' is_whole
check 'all of its files are known' is_known
check 'two programs write one library at once' two_at_once
check 'several programs make one library at once' made_at_once
checks_end
