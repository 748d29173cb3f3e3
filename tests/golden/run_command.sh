#!/bin/sh
# Runs the command in $WORK/command as transcripts want it: in $WORK/folder, in an environment that
# is the same everywhere. Prints what it prints, made alike, and its exit status where not 0.
set -eu
status=0
cd "$WORK/folder"
env -i PATH="$WORK/bin:$PATH" HOME="$WORK/folder" TZ=UTC LC_ALL=C.UTF-8 COLUMNS=80 NO_COLOR=1 \
  CARREL_DB=library.db ${UBSAN_OPTIONS:+"UBSAN_OPTIONS=$UBSAN_OPTIONS"} \
  sh "$WORK/command" >"$WORK/output" 2>&1 </dev/null || status=$?
sed -f "$CARREL_SOURCE/tests/golden/normalise.sed" "$WORK/output" | awk 1
if [ "$status" -ne 0 ]; then echo "? $status"; fi
